// One conversation over the Model Context Protocol: JSON-RPC 2.0 messages, one a line. Answers what
// needs no work at once, runs each tool call on a thread of its own, and says each answer as one line.
// Source: JSON-RPC 2.0; MCP 2025-11-25 (basic/lifecycle, basic/transports, utilities/cancellation),
// batches as 2025-03-26 has them. Thread contract: one thread feeds it; `say` is called by one at a time.
#pragma once

#include "kernel/outcome.h"

#include <boost/json.hpp>

#include <functional>
#include <list>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <thread>

namespace hands::mcp {

inline constexpr std::size_t lineBytesMax = std::size_t{1} << 20;
inline constexpr std::size_t callsMax = 16, batchMax = 64;

// Nobody waits for the answer any more, or not for long.
using IsOver = std::function<bool()>;

boost::json::object refusalJson(const kernel::Refusal &refusal);

// What may be called; asked from many threads.
struct Tools {
    std::function<boost::json::array()> list;
    std::function<bool(std::string_view name)> has;
    std::function<boost::json::object(std::string_view name, const boost::json::object &arguments,
                                      const IsOver &isOver)>
        call;
};

class Session {
public:
    using Say = std::function<void(const std::string &line)>;
    // `log` hears what is worth a line for people.
    Session(Tools tools, Say say, Say log)
        : m_tools(std::move(tools)), m_say(std::move(say)), m_log(std::move(log))
    {
    }
    ~Session();
    Session(const Session &) = delete;
    Session &operator=(const Session &) = delete;

    void take(std::string_view line);
    void takeTooLong();
    // Answers everything that was asked. In a hurry nothing is waited for any more; what was stored
    // stays and goes on at the next start.
    void end(const IsOver &isHurried);

private:
    // Called once for each message; nothing when it wants no answer.
    using Sink = std::function<void(std::optional<boost::json::object>)>;
    struct Request {
        boost::json::value id;
        std::string method;
        boost::json::object params;
    };
    struct Running {
        std::string key;
        std::thread thread;
        bool isCancelled = false, isDone = false;
    };

    void takeBatch(const boost::json::array &batch);
    void takeMessage(const boost::json::value &message, bool isBatched, const Sink &sink);
    void answer(const Request &request, bool isBatched, const Sink &sink);
    void initialize(const Request &request, const Sink &sink);
    void callTool(const Request &request, const Sink &sink);
    void work(Running &running, const Request &request, const Sink &sink);
    void notice(const Request &notification);
    void reap();
    void say(const boost::json::value &message);

    Tools m_tools;
    Say m_say, m_log;
    std::string m_version;  // agreed on; empty before
    std::mutex m_mutex;     // of what follows
    std::list<Running> m_running;
    bool m_isHurried = false;
    std::mutex m_saying;
};

}  // namespace hands::mcp
