#include "loop/verify.h"

#include "cortex/dreams.h"
#include "crypto/merkle.h"
#include "crypto/words.h"
#include "loop/profile.h"
#include "store/sqlitestore.h"
#include "vault/dreamvault.h"

#include <cstring>
#include <map>
#include <set>

namespace loop {

using kernel::Digest;

namespace {

std::string pageName(std::uint64_t seq)
{
    return "page " + std::to_string(seq);
}

}  // namespace

struct PageVerifier::Impl {
    explicit Impl(Verdict &v) : verdict(v) {}

    Verdict &verdict;
    crypto::merkle::Frontier<crypto::merkle::Sha256> tree;
    std::map<std::uint64_t, Digest> roots;  // at the sizes somebody will ask for
    std::uint64_t last = 0, nextFact = 1;
    Digest previous;
    std::vector<std::pair<std::uint64_t, Digest>> kept;

    void note(std::string_view fact);
};

// What later must be found among the blobs: texts of versions, artefacts of the vault.
void PageVerifier::Impl::note(std::string_view fact)
{
    kernel::CborReader reader(fact);
    reader.array();
    const std::uint64_t kind = reader.unsignedInteger();
    if (kind == kernel::factKind<dreams::Dreams, dreams::Versioned>()) {
        dreams::Versioned version;
        kernel::Decoder decoder(fact, nullptr);
        decoder.structure(version, true);
        if (decoder.isGood())
            kept.emplace_back(version.dream.value, version.body);
    } else if (kind == kernel::factKind<dreamvault::DreamVault, dreamvault::Kept>()) {
        dreamvault::Kept item;
        kernel::Decoder decoder(fact, nullptr);
        decoder.structure(item, true);
        if (decoder.isGood())
            kept.emplace_back(item.dream.value, item.digest);
    }
}

PageVerifier::PageVerifier(Verdict &verdict) : d(std::make_unique<Impl>(verdict))
{
}
PageVerifier::~PageVerifier() = default;

std::uint64_t PageVerifier::pages() const
{
    return d->last;
}

const std::vector<std::pair<std::uint64_t, Digest>> &PageVerifier::kept() const
{
    return d->kept;
}

void PageVerifier::page(std::uint64_t seq, std::string_view bytes, const Digest *storedHash)
{
    Verdict &verdict = d->verdict;
    const std::string name = pageName(seq);
    for (std::uint64_t missing = d->last + 1; missing < seq && verdict.findings.size() < 100;
         ++missing)
        verdict.find(pageName(missing), "is missing");
    const bool isGap = seq != d->last + 1;
    d->last = seq;
    const auto page = store::readPage(bytes);
    if (!page) {
        verdict.find(name, "its bytes are not a page");
        // Go on from what the table says, so that one broken page is named once.
        d->previous = storedHash ? *storedHash : Digest{};
        d->nextFact = 0;
        d->tree.append(crypto::merkle::Sha256::leaf(d->previous.bytes));
        return;
    }
    const Digest hash = store::pageHash(*page);
    if (page->head.seq != seq)
        verdict.find(name, "holds page " + std::to_string(page->head.seq));
    if (storedHash && *storedHash != hash)
        verdict.find(name, "its bytes were changed: they do not give its hash");
    if (!isGap && page->head.previous != d->previous)
        verdict.find(name, "does not follow the page before it");
    if (!isGap && d->nextFact && page->head.firstFact != d->nextFact)
        verdict.find(name, "its facts are numbered from " + std::to_string(page->head.firstFact)
                               + ", not " + std::to_string(d->nextFact));
    d->previous = storedHash ? *storedHash : hash;
    d->nextFact = page->head.firstFact + page->facts.size();
    verdict.facts += page->facts.size();
    ++verdict.pages;
    for (std::string_view fact : page->facts)
        d->note(fact);
    d->tree.append(crypto::merkle::Sha256::leaf(hash.bytes));
}

void PageVerifier::tip(const store::Tip &tip)
{
    Verdict &verdict = d->verdict;
    const std::string name = "signed tip of page " + std::to_string(tip.pages);
    if (tip.pages != d->tree.size()) {
        verdict.find(name, "the journal has " + std::to_string(d->tree.size()) + " pages there");
        return;
    }
    if (tip.root != d->tree.root())
        verdict.find(name, "its root does not fit the pages up to it");
    verdict.signedPages = tip.pages;
}

void PageVerifier::witness(const store::Tip &witness)
{
    if (witness.pages > d->last)
        d->verdict.find("after " + pageName(d->last),
                        "the journal was cut: its witness saw " + std::to_string(witness.pages)
                            + " pages, " + std::to_string(witness.pages - d->last) + " are gone");
}

std::string fingerprintOf(const crypto::PublicKey &key)
{
    return crypto::fingerprintWords(key);
}

bool checkTip(const store::Tip &tip, const std::string &where, const VerifyOptions &options,
              Verdict &verdict)
{
    crypto::PublicKey key;
    crypto::Signature signature;
    if (tip.key.size() != key.bytes.size() || tip.signature.size() != signature.bytes.size()) {
        verdict.find(where, "is not signed");
        return false;
    }
    std::memcpy(key.bytes.data(), tip.key.data(), key.bytes.size());
    std::memcpy(signature.bytes.data(), tip.signature.data(), signature.bytes.size());
    if (!crypto::verify(key, store::tipMessage(tip), signature)) {
        verdict.find(where, "its signature is false");
        return false;
    }
    if (verdict.signer && *verdict.signer != key)
        verdict.find(where, "is signed by another key than the tip before it");
    verdict.signer = key;
    if (!options.key.empty()) {
        if (crypto::matchesFingerprint(key, options.key))
            verdict.isKnownSigner = true;
        else
            verdict.find(where, "is signed by " + fingerprintOf(key) + ", not by the key given");
    }
    return true;
}

namespace {

void verifyPages(store::Store &store, const VerifyOptions &options, PageVerifier &verifier,
                 Verdict &verdict)
{
    const std::vector<store::Tip> tips = store.tips();
    std::size_t nextTip = 0;
    const bool isRead = store.pages(1, [&](const store::PageRecord &record) {
        verifier.page(record.seq, record.bytes, &record.hash);
        for (; nextTip < tips.size() && tips[nextTip].pages <= record.seq; ++nextTip)
            verifier.tip(tips[nextTip]);
        if (options.witness && options.witness->pages == record.seq
            && options.witness->hash != record.hash)
            verdict.find(pageName(record.seq), "is not the page its witness saw");
        return verdict.findings.size() < options.findingsMax;
    });
    if (!isRead)
        verdict.find("after " + pageName(verifier.pages()), "the database cannot be read further");
    for (; nextTip < tips.size() && verdict.findings.size() < options.findingsMax; ++nextTip)
        verdict.find("after " + pageName(verifier.pages()),
                     "the journal was cut: a tip was signed at page "
                         + std::to_string(tips[nextTip].pages));
    // One valid signature covers every page before it; all are checked, they are few.
    for (const store::Tip &tip : tips)
        checkTip(tip, "signed tip of page " + std::to_string(tip.pages), options, verdict);
    if (options.witness) {
        verifier.witness(*options.witness);
        checkTip(*options.witness, "the witness", options, verdict);
    }
}

// Every blob opens and gives its digest, and every one the facts speak of is there.
void verifyBlobs(store::Store &store, const VerifyOptions &options, const PageVerifier &verifier,
                 Verdict &verdict)
{
    KeyRing keys(Random::fromSystem());
    std::set<std::uint64_t> things;
    const std::vector<store::ThingKey> thingKeys = store.keys();
    keys.load(thingKeys);
    for (const store::ThingKey &key : thingKeys)
        things.insert(key.thing);
    std::set<std::pair<std::uint64_t, Digest>> present;
    const auto nameOf = [](std::uint64_t owner, const Digest &digest) {
        return "blob " + digest.hex().substr(0, 16) + " of " + kernel::idText(owner);
    };
    const bool areBlobsRead = store.blobs([&](const store::StoredBlob &blob) {
        ++verdict.blobs;
        present.emplace(blob.owner, blob.digest);
        const std::optional<std::string> plain = blob.isSealed
                                                     ? keys.open(blob.owner, blob.bytes)
                                                     : std::optional<std::string>(blob.bytes);
        if (!plain)
            verdict.find(nameOf(blob.owner, blob.digest),
                         things.contains(blob.owner)
                             ? "its bytes were changed: its seal does not open"
                             : "has no key");
        else if (crypto::blake2b(*plain) != blob.digest)
            verdict.find(nameOf(blob.owner, blob.digest),
                         "its bytes were changed: they do not give its digest");
        return verdict.findings.size() < options.findingsMax;
    });
    if (!areBlobsRead)
        verdict.find("blobs", "the database cannot be read further");
    std::set<std::uint64_t> erased;
    for (const auto &[owner, digest] : verifier.kept()) {
        if (!things.contains(owner))
            erased.insert(owner);
        else if (!present.contains({owner, digest})
                 && verdict.findings.size() < options.findingsMax)
            verdict.find(nameOf(owner, digest), "is missing");
    }
    verdict.erased = erased.size();
}

}  // namespace

Verdict verifyStore(store::Store &store, const crypto::PublicKey *ownKey,
                    const VerifyOptions &options)
{
    Verdict verdict;
    PageVerifier verifier(verdict);
    verifyPages(store, options, verifier, verdict);
    if (verdict.signer && ownKey && *verdict.signer == *ownKey)
        verdict.isKnownSigner = true;
    verifyBlobs(store, options, verifier, verdict);
    const std::string completeTo = "complete up to page " + std::to_string(verifier.pages());
    if (verdict.signedPages < verifier.pages())
        verdict.notes.push_back(std::to_string(verifier.pages() - verdict.signedPages)
                                + " newest pages are not signed yet; the next start signs them");
    if (options.witness)
        verdict.notes.push_back(completeTo + ", held against a witness of page "
                                + std::to_string(options.witness->pages));
    else
        verdict.notes.push_back(completeTo + "; later loss cannot be excluded without a witness");
    return verdict;
}

Verdict verifyProfile(const std::string &folder, VerifyOptions options)
{
    crypto::init();
    const store::OpenedStore opened = store::openSqlite(folder, true);
    if (!opened.store) {
        Verdict verdict;
        verdict.find("profile", opened.error);
        return verdict;
    }
    std::string error;
    Random random = Random::fromSystem();
    const auto key = loadDeviceKey(folder, random, false, error);
    if (!options.witness)
        if (const auto beside = readSmallFile(folder + "/tip.json"))
            options.witness = tipFromJson(*beside);
    return verifyStore(*opened.store, key ? &key->publicKey() : nullptr, options);
}

}  // namespace loop
