// What one text leaves behind for comparing: its sketch, its strongest stems, its length. Owns the
// struct, how it is made from a Document and how it is read back from the `fingerprint` artefact;
// writing the artefact is the capability compare-texts, finding neighbours the ResonanceIndex.
// Thread contract: plain values and pure functions.
#pragma once

#include "text/minhash.h"

#include <boost/json/fwd.hpp>

#include <cstdint>
#include <optional>
#include <stop_token>
#include <string>
#include <vector>

namespace text {

class Document;

struct FingerprintStem {
    std::string stem;
    std::uint32_t count = 0;
    std::string word;  // the form most used in the text; empty if it equals the stem
};

struct Fingerprint {
    static constexpr std::size_t stemsMax = 256;

    std::uint64_t bytes = 0;
    std::uint64_t words = 0;
    std::string language;
    MinHash minhash = {};
    std::uint64_t simhash = 0;
    std::vector<FingerprintStem> stems;  // at most stemsMax by count, sorted by stem
};

// Stop words and lone digits are no stems of a fingerprint.
Fingerprint fingerprintOf(const Document &document);

// Nothing if the object is no fingerprint; lists longer than the limits are cut.
std::optional<Fingerprint> fingerprintFrom(const boost::json::object &artefact);

// What else is known of a text when resonance is judged.
struct Traits {
    std::optional<int> valence;         // -10000..10000
    std::vector<std::string> keywords;  // single stems, sorted, no doubles, at most 64
};
Traits traitsFrom(const boost::json::object *keywords, const boost::json::object *mood);

// Two texts are near-copies if their sketches agree at least this much. On the dev corpus all marked
// copies lie at 2187 or above and the other 20,885 pairs at 1718 or below (tst_comparetexts.cpp).
inline constexpr int nearCopySimilarity = 2000;

}  // namespace text
