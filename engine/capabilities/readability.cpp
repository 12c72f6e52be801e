#include "capabilities/readability.h"

#include "text/unicode.h"

#include <algorithm>
#include <vector>

namespace capabilities {
namespace {

bool isVowel(char32_t c)
{
    switch (c) {
    case 'a':
    case 'e':
    case 'i':
    case 'o':
    case 'u':
    case 'y':
    case U'ä':
    case U'ö':
    case U'ü':
    case U'á':
    case U'é':
    case U'í':
    case U'ó':
    case U'ú':
    case U'à':
    case U'è':
    case U'ù':
    case U'â':
    case U'ê':
    case U'î':
    case U'ô':
    case U'û':
    case U'ë':
    case U'ï':
    case U'œ':
    case U'æ': return true;
    default: return false;
    }
}

bool isStrongSpanish(char32_t c)
{
    return c == 'a' || c == 'e' || c == 'o' || c == U'á' || c == U'é' || c == U'ó' || c == U'í'
           || c == U'ú';
}

// Two vowels beside each other that belong to different syllables.
bool isHiatus(text::Language language, char32_t first, char32_t second)
{
    switch (language) {
    case text::Language::es: return isStrongSpanish(first) && isStrongSpanish(second);
    case text::Language::de:
        // io, ie in "Nation" is left alone; ä, ö, ü never begin a diphthong except äu
        return (first == 'e' && (second == 'a' || second == 'o'))
               || (first == 'i' && (second == 'a' || second == 'o' || second == 'u'))
               || (first == 'u' && second == 'e');
    case text::Language::en:
        return (first == 'i' && (second == 'a' || second == 'o' || second == 'u'))
               || (first == 'e' && second == 'o')
               || (first == 'u' && (second == 'a' || second == 'o'));
    default: return first == U'é' || second == U'ï' || second == U'ë';
    }
}

// Endings whose e is silent.
int silentEndings(text::Language language, std::string_view form, int count)
{
    if (count <= 1)
        return 0;
    if (language == text::Language::fr)
        return form.ends_with('e') || form.ends_with("es") || form.ends_with("ent") ? 1 : 0;
    if (language != text::Language::en)
        return 0;
    const auto letterBefore = [&](std::size_t back) {
        return form.size() > back ? form[form.size() - 1 - back] : '\0';
    };
    if (form.ends_with('e') && !form.ends_with("le")
        && !isVowel(static_cast<unsigned char>(letterBefore(1))))
        return 1;
    if (form.ends_with("le") && isVowel(static_cast<unsigned char>(letterBefore(2))))
        return 1;  // "while", not "table"
    if (form.ends_with("ed") && letterBefore(2) != 't' && letterBefore(2) != 'd'
        && !isVowel(static_cast<unsigned char>(letterBefore(2))))
        return 1;
    const char before = letterBefore(2);
    if (form.ends_with("es") && before != 's' && before != 'x' && before != 'z' && before != 'h'
        && before != 'c' && before != 'g' && !isVowel(static_cast<unsigned char>(before)))
        return 1;
    return 0;
}

// ti, si or ci: what all the endings below begin with.
bool hasSoftI(std::string_view form)
{
    for (std::size_t i = 1; i < form.size(); ++i) {
        if (form[i] == 'i' && (form[i - 1] == 't' || form[i - 1] == 's' || form[i - 1] == 'c'))
            return true;
    }
    return false;
}

}  // namespace

int syllablesOf(text::Language language, std::string_view form)
{
    int count = 0;
    char32_t before = 0;
    for (std::size_t at = 0; at < form.size();) {
        const text::CodePoint point = text::decode(form, at);
        const char32_t c = point.value;
        at += point.length;
        const bool isConsonantY = c == 'y' && before == 0;
        const bool isQu = c == 'u' && before == 'q';
        if (isVowel(c) && !isConsonantY && !isQu) {
            if (!isVowel(before) || isHiatus(language, before, c))
                ++count;
            before = c;
        } else {
            before = isQu ? U'q' : (c == 'q' ? U'q' : U'x');
        }
    }
    // "tion", "sion", "cial": one syllable for i and what follows
    if (language == text::Language::en && hasSoftI(form)) {
        for (const std::string_view one :
             {"tion", "sion", "cial", "tial", "cious", "tious", "cian"})
            count -= form.find(one) != std::string_view::npos ? 1 : 0;
    }
    count -= silentEndings(language, form, count);
    return std::max(1, count);
}

double easeOf(text::Language language, double wordsPerSentence, double syllablesPerWord)
{
    switch (language) {
    case text::Language::de: return 180.0 - wordsPerSentence - 58.5 * syllablesPerWord;
    case text::Language::es: return 206.84 - 1.02 * wordsPerSentence - 60.0 * syllablesPerWord;
    case text::Language::fr: return 207.0 - 1.015 * wordsPerSentence - 73.6 * syllablesPerWord;
    default: return 206.835 - 1.015 * wordsPerSentence - 84.6 * syllablesPerWord;
    }
}

double fleschKincaidOf(double wordsPerSentence, double syllablesPerWord)
{
    return 0.39 * wordsPerSentence + 11.8 * syllablesPerWord - 15.59;
}

double gunningFogOf(double wordsPerSentence, double hardShare)
{
    return 0.4 * (wordsPerSentence + 100.0 * hardShare);
}

Readability readabilityOf(const text::Document &document)
{
    Readability made;
    const text::Language language = document.language();
    const int hardFrom = language == text::Language::de || language == text::Language::es ? 4 : 3;
    std::vector<std::uint8_t> syllables(document.forms().size(), 0);
    std::vector<bool> isSeen(document.forms().size(), false);
    std::uint32_t distinct = 0;
    std::uint32_t sampled = 0;
    for (const text::Sentence &sentence : document.sentences()) {
        std::uint32_t words = 0;
        for (const text::Token &token : document.tokensOf(sentence)) {
            if (!token.isWord())
                continue;
            ++words;
            std::uint8_t &count = syllables[token.form];
            if (count == 0)
                count = static_cast<std::uint8_t>(
                    std::min(250, syllablesOf(language, document.formText(token.form))));
            made.syllables += count;
            made.hardWords += count >= hardFrom;
            if (sampled < 200) {
                ++sampled;
                distinct += !isSeen[token.form];
                isSeen[token.form] = true;
            }
        }
        made.words += words;
        made.sentences += words > 0;
    }
    if (made.words == 0)
        return made;
    const double perSentence = static_cast<double>(made.words) / made.sentences;
    const double perWord = static_cast<double>(made.syllables) / made.words;
    made.wordsPerSentence = perSentence;
    made.ease = easeOf(language, perSentence, perWord);
    made.fleschKincaid = fleschKincaidOf(perSentence, perWord);
    made.gunningFog = gunningFogOf(perSentence, static_cast<double>(made.hardWords) / made.words);
    made.typeTokenRatio = static_cast<double>(distinct) / sampled;
    return made;
}

}  // namespace capabilities
