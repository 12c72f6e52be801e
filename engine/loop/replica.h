// The organism as it was at a moment of the past: a second Core over a connection that can only read,
// built from the nearest snapshot before the moment and the pages after it. Going on to a later
// moment replays only what lies between. Owns the connection and the Core; nobody outside can ask the
// Core anything or write. Thread contract: made, used and destroyed on one thread.
#pragma once

#include "loop/core.h"

#include <map>
#include <memory>
#include <optional>

namespace loop {

// A place between two pages of the journal: everything up to page and fact had happened.
struct PastMoment {
    std::uint64_t page = 0, fact = 0;
    kernel::Time at;
    friend bool operator==(const PastMoment &, const PastMoment &) = default;
};

// Which moment is meant: the last page at or before a time, the page that holds a fact, a page, or the
// page so many before the last. What lies outside the journal means its first or its last moment.
struct Goal {
    enum By : std::uint8_t { Time, Fact, Page, Before } by = Time;
    std::int64_t value = 0;  // microseconds since 1970, or a number
};

// How many facts were told in each of equal spans between two times.
struct Density {
    kernel::Time from, to;
    std::vector<std::uint64_t> facts;
};

class Replica {
public:
    // Nothing, and words, when there is no journal that can be read.
    static std::unique_ptr<Replica> open(const std::string &folder, std::string &error);
    ~Replica();

    PastMoment find(const Goal &goal);
    PastMoment first();
    PastMoment last();
    std::uint64_t bytesOfJournal() const { return m_reader->bytesOnDisk(); }
    // Found by looking at a few pages for each span, not by reading the journal.
    Density density(kernel::Time from, kernel::Time to, std::size_t spans);

    // Words when the journal cannot be read. Told to stop by `goOn`, it stays at an earlier moment.
    std::string show(const PastMoment &moment, const Core::GoOn &goOn);
    const PastMoment &at() const { return m_at; }
    // The fact after which the last `show` began to replay: of a snapshot, or where it stood.
    std::uint64_t replayedFrom() const { return m_replayedFrom; }
    const Core &core() const { return *m_core; }
    // As many rows as there are: key and plain CBOR array of its fields. Of an archive, those told by
    // then, keyed by their fact: the journal is read for them.
    std::vector<std::pair<std::uint64_t, std::string>> rows(const kernel::TableInfo &table) const;

    // Writes a snapshot of this moment for later looks; words on failure. Only the one that holds
    // the profile's lock may.
    std::string keep();
    // Lets the Core go; the connection stays.
    void clear();

private:
    Replica() = default;
    std::optional<PastMoment> momentOf(const std::optional<store::PageRecord> &page) const;
    std::uint64_t pageAt(kernel::Time time);
    kernel::Time timeOf(std::uint64_t page);
    bool startFrom(const std::vector<store::Snapshot> &parts);
    void start(std::uint64_t page);

    std::string m_folder;
    std::unique_ptr<store::Store> m_reader;
    std::unique_ptr<Core> m_core;
    PastMoment m_at;
    std::uint64_t m_replayedFrom = 0;
    std::map<std::uint64_t, PastMoment> m_known;  // pages looked at while searching by time
};

}  // namespace loop
