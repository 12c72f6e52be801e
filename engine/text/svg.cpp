#include "text/svg.h"

#include "text/escape.h"
#include "text/svgadvances.h"

#include <utf8proc.h>

#include <algorithm>
#include <cmath>

namespace text {
namespace {

constexpr std::string_view ellipsis = "\u2026";

struct Grapheme {
    std::size_t start = 0;
    std::size_t length = 0;
    double em = 0;  // width at size 1
    bool isSpace = false;
    bool mayBreakAfter = false;
};

bool isEmoji(const utf8proc_property_t &property)
{
    return property.boundclass == UTF8PROC_BOUNDCLASS_EXTENDED_PICTOGRAPHIC
        || property.boundclass == UTF8PROC_BOUNDCLASS_REGIONAL_INDICATOR;
}

double emWidth(utf8proc_int32_t codePoint, Weight weight)
{
    if (const Advance *advance = advanceOf(static_cast<char32_t>(codePoint)))
        // joined Arabic letters are a little narrower than the isolated forms of the table
        return (weight == Weight::Regular ? advance->regular : advance->semiBold) / 1000.0
            * (codePoint >= 0x620 && codePoint <= 0x6FF ? 0.92 : 1);
    if (isEmoji(*utf8proc_get_property(codePoint)))
        return 1.3;
    const int cells = utf8proc_charwidth(codePoint);
    return cells == 0 ? 0 : cells == 2 ? 1 : 0.7;
}

bool isClosing(utf8proc_int32_t codePoint)
{
    switch (utf8proc_category(codePoint)) {
    case UTF8PROC_CATEGORY_PE:
    case UTF8PROC_CATEGORY_PF:
    case UTF8PROC_CATEGORY_PO: return true;
    default: return false;
    }
}

std::vector<Grapheme> graphemesOf(std::string_view line, Weight weight)
{
    std::vector<Grapheme> graphemes;
    utf8proc_int32_t state = 0;
    utf8proc_int32_t previous = 0;
    for (std::size_t at = 0; at < line.size();) {
        utf8proc_int32_t codePoint = 0xFFFD;
        auto length = utf8proc_iterate(
            reinterpret_cast<const utf8proc_uint8_t *>(line.data()) + at,
            static_cast<utf8proc_ssize_t>(line.size() - at), &codePoint);
        if (length <= 0) {
            length = 1;
            codePoint = 0xFFFD;
        }
        const bool isWide = utf8proc_charwidth(codePoint) == 2;
        if (previous == 0 || utf8proc_grapheme_break_stateful(previous, codePoint, &state)) {
            if (isWide && !graphemes.empty() && !isClosing(codePoint)
                && !graphemes.back().isSpace && utf8proc_category(previous) != UTF8PROC_CATEGORY_PS)
                graphemes.back().mayBreakAfter = true;
            if (!isWide && !isClosing(codePoint) && utf8proc_charwidth(previous) == 2)
                graphemes.back().mayBreakAfter = true;
            const bool isSpace = codePoint == ' ';
            graphemes.push_back({at, 0, 0, isSpace,
                                 isSpace || codePoint == '-' || codePoint == '/'
                                     || codePoint == 0x2014});
        }
        Grapheme &grapheme = graphemes.back();
        grapheme.length += static_cast<std::size_t>(length);
        grapheme.em = std::max(grapheme.em, emWidth(codePoint, weight));
        previous = codePoint;
        at += static_cast<std::size_t>(length);
    }
    return graphemes;
}

struct Wrapped {
    std::vector<std::pair<std::size_t, std::size_t>> lines;  // grapheme ranges, trimmed
    bool isWordSplit = false;
};

// Greedy lines of at most `em` each; a word wider than a line is split.
Wrapped wrap(const std::vector<Grapheme> &graphemes, double em)
{
    Wrapped wrapped;
    std::size_t start = 0;
    while (start < graphemes.size()) {
        double used = 0;
        std::size_t end = start;
        std::size_t breakAt = start;
        while (end < graphemes.size()
               && (graphemes[end].isSpace || used + graphemes[end].em <= em || end == start)) {
            used += graphemes[end].em;
            ++end;
            if (graphemes[end - 1].mayBreakAfter)
                breakAt = end;
        }
        if (end < graphemes.size()) {
            wrapped.isWordSplit |= breakAt == start;
            end = breakAt > start ? breakAt : end;
        }
        std::size_t last = end;
        while (last > start && graphemes[last - 1].isSpace)
            --last;
        wrapped.lines.emplace_back(start, last);
        start = end;
    }
    return wrapped;
}

std::string slice(std::string_view line, const std::vector<Grapheme> &graphemes,
                  std::pair<std::size_t, std::size_t> range)
{
    if (range.first >= range.second)
        return {};
    const std::size_t start = graphemes[range.first].start;
    const Grapheme &last = graphemes[range.second - 1];
    return std::string(line.substr(start, last.start + last.length - start));
}

// The narrowest width that needs no more lines, so that the last line is not one lonely word.
Wrapped balanced(const std::vector<Grapheme> &graphemes, double em)
{
    Wrapped best = wrap(graphemes, em);
    double low = em / 2;
    double high = em;
    for (int step = 0; step < 8; ++step) {
        const double middle = (low + high) / 2;
        Wrapped tried = wrap(graphemes, middle);
        if (tried.lines.size() <= best.lines.size() && tried.isWordSplit <= best.isWordSplit) {
            high = middle;
            best = std::move(tried);
        } else {
            low = middle;
        }
    }
    return best;
}

}  // namespace

double measure(std::string_view line, Face face)
{
    double em = 0;
    for (const Grapheme &grapheme : graphemesOf(line, face.weight))
        em += grapheme.em;
    return em * face.size;
}

std::string elide(std::string_view line, double width, Face face)
{
    const auto graphemes = graphemesOf(line, face.weight);
    double em = 0;
    for (const Grapheme &grapheme : graphemes)
        em += grapheme.em;
    if (em * face.size <= width)
        return std::string(line);
    double used = measure(ellipsis, {1, face.weight});
    std::size_t kept = 0;
    while (kept < graphemes.size() && (used + graphemes[kept].em) * face.size <= width)
        used += graphemes[kept++].em;
    while (kept > 0 && graphemes[kept - 1].isSpace)
        --kept;
    return slice(line, graphemes, {0, kept}) + std::string(ellipsis);
}

Fit fit(std::string_view line, const Box &box, Weight weight)
{
    const auto graphemes = graphemesOf(line, weight);
    Fit fitted;
    for (const bool maySplit : {false, true}) {
        for (const double size : box.sizes) {
            const Wrapped wrapped = wrap(graphemes, box.width / size);
            if (wrapped.lines.size() > box.linesMax || (wrapped.isWordSplit && !maySplit))
                continue;
            fitted.size = size;
            fitted.isSplit = wrapped.isWordSplit;
            for (const auto &range : balanced(graphemes, box.width / size).lines)
                fitted.lines.push_back(slice(line, graphemes, range));
            return fitted;
        }
    }
    fitted.size = box.sizes.back();
    fitted.isCut = true;
    auto lines = wrap(graphemes, box.width / fitted.size).lines;
    for (std::size_t at = 0; at + 1 < box.linesMax; ++at)
        fitted.lines.push_back(slice(line, graphemes, lines[at]));
    const std::size_t last = lines[box.linesMax - 1].first;
    const std::string rest = slice(line, graphemes, {last, graphemes.size()});
    fitted.lines.push_back(elide(rest, box.width, {fitted.size, weight}));
    return fitted;
}

std::string decimal(double value)
{
    const long tenths = std::lround(value * 10);
    std::string out = tenths < 0 ? "-" : "";
    out += std::to_string(std::abs(tenths) / 10);
    if (tenths % 10 != 0)
        out += "." + std::to_string(std::abs(tenths) % 10);
    return out;
}

Svg::Svg(int width, int height, std::string_view title, std::string_view description)
{
    const std::string w = std::to_string(width);
    const std::string h = std::to_string(height);
    start("svg", {{"xmlns", "http://www.w3.org/2000/svg"},
                  {"version", "1.2"},
                  {"baseProfile", "tiny"},
                  {"width", w},
                  {"height", h},
                  {"viewBox", "0 0 " + w + " " + h},
                  {"role", "img"},
                  {"font-family", "Inter"}});
    m_out += ">\n<title>" + escapeMarkup(title) + "</title>\n<desc>" + escapeMarkup(description)
        + "</desc>\n";
    // QtSvg takes one family and skips this selector; browsers without Inter need the list
    m_out += "<style>:root text{font-family:Inter,sans-serif}</style>\n";
}

void Svg::start(std::string_view tag, Attributes attributes)
{
    m_out += '<';
    m_out += tag;
    for (const Attribute &attribute : attributes) {
        m_out += ' ';
        m_out += attribute.name;
        m_out += "=\"" + escapeMarkup(attribute.value) + '"';
    }
}

void Svg::open(std::string_view tag, Attributes attributes)
{
    start(tag, attributes);
    m_out += ">\n";
}

void Svg::close(std::string_view tag)
{
    m_out += "</";
    m_out += tag;
    m_out += ">\n";
}

void Svg::element(std::string_view tag, Attributes attributes)
{
    start(tag, attributes);
    m_out += "/>\n";
}

void Svg::words(double x, double y, std::string_view line, Face face, std::string_view fill,
                Anchor anchor)
{
    constexpr std::string_view anchors[] = {"start", "middle", "end"};
    start("text", {{"x", decimal(x)},
                   {"y", decimal(y)},
                   {"font-size", decimal(face.size)},
                   {"font-weight", face.weight == Weight::Regular ? "400" : "600"},
                   {"fill", std::string(fill)},
                   {"text-anchor", std::string(anchors[static_cast<int>(anchor)])}});
    m_out += '>';
    const bool isReversed = isRightToLeft(line);
    if (isReversed)
        m_out += "\u2067";
    m_out += escapeMarkup(line);
    if (isReversed)
        m_out += "\u2069";
    m_out += "</text>\n";
}

std::string Svg::take()
{
    m_out += "</svg>\n";
    return std::move(m_out);
}

}  // namespace text
