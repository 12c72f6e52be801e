// The Qt side of a Cache, shared by the parts that keep something in it: prepared statements by
// their text, and one place where a failure is remembered. Private to store/.
// Thread contract: see Cache.
#pragma once

#include <QSqlDatabase>
#include <QSqlError>
#include <QSqlQuery>
#include <QVariant>

#include <map>
#include <string>
#include <string_view>

namespace store {

struct CacheConnection {
    ~CacheConnection();

    // Prepared once; null, and the failure remembered, when it cannot be.
    QSqlQuery *prepared(const char *sql);
    // Binds in order and runs; the caller reads rows and calls finish().
    template<class... Value>
    QSqlQuery *run(const char *sql, const Value &...values)
    {
        QSqlQuery *query = prepared(sql);
        if (!query)
            return nullptr;
        int place = 0;
        (query->bindValue(place++, values), ...);
        return exec(query);
    }
    // Runs a statement that has no rows to read.
    template<class... Value>
    bool change(const char *sql, const Value &...values)
    {
        QSqlQuery *query = run(sql, values...);
        if (query)
            query->finish();
        return query != nullptr;
    }
    bool fail(const QSqlQuery &query);

    QString path;
    QSqlDatabase database;
    std::map<const char *, QSqlQuery> queries;
    std::string failure;

private:
    QSqlQuery *exec(QSqlQuery *query);
};

// Bytes as a blob, without copying; they must live until the statement ran.
inline QByteArray blobOf(std::string_view bytes)
{
    return QByteArray::fromRawData(bytes.data(), static_cast<qsizetype>(bytes.size()));
}

inline qlonglong integerOf(std::uint64_t value)
{
    return static_cast<qlonglong>(value);
}

}  // namespace store
