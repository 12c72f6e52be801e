// infer-schema: what data is in this text? Makes a `record` with the text's own values and the
// `schema` it fits (JSON Schema 2020-12, only keywords draft 7 knows too). Texts of one form share
// the property names and types of tests/exam/forms.json; any other text gets a schema of its own
// fields. A property stands in both only if the text has it.
// Thread contract: pure.
#include "capabilities/artefact.h"
#include "capabilities/recordforms.h"
#include "capabilities/schemaof.h"

#include <array>

namespace capabilities {

namespace {

namespace json = boost::json;

struct FormParser {
    std::string_view form;
    json::object (*parse)(const record::Outline &);
};
constexpr std::array parsers = {
    FormParser{"recipe", record::recipe},         FormParser{"meeting", record::meeting},
    FormParser{"budget", record::budget},         FormParser{"plan", record::plan},
    FormParser{"nightDream", record::nightDream}, FormParser{"brief", record::brief},
    FormParser{"journal", record::journal},       FormParser{"other", record::other},
};

std::size_t countProperties(const json::value &schema)
{
    std::size_t count = 0;
    if (!schema.is_object())
        return 0;
    for (const json::key_value_pair &member : objectOf(schema.get_object(), "properties"))
        count += 1 + countProperties(member.value());
    if (const json::value *items = schema.get_object().if_contains("items"))
        count += countProperties(*items);
    return count;
}

Result run(const Run &run)
{
    bool hasText = false;
    const std::string_view text = run.input("text", &hasText);
    if (!hasText)
        return Result::refuse("inferschema.noInput");
    const auto document = text::analyse(text, run.stop);
    if (!document)
        return stopped();
    const auto facts = objectInput(run, "facts");
    const auto tags = objectInput(run, "tags");
    std::string form(tags ? textOf(*tags, "form") : std::string_view());
    if (form.empty())
        form = textOf(run.params, "form");
    json::object record;
    if (form != "nonsense") {
        const auto parser = std::find_if(parsers.begin(), parsers.end(),
                                         [&](const FormParser &one) { return one.form == form; });
        if (parser == parsers.end())
            form = "other";
        const record::Outline outline = record::outlineOf(*document, facts ? &*facts : nullptr);
        if (run.stop.stop_requested())
            return stopped();
        record = (parser == parsers.end() ? record::other : parser->parse)(outline);
    }
    if (run.stop.stop_requested())
        return stopped();
    const json::object schema = record::schemaOf(form, record);
    Result result;
    result.outputs.push_back(jsonArtefact("schema", schema));
    result.outputs.push_back(jsonArtefact("record", record));
    result.labels["form"] = form;
    result.figures["properties"] = static_cast<std::int64_t>(countProperties(schema));
    return result;
}

}  // namespace

extern const Capability inferSchema;
const Capability inferSchema = {
    .name = "infer-schema",
    .version = "1.0.0",
    .source = "JSON Schema 2020-12; one grammar a form, in English, German, Spanish and French",
    .run = run,
};

}  // namespace capabilities
