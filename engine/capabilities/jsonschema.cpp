#include "capabilities/jsonschema.h"

#include "capabilities/jsonschemaevaluation.h"

namespace jsonschema {

namespace json = boost::json;

Evaluation::Evaluation(const Value &schema, const Options &options)
    : options_(options), references_(schema), isDraft7_(references_.dialect() == Dialect::draft7)
{
}

Report Evaluation::run(const Value &schema, const Value &instance)
{
    Seen seen;
    scope_.push_back(&schema);
    report_.isValid = evaluate(schema, instance, seen);
    if (isOver())
        report_.isValid = false;
    return std::move(report_);
}

bool Evaluation::isOver()
{
    return report_.isStopped || !report_.schemaFault.empty();
}

bool Evaluation::fail(std::string_view keyword, std::string message)
{
    if (quiet_ > 0)
        return false;
    ++report_.faultsTotal;
    if (report_.faults.size() < options_.faultsMax)
        report_.faults.push_back({path_, std::string(keyword), std::move(message)});
    return false;
}

bool Evaluation::spoil(std::string_view kind, std::string_view where)
{
    if (report_.schemaFault.empty()) {
        report_.schemaFault = kind;
        report_.schemaFaultWhere = where;
    }
    return false;
}

bool Evaluation::evaluate(const Value &schema, const Value &instance, Seen &seen)
{
    if ((++steps_ & 255) == 0 && options_.stop.stop_requested())
        report_.isStopped = true;
    if (isOver())
        return false;
    if (schema.is_bool())
        return schema.get_bool() || fail("false", "nothing is allowed here");
    if (!schema.is_object())
        return spoil("shape", path_);
    if (++depth_ > options_.depthMax) {
        --depth_;
        return spoil("depth", path_);
    }
    const bool isResource =
        references_.hasDynamic() && scope_.back() != &schema && schema.get_object().contains("$id");
    if (isResource)
        scope_.push_back(&schema);
    Seen own;
    const bool isValid = evaluateObject(schema, instance, own);
    if (isResource)
        scope_.pop_back();
    --depth_;
    if (isValid && references_.hasUnevaluated())
        seen.add(own);
    return isValid;
}

bool Evaluation::evaluateObject(const Value &schema, const Value &instance, Seen &seen)
{
    const Object &object = schema.get_object();
    if (isDraft7_ && object.contains("$ref"))
        return checkReferences(schema, instance, seen);
    bool isValid = checkReferences(schema, instance, seen);
    isValid &= checkValue(object, instance);
    if (instance.is_array())
        isValid &= checkArray(object, instance.get_array(), seen);
    else if (instance.is_object())
        isValid &= checkObject(object, instance, seen);
    isValid &= checkCombined(object, instance, seen);
    if (references_.hasUnevaluated() && !isDraft7_)
        isValid &= checkUnevaluated(object, instance, seen);
    return isValid;
}

bool Evaluation::checkReferences(const Value &schema, const Value &instance, Seen &seen)
{
    const Object &object = schema.get_object();
    bool isValid = true;
    for (const char *keyword : {"$ref", "$dynamicRef"}) {
        const Value *reference = object.if_contains(keyword);
        if (!reference || !reference->is_string() || (isDraft7_ && keyword[1] == 'd'))
            continue;
        const std::string_view text = reference->get_string();
        References::Target target = references_.find(references_.baseOf(schema), text);
        if (!target.schema)
            return spoil("reference", text);
        if (keyword[1] == 'd' && target.isDynamic) {
            const std::string_view name = text.substr(text.find('#') + 1);
            for (const Value *resource : scope_) {
                if (const Value *outer =
                        references_.dynamicAnchor(references_.baseOf(*resource), name)) {
                    target.schema = outer;
                    break;
                }
            }
        }
        const Value &resource = references_.resourceOf(*target.schema);
        scope_.push_back(&resource);
        isValid &= evaluate(*target.schema, instance, seen);
        scope_.pop_back();
    }
    return isValid;
}

bool Evaluation::isQuietlyValid(const Value &schema, const Value &instance, Seen &seen)
{
    ++quiet_;
    const bool isValid = evaluate(schema, instance, seen);
    --quiet_;
    return isValid;
}

bool Evaluation::checkCombined(const Object &schema, const Value &instance, Seen &seen)
{
    bool isValid = true;
    if (const Value *all = schema.if_contains("allOf"); all && all->is_array()) {
        for (const Value &part : all->get_array())
            isValid &= evaluate(part, instance, seen);
    }
    if (const Value *any = schema.if_contains("anyOf"); any && any->is_array())
        isValid &= checkAnyOf(any->get_array(), instance, seen);
    if (const Value *one = schema.if_contains("oneOf"); one && one->is_array())
        isValid &= checkOneOf(one->get_array(), instance, seen);
    if (const Value *no = schema.if_contains("not")) {
        Seen unused;
        if (isQuietlyValid(*no, instance, unused) && !isOver())
            isValid = fail("not", "matches what is ruled out");
    }
    if (const Value *condition = schema.if_contains("if")) {
        const bool holds = isQuietlyValid(*condition, instance, seen);
        if (const Value *branch = schema.if_contains(holds ? "then" : "else"))
            isValid &= evaluate(*branch, instance, seen);
    }
    return isValid && !isOver();
}

bool Evaluation::checkAnyOf(const Array &choices, const Value &instance, Seen &seen)
{
    bool isAny = false;
    for (const Value &choice : choices) {
        isAny |= isQuietlyValid(choice, instance, seen);
        if (isAny && !references_.hasUnevaluated())
            break;
    }
    return isAny || isOver()
           || fail("anyOf",
                   "fits none of the " + std::to_string(choices.size()) + " allowed shapes");
}

bool Evaluation::checkOneOf(const Array &choices, const Value &instance, Seen &seen)
{
    std::size_t count = 0;
    for (const Value &choice : choices) {
        Seen own;
        if (isQuietlyValid(choice, instance, own)) {
            ++count;
            seen.add(own);
        }
    }
    if (count == 1 || isOver())
        return true;
    const std::string total = std::to_string(choices.size());
    return fail("oneOf", count == 0 ? "fits none of the " + total + " allowed shapes"
                                    : "fits " + std::to_string(count) + " of the " + total
                                          + " shapes, only one is allowed");
}

bool Evaluation::checkUnevaluated(const Object &schema, const Value &instance, Seen &seen)
{
    bool isValid = true;
    const Value *rest = schema.if_contains("unevaluatedProperties");
    if (rest && instance.is_object() && !seen.hasAllMembers) {
        for (const json::key_value_pair &member : instance.get_object()) {
            if (!seen.members.contains(member.key()))
                isValid &=
                    evaluateMember("unevaluatedProperties", *rest, member.value(), member.key());
        }
        seen.hasAllMembers = true;
    }
    rest = schema.if_contains("unevaluatedItems");
    if (rest && instance.is_array() && !seen.hasAllItems) {
        const Array &items = instance.get_array();
        for (std::size_t i = 0; i < items.size(); ++i) {
            if (!seen.items.contains(i))
                isValid &= evaluateItem("unevaluatedItems", *rest, items[i], i);
        }
        seen.hasAllItems = true;
    }
    return isValid;
}

Report validate(const json::value &schema, const json::value &instance, const Options &options)
{
    return Evaluation(schema, options).run(schema, instance);
}

}  // namespace jsonschema
