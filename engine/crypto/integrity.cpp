#include "crypto/integrity.h"

#include "crypto/did.h"
#include "crypto/jcs.h"
#include "crypto/multibase.h"

#include <boost/json.hpp>

#include <algorithm>

namespace crypto {

namespace {

namespace json = boost::json;

constexpr std::string_view proofMembers[] = {
    "type", "cryptosuite", "created", "verificationMethod", "proofPurpose", "@context", "id"};

// Section 3.3.4 of the cryptosuites: the hash of the proof's configuration, then of the document.
std::optional<std::string> hashData(const json::object &document, const json::object &proof)
{
    const auto left = jcs(proof), right = jcs(document);
    if (!left || !right)
        return std::nullopt;
    std::string hashes;
    for (const std::string &text : {*left, *right}) {
        const Digest hash = sha256(text);
        hashes.append(hash.bytes.begin(), hash.bytes.end());
    }
    return hashes;
}

std::string_view textOf(const json::object &object, std::string_view name)
{
    const json::value *value = object.if_contains(name);
    return value && value->is_string() ? std::string_view(value->get_string()) : std::string_view();
}

// Members we do not understand could change what a proof means (expires, challenge, previousProof).
bool isUnderstood(const json::object &proof)
{
    for (const json::key_value_pair &member : proof) {
        if (std::find(std::begin(proofMembers), std::end(proofMembers),
                      std::string_view(member.key()))
                == std::end(proofMembers)
            || (member.key() != "@context" && !member.value().is_string()))
            return false;
    }
    return true;
}

}  // namespace

std::optional<json::object> signDocument(const json::object &document, const KeyPair &key,
                                         std::string_view created, std::string_view purpose)
{
    if (document.contains("proof"))
        return std::nullopt;
    json::object proof{{"type", "DataIntegrityProof"},
                       {"cryptosuite", "eddsa-jcs-2022"},
                       {"created", created},
                       {"verificationMethod", didKeyMethod(key.publicKey())},
                       {"proofPurpose", purpose}};
    if (const json::value *context = document.if_contains("@context"))
        proof["@context"] = *context;
    const auto data = hashData(document, proof);
    if (!data)
        return std::nullopt;
    proof["proofValue"] = multibase(key.sign(*data).bytes);
    json::object proved = document;
    proved["proof"] = std::move(proof);
    return proved;
}

std::optional<PublicKey> verifyDocument(const json::object &proved, std::string_view purpose)
{
    const json::value *given = proved.if_contains("proof");
    if (!given || !given->is_object())
        return std::nullopt;
    json::object document = proved, proof = given->get_object();
    document.erase("proof");
    const auto value = fromMultibase(textOf(proof, "proofValue"));
    proof.erase("proofValue");
    Signature signature;
    const auto key = fromDidKeyMethod(textOf(proof, "verificationMethod"));
    if (!value || value->size() != signature.bytes.size() || !key || !isUnderstood(proof)
        || textOf(proof, "type") != "DataIntegrityProof"
        || textOf(proof, "cryptosuite") != "eddsa-jcs-2022"
        || textOf(proof, "proofPurpose") != purpose)
        return std::nullopt;
    // The standard lets a document's context grow after signing; here it may not.
    if (const json::value *context = proof.if_contains("@context")) {
        const json::value *own = document.if_contains("@context");
        if (!own || *own != *context)
            return std::nullopt;
    }
    const auto data = hashData(document, proof);
    std::copy(value->begin(), value->end(), signature.bytes.begin());
    return data && verify(*key, *data, signature) ? key : std::nullopt;
}

}  // namespace crypto
