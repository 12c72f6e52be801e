// From named values and words to the CBOR of a command, by the fields the system declared.
#include "loop/edge.h"

#include <algorithm>
#include <charconv>
#include <cmath>

namespace loop {

using namespace kernel;
namespace json = boost::json;

namespace {

bool fail(std::string &error, std::string_view field, std::string_view expected)
{
    error = std::string(field) + ": expected " + std::string(expected);
    return false;
}

// From here on several whole numbers are one double (IEEE 754, 53 bits).
constexpr double exactMax = 9007199254740992.0;

template<class T>
std::optional<T> wholeNumber(const json::value &value)
{
    if (value.is_int64() && (std::is_signed_v<T> || value.get_int64() >= 0))
        return static_cast<T>(value.get_int64());
    if (value.is_uint64() && !std::is_signed_v<T>)
        return static_cast<T>(value.get_uint64());
    if (value.is_double()) {
        const double number = value.get_double();
        const bool isExact = std::abs(number) < exactMax && std::trunc(number) == number;
        return isExact && (std::is_signed_v<T> || number >= 0)
                   ? std::optional(static_cast<T>(number))
                   : std::nullopt;
    }
    if (!value.is_string())
        return {};
    const std::string_view text = value.get_string();
    T number{};
    const auto [end, failed] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (failed != std::errc() || end != text.data() + text.size())
        return {};
    return number;
}

class Filler {
public:
    Filler(std::string &out, std::string &error) : m_writer(out), m_error(error) {}

    bool structure(const std::vector<FieldInfo> &fields, const json::object &values)
    {
        for (const auto &pair : values) {
            const auto isNamed = [&](const FieldInfo &field) {
                return field.name == std::string_view(pair.key());
            };
            if (std::none_of(fields.begin(), fields.end(), isNamed))
                return fail(m_error, pair.key(), "a known field");
        }
        // Fields left out at the end stay at their defaults; in the middle they must be given one.
        std::size_t used = 0;
        for (std::size_t i = 0; i < fields.size(); ++i)
            if (values.contains(fields[i].name))
                used = i + 1;
        m_writer.array(used);
        for (std::size_t i = 0; i < used; ++i) {
            const json::value *value = values.if_contains(fields[i].name);
            if (value ? !write(fields[i].name, *fields[i].type, *value) : !fallback(fields[i]))
                return false;
        }
        return true;
    }

private:
    bool fallback(const FieldInfo &field)
    {
        switch (field.type->kind) {
        case FieldType::Optional: m_writer.null(); return true;
        case FieldType::List: m_writer.array(0); return true;
        case FieldType::Figures: m_writer.map(0); return true;
        case FieldType::String:
        case FieldType::LongText:
        case FieldType::Hidden: m_writer.text(""); return true;
        case FieldType::Boolean: m_writer.boolean(false); return true;
        case FieldType::Identity:
        case FieldType::Unsigned:
        case FieldType::Integer: m_writer.unsignedInteger(0); return true;
        default: return fail(m_error, field.name, "a value");
        }
    }

    bool write(std::string_view name, const FieldType &type, const json::value &value)
    {
        switch (type.kind) {
        case FieldType::Boolean: return boolean(name, value);
        case FieldType::Integer:
        case FieldType::Span:
        case FieldType::Points: {
            const auto number = wholeNumber<std::int64_t>(value);
            if (!number)
                return fail(m_error, name,
                            type.kind == FieldType::Span ? "microseconds" : "a whole number");
            m_writer.integer(*number);
            return true;
        }
        case FieldType::Unsigned: {
            const auto number = wholeNumber<std::uint64_t>(value);
            if (!number)
                return fail(m_error, name, "a whole number, not negative");
            m_writer.unsignedInteger(*number);
            return true;
        }
        case FieldType::String:
        case FieldType::LongText:
        case FieldType::Hidden:
        case FieldType::Personal:
            if (!value.is_string() || !isUtf8(value.get_string()))
                return fail(m_error, name, "text");
            m_writer.text(value.get_string());
            return true;
        case FieldType::Identity: return identity(name, value);
        case FieldType::Hash: {
            const auto digest =
                value.is_string() ? Digest::fromHex(value.get_string()) : std::nullopt;
            if (!digest)
                return fail(m_error, name, "64 hexadecimal digits");
            m_writer.bytes({reinterpret_cast<const char *>(digest->bytes.data()), 32});
            return true;
        }
        case FieldType::Money: return money(name, value);
        case FieldType::Instant: return instant(name, value);
        case FieldType::Choice: return choice(name, type, value);
        case FieldType::List: return list(name, *type.element, value);
        case FieldType::Optional:
            if (value.is_null()) {
                m_writer.null();
                return true;
            }
            return write(name, *type.element, value);
        case FieldType::Structure:
            return value.is_object() ? structure(type.fields, value.get_object())
                                     : fail(m_error, name, "an object");
        case FieldType::Figures: return figures(name, value);
        }
        return fail(m_error, name, "a known type");
    }

    bool boolean(std::string_view name, const json::value &value)
    {
        const bool isTrue =
            value.is_bool() ? value.get_bool() : value.is_string() && value.get_string() == "true";
        const bool isFalse = value.is_bool() ? !value.get_bool()
                                             : value.is_string() && value.get_string() == "false";
        if (!isTrue && !isFalse)
            return fail(m_error, name, "true or false");
        m_writer.boolean(isTrue);
        return true;
    }

    bool identity(std::string_view name, const json::value &value)
    {
        if (value.is_null()) {  // nobody, as toJson writes it
            m_writer.unsignedInteger(0);
            return true;
        }
        const auto id = value.is_string() ? idFromText(value.get_string()) : std::nullopt;
        if (!id)
            return fail(m_error, name, "an id of 13 characters");
        m_writer.unsignedInteger(*id);
        return true;
    }

    bool money(std::string_view name, const json::value &value)
    {
        const auto amount =
            value.is_string() ? amountFromText(value.get_string(), 18) : std::nullopt;
        if (!amount)
            return fail(m_error, name, "a decimal amount in quotes");
        m_writer.amount(*amount);
        return true;
    }

    bool instant(std::string_view name, const json::value &value)
    {
        if (value.is_null()) {  // never, as toJson writes it
            m_writer.integer(0);
            return true;
        }
        const auto time = value.is_string() ? timeFromText(value.get_string()) : std::nullopt;
        if (!time)
            return fail(m_error, name, "a time like 2026-01-31T12:00:00Z");
        m_writer.integer(time->us);
        return true;
    }

    bool choice(std::string_view name, const FieldType &type, const json::value &value)
    {
        std::string known;
        for (std::size_t i = 0; i < type.options.size(); ++i) {
            if (value.is_string()
                && (value.get_string() == optionText(type.options[i])
                    || value.get_string() == type.options[i])) {
                m_writer.unsignedInteger(i);
                return true;
            }
            known += (i ? ", " : "one of ") + optionText(type.options[i]);
        }
        return fail(m_error, name, known);
    }

    bool list(std::string_view name, const FieldType &element, const json::value &value)
    {
        if (!value.is_array())
            return fail(m_error, name, "a list");
        m_writer.array(value.get_array().size());
        for (const json::value &item : value.get_array())
            if (!write(name, element, item))
                return false;
        return true;
    }

    bool figures(std::string_view name, const json::value &value)
    {
        if (!value.is_object())
            return fail(m_error, name, "an object of whole numbers");
        m_writer.map(value.get_object().size());
        for (const auto &pair : value.get_object()) {
            const auto number = wholeNumber<std::int64_t>(pair.value());
            if (!number)
                return fail(m_error, name, "an object of whole numbers");
            m_writer.text(pair.key());
            m_writer.integer(*number);
        }
        return true;
    }

    CborWriter m_writer;
    std::string &m_error;
};

json::value textToJson(const FieldType &type, const std::string &word)
{
    const FieldType &kind = type.kind == FieldType::Optional ? *type.element : type;
    if (kind.kind == FieldType::Structure || kind.kind == FieldType::Figures
        || (kind.kind == FieldType::List && word.starts_with('['))) {
        boost::system::error_code error;
        json::value parsed = json::parse(word, error);
        return error ? json::value(word) : parsed;
    }
    if (kind.kind != FieldType::List)
        return json::value(word);
    json::array items;
    for (std::size_t at = 0; !word.empty() && at <= word.size();) {
        const std::size_t comma = std::min(word.find(',', at), word.size());
        items.push_back(textToJson(*kind.element, word.substr(at, comma - at)));
        at = comma + 1;
    }
    return items;
}

}  // namespace

std::string fromJson(const std::vector<FieldInfo> &fields, const json::object &values,
                     std::string &error)
{
    std::string out;
    error.clear();
    if (!Filler(out, error).structure(fields, values))
        out.clear();
    return out;
}

std::string fromWords(const std::vector<FieldInfo> &fields,
                      const std::vector<std::pair<std::string, std::string>> &words,
                      std::string &error)
{
    json::object values;
    for (const auto &[name, word] : words) {
        const FieldType *type = nullptr;
        for (const FieldInfo &field : fields)
            if (field.name == name)
                type = field.type;
        values[name] = type ? textToJson(*type, word) : json::value(word);
    }
    return fromJson(fields, values, error);
}

std::optional<Ask> makeAsk(const CommandInfo &command, const json::object &values,
                           std::string &error)
{
    const std::string cbor = fromJson(command.fields, values, error);
    if (cbor.empty())
        return {};
    bool isGood = false;
    Ask ask{command.kind, command.decode(cbor, isGood), {}};
    if (!isGood) {
        error = "a value is out of range";
        return {};
    }
    return ask;
}

}  // namespace loop
