// A live table for a view: some rows of one table, in one order. Roles are the row's field names.
// Changes come as inserts, moves, changes and removals, at most once a frame; only a new question
// (another table, filter or order) starts afresh. Archives (receipts, versions, artefacts) need a
// thing to ask about, or show their newest rows. Given a Past, shows the rows of its moment instead.
// GUI thread only.
#pragma once

#include "journal.h"
#include "past.h"

#include <QAbstractListModel>
#include <QHash>
#include <QPointer>
#include <QQmlParserStatus>
#include <QSharedPointer>
#include <QVariantMap>
#include <QtQml/qqmlregistration.h>

#include <vector>

namespace models {
class TableFeed;
}

class Rows : public QAbstractListModel, public QQmlParserStatus {
    Q_OBJECT
    Q_INTERFACES(QQmlParserStatus)
    QML_ELEMENT
    Q_PROPERTY(QString of READ of WRITE setOf NOTIFY ofChanged)
    Q_PROPERTY(QVariantMap where READ where WRITE setWhere NOTIFY whereChanged)
    Q_PROPERTY(QString sortBy READ sortBy WRITE setSortBy NOTIFY sortByChanged)
    Q_PROPERTY(bool descending READ descending WRITE setDescending NOTIFY descendingChanged)
    Q_PROPERTY(int limit READ limit WRITE setLimit NOTIFY limitChanged)
    // While that shows a moment of the past, these are the rows of that moment; null: always now.
    Q_PROPERTY(Past *past READ past WRITE setPast NOTIFY pastChanged)
    Q_PROPERTY(int count READ count NOTIFY countChanged)
    Q_PROPERTY(bool ready READ isReady NOTIFY readyChanged)
    // Whether the answer to the question as it stands is still to come: nothing is empty before that.
    Q_PROPERTY(bool isLoading READ isLoading NOTIFY loadingChanged)
    Q_PROPERTY(int revision READ revision NOTIFY revisionChanged)  // up with every change

public:
    explicit Rows(QObject *parent = nullptr);
    void classBegin() override {}
    void componentComplete() override;

    QString of() const { return m_of; }
    void setOf(const QString &of);
    QVariantMap where() const { return m_where; }
    void setWhere(const QVariantMap &where);
    QString sortBy() const { return m_sortBy; }
    void setSortBy(const QString &field);
    bool descending() const { return m_isDescending; }
    void setDescending(bool isDescending);
    int limit() const { return m_limit; }
    void setLimit(int limit);
    Past *past() const { return m_past; }
    void setPast(Past *past);
    int count() const;
    bool isReady() const { return m_isReady; }
    bool isLoading() const { return !m_of.isEmpty() && (!m_isReady || m_isAsked); }
    int revision() const { return m_revision; }

    // All fields of the row at that place; undefined when there is none.
    Q_INVOKABLE QVariant at(int index) const;
    Q_INVOKABLE int indexOf(const QString &key) const;
    Q_INVOKABLE QString keyAt(int index) const;

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QHash<int, QByteArray> roleNames() const override;

Q_SIGNALS:
    void ofChanged();
    void whereChanged();
    void sortByChanged();
    void descendingChanged();
    void limitChanged();
    void pastChanged();
    void countChanged();
    void readyChanged();
    void loadingChanged();
    void revisionChanged();

private:
    // A row's place in the order: its sort value, then its key.
    struct Place {
        double number = 0;
        QString word;
        std::uint64_t key = 0;
    };
    struct Condition {
        int field = -1;
        QStringList values;
    };

    void ask();
    void restart();
    void moved();
    bool isThen() const { return m_past && m_past->isPast(); }
    QSharedPointer<models::TableFeed> feedNow();
    void askArchive(bool isAfresh);
    void readOn();
    void takeArchive(models::ArchiveRows found);
    void take(const std::vector<std::uint64_t> &keys);
    void setReady();
    void changed(int countBefore);
    const std::string *bytes(std::uint64_t key) const;
    bool fits(std::string_view row) const;
    Place placeOf(std::uint64_t key, std::string_view row) const;
    bool isBefore(const Place &a, const Place &b) const;
    std::size_t positionOf(const Place &place) const;
    void insert(const Place &place);
    void remove(std::uint64_t key);
    void replace(std::uint64_t key, const Place &now);
    bool isShown(std::size_t position) const;

    QString m_of, m_sortBy;
    QVariantMap m_where;
    bool m_isDescending = false, m_isComplete = false, m_isReady = false, m_isAsked = false;
    int m_limit = 0, m_revision = 0;

    QPointer<Past> m_past;
    bool m_isThen = false;  // what is shown is of the past
    const kernel::TableInfo *m_info = nullptr;
    QSharedPointer<models::TableFeed> m_feed;
    std::map<std::uint64_t, std::string> m_archive;
    std::uint64_t m_archiveEnd = 0;
    bool m_isReading = false, m_isReadAgain = false;
    int m_question = 0;  // answers to older questions are dropped
    std::vector<Condition> m_conditions;
    std::uint64_t m_thing = 0;
    bool m_isAboutNothing = false;  // asked for a thing by an id that is none
    int m_sortField = -1;
    std::vector<Place> m_places;
    std::unordered_map<std::uint64_t, Place> m_placeOf;
};
