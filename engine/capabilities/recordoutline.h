// A text as a list of lines with a section each: what the parsers of forms walk over. Owns copies
// of the plain words; the Document stays the source of blocks, sentences, fields and cells.
// Thread contract: made and read by one thread.
#pragma once

#include "text/document.h"

#include <boost/json.hpp>

#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace capabilities::record {

enum class LineKind { title, heading, field, item, sentence };

struct Line {
    LineKind kind = LineKind::sentence;
    std::string text;  // plain, without list marks
    std::string name;  // of "name: value", also inside items; lower case
    std::string shownName;
    std::string value;
    std::string section;  // lower case; empty before the first heading
    bool isOrdered = false;
    text::Check check = text::Check::none;
    std::size_t block = 0;
};

struct Table {
    std::vector<std::string> header;  // lower case
    std::vector<std::vector<std::string>> rows;
    std::string section;
};

struct Outline {
    const text::Document *document = nullptr;
    const boost::json::object *facts = nullptr;  // may be null
    std::string title;                           // as written, empty if there is none
    std::string opening;  // the title, or else the first line: where day and place often stand
    std::vector<Line> lines;
    std::vector<Table> tables;
};

Outline outlineOf(const text::Document &document, const boost::json::object *facts);

// Whether a name or heading (lower case) is one of the words "a|b|c d".
bool isNamed(std::string_view name, std::string_view words);
// The first field whose name is one of the words.
const Line *fieldNamed(const Outline &outline, std::string_view words);
// Lines of sections with such a name, headings left out.
std::vector<const Line *> linesUnder(const Outline &outline, std::string_view words);

// "A, B and C" -> A, B, C; brackets after a name are dropped.
std::vector<std::string> listed(std::string_view text);
// Names the text calls people by: from the facts, longest first.
std::vector<std::string> peopleOf(const Outline &outline);
// Splits the opening at commas: the title proper, then what names a day, an hour, a place.
struct Opening {
    std::string title, day, time, place;
};
Opening openingOf(const Outline &outline);

void put(boost::json::object &record, std::string_view name, std::string value);
void put(boost::json::object &record, std::string_view name, boost::json::array value);
boost::json::value numberValue(double value);  // whole numbers become integers

}  // namespace capabilities::record
