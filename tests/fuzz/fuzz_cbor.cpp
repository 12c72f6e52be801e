// Stored facts, peer messages and snapshots are CBOR. Promises: the reader never goes past its
// bytes, there is exactly one encoding of what it accepts, and a struct that decodes comes back.
#include "input.h"
#include "kernel/codec.h"

#include <string>
#include <vector>

using fuzz::check;
using fuzz::Input;

namespace {

enum class Colour { red, green, blue };
DREAM_ENUM(Colour, red, green, blue)

struct Inner {
    std::string name;
    std::optional<std::uint32_t> count;
    DREAM_FIELDS(Inner, name, count)
};

// One field of every kind the codec knows, except those whose stored form needs a key.
struct Outer {
    bool isOpen = false;
    Colour colour = Colour::red;
    std::int64_t large = 0;
    std::int16_t small = 0;
    std::uint64_t positive = 0;
    std::uint8_t byte = 0;
    std::string text;
    kernel::Digest digest;
    kernel::Amount amount;
    kernel::Time time;
    kernel::Duration duration;
    kernel::Score score;
    kernel::Figures figures;
    std::vector<Inner> list;
    std::optional<Inner> maybe;
    DREAM_FIELDS(Outer, isOpen, colour, large, small, positive, byte, text, digest, amount, time,
                 duration, score, figures, list, maybe)
};

// Reads one item of any type and writes it again.
void copyItem(kernel::CborReader &reader, kernel::CborWriter &writer, int depth)
{
    if (depth > 16)
        return reader.fail();
    switch (reader.peek()) {
    case 0:
    case 1:
    case 6: writer.amount(reader.amount()); break;
    case 2: writer.bytes(reader.bytes()); break;
    case 3: writer.text(reader.text()); break;
    case 4:
    case 5: {
        const bool isMap = reader.peek() == 5;
        const std::uint64_t count = isMap ? reader.map() : reader.array();
        isMap ? writer.map(count) : writer.array(count);
        for (std::uint64_t i = 0; i < count && reader.isGood(); ++i) {
            copyItem(reader, writer, depth + 1);
            if (isMap)
                copyItem(reader, writer, depth + 1);
        }
        break;
    }
    default:
        if (reader.peekNull()) {
            reader.null();
            writer.null();
        } else {
            writer.boolean(reader.boolean());
        }
    }
}

void oneEncoding(std::string_view bytes)
{
    std::string copy;
    kernel::CborReader reader(bytes);
    kernel::CborWriter writer(copy);
    while (reader.isGood() && !reader.isAtEnd())
        copyItem(reader, writer, 0);
    check(reader.position() <= bytes.size(), "the reader stays within its bytes");
    if (reader.isGood())
        check(copy == bytes, "what is accepted has one encoding");
}

void skipped(std::string_view bytes)
{
    kernel::CborReader reader(bytes);
    std::size_t taken = 0;
    while (reader.isGood() && !reader.isAtEnd())
        taken += reader.skip().size();
    check(reader.position() <= bytes.size(), "skipping stays within the bytes");
    if (reader.isGood())
        check(taken == bytes.size(), "all bytes belong to an item");
}

void structure(std::string_view bytes)
{
    const auto value = kernel::decode<Outer>(bytes);
    if (!value)
        return;
    const std::string again = kernel::encode(*value);
    check(kernel::decode<Outer>(again) == value, "a struct comes back");
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    Input input(data, size);
    switch (input.upTo(2)) {
    case 0: oneEncoding(input.rest()); break;
    case 1: skipped(input.rest()); break;
    default: structure(input.rest());
    }
    return 0;
}
