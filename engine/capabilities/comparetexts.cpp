// compare-texts: how alike are texts? One `text` gives its `fingerprint`; `left` and `right` give
// a word-level `redline`; several inputs named `fingerprint` give the `groups` of near-copies.
// Byte positions in a redline refer to the two inputs as they came.
// Thread contract: pure.
#include "capabilities/artefact.h"
#include "capabilities/jsonwriter.h"
#include "capabilities/worddiff.h"
#include "text/document.h"
#include "text/fingerprint.h"

#include <numeric>
#include <unordered_map>

namespace capabilities {

namespace {

namespace json = boost::json;

constexpr std::size_t hunksMax = 2000;
constexpr std::size_t hunkTextMax = 200;  // bytes of each side that are repeated in a hunk
constexpr std::size_t fingerprintsMax = 4096;

std::string hex(std::uint64_t bits)
{
    std::string out(16, '0');
    for (std::size_t i = 16; i-- > 0; bits >>= 4)
        out[i] = "0123456789abcdef"[bits & 15];
    return out;
}

Result fingerprintOf(const Run &run, std::string_view text)
{
    const auto document = text::analyse(text, run.stop);
    if (!document)
        return stopped();
    const text::Fingerprint print = text::fingerprintOf(*document);
    JsonWriter out;
    out.beginObject().member("bytes", print.bytes).member("language", print.language);
    out.key("minhash").beginArray();
    for (const std::uint32_t value : print.minhash)
        out.value(value);
    out.endArray().member("simhash", hex(print.simhash)).key("stems").beginArray();
    for (const text::FingerprintStem &stem : print.stems) {
        out.beginArray().value(stem.stem).value(stem.count);
        if (!stem.word.empty())
            out.value(stem.word);
        out.endArray();
    }
    out.endArray().member("words", print.words).endObject();
    Result result;
    result.outputs.push_back({"fingerprint", "application/json", out.take()});
    result.figures["stems"] = static_cast<std::int64_t>(print.stems.size());
    result.figures["words"] = static_cast<std::int64_t>(print.words);
    return result;
}

struct Numbered {
    std::vector<WordUnit> units;
    std::vector<std::uint32_t> symbols;
};

Numbered number(std::string_view text, std::unordered_map<std::string_view, std::uint32_t> &known)
{
    Numbered out;
    out.units = wordUnits(text);
    out.symbols.reserve(out.units.size());
    for (const WordUnit &unit : out.units)
        out.symbols.push_back(
            known.try_emplace(text.substr(unit.start, unit.length), known.size()).first->second);
    return out;
}

// Hunks parted by a lone word or mark read as one change.
std::vector<DiffHunk> joined(const std::vector<DiffHunk> &hunks)
{
    std::vector<DiffHunk> out;
    for (const DiffHunk &hunk : hunks) {
        const bool isNear = !out.empty() && hunk.leftFrom - out.back().leftTo <= 1
                            && out.back().leftTo - out.back().leftFrom > 0
                            && hunk.leftTo - hunk.leftFrom > 0;
        if (isNear) {
            out.back().leftTo = hunk.leftTo;
            out.back().rightTo = hunk.rightTo;
        } else {
            out.push_back(hunk);
        }
    }
    return out;
}

struct Side {
    std::uint32_t start = 0, length = 0;
};

Side sideOf(const std::vector<WordUnit> &units, std::uint32_t from, std::uint32_t to,
            std::string_view text)
{
    if (from == to) {
        const std::uint32_t start =
            from < units.size() ? units[from].start : static_cast<std::uint32_t>(text.size());
        return {start, 0};
    }
    return {units[from].start, units[to - 1].start + units[to - 1].length - units[from].start};
}

std::string_view cut(std::string_view text, Side side)
{
    std::size_t length = std::min<std::size_t>(side.length, hunkTextMax);
    while (length > 0 && length < side.length
           && (static_cast<unsigned char>(text[side.start + length]) & 0xc0) == 0x80)
        --length;
    return text.substr(side.start, length);
}

Result redline(const Run &run, std::string_view left, std::string_view right)
{
    std::unordered_map<std::string_view, std::uint32_t> known;
    const Numbered a = number(left, known), b = number(right, known);
    const WordDiff diff = diffSymbols(a.symbols, b.symbols, run.stop);
    if (diff.isStopped)
        return stopped();
    const std::vector<DiffHunk> hunks = joined(diff.hunks);
    const std::size_t total = a.units.size() + b.units.size();
    const auto similarity =
        static_cast<std::int64_t>(total ? 20000ull * diff.equalCount / total : 10000);
    JsonWriter out;
    out.beginObject().key("hunks").beginArray();
    for (std::size_t i = 0; i < std::min(hunks.size(), hunksMax); ++i) {
        const DiffHunk &hunk = hunks[i];
        const Side was = sideOf(a.units, hunk.leftFrom, hunk.leftTo, left);
        const Side is = sideOf(b.units, hunk.rightFrom, hunk.rightTo, right);
        out.beginObject().member("added", cut(right, is)).key("left");
        out.beginObject().member("length", was.length).member("start", was.start).endObject();
        out.member("op", was.length == 0 ? "insert" : is.length == 0 ? "delete" : "replace");
        out.member("removed", cut(left, was)).key("right");
        out.beginObject().member("length", is.length).member("start", is.start).endObject();
        out.endObject();
    }
    out.endArray().member("hunksTotal", hunks.size()).member("similarity", similarity).endObject();
    Result result;
    result.outputs.push_back({"redline", "application/json", out.take()});
    result.figures["hunks"] = static_cast<std::int64_t>(hunks.size());
    result.figures["similarity"] = similarity;
    return result;
}

std::size_t rootOf(std::vector<std::size_t> &parents, std::size_t item)
{
    while (parents[item] != item)
        item = parents[item] = parents[parents[item]];
    return item;
}

// Near-copies meet in one of 32 bands or through a copy between them, so only those that do are compared.
bool uniteCopies(const std::vector<text::MinHash> &sketches, std::vector<std::size_t> &parents,
                 const std::stop_token &stop)
{
    constexpr std::size_t rows = 2;
    std::vector<std::pair<std::uint64_t, std::size_t>> band(sketches.size());
    for (std::size_t from = 0; from < text::minhashSize; from += rows) {
        for (std::size_t i = 0; i < sketches.size(); ++i) {
            std::uint64_t hash = from + 1;
            for (std::size_t row = from; row < from + rows; ++row)
                hash = text::mixed(hash ^ sketches[i][row]);
            band[i] = {hash, i};
        }
        std::sort(band.begin(), band.end());
        for (std::size_t i = 0; i < band.size(); ++i) {
            if (stop.stop_requested())
                return false;
            for (std::size_t k = i + 1; k < band.size() && band[k].first == band[i].first; ++k) {
                const std::size_t a = rootOf(parents, band[i].second);
                const std::size_t b = rootOf(parents, band[k].second);
                if (a != b
                    && text::similarity(sketches[band[i].second], sketches[band[k].second])
                           >= text::nearCopySimilarity)
                    parents[std::max(a, b)] = std::min(a, b);
            }
        }
    }
    return true;
}

Result groups(const Run &run)
{
    std::vector<text::MinHash> sketches;
    for (const Input &input : run.inputs) {
        if (input.name != "fingerprint")
            continue;
        const auto value = parsed(input.bytes);
        const auto print =
            value && value->is_object() ? text::fingerprintFrom(value->get_object()) : std::nullopt;
        if (!print)
            return Result::refuse("comparetexts.badFingerprint",
                                  {{"index", std::to_string(sketches.size())}});
        if (sketches.size() == fingerprintsMax)
            return Result::refuse("comparetexts.tooMany",
                                  {{"limit", std::to_string(fingerprintsMax)}});
        sketches.push_back(print->minhash);
    }
    std::vector<std::size_t> parents(sketches.size());
    std::iota(parents.begin(), parents.end(), std::size_t(0));
    if (!uniteCopies(sketches, parents, run.stop))
        return stopped();
    std::map<std::size_t, std::vector<std::size_t>> members;
    for (std::size_t i = 0; i < sketches.size(); ++i)
        members[rootOf(parents, i)].push_back(i);
    JsonWriter out;
    std::int64_t groupCount = 0, copies = 0;
    out.beginObject().key("groups").beginArray();
    for (const auto &[root, group] : members) {
        if (group.size() < 2)
            continue;
        ++groupCount;
        copies += static_cast<std::int64_t>(group.size()) - 1;
        int least = 10000;
        out.beginObject().key("members").beginArray();
        for (const std::size_t member : group) {
            out.value(member);
            least = std::min(least, text::similarity(sketches[root], sketches[member]));
        }
        out.endArray().member("similarity", least).endObject();
    }
    out.endArray().member("items", sketches.size()).endObject();
    Result result;
    result.outputs.push_back({"groups", "application/json", out.take()});
    result.figures["groups"] = groupCount;
    result.figures["copies"] = copies;
    return result;
}

Result run(const Run &run)
{
    bool hasText = false, hasLeft = false, hasRight = false, hasFingerprint = false;
    const std::string_view text = run.input("text", &hasText);
    const std::string_view left = run.input("left", &hasLeft);
    const std::string_view right = run.input("right", &hasRight);
    run.input("fingerprint", &hasFingerprint);
    if (hasLeft && hasRight)
        return redline(run, left, right);
    if (hasText)
        return fingerprintOf(run, text);
    if (hasFingerprint)
        return groups(run);
    return Result::refuse("comparetexts.noInput");
}

}  // namespace

extern const Capability compareTexts;
const Capability compareTexts = {
    .name = "compare-texts",
    .version = "1.0.0",
    .source = "Myers 1986; Dahlgaard et al. 2017 (MinHash sketches); Charikar 2002 (SimHash)",
    .run = run,
};

}  // namespace capabilities
