// render-card: a dream as a picture of 1200 by 630, also read at 320 wide. What is seen means:
//   star            a concept (the heaviest six are named); size = its weight; ringed = the centre
//   line of stars   two concepts that occur together; strength = their bond
//   hill, ridge     the same concepts and bonds as relief: height = weight
//   merged land     coherence: 100 is one massif, 0 lonely islands
//   shore line      clarity: 100 is calm, 0 frayed
//   twist of hills  symbolism: 100 spirals
//   even terraces   structure: 0 bunches them
//   number of steps emotion: 7 to 14
//   hue             valence, from plum (dark) over blue and green to gold (bright), moved by the
//                   seed; chroma = intensity
//   mark, number    each score under its own shape; the line below is its share of 100
// Owns the layout and the palette; stateless, so any thread may run it.
#include "capabilities/canvasinput.h"
#include "capabilities/cardsky.h"
#include "capabilities/contourfield.h"
#include "text/escape.h"
#include "text/oklch.h"
#include "text/svg.h"

#include <boost/json.hpp>

#include <algorithm>
#include <array>
#include <cmath>

namespace capabilities {
namespace {

using namespace canvas;
using text::Anchor;
using text::decimal;
using text::Oklch;
using text::Rgb;
using text::Svg;
using text::Weight;

constexpr double columnLeft = 64;
constexpr double columnWidth = 560;
constexpr double plateOpacity = 0.72;  // written as it stands in drawSky
constexpr Rect skySide{692, 26, 1178, 604};

struct Palette {
    Rgb ground;
    std::vector<Rgb> land;  // from the shore up
    std::vector<Rgb> rim;   // the edge of each step
    Rgb text;
    Rgb quiet;
    Rgb mark;
    Rgb track;
    Rgb star;
    double lowestText = 21;  // contrasts as measured
    double lowestMark = 21;
};

// What is seen where a plate of the ground colour lies over land.
Rgb plateOver(Rgb ground, Rgb land)
{
    const auto blend = [](std::uint8_t above, std::uint8_t below) {
        return static_cast<std::uint8_t>(
            std::lround(plateOpacity * above + (1 - plateOpacity) * below));
    };
    return {blend(ground.red, land.red), blend(ground.green, land.green),
            blend(ground.blue, land.blue)};
}

// Peaks carry the hue of the mood. The shore lies to one side of it, chosen by the seed, unless
// that is the arc from orange to lime, which turns to mud when dark.
std::pair<double, double> huesOf(const Inputs &inputs, std::uint64_t seed)
{
    const double peak = moodHue(inputs, seed);
    const double away = 48 + 50 * chance(seed, 3);
    double shore = peak + (chance(seed, 2) < 0.5 ? -away : away);
    const double turned = std::fmod(shore + 720, 360);
    if (turned > 50 && turned < 140)
        shore = 2 * peak - shore;
    return {shore, peak};
}

Palette paletteOf(const Inputs &inputs, std::uint64_t seed, int levels, bool isLight)
{
    const auto [hue, peakHue] = huesOf(inputs, seed);
    const double intensity = inputs.mood ? inputs.mood->intensity / 10000.0 : 0.25;
    const double chroma = 0.06 + 0.10 * std::sqrt(intensity);
    const double light = isLight ? -1 : 1;
    Palette palette;
    palette.ground = text::toRgb({isLight ? 0.975 : 0.180, isLight ? 0.008 : 0.024, hue});
    const Oklch shore{isLight ? 0.925 : 0.255, (isLight ? 0.40 : 0.60) * chroma, hue};
    const Oklch peak{isLight ? 0.660 : 0.760, chroma, peakHue};
    std::vector<Rgb> grounds{palette.ground};
    std::vector<Rgb> plates{palette.ground};
    for (int level = 0; level < levels; ++level) {
        const double share = levels > 1 ? static_cast<double>(level) / (levels - 1) : 0;
        const Oklch step = text::mix(shore, peak, share);
        palette.land.push_back(text::toRgb(step));
        palette.rim.push_back(
            text::toRgb({step.lightness + 0.045 * light, step.chroma * 1.1, step.hue}));
        plates.push_back(plateOver(palette.ground, palette.land.back()));
    }
    palette.text = text::solveLightness({isLight ? 0.26 : 0.97, 0.012, hue}, grounds, 11, !isLight);
    palette.quiet = text::solveLightness({isLight ? 0.46 : 0.74, 0.025, hue}, grounds, 5.5,
                                         !isLight);
    palette.mark = text::solveLightness({isLight ? 0.58 : 0.74, std::max(chroma, 0.10), peakHue},
                                        grounds, 4, !isLight);
    palette.track = text::toRgb({isLight ? 0.89 : 0.30, 0.025, hue});
    palette.star = text::solveLightness({isLight ? 0.22 : 0.985, 0.008, hue}, plates, 4.6,
                                        !isLight);
    palette.lowestText = std::min(text::contrast(palette.text, palette.ground),
                                  text::contrast(palette.quiet, palette.ground));
    for (const Rgb &plate : plates)
        palette.lowestText = std::min(palette.lowestText, text::contrast(palette.star, plate));
    // a star is a light disc in a dark rim, so its own rim is the ground it is told apart from
    palette.lowestMark = std::min(text::contrast(palette.mark, palette.ground),
                                  text::contrast(palette.star, palette.ground));
    return palette;
}

Landscape landscapeOf(const Inputs &inputs, const Sky &sky, std::uint64_t seed)
{
    Landscape land;
    const Clarity &clarity = inputs.clarity;
    land.ripple = 1 - clarity.share(0);
    land.merging = clarity.share(1);
    land.evenness = clarity.share(2);
    land.twist = clarity.share(3, 0);
    land.levels = 7 + static_cast<int>(std::lround(7 * clarity.share(4, 0)));
    land.seed = seed;
    for (const Star &star : sky.stars)
        land.hills.push_back({star.x, star.y, 0.30 + 0.70 * star.weight});
    for (const Link &link : sky.links)
        land.ridges.push_back({link.from, link.to, 0.35 + 0.5 * link.weight});
    return land;
}

void drawLand(Svg &svg, const std::vector<std::string> &paths, const Palette &palette)
{
    svg.open("g", {{"transform", "scale(.1)"},
                   {"fill-rule", "evenodd"},
                   {"stroke-width", "9"},
                   {"stroke-linejoin", "round"}});
    for (std::size_t level = 0; level < paths.size(); ++level) {
        if (paths[level].empty())
            continue;
        svg.element("path", {{"fill", palette.land[level].hex()},
                             {"stroke", palette.rim[level].hex()},
                             {"d", paths[level]}});
    }
    svg.close("g");
}

void drawDisc(Svg &svg, const Star &star, double radius, Rgb fill)
{
    svg.element("circle", {{"cx", decimal(star.x)}, {"cy", decimal(star.y)},
                           {"r", decimal(radius)}, {"fill", fill.hex()}});
}

void drawLinks(Svg &svg, const Sky &sky, const Palette &palette)
{
    std::vector<Link> strongest = sky.links;
    std::ranges::stable_sort(strongest, std::ranges::greater{}, &Link::weight);
    strongest.resize(std::min<std::size_t>(strongest.size(), 24));
    for (const Link &link : strongest) {
        const Star &from = sky.stars[link.from];
        const Star &to = sky.stars[link.to];
        svg.element("path", {{"d", "M" + decimal(from.x) + " " + decimal(from.y) + "L"
                                       + decimal(to.x) + " " + decimal(to.y)},
                             {"stroke", palette.star.hex()},
                             {"stroke-width", decimal(0.8 + 1.4 * link.weight)},
                             {"stroke-opacity", link.weight > 0.5 ? "0.6" : "0.32"},
                             {"fill", "none"}});
    }
}

void drawSky(Svg &svg, const Sky &sky, const Palette &palette)
{
    drawLinks(svg, sky, palette);
    for (const Star &star : sky.stars) {
        if (star.isCenter) {
            drawDisc(svg, star, star.radius + 7.5, palette.ground);
            drawDisc(svg, star, star.radius + 5.2, palette.star);
        }
        drawDisc(svg, star, star.radius + (star.label.empty() ? 1.6 : 2.8), palette.ground);
        drawDisc(svg, star, star.radius, palette.star);
    }
    for (const Star &star : sky.stars) {
        if (star.labelSize <= 0)
            continue;
        const Rect &box = star.labelBox;
        svg.element("rect", {{"x", decimal(box.left)}, {"y", decimal(box.top)},
                             {"width", decimal(box.right - box.left)},
                             {"height", decimal(box.bottom - box.top)},
                             {"rx", "6"},
                             {"fill", palette.ground.hex()},
                             {"fill-opacity", "0.72"}});
        svg.words(star.labelX, star.labelY, star.label, {star.labelSize, Weight::SemiBold},
                  palette.star.hex(), Anchor::Middle);
    }
}

// Shapes of 24 px around a middle, one per score: disc, twin rings, stairs, star, drop.
std::string shapeOf(std::size_t score)
{
    switch (score) {
    case 0: return "M-11 0A11 11 0 1 1 11 0A11 11 0 1 1-11 0z";
    case 1: return "M-12 0A7.4 7.4 0 1 1 2.8 0A7.4 7.4 0 1 1-12 0zM-9 0A4.4 4.4 0 1 0-.2 0"
                   "A4.4 4.4 0 1 0-9 0zM-2.8 0A7.4 7.4 0 1 1 12 0A7.4 7.4 0 1 1-2.8 0z"
                   "M.2 0A4.4 4.4 0 1 0 9 0A4.4 4.4 0 1 0 .2 0z";
    case 2: return "M-11 11V4H-4V-3H3V-11H11V11z";
    case 3: return "M0-12L3.2-3.2L12 0L3.2 3.2L0 12L-3.2 3.2L-12 0L-3.2-3.2z";
    default: return "M0-12C5-5 9-1 9 4A9 9 0 1 1-9 4C-9-1-5-5 0-12z";
    }
}

void drawScores(Svg &svg, const Clarity &clarity, const Palette &palette)
{
    constexpr double ruleY = 470;
    constexpr double nameY = 572;
    constexpr std::size_t overall = scoreCount - 1;
    svg.element("rect", {{"x", decimal(columnLeft)}, {"y", decimal(ruleY)},
                         {"width", decimal(columnWidth)}, {"height", "1"},
                         {"fill", palette.track.hex()}});
    double x = columnLeft;
    if (clarity.scores[overall]) {
        svg.words(x - 3, 544, std::to_string(clarity.hundred(overall)), {66, Weight::SemiBold},
                  palette.text.hex());
        svg.words(x, nameY, "overall", {17}, palette.quiet.hex());
    }
    x += 140;
    for (std::size_t score = 0; score < overall; ++score, x += 87) {
        if (!clarity.scores[score])
            continue;
        svg.element("path", {{"transform", "translate(" + decimal(x + 11) + " 521)"},
                             {"d", shapeOf(score)},
                             {"fill", palette.mark.hex()},
                             {"fill-rule", "nonzero"}});
        svg.words(x + 28, 531, std::to_string(clarity.hundred(score)), {28, Weight::SemiBold},
                  palette.text.hex());
        svg.element("rect", {{"x", decimal(x)}, {"y", "544"}, {"width", "70"}, {"height", "5"},
                             {"rx", "2.5"}, {"fill", palette.track.hex()}});
        svg.element("rect", {{"x", decimal(x)}, {"y", "544"},
                             {"width", decimal(std::max(5.0, 70 * clarity.share(score)))},
                             {"height", "5"}, {"rx", "2.5"}, {"fill", palette.mark.hex()}});
        svg.words(x, nameY, scoreNames[score], {15}, palette.quiet.hex());
    }
}

std::string kickerOf(const Inputs &inputs)
{
    std::string kicker = inputs.kind.empty() ? "Dream" : inputs.kind;
    if (!inputs.form.empty() && inputs.form != inputs.kind)
        kicker += " \u00B7 " + inputs.form;
    if (inputs.clarity.words)
        kicker += " \u00B7 " + std::to_string(*inputs.clarity.words)
            + (*inputs.clarity.words == 1 ? " word" : " words");
    return kicker;
}

void drawWords(Svg &svg, const Inputs &inputs, const Palette &palette)
{
    svg.words(columnLeft, 92, kickerOf(inputs), {22}, palette.quiet.hex());
    constexpr std::array<double, 3> huge{92, 84, 76};
    constexpr std::array<double, 4> large{68, 61, 54, 47};
    constexpr std::array<double, 3> small{42, 37, 33};
    const auto fits = [](const text::Fit &title) { return !title.isCut && !title.isSplit; };
    text::Fit title = text::fit(inputs.title, {columnWidth, 2, huge}, Weight::SemiBold);
    if (!fits(title))
        title = text::fit(inputs.title, {columnWidth, 3, large}, Weight::SemiBold);
    if (!fits(title))
        title = text::fit(inputs.title, {columnWidth, 5, small}, Weight::SemiBold);
    const bool isReversed = text::isRightToLeft(inputs.title);
    const double x = isReversed ? columnLeft + columnWidth : columnLeft;
    const Anchor anchor = isReversed ? Anchor::End : Anchor::Start;
    double y = 124 + title.size * 0.86;
    for (const std::string &line : title.lines) {
        svg.words(x, y, line, {title.size, Weight::SemiBold}, palette.text.hex(), anchor);
        y += title.size * 1.14;
    }
    if (inputs.mood && !inputs.mood->reason.empty()) {
        const text::Face face{24};
        y = std::min(y - title.size * 1.14 + 54, 446.0);
        svg.words(x, y, text::elide(inputs.mood->reason, columnWidth, face), face,
                  palette.quiet.hex(), anchor);
    }
}

std::string description(const Inputs &inputs, const Sky &sky)
{
    std::string out = kickerOf(inputs) + ".";
    for (std::size_t score = 0; score < scoreCount; ++score) {
        if (inputs.clarity.scores[score])
            out += " " + std::string(scoreNames[score]) + " "
                + std::to_string(inputs.clarity.hundred(score)) + ",";
    }
    out.back() = '.';
    std::string named;
    for (const Star &star : sky.stars)
        named += star.label.empty() ? "" : (named.empty() ? " Concepts: " : ", ") + star.label;
    out += named.empty() ? "" : named + ".";
    if (inputs.mood && !inputs.mood->reason.empty())
        out += " Mood: " + inputs.mood->reason + ".";
    return out;
}

Concepts conceptsOf(const Inputs &inputs)
{
    if (inputs.concepts)
        return *inputs.concepts;
    Concepts concepts;  // no map was made: the key phrases stand in, without bonds
    concepts.nodes.assign(inputs.keywords.begin(),
                          inputs.keywords.begin()
                              + static_cast<std::ptrdiff_t>(std::min(inputs.keywords.size(),
                                                                     namedStarsMax)));
    return concepts;
}

Result run(const Run &run)
{
    const Reading reading = read(run, {"text", "clarity"});
    if (!reading.refusal.refusal.empty())
        return reading.refusal;
    const Inputs &inputs = reading.inputs;
    const boost::json::value *scheme = run.params.if_contains("scheme");
    const bool isLight = scheme && scheme->is_string() && scheme->get_string() == "light";

    const Sky sky = arrange(conceptsOf(inputs), skySide, run.seed);
    const Landscape land = landscapeOf(inputs, sky, run.seed);
    const Palette palette = paletteOf(inputs, run.seed, land.levels, isLight);
    const auto paths = contours(land, run.stop);
    Result result;
    if (run.stop.stop_requested()) {
        result.isStopped = true;
        return result;
    }
    Svg svg(1200, 630, inputs.title, description(inputs, sky));
    svg.element("rect", {{"width", "1200"}, {"height", "630"}, {"fill", palette.ground.hex()}});
    drawLand(svg, paths, palette);
    drawSky(svg, sky, palette);
    drawWords(svg, inputs, palette);
    drawScores(svg, inputs.clarity, palette);
    result.outputs.push_back({"card", "image/svg+xml", svg.take()});
    result.figures = {
        {"bytes", static_cast<std::int64_t>(result.outputs[0].bytes.size())},
        {"concepts", static_cast<std::int64_t>(sky.stars.size())},
        {"contrastMarkX100", static_cast<std::int64_t>(palette.lowestMark * 100)},
        {"contrastTextX100", static_cast<std::int64_t>(palette.lowestText * 100)}};
    result.labels = {{"scheme", isLight ? "light" : "dark"}};
    return result;
}

}  // namespace

extern const Capability renderCard;
const Capability renderCard{
    .name = "render-card",
    .version = "1.0.0",
    .source = "marching squares over Gaussian hills; OKLCH (Ottosson 2020); WCAG 2.1 contrast",
    .run = run};

}  // namespace capabilities
