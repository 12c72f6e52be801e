// What strangers ask a wallet to sign and show as signed: sign-in messages, JSON, documents, typed
// data, passports, identifiers. Promises: what reads is spelled one way, and nothing is proved that
// was not signed.
#include "crypto/credential.h"
#include "crypto/did.h"
#include "crypto/integrity.h"
#include "crypto/jcs.h"
#include "crypto/signin.h"
#include "crypto/typeddata.h"
#include "input.h"

#include <boost/json.hpp>

using namespace crypto;
using fuzz::check;
using fuzz::Input;

namespace {

void readSignIn(std::string_view text)
{
    const auto message = parseSignIn(text);
    if (message)
        check(message->text() == text, "a message that reads is spelled one way");
    check(verifySignIn(text, WalletSignature{}, {}) != SignInVerdict::Good, "nothing is signed");
}

void readValue(std::string_view text)
{
    const auto value = readJson(text);
    if (!value)
        return;
    const auto canonical = jcs(*value);
    check(canonical.has_value(), "what reads can be written");
    const auto again = readJson(*canonical);
    check(again && jcs(*again) == canonical, "canonical JSON is its own canonical form");
    std::string why;
    check(typedDataHash(*value, why).has_value() == why.empty(), "a refusal says why");
    if (value->is_object())
        (void)verifyDocument(value->get_object());
}

void readIdentifier(std::string_view text)
{
    if (const auto bytes = fromBase58(text); bytes && bytes->size() <= base58BytesMax)
        check(base58(bytesOf(*bytes)) == text, "base58 has one spelling");
    if (const auto account = ChainAccount::fromCaip10(text))
        check(ChainAccount::fromCaip10(account->caip10()) == account, "an account comes back");
    if (const auto key = fromDidKeyMethod(text))
        check(didKeyMethod(*key) == text, "a method has one spelling");
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    static const bool isReady = init();
    check(isReady, "libsodium works here");
    Input input(data, size);
    switch (input.byte() % 4) {
    case 0: readSignIn(input.rest()); break;
    case 1: readIdentifier(input.rest()); [[fallthrough]];
    case 2: check(!readPassport(input.rest()), "nobody signed this passport"); [[fallthrough]];
    default: readValue(input.rest());
    }
    return 0;
}
