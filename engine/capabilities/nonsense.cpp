#include "capabilities/nonsense.h"

#include "capabilities/remembered.h"
#include "text/lettermodel.h"
#include "text/unicode.h"
#include "text/wordmodel.h"

#include <algorithm>
#include <array>
#include <utility>
#include <vector>

namespace capabilities {
namespace {

using text::Document;
using text::Token;

constexpr std::uint32_t shuffledPairsMin = 18;
constexpr std::size_t drawnFrom = 3;  // the same sign more often than this in a row is a line
constexpr double shuffledAffinity = -0.2;
constexpr std::size_t tokensMax = 1500;  // a sample is enough, and keeps long texts cheap
constexpr std::size_t shownMax = 20'000;

constexpr auto isAsciiWord = [] {
    std::array<bool, 256> table{};
    for (int c = 0; c < 128; ++c)
        table[static_cast<std::size_t>(c)] =
            (c >= '0' && c <= '9') || ((c | 0x20) >= 'a' && (c | 0x20) <= 'z');
    return table;
}();

// Letters and digits among the characters that are not blank; a drawn line counts as its first characters.
double letterShare(const Document &document)
{
    const std::string_view text = document.text();
    std::size_t letters = 0;
    std::size_t shown = 0;
    char32_t before = 0;
    std::size_t run = 0;
    for (std::size_t at = 0; at < text.size() && shown < shownMax;) {
        std::size_t end = at;
        while (end < text.size() && isAsciiWord[static_cast<unsigned char>(text[end])])
            ++end;
        if (end > at) {  // counted, however often one comes
            const std::size_t count = std::min(end - at, shownMax - shown);
            shown += count;
            letters += count;
            before = static_cast<unsigned char>(text[end - 1]);
            at = end;
            continue;
        }
        const text::CodePoint point = text::decode(text, at);
        at += point.length;
        if (text::isSpace(point.value))
            continue;
        const bool isCounted =
            text::isLetter(point.value) || (point.value >= '0' && point.value <= '9');
        run = point.value == std::exchange(before, point.value) ? run + 1 : 1;
        if (!isCounted && run > drawnFrom)
            continue;
        ++shown;
        letters += isCounted;
    }
    return shown == 0 ? 0.0 : static_cast<double>(letters) / static_cast<double>(shown);
}

// A long word of very few letters: a key held down.
bool isHeldKey(std::string_view word)
{
    if (word.size() < 12)
        return false;
    std::array<char, 3> letters;
    std::size_t count = 0;
    for (const char c : word) {
        if (std::find(letters.begin(), letters.begin() + count, c) != letters.begin() + count)
            continue;
        if (count == letters.size())
            return false;
        letters[count++] = c;
    }
    return true;
}

struct Tally {
    std::uint32_t words = 0;
    std::uint32_t functionWords = 0;
    std::uint32_t judged = 0;
    std::uint32_t known = 0;
    double surprise = 0;
    std::uint32_t surprised = 0;
    std::uint32_t repeats = 0;  // the same word twice in a row
    std::uint32_t latinFiller = 0;
    std::uint32_t heldKeys = 0;
};

// A capital in the midst of a sentence is a name everywhere but in German.
bool looksLikeName(const Document &document, const Token &token)
{
    return token.has(text::tokenIsCapitalised) && !token.has(text::tokenStartsSentence)
           && document.language() != text::Language::de;
}

Tally tallyOf(const Document &document, Sense &sense)
{
    Tally tally;
    const text::Language language = document.language();
    std::vector<bool> isSeen(document.forms().size(), false);
    std::vector<int> surprises(document.forms().size(), -1);
    std::vector<std::int8_t> isKnown(document.stems().size(), -1);
    std::uint32_t distinct = 0;
    std::uint32_t sampled = 0;
    std::uint32_t before = 0xFFFFFFFF;
    for (const Token &token : document.tokens()) {
        if (tally.words >= tokensMax)
            break;
        if (!token.isWord() || token.has(text::tokenInCode))
            continue;
        ++tally.words;
        tally.repeats += token.form == before;
        before = token.form;
        if (sampled < 200) {
            ++sampled;
            distinct += !isSeen[token.form];
            isSeen[token.form] = true;
        }
        const std::string_view form = document.formText(token.form);
        tally.heldKeys += isHeldKey(form);
        tally.latinFiller +=
            form == "ipsum" || form == "amet" || form == "consectetur" || form == "adipiscing";
        if (token.has(text::tokenIsStopWord) && language != text::Language::und) {
            ++tally.functionWords;
            continue;
        }
        if (looksLikeName(document, token))
            continue;
        int &surprise = surprises[token.form];
        if (surprise < 0)
            surprise = text::letterSurprise(language, form);
        if (surprise == 0)
            continue;  // another script: nothing can be said
        tally.surprise += surprise / 1000.0;
        ++tally.surprised;
        if (token.has(text::tokenHasDigit))
            continue;
        ++tally.judged;
        std::int8_t &known = isKnown[token.stem];
        if (known < 0)
            known = text::isKnownStem(language, document.stemText(token.stem));
        tally.known += known > 0;
    }
    sense.variety = sampled == 0 ? 0 : static_cast<double>(distinct) / sampled;
    sense.contentWords = tally.judged;
    sense.known = tally.judged == 0 ? 1.0 : static_cast<double>(tally.known) / tally.judged;
    sense.surprise = tally.surprised == 0 ? 0 : tally.surprise / tally.surprised;
    sense.functionShare =
        tally.words == 0 ? 0 : static_cast<double>(tally.functionWords) / tally.words;
    return tally;
}

void measureAffinity(const Document &document, Sense &sense)
{
    const text::Language language = document.language();
    if (language == text::Language::und)
        return;
    const auto tokens = document.tokens();
    const std::int8_t *affinities = text::classAffinities(language);
    std::vector<std::int16_t> classes(document.forms().size(), -1);
    const auto classOf = [&](const Token &token) {
        if (token.isNumber())
            return static_cast<int>(text::classNumber);
        std::int16_t &known = classes[token.form];
        if (known < 0)
            known = static_cast<std::int16_t>(text::wordClass(language, document.formOf(token)));
        return static_cast<int>(known);
    };
    int sum = 0;
    for (std::size_t i = 1; i < std::min(tokens.size(), tokensMax); ++i) {
        if (!tokens[i].has(text::tokenFollowsSpace))
            continue;
        sum += text::classAffinity(affinities, classOf(tokens[i - 1]), classOf(tokens[i]));
        ++sense.pairs;
    }
    sense.affinity = sense.pairs == 0 ? 0 : sum / 10.0 / sense.pairs;
}

Sense judged(const Document &document)
{
    Sense sense;
    const Tally tally = tallyOf(document, sense);
    measureAffinity(document, sense);
    const bool isOtherScript = tally.surprised == 0 && tally.functionWords == 0 && tally.words > 0;
    const bool isListed = std::ranges::any_of(document.blocks(), [](const text::Block &block) {
        return block.kind == text::BlockKind::tableRow || block.kind == text::BlockKind::code;
    });
    if (tally.words == 0 && document.tokens().size() < 3)
        sense.sign = NonsenseSign::empty;
    else if (letterShare(document) < (isListed ? 0.35 : 0.62))
        sense.sign = NonsenseSign::symbols;
    else if (tally.heldKeys * 4 > tally.words)
        sense.sign = NonsenseSign::mash;
    else if (tally.latinFiller >= 2)
        sense.sign = NonsenseSign::invented;
    else if (isOtherScript)
        sense.sign = NonsenseSign::none;
    else if (sense.surprise > 3.55 && sense.known < 0.35 && tally.functionWords * 5 < tally.words
             && tally.surprised > 0)
        sense.sign = NonsenseSign::mash;
    else if (tally.words >= 12
             && (sense.variety < 0.22 || (tally.repeats * 3 > tally.words)
                 || (sense.variety < 0.3 && tally.words < 60)))
        sense.sign = NonsenseSign::repetition;
    else if (sense.contentWords >= 5 && sense.known < 0.27
             && document.language() != text::Language::und)
        sense.sign = NonsenseSign::invented;
    // Fewer pairs than a few sentences have say nothing: lists and notes without verbs look alike.
    else if (sense.pairs >= shuffledPairsMin && sense.functionShare > 0.32
             && sense.affinity < shuffledAffinity)
        sense.sign = NonsenseSign::shuffled;
    return sense;
}

}  // namespace

Sense senseOf(const Document &document)
{
    return *remembered(document, {}, [&] { return judged(document); });
}

}  // namespace capabilities
