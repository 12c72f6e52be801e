// What was worked out of a document, kept for the next capability that asks on the same thread: the
// agents read one text in a row and share its key phrases, facts and mood. Owns the last few results
// of each type, as text::analyse keeps the last few documents; they change speed, never a result.
// Thread contract: each thread remembers for itself.
#pragma once

#include "text/document.h"

#include <array>
#include <memory>
#include <stop_token>

namespace capabilities {

// What `make()` returns for that document, made once. A result cut short by `stop` is not kept.
// One type, one question: two questions about a document must answer with different types.
template<typename Make>
auto remembered(const text::Document &document, const std::stop_token &stop, Make make)
{
    using Made = decltype(make());
    struct Memo {
        struct Entry {
            std::uint64_t serial = 0;
            std::shared_ptr<const Made> made;
        };
        std::array<Entry, text::documentsKept> kept;
        std::size_t next = 0;
    };
    thread_local Memo memo;
    for (const auto &entry : memo.kept) {
        if (entry.serial == document.serial())
            return entry.made;
    }
    auto made = std::make_shared<const Made>(make());
    if (!stop.stop_requested()) {
        memo.kept[memo.next] = {document.serial(), made};
        memo.next = (memo.next + 1) % memo.kept.size();
    }
    return made;
}

}  // namespace capabilities
