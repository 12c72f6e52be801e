// What a text asks for, read off its measures: each need names a capability, how much it is wanted
// and why, in words for people. Owns the rules; weighing agents by them is routetask.cpp.
// Thread contract: pure.
#pragma once

#include "capabilities/capability.h"
#include "text/document.h"

#include <string>
#include <vector>

namespace capabilities {

struct RouteNeed {
    std::string_view capability;
    double weight = 0;  // 1 = the text plainly asks for it
    std::string reason;
};

// Reads `tags`, `clarity` and `facts` if given; the text alone otherwise.
std::vector<RouteNeed> routeNeeds(const Run &run, const text::Document &document);

}  // namespace capabilities
