#include "search.h"

#include "bridge.h"
#include "journal.h"
#include "tablefeed.h"
#include "values.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QPointer>

#include <algorithm>

namespace models {

using namespace Qt::StringLiterals;

namespace {

constexpr int readMsMax = 250;  // of reading texts, for one question

struct Hit {
    int rank = 0;  // lower is better
    double changed = 0;
    QVariantMap row;
};

// Every word must be found; where the first one stands decides the rank.
int rankOf(const QStringList &words, const QString &title, const QString &tags)
{
    int rank = 0;
    for (const QString &word : words) {
        const qsizetype at = title.indexOf(word, 0, Qt::CaseInsensitive);
        if (at == 0)
            rank += 0;
        else if (at > 0)
            rank += title.at(at - 1).isLetterOrNumber() ? 2 : 1;
        else if (tags.contains(word, Qt::CaseInsensitive))
            rank += 3;
        else
            return -1;
    }
    return rank;
}

QVariantList best(QList<Hit> hits)
{
    std::stable_sort(hits.begin(), hits.end(), [](const Hit &a, const Hit &b) {
        return a.rank != b.rank ? a.rank < b.rank : a.changed > b.changed;
    });
    QVariantList found;
    for (const Hit &hit : std::as_const(hits)) {
        if (found.size() >= foundMax)
            break;
        found.append(QVariantMap{{u"id"_s, hit.row.value(u"id"_s)},
                                 {u"title"_s, hit.row.value(u"title"_s)},
                                 {u"kind"_s, hit.row.value(u"kind"_s)},
                                 {u"state"_s, hit.row.value(u"state"_s)}});
    }
    return found;
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
    auto hits = std::make_shared<QList<Hit>>();
    auto unread = std::make_shared<QList<Hit>>();
    for (const auto &[key, bytes] : feed->rows()) {
        Hit hit{0, 0, map(feed->info().fields, bytes)};
        hit.changed = hit.row.value(u"changed"_s).toDouble();
        hit.rank = rankOf(words, hit.row.value(u"title"_s).toString(),
                          hit.row.value(u"tags"_s).toStringList().join(u' '));
        (hit.rank >= 0 ? hits : unread)->append(hit);
    }
    std::sort(unread->begin(), unread->end(),
              [](const Hit &a, const Hit &b) { return a.changed > b.changed; });
    loop::Engine *engine = Bridge::instance().engine();
    journal->read([engine, words, hits, unread, asker = QPointer(asker), then](store::Store &store) {
        QElapsedTimer timer;
        timer.start();
        for (Hit &hit : *unread) {
            if (timer.elapsed() > readMsMax || hits->size() >= foundMax)
                break;
            const auto digest = kernel::Digest::fromHex(hit.row.value(u"body"_s).toString().toStdString());
            const auto bytes = digest ? engine->blob(store, idOf(hit.row.value(u"id"_s).toString()), *digest)
                                      : std::nullopt;
            if (!bytes)
                continue;
            const QString body = text(*bytes);
            const bool isHit = std::all_of(words.cbegin(), words.cend(), [&](const QString &word) {
                return body.contains(word, Qt::CaseInsensitive)
                    || hit.row.value(u"title"_s).toString().contains(word, Qt::CaseInsensitive);
            });
            hit.rank = 10;
            if (isHit)
                hits->append(hit);
        }
        QMetaObject::invokeMethod(QCoreApplication::instance(), [asker, then, hits] {
            if (asker)
                then(best(*hits));
        }, Qt::QueuedConnection);
    });
}

}  // namespace models
