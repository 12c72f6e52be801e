// The journal in words of Qt: rows of archive tables (receipts, versions, artefacts), the history of
// a thing, texts and artefacts, searches, verification, exports. Reads through the loop's Reader and
// Indexer and owns neither thread nor index; questions come from the GUI thread and answers go back
// to it.
#pragma once

#ifndef Q_MOC_RUN  // it cannot read them, and need not
#    include "hands/books.h"
#    include "hands/exporter.h"
#    include "hands/whatif.h"
#    include "loop/indexer.h"
#    include "loop/reader.h"
#    include "loop/verify.h"
#endif

#include <QObject>
#include <QVariantMap>

#include <functional>

namespace models {

struct ArchiveRow {
    std::uint64_t seq = 0;  // of the fact
    std::string bytes;      // plain CBOR array of the table's fields
};
struct ArchiveRows {
    std::vector<ArchiveRow> rows;  // oldest first
    std::uint64_t upTo = 0;        // the journal was read to this fact; zero when reading failed
};

class Journal : public QObject {
    Q_OBJECT

public:
    static constexpr std::size_t rowsMax =
        2000;  // of a whole archive or a system's history, newest

    Journal(loop::Engine &engine, const loop::Indexer &index);
    ~Journal() override;

    template<class T>
    using Then = std::function<void(T)>;

    // Rows of an archive that are about `thing`, oldest first; 0: the newest of all. Facts up to
    // `after` are left out, and those from `below` on.
    void archive(const kernel::TableInfo &table, std::uint64_t thing, std::uint64_t after,
                 std::uint64_t below, QObject *asker, const Then<ArchiveRows> &then);
    // What happened to a thing, oldest first: {seq, at, name, actor, summary, receipt}.
    void history(std::uint64_t thing, std::uint64_t after, QObject *asker,
                 const Then<QVariantList> &then);
    // The same for all facts of one system, newest `rowsMax`.
    void historyOf(const QString &stem, std::uint64_t after, QObject *asker,
                   const Then<QVariantList> &then);
    // Bytes of a blob, opened; nothing when it is gone.
    void blob(std::uint64_t owner, const kernel::Digest &digest, QObject *asker,
              const Then<std::optional<QByteArray>> &then);
    // What changed between two texts of one thing: [{kind: same|added|removed, text}]; empty when
    // one of them is gone.
    void redline(std::uint64_t owner, const kernel::Digest &left, const kernel::Digest &right,
                 QObject *asker, const Then<QVariantList> &then);
    // Dreams by their words, best first; nothing when there is no search now.
    struct Found {
        bool isSearched = false;
        std::vector<store::SearchFound> dreams;
    };
    void search(const QString &text, std::size_t limit, QObject *asker, const Then<Found> &then);
    struct Proof {
        loop::Verdict verdict;
        std::size_t receipts = 0;  // of the dream that was asked about
    };
    void verify(std::uint64_t dream, QObject *asker, const Then<Proof> &then);
    void exportTo(hands::Export what, std::uint64_t dream, const QString &path, QObject *asker,
                  const Then<hands::Exported> &then);

    // What the books' own audit found, on the balances of now.
    void verifyBooks(QObject *asker, const Then<std::pair<hands::BooksVerdict, std::string>> &then);
    void exportBooks(hands::BooksFormat format, const QString &path, QObject *asker,
                     const Then<hands::Exported> &then);

    // What would be, from how things stand now; `change` says what the asker wants to be different.
    void
    whatIf(kernel::Time now, const std::function<void(economicengine::Question &)> &change,
           QObject *asker,
           const Then<std::pair<kernel::Outcome, std::vector<economicengine::ProjectedDay>>> &then);

    // The twelve words that open the profile's backups: {ok, sentence, words}. They never pass
    // through a fact; the first to ask has the secret made.
    void backupWords(QObject *asker, const Then<QVariantMap> &then);

    // Whether nothing is being read.
    bool isIdle() const { return m_reader.isIdle(); }

Q_SIGNALS:
    void grown();  // pages were added; at most once a frame

private:
    loop::Engine &m_engine;
    const loop::Indexer &m_index;
    loop::Reader m_reader;  // last: its thread ends before the rest goes
};

}  // namespace models
