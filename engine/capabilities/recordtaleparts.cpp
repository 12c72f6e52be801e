#include "capabilities/recordtaleparts.h"
#include "capabilities/recordtalewords.h"

#include "capabilities/recordvalues.h"

#include <algorithm>

namespace capabilities::record {

namespace json = boost::json;

namespace {

constexpr std::size_t npos = std::string_view::npos;
using text::Token;

struct Phrase {
    std::uint32_t first = 0, last = 0;  // tokens
};

std::string shown(const text::Document &document, Phrase phrase)
{
    const Token &first = document.tokens()[phrase.first];
    const Token &last = document.tokens()[phrase.last];
    std::string out = document.plain(text::Span{first.start, last.end() - first.start});
    std::replace(out.begin(), out.end(), '\n', ' ');
    return out;
}

// The head noun after an article: the telling words in a row. In German it is the capitalised one.
Phrase nounAfter(const text::Document &document, std::uint32_t article)
{
    const auto tokens = document.tokens();
    const bool isGerman = document.language() == text::Language::de;
    const bool isRomance =
        document.language() == text::Language::es || document.language() == text::Language::fr;
    const std::size_t wordsMax = isRomance ? 2 : 3;
    std::uint32_t last = article;
    std::size_t count = 0;
    for (std::uint32_t i = article + 1; i < tokens.size() && count < wordsMax; ++i) {
        const Token &token = tokens[i];
        if (!token.has(text::tokenFollowsSpace) || token.has(text::tokenIsStopWord)
            || !token.isWord())
            break;
        last = i;
        ++count;
        if (isGerman && token.has(text::tokenIsCapitalised))
            break;
    }
    if (isRomance
        && count == 2)  // "un contrôleur endormi" but "una campana sonaba": an ending decides
        last = article + 1 + (document.formText(tokens[article + 2].form).ends_with("ba") ? 0 : 1);
    return {article, last};
}

bool isEnglishVerb(const text::Document &document, std::uint32_t token)
{
    const std::string_view form = document.formText(document.tokens()[token].form);
    return form.size() > 4 && (form.ends_with("ed") || form.ends_with("ing"));
}

// what comes before a scene
constexpr std::string_view sceneCues[] = {
    "i was in ",     "i was on ",         "i was at ",         "i am in ",
    "i am back in ", "i stood in ",       "i stood on ",       "we were in ",
    "we were on ",   "dreamt of ",        "dreamed of ",       "dreamt i was in ",
    "exam in ",      "back in ",          "it was in ",        "inside ",
    "ich war in ",   "ich war auf ",      "ich war im ",       "ich stand auf ",
    "ich stand in ", "ich stand im ",     "ich stand am ",     "wir waren in ",
    "es war ",       "geträumt: ",        "ich träumte von ",  "ich träumte, ich sei in ",
    "ich saß in ",   "ich saß im ",       "soñé con ",         "soñé que estaba en ",
    "estaba en ",    "yo estaba en ",     "estábamos en ",     "caminaba por ",
    "volvía a ",     "j'étais dans ",     "j'étais sur ",      "j'étais à ",
    "j'étais au ",   "nous étions dans ", "je marchais dans ", "je me trouvais dans ",
    "c'était dans ", "rêvé d'",           "rêvé de "};

}  // namespace

std::string sceneOf(const Outline &outline)
{
    std::size_t best = npos;
    std::string out;
    std::size_t seen = 0;
    for (const Line &line : outline.lines) {
        if (line.kind != LineKind::sentence && line.kind != LineKind::field)
            continue;
        if (++seen > 6 || !out.empty())
            break;
        const std::string lower = lowered(line.text);
        for (const std::string_view cue : sceneCues) {
            const std::size_t at = lower.find(cue);
            if (at == npos || at >= best || (at > 0 && isWordByte(lower[at - 1])))
                continue;
            best = at;
            std::string_view rest = std::string_view(line.text).substr(at + cue.size());
            std::size_t end = rest.find_first_of(",.;:!?");
            for (const std::string_view stop :
                 {" and ", " und ", " y ", " et ", " where ", " wo ", " donde ", " où ", " on ",
                  " with ", " that ", " ohne ", " mit ", " con "}) {
                const std::size_t stopAt = rest.find(stop);
                const bool isPart =
                    stop == " ohne " || stop == " mit " || stop == " with " || stop == " con ";
                if (!isPart)
                    end = std::min(end, stopAt);
            }
            out = withoutEnd(rest.substr(0, end));
        }
        best = npos;
    }
    if (!out.empty())
        return out;
    // else the first phrase after a word of place
    for (const Line &line : outline.lines) {
        const std::string lower = lowered(line.text);
        for (const std::string_view cue :
             {" in the ", " in a ", " at the ", " in der ", " im ", " in einem ", " in einer ",
              " auf dem ", " en la ", " en el ", " en un ", " en una ", " dans un ", " dans une ",
              " dans la ", " dans le ", " sur la "}) {
            const std::size_t at = lower.find(cue);
            if (at == npos || line.kind == LineKind::title)
                continue;
            const std::string_view rest =
                std::string_view(line.text).substr(at + 1 + cue.find(' ', 1));
            std::size_t words = 0, end = 0;
            while (end < rest.size() && std::string_view(",.;:!?").find(rest[end]) == npos
                   && (rest[end] != ' ' || ++words < 4))
                ++end;
            return std::string(withoutEnd(rest.substr(0, end)));
        }
    }
    return {};
}

json::array personsOf(const Outline &outline)
{
    const text::Document &document = *outline.document;
    const auto tokens = document.tokens();
    json::array out;
    std::vector<std::string> known;
    const auto push = [&](std::string name) {
        const std::string lower = lowered(name);
        const bool isDouble =
            std::any_of(known.begin(), known.end(), [&](const std::string &other) {
                return other.find(lower) != npos || lower.find(other) != npos;
            });
        if (!isDouble && out.size() < 12) {
            known.push_back(lower);
            out.emplace_back(std::move(name));
        }
    };
    for (std::string &name : peopleOf(outline))
        push(std::move(name));
    for (std::uint32_t i = 0; i + 1 < tokens.size(); ++i) {
        const std::string_view form = document.formText(tokens[i].form);
        const bool isOwn = possessives().contains(form);
        const bool isSome = indefinites().contains(form);
        const bool isThe = definites().contains(form);
        if (!isOwn && !isSome && !isThe)
            continue;
        for (std::uint32_t k = i + 1; k < std::min<std::size_t>(i + 3, tokens.size()); ++k) {
            if (!tokens[k].has(text::tokenFollowsSpace))
                break;
            const std::string_view word = document.formText(tokens[k].form);
            const bool isKin = kin().contains(word)
                               && (isOwn || (isThe && document.language() == text::Language::es));
            if (isKin || (isSome && strangers().contains(word))) {
                push(shown(document, {i, k}));
                break;
            }
        }
    }
    return out;
}

json::array symbolsOf(const Outline &outline)
{
    const text::Document &document = *outline.document;
    const auto tokens = document.tokens();
    constexpr std::size_t symbolsMax = 5;
    json::array out;
    std::vector<std::string> known;
    const std::string scene = lowered(sceneOf(outline));
    for (std::uint32_t i = 0; i + 1 < tokens.size() && out.size() < symbolsMax; ++i) {
        if (!indefinites().contains(document.formText(tokens[i].form)))
            continue;
        Phrase phrase = nounAfter(document, i);
        while (phrase.last > phrase.first + 1 && isEnglishVerb(document, phrase.last)
               && document.language() == text::Language::en)
            --phrase.last;
        if (phrase.last == phrase.first)
            continue;
        ++phrase.first;  // without its article
        const std::string words = shown(document, phrase);
        const std::string lower = lowered(words);
        bool isPerson = false;
        for (std::uint32_t k = phrase.first; k <= phrase.last; ++k) {
            const std::string_view form = document.formText(tokens[k].form);
            isPerson |=
                kin().contains(form) || strangers().contains(form) || feelingStems().contains(form);
        }
        const bool isPlace = scene.find(lower) != npos;
        const bool isTime = looseDayIn(words) || lower == "bit" || lower == "time"
                            || lower == "moment" || lower == "while" || lower == "kind"
                            || lower == "lot";
        const bool isKnown = std::find(known.begin(), known.end(), lower) != known.end();
        if (isPerson || isPlace || isTime || isKnown || words.size() < 3)
            continue;
        known.push_back(lower);
        out.emplace_back(words);
    }
    if (!out.empty())
        return out;
    // no article to go by: the words said most often
    std::vector<std::uint32_t> forms;
    for (std::uint32_t form = 0; form < document.forms().size(); ++form) {
        const text::Form &entry = document.forms()[form];
        if (!(entry.flags & text::tokenIsStopWord) && (entry.flags & text::tokenHasLetter)
            && entry.length > 4)
            forms.push_back(form);
    }
    std::stable_sort(forms.begin(), forms.end(), [&](std::uint32_t a, std::uint32_t b) {
        return document.forms()[a].count > document.forms()[b].count;
    });
    for (std::size_t i = 0; i < std::min<std::size_t>(forms.size(), 3); ++i)
        out.emplace_back(document.formText(forms[i]));
    return out;
}

json::array feelingsOf(const Outline &outline)
{
    const text::Document &document = *outline.document;
    json::array out;
    if (const Line *line = fieldNamed(
            outline,
            "feeling|feelings|mood|gefühl|gefühle|stimmung|sentimientos|emociones|sentiments|"
            "émotions")) {
        for (const std::string &part : listed(line->value))
            out.emplace_back(part);
        return out;
    }
    std::vector<std::uint32_t> known;
    for (const Token &token : document.tokens()) {
        if (!feelingStems().contains(document.formText(token.form)) || out.size() == 6
            || std::find(known.begin(), known.end(), token.form) != known.end())
            continue;
        known.push_back(token.form);
        out.emplace_back(document.slice(token.start, token.length));
    }
    return out;
}

std::string endingOf(const Outline &outline)
{
    static constexpr std::string_view cues[] = {
        "woke",       "wake",     "waking",      "alarm",           "opened my eyes",
        "aufgewacht", "wachte",   "erwachte",    "wecker",          "aufgeschreckt",
        "desperté",   "despertó", "despertador", "abrí los ojos",   "réveil",
        "réveillée",  "réveillé", "réveillai",   "me suis réveillé"};
    const Line *last = nullptr;
    for (auto line = outline.lines.rbegin(); line != outline.lines.rend(); ++line) {
        if (line->kind != LineKind::sentence && line->kind != LineKind::field)
            continue;
        last = last ? last : &*line;
        const std::string lower = lowered(line->text);
        for (const std::string_view cue : cues) {
            if (hasWord(lower, cue))
                return std::string(trimmed(line->text));
        }
    }
    return last ? std::string(trimmed(last->text)) : std::string();
}

bool isFeeling(std::string_view sentence)
{
    static constexpr std::string_view cues[] = {"i am ",
                                                "i'm ",
                                                "i feel ",
                                                "i felt ",
                                                "ich bin ",
                                                "ich fühle ",
                                                "ich habe angst",
                                                "estoy ",
                                                "me siento ",
                                                "je suis ",
                                                "je me sens ",
                                                "grateful",
                                                "nothing to report",
                                                "not sure"};
    const std::string lower = lowered(sentence);
    return std::any_of(std::begin(cues), std::end(cues),
                       [&](std::string_view cue) { return lower.starts_with(cue); });
}

std::string moodInProse(const Outline &outline)
{
    static constexpr std::string_view cues[] = {
        "i am ",    "i'm ",        "i feel ",         "i felt ",
        "feeling ", "ich bin ",    "ich fühle mich ", "ich fühlte mich ",
        "ich war ", "estoy ",      "me siento ",      "estaba ",
        "je suis ", "je me sens ", "j'étais ",        "i was "};
    for (const Line &line : outline.lines) {
        const std::string lower = lowered(line.text);
        for (const std::string_view cue : cues) {
            const std::size_t at = findWord(lower, cue.substr(0, cue.size() - 1));
            if (at == npos || at + cue.size() >= lower.size())
                continue;
            const std::string_view rest = std::string_view(line.text).substr(at + cue.size());
            std::size_t end = rest.find_first_of(",.;:!?");
            for (const std::string_view stop : {" that ", " because ", " dass ", " weil ",
                                                " porque ", " que ", " parce ", " when ", " to "})
                end = std::min(end, rest.find(stop));
            const std::string words(withoutEnd(rest.substr(0, end)));
            const std::string wordsLower = lowered(words);
            const bool isShort = std::count(words.begin(), words.end(), ' ') <= 4 && !words.empty();
            bool hasFeeling = wordsLower.find("over the moon") != npos;
            std::size_t from = 0;
            while (from <= wordsLower.size()) {
                const std::size_t to = std::min(wordsLower.find(' ', from), wordsLower.size());
                hasFeeling |=
                    feelingStems().contains(std::string_view(wordsLower).substr(from, to - from));
                from = to + 1;
            }
            if (isShort && hasFeeling)
                return words;
        }
    }
    return {};
}

}  // namespace capabilities::record
