#include "values.h"

#include "loop/edge.h"

#include <QStringList>

namespace models {

using namespace kernel;
namespace json = boost::json;

QString text(std::string_view utf8)
{
    return QString::fromUtf8(utf8.data(), qsizetype(utf8.size()));
}

QString idText(std::uint64_t id)
{
    return id ? text(kernel::idText(id)) : QString();
}

std::uint64_t idOf(const QString &text)
{
    return kernel::idFromText(text.toStdString()).value_or(0);
}

namespace {

QVariant personal(CborReader &reader)
{
    if (reader.peek() == 3)
        return text(reader.text());
    reader.skip();
    return QString();  // erased, or nobody opened it
}

QVariant hash(CborReader &reader)
{
    const std::string_view bytes = reader.bytes();
    return QString::fromLatin1(QByteArray(bytes.data(), qsizetype(bytes.size())).toHex());
}

QVariant list(const FieldType &element, CborReader &reader)
{
    QVariantList items;
    const std::uint64_t count = reader.array();
    for (std::uint64_t i = 0; i < count && reader.isGood(); ++i)
        items.append(value(element, reader));
    return items;
}

QVariant figures(CborReader &reader)
{
    QVariantMap found;
    const std::uint64_t count = reader.map();
    for (std::uint64_t i = 0; i < count && reader.isGood(); ++i) {
        const QString name = text(reader.text());
        found.insert(name, qlonglong(reader.integer()));
    }
    return found;
}

QVariant optional(const FieldType &element, CborReader &reader)
{
    if (!reader.peekNull())
        return value(element, reader);
    reader.null();
    return {};
}

}  // namespace

QVariant value(const FieldType &type, CborReader &reader)
{
    switch (type.kind) {
    case FieldType::Boolean: return reader.boolean();
    case FieldType::Integer:
    case FieldType::Points: return qlonglong(reader.integer());
    case FieldType::Span: return double(reader.integer());
    case FieldType::Unsigned: {
        // Above 2^53 a JavaScript number would lie.
        const std::uint64_t number = reader.unsignedInteger();
        return number < (1ull << 53) ? QVariant(double(number)) : QVariant(QString::number(number));
    }
    case FieldType::String:
    case FieldType::LongText: return text(reader.text());
    case FieldType::Hidden: reader.skip(); return {};
    case FieldType::Personal: return personal(reader);
    case FieldType::Identity: return idText(reader.unsignedInteger());
    case FieldType::Hash: return hash(reader);
    case FieldType::Money: return text(amountText(reader.amount(), 18));
    case FieldType::Instant: return double(reader.integer() / 1000);
    case FieldType::Choice: {
        const std::uint64_t option = reader.unsignedInteger();
        return option < type.options.size() ? text(loop::optionText(type.options[option]))
                                            : QString::number(option);
    }
    case FieldType::List: return list(*type.element, reader);
    case FieldType::Optional: return optional(*type.element, reader);
    case FieldType::Structure: return map(type.fields, reader.skip());
    case FieldType::Figures: return figures(reader);
    }
    return {};
}

QVariant field(const std::vector<FieldInfo> &fields, std::string_view row, int index)
{
    CborReader reader(row);
    const std::uint64_t count = reader.array();
    if (index < 0 || std::uint64_t(index) >= count || std::size_t(index) >= fields.size())
        return {};
    for (int i = 0; i < index; ++i)
        reader.skip();
    return reader.isGood() ? value(*fields[std::size_t(index)].type, reader) : QVariant();
}

QVariantMap map(const std::vector<FieldInfo> &fields, std::string_view row)
{
    QVariantMap found;
    CborReader reader(row);
    std::uint64_t left = reader.array();
    for (const FieldInfo &one : fields) {
        if (!left-- || !reader.isGood())
            break;
        found.insert(text(one.name), value(*one.type, reader));
    }
    return found;
}

namespace {

json::value toJson(const QVariant &value)
{
    switch (value.typeId()) {
    case QMetaType::Bool: return value.toBool();
    case QMetaType::Int:
    case QMetaType::LongLong: return value.toLongLong();
    case QMetaType::Double: {
        const double number = value.toDouble();
        const auto whole = static_cast<std::int64_t>(number);
        return double(whole) == number ? json::value(whole) : json::value(number);
    }
    case QMetaType::QVariantMap: return models::toJson(value.toMap());
    case QMetaType::QVariantList:
    case QMetaType::QStringList: {
        json::array items;
        const QVariantList list = value.toList();
        for (const QVariant &item : list)
            items.push_back(toJson(item));
        return items;
    }
    default: break;
    }
    if (!value.isValid() || value.isNull())
        return nullptr;
    return json::string(value.toString().toStdString());
}

QVariant fromJson(const json::value &value)
{
    switch (value.kind()) {
    case json::kind::bool_: return value.get_bool();
    case json::kind::int64: return qlonglong(value.get_int64());
    case json::kind::uint64: return double(value.get_uint64());
    case json::kind::double_: return value.get_double();
    case json::kind::string: return text(std::string_view(value.get_string()));
    case json::kind::array: {
        QVariantList items;
        for (const json::value &item : value.get_array())
            items.append(fromJson(item));
        return items;
    }
    case json::kind::object: return models::fromJson(value.get_object());
    case json::kind::null: break;
    }
    return {};
}

// Walks one stored value; sealed text carries the thing it belongs to.
void collect(const FieldType &type, CborReader &reader, std::set<std::uint64_t> &ids)
{
    switch (type.kind) {
    case FieldType::Identity:
        if (const std::uint64_t id = reader.unsignedInteger())
            ids.insert(id);
        return;
    case FieldType::Personal:
        if (reader.peek() == 4) {
            CborReader inside(reader.skip());
            inside.array();
            if (const std::uint64_t id = inside.unsignedInteger())
                ids.insert(id);
            return;
        }
        break;
    case FieldType::List: {
        const std::uint64_t count = reader.array();
        for (std::uint64_t i = 0; i < count && reader.isGood(); ++i)
            collect(*type.element, reader, ids);
        return;
    }
    case FieldType::Optional:
        if (reader.peekNull())
            break;
        collect(*type.element, reader, ids);
        return;
    case FieldType::Structure: {
        std::uint64_t left = reader.array();
        for (const FieldInfo &one : type.fields)
            if (left && left--)
                collect(*one.type, reader, ids);
        for (; left && reader.isGood(); --left)
            reader.skip();
        return;
    }
    default: break;
    }
    reader.skip();
}

}  // namespace

json::object toJson(const QVariantMap &values)
{
    json::object object;
    for (auto it = values.cbegin(); it != values.cend(); ++it)
        object[it.key().toStdString()] = toJson(it.value());
    return object;
}

QVariantMap fromJson(const json::object &object)
{
    QVariantMap values;
    for (const auto &pair : object)
        values.insert(text(pair.key()), fromJson(pair.value()));
    return values;
}

void idsIn(const FactInfo &info, std::string_view fact, std::set<std::uint64_t> &ids)
{
    CborReader reader(fact);
    std::uint64_t left = reader.array();
    if (left)
        --left;
    reader.skip();  // the kind
    for (const FieldInfo &one : info.fields) {
        if (!left-- || !reader.isGood())
            return;
        collect(*one.type, reader, ids);
    }
}

}  // namespace models
