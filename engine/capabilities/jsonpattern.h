// Regular expressions of JSON Schema ("pattern", "patternProperties"): compiled once, matched on
// code points, with a bound on the work so that a hostile expression is refused, never a hang.
// Owns the cache of one validation. Boost.Regex in Perl mode stands in for ECMA-262; it keeps its
// backtracking on the heap, where std::regex would overflow the stack.
// Thread contract: one thread.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>

namespace jsonschema {

class Patterns {
public:
    enum class Answer { yes, no, badExpression, tooCostly };

    Patterns();
    ~Patterns();
    Answer search(std::string_view expression, std::string_view text);

private:
    struct Compiled;
    std::unordered_map<std::string, std::unique_ptr<Compiled>> cache_;
};

}  // namespace jsonschema
