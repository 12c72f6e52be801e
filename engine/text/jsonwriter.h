// Writes canonical JSON straight into a string: keys in ascending byte order (asserted), no
// whitespace, integers only, UTF-8 with the shortest escapes (RFC 8785 for this subset).
// Owns the bytes it makes. One thread at a time.
#pragma once

#include <cassert>
#include <cstdint>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

namespace text {

class JsonWriter {
public:
    JsonWriter() { m_out.reserve(1024); }

    JsonWriter &beginObject() { return open('{'); }
    JsonWriter &endObject() { return close('}'); }
    JsonWriter &beginArray() { return open('['); }
    JsonWriter &endArray() { return close(']'); }

    JsonWriter &key(std::string_view name)
    {
        assert(m_levels.back().key.empty() || m_levels.back().key < name);
        m_levels.back().key = name;
        separate();
        quote(name);
        m_out.push_back(':');
        m_isValueNext = true;
        return *this;
    }
    JsonWriter &value(std::string_view string)
    {
        separate();
        quote(string);
        return *this;
    }
    JsonWriter &value(const char *string) { return value(std::string_view(string)); }
    JsonWriter &value(bool flag)
    {
        separate();
        m_out += flag ? "true" : "false";
        return *this;
    }
    template <typename Integer>
        requires std::is_integral_v<Integer>
    JsonWriter &value(Integer number)
    {
        separate();
        m_out += std::to_string(number);
        return *this;
    }
    JsonWriter &null()
    {
        separate();
        m_out += "null";
        return *this;
    }
    // `json` must be canonical already.
    JsonWriter &raw(std::string_view json)
    {
        separate();
        m_out += json;
        return *this;
    }
    template <typename Value>
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
        std::string_view key;  // the last one; names are literals or outlive the object
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
    void quote(std::string_view string)
    {
        static constexpr char hex[] = "0123456789abcdef";
        m_out.push_back('"');
        for (const char c : string) {
            const auto byte = static_cast<unsigned char>(c);
            if (byte >= 0x20 && c != '"' && c != '\\') {
                m_out.push_back(c);
                continue;
            }
            m_out.push_back('\\');
            switch (c) {
            case '"':
            case '\\':
                m_out.push_back(c);
                break;
            case '\n':
                m_out.push_back('n');
                break;
            case '\t':
                m_out.push_back('t');
                break;
            case '\r':
                m_out.push_back('r');
                break;
            case '\b':
                m_out.push_back('b');
                break;
            case '\f':
                m_out.push_back('f');
                break;
            default:
                m_out += "u00";
                m_out.push_back(hex[byte >> 4]);
                m_out.push_back(hex[byte & 15]);
            }
        }
        m_out.push_back('"');
    }

    std::string m_out;
    std::vector<Level> m_levels;
    bool m_isValueNext = false;
};

}  // namespace text
