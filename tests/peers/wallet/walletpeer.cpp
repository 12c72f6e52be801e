// Our side of the cross-check with viem and ethers: `walletpeer sign N` prints N signed messages as
// JSON lines; `walletpeer check` reads such lines from others and prints how many are right.
#include "crypto/derive.h"
#include "crypto/hexbytes.h"
#include "crypto/jcs.h"
#include "crypto/signin.h"
#include "crypto/typeddata.h"

#include <boost/json.hpp>

#include <cstdio>
#include <iostream>
#include <string>

using namespace crypto;
namespace json = boost::json;

namespace {

json::value typedOf(int number, const WalletKey &key)
{
    json::value data = readJson(R"({"types":{"EIP712Domain":[{"name":"name","type":"string"},
        {"name":"chainId","type":"uint256"}],"Leg":[{"name":"to","type":"address"},
        {"name":"amount","type":"uint256"},{"name":"shift","type":"int64"}],
        "Order":[{"name":"legs","type":"Leg[]"},{"name":"memo","type":"string"},
        {"name":"tag","type":"bytes4"},{"name":"data","type":"bytes"},
        {"name":"isOpen","type":"bool"},{"name":"pair","type":"uint8[2]"}]},
        "primaryType":"Order","domain":{"name":"DreamScope","chainId":8453}})")
                           .value();
    json::array legs;
    for (int i = 0; i < number % 4; ++i)
        legs.push_back({{"to", key.address().text()},
                        {"amount", std::to_string(number) + std::string(std::size_t(i * 10), '7')},
                        {"shift", std::to_string(-number * i)}});
    data.as_object()["message"] = {
        {"legs", legs},
        {"memo", "n\xc3\xa4" + std::to_string(number)},
        {"tag", "0x" + sha256(std::to_string(number)).hex().substr(0, 8)},
        {"data", "0x" + std::string(std::size_t(number % 70) * 2, 'a')},
        {"isOpen", number % 2 == 0},
        {"pair", {number % 256, 7}}};
    return data;
}

void sign(int count)
{
    for (int number = 0; number < count; ++number) {
        const auto secret = SecretKey(sha256("wallet " + std::to_string(number)).bytes);
        const auto key = WalletKey::fromSecret(secret);
        SignIn message;
        message.domain = "dreamscope.example";
        message.address = key->address();
        message.uri = "https://dreamscope.example/link";
        message.chainId = 8453;
        message.nonce = "nonce" + std::to_string(10'000 + number);
        message.issuedAt = signInTimeText(std::int64_t{1'700'000'000'000} + number * 1000);
        const json::value typed = typedOf(number, *key);
        std::string why;
        const json::value line = {
            {"secret", "0x" + hexOf(secret.bytes())},
            {"address", key->address().text()},
            {"message", message.text()},
            {"signature", key->sign(personalHash(message.text())).hex()},
            {"typed", typed},
            {"typedSignature", key->sign(typedDataHash(typed, why).value()).hex()}};
        std::cout << jcs(line).value() << '\n';
    }
}

bool isRight(const json::object &line)
{
    const auto text = [&](const char *name) { return std::string(line.at(name).as_string()); };
    const auto address = Address::fromChecksumText(text("address"));
    const auto first = WalletSignature::fromHex(text("signature"));
    const auto second = WalletSignature::fromHex(text("typedSignature"));
    std::string why;
    const auto hash = typedDataHash(line.at("typed"), why);
    return address && first && second && hash && recover(*hash, *second) == address
           && recover(personalHash(text("message")), *first) == address;
}

}  // namespace

int main(int count, char **arguments)
{
    const std::string verb = count > 1 ? arguments[1] : "";
    if (!init() || (verb != "sign" && verb != "check"))
        return 64;
    if (verb == "sign") {
        sign(count > 2 ? std::stoi(arguments[2]) : 100);
        return 0;
    }
    int right = 0, wrong = 0;
    for (std::string line; std::getline(std::cin, line);) {
        const auto value = readJson(line);
        ++(value && value->is_object() && isRight(value->get_object()) ? right : wrong);
    }
    std::cout << right << " right, " << wrong << " wrong\n";
    return right > 0 && wrong == 0 ? 0 : 1;
}
