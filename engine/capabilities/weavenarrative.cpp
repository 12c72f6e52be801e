// weave-narrative: a theme, a seed and a cast become a story, a list of names or slogans. Stories
// and slogans grow from a replacement grammar (Tracery, ICIDS 2015), the caller's own in
// params.grammar or a small one of ours; names come from a Markov chain of order 2 over the letters
// of examples (Shannon 1948) and are never one of them. params.kind "story" (default), "names",
// "slogans"; params.theme, else the text's first heading; params.cast; params.count (10);
// params.examples; params.language "en" or "de". Nothing here is random but by the seed.
// Thread contract: pure.
#include "capabilities/grammar.h"
#include "capabilities/reader.h"
#include "text/escape.h"
#include "text/unicode.h"

#include <set>

namespace capabilities {

namespace {

namespace json = boost::json;

constexpr std::size_t rulesMax = 400, castMax = 20, countMax = 100, examplesMax = 2000;
constexpr char32_t edge = U'\0';

using Rules = std::map<std::string, std::vector<std::string>, std::less<>>;

Rules englishRules()
{
    return {
        {"origin", {"#opening# #turn# #trial# #ending#"}},
        {"opening",
         {"#time.capitalize#, #hero# could think of nothing but #theme#.",
          "It was #hero# who first spoke of #theme#, #time#.",
          "Nobody had asked #hero# about #theme#, and that is how it began."}},
        {"time", {"one morning", "late in the year", "when the rain had stopped", "at low tide"}},
        {"turn",
         {"Then #other# came with #thing.a# and #doubt#.",
          "#other.capitalize# laughed at first, and then brought #thing.a#.",
          "On the third day #other# found #thing.a# where none had been."}},
        {"thing", {"map", "old key", "letter", "lantern", "empty jar", "rope"}},
        {"doubt", {"a question nobody liked", "no good news", "more courage than sense"}},
        {"trial",
         {"What stood in the way was #obstacle#, and they #deed# it together.",
          "They met #obstacle#; it took them all night, but they #deed# it."}},
        {"obstacle",
         {"the cold", "a locked door", "their own haste", "a rule older than they were"}},
        {"deed", {"passed", "outlasted", "talked their way past"}},
        {"ending",
         {"In the end #theme# was smaller than they had hoped, and it was theirs.",
          "When #hero# looked back, #theme# had already begun.",
          "#other.capitalize# keeps the #keepsake# still, to remember #theme#."}},
        {"keepsake", {"key", "letter", "first stone", "drawing"}},
        {"slogan",
         {"#theme.capitalize#: #promise#.", "#promise.capitalize#, with #theme#.",
          "#verb.capitalize# #theme#. #promise.capitalize#."}},
        {"promise",
         {"made to last", "closer than you think", "for everyone who waits", "one step at a time",
          "where it all begins", "better together"}},
        {"verb", {"share", "grow", "begin", "keep", "discover"}},
    };
}

Rules germanRules()
{
    return {
        {"origin", {"#opening# #turn# #trial# #ending#"}},
        {"opening",
         {"Es war #hero#, von #hero# kam der Gedanke: #theme#.",
          "Niemand hatte #hero# gefragt, und so fing es an: #theme#."}},
        {"turn", {"Dann kam #other# und brachte #thing#.", "Am dritten Tag fand #other# #thing#."}},
        {"thing", {"eine Karte", "einen alten Schlüssel", "einen Brief", "ein leeres Glas"}},
        {"trial",
         {"Im Weg stand #obstacle#, und sie gingen gemeinsam weiter.",
          "Es kam #obstacle#; sie brauchten die ganze Nacht und blieben dabei."}},
        {"obstacle", {"die Kälte", "eine verschlossene Tür", "die eigene Eile"}},
        {"ending",
         {"Am Ende war es kleiner als gehofft, und es gehörte ihnen: #theme#.",
          "Als #hero# zurücksah, hatte es längst begonnen."}},
        {"slogan", {"#theme#: #promise#.", "#theme#. Denn #promise#."}},
        {"promise", {"gemeinsam geht es weiter", "hier fängt es an", "gut Ding hat Zeit"}},
    };
}

struct Wish {
    std::string kind, theme, language;
    std::vector<std::string> cast, examples;
    std::size_t count = 10;
    Grammar grammar;
};

void readGrammar(Reader &in, const Run &run, Wish &wish)
{
    wish.grammar.rules = wish.language == "de" ? germanRules() : englishRules();
    const json::object &own = objectOf(run.params, "grammar");
    if (own.size() > rulesMax)
        in.tooMany("grammar", rulesMax);
    for (const auto &rule : own) {
        auto &list = wish.grammar.rules[rule.key()];
        if (rule.value().is_string())
            list = {std::string(rule.value().get_string())};
        else
            list = in.words(own, rule.key(), rulesMax, 2000);
    }
    // words of the caller are words, never rules
    const auto plain = [](std::string words) {
        std::erase_if(words, [](char c) { return c == '#' || c == '[' || c == ']'; });
        return words;
    };
    if (!wish.theme.empty())
        wish.grammar.rules["theme"] = {plain(wish.theme)};
    if (wish.cast.empty())
        wish.cast = wish.language == "de" ? std::vector<std::string>{"Mara", "der Nachbar"}
                                          : std::vector<std::string>{"Mara", "the neighbour"};
    for (std::string &name : wish.cast)
        name = plain(name);
    wish.grammar.rules.try_emplace("cast", wish.cast);
}

// The first of the cast leads; who comes second is drawn, so that every one may.
void castRoles(Wish &wish, Chance &chance)
{
    const std::size_t other = wish.cast.size() > 1 ? 1 + chance.below(wish.cast.size() - 1) : 0;
    wish.grammar.rules["hero"] = {wish.cast[0]};
    wish.grammar.rules["other"] = {wish.cast[other]};
}

std::u32string lettersOf(std::string_view word)
{
    std::u32string out = text::codePoints(text::folded(word));
    std::erase_if(out, [](char32_t point) { return !text::isLetter(point); });
    return out;
}

// Names of letters that follow each other in the examples as they do there.
std::vector<std::string> coinNames(const Wish &wish, Chance &chance, const std::stop_token &stop)
{
    std::map<std::u32string, std::u32string> next;  // two letters, all that came after them
    std::set<std::u32string> known;
    for (const std::string &example : wish.examples) {
        const std::u32string letters = lettersOf(example);
        if (letters.empty())
            continue;
        known.insert(letters);
        std::u32string last(2, edge);
        for (const char32_t letter : letters + edge) {
            next[last].push_back(letter);
            last = {last[1], letter};
        }
    }
    std::vector<std::string> names;
    if (next.empty())
        return names;
    for (int attempt = 0; attempt < 20'000 && names.size() < wish.count; ++attempt) {
        if (stop.stop_requested())
            return {};
        std::u32string last(2, edge), word;
        while (word.size() < 16) {
            const std::u32string &choices = next.at(last);
            const char32_t letter = choices[chance.below(choices.size())];
            if (letter == edge)
                break;
            word.push_back(letter);
            last = {last[1], letter};
        }
        if (word.size() < 3 || word.size() > 12 || !known.insert(word).second)
            continue;
        std::string name;
        for (const char32_t letter : word)
            text::appendUtf8(name, letter);
        if (name[0] >= 'a' && name[0] <= 'z')
            name[0] = char(name[0] - 32);
        names.push_back(std::move(name));
    }
    return names;
}

json::array grown(Wish &wish, Chance &chance, const Run &run)
{
    std::set<std::string> lines;
    json::array out;
    const std::string start = wish.kind == "story" ? "#origin#" : "#slogan#";
    const std::size_t count = wish.kind == "story" ? 1 : wish.count;
    for (std::size_t attempt = 0; attempt < count * 20 && out.size() < count; ++attempt) {
        if (run.stop.stop_requested() || !wish.grammar.fault.empty())
            break;
        castRoles(wish, chance);
        std::string line = wish.grammar.expand(start, chance);
        if (lines.insert(line).second)
            out.emplace_back(std::move(line));
    }
    return out;
}

Result run(const Run &run)
{
    Reader in(run);
    Wish wish;
    wish.kind = in.wordOr(run.params, "kind", "story");
    wish.language = in.wordOr(run.params, "language", "en");
    wish.theme = in.wordOr(run.params, "theme", {});
    wish.cast = in.words(run.params, "cast", castMax);
    wish.examples = in.words(run.params, "examples", examplesMax, 60);
    wish.count = std::size_t(in.integer(run.params, "count", 1, countMax, 10));
    if (wish.theme.empty())
        wish.theme = text::titleOf(run.input("text"));
    if (wish.kind != "story" && wish.kind != "names" && wish.kind != "slogans")
        in.bad("kind", wish.kind);
    if (wish.kind == "names" && wish.examples.empty())
        in.missing("examples");
    if (wish.kind != "names" && wish.theme.empty() && !run.params.contains("grammar"))
        in.missing("theme");
    readGrammar(in, run, wish);
    if (in.isBad())
        return in.failure();
    Chance chance(run.seed);
    json::array items;
    if (wish.kind == "names")
        for (std::string &name : coinNames(wish, chance, run.stop))
            items.emplace_back(std::move(name));
    else
        items = grown(wish, chance, run);
    if (run.stop.stop_requested())
        return stopped();
    if (!wish.grammar.fault.empty())
        return Result::refuse("weavenarrative.badGrammar", {{"name", wish.grammar.fault}});
    Result result;
    result.figures["items"] = std::int64_t(items.size());
    result.labels["kind"] = wish.kind;
    result.outputs.push_back(
        jsonArtefact("narrative", json::object{{"items", std::move(items)}, {"kind", wish.kind}}));
    return result;
}

}  // namespace

extern const Capability weaveNarrative;
const Capability weaveNarrative = {
    .name = "weave-narrative",
    .version = "1.0.0",
    .source = "Tracery (Compton, Kybartas, Mateas 2015); Markov chain of order 2 (Shannon 1948)",
    .run = run,
};

}  // namespace capabilities
