// The one list of a struct's fields. From DREAM_FIELDS come the stored form, the peer message, QML
// roles, forms, command-line arguments, equality and test diffs; FieldType is its shape at run time.
// Thread contract: descriptions are made once and never change.
#pragma once

#include "kernel/amount.h"
#include "kernel/digest.h"
#include "kernel/id.h"
#include "kernel/text.h"

#include <boost/describe.hpp>
#include <boost/mp11.hpp>

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

// Inside the struct: its fields in their stored order (add at the end only), its name, equality.
#define DREAM_FIELDS(T, ...)                           \
    BOOST_DESCRIBE_CLASS(T, (), (__VA_ARGS__), (), ()) \
    static constexpr std::string_view structName = #T; \
    friend bool operator==(const T &, const T &) = default;

// After the enum: its options in their stored order (add at the end only).
#define DREAM_ENUM(E, ...) BOOST_DESCRIBE_ENUM(E, __VA_ARGS__)

namespace kernel {

struct FieldInfo;

struct FieldType {
    enum Kind {
        Boolean,
        Integer,
        Unsigned,
        String,
        Identity,
        Hash,
        Money,
        Personal,
        Instant,
        Span,
        Points,
        LongText,
        Hidden,
        Choice,
        List,
        Optional,
        Structure,
        Figures
    };
    Kind kind = String;
    std::string_view of;                    // what an Identity points to
    std::vector<std::string_view> options;  // of a Choice, in stored order
    const FieldType *element = nullptr;     // of a List or Optional
    std::vector<FieldInfo> fields;          // of a Structure
};

struct FieldInfo {
    std::string_view name;
    const FieldType *type = nullptr;
};

template<class T>
using Fields = boost::describe::describe_members<T, boost::describe::mod_public>;

template<class T>
inline constexpr bool isStructure = boost::describe::has_describe_members<T>::value;

template<class T>
inline constexpr bool isIdentity = false;
template<class T>
inline constexpr bool isIdentity<Id<T>> = true;
template<class T>
inline constexpr bool isList = false;
template<class T>
inline constexpr bool isList<std::vector<T>> = true;
template<class T>
inline constexpr bool isOptional = false;
template<class T>
inline constexpr bool isOptional<std::optional<T>> = true;

// Named whole numbers, as in receipts.
using Figures = std::map<std::string, std::int64_t>;

template<class T>
const FieldType &typeOf();

template<class T>
std::vector<FieldInfo> fieldsOf()
{
    std::vector<FieldInfo> found;
    boost::mp11::mp_for_each<Fields<T>>([&](auto field) {
        using Member = std::remove_cvref_t<decltype(std::declval<T &>().*field.pointer)>;
        found.push_back({field.name, &typeOf<Member>()});
    });
    return found;
}

template<class T>
FieldType makeType()
{
    FieldType type;
    if constexpr (std::is_same_v<T, bool>) {
        type.kind = FieldType::Boolean;
    } else if constexpr (std::is_enum_v<T>) {
        type.kind = FieldType::Choice;
        boost::mp11::mp_for_each<boost::describe::describe_enumerators<T>>(
            [&](auto option) { type.options.push_back(option.name); });
    } else if constexpr (std::is_integral_v<T>) {
        type.kind = std::is_signed_v<T> ? FieldType::Integer : FieldType::Unsigned;
    } else if constexpr (std::is_same_v<T, std::string>) {
        type.kind = FieldType::String;
    } else if constexpr (isIdentity<T>) {
        type.kind = FieldType::Identity;
    } else if constexpr (std::is_same_v<T, Digest>) {
        type.kind = FieldType::Hash;
    } else if constexpr (std::is_same_v<T, Amount>) {
        type.kind = FieldType::Money;
    } else if constexpr (std::is_same_v<T, Text>) {
        type.kind = FieldType::Personal;
    } else if constexpr (std::is_same_v<T, Time>) {
        type.kind = FieldType::Instant;
    } else if constexpr (std::is_same_v<T, Duration>) {
        type.kind = FieldType::Span;
    } else if constexpr (std::is_same_v<T, Score>) {
        type.kind = FieldType::Points;
    } else if constexpr (std::is_same_v<T, Body>) {
        type.kind = FieldType::LongText;
    } else if constexpr (std::is_same_v<T, Secret>) {
        type.kind = FieldType::Hidden;
    } else if constexpr (std::is_same_v<T, Figures>) {
        type.kind = FieldType::Figures;
    } else if constexpr (isList<T> || isOptional<T>) {
        type.kind = isList<T> ? FieldType::List : FieldType::Optional;
        type.element = &typeOf<typename T::value_type>();
    } else {
        static_assert(isStructure<T>, "DREAM_FIELDS is missing for this type");
        type.kind = FieldType::Structure;
        type.fields = fieldsOf<T>();
    }
    return type;
}

template<class T>
const FieldType &typeOf()
{
    static const FieldType type = makeType<T>();
    return type;
}

std::string_view typeName(FieldType::Kind kind);
// Whether personal text stands anywhere in them.
bool isPersonal(const std::vector<FieldInfo> &fields);

}  // namespace kernel
