// about a tenth of a second of backtracking at worst
#define BOOST_REGEX_MAX_STATE_COUNT 1000000

#include "capabilities/jsonpattern.h"

#include <boost/regex.hpp>

namespace jsonschema {

namespace {

// Code points of UTF-8; a broken byte stands for itself.
std::wstring widened(std::string_view text)
{
    std::wstring out;
    out.reserve(text.size());
    for (std::size_t i = 0; i < text.size();) {
        const auto byte = static_cast<unsigned char>(text[i]);
        const std::size_t length = byte < 0xc0 ? 1 : byte < 0xe0 ? 2 : byte < 0xf0 ? 3 : 4;
        std::uint32_t point = length == 1 ? byte : byte & (0x7f >> length);
        if (i + length > text.size()) {
            out.push_back(static_cast<wchar_t>(byte));
            ++i;
            continue;
        }
        for (std::size_t k = 1; k < length; ++k)
            point = point << 6 | (static_cast<unsigned char>(text[i + k]) & 0x3f);
        out.push_back(static_cast<wchar_t>(point));
        i += length;
    }
    return out;
}

// ECMA-262 spells code points \uXXXX where Perl has \x{XXXX}.
std::wstring perlSpelling(const std::wstring &expression)
{
    std::wstring out;
    for (std::size_t i = 0; i < expression.size(); ++i) {
        if (expression[i] != L'\\' || i + 1 == expression.size()) {
            out.push_back(expression[i]);
            continue;
        }
        if (expression[i + 1] == L'u' && i + 5 < expression.size()) {
            out.append(L"\\x{").append(expression, i + 2, 4).append(L"}");
            i += 5;
            continue;
        }
        out.push_back(expression[i]);
        out.push_back(expression[++i]);
    }
    return out;
}

}  // namespace

struct Patterns::Compiled {
    boost::wregex expression;
    bool isBad = false;
};

Patterns::Patterns() = default;
Patterns::~Patterns() = default;

Patterns::Answer Patterns::search(std::string_view expression, std::string_view text)
{
    std::unique_ptr<Compiled> &slot = cache_[std::string(expression)];
    if (!slot) {
        slot = std::make_unique<Compiled>();
        try {
            slot->expression.assign(perlSpelling(widened(expression)), boost::regex::perl);
        } catch (const std::exception &) {
            slot->isBad = true;
        }
    }
    if (slot->isBad)
        return Answer::badExpression;
    try {
        const bool isFound =
            boost::regex_search(widened(text), slot->expression,
                                boost::match_single_line | boost::match_not_dot_newline);
        return isFound ? Answer::yes : Answer::no;
    } catch (const std::exception &) {
        return Answer::tooCostly;
    }
}

}  // namespace jsonschema
