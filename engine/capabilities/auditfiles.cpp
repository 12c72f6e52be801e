// audit-files: what is wrong in a list of files, and what changed since an earlier one. Nothing is
// opened, moved or removed. `files` and, if there is one, `before` as filelist.h reads them. Changed
// means another digest or size; renamed, a digest that went from one path to another, in order of
// path. Links are references by RFC 3986 (5.2.4 for dots) seen from the file they stand in: broken
// without a target ("folder/" means its index.html); orphans are what no path of links reaches from
// `roots`. Sizes by nearest rank (Hyndman and Fan 1996, type 1); oversize beyond params.bytesMax,
// stale when `now` (when.h; nothing is stale without) is params.staleDays (365) after `modified`.
// Doubles have one digest; `head` against the ending by magic numbers (file(1)). Names that mislead:
// suspicionOf, and two that differ in case alone. Thread contract: pure.
#include "capabilities/filelist.h"
#include "crypto/hexbytes.h"
#include "crypto/uri.h"
#include "text/escape.h"

#include <set>

namespace capabilities {

namespace {

namespace json = boost::json;

constexpr std::size_t findingsMax = 2000, findingsBytesMax = 3u << 20;

class Findings {
public:
    void add(std::string_view what, std::string_view path, std::string_view with = {})
    {
        ++m_counts[std::string(what)];
        if (m_rows.size() == findingsMax || m_bytes > findingsBytesMax)
            return;
        json::object row{{"path", text::cleanLine(path, 300)}, {"what", what}};
        if (!with.empty())
            row["with"] = text::cleanLine(with, 300);
        m_bytes += canonical(row).size() + 1;
        if (m_bytes <= findingsBytesMax)
            m_rows.emplace_back(std::move(row));
    }
    std::int64_t count(const std::string &what) const
    {
        const auto place = m_counts.find(what);
        return place == m_counts.end() ? 0 : place->second;
    }
    std::int64_t total() const
    {
        std::int64_t sum = 0;
        for (const auto &[what, count] : m_counts)
            sum += count;
        return sum;
    }
    json::object counts() const
    {
        json::object out;
        for (const auto &[what, count] : m_counts)
            out[what] = count;
        return out;
    }
    json::array takeRows() { return std::move(m_rows); }

private:
    std::map<std::string, std::int64_t> m_counts;
    json::array m_rows;
    std::size_t m_bytes = 0;
};

using Files = std::vector<ListedFile>;

const ListedFile *fileAt(const Files &files, std::string_view path)
{
    const auto place = std::ranges::lower_bound(files, path, {}, &ListedFile::path);
    return place != files.end() && place->path == path ? &*place : nullptr;
}

bool isOther(const ListedFile &a, const ListedFile &b)
{
    const bool isOtherDigest = !a.sha256.empty() && !b.sha256.empty() && a.sha256 != b.sha256;
    return isOtherDigest || (a.bytes >= 0 && b.bytes >= 0 && a.bytes != b.bytes);
}

void compare(Findings &findings, const Files &before, const Files &files)
{
    std::map<std::string_view, std::vector<const ListedFile *>> gone;
    for (const ListedFile &file : before)
        if (!fileAt(files, file.path))
            gone[file.sha256].push_back(&file);
    for (auto &[digest, list] : gone)
        std::ranges::reverse(list);  // taken from the end
    for (const ListedFile &file : files) {
        const ListedFile *old = fileAt(before, file.path);
        const auto place = file.sha256.empty() ? gone.end() : gone.find(file.sha256);
        if (old && isOther(*old, file))
            findings.add("changed", file.path);
        if (old && old->mode >= 0 && file.mode >= 0 && old->mode != file.mode)
            findings.add("mode", file.path);
        if (old)
            continue;
        if (place == gone.end() || place->second.empty()) {
            findings.add("added", file.path);
            continue;
        }
        findings.add("renamed", file.path, place->second.back()->path);
        place->second.pop_back();
    }
    for (const auto &[digest, list] : gone)
        for (const ListedFile *file : list)
            findings.add("removed", file->path);
}

// One step of a path without its percent signs (RFC 3986, section 2.1); %2F stays, a slash within a
// step is none between steps.
std::string percentDecoded(std::string_view step)
{
    std::string out;
    for (std::size_t i = 0; i < step.size(); ++i) {
        const auto byte = step[i] == '%' ? crypto::bytesOfHex(step.substr(i + 1, 2)) : std::nullopt;
        if (!byte || byte->size() != 1 || *byte == "/") {
            out += step[i];
            continue;
        }
        out += *byte;
        i += 2;
    }
    return out;
}

// The path a reference means, seen from the file it stands in; nothing if it leads elsewhere.
std::optional<std::string> targetOf(const std::string &from, std::string_view reference)
{
    const std::size_t colon = reference.find(':');
    if (reference.starts_with("//")
        || (colon != reference.npos && crypto::isScheme(reference.substr(0, colon))))
        return std::nullopt;
    reference = reference.substr(0, reference.find_first_of("?#"));
    if (reference.empty())
        return from;
    std::vector<std::string> steps;
    std::string last;
    const auto walk = [&](std::string_view way, bool isReference) {
        for (std::size_t at = 0; at <= way.size();) {
            const std::size_t end = std::min(way.find('/', at), way.size());
            last = way.substr(at, end - at);
            if (isReference)
                last = percentDecoded(last);
            at = end + 1;
            if (last == ".." && !steps.empty())
                steps.pop_back();
            else if (!last.empty() && last != "." && last != "..")
                steps.push_back(last);
        }
    };
    const std::size_t folder = from.rfind('/');
    if (!reference.starts_with('/') && folder != from.npos)
        walk(std::string_view(from).substr(0, folder), false);
    walk(reference, true);
    std::string path;
    for (const std::string &step : steps)
        path.append(path.empty() ? "" : "/").append(step);
    const bool isFolder = last.empty() || last == "." || last == "..";
    return isFolder || path.empty() ? path + (path.empty() ? "index.html" : "/index.html") : path;
}

// The number of links that lead out of the list.
std::int64_t followLinks(Findings &findings, const Files &files,
                         const std::vector<std::string> &roots)
{
    std::int64_t external = 0;
    std::map<const ListedFile *, std::vector<const ListedFile *>> targets;
    for (const ListedFile &file : files) {
        for (const std::string &link : file.links) {
            const auto path = targetOf(file.path, link);
            const ListedFile *target = path ? fileAt(files, *path) : nullptr;
            if (target)
                targets[&file].push_back(target);
            else if (path)
                findings.add("broken", file.path, link);
            else
                ++external;
        }
    }
    if (roots.empty())
        return external;
    std::set<const ListedFile *> reached;
    std::vector<const ListedFile *> open;
    for (const std::string &root : roots)
        open.push_back(fileAt(files, root));
    while (!open.empty()) {
        const ListedFile *file = open.back();
        open.pop_back();
        if (!reached.insert(file).second)
            continue;
        const auto &next = targets[file];
        open.insert(open.end(), next.begin(), next.end());
    }
    for (const ListedFile &file : files)
        if (!reached.contains(&file))
            findings.add("orphan", file.path);
    return external;
}

// Bytes that are there more than once.
std::int64_t doubles(Findings &findings, const Files &files)
{
    std::map<std::string_view, const ListedFile *> first;
    std::map<std::string, const ListedFile *> folded;
    std::int64_t wasted = 0;
    for (const ListedFile &file : files) {
        std::string name = file.path;
        std::ranges::transform(name, name.begin(),
                               [](char c) { return c >= 'A' && c <= 'Z' ? char(c + 32) : c; });
        if (const auto [place, isNew] = folded.emplace(name, &file); !isNew)
            findings.add("case", file.path, place->second->path);
        if (file.sha256.empty())
            continue;
        if (const auto [place, isNew] = first.emplace(file.sha256, &file); !isNew) {
            findings.add("double", file.path, place->second->path);
            wasted += std::max<std::int64_t>(file.bytes, 0);
        }
    }
    return wasted;
}

struct Options {
    std::int64_t bytesMax = 0, staleDays = 365;
    double now = -1;
    std::vector<std::string> roots;
};

void inspect(Findings &findings, const ListedFile &file, const Options &options)
{
    if (const std::string_view why = suspicionOf(file.path); !why.empty())
        findings.add("name", file.path, why);
    if (file.mode >= 0 && (file.mode & 06000))
        findings.add("setid", file.path);
    if (file.mode >= 0 && (file.mode & 0002))
        findings.add("writable", file.path);
    if (options.bytesMax > 0 && file.bytes > options.bytesMax)
        findings.add("oversize", file.path);
    if (options.now >= 0 && file.modified >= 0
        && options.now - file.modified > double(options.staleDays) * 86'400)
        findings.add("stale", file.path, secondsText(std::int64_t(file.modified)));
    const std::string_view promised = kindOfEnding(file.path), found = magicOf(file.head);
    const bool isWhole = file.bytes >= 0 && file.bytes <= std::int64_t(file.head.size());
    if (!file.head.empty() && promised != found && (isWhole || !mayBecome(file.head, promised))
        && (!promised.empty() || found == "exe" || found == "elf"))
        findings.add("kind", file.path, found.empty() ? "unknown" : found);
}

json::object sizes(const Files &files)
{
    std::vector<std::int64_t> known;
    for (const ListedFile &file : files)
        if (file.bytes >= 0)
            known.push_back(file.bytes);
    std::ranges::sort(known);
    json::object out{{"known", known.size()}};
    std::int64_t sum = 0;
    for (const std::int64_t bytes : known)
        sum += bytes;
    out["sum"] = sum;
    for (const std::size_t percent : {50u, 95u, 100u})
        if (!known.empty())
            out["p" + std::to_string(percent)] = known[(known.size() * percent + 99) / 100 - 1];
    return out;
}

Options readOptions(Reader &in, const Run &run, const Files &files)
{
    Options options;
    const json::object told = in.told({"now", "roots"});
    options.bytesMax = in.integer(run.params, "bytesMax", 1, INT64_MAX, 0);
    options.staleDays = in.integer(run.params, "staleDays", 1, 100'000, 365);
    options.now = momentOf(in, told, "now", -1);
    options.roots = in.words(told, "roots", 1000, 1000);
    for (std::string &root : options.roots) {
        root = listedPath(root);
        if (!fileAt(files, root))
            in.bad("roots", root);
    }
    return options;
}

Result run(const Run &run)
{
    Reader in(run);
    const Files files = fileList(in, run, "files");
    const bool isCompared = in.isNamed("before");
    const Files before = isCompared ? fileList(in, run, "before") : Files();
    std::size_t links = 0;
    for (const ListedFile &file : files)
        links += file.links.size();
    if (links > linksMax)
        in.tooMany("links", linksMax);
    const Options options = readOptions(in, run, files);
    if (run.stop.stop_requested())
        return stopped();
    if (in.isBad())
        return in.failure();
    Findings findings;
    if (isCompared)
        compare(findings, before, files);
    const std::int64_t external = followLinks(findings, files, options.roots);
    const std::int64_t wasted = doubles(findings, files);
    for (const ListedFile &file : files)
        inspect(findings, file, options);
    if (run.stop.stop_requested())
        return stopped();
    Result result;
    result.figures["broken"] = findings.count("broken");
    result.figures["changed"] = findings.count("changed");
    result.figures["findings"] = findings.total();
    json::object counts = findings.counts();
    result.outputs.push_back(
        jsonArtefact("audit", json::object{{"compared", isCompared},
                                           {"counts", std::move(counts)},
                                           {"doubleBytes", wasted},
                                           {"externalLinks", external},
                                           {"files", files.size()},
                                           {"findings", findings.takeRows()},
                                           {"findingsTotal", result.figures["findings"]},
                                           {"sizes", sizes(files)}}));
    return result;
}

}  // namespace

extern const Capability auditFiles;
const Capability auditFiles = {
    .name = "audit-files",
    .version = "1.0.0",
    .source = "sha256sum and mtree(5) lists; RFC 3986 5.2.4; Hyndman and Fan 1996; file(1)",
    .outputBytesMax = 4u << 20,
    .run = run,
};

}  // namespace capabilities
