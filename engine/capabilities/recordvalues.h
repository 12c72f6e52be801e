// Values as people write them in English, German, Spanish and French notes: numbers, money, days,
// spans of time, due phrases. Owns the small grammars; which value means what in a form is decided
// by the record* files. All positions are bytes of the text handed in.
// Thread contract: pure functions.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace capabilities::record {

// Same length, ASCII and Latin-1 letters small: positions stay valid.
std::string lowered(std::string_view text);
std::string_view trimmed(std::string_view text);     // spaces
std::string_view withoutEnd(std::string_view text);  // spaces, marks and brackets left over
bool isWordByte(char c);
// Position of a whole word (or phrase) at or after `from`; npos if it is not there.
std::size_t findWord(std::string_view lower, std::string_view word, std::size_t from = 0);
inline bool hasWord(std::string_view lower, std::string_view word)
{
    return findWord(lower, word) != std::string_view::npos;
}

struct Found {
    std::size_t start = 0, end = 0;
};

struct Number : Found {
    double value = 0;
    bool isWord = false;  // "four", "ein"
};
// A number that begins exactly there: 1.234,50  1,234.50  1 234  1/2  1½  and, if asked, words.
std::optional<Number> numberAt(std::string_view text, std::size_t at, bool withWords = false);
std::optional<Number> numberIn(std::string_view text, std::size_t from = 0, bool withWords = false);

struct Money : Found {
    double value = 0;
    std::string currency;  // ISO 4217; empty for a bare number
};
std::optional<Money> moneyIn(std::string_view text, std::size_t from = 0);
// The first ISO code or currency word, if the text names one apart from an amount.
std::string currencyIn(std::string_view text);

struct Day : Found {
    std::string iso;  // YYYY-MM-DD, empty if the year (or the day) is open
};
// A day, or a month with its year: 9 de abril de 2025, 12.03.2025, May 2026, 22 May.
std::optional<Day> dayIn(std::string_view text, std::size_t from = 0);
// iso if settled, else the words of the text
std::string dayText(std::string_view text, const Day &day);
// Week days, "tomorrow", "KW 40", seasons: days only the writer can settle.
std::optional<Found> looseDayIn(std::string_view text, std::size_t from = 0);
std::optional<Found> clockIn(std::string_view text, std::size_t from = 0);  // 09:30, 18 Uhr, 7 pm
std::optional<Found> monthIn(std::string_view text, std::size_t from = 0);  // with year if there

struct Minutes : Found {
    int minutes = 0;
};
std::optional<Minutes> minutesIn(std::string_view text, std::size_t from = 0);

// "send the letter by 7 June" -> what "send the letter", due "7 June".
struct DueSplit {
    std::string what, due;  // due: iso or words; empty if none
};
DueSplit splitDue(std::string_view text);

}  // namespace capabilities::record
