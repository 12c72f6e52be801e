#include "cortex/dreams.h"

#include "crypto/hash.h"
#include "text/unicode.h"

#include <algorithm>

namespace dreams {

DREAM_SYSTEM(Dreams)

namespace {

constexpr std::size_t titleCharactersMax = 120;

Outcome noSuch()
{
    return refuse("dreams.unknown");
}

// Cuts after `characters` whole UTF-8 characters.
std::string_view firstCharacters(std::string_view text, std::size_t characters)
{
    std::size_t at = 0;
    while (at < text.size() && characters) {
        ++at;
        while (at < text.size() && (static_cast<unsigned char>(text[at]) & 0xc0) == 0x80)
            ++at;
        --characters;
    }
    return text.substr(0, at);
}

std::string_view trimmed(std::string_view line)
{
    const auto isEdge = [](char c) { return c == ' ' || c == '\t' || c == '\r'; };
    while (!line.empty() && isEdge(line.front()))
        line.remove_prefix(1);
    while (!line.empty() && isEdge(line.back()))
        line.remove_suffix(1);
    return line;
}

bool isGoodTitle(std::string_view title)
{
    return !trimmed(title).empty() && title.size() <= textBytesMax
           && title.find_first_of(std::string_view("\0\n\r", 3)) == std::string_view::npos;
}

Outcome checkTags(const std::vector<std::string> &tags)
{
    if (tags.size() > tagsMax)
        return refuse("dreams.tooManyTags", {{"limit", std::to_string(tagsMax)}});
    for (const std::string &tag : tags)
        if (!isGoodTitle(tag) || tag.size() > 64)
            return refuse("dreams.badTag", {{"tag", tag.substr(0, 64)}});
    return done();
}

std::vector<Text> personal(Id<Dream> of, const std::vector<std::string> &tags)
{
    std::vector<Text> made;
    for (const std::string &tag : tags)
        made.push_back({of.value, tag});
    return made;
}

}  // namespace

Outcome admit(std::string_view body)
{
    if (body.size() > bodyBytesMax)
        return refuse("lucid.tooLong", {{"bytes", std::to_string(body.size())},
                                        {"limit", std::to_string(bodyBytesMax)}});
    // the same test as the capabilities have, so that what comes in can be worked
    if (!isUtf8(body) || text::looksBinary(body))
        return refuse("lucid.binary");
    const auto isBlank = [](char c) { return c == ' ' || (c >= '\t' && c <= '\r'); };
    if (std::all_of(body.begin(), body.end(), isBlank))
        return refuse("lucid.empty");
    return done();
}

std::string titleOf(std::string_view body)
{
    constexpr std::string_view byteOrderMark = "\xef\xbb\xbf";
    if (body.starts_with(byteOrderMark))
        body.remove_prefix(byteOrderMark.size());
    const bool hasFrontMatter = body.starts_with("---\n");
    bool isInFrontMatter = hasFrontMatter;
    std::string_view fallback;
    for (std::size_t at = 0, number = 0; at < body.size(); ++number) {
        const std::size_t end = std::min(body.find('\n', at), body.size());
        std::string_view line = trimmed(body.substr(at, end - at));
        at = end + 1;
        if (isInFrontMatter) {
            if (number && line == "---")
                isInFrontMatter = false;
            else if (line.starts_with("title:") && isGoodTitle(line.substr(6)))
                return std::string(firstCharacters(trimmed(line.substr(6)), titleCharactersMax));
            continue;
        }
        // Rules, badges and anchors open many texts and name none of them.
        const bool isRule = line.find_first_not_of("=-*_#~<!>`+|/ ") == std::string_view::npos
                            || line.starts_with("![") || line.starts_with("[![")
                            || (line.starts_with('(') && line.ends_with(")="));
        while (!line.empty() && (line.front() == '#' || line.front() == '*' || line.front() == '>'))
            line = trimmed(line.substr(1));
        while (!line.empty() && (line.back() == '#' || line.back() == '*'))
            line = trimmed(line.substr(0, line.size() - 1));
        if (!isRule && isGoodTitle(line.substr(0, textBytesMax)))
            return std::string(firstCharacters(line, titleCharactersMax));
        if (fallback.empty())
            fallback = line;
    }
    return fallback.empty() ? "Untitled"
                            : std::string(firstCharacters(fallback, titleCharactersMax));
}

const std::string &authorOf(const Dream &dream)
{
    static const std::string owner = "owner";
    return dream.author.empty() ? owner : dream.author;
}

Outcome Dreams::decide(const Memory &memory, const Create &c, World &world)
{
    if (Outcome admitted = admit(c.body.text); !admitted)
        return admitted;
    if (c.title && !isGoodTitle(*c.title))
        return refuse("dreams.badTitle");
    if (Outcome checked = checkTags(c.tags); !checked)
        return checked;
    if (c.source && c.source->size() > textBytesMax)
        return refuse("dreams.badSource");
    if (const std::uint64_t *same = memory.byBody.find(crypto::blake2b(c.body.text)))
        return refuse("dreams.alreadyHere", {{"dream", idText(*same)}});
    Dream dream;
    dream.id = world.newId<Dream>();
    dream.title = {dream.id.value, c.title ? *c.title : titleOf(c.body.text)};
    dream.kind = c.kind.value_or(Kind::Idea);
    dream.tags = personal(dream.id, c.tags);
    dream.body = world.keep(dream.id, c.body.text);
    dream.bytes = c.body.text.size();
    dream.created = dream.changed = world.now();
    if (c.source)
        dream.source = {dream.id.value, *c.source};
    dream.batch = c.batch;
    if (world.actor() != "owner" && world.actor() != "system")
        dream.author = world.actor();
    world.tell(Created{dream});
    world.tell(Versioned{dream.id, 1, dream.title, dream.body, dream.bytes, world.now()});
    return done();
}

Outcome Dreams::decide(const Memory &memory, const Edit &c, World &world)
{
    const Dream *dream = memory.dreams.find(c.dream);
    if (!dream)
        return noSuch();
    if (dream->state == dreams::State::Archived)
        return refuse("dreams.archived");
    if (c.title && !isGoodTitle(*c.title))
        return refuse("dreams.badTitle");
    if (c.tags)
        if (Outcome checked = checkTags(*c.tags); !checked)
            return checked;
    Edited edited{c.dream,     dream->title, dream->kind,    dream->tags,
                  dream->body, dream->bytes, dream->version, false};
    if (c.body) {
        if (Outcome admitted = admit(c.body->text); !admitted)
            return admitted;
        const Digest digest = crypto::blake2b(c.body->text);
        if (digest != dream->body) {
            edited.body = world.keep(c.dream, c.body->text);
            edited.bytes = c.body->text.size();
            edited.isTextChanged = true;
            ++edited.version;
        }
    }
    if (c.title)
        edited.title = {c.dream.value, *c.title};
    if (c.kind)
        edited.kind = *c.kind;
    if (c.tags)
        edited.tags = personal(c.dream, *c.tags);
    if (!edited.isTextChanged && edited.title == dream->title && edited.kind == dream->kind
        && edited.tags == dream->tags)
        return done();
    world.tell(edited);
    if (edited.isTextChanged)
        world.tell(Versioned{c.dream, edited.version, edited.title, edited.body, edited.bytes,
                             world.now()});
    return done();
}

Outcome Dreams::decide(const Memory &memory, const Archive &c, World &world)
{
    const Dream *dream = memory.dreams.find(c.dream);
    if (!dream)
        return noSuch();
    if (dream->state == dreams::State::Archived)
        return done();
    world.tell(Archived{c.dream});
    return done();
}

Outcome Dreams::decide(const Memory &memory, const Unarchive &c, World &world)
{
    const Dream *dream = memory.dreams.find(c.dream);
    if (!dream)
        return noSuch();
    if (dream->state != dreams::State::Archived)
        return done();
    world.tell(Unarchived{c.dream});
    return done();
}

Outcome Dreams::decide(const Memory &memory, const Erase &c, World &world)
{
    if (!memory.dreams.find(c.dream))
        return noSuch();
    world.tell(Erased{c.dream});
    return done();
}

Outcome Dreams::decide(const Memory &memory, const Assess &c, World &world)
{
    if (!memory.dreams.find(c.dream))
        return noSuch();
    world.tell(Assessed{c.dream, c.state, c.score, c.form, c.language});
    return done();
}

void Dreams::evolve(Memory &memory, const Created &f, const Moment &)
{
    memory.byBody.put(f.dream.body, f.dream.id.value);
    memory.dreams.put(f.dream);
}

void Dreams::evolve(Memory &memory, const Edited &f, const Moment &moment)
{
    if (const Dream *old = memory.dreams.find(f.dream); old && old->body != f.body) {
        memory.byBody.erase(old->body);
        memory.byBody.put(f.body, f.dream.value);
    }
    memory.dreams.change(f.dream, [&](Dream &dream) {
        dream.title = f.title;
        dream.kind = f.kind;
        dream.tags = f.tags;
        dream.body = f.body;
        dream.bytes = f.bytes;
        dream.version = f.version;
        dream.changed = moment.now;
        if (f.isTextChanged)
            dream.state = dreams::State::New;
    });
}

void Dreams::evolve(Memory &memory, const Archived &f, const Moment &moment)
{
    memory.dreams.change(f.dream, [&](Dream &dream) {
        dream.state = dreams::State::Archived;
        dream.changed = moment.now;
    });
}

void Dreams::evolve(Memory &memory, const Unarchived &f, const Moment &moment)
{
    memory.dreams.change(f.dream, [&](Dream &dream) {
        dream.state = dream.score.value >= 0 ? dreams::State::Understood : dreams::State::New;
        dream.changed = moment.now;
    });
}

void Dreams::evolve(Memory &memory, const Erased &f, const Moment &)
{
    if (const Dream *dream = memory.dreams.find(f.dream))
        memory.byBody.erase(dream->body);
    memory.dreams.erase(f.dream);
}

void Dreams::evolve(Memory &memory, const Assessed &f, const Moment &moment)
{
    memory.dreams.change(f.dream, [&](Dream &dream) {
        if (dream.state != dreams::State::Archived)
            dream.state = f.state;
        if (f.score.value >= 0)
            dream.score = f.score;
        if (!f.form.empty())
            dream.form = f.form;
        if (!f.language.empty())
            dream.language = f.language;
        dream.changed = moment.now;
    });
}

void Dreams::rebuild(Memory &memory)
{
    memory.byBody.clear();
    for (const auto &[key, dream] : memory.dreams.rows())
        memory.byBody.put(dream.body, key);
}

void Dreams::vitals(const Memory &memory, Vitals &vitals)
{
    vitals.push_back({"dreams", static_cast<std::int64_t>(memory.dreams.size()), "count"});
    vitals.push_back({"memory",
                      static_cast<std::int64_t>(memory.dreams.size() * (sizeof(Dream) + 128)),
                      "bytes"});
}

}  // namespace dreams
