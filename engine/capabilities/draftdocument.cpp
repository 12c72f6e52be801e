// draft-document: a template and fields become a letter, a brief, a spec or a post. Templates are
// Mustache (mustache(5); all of the specification's required modules: comments, delimiters,
// interpolation, inverted, partials, sections). A whole number answers to its plural categories
// (Unicode CLDR, for en, de, es, fr), so {{#days.one}} and {{#days.other}} choose the right words.
// A slot without a field is refused by name unless params.lenient. `template`, `fields`;
// params.partials, params.language ("en"), params.format "html" escapes for a page, else as it is.
// Thread contract: pure.
#include "capabilities/mustache.h"
#include "capabilities/reader.h"

namespace capabilities {

namespace {

namespace json = boost::json;

json::array listOf(const std::set<std::string> &names)
{
    return json::array(names.begin(), names.end());
}

Result run(const Run &run)
{
    Reader in(run);
    const std::string_view source = in.bytes("template");
    const json::object &fields = in.object("fields", false);
    const std::string format = in.wordOr(run.params, "format", "text");
    Mustache mustache;
    mustache.isEscaped = format == "html";
    mustache.language = in.wordOr(run.params, "language", "en");
    mustache.stop = run.stop;
    for (const auto &partial : objectOf(run.params, "partials"))
        if (partial.value().is_string())
            mustache.partials[partial.key()] = std::string(partial.value().get_string());
    const json::value *lenient = run.params.if_contains("lenient");
    if (in.isBad())
        return in.failure();
    const std::string document = mustache.render(source, fields);
    if (run.stop.stop_requested())
        return stopped();
    if (!mustache.fault.empty())
        return Result::refuse("draftdocument.badTemplate", {{"reason", mustache.fault}});
    const bool isLenient = lenient && lenient->is_bool() && lenient->get_bool();
    if (!mustache.missing.empty() && !isLenient)
        return Result::refuse("draftdocument.missingField", {{"name", *mustache.missing.begin()}});
    Result result;
    result.figures["slots"] = std::int64_t(mustache.used.size() + mustache.missing.size());
    result.figures["missing"] = std::int64_t(mustache.missing.size());
    result.outputs.push_back(
        {"document", mustache.isEscaped ? "text/html" : "text/markdown", document});
    result.outputs.push_back(
        jsonArtefact("slots", json::object{{"filled", listOf(mustache.used)},
                                           {"missing", listOf(mustache.missing)}}));
    return result;
}

}  // namespace

extern const Capability draftDocument;
const Capability draftDocument = {
    .name = "draft-document",
    .version = "1.0.0",
    .source = "Mustache specification 1.4 required modules; Unicode CLDR plural rules",
    .run = run,
};

}  // namespace capabilities
