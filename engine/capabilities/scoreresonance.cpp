// score-resonance: which earlier texts does this one answer to, how strongly and why? Reads its own
// `fingerprint`, `keywords` and `mood` and the `candidates` the host took from the resonance
// index. A reason is made of words of this text alone, and only of words both texts hold: what
// stands only in the other text, its title above all, may be somebody's secret.
// Thread contract: pure.
#include "capabilities/artefact.h"
#include "capabilities/jsonwriter.h"
#include "text/fingerprint.h"
#include "text/resonanceindex.h"

#include <unordered_map>

namespace capabilities {

namespace {

namespace json = boost::json;

constexpr std::size_t similarMax = 20;
constexpr std::size_t whyWordsMax = 4;
constexpr int scoreMin = 800;  // below, the bond is chance
constexpr int moodNear = 9000;
constexpr int moodStrong = 1500;  // a mood this far from neutral is worth a word

using Surfaces = std::unordered_map<std::string, std::string>;

std::vector<std::string_view> wordsOf(std::string_view phrase)
{
    std::vector<std::string_view> out;
    while (!phrase.empty()) {
        const std::size_t end = std::min(phrase.find(' '), phrase.size());
        if (end > 0)
            out.push_back(phrase.substr(0, end));
        phrase.remove_prefix(std::min(end + 1, phrase.size()));
    }
    return out;
}

// stem -> the word as this text writes it: keywords keep their capitals
Surfaces surfacesOf(const text::Fingerprint &print, const json::object *keywords)
{
    Surfaces surfaces;
    for (const text::FingerprintStem &stem : print.stems)
        surfaces.emplace(stem.stem, stem.word.empty() ? stem.stem : stem.word);
    if (!keywords)
        return surfaces;
    std::unordered_map<std::string, bool> isNamed;
    for (const json::value &entry : arrayOf(*keywords, "keywords")) {
        if (!entry.is_object())
            continue;
        const auto stems = wordsOf(textOf(entry.get_object(), "stem"));
        const auto words = wordsOf(textOf(entry.get_object(), "phrase"));
        if (stems.size() != words.size())
            continue;
        for (std::size_t i = 0; i < stems.size(); ++i) {
            const auto known = surfaces.find(std::string(stems[i]));
            if (known != surfaces.end() && isNamed.emplace(stems[i], true).second)
                known->second = words[i];
        }
    }
    return surfaces;
}

struct Similar {
    std::string digest;
    text::ResonanceParts parts;
    int score = 0;
    std::vector<std::string> shared;  // stems
    std::string why;
    bool isDuplicate = false;
};

int partOf(const json::object &item, std::string_view name)
{
    return static_cast<int>(std::clamp<std::int64_t>(integerOf(item, name), 0, 10000));
}

std::string reasonFor(const Similar &similar, const Surfaces &surfaces, bool isMoodAlike)
{
    std::string why = similar.isDuplicate ? "nearly the same text" : "";
    std::string words;
    for (std::size_t i = 0; i < std::min(similar.shared.size(), whyWordsMax); ++i)
        words.append(words.empty() ? "" : ", ").append(surfaces.at(similar.shared[i]));
    if (!words.empty())
        why.append(why.empty() ? "" : "; ").append("shares ").append(words);
    if (why.empty())
        why = "shares only everyday words";
    if (isMoodAlike)
        why.append("; alike in mood");
    return why;
}

Similar judge(const json::object &item, const Surfaces &surfaces, const text::Traits &traits)
{
    Similar out;
    out.digest = textOf(item, "digest");
    out.parts = {partOf(item, "bm25"), partOf(item, "cosine"), partOf(item, "jaccard"), {}};
    const bool hasValence = item.contains("valence");
    const int valence =
        static_cast<int>(std::clamp<std::int64_t>(integerOf(item, "valence"), -10000, 10000));
    if (hasValence && traits.valence)
        out.parts.mood = 10000 - std::abs(valence - *traits.valence) / 2;
    out.score = text::resonanceScore(out.parts);
    for (const json::value &stem : arrayOf(item, "shared")) {
        if (stem.is_string() && surfaces.contains(stem.get_string().c_str()))
            out.shared.emplace_back(stem.get_string());
    }
    out.isDuplicate = partOf(item, "sketch") >= text::nearCopySimilarity;
    const bool isMoodAlike = out.parts.mood && *out.parts.mood >= moodNear
                             && std::abs(*traits.valence) >= moodStrong
                             && std::abs(valence) >= moodStrong;
    out.why = reasonFor(out, surfaces, isMoodAlike);
    return out;
}

void write(JsonWriter &out, const Similar &similar)
{
    out.beginObject().member("digest", similar.digest).member("duplicate", similar.isDuplicate);
    out.key("parts").beginObject();
    out.member("bm25", similar.parts.bm25).member("cosine", similar.parts.cosine);
    out.member("jaccard", similar.parts.jaccard);
    if (similar.parts.mood)
        out.member("mood", *similar.parts.mood);
    out.endObject().member("score", similar.score).key("shared").beginArray();
    for (const std::string &stem : similar.shared)
        out.value(stem);
    out.endArray().member("why", similar.why).endObject();
}

Result run(const Run &run)
{
    const auto artefact = objectInput(run, "fingerprint");
    const auto print = artefact ? text::fingerprintFrom(*artefact) : std::nullopt;
    if (!print)
        return Result::refuse("scoreresonance.noFingerprint");
    const auto candidates = objectInput(run, "candidates");
    if (!candidates)
        return Result::refuse("scoreresonance.noCandidates");
    const auto keywords = objectInput(run, "keywords");
    const auto mood = objectInput(run, "mood");
    const text::Traits traits =
        text::traitsFrom(keywords ? &*keywords : nullptr, mood ? &*mood : nullptr);
    const bool hasItems = !arrayOf(*candidates, "items").empty();
    const Surfaces surfaces =
        hasItems ? surfacesOf(*print, keywords ? &*keywords : nullptr) : Surfaces();

    std::vector<Similar> similar;
    std::int64_t compared = 0;
    for (const json::value &item : arrayOf(*candidates, "items")) {
        if (run.stop.stop_requested())
            return stopped();
        if (!item.is_object())
            continue;
        ++compared;
        Similar judged = judge(item.get_object(), surfaces, traits);
        if (judged.isDuplicate || (judged.score >= scoreMin && !judged.shared.empty()))
            similar.push_back(std::move(judged));
    }
    std::sort(similar.begin(), similar.end(), [](const Similar &a, const Similar &b) {
        return a.score != b.score ? a.score > b.score : a.digest < b.digest;
    });
    if (similar.size() > similarMax)
        similar.resize(similarMax);

    JsonWriter out;
    out.beginObject().member("compared", compared);
    out.member("library", integerOf(*candidates, "library")).key("similar").beginArray();
    std::int64_t duplicates = 0;
    for (const Similar &one : similar) {
        write(out, one);
        duplicates += one.isDuplicate;
    }
    out.endArray().endObject();
    Result result;
    result.outputs.push_back({"resonance", "application/json", out.take()});
    result.figures["similar"] = static_cast<std::int64_t>(similar.size());
    result.figures["nearest"] = similar.empty() ? 0 : similar.front().score;
    result.figures["duplicate"] = duplicates;
    return result;
}

}  // namespace

extern const Capability scoreResonance;
const Capability scoreResonance = {
    .name = "score-resonance",
    .version = "1.0.0",
    .source = "Robertson and Zaragoza 2009 (BM25); Salton and Buckley 1988 (TF-IDF cosine)",
    .run = run,
};

}  // namespace capabilities
