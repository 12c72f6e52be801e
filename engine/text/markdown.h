// A light scanner for the block structure of Markdown, made for notes as people write them:
// headings, lists with check boxes, tables, fences, quotes, front matter, key: value lines and
// label lines. Owns nothing; inline markup is the tokeniser's part. Pure functions.
#pragma once

#include "text/document.h"

#include <vector>

namespace text {

struct Structure {
    std::vector<Block> blocks;
    std::vector<Field> fields;
    std::vector<Cell> cells;
    // Offsets of line ends inside blocks that part sentences (verse, address and list lines).
    std::vector<std::uint32_t> hardBreaks;
    bool isStopped = false;
};

Structure scanBlocks(std::string_view text, const std::stop_token &stop);

// The span without spaces, emphasis marks and quotes of Markdown at both ends.
Span trimmed(std::string_view text, Span span);

}  // namespace text
