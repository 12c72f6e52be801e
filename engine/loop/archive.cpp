#include "loop/archive.h"

#include "organism.h"

#include <algorithm>

namespace loop {

using namespace kernel;

namespace {

// Every id in one value; the same ids the encoder names when the fact is told.
void collect(const FieldType &type, CborReader &reader, std::vector<std::uint64_t> &things)
{
    switch (type.kind) {
    case FieldType::Identity: things.push_back(reader.unsignedInteger()); return;
    case FieldType::Personal:
        // Sealed text starts with the thing it belongs to.
        if (reader.peek() == 4) {
            CborReader inside(reader.skip());
            inside.array();
            things.push_back(inside.unsignedInteger());
        } else {
            reader.skip();
        }
        return;
    case FieldType::List: {
        const std::uint64_t count = reader.array();
        for (std::uint64_t i = 0; i < count && reader.isGood(); ++i)
            collect(*type.element, reader, things);
        return;
    }
    case FieldType::Optional:
        if (reader.peekNull())
            reader.null();
        else
            collect(*type.element, reader, things);
        return;
    case FieldType::Structure: {
        std::uint64_t left = reader.array();
        for (const FieldInfo &field : type.fields)
            if (left && left--)
                collect(*field.type, reader, things);
        for (; left && reader.isGood(); --left)
            reader.skip();
        return;
    }
    default: reader.skip();
    }
}

}  // namespace

JournalView::JournalView(const Core &core) : m_facts(core.facts()), m_pages(core.pages())
{
    for (const SystemInfo *system : core.systems())
        m_byNumber[system->number & 0xff] = system;
}

JournalView::JournalView(store::Store &store)
{
    for (const SystemInfo *system : organism::systems())
        m_byNumber[system->number & 0xff] = system;
    if (const auto last = store.lastPage()) {
        m_facts = last->firstFact + last->facts - 1;
        m_pages = last->seq;
    }
}

const FactInfo *JournalView::fact(std::uint16_t kind) const
{
    const SystemInfo *system = m_byNumber[kind >> 8];
    return system && (kind & 0xffu) < system->facts.size() ? &system->facts[kind & 0xff] : nullptr;
}

std::string visitFacts(const JournalView &view, store::Store &store, std::uint64_t from,
                       const std::function<bool(const FactAt &)> &visit)
{
    std::string failed;
    const bool isRead = store.pages(from, [&](const store::PageRecord &record) {
        if (view.isStopped()) {
            failed = "stopped";
            return false;
        }
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
                at.info = view.fact(static_cast<std::uint16_t>(reader.unsignedInteger()));
                if (!visit(at))
                    return false;
            }
        }
        return true;
    });
    return isRead ? failed : "the journal cannot be read";
}

void thingsOf(const FactInfo &info, std::string_view fact, std::vector<std::uint64_t> &things)
{
    things.clear();
    CborReader reader(fact);
    std::uint64_t left = reader.array();
    if (left)
        --left;
    reader.skip();
    for (const FieldInfo &field : info.fields) {
        if (!left-- || !reader.isGood())
            break;
        collect(*field.type, reader, things);
    }
    std::sort(things.begin(), things.end());
    things.erase(std::unique(things.begin(), things.end()), things.end());
    if (!things.empty() && !things.front())
        things.erase(things.begin());
}

bool isAbout(const FactInfo &info, std::string_view fact, const std::set<std::uint64_t> &things)
{
    std::vector<std::uint64_t> found;
    thingsOf(info, fact, found);
    return std::any_of(found.begin(), found.end(),
                       [&](std::uint64_t thing) { return things.contains(thing); });
}

}  // namespace loop
