// Pages of a journal from a disk or a peer. Promises: any bytes can be read or refused, and a page
// that was changed but still has its hash says exactly what it said.
#include "crypto/hash.h"
#include "input.h"
#include "store/page.h"

#include <string>

using fuzz::check;
using fuzz::Input;

namespace {

void use(const store::PageView &page, std::string_view bytes)
{
    const auto isWithin = [&](std::string_view part) {
        return part.empty()
               || (part.data() >= bytes.data()
                   && part.data() + part.size() <= bytes.data() + bytes.size());
    };
    for (const std::string_view fact : page.facts)
        check(isWithin(fact), "a fact lies in its page");
    check(isWithin(page.commandBytes), "the commands lie in their page");
    check(store::leafHashes(page).size() == page.facts.size(), "a fact has a hash");
    store::pageHash(page);
}

std::string smallPage(Input &input, kernel::Digest &hash)
{
    store::PageBuilder builder;
    store::PageHead head;
    head.seq = input.byte();
    head.time.us = input.byte();
    head.previous = crypto::blake2b("the page before");
    head.salt = crypto::blake2b("salt");
    builder.begin(head);
    const std::uint64_t facts = input.upTo(5);
    for (std::uint64_t i = 0; i < facts; ++i) {
        // a fact is an array of a kind and bytes
        kernel::CborWriter writer(builder.factBytes());
        writer.array(2);
        writer.unsignedInteger(input.byte());
        writer.bytes(input.take(input.byte() % 40));
        builder.endFact();
    }
    store::PageCommand command;
    command.kind = input.byte();
    command.actor = "owner";
    command.facts = static_cast<std::uint32_t>(facts);
    builder.addCommand(command);
    return builder.seal(hash);
}

void changed(Input &input)
{
    kernel::Digest hash;
    const std::string original = smallPage(input, hash);
    const auto before = store::readPage(original);
    check(before.has_value(), "a sealed page can be read");
    check(store::pageHash(*before) == hash, "a page keeps its hash");
    std::string bytes = original;
    while (!input.isEmpty() && !bytes.empty()) {
        const std::size_t at = input.upTo(bytes.size() - 1);
        const std::uint8_t edit = input.byte();
        if (edit < 16)
            bytes.erase(at, 1 + edit);
        else if (edit < 32)
            bytes.insert(at, input.take(edit));
        else
            bytes[at] = static_cast<char>(bytes[at] ^ edit);
    }
    const auto after = store::readPage(bytes);
    if (!after)
        return;
    use(*after, bytes);
    if (store::pageHash(*after) == hash)
        check(after->head == before->head && after->commandBytes == before->commandBytes
                  && after->facts == before->facts,
              "a page with the same hash says the same");
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    static const bool isReady = crypto::init();
    check(isReady, "libsodium works here");
    Input input(data, size);
    if (input.byte() < 128) {
        changed(input);
        return 0;
    }
    if (const auto page = store::readPage(input.rest()))
        use(*page, input.rest());
    return 0;
}
