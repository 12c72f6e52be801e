// extract-keywords: the key phrases of a text with their weights. The method is in keywords.cpp;
// this file writes the artefact. Pure function.
#include "capabilities/extractkeywords.h"
#include "capabilities/capability.h"
#include "capabilities/jsonwriter.h"
#include "capabilities/remembered.h"
#include "capabilities/textinput.h"

namespace capabilities {
namespace {

Result run(const Run &run);

}  // namespace

extern const Capability extractKeywords;
const Capability extractKeywords = {
    .name = "extract-keywords",
    .version = "1.0.0",
    .source = "YAKE (Campos et al. 2020) cross-checked with TextRank (Mihalcea, Tarau 2004)",
    .run = run,
};

namespace {

Result resultOf(const text::Document &document, const std::stop_token &stop)
{
    const std::vector<Keyword> keywords = keywordsOf(document, keywordsMax, stop);
    Result result;
    if (stop.stop_requested()) {
        result.isStopped = true;
        return result;
    }
    JsonWriter json;
    json.beginObject().key("keywords").beginArray();
    for (const Keyword &keyword : keywords) {
        json.beginObject()
            .member("count", keyword.count)
            .member("phrase", keyword.phrase)
            .member("start", keyword.start)
            .member("stem", keyword.stem)
            .member("weight", keyword.weight)
            .endObject();
    }
    json.endArray().endObject();
    result.outputs.push_back({"keywords", "application/json", json.take()});
    result.figures["keywords"] = static_cast<std::int64_t>(keywords.size());
    return result;
}

Result run(const Run &run)
{
    const TextInput input = readText(run, extractKeywords, "extractkeywords");
    if (!input.document)
        return input.failure;
    const text::Document &document = *input.document;
    return *remembered(document, run.stop, [&] { return resultOf(document, run.stop); });
}

}  // namespace

}  // namespace capabilities
