#include "store/journalcopy.h"

#include <QFile>
#include <QSqlDatabase>
#include <QSqlError>
#include <QSqlQuery>
#include <QVariant>

namespace store {

std::string copyJournal(const std::string &folder, const std::string &path)
{
    const QString target = QString::fromStdString(path);
    {
        // The file is private from its first byte; SQLite fills an empty one.
        QFile file(target);
        if (!file.open(QIODevice::WriteOnly | QIODevice::NewOnly))
            return "cannot write " + path + ": " + file.errorString().toStdString();
        file.setPermissions(QFile::ReadOwner | QFile::WriteOwner);
    }
    std::string failed;
    // unique while this call runs, on whichever thread
    const QString name = QStringLiteral("copy-%1").arg(quintptr(&failed));
    {
        QSqlDatabase database = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), name);
        database.setDatabaseName(QString::fromStdString(folder + "/journal.db"));
        database.setConnectOptions(
            QStringLiteral("QSQLITE_OPEN_READONLY;QSQLITE_BUSY_TIMEOUT=5000"));
        QSqlQuery query(database);
        if (!database.open())
            failed = database.lastError().text().toStdString();
        query = QSqlQuery(database);
        if (failed.empty()) {
            query.prepare(QStringLiteral("VACUUM INTO ?"));
            query.addBindValue(target);
            if (!query.exec())
                failed = query.lastError().text().toStdString();
        }
    }
    QSqlDatabase::removeDatabase(name);
    if (!failed.empty())
        QFile::remove(target);
    return failed;
}

}  // namespace store
