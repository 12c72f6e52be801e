#include "capabilities/motifs.h"

#include <algorithm>
#include <array>
#include <span>

namespace capabilities {
namespace {

using text::Document;

constexpr std::size_t stemsMax = 32;  // looked at for sets
constexpr std::size_t sentencesMax = 2048;
constexpr std::size_t phraseWordsMax = 5;
constexpr std::uint32_t none = 0xffffffffu;

bool isTelling(const Document &document, const text::Token &token)
{
    return token.isWord() && !token.has(text::tokenIsStopWord)
           && !document.stems()[token.stem].isStopWord && token.length >= 3;
}

// Phrases: grown word by word from those already repeated, as Apriori grows sets. A phrase begins
// and ends in a telling word and is dropped when a longer one is said just as often.
class Phrases {
public:
    explicit Phrases(const Document &document) : document_(document) {}

    std::vector<Motif> find(const std::stop_token &stop)
    {
        const auto tokens = document_.tokens();
        std::vector<std::uint32_t> alive;  // first tokens of what is repeated so far
        for (std::uint32_t i = 0; i + 1 < tokens.size(); ++i) {
            if (isTelling(document_, tokens[i]) && document_.stems()[tokens[i].stem].count > 1)
                alive.push_back(i);
        }
        std::vector<Motif> found;
        for (std::size_t words = 2; words <= phraseWordsMax && !alive.empty(); ++words) {
            if (stop.stop_requested())
                break;
            alive = grow(alive, words, found);
        }
        return found;
    }

private:
    // keeps the starts whose run of `words` words is repeated, and lists those runs
    std::vector<std::uint32_t> grow(const std::vector<std::uint32_t> &alive, std::size_t words,
                                    std::vector<Motif> &found)
    {
        const auto tokens = document_.tokens();
        std::vector<std::pair<std::uint64_t, std::uint32_t>> runs;
        for (const std::uint32_t start : alive) {
            const std::size_t last = start + words - 1;
            if (last >= tokens.size() || !tokens[last].has(text::tokenFollowsSpace)
                || document_.stems()[tokens[last].stem].count < 2)
                continue;
            std::uint64_t key = 1469598103934665603ull;
            for (std::size_t i = start; i <= last; ++i)
                key = (key ^ tokens[i].stem) * 0x9e3779b97f4a7c15ull, key ^= key >> 29;
            runs.emplace_back(key, start);
        }
        // what is alone in its bucket is said once and need not be sorted
        std::array<std::uint8_t, 4096> buckets = {};
        const auto bucketOf = [&](const auto &run) -> std::uint8_t & {
            return buckets[run.first >> 52];
        };
        for (const auto &run : runs)
            bucketOf(run) |= bucketOf(run) == 0 ? 1 : 2;
        std::erase_if(runs, [&](const auto &run) { return bucketOf(run) == 1; });
        std::sort(runs.begin(), runs.end());
        std::vector<std::uint32_t> kept;
        for (std::size_t from = 0; from < runs.size();) {
            std::size_t to = from;
            while (to < runs.size() && runs[to].first == runs[from].first)
                ++to;
            if (to - from >= 2) {
                for (std::size_t i = from; i < to; ++i)
                    kept.push_back(runs[i].second);
                list(std::span(runs).subspan(from, to - from), words, found);
            }
            from = to;
        }
        std::sort(kept.begin(), kept.end());
        return kept;
    }

    void list(std::span<const std::pair<std::uint64_t, std::uint32_t>> runs, std::size_t words,
              std::vector<Motif> &found) const
    {
        const auto tokens = document_.tokens();
        const std::uint32_t first = runs.front().second;
        const text::Token &last = tokens[first + words - 1];
        if (!isTelling(document_, last))
            return;
        Motif motif;
        motif.phrase = {tokens[first].start, last.end() - tokens[first].start};
        for (const auto &[key, start] : runs)
            motif.starts.push_back(tokens[start].start);
        for (std::size_t i = 0; i < words; ++i)
            motif.stems.push_back(tokens[first + i].stem);
        motif.count = runs.size();
        motif.value = double(motif.count) * (1 + double(words));
        // the shorter run inside this one says nothing more
        std::erase_if(found, [&](const Motif &shorter) {
            return shorter.count == motif.count
                   && std::search(motif.stems.begin(), motif.stems.end(), shorter.stems.begin(),
                                  shorter.stems.end())
                          != motif.stems.end();
        });
        found.push_back(std::move(motif));
    }

    const Document &document_;
};

// Words that keep turning up, alone and together, counted by sentence.
std::vector<Motif> wordSets(const Document &document, const std::stop_token &stop)
{
    std::vector<std::uint32_t> stems;
    for (std::uint32_t stem = 0; stem < document.stems().size(); ++stem) {
        const text::Stem &entry = document.stems()[stem];
        if (!entry.isStopWord && entry.count >= 2 && document.stemText(stem).size() >= 3)
            stems.push_back(stem);
    }
    std::stable_sort(stems.begin(), stems.end(), [&](std::uint32_t a, std::uint32_t b) {
        return document.stems()[a].count > document.stems()[b].count;
    });
    stems.resize(std::min(stems.size(), stemsMax));
    std::vector<std::uint32_t> item(document.stems().size(), none);
    for (std::uint32_t i = 0; i < stems.size(); ++i)
        item[stems[i]] = i;

    const auto sentences =
        document.sentences().first(std::min(document.sentences().size(), sentencesMax));
    std::vector<BitSet> single(stems.size(), BitSet(sentences.size() / 64 + 1));
    std::vector<std::size_t> counts(stems.size(), 0);
    for (std::size_t i = 0; i < sentences.size(); ++i) {
        for (const text::Token &token : document.tokensOf(sentences[i])) {
            if (item[token.stem] == none || !token.isWord())
                continue;
            single[item[token.stem]][i / 64] |= 1ull << (i % 64);
            ++counts[item[token.stem]];
        }
    }
    if (stop.stop_requested())
        return {};
    const std::size_t supportMin = std::max<std::size_t>(2, sentences.size() / 40);
    std::vector<Motif> found;
    for (ItemSet &set : frequentSets(single, supportMin, 3, motifSetsMax)) {
        if (set.items.size() == 1 && counts[set.items[0]] < 3)
            continue;  // twice in a text is no motif yet
        Motif motif;
        motif.count = set.items.size() == 1 ? counts[set.items[0]] : set.support;
        for (const std::uint32_t one : set.items)
            motif.stems.push_back(stems[one]);
        motif.where = std::move(set.where);
        motif.value =
            double(motif.count) * (set.items.size() == 1 ? 1.5 : double(set.items.size()));
        found.push_back(std::move(motif));
    }
    return found;
}

// Where the words of a set stand: each place of a single word, the sentences of several.
std::vector<std::uint32_t> startsOf(const Document &document, const Motif &motif)
{
    std::vector<std::uint32_t> starts;
    for (std::size_t i = 0; i < motif.where.size() * 64; ++i) {
        if (!(motif.where[i / 64] >> (i % 64) & 1))
            continue;
        const text::Sentence &sentence = document.sentences()[i];
        if (motif.stems.size() > 1) {
            starts.push_back(sentence.start);
            continue;
        }
        for (const text::Token &token : document.tokensOf(sentence)) {
            if (token.stem == motif.stems[0] && token.isWord())
                starts.push_back(token.start);
        }
    }
    return starts;
}

// Leaves out what a better motif already says: the same words in fewer places.
std::vector<Motif> best(std::vector<Motif> motifs)
{
    std::stable_sort(motifs.begin(), motifs.end(),
                     [](const Motif &a, const Motif &b) { return a.value > b.value; });
    std::vector<Motif> kept;
    for (Motif &motif : motifs) {
        const bool isSaid = std::any_of(kept.begin(), kept.end(), [&](const Motif &better) {
            const auto holds = [](const Motif &whole, const Motif &part) {
                return std::all_of(part.stems.begin(), part.stems.end(), [&](std::uint32_t stem) {
                    return std::find(whole.stems.begin(), whole.stems.end(), stem)
                           != whole.stems.end();
                });
            };
            return holds(better, motif) ? motif.count <= better.count + 1 : holds(motif, better);
        });
        if (!isSaid && kept.size() < motifsMax)
            kept.push_back(std::move(motif));
    }
    return kept;
}

}  // namespace

std::string nameOf(const Document &document, const std::vector<std::uint32_t> &mainForms,
                   const Motif &motif)
{
    if (motif.phrase.length > 0)
        return document.plain(motif.phrase);
    std::string name;
    for (const std::uint32_t stem : motif.stems)
        name.append(name.empty() ? "" : " + ").append(document.formText(mainForms[stem]));
    return name;
}

std::vector<Motif> motifsOf(const Document &document, const std::stop_token &stop)
{
    std::vector<Motif> motifs = Phrases(document).find(stop);
    for (Motif &motif : wordSets(document, stop))
        motifs.push_back(std::move(motif));
    motifs = best(std::move(motifs));
    for (Motif &motif : motifs) {
        if (motif.phrase.length == 0)
            motif.starts = startsOf(document, motif);
    }
    return motifs;
}

}  // namespace capabilities
