#include "history.h"

#include "bridge.h"
#include "journal.h"
#include "values.h"

using namespace Qt::StringLiterals;
using models::Bridge;

namespace {
const QList<QByteArray> roles{"seq", "at", "name", "actor", "summary", "receipt"};
}

History::History(QObject *parent)
    : QAbstractListModel(parent)
{
    connect(&Bridge::instance(), &Bridge::opened, this, &History::restart);
    connect(&Bridge::instance(), &Bridge::closing, this, [this] {
        ++m_question;
        m_isReading = false;
    });
}

void History::componentComplete()
{
    m_isComplete = true;
    restart();
}

void History::setOf(const QString &of)
{
    if (of == m_of)
        return;
    m_of = of;
    restart();
    Q_EMIT ofChanged();
}

void History::restart()
{
    if (!m_isComplete)
        return;
    ++m_question;
    m_isReading = false;
    m_end = 0;
    m_isReady = m_of.isEmpty();
    if (!m_rows.isEmpty()) {
        beginResetModel();
        m_rows.clear();
        endResetModel();
        Q_EMIT countChanged();
    }
    Q_EMIT readyChanged();
    models::Journal *journal = Bridge::instance().journal();
    if (!journal || m_of.isEmpty())
        return;
    connect(journal, &models::Journal::grown, this, &History::read, Qt::UniqueConnection);
    read();
}

void History::read()
{
    models::Journal *journal = Bridge::instance().journal();
    if (!journal || m_of.isEmpty())
        return;
    if (m_isReading) {
        m_isReadAgain = true;
        return;
    }
    m_isReading = true;
    m_isReadAgain = false;
    const auto then = [this, question = m_question](const QVariantList &rows) {
        if (question == m_question)
            take(rows);
    };
    if (const std::uint64_t thing = models::idOf(m_of))
        journal->history(thing, m_end, this, then);
    else
        journal->historyOf(m_of, m_end, this, then);
}

void History::take(const QVariantList &rows)
{
    m_isReading = false;
    if (!rows.isEmpty()) {
        m_end = std::uint64_t(rows.constLast().toMap().value(u"seq"_s).toDouble());
        beginInsertRows({}, 0, int(rows.size()) - 1);
        for (const QVariant &row : rows)
            m_rows.prepend(row);
        endInsertRows();
        Q_EMIT countChanged();
    }
    if (!m_isReady) {
        m_isReady = true;
        Q_EMIT readyChanged();
    }
    if (m_isReadAgain)
        read();
}

int History::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : count();
}

QVariant History::data(const QModelIndex &index, int role) const
{
    const int field = role - Qt::UserRole;
    if (!index.isValid() || index.row() >= count() || field < 0 || field >= roles.size())
        return {};
    return m_rows.at(index.row()).toMap().value(QString::fromLatin1(roles[field]));
}

QHash<int, QByteArray> History::roleNames() const
{
    QHash<int, QByteArray> names;
    for (int i = 0; i < roles.size(); ++i)
        names.insert(Qt::UserRole + i, roles[i]);
    return names;
}
