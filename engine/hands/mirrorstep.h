// One writing of a mirror: what it is about and what was found out for it. Thread contract: one thread.
#pragma once

#include "hands/mirrorwriter.h"

#include "crypto/hash.h"

namespace hands {

struct MirrorWriter::Step {
    Step(const std::set<std::uint64_t> &which, MirrorOutcome &result)
        : dirty(which), outcome(result)
    {
    }

    const std::set<std::uint64_t> &dirty;
    MirrorOutcome &outcome;
    const Step *outer = nullptr;         // the writing this one came into
    Facts facts;                         // of all of them, when they are few
    std::map<std::uint64_t, Ids> links;  // of those that are dirty, as they are now
    std::set<std::uint64_t> gone;
    std::map<std::uint64_t, Ids> oldLinks;  // of those that are gone
    std::set<std::uint64_t> affected;       // not dirty, but their files name one that is
    std::map<std::uint64_t, std::set<std::uint64_t>> reverse;  // to whoever names it
    Ids again;  // rendered with the name of one that was erased meanwhile
};

struct MirrorWriter::Rendered {
    std::uint64_t id = 0;
    std::string markdown, json;
    MirrorEntry entry;
    Ids named;  // whose titles stand in it
};

// Enough to see that a title changed, and no word of it.
inline std::string titleDigest(std::string_view title)
{
    return crypto::blake2b(title).hex().substr(0, 16);
}

}  // namespace hands
