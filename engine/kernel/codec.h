// Structs to CBOR and back, from their one list of fields. Fewer elements than fields read as
// defaults, more are skipped (a newer writer). Text is sealed on the way out and opened on the way
// in. Enumerators are stored by value. Thread contract: one codec, one thread.
#pragma once

#include "kernel/cbor.h"
#include "kernel/fields.h"

namespace kernel {

inline constexpr std::size_t listItemsMax = 100'000;

class Encoder {
public:
    // Without a sealer Text is written plain: only for comparing, showing and in-memory use.
    Encoder(std::string &out, Sealer *sealer) : m_writer(out), m_sealer(sealer) {}

    // Ids written so far, when asked for (things a fact is about).
    std::vector<std::uint64_t> *ids = nullptr;

    template<class T>
    void structure(const T &value, const std::uint64_t *kind = nullptr)
    {
        m_writer.array(boost::mp11::mp_size<Fields<T>>::value + (kind ? 1 : 0));
        if (kind)
            m_writer.unsignedInteger(*kind);
        boost::mp11::mp_for_each<Fields<T>>([&](auto field) { write(value.*field.pointer); });
    }

    template<class T>
    void write(const T &value)
    {
        if constexpr (std::is_same_v<T, bool>) {
            m_writer.boolean(value);
        } else if constexpr (std::is_enum_v<T>) {
            m_writer.unsignedInteger(static_cast<std::uint64_t>(value));
        } else if constexpr (std::is_integral_v<T> && std::is_signed_v<T>) {
            m_writer.integer(value);
        } else if constexpr (std::is_integral_v<T>) {
            m_writer.unsignedInteger(value);
        } else if constexpr (std::is_same_v<T, std::string>) {
            m_writer.text(value);
        } else if constexpr (isIdentity<T>) {
            m_writer.unsignedInteger(value.value);
            if (ids && value.value)
                ids->push_back(value.value);
        } else if constexpr (std::is_same_v<T, Digest>) {
            m_writer.bytes({reinterpret_cast<const char *>(value.bytes.data()), 32});
        } else if constexpr (std::is_same_v<T, Amount>) {
            m_writer.amount(value);
        } else if constexpr (std::is_same_v<T, Text>) {
            personal(value);
        } else if constexpr (std::is_same_v<T, Time> || std::is_same_v<T, Duration>) {
            m_writer.integer(value.us);
        } else if constexpr (std::is_same_v<T, Score>) {
            m_writer.integer(value.value);
        } else if constexpr (std::is_same_v<T, Body> || std::is_same_v<T, Secret>) {
            m_writer.text(value.text);
        } else if constexpr (std::is_same_v<T, Figures>) {
            m_writer.map(value.size());
            for (const auto &[name, figure] : value) {
                m_writer.text(name);
                m_writer.integer(figure);
            }
        } else if constexpr (isList<T>) {
            m_writer.array(value.size());
            for (const auto &item : value)
                write(item);
        } else if constexpr (isOptional<T>) {
            if (value)
                write(*value);
            else
                m_writer.null();
        } else {
            structure(value);
        }
    }

private:
    void personal(const Text &text);

    CborWriter m_writer;
    Sealer *m_sealer;
};

class Decoder {
public:
    Decoder(std::string_view in, Sealer *sealer) : m_reader(in), m_sealer(sealer) {}

    CborReader &reader() { return m_reader; }
    bool isGood() const { return m_reader.isGood(); }

    template<class T>
    void structure(T &value, bool hasKind = false)
    {
        std::uint64_t left = m_reader.array();
        if (hasKind && left) {
            m_reader.unsignedInteger();
            --left;
        }
        boost::mp11::mp_for_each<Fields<T>>([&](auto field) {
            if (left && m_reader.isGood()) {
                read(value.*field.pointer);
                --left;
            }
        });
        for (; left && m_reader.isGood(); --left)
            m_reader.skip();
    }

    template<class T>
    void read(T &value)
    {
        if constexpr (std::is_same_v<T, bool>) {
            value = m_reader.boolean();
        } else if constexpr (std::is_enum_v<T>) {
            choice(value);
        } else if constexpr (std::is_integral_v<T> && std::is_signed_v<T>) {
            narrow(value, m_reader.integer());
        } else if constexpr (std::is_integral_v<T>) {
            narrow(value, m_reader.unsignedInteger());
        } else if constexpr (std::is_same_v<T, std::string>) {
            utf8(value);
        } else if constexpr (isIdentity<T>) {
            value.value = m_reader.unsignedInteger();
        } else if constexpr (std::is_same_v<T, Digest>) {
            digest(value);
        } else if constexpr (std::is_same_v<T, Amount>) {
            value = m_reader.amount();
        } else if constexpr (std::is_same_v<T, Text>) {
            personal(value);
        } else if constexpr (std::is_same_v<T, Time> || std::is_same_v<T, Duration>) {
            value.us = m_reader.integer();
        } else if constexpr (std::is_same_v<T, Score>) {
            narrow(value.value, m_reader.integer());
        } else if constexpr (std::is_same_v<T, Body> || std::is_same_v<T, Secret>) {
            utf8(value.text);
        } else if constexpr (std::is_same_v<T, Figures>) {
            figures(value);
        } else if constexpr (isList<T>) {
            list(value);
        } else if constexpr (isOptional<T>) {
            if (m_reader.peekNull()) {
                m_reader.null();
                value.reset();
            } else {
                read(value.emplace());
            }
        } else {
            structure(value);
        }
    }

private:
    template<class To, class From>
    void narrow(To &to, From from)
    {
        to = static_cast<To>(from);
        if (static_cast<From>(to) != from)
            m_reader.fail();
    }

    template<class E>
    void choice(E &value)
    {
        const std::uint64_t stored = m_reader.unsignedInteger();
        bool isKnown = false;
        boost::mp11::mp_for_each<boost::describe::describe_enumerators<E>>([&](auto option) {
            if (static_cast<std::uint64_t>(option.value) == stored) {
                value = option.value;
                isKnown = true;
            }
        });
        if (!isKnown)
            m_reader.fail();
    }

    template<class T>
    void list(std::vector<T> &value)
    {
        const std::uint64_t count = m_reader.array();
        if (count > listItemsMax)
            m_reader.fail();
        value.clear();
        for (std::uint64_t i = 0; i < count && m_reader.isGood(); ++i)
            read(value.emplace_back());
    }

    void utf8(std::string &value);
    void digest(Digest &value);
    void personal(Text &value);
    void figures(Figures &value);

    CborReader m_reader;
    Sealer *m_sealer;
};

template<class T>
std::string encode(const T &value, Sealer *sealer = nullptr)
{
    std::string out;
    Encoder(out, sealer).structure(value);
    return out;
}

template<class T>
std::optional<T> decode(std::string_view in, Sealer *sealer = nullptr)
{
    Decoder decoder(in, sealer);
    T value;
    decoder.structure(value);
    if (!decoder.isGood() || !decoder.reader().isAtEnd())
        return {};
    return value;
}

// A fact from its stored bytes, its kind before its fields; false when it is not such a fact.
template<class F>
bool decodeFact(F &fact, std::string_view in, Sealer *sealer = nullptr)
{
    Decoder decoder(in, sealer);
    decoder.structure(fact, true);
    return decoder.isGood();
}

}  // namespace kernel
