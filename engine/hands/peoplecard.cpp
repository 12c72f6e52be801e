// What people show to others: passports as cards, wallets, tokens for programs.
#include "hands/people.h"

#include "crypto/hexbytes.h"
#include "identity/dreamstate.h"
#include "identity/identitygrid.h"
#include "identity/passports.h"
#include "loop/edge.h"
#include "loop/history.h"

namespace hands {

using namespace kernel;

namespace {

// RFC 3339 in whole seconds.
std::string secondsText(Time time)
{
    return time.us ? loop::timeText(time).substr(0, 19) + 'Z' : std::string();
}

Envelope as(const std::string &actor)
{
    Envelope envelope;
    envelope.actor = actor;
    return envelope;
}

Outcome outcomeOf(const Answer &answer)
{
    return answer.isDone ? done() : Outcome(answer.refusal);
}

}  // namespace

Outcome People::walletMessage(const std::string &actor, const std::string &address,
                              std::string &message)
{
    const Answer answer = m_engine.ask(identitygrid::Challenge{}, as(actor));
    if (!answer.isDone)
        return answer.refusal;
    std::optional<std::string> made;
    m_engine.inspectNow([&](loop::Core &core, store::Store &) {
        const auto *nonce =
            core.stateOf<identitygrid::IdentityGrid>().nonces.find(answer.ids.at(0));
        if (nonce)
            made = identitygrid::messageFor(*nonce, address, 1,
                                            {nonce->until.us - identitygrid::nonceLife.us});
    });
    if (!made)
        return refuse("identitygrid.badChecksum");
    message = *made;
    return done();
}

Outcome People::linkOwnWallet(const std::string &actor)
{
    std::string address, message;
    for (const Person &person : all())
        if (person.actor == actor)
            address = person.wallet;
    if (address.empty())
        return refuse("identity.locked", {{"actor", actor}});
    if (Outcome asked = walletMessage(actor, address, message); !asked)
        return asked;
    const auto signature = signMessage(actor, message);
    if (!signature)
        return refuse("identity.locked", {{"actor", actor}});
    return outcomeOf(m_engine.ask(identitygrid::LinkWallet{message, signature->hex()}, as(actor)));
}

Outcome People::issueToken(const std::string &actor, apikeeper::IssueToken asked,
                           std::string &token)
{
    std::array<std::uint8_t, 32> drawn;
    loop::Random random = loop::Random::fromSystem();
    random.fill(drawn);
    token = "dst_" + crypto::hexOf(drawn);
    crypto::wipe(drawn);
    asked.hash = crypto::blake2b(token);
    const Answer answer = m_engine.ask(std::move(asked), as(actor));
    if (!answer.isDone)
        crypto::wipeText(token);
    return outcomeOf(answer);
}

Outcome People::card(const std::string &actor, std::string &json)
{
    crypto::PassportCredential credential;
    Outcome found = refuse("passports.unknown");
    m_engine.inspectNow([&](loop::Core &core, store::Store &store) {
        const passports::Passport *passport =
            passports::find(core.stateOf<passports::Passports>(), actor);
        if (!passport || passport->did.empty())
            return;
        if (passport->standing != passports::Standing::Good) {
            found = refuse("passports.notStanding", {{"actor", actor}});
            return;
        }
        found = done();
        credential.id = "urn:dreamscope:passport:" + idText(passport->id.value);
        credential.subject = passport->did;
        credential.level = passports::nameOf(passport->level);
        if (dreamstate::isAllowed(core.stateOf<dreamstate::DreamState>(), actor,
                                  dreamstate::Audience::Public, dreamstate::Vertical::Name))
            credential.name = passport->name.value;
        credential.domain = passport->domain;
        credential.validFrom = secondsText(passport->issued);
        credential.validUntil = secondsText(passport->validUntil);
        for (const passports::Earned &earned : passport->achievements) {
            Digest receipt;
            loop::visitFacts(core, store, earned.fact, [&](const loop::FactAt &at) {
                receipt = crypto::blake2b(at.bytes);
                return false;
            });
            credential.achievements.push_back({earned.code, secondsText(earned.at), receipt.hex()});
        }
    });
    if (!found)
        return found;
    const auto written = m_engine.issue(credential);
    if (!written)
        return refuse("identity.noCard");
    json = *written;
    return done();
}

}  // namespace hands
