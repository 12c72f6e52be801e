#include "importer.h"

#include "bridge.h"
#include "values.h"

#include "cortex/dreams.h"
#include "hands/roster.h"
#include "spine/superspine.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QFileInfo>

namespace models {

using namespace Qt::StringLiterals;

namespace {
constexpr auto sayEvery = std::chrono::milliseconds(100);
const QStringList texts{u"*.md"_s, u"*.markdown"_s, u"*.txt"_s, u"*.text"_s, u"*.json"_s};
}  // namespace

Importer::Importer(loop::Engine &engine, QStringList paths, QObject *parent)
    : QObject(parent)
    , m_engine(engine)
{
    connect(&Bridge::instance(), &Bridge::closing, this, [this] {
        m_isStopping = true;
        m_room.notify_all();
        if (m_thread.joinable())
            m_thread.join();
    });
    m_thread = std::thread([this, paths = std::move(paths)] { run(paths); });
}

Importer::~Importer()
{
    m_isStopping = true;
    m_room.notify_all();
    if (m_thread.joinable())
        m_thread.join();
}

QStringList Importer::collect(const QStringList &paths)
{
    QStringList files;
    for (const QString &path : paths) {
        const QFileInfo info(path);
        if (!info.isDir()) {
            files.append(path);
            continue;
        }
        QDirIterator it(path, texts, QDir::Files | QDir::Readable | QDir::NoSymLinks,
                        QDirIterator::Subdirectories);
        while (it.hasNext() && files.size() < filesMax) {
            const QString file = it.next();
            if (!QDir(path).relativeFilePath(file).contains("/."_L1))
                files.append(file);
        }
    }
    files.sort();
    return files;
}

void Importer::run(const QStringList &paths)
{
    const QStringList files = collect(paths);
    m_total = int(files.size());
    std::uint64_t batch = 0;
    if (files.size() > 1) {
        const kernel::Answer opened = m_engine.ask(superspine::OpenBatch{std::uint32_t(m_total)});
        if (opened.isDone && !opened.ids.empty())
            batch = opened.ids.front();
    }
    for (const QString &file : files) {
        if (m_isStopping)
            break;
        submit(file, batch);
    }
    std::unique_lock lock(m_mutex);
    m_room.wait(lock, [this] { return m_underWay == 0; });
    const int created = m_done;
    lock.unlock();
    if (batch)
        (void)m_engine.ask(superspine::CloseBatch{{batch}, std::uint32_t(created)});
    if (files.isEmpty())
        m_firstRefusal = tr("There is no text in what was given.");
    say(true);
}

void Importer::submit(const QString &path, std::uint64_t batch)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        refuse(tr("%1 cannot be read: %2").arg(QFileInfo(path).fileName(), file.errorString()));
        return;
    }
    dreams::Create create;
    // One byte more than fits, so that the refusal comes from the one place that knows the limit.
    create.body.text = file.read(qint64(dreams::bodyBytesMax) + 1).toStdString();
    create.source = QFileInfo(path).fileName().toStdString();
    create.batch = batch;
    {
        std::unique_lock lock(m_mutex);
        m_room.wait(lock, [this] { return m_underWay < underWayMax || m_isStopping; });
        ++m_underWay;
    }
    m_engine.send(kernel::makeAsk(std::move(create)), [this, path](const kernel::Answer &answer) {
        if (!answer.isDone)
            refuse(QFileInfo(path).fileName() + u": "_s + text(hands::sentence(answer.refusal)));
        {
            const std::lock_guard guard(m_mutex);
            m_done += answer.isDone;
            --m_underWay;
        }
        say(false);
        m_room.notify_all();
    });
}

void Importer::refuse(const QString &words)
{
    const std::lock_guard guard(m_mutex);
    ++m_refused;
    if (m_firstRefusal.isEmpty())
        m_firstRefusal = words;
}

void Importer::say(bool isLast)
{
    const std::lock_guard guard(m_mutex);
    const auto now = std::chrono::steady_clock::now();
    if (!isLast && now - m_said < sayEvery)
        return;
    m_said = now;
    Q_EMIT progressed(m_done, m_total, m_refused);
    if (isLast)
        Q_EMIT finished(m_done, m_firstRefusal);
}

}  // namespace models
