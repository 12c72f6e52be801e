#include "text/resonanceindex.h"

#include <boost/json.hpp>

#include <algorithm>
#include <cmath>

namespace text {

namespace {

// Robertson and Zaragoza's usual constants
constexpr double bm25Saturation = 1.2;
constexpr double bm25LengthShare = 0.75;
constexpr std::size_t queryTermsMax = 64;  // the weightiest; the rest hardly moves a rank
constexpr std::size_t sharedMax = 8;

double idfOf(std::size_t library, std::size_t frequency)
{
    return std::log(1 + (double(library) - double(frequency) + 0.5) / (double(frequency) + 0.5));
}

double bm25Part(double idf, double count, double words, double wordsMean)
{
    const double length = 1 - bm25LengthShare + bm25LengthShare * words / std::max(wordsMean, 1.0);
    return idf * count * (bm25Saturation + 1) / (count + bm25Saturation * length);
}

int share(double value)
{
    return static_cast<int>(std::clamp(value, 0.0, 1.0) * 10000 + 0.5);
}

double tfIdf(double count, double idf)
{
    return (1 + std::log(count)) * idf;
}

void appendList(std::string &out, const std::vector<std::string> &words)
{
    out.append("[");
    for (std::size_t i = 0; i < words.size(); ++i) {
        if (i)
            out.push_back(',');
        out.append(boost::json::serialize(boost::json::string(words[i])));
    }
    out.append("]");
}

}  // namespace

struct ResonanceIndex::Moment {
    std::uint64_t asOfId = 0;
    std::size_t library = 0;
    double wordsMean = 0;
};

int resonanceScore(const ResonanceParts &parts)
{
    const double words = 0.40 * parts.bm25 + 0.35 * parts.cosine + 0.25 * parts.jaccard;
    const double mood = parts.mood ? 0.85 + 0.15 * *parts.mood / 10000.0 : 1.0;
    return share(std::sqrt(words / 10000.0) * mood);
}

std::string Candidates::json() const
{
    std::string out = "{\"items\":[";
    for (std::size_t i = 0; i < items.size(); ++i) {
        const Candidate &item = items[i];
        if (i)
            out.push_back(',');
        out.append("{\"bm25\":").append(std::to_string(item.bm25));
        out.append(",\"cosine\":").append(std::to_string(item.cosine));
        out.append(",\"digest\":").append(boost::json::serialize(boost::json::string(item.digest)));
        out.append(",\"jaccard\":").append(std::to_string(item.jaccard));
        out.append(",\"shared\":");
        appendList(out, item.shared);
        out.append(",\"sketch\":").append(std::to_string(item.sketch));
        if (item.valence)
            out.append(",\"valence\":").append(std::to_string(*item.valence));
        out.push_back('}');
    }
    return out.append("],\"library\":").append(std::to_string(library)).append("}");
}

ResonanceIndex::Moment ResonanceIndex::momentOf(std::uint64_t asOfId) const
{
    const auto end = std::upper_bound(byId_.begin(), byId_.end(), std::pair(asOfId, none));
    Moment moment{asOfId, static_cast<std::size_t>(end - byId_.begin()), 0};
    if (moment.library > 0)
        moment.wordsMean = double(wordsUpTo_[moment.library - 1]) / double(moment.library);
    return moment;
}

std::size_t ResonanceIndex::frequencyAsOf(const Term &term, std::uint64_t asOfId) const
{
    if (term.holders.empty() || entries_[term.holders.back()].id <= asOfId)
        return term.holders.size();
    return placeOf(term, asOfId + 1);
}

std::vector<ResonanceIndex::Weighted> ResonanceIndex::weigh(const Fingerprint &fingerprint,
                                                            const Moment &moment) const
{
    std::vector<Weighted> terms;
    terms.reserve(fingerprint.stems.size());
    for (const FingerprintStem &stem : fingerprint.stems) {
        Weighted weighted;
        weighted.stem = stem.stem;
        weighted.count = std::min<std::uint32_t>(stem.count, 255);
        if (const auto found = numbers_.find(stem.stem); found != numbers_.end()) {
            weighted.term = found->second;
            weighted.frequency = frequencyAsOf(terms_[found->second], moment.asOfId);
        }
        weighted.idf = idfOf(moment.library, weighted.frequency);
        terms.push_back(weighted);
    }
    std::sort(terms.begin(), terms.end(), [](const Weighted &a, const Weighted &b) {
        const double left = tfIdf(a.count, a.idf), right = tfIdf(b.count, b.idf);
        return left != right ? left > right : a.stem < b.stem;
    });
    return terms;
}

std::vector<std::uint32_t> ResonanceIndex::bestSlots(const std::vector<Weighted> &terms,
                                                     const Moment &moment, std::size_t k,
                                                     std::uint32_t exceptSlot,
                                                     std::vector<double> &scores) const
{
    std::vector<std::uint32_t> touched;
    std::size_t used = 0;
    for (const Weighted &weighted : terms) {
        if (weighted.frequency == 0)
            continue;
        if (++used > queryTermsMax)
            break;
        const Term &term = terms_[weighted.term];
        // a word of the query counts once more for each time it is said, as BM25's k3 would have it
        const double queryWeight = weighted.idf * std::min<double>(weighted.count, 4);
        for (std::size_t i = 0; i < weighted.frequency; ++i) {
            const std::uint32_t slot = term.holders[i];
            if (scores[slot] == 0)
                touched.push_back(slot);
            scores[slot] +=
                bm25Part(queryWeight, term.counts[i], entries_[slot].words, moment.wordsMean);
        }
    }
    std::erase(touched, exceptSlot);
    const auto isBetter = [&](std::uint32_t a, std::uint32_t b) {
        return scores[a] != scores[b] ? scores[a] > scores[b]
                                      : entries_[a].digest < entries_[b].digest;
    };
    const std::size_t kept = std::min(touched.size(), k);
    std::partial_sort(touched.begin(), touched.begin() + static_cast<std::ptrdiff_t>(kept),
                      touched.end(), isBetter);
    touched.resize(kept);
    return touched;
}

void ResonanceIndex::findNearCopies(const MinHash &sketch, std::uint64_t asOfId,
                                    std::vector<std::uint32_t> &holders) const
{
    if (isEmpty(sketch) || bandHeads_.empty())
        return;
    for (std::size_t band = 0; band < bandCount; ++band) {
        std::uint32_t link = bandHeads_[bandHash(sketch, band) & (bandHeads_.size() - 1)];
        for (; link != none; link = bandNext_[link]) {
            const std::uint32_t slot = link / bandCount;
            if (entries_[slot].id <= asOfId
                && similarity(entries_[slot].minhash, sketch) >= nearCopySimilarity)
                holders.push_back(slot);
        }
    }
}

double ResonanceIndex::documentNorm(const Entry &entry, const Moment &moment) const
{
    double sum = 0;
    for (std::size_t i = 0; i < entry.terms.size(); ++i) {
        const std::size_t frequency = frequencyAsOf(terms_[entry.terms[i]], moment.asOfId);
        const double weight = tfIdf(entry.counts[i], idfOf(moment.library, frequency));
        sum += weight * weight;
    }
    return std::sqrt(sum);
}

int ResonanceIndex::keywordJaccard(const Entry &entry, const Traits &traits) const
{
    std::size_t both = 0;
    for (const std::string &keyword : traits.keywords) {
        const auto found = numbers_.find(keyword);
        both += found != numbers_.end()
                && std::binary_search(entry.keywords.begin(), entry.keywords.end(), found->second);
    }
    const std::size_t either = entry.keywords.size() + traits.keywords.size() - both;
    return either == 0 ? 0 : static_cast<int>(both * 10000 / either);
}

Candidate ResonanceIndex::judge(std::uint32_t slot, const std::vector<Weighted> &terms,
                                const Moment &moment, const Fingerprint &fingerprint,
                                const Traits &traits) const
{
    const Entry &entry = entries_[slot];
    Candidate out;
    out.digest = entry.digest;
    out.sketch = similarity(entry.minhash, fingerprint.minhash);
    if (entry.hasValence)
        out.valence = entry.valence;
    double dot = 0, queryNorm = 0, found = 0, whole = 0;
    std::vector<std::pair<double, std::string_view>> shared;
    const double queryWords = double(fingerprint.words);
    for (const Weighted &weighted : terms) {
        const double own = tfIdf(weighted.count, weighted.idf);
        const double queryWeight = weighted.idf * std::min<double>(weighted.count, 4);
        queryNorm += own * own;
        whole += bm25Part(queryWeight, weighted.count, queryWords, moment.wordsMean);
        const auto place = std::lower_bound(entry.terms.begin(), entry.terms.end(), weighted.term);
        if (weighted.frequency == 0 || place == entry.terms.end() || *place != weighted.term)
            continue;
        const double count = entry.counts[static_cast<std::size_t>(place - entry.terms.begin())];
        dot += own * tfIdf(count, weighted.idf);
        found += bm25Part(queryWeight, count, entry.words, moment.wordsMean);
        const bool isCommon = moment.library >= 12 && weighted.frequency * 3 > moment.library;
        if (!isCommon)
            shared.emplace_back(-weighted.idf * std::sqrt(std::min<double>(count, weighted.count)),
                                weighted.stem);
    }
    const double norms = std::sqrt(queryNorm) * documentNorm(entry, moment);
    out.cosine = norms > 0 ? share(dot / norms) : 0;
    out.bm25 = whole > 0 ? share(found / whole) : 0;
    out.jaccard = keywordJaccard(entry, traits);
    std::sort(shared.begin(), shared.end());
    for (std::size_t i = 0; i < std::min(shared.size(), sharedMax); ++i)
        out.shared.emplace_back(shared[i].second);
    ResonanceParts parts{out.bm25, out.cosine, out.jaccard, std::nullopt};
    if (entry.hasValence && traits.valence)
        parts.mood = 10000 - std::abs(entry.valence - *traits.valence) / 2;
    out.score = resonanceScore(parts);
    return out;
}

Candidates ResonanceIndex::query(const Fingerprint &fingerprint, const Traits &traits,
                                 std::uint64_t asOfId, std::size_t k, std::uint64_t exceptId) const
{
    const Moment moment = momentOf(asOfId);
    Candidates out;
    out.library = moment.library;
    const auto except = std::lower_bound(byId_.begin(), byId_.end(), std::pair(exceptId, 0u));
    const std::uint32_t exceptSlot =
        except != byId_.end() && except->first == exceptId ? except->second : none;
    if (exceptSlot != none && exceptId <= asOfId)
        --out.library;

    std::vector<double> scores(entries_.size(), 0.0);
    const std::vector<Weighted> terms = weigh(fingerprint, moment);
    std::vector<std::uint32_t> holders = bestSlots(terms, moment, 2 * k, exceptSlot, scores);
    findNearCopies(fingerprint.minhash, asOfId, holders);
    std::sort(holders.begin(), holders.end());
    holders.erase(std::unique(holders.begin(), holders.end()), holders.end());
    std::erase(holders, exceptSlot);

    Traits own = traits;
    own.keywords = effectiveKeywords(fingerprint, traits);
    for (const std::uint32_t slot : holders)
        out.items.push_back(judge(slot, terms, moment, fingerprint, own));
    std::sort(out.items.begin(), out.items.end(), [](const Candidate &a, const Candidate &b) {
        return a.score != b.score ? a.score > b.score : a.digest < b.digest;
    });
    if (out.items.size() > k)
        out.items.resize(k);
    return out;
}

}  // namespace text
