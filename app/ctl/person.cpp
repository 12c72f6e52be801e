// dreamctl person and may: whose keys are in this profile, and who may ask what. Secrets come from
// files, standard input or the terminal, and go nowhere but to the person who asked.
#include "ctl/profile.h"

#include "loop/edge.h"
#include "loop/gate.h"
#include "loop/verify.h"

#include <algorithm>
#include <fstream>
#include <iterator>

namespace ctl {

using namespace kernel;
namespace json = boost::json;

namespace {

constexpr const char *guards[] = {"device", "keyring", "passphrase"};

Said judged(const Outcome &outcome, const std::string &words)
{
    if (!outcome)
        return {refused,
                {{"done", false}, {"refusal", refusalJson(outcome.refusal())}},
                "refused (" + outcome.refusal().code + "): " + sentenceOf(outcome.refusal())};
    return {allDone, {{"done", true}}, words};
}

Said listed(hands::Body &body)
{
    Said said;
    json::array people;
    std::map<std::string, hands::Person> keys;
    if (body.people())
        for (hands::Person &person : body.people()->all())
            keys.emplace(person.actor, std::move(person));
    body.engine().inspectNow([&](loop::Core &core, store::Store &) {
        for (const auto &[key, passport] : core.stateOf<passports::Passports>().passports.rows()) {
            if (passport.holder != passports::Holder::Person)
                continue;
            const auto found = keys.find(passport.actor);
            const std::string guard =
                found == keys.end() ? "none here" : guards[static_cast<int>(found->second.guard)];
            const bool isUnlocked = found != keys.end() && found->second.isUnlocked;
            people.push_back({{"actor", passport.actor},
                              {"did", passport.did},
                              {"name", passport.name.value},
                              {"level", std::string(passports::nameOf(passport.level))},
                              {"key", guard},
                              {"isUnlocked", isUnlocked},
                              {"passport", idText(passport.id.value)}});
            said.text += passport.actor + "  " + std::string(passports::nameOf(passport.level))
                         + "  key: " + guard + (isUnlocked ? ", unlocked  " : ", locked  ")
                         + passport.did + '\n';
        }
    });
    said.text += std::to_string(people.size()) + " people";
    said.value = std::move(people);
    return said;
}

Said written(const Call &call, const std::string &text)
{
    const std::string path = call.option("out");
    if (path.empty())
        return {allDone, json::parse(text), text};
    std::ofstream file(path);
    file << text << '\n';
    if (!file)
        return failed(fault, "file.cannotWrite", "cannot write " + path);
    return {allDone, {{"file", path}}, "written: " + path};
}

Said card(const Call &call, hands::People &people, const std::string &who)
{
    std::string text;
    const Outcome made = people.card(who, text);
    return made ? written(call, text) : judged(made, {});
}

// A token for a program that asks from outside; this is the only time it is seen.
Said token(const Call &call, hands::People &people, const std::string &name)
{
    apikeeper::IssueToken asked;
    asked.name = name;
    asked.actor = call.option("for", call.option("as", "owner"));
    const std::string scopes = call.option("scopes", "*"), tier = call.option("tier", "seed"),
                      perDay = call.option("per-day", "0");
    for (std::size_t at = 0; at <= scopes.size();) {
        const std::size_t end = std::min(scopes.find(',', at), scopes.size());
        asked.scopes.push_back(scopes.substr(at, end - at));
        at = end + 1;
    }
    constexpr const char *tiers[] = {"seed", "builder", "operator", "owner"};
    const auto found = std::find(std::begin(tiers), std::end(tiers), tier);
    if (found == std::end(tiers) || perDay.size() > 9
        || perDay.find_first_not_of("0123456789") != std::string::npos)
        return failed(usage, "usage",
                      "--tier is seed, builder, operator or owner; --per-day a whole number");
    asked.tier = static_cast<apikeeper::Tier>(found - std::begin(tiers));
    asked.perDay = std::stoull(perDay);
    std::string made;
    const Outcome issued = people.issueToken(call.option("as", "owner"), asked, made);
    Said said = judged(issued, made);
    if (issued)
        said.value = {{"token", made}};
    return said;
}

// Offline, of any profile: whether a card is whole, and who signed it.
Said checked(const std::string &path)
{
    std::ifstream file(path);
    const std::string text((std::istreambuf_iterator<char>(file)), {});
    const auto read =
        crypto::readPassport(std::string_view(text).substr(0, text.find_last_not_of("\r\n") + 1));
    if (!read)
        return failed(fault, "passports.badCard", path + " is no passport, or was changed");
    Said said;
    said.value = {{"subject", read->passport.subject},
                  {"level", read->passport.level},
                  {"domain", read->passport.domain},
                  {"achievements", read->passport.achievements.size()},
                  {"issuer", loop::fingerprintOf(read->issuer)}};
    said.text = read->passport.subject + " is " + read->passport.level + ", says "
                + loop::fingerprintOf(read->issuer) + "; the signature holds";
    return said;
}

Said changed(const Call &call, hands::People &people, const std::string &verb,
             const std::string &who)
{
    Outcome outcome;
    std::string words, passphrase;
    if (verb == "add") {
        if (call.options.contains("passphrase-from"))
            passphrase = secretOf(call, "passphrase-from", {});
        outcome = people.add(who, call.option("name", who), passphrase);
        words = who + " has a key and a passport";
    } else if (verb == "restore") {
        std::string phrase = secretOf(call, "words-from", "The twelve words, on one line: ");
        if (call.options.contains("passphrase-from"))
            passphrase = secretOf(call, "passphrase-from", {});
        outcome = people.restore(who, call.option("name", who), phrase, passphrase);
        crypto::wipeText(phrase);
        words = who + " is back";
    } else if (verb == "passphrase") {
        std::string old;
        if (call.options.contains("old-from"))
            old = secretOf(call, "old-from", {});
        passphrase = secretOf(call, "passphrase-from", "The new passphrase: ");
        outcome = people.setPassphrase(who, old, passphrase);
        crypto::wipeText(old);
        words = "only this passphrase opens the key of " + who + " now";
    } else if (verb == "words") {
        if (call.options.contains("passphrase-from"))
            passphrase = secretOf(call, "passphrase-from", {});
        std::string phrase;
        outcome = people.phrase(who, passphrase, phrase);
        crypto::wipeText(passphrase);
        Said said = judged(outcome, phrase);
        if (outcome)
            said.value = {{"words", phrase}};
        return said;
    }
    crypto::wipeText(passphrase);
    return judged(outcome, words);
}

json::object reasonJson(const rbac::Reason &reason)
{
    json::object one{{"effect", reason.effect == rbac::Effect::Allow ? "allow" : "deny"},
                     {"source", reason.isTable ? "table" : "rule"}};
    if (reason.isTable)
        one["role"] = std::string(rbac::roleNames[static_cast<std::size_t>(reason.role)]);
    else
        one["rule"] = idText(reason.rule.value), one["who"] = reason.who;
    return one;
}

std::string named(rbac::Roles roles)
{
    std::string words;
    for (std::size_t i = 0; i < rbac::roleCount; ++i)
        if (roles >> i & 1)
            words += (words.empty() ? "" : " ") + std::string(rbac::roleNames[i]);
    return words.empty() ? "the house alone" : words;
}

Said table()
{
    Said said;
    json::array rows;
    for (const rbac::Permission &one : rbac::permissions) {
        const rbac::Roles all = (1 << rbac::roleCount) - 1;
        const std::string reach = one.reach == rbac::Reach::Own ? "their own" : "any";
        rows.push_back({{"command", std::string(one.command)},
                        {"may", named(one.may)},
                        {"mayNot", named(all & ~one.may)},
                        {"things", reach}});
        said.text += std::string(one.command) + ": " + named(one.may)
                     + (one.reach == rbac::Reach::Own ? " (below operator only their own)" : "")
                     + '\n';
    }
    said.text += std::to_string(rows.size()) + " commands";
    said.value = std::move(rows);
    return said;
}

}  // namespace

Said person(const Call &call)
{
    const std::string verb = call.words.empty() ? "list" : call.words.front();
    if (verb == "check" && call.words.size() == 2)
        return checked(call.words[1]);
    const bool isProof = verb == "card" || verb == "wallet" || verb == "token";
    const bool isChange =
        verb == "add" || verb == "restore" || verb == "passphrase" || verb == "words";
    if (verb != "list" && (call.words.size() != 2 || !(isChange || isProof)))
        return failed(
            usage, "usage",
            "person list, add WHO, words WHO, restore WHO, passphrase WHO, card WHO, wallet WHO, token NAME, check FILE");
    Said said;
    std::unique_ptr<hands::Body> body = open(call, verb == "list", said);
    if (!body)
        return said;
    if (verb == "list")
        return listed(*body);
    const std::string &who = call.words[1];
    if (verb == "wallet")
        return judged(body->people()->linkOwnWallet(who),
                      "the own wallet of " + who + " is linked");
    if (verb == "token")
        return token(call, *body->people(), who);
    return isChange ? changed(call, *body->people(), verb, who) : card(call, *body->people(), who);
}

Said may(const Call &call)
{
    if (call.words.empty())
        return table();
    const auto id =
        call.words.size() == 3 ? idFromText(call.words[2]) : std::optional<std::uint64_t>(0);
    if (call.words.size() < 2 || call.words.size() > 3 || !id)
        return failed(usage, "usage", "may, or may WHO COMMAND [ID]");
    Said said;
    std::unique_ptr<hands::Body> body = open(call, true, said);
    if (!body)
        return said;
    body->engine().inspectNow([&](loop::Core &core, store::Store &) {
        const CommandInfo *command = core.command(call.words[1]);
        if (!command) {
            said = failed(usage, "usage", "there is no command " + call.words[1]);
            return;
        }
        const loop::Explained explained = loop::explain(core, call.words[0], *command, *id);
        json::array reasons;
        for (const rbac::Reason &reason : explained.verdict.reasons) {
            reasons.push_back(reasonJson(reason));
            said.text += json::serialize(reasons.back()) + '\n';
        }
        said.value = {{"isAllowed", explained.outcome.isDone()},
                      {"role", explained.role},
                      {"reasons", reasons}};
        if (!explained.outcome)
            said.value.as_object()["refusal"] = refusalJson(explained.outcome.refusal());
        said.text += explained.outcome ? "may"
                                       : "may not (" + explained.outcome.refusal().code
                                             + "): " + sentenceOf(explained.outcome.refusal());
    });
    return said;
}

}  // namespace ctl
