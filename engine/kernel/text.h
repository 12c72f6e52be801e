// Personal text: plain in memory, ciphertext in every page, snapshot and cache, under the key of the
// thing it belongs to. When that key is gone it reads as erased. Sealing itself is done by a Sealer
// given to the codec. Thread contract: plain values; a Sealer belongs to one thread.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace kernel {

struct Text {
    std::uint64_t of = 0;  // the thing whose key seals it; 0 is not personal and stays plain
    std::string value;
    bool isErased = false;

    friend bool operator==(const Text &, const Text &) = default;
};

inline constexpr std::size_t textBytesMax = 1024;

class Sealer {
public:
    virtual ~Sealer() = default;
    // Ciphertext with its nonce in front; makes the thing's key when there is none yet.
    virtual std::string seal(std::uint64_t thing, std::string_view plain) = 0;
    // Nothing when the key is gone (erased) or the bytes were changed.
    virtual std::optional<std::string> open(std::uint64_t thing, std::string_view sealed) = 0;
};

}  // namespace kernel
