#include "text/oklch.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>

namespace text {
namespace {

using Linear = std::array<double, 3>;

Linear toLinear(Oklch colour)
{
    const double angle = colour.hue * std::numbers::pi / 180;
    const double a = colour.chroma * std::cos(angle);
    const double b = colour.chroma * std::sin(angle);
    const auto cube = [](double value) { return value * value * value; };
    const double l = cube(colour.lightness + 0.3963377774 * a + 0.2158037573 * b);
    const double m = cube(colour.lightness - 0.1055613458 * a - 0.0638541728 * b);
    const double s = cube(colour.lightness - 0.0894841775 * a - 1.2914855480 * b);
    return {4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s,
            -1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s,
            -0.0041960863 * l - 0.7034186147 * m + 1.7076147010 * s};
}

bool isInGamut(const Linear &linear)
{
    constexpr double slack = 1e-4;  // less than half a step of 8 bits
    return std::ranges::all_of(linear,
                               [](double part) { return part >= -slack && part <= 1 + slack; });
}

std::uint8_t encode(double linear)
{
    const double part = std::clamp(linear, 0.0, 1.0);
    const double curve = part <= 0.0031308 ? 12.92 * part : 1.055 * std::pow(part, 1 / 2.4) - 0.055;
    return static_cast<std::uint8_t>(std::lround(curve * 255));
}

double decode(std::uint8_t part)
{
    const double value = part / 255.0;
    return value <= 0.04045 ? value / 12.92 : std::pow((value + 0.055) / 1.055, 2.4);
}

double lowestContrast(Rgb colour, std::span<const Rgb> grounds)
{
    double lowest = 21;
    for (const Rgb &ground : grounds)
        lowest = std::min(lowest, contrast(colour, ground));
    return lowest;
}

}  // namespace

std::string Rgb::hex() const
{
    constexpr std::string_view digits = "0123456789abcdef";
    std::string out = "#";
    for (const std::uint8_t part : {red, green, blue}) {
        out += digits[part >> 4];
        out += digits[part & 15];
    }
    return out;
}

Rgb toRgb(Oklch colour)
{
    colour.lightness = std::clamp(colour.lightness, 0.0, 1.0);
    Linear linear = toLinear(colour);
    if (!isInGamut(linear)) {
        double inside = 0;
        double outside = colour.chroma;
        for (int step = 0; step < 24; ++step) {
            colour.chroma = (inside + outside) / 2;
            (isInGamut(toLinear(colour)) ? inside : outside) = colour.chroma;
        }
        colour.chroma = inside;
        linear = toLinear(colour);
    }
    return {encode(linear[0]), encode(linear[1]), encode(linear[2])};
}

double luminance(Rgb colour)
{
    return 0.2126 * decode(colour.red) + 0.7152 * decode(colour.green)
        + 0.0722 * decode(colour.blue);
}

double contrast(Rgb one, Rgb other)
{
    const double first = luminance(one);
    const double second = luminance(other);
    return (std::max(first, second) + 0.05) / (std::min(first, second) + 0.05);
}

Rgb solveLightness(Oklch wanted, std::span<const Rgb> grounds, double ratio, bool isLighter)
{
    const double step = isLighter ? 0.004 : -0.004;
    for (Oklch tried = wanted; tried.lightness >= 0 && tried.lightness <= 1;
         tried.lightness += step) {
        const Rgb colour = toRgb(tried);
        if (lowestContrast(colour, grounds) >= ratio)
            return colour;
    }
    return isLighter ? Rgb{255, 255, 255} : Rgb{0, 0, 0};
}

Oklch mix(Oklch from, Oklch to, double share)
{
    const double turn = std::remainder(to.hue - from.hue, 360.0);
    return {from.lightness + (to.lightness - from.lightness) * share,
            from.chroma + (to.chroma - from.chroma) * share, from.hue + turn * share};
}

}  // namespace text
