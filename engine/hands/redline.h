// What changed between two texts, word by word, as pieces to be shown one after the other.
// Thread contract: pure; any thread.
#pragma once

#include <stop_token>
#include <string>
#include <string_view>
#include <vector>

namespace hands {

struct Piece {
    enum Kind { Same, Removed, Added } kind = Same;
    std::string text;
};

struct Redline {
    std::vector<Piece> pieces;           // Same and Added together are `right`
    std::size_t added = 0, removed = 0;  // words and marks
};
Redline redline(std::string_view left, std::string_view right, const std::stop_token &stop = {});

}  // namespace hands
