#include "hands/bookskeeper.h"

#include <algorithm>
#include <chrono>

namespace hands {

using namespace kernel;
using namespace tokens;

namespace {

Envelope hand()
{
    Envelope envelope;
    envelope.origin = Origin::Hand;
    envelope.actor = "system";
    return envelope;
}

std::int64_t nowUs()
{
    using namespace std::chrono;
    return duration_cast<microseconds>(system_clock::now().time_since_epoch()).count();
}

// The account there is, or is opened for it; nothing and the refusal's code.
Id<Account> accountOf(loop::Engine &engine, const std::string &owner, const std::string &purpose,
                      Token token, std::string &code)
{
    Id<Account> found;
    const auto look = [&](loop::Core &core, store::Store &) {
        if (const Account *account = tokens::account(core.stateOf<Tokens>(), owner, purpose, token))
            found = account->id;
    };
    engine.inspectNow(look);
    if (found)
        return found;
    const Answer answer = engine.ask(Provide{owner, purpose, token}, hand());
    code = answer.refusal.code;
    if (answer.isDone)
        engine.inspectNow(look);
    return found;
}

}  // namespace

BooksTaken takeBooks(loop::Engine &engine, const std::vector<BookRow> &rows)
{
    BooksTaken taken;
    for (const BookRow &row : rows) {
        std::string code;
        Transfer transfer = row.transfer;
        transfer.debit = accountOf(engine, row.debitOwner, row.debitPurpose, row.token, code);
        if (code.empty())
            transfer.credit =
                accountOf(engine, row.creditOwner, row.creditPurpose, row.token, code);
        if (code.empty()) {
            bool isKnown = false;
            engine.inspectNow([&](loop::Core &core, store::Store &) {
                isKnown = core.stateOf<Tokens>().done.find(transfer.id) != nullptr;
            });
            // A hold that would be over by now is let go at once.
            if (row.until.us)
                transfer.timeout.us =
                    std::clamp<std::int64_t>(row.until.us - nowUs(), 1, timeoutMax.us);
            const Answer answer = engine.ask(Book{{transfer}}, hand());
            code = answer.refusal.code;
            taken.repeated += answer.isDone && isKnown;
            taken.booked += answer.isDone && !isKnown;
        }
        if (!code.empty())
            taken.missed.emplace_back(row.line, code);
    }
    return taken;
}

}  // namespace hands
