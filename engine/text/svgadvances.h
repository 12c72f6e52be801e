// How wide the letters of the shipped typeface are, so that pure code can lay out a picture
// without a font engine. Owns one table; wrapping and fitting are in svg.h. Immutable.
#pragma once

#include <cstdint>

namespace text {

struct Advance {
    std::uint16_t regular;   // thousandths of the font size, weight 400
    std::uint16_t semiBold;  // the same, weight 600
};

// The advance of a code point, or nullptr where the table has none. Latin, Greek, Cyrillic and
// punctuation are Inter 4.0; Hebrew and Arabic, which Inter lacks, are DejaVu Sans, isolated forms.
const Advance *advanceOf(char32_t codePoint);

}  // namespace text
