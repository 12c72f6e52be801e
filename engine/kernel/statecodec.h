// The state of a system to CBOR and back: its tables, number maps and cells; what is derived is not
// stored. The rows of a large table are read in parts that may share several threads, since opening
// their text costs more than all the rest. Thread contract: one state, one thread; its Sealer must bear
// being asked by as many as the share has.
#pragma once

#include "kernel/codec.h"
#include "kernel/numbermap.h"
#include "kernel/table.h"

#include <algorithm>
#include <functional>

namespace kernel {

inline constexpr std::uint64_t rowsAPart = 4096;  // fewer are not worth another thread
inline constexpr std::uint64_t partsMax = 4;

// Does all of them, in any order, and returns when all are done.
using Jobs = std::vector<std::function<void()>>;
using Share = std::function<void(const Jobs &)>;

inline void doInTurn(const Jobs &jobs)
{
    for (const auto &job : jobs)
        job();
}

// So many rows one after another, in the order of their keys as they were written; false when they are
// none: so bytes that say little do not become many rows.
template<class Table>
bool readRows(std::vector<typename Table::Row> &rows, std::string_view in, std::uint64_t count,
              Sealer *sealer)
{
    Decoder decoder(in, sealer);
    std::uint64_t before = 0;
    bool isInOrder = true;
    for (std::uint64_t i = 0; i < count && isInOrder && decoder.isGood(); ++i) {
        decoder.structure(rows.emplace_back());
        const std::uint64_t key = Table::keyOf(rows.back());
        isInOrder = i == 0 || key > before;
        before = key;
    }
    return isInOrder && decoder.isGood() && decoder.reader().isAtEnd();
}

// Each part is found by skipping over the rows before it.
template<class Table>
void readTable(Table &table, CborReader &reader, Sealer *sealer, const Share &share)
{
    struct Part {
        std::vector<typename Table::Row> rows;
        bool isRead = false;
    };
    const std::uint64_t count = reader.array();
    const std::uint64_t each = std::max((count + partsMax - 1) / partsMax, rowsAPart);
    std::vector<Part> parts((count + each - 1) / each);
    Jobs jobs;
    for (std::size_t i = 0; i < parts.size() && reader.isGood(); ++i) {
        const std::uint64_t rows = std::min(each, count - i * each);
        const std::string_view from = reader.rest();
        for (std::uint64_t row = 0; row < rows && reader.isGood(); ++row)
            reader.skip();
        const std::string_view in = from.substr(0, from.size() - reader.rest().size());
        jobs.push_back([&part = parts[i], in, rows, sealer] {
            part.isRead = readRows<Table>(part.rows, in, rows, sealer);
        });
    }
    if (reader.isGood())
        share(jobs);
    if (!std::all_of(parts.begin(), parts.end(), [](const Part &part) { return part.isRead; }))
        reader.fail();
    for (std::size_t i = 0; i < parts.size() && reader.isGood(); ++i)
        for (typename Table::Row &row : parts[i].rows)
            table.put(std::move(row));
}

template<class State>
void encodeState(const State &state, std::string &out, Sealer *sealer)
{
    Encoder encoder(out, sealer);
    CborWriter writer(out);
    writer.array(boost::mp11::mp_size<Fields<State>>::value);
    boost::mp11::mp_for_each<Fields<State>>([&](auto field) {
        const auto &member = state.*field.pointer;
        using Member = std::remove_cvref_t<decltype(member)>;
        if constexpr (isTable<Member>) {
            writer.array(member.size());
            for (const auto &[key, row] : member.rows())
                encoder.structure(row);
        } else if constexpr (std::is_same_v<Member, NumberMap>) {
            writer.bytes(member.packed());
        } else {
            static_assert(isCell<Member>, "state is made of Table, NumberMap and Cell");
            encoder.write(*member);
        }
    });
}

template<class State>
bool decodeState(State &state, std::string_view in, Sealer *sealer, const Share &share = doInTurn)
{
    Decoder decoder(in, sealer);
    CborReader &reader = decoder.reader();
    if (reader.array() != boost::mp11::mp_size<Fields<State>>::value)
        return false;
    boost::mp11::mp_for_each<Fields<State>>([&](auto field) {
        auto &member = state.*field.pointer;
        using Member = std::remove_cvref_t<decltype(member)>;
        if constexpr (isTable<Member>) {
            readTable(member, reader, sealer, share);
        } else if constexpr (std::is_same_v<Member, NumberMap>) {
            if (!member.unpack(reader.bytes()))
                reader.fail();
        } else {
            std::remove_cvref_t<decltype(*member)> value{};
            decoder.read(value);
            member.set(std::move(value));
        }
    });
    return reader.isGood() && reader.isAtEnd();
}

}  // namespace kernel
