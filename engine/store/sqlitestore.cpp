#include "store/sqlitestore.h"

#include "store/checkpointer.h"

#include <QSqlDatabase>
#include <QSqlError>
#include <QSqlQuery>
#include <QFile>
#include <QFileInfo>
#include <QVariant>

#include <atomic>

namespace store {

namespace {

constexpr int walPagesCap = 16'384;  // 64 MiB of 4 KiB pages

QByteArray viewOf(std::string_view bytes)
{
    return QByteArray::fromRawData(bytes.data(), static_cast<qsizetype>(bytes.size()));
}

QByteArray viewOf(const Digest &digest)
{
    return QByteArray::fromRawData(reinterpret_cast<const char *>(digest.bytes.data()), 32);
}

std::string bytesAt(const QSqlQuery &query, int column)
{
    const QByteArray bytes = query.value(column).toByteArray();
    return {bytes.constData(), static_cast<std::size_t>(bytes.size())};
}

Digest digestAt(const QSqlQuery &query, int column)
{
    Digest digest;
    const QByteArray bytes = query.value(column).toByteArray();
    if (bytes.size() == 32)
        std::copy(bytes.begin(), bytes.end(), digest.bytes.begin());
    return digest;
}

qlonglong number(std::uint64_t value)
{
    return static_cast<qlonglong>(value);
}

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

class SqliteStore : public Store {
public:
    ~SqliteStore() override
    {
        m_checkpointer.reset();
        m_insertPage.reset();
        m_insertBlob.reset();
        const QString name = m_database.connectionName();
        m_database.close();
        m_database = {};
        QSqlDatabase::removeDatabase(name);
    }

    std::string open(const std::string &folder, bool isReadOnly)
    {
        static std::atomic<int> connections{0};
        m_folder = folder;
        m_path = QString::fromStdString(folder + "/journal.db");
        const bool isNew = !QFileInfo::exists(m_path);
        if (isReadOnly && isNew)
            return "there is no journal in " + folder;
        if (isNew) {
            // The file is private from its first byte.
            QFile file(m_path);
            if (!file.open(QIODevice::WriteOnly))
                return "cannot write in " + folder + ": " + file.errorString().toStdString();
            file.setPermissions(QFile::ReadOwner | QFile::WriteOwner);
        }
        m_database = QSqlDatabase::addDatabase(
            QStringLiteral("QSQLITE"), QStringLiteral("journal-%1").arg(connections.fetch_add(1)));
        m_database.setDatabaseName(m_path);
        m_database.setConnectOptions(isReadOnly
                                         ? QStringLiteral("QSQLITE_OPEN_READONLY;QSQLITE_BUSY_TIMEOUT=5000")
                                         : QStringLiteral("QSQLITE_BUSY_TIMEOUT=5000"));
        if (!m_database.open())
            return "cannot open " + m_path.toStdString() + ": " + error(m_database.lastError());
        return isReadOnly ? std::string() : prepare();
    }

    std::string commit(const Commit &commit) override
    {
        const bool isSingle = commit.page && commit.keys.empty() && commit.blobs.empty()
                              && !commit.tip && commit.erasedThings.empty();
        if (!isSingle && !m_database.transaction())
            return error(m_database.lastError());
        std::string failed = write(commit);
        if (!isSingle) {
            if (failed.empty() && !m_database.commit())
                failed = error(m_database.lastError());
            if (!failed.empty())
                m_database.rollback();
        }
        if (failed.empty() && m_checkpointer)
            capWal();
        return failed;
    }

    std::optional<PageRecord> page(std::uint64_t seq) override
    {
        return onePage("WHERE seq = ?", seq);
    }

    std::optional<PageRecord> lastPage() override
    {
        return onePage("ORDER BY seq DESC LIMIT 1", {});
    }

    std::optional<PageRecord> pageOfFact(std::uint64_t fact) override
    {
        std::optional<PageRecord> found =
            onePage("WHERE first <= ? ORDER BY first DESC, seq DESC LIMIT 1", fact);
        if (found && fact >= found->firstFact + found->facts)
            return {};
        return found;
    }

    bool pages(std::uint64_t seq, const std::function<bool(const PageRecord &)> &visit) override
    {
        QSqlQuery query(m_database);
        query.setForwardOnly(true);
        query.prepare(QStringLiteral(
            "SELECT seq, first, facts, hash, bytes FROM page WHERE seq >= ? ORDER BY seq"));
        query.addBindValue(number(seq));
        if (!query.exec())
            return false;
        while (query.next())
            if (!visit(record(query)))
                break;
        return !query.lastError().isValid();
    }

    std::vector<ThingKey> keys() override
    {
        std::vector<ThingKey> found;
        QSqlQuery query(m_database);
        query.setForwardOnly(true);
        query.exec(QStringLiteral("SELECT thing, key FROM keys"));
        while (query.next())
            found.push_back({query.value(0).toULongLong(), bytesAt(query, 1)});
        return found;
    }

    std::optional<std::string> key(std::uint64_t thing) override
    {
        QSqlQuery query(m_database);
        query.prepare(QStringLiteral("SELECT key FROM keys WHERE thing = ?"));
        query.addBindValue(number(thing));
        if (!query.exec() || !query.next())
            return {};
        return bytesAt(query, 0);
    }

    std::optional<StoredBlob> blob(std::uint64_t owner, const Digest &digest) override
    {
        QSqlQuery query(m_database);
        query.prepare(QStringLiteral(
            "SELECT owner, digest, sealed, bytes FROM blob WHERE owner = ? AND digest = ?"));
        query.addBindValue(number(owner));
        query.addBindValue(viewOf(digest));
        if (!query.exec() || !query.next())
            return {};
        return storedBlob(query);
    }

    bool blobs(const std::function<bool(const StoredBlob &)> &visit) override
    {
        QSqlQuery query(m_database);
        query.setForwardOnly(true);
        if (!query.exec(QStringLiteral("SELECT owner, digest, sealed, bytes FROM blob ORDER BY number")))
            return false;
        while (query.next())
            if (!visit(storedBlob(query)))
                break;
        return !query.lastError().isValid();
    }

    std::vector<Snapshot> snapshots() override
    {
        std::vector<Snapshot> found;
        QSqlQuery query(m_database);
        query.setForwardOnly(true);
        query.exec(QStringLiteral("SELECT system, version, page, bytes FROM snapshot"));
        while (query.next())
            found.push_back({query.value(0).toString().toStdString(),
                             static_cast<std::uint16_t>(query.value(1).toUInt()),
                             query.value(2).toULongLong(), bytesAt(query, 3)});
        return found;
    }

    std::string putSnapshots(const std::vector<Snapshot> &snapshots) override
    {
        if (!m_database.transaction())
            return error(m_database.lastError());
        QSqlQuery query(m_database);
        query.prepare(QStringLiteral("INSERT OR REPLACE INTO snapshot VALUES(?, ?, ?, ?)"));
        for (const Snapshot &snapshot : snapshots) {
            query.addBindValue(QString::fromStdString(snapshot.system));
            query.addBindValue(snapshot.version);
            query.addBindValue(number(snapshot.page));
            query.addBindValue(viewOf(snapshot.bytes));
            if (!query.exec()) {
                const std::string failed = error(query.lastError());
                m_database.rollback();
                return failed;
            }
        }
        return m_database.commit() ? std::string() : error(m_database.lastError());
    }

    std::string dropSnapshots() override { return run("DELETE FROM snapshot"); }

    std::optional<Tip> lastTip() override
    {
        const std::vector<Tip> found = readTips("DESC LIMIT 1");
        if (found.empty())
            return {};
        return found.front();
    }

    std::vector<Tip> tips() override { return readTips("ASC"); }

    std::optional<std::string> meta(const std::string &name) override
    {
        QSqlQuery query(m_database);
        query.prepare(QStringLiteral("SELECT value FROM meta WHERE name = ?"));
        query.addBindValue(QString::fromStdString(name));
        if (!query.exec() || !query.next())
            return {};
        return bytesAt(query, 0);
    }

    std::string putMeta(const std::string &name, const std::string &value) override
    {
        QSqlQuery query(m_database);
        query.prepare(QStringLiteral("INSERT OR REPLACE INTO meta VALUES(?, ?)"));
        query.addBindValue(QString::fromStdString(name));
        query.addBindValue(viewOf(value));
        return query.exec() ? std::string() : error(query.lastError());
    }

    std::string scrub() override
    {
        // VACUUM rewrites the file without free pages; the truncating checkpoint empties the WAL.
        std::string failed = run("VACUUM");
        if (failed.empty())
            failed = run("PRAGMA wal_checkpoint(TRUNCATE)");
        return failed;
    }

    std::uint64_t bytesOnDisk() override
    {
        return static_cast<std::uint64_t>(
            QFileInfo(m_path).size() + QFileInfo(m_path + QStringLiteral("-wal")).size());
    }

    std::unique_ptr<Store> openReader() override { return openSqlite(m_folder, true).store; }

private:
    static std::string error(const QSqlError &error) { return error.text().toStdString(); }

    std::string run(const char *sql)
    {
        QSqlQuery query(m_database);
        return query.exec(QString::fromLatin1(sql)) ? std::string() : error(query.lastError());
    }

    std::string prepare()
    {
        for (const char *pragma :
             {"PRAGMA journal_mode=WAL", "PRAGMA synchronous=FULL", "PRAGMA secure_delete=ON",
              "PRAGMA wal_autocheckpoint=0", "PRAGMA foreign_keys=ON"})
            if (std::string failed = run(pragma); !failed.empty())
                return failed;
        for (const char *statement : schema)
            if (std::string failed = run(statement); !failed.empty())
                return failed;
        m_insertPage = std::make_unique<QSqlQuery>(m_database);
        m_insertPage->prepare(QStringLiteral("INSERT INTO page VALUES(?, ?, ?, ?, ?)"));
        m_insertBlob = std::make_unique<QSqlQuery>(m_database);
        m_insertBlob->prepare(QStringLiteral(
            "INSERT OR IGNORE INTO blob(owner, digest, sealed, bytes) VALUES(?, ?, ?, ?)"));
        m_checkpointer = std::make_unique<Checkpointer>(m_path);
        return {};
    }

    std::string write(const Commit &commit)
    {
        if (commit.page) {
            const PageRecord &page = *commit.page;
            m_insertPage->bindValue(0, number(page.seq));
            m_insertPage->bindValue(1, number(page.firstFact));
            m_insertPage->bindValue(2, page.facts);
            m_insertPage->bindValue(3, viewOf(page.hash));
            m_insertPage->bindValue(4, viewOf(page.bytes));
            const bool isWritten = m_insertPage->exec();
            const std::string failed = isWritten ? std::string() : error(m_insertPage->lastError());
            m_insertPage->finish();
            if (!isWritten)
                return failed;
        }
        for (const ThingKey &key : commit.keys)
            if (std::string failed = writeKey(key); !failed.empty())
                return failed;
        for (const StoredBlob &blob : commit.blobs) {
            m_insertBlob->bindValue(0, number(blob.owner));
            m_insertBlob->bindValue(1, viewOf(blob.digest));
            m_insertBlob->bindValue(2, blob.isSealed ? 1 : 0);
            m_insertBlob->bindValue(3, viewOf(blob.bytes));
            if (!m_insertBlob->exec())
                return error(m_insertBlob->lastError());
            m_insertBlob->finish();
        }
        if (commit.tip)
            if (std::string failed = writeTip(*commit.tip); !failed.empty())
                return failed;
        for (std::uint64_t thing : commit.erasedThings) {
            for (const char *statement :
                 {"DELETE FROM keys WHERE thing = ?", "DELETE FROM blob WHERE owner = ?"}) {
                QSqlQuery query(m_database);
                query.prepare(QString::fromLatin1(statement));
                query.addBindValue(number(thing));
                if (!query.exec())
                    return error(query.lastError());
            }
        }
        return {};
    }

    std::string writeKey(const ThingKey &key)
    {
        QSqlQuery query(m_database);
        query.prepare(QStringLiteral("INSERT INTO keys VALUES(?, ?)"));
        query.addBindValue(number(key.thing));
        query.addBindValue(viewOf(key.key));
        return query.exec() ? std::string() : error(query.lastError());
    }

    std::string writeTip(const Tip &tip)
    {
        QSqlQuery query(m_database);
        query.prepare(QStringLiteral("INSERT OR REPLACE INTO tip VALUES(?, ?, ?, ?, ?, ?, ?, ?)"));
        query.addBindValue(number(tip.pages));
        query.addBindValue(number(tip.facts));
        query.addBindValue(viewOf(tip.hash));
        query.addBindValue(viewOf(tip.root));
        query.addBindValue(static_cast<qlonglong>(tip.at.us));
        query.addBindValue(viewOf(tip.key));
        query.addBindValue(viewOf(tip.signature));
        query.addBindValue(viewOf(tip.frontier));
        return query.exec() ? std::string() : error(query.lastError());
    }

    // The checkpointer copies in the background; only a WAL over its cap makes the writer wait.
    void capWal()
    {
        m_checkpointer->note();
        if (++m_sinceCap < 256)
            return;
        m_sinceCap = 0;
        if (QFileInfo(m_path + QStringLiteral("-wal")).size() > qint64{walPagesCap} * 4096)
            run("PRAGMA wal_checkpoint(RESTART)");
    }

    static PageRecord record(const QSqlQuery &query)
    {
        return {query.value(0).toULongLong(), query.value(1).toULongLong(), query.value(2).toUInt(),
                digestAt(query, 3), bytesAt(query, 4)};
    }

    static StoredBlob storedBlob(const QSqlQuery &query)
    {
        return {query.value(0).toULongLong(), digestAt(query, 1), bytesAt(query, 3),
                query.value(2).toInt() != 0};
    }

    std::optional<PageRecord> onePage(const char *where, std::optional<std::uint64_t> value)
    {
        QSqlQuery query(m_database);
        query.setForwardOnly(true);
        query.prepare(QStringLiteral("SELECT seq, first, facts, hash, bytes FROM page ")
                      + QString::fromLatin1(where));
        if (value)
            query.addBindValue(number(*value));
        if (!query.exec() || !query.next())
            return {};
        return record(query);
    }

    std::vector<Tip> readTips(const char *order)
    {
        std::vector<Tip> found;
        QSqlQuery query(m_database);
        query.setForwardOnly(true);
        query.exec(QStringLiteral("SELECT pages, facts, hash, root, at, key, signature, frontier FROM tip "
                                  "ORDER BY pages ")
                   + QString::fromLatin1(order));
        while (query.next())
            found.push_back({query.value(0).toULongLong(), query.value(1).toULongLong(),
                             digestAt(query, 2), digestAt(query, 3),
                             {query.value(4).toLongLong()}, bytesAt(query, 5), bytesAt(query, 6), bytesAt(query, 7)});
        return found;
    }

    std::string m_folder;
    QString m_path;
    QSqlDatabase m_database;
    std::unique_ptr<QSqlQuery> m_insertPage, m_insertBlob;
    std::unique_ptr<Checkpointer> m_checkpointer;
    int m_sinceCap = 0;
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
    if (!error.empty())
        return {nullptr, error};
    return {std::move(store), {}};
}

}  // namespace store
