#include "past.h"

#include "bridge.h"
#include "changewords.h"
#include "journal.h"
#include "tablefeed.h"
#include "values.h"

#include "organism.h"

#include <QCoreApplication>
#include <QPointer>

#include <utility>

using namespace Qt::StringLiterals;
using loop::Goal;
using models::Bridge;

namespace {

constexpr int patienceMs = 400;  // a look that takes longer gives way to a newer one
constexpr int measureMs = 3000;  // the picture of the slider follows the journal so often
constexpr double usOfMs = 1000;

// What comes back is taken to the GUI thread, where it is known whether anybody still wants it.
template<class Do>
void post(const QPointer<Past> &asker, Do deed)
{
    QMetaObject::invokeMethod(
        QCoreApplication::instance(),
        [asker, deed = std::move(deed)] {
            if (asker)
                deed(*asker);
        },
        Qt::QueuedConnection);
}

}  // namespace

// A moment in the form it travels in: what somebody shows of it, read on the thread of the Past.
struct Past::Seen {
    loop::Past::Shown shown;
    std::map<const kernel::TableInfo *, std::vector<std::pair<std::uint64_t, std::string>>> rows;
    QHash<QString, QVariantList> vitals;

    void read(const loop::Replica &replica, const std::vector<const kernel::TableInfo *> &tables)
    {
        for (const kernel::TableInfo *table : tables)
            rows[table] = replica.rows(*table);
        for (const kernel::SystemInfo *system : organism::systems()) {
            kernel::Vitals measured;
            if (system->vitals)
                system->vitals(replica.core().state(system->number), measured);
            vitals.insert(models::text(system->stem), models::vitalWords(measured));
        }
    }
};

Past::Past(QObject *parent) : QObject(parent)
{
    Bridge &bridge = Bridge::instance();
    connect(&bridge, &Bridge::opened, this, &Past::restart);
    connect(&bridge, &Bridge::closing, this, &Past::let);
    // What was erased is erased here too: the same moment, read again.
    connect(&bridge, &Bridge::erased, this, [this] {
        if (m_isPast)
            want({Goal::Page, std::int64_t(m_at.page)});
        if (m_otherAt > 0)
            compareWith(m_isOtherNow ? 0 : m_otherAt);
    });
    m_patience.setSingleShot(true);
    m_patience.setInterval(patienceMs);
    connect(&m_patience, &QTimer::timeout, this, [this] {
        if (m_next)
            ask(*m_next);
    });
    m_soon.setSingleShot(true);
    m_soon.setInterval(measureMs);
    connect(&m_soon, &QTimer::timeout, this, &Past::measure);
    restart();
}

Past::~Past()
{
    if (loop::Past *past = Bridge::instance().past())
        past->close();
}

void Past::restart()
{
    models::Journal *journal = Bridge::instance().journal();
    if (!journal || !Bridge::instance().past())
        return;
    connect(journal, &models::Journal::grown, this, [this] {
        if (!m_soon.isActive())
            m_soon.start();
    });
    measure();
    if (m_next)
        ask(*m_next);
}

void Past::let()
{
    ++m_question;
    m_soon.stop();
    m_patience.stop();
    m_next.reset();
    m_isPast = m_isAvailable = m_isMeasuring = m_isAskedFeeds = false;
    m_changes.clear();
    m_otherAt = 0;
    setLoading(false);
    Q_EMIT shownChanged();
    Q_EMIT spanChanged();
    Q_EMIT changesChanged();
}

void Past::setSpans(int spans)
{
    spans = std::clamp(spans, 1, 2000);
    if (spans == m_spans)
        return;
    m_spans = spans;
    measure();
    Q_EMIT spansChanged();
}

void Past::setStretch(double ms)
{
    ms = std::max(0.0, ms);
    if (ms == m_stretch)
        return;
    m_stretch = ms;
    measure();
    Q_EMIT stretchChanged();
}

void Past::measure()
{
    loop::Past *past = Bridge::instance().past();
    if (!past)
        return;
    m_isMeasureAgain = m_isMeasuring;
    if (m_isMeasuring)
        return;
    m_isMeasuring = true;
    past->measure({std::int64_t(m_stretch * usOfMs)}, std::size_t(m_spans),
                  [self = QPointer(this)](const loop::Past::Span &span) {
                      post(self, [span](Past &past) { past.takeSpan(span); });
                  });
}

void Past::takeSpan(const loop::Past::Span &span)
{
    if (!std::exchange(m_isMeasuring, false))
        return;
    m_isAvailable = span.last.page > 0;
    m_first = double(span.first.at.us) / usOfMs;
    m_last = double(span.last.at.us) / usOfMs;
    m_from = double(span.density.from.us) / usOfMs;
    m_to = double(span.density.to.us) / usOfMs;
    m_density = QList<double>(span.density.facts.cbegin(), span.density.facts.cend());
    Q_EMIT spanChanged();
    if (m_isMeasureAgain)
        measure();
}

void Past::goTo(double ms)
{
    if (m_isAvailable && ms >= m_last)
        goToNow();
    else
        want({Goal::Time, std::int64_t(std::max(ms, 0.0) * usOfMs) + std::int64_t(usOfMs) - 1});
}

void Past::goToFact(double fact)
{
    want({Goal::Fact, std::int64_t(std::max(fact, 1.0))});
}

void Past::step(int commits)
{
    const Goal from =
        m_next ? *m_next : Goal{Goal::Page, m_isPast ? std::int64_t(m_at.page) : INT64_MAX};
    if (from.by == Goal::Page && from.value != INT64_MAX)
        want({Goal::Page, std::max<std::int64_t>(1, from.value + commits)});
    else if (commits < 0)
        want({Goal::Before, -commits});
}

void Past::goToNow()
{
    m_next.reset();
    m_patience.stop();
    ++m_question;
    if (loop::Past *past = Bridge::instance().past())
        past->close();
    m_isPast = false;
    m_vitals.clear();
    m_failure.clear();
    stopComparing();
    setLoading(false);
    Q_EMIT shownChanged();
}

void Past::cancel()
{
    m_next.reset();
    if (loop::Past *past = Bridge::instance().past())
        past->cancel();
}

// While a look is under way the newest wish waits a little, so that dragging shows moments on the way.
void Past::want(const Goal &goal)
{
    if (!m_isLoading) {
        ask(goal);
        return;
    }
    m_next = goal;
    if (!m_patience.isActive())
        m_patience.start();
}

void Past::ask(const Goal &goal)
{
    const Goal wanted = goal;  // it may be m_next itself
    m_next = wanted;
    loop::Past *past = Bridge::instance().past();
    if (!past)
        return;  // asked when there is one
    m_next.reset();
    m_isAskedFeeds = false;
    std::vector<const kernel::TableInfo *> tables;
    for (auto feed = m_feeds.cbegin(); feed != m_feeds.cend(); ++feed)
        if (!feed.value().isNull())
            tables.push_back(Bridge::table(feed.key()));
    setLoading(true);
    const int question = ++m_question;
    const QPointer self(this);
    past->show(
        wanted,
        [self, question](double part) {
            post(self, [part, question](Past &past) {
                if (question == past.m_question)
                    past.setLoading(true, part);
            });
        },
        [self, question, tables](const loop::Past::Shown &shown, const loop::Replica *replica) {
            auto seen = std::make_shared<Seen>();
            seen->shown = shown;
            if (replica && !shown.isCancelled)
                seen->read(*replica, tables);
            post(self, [seen, question](Past &past) {
                if (question == past.m_question)
                    past.take(*seen);
            });
        });
}

void Past::take(const Seen &seen)
{
    m_patience.stop();
    m_failure = models::text(seen.shown.failure);
    setLoading(false);
    if (!seen.shown.isCancelled && m_failure.isEmpty()) {
        const bool isAnother = !m_isPast || m_at != seen.shown.at;
        m_at = seen.shown.at;
        m_isPast = true;
        m_vitals = seen.vitals;
        for (const auto &[table, rows] : seen.rows)
            if (const auto feed = m_feeds.value(models::text(table->name)).toStrongRef())
                feed->become(rows);
        Q_EMIT shownChanged();
        if (isAnother && m_otherAt > 0)
            compareWith(m_isOtherNow ? 0 : m_otherAt);
    }
    if (m_next)
        ask(*m_next);
    else if (m_isAskedFeeds)
        want({Goal::Page, std::int64_t(m_at.page)});
}

QSharedPointer<models::TableFeed> Past::feed(const QString &name)
{
    const kernel::TableInfo *info = Bridge::table(name);
    if (!info || info->archiveKind)
        return {};
    QSharedPointer<models::TableFeed> feed = m_feeds.value(name).toStrongRef();
    if (feed)
        return feed;
    feed = QSharedPointer<models::TableFeed>::create(*info);
    m_feeds.insert(name, feed);
    // Several views ask at once: their rows are fetched together.
    if (m_isPast && !m_isAskedFeeds) {
        m_isAskedFeeds = true;
        QMetaObject::invokeMethod(
            this,
            [this] {
                if (m_isAskedFeeds && m_isPast && !m_isLoading)
                    ask({Goal::Page, std::int64_t(m_at.page)});
            },
            Qt::QueuedConnection);
    }
    return feed;
}

QVariantList Past::vitals(const QString &stem) const
{
    return m_vitals.value(stem);
}

void Past::compareWith(double ms)
{
    loop::Past *past = Bridge::instance().past();
    if (!m_isPast && !m_isLoading && !m_next)
        return;
    m_isOtherNow = ms <= 0 || ms >= m_last;
    m_otherAt = m_isOtherNow ? std::max(m_last, 1.0) : ms;
    m_isComparing = true;
    Q_EMIT changesChanged();
    if (!past || !m_isPast)
        return;  // asked when the moment is there
    const Goal other = m_isOtherNow
                           ? Goal{Goal::Page, INT64_MAX}
                           : Goal{Goal::Time, std::int64_t(ms * usOfMs) + std::int64_t(usOfMs) - 1};
    past->compare({Goal::Page, std::int64_t(m_at.page)}, other, changesMax, {},
                  [self = QPointer(this)](const loop::Past::Compared &compared) {
                      if (compared.isCancelled)
                          return;
                      post(self, [compared](Past &past) { past.takeChanges(compared); });
                  });
}

void Past::takeChanges(const loop::Past::Compared &compared)
{
    const bool isOurs = compared.from.page == m_at.page || compared.to.page == m_at.page;
    if (!m_isPast || !m_isComparing || !isOurs)
        return;
    m_isComparing = false;
    m_failure = models::text(compared.failure);
    const loop::PastMoment &other = compared.from.page == m_at.page ? compared.to : compared.from;
    m_otherAt = double(other.at.us) / usOfMs;
    m_changes = models::changeWords(compared.tables);
    Q_EMIT changesChanged();
}

void Past::stopComparing()
{
    m_isComparing = false;
    m_otherAt = 0;
    m_changes.clear();
    Q_EMIT changesChanged();
}

void Past::setLoading(bool isLoading, double progress)
{
    m_isLoading = isLoading;
    m_progress = progress;
    Q_EMIT loadingChanged();
}
