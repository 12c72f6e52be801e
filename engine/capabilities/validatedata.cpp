// validate-data: does a record fit its JSON Schema and, if given, the rules between its fields?
// Inputs: `schema` and one more input of any name, which is judged. params.formats = true makes
// "format" binding. params.rules = [{"left": "/start", "is": "<=", "right": "/deadline"}] compares
// two places (numbers, or texts such as ISO dates); {"sum": "/items", "member": "amount",
// "right": "/total"} adds up exactly first. A rule whose places are absent says nothing.
// Thread contract: pure.
#include "capabilities/artefact.h"
#include "capabilities/jsonschema.h"
#include "capabilities/jsonvalue.h"

namespace capabilities {

namespace {

namespace json = boost::json;

const json::value *at(const json::value &whole, std::string_view pointer)
{
    boost::system::error_code failure;
    return whole.find_pointer(pointer, failure);
}

// -1, 0, 1; nothing if the two cannot be ordered
std::optional<int> compare(const json::value &a, const json::value &b)
{
    if (a.is_number() && b.is_number()) {
        const long double left = jsonschema::numberOf(a), right = jsonschema::numberOf(b);
        // prices in binary: a millionth of the figure is no difference
        const long double slack = 1e-9L * std::max<long double>(1, std::fabs(left));
        return std::fabs(left - right) <= slack ? 0 : left < right ? -1 : 1;
    }
    if (a.is_string() && b.is_string()) {
        const int order = std::string_view(a.get_string()).compare(b.get_string());
        return (order > 0) - (order < 0);
    }
    if (jsonschema::isEqual(a, b))
        return 0;
    return std::nullopt;
}

bool holds(int order, std::string_view relation)
{
    return relation == "<"    ? order < 0
           : relation == "<=" ? order <= 0
           : relation == ">"  ? order > 0
           : relation == ">=" ? order >= 0
           : relation == "!=" ? order != 0
           : relation == "==" ? order == 0
                              : false;  // one nobody knows holds for nothing
}

std::optional<json::value> leftSide(const json::object &rule, const json::value &record)
{
    const std::string_view list = textOf(rule, "sum");
    if (list.empty()) {
        const json::value *value = at(record, textOf(rule, "left"));
        return value ? std::optional(*value) : std::nullopt;
    }
    const json::value *items = at(record, list);
    if (!items || !items->is_array())
        return std::nullopt;
    long double sum = 0;
    for (const json::value &item : items->get_array()) {
        const std::string_view member = textOf(rule, "member");
        const json::value *part = member.empty()     ? &item
                                  : item.is_object() ? item.get_object().if_contains(member)
                                                     : nullptr;
        if (part && part->is_number())
            sum += jsonschema::numberOf(*part);
    }
    return json::value(static_cast<double>(sum));
}

void checkRule(const json::object &rule, const json::value &record, jsonschema::Report &report)
{
    const std::optional<json::value> left = leftSide(rule, record);
    const json::value *given = rule.if_contains("right");
    const json::value *right = given && given->is_string() && given->get_string().starts_with('/')
                                   ? at(record, given->get_string())
                                   : given;
    if (!left || !right)
        return;
    const std::string_view is = textOf(rule, "is");
    const std::string relation(is.empty() ? "==" : is);
    const std::optional<int> order = compare(*left, *right);
    if (order && holds(*order, relation))
        return;
    const std::string_view sum = textOf(rule, "sum"),
                           place = sum.empty() ? textOf(rule, "left") : sum;
    std::string message(textOf(rule, "message"));
    if (message.empty())
        message = std::string(sum.empty() ? "" : "the sum ") + "should be " + relation + " "
                  + (right == given ? canonical(*right) : std::string(given->get_string()));
    report.faults.push_back({std::string(place), "rule", std::move(message)});
    ++report.faultsTotal;
    report.isValid = false;
}

Result finished(const jsonschema::Report &report)
{
    json::array errors;
    for (const jsonschema::Fault &fault : report.faults)
        errors.push_back(json::object{
            {"path", fault.path}, {"keyword", fault.keyword}, {"message", fault.message}});
    Result result;
    result.outputs.push_back(jsonArtefact(
        "validation", json::object{{"valid", report.isValid}, {"errors", std::move(errors)}}));
    result.figures["errors"] = static_cast<std::int64_t>(report.faultsTotal);
    return result;
}

Result run(const Run &run)
{
    bool hasSchema = false;
    std::string_view schemaBytes = run.input("schema", &hasSchema);
    // An agent may bring the schema it holds a result against in its own manifest.
    std::string ownSchema;
    if (const json::value *given = run.params.if_contains("schema"); given && !hasSchema) {
        ownSchema = json::serialize(*given);
        schemaBytes = ownSchema;
        hasSchema = true;
    }
    const Input *subject = nullptr;
    for (const Input &input : run.inputs) {
        if (input.name != "schema" && !subject)
            subject = &input;
    }
    if (!hasSchema)
        return Result::refuse("validatedata.noSchema");
    if (!subject)
        return Result::refuse("validatedata.noInput");
    const auto schema = parsed(schemaBytes, 200);
    if (!schema || !(schema->is_object() || schema->is_bool()))
        return Result::refuse("validatedata.badSchema", {{"reason", "shape"}});
    const auto record = parsed(subject->bytes, 200);
    if (!record) {
        return finished({false, false, {{"", "json", "is no JSON text"}}, 1, {}, {}});
    }
    jsonschema::Options options;
    options.stop = run.stop;
    const json::value *formats = run.params.if_contains("formats");
    options.areFormatsAsserted = formats && formats->is_bool() && formats->get_bool();
    jsonschema::Report report = jsonschema::validate(*schema, *record, options);
    if (report.isStopped)
        return stopped();
    if (!report.schemaFault.empty())
        return Result::refuse("validatedata.badSchema",
                              {{"reason", report.schemaFault}, {"where", report.schemaFaultWhere}});
    std::size_t rulesLeft = 200;
    for (const json::value &rule : arrayOf(run.params, "rules")) {
        if (rule.is_object() && rulesLeft-- > 0)
            checkRule(rule.get_object(), *record, report);
    }
    return finished(report);
}

}  // namespace

extern const Capability validateData;
const Capability validateData = {
    .name = "validate-data",
    .version = "1.0.1",
    .source = "JSON Schema draft 7 and 2020-12; RFC 6901 pointers",
    .run = run,
};

}  // namespace capabilities
