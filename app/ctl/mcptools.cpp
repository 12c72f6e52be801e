#include "ctl/mcptools.h"

#include "ctl/mcpschema.h"
#include "ctl/profile.h"
#include "ctl/results.h"

#include "loop/bundle.h"
#include "loop/edge.h"
#include "loop/history.h"

#include <algorithm>

namespace ctl::mcp {

using namespace kernel;
namespace json = boost::json;
using Clock = std::chrono::steady_clock;

namespace {

constexpr auto step = std::chrono::milliseconds(5);
constexpr auto signedMax = std::chrono::seconds(3);

// One call: who asks what of whom.
struct Asked {
    hands::Body &body;
    const std::string &actor;
    const json::object &given;
    const IsOver &isOver;
};

// What a tool came to. A refusal may come with what there is all the same.
struct Found {
    json::object value;
    Refusal refusal;
};

Found refusedWith(std::string code, Arguments arguments = {})
{
    return {{}, {std::move(code), std::move(arguments)}};
}

// Until it holds; false when the time of the call is over before.
bool waitUntil(const Asked &asked, std::int64_t secondsMax, const std::function<bool()> &holds)
{
    const auto end = Clock::now() + std::chrono::seconds(secondsMax);
    while (!holds()) {
        if (asked.isOver() || Clock::now() >= end)
            return false;
        std::this_thread::sleep_for(step);
    }
    return true;
}

// By the name and values `dreamctl send` would be given, through the same gate.
Answer send(const Asked &asked, const std::string &command, const json::object &values)
{
    std::string error;
    std::optional<Ask> ask = loop::makeAsk(*commandOf(command), values, error);
    Answer answer;
    answer.refusal = {"mcp.badArguments", {{"what", error}}};
    if (!ask)
        return answer;
    waitUntil(asked, 120, [&] { return asked.body.waitForAgents(std::chrono::milliseconds(0)); });
    ask->envelope.actor = asked.actor;
    ask->envelope.origin = Origin::Control;
    return asked.body.engine().ask(std::move(*ask));
}

// Who only reads is somebody here too: a key in this profile, unlocked.
Outcome present(const Asked &asked)
{
    Outcome outcome;
    asked.body.engine().inspectNow([&](loop::Core &core, store::Store &) {
        const bool isKnown = asked.actor == "owner"
                             || passports::find(core.stateOf<passports::Passports>(), asked.actor);
        if (!isKnown)
            outcome =
                refuse("identity.notYours", {{"actor", std::string(firstBytes(asked.actor, 64))}});
        else if (!core.door().isPresent(asked.actor))
            outcome = refuse("identity.locked", {{"actor", asked.actor}});
    });
    return outcome;
}

json::object resultOf(const Asked &asked, std::uint64_t dream)
{
    return resultsOf(asked.body, {dream}).at(dream);
}

// Waits for the work on a dream and says what it came to.
Found worked(const Asked &asked, std::uint64_t dream, std::int64_t secondsMax)
{
    const auto end = Clock::now() + std::chrono::seconds(secondsMax);
    const bool isDone = asked.body.waitForDreams(
        {dream}, [&](std::size_t) { return !asked.isOver() && Clock::now() < end; });
    Found found{resultOf(asked, dream), {}};
    found.value["isDone"] = isDone;
    return found;
}

Found submitDream(const Asked &asked)
{
    json::object create = asked.given;
    create["body"] = create["text"];
    create.erase("text");
    create.erase("wait");
    const Answer answer = send(asked, "dreams.create", create);
    const bool isRepeated = answer.refusal.code == "dreams.alreadyHere";
    if (!answer.isDone && !isRepeated)
        return {{}, answer.refusal};
    const std::uint64_t dream =
        isRepeated ? idFromText(answer.refusal.arguments.front().second).value_or(0)
                   : answer.ids.front();
    Found found = worked(asked, dream, wholeOf(asked.given, "wait", 60));
    found.value["repeated"] = isRepeated;
    return found;
}

// The text behind a digest that this dream names as its body or as an artefact.
Found contentOf(const Asked &asked, std::uint64_t dream, const Digest &digest)
{
    loop::Engine &engine = asked.body.engine();
    const std::unique_ptr<store::Store> reader = engine.reader();
    const std::optional<std::string> bytes =
        reader ? engine.blob(*reader, dream, digest) : std::nullopt;
    if (!bytes || !isUtf8(*bytes))
        return refusedWith("mcp.unknownContent");
    return {{{"id", idText(dream)}, {"digest", digest.hex()}, {"content", *bytes}}, {}};
}

Found dreamResults(const Asked &asked)
{
    const std::uint64_t dream = *idFromText(textOf(asked.given, "id"));
    std::optional<Digest> body;
    asked.body.engine().inspectNow([&](loop::Core &core, store::Store &) {
        if (const dreams::Dream *one = core.stateOf<dreams::Dreams>().dreams.find(dream))
            body = one->body;
    });
    if (!body)
        return refusedWith("dreams.unknown");
    if (asked.given.contains("content"))
        return contentOf(asked, dream, *Digest::fromHex(textOf(asked.given, "content")));
    Found found = worked(asked, dream, wholeOf(asked.given, "wait", 0));
    found.value["body"] = body->hex();
    return found;
}

Found search(const Asked &asked)
{
    loop::Indexer &indexer = asked.body.indexer();
    waitUntil(asked, 60, [&] { return indexer.settle(std::chrono::milliseconds(50)); });
    store::SearchOptions options;
    options.limit = static_cast<std::size_t>(wholeOf(asked.given, "limit", 20));
    const json::value *archived = asked.given.if_contains("archived");
    options.withArchived = archived && archived->get_bool();
    std::vector<store::SearchFound> dreams;
    json::array rows;
    if (indexer.search(textOf(asked.given, "text"), options, dreams))
        for (const store::SearchFound &one : dreams)
            rows.push_back({{"id", idText(one.dream)},
                            {"title", one.title},
                            {"score", one.score},
                            {"snippet", one.snippet}});
    return {{{"dreams", std::move(rows)}}, {}};
}

json::object verdictJson(const loop::Verdict &verdict)
{
    json::array findings;
    for (const loop::Finding &finding : verdict.findings)
        findings.push_back({{"where", finding.where}, {"what", finding.what}});
    return {{"good", verdict.isGood()},
            {"findings", std::move(findings)},
            {"facts", verdict.facts},
            {"pages", verdict.pages},
            {"signer", verdict.signer ? loop::fingerprintOf(*verdict.signer) : "nobody"},
            {"signerKnown", verdict.isKnownSigner}};
}

// Its receipts taken out of the journal as a bundle, and that held against this profile's own key.
// The newest pages are signed a moment after they were written.
Found verifyThing(const Asked &asked, std::uint64_t thing, loop::VerifyOptions options)
{
    constexpr auto finished = factKind<superspine::SuperSpine, superspine::Finished>();
    const auto isWanted = [&](const loop::FactAt &at) {
        return at.info && at.info->kind == finished && loop::isAbout(*at.info, at.bytes, {thing});
    };
    const std::unique_ptr<store::Store> reader = asked.body.engine().reader();
    std::uint64_t receipts = 0;
    std::string bundle;
    loop::visitFacts(loop::JournalView(*reader), *reader, 1, [&](const loop::FactAt &at) {
        receipts += isWanted(at);
        return true;
    });
    if (options.key.empty())
        options.key = loop::fingerprintOf(asked.body.engine().deviceKey());
    loop::Verdict verdict;
    const auto end = Clock::now() + signedMax;
    do {
        std::string error;
        bundle = loop::exportFacts(loop::JournalView(*reader), *reader, isWanted, error);
        if (error.empty())
            verdict = loop::verifyExport(bundle, options);
        if (!receipts || verdict.facts >= receipts || asked.isOver())
            break;
        std::this_thread::sleep_for(10 * step);
    } while (Clock::now() < end);
    if (!verdict.facts)
        return refusedWith("mcp.nothingSigned");
    Found found{verdictJson(verdict), {}};
    found.value["receipts"] = receipts;
    return found;
}

Found verifyReceipt(const Asked &asked)
{
    const std::string bundle = textOf(asked.given, "bundle"), id = textOf(asked.given, "id");
    if (bundle.empty() == id.empty())
        return refusedWith("mcp.badArguments", {{"what", "either a bundle or an id"}});
    loop::VerifyOptions options;
    options.key = textOf(asked.given, "key");
    if (!id.empty())
        return verifyThing(asked, *idFromText(id), options);
    const loop::Verdict verdict = loop::verifyExport(bundle, options);
    return {verdictJson(verdict), {}};
}

Found runCapability(const Asked &asked)
{
    json::object submit = asked.given;
    submit.erase("wait");
    const Answer answer = send(asked, "superspine.submit", submit);
    if (!answer.isDone)
        return {{}, answer.refusal};
    const std::uint64_t task = answer.ids.front();
    const bool isDone = waitUntil(asked, wholeOf(asked.given, "wait", 60), [&] {
        bool isOpen = false;
        asked.body.engine().inspectNow([&](loop::Core &core, store::Store &) {
            const auto *one = core.stateOf<superspine::SuperSpine>().tasks.find(task);
            isOpen = one && one->state <= superspine::TaskState::Leased;
        });
        return !isOpen;
    });
    json::array receipts = receiptsOf(asked.body, task);
    Found found{{{"task", idText(task)}, {"isDone", isDone}}, {}};
    if (isDone && (receipts.empty() || receipts.back().at("outcome") != "done")) {
        // A refusal of the capability has a code; a fault has words, which the receipt shows.
        const std::string reason =
            receipts.empty() ? "" : std::string(receipts.back().at("reason").as_string());
        const bool isCode = !reason.empty() && reason.find(' ') == std::string::npos;
        found.refusal = {isCode ? reason : "superspine.notDone", {}};
    }
    found.value["receipts"] = std::move(receipts);
    return found;
}

constexpr Argument waiting{
    "wait", Argument::Whole, false,
    0,      waitSecondsMax,  "seconds to wait for the work to be done; it goes on afterwards"};
constexpr Argument submitArguments[] = {
    {"text", Argument::Text, true, 1, dreams::bodyBytesMax,
     "what is dreamt of, as plain text or Markdown"},
    {"title", Argument::Text, false, 1, 1024, "else its first heading or line"},
    {"kind", Argument::Text, false, 1, 32, "idea, goal, brief, journal or nightDream"},
    {"tags", Argument::Texts, false, 0, dreams::tagsMax, "words to find it by"},
    waiting,
};
constexpr Argument resultArguments[] = {
    {"id", Argument::Id, true, 0, 0, "of the dream"},
    {"content", Argument::Digest, false, 0, 0,
     "the text behind this digest instead: of the dream's body or of one of its artefacts"},
    waiting,
};
constexpr Argument searchArguments[] = {
    {"text", Argument::Text, true, 1, 1024, "words, \"a phrase\", front*, -without, title:word"},
    {"limit", Argument::Whole, false, 1, 100, "how many at most"},
    {"archived", Argument::Flag, false, 0, 1, "archived dreams too"},
};
constexpr Argument verifyArguments[] = {
    {"bundle", Argument::Text, false, 1, 1 << 20, "an exported file, as it is"},
    {"id", Argument::Id, false, 0, 0, "of a dream or a task in this profile"},
    {"key", Argument::Text, false, 1, 256, "the words of the signer's key, to hold it against"},
};
constexpr Argument runArguments[] = {
    {"capability", Argument::Text, true, 1, 64, "its name"},
    {"dream", Argument::Id, true, 0, 0, "which dream it works on"},
    {"agent", Argument::Text, false, 1, 64, "who does it; else the least busy who can"},
    waiting,
};

struct Tool {
    const char *name, *title, *says;
    std::span<const Argument> arguments;
    const char *always;  // a field of every answer that is no refusal
    bool isReading;
    Found (*run)(const Asked &);
};
constexpr Tool tools[] = {
    {"submit_dream", "Submit a dream",
     "Writes a dream down and lets the agents work it. The very same text is not written twice.",
     submitArguments, "id", false, submitDream},
    {"dream_results", "Results of a dream",
     "What the agents found in a dream: scores, artefacts, receipts; or the text of one of them.",
     resultArguments, "id", true, dreamResults},
    {"search", "Search dreams", "Dreams by their words, best first.", searchArguments, "dreams",
     true, search},
    {"verify_receipt", "Verify receipts",
     "Checks an exported bundle, or the receipts of a dream or task, down to the signature.",
     verifyArguments, "good", true, verifyReceipt},
    {"run_capability", "Run a capability", "Lets one agent do one step on a dream.", runArguments,
     "task", false, runCapability},
};

const Tool *toolOf(std::string_view name)
{
    const auto found = std::find_if(std::begin(tools), std::end(tools),
                                    [&](const Tool &tool) { return name == tool.name; });
    return found == std::end(tools) ? nullptr : &*found;
}

json::object resultFrom(Found found)
{
    json::object result;
    const bool isError = !found.refusal.code.empty();
    std::string text;
    if (isError) {
        found.value["refusal"] = refusalJson(found.refusal);
        text = "refused (" + found.refusal.code + "): " + sentenceOf(found.refusal);
    } else {
        text = json::serialize(found.value);
    }
    result["content"] = json::array{json::object{{"type", "text"}, {"text", text}}};
    result["structuredContent"] = std::move(found.value);
    result["isError"] = isError;
    return result;
}

json::array list()
{
    json::array all;
    for (const Tool &tool : tools) {
        const json::object output{
            {"type", "object"},
            {"anyOf", json::array{json::object{{"required", json::array{tool.always}}},
                                  json::object{{"required", json::array{"refusal"}}}}}};
        all.push_back({{"name", tool.name},
                       {"title", tool.title},
                       {"description", tool.says},
                       {"inputSchema", schemaOf(tool.arguments)},
                       {"outputSchema", output},
                       {"annotations",
                        {{"readOnlyHint", tool.isReading},
                         {"destructiveHint", false},
                         {"openWorldHint", false}}}});
    }
    return all;
}

json::object call(hands::Body &body, const std::string &actor, std::string_view name,
                  const json::object &arguments, const IsOver &isOver)
{
    const Tool &tool = *toolOf(name);
    const Asked asked{body, actor, arguments, isOver};
    Found found;
    if (const std::string what = misfit(tool.arguments, arguments); !what.empty())
        found = refusedWith("mcp.badArguments", {{"what", what}});
    else if (Outcome here = present(asked); !here)
        found.refusal = here.refusal();
    else
        found = tool.run(asked);
    json::object result = resultFrom(std::move(found));
    if (const std::size_t bytes = json::serialize(result).size(); bytes > resultBytesMax)
        result = resultFrom(
            refusedWith("mcp.resultTooLarge", {{"bytes", std::to_string(bytes)},
                                               {"limit", std::to_string(resultBytesMax)}}));
    return result;
}

}  // namespace

hands::mcp::Tools toolsOf(hands::Body &body, const std::string &actor)
{
    return {
        list, toolOf,
        [&body, actor](std::string_view name, const json::object &arguments, const IsOver &isOver) {
            return call(body, actor, name, arguments, isOver);
        }};
}

}  // namespace ctl::mcp
