// The colours a page really shows: its style sheet applied to its tree, once for a light and once
// for a dark screen. Reads the part of CSS that simple pages use (lists of selectors made of tags,
// classes, ids and descendants; custom properties on :root; prefers-color-scheme; hexadecimal
// colours); whatever else touches a colour is reported, never guessed. Owns nothing.
// Thread contract: pure functions.
#pragma once

#include "text/htmltree.h"
#include "text/oklch.h"

#include <optional>
#include <string>
#include <vector>

namespace text {

struct NodeColours {
    Rgb text{0, 0, 0};             // inherited; black without a rule
    Rgb ground{255, 255, 255};     // the nearest background behind the node; white without
    std::optional<Rgb> own;        // the node's own background
    double fontSize = 16;          // px
    bool isBold = false;
};

struct Colouring {
    std::vector<NodeColours> nodes;    // by index of the tree
    std::vector<std::string> unknown;  // declarations about colour that were not understood
};

Colouring colourise(const HtmlTree &tree, bool isDark);

}  // namespace text
