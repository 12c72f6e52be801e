// score-sentiment: the mood of a text with the words that caused it. The rules live in
// sentiment.cpp; this file puts the result into words and writes the artefact. Pure function.
#include "capabilities/capability.h"
#include "capabilities/jsonwriter.h"
#include "capabilities/sentiment.h"
#include "capabilities/textinput.h"

#include <algorithm>

namespace capabilities {
namespace {

constexpr std::size_t wordsMax = 200;
constexpr std::string_view emotionNames[8] = {"joy",   "sadness",  "fear",         "anger",
                                              "trust", "surprise", "anticipation", "disgust"};

std::string reasonOf(const Mood &mood)
{
    if (mood.words.empty())
        return "no mood words";
    const int strength = std::abs(mood.valence);
    std::string reason = strength < 800 ? "even" : (mood.valence > 0 ? "warm" : "heavy");
    if (strength >= 7000)
        reason = mood.valence > 0 ? "very warm" : "very heavy";
    const auto strongest = std::ranges::max_element(mood.emotions);
    if (*strongest < 500)
        return reason;
    static constexpr std::string_view adjectives[8] = {
        "joyful", "sad", "fearful", "angry", "trusting", "surprised", "hopeful", "disgusted"};
    const std::string_view degree =
        *strongest < 2500 ? "mildly " : (*strongest > 6500 ? "strongly " : "");
    return reason + ", " + std::string(degree)
           + std::string(adjectives[strongest - mood.emotions.begin()]);
}

void writeEmotions(JsonWriter &json, const Mood &mood)
{
    static constexpr std::size_t byName[8] = {3, 6, 7, 2, 0, 1, 5, 4};  // anger .. trust
    json.key("emotions").beginObject();
    for (const std::size_t i : byName)
        json.member(emotionNames[i], mood.emotions[i]);
    json.endObject();
}

Result run(const Run &run);

}  // namespace

extern const Capability scoreSentiment;
const Capability scoreSentiment = {
    .name = "score-sentiment",
    .version = "1.0.0",
    .source = "VADER (Hutto, Gilbert 2014) with own lexicons; emotions after Plutchik (1980)",
    .run = run,
};

namespace {

Result run(const Run &run)
{
    const TextInput input = readText(run, scoreSentiment, "scoresentiment");
    if (!input.document)
        return input.failure;
    const text::Document &document = *input.document;
    const Mood mood = moodOf(document, run.stop);
    Result result;
    if (mood.isStopped) {
        result.isStopped = true;
        return result;
    }
    JsonWriter json;
    json.beginObject();
    writeEmotions(json, mood);
    json.member("intensity", mood.intensity);
    json.member("reason", reasonOf(mood));
    json.member("valence", mood.valence);
    json.key("words").beginArray();
    for (std::size_t i = 0; i < std::min(mood.words.size(), wordsMax); ++i) {
        const MoodWord &word = mood.words[i];
        json.beginObject()
            .member("start", word.start)
            .member("valence", std::clamp(word.valence * 25, -10000, 10000))
            .member("word", document.slice(word.start, word.length))
            .endObject();
    }
    json.endArray().endObject();
    result.outputs.push_back({"mood", "application/json", json.take()});
    result.figures["valence"] = mood.valence;
    result.figures["intensity"] = mood.intensity;
    return result;
}

}  // namespace
}  // namespace capabilities
