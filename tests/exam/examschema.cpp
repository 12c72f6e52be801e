#include "examanswers.h"

#include "capabilities/capability.h"

#include <algorithm>
#include <cmath>
#include <set>

namespace exam {

namespace json = boost::json;

namespace {

using Types = std::map<std::string, std::string>;

std::string typeOf(const json::object &schema)
{
    const json::value *type = schema.if_contains("type");
    if (!type)
        return {};
    if (type->is_string())
        return std::string(type->get_string());
    for (const json::value &one : type->get_array()) {
        if (one.get_string() != "null")
            return std::string(one.get_string());
    }
    return {};
}

// Paths and types of a JSON Schema, as scoring.md flattens it.
void flatten(const json::object &schema, const std::string &prefix, Types &types)
{
    const json::value *properties = schema.if_contains("properties");
    if (!properties || !properties->is_object())
        return;
    for (const auto &[name, property] : properties->get_object()) {
        if (!property.is_object())
            continue;
        const std::string path =
            prefix.empty() ? std::string(name) : prefix + "." + std::string(name);
        const std::string type = typeOf(property.get_object());
        types[path] = type;
        flatten(property.get_object(), path, types);
        const json::value *items = property.get_object().if_contains("items");
        if (type != "array" || !items || !items->is_object())
            continue;
        types[path + "[]"] = typeOf(items->get_object());
        flatten(items->get_object(), path + "[]", types);
    }
}

using Leaf = std::pair<std::string, json::value>;

void leavesOf(const json::value &value, const std::string &path, std::vector<Leaf> &leaves)
{
    if (value.is_array()) {
        for (const json::value &item : value.get_array())
            leavesOf(item, path + "[]", leaves);
    } else if (value.is_object()) {
        for (const auto &[name, item] : value.get_object())
            leavesOf(item, path.empty() ? std::string(name) : path + "." + std::string(name),
                     leaves);
    } else {
        leaves.emplace_back(path, value);
    }
}

bool isSame(const json::value &left, const json::value &right)
{
    if (left.is_number() && right.is_number())
        return std::abs(left.to_number<double>() - right.to_number<double>()) < 0.005;
    if (!left.is_string() || !right.is_string())
        return left == right;
    const std::string a(left.get_string());
    const std::string b(right.get_string());
    return norm(a) == norm(b) || dice(tokensOf(a), tokensOf(b)) >= 0.6;
}

const json::value *answer(const Text &text, const char *artefact)
{
    const auto found = text.answers.find(artefact);
    return found == text.answers.end() ? nullptr : &found->second;
}

std::string familyOf(const Text &text)
{
    const json::value *origin = text.entry.if_contains("nearCopyOf");
    return origin ? std::string(origin->get_string()) : text.id;
}

// The group each text was put into by the engine, from all fingerprints at once.
std::vector<std::int64_t> groupsOf(const std::vector<std::string> &prints)
{
    std::vector<std::int64_t> groups(prints.size(), -1);
    const capabilities::Capability *capability = capabilities::find("compare-texts");
    if (!capability)
        return groups;
    std::vector<capabilities::Input> inputs;
    for (const std::string &print : prints)
        inputs.push_back({"fingerprint", print});
    const json::object params;
    const capabilities::Result result = capability->run({inputs, params, 0, {}, {}});
    if (result.outputs.empty())
        return groups;
    std::int64_t next = 0;
    const json::value made = json::parse(result.outputs[0].bytes);
    for (const json::value &group : made.at("groups").get_array()) {
        for (const json::value &member : group.at("members").get_array())
            groups[member.to_number<std::size_t>()] = next;
        ++next;
    }
    return groups;
}

double likeness(const json::value &left, const json::value &right)
{
    const json::array &a = left.at("minhash").get_array();
    const json::array &b = right.at("minhash").get_array();
    double same = 0;
    for (std::size_t i = 0; i < std::min(a.size(), b.size()); ++i)
        same += a[i] == b[i];
    return same / static_cast<double>(std::max<std::size_t>(1, a.size()));
}

}  // namespace

void schemaFigures(Figures &figures, const std::vector<Text> &texts);
void copyFigures(Figures &figures, const std::vector<Text> &texts);

void schemaFigures(Figures &figures, const std::vector<Text> &texts)
{
    Tally pairs;
    double labelled = 0;
    double found = 0;
    double said = 0;
    Figure &schema = figures["schema.f1"];
    Figure &empty = figures["schemaEmpty.accuracy"];
    for (const Text &text : texts) {
        Types types;
        if (const json::value *made = answer(text, "schema"); made && made->is_object())
            flatten(made->get_object(), {}, types);
        if (text.isOriginal && text.isNonsense) {
            ++empty.n;
            empty.value += types.empty();
        }
        const json::value *label = text.entry.if_contains("schema");
        if (!text.isOriginal || text.isNonsense || !label)
            continue;
        const Tally before = pairs;
        for (const auto &[path, type] : label->at("properties").get_object()) {
            const auto guess = types.find(std::string(path));
            const bool isHit =
                guess != types.end()
                && (guess->second == type.get_string()
                    || (guess->second == "integer" && type.get_string() == "number"));
            ++(isHit ? pairs.hit : pairs.missed);
        }
        pairs.wrong += static_cast<double>(types.size()) - (pairs.hit - before.hit);
        if (pairs.wrong != before.wrong || pairs.missed != before.missed)
            schema.failing.push_back(text.id);
        std::vector<Leaf> free;
        std::vector<Leaf> guesses;
        leavesOf(label->at("record"), {}, free);
        if (const json::value *made = answer(text, "record"))
            leavesOf(*made, {}, guesses);
        labelled += static_cast<double>(free.size());
        said += static_cast<double>(guesses.size());
        for (const Leaf &guess : guesses) {
            const auto hit = std::ranges::find_if(free, [&](const Leaf &leaf) {
                return leaf.first == guess.first && isSame(leaf.second, guess.second);
            });
            if (hit != free.end()) {
                free.erase(hit);
                ++found;
            }
        }
    }
    schema.value = pairs.f1();
    schema.n = pairs.hit + pairs.missed;
    figures["record.recall"] = {found / std::max(1.0, labelled), labelled, {}};
    figures["record.precision"] = {found / std::max(1.0, said), said, {}};
    empty.value /= std::max(1.0, empty.n);
}

void copyFigures(Figures &figures, const std::vector<Text> &texts)
{
    std::vector<std::string> prints;
    for (const Text &text : texts) {
        const json::value *print = answer(text, "fingerprint");
        if (!print)
            return;
        prints.push_back(json::serialize(*print));
    }
    const std::vector<std::int64_t> groups = groupsOf(prints);
    Tally tally;
    std::vector<double> copies;
    std::vector<double> hards;
    double hardCalled = 0;
    for (std::size_t i = 0; i < texts.size(); ++i) {
        for (std::size_t j = i + 1; j < texts.size(); ++j) {
            const bool isCopy = familyOf(texts[i]) == familyOf(texts[j]);
            const auto names = [](const Text &one, const Text &other) {
                const json::value *named = one.entry.if_contains("notCopyOf");
                return named && named->is_string() && named->get_string() == other.id;
            };
            const bool isHard = names(texts[i], texts[j]) || names(texts[j], texts[i]);
            const bool isCalled = groups[i] >= 0 && groups[i] == groups[j];
            tally.hit += isCalled && isCopy;
            tally.wrong += isCalled && !isCopy;
            tally.missed += !isCalled && isCopy;
            hardCalled += isHard && isCalled;
            if (isCopy)
                copies.push_back(
                    likeness(*answer(texts[i], "fingerprint"), *answer(texts[j], "fingerprint")));
            else if (isHard)
                hards.push_back(
                    likeness(*answer(texts[i], "fingerprint"), *answer(texts[j], "fingerprint")));
        }
    }
    double ordered = 0;
    for (const double copy : copies) {
        for (const double hard : hards)
            ordered += copy > hard ? 1.0 : (copy == hard ? 0.5 : 0.0);
    }
    const double combinations =
        static_cast<double>(copies.size()) * static_cast<double>(hards.size());
    figures["nearCopies.f1"] = {tally.f1(), tally.hit + tally.missed, {}};
    figures["nearCopies.separation"] = {
        combinations == 0 ? 0 : ordered / combinations, combinations, {}};
}

}  // namespace exam
