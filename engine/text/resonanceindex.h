// Finds the texts that resonate with one text, without ever comparing all with all: an inverted
// index over the stems of fingerprints, BM25 (Robertson, Zaragoza 2009), TF-IDF cosine and MinHash
// bands (Leskovec, Rajaraman, Ullman, "Mining of massive datasets", ch. 3). Owns all it was given;
// leaves explaining to the capability score-resonance.
// Answers are as of an id: a query sees exactly the documents whose id is at most that, with all
// statistics as they were then, so the answer does not depend on what else is being added.
// Thread contract: the caller locks; query() is const and may run beside other queries.
#pragma once

#include "text/fingerprint.h"

#include <cstdint>
#include <limits>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace text {

// The parts of a resonance, 0..10000 each.
struct ResonanceParts {
    int bm25 = 0;
    int cosine = 0;
    int jaccard = 0;
    std::optional<int> mood;  // 10000 = same valence; nothing if either is unknown
};
// What everything is ranked by: the words (.40 bm25, .35 cosine, .25 jaccard), spread over the whole
// range by a square root, less up to 15 % where the moods differ. Mood alone never makes a bond.
int resonanceScore(const ResonanceParts &parts);

struct Candidate {
    std::string digest;
    int bm25 = 0;
    int cosine = 0;
    int jaccard = 0;
    int sketch = 0;  // MinHash similarity
    std::optional<int> valence;
    int score = 0;
    std::vector<std::string> shared;  // stems both have, the telling ones first, at most 8
};

struct Candidates {
    std::size_t library = 0;       // documents seen as of then
    std::vector<Candidate> items;  // by score, then digest
    std::string json() const;      // the `candidates` artefact
};

// The keywords of the traits; where nobody extracted any, the 24 strongest stems stand in.
std::vector<std::string> effectiveKeywords(const Fingerprint &fingerprint, const Traits &traits);

class ResonanceIndex {
public:
    static constexpr std::uint64_t noId = std::numeric_limits<std::uint64_t>::max();

    // Replaces a document of the same id. Ids may come in any order; growing ones are cheapest.
    void add(std::uint64_t id, std::string_view digest, const Fingerprint &fingerprint,
             const Traits &traits = {});
    void remove(std::uint64_t id);

    // At most k neighbours among the documents with id <= asOfId, exceptId left out.
    Candidates query(const Fingerprint &fingerprint, const Traits &traits, std::uint64_t asOfId,
                     std::size_t k = 20, std::uint64_t exceptId = noId) const;

    std::size_t size() const { return byId_.size(); }
    std::size_t memoryBytes() const;

private:
    static constexpr std::size_t bandCount = 32;
    static constexpr std::size_t bandRows = minhashSize / bandCount;
    static constexpr std::uint32_t none = 0xffffffffu;

    struct Entry {  // one document, at a slot that stays its own until removed
        std::uint64_t id = noId;
        std::string digest;
        std::uint32_t words = 0;
        std::int16_t valence = 0;
        bool hasValence = false;
        MinHash minhash = {};
        std::vector<std::uint32_t> terms;     // ascending
        std::vector<std::uint8_t> counts;     // beside terms
        std::vector<std::uint32_t> keywords;  // ascending term numbers
    };
    struct Term {
        std::vector<std::uint32_t> holders;  // ascending by the id of the document
        std::vector<std::uint8_t> counts;    // beside holders
        std::uint32_t uses = 0;              // postings and keyword lists that name it
        std::string_view name;               // owned by numbers_, whose keys never move
    };
    struct Weighted {
        std::uint32_t term = none;  // none: not in the library
        std::uint32_t count = 0;
        std::size_t frequency = 0;  // documents that have it, as of then
        double idf = 0;
        std::string_view stem;
    };
    struct Moment;  // the library as of an id

    void noteWords(std::size_t from);
    std::uint32_t termFor(std::string_view name);
    void release(std::uint32_t term);
    void addPosting(std::uint32_t term, std::uint32_t slot, std::uint8_t count);
    void removePosting(std::uint32_t term, std::uint32_t slot);
    std::size_t placeOf(const Term &term, std::uint64_t id) const;
    std::size_t frequencyAsOf(const Term &term, std::uint64_t asOfId) const;

    static std::uint64_t bandHash(const MinHash &sketch, std::size_t band);
    void linkBands(std::uint32_t slot);
    void unlinkBands(std::uint32_t slot);
    void growBands();
    void findNearCopies(const MinHash &sketch, std::uint64_t asOfId,
                        std::vector<std::uint32_t> &holders) const;

    Moment momentOf(std::uint64_t asOfId) const;
    std::vector<Weighted> weigh(const Fingerprint &fingerprint, const Moment &moment) const;
    std::vector<std::uint32_t> bestSlots(const std::vector<Weighted> &terms, const Moment &moment,
                                         std::size_t k, std::uint32_t exceptSlot,
                                         std::vector<double> &scores) const;
    Candidate judge(std::uint32_t slot, const std::vector<Weighted> &terms, const Moment &moment,
                    const Fingerprint &fingerprint, const Traits &traits) const;
    double documentNorm(const Entry &entry, const Moment &moment) const;
    int keywordJaccard(const Entry &entry, const Traits &traits) const;

    std::vector<Entry> entries_;
    std::vector<std::uint32_t> freeSlots_;
    std::vector<std::pair<std::uint64_t, std::uint32_t>> byId_;  // id, slot; ascending
    std::vector<std::uint64_t> wordsUpTo_;  // beside byId_: words of all documents up to there
    std::unordered_map<std::string, std::uint32_t> numbers_;
    std::vector<Term> terms_;
    std::vector<std::uint32_t> freeTerms_;
    std::vector<std::uint32_t> bandHeads_;  // a power of two
    std::vector<std::uint32_t> bandNext_;   // slot * bandCount + band
};

}  // namespace text
