// HTML read as a tree, for checks on pages: tolerant like a browser where that is common (missing
// end tags of list items, rows and paragraphs), and honest about everything it had to mend. Owns
// the nodes; what they look like is htmlstyle.h, what is wrong with them is accessibility.h.
// Thread contract: values. Any bytes are accepted; depth and size are limited.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace text {

inline constexpr std::size_t noNode = static_cast<std::size_t>(-1);

struct HtmlNode {
    std::string tag;   // lower case; empty for a text node
    std::string text;  // of a text node, references resolved for the five basic ones and numbers
    std::vector<std::pair<std::string, std::string>> attributes;  // names in lower case
    std::size_t parent = noNode;
    std::vector<std::size_t> children;

    const std::string *attribute(std::string_view name) const;  // nullptr if absent
    bool hasClass(std::string_view name) const;
};

struct HtmlTree {
    std::vector<HtmlNode> nodes;      // nodes[0] is the document, without tag
    std::vector<std::string> faults;  // what a strict reader would not accept, in words

    bool isInside(std::size_t node, std::string_view tag) const;  // itself counts
    // Text under a node, white space collapsed and trimmed, blocks and cells apart; alt texts count,
    // style does not.
    std::string textOf(std::size_t node) const;
};

// At most 64 Ki nodes and 256 levels; the rest is left out and said so in faults.
HtmlTree parseHtml(std::string_view html);

}  // namespace text
