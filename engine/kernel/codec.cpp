#include "kernel/codec.h"

#include <algorithm>

namespace kernel {

// Personal text is [thing, sealed]; text of nobody is a plain string; erased text is [thing].
void Encoder::personal(const Text &text)
{
    if (ids && text.of)
        ids->push_back(text.of);
    if (!m_sealer || (!text.of && !text.isErased)) {
        m_writer.text(text.value);
        return;
    }
    m_writer.array(text.isErased ? 1 : 2);
    m_writer.unsignedInteger(text.of);
    if (!text.isErased)
        m_writer.bytes(m_sealer->seal(text.of, text.value));
}

void Decoder::personal(Text &value)
{
    value = {};
    if (m_reader.peek() == 3) {
        utf8(value.value);
        return;
    }
    const std::uint64_t parts = m_reader.array();
    value.of = m_reader.unsignedInteger();
    if (parts != 1 && parts != 2)
        m_reader.fail();
    const std::string_view sealed = parts == 2 ? m_reader.bytes() : std::string_view{};
    if (!m_reader.isGood())
        return;
    std::optional<std::string> plain;
    if (m_sealer && parts == 2)
        plain = m_sealer->open(value.of, sealed);
    value.isErased = !plain;
    if (plain)
        value.value = std::move(*plain);
}

void Decoder::utf8(std::string &value)
{
    const std::string_view read = m_reader.text();
    if (!isUtf8(read))
        m_reader.fail();
    value = m_reader.isGood() ? read : std::string_view{};
}

void Decoder::digest(Digest &value)
{
    const std::string_view read = m_reader.bytes();
    if (read.size() != value.bytes.size())
        m_reader.fail();
    else
        std::copy(read.begin(), read.end(), value.bytes.begin());
}

void Decoder::figures(Figures &value)
{
    const std::uint64_t count = m_reader.map();
    value.clear();
    for (std::uint64_t i = 0; i < count && m_reader.isGood(); ++i) {
        std::string name;
        utf8(name);
        value[name] = m_reader.integer();
    }
}

bool isPersonal(const std::vector<FieldInfo> &fields)
{
    return std::any_of(fields.begin(), fields.end(), [](const FieldInfo &field) {
        const FieldType *type = field.type;
        while (type->element)
            type = type->element;
        return type->kind == FieldType::Personal || isPersonal(type->fields);
    });
}

std::string_view typeName(FieldType::Kind kind)
{
    static constexpr std::string_view names[] = {
        "boolean", "integer", "unsigned", "string",   "id",        "digest",
        "amount",  "text",    "time",     "duration", "score",     "body",
        "secret",  "choice",  "list",     "optional", "structure", "figures"};
    return names[kind];
}

}  // namespace kernel
