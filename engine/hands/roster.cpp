#include "hands/roster.h"

#include "crypto/hash.h"
#include "hands/labels.h"
#include "hands/resources.h"
#include "kernel/codec.h"

#include <boost/json.hpp>

#include <functional>

namespace hands {

namespace json = boost::json;

namespace {

std::string text(const json::object &object, const char *name)
{
    const json::value *value = object.if_contains(name);
    return value && value->is_string() ? std::string(value->get_string()) : std::string();
}

std::vector<std::string> texts(const json::object &object, const char *name)
{
    std::vector<std::string> found;
    if (const json::value *value = object.if_contains(name); value && value->is_array())
        for (const json::value &item : value->get_array())
            if (item.is_string())
                found.emplace_back(item.get_string());
    return found;
}

json::value parsed(std::string_view bytes)
{
    boost::system::error_code error;
    json::value value = json::parse(bytes, error);
    return error ? json::value() : value;
}

const json::object &exams()
{
    static const json::value value = parsed(resources::exams());
    static const json::object none;
    return value.is_object() ? value.get_object() : none;
}

const json::array *casesOf(const std::string &slug)
{
    const json::value *cases = exams().if_contains(slug);
    return cases && cases->is_array() ? &cases->get_array() : nullptr;
}

// The steps of an agent as shipped, for the artefacts that another one builds on.
std::vector<agentregistry::Step> shipped(const std::string &slug)
{
    std::string error;
    for (agentregistry::Manifest &manifest : roster(error))
        if (manifest.slug == slug)
            return std::move(manifest.steps);
    return {};
}

bool holds(const json::value &found, const std::string &is, const json::value &expected)
{
    const auto contains = [&] {
        if (found.is_string() && expected.is_string())
            return found.get_string().find(expected.get_string()) != json::string::npos;
        if (found.is_array())
            return std::any_of(
                found.get_array().begin(), found.get_array().end(), [&](const json::value &item) {
                    return item == expected
                           || (item.is_object()
                               && std::any_of(
                                   item.get_object().begin(), item.get_object().end(),
                                   [&](const auto &pair) { return pair.value() == expected; }));
                });
        return found.is_object() && expected.is_string()
               && found.get_object().contains(expected.get_string());
    };
    if (is == "equals")
        return found == expected;
    if (is == "contains")
        return contains();
    if (is == "lacks")
        return !contains();
    const std::int64_t *number = found.if_int64();
    const std::int64_t limit = expected.is_int64() ? expected.get_int64() : 0;
    if (is == "atLeast")
        return number && *number >= limit;
    if (is == "atMost")
        return number && *number <= limit;
    if (is == "near") {  // [value, by how much at most]
        const json::array *range = expected.if_array();
        return number && range && range->size() == 2 && range->at(0).is_int64()
               && range->at(1).is_int64()
               && std::abs(*number - range->at(0).get_int64()) <= range->at(1).get_int64();
    }
    if (is == "size")
        return found.is_array() && static_cast<std::int64_t>(found.get_array().size()) == limit;
    if (is == "sizeAtLeast")
        return found.is_array() && static_cast<std::int64_t>(found.get_array().size()) >= limit;
    return false;
}

}  // namespace

std::string runPipeline(const std::vector<agentregistry::Step> &steps, Artefacts &artefacts,
                        const std::stop_token &stop, const BeforeStep &before)
{
    std::vector<bool> isDone(steps.size());
    for (std::size_t round = 0; round < steps.size(); ++round) {
        for (std::size_t i = 0; i < steps.size(); ++i) {
            const agentregistry::Step &step = steps[i];
            Artefacts inputs;
            for (const std::string &input : step.inputs) {
                const std::string name = input.substr(input.find('/') + 1);
                if (const auto found = artefacts.find(name); found != artefacts.end())
                    inputs.insert(*found);
            }
            if (isDone[i] || inputs.size() < step.inputs.size())
                continue;
            isDone[i] = true;
            if (before)
                before(step, inputs);
            StepResult made = runStep(step, inputs, 0, stop);
            if (!made.fault.empty() || !made.result.refusal.empty())
                return step.capability + ": " + made.fault + made.result.refusal;
            for (capabilities::Artefact &artefact : made.result.outputs)
                artefacts[artefact.name] = std::move(artefact.bytes);
        }
    }
    for (std::size_t i = 0; i < steps.size(); ++i)
        if (!isDone[i])
            return steps[i].capability + " lacks an input";
    return {};
}

std::string unmet(const json::object &expectation, const Artefacts &artefacts)
{
    const std::string artefact = text(expectation, "artefact"), at = text(expectation, "at");
    const std::string is = text(expectation, "is");
    const std::string said = artefact + at + ' ' + is;
    const auto made = artefacts.find(artefact);
    if (made == artefacts.end())
        return said + ": nothing of that name was made";
    const json::value *expected = expectation.if_contains("value");
    json::value whole = at.empty() ? json::value(made->second) : parsed(made->second);
    boost::system::error_code error;
    const json::value *found = at.empty() || at == "/" ? &whole : whole.find_pointer(at, error);
    if (!found || !expected || !holds(*found, is, *expected))
        return said + (expected ? ' ' + json::serialize(*expected) : "")
               + (found ? ", found " + json::serialize(*found).substr(0, 120) : ", found nothing");
    return {};
}

std::vector<agentregistry::Manifest> roster(std::string &error)
{
    return manifestsIn(resources::agents(), error);
}

std::vector<agentregistry::Manifest> manifestsIn(std::string_view list, std::string &error)
{
    std::vector<agentregistry::Manifest> manifests;
    const json::value value = parsed(list);
    if (!value.is_array()) {
        error = "agents.json is not a list";
        return manifests;
    }
    for (const json::value &item : value.get_array()) {
        if (!item.is_object())
            continue;
        const json::object &object = item.get_object();
        agentregistry::Manifest manifest;
        manifest.slug = text(object, "id");
        manifest.name = text(object, "name");
        manifest.kind = text(object, "kind");
        manifest.version = text(object, "version");
        if (manifest.version.empty())
            manifest.version = "1.0.0";
        manifest.summary = text(object, "summary");
        manifest.capabilities = texts(object, "capabilities");
        if (const json::value *tier = object.if_contains("tier");
            tier && tier->is_object() && !tier->get_object().empty())
            manifest.tier = json::serialize(*tier);
        if (const json::value *steps = object.if_contains("steps"); steps && steps->is_array()) {
            for (const json::value &stepValue : steps->get_array()) {
                const json::object &step = stepValue.as_object();
                const json::value *params = step.if_contains("params");
                manifest.steps.push_back({text(step, "capability"), texts(step, "inputs"),
                                          texts(step, "outputs"),
                                          params ? json::serialize(*params) : std::string()});
            }
        }
        manifests.push_back(std::move(manifest));
    }
    return manifests;
}

Artefacts givenBy(const json::object &one, const std::stop_token &stop)
{
    Artefacts artefacts;
    artefacts["text"] = text(one, "text");
    if (const json::value *given = one.if_contains("given"); given && given->is_object())
        for (const auto &pair : given->get_object())
            artefacts[pair.key()] = pair.value().is_string()
                                        ? std::string(pair.value().get_string())
                                        : json::serialize(pair.value());
    for (const std::string &slug : texts(one, "after"))
        runPipeline(shipped(slug), artefacts, stop);
    return artefacts;
}

std::string runCase(const json::object &one, const std::vector<agentregistry::Step> &steps,
                    const std::stop_token &stop)
{
    Artefacts artefacts = givenBy(one, stop);
    std::string failed = runPipeline(steps, artefacts, stop);
    if (const std::string refuses = text(one, "refuses"); !refuses.empty())
        return failed.ends_with(' ' + refuses) ? "" : "not refused with " + refuses + ": " + failed;
    if (const json::value *expect = one.if_contains("expect"); expect && expect->is_array())
        for (const json::value &expectation : expect->get_array())
            if (failed.empty())
                failed = unmet(expectation.as_object(), artefacts);
    return failed;
}

ExamResult runExam(const agentregistry::Agent &agent, const std::stop_token &stop)
{
    ExamResult result;
    const json::array *cases = casesOf(agent.slug);
    if (!cases)
        return result;
    for (const json::value &value : *cases) {
        const json::object &one = value.as_object();
        ++result.cases;
        const std::string failed = runCase(one, agent.steps, stop);
        if (failed.empty())
            continue;
        ++result.failures;
        if (result.note.empty())
            result.note = text(one, "name") + ": " + failed;
    }
    return result;
}

kernel::Digest examKey(const agentregistry::Agent &agent)
{
    crypto::Hasher hasher;
    hasher.update(std::string_view(DREAM_VERSION));
    for (const agentregistry::Step &step : agent.steps) {
        const capabilities::Capability *capability = capabilities::find(step.capability);
        hasher.update(kernel::encode(step));
        hasher.update(capability ? capability->version : std::string_view("none"));
    }
    if (const json::array *cases = casesOf(agent.slug))
        hasher.update(json::serialize(*cases));
    return hasher.finish();
}

std::string sentence(const kernel::Refusal &refusal)
{
    static const json::value english = parsed(resources::refusals()),
                             german = parsed(resources::refusalsDe());
    const auto in = [&](const json::value &sentences) {
        const json::object *object = sentences.if_object();
        return object ? object->if_contains(refusal.code) : nullptr;
    };
    const json::value *found = speaksGerman() ? in(german) : nullptr;
    found = found ? found : in(english);
    std::string words =
        found && found->is_string() ? std::string(found->get_string()) : refusal.code;
    for (const auto &[name, value] : refusal.arguments)
        for (std::size_t at = 0; (at = words.find('{' + name + '}', at)) != std::string::npos;
             at += value.size())
            words.replace(at, name.size() + 2, value);
    return words;
}

}  // namespace hands
