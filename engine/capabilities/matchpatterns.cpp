// match-patterns: what comes back? Within a text: phrases said more than once, words that keep
// turning up, and words that turn up together. Across dreams: which of this text's motifs other
// dreams share, from the stems the resonance index found. With params.patterns (a list of words):
// every place each of them stands. `spread` is how much of the text a motif spans, 0..10000.
// Thread contract: pure.
#include "capabilities/ahocorasick.h"
#include "capabilities/artefact.h"
#include "capabilities/jsonwriter.h"
#include "capabilities/motifs.h"

#include <unordered_map>

namespace capabilities {

namespace {

namespace json = boost::json;
using text::Document;

constexpr std::size_t startsMax = 50;
constexpr std::size_t patternsMax = 200;
constexpr std::size_t patternBytesMax = 60;

struct Recurring {
    std::string motif;
    std::size_t dreams = 0;
    std::vector<std::string> digests;
};

// Stems that at least two other dreams share with this one, pairs before singles they explain.
std::vector<Recurring> acrossDreams(const Document &document,
                                    const std::vector<std::uint32_t> &mainForms,
                                    const json::object &candidates)
{
    if (arrayOf(candidates, "items").empty())
        return {};
    std::unordered_map<std::string, std::uint32_t> own;
    for (std::uint32_t stem = 0; stem < document.stems().size(); ++stem)
        own.emplace(document.stemText(stem), stem);
    const json::array &items = arrayOf(candidates, "items");
    const std::size_t dreams = std::min<std::size_t>(items.size(), 200);
    std::vector<std::uint32_t> stems;
    std::vector<BitSet> single;
    std::unordered_map<std::uint32_t, std::size_t> item;
    for (std::size_t i = 0; i < dreams; ++i) {
        if (!items[i].is_object())
            continue;
        for (const json::value &shared : arrayOf(items[i].get_object(), "shared")) {
            const auto known =
                shared.is_string() ? own.find(shared.get_string().c_str()) : own.end();
            if (known == own.end())
                continue;
            const auto [place, isNew] = item.try_emplace(known->second, stems.size());
            if (isNew) {
                stems.push_back(known->second);
                single.emplace_back(dreams / 64 + 1);
            }
            single[place->second][i / 64] |= 1ull << (i % 64);
        }
    }
    std::vector<ItemSet> sets = frequentSets(single, 2, 2, motifSetsMax);
    std::stable_sort(sets.begin(), sets.end(), [](const ItemSet &a, const ItemSet &b) {
        return a.support * a.items.size() > b.support * b.items.size();
    });
    std::vector<Recurring> out;
    std::vector<std::size_t> saidBest(stems.size(), 0);
    for (const ItemSet &set : sets) {
        const bool isSaid = std::all_of(set.items.begin(), set.items.end(), [&](std::uint32_t one) {
            return saidBest[one] >= set.support;
        });
        if (isSaid || out.size() == motifsMax)
            continue;
        Recurring recurring;
        for (const std::uint32_t one : set.items) {
            saidBest[one] = std::max(saidBest[one], set.support);
            recurring.motif.append(recurring.motif.empty() ? "" : " + ")
                .append(document.formText(mainForms[stems[one]]));
        }
        recurring.dreams = set.support;
        for (std::size_t i = 0; i < dreams; ++i) {
            if (set.where[i / 64] >> (i % 64) & 1)
                recurring.digests.emplace_back(textOf(items[i].get_object(), "digest"));
        }
        out.push_back(std::move(recurring));
    }
    return out;
}

void writeStarts(JsonWriter &out, const std::vector<std::uint32_t> &starts)
{
    out.key("starts").beginArray();
    for (std::size_t i = 0; i < std::min(starts.size(), startsMax); ++i)
        out.value(starts[i]);
    out.endArray();
}

bool writeMatches(JsonWriter &out, const Run &run, std::string_view text)
{
    std::vector<std::string> patterns;
    for (const json::value &pattern : arrayOf(run.params, "patterns")) {
        if (pattern.is_string() && !pattern.get_string().empty()
            && pattern.get_string().size() <= patternBytesMax && patterns.size() < patternsMax)
            patterns.emplace_back(pattern.get_string());
    }
    std::vector<std::vector<std::uint32_t>> starts(patterns.size());
    std::vector<std::size_t> counts(patterns.size());
    std::size_t steps = 0;
    AhoCorasick(patterns).scan(text, [&](AhoCorasick::Hit hit) {
        ++counts[hit.pattern];
        if (starts[hit.pattern].size() < startsMax)
            starts[hit.pattern].push_back(hit.start);
        return (++steps & 1023) != 0 || !run.stop.stop_requested();
    });
    out.key("matches").beginArray();
    for (std::size_t i = 0; i < patterns.size(); ++i) {
        out.beginObject().member("count", counts[i]).member("pattern", patterns[i]);
        writeStarts(out, starts[i]);
        out.endObject();
    }
    out.endArray();
    return !run.stop.stop_requested();
}

std::int64_t spreadOf(const Motif &motif, std::size_t textLength)
{
    const auto [first, last] = std::minmax_element(motif.starts.begin(), motif.starts.end());
    return textLength ? static_cast<std::int64_t>(10000ull * (*last - *first) / textLength) : 0;
}

Result run(const Run &run)
{
    bool hasText = false;
    const std::string_view text = run.input("text", &hasText);
    if (!hasText)
        return Result::refuse("matchpatterns.noInput");
    const auto document = text::analyse(text, run.stop);
    if (!document)
        return stopped();
    const std::vector<Motif> motifs = motifsOf(*document, run.stop);
    const auto candidates = objectInput(run, "candidates");
    const std::vector<std::uint32_t> mainForms = document->mainForms();
    const std::vector<Recurring> recurring =
        candidates ? acrossDreams(*document, mainForms, *candidates) : std::vector<Recurring>();

    JsonWriter out;
    out.beginObject();
    if (run.params.contains("patterns") && !writeMatches(out, run, text))
        return stopped();
    if (run.stop.stop_requested())
        return stopped();
    out.key("motifs").beginArray();
    for (const Motif &motif : motifs) {
        out.beginObject().member("count", motif.count);
        out.member("motif", nameOf(*document, mainForms, motif));
        out.member("spread", spreadOf(motif, text.size()));
        writeStarts(out, motif.starts);
        out.endObject();
    }
    out.endArray().key("recurring").beginArray();
    for (const Recurring &one : recurring) {
        out.beginObject().key("digests").beginArray();
        for (const std::string &digest : one.digests)
            out.value(digest);
        out.endArray().member("dreams", one.dreams).member("motif", one.motif).endObject();
    }
    out.endArray().endObject();
    Result result;
    result.outputs.push_back({"motifs", "application/json", out.take()});
    result.figures["motifs"] = static_cast<std::int64_t>(motifs.size());
    result.figures["recurring"] = static_cast<std::int64_t>(recurring.size());
    return result;
}

}  // namespace

extern const Capability matchPatterns;
const Capability matchPatterns = {
    .name = "match-patterns",
    .version = "1.0.0",
    .source = "Agrawal and Srikant 1994 (Apriori); Aho and Corasick 1975",
    .run = run,
};

}  // namespace capabilities
