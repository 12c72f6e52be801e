// Everything the journal says of some dreams, read beside the running engine: texts it had, what was
// made of it, receipts and runs. A few dreams are found through the index, many by reading the journal
// once. Owns nothing. Thread contract: on the thread the Store belongs to.
#pragma once

#include "cortex/dreams.h"
#include "loop/archive.h"
#include "spine/superspine.h"
#include "vault/dreamvault.h"

#include <functional>
#include <map>
#include <set>
#include <string>
#include <vector>

namespace loop {
class Indexer;
}

namespace hands {

// A fact and where it stands; the digest is BLAKE2b-256 of its stored bytes.
template<class F>
struct Stood {
    F fact;
    std::uint64_t seq = 0, page = 0;
    kernel::Digest digest;
};

struct DreamFacts {
    std::vector<Stood<dreams::Versioned>> versions;
    std::vector<Stood<dreamvault::Kept>> kept;
    std::vector<Stood<superspine::Finished>> receipts;
    std::vector<Stood<superspine::Closed>> runs;
};

// Words when the journal cannot be read, or "stopped".
std::string gather(store::Store &store, const loop::Indexer *index, kernel::Sealer &keys,
                   const std::set<std::uint64_t> &dreams, const std::function<bool()> &mayGoOn,
                   std::map<std::uint64_t, DreamFacts> &found);

// Dreams whose files a page from `from` on may have changed.
std::string changedSince(store::Store &store, std::uint64_t from,
                         const std::function<bool()> &mayGoOn, std::set<std::uint64_t> &dreams);
// Kinds of facts after which a dream's files are written again.
std::vector<std::uint16_t> mirroredKinds();
// The dream such a fact is about; 0 when it is none of them.
std::uint64_t mirroredDream(std::uint16_t kind, const void *fact);

}  // namespace hands
