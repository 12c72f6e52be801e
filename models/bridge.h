// The one connection between the window and the organism: opens it away from the GUI thread, closes
// it, measures it once a second, and hands out the shared feeds and the journal's reader. Owns the
// organism's body; leaves what things mean to the pages. GUI thread only, unless said otherwise.
#pragma once

#include "hands/body.h"

#include <QHash>
#include <QObject>
#include <QTimer>
#include <QVariantList>
#include <QWeakPointer>

#include <thread>

namespace models {

class Journal;
class TableFeed;

// What was measured of the organism at one moment.
struct Measure {
    qint64 at = 0;  // ms since 1970
    double facts = 0, pages = 0;
    int running = 0, queued = 0;
    QString failure;
    QHash<QString, QVariantList> vitals;  // by stem: {name, value, unit, state}
};

class Bridge : public QObject
{
    Q_OBJECT

public:
    static Bridge &instance();
    ~Bridge() override;

    // Opens the profile on a thread of its own; `opened` or `failed` follows. An empty folder is a
    // profile in memory, for tests.
    void open(const QString &folder, bool isIdle = false);
    // Ends everything that looks at the organism, then the organism.
    void close();

    bool isReady() const { return m_body != nullptr; }
    QString folder() const { return m_folder; }
    QString fingerprint() const { return m_fingerprint; }
    const Measure &measure() const { return m_measure; }
    loop::Engine *engine() const { return m_body ? &m_body->engine() : nullptr; }
    Journal *journal() const { return m_journal.get(); }
    // Null for a table no system declares, and for archives.
    QSharedPointer<TableFeed> feed(const QString &table);

    static const kernel::TableInfo *table(const QString &name);
    static const kernel::CommandInfo *command(const QString &name);

Q_SIGNALS:
    void opened();
    void failed(const QString &words);
    void closing();
    void measured();

private:
    Bridge();
    void take(std::unique_ptr<hands::Body> body);
    void askMeasure();

    std::unique_ptr<hands::Body> m_body;
    std::unique_ptr<Journal> m_journal;
    QHash<QString, QWeakPointer<TableFeed>> m_feeds;
    QString m_folder, m_fingerprint;
    Measure m_measure;
    bool m_isMeasuring = false;
    QTimer m_pulse;
    std::thread m_opener;
};

}  // namespace models
