// The reading half of the Store in SQLite: one connection, and the statements for single rows kept
// prepared. The writing half (sqlitestore.cpp) is made on top of it.
// Private to store/. Thread contract: see Store.
#pragma once

#include "store/store.h"

#include <QSqlDatabase>
#include <QSqlError>
#include <QSqlQuery>
#include <QVariant>

#include <map>

namespace store {

class SqliteReads : public Store {
public:
    ~SqliteReads() override;

    // Words when journal.db cannot be opened.
    std::string open(const std::string &folder, bool isReadOnly);

    std::optional<PageRecord> page(std::uint64_t seq) override;
    std::optional<PageRecord> lastPage() override;
    std::optional<PageRecord> pageOfFact(std::uint64_t fact) override;
    bool pages(std::uint64_t seq, const std::function<bool(const PageRecord &)> &visit) override;
    bool pageHashes(const std::function<bool(std::uint64_t, const Digest &)> &visit) override;
    std::vector<ThingKey> keys() override;
    std::optional<std::string> key(std::uint64_t thing) override;
    std::optional<StoredBlob> blob(std::uint64_t owner, const Digest &digest) override;
    bool blobs(const std::function<bool(const StoredBlob &)> &visit) override;
    std::vector<Snapshot> snapshots() override;
    std::uint64_t snapshotPage() override;
    std::optional<Tip> lastTip() override;
    std::vector<Tip> tips() override;
    std::optional<std::string> meta(const std::string &name) override;
    std::uint64_t bytesOnDisk() override;
    std::unique_ptr<Store> openReader() override;

protected:
    // Prepared once a text and connection; the caller binds, runs and calls finish().
    QSqlQuery &prepared(const char *sql);
    std::string run(const char *sql);
    static std::string error(const QSqlError &error) { return error.text().toStdString(); }
    const QString &path() const { return m_path; }
    const std::string &folder() const { return m_folder; }
    QSqlDatabase &database() { return m_database; }

private:
    std::optional<PageRecord> onePage(const char *sql, std::optional<std::uint64_t> value);
    std::vector<Tip> readTips(const char *order);

    std::string m_folder;
    QString m_path;
    QSqlDatabase m_database;
    std::map<const char *, QSqlQuery> m_statements;
};

// Bytes as a blob, without copying; they must live until the statement ran.
inline QByteArray viewOf(std::string_view bytes)
{
    return QByteArray::fromRawData(bytes.data(), static_cast<qsizetype>(bytes.size()));
}

inline QByteArray viewOf(const Digest &digest)
{
    return QByteArray::fromRawData(reinterpret_cast<const char *>(digest.bytes.data()), 32);
}

inline qlonglong number(std::uint64_t value)
{
    return static_cast<qlonglong>(value);
}

}  // namespace store
