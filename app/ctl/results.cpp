#include "ctl/results.h"

#include "loop/edge.h"
#include "loop/history.h"

namespace ctl {

using namespace kernel;
namespace json = boost::json;

namespace {

// A fact of an archive as a row, with its numbers.
json::object receiptJson(const loop::FactAt &at)
{
    json::object row = loop::toJson(at.info->fields, at.bytes, true);
    row["fact"] = at.seq;
    row["page"] = at.page;
    return row;
}

}  // namespace

std::map<std::uint64_t, json::object> resultsOf(hands::Body &body,
                                                const std::set<std::uint64_t> &things)
{
    std::map<std::uint64_t, json::object> results;
    body.engine().inspectNow([&](loop::Core &core, store::Store &store) {
        constexpr auto finished = factKind<superspine::SuperSpine, superspine::Finished>();
        constexpr auto closed = factKind<superspine::SuperSpine, superspine::Closed>();
        std::map<std::uint64_t, json::array> receipts, artefacts;
        std::map<std::uint64_t, json::value> scores;
        loop::visitFactsAbout(core, store, &body.indexer(), things, [&](const loop::FactAt &at) {
            if (!at.info || (at.info->kind != finished && at.info->kind != closed))
                return true;
            json::object row = receiptJson(at);
            const std::uint64_t dream =
                idFromText(std::string_view(row["dream"].as_string())).value_or(0);
            if (at.info->kind == closed) {
                scores[dream] = row["figures"];
                return true;
            }
            for (const json::value &output : row["outputs"].as_array()) {
                json::object artefact = output.as_object();
                artefact["agent"] = row["agent"];
                artefact["capability"] = row["capability"];
                artefacts[dream].push_back(std::move(artefact));
            }
            receipts[dream].push_back(std::move(row));
            return true;
        });
        for (const std::uint64_t id : things) {
            const dreams::Dream *dream = core.stateOf<dreams::Dreams>().dreams.find(id);
            json::object &said = results[id];
            said["id"] = idText(id);
            said["title"] = dream ? json::value(dream->title.value) : json::value(nullptr);
            said["state"] =
                dream ? loop::toJson(typeOf<dreams::Dream>().fields, encode(*dream))["state"]
                      : json::value("erased");
            said["form"] = dream ? json::value(dream->form) : json::value(nullptr);
            said["language"] = dream ? json::value(dream->language) : json::value(nullptr);
            said["scores"] = scores[id];
            said["artefacts"] = artefacts[id];
            said["receipts"] = receipts[id];
        }
    });
    return results;
}

json::array receiptsOf(hands::Body &body, std::uint64_t task)
{
    constexpr auto finished = factKind<superspine::SuperSpine, superspine::Finished>();
    json::array receipts;
    body.engine().inspectNow([&](loop::Core &core, store::Store &store) {
        loop::visitFactsAbout(core, store, &body.indexer(), {task}, [&](const loop::FactAt &at) {
            if (at.info && at.info->kind == finished)
                receipts.push_back(receiptJson(at));
            return true;
        });
    });
    return receipts;
}

std::string reasonOf(const json::object &said)
{
    if (const json::value *receipts = said.if_contains("receipts");
        receipts && receipts->is_array())
        for (const json::value &receipt : receipts->get_array())
            if (receipt.at("outcome").as_string() != "done"
                && !receipt.at("reason").as_string().empty())
                return std::string(receipt.at("reason").as_string());
    return "superspine.notDone";
}

bool isWorked(const json::object &said)
{
    const json::value *state = said.if_contains("state");
    return state && state->is_string() && state->get_string() == "understood";
}

}  // namespace ctl
