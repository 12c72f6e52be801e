// Signed JSON documents: W3C Data Integrity 1.0 proofs of the cryptosuite eddsa-jcs-2022 (W3C Data
// Integrity EdDSA Cryptosuites 1.0, section 3.3). Signs and verifies one proof by an Ed25519 did:key.
// Leaves who is trusted, and what a document means, to its callers. Thread contract: pure functions.
#pragma once

#include "crypto/sign.h"

#include <boost/json/fwd.hpp>

#include <optional>
#include <string>
#include <string_view>

namespace crypto {

// The document with a member "proof": type, cryptosuite, created, verificationMethod (the did:key
// of this pair), proofPurpose, proofValue, and the @context of the document if it has one.
// `created` is RFC 3339 in UTC without decimals. Nothing when the document is no object, has a
// proof already, or holds what canonical JSON cannot.
std::optional<boost::json::object> signDocument(const boost::json::object &document,
                                                const KeyPair &key, std::string_view created,
                                                std::string_view purpose = "assertionMethod");

// The key whose proof the document carries; nothing when there is none, or one byte of document or
// proof is otherwise than it was signed. Compare the key with the one that ought to have signed:
// a good proof by a stranger is a good proof.
std::optional<PublicKey> verifyDocument(const boost::json::object &document,
                                        std::string_view purpose = "assertionMethod");

}  // namespace crypto
