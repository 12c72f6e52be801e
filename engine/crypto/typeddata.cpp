#include "crypto/typeddata.h"

#include "crypto/keccak.h"
#include "crypto/typedvalue.h"

#include <boost/json.hpp>

#include <algorithm>
#include <charconv>
#include <map>
#include <set>
#include <vector>

namespace crypto {

namespace {

namespace json = boost::json;

struct Field {
    std::string name, type;
};
using Types = std::map<std::string, std::vector<Field>, std::less<>>;

constexpr std::string_view domainType = "EIP712Domain";
constexpr std::pair<std::string_view, std::string_view> domainFields[] = {
    {"name", "string"},
    {"version", "string"},
    {"chainId", "uint256"},
    {"verifyingContract", "address"},
    {"salt", "bytes32"}};

bool isIdentifier(std::string_view text)
{
    const auto isLetter = [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || c == '$';
    };
    return !text.empty() && text.size() <= 128 && isLetter(text[0])
           && std::all_of(text.begin(), text.end(),
                          [&](char c) { return isLetter(c) || (c >= '0' && c <= '9'); });
}

// "Person[2][]" is "Person[2]" and no length; nothing for what is no array.
struct ArrayType {
    std::string_view element;
    std::optional<std::size_t> length;
};
std::optional<ArrayType> arrayOf(std::string_view type)
{
    const std::size_t open = type.rfind('[');
    if (open == std::string_view::npos || !type.ends_with(']'))
        return std::nullopt;
    const std::string_view digits = type.substr(open + 1, type.size() - open - 2);
    ArrayType array{type.substr(0, open), std::nullopt};
    if (digits.empty())
        return array;
    std::size_t length = 0;
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), length);
    if (error != std::errc() || end != digits.data() + digits.size() || digits[0] == '0')
        return std::nullopt;
    array.length = length;
    return array;
}

// The type without its arrays.
std::string_view baseOf(std::string_view type)
{
    while (const auto array = arrayOf(type))
        type = array->element;
    return type;
}

class TypedData {
public:
    explicit TypedData(std::string &why) : m_why(why) {}

    bool readTypes(const json::value &value);
    bool isStruct(std::string_view name) const { return m_types.find(name) != m_types.end(); }
    bool isDomainSound();
    std::string encodeType(std::string_view name) const;
    std::optional<Digest> hashStruct(std::string_view name, const json::value &value,
                                     std::size_t depth = 0);

private:
    bool fail(const std::string &why)
    {
        m_why = why;
        return false;
    }
    bool readFields(const std::string &name, const json::value &value);
    bool visit(std::string_view name, std::set<std::string_view> &done, std::size_t depth);
    void collect(std::string_view name, std::set<std::string_view> &names) const;
    std::optional<Digest> encode(std::string_view type, const json::value &value,
                                 std::size_t depth);
    std::optional<Digest> encodeArray(const ArrayType &type, const json::value &value,
                                      std::size_t depth);

    Types m_types;
    std::map<std::string, Digest, std::less<>> m_typeHashes;
    std::size_t m_values = 0;
    std::string &m_why;
};

bool TypedData::readFields(const std::string &name, const json::value &value)
{
    if (!isIdentifier(name) || atomOf(name).kind != AtomKind::None)
        return fail("a struct cannot be named " + name);
    if (!value.is_array() || value.get_array().size() > typedDataFieldsMax)
        return fail(name + " is no list of fields");
    std::vector<Field> fields;
    std::set<std::string> names;
    for (const json::value &one : value.get_array()) {
        const json::object *field = one.if_object();
        const json::value *fieldName = field ? field->if_contains("name") : nullptr;
        const json::value *type = field ? field->if_contains("type") : nullptr;
        if (!fieldName || !fieldName->is_string() || !type || !type->is_string()
            || field->size() != 2)
            return fail("a field of " + name + " has not exactly name and type");
        fields.push_back({std::string(std::string_view(fieldName->get_string())),
                          std::string(std::string_view(type->get_string()))});
        if (!isIdentifier(fields.back().name) || fields.back().type.size() > 256
            || !names.insert(fields.back().name).second)
            return fail(name + " has a field twice, or one without a proper name");
    }
    m_types.emplace(name, std::move(fields));
    return true;
}

bool TypedData::readTypes(const json::value &value)
{
    if (!value.is_object() || value.get_object().size() > typedDataTypesMax)
        return fail("types is no object, or has too many members");
    for (const json::key_value_pair &member : value.get_object()) {
        if (!readFields(std::string(std::string_view(member.key())), member.value()))
            return false;
    }
    std::set<std::string_view> done;
    return std::all_of(m_types.begin(), m_types.end(),
                       [&](const auto &type) { return visit(type.first, done, 0); });
}

// Every type a struct names exists, and none leads back to itself: a path deeper than the limit is
// a cycle, or as good as one. A type that was walked to its end is not walked again.
bool TypedData::visit(std::string_view name, std::set<std::string_view> &done, std::size_t depth)
{
    if (done.contains(name))
        return true;
    if (depth > typedDataDepthMax)
        return fail("types contain each other, or too deeply");
    const auto found = m_types.find(name);
    for (const Field &field : found->second) {
        const std::string_view base = baseOf(field.type);
        if (isStruct(base)) {
            if (!visit(base, done, depth + 1))
                return false;
        } else if (atomOf(base).kind == AtomKind::None) {
            return fail("unknown type " + field.type);
        }
    }
    done.insert(found->first);
    return true;
}

bool TypedData::isDomainSound()
{
    const auto domain = m_types.find(domainType);
    if (domain == m_types.end() || domain->second.empty())
        return fail("types has no EIP712Domain");
    const auto *next = std::begin(domainFields);
    for (const Field &field : domain->second) {
        next = std::find_if(next, std::end(domainFields), [&](const auto &known) {
            return known.first == field.name && known.second == field.type;
        });
        if (next == std::end(domainFields))
            return fail("EIP712Domain has a field that is unknown, or out of order");
        ++next;
    }
    return true;
}

void TypedData::collect(std::string_view name, std::set<std::string_view> &names) const
{
    const auto found = m_types.find(name);
    if (found == m_types.end() || !names.insert(found->first).second)
        return;
    for (const Field &field : found->second)
        collect(baseOf(field.type), names);
}

std::string TypedData::encodeType(std::string_view name) const
{
    std::set<std::string_view> others;
    collect(name, others);
    others.erase(name);
    std::string text;
    const auto append = [&](std::string_view type) {
        text.append(type) += '(';
        for (const Field &field : m_types.find(type)->second)
            text.append(text.back() == '(' ? "" : ",").append(field.type + ' ' + field.name);
        text += ')';
    };
    append(name);
    for (const std::string_view other : others)
        append(other);
    return text;
}

std::optional<Digest> TypedData::encodeArray(const ArrayType &type, const json::value &value,
                                             std::size_t depth)
{
    if (!value.is_array() || (type.length && value.get_array().size() != *type.length)) {
        fail("a list is missing, or of another length than its type says");
        return std::nullopt;
    }
    std::string words;
    for (const json::value &item : value.get_array()) {
        const auto word = encode(type.element, item, depth + 1);
        if (!word)
            return std::nullopt;
        words.append(word->bytes.begin(), word->bytes.end());
    }
    return keccak256(words);
}

std::optional<Digest> TypedData::encode(std::string_view type, const json::value &value,
                                        std::size_t depth)
{
    if (++m_values > typedDataValuesMax || depth > typedDataDepthMax) {
        fail("too many values, or too deep");
        return std::nullopt;
    }
    if (const auto array = arrayOf(type))
        return encodeArray(*array, value, depth);
    if (isStruct(type))
        return hashStruct(type, value, depth);
    const auto word = encodeAtom(atomOf(type), value);
    if (!word)
        fail("a value is no " + std::string(type));
    return word;
}

std::optional<Digest> TypedData::hashStruct(std::string_view name, const json::value &value,
                                            std::size_t depth)
{
    const std::vector<Field> &fields = m_types.find(name)->second;
    const json::object *object = value.if_object();
    if (!object || object->size() != fields.size()) {
        fail("a value has not exactly the fields of " + std::string(name));
        return std::nullopt;
    }
    const auto known = m_typeHashes.find(name);
    const Digest typeHash =
        known != m_typeHashes.end()
            ? known->second
            : m_typeHashes.emplace(name, keccak256(encodeType(name))).first->second;
    std::string words(typeHash.bytes.begin(), typeHash.bytes.end());
    for (const Field &field : fields) {
        const json::value *member = object->if_contains(field.name);
        if (!member) {
            fail("a value of " + std::string(name) + " has no " + field.name);
            return std::nullopt;
        }
        const auto word = encode(field.type, *member, depth + 1);
        if (!word)
            return std::nullopt;
        words.append(word->bytes.begin(), word->bytes.end());
    }
    return keccak256(words);
}

bool isKnown(TypedData &data, const json::value &types, std::string_view name, std::string &why)
{
    if (!data.readTypes(types))
        return false;
    if (!data.isStruct(name))
        why = "types has no " + std::string(name);
    return data.isStruct(name);
}

}  // namespace

std::optional<Digest> typedDataHash(const json::value &value, std::string &why)
{
    why = "not exactly types, primaryType, domain and message";
    const json::object *object = value.if_object();
    const auto member = [&](const char *name) {
        return object ? object->if_contains(name) : nullptr;
    };
    const json::value *types = member("types"), *primary = member("primaryType");
    const json::value *domain = member("domain"), *message = member("message");
    if (!types || !primary || !primary->is_string() || !domain || !message || object->size() != 4)
        return std::nullopt;
    why.clear();
    TypedData data(why);
    const std::string_view name = primary->get_string();
    if (!isKnown(data, *types, name, why) || !data.isDomainSound())
        return std::nullopt;
    const auto separator = data.hashStruct(domainType, *domain);
    const auto hash = separator ? data.hashStruct(name, *message) : std::nullopt;
    if (!hash)
        return std::nullopt;
    std::string signedBytes = "\x19\x01";
    signedBytes.append(separator->bytes.begin(), separator->bytes.end());
    // a domain may itself be what is signed: then its hash stands alone (EIP-712 test cases)
    if (name != domainType)
        signedBytes.append(hash->bytes.begin(), hash->bytes.end());
    return keccak256(signedBytes);
}

std::optional<std::string> typedDataType(const json::value &types, std::string_view name,
                                         std::string &why)
{
    why.clear();
    TypedData data(why);
    return isKnown(data, types, name, why) ? std::optional(data.encodeType(name)) : std::nullopt;
}

std::optional<Digest> typedDataStruct(const json::value &types, std::string_view name,
                                      const json::value &value, std::string &why)
{
    why.clear();
    TypedData data(why);
    return isKnown(data, types, name, why) ? data.hashStruct(name, value) : std::nullopt;
}

}  // namespace crypto
