// catalog-media: a catalogue of media from what is handed in; no folder is opened. `media` =
// [{"path", "base64"? (the file, or its beginning when "bytes" says that it is longer), "bytes"?,
// "sha256"?, "text"? (captions), "rights"?}]. Kind by magic number against the ending, size and
// length from the header (mediahead.h), doubles by SHA-256 of whole files. Captions (.srt, .vtt) are
// read cue by cue (captions.h): fast beyond params.charactersPerSecond (17), short below
// params.cueMilliseconds (833, five sixths of a second): BBC and Netflix timed text guides. Pixels
// and sound are not decoded, so look-alikes that differ in a byte are not found. Thread contract: pure.
#include "capabilities/base64.h"
#include "capabilities/captions.h"
#include "capabilities/filelist.h"
#include "capabilities/mediahead.h"
#include "crypto/hash.h"
#include "text/escape.h"

namespace capabilities {

namespace {

namespace json = boost::json;

constexpr std::size_t mediaMax = 5000, contentMax = 2u << 20, faultsShown = 200,
                      faultsShownInAll = 20'000;

struct Item {
    std::string path, content, captions, rights, sha256;
    std::int64_t bytes = -1;
    bool hasContent = false, hasCaptions = false;
};

Item readItem(Reader &in, const json::object &given)
{
    Item item;
    item.path = in.word(given, "path", 1000);
    item.rights = in.wordOr(given, "rights", {}, 500);
    item.hasCaptions = given.contains("text");
    item.captions = in.wordOr(given, "text", {}, contentMax);
    item.hasContent = given.contains("base64");
    auto content = fromBase64(in.wordOr(given, "base64", {}, 2 * contentMax));
    if (!content)
        in.bad("base64", "not RFC 4648");
    item.content = std::move(content).value_or(std::string());
    const std::int64_t least = item.hasContent ? std::int64_t(item.content.size()) : 0;
    item.bytes =
        in.integer(given, "bytes", least, INT64_MAX / 65'536, item.hasContent ? least : -1);
    const std::string sum = in.wordOr(given, "sha256", {}, 64);
    const auto digest = kernel::Digest::fromHex(sum);
    if (!sum.empty() && !digest)
        in.bad("sha256", sum);
    const bool isWhole = item.hasContent && item.bytes == least;
    if (isWhole)
        item.sha256 = crypto::sha256(item.content).hex();
    if (isWhole && digest && digest->hex() != item.sha256)
        in.bad("sha256", "of another content");
    if (digest)
        item.sha256 = digest->hex();
    return item;
}

std::vector<Item> readMedia(Reader &in)
{
    std::vector<Item> items;
    for (const json::value &value : in.list("media", mediaMax)) {
        items.push_back(readItem(in, in.entry(value, "media")));
        if (in.isBad())
            return {};
    }
    std::ranges::stable_sort(items, {}, &Item::path);
    for (std::size_t i = 1; i < items.size(); ++i)
        if (items[i].path == items[i - 1].path)
            in.bad("path", items[i].path);
    return items;
}

struct Pace {
    std::int64_t characters = 17, milliseconds = 833;
};

// Of `room` faults that may still be shown, those of this file are taken.
json::object captionsWritten(const Item &item, const Pace &pace, std::size_t &room)
{
    const Captions captions = readCaptions(item.captions, pace.characters, pace.milliseconds);
    json::array faults;
    for (const CueFault &fault : captions.faults)
        if (faults.size() < std::min(faultsShown, room))
            faults.push_back(json::object{{"cue", fault.cue}, {"what", fault.what}});
    room -= faults.size();
    return {{"cues", captions.cues},
            {"end", captions.lastEnd},
            {"faults", std::move(faults)},
            {"faultsTotal", captions.faults.size()}};
}

// The row of one file; faults are counted under their names.
json::object catalogued(const Item &item, const Pace &pace,
                        std::map<std::string, std::int64_t> &counts, std::size_t &room)
{
    json::object row{{"path", text::cleanLine(item.path, 300)}};
    json::array faults;
    const auto fault = [&](const char *what) {
        faults.emplace_back(what);
        ++counts[what];
    };
    const std::string_view promised = kindOfEnding(item.path);
    std::string_view kind = promised;
    if (item.hasContent) {
        const bool isWhole = item.bytes <= std::int64_t(item.content.size());
        const MediaHead head = mediaHead(item.content, isWhole);
        kind = head.kind;
        if (head.isDamaged)
            fault("damaged");
        if (!promised.empty() && promised != kind
            && (isWhole || !mayBecome(item.content, promised)))
            fault("kind");
        if (head.isUnknown)
            row["measures"] = "unknown";
        if (head.width > 0 && !head.isDamaged) {
            row["width"] = head.width;
            row["height"] = head.height;
        }
        if (head.milliseconds >= 0 && !head.isDamaged)
            row["milliseconds"] = head.milliseconds;
    }
    if (item.hasCaptions) {
        row["captions"] = captionsWritten(item, pace, room);
        kind = "captions";
        if (row["captions"].at("faultsTotal").to_number<std::int64_t>() > 0)
            fault("captions");
        if (row["captions"].at("cues").to_number<std::int64_t>() == 0)
            fault("no-cues");
    }
    if (item.rights.empty())
        fault("no-rights");
    else
        row["rights"] = text::cleanLine(item.rights, 200);
    row["kind"] = kind.empty() ? "unknown" : kind;
    if (item.bytes >= 0)
        row["bytes"] = item.bytes;
    if (!item.sha256.empty())
        row["sha256"] = item.sha256;
    row["faults"] = std::move(faults);
    return row;
}

json::array doublesOf(const std::vector<Item> &items)
{
    std::map<std::string_view, json::array> byDigest;
    for (const Item &item : items)
        if (!item.sha256.empty())
            byDigest[item.sha256].emplace_back(text::cleanLine(item.path, 300));
    json::array out;
    for (auto &[digest, paths] : byDigest)
        if (paths.size() > 1)
            out.push_back(json::object{{"paths", std::move(paths)}, {"sha256", digest}});
    return out;
}

Result run(const Run &run)
{
    [[maybe_unused]] static const bool isReady = crypto::init();
    Reader in(run);
    const std::vector<Item> items = readMedia(in);
    const Pace pace{in.integer(run.params, "charactersPerSecond", 1, 100, 17),
                    in.integer(run.params, "cueMilliseconds", 0, 10'000, 833)};
    if (run.stop.stop_requested())
        return stopped();
    if (in.isBad())
        return in.failure();
    json::array rows;
    std::map<std::string, std::int64_t> counts;
    std::map<std::string, std::int64_t> kinds;
    std::size_t room = faultsShownInAll;
    for (const Item &item : items) {
        if (run.stop.stop_requested())
            return stopped();
        json::object row = catalogued(item, pace, counts, room);
        ++kinds[std::string(textOf(row, "kind"))];
        rows.emplace_back(std::move(row));
    }
    json::object faults, kindCounts;
    std::int64_t total = 0;
    for (const auto &[what, count] : counts) {
        faults[what] = count;
        total += count;
    }
    for (const auto &[kind, count] : kinds)
        kindCounts[kind] = count;
    Result result;
    result.figures["faults"] = total;
    result.figures["files"] = std::int64_t(items.size());
    result.outputs.push_back(
        jsonArtefact("catalogue", json::object{{"doubles", doublesOf(items)},
                                               {"faults", std::move(faults)},
                                               {"files", std::move(rows)},
                                               {"kinds", std::move(kindCounts)}}));
    return result;
}

}  // namespace

extern const Capability catalogMedia;
const Capability catalogMedia = {
    .name = "catalog-media",
    .version = "1.0.0",
    .source = "ISO/IEC 15948; ITU T.81; GIF89a; RFC 9649; RIFF; RFC 9639; SubRip; WebVTT",
    .inputBytesMax = 4u << 20,
    .outputBytesMax = 12u << 20,
    .run = run,
};

}  // namespace capabilities
