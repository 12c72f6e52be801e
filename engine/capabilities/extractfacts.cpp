// extract-facts: the table of people, places, organisations, dates, times, amounts, quantities,
// durations, links, e-mail addresses, to-dos and fields of one text. Grammars and gazetteers;
// the finders live in facts*.cpp, this file runs them and writes the artefact. Pure function.
#include "capabilities/capability.h"
#include "capabilities/facts.h"
#include "capabilities/jsonwriter.h"
#include "capabilities/remembered.h"
#include "capabilities/textinput.h"

namespace capabilities {
namespace {

using text::Document;

constexpr std::size_t listMax = 2000;  // entries of one kind; keeps the artefact within its limit

template<typename List, typename Write>
void writeList(JsonWriter &json, std::string_view name, const List &list, Write write)
{
    json.key(name).beginArray();
    std::size_t count = 0;
    for (const auto &entry : list) {
        if (++count > listMax)
            break;
        write(entry);
    }
    json.endArray();
}

void writeNames(JsonWriter &json, std::string_view name, const std::vector<Named> &list)
{
    writeList(json, name, list, [&](const Named &named) {
        json.beginObject()
            .member("count", named.count)
            .member("start", named.start)
            .member("text", named.text)
            .endObject();
    });
}

void writeLinks(JsonWriter &json, std::string_view name, const Document &document, bool wantsEmail)
{
    writeList(json, name, document.links(), [&](const text::Link &link) {
        if (link.isEmail != wantsEmail)
            return;
        json.beginObject()
            .member("start", link.text.start)
            .member("text", document.plain(link.text))
            .member("url", document.slice(link.url))
            .endObject();
    });
}

void writeFields(JsonWriter &json, const Document &document)
{
    json.key("fields").beginArray();
    std::size_t count = 0;
    const auto write = [&](text::Span name, text::Span value) {
        if (++count > listMax || value.length == 0)
            return;
        json.beginObject()
            .member("name", document.plain(name))
            .member("start", value.start)
            .member("value", document.plain(value))
            .endObject();
    };
    for (const text::Field &field : document.fields())
        write(field.name, field.value);
    // a cell is a field of its column; in two columns the first names the second
    const auto cells = document.cells();
    std::size_t header = 0;
    for (std::size_t i = 0; i < cells.size(); ++i) {
        if (cells[i].isHeader && cells[i].column == 0)
            header = i;
        if (cells[i].isHeader)
            continue;
        const std::size_t at = header + cells[i].column;
        const bool hasHeader =
            at < cells.size() && cells[at].isHeader && cells[at].table == cells[i].table;
        write(hasHeader ? cells[at].content : text::Span{}, cells[i].content);
    }
    json.endArray();
}

std::string written(const Document &document, const Facts &facts)
{
    JsonWriter json;
    const auto shown = [&](text::Span span) { return document.plain(span); };
    json.beginObject();
    writeList(json, "amounts", facts.amounts, [&](const AmountFact &fact) {
        json.beginObject().member("start", fact.span.start).member("text", shown(fact.span));
        json.member("unit", fact.unit).member("value", fact.value).endObject();
    });
    writeList(json, "dates", facts.dates, [&](const DateFact &fact) {
        json.beginObject();
        if (!fact.iso.empty())
            json.member("iso", fact.iso);
        json.member("start", fact.span.start).member("text", shown(fact.span)).endObject();
    });
    writeList(json, "durations", facts.durations, [&](const DurationFact &fact) {
        json.beginObject().member("seconds", fact.seconds).member("start", fact.span.start);
        json.member("text", shown(fact.span)).endObject();
    });
    writeLinks(json, "emails", document, true);
    writeFields(json, document);
    writeLinks(json, "links", document, false);
    writeNames(json, "organisations", facts.organisations);
    writeNames(json, "people", facts.people);
    writeNames(json, "places", facts.places);
    writeList(json, "quantities", facts.quantities, [&](const QuantityFact &fact) {
        json.beginObject().member("start", fact.span.start).member("text", shown(fact.span));
        json.member("unit", fact.unit)
            .member("value", fact.value)
            .member("what", fact.what)
            .endObject();
    });
    writeList(json, "times", facts.times, [&](const TimeFact &fact) {
        json.beginObject().member("iso", fact.iso).member("start", fact.span.start);
        json.member("text", shown(fact.span)).endObject();
    });
    writeList(json, "todos", facts.todos, [&](const Todo &todo) {
        json.beginObject()
            .member("done", todo.isDone)
            .member("due", todo.due)
            .member("start", todo.start);
        json.member("text", todo.text).member("who", todo.who).endObject();
    });
    json.endObject();
    return json.take();
}

Result run(const Run &run);

}  // namespace

extern const Capability extractFacts;
const Capability extractFacts = {
    .name = "extract-facts",
    .version = "1.0.0",
    .source = "Grammars for dates, amounts and quantities; gazetteers; ISO 8601, ISO 4217",
    .run = run,
};

Facts factsOf(const Document &document, const std::stop_token &stop)
{
    Facts facts;
    facts.stop = stop;
    using Finder = void (*)(const Document &, Facts &);
    for (const Finder find :
         {findDates, findTimes, findAmounts, findQuantities, findNames, findTodos}) {
        if (stop.stop_requested())
            break;
        find(document, facts);
    }
    return facts;
}

namespace {

Result resultOf(const Document &document, const std::stop_token &stop)
{
    const Facts facts = factsOf(document, stop);
    Result result;
    if (stop.stop_requested()) {
        result.isStopped = true;
        return result;
    }
    result.outputs.push_back({"facts", "application/json", written(document, facts)});
    result.figures["people"] = static_cast<std::int64_t>(facts.people.size());
    result.figures["dates"] = static_cast<std::int64_t>(facts.dates.size());
    result.figures["amounts"] = static_cast<std::int64_t>(facts.amounts.size());
    result.figures["todos"] = static_cast<std::int64_t>(facts.todos.size());
    result.figures["links"] = static_cast<std::int64_t>(document.links().size());
    return result;
}

Result run(const Run &run)
{
    const TextInput input = readText(run, extractFacts, "extractfacts");
    if (!input.document)
        return input.failure;
    const Document &document = *input.document;
    return *remembered(document, run.stop, [&] { return resultOf(document, run.stop); });
}

}  // namespace
}  // namespace capabilities
