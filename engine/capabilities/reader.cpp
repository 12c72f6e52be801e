#include "capabilities/reader.h"

#include "text/escape.h"

#include <chrono>

namespace capabilities {

namespace json = boost::json;

// The text as JSON, read once; null if it is none.
const json::value *Reader::text()
{
    bool isGiven = false;
    const std::string_view bytes = m_run.input("text", &isGiven);
    if (!std::exchange(m_isTextRead, true) && isGiven)
        m_text = parsed(bytes);
    return m_text ? &*m_text : nullptr;
}

const json::value *Reader::member(std::string_view name)
{
    const json::value *whole = text();
    return whole && whole->is_object() ? whole->get_object().if_contains(name) : nullptr;
}

const json::value &Reader::value(std::string_view name)
{
    static const json::value none;
    bool isGiven = false;
    const std::string_view bytes = m_run.input(name, &isGiven);
    if (isGiven) {
        if (auto value = parsed(bytes))
            return m_values.emplace_back(std::move(*value));
        bad(name, "no JSON");
    }
    if (const json::value *param = m_run.params.if_contains(name))
        return *param;
    const json::value *whole = text();
    return whole ? *whole : none;
}

bool Reader::isNamed(std::string_view name)
{
    bool isGiven = false;
    m_run.input(name, &isGiven);
    return isGiven || m_run.params.contains(name) || member(name);
}

json::object Reader::told(std::initializer_list<std::string_view> names)
{
    json::object out;
    for (const std::string_view name : names) {
        const json::value *said = member(name);
        if (said || (said = m_run.params.if_contains(name)))
            out[name] = *said;
    }
    return out;
}

const json::array &Reader::list(std::string_view name, std::size_t itemsMax, bool isWanted)
{
    static const json::array none;
    const json::value &found = value(name);
    const json::value *list = &found;
    if (found.is_object())
        list = found.get_object().if_contains(name);
    if (!list || list->is_null()) {
        if (isWanted)
            missing(name);
        return none;
    }
    if (!list->is_array()) {
        bad(name, "no list");
        return none;
    }
    if (list->get_array().size() > itemsMax) {
        tooMany(name, itemsMax);
        return none;
    }
    if (isWanted && list->get_array().empty())
        missing(name);
    return list->get_array();
}

const json::object &Reader::object(std::string_view name, bool isWanted)
{
    static const json::object none;
    const json::value &found = value(name);
    if (found.is_object()) {
        // a dream that holds more than this one thing has it under its name
        const json::value *inside = found.get_object().if_contains(name);
        return inside && inside->is_object() ? inside->get_object() : found.get_object();
    }
    if (!found.is_null())
        bad(name, "no object");
    else if (isWanted)
        missing(name);
    return none;
}

std::string_view Reader::bytes(std::string_view name, bool isWanted)
{
    bool isGiven = false;
    std::string_view bytes = m_run.input(name, &isGiven);
    if (isGiven)
        return bytes;
    if (const json::value *param = m_run.params.if_contains(name); param && param->is_string())
        return param->get_string();
    bytes = m_run.input("text", &isGiven);
    if (!isGiven && isWanted)
        missing(name);
    return bytes;
}

double Reader::number(const json::object &object, std::string_view name, double least, double most,
                      double otherwise)
{
    const json::value *value = object.if_contains(name);
    if (!value || value->is_null()) {
        if (!std::isnan(otherwise))
            return otherwise;
        missing(name);
        return least;
    }
    const double number = value->is_number() ? value->to_number<double>() : std::nan("");
    if (number >= least && number <= most)
        return number;
    bad(name, value->is_number() ? canonical(*value) : "no number");
    return least;
}

std::int64_t Reader::integer(const json::object &object, std::string_view name, std::int64_t least,
                             std::int64_t most)
{
    const json::value *value = object.if_contains(name);
    if (!value || value->is_null())
        missing(name);
    return integer(object, name, least, most, least);
}

std::int64_t Reader::integer(const json::object &object, std::string_view name, std::int64_t least,
                             std::int64_t most, std::int64_t otherwise)
{
    const json::value *value = object.if_contains(name);
    if (!value || value->is_null())
        return otherwise;
    if (value->is_int64() && value->get_int64() >= least && value->get_int64() <= most)
        return value->get_int64();
    bad(name, value->is_number() ? canonical(*value) : "no whole number");
    return least;
}

std::string Reader::word(const json::object &object, std::string_view name, std::size_t bytesMax)
{
    std::string found = wordOr(object, name, {}, bytesMax);
    if (found.empty())
        missing(name);
    return found;
}

std::string Reader::wordOr(const json::object &object, std::string_view name,
                           std::string_view otherwise, std::size_t bytesMax)
{
    const json::value *value = object.if_contains(name);
    if (!value || value->is_null())
        return std::string(otherwise);
    if (value->is_int64())
        return canonical(*value);
    if (!value->is_string()) {
        bad(name, "no text");
        return std::string(otherwise);
    }
    if (value->get_string().size() > bytesMax) {
        tooMany(name, bytesMax);
        return std::string(otherwise);
    }
    return std::string(value->get_string());
}

std::vector<std::string> Reader::words(const json::object &object, std::string_view name,
                                       std::size_t itemsMax, std::size_t bytesMax)
{
    std::vector<std::string> out;
    const json::value *value = object.if_contains(name);
    if (!value || value->is_null())
        return out;
    if (!value->is_array()) {
        bad(name, "no list");
        return out;
    }
    if (value->get_array().size() > itemsMax) {
        tooMany(name, itemsMax);
        return out;
    }
    for (const json::value &item : value->get_array()) {
        if (!item.is_string() || item.get_string().size() > bytesMax) {
            bad(name, "no short text");
            return {};
        }
        out.emplace_back(item.get_string());
    }
    return out;
}

const json::object &Reader::entry(const json::value &value, std::string_view list)
{
    static const json::object none;
    if (value.is_object())
        return value.get_object();
    bad(list, "an entry that is no object");
    return none;
}

void Reader::missing(std::string_view name)
{
    if (!isBad())
        m_failure = Result::refuse("capability.missing", {{"name", std::string(name)}});
}

void Reader::tooMany(std::string_view name, std::size_t limit)
{
    if (!isBad())
        m_failure = Result::refuse("capability.tooMany",
                                   {{"name", std::string(name)}, {"limit", std::to_string(limit)}});
}

void Reader::bad(std::string_view name, std::string_view found)
{
    if (!isBad())
        m_failure = Result::refuse("capability.badValue", {{"name", std::string(name)},
                                                           {"found", text::cleanLine(found, 60)}});
}

namespace {

// The digits at `at`, exactly `count` of them; -1 if they are not.
int digitsAt(std::string_view text, std::size_t at, std::size_t count)
{
    if (at + count > text.size())
        return -1;
    int number = 0;
    for (std::size_t i = at; i < at + count; ++i) {
        if (text[i] < '0' || text[i] > '9')
            return -1;
        number = number * 10 + (text[i] - '0');
    }
    return number;
}

void appendPadded(std::string &out, std::int64_t number, std::size_t width)
{
    const std::string digits = std::to_string(number);
    out.append(width > digits.size() ? width - digits.size() : 0, '0').append(digits);
}

}  // namespace

std::optional<std::int64_t> dayOf(std::string_view iso)
{
    namespace chrono = std::chrono;
    const int year = digitsAt(iso, 0, 4), month = digitsAt(iso, 5, 2), day = digitsAt(iso, 8, 2);
    if (year < 1 || month < 0 || day < 0 || iso[4] != '-' || iso[7] != '-')
        return std::nullopt;
    const chrono::year_month_day date{chrono::year(year), chrono::month(unsigned(month)),
                                      chrono::day(unsigned(day))};
    if (!date.ok())
        return std::nullopt;
    return chrono::sys_days(date).time_since_epoch().count();
}

std::string dayText(std::int64_t days)
{
    namespace chrono = std::chrono;
    const std::int64_t inside = std::clamp<std::int64_t>(days, -719'162, 2'932'896);
    const chrono::year_month_day date{chrono::sys_days(chrono::days(inside))};
    std::string out;
    appendPadded(out, int(date.year()), 4);
    appendPadded(out.append("-"), unsigned(date.month()), 2);
    appendPadded(out.append("-"), unsigned(date.day()), 2);
    return out;
}

std::optional<std::int64_t> secondsOf(std::string_view iso)
{
    const auto day = dayOf(iso);
    if (!day)
        return std::nullopt;
    if (iso.size() == 10)
        return *day * 86'400;
    const int hour = digitsAt(iso, 11, 2), minute = digitsAt(iso, 14, 2);
    if ((iso[10] != 'T' && iso[10] != ' ') || hour < 0 || hour > 23 || minute < 0 || minute > 59
        || iso[13] != ':')
        return std::nullopt;
    std::string_view rest = iso.substr(16);
    int second = 0;
    if (rest.starts_with(':')) {
        second = digitsAt(rest, 1, 2);
        if (second < 0 || second > 59)
            return std::nullopt;
        rest.remove_prefix(3);
    }
    if (!rest.empty() && rest != "Z")
        return std::nullopt;
    return *day * 86'400 + hour * 3600 + minute * 60 + second;
}

std::string secondsText(std::int64_t seconds)
{
    const std::int64_t inDay = ((seconds % 86'400) + 86'400) % 86'400;
    std::string out = dayText((seconds - inDay) / 86'400);
    appendPadded(out.append("T"), inDay / 3600, 2);
    appendPadded(out.append(":"), inDay / 60 % 60, 2);
    appendPadded(out.append(":"), inDay % 60, 2);
    return out.append("Z");
}

std::optional<std::int64_t> scaledOf(std::string_view decimal, int places)
{
    const bool isNegative = decimal.starts_with('-');
    if (isNegative || decimal.starts_with('+'))
        decimal.remove_prefix(1);
    std::int64_t number = 0;
    int behind = -1;  // digits behind the point
    bool hasDigits = false;
    for (const char c : decimal) {
        if (c == '.' && behind < 0) {
            behind = 0;
            continue;
        }
        if (c < '0' || c > '9' || number > 10'000'000'000'000'000)
            return std::nullopt;
        hasDigits = true;
        if (behind >= places) {
            if (c != '0')
                return std::nullopt;
            continue;
        }
        number = number * 10 + (c - '0');
        behind += behind >= 0;
    }
    if (!hasDigits)
        return std::nullopt;
    for (int i = std::max(behind, 0); i < places; ++i) {
        if (number > 10'000'000'000'000'000)
            return std::nullopt;
        number *= 10;
    }
    return isNegative ? -number : number;
}

}  // namespace capabilities
