// A text as a QR code (ISO/IEC 18004, error correction M), drawn as SVG. Owns nothing.
// Thread contract: pure.
#pragma once

#include <string>
#include <string_view>

namespace hands {

inline constexpr std::size_t qrBytesMax = 2331;  // version 40, level M, bytes

// Dark modules on white with a quiet zone of four; empty when the text does not fit.
std::string qrSvg(std::string_view text);

}  // namespace hands
