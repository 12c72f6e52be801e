// Rules after the Sigma rule specification 2 (SigmaHQ): selections of field tests and a condition
// over them. Read: maps (all fields must fit), lists of maps (one is enough), lists of words (in any
// field); the modifiers contains, startswith, endswith, all and exists; * and ? in values, \ before
// them; null for a field that is not there; and, or, not, (), "1 of name*", "all of them". Other
// modifiers are refused. All words of all rules stand in one automaton (Aho and Corasick 1975), so a
// field is read once; ASCII letters in either case are the same. Owns the compiled rules.
// Thread contract: made by one thread, then read by any.
#pragma once

#include "capabilities/ahocorasick.h"
#include "capabilities/reader.h"

#include <memory>
#include <unordered_map>

namespace capabilities {

using LogEvent = std::map<std::string, std::string>;  // field, value

class SigmaRules {
public:
    struct Rule {
        std::string id, title, level;
    };

    // Adds a rule; false, and `fault` says what, if it cannot be read.
    bool add(const boost::json::object &given, std::string &fault);
    void finish();  // after the last rule

    const std::vector<Rule> &rules() const { return m_rules; }
    struct Hit {
        std::size_t rule = 0;
        std::vector<std::string> selections;  // those that fitted
    };
    std::vector<Hit> match(const LogEvent &event) const;

private:
    enum class Op { Equals, Contains, Starts, Ends, Glob, Exists, Absent };
    struct Test {
        Op op = Op::Equals;
        std::uint32_t pattern = 0;  // Exists: 1 if it should be there
    };
    struct Field {
        std::string name;  // empty: any
        bool isAll = false;
        std::vector<Test> tests;
    };
    struct Selection {
        std::string name;
        std::vector<std::vector<Field>> any;  // of maps, all fields of each
    };
    struct Node {
        char kind = 's';  // s selection, & | !
        std::uint32_t selection = 0;
        std::vector<Node> inner;
    };
    struct Compiled {
        std::vector<Selection> selections;
        Node condition;
    };
    class Condition;
    class Seen;

    bool addSelection(Compiled &rule, std::string_view name, const boost::json::value &value,
                      std::string &fault);
    bool addMap(Selection &selection, const boost::json::object &map, std::string &fault);
    bool addTest(Field &field, Op op, const boost::json::value &value);
    std::uint32_t patternOf(std::string text);

    std::vector<Rule> m_rules;
    std::vector<Compiled> m_compiled;
    std::vector<std::string> m_patterns;
    std::map<std::string, std::uint32_t> m_numbers;
    std::size_t m_patternBytes = 0;
    std::unique_ptr<AhoCorasick> m_automaton;
};

}  // namespace capabilities
