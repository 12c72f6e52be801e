// Messages into threads by J. Zawinski's algorithm (jwz.org/doc/threading.html, 2002): containers
// for every id named, parents from References and In-Reply-To, empty containers pruned, roots of
// one subject gathered, siblings by date. A parent that would close a circle is not taken.
// Owns values. Thread contract: pure.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace capabilities {

struct MailHeader {
    std::string id;  // may be empty or stand twice: then the message has its own
    std::vector<std::string> references;  // oldest first; In-Reply-To, if any, last
    std::string subject;
    double date = 0;
};

struct ThreadEntry {
    std::int64_t message = -1;  // -1: a message that is not there
    std::int64_t depth = 0;
};
using MailThread = std::vector<ThreadEntry>;  // depth first

// Each message in exactly one thread, threads in the order of their first message.
std::vector<MailThread> threadsOf(const std::vector<MailHeader> &messages);

// Without "Re:", "AW:", "Fwd:" and the like in front; `isReply` says if there was one.
std::string_view plainSubject(std::string_view subject, bool *isReply = nullptr);

}  // namespace capabilities
