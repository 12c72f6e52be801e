#include "loop/archive.h"

#include <algorithm>

namespace loop {

using namespace kernel;

namespace {

bool mentions(const FieldType &type, CborReader &reader, const std::set<std::uint64_t> &things)
{
    switch (type.kind) {
    case FieldType::Identity: return things.contains(reader.unsignedInteger());
    case FieldType::Personal:
        // Sealed text starts with the thing it belongs to.
        if (reader.peek() == 4) {
            CborReader inside(reader.skip());
            inside.array();
            return things.contains(inside.unsignedInteger());
        }
        reader.skip();
        return false;
    case FieldType::List: {
        bool isFound = false;
        const std::uint64_t count = reader.array();
        for (std::uint64_t i = 0; i < count && reader.isGood(); ++i)
            isFound |= mentions(*type.element, reader, things);
        return isFound;
    }
    case FieldType::Optional:
        if (reader.peekNull()) {
            reader.null();
            return false;
        }
        return mentions(*type.element, reader, things);
    case FieldType::Structure: {
        bool isFound = false;
        std::uint64_t left = reader.array();
        for (const FieldInfo &field : type.fields)
            if (left && left--)
                isFound |= mentions(*field.type, reader, things);
        for (; left && reader.isGood(); --left)
            reader.skip();
        return isFound;
    }
    default: reader.skip(); return false;
    }
}

}  // namespace

std::string visitFacts(const Core &core, store::Store &store, std::uint64_t from,
                       const std::function<bool(const FactAt &)> &visit)
{
    std::string failed;
    const bool isRead = store.pages(from, [&](const store::PageRecord &record) {
        const auto page = store::readPage(record.bytes);
        if (!page) {
            failed = "page " + std::to_string(record.seq) + " cannot be read";
            return false;
        }
        FactAt at;
        at.page = record.seq;
        at.time = page->head.time;
        at.seq = page->head.firstFact;
        for (const store::PageCommand &command : page->commands) {
            at.actor = command.actor;
            for (std::uint32_t i = 0; i < command.facts; ++i, ++at.index, ++at.seq) {
                at.bytes = page->facts[at.index];
                CborReader reader(at.bytes);
                reader.array();
                at.info = core.fact(static_cast<std::uint16_t>(reader.unsignedInteger()));
                if (!visit(at))
                    return false;
            }
        }
        return true;
    });
    return isRead ? failed : "the journal cannot be read";
}

bool isAbout(const FactInfo &info, std::string_view fact, const std::set<std::uint64_t> &things)
{
    CborReader reader(fact);
    std::uint64_t left = reader.array();
    if (left)
        --left;
    reader.skip();
    for (const FieldInfo &field : info.fields) {
        if (!left-- || !reader.isGood())
            return false;
        if (mentions(*field.type, reader, things))
            return true;
    }
    return false;
}

}  // namespace loop
