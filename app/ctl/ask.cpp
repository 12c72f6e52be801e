// dreamctl send, rows, history, systems, erase: one question each.
#include "ctl/profile.h"

#include "loop/edge.h"
#include "loop/history.h"
#include "loop/replica.h"
#include "organism.h"

#include <algorithm>

namespace ctl {

using namespace kernel;
namespace json = boost::json;

const CommandInfo *commandOf(const std::string &name)
{
    for (const SystemInfo *system : organism::systems())
        for (const CommandInfo &command : system->commands)
            if (command.name == name)
                return &command;
    return nullptr;
}

namespace {

Said answered(const Answer &answer)
{
    Said said;
    json::array ids;
    for (std::uint64_t id : answer.ids)
        ids.push_back(json::string(idText(id)));
    said.value = {{"done", answer.isDone},
                  {"facts", answer.facts},
                  {"firstFact", answer.firstFact},
                  {"ids", ids},
                  {"repeated", answer.isRepeated}};
    said.text = "done";
    for (std::uint64_t id : answer.ids)
        said.text += ' ' + idText(id);
    if (answer.isDone)
        return said;
    said.exit = refused;
    said.value.as_object()["refusal"] = refusalJson(answer.refusal);
    said.text = "refused (" + answer.refusal.code + "): " + sentenceOf(answer.refusal);
    return said;
}

bool fits(const json::object &row, const std::string &where)
{
    const std::size_t equals = where.find('=');
    if (where.empty() || equals == std::string::npos)
        return where.empty();
    const json::value *found = row.if_contains(where.substr(0, equals));
    const std::string wanted = where.substr(equals + 1);
    return found
           && (found->is_string() ? found->get_string() == wanted
                                  : json::serialize(*found) == wanted);
}

// Where the condition names a thing, only facts about it are read.
json::array archived(loop::Core &core, store::Store &store, const loop::Indexer &index,
                     const TableInfo &table, const std::string &where, std::size_t limit)
{
    json::array rows;
    std::set<std::uint64_t> things;
    for (const FieldInfo &field : table.fields) {
        const FieldType &type =
            field.type->kind == FieldType::Optional ? *field.type->element : *field.type;
        if (type.kind == FieldType::Identity && where.starts_with(std::string(field.name) + '='))
            if (const auto id = idFromText(where.substr(field.name.size() + 1)))
                things.insert(*id);
    }
    const auto visit = [&](const loop::FactAt &at) {
        if (!at.info || at.info->kind != table.archiveKind)
            return true;
        json::object row = loop::toJson(table.fields, table.archiveRow(at.bytes, &core.keys()));
        row["fact"] = at.seq;
        if (fits(row, where))
            rows.push_back(std::move(row));
        return rows.size() < limit;
    };
    if (things.empty())
        loop::visitFacts(core, store, 1, visit);
    else
        loop::visitFactsAbout(core, store, &index, things, visit);
    return rows;
}

// A whole number is a fact; anything else a time, of which the last moment up to it is meant.
std::optional<loop::Goal> goalOf(const std::string &text)
{
    if (!text.empty() && text.size() < 19
        && text.find_first_not_of("0123456789") == std::string::npos)
        return loop::Goal{loop::Goal::Fact, std::stoll(text)};
    const std::optional<Time> time = loop::timeFromText(text);
    return time ? std::optional(loop::Goal{loop::Goal::Time, time->us}) : std::nullopt;
}

// The rows of a table as they were, read beside whoever owns the profile.
Said rowsAt(const Call &call, const std::string &where, std::size_t limit)
{
    const std::optional<loop::Goal> goal = goalOf(call.option("at"));
    if (!goal)
        return failed(usage, "usage",
                      "--at wants the number of a fact or a time like 2026-11-23T02:00:00Z");
    const TableInfo *table = nullptr;
    for (const SystemInfo *system : organism::systems())
        for (const TableInfo &one : system->tables)
            if (one.name == call.words.front())
                table = &one;
    if (!table)
        return failed(usage, "usage", "there is no table " + call.words.front());
    std::string error;
    const std::unique_ptr<loop::Replica> replica = loop::Replica::open(call.profile, error);
    if (replica)
        error = replica->show(replica->find(*goal), [](std::uint64_t) { return true; });
    if (!error.empty())
        return failed(fault, "profile.cannotOpen", error);
    const loop::PastMoment &at = replica->at();
    json::array found;
    Said said;
    for (const auto &[key, row] : replica->rows(*table)) {
        json::object one = loop::toJson(table->fields, row);
        if (table->archiveKind)
            one["fact"] = key;
        if (found.size() >= limit || !fits(one, where))
            continue;
        said.text += json::serialize(one) + '\n';
        found.push_back(std::move(one));
    }
    said.text += std::to_string(found.size()) + " rows on " + loop::timeText(at.at)
                 + ", after fact " + std::to_string(at.fact);
    said.value = std::move(found);
    return said;
}

}  // namespace

Said send(const Call &call)
{
    if (call.words.empty())
        return failed(usage, "usage", "which command?");
    const CommandInfo *command = commandOf(call.words.front());
    if (!command)
        return failed(usage, "usage", "there is no command " + call.words.front());
    std::vector<std::pair<std::string, std::string>> words;
    for (std::size_t i = 1; i < call.words.size(); ++i) {
        const std::size_t equals = call.words[i].find('=');
        if (equals == std::string::npos)
            return failed(usage, "usage", "expected key=value, not " + call.words[i]);
        words.emplace_back(call.words[i].substr(0, equals), call.words[i].substr(equals + 1));
    }
    std::string error;
    const std::string cbor = loop::fromWords(command->fields, words, error);
    bool isGood = false;
    Ask ask{command->kind, cbor.empty() ? nullptr : command->decode(cbor, isGood), {}};
    if (!isGood)
        return failed(usage, "usage", error.empty() ? "a value is out of range" : error);
    ask.envelope.actor = call.option("as", "owner");
    ask.envelope.origin = Origin::Control;
    Said said;
    std::unique_ptr<hands::Body> body = open(call, false, said);
    if (!body)
        return said;
    body->waitForAgents(std::chrono::seconds(120));
    return answered(body->engine().ask(std::move(ask)));
}

Said rows(const Call &call)
{
    if (call.words.size() != 1)
        return failed(usage, "usage", "which table?");
    const std::string limitText = call.option("limit", "1000000");
    if (limitText.find_first_not_of("0123456789") != std::string::npos || limitText.size() > 9)
        return failed(usage, "usage", "--limit wants a whole number");
    const std::size_t limit = std::stoul(limitText);
    const std::string where = call.option("where");
    if (call.options.contains("at"))
        return rowsAt(call, where, limit);
    Said said;
    const bool isSettled = call.options.contains("settled");
    std::unique_ptr<hands::Body> body = open(call, !isSettled, said);
    if (!body)
        return said;
    if (isSettled)
        body->waitForAgents(std::chrono::seconds(600));
    json::array found;
    bool isKnown = false;
    body->engine().inspectNow([&](loop::Core &core, store::Store &store) {
        for (const SystemInfo *system : core.systems()) {
            for (const TableInfo &table : system->tables) {
                if (table.name != call.words.front())
                    continue;
                isKnown = true;
                if (table.archiveKind) {
                    found = archived(core, store, body->indexer(), table, where, limit);
                    continue;
                }
                const void *state = core.state(system->number);
                for (std::uint64_t key : table.keys(state, 0, SIZE_MAX)) {
                    if (found.size() >= limit)
                        break;
                    json::object row = loop::toJson(table.fields, table.row(state, key));
                    if (fits(row, where))
                        found.push_back(std::move(row));
                }
            }
        }
    });
    if (!isKnown)
        return failed(usage, "usage", "there is no table " + call.words.front());
    for (const json::value &row : found)
        said.text += json::serialize(row) + '\n';
    said.text += std::to_string(found.size()) + " rows";
    said.value = std::move(found);
    return said;
}

Said history(const Call &call)
{
    const auto id = call.words.size() == 1 ? idFromText(call.words.front()) : std::nullopt;
    if (!id)
        return failed(usage, "usage", "which id? (13 characters)");
    Said said;
    std::unique_ptr<hands::Body> body = open(call, true, said);
    if (!body)
        return said;
    json::array facts;
    body->engine().inspectNow([&](loop::Core &core, store::Store &store) {
        loop::visitFactsAbout(core, store, &body->indexer(), {*id}, [&](const loop::FactAt &at) {
            const auto fact = at.info->decode(at.bytes, &core.keys());
            std::string opened;
            Encoder encoder(opened, nullptr);
            if (fact)
                at.info->encode(encoder, fact.get());
            facts.push_back({{"seq", at.seq},
                             {"page", at.page},
                             {"at", loop::timeText(at.time)},
                             {"name", at.info->name},
                             {"actor", json::string(at.actor)},
                             {"fields", loop::toJson(at.info->fields, opened, true)}});
            said.text += std::to_string(at.seq) + "  " + loop::timeText(at.time) + "  "
                         + at.info->name + "  " + std::string(at.actor) + '\n';
            return true;
        });
    });
    said.text += std::to_string(facts.size()) + " facts";
    said.value = std::move(facts);
    return said;
}

Said systems(const Call &call)
{
    Said said;
    std::unique_ptr<hands::Body> body = open(call, true, said);
    json::array all;
    for (const SystemInfo *system : organism::systems()) {
        json::object one = loop::describe(*system);
        if (body) {
            body->engine().inspectNow([&](loop::Core &core, store::Store &) {
                Vitals vitals;
                if (system->vitals)
                    system->vitals(core.state(system->number), vitals);
                json::array measured;
                for (const Vital &vital : vitals)
                    measured.push_back({{"name", json::string(vital.name)},
                                        {"value", vital.value},
                                        {"unit", json::string(vital.unit)},
                                        {"ageMs", 0}});
                one["vitals"] = measured;
            });
        }
        said.text += std::string(system->organ) + '/' + std::string(system->stem) + ": "
                     + std::string(system->purpose) + '\n';
        all.push_back(std::move(one));
    }
    // A machine that has no profile yet may still ask what the systems are.
    said.exit = allDone;
    said.value = std::move(all);
    return said;
}

Said erase(const Call &call)
{
    const auto id = call.words.size() == 1 ? idFromText(call.words.front()) : std::nullopt;
    if (!id)
        return failed(usage, "usage", "which dream? (an id of 13 characters)");
    Said said;
    std::unique_ptr<hands::Body> body = open(call, false, said);
    if (!body)
        return said;
    body->waitForAgents(std::chrono::seconds(120));
    Envelope envelope;
    envelope.origin = Origin::Control;
    return answered(body->engine().ask(dreams::Erase{{*id}}, envelope));
}

}  // namespace ctl
