#include "store/cache.h"

#include "store/cacheconnection.h"

#include <QFile>
#include <QFileInfo>

namespace store {

namespace {

constexpr int layoutVersion = 1;
constexpr const char *putMeta = "INSERT OR REPLACE INTO meta VALUES(?, ?)";
constexpr const char *getMeta = "SELECT value FROM meta WHERE name = ?";

constexpr const char *schema[] = {
    "CREATE TABLE IF NOT EXISTS meta(name TEXT PRIMARY KEY, value BLOB NOT NULL) WITHOUT ROWID",
    "CREATE TABLE IF NOT EXISTS chunk(segment INTEGER NOT NULL, key BLOB NOT NULL, bytes BLOB NOT NULL, "
    "PRIMARY KEY(segment, key)) WITHOUT ROWID",
    "CREATE TABLE IF NOT EXISTS dream(number INTEGER PRIMARY KEY, id INTEGER NOT NULL UNIQUE, "
    "isArchived INTEGER NOT NULL)",
    // Prefixes of two and three letters are indexed: people search while they type.
    "CREATE VIRTUAL TABLE IF NOT EXISTS search USING fts5(title, body, tags, "
    "tokenize = 'porter unicode61 remove_diacritics 2', prefix = '2 3')",
    // A word in the title says most about a dream, then a tag, then the text.
    "INSERT INTO search(search, rank) VALUES('rank', 'bm25(8.0, 1.0, 4.0)')",
};

QString pathOf(const std::string &folder)
{
    return QString::fromStdString(folder + "/cache.db");
}

std::string readMeta(CacheConnection &connection, const QString &name)
{
    std::string bytes;
    if (QSqlQuery *query = connection.run(getMeta, name)) {
        if (query->next())
            bytes = query->value(0).toByteArray().toStdString();
        query->finish();
    }
    return bytes;
}

bool writeMeta(CacheConnection &connection, const QString &name, std::string_view value)
{
    return connection.change(putMeta, name, blobOf(value));
}

bool runOnce(CacheConnection &connection, const char *sql)
{
    QSqlQuery query(connection.database);
    return query.exec(QString::fromLatin1(sql)) || connection.fail(query);
}

bool prepareFile(CacheConnection &connection, const std::string &shape)
{
    // FULL is not needed: what a power loss takes is read from the journal again.
    for (const char *pragma : {"PRAGMA journal_mode=WAL", "PRAGMA synchronous=NORMAL",
                               "PRAGMA secure_delete=ON", "PRAGMA cache_size=-16384"})
        if (!runOnce(connection, pragma))
            return false;
    if (connection.database.tables().contains(QStringLiteral("meta")))
        return true;
    if (!connection.database.transaction())
        return false;
    for (const char *statement : schema)
        if (!runOnce(connection, statement))
            return false;
    return writeMeta(connection, QStringLiteral("shape"), shape) && connection.database.commit();
}

}  // namespace

CacheConnection::~CacheConnection()
{
    queries.clear();
    const QString name = database.connectionName();
    database.close();
    database = {};
    QSqlDatabase::removeDatabase(name);
}

bool CacheConnection::fail(const QSqlQuery &query)
{
    failure = query.lastError().text().toStdString();
    if (failure.empty())
        failure = "the cache cannot be read";
    return false;
}

QSqlQuery *CacheConnection::prepared(const char *sql)
{
    auto found = queries.find(sql);
    if (found == queries.end()) {
        QSqlQuery query(database);
        query.setForwardOnly(true);
        if (!query.prepare(QString::fromUtf8(sql))) {
            fail(query);
            return nullptr;
        }
        found = queries.emplace(sql, std::move(query)).first;
    }
    return &found->second;
}

QSqlQuery *CacheConnection::exec(QSqlQuery *query)
{
    if (query->exec())
        return query;
    fail(*query);
    query->finish();
    return nullptr;
}

Cache::Cache(std::unique_ptr<CacheConnection> connection) : d(std::move(connection)) {}

Cache::~Cache() = default;

std::unique_ptr<Cache> Cache::open(const std::string &folder, bool isReadOnly,
                                   const std::string &shape, std::string &error)
{
    auto connection = std::make_unique<CacheConnection>();
    connection->path = pathOf(folder);
    if (!QFileInfo::exists(connection->path)) {
        if (isReadOnly) {
            error = "there is no cache in " + folder;
            return nullptr;
        }
        // The file is private from its first byte.
        QFile file(connection->path);
        if (!file.open(QIODevice::WriteOnly)) {
            error = "cannot write in " + folder + ": " + file.errorString().toStdString();
            return nullptr;
        }
        file.setPermissions(QFile::ReadOwner | QFile::WriteOwner);
    }
    connection->database = QSqlDatabase::addDatabase(
        QStringLiteral("QSQLITE"), QStringLiteral("cache-%1").arg(quintptr(connection.get())));
    connection->database.setDatabaseName(connection->path);
    connection->database.setConnectOptions(
        isReadOnly ? QStringLiteral("QSQLITE_OPEN_READONLY;QSQLITE_BUSY_TIMEOUT=5000")
                   : QStringLiteral("QSQLITE_BUSY_TIMEOUT=5000"));
    const std::string wanted = std::to_string(layoutVersion) + ' ' + shape;
    if (!connection->database.open())
        error = connection->database.lastError().text().toStdString();
    else if (!isReadOnly && !prepareFile(*connection, wanted))
        error = connection->failure;
    else if (readMeta(*connection, QStringLiteral("shape")) != wanted)
        error = connection->failure.empty() ? "it was made by another version" : connection->failure;
    else
        return std::unique_ptr<Cache>(new Cache(std::move(connection)));
    return nullptr;
}

void Cache::remove(const std::string &folder)
{
    for (const char *ending : {"", "-wal", "-shm", "-journal"})
        QFile::remove(pathOf(folder) + QString::fromLatin1(ending));
}

bool Cache::begin()
{
    return d->database.transaction() || (d->failure = d->database.lastError().text().toStdString(), false);
}

bool Cache::commit()
{
    if (d->database.commit())
        return true;
    d->failure = d->database.lastError().text().toStdString();
    d->database.rollback();
    return false;
}

void Cache::rollback()
{
    d->database.rollback();
}

CacheMark Cache::mark(const char *part)
{
    const std::string bytes = readMeta(*d, QString::fromLatin1(part));
    CacheMark mark;
    if (bytes.size() != 40)
        return mark;
    for (std::size_t i = 0; i < 8; ++i)
        mark.page = mark.page << 8 | static_cast<unsigned char>(bytes[i]);
    std::copy(bytes.begin() + 8, bytes.end(), mark.hash.bytes.begin());
    return mark;
}

bool Cache::putMark(const char *part, const CacheMark &mark)
{
    std::string bytes;
    for (int shift = 56; shift >= 0; shift -= 8)
        bytes.push_back(static_cast<char>(mark.page >> shift));
    bytes.append(mark.hash.bytes.begin(), mark.hash.bytes.end());
    return writeMeta(*d, QString::fromLatin1(part), bytes);
}

std::string Cache::scrub()
{
    d->failure.clear();
    // VACUUM cannot run beside statements that are only paused.
    d->queries.clear();
    if (!runOnce(*d, "VACUUM"))
        return d->failure;
    QSqlQuery query(d->database);
    if (!query.exec(QStringLiteral("PRAGMA wal_checkpoint(TRUNCATE)")) || !query.next()) {
        d->fail(query);
        return d->failure;
    }
    return query.value(0).toInt() ? "somebody is reading the cache" : std::string();
}

std::uint64_t Cache::bytesOnDisk(const std::string &folder)
{
    const QString path = pathOf(folder);
    return static_cast<std::uint64_t>(QFileInfo(path).size() + QFileInfo(path + QStringLiteral("-wal")).size());
}

const std::string &Cache::failure() const
{
    return d->failure;
}

std::vector<std::string> Cache::statements()
{
    return {putMeta, getMeta};
}

}  // namespace store
