// What a mirror wrote into its folder: names, digests and links of every dream's two files, and how far
// in the journal that goes. It stands in the folder itself, is noted down before files change, and so
// tells after a kill which files are ours. Owns one hidden file. Thread contract: one thread.
#pragma once

#include "hands/mirrorfolder.h"
#include "kernel/digest.h"
#include "store/cache.h"

#include <map>
#include <set>
#include <string>
#include <vector>

namespace hands {

// What a dream's two files are called and hold.
struct MirrorFiles {
    std::string stem;  // "slug-ID", with "archive/" before it; without an extension
    kernel::Digest markdown, json;
    friend bool operator==(const MirrorFiles &, const MirrorFiles &) = default;
};

struct MirrorEntry {
    MirrorFiles now;
    // What may stand there instead while a writing has not come to its end; empty: it has.
    std::vector<MirrorFiles> before;
    std::uint64_t bytes = 0;
    std::string title;                   // start of its digest: others name it
    std::vector<std::string> wants;      // what its links look for, see mirrorpages.h
    std::vector<std::uint64_t> links;    // dreams they led to when it was written
    std::vector<std::string> conflicts;  // files a person changed, as they were kept
};

class MirrorLedger {
public:
    static constexpr const char *fileName = ".dreamscope-mirror";
    static constexpr std::uint64_t indexId = 0;  // index.md and index.json

    // `owner` is the profile's device key. False without words: there is none yet.
    bool read(const MirrorFolder &folder, const std::string &owner, std::string &error);
    void begin(const std::string &owner) { m_owner = owner; }
    // Added to the file, synced: these entries as they are now.
    std::string note(MirrorFolder &folder, const std::vector<std::uint64_t> &ids);
    std::string noteUpTo(MirrorFolder &folder, const store::CacheMark &upTo);
    // Written anew, with nothing in it that is not true any more.
    std::string rewrite(MirrorFolder &folder);
    // Noted since the last mark: a kill leaves them to be written again.
    bool isOpen(std::uint64_t id) const { return m_open.contains(id); }
    bool isWorn() const { return m_lines > 2 * entries.size() + 1000; }
    // Over names and digests of all files.
    kernel::Digest digest() const;

    std::map<std::uint64_t, MirrorEntry> entries;
    store::CacheMark upTo;

private:
    std::string m_owner;
    std::set<std::uint64_t> m_open;
    std::size_t m_lines = 0;
};

}  // namespace hands
