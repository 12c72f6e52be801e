#include "bridge.h"

#include "journal.h"
#include "tablefeed.h"
#include "values.h"

#include "loop/past.h"
#include "loop/platform.h"
#include "organism.h"

#include <QCoreApplication>
#include <QEvent>

namespace models {

namespace {
constexpr int pulseMs = 1000;
constexpr int firstPulseMs = 40;  // until something was measured
}  // namespace

Bridge &Bridge::instance()
{
    static Bridge *bridge = new Bridge;  // outlives every page; closed by close()
    return *bridge;
}

Bridge::Bridge()
{
    connect(&m_pulse, &QTimer::timeout, this, &Bridge::look);
}

Bridge::~Bridge()
{
    close();
}

void Bridge::open(const QString &folder, bool isIdle)
{
    close();
    m_folder = folder;
    m_isIdle = isIdle;
    hands::BodyOptions options;
    options.engine.folder = folder.toStdString();
    options.workers = 0;
    options.isIdle = isIdle;
    m_opening = std::make_unique<hands::Opening>(
        std::move(options), [this](std::unique_ptr<hands::Body> made, const std::string &error) {
            auto body = std::make_shared<std::unique_ptr<hands::Body>>(std::move(made));
            QMetaObject::invokeMethod(
                this,
                [this, body, error] {
                    m_opening.reset();
                    if (*body)
                        take(std::move(*body));
                    else
                        Q_EMIT failed(text(error));
                },
                Qt::QueuedConnection);
        });
}

void Bridge::take(std::unique_ptr<hands::Body> body)
{
    m_body = std::move(body);
    m_body->engine().inspect([](loop::Core &, store::Store &) { loop::giveWay(loop::GiveWay::ToWindow); });
    m_fingerprint = text(loop::fingerprintOf(m_body->engine().deviceKey()));
    m_journal = std::make_unique<Journal>(m_body->engine(), m_body->indexer());
    if (!m_folder.isEmpty())
        m_past = std::make_unique<loop::Past>(m_body->engine(), !m_isIdle, [this] { Q_EMIT erased(); });
    m_pulse.start(firstPulseMs);
    Q_EMIT opened();
    look();
}

void Bridge::close()
{
    m_pulse.stop();
    if (m_opening) {
        m_opening.reset();
        QCoreApplication::sendPostedEvents(this, QEvent::MetaCall);  // takes what was just opened
    }
    if (!m_body)
        return;
    Q_EMIT closing();  // feeds and pages let go of the engine
    m_pulse.stop();
    m_feeds.clear();
    m_past.reset();
    m_journal.reset();
    m_load.reset();
    m_body.reset();
    m_overview = {};
}

void Bridge::look()
{
    if (!m_body || !m_body->pulse())
        return;
    m_overview = m_body->pulse()->overview();
    if (m_overview.isMeasured())
        m_pulse.setInterval(pulseMs);
    Q_EMIT measured();
}

int Bridge::running() const
{
    const hands::AgentHand *agents = m_body ? m_body->agents() : nullptr;
    return agents ? int(agents->running()) : 0;
}

void Bridge::startLoad(std::size_t tasksInFlight, std::size_t eventsInFlight)
{
    if (m_body)
        m_load = std::make_unique<hands::Load>(*m_body, tasksInFlight, eventsInFlight);
}

Bridge::Load Bridge::endLoad()
{
    const Load load = m_load ? m_load->count() : Load();
    m_load.reset();
    return load;
}

hands::MirrorPulse Bridge::mirror() const
{
    const hands::MirrorHand *mirror = m_body ? m_body->mirror() : nullptr;
    return mirror ? mirror->pulse() : hands::MirrorPulse();
}

QSharedPointer<TableFeed> Bridge::feed(const QString &name)
{
    const kernel::TableInfo *info = table(name);
    if (!m_body || !info || info->archiveKind)
        return {};
    QSharedPointer<TableFeed> feed = m_feeds.value(name).toStrongRef();
    if (!feed) {
        feed = QSharedPointer<TableFeed>::create(m_body->engine(), *info);
        m_feeds.insert(name, feed);
    }
    return feed;
}

const kernel::TableInfo *Bridge::table(const QString &name)
{
    const std::string wanted = name.toStdString();
    for (const kernel::SystemInfo *system : organism::systems())
        for (const kernel::TableInfo &table : system->tables)
            if (table.name == wanted)
                return &table;
    return nullptr;
}

const kernel::CommandInfo *Bridge::command(const QString &name)
{
    const std::string wanted = name.toStdString();
    for (const kernel::SystemInfo *system : organism::systems())
        for (const kernel::CommandInfo &command : system->commands)
            if (command.name == wanted)
                return &command;
    return nullptr;
}

}  // namespace models
