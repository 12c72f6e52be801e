// A table as people hand it over: comma, semicolon or tab separated lines (RFC 4180), a list of
// JSON objects, or the first table of a Markdown text. Owns its cells as text; what a column means
// is for the reader to say. Thread contract: values.
#pragma once

#include "capabilities/reader.h"

namespace capabilities {

struct Table {
    std::vector<std::string> columns;
    std::vector<std::vector<std::string>> rows;  // as long as `columns`, filled with empty cells
    std::size_t raggedRows = 0;                  // lines with more or fewer cells
    bool isStopped = false;
};

// The input of that name (or the text) as a table; the reader refuses what is none.
Table readTable(Reader &in, const Run &run, std::string_view name);

// A number as written: optional sign, digits, "." or one decimal comma with other dots or spaces as
// thousands. Nothing if it is none or not below 10^15.
std::optional<double> cellNumber(std::string_view cell);

}  // namespace capabilities
