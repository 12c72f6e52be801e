#include "hands/mirrorledger.h"

#include "crypto/hash.h"
#include "kernel/id.h"

#include <boost/json.hpp>

namespace hands {

using kernel::Digest;

namespace {

constexpr std::string_view mark = "DreamScope mirror 1";

boost::json::object objectOf(const MirrorFiles &files)
{
    return {{"stem", files.stem}, {"md", files.markdown.hex()}, {"json", files.json.hex()}};
}

std::string lineOf(std::uint64_t id, const MirrorEntry &entry, bool isSettled)
{
    boost::json::object line = objectOf(entry.now);
    if (isSettled)
        line["settled"] = true;
    line["id"] = kernel::idText(id);
    line["bytes"] = entry.bytes;
    line["title"] = entry.title;
    boost::json::array links;
    for (const std::uint64_t link : entry.links)
        links.emplace_back(kernel::idText(link));
    const auto texts = [](const std::vector<std::string> &from) {
        boost::json::array list;
        for (const std::string &text : from)
            list.emplace_back(text);
        return list;
    };
    line["links"] = std::move(links);
    line["wants"] = texts(entry.wants);
    if (!entry.conflicts.empty())
        line["conflicts"] = texts(entry.conflicts);
    boost::json::array before;
    for (const MirrorFiles &files : entry.before)
        before.push_back(objectOf(files));
    if (!before.empty())
        line["before"] = std::move(before);
    return boost::json::serialize(line) + '\n';
}

std::string textIn(const boost::json::object &line, const char *name)
{
    const boost::json::value *found = line.if_contains(name);
    return found && found->is_string() ? std::string(found->get_string()) : std::string();
}

std::uint64_t numberIn(const boost::json::object &line, const char *name)
{
    const boost::json::value *found = line.if_contains(name);
    return found && found->is_number() ? found->to_number<std::uint64_t>() : 0;
}

std::vector<std::string> textsIn(const boost::json::object &line, const char *name)
{
    std::vector<std::string> texts;
    const boost::json::value *found = line.if_contains(name);
    if (found && found->is_array())
        for (const boost::json::value &one : found->get_array())
            if (one.is_string())
                texts.emplace_back(one.get_string());
    return texts;
}

MirrorFiles filesOf(const boost::json::object &line)
{
    const auto digest = [&](const char *name) {
        return Digest::fromHex(textIn(line, name)).value_or(Digest());
    };
    return {textIn(line, "stem"), digest("md"), digest("json")};
}

MirrorEntry entryOf(const boost::json::object &line)
{
    MirrorEntry entry;
    entry.now = filesOf(line);
    entry.bytes = numberIn(line, "bytes");
    entry.title = textIn(line, "title");
    entry.wants = textsIn(line, "wants");
    for (const std::string &link : textsIn(line, "links"))
        if (const auto id = kernel::idFromText(link))
            entry.links.push_back(*id);
    entry.conflicts = textsIn(line, "conflicts");
    const boost::json::value *before = line.if_contains("before");
    if (before && before->is_array())
        for (const boost::json::value &files : before->get_array())
            if (files.is_object())
                entry.before.push_back(filesOf(files.get_object()));
    return entry;
}

// Only names this program gives are believed to be ours.
bool isName(std::uint64_t id, const std::string &stem)
{
    return id == MirrorLedger::indexId ? stem == "index" : stem.ends_with(kernel::idText(id));
}

std::string markLine(const store::CacheMark &upTo)
{
    return boost::json::serialize(
               boost::json::object{{"page", upTo.page}, {"hash", upTo.hash.hex()}})
           + '\n';
}

}  // namespace

bool MirrorLedger::read(const MirrorFolder &folder, const std::string &owner, std::string &error)
{
    m_owner = owner;
    entries.clear();
    m_open.clear();
    upTo = {};
    m_lines = 0;
    const std::optional<std::string> bytes = folder.read(fileName);
    if (!bytes)
        return false;
    // A line that was cut short by a kill is left out; what it was about is written again.
    for (std::size_t at = 0, end = 0; (end = bytes->find('\n', at)) != std::string::npos;
         at = end + 1, ++m_lines) {
        boost::system::error_code problem;
        const boost::json::value value =
            boost::json::parse(std::string_view(*bytes).substr(at, end - at), problem);
        const bool isLine = !problem && value.is_object();
        if (!m_lines && (!isLine || textIn(value.get_object(), "type") != mark)) {
            error = std::string("its list of files, ") + fileName + ", cannot be read";
            return false;
        }
        if (!isLine)
            continue;
        const boost::json::object &line = value.get_object();
        if (!m_lines && textIn(line, "owner") != owner) {
            error = "it is the mirror of another profile";
            return false;
        }
        const auto id = kernel::idFromText(textIn(line, "id"));
        if (line.contains("page")) {
            upTo = {numberIn(line, "page"),
                    Digest::fromHex(textIn(line, "hash")).value_or(Digest())};
            // Told only when all before it had come to its end.
            for (const std::uint64_t one : m_open)
                entries[one].before.clear();
            m_open.clear();
        } else if (id && isName(*id, textIn(line, "stem"))) {
            entries[*id] = entryOf(line);
            // In a list written anew only those that say so; behind the mark all.
            if (!line.contains("settled"))
                m_open.insert(*id);
        }
    }
    if (!m_lines)
        error = std::string("its list of files, ") + fileName + ", is empty";
    return m_lines > 0;
}

std::string MirrorLedger::note(MirrorFolder &folder, const std::vector<std::uint64_t> &ids)
{
    std::string lines;
    for (const std::uint64_t id : ids)
        lines += lineOf(id, entries[id], false);
    m_open.insert(ids.begin(), ids.end());
    m_lines += ids.size();
    return lines.empty() ? std::string() : folder.append(fileName, lines);
}

std::string MirrorLedger::noteUpTo(MirrorFolder &folder, const store::CacheMark &now)
{
    upTo = now;
    ++m_lines;
    std::string problem = folder.append(fileName, markLine(now));
    if (problem.empty())
        m_open.clear();
    return problem;
}

std::string MirrorLedger::rewrite(MirrorFolder &folder)
{
    std::string lines =
        boost::json::serialize(boost::json::object{
            {"type", mark}, {"owner", m_owner}, {"note", "what DreamScope wrote here"}})
        + '\n';
    // In front: behind them it would say that all have come to their end.
    if (upTo.page)
        lines += markLine(upTo);
    for (const auto &[id, entry] : entries)
        lines += lineOf(id, entry, !isOpen(id) && entry.before.empty());
    m_lines = entries.size() + 2;
    return folder.write(fileName, lines);
}

Digest MirrorLedger::digest() const
{
    crypto::Hasher hasher;
    for (const auto &[id, entry] : entries)
        hasher.update(entry.now.stem).update(entry.now.markdown).update(entry.now.json);
    return hasher.finish();
}

}  // namespace hands
