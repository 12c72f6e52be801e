// A disk that forgets: a SQLite VFS over memory which records every write, truncation and sync, and
// can then say what may be on the disk after the power fails at any moment: everything that was
// synced, and of what was not, any part, torn at sector borders and in any order.
// Thread contract: all files of one CrashDisk share a mutex.
#pragma once

#include <cstdint>
#include <map>
#include <mutex>
#include <random>
#include <string>
#include <vector>

namespace crash {

struct Event {
    enum Kind { Write, Truncate, Sync, Delete } kind = Write;
    std::string file;
    std::uint64_t offset = 0;   // of a write; the size of a truncation
    std::string bytes;
};

using Files = std::map<std::string, std::string>;

class CrashDisk {
public:
    static constexpr std::uint64_t sectorBytes = 512;

    // Registers the VFS "crash" as SQLite's default; once a process.
    static CrashDisk &install();

    void clear();
    std::size_t events() const;
    std::uint64_t syncs() const;
    Files files() const;                 // as the running program sees them
    void put(const Files &files);        // a disk to start from; the record is empty then
    // What may be there after a power cut behind the first `count` events.
    Files image(std::size_t count, std::mt19937_64 &chance) const;

    // For the VFS.
    void record(Event event);
    bool read(const std::string &file, std::uint64_t offset, char *out, std::size_t size) const;
    std::uint64_t size(const std::string &file) const;
    bool exists(const std::string &file) const;

private:
    static void apply(Files &files, const Event &event);

    mutable std::recursive_mutex m_mutex;
    Files m_start, m_live;
    std::vector<Event> m_events;
    std::uint64_t m_syncs = 0;
};

}  // namespace crash
