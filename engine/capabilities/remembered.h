// What was worked out of a document, kept for the next capability that asks on the same thread: the
// agents read one text in a row and share its key phrases, facts and mood. Owns the last few results
// of each asker, as text::analyse keeps the last few documents; they change speed, never a result.
// Thread contract: each thread remembers for itself.
#pragma once

#include "text/document.h"

#include <array>
#include <memory>
#include <stop_token>

namespace capabilities {

// What `make()` returns for that document, made once. A result cut short by `stop` is not kept.
// Each place that asks remembers for itself: every `make` has a type of its own.
template<typename Make>
auto remembered(const text::Document &document, const std::stop_token &stop, Make make)
{
    using Made = decltype(make());
    struct Memo {
        struct Entry {
            std::weak_ptr<const text::Document> document;  // whose place is not given to another
            std::shared_ptr<const Made> made;
        };
        std::array<Entry, text::documentsKept> kept;
        std::size_t next = 0;
    };
    thread_local Memo memo;
    const std::weak_ptr<const text::Document> asked = document.weak_from_this();
    for (const auto &entry : memo.kept) {
        if (entry.made && !entry.document.owner_before(asked)
            && !asked.owner_before(entry.document))
            return entry.made;
    }
    auto made = std::make_shared<const Made>(make());
    if (!stop.stop_requested() && !asked.expired()) {
        memo.kept[memo.next] = {asked, made};
        memo.next = (memo.next + 1) % memo.kept.size();
    }
    return made;
}

}  // namespace capabilities
