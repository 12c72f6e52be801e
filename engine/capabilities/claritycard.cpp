#include "capabilities/claritycard.h"

#include "capabilities/imagery.h"
#include "capabilities/neighbours.h"
#include "text/wordset.h"

#include <algorithm>
#include <cmath>

namespace capabilities {
namespace {

using text::BlockKind;
using text::Document;
using text::Token;

constexpr std::size_t flaggedMax = 50;
constexpr std::uint32_t longSentence = 35;

int scaled(double share)
{
    return static_cast<int>(std::lround(std::clamp(share, 0.0, 1.0) * 10000));
}

// A straight line from 0 at `low` to 1 at `high`, cut at both ends; low may be the larger one.
double ramp(double value, double low, double high)
{
    return std::clamp((value - low) / (high - low), 0.0, 1.0);
}

void addPhrase(std::string &reason, std::string_view phrase)
{
    if (!reason.empty())
        reason += ", ";
    reason += phrase;
}

// ---- clarity: can a reader who was not there follow each sentence? ------------------------------

struct Wording {
    double vague = 0;      // share of words that stand for something without naming it
    double named = 0;      // share of words that name things: content words in their own right
    double rough = 0;      // share of sentences that are notes: lower-case start, ??, !!, ->
    double longShare = 0;  // share of words inside sentences of more than 35 words
};

// A sentence put down in haste; items of lists, fields and cells may begin as they like.
bool isRough(const Document &document, const text::Sentence &sentence)
{
    const std::string_view shown = document.slice(sentence.start, sentence.length);
    for (std::size_t i = 1; i < shown.size(); ++i) {
        const char before = shown[i - 1];
        const bool isMark = shown[i] == '?'
                                ? before == '?' || (before == '.' && i > 1 && shown[i - 2] == '.')
                            : shown[i] == '!' ? before == '!' || before == '?'
                                              : shown[i] == '>' && before == '-';
        if (isMark)  // ?? ..? !! ?! ->
            return true;
    }
    const Token &first = document.tokensOf(sentence).front();
    return document.blocks()[sentence.block].kind == BlockKind::paragraph
           && first.has(text::tokenHasLetter) && !first.has(text::tokenIsCapitalised);
}

Wording wordingOf(const Document &document, std::vector<Flag> &flagged)
{
    Wording made;
    double words = 0;
    double sentences = 0;
    for (const text::Sentence &sentence : document.sentences()) {
        std::uint32_t count = 0;
        std::uint32_t vague = 0;
        std::uint32_t named = 0;
        for (const Token &token : document.tokensOf(sentence)) {
            if (token.has(text::tokenHasDigit))
                ++named;
            if (!token.isWord())
                continue;
            ++count;
            const bool isVague = isVagueWord(document.language(), document.formOf(token));
            vague += isVague;
            named += !isVague && !token.has(text::tokenIsStopWord);
        }
        words += count;
        sentences += count > 0;
        made.rough += count > 0 && isRough(document, sentence);
        made.vague += vague;
        made.named += named;
        made.longShare += count > longSentence ? count : 0;
        if (flagged.size() >= flaggedMax)
            continue;
        if (count > longSentence)
            flagged.push_back({sentence.start, sentence.length, "long sentence"});
        else if (count >= 6 && vague * 3 > count)
            flagged.push_back({sentence.start, sentence.length, "names nothing"});
    }
    words = std::max(words, 1.0);
    made.vague /= words;
    made.named /= words;
    made.longShare /= words;
    made.rough /= std::max(sentences, 1.0);
    return made;
}

}  // namespace

void rateClarity(const Document &document, const Readability &readability, const Sense &sense,
                 ClarityCard &card)
{
    const Wording wording = wordingOf(document, card.flagged);
    const double ease = ramp(readability.ease, -10.0, 75.0);
    const double brevity = ramp(readability.wordsPerSentence, 38.0, 14.0);
    const double named = ramp(wording.named, 0.27, 0.5);
    const double plain = ramp(wording.vague, 0.2, 0.04);
    const double familiar = sense.contentWords < 5 ? 1.0 : ramp(sense.known, 0.5, 0.85);
    const double share = 0.28 * ease + 0.14 * brevity + 0.26 * named + 0.22 * plain
                         + 0.10 * familiar - 0.15 * wording.longShare - 0.25 * wording.rough;
    // a few words show little: certainty grows with the first twenty
    const double enough = 0.4 + 0.6 * ramp(readability.words, 2.0, 20.0);
    card.clarity = scaled(ramp(share, 0.06, 1.0) * enough);
    if (readability.wordsPerSentence <= 16)
        addPhrase(card.clarityReason, "short sentences");
    else if (readability.wordsPerSentence > 26)
        addPhrase(card.clarityReason, "long sentences");
    if (readability.ease < 20)
        addPhrase(card.clarityReason, "hard words");
    else if (readability.ease > 65)
        addPhrase(card.clarityReason, "easy words");
    if (plain < 0.4)
        addPhrase(card.clarityReason, "things left unnamed");
    else if (named > 0.5)
        addPhrase(card.clarityReason, "named things");
    if (wording.rough > 0.3)
        addPhrase(card.clarityReason, "hasty notes");
    if (readability.words < 12)
        addPhrase(card.clarityReason, "very short");
    if (card.clarityReason.empty())
        card.clarityReason = "average wording";
}

namespace {

// ---- coherence: does each sentence go on from the one before? -----------------------------------

// Words that tie a sentence to what was said: pronouns, demonstratives, connectives.
bool isLink(text::Word form)
{
    static const auto set = [] {
        text::WordMap<bool> made(256);
        text::forEachWord(
            "he she it they him her them his its their this that these those then so because "
            "therefore but and also however still "
            "instead after before when while meanwhile finally first second next later again "
            "both there "
            "er sie es ihn ihm ihr sein seine dies diese dieser das dann also denn deshalb daher "
            "aber und auch trotzdem "
            "dennoch danach davor als während schliesslich zuerst später wieder dort da dafür "
            "damit davon "
            "él ella ellos ello su sus este esta esto ese eso entonces así porque pero y también "
            "después antes cuando mientras luego finalmente "
            "primero allí por "
            "il elle ils elles le lui leur son sa ses ce cette cela ça alors donc car mais et "
            "aussi pourtant ensuite après avant quand pendant enfin "
            "d'abord puis là y en",
            [&](std::string_view word) { made[word] = true; });
        return made;
    }();
    return set.find(form) != nullptr;
}

}  // namespace

void rateCoherence(const Document &document, const Sense &sense, const std::stop_token &stop,
                   ClarityCard &card)
{
    const auto sentences = document.sentences();
    Neighbours neighbours(document);
    double cosines = 0;
    std::uint32_t linked = 0;
    std::uint32_t gaps = 0;
    for (std::uint32_t i = 1; i < sentences.size() && gaps < 2000; ++i) {
        if ((i & 63) == 0 && stop.stop_requested())
            return;
        ++gaps;
        cosines += neighbours.cosineAt(i);
        const auto tokens = document.tokensOf(sentences[i]);
        bool isLinked = sentences[i].block != sentences[i - 1].block
                        && document.blocks()[sentences[i].block].kind
                               == document.blocks()[sentences[i - 1].block].kind;
        for (std::size_t t = 0; t < std::min<std::size_t>(tokens.size(), 5); ++t)
            isLinked = isLinked || isLink(document.formOf(tokens[t]));
        linked += isLinked;
    }
    const double order = ramp(sense.affinity, -0.25, 0.45);  // words in the order grammar asks for
    if (gaps == 0) {
        card.coherence = scaled(0.45 * order * ramp(document.wordCount(), 0.0, 12.0));
        card.coherenceReason = "one sentence";
        return;
    }
    const double cosine = cosines / gaps;
    const double links = static_cast<double>(linked) / gaps;
    const double share = 0.45 * (1.0 - std::exp(-9.0 * cosine)) + 0.30 * links + 0.35 * order;
    card.coherence = scaled(ramp(share, 0.08, 0.92));
    addPhrase(card.coherenceReason, cosine > 0.12   ? "sentences share words"
                                    : cosine > 0.04 ? "few shared words"
                                                    : "topics change");
    if (links > 0.6)
        addPhrase(card.coherenceReason, "linked sentences");
    if (order < 0.3)
        addPhrase(card.coherenceReason, "odd word order");
}

namespace {

// ---- structure: does the page show its parts? ---------------------------------------------------

struct Signals {
    std::uint32_t headings = 0, items = 0, checks = 0, rows = 0, fields = 0, paragraphs = 0;
    bool hasGoal = false, hasStep = false, hasMoney = false, hasDate = false;
};

Signals signalsOf(const Document &document)
{
    static const auto cues = [] {
        text::WordMap<std::uint8_t> made(128);
        const auto fill = [&](std::string_view words, std::uint8_t bit) {
            text::forEachWord(words, [&](std::string_view word) { made[word] |= bit; });
        };
        fill("goal aim objective purpose want ziel zweck will möchte objetivo meta quiero "
             "objectif but veux",
             1);
        fill("first step start begin next then finally zuerst schritt beginnen dann zunächst "
             "primero paso empezar luego étape d'abord commencer ensuite",
             2);
        fill("budget cost costs euro euros dollar dollars pounds kosten presupuesto coste costo "
             "coût prix preis price",
             4);
        fill("january february march april june july august september october november december "
             "januar februar märz mai juni juli oktober "
             "dezember enero febrero marzo abril mayo junio julio agosto septiembre octubre "
             "noviembre diciembre janvier février mars avril juin "
             "juillet août septembre octobre novembre décembre deadline frist plazo échéance "
             "until bis monday montag lunes lundi",
             8);
        return made;
    }();
    Signals signals;
    for (const text::Block &block : document.blocks()) {
        signals.headings += block.kind == BlockKind::heading || block.kind == BlockKind::label;
        signals.items += block.kind == BlockKind::listItem;
        signals.checks += block.check != text::Check::none;
        signals.rows += block.kind == BlockKind::tableRow;
    }
    signals.fields = static_cast<std::uint32_t>(document.fields().size());
    signals.paragraphs = document.paragraphCount();
    std::uint8_t seen = 0;
    for (std::uint32_t id = 0; id < document.forms().size(); ++id) {
        if (const auto *bits = cues.find(document.form(id)))
            seen |= *bits;
    }
    const std::string_view text = document.text();
    signals.hasGoal = seen & 1;
    signals.hasStep = (seen & 2) || signals.checks > 0;
    signals.hasMoney = (seen & 4) || text.find('$') != std::string_view::npos
                       || text.find("€") != std::string_view::npos
                       || text.find("£") != std::string_view::npos;
    signals.hasDate = seen & 8;
    return signals;
}

}  // namespace

void rateStructure(const Document &document, ClarityCard &card)
{
    const Signals signals = signalsOf(document);
    double points = 0;
    const auto add = [&](bool isThere, double value, std::string_view phrase) {
        if (!isThere)
            return;
        points += value;
        addPhrase(card.structureReason, phrase);
    };
    add(signals.headings > 0, 0.16 + 0.06 * std::min(signals.headings - 1u, 3u), "headings");
    add(signals.items > 1, 0.14 + 0.02 * std::min(signals.items, 6u), "lists");
    add(signals.rows > 1, 0.2, "table");
    add(signals.fields > 0, 0.05 + 0.03 * std::min(signals.fields, 5u), "fields");
    add(signals.paragraphs > 1, 0.05 + 0.02 * std::min(signals.paragraphs, 5u), "paragraphs");
    add(signals.hasGoal, 0.08, "goal");
    add(signals.hasStep, 0.08, "steps");
    add(signals.hasMoney, 0.06, "budget");
    add(signals.hasDate, 0.06, "dates");
    card.structure = scaled(points);
    if (card.structureReason.empty())
        card.structureReason = "one block of text";
}

namespace {

// ---- symbolism and emotion ----------------------------------------------------------------------

bool isComparison(const Document &document, std::uint32_t at)
{
    const auto tokens = document.tokens();
    const std::string_view word = document.formText(tokens[at].form);
    if (word != "like" && word != "as" && word != "wie" && word != "als" && word != "como"
        && word != "comme")
        return false;
    const std::string_view next =
        at + 1 < tokens.size() && tokens[at + 1].has(text::tokenFollowsSpace)
            ? document.formText(tokens[at + 1].form)
            : std::string_view();
    return (word == "like" && (next == "a" || next == "an" || next == "the"))
           || (word == "as" && next == "if")
           || (word == "wie" && (next == "ein" || next == "eine" || next == "einer"))
           || (word == "als" && next == "ob")
           || (word == "como" && (next == "un" || next == "una" || next == "si"))
           || (word == "comme" && (next == "un" || next == "une" || next == "si"));
}

}  // namespace

void rateSymbolism(const Document &document, ClarityCard &card)
{
    std::uint32_t words = 0;
    std::uint32_t images = 0;
    std::uint32_t comparisons = 0;
    std::vector<std::int8_t> isImage(document.stems().size(), -1);
    const auto tokens = document.tokens();
    for (std::uint32_t i = 0; i < tokens.size(); ++i) {
        if (!tokens[i].isWord())
            continue;
        ++words;
        comparisons += isComparison(document, i);
        if (tokens[i].has(text::tokenIsStopWord))
            continue;
        std::int8_t &known = isImage[tokens[i].stem];
        if (known < 0)
            known = isImageryStem(document.language(), document.stemText(tokens[i].stem));
        images += known > 0;
    }
    const double share = (images + 2.0 * comparisons) / std::max(8u, words);
    card.symbolism = scaled(1.0 - std::exp(-14.0 * share));
    if (images + comparisons == 0) {
        card.symbolismReason = "no images";
        return;
    }
    addPhrase(card.symbolismReason, share > 0.1    ? "rich images"
                                    : share > 0.04 ? "some images"
                                                   : "few images");
    if (comparisons > 0)
        addPhrase(card.symbolismReason, "comparisons");
}

void rateEmotion(const Mood &mood, ClarityCard &card)
{
    card.emotion = std::min(10000, mood.intensity);
    card.emotionReason = mood.words.empty()      ? "no feeling words"
                         : mood.intensity > 6000 ? "many feeling words"
                         : mood.intensity > 2500 ? "some feeling words"
                                                 : "few feeling words";
}

}  // namespace capabilities
