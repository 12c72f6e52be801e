// dreamctl mcp: tools for another program over standard input and output. Nothing but the protocol
// goes to standard output. Ends when its input does, with everything stored.
#include "ctl/mcptools.h"
#include "ctl/profile.h"

#include "loop/platform.h"

#include <csignal>
#include <iostream>

namespace ctl {

namespace {

volatile std::sig_atomic_t isTold = 0;  // to end

constexpr auto look = std::chrono::milliseconds(100);
constexpr std::size_t chunk = 65'536;

// Feeds whole lines. What is longer than a line may be is refused once and passed by.
class Lines {
public:
    explicit Lines(hands::mcp::Session &session) : m_session(session) {}

    void feed(std::string_view bytes)
    {
        for (std::size_t at; (at = bytes.find('\n')) != std::string_view::npos;) {
            grow(bytes.substr(0, at));
            finish();
            bytes.remove_prefix(at + 1);
        }
        grow(bytes);
    }
    void finish()
    {
        if (m_line.ends_with('\r'))
            m_line.pop_back();
        if (!m_isTooLong && !m_line.empty())
            m_session.take(m_line);
        m_line.clear();
        m_isTooLong = false;
    }

private:
    void grow(std::string_view bytes)
    {
        if (m_isTooLong)
            return;
        m_isTooLong = m_line.size() + bytes.size() > hands::mcp::lineBytesMax;
        if (!m_isTooLong) {
            m_line += bytes;
            return;
        }
        m_line.clear();
        m_session.takeTooLong();
    }

    hands::mcp::Session &m_session;
    std::string m_line;
    bool m_isTooLong = false;
};

void listen()
{
    for (const int sign : {SIGINT, SIGTERM})
        std::signal(sign, [](int) { isTold = 1; });
#ifdef SIGPIPE
    // Who stops reading ends the conversation, not the storing.
    std::signal(SIGPIPE, SIG_IGN);
#endif
}

}  // namespace

Said speakMcp(const Call &call)
{
    if (!call.words.empty())
        return failed(usage, "usage", "mcp takes no words");
    listen();
    Said said;
    std::unique_ptr<hands::Body> body = open(call, false, said);
    said.isSilent = true;
    if (!body) {
        progress(said.text);
        return said;
    }
    const auto say = [](const std::string &line) {
        std::cout << line << std::endl;
        if (!std::cout)
            isTold = 1;
    };
    hands::mcp::Session session(mcp::toolsOf(*body, call.option("as", "owner")), say, progress);
    Lines lines(session);
    progress("mcp: " + call.profile + " is open");
    while (!isTold) {
        const std::optional<std::string> bytes = loop::readInput(look, chunk);
        if (!bytes)
            break;
        lines.feed(*bytes);
    }
    lines.finish();
    session.end([] { return isTold != 0; });
    progress("mcp: ended, everything is stored");
    return said;
}

}  // namespace ctl
