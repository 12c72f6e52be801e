// Reading the journal back: rows of archive tables (facts that are also rows) and the history of a
// thing. Thread contract: uses the store of the calling thread.
#pragma once

#include "loop/core.h"

#include <array>
#include <atomic>
#include <functional>
#include <set>

namespace loop {

// How far the journal goes and what its facts mean: as far as a Core has come, or as far as a store
// of another thread sees it committed.
class JournalView {
public:
    JournalView(const Core &core);  // NOLINT(google-explicit-constructor): a Core is one view of it
    explicit JournalView(store::Store &store);

    std::uint64_t facts() const { return m_facts; }
    std::uint64_t pages() const { return m_pages; }
    const kernel::FactInfo *fact(std::uint16_t kind) const;  // nullptr: of a newer version

    // Long reading ends, as failed, soon after the flag is set; it must outlive the view.
    void stopWhen(const std::atomic<bool> &flag) { m_stop = &flag; }
    bool isStopped() const { return m_stop && *m_stop; }

private:
    const std::atomic<bool> *m_stop = nullptr;
    std::array<const kernel::SystemInfo *, 256> m_byNumber{};
    std::uint64_t m_facts = 0, m_pages = 0;
};

// A fact where it stands.
struct FactAt {
    std::uint64_t seq = 0, page = 0;
    std::size_t index = 0;  // in its page
    kernel::Time time;
    std::string_view actor;
    std::string_view bytes;
    const kernel::FactInfo *info = nullptr;  // nullptr: of a newer version
};

// Visits facts in order from page `from` on, until visit says false. Words when reading failed.
std::string visitFacts(const JournalView &view, store::Store &store, std::uint64_t from,
                       const std::function<bool(const FactAt &)> &visit);

// The things a stored fact names, by any of its ids; sorted.
void thingsOf(const kernel::FactInfo &info, std::string_view fact,
              std::vector<std::uint64_t> &things);
// Whether the fact names one of the things, by any of its ids.
bool isAbout(const kernel::FactInfo &info, std::string_view fact,
             const std::set<std::uint64_t> &things);

}  // namespace loop
