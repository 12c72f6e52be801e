#include "store/checkpointer.h"

#include <QSqlDatabase>
#include <QSqlQuery>

#include <chrono>

namespace store {

namespace {
constexpr int commitsBetween = 500;
}

Checkpointer::Checkpointer(const QString &path) : m_path(path), m_thread([this] { work(); }) {}

Checkpointer::~Checkpointer()
{
    {
        const std::lock_guard lock(m_mutex);
        m_isStopping = true;
    }
    m_wake.notify_one();
    m_thread.join();
}

void Checkpointer::note()
{
    const std::lock_guard lock(m_mutex);
    if (++m_commits == commitsBetween)
        m_wake.notify_one();
}

void Checkpointer::work()
{
    const QString name = QStringLiteral("checkpoint-%1").arg(quintptr(this));
    {
        QSqlDatabase database = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), name);
        database.setDatabaseName(m_path);
        database.setConnectOptions(QStringLiteral("QSQLITE_BUSY_TIMEOUT=2000"));
        if (database.open()) {
            QSqlQuery(QStringLiteral("PRAGMA synchronous=FULL"), database);
            std::unique_lock lock(m_mutex);
            while (!m_isStopping) {
                // A quiet writer gets its checkpoint too, a few seconds late.
                m_wake.wait_for(lock, std::chrono::seconds(5),
                                [&] { return m_isStopping || m_commits >= commitsBetween; });
                if (m_isStopping || !m_commits)
                    continue;
                m_commits = 0;
                lock.unlock();
                QSqlQuery(QStringLiteral("PRAGMA wal_checkpoint(PASSIVE)"), database);
                lock.lock();
            }
        }
    }
    QSqlDatabase::removeDatabase(name);
}

}  // namespace store
