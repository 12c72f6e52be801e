#include "loop/edge.h"

#include <charconv>
#include <cstdio>

namespace loop {

using namespace kernel;
namespace json = boost::json;

namespace {

// Days since 1970-01-01 and back (Hinnant, "chrono-compatible low-level date algorithms").
std::int64_t daysFrom(std::int64_t y, unsigned m, unsigned d)
{
    y -= m <= 2;
    const std::int64_t era = (y >= 0 ? y : y - 399) / 400;
    const auto yearOfEra = static_cast<unsigned>(y - era * 400);
    const unsigned dayOfYear = (153 * (m + (m > 2 ? -3u : 9u)) + 2) / 5 + d - 1;
    return era * 146097 + static_cast<std::int64_t>(yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear) - 719468;
}

bool fail(std::string &error, std::string_view field, std::string_view expected)
{
    error = std::string(field) + ": expected " + std::string(expected);
    return false;
}

template<class T>
std::optional<T> wholeNumber(const json::value &value)
{
    if (value.is_int64() && (std::is_signed_v<T> || value.get_int64() >= 0))
        return static_cast<T>(value.get_int64());
    if (value.is_uint64() && !std::is_signed_v<T>)
        return static_cast<T>(value.get_uint64());
    if (value.is_double() && value.get_double() == static_cast<double>(static_cast<std::int64_t>(value.get_double()))
        && (std::is_signed_v<T> || value.get_double() >= 0))
        return static_cast<T>(value.get_double());
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
            const auto isNamed = [&](const FieldInfo &field) { return field.name == std::string_view(pair.key()); };
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
        case FieldType::String: case FieldType::LongText: case FieldType::Hidden:
            m_writer.text(""); return true;
        case FieldType::Boolean: m_writer.boolean(false); return true;
        case FieldType::Identity: case FieldType::Unsigned: case FieldType::Integer:
            m_writer.unsignedInteger(0); return true;
        default: return fail(m_error, field.name, "a value");
        }
    }

    bool write(std::string_view name, const FieldType &type, const json::value &value)
    {
        switch (type.kind) {
        case FieldType::Boolean: return boolean(name, value);
        case FieldType::Integer: case FieldType::Span: case FieldType::Points: {
            const auto number = wholeNumber<std::int64_t>(value);
            if (!number)
                return fail(m_error, name, type.kind == FieldType::Span ? "microseconds" : "a whole number");
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
        case FieldType::String: case FieldType::LongText: case FieldType::Hidden: case FieldType::Personal:
            if (!value.is_string() || !isUtf8(value.get_string()))
                return fail(m_error, name, "text");
            m_writer.text(value.get_string());
            return true;
        case FieldType::Identity: return identity(name, value);
        case FieldType::Hash: {
            const auto digest = value.is_string() ? Digest::fromHex(value.get_string()) : std::nullopt;
            if (!digest)
                return fail(m_error, name, "64 hexadecimal digits");
            m_writer.bytes({reinterpret_cast<const char *>(digest->bytes.data()), 32});
            return true;
        }
        case FieldType::Money: {
            const auto amount = value.is_string() ? amountFromText(value.get_string(), 18) : std::nullopt;
            if (!amount)
                return fail(m_error, name, "a decimal amount in quotes");
            m_writer.amount(*amount);
            return true;
        }
        case FieldType::Instant: {
            const auto time = value.is_string() ? timeFromText(value.get_string()) : std::nullopt;
            if (!time)
                return fail(m_error, name, "a time like 2026-01-31T12:00:00Z");
            m_writer.integer(time->us);
            return true;
        }
        case FieldType::Choice: return choice(name, type, value);
        case FieldType::List: return list(name, *type.element, value);
        case FieldType::Optional:
            if (value.is_null()) {
                m_writer.null();
                return true;
            }
            return write(name, *type.element, value);
        case FieldType::Structure:
            return value.is_object() ? structure(type.fields, value.get_object()) : fail(m_error, name, "an object");
        case FieldType::Figures: return figures(name, value);
        }
        return fail(m_error, name, "a known type");
    }

    bool boolean(std::string_view name, const json::value &value)
    {
        const bool isTrue = value.is_bool() ? value.get_bool() : value.is_string() && value.get_string() == "true";
        const bool isFalse = value.is_bool() ? !value.get_bool() : value.is_string() && value.get_string() == "false";
        if (!isTrue && !isFalse)
            return fail(m_error, name, "true or false");
        m_writer.boolean(isTrue);
        return true;
    }

    bool identity(std::string_view name, const json::value &value)
    {
        const auto id = value.is_string() ? idFromText(value.get_string()) : std::nullopt;
        if (!id)
            return fail(m_error, name, "an id of 13 characters");
        m_writer.unsignedInteger(*id);
        return true;
    }

    bool choice(std::string_view name, const FieldType &type, const json::value &value)
    {
        std::string known;
        for (std::size_t i = 0; i < type.options.size(); ++i) {
            if (value.is_string()
                && (value.get_string() == optionText(type.options[i]) || value.get_string() == type.options[i])) {
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

std::string timeText(Time time)
{
    std::int64_t days = time.us / 86'400'000'000;
    std::int64_t rest = time.us % 86'400'000'000;
    if (rest < 0) {
        rest += 86'400'000'000;
        --days;
    }
    days += 719468;
    const std::int64_t era = (days >= 0 ? days : days - 146096) / 146097;
    const auto dayOfEra = static_cast<unsigned>(days - era * 146097);
    const unsigned yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36524 - dayOfEra / 146096) / 365;
    const unsigned dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100);
    const unsigned monthPart = (5 * dayOfYear + 2) / 153;
    const unsigned day = dayOfYear - (153 * monthPart + 2) / 5 + 1;
    const unsigned month = monthPart < 10 ? monthPart + 3 : monthPart - 9;
    const std::int64_t year = static_cast<std::int64_t>(yearOfEra) + era * 400 + (month <= 2);
    char buffer[40];
    std::snprintf(buffer, sizeof buffer, "%04lld-%02u-%02uT%02d:%02d:%02d.%06dZ", static_cast<long long>(year), month, day,
                  static_cast<int>(rest / 3'600'000'000), static_cast<int>(rest / 60'000'000 % 60),
                  static_cast<int>(rest / 1'000'000 % 60), static_cast<int>(rest % 1'000'000));
    return buffer;
}

std::optional<Time> timeFromText(std::string_view text)
{
    int year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0, read = 0;
    const std::string copy(text);
    if (std::sscanf(copy.c_str(), "%4d-%2d-%2dT%2d:%2d:%2d%n", &year, &month, &day, &hour, &minute, &second, &read) != 6)
        return {};
    std::int64_t fraction = 0;
    std::size_t at = static_cast<std::size_t>(read);
    if (at < text.size() && text[at] == '.') {
        std::int64_t unit = 100'000;
        for (++at; at < text.size() && text[at] >= '0' && text[at] <= '9'; ++at, unit /= 10)
            fraction += unit * (text[at] - '0');
    }
    if (text.substr(at) != "Z" || month < 1 || month > 12 || day < 1 || day > 31 || hour > 23 || minute > 59 || second > 60)
        return {};
    const std::int64_t days = daysFrom(year, static_cast<unsigned>(month), static_cast<unsigned>(day));
    return Time{((days * 24 + hour) * 60 + minute) * 60'000'000 + second * 1'000'000ll + fraction};
}

std::string optionText(std::string_view option)
{
    std::string text(option);
    if (!text.empty() && text[0] >= 'A' && text[0] <= 'Z')
        text[0] = static_cast<char>(text[0] - 'A' + 'a');
    return text;
}

json::value toJson(const FieldType &type, CborReader &reader)
{
    switch (type.kind) {
    case FieldType::Boolean: return reader.boolean();
    case FieldType::Integer: case FieldType::Span: case FieldType::Points: return reader.integer();
    case FieldType::Unsigned: return reader.unsignedInteger();
    case FieldType::String: case FieldType::LongText: return json::string(reader.text());
    case FieldType::Hidden: reader.skip(); return nullptr;
    case FieldType::Personal:
        // Sealed text that nobody opened reads as nothing.
        if (reader.peek() == 3)
            return json::string(reader.text());
        reader.skip();
        return nullptr;
    case FieldType::Identity: {
        const std::uint64_t id = reader.unsignedInteger();
        return id ? json::value(idText(id)) : json::value(nullptr);
    }
    case FieldType::Hash: {
        Digest digest;
        const std::string_view bytes = reader.bytes();
        if (bytes.size() == digest.bytes.size())
            std::copy(bytes.begin(), bytes.end(), digest.bytes.begin());
        return json::string(digest.hex());
    }
    case FieldType::Money: return json::string(amountText(reader.amount(), 18));
    case FieldType::Instant: {
        const std::int64_t us = reader.integer();
        return us ? json::value(timeText({us})) : json::value(nullptr);
    }
    case FieldType::Choice: {
        const std::uint64_t option = reader.unsignedInteger();
        return option < type.options.size() ? json::value(optionText(type.options[option])) : json::value(option);
    }
    case FieldType::List: {
        json::array items;
        const std::uint64_t count = reader.array();
        for (std::uint64_t i = 0; i < count && reader.isGood(); ++i)
            items.push_back(toJson(*type.element, reader));
        return items;
    }
    case FieldType::Optional:
        if (reader.peekNull()) {
            reader.null();
            return nullptr;
        }
        return toJson(*type.element, reader);
    case FieldType::Structure: return toJson(type.fields, reader.skip());
    case FieldType::Figures: {
        json::object figures;
        const std::uint64_t count = reader.map();
        for (std::uint64_t i = 0; i < count && reader.isGood(); ++i) {
            const std::string name(reader.text());
            figures[name] = reader.integer();
        }
        return figures;
    }
    }
    return nullptr;
}

json::object toJson(const std::vector<FieldInfo> &fields, std::string_view cbor, bool hasKind)
{
    json::object object;
    CborReader reader(cbor);
    std::uint64_t left = reader.array();
    if (hasKind && left) {
        reader.skip();
        --left;
    }
    for (const FieldInfo &field : fields) {
        if (!left-- || !reader.isGood())
            break;
        object[field.name] = toJson(*field.type, reader);
    }
    return object;
}

std::string fromJson(const std::vector<FieldInfo> &fields, const json::object &values, std::string &error)
{
    std::string out;
    error.clear();
    if (!Filler(out, error).structure(fields, values))
        out.clear();
    return out;
}

std::string fromWords(const std::vector<FieldInfo> &fields,
                      const std::vector<std::pair<std::string, std::string>> &words, std::string &error)
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

std::optional<Ask> makeAsk(const CommandInfo &command, const json::object &values, std::string &error)
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

json::object describe(const FieldInfo &field)
{
    json::object object;
    object["name"] = json::string(field.name);
    const bool isOptional = field.type->kind == FieldType::Optional;
    const FieldType &type = isOptional ? *field.type->element : *field.type;
    object["type"] = json::string(typeName(type.kind));
    if (isOptional)
        object["optional"] = true;
    if (type.element)
        object["of"] = json::string(typeName(type.element->kind));
    json::array options;
    for (std::string_view option : type.options)
        options.push_back(json::string(optionText(option)));
    if (!options.empty())
        object["options"] = options;
    return object;
}

json::object describe(const SystemInfo &system)
{
    json::object object;
    object["stem"] = json::string(system.stem);
    object["organ"] = json::string(system.organ);
    object["purpose"] = json::string(system.purpose);
    object["page"] = json::string(system.page);
    object["consequence"] = json::string(system.consequence);
    const auto fieldsOf = [](const std::vector<FieldInfo> &fields) {
        json::array described;
        for (const FieldInfo &field : fields)
            described.push_back(describe(field));
        return described;
    };
    json::array commands, tables, facts;
    for (const CommandInfo &command : system.commands)
        commands.push_back({{"name", command.name}, {"danger", command.isDangerous},
                            {"internal", command.isInternal}, {"fields", fieldsOf(command.fields)}});
    for (const TableInfo &table : system.tables)
        tables.push_back({{"name", table.name}, {"archive", table.archiveKind != 0}, {"fields", fieldsOf(table.fields)}});
    for (const FactInfo &fact : system.facts)
        facts.push_back(json::string(fact.name));
    object["commands"] = commands;
    object["tables"] = tables;
    object["facts"] = facts;
    return object;
}

}  // namespace loop
