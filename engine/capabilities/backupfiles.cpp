// backup-files: what a backup would store, what it would restore, and which snapshots would be kept.
// Nothing is written or deleted: the artefacts are the plan. `files` = [{"path", "text" or "base64"}]
// are cut by FastCDC (chunking.h; params.average, a power of two, 8192; least a quarter, most eight
// times) and addressed by SHA-256; `store` = digests of chunks that are there already. The restore is
// practised: each file is put together from the chunks and its digest compared. `snapshots` = [{"id",
// "at" (when.h)}]: retention by grandfather, father and son as restic's forget does, newest first,
// the newest of each day, ISO week, month and year until params.keep = {"last", "daily", "weekly",
// "monthly", "yearly"} (0, 7, 5, 12, 3) are full, and the oldest of all while one is not. Thread contract: pure.
#include "capabilities/base64.h"
#include "capabilities/chunking.h"
#include "capabilities/when.h"
#include "crypto/hash.h"
#include "text/escape.h"

#include <set>

namespace capabilities {

namespace {

namespace json = boost::json;

constexpr std::size_t filesMax = 5000, storeMax = 50'000, snapshotsMax = 10'000,
                      contentMax = 2u << 20, chunksMax = 50'000;

struct File {
    std::string path, content;
};

struct Snapshot {
    std::string id;
    std::int64_t at = 0;
    json::array reasons;
};

std::vector<File> readFiles(Reader &in)
{
    std::vector<File> files;
    std::set<std::string> paths;
    std::size_t bytes = 0;
    if (!in.isNamed("files"))
        return files;
    for (const json::value &value : in.list("files", filesMax)) {
        const json::object &given = in.entry(value, "files");
        File file{in.word(given, "path", 1000), in.wordOr(given, "text", {}, contentMax)};
        const json::value *text = given.if_contains("text"), *digits = given.if_contains("base64");
        if (!text && !digits)
            in.missing("text");
        else if (text && digits)
            in.bad("text", "text and base64 at once");
        else if (!(text ? text : digits)->is_string())
            in.bad(text ? "text" : "base64", "no text");
        if (digits) {
            auto content = fromBase64(in.wordOr(given, "base64", {}, 2 * contentMax));
            if (!content)
                in.bad("base64", "not RFC 4648");
            file.content = std::move(content).value_or(std::string());
        }
        if (!paths.insert(file.path).second)
            in.bad("path", file.path);
        bytes += file.content.size();
        if (bytes > contentMax)
            in.tooMany("files", contentMax);
        if (in.isBad())
            return {};
        files.push_back(std::move(file));
    }
    return files;
}

std::set<std::string> readStore(Reader &in)
{
    std::set<std::string> store;
    if (!in.isNamed("store"))
        return store;
    for (const json::value &value : in.list("store", storeMax, false)) {
        const auto digest = kernel::Digest::fromHex(
            value.is_string() ? std::string_view(value.get_string()) : std::string_view());
        if (!digest)
            in.bad("store", "not 64 hexadecimal digits");
        else
            store.insert(digest->hex());
    }
    return store;
}

std::vector<Snapshot> readSnapshots(Reader &in)
{
    std::vector<Snapshot> snapshots;
    std::set<std::string> ids;
    if (!in.isNamed("snapshots"))
        return snapshots;
    for (const json::value &value : in.list("snapshots", snapshotsMax)) {
        const json::object &given = in.entry(value, "snapshots");
        Snapshot one{in.word(given, "id"), std::int64_t(momentOf(in, given, "at")), {}};
        if (!ids.insert(one.id).second)
            in.bad("id", one.id);
        if (in.isBad())
            return {};
        snapshots.push_back(std::move(one));
    }
    std::ranges::stable_sort(snapshots, std::ranges::greater(), &Snapshot::at);
    return snapshots;
}

ChunkSizes sizesOf(Reader &in, const json::object &params)
{
    ChunkSizes sizes;
    sizes.average = std::size_t(in.integer(params, "average", 64, 1 << 20, 8192));
    if (sizes.average & (sizes.average - 1))
        in.bad("average", "no power of two");
    sizes.least = sizes.average / 4;
    sizes.most = sizes.average * 8;
    return sizes;
}

struct Plan {
    json::array files;
    std::map<std::string, std::string_view> chunks;  // by digest
    std::size_t cut = 0;
    std::int64_t bytes = 0, fresh = 0, freshBytes = 0;
    bool isRestored = true;
};

void cut(Reader &in, Plan &plan, const File &file, const ChunkSizes &sizes,
         const std::set<std::string> &store)
{
    json::array chunks;
    for (const std::string_view chunk : chunksOf(file.content, sizes)) {
        const std::string digest = crypto::sha256(chunk).hex();
        const bool isFresh = plan.chunks.emplace(digest, chunk).second && !store.contains(digest);
        plan.fresh += isFresh;
        plan.freshBytes += isFresh ? std::int64_t(chunk.size()) : 0;
        chunks.push_back(
            json::object{{"bytes", chunk.size()}, {"fresh", isFresh}, {"sha256", digest}});
        if (++plan.cut > chunksMax)
            in.tooMany("chunks", chunksMax);
    }
    const std::string digest = crypto::sha256(file.content).hex();
    std::string restored;
    for (const json::value &chunk : chunks)
        restored += plan.chunks.at(std::string(chunk.at("sha256").get_string()));
    plan.isRestored &= crypto::sha256(restored).hex() == digest;
    plan.bytes += std::int64_t(file.content.size());
    plan.files.push_back(json::object{{"bytes", file.content.size()},
                                      {"chunks", std::move(chunks)},
                                      {"path", text::cleanLine(file.path, 300)},
                                      {"sha256", digest}});
}

// The period a moment lies in, as a number.
std::int64_t periodOf(std::string_view kind, std::int64_t at)
{
    const std::int64_t day = at / 86'400;
    const std::string iso = dayText(day);
    if (kind == "daily")
        return day;
    if (kind == "weekly")
        return (day + 3) / 7;  // 1970-01-01 was a Thursday; ISO weeks begin on Monday
    const std::int64_t year = scaledOf(iso.substr(0, 4), 0).value_or(0);
    return kind == "yearly" ? year : year * 12 + scaledOf(iso.substr(5, 2), 0).value_or(0);
}

void retain(Reader &in, const json::object &params, std::vector<Snapshot> &snapshots)
{
    const json::value *given = params.if_contains("keep");
    const json::object &keep = given ? in.entry(*given, "keep") : json::object();
    const std::pair<std::string_view, std::int64_t> rules[] = {
        {"last", 0}, {"daily", 7}, {"weekly", 5}, {"monthly", 12}, {"yearly", 3}};
    for (const auto &[kind, otherwise] : rules) {
        std::int64_t left = in.integer(keep, kind, 0, 10'000, otherwise), period = -1;
        for (Snapshot &one : snapshots) {
            const std::int64_t own = kind == "last" ? -1 : periodOf(kind, one.at);
            // the oldest is kept as well while a count is left, so that the history is as long
            const bool isOldest = &one == &snapshots.back();
            if (left == 0 || (kind != "last" && own == period && !isOldest))
                continue;
            period = own;
            --left;
            one.reasons.emplace_back(kind);
        }
    }
}

json::object retentionWritten(const std::vector<Snapshot> &snapshots)
{
    json::array rows;
    std::int64_t kept = 0;
    for (const Snapshot &one : snapshots) {
        const bool isKept = !one.reasons.empty();
        kept += isKept;
        rows.push_back(json::object{{"at", secondsText(one.at)},
                                    {"id", text::cleanLine(one.id, 200)},
                                    {"keep", isKept},
                                    {"reasons", one.reasons}});
    }
    const std::int64_t forgotten = std::int64_t(snapshots.size()) - kept;
    return {{"forget", forgotten}, {"keep", kept}, {"snapshots", std::move(rows)}};
}

Result written(Plan plan, const std::vector<Snapshot> &snapshots, std::size_t files)
{
    Result result;
    result.figures["files"] = std::int64_t(files);
    result.figures["freshBytes"] = plan.freshBytes;
    result.labels["restore"] = files == 0 ? "none" : plan.isRestored ? "practised" : "failed";
    if (files > 0) {
        const std::int64_t saved = plan.bytes - plan.freshBytes;
        result.outputs.push_back(jsonArtefact(
            "snapshot", json::object{{"bytes", plan.bytes},
                                     {"chunks", plan.cut},
                                     {"distinct", plan.chunks.size()},
                                     {"files", std::move(plan.files)},
                                     {"fresh", plan.fresh},
                                     {"freshBytes", plan.freshBytes},
                                     {"restored", plan.isRestored},
                                     {"saved", plan.bytes ? saved * 10'000 / plan.bytes : 0},
                                     {"state", "prepared"}}));
    }
    if (!snapshots.empty())
        result.outputs.push_back(jsonArtefact("retention", retentionWritten(snapshots)));
    return result;
}

Result run(const Run &run)
{
    [[maybe_unused]] static const bool isReady = crypto::init();
    Reader in(run);
    const std::vector<File> files = readFiles(in);
    const std::set<std::string> store = readStore(in);
    std::vector<Snapshot> snapshots = readSnapshots(in);
    const ChunkSizes sizes = sizesOf(in, run.params);
    retain(in, run.params, snapshots);
    if (files.empty() && snapshots.empty())
        in.missing("files");
    if (run.stop.stop_requested())
        return stopped();
    if (in.isBad())
        return in.failure();
    Plan plan;
    for (const File &file : files) {
        if (run.stop.stop_requested())
            return stopped();
        cut(in, plan, file, sizes, store);
        if (in.isBad())
            return in.failure();
    }
    return written(std::move(plan), snapshots, files.size());
}

}  // namespace

extern const Capability backupFiles;
const Capability backupFiles = {
    .name = "backup-files",
    .version = "1.0.0",
    .source =
        "FastCDC (Xia et al. 2016); SplitMix64 (Steele et al. 2014); FIPS 180-4; restic forget",
    .inputBytesMax = 4u << 20,
    .outputBytesMax = 16u << 20,
    .run = run,
};

}  // namespace capabilities
