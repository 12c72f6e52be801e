#include "store/sqlitestore.h"

#include "store/checkpointer.h"
#include "store/keptsnapshots.h"
#include "store/sqliteread.h"

#include <QFile>

#include <algorithm>

namespace store {

namespace {

constexpr int walFramesMax = 16'384;   // 64 MiB of 4 KiB pages: more makes the writer wait
constexpr int walFramesOften = 1'024;  // a WAL longer than this begins anew when that is cheap
constexpr int walFramesCheap = 512;
constexpr qint64 walBytesAhead = 8 * 1024 * 1024;

constexpr const char *schema[] = {
    "CREATE TABLE IF NOT EXISTS page(seq INTEGER PRIMARY KEY, first INTEGER NOT NULL, "
    "facts INTEGER NOT NULL, hash BLOB NOT NULL, bytes BLOB NOT NULL)",
    "CREATE INDEX IF NOT EXISTS page_first ON page(first)",
    "CREATE TABLE IF NOT EXISTS tip(pages INTEGER PRIMARY KEY, facts INTEGER NOT NULL, "
    "hash BLOB NOT NULL, root BLOB NOT NULL, at INTEGER NOT NULL, key BLOB NOT NULL, "
    "signature BLOB NOT NULL, frontier BLOB NOT NULL)",
    "CREATE TABLE IF NOT EXISTS keys(thing INTEGER PRIMARY KEY, key BLOB NOT NULL)",
    "CREATE TABLE IF NOT EXISTS blob(number INTEGER PRIMARY KEY, owner INTEGER NOT NULL, "
    "digest BLOB NOT NULL, sealed INTEGER NOT NULL, bytes BLOB NOT NULL)",
    "CREATE UNIQUE INDEX IF NOT EXISTS blob_owner ON blob(owner, digest)",
    "CREATE TABLE IF NOT EXISTS snapshot(system TEXT PRIMARY KEY, version INTEGER NOT NULL, "
    "page INTEGER NOT NULL, bytes BLOB NOT NULL)",
    "CREATE TABLE IF NOT EXISTS meta(name TEXT PRIMARY KEY, value BLOB NOT NULL)",
};

constexpr const char *insertPage = "INSERT INTO page VALUES(?, ?, ?, ?, ?)";
constexpr const char *insertBlob =
    "INSERT OR IGNORE INTO blob(owner, digest, sealed, bytes) VALUES(?, ?, ?, ?)";
constexpr const char *insertKey = "INSERT INTO keys VALUES(?, ?)";
constexpr const char *insertTip = "INSERT OR REPLACE INTO tip VALUES(?, ?, ?, ?, ?, ?, ?, ?)";
constexpr const char *insertSnapshot = "INSERT OR REPLACE INTO snapshot VALUES(?, ?, ?, ?)";
constexpr const char *insertMeta = "INSERT OR REPLACE INTO meta VALUES(?, ?)";
constexpr const char *deleteKey = "DELETE FROM keys WHERE thing = ?";
constexpr const char *deleteBlobs = "DELETE FROM blob WHERE owner = ?";

class SqliteStore : public SqliteReads {
public:
    // The first connection to a profile makes what is missing there.
    std::string prepare()
    {
        if (std::string failed = setUp(); !failed.empty())
            return failed;
        for (const char *statement : schema)
            if (std::string failed = run(statement); !failed.empty())
                return failed;
        growWal();
        m_checkpointer = std::make_shared<Checkpointer>(path());
        return {};
    }

    std::unique_ptr<Store> openWriter() override
    {
        auto second = std::make_unique<SqliteStore>();
        if (!second->open(folder(), false).empty() || !second->setUp().empty())
            return {};
        second->m_checkpointer = m_checkpointer;
        return second;
    }

    std::string commit(const Commit &commit) override
    {
        // One statement is a transaction of its own.
        const bool isSingle = commit.page && commit.keys.empty() && commit.blobs.empty()
                              && !commit.tip && commit.erasedThings.empty();
        if (!isSingle && !database().transaction())
            return error(database().lastError());
        std::string failed = write(commit);
        if (!isSingle) {
            if (failed.empty() && !database().commit())
                failed = error(database().lastError());
            if (!failed.empty())
                database().rollback();
        }
        if (failed.empty() && m_checkpointer)
            capWal(bytesOf(commit));
        return failed;
    }

    std::string putSnapshots(const std::vector<Snapshot> &snapshots) override
    {
        if (!database().transaction())
            return error(database().lastError());
        for (const Snapshot &snapshot : snapshots) {
            const std::string failed =
                change(insertSnapshot, QString::fromStdString(snapshot.system), snapshot.version,
                       number(snapshot.page), viewOf(snapshot.bytes));
            if (!failed.empty()) {
                database().rollback();
                return failed;
            }
        }
        return database().commit() ? std::string() : error(database().lastError());
    }

    std::string dropSnapshots() override
    {
        dropAllKept(folder());
        return run("DELETE FROM snapshot");
    }

    std::string putMeta(const std::string &name, const std::string &value) override
    {
        return change(insertMeta, QString::fromStdString(name), viewOf(value));
    }

    std::string scrub() override
    {
        // VACUUM rewrites the file without free pages; the truncating checkpoint empties the WAL.
        std::string failed = run("VACUUM");
        if (failed.empty())
            failed = run("PRAGMA wal_checkpoint(TRUNCATE)");
        return failed;
    }

private:
    std::string setUp()
    {
        for (const char *pragma :
             {"PRAGMA journal_mode=WAL", "PRAGMA synchronous=FULL", "PRAGMA secure_delete=ON",
              "PRAGMA wal_autocheckpoint=0", "PRAGMA foreign_keys=ON"})
            if (std::string failed = run(pragma); !failed.empty())
                return failed;
        return {};
    }

    static std::size_t bytesOf(const Commit &commit)
    {
        std::size_t bytes = commit.page ? commit.page->bytes.size() : 0;
        for (const StoredBlob &blob : commit.blobs)
            bytes += blob.bytes.size();
        return bytes;
    }

    // Binds in order and runs; words when it failed.
    template<class... Value>
    std::string change(const char *sql, const Value &...values)
    {
        QSqlQuery &query = prepared(sql);
        int place = 0;
        (query.bindValue(place++, values), ...);
        const std::string failed = query.exec() ? std::string() : error(query.lastError());
        query.finish();
        return failed;
    }

    std::string write(const Commit &commit)
    {
        std::string failed;
        if (const PageRecord *page = commit.page)
            failed = change(insertPage, number(page->seq), number(page->firstFact), page->facts,
                            viewOf(page->hash), viewOf(page->bytes));
        for (std::size_t i = 0; failed.empty() && i < commit.keys.size(); ++i)
            failed = change(insertKey, number(commit.keys[i].thing), viewOf(commit.keys[i].key));
        for (std::size_t i = 0; failed.empty() && i < commit.blobs.size(); ++i) {
            const StoredBlob &blob = commit.blobs[i];
            failed = change(insertBlob, number(blob.owner), viewOf(blob.digest),
                            blob.isSealed ? 1 : 0, viewOf(blob.bytes));
        }
        if (failed.empty() && commit.tip)
            failed = writeTip(*commit.tip);
        for (std::size_t i = 0; failed.empty() && i < commit.erasedThings.size(); ++i) {
            failed = change(deleteKey, number(commit.erasedThings[i]));
            if (failed.empty())
                failed = change(deleteBlobs, number(commit.erasedThings[i]));
        }
        return failed;
    }

    std::string writeTip(const Tip &tip)
    {
        return change(insertTip, number(tip.pages), number(tip.facts), viewOf(tip.hash),
                      viewOf(tip.root), static_cast<qlonglong>(tip.at.us), viewOf(tip.key),
                      viewOf(tip.signature), viewOf(tip.frontier));
    }

    // Zeros behind what the WAL holds: a sync of bytes overwritten costs a third of one that makes the
    // file longer (SQLite reads up to the first frame whose checksum fails). Nobody else writes yet.
    void growWal()
    {
        QFile wal(path() + QStringLiteral("-wal"));
        if (!wal.exists() || !wal.open(QIODevice::ReadWrite | QIODevice::Unbuffered)
            || !wal.seek(wal.size()))
            return;
        const QByteArray zeros(1 << 20, '\0');
        for (qint64 left = walBytesAhead - wal.size(); left > 0; left -= zeros.size())
            if (wal.write(zeros.constData(), std::min<qint64>(left, zeros.size())) <= 0)
                return;
    }

    // The checkpointer copies in the background. While that has left little to copy, or when the WAL
    // is over its cap, the writer ends it, so that the next commit begins at the front of the file.
    void capWal(std::size_t bytes)
    {
        m_checkpointer->note(bytes);
        const std::optional<Checkpointer::Log> log = m_checkpointer->takeLog();
        if (!log || log->frames <= walFramesOften
            || (log->left > walFramesCheap && log->frames <= walFramesMax))
            return;
        // A reader that is under way is not waited for.
        run("PRAGMA busy_timeout=0");
        run("PRAGMA wal_checkpoint(RESTART)");
        run("PRAGMA busy_timeout=5000");
    }

    std::shared_ptr<Checkpointer> m_checkpointer;   // one for all writers
};

}  // namespace

std::string tipMessage(const Tip &tip)
{
    crypto::Hasher hasher;
    hasher.update(std::string_view("DreamScope tip 1"));
    hasher.update(tip.pages);
    hasher.update(tip.facts);
    hasher.update(tip.hash);
    hasher.update(tip.root);
    hasher.update(static_cast<std::uint64_t>(tip.at.us));
    const Digest digest = hasher.finish();
    return {reinterpret_cast<const char *>(digest.bytes.data()), digest.bytes.size()};
}

OpenedStore openSqlite(const std::string &folder, bool isReadOnly)
{
    auto store = std::make_unique<SqliteStore>();
    std::string error = store->open(folder, isReadOnly);
    if (error.empty() && !isReadOnly)
        error = store->prepare();
    if (!error.empty())
        return {nullptr, error};
    return {std::move(store), {}};
}

}  // namespace store
