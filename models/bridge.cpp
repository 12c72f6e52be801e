#include "bridge.h"

#include "journal.h"
#include "tablefeed.h"
#include "values.h"

#include "crypto/words.h"
#include "organism.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QEvent>

#include <algorithm>

namespace models {

using namespace Qt::StringLiterals;

namespace {

constexpr int pulseMs = 1000;
constexpr unsigned workersMax = 4;

QString stateWord(kernel::Vital::State state)
{
    switch (state) {
    case kernel::Vital::Well: return u"well"_s;
    case kernel::Vital::Look: return u"look"_s;
    case kernel::Vital::Failing: break;
    }
    return u"failing"_s;
}

// On the engine thread.
Measure measureNow(const loop::Core &core)
{
    Measure measure;
    measure.at = QDateTime::currentMSecsSinceEpoch();
    measure.facts = double(core.facts());
    measure.pages = double(core.pages());
    for (const kernel::SystemInfo *system : core.systems()) {
        kernel::Vitals vitals;
        if (system->vitals)
            system->vitals(core.state(system->number), vitals);
        QVariantList rows;
        for (const kernel::Vital &vital : vitals)
            rows.append(QVariantMap{{u"name"_s, text(vital.name)},
                                    {u"value"_s, double(vital.value)},
                                    {u"unit"_s, text(vital.unit)},
                                    {u"state"_s, stateWord(vital.state)}});
        measure.vitals.insert(text(system->stem), rows);
    }
    measure.queued = int(core.stateOf<superspine::SuperSpine>().tasks.size());
    return measure;
}

}  // namespace

Bridge &Bridge::instance()
{
    static Bridge *bridge = new Bridge;  // outlives every page; closed by close()
    return *bridge;
}

Bridge::Bridge()
{
    m_pulse.setInterval(pulseMs);
    connect(&m_pulse, &QTimer::timeout, this, &Bridge::askMeasure);
}

Bridge::~Bridge()
{
    close();
}

void Bridge::open(const QString &folder, bool isIdle)
{
    close();
    m_folder = folder;
    m_opener = std::thread([this, path = folder.toStdString(), isIdle] {
        hands::BodyOptions options;
        options.engine.folder = path;
        options.workers = std::clamp(std::thread::hardware_concurrency(), 1u, workersMax);
        options.isIdle = isIdle;
        auto error = std::make_shared<std::string>();
        auto body = std::make_shared<std::unique_ptr<hands::Body>>();
        *body = hands::Body::start(options, *error);
        QMetaObject::invokeMethod(this, [this, body, error] {
            if (m_opener.joinable())
                m_opener.join();
            if (*body)
                take(std::move(*body));
            else
                Q_EMIT failed(text(*error));
        });
    });
}

void Bridge::take(std::unique_ptr<hands::Body> body)
{
    m_body = std::move(body);
    m_fingerprint = text(crypto::fingerprintWords(m_body->engine().deviceKey()));
    m_journal = std::make_unique<Journal>(m_body->engine());
    m_body->engine().inspectNow(
        [this](loop::Core &core, store::Store &) { m_measure = measureNow(core); });
    m_pulse.start();
    Q_EMIT opened();
    Q_EMIT measured();
}

void Bridge::close()
{
    m_pulse.stop();
    if (m_opener.joinable()) {
        m_opener.join();
        QCoreApplication::sendPostedEvents(this, QEvent::MetaCall);  // takes what was just opened
    }
    if (!m_body)
        return;
    Q_EMIT closing();  // feeds and pages let go of the engine
    m_pulse.stop();
    m_feeds.clear();
    m_journal.reset();
    m_body.reset();
    m_isMeasuring = false;
    m_measure = {};
}

void Bridge::askMeasure()
{
    if (!m_body || m_isMeasuring)
        return;  // the age of the last one grows, which is the truth
    m_isMeasuring = true;
    m_body->engine().inspect([this](loop::Core &core, store::Store &) {
        QMetaObject::invokeMethod(this, [this, measure = measureNow(core)]() mutable {
            if (!m_body)
                return;
            m_isMeasuring = false;
            const hands::AgentHand *agents = m_body->agents();
            measure.running = agents ? int(agents->running()) : 0;
            measure.queued = std::max(0, measure.queued - measure.running);
            m_measure = std::move(measure);
            Q_EMIT measured();
        }, Qt::QueuedConnection);
    });
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
