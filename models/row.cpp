#include "row.h"

#include "bridge.h"
#include "tablefeed.h"
#include "values.h"

#include <algorithm>
#include <utility>

using models::Bridge;

Row::Row(QObject *parent) : QObject(parent)
{
    connect(&Bridge::instance(), &Bridge::opened, this, &Row::restart);
    connect(&Bridge::instance(), &Bridge::closing, this, [this] { m_feed.reset(); });
}

void Row::componentComplete()
{
    m_isComplete = true;
    restart();
}

void Row::setOf(const QString &of)
{
    if (of == m_of)
        return;
    m_of = of;
    restart();
    Q_EMIT ofChanged();
}

void Row::setKey(const QString &key)
{
    if (key == m_key)
        return;
    m_key = key;
    m_id = models::idOf(key);
    read();
    Q_EMIT keyChanged();
}

void Row::restart()
{
    if (!m_isComplete)
        return;
    const QSharedPointer<models::TableFeed> before = m_feed;
    if (m_feed)
        m_feed->disconnect(this);
    m_feed = Bridge::instance().feed(m_of);
    if (m_feed)
        connect(m_feed.get(), &models::TableFeed::changed, this,
                [this](const std::vector<std::uint64_t> &keys) {
                    if (m_wasLoading || std::binary_search(keys.begin(), keys.end(), m_id))
                        read();
                });
    read();
}

bool Row::isLoading() const
{
    return m_id != 0 && !(m_feed && m_feed->isFilled());
}

void Row::read()
{
    if (std::exchange(m_wasLoading, isLoading()) != m_wasLoading)
        Q_EMIT loadingChanged();
    const std::string *bytes = m_feed && m_id ? m_feed->row(m_id) : nullptr;
    const QVariantMap now = bytes ? models::map(m_feed->info().fields, *bytes) : QVariantMap();
    if (now == m_value && m_isFound == (bytes != nullptr))
        return;
    m_value = now;
    m_isFound = bytes != nullptr;
    Q_EMIT valueChanged();
}
