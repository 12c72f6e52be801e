// Checks a page the way an auditor starts: structure, names, languages, contrast, and that it needs
// nothing from outside. Owns the rules; reading the page is text/htmltree.h, its colours
// text/htmlstyle.h. Each rule looks at the real tree and says what it counted or where it failed.
// Thread contract: pure functions. Any bytes are accepted.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace capabilities::canvas {

struct Check {
    std::string rule;  // closed set: the names given to Findings::check
    bool isPassed = false;
    std::string detail;  // what was counted, or the first faults; no text of the page beyond tags
};

// Every rule once, in name order.
std::vector<Check> checkAccessibility(std::string_view html);

}  // namespace capabilities::canvas
