#include "rows.h"

#include "bridge.h"
#include "tablefeed.h"
#include "values.h"

#include <algorithm>

using namespace Qt::StringLiterals;
using models::Bridge;
Rows::Rows(QObject *parent) : QAbstractListModel(parent)
{
    connect(&Bridge::instance(), &Bridge::opened, this, &Rows::restart);
    connect(&Bridge::instance(), &Bridge::closing, this, [this] {
        m_feed.reset();
        m_isReading = false;
        ++m_question;
    });
}

void Rows::componentComplete()
{
    m_isComplete = true;
    restart();
}

void Rows::setOf(const QString &of)
{
    if (of == m_of)
        return;
    m_of = of;
    restart();  // at once: a view that is told of the new table reads its roles
    Q_EMIT ofChanged();
}

void Rows::setWhere(const QVariantMap &where)
{
    if (where == m_where)
        return;
    m_where = where;
    ask();
    Q_EMIT whereChanged();
}

void Rows::setSortBy(const QString &field)
{
    if (field == m_sortBy)
        return;
    m_sortBy = field;
    ask();
    Q_EMIT sortByChanged();
}

void Rows::setDescending(bool isDescending)
{
    if (isDescending == m_isDescending)
        return;
    m_isDescending = isDescending;
    ask();
    Q_EMIT descendingChanged();
}

void Rows::setLimit(int limit)
{
    if (limit == m_limit)
        return;
    m_limit = std::max(0, limit);
    ask();
    Q_EMIT limitChanged();
}

// A page changes filter and order one after the other: one new question, not two.
void Rows::ask()
{
    if (!m_isComplete || m_isAsked)
        return;
    m_isAsked = true;
    Q_EMIT loadingChanged();
    QMetaObject::invokeMethod(
        this,
        [this] {
            if (m_isAsked)
                restart();
        },
        Qt::QueuedConnection);
}

void Rows::readQuestion()
{
    m_conditions.clear();
    m_thing = 0;
    m_isAboutNothing = false;
    m_sortField = -1;
    for (std::size_t i = 0; m_info && i < m_info->fields.size(); ++i) {
        const QString name = models::text(m_info->fields[i].name);
        if (name == m_sortBy)
            m_sortField = int(i);
        const auto wanted = m_where.constFind(name);
        if (wanted == m_where.cend())
            continue;
        m_conditions.push_back({int(i), wanted->toStringList()});
        if (m_conditions.back().values.size() == 1
            && m_info->fields[i].type->kind == kernel::FieldType::Identity) {
            m_thing = models::idOf(m_conditions.back().values.first());
            m_isAboutNothing = m_isAboutNothing || m_thing == 0;
        }
    }
    // Of an archive: rows that name this thing anywhere, also inside their lists.
    if (const auto about = m_where.constFind(QStringLiteral("about")); about != m_where.cend()) {
        m_thing = models::idOf(about->toString());
        m_isAboutNothing = m_thing == 0;
    }
}

void Rows::restart()
{
    m_isAsked = false;
    if (!m_isComplete)
        return;
    const int countBefore = count();
    beginResetModel();
    ++m_question;
    m_places.clear();
    m_placeOf.clear();
    m_archive.clear();
    m_archiveEnd = 0;
    m_isReading = false;
    m_info = Bridge::table(m_of);
    const QSharedPointer<models::TableFeed> before = m_feed;  // kept until the new one is there
    if (m_feed)
        m_feed->disconnect(this);
    m_isThen = isThen();
    m_feed = feedNow();
    readQuestion();
    const bool wasReady = m_isReady;
    m_isReady = !m_info;  // no such table: nothing will ever come
    if (m_feed) {
        for (const auto &[key, row] : m_feed->rows()) {
            if (fits(row)) {
                const Place place = placeOf(key, row);
                m_places.push_back(place);
                m_placeOf.emplace(key, place);
            }
        }
        std::sort(m_places.begin(), m_places.end(),
                  [this](const Place &a, const Place &b) { return isBefore(a, b); });
        m_isReady = m_feed->isFilled();
        connect(m_feed.get(), &models::TableFeed::changed, this, &Rows::take);
    }
    endResetModel();
    if (m_isReady != wasReady)
        Q_EMIT readyChanged();
    Q_EMIT loadingChanged();
    changed(countBefore);
    if (m_info && m_info->archiveKind && Bridge::instance().journal()) {
        connect(Bridge::instance().journal(), &models::Journal::grown, this, &Rows::readOn,
                Qt::UniqueConnection);
        askArchive(true);
    }
}

void Rows::setReady()
{
    if (m_isReady)
        return;
    m_isReady = true;
    Q_EMIT readyChanged();
    Q_EMIT loadingChanged();
}

void Rows::changed(int countBefore)
{
    ++m_revision;
    if (count() != countBefore)
        Q_EMIT countChanged();
    Q_EMIT revisionChanged();
}

const std::string *Rows::bytes(std::uint64_t key) const
{
    if (m_feed)
        return m_feed->row(key);
    const auto found = m_archive.find(key);
    return found == m_archive.end() ? nullptr : &found->second;
}

bool Rows::fits(std::string_view row) const
{
    return std::all_of(m_conditions.cbegin(), m_conditions.cend(), [&](const Condition &condition) {
        const QVariant value = models::field(m_info->fields, row, condition.field);
        return condition.values.contains(value.toString());
    });
}

Rows::Place Rows::placeOf(std::uint64_t key, std::string_view row) const
{
    Place place{0, {}, key};
    if (m_sortField < 0)
        return place;
    const QVariant value = models::field(m_info->fields, row, m_sortField);
    if (value.typeId() == QMetaType::QString)
        place.word = value.toString();
    else
        place.number = value.toDouble();
    // Amounts are decimal text, but nobody wants "10" before "9".
    if (m_info->fields[std::size_t(m_sortField)].type->kind == kernel::FieldType::Money) {
        place.number = place.word.toDouble();
        place.word.clear();
    }
    return place;
}

bool Rows::isBefore(const Place &a, const Place &b) const
{
    int order = a.number < b.number ? -1 : a.number > b.number ? 1 : 0;
    if (order == 0 && (!a.word.isEmpty() || !b.word.isEmpty()))
        order = QString::localeAwareCompare(a.word, b.word);
    if (order == 0)
        order = a.key < b.key ? -1 : a.key > b.key ? 1 : 0;
    return m_isDescending ? order > 0 : order < 0;
}

std::size_t Rows::positionOf(const Place &place) const
{
    return std::size_t(
        std::lower_bound(m_places.cbegin(), m_places.cend(), place,
                         [this](const Place &a, const Place &b) { return isBefore(a, b); })
        - m_places.cbegin());
}

bool Rows::isShown(std::size_t position) const
{
    return m_limit == 0 || position < std::size_t(m_limit);
}

void Rows::insert(const Place &place)
{
    const std::size_t at = positionOf(place);
    if (!isShown(at)) {
        m_places.insert(m_places.begin() + std::ptrdiff_t(at), place);
    } else {
        const bool isFull = m_limit > 0 && m_places.size() >= std::size_t(m_limit);
        if (isFull) {
            // The last shown row goes out of sight before the new one comes in.
            beginRemoveRows({}, m_limit - 1, m_limit - 1);
            const int limit = std::exchange(m_limit, m_limit - 1);
            endRemoveRows();
            beginInsertRows({}, int(at), int(at));
            m_places.insert(m_places.begin() + std::ptrdiff_t(at), place);
            m_limit = limit;
            endInsertRows();
        } else {
            beginInsertRows({}, int(at), int(at));
            m_places.insert(m_places.begin() + std::ptrdiff_t(at), place);
            endInsertRows();
        }
    }
    m_placeOf.insert_or_assign(place.key, place);
}

void Rows::remove(std::uint64_t key)
{
    const auto known = m_placeOf.find(key);
    if (known == m_placeOf.end())
        return;
    const std::size_t at = positionOf(known->second);
    const bool wasShown = isShown(at);
    const bool hasMore = m_limit > 0 && m_places.size() > std::size_t(m_limit);
    if (wasShown) {
        beginRemoveRows({}, int(at), int(at));
        const int limit = m_limit;
        if (hasMore)
            m_limit = limit - 1;
        m_places.erase(m_places.begin() + std::ptrdiff_t(at));
        endRemoveRows();
        if (hasMore) {
            beginInsertRows({}, limit - 1, limit - 1);
            m_limit = limit;
            endInsertRows();
        }
    } else {
        m_places.erase(m_places.begin() + std::ptrdiff_t(at));
    }
    m_placeOf.erase(known);
}

void Rows::replace(std::uint64_t key, const Place &now)
{
    const Place before = m_placeOf.at(key);
    const std::size_t from = positionOf(before);
    const bool isSamePlace = before.number == now.number && before.word == now.word;
    if (!isSamePlace && m_limit > 0) {
        remove(key);
        insert(now);
        return;
    }
    std::size_t at = from;
    if (!isSamePlace) {
        std::size_t to = positionOf(now);
        if (to != from && to != from + 1) {
            beginMoveRows({}, int(from), int(from), {}, int(to));
            const Place moved = now;
            m_places.erase(m_places.begin() + std::ptrdiff_t(from));
            at = to > from ? to - 1 : to;
            m_places.insert(m_places.begin() + std::ptrdiff_t(at), moved);
            endMoveRows();
        } else {
            m_places[from] = now;
        }
        m_placeOf.insert_or_assign(key, now);
    }
    if (isShown(at))
        Q_EMIT dataChanged(index(int(at)), index(int(at)));
}

void Rows::take(const std::vector<std::uint64_t> &keys)
{
    if (m_isAsked)
        return;  // a new question is on its way and reads everything
    // The first rows come all at once; in single inserts a hundred thousand take half a minute.
    if (!m_isReady && m_places.empty() && keys.size() > 1) {
        restart();
        return;
    }
    const int countBefore = count();
    bool isNews = !m_isReady;  // rows of others are none
    for (const std::uint64_t key : keys) {
        const std::string *row = m_feed->row(key);
        const bool isIn = row && fits(*row);
        const bool wasIn = m_placeOf.contains(key);
        isNews = isNews || isIn || wasIn;
        if (isIn && wasIn)
            replace(key, placeOf(key, *row));
        else if (isIn)
            insert(placeOf(key, *row));
        else if (wasIn)
            remove(key);
    }
    setReady();
    if (isNews)
        changed(countBefore);
}

int Rows::count() const
{
    const int all = int(m_places.size());
    return m_limit > 0 ? std::min(m_limit, all) : all;
}

int Rows::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : count();
}

QVariant Rows::data(const QModelIndex &index, int role) const
{
    const int field = role - Qt::UserRole;
    if (!index.isValid() || index.row() >= count() || field < 0)
        return {};
    const std::string *row = bytes(m_places[std::size_t(index.row())].key);
    return row ? models::field(m_info->fields, *row, field) : QVariant();
}

QHash<int, QByteArray> Rows::roleNames() const
{
    QHash<int, QByteArray> names;
    const auto *info = Bridge::table(m_of);
    for (std::size_t i = 0; info && i < info->fields.size(); ++i) {
        const QByteArray name = models::text(info->fields[i].name).toLatin1();
        const bool isTaken = name == "model" || name == "modelData" || name == "index";
        names.insert(Qt::UserRole + int(i), isTaken ? name + '_' : name);
    }
    return names;
}

QVariant Rows::at(int index) const
{
    if (index < 0 || index >= count())
        return {};
    const std::string *row = bytes(m_places[std::size_t(index)].key);
    return row ? QVariant(models::map(m_info->fields, *row)) : QVariant();
}

int Rows::indexOf(const QString &key) const
{
    const std::uint64_t wanted = m_feed ? models::idOf(key) : key.toULongLong();
    const auto known = m_placeOf.find(wanted);
    if (known == m_placeOf.end())
        return -1;
    const std::size_t at = positionOf(known->second);
    return isShown(at) ? int(at) : -1;
}

QString Rows::keyAt(int index) const
{
    if (index < 0 || index >= count())
        return {};
    const std::uint64_t key = m_places[std::size_t(index)].key;
    return m_feed ? models::idText(key) : QString::number(key);
}
