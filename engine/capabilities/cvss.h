// The base score of a CVSS 3.1 vector, by the formulas of FIRST's specification document, section
// 7.1, and its Roundup in whole numbers (appendix A). Owns nothing. Thread contract: pure.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace capabilities {

struct CvssBase {
    std::int64_t tenths = 0;  // the base score, 0..100
    double impact = 0;        // subscores, before rounding
    double exploitability = 0;
};

// Nothing unless every base metric stands there once and right; temporal and environmental ones may
// stand behind, rightly named, and change nothing.
std::optional<CvssBase> cvssBase(std::string_view vector);

}  // namespace capabilities
