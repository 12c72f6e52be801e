// Reads the journal beside the engine: rows of archive tables (receipts, versions, artefacts), the
// history of a thing, texts and artefacts, verification. Keeps an index from things to the pages
// that mention them, built at start and led on with every page. Owns a thread with its own
// connection; questions come from the GUI thread and answers go back to it.
#pragma once

#include "loop/engine.h"

#include <QObject>
#include <QVariantMap>

#include <condition_variable>
#include <deque>
#include <functional>
#include <mutex>
#include <thread>
#include <unordered_map>

namespace models {

struct ArchiveRow {
    std::uint64_t seq = 0;  // of the fact
    std::string bytes;      // plain CBOR array of the table's fields
};

class Journal : public QObject
{
    Q_OBJECT

public:
    static constexpr std::size_t rowsMax = 2000;  // of a whole archive, newest

    explicit Journal(loop::Engine &engine);
    ~Journal() override;

    template<class T>
    using Then = std::function<void(T)>;

    // Rows of an archive that are about `thing`, oldest first; 0: the newest of all. Facts up to
    // `after` are left out.
    void archive(const kernel::TableInfo &table, std::uint64_t thing, std::uint64_t after,
                 QObject *asker, Then<std::vector<ArchiveRow>> then);
    // What happened to a thing, oldest first: {seq, at, name, actor, summary, receipt}.
    void history(std::uint64_t thing, std::uint64_t after, QObject *asker, Then<QVariantList> then);
    // The same for all facts of one system, newest `rowsMax`.
    void historyOf(const QString &stem, std::uint64_t after, QObject *asker, Then<QVariantList> then);
    // Bytes of a blob, opened; nothing when it is gone.
    void blob(std::uint64_t owner, const kernel::Digest &digest, QObject *asker,
              Then<std::optional<QByteArray>> then);
    // Runs anything on the reading thread.
    using Reader = std::function<void(store::Store &)>;
    void read(Reader reader);

Q_SIGNALS:
    void grown();  // pages were added; at most once a frame

private:
    using Job = std::function<void(store::Store &)>;
    using Visit = std::function<bool(std::uint64_t seq, kernel::Time, std::string_view actor,
                                     const kernel::FactInfo &, std::string_view fact)>;

    void run();
    void post(Job job);
    void follow(store::Store &store);
    void visitPage(store::Store &store, std::uint64_t page, const Visit &visit) const;
    std::vector<std::uint32_t> pagesOf(std::uint64_t thing) const;
    void announce();

    loop::Engine &m_engine;
    std::unordered_map<std::uint16_t, const kernel::FactInfo *> m_facts;
    // Things to the pages that mention them; only the reading thread touches it.
    std::unordered_map<std::uint64_t, std::vector<std::uint32_t>> m_pages;
    std::uint64_t m_lastPage = 0;

    struct Shared;                      // what the engine's thread may touch after we are gone
    std::shared_ptr<Shared> m_shared;
    std::mutex m_mutex;
    std::condition_variable m_wake;
    std::deque<Job> m_jobs;
    bool m_isStopping = false, m_hasNews = true;
    std::thread m_thread;
};

}  // namespace models
