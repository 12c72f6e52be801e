// A landscape made of hills and ridges, cut into levels: the shapes behind the picture of a dream.
// Owns the arithmetic only (a field of twisted Gaussians, marching squares, smoothing to path
// data); what the hills mean and how the levels are coloured is render-card's business.
// Thread contract: pure functions; doubles with libm, so bytes are equal per build.
#pragma once

#include <cstdint>
#include <stop_token>
#include <string>
#include <vector>

namespace capabilities::canvas {

struct Hill {
    double x = 0;
    double y = 0;
    double height = 1;  // 0..1
};

struct Ridge {
    std::size_t from = 0;  // index of a hill
    std::size_t to = 0;
    double height = 0.5;  // share of the lower of its two hills
};

struct Landscape {
    // Where the land may lie, in px; multiples of the cell. Land fades out before the left side
    // and may be cut straight by the three others.
    int left = 640;
    int right = 1200;
    int bottom = 630;
    std::vector<Hill> hills;
    std::vector<Ridge> ridges;
    double merging = 0.5;   // 0 lonely islands .. 1 one massif
    double ripple = 0;      // 0 calm shores .. 1 frayed ones
    double twist = 0;       // 0 round hills .. 1 spirals
    double evenness = 1;    // 1 equal steps .. 0 bunched terraces
    int levels = 8;
    std::uint64_t seed = 0;
};

inline constexpr int landscapeCell = 10;

// SVG path data for each level from the shore up, in tenths of a px, every subpath closed, to be
// filled by the even-odd rule. A level without land is an empty string. Empty if stopped.
std::vector<std::string> contours(const Landscape &landscape, const std::stop_token &stop);

// The height of the land at a point, 0..1 or little more.
double heightAt(const Landscape &landscape, double x, double y);

// SplitMix64 (Steele, Lea, Flood 2014): the n-th number of a seed, as 0..1.
double chance(std::uint64_t seed, std::uint64_t n);

}  // namespace capabilities::canvas
