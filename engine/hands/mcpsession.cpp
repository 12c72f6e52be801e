#include "hands/mcpsession.h"

#include "hands/roster.h"
#include "kernel/cbor.h"

#include <algorithm>

namespace hands::mcp {

using kernel::Refusal;
namespace json = boost::json;

namespace {

// Newest first: who asks for another is answered with the newest.
constexpr std::string_view versions[] = {"2025-11-25", "2025-06-18", "2025-03-26"};
constexpr std::string_view batchVersion = "2025-03-26";

enum Code {
    parseError = -32700,
    invalidRequest = -32600,
    noMethod = -32601,
    invalidParams = -32602
};

json::object errorOf(const json::value &id, Code code, const Refusal &refusal)
{
    return {{"jsonrpc", "2.0"},
            {"id", id},
            {"error",
             {{"code", static_cast<int>(code)},
              {"message", sentence(refusal)},
              {"data", refusalJson(refusal)}}}};
}

json::object resultOf(const json::value &id, json::object result)
{
    return {{"jsonrpc", "2.0"}, {"id", id}, {"result", std::move(result)}};
}

Refusal badRequest(std::string what)
{
    return {"mcp.badRequest", {{"what", std::move(what)}}};
}

Refusal limited(std::string code, std::size_t limit)
{
    return {std::move(code), {{"limit", std::to_string(limit)}}};
}

std::string shortened(std::string_view text)
{
    return std::string(kernel::firstBytes(text, 64));
}

const json::object *objectIn(const json::object &params, const char *name)
{
    const json::value *value = params.if_contains(name);
    return value ? value->if_object() : nullptr;
}

bool isText(const json::object &params, const char *name)
{
    const json::value *value = params.if_contains(name);
    return value && value->is_string();
}

bool isId(const json::value &id)
{
    return id.is_string() || id.is_int64() || id.is_uint64();
}

// What comes back for the messages of a batch, said together once the last is answered.
struct Together {
    std::mutex mutex;
    json::array answers;
    std::size_t left = 0;
};

}  // namespace

json::object refusalJson(const Refusal &refusal)
{
    json::object arguments;
    for (const auto &[name, value] : refusal.arguments)
        arguments[name] = value;
    return {{"code", refusal.code}, {"sentence", sentence(refusal)}, {"arguments", arguments}};
}

Session::~Session()
{
    end([] { return true; });
}

void Session::say(const json::value &message)
{
    const std::string line = json::serialize(message);
    const std::lock_guard lock(m_saying);
    m_say(line);
}

void Session::takeTooLong()
{
    say(errorOf(nullptr, invalidRequest, limited("mcp.lineTooLong", lineBytesMax)));
}

void Session::take(std::string_view line)
{
    reap();
    boost::system::error_code error;
    const json::value message = json::parse(line, error);
    if (error)
        return say(errorOf(nullptr, parseError, {"mcp.notJson", {}}));
    if (const json::array *batch = message.if_array())
        return takeBatch(*batch);
    takeMessage(message, false, [this](std::optional<json::object> answer) {
        if (answer)
            say(*answer);
    });
}

void Session::takeBatch(const json::array &batch)
{
    if (m_version != batchVersion)
        return say(
            errorOf(nullptr, invalidRequest, badRequest("batches are not of this revision")));
    if (batch.empty())
        return say(errorOf(nullptr, invalidRequest, badRequest("an empty batch")));
    if (batch.size() > batchMax)
        return say(errorOf(nullptr, invalidRequest, limited("mcp.batchTooLarge", batchMax)));
    const auto together = std::make_shared<Together>();
    together->left = batch.size();
    const Sink sink = [this, together](std::optional<json::object> answer) {
        json::array answers;
        {
            const std::lock_guard lock(together->mutex);
            if (answer)
                together->answers.push_back(std::move(*answer));
            if (--together->left)
                return;
            answers = std::move(together->answers);
        }
        if (!answers.empty())
            say(answers);
    };
    for (const json::value &message : batch)
        takeMessage(message, true, sink);
}

void Session::takeMessage(const json::value &message, bool isBatched, const Sink &sink)
{
    const json::object *object = message.if_object();
    const json::value *version = object ? object->if_contains("jsonrpc") : nullptr;
    if (!version || *version != "2.0")
        return sink(errorOf(nullptr, invalidRequest, badRequest("no JSON-RPC 2.0 message")));
    const json::value *id = object->if_contains("id"), *params = object->if_contains("params");
    if (id && !isId(*id))
        return sink(
            errorOf(nullptr, invalidRequest, badRequest("an id is a text or a whole number")));
    if (!isText(*object, "method")) {
        // An answer to a question nobody here asked.
        if (id && (object->contains("result") || object->contains("error")))
            return sink({});
        return sink(errorOf(id ? *id : nullptr, invalidRequest, badRequest("no method")));
    }
    Request request{id ? *id : nullptr, std::string(object->at("method").get_string()), {}};
    if (params && params->is_object())
        request.params = params->get_object();
    if (!id) {
        notice(request);
        return sink({});
    }
    if (params && !params->is_object())
        return sink(errorOf(*id, invalidParams, badRequest("params is an object")));
    answer(request, isBatched, sink);
}

void Session::notice(const Request &notification)
{
    const json::value *id = notification.params.if_contains("requestId");
    if (notification.method != "notifications/cancelled" || !id || !isId(*id))
        return;
    const std::string key = json::serialize(*id);
    const std::lock_guard lock(m_mutex);
    for (Running &running : m_running)
        if (running.key == key && !running.isDone)
            running.isCancelled = true;
}

void Session::answer(const Request &request, bool isBatched, const Sink &sink)
{
    const std::string &method = request.method;
    const bool isOurs = method == "tools/list" || method == "tools/call" || method == "initialize";
    if (method == "ping")
        return sink(resultOf(request.id, {}));
    if (!isOurs)
        return sink(
            errorOf(request.id, noMethod, {"mcp.unknownMethod", {{"method", shortened(method)}}}));
    if ((method == "initialize") != m_version.empty() || (isBatched && method == "initialize"))
        return sink(errorOf(request.id, invalidRequest, {"mcp.notReady", {}}));
    if (method == "initialize")
        return initialize(request, sink);
    if (method == "tools/call")
        return callTool(request, sink);
    // All tools fit on one page, so no cursor was ever handed out.
    if (request.params.contains("cursor"))
        return sink(errorOf(request.id, invalidParams, badRequest("there is no such cursor")));
    sink(resultOf(request.id, {{"tools", m_tools.list()}}));
}

void Session::initialize(const Request &request, const Sink &sink)
{
    const json::object *client = objectIn(request.params, "clientInfo");
    if (!isText(request.params, "protocolVersion") || !objectIn(request.params, "capabilities")
        || !client || !isText(*client, "name") || !isText(*client, "version"))
        return sink(
            errorOf(request.id, invalidParams,
                    badRequest("initialize says protocolVersion, capabilities and clientInfo")));
    const std::string_view wanted = request.params.at("protocolVersion").get_string();
    const bool isSpoken =
        std::find(std::begin(versions), std::end(versions), wanted) != std::end(versions);
    m_version = isSpoken ? wanted : versions[0];
    m_log("mcp: " + shortened(client->at("name").get_string()) + " speaks " + m_version);
    sink(resultOf(
        request.id,
        {{"protocolVersion", m_version},
         {"capabilities", {{"tools", json::object()}}},
         {"serverInfo",
          {{"name", "dreamctl"}, {"title", "DreamScope"}, {"version", DREAM_VERSION}}},
         {"instructions",
          "Dreams are texts worth working on. submit_dream writes one and waits for the agents; every "
          "step leaves a signed receipt that verify_receipt checks."}}));
}

void Session::callTool(const Request &request, const Sink &sink)
{
    const json::value *arguments = request.params.if_contains("arguments");
    if (!isText(request.params, "name") || (arguments && !arguments->is_object()))
        return sink(errorOf(request.id, invalidParams,
                            badRequest("tools/call says a name, and arguments as an object")));
    const std::string_view name = request.params.at("name").get_string();
    if (!m_tools.has(name))
        return sink(
            errorOf(request.id, invalidParams, {"mcp.unknownTool", {{"tool", shortened(name)}}}));
    const std::string key = json::serialize(request.id);
    std::unique_lock lock(m_mutex);
    const auto open = [](const Running &running) { return !running.isDone; };
    const auto isSame = [&](const Running &running) { return open(running) && running.key == key; };
    std::optional<Refusal> refusal;
    if (std::any_of(m_running.begin(), m_running.end(), isSame))
        refusal = Refusal{"mcp.idInUse", {}};
    else if (std::count_if(m_running.begin(), m_running.end(), open) >= std::ptrdiff_t{callsMax})
        refusal = limited("mcp.tooManyCalls", callsMax);
    if (refusal) {
        lock.unlock();
        return sink(errorOf(request.id, invalidRequest, *refusal));
    }
    Running &running = m_running.emplace_back();
    running.key = key;
    running.thread = std::thread([this, &running, request, sink] { work(running, request, sink); });
}

void Session::work(Running &running, const Request &request, const Sink &sink)
{
    static const json::object none;
    const json::object *arguments = objectIn(request.params, "arguments");
    const IsOver isOver = [&] {
        const std::lock_guard lock(m_mutex);
        return running.isCancelled || m_isHurried;
    };
    json::object result;
    try {
        result = m_tools.call(request.params.at("name").get_string(), arguments ? *arguments : none,
                              isOver);
    } catch (const std::exception &thrown) {
        m_log(std::string("mcp: a call failed: ") + thrown.what());
        result = {{"content", json::array{json::object{{"type", "text"}, {"text", thrown.what()}}}},
                  {"isError", true}};
    }
    bool isCancelled = false;
    {
        const std::lock_guard lock(m_mutex);
        isCancelled = running.isCancelled;
        running.key.clear();
    }
    sink(isCancelled ? std::nullopt : std::optional(resultOf(request.id, std::move(result))));
    const std::lock_guard lock(m_mutex);
    running.isDone = true;
}

void Session::reap()
{
    std::list<Running> done;
    {
        const std::lock_guard lock(m_mutex);
        for (auto at = m_running.begin(); at != m_running.end();) {
            const auto next = std::next(at);
            if (at->isDone)
                done.splice(done.end(), m_running, at);
            at = next;
        }
    }
    for (Running &running : done)
        running.thread.join();
}

void Session::end(const IsOver &isHurried)
{
    for (;;) {
        reap();
        const bool isNow = isHurried();
        {
            const std::lock_guard lock(m_mutex);
            if (m_running.empty())
                return;
            m_isHurried = isNow;
        }
        std::this_thread::sleep_for(std::chrono::milliseconds(2));
    }
}

}  // namespace hands::mcp
