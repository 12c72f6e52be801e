#include "store/checkpointer.h"

#include <QSqlDatabase>
#include <QSqlQuery>

#include <chrono>
#include <utility>

namespace store {

namespace {
constexpr int commitsBetween = 500;
constexpr std::size_t bytesBetween = 8 * 1024 * 1024;
}  // namespace

Checkpointer::Checkpointer(const QString &path) : m_path(path), m_thread([this] { work(); })
{
}

Checkpointer::~Checkpointer()
{
    {
        const std::lock_guard lock(m_mutex);
        m_isStopping = true;
    }
    m_wake.notify_one();
    m_thread.join();
}

void Checkpointer::note(std::size_t bytes)
{
    bool mustWake = false;
    {
        const std::lock_guard lock(m_mutex);
        const bool wasDue = isDue();
        ++m_commits;
        m_bytes += bytes;
        mustWake = isDue() && !wasDue;
    }
    if (mustWake)
        m_wake.notify_one();
}

bool Checkpointer::isDue() const
{
    return m_commits >= commitsBetween || m_bytes >= bytesBetween;
}

std::optional<Checkpointer::Log> Checkpointer::takeLog()
{
    const std::lock_guard lock(m_mutex);
    return std::exchange(m_log, {});
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
                                [&] { return m_isStopping || isDue(); });
                if (m_isStopping || !m_commits)
                    continue;
                m_commits = 0;
                m_bytes = 0;
                lock.unlock();
                std::optional<Log> log;
                {
                    QSqlQuery query(QStringLiteral("PRAGMA wal_checkpoint(PASSIVE)"), database);
                    if (query.next())
                        log = {query.value(1).toInt(),
                               query.value(1).toInt() - query.value(2).toInt()};
                }
                lock.lock();
                m_log = log;
            }
        }
    }
    QSqlDatabase::removeDatabase(name);
}

}  // namespace store
