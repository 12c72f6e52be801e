// Who plays in the stories about approvals: an agent that asks, the payment it asks for, what comes of it.
#pragma once

#include "economy/purse.h"
#include "identity/people.h"

#ifndef Q_MOC_RUN  // moc does not read concepts
#    include "spine/operatoreffects.h"

namespace approvals {

using namespace purse;
using namespace operators;
using cast::as;
using passports::Level;

inline Envelope agent(const std::string &slug = "lucid")
{
    Envelope envelope = Story::hand();
    envelope.actor = "agent:" + slug;
    return envelope;
}

inline Request payment(const std::string &to, const std::string &amount,
                       std::optional<Risk> risk = {})
{
    Request made;
    made.command = "tokens.pay";
    made.arguments = R"({"to":")" + to + R"(","token":"dream","amount":")" + amount + R"("})";
    made.reason = "Rain barrels for the roof";
    made.risk = risk;
    return made;
}

inline Item asked(Story &story, const Request &request, const Envelope &envelope = agent())
{
    story.given(request, envelope);
    return story.state<Operator>().items.rows().rbegin()->second;
}

inline Approve approval(const Item &item)
{
    return {item.id, item.effect, "Looks right"};
}

inline std::int64_t has(Story &story, std::string_view who)
{
    const Account *found = account(story.state<Tokens>(), who, tokens::wallet, Token::Dream);
    return found ? static_cast<std::int64_t>(found->balance.units / unit) : 0;
}

}  // namespace approvals
#endif
