// score-clarity: how clear, coherent, structured, pictorial and emotional a text is, whether it
// means anything at all, and which sentences stand in the way. Readability formulas are in
// readability.cpp, the signs of nonsense in nonsense.cpp, the scores in claritycard.cpp; coherence
// compares neighbouring sentences as TextTiling does (M. Hearst, Computational Linguistics 23,
// 1997). Every score says in a short phrase what was measured. Pure function.
#include "capabilities/capability.h"
#include "capabilities/claritycard.h"
#include "capabilities/jsonwriter.h"
#include "capabilities/textinput.h"

#include <algorithm>
#include <cmath>

namespace capabilities {
namespace {

using text::BlockKind;
using text::Document;

constexpr int nonsenseMax = 1000;

std::string_view signPhrase(NonsenseSign sign)
{
    switch (sign) {
    case NonsenseSign::empty: return "no words";
    case NonsenseSign::symbols: return "mostly symbols";
    case NonsenseSign::mash: return "unlikely letters";
    case NonsenseSign::repetition: return "the same words over and over";
    case NonsenseSign::invented: return "unknown words";
    case NonsenseSign::shuffled: return "words in no order";
    case NonsenseSign::none: break;
    }
    return "makes sense";
}

void finish(const Sense &sense, std::uint32_t words, ClarityCard &card)
{
    const double overall = 0.38 * card.clarity + 0.27 * card.coherence + 0.17 * card.structure
                           + 0.09 * card.symbolism + 0.09 * card.emotion;
    // no text has everything: the best mixture of the five lies near 8,000
    card.overall = std::clamp(static_cast<int>(std::lround(overall * 1.25)), 0, 10000);
    card.overallReason = words < 12             ? "very short"
                         : card.overall >= 6500 ? "clear and ordered"
                         : card.overall >= 4000 ? "readable"
                                                : "hard to follow";
    if (!sense.isNonsense())
        return;
    const auto squeeze = [](int score) { return std::min(nonsenseMax, score / 12); };
    card.clarity = squeeze(card.clarity);
    card.coherence = squeeze(card.coherence);
    card.overall = squeeze(card.overall);
    card.clarityReason = card.coherenceReason = card.overallReason = signPhrase(sense.sign);
}

std::string written(const Document &document, const ClarityCard &card, const Sense &sense,
                    const Readability &readability)
{
    JsonWriter json;
    json.beginObject();
    json.member("clarity", card.clarity)
        .member("coherence", card.coherence)
        .member("emotion", card.emotion);
    json.key("flagged").beginArray();
    for (const Flag &flag : card.flagged)
        json.beginObject()
            .member("length", flag.length)
            .member("reason", flag.reason)
            .member("start", flag.start)
            .endObject();
    json.endArray();
    json.member("headings", static_cast<std::int64_t>(std::ranges::count_if(
                                document.blocks(), [](const text::Block &block) {
                                    return block.kind == BlockKind::heading;
                                })));
    json.member("language", text::languageCode(document.language()));
    json.member("languageConfidence", document.languageConfidence());
    json.member("nonsense", sense.isNonsense());
    json.member("overall", card.overall);
    json.member("paragraphs", document.paragraphCount());
    json.key("readability").beginObject();
    json.member("fleschKincaidGradeX100", std::lround(readability.fleschKincaid * 100));
    json.member("gunningFogX100", std::lround(readability.gunningFog * 100));
    json.member("typeTokenRatio", std::lround(readability.typeTokenRatio * 10000)).endObject();
    json.key("reasons").beginObject();
    json.member("clarity", card.clarityReason)
        .member("coherence", card.coherenceReason)
        .member("emotion", card.emotionReason);
    json.member("overall", card.overallReason)
        .member("structure", card.structureReason)
        .member("symbolism", card.symbolismReason);
    json.endObject();
    json.member("sentences", document.sentences().size());
    json.member("structure", card.structure)
        .member("symbolism", card.symbolism)
        .member("words", document.wordCount());
    json.endObject();
    return json.take();
}

Result run(const Run &run);

}  // namespace

extern const Capability scoreClarity;
const Capability scoreClarity = {
    .name = "score-clarity",
    .version = "1.0.0",
    .source =
        "Flesch, Kincaid, Gunning, Amstad, Fernandez Huerta, Kandel-Moles; TextTiling (Hearst "
        "1997)",
    .run = run,
};

namespace {

Result run(const Run &run)
{
    const TextInput input = readText(run, scoreClarity, "scoreclarity");
    if (!input.document)
        return input.failure;
    const Document &document = *input.document;
    ClarityCard card;
    const Readability readability = readabilityOf(document);
    if (run.stop.stop_requested()) {
        Result result;
        result.isStopped = true;
        return result;
    }
    const Sense sense = senseOf(document);
    const Mood mood = moodOf(document, run.stop);
    rateClarity(document, readability, sense, card);
    rateCoherence(document, sense, run.stop, card);
    rateStructure(document, card);
    rateSymbolism(document, card);
    rateEmotion(mood, card);
    finish(sense, readability.words, card);
    Result result;
    if (mood.isStopped || run.stop.stop_requested()) {
        result.isStopped = true;
        return result;
    }
    result.outputs.push_back(
        {"clarity", "application/json", written(document, card, sense, readability)});
    result.figures = {{"clarity", card.clarity},      {"coherence", card.coherence},
                      {"structure", card.structure},  {"symbolism", card.symbolism},
                      {"emotion", card.emotion},      {"overall", card.overall},
                      {"words", document.wordCount()}};
    result.labels["language"] = text::languageCode(document.language());
    return result;
}

}  // namespace
}  // namespace capabilities
