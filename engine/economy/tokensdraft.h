// A batch of transfers worked out beside the ledger before anything is told: accounts and holds as they
// would be, what was done, what was not. Thread contract: lives for one decision on the engine thread.
#pragma once

#include "economy/tokens.h"

namespace tokens {

class Draft {
public:
    Draft(const Memory &memory, World &world, std::size_t transfers);

    // Whether the asker may ask for this transfer at all; the default lets everything pass.
    using May = bool (*)(const Memory &, const Transfer &, std::string_view actor);
    // Works all of them out. Refused when nothing was done and nothing is a repeat, or when what failed
    // is hidden; the refusal is that of the first failure.
    Outcome work(const std::vector<Transfer> &transfers, May may = nullptr);
    // Tells what was done, visible entries as one fact.
    void tell();

private:
    // An account as the batch has left it.
    struct Line {
        const Account *account = nullptr;
        Amount balance, held, expected;
    };
    struct Mark {
        std::size_t entries = 0, hidden = 0, repeats = 0;
    };

    std::string apply(const Transfer &transfer, May may);
    std::string begin(const Transfer &transfer, Entry &entry, Line *&debit, Line *&credit);
    std::string finish(const Transfer &transfer, Entry &entry, Line &debit, Line &credit);
    std::string move(Entry &entry, Line &debit, Line &credit);
    std::string reverse(const Entry &entry) const;
    void number(Entry &entry);
    void keep(const Entry &entry, const Line &debit, const Line &credit);
    Line *line(Id<Account> id);
    void remember(Line &line);
    const Hold *findHold(std::uint64_t id) const;
    void setHold(std::uint64_t id, std::optional<Hold> hold);
    void rollBack(const Mark &mark);
    void miss(std::size_t first, std::size_t last, const std::string &code, bool isHidden);
    bool isHidden(const Transfer &transfer) const;

    const Memory &m_memory;
    World &m_world;
    std::vector<Line> m_lines;
    FlatMap m_lineOf;                                      // account to place in m_lines, from 1
    std::map<std::uint64_t, std::optional<Hold>> m_holds;  // made or closed by this batch
    FlatMap m_ids;                                         // of this batch, to their imprints
    Moved m_moved;
    std::vector<HiddenMoved> m_hidden;
    std::optional<Miss> m_hiddenMiss;
    std::size_t m_repeats = 0;

    // What a chain changed, to be taken back with it.
    bool m_isChain = false;
    std::vector<std::pair<std::size_t, Line>> m_oldLines;
    std::vector<std::pair<std::uint64_t, std::optional<std::optional<Hold>>>> m_oldHolds;
};

}  // namespace tokens
