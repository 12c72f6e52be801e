#include "capabilities/routerules.h"

#include "capabilities/artefact.h"

namespace capabilities {

namespace {

namespace json = boost::json;

struct FormRule {
    std::string_view form, capability;
    double weight;
    std::string_view reason;
};

// what a form is usually good for next
constexpr FormRule formRules[] = {
    {"budget", "reconcile-ledger", 1.0, "it is a budget"},
    {"budget", "profile-table", 0.6, "it is a budget"},
    {"budget", "infer-schema", 0.6, "a budget has lines to put in order"},
    {"budget", "render-chart", 0.4, "figures show best as a chart"},
    {"recipe", "infer-schema", 1.0, "a recipe has a shape to keep"},
    {"recipe", "generate-component", 0.5, "a recipe reads well as a card"},
    {"meeting", "infer-schema", 0.9, "minutes hold decisions and actions"},
    {"meeting", "schedule-jobs", 0.8, "a meeting sets dates"},
    {"meeting", "plan-pipeline", 0.6, "a meeting hands out tasks"},
    {"plan", "plan-pipeline", 1.2, "it is a plan"},
    {"plan", "schedule-jobs", 0.9, "a plan has dates"},
    {"plan", "infer-schema", 0.6, "a plan has steps to put in order"},
    {"brief", "draft-document", 1.0, "a brief wants something made"},
    {"brief", "plan-pipeline", 0.8, "a brief wants something made"},
    {"brief", "infer-schema", 0.6, "a brief names its limits"},
    {"nightDream", "match-patterns", 1.0, "a night dream speaks in motifs"},
    {"nightDream", "score-resonance", 0.9, "a night dream answers to earlier ones"},
    {"nightDream", "map-concepts", 0.6, "a night dream is a web of symbols"},
    {"nightDream", "render-card", 0.5, "a night dream wants a picture"},
    {"journal", "score-resonance", 0.9, "a journal entry answers to earlier ones"},
    {"journal", "match-patterns", 0.7, "days repeat their themes"},
    {"journal", "score-sentiment", 0.5, "a journal entry carries a mood"},
    {"other", "map-concepts", 0.6, "an open text needs its idea dug out"},
    {"other", "score-resonance", 0.5, "an open text may have kin"},
    {"other", "render-card", 0.4, "an idea wants a face"},
};

std::size_t countOf(const json::object &facts, std::string_view name)
{
    return arrayOf(facts, name).size();
}

std::string some(std::size_t count, const char *one, const char *many)
{
    return std::to_string(count) + " " + (count == 1 ? one : many);
}

// grows with the number, but slower and slower: 1 -> 0.5, 3 -> 0.75, many -> 1
double much(std::size_t count)
{
    return double(count) / (double(count) + 1);
}

void fromFacts(const json::object &facts, std::vector<RouteNeed> &needs)
{
    if (const std::size_t todos = countOf(facts, "todos")) {
        needs.push_back(
            {"plan-pipeline", 1.1 * much(todos), "holds " + some(todos, "to-do", "to-dos")});
        needs.push_back(
            {"schedule-jobs", 0.6 * much(todos), "holds " + some(todos, "to-do", "to-dos")});
    }
    if (const std::size_t amounts = countOf(facts, "amounts"); amounts > 1) {
        needs.push_back({"reconcile-ledger", 0.9 * much(amounts - 1),
                         "holds " + some(amounts, "amount", "amounts") + " of money"});
        needs.push_back({"infer-schema", 0.3 * much(amounts - 1),
                         "holds " + some(amounts, "amount", "amounts") + " of money"});
    }
    const std::size_t dates = countOf(facts, "dates") + countOf(facts, "times");
    if (dates)
        needs.push_back(
            {"schedule-jobs", 0.6 * much(dates), "names " + some(dates, "date", "dates")});
    if (const std::size_t links = countOf(facts, "links"))
        needs.push_back(
            {"probe-endpoints", 0.8 * much(links), "holds " + some(links, "link", "links")});
    if (const std::size_t fields = countOf(facts, "fields"); fields > 2)
        needs.push_back({"infer-schema", 0.6 * much(fields - 2),
                         "has " + some(fields, "labelled field", "labelled fields")});
    if (const std::size_t places = countOf(facts, "places"); places > 1)
        needs.push_back(
            {"plan-route", 0.6 * much(places - 1), "names " + some(places, "place", "places")});
}

void fromClarity(const json::object &clarity, std::vector<RouteNeed> &needs)
{
    const std::int64_t words = integerOf(clarity, "words");
    if (integerOf(clarity, "clarity", 10000) < 4000)
        needs.push_back({"draft-document", 0.6, "reads unclear and wants another draft"});
    if (integerOf(clarity, "coherence", 10000) < 3500)
        needs.push_back({"map-concepts", 0.5, "hangs together loosely; a map may help"});
    if (integerOf(clarity, "symbolism") > 6000) {
        needs.push_back({"match-patterns", 0.5, "is rich in symbols"});
        needs.push_back({"render-card", 0.4, "is rich in symbols"});
    }
    if (integerOf(clarity, "emotion") > 6000)
        needs.push_back({"score-resonance", 0.4, "carries strong feeling"});
    if (words > 400)
        needs.push_back({"summarize-text", 0.6, "is long"});
}

}  // namespace

std::vector<RouteNeed> routeNeeds(const Run &run, const text::Document &document)
{
    std::vector<RouteNeed> needs;
    const auto clarity = objectInput(run, "clarity");
    const auto tags = objectInput(run, "tags");
    const auto facts = objectInput(run, "facts");
    const json::value *nonsense = clarity ? clarity->if_contains("nonsense") : nullptr;
    const bool isNonsense = (nonsense && nonsense->is_bool() && nonsense->get_bool())
                            || (tags && textOf(*tags, "form") == "nonsense");
    if (isNonsense || document.wordCount() == 0)
        return needs;  // nothing to go on with
    if (tags) {
        const double sure =
            double(std::clamp<std::int64_t>(integerOf(*tags, "formConfidence", 5000), 0, 10000))
            / 10000;
        for (const FormRule &rule : formRules) {
            if (rule.form == textOf(*tags, "form"))
                needs.push_back(
                    {rule.capability, rule.weight * (0.4 + 0.6 * sure), std::string(rule.reason)});
        }
    }
    if (facts)
        fromFacts(*facts, needs);
    if (clarity)
        fromClarity(*clarity, needs);
    return needs;
}

}  // namespace capabilities
