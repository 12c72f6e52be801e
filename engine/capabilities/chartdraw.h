// The drawing of charts as SVG: scores as bars or radar, lines, columns, treemap. Owns the geometry
// and the two colour schemes; checking what came in is render-chart's. Every chart says in title
// and description what it shows, in words. Thread contract: pure functions.
#pragma once

#include "capabilities/canvasinput.h"
#include "text/escape.h"
#include "text/oklch.h"
#include "text/svg.h"

#include <algorithm>
#include <cmath>
#include <optional>
#include <string>
#include <vector>

namespace capabilities::canvas {

struct Series {
    std::string name;
    std::vector<std::optional<double>> values;  // nullopt is a gap
};

struct Table {
    std::string title;
    std::string unit;
    std::vector<std::string> labels;  // may be fewer than values
    std::vector<Series> series;       // 1 to 6
    std::size_t count = 0;            // the longest series

    std::string label(std::size_t at) const
    {
        return at < labels.size() && !labels[at].empty() ? labels[at] : std::to_string(at + 1);
    }
};

struct ChartColours {
    text::Rgb ground, text, quiet, line, track;
    std::vector<text::Rgb> series;  // six, told apart by lightness too
    bool isLight = false;
    double lowestText = 0;
    double lowestMark = 0;
};

ChartColours chartColours(bool isLight);

// The ground of a treemap's tile by its share of the largest, 0..1; words stand on it.
text::Rgb tileColour(double share, bool isLight);

struct Ticks {
    double low = 0;
    double high = 1;
    double step = 1;

    int count() const { return static_cast<int>(std::lround((high - low) / step)) + 1; }
};

// Round ticks around a range, steps of 1, 2 or 5 times a power of ten (Heckbert 1990).
// A range without extent is widened; the numbers must be finite and below 1e15.
Ticks niceTicks(double low, double high, int wanted);

// Thin spaces every three digits and only the places the step needs: "1 250", "0.25".
std::string tickLabel(double value, double step);

struct Tile {
    std::size_t index = 0;  // into the weights
    double x = 0, y = 0, width = 0, height = 0;
};

// Squarified tiles (Bruls, Huizing, van Wijk 2000) of positive weights, heaviest first.
std::vector<Tile> squarify(const std::vector<double> &weights, double x, double y, double width,
                           double height);

std::string drawScores(const Clarity &clarity, const ChartColours &colours);
std::string drawRadar(const Clarity &clarity, const ChartColours &colours);
std::string drawPlot(const Table &table, bool isColumns, const ChartColours &colours);
std::string drawTreemap(const Table &table, const ChartColours &colours);

}  // namespace capabilities::canvas
