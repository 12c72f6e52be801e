// verify-integrity: what is as its manifest says, and what is not. `manifest` = lines of sha256sum
// ("<64 digits>  name"), or {"files": [{"name", "sha256"?, "bytes"?, "key"?, "signature"?}],
// "root"?, "proof"?}. What is looked at: `items` = [{"name", and "text", "hex" or "sha256"}], else
// the input of an entry's name. SHA-256 by FIPS 180-4; the root is that of the RFC 9162 section 2.1
// Merkle tree over the contents in the manifest's order; a signature is Ed25519 (RFC 8032) over the
// content by params.keys or the entry's key; a proof of the whole manifest is eddsa-jcs-2022 by one
// of params.keys. Input `log` is walked as a hash chain (hashchain.h); params.head is its last hash.
// Thread contract: pure.
#include "capabilities/hashchain.h"
#include "capabilities/reader.h"
#include "crypto/hexbytes.h"
#include "crypto/integrity.h"
#include "crypto/merkle.h"
#include "text/escape.h"

#include <set>

namespace capabilities {

namespace {

namespace json = boost::json;

constexpr std::size_t entriesMax = 10'000, faultsMax = 1000, keysMax = 100;

struct Entry {
    std::string name;
    std::optional<kernel::Digest> digest;
    std::int64_t bytes = -1;
    std::string key, signature;
};

struct Found {
    bool hasContent = false;
    std::string content;
    kernel::Digest digest;
};

struct Manifest {
    std::vector<Entry> entries;
    std::optional<kernel::Digest> root;
    const json::object *whole = nullptr;
};

kernel::Digest digestOf(Reader &in, std::string_view name, std::string_view hex)
{
    const auto digest = kernel::Digest::fromHex(hex);
    if (!digest)
        in.bad(name, "not 64 hexadecimal digits");
    return digest.value_or(kernel::Digest());
}

void readLines(Reader &in, std::string_view text, Manifest &manifest)
{
    while (!text.empty() && !in.isBad()) {
        std::string_view line = text.substr(0, text.find('\n'));
        text.remove_prefix(std::min(text.size(), line.size() + 1));
        if (line.ends_with('\r'))
            line.remove_suffix(1);
        if (line.empty())
            continue;
        if (line.size() < 67 || line[64] != ' ' || (line[65] != ' ' && line[65] != '*'))
            in.bad("manifest", "a line that is no digest and name");
        if (manifest.entries.size() == entriesMax)
            in.tooMany("manifest", entriesMax);
        Entry entry;
        entry.digest = digestOf(in, "manifest", line.substr(0, 64));
        entry.name = line.substr(std::min<std::size_t>(line.size(), 66));
        manifest.entries.push_back(std::move(entry));
    }
}

void readFiles(Reader &in, const json::object &given, Manifest &manifest)
{
    manifest.whole = &given;
    if (given.contains("root"))
        manifest.root = digestOf(in, "root", in.word(given, "root", 64));
    const json::array &files = arrayOf(given, "files");
    if (files.size() > entriesMax)
        in.tooMany("files", entriesMax);
    for (const json::value &value : files) {
        if (in.isBad())
            return;
        const json::object &file = in.entry(value, "files");
        Entry entry;
        entry.name = in.word(file, "name", 1000);
        if (file.contains("sha256"))
            entry.digest = digestOf(in, "sha256", in.word(file, "sha256", 64));
        entry.bytes = in.integer(file, "bytes", 0, INT64_MAX, -1);
        entry.key = in.wordOr(file, "key", {}, 64);
        entry.signature = in.wordOr(file, "signature", {}, 128);
        manifest.entries.push_back(std::move(entry));
    }
}

Manifest readManifest(Reader &in, const Run &run)
{
    Manifest manifest;
    bool isGiven = false;
    std::string_view text = run.input("manifest", &isGiven);
    const json::value *param = run.params.if_contains("manifest");
    if (!isGiven && param && param->is_string())
        text = param->get_string();
    const std::size_t first = text.find_first_not_of(" \t\r\n");
    if (first == text.npos || text[first] == '{')
        readFiles(in, in.object("manifest"), manifest);
    else
        readLines(in, text, manifest);
    if (manifest.entries.empty())
        in.missing("manifest");
    return manifest;
}

std::map<std::string, Found> readItems(Reader &in)
{
    std::map<std::string, Found> items;
    for (const json::value &value : in.list("items", entriesMax, false)) {
        const json::object &item = in.entry(value, "items");
        const std::string name = in.word(item, "name", 1000);
        Found found;
        if (item.contains("sha256")) {
            found.digest = digestOf(in, "sha256", in.word(item, "sha256", 64));
        } else {
            found.hasContent = true;
            found.content = in.wordOr(item, "text", {}, 2u << 20);
            if (item.contains("hex")) {
                const auto bytes = crypto::bytesOfHex(in.wordOr(item, "hex", {}, 4u << 20));
                if (!bytes)
                    in.bad("hex", "no pairs of hexadecimal digits");
                found.content = bytes.value_or(std::string());
            }
            found.digest = crypto::sha256(found.content);
        }
        if (!items.emplace(name, std::move(found)).second)
            in.bad("items", name);
        if (in.isBad())
            return {};
    }
    return items;
}

// What stands under inputs of their own.
void takeInputs(const Run &run, const Manifest &manifest, std::map<std::string, Found> &items)
{
    for (const Entry &entry : manifest.entries) {
        bool isGiven = false;
        const std::string_view bytes = run.input(entry.name, &isGiven);
        if (isGiven && entry.name != "manifest" && entry.name != "items")
            items.try_emplace(entry.name, Found{true, std::string(bytes), crypto::sha256(bytes)});
    }
}

std::string_view signatureState(const Entry &entry, const Found &found,
                                const std::vector<std::string> &keys)
{
    if (entry.signature.empty())
        return "none";
    const auto signature = crypto::Signature::fromHex(entry.signature);
    if (!found.hasContent || !signature)
        return found.hasContent ? "bad" : "unknown";
    const auto isBy = [&](const std::string &hex) {
        const auto key = crypto::PublicKey::fromHex(hex);
        return key && crypto::verify(*key, found.content, *signature);
    };
    if (!keys.empty())
        return std::ranges::any_of(keys, isBy) ? "good" : isBy(entry.key) ? "stranger" : "bad";
    return isBy(entry.key) ? "good" : "bad";
}

struct Report {
    json::array files;
    std::int64_t intact = 0, changed = 0, missing = 0, extra = 0, badSignatures = 0;
    std::vector<kernel::Digest> leaves;
};

void judge(Report &report, const Entry &entry, const std::map<std::string, Found> &items,
           const std::vector<std::string> &keys)
{
    json::object row{{"name", text::cleanLine(entry.name, 300)}};
    const auto place = items.find(entry.name);
    if (place == items.end()) {
        ++report.missing;
        row["state"] = "missing";
    } else {
        const Found &found = place->second;
        const bool isSame = (!entry.digest || *entry.digest == found.digest)
                            && (entry.bytes < 0 || !found.hasContent
                                || std::size_t(entry.bytes) == found.content.size());
        ++(isSame ? report.intact : report.changed);
        row["state"] = isSame ? "intact" : "changed";
        row["found"] = found.digest.hex();
        if (found.hasContent)
            report.leaves.push_back(crypto::merkle::Sha256::leaf(found.content));
        const std::string_view signature = signatureState(entry, found, keys);
        row["signature"] = signature;
        report.badSignatures += signature != "good" && signature != "none";
    }
    if (entry.digest)
        row["expected"] = entry.digest->hex();
    report.files.emplace_back(std::move(row));
}

std::string_view proofState(const Manifest &manifest, const std::vector<std::string> &keys)
{
    if (!manifest.whole || !manifest.whole->contains("proof"))
        return "none";
    const auto key = crypto::verifyDocument(*manifest.whole);
    if (!key)
        return "bad";
    return std::ranges::find(keys, key->hex()) != keys.end() ? "good" : "stranger";
}

void extras(Report &report, const Manifest &manifest, const std::map<std::string, Found> &items)
{
    std::set<std::string_view> listed;
    for (const Entry &entry : manifest.entries)
        listed.insert(entry.name);
    for (const auto &[name, found] : items) {
        if (listed.contains(name))
            continue;
        ++report.extra;
        report.files.push_back(json::object{{"found", found.digest.hex()},
                                            {"name", text::cleanLine(name, 300)},
                                            {"state", "unlisted"}});
    }
}

Result written(const Run &run, Report report, const Manifest &manifest,
               const std::vector<std::string> &keys, const std::string &kept)
{
    bool hasLog = false;
    const std::string_view log = run.input("log", &hasLog);
    ChainWalk walk = walkChain(log, run.stop);
    if (!kept.empty() && kept != walk.head)
        walk.faults.push_back({walk.lines.size(), "head"});
    const bool isWholeTree = report.leaves.size() == manifest.entries.size();
    const kernel::Digest root = crypto::merkle::rootOf<crypto::merkle::Sha256>(report.leaves);
    const std::string_view rootState = !manifest.root           ? "none"
                                       : !isWholeTree           ? "unknown"
                                       : *manifest.root == root ? "same"
                                                                : "other";
    const std::string_view proof = proofState(manifest, keys);
    const bool isIntact = report.changed + report.missing + report.badSignatures == 0
                          && walk.faults.empty() && (rootState == "none" || rootState == "same")
                          && (proof == "none" || proof == "good");
    json::object out{{"changed", report.changed}, {"files", std::move(report.files)},
                     {"intact", isIntact},        {"intactFiles", report.intact},
                     {"missing", report.missing}, {"proof", proof},
                     {"rootState", rootState},    {"unlisted", report.extra}};
    if (isWholeTree)
        out["root"] = root.hex();
    if (hasLog)
        out["log"] = json::object{{"faults", faultsWritten(walk.faults, faultsMax)},
                                  {"faultsTotal", walk.faults.size()},
                                  {"head", walk.head},
                                  {"lines", walk.lines.size()}};
    Result result;
    result.figures["changed"] = report.changed;
    result.figures["missing"] = report.missing;
    result.labels["verdict"] = isIntact ? "intact" : "broken";
    result.outputs.push_back(jsonArtefact("integrity", out));
    return result;
}

Result run(const Run &run)
{
    [[maybe_unused]] static const bool isReady = crypto::init();
    Reader in(run);
    const Manifest manifest = readManifest(in, run);
    std::map<std::string, Found> items = readItems(in);
    const std::vector<std::string> keys = in.words(run.params, "keys", keysMax, 64);
    const std::string kept = in.wordOr(run.params, "head", {}, 64);
    if (run.stop.stop_requested())
        return stopped();
    if (in.isBad())
        return in.failure();
    takeInputs(run, manifest, items);
    Report report;
    for (const Entry &entry : manifest.entries) {
        if (run.stop.stop_requested())
            return stopped();
        judge(report, entry, items, keys);
    }
    extras(report, manifest, items);
    return written(run, std::move(report), manifest, keys, kept);
}

}  // namespace

extern const Capability verifyIntegrity;
const Capability verifyIntegrity = {
    .name = "verify-integrity",
    .version = "1.0.0",
    .source = "FIPS 180-4; RFC 9162 2.1; RFC 8032; eddsa-jcs-2022; Haber and Stornetta 1991",
    .outputBytesMax = 8u << 20,
    .run = run,
};

}  // namespace capabilities
