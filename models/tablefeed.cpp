#include "tablefeed.h"

#include "bridge.h"
#include "values.h"

#include <QPointer>

namespace models {

TableFeed::TableFeed(loop::Engine &engine, const kernel::TableInfo &info)
    : m_engine(&engine), m_info(info)
{
    connect(&Bridge::instance(), &Bridge::closing, this, &TableFeed::letGo);
    // The first call comes before watch returns; it too is posted, so the window never waits long.
    m_watch = engine.watch(info.name, [this](loop::RowsChanged news) {
        const auto kept = std::make_shared<loop::RowsChanged>(std::move(news));
        QMetaObject::invokeMethod(
            this, [this, kept] { take(*kept); }, Qt::QueuedConnection);
    });
}

TableFeed::~TableFeed()
{
    letGo();
}

void TableFeed::letGo()
{
    if (m_engine && m_watch)
        m_engine->unwatch(m_watch);  // after this the engine's thread posts nothing more
    m_engine = nullptr;
}

const std::string *TableFeed::row(std::uint64_t key) const
{
    const auto found = m_rows.find(key);
    return found == m_rows.end() ? nullptr : &found->second;
}

int TableFeed::indexOf(const QString &field) const
{
    for (std::size_t i = 0; i < m_info.fields.size(); ++i)
        if (field == text(m_info.fields[i].name))
            return int(i);
    return -1;
}

void TableFeed::become(const std::vector<std::pair<std::uint64_t, std::string>> &rows)
{
    loop::RowsChanged news;
    auto old = m_rows.cbegin();
    for (const auto &[key, bytes] : rows) {
        for (; old != m_rows.cend() && old->first < key; ++old)
            news.rows.emplace_back(old->first, std::string());
        const bool isKnown = old != m_rows.cend() && old->first == key;
        if (!isKnown || old->second != bytes)
            news.rows.emplace_back(key, bytes);
        if (isKnown)
            ++old;
    }
    for (; old != m_rows.cend(); ++old)
        news.rows.emplace_back(old->first, std::string());
    take(news);
}

void TableFeed::take(loop::RowsChanged &news)
{
    std::vector<std::uint64_t> keys;
    keys.reserve(news.rows.size());
    for (auto &[key, bytes] : news.rows) {
        keys.push_back(key);
        if (bytes.empty())
            m_rows.erase(key);
        else
            m_rows.insert_or_assign(key, std::move(bytes));
    }
    m_isFilled = true;
    Q_EMIT changed(keys);
}

}  // namespace models
