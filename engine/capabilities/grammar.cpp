#include "capabilities/grammar.h"

#include "text/escape.h"
#include "text/unicode.h"

namespace capabilities {

namespace {

constexpr int depthMax = 24;
constexpr std::size_t writtenMax = 100'000;

bool isVowel(char c)
{
    return std::string_view("aeiouAEIOU").find(c) != std::string_view::npos;
}

std::string altered(std::string word, std::string_view modifier)
{
    if (word.empty())
        return word;
    const char last = word.back(), before = word.size() > 1 ? word[word.size() - 2] : ' ';
    if (modifier == "capitalize" && word[0] >= 'a' && word[0] <= 'z')
        word[0] = char(word[0] - 32);
    else if (modifier == "a")
        word.insert(0, isVowel(word[0]) ? "an " : "a ");
    else if (modifier == "s")
        word += last == 'y' && !isVowel(before) ? (word.pop_back(), "ies")
                : last == 's' || last == 'x' || last == 'h' || last == 'z' ? "es"
                                                                           : "s";
    else if (modifier == "ed")
        word += last == 'y' && !isVowel(before) ? (word.pop_back(), "ied")
                : last == 'e'                   ? "d"
                                                : "ed";
    return word;
}

}  // namespace

std::string Grammar::symbol(std::string_view tag, Chance &chance, int depth)
{
    const std::string_view name = tag.substr(0, tag.find('.'));
    const auto found = rules.find(name);
    if (found == rules.end() || found->second.empty()) {
        fault = text::cleanLine(name, 40);
        return {};
    }
    const std::string rule = found->second[chance.below(found->second.size())];
    std::string words = expand(rule, chance, depth + 1);
    for (std::string_view rest = tag.substr(name.size()); !rest.empty();) {
        rest.remove_prefix(1);
        const std::string_view modifier = rest.substr(0, rest.find('.'));
        words = altered(std::move(words), modifier);
        rest.remove_prefix(modifier.size());
    }
    return words;
}

std::string Grammar::expand(std::string_view rule, Chance &chance, int depth)
{
    if (depth > depthMax)
        fault = "too deep";
    std::string out;
    for (std::size_t at = 0; at < rule.size() && fault.empty();) {
        const char end = rule[at] == '#' ? '#' : ']';
        const std::size_t close =
            rule[at] == '#' || rule[at] == '[' ? rule.find(end, at + 1) : std::string_view::npos;
        if (close == std::string_view::npos) {
            out.push_back(rule[at++]);
            if (++m_written > writtenMax)
                fault = "too long";
            continue;
        }
        const std::string_view inner = rule.substr(at + 1, close - at - 1);
        at = close + 1;
        if (end == '#') {
            out += symbol(inner, chance, depth);
            if (++m_written > writtenMax || out.size() > writtenMax)
                fault = "too long";
        } else if (const std::size_t colon = inner.find(':'); colon != std::string_view::npos) {
            std::string kept = expand(inner.substr(colon + 1), chance, depth + 1);
            rules[std::string(inner.substr(0, colon))] = {std::move(kept)};
        }
    }
    return out;
}

}  // namespace capabilities
