#include "journal.h"

#include "bridge.h"
#include "values.h"

#include "hands/backup.h"
#include "hands/redline.h"
#include "loop/history.h"

#include <QCoreApplication>
#include <QPointer>

#include <algorithm>

namespace models {

using namespace kernel;
using namespace Qt::StringLiterals;
using loop::FactAt;
using loop::JournalView;

namespace {

// Whoever asked may be gone by now; only the GUI thread can tell.
template<class T>
void answer(const QPointer<QObject> &asker, const Journal::Then<T> &then, T value)
{
    auto held = std::make_shared<T>(std::move(value));
    QMetaObject::invokeMethod(
        QCoreApplication::instance(),
        [asker, then, held] {
            if (asker)
                then(std::move(*held));
        },
        Qt::QueuedConnection);
}

// A fact in words short enough for a list: what the record says besides ids and digests.
QString summaryOf(const QVariantMap &fields)
{
    for (const char *name : {"title", "capability", "name", "goal", "reason", "form", "state"}) {
        const QVariant value = fields.value(QString::fromLatin1(name));
        if (value.typeId() == QMetaType::QString && !value.toString().isEmpty())
            return value.toString();
    }
    for (const QVariant &value : fields)
        if (value.typeId() == QMetaType::QVariantMap)
            return summaryOf(value.toMap());
    return {};
}

bool isReceipt(const FactInfo &info)
{
    static const TableInfo *receipts = Bridge::table(u"superspine.receipts"_s);
    return receipts && info.kind == receipts->archiveKind;
}

QVariantMap told(const FactAt &at, Sealer *keys)
{
    std::string opened;
    Encoder encoder(opened, nullptr);
    if (const auto decoded = at.info->decode(at.bytes, keys))
        at.info->encode(encoder, decoded.get());
    CborReader reader(opened);
    QVariantMap fields;
    if (std::uint64_t left = reader.array()) {
        reader.skip();
        for (const FieldInfo &field : at.info->fields) {
            if (!--left || !reader.isGood())
                break;
            fields.insert(text(field.name), value(*field.type, reader));
        }
    }
    const std::int64_t ms = at.time.us / 1000;
    return {{u"seq"_s, double(at.seq)},        {u"at"_s, double(ms)},
            {u"name"_s, text(at.info->name)},  {u"actor"_s, text(at.actor)},
            {u"summary"_s, summaryOf(fields)}, {u"receipt"_s, isReceipt(*at.info)}};
}

template<class T>
void oldestFirst(T &rows)
{
    std::reverse(rows.begin(), rows.end());
}

}  // namespace

Journal::Journal(loop::Engine &engine, const loop::Indexer &index)
    : m_engine(engine), m_index(index), m_reader(engine, [this] { Q_EMIT grown(); })
{
}

Journal::~Journal() = default;

void Journal::archive(const TableInfo &table, std::uint64_t thing, std::uint64_t after,
                      std::uint64_t below, QObject *asker, const Then<ArchiveRows> &then)
{
    m_reader.ask(
        [=, this, &table, asker = QPointer(asker)](store::Store &store, const JournalView &view) {
            ArchiveRows found;
            std::vector<ArchiveRow> &rows = found.rows;
            const std::string failed =
                loop::visitBack(view, store, &m_index, thing, below, [&](const FactAt &at) {
                    if (at.seq <= after)
                        return false;
                    if (at.info && at.info->kind == table.archiveKind)
                        rows.push_back({at.seq, table.archiveRow(at.bytes, &m_engine.keys())});
                    return thing || rows.size() < rowsMax;
                });
            // What holds no such row need not be read again each time the journal grows.
            found.upTo = failed.empty() ? view.facts() : 0;
            oldestFirst(rows);
            answer(asker, then, std::move(found));
        });
}

void Journal::history(std::uint64_t thing, std::uint64_t after, QObject *asker,
                      const Then<QVariantList> &then)
{
    m_reader.ask([=, this, asker = QPointer(asker)](store::Store &store, const JournalView &view) {
        QVariantList rows;
        loop::visitBack(view, store, &m_index, thing, UINT64_MAX, [&](const FactAt &at) {
            if (at.seq <= after)
                return false;
            if (at.info)
                rows.append(told(at, &m_engine.keys()));
            return true;
        });
        oldestFirst(rows);
        answer(asker, then, std::move(rows));
    });
}

void Journal::historyOf(const QString &stem, std::uint64_t after, QObject *asker,
                        const Then<QVariantList> &then)
{
    const std::string prefix = stem.toStdString() + '.';
    m_reader.ask([=, this, asker = QPointer(asker)](store::Store &store, const JournalView &view) {
        QVariantList rows;
        loop::visitBack(view, store, nullptr, 0, UINT64_MAX, [&](const FactAt &at) {
            if (at.seq <= after)
                return false;
            if (at.info && at.info->name.starts_with(prefix))
                rows.append(told(at, &m_engine.keys()));
            return std::size_t(rows.size()) < rowsMax;
        });
        oldestFirst(rows);
        answer(asker, then, std::move(rows));
    });
}

void Journal::blob(std::uint64_t owner, const Digest &digest, QObject *asker,
                   const Then<std::optional<QByteArray>> &then)
{
    m_reader.ask([=, this, asker = QPointer(asker)](store::Store &store, const JournalView &) {
        const std::optional<std::string> bytes = m_engine.blob(store, owner, digest);
        std::optional<QByteArray> copy;
        if (bytes)
            copy = QByteArray(bytes->data(), qsizetype(bytes->size()));
        answer(asker, then, std::move(copy));
    });
}

void Journal::redline(std::uint64_t owner, const Digest &left, const Digest &right, QObject *asker,
                      const Then<QVariantList> &then)
{
    m_reader.ask([=, this, asker = QPointer(asker)](store::Store &store, const JournalView &) {
        QVariantList pieces;
        const auto before = m_engine.blob(store, owner, left),
                   after = m_engine.blob(store, owner, right);
        if (before && after) {
            for (const hands::Piece &piece : hands::redline(*before, *after).pieces)
                pieces.append(
                    QVariantMap{{u"kind"_s, piece.kind == hands::Piece::Added     ? u"added"_s
                                            : piece.kind == hands::Piece::Removed ? u"removed"_s
                                                                                  : u"same"_s},
                                {u"text"_s, text(piece.text)}});
        }
        answer(asker, then, std::move(pieces));
    });
}

void Journal::search(const QString &text, std::size_t limit, QObject *asker,
                     const Then<Found> &then)
{
    m_reader.ask([=, this, words = text.toStdString(),
                  asker = QPointer(asker)](store::Store &, const JournalView &) {
        store::SearchOptions options;
        options.limit = limit;
        options.withArchived = options.isTyping = true;
        options.markBegin = options.markEnd = std::string();
        Found found;
        found.isSearched = m_index.search(words, options, found.dreams);
        answer(asker, then, std::move(found));
    });
}

void Journal::verify(std::uint64_t dream, QObject *asker, const Then<Proof> &then)
{
    m_reader.ask([=, this, asker = QPointer(asker)](store::Store &store, const JournalView &view) {
        Proof proof;
        if (dream) {
            loop::visitBack(view, store, &m_index, dream, UINT64_MAX, [&](const FactAt &at) {
                proof.receipts += at.info && isReceipt(*at.info);
                return true;
            });
        }
        proof.verdict = loop::verifyStore(store, &m_engine.deviceKey(), {});
        answer(asker, then, std::move(proof));
    });
}

void Journal::verifyBooks(QObject *asker,
                          const Then<std::pair<hands::BooksVerdict, std::string>> &then)
{
    m_engine.inspect([this, then, asker = QPointer(asker)](loop::Core &core, store::Store &) {
        m_reader.ask([=, now = hands::balancesOf(core)](store::Store &store, const JournalView &) {
            std::pair<hands::BooksVerdict, std::string> found;
            found.first = hands::verifyBooks(now, store, found.second);
            answer(asker, then, std::move(found));
        });
    });
}

void Journal::whatIf(
    Time now, const std::function<void(economicengine::Question &)> &change, QObject *asker,
    const Then<std::pair<kernel::Outcome, std::vector<economicengine::ProjectedDay>>> &then)
{
    m_engine.inspect([=, this, asker = QPointer(asker)](loop::Core &core, store::Store &) {
        economicengine::Question question = hands::standing(core, now);
        change(question);
        m_reader.ask([=](store::Store &, const JournalView &) {
            std::pair<kernel::Outcome, std::vector<economicengine::ProjectedDay>> found{
                economicengine::mayProject(question), {}};
            if (found.first)
                found.second = economicengine::project(question);
            answer(asker, then, std::move(found));
        });
    });
}

void Journal::exportBooks(hands::BooksFormat format, const QString &path, QObject *asker,
                          const Then<hands::Exported> &then)
{
    m_reader.ask([=, file = path.toStdString(), asker = QPointer(asker)](store::Store &store,
                                                                         const JournalView &view) {
        hands::Exported written;
        const hands::Books books = hands::readBooks(view, store, "", written.error);
        if (written.error.empty())
            written = hands::writeFile(hands::booksText(books, format), file);
        answer(asker, then, std::move(written));
    });
}

void Journal::exportTo(hands::Export what, std::uint64_t dream, const QString &path, QObject *asker,
                       const Then<hands::Exported> &then)
{
    m_reader.ask([=, this, file = path.toStdString(),
                  asker = QPointer(asker)](store::Store &store, const JournalView &view) {
        answer(asker, then,
               hands::exportToFile(m_engine, store, view, &m_index, what, dream, file));
    });
}

void Journal::backupWords(QObject *asker, const Then<QVariantMap> &then)
{
    m_reader.ask([=, this, asker = QPointer(asker)](store::Store &, const JournalView &) {
        std::string error;
        QStringList words;
        if (m_engine.folder().empty())
            error = tr("A profile in memory has no backups.").toStdString();
        else if (const auto entropy = hands::backupEntropy(m_engine.folder(), error))
            words = text(crypto::phraseOf(*entropy)).split(u' ');
        answer(asker, then,
               QVariantMap{
                   {u"ok"_s, error.empty()}, {u"sentence"_s, text(error)}, {u"words"_s, words}});
    });
}

}  // namespace models
