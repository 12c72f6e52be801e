// What form a text has: recipe, meeting, budget, plan, night dream, brief, journal, nonsense or other.
// Owns the evidence (cue words in four languages, layout, grammar of the person) and the verdict.
// Cold start of tag-text; a linear score over evidence, squashed to a confidence by the margin between
// the best form and the next (Platt-like logistic, fixed slope). Thread contract: pure functions.
#pragma once

#include "text/document.h"

#include <array>
#include <string_view>

namespace capabilities {

enum class TextForm : std::uint8_t {
    recipe, meeting, budget, plan, nightDream, brief, journal, nonsense, other
};
inline constexpr std::size_t textFormCount = 9;
std::string_view formName(TextForm form);

struct FormVerdict {
    TextForm form = TextForm::other;
    int confidence = 0;                          // 0..10000
    std::array<int, textFormCount> evidence{};   // points, for tests and reasons
};
FormVerdict judgeForm(const text::Document &document);

}  // namespace capabilities
