// Colours that weigh the same to the eye: OKLCH to sRGB inside the gamut, WCAG contrast, and the
// lightness that meets a wanted contrast. Owns no state and no palette: who draws chooses hues.
// Thread contract: pure functions.
#pragma once

#include <cstdint>
#include <span>
#include <string>

namespace text {

struct Oklch {
    double lightness = 0;  // 0..1
    double chroma = 0;     // 0..about 0.32 inside sRGB
    double hue = 0;        // degrees, any range
};

struct Rgb {
    std::uint8_t red = 0;
    std::uint8_t green = 0;
    std::uint8_t blue = 0;

    std::string hex() const;  // "#rrggbb"
    bool operator==(const Rgb &) const = default;
};

// Ottosson 2020, "A perceptual color space for image processing". A colour outside sRGB loses
// chroma until it fits; its lightness and hue stay.
Rgb toRgb(Oklch colour);

// WCAG 2.1 relative luminance (0..1) and contrast ratio (1..21).
double luminance(Rgb colour);
double contrast(Rgb one, Rgb other);

// The colour of this hue and chroma whose contrast is at least `ratio` on every ground, with the
// lightness nearest to the one given, searched upwards (isLighter) or downwards. White or black if
// no lightness reaches it, so the caller's own check stays meaningful.
Rgb solveLightness(Oklch wanted, std::span<const Rgb> grounds, double ratio, bool isLighter);

// From one colour to another at share 0..1, hue along the shorter arc.
Oklch mix(Oklch from, Oklch to, double share);

}  // namespace text
