// Finished work gathered by time, for charts: how many tasks a minute, how many failed, and how long
// they took (median, 95th and 99th of a hundred). Reads rows that have `at` (ms), `duration` (us) and
// `outcome`, newest or oldest first; chooses the span that holds them. Before the oldest row nothing
// is said; where no task ended there is no latency. Reads at most once a second. GUI thread only.
#pragma once

#include <QAbstractItemModel>
#include <QObject>
#include <QPointer>
#include <QTimer>
#include <QVariantMap>
#include <QtQml/qqmlregistration.h>

class Buckets : public QObject {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(QAbstractItemModel *source READ source WRITE setSource NOTIFY sourceChanged)
    Q_PROPERTY(double until READ until WRITE setUntil NOTIFY untilChanged)  // ms; 0: now
    Q_PROPERTY(int total READ total NOTIFY changed)         // rows that were read
    Q_PROPERTY(qint64 spanMs READ spanMs NOTIFY changed)    // of the whole chart; 0: nothing yet
    Q_PROPERTY(QList<double> at READ at NOTIFY changed)     // end of each bucket, ms
    Q_PROPERTY(QVariantList done READ done NOTIFY changed)  // a minute; undefined: not known
    Q_PROPERTY(QVariantList failed READ failed NOTIFY changed)  // a minute
    Q_PROPERTY(QVariantList p50 READ p50 NOTIFY changed)        // ms
    Q_PROPERTY(QVariantList p95 READ p95 NOTIFY changed)
    Q_PROPERTY(QVariantList p99 READ p99 NOTIFY changed)
    Q_PROPERTY(QVariantMap last READ last NOTIFY changed)  // of the newest bucket with work

public:
    static constexpr int bucketsMax = 60;

    explicit Buckets(QObject *parent = nullptr);

    QAbstractItemModel *source() const { return m_source; }
    void setSource(QAbstractItemModel *source);
    double until() const { return m_until; }
    void setUntil(double ms);
    int total() const { return m_total; }
    qint64 spanMs() const { return m_spanMs; }
    QList<double> at() const { return m_at; }
    QVariantList done() const { return m_done; }
    QVariantList failed() const { return m_failed; }
    QVariantList p50() const { return m_p50; }
    QVariantList p95() const { return m_p95; }
    QVariantList p99() const { return m_p99; }
    QVariantMap last() const { return m_last; }

    // As if it were that time, at once; for tests.
    void gather(qint64 now);

Q_SIGNALS:
    void sourceChanged();
    void untilChanged();
    void changed();

private:
    struct Run {
        qint64 at = 0;
        double ms = 0;
        bool isGood = true;
    };

    void gather();
    void askGather();
    std::vector<Run> read() const;

    QPointer<QAbstractItemModel> m_source;
    QTimer m_soon, m_onward;
    double m_until = 0;
    int m_total = 0;
    qint64 m_spanMs = 0;
    QList<double> m_at;
    QVariantList m_done, m_failed, m_p50, m_p95, m_p99;
    QVariantMap m_last;
};
