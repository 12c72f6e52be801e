// What a dream's files are called, and what its text and its resonance point at.
#include "hands/mirrorpages.h"

#include "text/unicode.h"

#include <boost/json.hpp>

#include <algorithm>
#include <map>

namespace hands {

using namespace kernel;

namespace {

constexpr std::size_t slugBytesMax = 60, linksMax = 12;

void addWants(std::string_view text, std::string_view open, std::string_view close,
              std::size_t bytesMax, const std::function<void(std::string_view)> &add)
{
    for (std::size_t at = 0; (at = text.find(open, at)) != std::string_view::npos;) {
        at += open.size();
        const std::size_t end = close.empty() ? at + bytesMax : text.find(close, at);
        if (end <= text.size() && end > at && end - at <= bytesMax)
            add(text.substr(at, end - at));
    }
}

}  // namespace

std::string mirrorStem(const dreams::Dream &dream)
{
    const std::string &title = dream.title.value;
    std::string slug;
    for (std::size_t at = 0; at < title.size() && slug.size() < slugBytesMax;) {
        const text::CodePoint point = text::decode(title, at);
        const bool isDigit = point.value >= '0' && point.value <= '9';
        if (text::isLetter(point.value) || isDigit)
            slug += text::folded(std::string_view(title).substr(at, point.length));
        else if (!slug.empty() && slug.back() != '-')
            slug += '-';
        at += point.length;
    }
    if (!slug.empty() && slug.back() != '-')
        slug += '-';
    return (dream.state == dreams::State::Archived ? "archive/" : "") + slug
           + idText(dream.id.value);
}

std::string mirrorPath(const std::string &from, const std::string &to)
{
    constexpr std::string_view archive = "archive/";
    if (!from.starts_with(archive))
        return to;
    return to.starts_with(archive) ? to.substr(archive.size()) : "../" + to;
}

std::string titleKey(std::string_view title)
{
    return "t:" + text::folded(title);
}

std::vector<MirrorWant> mirrorWants(std::string_view text, std::string_view resonanceJson)
{
    std::vector<MirrorWant> wants;
    const auto add = [&](MirrorWant want) {
        const bool isKnown = std::any_of(
            wants.begin(), wants.end(), [&](const MirrorWant &one) { return one.key == want.key; });
        if (!isKnown && wants.size() < 2 * linksMax)
            wants.push_back(std::move(want));
    };
    addWants(text, "[[", "]]", textBytesMax, [&](std::string_view title) {
        add({titleKey(title.substr(0, title.find('|'))), -1, {}});
    });
    addWants(text, "dreamscope:dream/", "", 13, [&](std::string_view id) {
        if (const auto dream = idFromText(id))
            add({"i:" + idText(*dream), -1, {}});
    });
    boost::system::error_code error;
    const boost::json::value resonance = boost::json::parse(resonanceJson, error);
    const boost::json::object *object = resonance.if_object();
    const boost::json::value *similar = object ? object->if_contains("similar") : nullptr;
    if (!similar || !similar->is_array())
        return wants;
    std::size_t taken = 0;
    for (const boost::json::value &one : similar->get_array()) {
        const boost::json::object *other = one.if_object();
        const boost::json::value *digest = other ? other->if_contains("digest") : nullptr;
        const boost::json::value *score = other ? other->if_contains("score") : nullptr;
        if (!digest || !digest->is_string() || ++taken > linksMax)
            continue;
        std::vector<std::string> shared;
        if (const boost::json::value *words = other->if_contains("shared"))
            for (std::size_t i = 0; words->is_array() && i < words->get_array().size(); ++i)
                if (const boost::json::string *word = words->get_array()[i].if_string())
                    shared.emplace_back(*word);
        add({"b:" + std::string(digest->get_string()),
             score && score->is_int64() ? static_cast<int>(score->get_int64()) : 0,
             joinedTexts(shared, ", ")});
    }
    return wants;
}

const dreamvault::Kept *newestArtefact(const DreamFacts &facts, std::string_view agent,
                                       std::string_view name)
{
    for (auto kept = facts.kept.rbegin(); kept != facts.kept.rend(); ++kept)
        if (kept->fact.agent == agent && kept->fact.name == name)
            return &kept->fact;
    return nullptr;
}

std::vector<const Stood<dreamvault::Kept> *> newestArtefacts(const DreamFacts &facts)
{
    std::map<std::pair<std::string, std::string>, const Stood<dreamvault::Kept> *> newest;
    for (const auto &kept : facts.kept)
        newest[{kept.fact.agent, kept.fact.name}] = &kept;
    std::vector<const Stood<dreamvault::Kept> *> list;
    for (const auto &[key, kept] : newest)
        list.push_back(kept);
    return list;
}

std::string joinedTexts(const std::vector<std::string> &texts, const char *between)
{
    std::string out;
    for (const std::string &text : texts)
        out += (out.empty() ? "" : between) + text;
    return out;
}

}  // namespace hands
