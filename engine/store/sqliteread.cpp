#include "store/sqliteread.h"

#include "store/sqlitestore.h"

#include <QFile>
#include <QFileInfo>

#include <atomic>

namespace store {

namespace {

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

PageRecord record(const QSqlQuery &query)
{
    return {query.value(0).toULongLong(), query.value(1).toULongLong(), query.value(2).toUInt(),
            digestAt(query, 3), bytesAt(query, 4)};
}

StoredBlob storedBlob(const QSqlQuery &query)
{
    return {query.value(0).toULongLong(), digestAt(query, 1), bytesAt(query, 3),
            query.value(2).toInt() != 0};
}

}  // namespace

SqliteReads::~SqliteReads()
{
    m_statements.clear();
    const QString name = m_database.connectionName();
    m_database.close();
    m_database = {};
    QSqlDatabase::removeDatabase(name);
}

std::string SqliteReads::open(const std::string &folder, bool isReadOnly)
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
    m_database.setConnectOptions(
        isReadOnly ? QStringLiteral("QSQLITE_OPEN_READONLY;QSQLITE_BUSY_TIMEOUT=5000")
                   : QStringLiteral("QSQLITE_BUSY_TIMEOUT=5000"));
    if (!m_database.open())
        return "cannot open " + m_path.toStdString() + ": " + error(m_database.lastError());
    return {};
}

QSqlQuery &SqliteReads::prepared(const char *sql)
{
    auto found = m_statements.find(sql);
    if (found == m_statements.end()) {
        QSqlQuery query(m_database);
        query.setForwardOnly(true);
        query.prepare(QString::fromLatin1(sql));
        found = m_statements.emplace(sql, std::move(query)).first;
    }
    return found->second;
}

std::string SqliteReads::run(const char *sql)
{
    QSqlQuery query(m_database);
    return query.exec(QString::fromLatin1(sql)) ? std::string() : error(query.lastError());
}

std::optional<PageRecord> SqliteReads::page(std::uint64_t seq)
{
    static constexpr const char *sql =
        "SELECT seq, first, facts, hash, bytes FROM page WHERE seq = ?";
    return onePage(sql, seq);
}

std::optional<PageRecord> SqliteReads::lastPage()
{
    static constexpr const char *sql =
        "SELECT seq, first, facts, hash, bytes FROM page ORDER BY seq DESC LIMIT 1";
    return onePage(sql, {});
}

std::optional<PageRecord> SqliteReads::pageOfFact(std::uint64_t fact)
{
    static constexpr const char *sql =
        "SELECT seq, first, facts, hash, bytes FROM page WHERE first <= ? ORDER BY first DESC, seq DESC LIMIT 1";
    std::optional<PageRecord> found = onePage(sql, fact);
    if (found && fact >= found->firstFact + found->facts)
        return {};
    return found;
}

std::optional<PageRecord> SqliteReads::onePage(const char *sql, std::optional<std::uint64_t> value)
{
    QSqlQuery &query = prepared(sql);
    if (value)
        query.bindValue(0, number(*value));
    std::optional<PageRecord> found;
    if (query.exec() && query.next())
        found = record(query);
    query.finish();
    return found;
}

bool SqliteReads::pages(std::uint64_t seq, const std::function<bool(const PageRecord &)> &visit)
{
    // Not a kept statement: whoever is told a page may ask for others.
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

bool SqliteReads::pageHashes(const std::function<bool(std::uint64_t, const Digest &)> &visit)
{
    QSqlQuery query(m_database);
    query.setForwardOnly(true);
    if (!query.exec(QStringLiteral("SELECT seq, hash FROM page ORDER BY seq")))
        return false;
    while (query.next())
        if (!visit(query.value(0).toULongLong(), digestAt(query, 1)))
            break;
    return !query.lastError().isValid();
}

std::vector<ThingKey> SqliteReads::keys()
{
    std::vector<ThingKey> found;
    QSqlQuery query(m_database);
    query.setForwardOnly(true);
    query.exec(QStringLiteral("SELECT thing, key FROM keys"));
    while (query.next())
        found.push_back({query.value(0).toULongLong(), bytesAt(query, 1)});
    return found;
}

std::optional<std::string> SqliteReads::key(std::uint64_t thing)
{
    static constexpr const char *sql = "SELECT key FROM keys WHERE thing = ?";
    QSqlQuery &query = prepared(sql);
    query.bindValue(0, number(thing));
    std::optional<std::string> found;
    if (query.exec() && query.next())
        found = bytesAt(query, 0);
    query.finish();
    return found;
}

std::optional<StoredBlob> SqliteReads::blob(std::uint64_t owner, const Digest &digest)
{
    static constexpr const char *sql =
        "SELECT owner, digest, sealed, bytes FROM blob WHERE owner = ? AND digest = ?";
    QSqlQuery &query = prepared(sql);
    query.bindValue(0, number(owner));
    query.bindValue(1, viewOf(digest));
    std::optional<StoredBlob> found;
    if (query.exec() && query.next())
        found = storedBlob(query);
    query.finish();
    return found;
}

bool SqliteReads::blobs(const std::function<bool(const StoredBlob &)> &visit)
{
    QSqlQuery query(m_database);
    query.setForwardOnly(true);
    if (!query.exec(
            QStringLiteral("SELECT owner, digest, sealed, bytes FROM blob ORDER BY number")))
        return false;
    while (query.next())
        if (!visit(storedBlob(query)))
            break;
    return !query.lastError().isValid();
}

std::vector<Snapshot> SqliteReads::snapshots()
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

std::uint64_t SqliteReads::snapshotPage()
{
    QSqlQuery query(m_database);
    return query.exec(QStringLiteral("SELECT max(page) FROM snapshot")) && query.next()
               ? query.value(0).toULongLong()
               : 0;
}

std::optional<Tip> SqliteReads::lastTip()
{
    const std::vector<Tip> found = readTips("DESC LIMIT 1");
    if (found.empty())
        return {};
    return found.front();
}

std::vector<Tip> SqliteReads::tips()
{
    return readTips("ASC");
}

std::vector<Tip> SqliteReads::readTips(const char *order)
{
    std::vector<Tip> found;
    QSqlQuery query(m_database);
    query.setForwardOnly(true);
    query.exec(
        QStringLiteral("SELECT pages, facts, hash, root, at, key, signature, frontier FROM tip "
                       "ORDER BY pages ")
        + QString::fromLatin1(order));
    while (query.next())
        found.push_back({query.value(0).toULongLong(),
                         query.value(1).toULongLong(),
                         digestAt(query, 2),
                         digestAt(query, 3),
                         {query.value(4).toLongLong()},
                         bytesAt(query, 5),
                         bytesAt(query, 6),
                         bytesAt(query, 7)});
    return found;
}

std::optional<std::string> SqliteReads::meta(const std::string &name)
{
    static constexpr const char *sql = "SELECT value FROM meta WHERE name = ?";
    QSqlQuery &query = prepared(sql);
    query.bindValue(0, QString::fromStdString(name));
    std::optional<std::string> found;
    if (query.exec() && query.next())
        found = bytesAt(query, 0);
    query.finish();
    return found;
}

std::uint64_t SqliteReads::bytesOnDisk()
{
    return static_cast<std::uint64_t>(QFileInfo(m_path).size()
                                      + QFileInfo(m_path + QStringLiteral("-wal")).size());
}

std::unique_ptr<Store> SqliteReads::openReader()
{
    return openSqlite(m_folder, true).store;
}

}  // namespace store
