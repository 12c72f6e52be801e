#include "capabilities/jsonschemaevaluation.h"
#include "capabilities/jsonvalue.h"

#include <algorithm>
#include <cstdio>

namespace jsonschema {

namespace json = boost::json;

namespace {

std::size_t codePoints(std::string_view text)
{
    return static_cast<std::size_t>(std::count_if(text.begin(), text.end(), [](char c) {
        return (static_cast<unsigned char>(c) & 0xc0) != 0x80;
    }));
}

std::string_view typeOf(const json::value &value)
{
    switch (value.kind()) {
    case json::kind::null: return "null";
    case json::kind::bool_: return "boolean";
    case json::kind::string: return "string";
    case json::kind::array: return "array";
    case json::kind::object: return "object";
    default: return isWhole(value) ? "integer" : "number";
    }
}

bool isOfType(const json::value &instance, std::string_view type)
{
    return type == "number" ? instance.is_number() : type == typeOf(instance);
}

std::optional<long double> limit(const json::object &schema, std::string_view keyword)
{
    const json::value *value = schema.if_contains(keyword);
    if (!value || !value->is_number())
        return std::nullopt;
    return numberOf(*value);
}

std::string some(long double count, const char *what)
{
    return shown(count) + " " + what + (count == 1 ? "" : "s");
}

}  // namespace

std::string shown(std::string_view text)
{
    constexpr std::size_t bytesMax = 60;
    if (text.size() <= bytesMax)
        return "\"" + std::string(text) + "\"";
    std::size_t end = bytesMax;
    while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xc0) == 0x80)
        --end;
    return "\"" + std::string(text.substr(0, end)) + "…\"";
}

std::string shown(long double number)
{
    char digits[64];
    std::snprintf(digits, sizeof digits, "%.15Lg", number);
    return digits;
}

bool Evaluation::matches(std::string_view expression, std::string_view text)
{
    switch (patterns_.search(expression, text)) {
    case Patterns::Answer::yes: return true;
    case Patterns::Answer::no: return false;
    default: return spoil("regex", expression);
    }
}

bool Evaluation::evaluateMember(std::string_view keyword, const Value &schema,
                                const Value &instance, std::string_view name)
{
    const std::size_t length = path_.size();
    path_.push_back('/');
    for (const char c : name) {
        if (c == '~' || c == '/')
            path_.append(c == '~' ? "~0" : "~1");
        else
            path_.push_back(c);
    }
    Seen own;
    const bool isRuledOut = schema.is_bool() && !schema.get_bool();
    const bool isValid =
        isRuledOut ? fail(keyword, "is not allowed here") : evaluate(schema, instance, own);
    path_.resize(length);
    return isValid;
}

bool Evaluation::evaluateItem(std::string_view keyword, const Value &schema, const Value &instance,
                              std::size_t index)
{
    const std::size_t length = path_.size();
    path_.append("/").append(std::to_string(index));
    Seen own;
    const bool isRuledOut = schema.is_bool() && !schema.get_bool();
    const bool isValid =
        isRuledOut ? fail(keyword, "is not allowed here") : evaluate(schema, instance, own);
    path_.resize(length);
    return isValid;
}

bool Evaluation::checkType(const Value &type, const Value &instance)
{
    if (type.is_string()) {
        return isOfType(instance, type.get_string())
               || fail("type", "is " + std::string(typeOf(instance)) + ", should be "
                                   + std::string(type.get_string()));
    }
    if (!type.is_array())
        return true;
    std::string allowed;
    for (const Value &name : type.get_array()) {
        if (!name.is_string())
            continue;
        if (isOfType(instance, name.get_string()))
            return true;
        allowed.append(allowed.empty() ? "" : " or ").append(name.get_string());
    }
    return fail("type", "is " + std::string(typeOf(instance)) + ", should be " + allowed);
}

bool Evaluation::checkValue(const Object &schema, const Value &instance)
{
    bool isValid = true;
    if (const Value *type = schema.if_contains("type"))
        isValid &= checkType(*type, instance);
    if (const Value *values = schema.if_contains("enum"); values && values->is_array()) {
        const Array &allowed = values->get_array();
        if (std::none_of(allowed.begin(), allowed.end(),
                         [&](const Value &value) { return isEqual(value, instance); }))
            isValid =
                fail("enum", "is none of the "
                                 + some(static_cast<long double>(allowed.size()), "allowed value"));
    }
    if (const Value *value = schema.if_contains("const"); value && !isEqual(*value, instance))
        isValid = fail("const", "is not the one value allowed");
    if (instance.is_number())
        isValid &= checkNumber(schema, instance);
    else if (instance.is_string())
        isValid &= checkString(schema, instance.get_string());
    return isValid;
}

bool Evaluation::checkNumber(const Object &schema, const Value &instance)
{
    const long double value = numberOf(instance);
    bool isValid = true;
    if (const auto least = limit(schema, "minimum"); least && value < *least)
        isValid = fail("minimum", shown(value) + " is less than " + shown(*least));
    if (const auto most = limit(schema, "maximum"); most && value > *most)
        isValid = fail("maximum", shown(value) + " is more than " + shown(*most));
    if (const auto above = limit(schema, "exclusiveMinimum"); above && value <= *above)
        isValid = fail("exclusiveMinimum", shown(value) + " is not more than " + shown(*above));
    if (const auto below = limit(schema, "exclusiveMaximum"); below && value >= *below)
        isValid = fail("exclusiveMaximum", shown(value) + " is not less than " + shown(*below));
    if (const auto step = limit(schema, "multipleOf"); step && *step > 0) {
        // decimal fractions are not exact in binary: a billionth of a step is forgiven
        const long double rest = std::fabs(std::remainder(value, *step));
        const bool areWhole = isWhole(instance) && *step == std::floor(*step);
        if (areWhole ? rest != 0 : rest > *step * 1e-9L)
            isValid = fail("multipleOf", shown(value) + " is no multiple of " + shown(*step));
    }
    return isValid;
}

bool Evaluation::checkString(const Object &schema, std::string_view text)
{
    bool isValid = true;
    const auto least = limit(schema, "minLength"), most = limit(schema, "maxLength");
    if (least || most) {
        const auto length = static_cast<long double>(codePoints(text));
        if (least && length < *least)
            isValid = fail("minLength", "has " + some(length, "character") + ", at least "
                                            + shown(*least) + " are needed");
        if (most && length > *most)
            isValid = fail("maxLength", "has " + some(length, "character") + ", at most "
                                            + shown(*most) + " are allowed");
    }
    if (const Value *pattern = schema.if_contains("pattern"); pattern && pattern->is_string()) {
        if (!matches(pattern->get_string(), text))
            isValid = fail("pattern",
                           shown(text) + " does not match " + std::string(pattern->get_string()));
    }
    if (const Value *format = schema.if_contains("format");
        options_.areFormatsAsserted && format && format->is_string()) {
        if (!hasFormat(format->get_string(), text))
            isValid = fail("format", shown(text) + " is no " + std::string(format->get_string()));
    }
    return isValid;
}

bool Evaluation::checkArray(const Object &schema, const Array &items, Seen &seen)
{
    bool isValid = true;
    const auto count = static_cast<long double>(items.size());
    if (const auto least = limit(schema, "minItems"); least && count < *least)
        isValid = fail("minItems", "has " + some(count, "item") + ", at least " + shown(*least)
                                       + " are needed");
    if (const auto most = limit(schema, "maxItems"); most && count > *most)
        isValid = fail("maxItems",
                       "has " + some(count, "item") + ", at most " + shown(*most) + " are allowed");
    if (const Value *unique = schema.if_contains("uniqueItems");
        unique && unique->is_bool() && unique->get_bool())
        isValid &= checkUnique(items);
    isValid &= checkItems(schema, items, seen);
    isValid &= checkContains(schema, items, seen);
    return isValid;
}

bool Evaluation::checkUnique(const Array &items)
{
    std::vector<std::pair<std::uint64_t, std::size_t>> byHash;
    byHash.reserve(items.size());
    for (std::size_t i = 0; i < items.size(); ++i)
        byHash.emplace_back(hashOf(items[i]), i);
    std::sort(byHash.begin(), byHash.end());
    for (std::size_t i = 0; i < byHash.size(); ++i) {
        for (std::size_t k = i + 1; k < byHash.size() && byHash[k].first == byHash[i].first; ++k) {
            if (isEqual(items[byHash[i].second], items[byHash[k].second]))
                return fail("uniqueItems", "items " + std::to_string(byHash[i].second) + " and "
                                               + std::to_string(byHash[k].second) + " are equal");
        }
    }
    return true;
}

bool Evaluation::checkItems(const Object &schema, const Array &items, Seen &seen)
{
    const Value *first = schema.if_contains(isDraft7_ ? "items" : "prefixItems");
    const Value *rest = schema.if_contains("items");
    const char *restName = "items";
    if (first && !first->is_array())
        first = nullptr;
    if (isDraft7_ && first) {
        rest = schema.if_contains("additionalItems");
        restName = "additionalItems";
    }
    bool isValid = true;
    std::size_t next = 0;
    for (; first && next < std::min(items.size(), first->get_array().size()); ++next) {
        isValid &= evaluateItem("prefixItems", first->get_array()[next], items[next], next);
        seen.items.insert(next);
    }
    if (rest) {
        for (; next < items.size() && !isOver(); ++next)
            isValid &= evaluateItem(restName, *rest, items[next], next);
        seen.hasAllItems = true;
    }
    return isValid;
}

bool Evaluation::checkContains(const Object &schema, const Array &items, Seen &seen)
{
    const Value *wanted = schema.if_contains("contains");
    if (!wanted)
        return true;
    long double count = 0;
    for (std::size_t i = 0; i < items.size() && !isOver(); ++i) {
        Seen own;
        if (isQuietlyValid(*wanted, items[i], own)) {
            ++count;
            seen.items.insert(i);
        }
    }
    // draft 7 knows neither bound
    const auto least = limit(schema, isDraft7_ ? "" : "minContains");
    const auto most = limit(schema, isDraft7_ ? "" : "maxContains");
    if (count < least.value_or(1))
        return fail(least ? "minContains" : "contains", some(count, "item")
                                                            + " of the kind wanted, at least "
                                                            + shown(least.value_or(1)) + " needed");
    if (most && count > *most)
        return fail("maxContains", some(count, "item") + " of the kind wanted, at most "
                                       + shown(*most) + " allowed");
    return true;
}

bool Evaluation::checkObject(const Object &schema, const Value &instance, Seen &seen)
{
    const Object &object = instance.get_object();
    bool isValid = true;
    const auto count = static_cast<long double>(object.size());
    if (const auto least = limit(schema, "minProperties"); least && count < *least)
        isValid = fail("minProperties", "has " + some(count, "member") + ", at least "
                                            + shown(*least) + " are needed");
    if (const auto most = limit(schema, "maxProperties"); most && count > *most)
        isValid = fail("maxProperties", "has " + some(count, "member") + ", at most " + shown(*most)
                                            + " are allowed");
    isValid &= checkRequired(schema, object);
    isValid &= checkMembers(schema, object, seen);
    if (const Value *names = schema.if_contains("propertyNames")) {
        for (const json::key_value_pair &member : object) {
            Seen own;
            if (!isQuietlyValid(*names, Value(json::string(member.key())), own) && !isOver())
                isValid =
                    fail("propertyNames", "the name " + shown(member.key()) + " is not allowed");
        }
    }
    isValid &= checkDependents(schema, instance, seen);
    return isValid;
}

bool Evaluation::checkRequired(const Object &schema, const Object &object)
{
    const Value *required = schema.if_contains("required");
    if (!required || !required->is_array())
        return true;
    bool isValid = true;
    for (const Value &name : required->get_array()) {
        if (name.is_string() && !object.contains(name.get_string()))
            isValid = fail("required", "lacks " + shown(name.get_string()));
    }
    return isValid;
}

bool Evaluation::checkMembers(const Object &schema, const Object &object, Seen &seen)
{
    const Value *named = schema.if_contains("properties");
    const Value *patterned = schema.if_contains("patternProperties");
    const Value *rest = schema.if_contains("additionalProperties");
    if (!named && !patterned && !rest)
        return true;
    bool isValid = true;
    for (const json::key_value_pair &member : object) {
        bool isKnown = false;
        if (named && named->is_object()) {
            if (const Value *own = named->get_object().if_contains(member.key())) {
                isKnown = true;
                isValid &= evaluateMember("properties", *own, member.value(), member.key());
            }
        }
        if (patterned && patterned->is_object()) {
            for (const json::key_value_pair &pattern : patterned->get_object()) {
                if (!matches(pattern.key(), member.key()))
                    continue;
                isKnown = true;
                isValid &= evaluateMember("patternProperties", pattern.value(), member.value(),
                                          member.key());
            }
        }
        if (!isKnown && rest)
            isValid &= evaluateMember("additionalProperties", *rest, member.value(), member.key());
        if (isKnown && references_.hasUnevaluated())
            seen.members.insert(member.key());
        if (isOver())
            return false;
    }
    seen.hasAllMembers |= rest != nullptr;
    return isValid;
}

bool Evaluation::checkDependency(std::string_view keyword, std::string_view name,
                                 const Value &needs, const Value &instance, Seen &seen)
{
    if (!needs.is_array())
        return evaluate(needs, instance, seen);
    const Object &object = instance.get_object();
    bool isValid = true;
    for (const Value &need : needs.get_array()) {
        if (need.is_string() && !object.contains(need.get_string()))
            isValid =
                fail(keyword, "has " + shown(name) + " and so needs " + shown(need.get_string()));
    }
    return isValid;
}

bool Evaluation::checkDependents(const Object &schema, const Value &instance, Seen &seen)
{
    bool isValid = true;
    for (const char *keyword : {"dependencies", "dependentRequired", "dependentSchemas"}) {
        const Value *table = schema.if_contains(keyword);
        if (!table || !table->is_object())
            continue;
        for (const json::key_value_pair &entry : table->get_object()) {
            if (instance.get_object().contains(entry.key()))
                isValid &= checkDependency(keyword, entry.key(), entry.value(), instance, seen);
        }
    }
    return isValid;
}

}  // namespace jsonschema
