// The organism as it was, for the window: the moment that is shown, the rows and vitals of that
// moment, how facts lie over time, and what changed between two moments. Asks the loop's Past and
// shows what comes back; has no way to send anything. While no moment is chosen it shows now, which
// is what every Rows shows by itself. GUI thread only.
#pragma once

#ifndef Q_MOC_RUN  // it cannot read them, and need not
#    include "loop/past.h"
#endif

#include <QHash>
#include <QObject>
#include <QTimer>
#include <QVariantMap>
#include <QtQml/qqmlregistration.h>

namespace models {
class TableFeed;
}

class Past : public QObject {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(bool available READ isAvailable NOTIFY spanChanged)  // there is a journal on disk
    Q_PROPERTY(bool isPast READ isPast NOTIFY shownChanged)
    Q_PROPERTY(double at READ at NOTIFY shownChanged)      // ms of the moment; 0: now
    Q_PROPERTY(double fact READ fact NOTIFY shownChanged)  // how many facts had been told
    Q_PROPERTY(bool isLoading READ isLoading NOTIFY loadingChanged)
    Q_PROPERTY(double progress READ progress NOTIFY loadingChanged)  // 0 to 1
    Q_PROPERTY(QString failure READ failure NOTIFY loadingChanged)
    // The slider: first and last moment, the stretch that is looked at and how many facts lie in each
    // of its `spans`. A stretch of 0 is all there is, another so many ms up to the last moment.
    Q_PROPERTY(double first READ first NOTIFY spanChanged)
    Q_PROPERTY(double last READ last NOTIFY spanChanged)
    Q_PROPERTY(double from READ from NOTIFY spanChanged)
    Q_PROPERTY(double to READ to NOTIFY spanChanged)
    Q_PROPERTY(QList<double> density READ density NOTIFY spanChanged)
    Q_PROPERTY(int spans READ spans WRITE setSpans NOTIFY spansChanged)
    Q_PROPERTY(double stretch READ stretch WRITE setStretch NOTIFY stretchChanged)
    // What changed between the moment shown and another one.
    Q_PROPERTY(bool isComparing READ isComparing NOTIFY changesChanged)
    Q_PROPERTY(double otherAt READ otherAt NOTIFY changesChanged)  // ms; 0: nothing is compared
    Q_PROPERTY(bool isOtherNow READ isOtherNow NOTIFY changesChanged)
    Q_PROPERTY(QVariantList changes READ changes NOTIFY changesChanged)

public:
    static constexpr std::size_t changesMax = 100;  // rows of one table; the rest is counted

    explicit Past(QObject *parent = nullptr);
    ~Past() override;

    bool isAvailable() const { return m_isAvailable; }
    bool isPast() const { return m_isPast; }
    double at() const { return m_isPast ? double(m_at.at.us) / 1000 : 0; }
    double fact() const { return m_isPast ? double(m_at.fact) : 0; }
    bool isLoading() const { return m_isLoading; }
    double progress() const { return m_progress; }
    QString failure() const { return m_failure; }
    double first() const { return m_first; }
    double last() const { return m_last; }
    double from() const { return m_from; }
    double to() const { return m_to; }
    QList<double> density() const { return m_density; }
    int spans() const { return m_spans; }
    void setSpans(int spans);
    double stretch() const { return m_stretch; }
    void setStretch(double ms);
    bool isComparing() const { return m_isComparing; }
    double otherAt() const { return m_otherAt; }
    bool isOtherNow() const { return m_isOtherNow; }
    QVariantList changes() const { return m_changes; }

    // The last moment up to that time; at or after the last one it is now.
    Q_INVOKABLE void goTo(double ms);
    Q_INVOKABLE void goToFact(double fact);
    // So many commits on or back.
    Q_INVOKABLE void step(int commits);
    Q_INVOKABLE void goToNow();
    // Ends a look that takes long; what was shown stays.
    Q_INVOKABLE void cancel();
    // With another time, 0: with now. `changes` follows: [{table, stem, title, added, removed,
    // changed, more, rows}], a row {key, kind: added|removed|changed, title, fields}, a field {name,
    // type, before, after}.
    Q_INVOKABLE void compareWith(double ms);
    Q_INVOKABLE void stopComparing();
    // As Engine.vitals, measured on the state of that moment.
    Q_INVOKABLE QVariantList vitals(const QString &stem) const;

    // Rows of that table at the moment shown, and at the next ones; null for archives.
    QSharedPointer<models::TableFeed> feed(const QString &table);
    std::uint64_t factNumber() const { return m_at.fact; }

Q_SIGNALS:
    void shownChanged();
    void loadingChanged();
    void spanChanged();
    void spansChanged();
    void stretchChanged();
    void changesChanged();

private:
    struct Seen;

    void restart();
    void let();
    void measure();
    void want(const loop::Goal &goal);
    void ask(const loop::Goal &goal);
    void take(const Seen &seen);
    void takeSpan(const loop::Past::Span &span);
    void takeChanges(const loop::Past::Compared &compared);
    void setLoading(bool isLoading, double progress = 0);

    bool m_isAvailable = false, m_isPast = false, m_isLoading = false, m_isComparing = false;
    bool m_isOtherNow = false, m_isMeasuring = false, m_isMeasureAgain = false;
    bool m_isAskedFeeds = false;
    double m_progress = 0, m_first = 0, m_last = 0, m_from = 0, m_to = 0, m_stretch = 0,
           m_otherAt = 0;
    int m_spans = 160;
    QString m_failure;
    loop::PastMoment m_at;
    QList<double> m_density;
    QVariantList m_changes;
    QHash<QString, QVariantList> m_vitals;
    QHash<QString, QWeakPointer<models::TableFeed>> m_feeds;
    std::optional<loop::Goal> m_next;  // wanted while another look is under way
    QTimer m_patience, m_soon;
    int m_question = 0;  // answers to older questions are dropped
};
