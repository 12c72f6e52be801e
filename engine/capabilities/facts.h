// What a text says in hard facts: people, places, organisations, dates, times, amounts,
// quantities, durations, to-dos. Grammars over the words of a document in four languages; every
// fact knows the bytes it was read from. Owns nothing; links and fields are the document's own.
// Pure functions, one file a kind: factsdates, factsamounts, factspeople, factstodos.
#pragma once

#include "text/document.h"

#include <stop_token>
#include <string>
#include <vector>

namespace capabilities {

struct Named {
    std::string text;
    std::uint32_t start = 0;
    std::uint32_t count = 0;
};

struct DateFact {
    text::Span span;
    std::string iso;  // YYYY-MM-DD, or empty if day, month or year is not certain
};

struct TimeFact {
    text::Span span;
    std::string iso;  // HH:MM
};

struct AmountFact {
    text::Span span;
    std::string value;  // exact decimal
    std::string unit;   // ISO 4217
};

struct QuantityFact {
    text::Span span;
    std::string value;  // exact decimal, fractions to three places
    std::string unit;   // as written; empty for counted things
    std::string what;
};

struct DurationFact {
    text::Span span;
    std::int64_t seconds = 0;
};

struct Todo {
    std::string text;
    std::uint32_t start = 0;
    bool isDone = false;
    std::string who;
    std::string due;  // as the date's iso, else as written
};

struct Facts {
    std::vector<Named> people;
    std::vector<Named> places;
    std::vector<Named> organisations;
    std::vector<DateFact> dates;
    std::vector<TimeFact> times;
    std::vector<AmountFact> amounts;
    std::vector<QuantityFact> quantities;
    std::vector<DurationFact> durations;
    std::vector<Todo> todos;
    std::stop_token stop;

    // True if the work should end; asks only at every 256th step.
    bool isStopped(std::uint32_t step) const { return (step & 255) == 0 && stop.stop_requested(); }
};

// A number as people write it, made exact: "1.234,50" -> "1234.5", "11 400" -> "11400",
// "½" -> "0.5". Empty if it is none. `end` becomes the offset behind it.
std::string readNumber(const text::Document &document, std::uint32_t token,
                       std::uint32_t &lastToken);

void findDates(const text::Document &document, Facts &facts);
void findTimes(const text::Document &document, Facts &facts);
void findAmounts(const text::Document &document, Facts &facts);
void findQuantities(const text::Document &document, Facts &facts);  // after dates and amounts
void findNames(const text::Document &document, Facts &facts);
void findTodos(const text::Document &document, Facts &facts);  // after dates and names

// All of them; what was found so far if stopped.
Facts factsOf(const text::Document &document, const std::stop_token &stop);

}  // namespace capabilities
