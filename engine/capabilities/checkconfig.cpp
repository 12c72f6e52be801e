// check-config: what is missing, drifted, in conflict or circular in configuration files. `files` =
// [{"name", "format"?: env | json | yaml | manifest, "text"}]; without a format the name says it
// (package.json is a manifest, .env and .env.* are dotenv). params.reference names the file the
// others of the same kind are held against: a key it has and they have not is missing, a key it has
// not is extra, another value than its own is drifted (an empty one there asks for the key only).
// In conflict are keys that stand twice with two values, and packages whose ranges no version
// satisfies: of `versions` = {"package": ["1.2.3", ...]} and the manifests' own, else any version.
// Ranges as npm reads them (semver.h), the highest version is chosen, without pre-releases unless
// they are asked for. Circles by Tarjan's strongly connected components (1972): of ${NAME} in dotenv
// values and of manifests that depend on each other. Formats in configfile.h. Values never leave;
// they may be secrets. Thread contract: pure.
#include "capabilities/configfile.h"
#include "capabilities/directed.h"
#include "capabilities/reader.h"
#include "capabilities/semver.h"
#include "text/escape.h"

#include <set>

namespace capabilities {

namespace {

namespace json = boost::json;

constexpr std::size_t filesMax = 200, packagesMax = 5000, versionsMax = 2000, listedMax = 2000;

struct File {
    std::string name, format;
    ConfigFile content;
    std::map<std::string, std::string> values;  // the last of each key
};

struct Demand {
    std::string by, range;
    SemRange read;
};

struct Found {
    json::array missing, extra, drifted, conflicts, circular, unreadable, chosen;

    static void add(json::array &list, json::object entry)
    {
        if (list.size() < listedMax)
            list.emplace_back(std::move(entry));
    }
};

std::string shown(std::string_view text)
{
    return text::cleanLine(text, 200);
}

std::string formatOf(std::string_view name)
{
    const std::string_view file = name.substr(name.rfind('/') + 1);
    if (file == "package.json")
        return "manifest";
    if (file.starts_with(".env") || file.ends_with(".env"))
        return "env";
    return file.ends_with(".json") ? "json" : "yaml";
}

File readFile(Reader &in, const json::object &given)
{
    File file{in.word(given, "name"), {}, {}, {}};
    file.format = in.wordOr(given, "format", formatOf(file.name));
    const std::string text = in.wordOr(given, "text", {}, 1u << 20);
    if (file.format == "env")
        file.content = readDotenv(text);
    else if (file.format == "yaml")
        file.content = readYaml(text);
    else if (file.format == "json" || file.format == "manifest")
        file.content = readJsonConfig(text);
    else
        in.bad("format", file.format);
    return file;
}

// Repeated keys and lines that cannot be read.
void lookAlone(File &file, Found &found)
{
    std::set<std::string> twice;
    for (const ConfigEntry &entry : file.content.entries) {
        const auto [place, isNew] = file.values.try_emplace(entry.key, entry.value);
        if (!isNew && place->second != entry.value && twice.insert(entry.key).second)
            Found::add(found.conflicts, {{"file", shown(file.name)},
                                         {"key", shown(entry.key)},
                                         {"kind", "repeated"},
                                         {"line", entry.line}});
        place->second = entry.value;
    }
    for (const std::size_t line : file.content.faults)
        Found::add(found.unreadable, {{"file", shown(file.name)}, {"line", line}});
}

void compareWith(const File &reference, const File &file, Found &found)
{
    const auto place = [&](std::string_view key) {
        return json::object{{"file", shown(file.name)}, {"key", shown(key)}};
    };
    for (const auto &[key, value] : reference.values) {
        const auto other = file.values.find(key);
        if (other == file.values.end())
            Found::add(found.missing, place(key));
        else if (!value.empty() && other->second != value)
            Found::add(found.drifted, place(key));
    }
    for (const auto &[key, value] : file.values)
        if (!reference.values.contains(key))
            Found::add(found.extra, place(key));
}

void addCircles(Found &found, const Directed &graph, const std::vector<std::string> &names,
                std::string_view kind, std::string_view file)
{
    for (const auto &cycle : cyclesOf(graph)) {
        json::array members;
        for (const std::uint32_t node : cycle)
            members.emplace_back(shown(names[node]));
        json::object circle{{"kind", kind}, {"members", std::move(members)}};
        if (!file.empty())
            circle["file"] = shown(file);
        Found::add(found.circular, std::move(circle));
    }
}

// ${NAME}: of names nobody set, and in circles. The last line of a name is the one that holds.
void followReferences(const File &file, Found &found)
{
    std::map<std::string, const ConfigEntry *> last;
    for (const ConfigEntry &entry : file.content.entries)
        last[entry.key] = &entry;
    std::map<std::string, std::uint32_t> numbers;
    std::vector<std::string> names;
    for (const auto &[key, entry] : last) {
        numbers[key] = std::uint32_t(names.size());
        names.push_back(key);
    }
    Directed graph(names.size());
    std::set<std::string> unknown;
    for (const auto &[key, entry] : last) {
        for (const std::string &reference : entry->references) {
            const auto place = numbers.find(reference);
            if (place != numbers.end())
                graph[numbers[key]].push_back(place->second);
            else if (unknown.insert(reference).second)
                Found::add(
                    found.missing,
                    {{"file", shown(file.name)}, {"key", shown(reference)}, {"line", entry->line}});
        }
    }
    addCircles(found, graph, names, "reference", file.name);
}

class Packages {
public:
    Packages(Reader &in, const std::vector<File> &files, Found &found) : m_in(in), m_found(found)
    {
        for (const File &file : files)
            if (file.format == "manifest")
                read(file);
        readVersions();
    }

    void solve(const std::stop_token &stop)
    {
        for (const auto &[name, demands] : m_demands) {
            if (stop.stop_requested())
                return;
            choose(name, demands);
        }
        Directed graph;
        for (const std::string &name : m_names) {
            auto &to = graph.emplace_back();
            for (std::uint32_t other = 0; other < m_names.size(); ++other)
                if (m_needs[name].contains(m_names[other]))
                    to.push_back(other);
        }
        addCircles(m_found, graph, m_names, "package", {});
    }

private:
    void read(const File &file)
    {
        const auto named = file.values.find("name");
        const std::string name = named == file.values.end() ? file.name : named->second;
        if (!m_needs.contains(name))
            m_names.push_back(name);
        auto &needs = m_needs[name];
        if (const auto version = file.values.find("version"); version != file.values.end())
            if (auto own = SemVersion::read(version->second))
                m_versions[name].push_back(std::move(*own));
        for (const std::string_view group :
             {"dependencies.", "devDependencies.", "optionalDependencies.", "peerDependencies."}) {
            for (auto entry = file.values.lower_bound(std::string(group));
                 entry != file.values.end() && entry->first.starts_with(group); ++entry) {
                const std::string needed = entry->first.substr(group.size());
                needs.insert(needed);
                auto range = SemRange::read(entry->second);
                if (range)
                    m_demands[needed].push_back({name, entry->second, std::move(*range)});
                else
                    Found::add(m_found.unreadable,
                               {{"file", shown(file.name)}, {"key", shown(entry->first)}});
            }
        }
        if (m_demands.size() > packagesMax)
            m_in.tooMany("dependencies", packagesMax);
    }
    void readVersions()
    {
        if (!m_in.isNamed("versions"))
            return;
        const json::object &given = m_in.object("versions", false);
        for (const auto &member : given) {
            m_hasList.insert(member.key());
            for (const std::string &text : m_in.words(given, member.key(), versionsMax)) {
                auto version = SemVersion::read(text);
                if (!version)
                    m_in.bad("versions", text);
                else
                    m_versions[member.key()].push_back(std::move(*version));
            }
        }
    }
    void choose(const std::string &name, const std::vector<Demand> &demands)
    {
        const auto known = m_versions.find(name);
        const bool isKnown = known != m_versions.end() || m_hasList.contains(name);
        std::vector<SemVersion> candidates;
        if (isKnown && known != m_versions.end())
            candidates = known->second;
        if (!isKnown)
            for (const Demand &demand : demands)
                std::ranges::copy(demand.read.edges(), std::back_inserter(candidates));
        const SemVersion *best = nullptr;
        for (const SemVersion &candidate : candidates)
            if (std::ranges::all_of(
                    demands, [&](const Demand &demand) { return demand.read.has(candidate); })
                && (!best || compare(*best, candidate) < 0))
                best = &candidate;
        json::array ranges;
        for (std::size_t i = 0; i < std::min<std::size_t>(demands.size(), 20); ++i)
            ranges.push_back(
                json::object{{"by", shown(demands[i].by)}, {"range", shown(demands[i].range)}});
        if (!best)
            Found::add(
                m_found.conflicts,
                {{"demands", std::move(ranges)}, {"kind", "version"}, {"package", shown(name)}});
        else if (isKnown)
            Found::add(m_found.chosen,
                       {{"package", shown(name)}, {"version", shown(best->text())}});
    }

    Reader &m_in;
    Found &m_found;
    std::vector<std::string> m_names;
    std::map<std::string, std::set<std::string>> m_needs;
    std::map<std::string, std::vector<Demand>> m_demands;
    std::map<std::string, std::vector<SemVersion>> m_versions;
    std::set<std::string> m_hasList;
};

Result written(Found found)
{
    Result result;
    json::object out;
    const std::pair<const char *, json::array *> lists[] = {
        {"chosen", &found.chosen},        {"circular", &found.circular},
        {"conflicts", &found.conflicts},  {"drifted", &found.drifted},
        {"extra", &found.extra},          {"missing", &found.missing},
        {"unreadable", &found.unreadable}};
    for (const auto &[name, list] : lists) {
        if (list != &found.chosen)
            result.figures[name] = std::int64_t(list->size());
        out[name] = std::move(*list);
    }
    result.outputs.push_back(jsonArtefact("config", out));
    return result;
}

Result run(const Run &run)
{
    Reader in(run);
    std::vector<File> files;
    for (const json::value &value : in.list("files", filesMax)) {
        if (run.stop.stop_requested())
            return stopped();
        files.push_back(readFile(in, in.entry(value, "files")));
        if (in.isBad())
            return in.failure();
    }
    const std::string name = in.wordOr(run.params, "reference", {});
    Found found;
    for (File &file : files)
        lookAlone(file, found);
    const auto reference = std::ranges::find(files, name, &File::name);
    if (!name.empty() && reference == files.end())
        in.bad("reference", name);
    Packages packages(in, files, found);
    if (run.stop.stop_requested())
        return stopped();
    if (in.isBad())
        return in.failure();
    for (const File &file : files) {
        if (file.format == "env")
            followReferences(file, found);
        const bool isKin = reference != files.end() && &file != &*reference
                           && (file.format == "manifest") == (reference->format == "manifest");
        if (isKin)
            compareWith(*reference, file, found);
    }
    packages.solve(run.stop);
    if (run.stop.stop_requested())
        return stopped();
    return written(std::move(found));
}

}  // namespace

extern const Capability checkConfig;
const Capability checkConfig = {
    .name = "check-config",
    .version = "1.0.0",
    .source = "semver 2.0.0 and npm ranges; YAML 1.2 (a part), RFC 8259; Tarjan 1972",
    .outputBytesMax = 8u << 20,
    .run = run,
};

}  // namespace capabilities
