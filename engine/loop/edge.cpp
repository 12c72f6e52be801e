#include "loop/edge.h"

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
