// Which artefacts of a dream resonance compares, kept in a file of the profile so that a start need
// not read the whole journal: dream, which of the three, digest; and marks that say up to which page
// all are in. Digests only, no words. It can be deleted any day; a file that does not fit the journal
// is not used. Thread contract: one thread at a time; the owner locks.
#pragma once

#include "kernel/digest.h"
#include "store/cache.h"

#include <cstdint>
#include <fstream>
#include <map>
#include <string>

namespace hands {

// What is compared of one dream; zero where there is none.
struct Compared {
    kernel::Digest fingerprint, keywords, mood;
};
using ComparedDreams = std::map<std::uint64_t, Compared>;

class ResonanceLog {
public:
    // No folder: nothing is read or written.
    explicit ResonanceLog(const std::string &folder);

    // Everything up to the newest mark `fits` says yes to; page 0 when there is none.
    template<class Fits>
    store::CacheMark read(ComparedDreams &dreams, Fits fits)
    {
        ComparedDreams found;
        const store::CacheMark mark = readAll(found);
        if (!mark.page || !fits(mark))
            return {};
        dreams = std::move(found);
        return mark;
    }
    // A torn end, or more than half of it outdated: better begun anew.
    bool isWorn() const { return m_isTorn || m_records > 2 * m_kept + 1000; }
    // Begins the file anew with these.
    void write(const ComparedDreams &dreams, const store::CacheMark &mark);
    // Goes on at its end.
    void append(std::uint64_t dream, const Compared &compared);
    void mark(const store::CacheMark &mark);

private:
    store::CacheMark readAll(ComparedDreams &dreams);
    void put(std::uint8_t kind, std::uint64_t number, const kernel::Digest &digest);
    void putDream(std::uint64_t dream, const Compared &compared);

    std::string m_path;
    std::ofstream m_out;
    bool m_isTorn = true;
    std::size_t m_records = 0, m_kept = 0;
};

}  // namespace hands
