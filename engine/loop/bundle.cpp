#include "loop/bundle.h"

#include "crypto/merkle.h"
#include "loop/bundleform.h"
#include "loop/edge.h"
#include "loop/history.h"
#include "loop/profile.h"

#include <algorithm>
#include <map>

namespace loop {

using kernel::Digest;
using Tree = crypto::merkle::Tree<crypto::merkle::Sha256>;

namespace {

struct Wanted {
    std::uint64_t page = 0;
    std::vector<std::size_t> facts;
};

std::optional<BundlePage> provePage(const store::PageRecord &record, const Wanted &wanted,
                                    const Tree &tree, std::uint64_t size)
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

bool prove(store::Store &store, const Visit &visit,
           const std::function<bool(const FactAt &)> &isWanted, Bundle &bundle, std::string &error)
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
        const std::string where =
            name + ", fact " + std::to_string(page.head.firstFact + fact.index);
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
    if (!crypto::merkle::verifyInclusion<crypto::merkle::Sha256>(
            leaf, page.head.seq - 1, bundle.tip.pages, page.inclusion, bundle.tip.root))
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
                verdict.find("fact " + std::to_string(page.head.firstFact + fact.index),
                             "its sealed text does not open");
            if (!texts.isAbout)
                verdict.find("fact " + std::to_string(page.head.firstFact + fact.index),
                             "is not about this dream");
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

// A page without its hidden facts: its head without the salt that would open them, and of each fact its
// bytes with their own salt, or the leaf that stands for it.
void writePart(kernel::CborWriter &writer, const store::PageView &page,
               const std::vector<bool> &isShown)
{
    const auto digest = [&](const Digest &value) {
        writer.bytes({reinterpret_cast<const char *>(value.bytes.data()), value.bytes.size()});
    };
    writer.array(9);
    writer.unsignedInteger(page.head.version);
    digest(page.head.previous);
    writer.unsignedInteger(page.head.seq);
    writer.unsignedInteger(page.head.firstFact);
    writer.integer(page.head.time.us);
    writer.unsignedInteger(page.head.nextId);
    writer.unsignedInteger(page.head.reacted);
    digest(store::commandsHash(page));
    const std::vector<Digest> leaves = store::leafHashes(page);
    writer.array(leaves.size());
    for (std::size_t i = 0; i < leaves.size(); ++i) {
        if (!isShown[i]) {
            digest(leaves[i]);
            continue;
        }
        const auto salt = store::saltOf(page.head.salt, i + 1);
        writer.array(2);
        writer.bytes(page.facts[i]);
        writer.bytes({reinterpret_cast<const char *>(salt.data()), salt.size()});
    }
}

void readDigest(kernel::CborReader &reader, Digest &into)
{
    const std::string_view bytes = reader.bytes();
    if (bytes.size() == into.bytes.size())
        std::copy(bytes.begin(), bytes.end(), into.bytes.begin());
    else
        reader.fail();
}

void verifyPart(kernel::CborReader &reader, std::uint64_t seq, PageVerifier &verifier)
{
    store::PageHead head;
    Digest commands;
    if (reader.array() != 9)
        return reader.fail();
    head.version = reader.unsignedInteger();
    readDigest(reader, head.previous);
    head.seq = reader.unsignedInteger();
    head.firstFact = reader.unsignedInteger();
    head.time.us = reader.integer();
    head.nextId = reader.unsignedInteger();
    head.reacted = reader.unsignedInteger();
    readDigest(reader, commands);
    std::vector<Digest> leaves;
    std::vector<std::string_view> shown;
    for (std::uint64_t left = reader.array(); left && reader.isGood(); --left) {
        if (reader.peek() == 2) {
            readDigest(reader, leaves.emplace_back());
            continue;
        }
        std::array<std::uint8_t, 16> salt{};
        if (reader.array() != 2)
            return reader.fail();
        shown.push_back(reader.bytes());
        const std::string_view salted = reader.bytes();
        if (salted.size() != salt.size())
            return reader.fail();
        std::copy(salted.begin(), salted.end(), salt.begin());
        leaves.push_back(store::leafHash(salt, shown.back()));
    }
    if (reader.isGood())
        verifier.part(
            seq, head,
            store::pageHash(head, leaves.size(), commands, crypto::merkle::rootOf(leaves)),
            leaves.size(), shown);
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
    for (std::uint64_t seq = 1;
         seq <= pages && reader.isGood() && verdict.findings.size() < options.findingsMax; ++seq) {
        if (reader.peek() == 4)
            verifyPart(reader, seq, verifier);
        else
            verifier.page(seq, reader.bytes(), nullptr);
    }
    if (!reader.isGood() || !reader.isAtEnd())
        verdict.find("after page " + std::to_string(verifier.pages()),
                     "the file cannot be read further");
    verifier.tip(*tip);
    checkTip(*tip, "the tip", options, verdict);
    if (options.witness)
        verifier.witness(*options.witness);
    return verdict;
}

constexpr std::string_view journalMark = "DreamScope journal 1";

}  // namespace

std::string exportFacts(const JournalView &view, store::Store &store,
                        const std::function<bool(const FactAt &)> &isWanted, std::string &error)
{
    Bundle bundle;
    const auto all = [&](const auto &visit) { return visitFacts(view, store, 1, visit); };
    return prove(store, all, isWanted, bundle, error) ? bundleText(bundle) : std::string();
}

std::string exportDream(const JournalView &view, store::Store &store, const Indexer *index,
                        std::uint64_t dream, KeyRing &keys, std::string &error)
{
    Bundle bundle;
    bundle.dream = dream;
    const auto key = store.key(dream);
    if (!key) {
        error = "there is no such dream, or it was erased";
        return {};
    }
    bundle.key = *key;
    const auto about = [&](const auto &visit) {
        return visitFactsAbout(view, store, index, {dream}, visit);
    };
    if (!prove(
            store, about, [](const FactAt &) { return true; }, bundle, error))
        return {};
    for (const BundlePage &page : bundle.pages)
        for (const BundleFact &fact : page.facts)
            for (const Digest &digest : digestsIn(fact.bytes))
                if (const auto blob = store.blob(dream, digest))
                    if (auto plain = keys.open(dream, blob->bytes))
                        bundle.blobs[digest] = std::move(*plain);
    return bundleText(bundle);
}

std::string exportHidden(JournalView view, store::Store &store, const std::string &holder,
                         std::string &error)
{
    view.showTo(holder);
    return exportFacts(
        view, store, [](const FactAt &at) { return at.info && at.info->isHeldBy; }, error);
}

std::string exportJournal(const JournalView &view, store::Store &store, std::string &error)
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
        const auto page = store::readPage(record.bytes);
        std::vector<bool> isShown;
        for (std::size_t i = 0; page && i < page->facts.size(); ++i) {
            FactAt at;
            at.bytes = page->facts[i];
            kernel::CborReader reader(at.bytes);
            reader.array();
            at.info = view.fact(static_cast<std::uint16_t>(reader.unsignedInteger()));
            isShown.push_back(view.isShown(at));
        }
        if (record.seq > tip->pages)
            return false;
        if (std::find(isShown.begin(), isShown.end(), false) == isShown.end())
            writer.bytes(record.bytes);
        else
            writePart(writer, *page, isShown);
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
