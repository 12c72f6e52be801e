// Money for stories: accounts, what is issued into them, transfers in one line.
#pragma once

#ifndef Q_MOC_RUN  // moc does not read concepts
#    include "economy/tokens.h"
#    include "story.h"

namespace purse {

using namespace tokens;

inline Amount amount(std::int64_t whole)
{
    return {whole * unit};
}

inline Id<Account> open(Story &story, const std::string &owner, Token token = Token::Dream,
                        std::string_view purpose = wallet)
{
    story.given(Provide{owner, std::string(purpose), token});
    return account(story.state<Tokens>(), owner, purpose, token)->id;
}

inline Transfer transfer(std::uint64_t id, Id<Account> debit, Id<Account> credit, Amount amount,
                         Kind kind = Kind::Move, std::uint64_t of = 0)
{
    Transfer made;
    made.id = id;
    made.debit = debit;
    made.credit = credit;
    made.amount = amount;
    made.kind = kind;
    made.of = of;
    return made;
}

// So much of the token, from its issuer.
inline void fill(Story &story, Id<Account> into, Amount amount)
{
    story.given(Found{});
    const Memory &m = story.state<Tokens>();
    const Account *issuer = account(m, house, issuing, account(m, into)->token);
    story.given(Book{{transfer(0, issuer->id, into, amount)}});
}

inline Id<Account> filled(Story &story, const std::string &owner, std::int64_t whole,
                          Token token = Token::Dream)
{
    const Id<Account> made = open(story, owner, token);
    fill(story, made, amount(whole));
    return made;
}

inline std::int64_t wholes(Story &story, Id<Account> of)
{
    return static_cast<std::int64_t>(account(story.state<Tokens>(), of)->balance.units / unit);
}

}  // namespace purse
#endif
