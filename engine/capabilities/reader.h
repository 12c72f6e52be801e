// The structured subject of a run, read with limits: lists, numbers, words and dates out of named
// inputs or parameters. What is wrong first is kept as the refusal; every later question gets a
// harmless answer, so a capability asks for all it wants and looks once. Owns the parsed values.
// Thread contract: one reader, one thread.
#pragma once

#include "capabilities/artefact.h"

#include <cmath>
#include <deque>
#include <initializer_list>
#include <string>
#include <vector>

namespace capabilities {

constexpr std::int64_t micro = 1'000'000;  // measures stand in artefacts as whole millionths

// Rounded half away from zero; beyond what 64 bits hold, the nearest they do.
inline std::int64_t toMicro(double value)
{
    const double scaled = value * double(micro);
    if (!(std::fabs(scaled) < 9.2e18))
        return scaled > 0 ? INT64_MAX : scaled < 0 ? INT64_MIN : 0;
    return std::llround(scaled);
}

class Reader {
public:
    explicit Reader(const Run &run) : m_run(run) {}

    // The input of that name as JSON, else the parameter of that name, else the input "text" if it
    // is JSON; null if there is none.
    const boost::json::value &value(std::string_view name);
    // Whether anything is called so: an input, a member of the text if it is a JSON object, a parameter.
    bool isNamed(std::string_view name);
    // What only the dream can know, such as today: each as a member of the text if it is a JSON
    // object, else the parameter of that name, else absent.
    boost::json::object told(std::initializer_list<std::string_view> names);
    const boost::json::array &list(std::string_view name, std::size_t itemsMax,
                                   bool isWanted = true);
    const boost::json::object &object(std::string_view name, bool isWanted = true);
    // The input of that name as it is, else the parameter if it is a text, else the input "text".
    std::string_view bytes(std::string_view name, bool isWanted = true);

    // Members of an object, with the range they must keep; absent ones yield `otherwise` unless
    // that is NaN or a null view, which means they must be there.
    double number(const boost::json::object &object, std::string_view name, double least,
                  double most, double otherwise = std::nan(""));
    std::int64_t integer(const boost::json::object &object, std::string_view name,
                         std::int64_t least, std::int64_t most);
    std::int64_t integer(const boost::json::object &object, std::string_view name,
                         std::int64_t least, std::int64_t most, std::int64_t otherwise);
    std::string word(const boost::json::object &object, std::string_view name,
                     std::size_t bytesMax = 200);
    std::string wordOr(const boost::json::object &object, std::string_view name,
                       std::string_view otherwise, std::size_t bytesMax = 200);
    std::vector<std::string> words(const boost::json::object &object, std::string_view name,
                                   std::size_t itemsMax, std::size_t bytesMax = 200);
    // An entry of a list as an object; an empty one, and a refusal, if it is something else.
    const boost::json::object &entry(const boost::json::value &value, std::string_view list);

    bool isBad() const { return !m_failure.refusal.empty(); }
    Result failure() const { return m_failure; }
    void missing(std::string_view name);
    void tooMany(std::string_view name, std::size_t limit);
    void bad(std::string_view name, std::string_view found);

private:
    const boost::json::value *text();
    const boost::json::value *member(std::string_view name);

    const Run &m_run;
    std::optional<boost::json::value> m_text;
    bool m_isTextRead = false;
    std::deque<boost::json::value> m_values;
    Result m_failure;
};

// Days since 1970-01-01 of "YYYY-MM-DD" (what follows is not looked at), or nothing.
std::optional<std::int64_t> dayOf(std::string_view iso);
std::string dayText(std::int64_t days);
// Seconds since 1970 of "YYYY-MM-DDTHH:MM[:SS][Z]", a space for the T, or a bare day.
std::optional<std::int64_t> secondsOf(std::string_view iso);
std::string secondsText(std::int64_t seconds);  // "2026-03-01T12:00:00Z"

// An exact decimal in units of 10^-places; nothing if it is none, is finer, or is beyond 10^17.
std::optional<std::int64_t> scaledOf(std::string_view decimal, int places);

}  // namespace capabilities
