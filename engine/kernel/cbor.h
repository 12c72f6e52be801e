// A small CBOR writer and reader (RFC 8949, deterministic encoding of section 4.2.1: shortest
// lengths, definite sizes only). Qt's reader is the referee in tests. The reader never allocates by
// what a length claims and refuses non-shortest heads. Thread contract: one object, one thread.
#pragma once

#include "kernel/amount.h"

#include <cstdint>
#include <string>
#include <string_view>

namespace kernel {

class CborWriter {
public:
    explicit CborWriter(std::string &out) : m_out(out) {}

    void array(std::uint64_t size) { head(4, size); }
    void map(std::uint64_t size) { head(5, size); }
    void unsignedInteger(std::uint64_t value) { head(0, value); }
    void integer(std::int64_t value)
    {
        if (value < 0)
            head(1, ~static_cast<std::uint64_t>(value));
        else
            head(0, static_cast<std::uint64_t>(value));
    }
    void amount(Amount value);
    void boolean(bool value) { m_out.push_back(static_cast<char>(value ? 0xf5 : 0xf4)); }
    void null() { m_out.push_back(static_cast<char>(0xf6)); }
    void bytes(std::string_view value)
    {
        head(2, value.size());
        m_out.append(value);
    }
    void text(std::string_view value)
    {
        head(3, value.size());
        m_out.append(value);
    }
    std::string &out() { return m_out; }

private:
    void head(unsigned major, std::uint64_t value)
    {
        if (value < 24)
            m_out.push_back(static_cast<char>(major << 5 | value));
        else
            longHead(major, value);
    }
    void longHead(unsigned major, std::uint64_t value);

    std::string &m_out;
};

// After a mistake isGood() is false, everything read is zero or empty, and nothing moves on.
class CborReader {
public:
    explicit CborReader(std::string_view in) : m_in(in) {}

    bool isGood() const { return m_isGood; }
    bool isAtEnd() const { return m_at == m_in.size(); }
    std::size_t position() const { return m_at; }
    std::string_view rest() const { return m_in.substr(m_at); }
    void fail() { m_isGood = false; }

    // Major type of the next item, or -1 at the end.
    int peek() const { return m_at < m_in.size() ? static_cast<unsigned char>(m_in[m_at]) >> 5 : -1; }
    bool peekNull() const { return m_at < m_in.size() && static_cast<unsigned char>(m_in[m_at]) == 0xf6; }

    std::uint64_t array() { return size(4); }
    std::uint64_t map() { return size(5); }
    std::uint64_t unsignedInteger() { return expect(0); }
    std::int64_t integer();
    Amount amount();
    bool boolean();
    void null();
    std::string_view bytes() { return run(2); }
    std::string_view text() { return run(3); }
    // Skips one item of any type, at most 16 deep; the bytes it took.
    std::string_view skip();

private:
    std::uint64_t head(unsigned &major);
    std::uint64_t expect(unsigned major);
    std::uint64_t size(unsigned major);
    std::string_view run(unsigned major);
    void skipItem(int depth);

    std::string_view m_in;
    std::size_t m_at = 0;
    bool m_isGood = true;
};

bool isUtf8(std::string_view text);
// The front of `text` that fits into so many bytes, in whole characters.
std::string_view firstBytes(std::string_view text, std::size_t bytesMax);

}  // namespace kernel
