// Reading the journal back: rows of archive tables (facts that are also rows) and the history of a
// thing. Thread contract: uses the store of the calling thread.
#pragma once

#include "loop/core.h"

#include <functional>
#include <set>

namespace loop {

// A fact where it stands.
struct FactAt {
    std::uint64_t seq = 0, page = 0;
    std::size_t index = 0;          // in its page
    kernel::Time time;
    std::string_view actor;
    std::string_view bytes;
    const kernel::FactInfo *info = nullptr;  // nullptr: of a newer version
};

// Visits facts in order from page `from` on, until visit says false. Words when reading failed.
std::string visitFacts(const Core &core, store::Store &store, std::uint64_t from,
                       const std::function<bool(const FactAt &)> &visit);

// The things a stored fact names, by any of its ids; sorted.
void thingsOf(const kernel::FactInfo &info, std::string_view fact, std::vector<std::uint64_t> &things);
// Whether the fact names one of the things, by any of its ids.
bool isAbout(const kernel::FactInfo &info, std::string_view fact, const std::set<std::uint64_t> &things);

}  // namespace loop
