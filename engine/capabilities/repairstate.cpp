// repair-state: what would mend a state, shown before it is done. Nothing is applied anywhere: the
// artefact holds the patch, the mended state and the patch that undoes it, for approval. `state` =
// any JSON, read strictly (RFC 7493). With `patch`, a list is JSON Patch (RFC 6902, whole or not at
// all), an object JSON Merge Patch (RFC 7396), and what it would make is held against `schema` if
// there is one. Without, `schema` says what is wrong and `good` (the last good state) what was right:
// each fault is mended at its own place from there, wider only if that does not do, and operations
// that turn out unneeded are dropped one by one (1-minimal as in Zeller and Hildebrandt 2002, up to
// 100 operations); beyond 1000 the good state is put in whole. Nothing is invented: without a good
// state that fits the schema there is no repair.
// The undo is applied and compared before it is shown. Thread contract: pure.
#include "capabilities/jsonpatch.h"
#include "capabilities/jsonschema.h"
#include "capabilities/jsonvalue.h"
#include "capabilities/strictjson.h"
#include "text/escape.h"

namespace capabilities {

namespace {

namespace json = boost::json;

constexpr std::size_t roundsMax = 200, minimisedMax = 100, faultsShown = 100;

struct Repair {
    std::string_view verdict;  // valid, prepared, refused, unfit, unrepairable
    json::value state;
    json::array patch, undo;
    std::size_t failedAt = 0;
    std::string_view why;
    bool isMinimal = false;
};

jsonschema::Report fitting()
{
    jsonschema::Report report;
    report.isValid = true;
    return report;
}

class Healer {
public:
    Healer(const json::value *schema, const std::stop_token &stop) : m_schema(schema), m_stop(stop)
    {
    }

    jsonschema::Report judge(const json::value &state)
    {
        if (!m_schema)
            return fitting();
        jsonschema::Report report =
            jsonschema::validate(*m_schema, state, {.faultsMax = faultsShown, .stop = m_stop});
        if (!report.schemaFault.empty())
            m_schemaFault = report.schemaFault;
        return report;
    }
    bool isHalted() const { return m_stop.stop_requested() || !m_schemaFault.empty(); }
    const std::string &schemaFault() const { return m_schemaFault; }

    Repair patched(const json::value &state, const json::array &patch);
    Repair mended(const json::value &state, const json::value *good);

private:
    json::array stepsFor(const std::string &path, const json::value &state,
                         const json::value &good) const;
    json::array minimal(const json::value &state, json::array patch);

    const json::value *m_schema;
    std::stop_token m_stop;
    std::string m_schemaFault;
};

Repair Healer::patched(const json::value &state, const json::array &patch)
{
    jsonpatch::Outcome outcome = jsonpatch::applied(state, patch);
    Repair repair{
        "prepared", std::move(outcome.document), patch, std::move(outcome.undo), outcome.failedAt,
        outcome.why};
    if (!outcome.why.empty())
        repair.verdict = "refused";
    else if (!judge(repair.state).isValid)
        repair.verdict = "unfit";
    const auto back = jsonpatch::applied(repair.state, repair.undo);
    if (!back.why.empty())  // too large to be shown to lead back
        return {"refused", state, patch, {}, patch.size(), back.why};
    BOOST_ASSERT_MSG(jsonschema::isEqual(back.document, state), "an undo that leads elsewhere");
    return repair;
}

// What leads from the state to the good one at this place, or at the nearest around it that both
// have and where they differ.
json::array Healer::stepsFor(const std::string &path, const json::value &state,
                             const json::value &good) const
{
    std::string place = path;
    for (;;) {
        const json::value *ours = jsonpatch::at(state, place);
        const json::value *theirs = jsonpatch::at(good, place);
        if (ours && theirs && !jsonschema::isEqual(*ours, *theirs)) {
            json::array steps = jsonpatch::difference(*ours, *theirs);
            for (json::value &step : steps) {
                json::object &one = step.get_object();
                one["path"] = place + std::string(one.at("path").get_string());
            }
            return steps;
        }
        if (place.empty())
            return {};
        place.resize(place.rfind('/'));
    }
}

json::array Healer::minimal(const json::value &state, json::array patch)
{
    for (std::size_t i = patch.size(); i-- > 0 && !isHalted();) {
        json::array less = patch;
        less.erase(less.begin() + std::ptrdiff_t(i));
        const auto outcome = jsonpatch::applied(state, less);
        if (outcome.why.empty() && judge(outcome.document).isValid)
            patch = std::move(less);
    }
    return patch;
}

Repair Healer::mended(const json::value &state, const json::value *good)
{
    jsonschema::Report report = judge(state);
    if (report.isValid || isHalted())
        return {"valid", state, {}, {}, 0, "", true};
    if (!good || !judge(*good).isValid)
        return {"unrepairable", state, {}, {}, 0, good ? "good" : "missing"};
    json::value now = state;
    json::array patch;
    for (std::size_t round = 0; !report.isValid && !isHalted(); ++round) {
        // the last resort is the good state itself, which is known to fit
        const std::string place = round < roundsMax ? report.faults.front().path : std::string();
        json::array steps = stepsFor(place, now, *good);
        jsonpatch::Outcome outcome = jsonpatch::applied(now, steps);
        if (steps.empty() || !outcome.why.empty()
            || patch.size() + steps.size() > jsonpatch::operationsMax)
            return patched(state,
                           {json::object{{"op", "replace"}, {"path", ""}, {"value", *good}}});
        now = std::move(outcome.document);
        patch.insert(patch.end(), steps.begin(), steps.end());
        report = judge(now);
    }
    const bool isMinimal = patch.size() <= minimisedMax;
    if (isMinimal)
        patch = minimal(state, std::move(patch));
    Repair repair = patched(state, patch);
    repair.isMinimal = isMinimal;
    return repair;
}

json::array faultsWritten(const jsonschema::Report &report)
{
    json::array out;
    for (const jsonschema::Fault &fault : report.faults)
        out.push_back(
            json::object{{"keyword", fault.keyword}, {"path", text::cleanLine(fault.path, 300)}});
    return out;
}

// Every operation with how many faults are left when it is done.
json::array stepsWritten(Healer &healer, const json::value &state, const Repair &repair)
{
    json::array out;
    json::value now = state;
    for (const json::value &operation : repair.patch) {
        if (repair.verdict == "refused" || healer.isHalted())
            return out;
        now = jsonpatch::applied(now, {operation}).document;
        const json::object &one = operation.get_object();
        out.push_back(json::object{{"faultsAfter", healer.judge(now).faultsTotal},
                                   {"op", textOf(one, "op")},
                                   {"path", text::cleanLine(textOf(one, "path"), 300)}});
        if (out.size() == minimisedMax)
            break;
    }
    return out;
}

Result written(Healer &healer, Reader &in, const json::value &state, const Repair &repair)
{
    const jsonschema::Report before = healer.judge(state), after = healer.judge(repair.state);
    json::object out{
        {"faults", faultsWritten(before)},    {"faultsAfter", after.faultsTotal},
        {"faultsBefore", before.faultsTotal}, {"minimal", repair.isMinimal},
        {"operations", repair.patch.size()},  {"steps", stepsWritten(healer, state, repair)},
        {"verdict", repair.verdict}};
    if (!repair.why.empty())
        out["why"] = repair.why;
    if (repair.verdict == "refused")
        out["failedAt"] = repair.failedAt;
    Result result;
    result.figures["faults"] = std::int64_t(before.faultsTotal);
    result.figures["operations"] = std::int64_t(repair.patch.size());
    result.labels["verdict"] = repair.verdict;
    result.outputs.push_back(jsonArtefact("repair", out));
    if (repair.verdict != "prepared" && repair.verdict != "unfit")
        return result;
    const auto patch = crypto::jcs(repair.patch), undo = crypto::jcs(repair.undo),
               mended = crypto::jcs(repair.state);
    if (!patch || !undo || !mended) {
        in.bad("state", "cannot be spelled in one way");
        return in.failure();
    }
    result.outputs.push_back({"patch", "application/json-patch+json", *patch});
    result.outputs.push_back({"undo", "application/json-patch+json", *undo});
    result.outputs.push_back({"state", "text/plain", *mended});
    return result;
}

Repair worked(Healer &healer, Reader &in, const json::value &state, const json::value *patch,
              const json::value *good)
{
    if (!patch)
        return healer.mended(state, good);
    if (patch->is_array())
        return healer.patched(state, patch->get_array());
    if (patch->is_object())
        return healer.patched(state,
                              jsonpatch::difference(state, jsonpatch::merged(state, *patch)));
    in.bad("patch", "neither a list nor an object");
    return {};
}

Result run(const Run &run)
{
    Reader in(run);
    StrictJson strict(in, run);
    const json::value *state = strict.find("state"), *schema = strict.find("schema");
    const json::value *patch = strict.find("patch"), *good = strict.find("good");
    if (!state)
        in.missing("state");
    if (!patch && !schema)
        in.missing("patch");
    if (run.stop.stop_requested())
        return stopped();
    if (in.isBad())
        return in.failure();
    Healer healer(schema, run.stop);
    const Repair repair = worked(healer, in, *state, patch, good);
    if (in.isBad())
        return in.failure();
    Result result;
    if (!healer.isHalted())
        result = written(healer, in, *state, repair);
    if (run.stop.stop_requested())
        return stopped();
    if (!healer.schemaFault().empty()) {
        in.bad("schema", healer.schemaFault());
        return in.failure();
    }
    return result;
}

}  // namespace

extern const Capability repairState;
const Capability repairState = {
    .name = "repair-state",
    .version = "1.0.0",
    .source = "RFC 6901; RFC 6902; RFC 7396; JSON Schema; Zeller and Hildebrandt 2002",
    .inputBytesMax = 1u << 20,
    .outputBytesMax = 8u << 20,
    .run = run,
};

}  // namespace capabilities
