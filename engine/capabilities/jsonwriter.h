// Writes canonical JSON straight into a string, for artefacts whose shape is known beforehand:
// keys must come in ascending byte order (asserted), no white space, integers only.
// Owns the bytes it makes; values built as trees go through canonical.h. One thread at a time.
#pragma once

#include "capabilities/canonical.h"

#include <cassert>
#include <concepts>
#include <string>
#include <string_view>
#include <vector>

namespace capabilities {

class JsonWriter {
public:
    JsonWriter() { m_out.reserve(1024); }

    JsonWriter &beginObject() { return open('{'); }
    JsonWriter &endObject() { return close('}'); }
    JsonWriter &beginArray() { return open('['); }
    JsonWriter &endArray() { return close(']'); }

    // `name` must outlive the object: a literal.
    JsonWriter &key(std::string_view name)
    {
        assert(m_levels.back().key < name);
        m_levels.back().key = name;
        separate();
        appendQuoted(m_out, name);
        m_out.push_back(':');
        m_isValueNext = true;
        return *this;
    }
    JsonWriter &value(std::string_view string)
    {
        separate();
        appendQuoted(m_out, string);
        return *this;
    }
    JsonWriter &value(const char *string) { return value(std::string_view(string)); }
    JsonWriter &value(const std::string &string) { return value(std::string_view(string)); }
    JsonWriter &value(bool flag)
    {
        separate();
        m_out += flag ? "true" : "false";
        return *this;
    }
    template<std::integral Integer>
    JsonWriter &value(Integer number)
    {
        separate();
        appendInteger(m_out, number);
        return *this;
    }
    template<typename Value>
    JsonWriter &member(std::string_view name, const Value &item)
    {
        return key(name).value(item);
    }

    std::size_t size() const { return m_out.size(); }
    std::string take()
    {
        assert(m_levels.empty());
        return std::move(m_out);
    }

private:
    struct Level {
        std::string_view key{};
        bool hasItems = false;
    };
    void separate()
    {
        if (m_isValueNext) {
            m_isValueNext = false;
            return;
        }
        if (m_levels.empty())
            return;
        if (m_levels.back().hasItems)
            m_out.push_back(',');
        m_levels.back().hasItems = true;
    }
    JsonWriter &open(char bracket)
    {
        separate();
        m_out.push_back(bracket);
        m_levels.push_back({});
        return *this;
    }
    JsonWriter &close(char bracket)
    {
        m_levels.pop_back();
        m_out.push_back(bracket);
        return *this;
    }

    std::string m_out;
    std::vector<Level> m_levels;
    bool m_isValueNext = false;
};

}  // namespace capabilities
