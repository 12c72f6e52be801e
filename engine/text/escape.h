// What a person wrote, made fit to stand in a picture or a page: one clean line, a title, and the
// escaping that no text may go without. Owns no state; layout is in svg.h, Markdown bodies are the
// document's. Thread contract: pure functions. Any bytes are accepted.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace text {

// The five characters that mean something to XML and HTML become references, so the result is safe
// as text and as a quoted attribute. The input must be clean (see cleanLine): controls stay.
std::string escapeMarkup(std::string_view utf8);

// One line of legal XML text: invalid bytes become U+FFFD, white space runs become one space,
// controls and direction overrides go (they could reach beyond the text), at most four marks stay
// on a letter, and it ends at a whole grapheme with at most codePointsMax code points.
std::string cleanLine(std::string_view utf8, std::size_t codePointsMax = 300);

// The title of a Markdown text: its first heading or "Title:" line, else its first sentence;
// inline marks removed, cleaned. Empty if there is no word at all. Reads the first 64 KiB.
std::string titleOf(std::string_view markdown);

// The first lines of prose after the title, in one line, cut at 360 code points with an ellipsis.
std::string leadOf(std::string_view markdown);

// True if the first letter with a direction runs from right to left (UAX #9, rule P2).
bool isRightToLeft(std::string_view utf8);

}  // namespace text
