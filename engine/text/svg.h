// Pictures written as text: a small SVG writer, and the measuring, wrapping and fitting that keep
// words inside their boxes without a font engine. Emits only what SVG Tiny 1.2 renderers draw
// alike (paths, shapes, text, groups), never scripts or references. Owns the bytes being written;
// colours are oklch.h, cleaning and escaping escape.h.
// Thread contract: values, one thread at a time.
#pragma once

#include <cstddef>
#include <initializer_list>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace text {

enum class Weight { Regular, SemiBold };
enum class Anchor { Start, Middle, End };

struct Face {
    double size = 16;  // px
    Weight weight = Weight::Regular;
};

// Width in px of one clean line, from Inter's advances without kerning; wide characters count as
// one em, emoji as 1.3, letters outside the table as 0.7. Meant to err towards too wide.
double measure(std::string_view line, Face face);

// The line, or as many whole graphemes of it as fit before an ellipsis.
std::string elide(std::string_view line, double width, Face face);

struct Fit {
    std::vector<std::string> lines;
    double size = 0;
    bool isSplit = false;  // a word is broken across lines
    bool isCut = false;    // an ellipsis stands for the rest
};

struct Box {
    double width = 0;
    std::size_t linesMax = 1;
    std::span<const double> sizes;  // from the wanted one down; not empty
};

// The largest size at which the text fits into its lines without splitting a word; failing that,
// the smallest with words split; failing that, cut. Lines are balanced, not filled. Breaks after
// spaces, hyphens and slashes, and between wide characters unless closing punctuation follows.
Fit fit(std::string_view line, const Box &box, Weight weight);

// A decimal with at most one place and no trailing zero: "12", "12.5".
std::string decimal(double value);

class Svg {
public:
    struct Attribute {
        std::string_view name;
        std::string value;  // escaped when written
    };
    using Attributes = std::initializer_list<Attribute>;

    // Opens the root element with its title and description for people who hear the picture.
    Svg(int width, int height, std::string_view title, std::string_view description);

    void open(std::string_view tag, Attributes attributes);
    void close(std::string_view tag);
    void element(std::string_view tag, Attributes attributes);
    // One line of clean text at a base line. Right-to-left lines are isolated so that their
    // punctuation stays on the right side in renderers without the direction attribute.
    void words(double x, double y, std::string_view line, Face face, std::string_view fill,
               Anchor anchor = Anchor::Start);
    std::string take();  // closes the root; the writer is spent

private:
    void start(std::string_view tag, Attributes attributes);

    std::string m_out;
};

}  // namespace text
