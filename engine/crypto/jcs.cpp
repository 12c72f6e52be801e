#include "crypto/jcs.h"

#include "kernel/cbor.h"

#include <boost/json.hpp>
#include <boost/json/basic_parser_impl.hpp>

#include <algorithm>
#include <charconv>
#include <cmath>
#include <set>
#include <vector>

namespace crypto {

namespace {

namespace json = boost::json;
using Error = boost::system::error_code;

constexpr std::int64_t exactIntegerMax = std::int64_t{1} << 53;

// Builds values as Boost's own parser does, but refuses what I-JSON does, and reads numbers with
// from_chars, which is right to the last bit.
struct Reader {
    static constexpr std::size_t max_object_size = 100'000;
    static constexpr std::size_t max_array_size = 1'000'000;
    static constexpr std::size_t max_key_size = jsonBytesMax;
    static constexpr std::size_t max_string_size = jsonBytesMax;

    json::value_stack values;
    std::vector<std::set<std::string, std::less<>>> members;  // of the objects that are open
    std::string key, number;

    static bool fail(Error &error)
    {
        error = make_error_code(json::error::syntax);
        return false;
    }
    bool pushDouble(std::string_view rest, Error &error)
    {
        number.append(rest);
        double value = 0;
        const auto read = std::from_chars(number.data(), number.data() + number.size(), value);
        number.clear();
        if (read.ec != std::errc())
            return fail(error);
        values.push_double(value);
        return true;
    }

    bool on_document_begin(Error &) { return true; }
    bool on_document_end(Error &) { return true; }
    bool on_object_begin(Error &)
    {
        members.emplace_back();
        return true;
    }
    bool on_object_end(std::size_t count, Error &)
    {
        members.pop_back();
        values.push_object(count);
        return true;
    }
    bool on_array_begin(Error &) { return true; }
    bool on_array_end(std::size_t count, Error &)
    {
        values.push_array(count);
        return true;
    }
    bool on_key_part(json::string_view text, std::size_t, Error &)
    {
        key.append(text.data(), text.size());
        values.push_chars(text);
        return true;
    }
    bool on_key(json::string_view text, std::size_t, Error &error)
    {
        key.append(text.data(), text.size());
        values.push_key(text);
        if (!members.back().insert(std::exchange(key, {})).second)
            return fail(error);
        return true;
    }
    bool on_string_part(json::string_view text, std::size_t, Error &)
    {
        values.push_chars(text);
        return true;
    }
    bool on_string(json::string_view text, std::size_t, Error &)
    {
        values.push_string(text);
        return true;
    }
    bool on_number_part(json::string_view text, Error &)
    {
        number.append(text.data(), text.size());
        return true;
    }
    bool on_int64(std::int64_t value, json::string_view text, Error &error)
    {
        if (value < -exactIntegerMax || value > exactIntegerMax)
            return pushDouble({text.data(), text.size()}, error);
        number.clear();
        values.push_int64(value);
        return true;
    }
    bool on_uint64(std::uint64_t, json::string_view text, Error &error)
    {
        return pushDouble({text.data(), text.size()}, error);
    }
    bool on_double(double, json::string_view text, Error &error)
    {
        return pushDouble({text.data(), text.size()}, error);
    }
    bool on_bool(bool value, Error &)
    {
        values.push_bool(value);
        return true;
    }
    bool on_null(Error &)
    {
        values.push_null();
        return true;
    }
    bool on_comment_part(json::string_view, Error &) { return true; }
    bool on_comment(json::string_view, Error &) { return true; }
};

// ECMAScript's Number::toString (ECMA-262, section 6.1.6.1.20): the shortest digits that come back.
bool appendNumber(std::string &out, double number)
{
    if (!std::isfinite(number))
        return false;
    if (number == 0) {
        out += '0';  // for -0 too
        return true;
    }
    if (number < 0)
        out += '-';
    char buffer[32];
    const auto end = std::to_chars(buffer, buffer + sizeof buffer, std::fabs(number),
                                   std::chars_format::scientific)
                         .ptr;
    std::string_view shortest(buffer, static_cast<std::size_t>(end - buffer));
    const std::size_t e = shortest.find('e');
    int exponent = 0;
    const char *sign = shortest.data() + e + 1;
    std::from_chars(*sign == '+' ? sign + 1 : sign, end, exponent);
    std::string digits(shortest.substr(0, e));
    if (digits.size() > 1)
        digits.erase(1, 1);
    const int count = static_cast<int>(digits.size()), point = exponent + 1;
    if (point > 21 || point < -5) {
        out += digits[0];
        if (count > 1)
            out.append(".").append(digits, 1);
        out += exponent < 0 ? "e-" : "e+";
        out += std::to_string(std::abs(exponent));
    } else if (point <= 0) {
        out.append("0.").append(static_cast<std::size_t>(-point), '0').append(digits);
    } else if (count <= point) {
        out.append(digits).append(static_cast<std::size_t>(point - count), '0');
    } else {
        out.append(digits, 0, static_cast<std::size_t>(point)).append(".");
        out.append(digits, static_cast<std::size_t>(point));
    }
    return true;
}

bool appendString(std::string &out, json::string_view text)
{
    if (!kernel::isUtf8({text.data(), text.size()}))
        return false;
    out += json::serialize(text);  // escapes exactly as RFC 8785, section 3.2.2.2, asks
    return true;
}

// UTF-16 puts the code points above U+FFFF, whose UTF-8 begins with 0xf0 or more, before U+E000.
bool isBefore(json::string_view left, json::string_view right)
{
    const auto rank = [](char c) {
        const auto byte = static_cast<unsigned char>(c);
        return byte == 0xee || byte == 0xef ? byte + 0x10 : int{byte};
    };
    return std::lexicographical_compare(left.begin(), left.end(), right.begin(), right.end(),
                                        [&](char a, char b) { return rank(a) < rank(b); });
}

bool append(std::string &out, const json::value &value, std::size_t depth);

bool appendArray(std::string &out, const json::array &array, std::size_t depth)
{
    out += '[';
    for (std::size_t i = 0; i < array.size(); ++i) {
        if (i > 0)
            out += ',';
        if (!append(out, array[i], depth + 1))
            return false;
    }
    out += ']';
    return true;
}

bool appendObject(std::string &out, const json::object &object, std::size_t depth)
{
    std::vector<const json::key_value_pair *> members;
    for (const json::key_value_pair &member : object)
        members.push_back(&member);
    std::sort(members.begin(), members.end(),
              [](const auto *a, const auto *b) { return isBefore(a->key(), b->key()); });
    out += '{';
    for (const json::key_value_pair *member : members) {
        if (member != members.front())
            out += ',';
        if (!appendString(out, member->key()))
            return false;
        out += ':';
        if (!append(out, member->value(), depth + 1))
            return false;
    }
    out += '}';
    return true;
}

bool append(std::string &out, const json::value &value, std::size_t depth)
{
    if (depth > jsonDepthMax)
        return false;
    switch (value.kind()) {
    case json::kind::null: out += "null"; return true;
    case json::kind::bool_: out += value.get_bool() ? "true" : "false"; return true;
    case json::kind::int64: return appendNumber(out, static_cast<double>(value.get_int64()));
    case json::kind::uint64: return appendNumber(out, static_cast<double>(value.get_uint64()));
    case json::kind::double_: return appendNumber(out, value.get_double());
    case json::kind::string: return appendString(out, value.get_string());
    case json::kind::array: return appendArray(out, value.get_array(), depth);
    case json::kind::object: return appendObject(out, value.get_object(), depth);
    }
    return false;
}

}  // namespace

std::optional<json::value> readJson(std::string_view text)
{
    if (text.size() > jsonBytesMax)
        return std::nullopt;
    json::parse_options options;
    options.max_depth = jsonDepthMax;
    json::basic_parser<Reader> parser(options);
    parser.handler().values.reset();
    Error error;
    const std::size_t used = parser.write_some(false, text.data(), text.size(), error);
    if (error || used < text.size())
        return std::nullopt;
    return parser.handler().values.release();
}

std::optional<std::string> jcs(const json::value &value)
{
    std::string out;
    return append(out, value, 0) ? std::optional(std::move(out)) : std::nullopt;
}

}  // namespace crypto
