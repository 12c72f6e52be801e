// mint-token: a token made ready, and nothing minted: no chain is reached and no key is held. The
// artefact "voucher" is what the owner's wallet is asked to sign, with the digest it will show. `token`
// = {"name", "content" (text) or "sha256" of it, "owner", "contract" (addresses, EIP-55), "chainId",
// "nonce"?, "description"?, "image"? and "uri"? (RFC 3986), "attributes"? = [{"trait_type", "value"}],
// "royalty"? = {"receiver", "basisPoints"}}. "metadata" is the JSON of EIP-721, canonical; the token's
// id is SHA-256 over it, so the same item is the same token. The voucher is EIP-712 typed data for
// lazy minting. A `signature` (EIP-191 wallets, EIP-2) is recovered and must be the owner's. `events`
// = [{"tokenId" (0x hexadecimal or decimal), "from", "to"}] are walked as EIP-721 transfers (from zero:
// minted): a token anything is told of is not minted again; it "exists", or is "unclear" when nobody
// is left as its owner (burnt, or a list without its beginning). `sale` = {"price" (whole units), "shares"? = [{"to", "weight"}]} shows the royalty
// of EIP-2981, rounded down, shared out by largest remainders. Thread contract: pure.
#include "capabilities/base64.h"
#include "capabilities/exact.h"
#include "capabilities/strictjson.h"
#include "crypto/typeddata.h"
#include "crypto/uri.h"
#include "crypto/wallet.h"
#include "text/escape.h"
#include "text/unicode.h"

namespace capabilities {

namespace {

namespace json = boost::json;

constexpr std::size_t attributesMax = 100, eventsMax = 20'000, sharesMax = 100;
constexpr std::int64_t wholeMax = (std::int64_t(1) << 53) - 1;  // what JSON carries exactly

Whole uint256Max()
{
    return (Whole(1) << 256) - 1;
}

struct Token {
    json::object metadata;
    crypto::Address owner, contract, receiver;
    std::int64_t chainId = 0, nonce = 0, basisPoints = 0;
    std::string uri, id;  // id: "0x" and 64 digits
};

crypto::Address addressOf(Reader &in, const json::object &given, std::string_view name)
{
    const std::string text = in.word(given, name, 42);
    const auto address = crypto::Address::fromText(text);
    if (!address && !text.empty())
        in.bad(name, text);
    return address.value_or(crypto::Address());
}

std::string textMember(Reader &in, const json::object &given, std::string_view name,
                       std::size_t bytesMax, bool isUri)
{
    const std::string found = in.wordOr(given, name, {}, bytesMax);
    if (!text::isValidUtf8(found) || (isUri && !found.empty() && !crypto::isUri(found)))
        in.bad(name, found);
    return found;
}

// The list of that name, nullptr if it is not there; any other kind is refused.
const json::array *listMember(Reader &in, const json::object &given, std::string_view name,
                              std::size_t itemsMax)
{
    const json::value *value = given.if_contains(name);
    if (!value || value->is_null())
        return nullptr;
    if (!value->is_array())
        in.bad(name, "no list");
    else if (value->get_array().size() > itemsMax)
        in.tooMany(name, itemsMax);
    return value->if_array();
}

json::array attributesOf(Reader &in, const json::object &given)
{
    json::array out;
    const json::array *list = listMember(in, given, "attributes", attributesMax);
    for (const json::value &value : list && !in.isBad() ? *list : json::array()) {
        const json::object &one = in.entry(value, "attributes");
        const json::value *told = one.if_contains("value");
        if (told && !told->is_int64())
            (void)textMember(in, one, "value", 500, false);
        const std::string type = textMember(in, one, "trait_type", 100, false);
        if (type.empty() || !told || told->is_null())
            in.missing(type.empty() ? "trait_type" : "value");
        if (in.isBad())
            return {};
        out.push_back(json::object{{"trait_type", type}, {"value", *told}});
    }
    return out;
}

std::string contentDigest(Reader &in, const json::object &given)
{
    const bool isHere = given.contains("content");
    const std::string text =
        isHere ? in.wordOr(given, "sha256", {}, 64) : in.word(given, "sha256", 64);
    const auto digest = kernel::Digest::fromHex(text);
    const std::string told = digest ? digest->hex() : std::string();
    const std::string own =
        isHere ? crypto::sha256(in.word(given, "content", 1u << 20)).hex() : told;
    if (!text.empty() && (!digest || told != own))
        in.bad("sha256", text);
    return own;
}

Token readToken(Reader &in, const json::object &given)
{
    Token token;
    token.owner = addressOf(in, given, "owner");
    token.contract = addressOf(in, given, "contract");
    if (token.owner == crypto::Address())
        in.bad("owner", "nobody");
    token.chainId = in.integer(given, "chainId", 1, wholeMax);
    token.nonce = in.integer(given, "nonce", 0, wholeMax, 0);
    if (const json::value *told = given.if_contains("royalty"); told && !told->is_null()) {
        const json::object &royalty = in.entry(*told, "royalty");
        token.receiver = addressOf(in, royalty, "receiver");
        token.basisPoints = in.integer(royalty, "basisPoints", 0, 10'000);
    }
    const std::string name = textMember(in, given, "name", 200, false);
    if (name.empty())
        in.missing("name");
    token.metadata = {{"content", "sha256:" + contentDigest(in, given)}, {"name", name}};
    const std::string description = textMember(in, given, "description", 5000, false),
                      image = textMember(in, given, "image", 2000, true);
    if (!description.empty())
        token.metadata["description"] = description;
    if (!image.empty())
        token.metadata["image"] = image;
    json::array attributes = attributesOf(in, given);
    if (!attributes.empty())
        token.metadata["attributes"] = std::move(attributes);
    const std::string bytes = canonical(token.metadata);
    token.id = "0x" + crypto::sha256(bytes).hex();
    token.uri = textMember(in, given, "uri", 2000, true);
    if (token.uri.empty())
        token.uri = "data:application/json;base64," + base64(bytes);
    return token;
}

json::array fields(std::initializer_list<std::pair<const char *, const char *>> list)
{
    json::array out;
    for (const auto &[name, type] : list)
        out.push_back(json::object{{"name", name}, {"type", type}});
    return out;
}

json::object voucherOf(const Token &token)
{
    return {{"domain", json::object{{"chainId", token.chainId},
                                    {"name", "DreamScope"},
                                    {"verifyingContract", token.contract.text()},
                                    {"version", "1"}}},
            {"message", json::object{{"creator", token.owner.text()},
                                     {"nonce", token.nonce},
                                     {"royaltyBasisPoints", token.basisPoints},
                                     {"royaltyReceiver", token.receiver.text()},
                                     {"tokenId", token.id},
                                     {"uri", token.uri}}},
            {"primaryType", "Voucher"},
            {"types", json::object{{"EIP712Domain", fields({{"name", "string"},
                                                            {"version", "string"},
                                                            {"chainId", "uint256"},
                                                            {"verifyingContract", "address"}})},
                                   {"Voucher", fields({{"tokenId", "uint256"},
                                                       {"creator", "address"},
                                                       {"uri", "string"},
                                                       {"nonce", "uint256"},
                                                       {"royaltyReceiver", "address"},
                                                       {"royaltyBasisPoints", "uint96"}})}}}};
}

struct Walk {
    crypto::Address owner;  // zero: nobody's
    std::int64_t transfers = 0;
    json::array faults;  // indices of transfers by somebody who did not own it

    std::string_view state() const
    {
        return owner != crypto::Address()         ? "exists"
               : transfers > 0 || !faults.empty() ? "unclear"
                                                  : "prepared";
    }
};

// A uint256: 0x and up to 64 hexadecimal digits of any case, or up to 78 decimal ones.
std::optional<Whole> tokenIdOf(std::string_view text)
{
    const bool isHex = text.starts_with("0x");
    const std::string_view digits = text.substr(isHex ? 2 : 0);
    if (digits.empty() || digits.size() > (isHex ? 64 : 78))
        return std::nullopt;
    Whole number = 0;
    for (const char c : digits) {
        const char low = c >= 'A' && c <= 'F' ? char(c - 'A' + 'a') : c;
        const int digit = low >= '0' && low <= '9'            ? low - '0'
                          : isHex && low >= 'a' && low <= 'f' ? low - 'a' + 10
                                                              : -1;
        if (digit < 0)
            return std::nullopt;
        number = number * (isHex ? 16 : 10) + digit;
    }
    return number <= uint256Max() ? std::optional(number) : std::nullopt;
}

Walk walkEvents(Reader &in, const json::value *given, const std::string &id)
{
    static const json::array none;
    const std::optional<Whole> own = tokenIdOf(id);
    Walk walk;
    if (given && !given->is_array())
        in.bad("events", "no list");
    const json::array &events = given && given->is_array() ? given->get_array() : none;
    if (events.size() > eventsMax)
        in.tooMany("events", eventsMax);
    for (std::size_t i = 0; i < events.size() && !in.isBad(); ++i) {
        const json::object &event = in.entry(events[i], "events");
        const std::string text = in.word(event, "tokenId", 78);
        const std::optional<Whole> token = tokenIdOf(text);
        if (!token)
            in.bad("tokenId", text);
        const crypto::Address from = addressOf(in, event, "from"), to = addressOf(in, event, "to");
        if (token != own)
            continue;
        if (from != walk.owner || (from == to && to == crypto::Address())) {
            walk.faults.emplace_back(i);
            continue;
        }
        ++walk.transfers;
        walk.owner = to;
    }
    return walk;
}

json::object saleOf(Reader &in, const json::object &sale, const Token &token)
{
    const Whole price = whole(in, sale, "price", 0, uint256Max());
    const Whole royalty = price * token.basisPoints / 10'000;
    const json::array *shares = listMember(in, sale, "shares", sharesMax);
    std::vector<Whole> weights;
    json::array rows;
    for (const json::value &value : shares && !in.isBad() ? *shares : json::array()) {
        const json::object &share = in.entry(value, "shares");
        rows.push_back(json::object{{"to", addressOf(in, share, "to").text()}});
        weights.emplace_back(in.integer(share, "weight", 1, wholeMax));
    }
    const std::vector<Whole> parts = apportioned(royalty, weights);
    for (std::size_t i = 0; i < parts.size(); ++i)
        rows[i].get_object()["amount"] = parts[i].str();
    return {{"royalty", royalty.str()}, {"shares", std::move(rows)}};
}

// unsigned, valid or invalid
std::string_view signatureState(Reader &in, const json::value *given, const crypto::Digest &digest,
                                const crypto::Address &owner)
{
    if (!given)
        return "unsigned";
    const auto signature = crypto::WalletSignature::fromHex(
        given->is_string() ? std::string_view(given->get_string()) : std::string_view());
    if (!signature)
        in.bad("signature", "not 65 bytes of a wallet");
    return signature && crypto::recover(digest, *signature) == owner ? "valid" : "invalid";
}

Result run(const Run &run)
{
    [[maybe_unused]] static const bool isReady = crypto::init();
    Reader in(run);
    StrictJson strict(in, run);
    const json::value *given = strict.find("token"), *sale = strict.find("sale");
    if (!given)
        in.missing("token");
    const Token token = given ? readToken(in, in.entry(*given, "token")) : Token();
    const Walk walk = walkEvents(in, strict.find("events"), token.id);
    json::object royalty = sale ? saleOf(in, in.entry(*sale, "sale"), token) : json::object();
    if (run.stop.stop_requested())
        return stopped();
    if (in.isBad())
        return in.failure();
    std::string why;
    const json::object voucher = voucherOf(token);
    const auto digest = crypto::typedDataHash(voucher, why);
    if (!digest)
        in.bad("token", why);
    const std::string_view signature = signatureState(
        in, strict.find("signature"), digest.value_or(crypto::Digest()), token.owner);
    if (in.isBad())
        return in.failure();
    const std::string_view state = walk.state();
    json::object out{{"digest", "0x" + digest->hex()},
                     {"faults", walk.faults},
                     {"signature", signature},
                     {"state", state},
                     {"tokenId", token.id},
                     {"transfers", walk.transfers}};
    if (state != "unclear")
        out["owner"] = (state == "exists" ? walk.owner : token.owner).text();
    if (sale)
        out["sale"] = std::move(royalty);
    Result result;
    result.figures["transfers"] = walk.transfers;
    result.labels["signature"] = signature;
    result.labels["state"] = state;
    result.outputs.push_back(jsonArtefact("token", out));
    result.outputs.push_back(jsonArtefact("metadata", token.metadata));
    if (state == "prepared")
        result.outputs.push_back(jsonArtefact("voucher", voucher));
    return result;
}

}  // namespace

extern const Capability mintToken;
const Capability mintToken = {
    .name = "mint-token",
    .version = "1.0.0",
    .source = "EIP-721; EIP-712; EIP-2981; EIP-55; FIPS 180-4; Hamilton 1792",
    .inputBytesMax = 1u << 20,
    .run = run,
};

}  // namespace capabilities
