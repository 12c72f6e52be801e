#include "hands/redline.h"

#include "capabilities/worddiff.h"

#include <unordered_map>

namespace hands {

using capabilities::DiffHunk;
using capabilities::WordUnit;

namespace {

// The bytes from unit `from` up to, not including, unit `to`; with the space after the last of them
// when it was followed by more.
std::string_view span(std::string_view text, const std::vector<WordUnit> &units, std::size_t from,
                      std::size_t to)
{
    if (from >= to)
        return {};
    const std::size_t begin = units[from].start;
    const std::size_t end = to < units.size() ? units[to].start : text.size();
    return text.substr(begin, end - begin);
}

void add(Redline &line, Piece::Kind kind, std::string_view text)
{
    if (text.empty())
        return;
    if (!line.pieces.empty() && line.pieces.back().kind == kind)
        line.pieces.back().text += text;
    else
        line.pieces.push_back({kind, std::string(text)});
}

}  // namespace

Redline redline(std::string_view left, std::string_view right, const std::stop_token &stop)
{
    std::unordered_map<std::string_view, std::uint32_t> known;
    const auto number = [&](std::string_view text, const std::vector<WordUnit> &units) {
        std::vector<std::uint32_t> symbols;
        symbols.reserve(units.size());
        for (const WordUnit &unit : units)
            symbols.push_back(known.try_emplace(text.substr(unit.start, unit.length), known.size())
                                  .first->second);
        return symbols;
    };
    const std::vector<WordUnit> before = capabilities::wordUnits(left),
                                after = capabilities::wordUnits(right);
    const auto diff = capabilities::diffSymbols(number(left, before), number(right, after), stop);
    Redline line;
    if (!after.empty())
        add(line, Piece::Same, right.substr(0, after.front().start));
    std::size_t at = 0;
    for (const DiffHunk &hunk : diff.hunks) {
        add(line, Piece::Same, span(right, after, at, hunk.rightFrom));
        add(line, Piece::Removed, span(left, before, hunk.leftFrom, hunk.leftTo));
        add(line, Piece::Added, span(right, after, hunk.rightFrom, hunk.rightTo));
        line.removed += hunk.leftTo - hunk.leftFrom;
        line.added += hunk.rightTo - hunk.rightFrom;
        at = hunk.rightTo;
    }
    add(line, Piece::Same, span(right, after, at, after.size()));
    return line;
}

}  // namespace hands
