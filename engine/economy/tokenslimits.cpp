#include "economy/tokens.h"

namespace tokens {

namespace {

Id<Limit> limitId(Token token)
{
    return {static_cast<std::uint64_t>(token) + 1};
}

}  // namespace

const Limit *limitOf(const Memory &m, Token token)
{
    return m.limits.find(limitId(token));
}

Outcome withinLimits(const Memory &m, const std::vector<Transfer> &transfers, std::string command)
{
    std::array<Int128, tokenCount> sums{};
    // What was promised by a hold was counted when it was made, and a repeat moves nothing.
    for (const Transfer &one : transfers) {
        const Account *from = account(m, one.debit);
        const std::uint64_t id = one.kind == Kind::Reverse ? reversalOf(one.of) : one.id;
        if (!from || one.kind == Kind::Post || one.kind == Kind::Void || (id && m.done.find(id)))
            continue;
        if (one.amount.units > 0 && one.amount.units <= issueOf(from->token).cap)
            sums[static_cast<std::size_t>(from->token)] += one.amount.units;
    }
    for (const auto &[key, limit] : m.limits.rows())
        if (sums[static_cast<std::size_t>(limit.token)] > limit.amount.units)
            return refuse("operator.needsApproval",
                          {{"command", std::move(command)},
                           {"limit", amountText(limit.amount, 18)},
                           {"token", std::string(issueOf(limit.token).symbol)}});
    return done();
}

Outcome Tokens::decide(const Memory &, const SetLimit &c, World &world)
{
    const Issue &issue = issueOf(c.token);
    if (c.amount && (c.amount->units < 0 || c.amount->units > issue.cap))
        return refuse("tokens.badAmount", {{"index", "0"}});
    world.tell(LimitSet{c.token, c.amount});
    return done();
}

void Tokens::evolve(Memory &m, const LimitSet &f, const Moment &)
{
    if (f.amount)
        m.limits.put({limitId(f.token), f.token, *f.amount});
    else
        m.limits.erase(limitId(f.token));
}

}  // namespace tokens
