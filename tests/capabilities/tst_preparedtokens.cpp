// mint-token: what it refuses and where it ends; only the owner's wallet signs a voucher, shares add
// up, and what anything is told of is not minted.
#include "opscase.h"

#include "capabilities/exact.h"
#include "crypto/hash.h"
#include "crypto/wallet.h"

using namespace testing;
using capabilities::Whole;

namespace {

const std::string bad = "capability.badValue", missing = "capability.missing",
                  many = "capability.tooMany";

std::string refusal(std::string_view capability, const json::object &params)
{
    return runCapability(capability, {}, params).refusal;
}

json::object with(json::object base, const json::object &more)
{
    for (const auto &member : more)
        base[member.key()] = member.value();
    return base;
}

json::object one(const char *list, const json::object &entry)
{
    return {{list, json::array{entry}}};
}

const char *const zero = "0x0000000000000000000000000000000000000000";
const char *const holder = "0xdbF03B407c01E7cD3CBea99509d93f8DDDC8C6FB";
const char *const contract = "0xfB6916095ca1df60bB79Ce92cE3Ea74c37c5d359";

json::object token(const std::string &owner)
{
    return {
        {"name", "n"}, {"content", "c"}, {"owner", owner}, {"contract", contract}, {"chainId", 1}};
}

std::string mint(const json::object &changed, const json::object &params = {})
{
    return refusal("mint-token", with(params, {{"token", with(token(contract), changed)}}));
}

}  // namespace

class TstPreparedTokens : public QObject {
    Q_OBJECT

private slots:
    void onlyTheOwnersWalletSigns()
    {
        std::optional<crypto::WalletKey> keys[2];
        for (std::uint8_t i = 0; i < 2; ++i) {
            std::array<std::uint8_t, 32> secret{};
            secret[31] = std::uint8_t(i + 1);
            keys[i] = crypto::WalletKey::fromSecret(crypto::SecretKey(secret));
        }
        json::object params{{"token", token(keys[0]->address().text())}};
        const auto asked = answer("mint-token", params, "token");
        const auto digest =
            crypto::Digest::fromHex(std::string_view(asked.at("digest").as_string()).substr(2));
        for (int i = 0; i < 2; ++i) {
            params["signature"] = keys[i]->sign(*digest).hex();
            QCOMPARE(answer("mint-token", params, "token").at("signature").as_string() == "valid",
                     i == 0);
        }
        params["signature"] = keys[0]->sign(*digest).hex();
        for (const char *member : {"nonce", "chainId"}) {
            json::object other = params;
            other["token"].as_object()[member] = 5;
            QVERIFY(answer("mint-token", other, "token").at("signature").as_string() == "invalid");
        }
    }

    void sharesAddUp()
    {
        for (std::uint64_t seed = 1; seed <= 100; ++seed) {
            Draw draw(seed);
            const std::int64_t price = draw.below(1'000'000), points = draw.below(10'001);
            json::array shares;
            for (int i = draw.below(9) + 1; i > 0; --i)
                shares.push_back(json::object{{"to", contract}, {"weight", draw.below(50) + 1}});
            json::object given = token(contract);
            given["royalty"] = json::object{{"receiver", contract}, {"basisPoints", points}};
            const auto sale =
                answer("mint-token",
                       {{"token", given}, {"sale", {{"price", price}, {"shares", shares}}}},
                       "token")
                    .at("sale");
            std::int64_t sum = 0;
            for (const json::value &share : sale.at("shares").as_array())
                sum += std::stoll(share.at("amount").as_string().c_str());
            QCOMPARE(sum, price * points / 10'000);
        }
    }

    void whatIsToldOfIsNotMinted()
    {
        json::object params{{"token", token(contract)}};
        const std::string
            id = answer("mint-token", params, "token").at("tokenId").as_string().c_str(),
            upper = QString::fromStdString(id.substr(2)).toUpper().toStdString();
        const auto walked = [&](const std::string &spelled,
                                const std::vector<std::pair<const char *, const char *>> &pairs) {
            json::array events;
            for (const auto &[from, to] : pairs)
                events.push_back(json::object{{"tokenId", spelled}, {"from", from}, {"to", to}});
            params["events"] = events;
            const auto result = runCapability("mint-token", {}, params);
            const auto found = jsonOf(result, "token");
            const std::string state = found.at("state").as_string().c_str();
            return state + (output(result, "voucher").empty() ? "" : " voucher") + " "
                   + json::serialize(found.at("faults"));
        };
        for (const std::string &spelled : {id, "0x" + upper, Whole(id).str()})
            QCOMPARE(walked(spelled, {{zero, contract}}), std::string("exists []"));
        QCOMPARE(walked("0x" + std::string(64, 'f'), {{zero, contract}}),
                 std::string("prepared voucher []"));
        QCOMPARE(walked(id, {{contract, holder}}), std::string("unclear [0]"));  // no beginning
        QCOMPARE(walked(id, {{zero, zero}}), std::string("unclear [0]"));
        QCOMPARE(walked(id, {{zero, contract}, {contract, contract}}), std::string("exists []"));
        QCOMPARE(walked(id, {{zero, contract}, {holder, holder}}), std::string("exists [1]"));
        QCOMPARE(walked(id, {{zero, contract}, {contract, zero}}), std::string("unclear []"));
        const Whole end = Whole(1) << 256;
        const std::string last = Whole(end - 1).str();
        const auto event = [](const std::string &spelled) {
            return mint({},
                        one("events", {{"tokenId", spelled}, {"from", zero}, {"to", contract}}));
        };
        QCOMPARE(event(last), std::string());
        for (const std::string &spelled :
             {std::string("0x"), std::string("0xg"), std::string("12a"), std::string("-1"),
              "0x" + std::string(65, '0'), end.str()})
            QCOMPARE(event(spelled), bad);
        QCOMPARE(event(std::string(79, '1')), many);
        QCOMPARE(mint({}, {{"sale", {{"price", last}}}}), std::string());
        QCOMPARE(mint({}, {{"sale", {{"price", end.str()}}}}), bad);
    }

    void nothingOfAnotherKindIsSigned()
    {
        const std::string digest = crypto::sha256("c").hex();
        QCOMPARE(mint({{"royalty", json::array{1}}}), bad);
        QCOMPARE(mint({{"royalty", json::object()}}), missing);
        QCOMPARE(mint({{"attributes", json::object()}}), bad);
        QCOMPARE(mint({{"chainId", nullptr}}), missing);
        QCOMPARE(mint({}, {{"sale", {{"price", 1}, {"shares", json::object()}}}}), bad);
        QCOMPARE(mint({{"sha256", digest}}), std::string());
        QCOMPARE(mint({{"sha256", std::string(64, 'a')}}), bad);  // of another content
        QCOMPARE(mint({{"sha256", "12"}}), bad);
    }

    void tokensRefused()
    {
        const std::string zero = "0x" + std::string(40, '0');
        QCOMPARE(mint({}), std::string());
        QCOMPARE(refusal("mint-token", {}), missing);
        QCOMPARE(refusal("mint-token", {{"token", 1}}), bad);
        for (const char *member : {"name", "content", "owner", "contract", "chainId"}) {
            json::object less = token(contract);
            less.erase(member);
            QCOMPARE(refusal("mint-token", {{"token", less}}), missing);
        }
        QCOMPARE(mint({{"owner", "0x12"}}), bad);
        QCOMPARE(mint({{"owner", zero}}), bad);
        QCOMPARE(mint({{"chainId", 0}}), bad);
        QCOMPARE(mint({{"chainId", std::int64_t(1) << 53}}), bad);
        QCOMPARE(mint({{"nonce", -1}}), bad);
        QCOMPARE(mint({{"name", "\xff"}}), bad);
        QCOMPARE(mint({{"description", std::string(5001, 'a')}}), many);
        QCOMPARE(mint({{"image", "no uri"}}), bad);
        QCOMPARE(mint({{"uri", "no uri"}}), bad);
        QCOMPARE(mint({{"content", nullptr}}), missing);
        json::object digested = token(contract);
        digested.erase("content");
        digested["sha256"] = "12";
        QCOMPARE(refusal("mint-token", {{"token", digested}}), bad);
        QCOMPARE(mint({{"royalty", {{"receiver", contract}, {"basisPoints", 10'001}}}}), bad);
        QCOMPARE(mint(one("attributes", {{"trait_type", "a"}})), missing);
        QCOMPARE(mint(one("attributes", {{"value", "a"}})), missing);
        QCOMPARE(mint(one("attributes", {{"trait_type", "a"}, {"value", 1.5}})), bad);
        QCOMPARE(mint({{"attributes", json::array(101, json::value(1))}}), many);
        QCOMPARE(mint({}, {{"events", 1}}), bad);
        QCOMPARE(mint({}, {{"events", json::array(20'001, json::value(1))}}), many);
        QCOMPARE(mint({}, one("events", {{"tokenId", "x"}, {"from", "y"}, {"to", contract}})), bad);
        QCOMPARE(mint({}, {{"sale", {{"price", "-1"}}}}), bad);
        QCOMPARE(mint({}, {{"sale", {{"price", 1}, {"shares", json::array(101, json::value(1))}}}}),
                 many);
        QCOMPARE(mint({}, {{"signature", "0x12"}}), bad);
    }

    void promises() { checkPromises("mint-token", {{"token", json::serialize(token(contract))}}); }
};

QTEST_GUILESS_MAIN(TstPreparedTokens)
#include "tst_preparedtokens.moc"
