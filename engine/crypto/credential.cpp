#include "crypto/credential.h"

#include "crypto/did.h"
#include "crypto/integrity.h"
#include "crypto/jcs.h"
#include "crypto/signin.h"
#include "crypto/uri.h"

#include <boost/json.hpp>

#include <algorithm>

namespace crypto {

namespace {

namespace json = boost::json;

constexpr std::string_view levels[] = {"visitor",  "dreamer",   "citizen",
                                       "operator", "architect", "founder"};
constexpr std::size_t wordMax = 200;

// What the proof's `created` and all times here look like: RFC 3339 in UTC, whole seconds.
bool isTime(std::string_view text)
{
    return text.size() == 20 && text.ends_with('Z') && text[10] == 'T' && signInTime(text);
}

bool isSound(const PassportAchievement &achievement)
{
    return !achievement.code.empty() && achievement.code.size() <= wordMax
           && isTime(achievement.earned) && achievement.receipt.size() == 64
           && Digest::fromHex(achievement.receipt)
           && Digest::fromHex(achievement.receipt)->hex() == achievement.receipt;
}

bool isSound(const PassportCredential &passport)
{
    return isUri(passport.id) && passport.id.size() <= wordMax && isUri(passport.subject)
           && passport.subject.starts_with("did:") && passport.subject.size() <= wordMax
           && std::find(std::begin(levels), std::end(levels), passport.level) != std::end(levels)
           && passport.name.size() <= wordMax && passport.domain.size() <= wordMax
           && isTime(passport.validFrom)
           && (passport.validUntil.empty()
               || (isTime(passport.validUntil) && passport.validUntil > passport.validFrom))
           && passport.achievements.size() <= passportAchievementsMax
           && std::all_of(passport.achievements.begin(), passport.achievements.end(),
                          [](const PassportAchievement &one) { return isSound(one); });
}

json::object documentOf(const PassportCredential &passport, const PublicKey &issuer)
{
    json::object subject{{"id", passport.subject}, {"level", passport.level}};
    if (!passport.name.empty())
        subject["name"] = passport.name;
    if (!passport.domain.empty())
        subject["domain"] = passport.domain;
    json::array achievements;
    for (const PassportAchievement &one : passport.achievements)
        achievements.push_back(
            {{"code", one.code}, {"earned", one.earned}, {"receipt", one.receipt}});
    subject["achievements"] = std::move(achievements);
    json::object document{
        // the second context names what the first does not know, as VC 2.0, section 4.3, asks
        {"@context",
         {"https://www.w3.org/ns/credentials/v2", {{"@vocab", "urn:dreamscope:terms:"}}}},
        {"id", passport.id},
        {"type", {"VerifiableCredential", "DreamScopePassport"}},
        {"issuer", didKey(issuer)},
        {"validFrom", passport.validFrom},
        {"credentialSubject", std::move(subject)},
        {"termsOfUse", {{"type", "LockedPassport"}, {"standard", "ERC-5192"}, {"locked", true}}}};
    if (!passport.validUntil.empty())
        document["validUntil"] = passport.validUntil;
    return document;
}

std::string textOf(const json::object &object, std::string_view name)
{
    const json::value *value = object.if_contains(name);
    return value && value->is_string() ? std::string(std::string_view(value->get_string()))
                                       : std::string();
}

// What stands in the places where documentOf() puts it. Whatever else there is, or is elsewhere,
// shows when the document is written anew and compared.
PassportCredential fieldsOf(const json::object &document)
{
    PassportCredential passport;
    passport.id = textOf(document, "id");
    passport.validFrom = textOf(document, "validFrom");
    passport.validUntil = textOf(document, "validUntil");
    const json::value *member = document.if_contains("credentialSubject");
    const json::object *subject = member ? member->if_object() : nullptr;
    if (!subject)
        return passport;
    passport.subject = textOf(*subject, "id");
    passport.level = textOf(*subject, "level");
    passport.name = textOf(*subject, "name");
    passport.domain = textOf(*subject, "domain");
    const json::value *list = subject->if_contains("achievements");
    const json::array *achievements = list ? list->if_array() : nullptr;
    if (!achievements)
        return passport;
    for (const json::value &item : *achievements) {
        const json::object *one = item.if_object();
        passport.achievements.push_back(one ? PassportAchievement{textOf(*one, "code"),
                                                                  textOf(*one, "earned"),
                                                                  textOf(*one, "receipt")}
                                            : PassportAchievement{});
    }
    return passport;
}

}  // namespace

std::optional<std::string> writePassport(const PassportCredential &passport, const KeyPair &issuer)
{
    if (!isSound(passport))
        return std::nullopt;
    const auto proved =
        signDocument(documentOf(passport, issuer.publicKey()), issuer, passport.validFrom);
    const auto text = proved ? jcs(*proved) : std::nullopt;
    return text && text->size() <= passportBytesMax ? text : std::nullopt;
}

std::optional<ReadPassport> readPassport(std::string_view text)
{
    const auto value = text.size() <= passportBytesMax ? readJson(text) : std::nullopt;
    const json::object *proved = value ? value->if_object() : nullptr;
    const auto issuer = proved ? verifyDocument(*proved) : std::nullopt;
    if (!issuer)
        return std::nullopt;
    const PassportCredential passport = fieldsOf(*proved);
    json::object document = *proved;
    document.erase("proof");
    if (!isSound(passport) || json::value(documentOf(passport, *issuer)) != json::value(document))
        return std::nullopt;
    return ReadPassport{passport, *issuer};
}

}  // namespace crypto
