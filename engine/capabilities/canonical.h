// Canonical JSON: the one spelling of a value, so that equal artefacts are equal bytes. Owns the
// writer; parsing is Boost.JSON's. Keys in byte order, no white space, shortest string escapes and
// numbers (RFC 8785 section 3.2). Measures are integers; a fraction may stand only where it is the
// person's own figure (a price, half a spoon), so one that is not finite stops the program.
// Thread contract: free functions without state.
#pragma once

#include <boost/assert.hpp>
#include <boost/json.hpp>

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace capabilities {

// Bytes of the UTF-8 sequence at `at` (RFC 3629: no overlong forms, no surrogates), 0 if broken.
inline std::size_t utf8Length(std::string_view text, std::size_t at)
{
    const auto byte = [&](std::size_t i) {
        return at + i < text.size() ? static_cast<unsigned char>(text[at + i]) : 0u;
    };
    const auto isTail = [&](std::size_t i, unsigned from = 0x80, unsigned to = 0xbf) {
        return byte(i) >= from && byte(i) <= to;
    };
    const unsigned first = byte(0);
    if (first < 0x80)
        return 1;
    if (first >= 0xc2 && first <= 0xdf)
        return isTail(1) ? 2 : 0;
    if (first >= 0xe0 && first <= 0xef)
        return isTail(1, first == 0xe0 ? 0xa0 : 0x80, first == 0xed ? 0x9f : 0xbf) && isTail(2) ? 3
                                                                                                : 0;
    if (first >= 0xf0 && first <= 0xf4)
        return isTail(1, first == 0xf0 ? 0x90 : 0x80, first == 0xf4 ? 0x8f : 0xbf) && isTail(2)
                       && isTail(3)
                   ? 4
                   : 0;
    return 0;
}

inline constexpr auto isUnescaped = [] {  // ASCII that stands for itself
    std::array<bool, 256> table{};
    for (std::size_t c = 0x20; c < 0x80; ++c)
        table[c] = c != '"' && c != '\\';
    return table;
}();

// A person's text may hold any bytes, JSON may not: each broken one is written as U+FFFD.
inline void appendQuoted(std::string &out, std::string_view text)
{
    static constexpr char hex[] = "0123456789abcdef";
    out.push_back('"');
    std::size_t clean = 0;
    for (std::size_t i = 0; i < text.size(); ++i) {
        while (i < text.size() && isUnescaped[static_cast<unsigned char>(text[i])])
            ++i;
        if (i == text.size())
            break;
        const auto byte = static_cast<unsigned char>(text[i]);
        if (byte >= 0x80) {
            const std::size_t length = utf8Length(text, i);
            if (length > 0) {
                i += length - 1;
                continue;
            }
            out.append(text, clean, i - clean).append("\xef\xbf\xbd");
            clean = i + 1;
            continue;
        }
        out.append(text, clean, i - clean);
        clean = i + 1;
        out.push_back('\\');
        switch (byte) {
        case '"': out.push_back('"'); break;
        case '\\': out.push_back('\\'); break;
        case '\b': out.push_back('b'); break;
        case '\f': out.push_back('f'); break;
        case '\n': out.push_back('n'); break;
        case '\r': out.push_back('r'); break;
        case '\t': out.push_back('t'); break;
        default:
            out.append("u00");
            out.push_back(hex[byte >> 4]);
            out.push_back(hex[byte & 15]);
        }
    }
    out.append(text, clean, text.size() - clean);
    out.push_back('"');
}

template<typename Integer>
void appendInteger(std::string &out, Integer number)
{
    char digits[24];
    const auto end = std::to_chars(digits, digits + sizeof digits, number).ptr;
    out.append(digits, end);
}

inline void appendFraction(std::string &out, double number)
{
    BOOST_ASSERT_MSG(std::isfinite(number), "no number JSON could hold");
    if (number == 0) {
        out.push_back('0');
        return;
    }
    char digits[32];
    const bool isPlain = std::fabs(number) >= 1e-6 && std::fabs(number) < 1e15;
    const auto end =
        isPlain
            ? std::to_chars(digits, digits + sizeof digits, number, std::chars_format::fixed).ptr
            : std::to_chars(digits, digits + sizeof digits, number).ptr;
    out.append(digits, end);
}

inline void appendCanonical(std::string &out, const boost::json::value &value)
{
    switch (value.kind()) {
    case boost::json::kind::null: out.append("null"); return;
    case boost::json::kind::bool_: out.append(value.get_bool() ? "true" : "false"); return;
    case boost::json::kind::int64: appendInteger(out, value.get_int64()); return;
    case boost::json::kind::uint64: appendInteger(out, value.get_uint64()); return;
    case boost::json::kind::double_: appendFraction(out, value.get_double()); return;
    case boost::json::kind::string: appendQuoted(out, value.get_string()); return;
    case boost::json::kind::array: {
        out.push_back('[');
        bool isFirst = true;
        for (const boost::json::value &item : value.get_array()) {
            if (!std::exchange(isFirst, false))
                out.push_back(',');
            appendCanonical(out, item);
        }
        out.push_back(']');
        return;
    }
    case boost::json::kind::object: break;
    }
    std::vector<const boost::json::key_value_pair *> members;
    members.reserve(value.get_object().size());
    for (const boost::json::key_value_pair &member : value.get_object())
        members.push_back(&member);
    const auto byKey = [](const auto *a, const auto *b) {
        return std::string_view(a->key()) < std::string_view(b->key());
    };
    if (!std::is_sorted(members.begin(), members.end(), byKey))
        std::sort(members.begin(), members.end(), byKey);
    out.push_back('{');
    bool isFirst = true;
    for (const boost::json::key_value_pair *member : members) {
        if (!std::exchange(isFirst, false))
            out.push_back(',');
        appendQuoted(out, member->key());
        out.push_back(':');
        appendCanonical(out, member->value());
    }
    out.push_back('}');
}

inline std::string canonical(const boost::json::value &value)
{
    std::string out;
    appendCanonical(out, value);
    return out;
}

}  // namespace capabilities
