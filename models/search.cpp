#include "search.h"

#include "bridge.h"
#include "journal.h"
#include "tablefeed.h"
#include "values.h"

#include <QSharedPointer>

#include <algorithm>

namespace models {

using namespace Qt::StringLiterals;

namespace {

// Titles and tags alone, newest first: while the index is being made, and in a profile in memory.
QVariantList byTitle(const TableFeed &feed, const QStringList &words)
{
    struct Hit {
        double changed = 0;
        QVariantMap row;
    };
    QList<Hit> hits;
    for (const auto &[key, bytes] : feed.rows()) {
        const QVariantMap row = map(feed.info().fields, bytes);
        const QString text = row.value(u"title"_s).toString() + u' '
                             + row.value(u"tags"_s).toStringList().join(u' ');
        if (std::all_of(words.cbegin(), words.cend(), [&](const QString &word) {
                return text.contains(word, Qt::CaseInsensitive);
            }))
            hits.append({row.value(u"changed"_s).toDouble(), row});
    }
    std::stable_sort(hits.begin(), hits.end(),
                     [](const Hit &a, const Hit &b) { return a.changed > b.changed; });
    QVariantList found;
    for (const Hit &hit : std::as_const(hits)) {
        if (found.size() >= foundMax)
            break;
        found.append(hit.row);
    }
    return found;
}

QVariantList described(const TableFeed &feed, const Journal::Found &found)
{
    QVariantList rows;
    for (const store::SearchFound &one : found.dreams) {
        const std::string *bytes = feed.row(one.dream);
        if (!bytes)
            continue;  // erased, and the index has not heard of it yet
        QVariantMap row = map(feed.info().fields, *bytes);
        row.insert(u"snippet"_s, text(one.snippet));
        rows.append(row);
    }
    return rows;
}

}  // namespace

void search(const QString &typed, QObject *asker, std::function<void(const QVariantList &)> then)
{
    const QStringList words = typed.simplified().split(u' ', Qt::SkipEmptyParts);
    const QSharedPointer<TableFeed> feed = Bridge::instance().feed(u"dreams.dreams"_s);
    Journal *journal = Bridge::instance().journal();
    if (words.isEmpty() || !feed || !journal) {
        then({});
        return;
    }
    journal->search(typed, foundMax, asker, [feed, words, then](const Journal::Found &found) {
        then(found.isSearched ? described(*feed, found) : byTitle(*feed, words));
    });
}

}  // namespace models
