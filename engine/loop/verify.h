// Offline verification: of a profile's store page by page, tip by tip and blob by blob; of an exported
// bundle without any profile. Says what is wrong and where; never repairs.
// Thread contract: uses the store of the calling thread.
#pragma once

#include "crypto/sign.h"
#include "loop/keyring.h"
#include "store/store.h"

#include <optional>
#include <string>
#include <vector>

namespace loop {

struct Finding {
    std::string where;  // "page 12", "blob 3f...", "tip 40"
    std::string what;
};

struct Verdict {
    std::vector<Finding> findings;  // empty: everything that was checked holds
    std::vector<std::string> notes;
    std::uint64_t pages = 0, facts = 0, blobs = 0, erased = 0, signedPages = 0;
    std::optional<crypto::PublicKey> signer;
    bool isKnownSigner = false;

    bool isGood() const { return findings.empty(); }
    void find(std::string where, std::string what)
    {
        findings.push_back({std::move(where), std::move(what)});
    }
};

struct VerifyOptions {
    std::string key;  // fingerprint to hold the signer against; may be empty
    std::optional<store::Tip> witness;
    std::size_t findingsMax = 100;
};

Verdict verifyStore(store::Store &store, const crypto::PublicKey *ownKey,
                    const VerifyOptions &options);
// A profile's folder, whether an engine has it open or not. The tip file beside the database is a
// witness too, unless another was given. A folder that cannot be opened is a finding.
Verdict verifyProfile(const std::string &folder, VerifyOptions options);

// Pages in order, however they were brought here; shared by the store and the full export.
class PageVerifier {
public:
    explicit PageVerifier(Verdict &verdict);
    ~PageVerifier();
    void page(std::uint64_t seq, std::string_view bytes, const store::Digest *storedHash);
    // A tip must fit the pages seen so far; call in ascending order while feeding pages.
    void tip(const store::Tip &tip);
    void witness(const store::Tip &witness);
    std::uint64_t pages() const;
    // Digests that facts say are kept, with their owner: what must be found among the blobs.
    const std::vector<std::pair<std::uint64_t, store::Digest>> &kept() const;

private:
    struct Impl;
    std::unique_ptr<Impl> d;
};

// The signature of a tip, and who made it.
bool checkTip(const store::Tip &tip, const std::string &where, const VerifyOptions &options,
              Verdict &verdict);

std::string fingerprintOf(const crypto::PublicKey &key);

}  // namespace loop
