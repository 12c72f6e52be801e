#include "buckets.h"

#include <QDateTime>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 minuteMs = 60'000, hourMs = 60 * minuteMs, dayMs = 24 * hourMs;
constexpr qint64 spans[] = {minuteMs,   3 * minuteMs, 10 * minuteMs, 30 * minuteMs, hourMs,
                            6 * hourMs, dayMs,        7 * dayMs,     30 * dayMs};

// The value that `share` of them do not exceed (nearest rank); sorts what it is given.
double percentile(std::vector<double> &values, double share)
{
    std::sort(values.begin(), values.end());
    const auto rank = std::size_t(std::ceil(share * double(values.size())));
    return values[std::clamp<std::size_t>(rank, 1, values.size()) - 1];
}

}  // namespace

Buckets::Buckets(QObject *parent) : QObject(parent)
{
    m_soon.setSingleShot(true);
    m_soon.setInterval(1000);
    connect(&m_soon, &QTimer::timeout, this, [this] { gather(); });
    m_onward.setInterval(5000);  // time goes on although nothing ends
    connect(&m_onward, &QTimer::timeout, this, &Buckets::askGather);
    m_onward.start();
}

void Buckets::setSource(QAbstractItemModel *source)
{
    if (m_source == source)
        return;
    if (m_source)
        m_source->disconnect(this);
    m_source = source;
    if (source) {
        connect(source, &QAbstractItemModel::rowsInserted, this, &Buckets::askGather);
        connect(source, &QAbstractItemModel::rowsRemoved, this, &Buckets::askGather);
        connect(source, &QAbstractItemModel::modelReset, this, &Buckets::askGather);
    }
    Q_EMIT sourceChanged();
    gather();
}

void Buckets::setUntil(double ms)
{
    if (ms == m_until)
        return;
    m_until = ms;
    askGather();
    Q_EMIT untilChanged();
}

void Buckets::gather()
{
    gather(m_until > 0 ? qint64(m_until) : QDateTime::currentMSecsSinceEpoch());
}

void Buckets::askGather()
{
    // The first rows are shown at once, later ones with patience.
    if (m_total == 0 && m_source && m_source->rowCount() > 0)
        gather();
    else if (!m_soon.isActive())
        m_soon.start();
}

std::vector<Buckets::Run> Buckets::read() const
{
    std::vector<Run> runs;
    if (!m_source)
        return runs;
    const QHash<int, QByteArray> names = m_source->roleNames();
    const int at = names.key("at", -1), duration = names.key("duration", -1);
    const int outcome = names.key("outcome", -1);
    if (at < 0 || duration < 0)
        return runs;
    runs.reserve(std::size_t(m_source->rowCount()));
    for (int row = 0; row < m_source->rowCount(); ++row) {
        const QModelIndex index = m_source->index(row, 0);
        runs.push_back({index.data(at).toLongLong(), index.data(duration).toDouble() / 1000,
                        outcome < 0 || index.data(outcome).toString() == u"done"_s});
    }
    return runs;
}

void Buckets::gather(qint64 now)
{
    const std::vector<Run> runs = read();
    m_total = int(runs.size());
    m_spanMs = 0;
    m_at.clear();
    m_last.clear();
    for (QVariantList *list : {&m_done, &m_failed, &m_p50, &m_p95, &m_p99})
        list->clear();
    if (runs.empty()) {
        Q_EMIT changed();
        return;
    }
    qint64 oldest = now;
    for (const Run &run : runs)
        oldest = std::min(oldest, run.at);
    m_spanMs = spans[std::size(spans) - 1];
    for (const qint64 span : spans) {
        if (now - oldest <= span) {
            m_spanMs = span;
            break;
        }
    }
    // Buckets stand on whole multiples, so that a finished one never changes again.
    const qint64 width = m_spanMs / bucketsMax;
    const qint64 end = (now / width + 1) * width, begin = end - width * bucketsMax;
    std::vector<std::vector<double>> taken(bucketsMax);
    std::vector<int> wrong(bucketsMax, 0);
    for (const Run &run : runs) {
        if (run.at < begin || run.at >= end)
            continue;
        const auto bucket = std::size_t((run.at - begin) / width);
        taken[bucket].push_back(run.ms);
        wrong[bucket] += run.isGood ? 0 : 1;
    }
    for (std::size_t i = 0; i < bucketsMax; ++i) {
        const qint64 from = begin + qint64(i) * width, to = from + width;
        const bool isKnown = to > oldest;
        // The bucket under way is as long as it has lasted.
        const double minutes = double(std::clamp<qint64>(now - from, 1000, width)) / minuteMs;
        const double tasks = double(taken[i].size());
        m_at.append(double(std::min(to, now)));
        m_done.append(isKnown ? QVariant(tasks / minutes) : QVariant());
        m_failed.append(isKnown ? QVariant(wrong[i] / minutes) : QVariant());
        const bool isMeasured = !taken[i].empty();
        const double p99 = isMeasured ? percentile(taken[i], 0.99) : 0;
        m_p50.append(isMeasured ? QVariant(percentile(taken[i], 0.5)) : QVariant());
        m_p95.append(isMeasured ? QVariant(percentile(taken[i], 0.95)) : QVariant());
        m_p99.append(isMeasured ? QVariant(p99) : QVariant());
        if (isMeasured)
            m_last = {{u"at"_s, double(std::min(to, now))},
                      {u"tasks"_s, tasks},
                      {u"failed"_s, wrong[i]},
                      {u"done"_s, tasks / minutes},
                      {u"p50"_s, m_p50.last()},
                      {u"p95"_s, m_p95.last()}};
    }
    Q_EMIT changed();
}
