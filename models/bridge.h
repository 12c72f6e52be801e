// The one connection between the window and the organism: has it opened away from the GUI thread,
// closes it, looks at its pulse once a second, and hands out the shared feeds and the journal. Owns
// the organism's body; leaves what things mean to the pages. GUI thread only.
#pragma once

#ifndef Q_MOC_RUN  // it cannot read them, and need not
#    include "hands/load.h"
#    include "hands/opening.h"
#endif

#include <QHash>
#include <QObject>
#include <QTimer>

namespace loop {
class Past;
}

namespace models {

class Journal;
class TableFeed;

class Bridge : public QObject {
    Q_OBJECT

public:
    static Bridge &instance();
    ~Bridge() override;

    // `opened` or `failed` follows. An empty folder is a profile in memory, for tests.
    void open(const QString &folder, bool isIdle = false);
    // Ends everything that looks at the organism, then the organism.
    void close();

    bool isReady() const { return m_body != nullptr; }
    QString folder() const { return m_folder; }
    QString fingerprint() const { return m_fingerprint; }
    // What was measured last, and how many tasks run at this moment.
    const hands::Overview &overview() const { return m_overview; }
    int running() const;

    // For measurements of the window: the organism at full rate until it is ended.
    using Load = hands::Load::Count;
    void startLoad(std::size_t tasksInFlight, std::size_t eventsInFlight);
    Load endLoad();
    // How far the mirror folder is behind.
    hands::MirrorPulse mirror() const;
    loop::Engine *engine() const { return m_body ? &m_body->engine() : nullptr; }
    Journal *journal() const { return m_journal.get(); }
    // What looks back; null for a profile in memory, which has no past to look at.
    loop::Past *past() const { return m_past.get(); }
    // Null for a table no system declares, and for archives.
    QSharedPointer<TableFeed> feed(const QString &table);

    static const kernel::TableInfo *table(const QString &name);
    static const kernel::CommandInfo *command(const QString &name);

Q_SIGNALS:
    void opened();
    void failed(const QString &words);
    void closing();
    void measured();
    void erased();  // words are gone, also from the past

private:
    Bridge();
    void take(std::unique_ptr<hands::Body> body);
    void look();

    std::unique_ptr<hands::Opening> m_opening;
    std::unique_ptr<hands::Body> m_body;
    std::unique_ptr<Journal> m_journal;
    std::unique_ptr<hands::Load> m_load;
    std::unique_ptr<loop::Past> m_past;
    bool m_isIdle = false;
    QHash<QString, QWeakPointer<TableFeed>> m_feeds;
    QString m_folder, m_fingerprint;
    hands::Overview m_overview;
    QTimer m_pulse;
};

}  // namespace models
