#include "capabilities/chartdraw.h"

#include <array>
#include <numbers>

namespace capabilities::canvas {
namespace {

using text::Anchor;
using text::decimal;
using text::Face;
using text::Svg;
using text::Weight;

constexpr int width = 880;
constexpr double margin = 32;

void rectangle(Svg &svg, double x, double y, double w, double h, double radius, text::Rgb fill)
{
    svg.element("rect", {{"x", decimal(x)}, {"y", decimal(y)}, {"width", decimal(w)},
                         {"height", decimal(h)}, {"rx", decimal(radius)}, {"fill", fill.hex()}});
}

std::string capitalised(std::string_view name)
{
    std::string out(name);
    if (!out.empty() && out[0] >= 'a' && out[0] <= 'z')
        out[0] = static_cast<char>(out[0] - 'a' + 'A');
    return out;
}

std::string scoresInWords(const Clarity &clarity)
{
    std::string out;
    for (std::size_t score = 0; score < scoreCount; ++score) {
        if (clarity.scores[score])
            out += (out.empty() ? "" : ", ") + std::string(scoreNames[score]) + " "
                + std::to_string(clarity.hundred(score));
    }
    return out.empty() ? "No score was measured." : capitalised(out) + ", each of 100.";
}

void drawHeading(Svg &svg, std::string_view heading, std::string_view note,
                 const ChartColours &colours)
{
    constexpr Face bold{20, Weight::SemiBold};
    const std::string shown = text::elide(heading, width - 2 * margin - 190, bold);
    svg.words(margin, 48, shown, bold, colours.text.hex());
    svg.words(margin + text::measure(shown, bold) + 14, 48,
              text::elide(note, 170, {15}), {15}, colours.quiet.hex());
}

void drawOverall(Svg &svg, const Clarity &clarity, const ChartColours &colours)
{
    if (!clarity.scores[scoreCount - 1])
        return;
    svg.words(width - margin, 48, "Overall " + std::to_string(clarity.hundred(scoreCount - 1)),
              {20, Weight::SemiBold}, colours.text.hex(), Anchor::End);
}

// How much room the value axis needs, and where the plot lies.
struct Plot {
    Ticks ticks;
    double left = 0, right = 0, top = 0, bottom = 0;

    double y(double value) const
    {
        return bottom - (value - ticks.low) / (ticks.high - ticks.low) * (bottom - top);
    }
};

Plot plotOf(const Table &table, bool isColumns)
{
    double low = isColumns ? 0 : HUGE_VAL;
    double high = isColumns ? 0 : -HUGE_VAL;
    for (const Series &series : table.series) {
        for (const auto &value : series.values) {
            low = value ? std::min(low, *value) : low;
            high = value ? std::max(high, *value) : high;
        }
    }
    if (low > 0 && low < 0.4 * high)
        low = 0;  // near enough to zero that leaving it out would mislead
    Plot plot;
    plot.ticks = niceTicks(low, high, 5);
    double widest = 0;
    for (int tick = 0; tick < plot.ticks.count(); ++tick)
        widest = std::max(widest, text::measure(tickLabel(plot.ticks.low + tick * plot.ticks.step,
                                                          plot.ticks.step), {13}));
    plot.left = margin + widest + 12;
    plot.right = width - margin - (isColumns ? 0 : 130);
    plot.top = isColumns && table.series.size() > 1 ? 108 : 80;
    plot.bottom = 372;
    return plot;
}

void drawAxes(Svg &svg, const Table &table, const Plot &plot, bool isColumns,
              const ChartColours &colours)
{
    for (int tick = 0; tick < plot.ticks.count(); ++tick) {
        const double value = plot.ticks.low + tick * plot.ticks.step;
        const double y = plot.y(value);
        rectangle(svg, plot.left, y - 0.5, plot.right - plot.left, 1, 0, colours.line);
        svg.words(plot.left - 10, y + 4.5, tickLabel(value, plot.ticks.step), {13},
                  colours.quiet.hex(), Anchor::End);
    }
    const double band = (plot.right - plot.left) / static_cast<double>(table.count);
    double lastEnd = 0;
    for (std::size_t at = 0; at < table.count; ++at) {
        const double middle = isColumns || table.count == 1
            ? plot.left + (static_cast<double>(at) + 0.5) * band
            : plot.left + (plot.right - plot.left) * static_cast<double>(at)
                / static_cast<double>(table.count - 1);
        const std::string label = text::elide(table.label(at), std::max(band - 8, 72.0), {13});
        const double half = text::measure(label, {13}) / 2;
        if (middle - half < lastEnd + 10 && at > 0)
            continue;  // a label that would touch its neighbour is left to the description
        svg.words(middle, plot.bottom + 24, label, {13}, colours.quiet.hex(), Anchor::Middle);
        lastEnd = middle + half;
    }
}

void drawColumns(Svg &svg, const Table &table, const Plot &plot, const ChartColours &colours)
{
    const double band = (plot.right - plot.left) / static_cast<double>(table.count);
    const auto count = static_cast<double>(table.series.size());
    const double each = std::min(band * 0.72 / count, 64.0);
    const double zero = plot.y(0);
    for (std::size_t one = 0; one < table.series.size(); ++one) {
        for (std::size_t at = 0; at < table.series[one].values.size(); ++at) {
            const auto &value = table.series[one].values[at];
            if (!value)
                continue;
            const double left = plot.left + (static_cast<double>(at) + 0.5) * band
                + (static_cast<double>(one) - count / 2) * each;
            const double y = plot.y(*value);
            rectangle(svg, left + each * 0.04, std::min(y, zero), each * 0.92,
                      std::max(std::abs(zero - y), 1.0), std::min(3.0, each / 8),
                      colours.series[one]);
        }
    }
    if (table.series.size() < 2)
        return;
    double x = plot.left;
    for (std::size_t one = 0; one < table.series.size(); ++one) {
        const std::string name = text::elide(table.series[one].name, 100, {14});
        rectangle(svg, x, 71, 12, 12, 3, colours.series[one]);
        svg.words(x + 18, 82, name, {14}, colours.text.hex());
        x += 18 + text::measure(name, {14}) + 22;
    }
}

// Names stand at the line ends, moved apart so that none lies on another.
void drawLineNames(Svg &svg, const Table &table, const Plot &plot, const ChartColours &colours)
{
    struct Name {
        double y;
        std::size_t series;
    };
    std::vector<Name> names;
    for (std::size_t one = 0; one < table.series.size(); ++one) {
        const auto &values = table.series[one].values;
        for (std::size_t at = values.size(); at-- > 0;) {
            if (!values[at])
                continue;
            names.push_back({plot.y(*values[at]), one});
            break;
        }
    }
    std::ranges::stable_sort(names, {}, &Name::y);
    for (std::size_t at = 1; at < names.size(); ++at)
        names[at].y = std::max(names[at].y, names[at - 1].y + 20);
    const double over = names.empty() ? 0 : std::max(0.0, names.back().y - plot.bottom);
    for (const Name &name : names) {
        const double y = name.y - over;
        rectangle(svg, plot.right + 10, y - 1.5, 12, 3, 1.5, colours.series[name.series]);
        svg.words(plot.right + 28, y + 5,
                  text::elide(table.series[name.series].name, 104, {14}), {14},
                  colours.text.hex());
    }
}

void drawLines(Svg &svg, const Table &table, const Plot &plot, const ChartColours &colours)
{
    const double steps = std::max<double>(static_cast<double>(table.count) - 1, 1);
    for (std::size_t one = 0; one < table.series.size(); ++one) {
        std::string path;
        bool isDown = false;
        const auto &values = table.series[one].values;
        for (std::size_t at = 0; at < values.size(); ++at) {
            const double x = table.count == 1 ? (plot.left + plot.right) / 2
                : plot.left + (plot.right - plot.left) * static_cast<double>(at) / steps;
            if (!values[at]) {
                isDown = false;
                continue;
            }
            const double y = plot.y(*values[at]);
            path += (isDown ? "L" : "M") + decimal(x) + " " + decimal(y);
            isDown = true;
            const bool isLonely = (at == 0 || !values[at - 1])
                && (at + 1 == values.size() || !values[at + 1]);
            if (isLonely || table.count <= 24)
                svg.element("circle", {{"cx", decimal(x)}, {"cy", decimal(y)},
                                       {"r", isLonely ? "4" : "3"},
                                       {"fill", colours.series[one].hex()}});
        }
        if (!path.empty())
            svg.element("path", {{"d", path}, {"fill", "none"},
                                 {"stroke", colours.series[one].hex()}, {"stroke-width", "2.5"},
                                 {"stroke-linejoin", "round"}, {"stroke-linecap", "round"}});
    }
    drawLineNames(svg, table, plot, colours);
}

std::string tableInWords(const Table &table)
{
    std::string out;
    for (const Series &series : table.series) {
        double low = HUGE_VAL, high = -HUGE_VAL;
        for (const auto &value : series.values) {
            low = value ? std::min(low, *value) : low;
            high = value ? std::max(high, *value) : high;
        }
        out += (series.name.empty() ? std::string("Series") : series.name);
        out += low > high ? std::string(" has no value. ")
                          : " runs from " + decimal(low) + " to " + decimal(high)
                + (table.unit.empty() ? "" : " " + table.unit) + ". ";
    }
    return out + "First label " + table.label(0) + ", last " + table.label(table.count - 1) + ".";
}

}  // namespace

std::string drawScores(const Clarity &clarity, const ChartColours &colours)
{
    constexpr int height = 308;
    Svg svg(width, height, "How the text reads, 0 to 100", scoresInWords(clarity));
    rectangle(svg, 0, 0, width, height, 0, colours.ground);
    drawHeading(svg, "How it reads", "0 to 100", colours);
    drawOverall(svg, clarity, colours);
    double y = 100;
    for (std::size_t score = 0; score + 1 < scoreCount; ++score, y += 42) {
        svg.words(margin, y, capitalised(scoreNames[score]), {17}, colours.text.hex());
        rectangle(svg, 166, y - 10, 240, 8, 4, colours.track);
        if (!clarity.scores[score]) {
            svg.words(462, y, "not measured", {15}, colours.quiet.hex());
            continue;
        }
        rectangle(svg, 166, y - 10, std::max(8.0, 240 * clarity.share(score)), 8, 4,
                  colours.series[0]);
        svg.words(444, y, std::to_string(clarity.hundred(score)), {17, Weight::SemiBold},
                  colours.text.hex(), Anchor::End);
        svg.words(462, y, text::elide(clarity.reasons[score], width - margin - 462, {15}), {15},
                  colours.quiet.hex());
    }
    return svg.take();
}

std::string drawRadar(const Clarity &clarity, const ChartColours &colours)
{
    constexpr int height = 520;
    constexpr double middleX = width / 2.0;
    constexpr double middleY = 292;
    constexpr double reach = 168;
    Svg svg(width, height, "How the text reads, five scores from 0 to 100", scoresInWords(clarity));
    rectangle(svg, 0, 0, width, height, 0, colours.ground);
    drawHeading(svg, "How it reads", "0 to 100", colours);
    drawOverall(svg, clarity, colours);
    const auto point = [&](std::size_t axis, double share) {
        const double angle = (static_cast<double>(axis) / 5 - 0.25) * 2 * std::numbers::pi;
        return std::pair(middleX + reach * share * std::cos(angle),
                         middleY + reach * share * std::sin(angle));
    };
    const auto outline = [&](auto share) {
        std::string path;
        for (std::size_t axis = 0; axis < 5; ++axis) {
            const auto [x, y] = point(axis, share(axis));
            path += (axis == 0 ? "M" : "L") + decimal(x) + " " + decimal(y);
        }
        return path + "z";
    };
    for (const double ring : {0.25, 0.5, 0.75, 1.0})
        svg.element("path", {{"d", outline([&](std::size_t) { return ring; })}, {"fill", "none"},
                             {"stroke", colours.line.hex()}, {"stroke-width", "1.2"}});
    const std::string shape = outline([&](std::size_t axis) { return clarity.share(axis, 0); });
    svg.element("path", {{"d", shape}, {"fill", colours.series[0].hex()}, {"fill-opacity", "0.22"},
                         {"stroke", colours.series[0].hex()}, {"stroke-width", "2.5"},
                         {"stroke-linejoin", "round"}});
    constexpr std::array anchors{Anchor::Middle, Anchor::Start, Anchor::Start, Anchor::End,
                                 Anchor::End};
    for (std::size_t axis = 0; axis < 5; ++axis) {
        const auto [x, y] = point(axis, clarity.share(axis, 0));
        const auto [labelX, labelY] = point(axis, 1.10);
        const std::string number = clarity.scores[axis] ? std::to_string(clarity.hundred(axis))
                                                        : "not measured";
        if (clarity.scores[axis])
            svg.element("circle", {{"cx", decimal(x)}, {"cy", decimal(y)}, {"r", "4.5"},
                                   {"fill", colours.series[0].hex()}});
        svg.words(labelX, labelY - (axis == 0 ? 14 : 2), capitalised(scoreNames[axis]), {16},
                  colours.quiet.hex(), anchors[axis]);
        svg.words(labelX, labelY + (axis == 0 ? 5 : 18), number, {17, Weight::SemiBold},
                  colours.text.hex(), anchors[axis]);
    }
    return svg.take();
}

std::string drawPlot(const Table &table, bool isColumns, const ChartColours &colours)
{
    constexpr int height = 420;
    const std::string title = table.title.empty() ? "Figures" : table.title;
    Svg svg(width, height, title, tableInWords(table));
    rectangle(svg, 0, 0, width, height, 0, colours.ground);
    drawHeading(svg, title, table.unit, colours);
    const Plot plot = plotOf(table, isColumns);
    drawAxes(svg, table, plot, isColumns, colours);
    if (isColumns)
        drawColumns(svg, table, plot, colours);
    else
        drawLines(svg, table, plot, colours);
    return svg.take();
}

std::string drawTreemap(const Table &table, const ChartColours &colours)
{
    constexpr int height = 480;
    const std::string title = table.title.empty() ? "Shares" : table.title;
    Svg svg(width, height, title, tableInWords(table));
    rectangle(svg, 0, 0, width, height, 0, colours.ground);
    drawHeading(svg, title, table.unit, colours);
    std::vector<double> weights;
    double heaviest = 0;
    for (const auto &value : table.series[0].values) {
        weights.push_back(value.value_or(0));
        heaviest = std::max(heaviest, weights.back());
    }
    for (const Tile &tile : squarify(weights, margin, 72, width - 2 * margin, height - 72 - 24)) {
        const double share = weights[tile.index] / heaviest;
        rectangle(svg, tile.x + 1.5, tile.y + 1.5, std::max(tile.width - 3, 0.5),
                  std::max(tile.height - 3, 0.5), std::min({5.0, tile.width / 4, tile.height / 4}),
                  tileColour(share, colours.isLight));
        const std::string name = text::elide(table.label(tile.index), tile.width - 22, {15});
        if (tile.width < 44 || tile.height < 30 || name == "\u2026")
            continue;
        svg.words(tile.x + 11, tile.y + 24, name, {15, Weight::Regular}, colours.text.hex());
        const std::string number = tickLabel(
            weights[tile.index], std::fmod(weights[tile.index], 1) == 0 ? 1 : 0.01);
        if (tile.height >= 52 && text::measure(number, {15, Weight::SemiBold}) <= tile.width - 22)
            svg.words(tile.x + 11, tile.y + 45, number, {15, Weight::SemiBold},
                      colours.text.hex());
    }
    return svg.take();
}

}  // namespace capabilities::canvas
