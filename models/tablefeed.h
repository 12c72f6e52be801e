// All rows of one table as they are now, shared by everybody who shows some of them. Rows stay in
// their stored form and are read field by field, so a million of them cost little. Changes arrive at
// most once a frame. Of a past moment the rows are given. GUI thread only; the engine's thread only
// posts to it.
#pragma once

#include "loop/engine.h"

#include <QObject>
#include <QVariantMap>

#include <map>

namespace models {

class TableFeed : public QObject {
    Q_OBJECT

public:
    using RowsByKey = std::map<std::uint64_t, std::string>;

    TableFeed(loop::Engine &engine, const kernel::TableInfo &info);
    // Of no engine: the rows are those it is told to become.
    explicit TableFeed(const kernel::TableInfo &info) : m_info(info) {}
    ~TableFeed() override;

    const kernel::TableInfo &info() const { return m_info; }
    const RowsByKey &rows() const { return m_rows; }
    // Nothing to show before the first rows came, which is not the same as no rows.
    bool isFilled() const { return m_isFilled; }
    const std::string *row(std::uint64_t key) const;
    int indexOf(const QString &field) const;
    // These rows and no others, in key order; what differs from before is told.
    void become(const std::vector<std::pair<std::uint64_t, std::string>> &rows);

Q_SIGNALS:
    // Keys of rows that came, changed or went, in key order.
    void changed(const std::vector<std::uint64_t> &keys);

private:
    void take(loop::RowsChanged &news);
    void letGo();

    loop::Engine *m_engine = nullptr;
    const kernel::TableInfo &m_info;
    RowsByKey m_rows;
    int m_watch = 0;
    bool m_isFilled = false;
};

}  // namespace models
