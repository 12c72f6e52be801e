// One page of the journal: the commands and facts of one commit, chained to the page before.
// hash = H(version, previous, seq, first fact, count, time, next id, reacted, H(salted commands),
// root over salted fact hashes), so one fact can be shown without its neighbours.
// Thread contract: plain values and pure functions.
#pragma once

#include "crypto/hash.h"
#include "kernel/codec.h"
#include "kernel/envelope.h"

#include <optional>
#include <string>
#include <vector>

namespace store {

using kernel::Digest;

inline constexpr std::uint64_t pageVersion = 1;
inline constexpr std::size_t pageFactsMax = 2048;
inline constexpr std::size_t pageBytesMax = 256 * 1024;

struct PageHead {
    std::uint64_t version = pageVersion;
    std::uint64_t seq = 0;        // from 1
    Digest previous;              // zero in the first page
    std::uint64_t firstFact = 1;  // facts are numbered from 1 through the whole journal
    kernel::Time time;
    std::uint64_t nextId = 1;     // after this page
    std::uint64_t reacted = 1;    // every fact below has had its reactions
    Digest salt;                  // the key the salts of this page are drawn from
    DREAM_FIELDS(PageHead, version, seq, previous, firstFact, time, nextId, reacted, salt)
};

// Which command told the next `facts` facts of the page.
struct PageCommand {
    std::uint16_t kind = 0;
    std::string actor;
    std::uint8_t origin = 0;
    std::uint64_t trace = 0;
    std::uint64_t keyHigh = 0, keyLow = 0;
    std::uint64_t seed = 0;
    std::uint64_t cause = 0;
    std::uint32_t facts = 0;
    std::vector<std::uint64_t> ids;  // made by it; kept only with a key, for the repeated answer
    DREAM_FIELDS(PageCommand, kind, actor, origin, trace, keyHigh, keyLow, seed, cause, facts, ids)
};

// A page read back: views point into the bytes it was read from.
struct PageView {
    PageHead head;
    std::vector<PageCommand> commands;
    std::vector<std::string_view> facts;
    std::string_view commandBytes;
};

// A page being filled.
class PageBuilder {
public:
    void begin(const PageHead &head);
    // The fact's bytes are everything appended to `factBytes()` since the last endFact.
    std::string &factBytes() { return m_facts; }
    void endFact() { m_ends.push_back(static_cast<std::uint32_t>(m_facts.size())); }
    void addCommand(const PageCommand &command);
    // Back to what it held before (a refused require).
    void truncate(std::size_t facts);

    std::size_t facts() const { return m_ends.size(); }
    std::size_t bytes() const { return m_facts.size() + m_commands.size(); }
    bool isEmpty() const { return m_ends.empty() && !m_commandCount; }
    PageHead &head() { return m_head; }

    // The page's bytes, and its hash.
    std::string seal(Digest &hash);

private:
    PageHead m_head;
    std::string m_facts;
    std::vector<std::uint32_t> m_ends;
    std::string m_commands;
    std::size_t m_commandCount = 0;
};

// Nothing when the bytes are not a well-formed page of this version.
std::optional<PageView> readPage(std::string_view bytes);
Digest pageHash(const PageView &page);

// Salted hashes of the page's facts, in order; salts are 16 bytes each.
std::vector<Digest> leafHashes(const PageView &page);
std::array<std::uint8_t, 16> saltOf(const Digest &pageSalt, std::size_t index);
Digest leafHash(std::span<const std::uint8_t, 16> salt, std::string_view fact);
Digest commandsHash(const PageView &page);
// From its public parts: what a verifier of one fact computes.
Digest pageHash(const PageHead &head, std::uint64_t facts, const Digest &commands,
                const Digest &factsRoot);

}  // namespace store
