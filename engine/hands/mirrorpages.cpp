#include "hands/mirrorpages.h"

#include "loop/edge.h"

#include <boost/json.hpp>

#include <utility>

namespace hands {

using namespace kernel;

namespace {

constexpr std::size_t keywordsMax = 12, leadBytesMax = 600;

struct Words {
    const char *links, *backlinks, *made, *summary, *keywords, *by, *index;
};
constexpr Words english{"Links", "Linked from", "What the agents made", "Summary", "Keywords",
                        "by",    "Dreams"};
constexpr Words german{"Verknüpft mit",   "Verknüpft von", "Was die Agenten gemacht haben",
                       "Zusammenfassung", "Stichwörter",   "von",
                       "Träume"};

const Words &wordsOf(const dreams::Dream &dream)
{
    return dream.language == "de" ? german : english;
}

std::string quoted(std::string_view text)
{
    return boost::json::serialize(boost::json::value(boost::json::string(text)));
}

std::string fraction(std::int64_t tenThousandths)
{
    std::string digits = std::to_string(tenThousandths);
    digits.insert(0, digits.size() < 5 ? 5 - digits.size() : 0, '0');
    return digits.insert(digits.size() - 4, 1, '.');
}

std::string bytesText(std::uint64_t bytes)
{
    return bytes < 1024 ? std::to_string(bytes) + " B"
                        : std::to_string(bytes / 1024) + '.'
                              + std::to_string(bytes % 1024 * 10 / 1024) + " kB";
}

// As the text of a link.
std::string linkText(std::string_view title)
{
    std::string out;
    for (const char c : title) {
        if (c == '[' || c == ']' || c == '\\')
            out += '\\';
        out += c == '\n' || c == '\r' ? ' ' : c;
    }
    return out;
}

boost::json::value parsed(std::string_view json)
{
    boost::system::error_code error;
    boost::json::value value = boost::json::parse(json, error);
    return error ? boost::json::value() : value;
}

// Members named `name` of the objects in the list `list`, in their order.
std::vector<std::string> textsIn(const boost::json::value &value, const char *list,
                                 const char *name, std::size_t most)
{
    std::vector<std::string> texts;
    const boost::json::object *object = value.if_object();
    const boost::json::value *found = object ? object->if_contains(list) : nullptr;
    if (!found || !found->is_array())
        return texts;
    for (const boost::json::value &one : found->get_array()) {
        const boost::json::value *text =
            one.is_object() ? one.get_object().if_contains(name) : nullptr;
        if (text && text->is_string() && texts.size() < most)
            texts.emplace_back(text->get_string());
    }
    return texts;
}

void addFrontMatter(std::string &out, const MirrorDream &dream)
{
    const dreams::Dream &row = dream.card.row;
    const auto line = [&](const char *name, const std::string &value) {
        out += std::string(name) + ": " + value + '\n';
    };
    const auto score = [&](const char *name, Score value) {
        if (value.value >= 0)
            line(name, fraction(value.value));
    };
    std::string tags;
    for (const Text &tag : row.tags)
        tags += (tags.empty() ? "" : ", ") + quoted(tag.value);
    const boost::json::object names = loop::toJson(typeOf<dreams::Dream>().fields, encode(row));
    const auto option = [&](const char *name) { return std::string(names.at(name).as_string()); };
    out += "---\n";
    line("id", quoted(idText(row.id.value)));
    line("title", quoted(row.title.value));
    line("kind", option("kind"));
    line("tags", '[' + tags + ']');
    line("state", option("state"));
    if (!row.form.empty())
        line("form", quoted(row.form));
    if (!row.language.empty())
        line("language", quoted(row.language));
    score("score", row.score);
    if (dream.analysis) {
        score("clarity", dream.analysis->clarity);
        score("coherence", dream.analysis->coherence);
        score("structure", dream.analysis->structure);
        score("symbolism", dream.analysis->symbolism);
        score("emotion", dream.analysis->emotion);
    }
    if (dream.standing)
        score("originality", dream.standing->originality);
    if (!row.source.value.empty())
        line("source", quoted(row.source.value));
    line("created", loop::timeText(row.created));
    line("changed", loop::timeText(row.changed));
    line("version", std::to_string(row.version));
    out += "---\n\n";
}

void addLinks(std::string &out, const char *head, const std::vector<MirrorLink> &links,
              const std::string &from)
{
    if (links.empty())
        return;
    out += std::string("\n## ") + head + "\n\n";
    for (const MirrorLink &link : links) {
        out += "- [" + linkText(link.title) + "](" + mirrorPath(from, link.stem) + ".md)";
        if (link.score >= 0)
            out += ' ' + fraction(link.score) + (link.why.empty() ? "" : ", " + link.why);
        out += '\n';
    }
}

std::string blobText(const MirrorDream &dream, const dreamvault::Kept *kept)
{
    return kept ? dream.blob(kept->digest).value_or(std::string()) : std::string();
}

void addArtefacts(std::string &out, const MirrorDream &dream, const Words &words)
{
    const auto artefacts = newestArtefacts(dream.facts);
    if (artefacts.empty())
        return;
    out += std::string("\n## ") + words.made + "\n\n";
    const auto sentences = parsed(blobText(dream, newestArtefact(dream.facts, "lucid", "summary")));
    if (const auto summary = textsIn(sentences, "sentences", "text", 8); !summary.empty())
        out += std::string("**") + words.summary + ".** "
               + std::string(firstBytes(joinedTexts(summary, " "), leadBytesMax)) + "\n\n";
    const auto keywords = parsed(blobText(dream, newestArtefact(dream.facts, "lucid", "keywords")));
    if (const auto phrases = textsIn(keywords, "keywords", "phrase", keywordsMax); !phrases.empty())
        out += std::string("**") + words.keywords + ".** " + joinedTexts(phrases, ", ") + "\n\n";
    for (const auto *kept : artefacts)
        out += "- " + kept->fact.name + ' ' + words.by + ' ' + kept->fact.agent + ", "
               + kept->fact.mediaType + ", " + bytesText(kept->fact.bytes) + ", `"
               + kept->fact.digest.hex().substr(0, 16) + "`\n";
}

}  // namespace

std::string mirrorMarkdown(const MirrorDream &dream)
{
    const Words &words = wordsOf(dream.card.row);
    std::string out;
    addFrontMatter(out, dream);
    out += dream.text;
    std::string behind;
    addLinks(behind, words.links, dream.links, dream.card.stem);
    addLinks(behind, words.backlinks, dream.backlinks, dream.card.stem);
    addArtefacts(behind, dream, words);
    if (!behind.empty())
        out += (dream.text.ends_with('\n') ? "\n---\n" : "\n\n---\n") + behind;
    return out;
}

std::string mirrorIndexMarkdown(const std::vector<const MirrorCard *> &cards)
{
    std::string out = std::string("# ") + english.index + "\n";
    for (const bool isArchive : {false, true}) {
        bool isFirst = true;
        for (const MirrorCard *card : cards) {
            if ((card->row.state == dreams::State::Archived) != isArchive)
                continue;
            if (std::exchange(isFirst, false))
                out += isArchive ? "\n## Archive\n\n" : "\n";
            out += "- [" + linkText(card->row.title.value) + "](" + card->stem + ".md), "
                   + loop::timeText(card->row.created).substr(0, 10);
            if (!card->row.form.empty())
                out += ", " + card->row.form;
            if (card->row.score.value >= 0)
                out += ", " + fraction(card->row.score.value);
            for (const Text &tag : card->row.tags)
                out += " #" + tag.value;
            out += '\n';
        }
    }
    return out;
}

}  // namespace hands
