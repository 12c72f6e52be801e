// The atomic values of typed data (EIP-712, encodeData): from their JSON to 32 bytes. Belongs to
// typeddata.h. Thread contract: pure functions.
#pragma once

#include "crypto/hash.h"

#include <boost/json/fwd.hpp>

#include <cstdint>
#include <optional>
#include <string_view>

namespace crypto {

enum class AtomKind { None, Unsigned, Signed, Bool, Address, FixedBytes, Bytes, String };
struct Atom {
    AtomKind kind = AtomKind::None;
    std::size_t size = 0;  // bits of a number, bytes of FixedBytes
};

// None for what is no atomic or dynamic type: uint7, bytes33, uint, a struct.
Atom atomOf(std::string_view type);
// bytes and string give their hash. Nothing when the value is no such value or out of range.
std::optional<Digest> encodeAtom(const Atom &atom, const boost::json::value &value);

}  // namespace crypto
