#include "text/resonanceindex.h"

#include <boost/assert.hpp>

#include <algorithm>

namespace text {

std::vector<std::string> effectiveKeywords(const Fingerprint &fingerprint, const Traits &traits)
{
    constexpr std::size_t count = 24;
    if (!traits.keywords.empty())
        return traits.keywords;
    std::vector<const FingerprintStem *> stems;
    for (const FingerprintStem &stem : fingerprint.stems)
        stems.push_back(&stem);
    std::stable_sort(stems.begin(), stems.end(),
                     [](const auto *a, const auto *b) { return a->count > b->count; });
    stems.resize(std::min(stems.size(), count));
    std::vector<std::string> out;
    for (const FingerprintStem *stem : stems)
        out.push_back(stem->stem);
    std::sort(out.begin(), out.end());
    return out;
}

void ResonanceIndex::add(std::uint64_t id, std::string_view digest, const Fingerprint &fingerprint,
                         const Traits &traits)
{
    BOOST_ASSERT(id != noId);
    remove(id);
    std::uint32_t slot = 0;
    if (freeSlots_.empty()) {
        slot = static_cast<std::uint32_t>(entries_.size());
        entries_.emplace_back();
        bandNext_.resize(entries_.size() * bandCount, none);
    } else {
        slot = freeSlots_.back();
        freeSlots_.pop_back();
    }
    Entry &entry = entries_[slot];
    entry.id = id;
    entry.digest = digest;
    entry.words = static_cast<std::uint32_t>(std::min<std::uint64_t>(fingerprint.words, none));
    entry.hasValence = traits.valence.has_value();
    entry.valence = static_cast<std::int16_t>(traits.valence.value_or(0));
    entry.minhash = fingerprint.minhash;

    std::vector<std::pair<std::uint32_t, std::uint8_t>> found;
    found.reserve(fingerprint.stems.size());
    for (const FingerprintStem &stem : fingerprint.stems)
        found.emplace_back(termFor(stem.stem),
                           static_cast<std::uint8_t>(std::min<std::uint32_t>(stem.count, 255)));
    std::sort(found.begin(), found.end());
    entry.terms.reserve(found.size());
    entry.counts.reserve(found.size());
    for (const auto &[term, count] : found) {
        entry.terms.push_back(term);
        entry.counts.push_back(count);
        addPosting(term, slot, count);
    }
    const std::vector<std::string> keywords = effectiveKeywords(fingerprint, traits);
    entry.keywords.reserve(keywords.size());
    for (const std::string &keyword : keywords)
        entry.keywords.push_back(termFor(keyword));
    std::sort(entry.keywords.begin(), entry.keywords.end());

    const auto place = std::lower_bound(byId_.begin(), byId_.end(), std::pair(id, slot));
    const auto from = static_cast<std::size_t>(place - byId_.begin());
    byId_.insert(place, {id, slot});
    noteWords(from);
    linkBands(slot);
}

void ResonanceIndex::remove(std::uint64_t id)
{
    const auto place = std::lower_bound(byId_.begin(), byId_.end(), std::pair(id, 0u));
    if (place == byId_.end() || place->first != id)
        return;
    const std::uint32_t slot = place->second;
    unlinkBands(slot);
    for (const std::uint32_t term : entries_[slot].terms) {
        removePosting(term, slot);
        release(term);
    }
    for (const std::uint32_t term : entries_[slot].keywords)
        release(term);
    entries_[slot] = Entry();
    freeSlots_.push_back(slot);
    const auto from = static_cast<std::size_t>(place - byId_.begin());
    byId_.erase(place);
    noteWords(from);
}

void ResonanceIndex::noteWords(std::size_t from)
{
    wordsUpTo_.resize(byId_.size());
    for (std::size_t i = from; i < byId_.size(); ++i)
        wordsUpTo_[i] = (i ? wordsUpTo_[i - 1] : 0) + entries_[byId_[i].second].words;
}

std::uint32_t ResonanceIndex::termFor(std::string_view name)
{
    const auto [place, isNew] = numbers_.try_emplace(std::string(name), 0);
    if (isNew) {
        if (freeTerms_.empty()) {
            place->second = static_cast<std::uint32_t>(terms_.size());
            terms_.emplace_back();
        } else {
            place->second = freeTerms_.back();
            freeTerms_.pop_back();
        }
        terms_[place->second].name = place->first;
    }
    ++terms_[place->second].uses;
    return place->second;
}

void ResonanceIndex::release(std::uint32_t number)
{
    Term &term = terms_[number];
    if (--term.uses > 0)
        return;
    // a word nobody uses any more must leave the memory too: it may have been somebody's secret
    numbers_.erase(std::string(term.name));
    term = Term();
    freeTerms_.push_back(number);
}

std::size_t ResonanceIndex::placeOf(const Term &term, std::uint64_t id) const
{
    const auto place = std::lower_bound(
        term.holders.begin(), term.holders.end(), id,
        [&](std::uint32_t slot, std::uint64_t wanted) { return entries_[slot].id < wanted; });
    return static_cast<std::size_t>(place - term.holders.begin());
}

void ResonanceIndex::addPosting(std::uint32_t number, std::uint32_t slot, std::uint8_t count)
{
    Term &term = terms_[number];
    const std::uint64_t id = entries_[slot].id;
    const std::size_t at = term.holders.empty() || entries_[term.holders.back()].id < id
                               ? term.holders.size()
                               : placeOf(term, id);
    if (term.holders.size()
        == term.holders.capacity()) {  // grow by a quarter: most lists are long-lived
        const std::size_t room =
            term.holders.size() + std::max<std::size_t>(1, term.holders.size() / 4);
        term.holders.reserve(room);
        term.counts.reserve(room);
    }
    term.holders.insert(term.holders.begin() + static_cast<std::ptrdiff_t>(at), slot);
    term.counts.insert(term.counts.begin() + static_cast<std::ptrdiff_t>(at), count);
}

void ResonanceIndex::removePosting(std::uint32_t number, std::uint32_t slot)
{
    Term &term = terms_[number];
    const std::size_t at = placeOf(term, entries_[slot].id);
    BOOST_ASSERT(at < term.holders.size() && term.holders[at] == slot);
    term.holders.erase(term.holders.begin() + static_cast<std::ptrdiff_t>(at));
    term.counts.erase(term.counts.begin() + static_cast<std::ptrdiff_t>(at));
}

std::uint64_t ResonanceIndex::bandHash(const MinHash &sketch, std::size_t band)
{
    std::uint64_t hash = band + 1;
    for (std::size_t row = 0; row < bandRows; ++row)
        hash = mixed(hash ^ sketch[band * bandRows + row]);
    return hash;
}

void ResonanceIndex::growBands()
{
    std::size_t wanted = 1024;
    while (wanted < (byId_.size() + 1) * bandCount)
        wanted *= 2;
    if (bandHeads_.size() >= wanted)
        return;
    bandHeads_.assign(wanted, none);
    std::fill(bandNext_.begin(), bandNext_.end(), none);
    for (const auto &[id, slot] : byId_)
        linkBands(slot);
}

void ResonanceIndex::linkBands(std::uint32_t slot)
{
    if (bandHeads_.size() < byId_.size() * bandCount) {
        growBands();  // links every document, this one included
        return;
    }
    const MinHash &sketch = entries_[slot].minhash;
    if (isEmpty(sketch))
        return;
    for (std::size_t band = 0; band < bandCount; ++band) {
        std::uint32_t &head = bandHeads_[bandHash(sketch, band) & (bandHeads_.size() - 1)];
        bandNext_[slot * bandCount + band] = head;
        head = static_cast<std::uint32_t>(slot * bandCount + band);
    }
}

void ResonanceIndex::unlinkBands(std::uint32_t slot)
{
    const MinHash &sketch = entries_[slot].minhash;
    if (isEmpty(sketch))
        return;
    for (std::size_t band = 0; band < bandCount; ++band) {
        const auto self = static_cast<std::uint32_t>(slot * bandCount + band);
        std::uint32_t *link = &bandHeads_[bandHash(sketch, band) & (bandHeads_.size() - 1)];
        while (*link != self) {
            BOOST_ASSERT(*link != none);
            link = &bandNext_[*link];
        }
        *link = bandNext_[self];
        bandNext_[self] = none;
    }
}

std::size_t ResonanceIndex::memoryBytes() const
{
    constexpr std::size_t nodeBytes =
        8 + 8 + sizeof(std::string) + 8;  // of the hash map, with hash
    std::size_t bytes = sizeof *this + entries_.capacity() * sizeof(Entry)
                        + terms_.capacity() * sizeof(Term) + freeSlots_.capacity() * 4
                        + freeTerms_.capacity() * 4 + byId_.capacity() * sizeof byId_[0]
                        + wordsUpTo_.capacity() * 8 + bandHeads_.capacity() * 4
                        + bandNext_.capacity() * 4 + numbers_.bucket_count() * 8;
    constexpr std::size_t heapHead = 16;  // what an allocation costs besides its bytes
    for (const Entry &entry : entries_)
        bytes += entry.digest.capacity() + entry.terms.capacity() * 4 + entry.counts.capacity()
                 + entry.keywords.capacity() * 4 + 4 * heapHead;
    for (const Term &term : terms_)
        bytes += term.holders.capacity() * 4 + term.counts.capacity() + 2 * heapHead;
    for (const auto &[name, number] : numbers_)
        bytes += nodeBytes + heapHead + (name.capacity() > 15 ? name.capacity() + heapHead : 0);
    return bytes;
}

}  // namespace text
