// Exports that prove themselves: chosen facts with their way to a signed tip (a bundle), a whole dream
// with its texts and artefacts, or the whole journal. A bundle is canonical JSON in which every byte is
// covered by the signature, and it verifies on a machine that has never seen the profile.
// Thread contract: uses the store of the calling thread.
#pragma once

#include "loop/archive.h"
#include "loop/verify.h"

#include <functional>
#include <string>

namespace loop {

class Indexer;

// Facts that `isWanted` picks, as one bundle; words in `error` when there is none to make.
std::string exportFacts(const JournalView &view, store::Store &store, const std::function<bool(const FactAt &)> &isWanted,
                        std::string &error);
// All facts about a dream, its key, its texts and artefacts; without an index the journal is read.
std::string exportDream(const JournalView &view, store::Store &store, const Indexer *index, std::uint64_t dream,
                        KeyRing &keys, std::string &error);
// Every page and the newest tip, as one CBOR file.
std::string exportJournal(store::Store &store, std::string &error);

// Of any of the three; `said` gets a line a fact for people.
Verdict verifyExport(std::string_view bytes, const VerifyOptions &options);

}  // namespace loop
