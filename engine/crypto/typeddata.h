// Structured data a wallet signs (EIP-712): the hash over domain and message, from the JSON of
// eth_signTypedData. Strict: a type, field or value that is missing, unknown or out of its range is
// refused, as are cycles of types and anything beyond the limits below. Leaves keys to wallet.h.
// Thread contract: pure functions.
#pragma once

#include "crypto/hash.h"

#include <boost/json/fwd.hpp>

#include <optional>
#include <string>
#include <string_view>

namespace crypto {

inline constexpr std::size_t typedDataTypesMax = 64;
inline constexpr std::size_t typedDataFieldsMax = 256;    // of one type
inline constexpr std::size_t typedDataDepthMax = 16;      // structs and arrays within each other
inline constexpr std::size_t typedDataValuesMax = 10000;  // hashed values of one message

// keccak256(0x1901 ‖ domain separator ‖ hash of the message). `data` holds types, primaryType,
// domain and message, and nothing else. Integers are JSON integers or strings, decimal or 0x…;
// bytes are 0x… strings. Otherwise nothing, and `why` says in English what is wrong.
std::optional<Digest> typedDataHash(const boost::json::value &data, std::string &why);

// The two halves of it, for those who look inside: encodeType ("Mail(Person from,…)Person(…)") and
// hashStruct of a value of that type.
std::optional<std::string> typedDataType(const boost::json::value &types, std::string_view name,
                                         std::string &why);
std::optional<Digest> typedDataStruct(const boost::json::value &types, std::string_view name,
                                      const boost::json::value &value, std::string &why);

}  // namespace crypto
