#include "loop/bundle.h"

#include "crypto/merkle.h"
#include "loop/bundleform.h"
#include "loop/edge.h"
#include "loop/history.h"
#include "loop/profile.h"

#include <map>

namespace loop {

using kernel::Digest;
using Tree = crypto::merkle::Tree<crypto::merkle::Sha256>;

namespace {

struct Wanted {
    std::uint64_t page = 0;
    std::vector<std::size_t> facts;
};

std::optional<BundlePage> provePage(const store::PageRecord &record, const Wanted &wanted, const Tree &tree,
                                    std::uint64_t size)
{
    const auto page = store::readPage(record.bytes);
    const auto inclusion = tree.inclusionProof(record.seq - 1, size);
    if (!page || !inclusion)
        return {};
    BundlePage proved;
    proved.head = page->head;
    proved.count = page->facts.size();
    proved.commands = store::commandsHash(*page);
    proved.inclusion = *inclusion;
    const std::vector<Digest> leaves = store::leafHashes(*page);
    for (std::size_t index : wanted.facts) {
        BundleFact fact;
        fact.index = index;
        fact.bytes = page->facts[index];
        const auto salt = store::saltOf(page->head.salt, index + 1);
        fact.salt.assign(salt.begin(), salt.end());
        const auto path = crypto::merkle::pathOf(leaves, index);
        if (!path)
            return {};
        fact.path = *path;
        proved.facts.push_back(std::move(fact));
    }
    return proved;
}

// Calls back for every fact that may be wanted; words when the journal cannot be read.
using Visit = std::function<std::string(const std::function<bool(const FactAt &)> &)>;

bool prove(store::Store &store, const Visit &visit, const std::function<bool(const FactAt &)> &isWanted,
           Bundle &bundle, std::string &error)
{
    const auto tip = store.lastTip();
    if (!tip) {
        error = "nothing is signed yet";
        return false;
    }
    bundle.tip = *tip;
    Tree tree;
    std::map<std::uint64_t, Wanted> wanted;
    error = visit([&](const FactAt &at) {
        if (at.page <= tip->pages && isWanted(at)) {
            wanted[at.page].page = at.page;
            wanted[at.page].facts.push_back(at.index);
        }
        return true;
    });
    if (!error.empty())
        return false;
    store.pageHashes([&](std::uint64_t seq, const Digest &hash) {
        if (seq <= tip->pages)
            tree.append(crypto::merkle::Sha256::leaf(hash.bytes));
        return seq < tip->pages;
    });
    for (const auto &[seq, one] : wanted) {
        const auto record = store.page(seq);
        auto proved = record ? provePage(*record, one, tree, tip->pages) : std::nullopt;
        if (!proved) {
            error = "page " + std::to_string(seq) + " cannot be proved";
            return false;
        }
        bundle.pages.push_back(std::move(*proved));
    }
    if (bundle.pages.empty())
        error = "there is nothing to export";
    return error.empty();
}

// One fact of a bundle, from its bytes up to the tip.
void checkPage(const BundlePage &page, const Bundle &bundle, Verdict &verdict)
{
    const std::string name = "page " + std::to_string(page.head.seq);
    std::optional<Digest> root;
    for (const BundleFact &fact : page.facts) {
        const std::string where = name + ", fact " + std::to_string(page.head.firstFact + fact.index);
        std::array<std::uint8_t, 16> salt{};
        if (fact.salt.size() != salt.size()) {
            verdict.find(where, "its salt is not 16 bytes");
            continue;
        }
        std::copy(fact.salt.begin(), fact.salt.end(), salt.begin());
        const Digest leaf = store::leafHash(salt, fact.bytes);
        const auto found = rootFromPath(leaf, fact.index, page.count, fact.path);
        if (!found)
            verdict.find(where, "its path does not fit its place");
        else if (root && *root != *found)
            verdict.find(where, "its bytes or path were changed");
        else
            root = found;
        ++verdict.facts;
    }
    if (!root) {
        verdict.find(name, "shows no fact");
        return;
    }
    const Digest hash = store::pageHash(page.head, page.count, page.commands, *root);
    const Digest leaf = crypto::merkle::Sha256::leaf(hash.bytes);
    if (!crypto::merkle::verifyInclusion<crypto::merkle::Sha256>(leaf, page.head.seq - 1, bundle.tip.pages,
                                                                 page.inclusion, bundle.tip.root))
        verdict.find(name, "it, or a fact of it, was changed: it does not lead to the signed tip");
    ++verdict.pages;
}

void checkDream(const Bundle &bundle, Verdict &verdict)
{
    KeyRing keys(Random::fromSystem());
    keys.add({bundle.dream, bundle.key});
    std::set<Digest> named;
    bool isOpened = false;
    for (const BundlePage &page : bundle.pages) {
        for (const BundleFact &fact : page.facts) {
            for (const Digest &digest : digestsIn(fact.bytes))
                named.insert(digest);
            const TextsIn texts = textsIn(fact.bytes, bundle.dream, keys);
            isOpened = isOpened || texts.opened;
            if (texts.broken)
                verdict.find("fact " + std::to_string(page.head.firstFact + fact.index), "its sealed text does not open");
            if (!texts.isAbout)
                verdict.find("fact " + std::to_string(page.head.firstFact + fact.index), "is not about this dream");
        }
    }
    if (!isOpened)
        verdict.find("key", "opens no text of this dream");
    for (const auto &[digest, bytes] : bundle.blobs) {
        const std::string where = "blob " + digest.hex().substr(0, 16);
        if (crypto::blake2b(bytes) != digest)
            verdict.find(where, "its bytes were changed: they do not give its digest");
        else if (!named.contains(digest))
            verdict.find(where, "is named by no fact");
        ++verdict.blobs;
    }
}

Verdict verifyJournal(std::string_view bytes, const VerifyOptions &options)
{
    Verdict verdict;
    PageVerifier verifier(verdict);
    kernel::CborReader reader(bytes);
    reader.array();
    reader.text();
    const std::string tipText(reader.text());
    const auto tip = tipFromJson(tipText);
    if (!tip || tipJson(*tip) != tipText) {
        verdict.find("the tip", "cannot be read");
        return verdict;
    }
    const std::uint64_t pages = reader.array();
    for (std::uint64_t i = 0; i < pages && reader.isGood() && verdict.findings.size() < options.findingsMax; ++i)
        verifier.page(i + 1, reader.bytes(), nullptr);
    if (!reader.isGood() || !reader.isAtEnd())
        verdict.find("after page " + std::to_string(verifier.pages()), "the file cannot be read further");
    verifier.tip(*tip);
    checkTip(*tip, "the tip", options, verdict);
    if (options.witness)
        verifier.witness(*options.witness);
    return verdict;
}

constexpr std::string_view journalMark = "DreamScope journal 1";

}  // namespace

std::string exportFacts(const JournalView &view, store::Store &store, const std::function<bool(const FactAt &)> &isWanted,
                        std::string &error)
{
    Bundle bundle;
    const auto all = [&](const auto &visit) { return visitFacts(view, store, 1, visit); };
    return prove(store, all, isWanted, bundle, error) ? bundleText(bundle) : std::string();
}

std::string exportDream(const JournalView &view, store::Store &store, const Indexer *index, std::uint64_t dream,
                        KeyRing &keys, std::string &error)
{
    Bundle bundle;
    bundle.dream = dream;
    const auto key = store.key(dream);
    if (!key) {
        error = "there is no such dream, or it was erased";
        return {};
    }
    bundle.key = *key;
    const auto about = [&](const auto &visit) { return visitFactsAbout(view, store, index, {dream}, visit); };
    if (!prove(store, about, [](const FactAt &) { return true; }, bundle, error))
        return {};
    for (const BundlePage &page : bundle.pages)
        for (const BundleFact &fact : page.facts)
            for (const Digest &digest : digestsIn(fact.bytes))
                if (const auto blob = store.blob(dream, digest))
                    if (auto plain = keys.open(dream, blob->bytes))
                        bundle.blobs[digest] = std::move(*plain);
    return bundleText(bundle);
}

std::string exportJournal(store::Store &store, std::string &error)
{
    const auto tip = store.lastTip();
    if (!tip) {
        error = "nothing is signed yet";
        return {};
    }
    std::string out;
    kernel::CborWriter writer(out);
    writer.array(3);
    writer.text(journalMark);
    writer.text(tipJson(*tip));
    writer.array(tip->pages);
    const bool isRead = store.pages(1, [&](const store::PageRecord &record) {
        if (record.seq <= tip->pages)
            writer.bytes(record.bytes);
        return record.seq < tip->pages;
    });
    if (!isRead)
        error = "the journal cannot be read";
    return out;
}

Verdict verifyExport(std::string_view bytes, const VerifyOptions &options)
{
    kernel::CborReader mark(bytes);
    if (mark.array() == 3 && mark.text() == journalMark)
        return verifyJournal(bytes, options);
    Verdict verdict;
    std::string error;
    const std::optional<Bundle> bundle = readBundle(bytes, error);
    if (!bundle) {
        verdict.find("the file", error);
        return verdict;
    }
    checkTip(bundle->tip, "the tip", options, verdict);
    for (const BundlePage &page : bundle->pages)
        checkPage(page, *bundle, verdict);
    if (bundle->dream)
        checkDream(*bundle, verdict);
    return verdict;
}

}  // namespace loop
