// One validation in progress: the instance path, what was seen, the faults so far. Private to
// jsonschema.cpp (references, combinations) and jsonschemakeywords.cpp (types, numbers, strings,
// arrays, objects).
// Thread contract: one thread, one use.
#pragma once

#include "capabilities/jsonpattern.h"
#include "capabilities/jsonschema.h"
#include "capabilities/jsonschemarefs.h"

#include <optional>
#include <set>
#include <string_view>

namespace jsonschema {

// What a schema and its in-place parts looked at: input of the unevaluated keywords.
struct Seen {
    std::set<std::string_view> members;
    std::set<std::size_t> items;
    bool hasAllMembers = false;
    bool hasAllItems = false;

    void add(const Seen &other)
    {
        members.insert(other.members.begin(), other.members.end());
        items.insert(other.items.begin(), other.items.end());
        hasAllMembers |= other.hasAllMembers;
        hasAllItems |= other.hasAllItems;
    }
};

class Evaluation {
public:
    using Value = boost::json::value;
    using Object = boost::json::object;
    using Array = boost::json::array;

    Evaluation(const Value &schema, const Options &options);
    Report run(const Value &schema, const Value &instance);

private:
    bool evaluate(const Value &schema, const Value &instance, Seen &seen);
    bool evaluateObject(const Value &schema, const Value &instance, Seen &seen);
    bool checkReferences(const Value &schema, const Value &instance, Seen &seen);
    bool checkCombined(const Object &schema, const Value &instance, Seen &seen);
    bool checkAnyOf(const Array &choices, const Value &instance, Seen &seen);
    bool checkOneOf(const Array &choices, const Value &instance, Seen &seen);
    bool checkUnevaluated(const Object &schema, const Value &instance, Seen &seen);

    bool checkValue(const Object &schema, const Value &instance);
    bool checkType(const Value &type, const Value &instance);
    bool checkNumber(const Object &schema, const Value &instance);
    bool checkString(const Object &schema, std::string_view text);
    bool checkArray(const Object &schema, const Array &items, Seen &seen);
    bool checkItems(const Object &schema, const Array &items, Seen &seen);
    bool checkContains(const Object &schema, const Array &items, Seen &seen);
    bool checkUnique(const Array &items);
    bool checkObject(const Object &schema, const Value &instance, Seen &seen);
    bool checkMembers(const Object &schema, const Object &object, Seen &seen);
    bool checkRequired(const Object &schema, const Object &object);
    bool checkDependents(const Object &schema, const Value &instance, Seen &seen);
    bool checkDependency(std::string_view keyword, std::string_view name, const Value &needs,
                         const Value &instance, Seen &seen);

    // keyword is blamed when the schema of the part is plainly false
    bool evaluateMember(std::string_view keyword, const Value &schema, const Value &instance,
                        std::string_view name);
    bool evaluateItem(std::string_view keyword, const Value &schema, const Value &instance,
                      std::size_t index);
    bool isQuietlyValid(const Value &schema, const Value &instance, Seen &seen);
    bool fail(std::string_view keyword, std::string message);
    bool spoil(std::string_view kind, std::string_view where);
    bool matches(std::string_view expression, std::string_view text);
    bool isOver();

    const Options &options_;
    References references_;
    Report report_;
    Patterns patterns_;
    std::string path_;
    std::vector<const Value *> scope_;  // resources entered, outermost first, for $dynamicRef
    std::size_t depth_ = 0;
    std::size_t steps_ = 0;
    int quiet_ = 0;
    bool isDraft7_;
};

// For messages: a value as short text, cut at 60 bytes on a character.
std::string shown(std::string_view text);
std::string shown(long double number);

}  // namespace jsonschema
