// A profile with a journal of nearly every kind of fact, many times, all from one seed: a life of the
// simulator, then pages of made facts about few things, so that they meet. Time goes on by seconds to
// hours from page to page. Thread contract: one test.
#pragma once

#ifndef Q_MOC_RUN
#    include "cortex/dreams.h"
#    include "loop/engine.h"
#    include "loop/gate.h"
#    include "loop/profile.h"
#    include "loop/simulator.h"
#    include "organism.h"
#    include "store/sqlitestore.h"
#endif

#include <QDirIterator>
#include <QFile>
#include <QTest>

// Every byte of every file, but for what readers of one database tell each other.
inline QByteArray bytesOfProfile(const std::string &folder)
{
    QByteArray all;
    QDirIterator files(QString::fromStdString(folder), QDir::Files | QDir::Hidden,
                       QDirIterator::Subdirectories);
    while (files.hasNext()) {
        QFile file(files.next());
        if (!file.fileName().endsWith(QStringLiteral("-shm")) && file.open(QIODevice::ReadOnly))
            all += file.readAll();
    }
    return all;
}

class PastProfile {
public:
    PastProfile(std::string folder, std::uint64_t seed)
        : m_folder(std::move(folder)), m_chance(loop::Random::fromSeed(seed))
    {
    }

    // Dreams by the engine, which ends and leaves its snapshots and its signed tip.
    std::vector<std::uint64_t> dream(int count)
    {
        std::string error;
        loop::Options options;
        options.folder = m_folder;
        const auto engine = loop::Engine::open(options, error);
        if (!engine)
            qFatal("%s", error.c_str());
        engine->start();
        std::vector<std::uint64_t> made;
        for (int i = 0; i < count; ++i) {
            dreams::Create create;
            create.title = "Dream " + std::to_string(i);
            create.body.text = "The zyxwvutology of number " + std::to_string(i);
            const kernel::Answer answer = engine->ask(create);
            if (answer.isDone)
                made.push_back(answer.ids.front());
        }
        m_things = made;
        return made;
    }

    // A life of the simulator (work that is done, fails, is lost, paused and given up), then pages of
    // made facts of all systems whose facts may come in any order. A device key is made too.
    void make(int pages)
    {
        loop::SimulatorOptions options;
        options.disk = std::make_shared<store::MemoryStore::Disk>();
        loop::simulate(m_chance.number(), options);
        std::string error;
        loop::makeFolder(m_folder);
        if (!loop::loadDeviceKey(m_folder, m_chance, true, error))
            qFatal("%s", error.c_str());
        store::OpenedStore opened = store::openSqlite(m_folder, false);
        loop::Core core(organism::systems(), loop::Random::fromSeed(1), loop::gate);
        if (!opened.store)
            qFatal("%s", opened.error.c_str());
        m_store = std::move(opened.store);
        store::Commit rest;
        for (const auto &[thing, key] : options.disk->keys) {
            rest.keys.push_back({thing, key});
            m_things.push_back(thing);
        }
        for (const auto &[key, blob] : options.disk->blobs)
            rest.blobs.push_back(blob);
        keep(rest);
        core.keys().load(rest.keys);
        for (const auto &[seq, record] : options.disk->pages)
            put(core, record);
        std::vector<const kernel::FactInfo *> kinds;
        for (const kernel::SystemInfo *system : organism::systems())
            for (const kernel::FactInfo &fact : system->facts)
                if (system->stem != "superspine")  // its facts never stand alone
                    kinds.push_back(&fact);
        for (int i = 0; i < pages; ++i) {
            std::vector<std::string> facts;
            for (std::uint64_t n = 1 + below(5); n; --n)
                facts.push_back(fact(*kinds[m_next++ % kinds.size()]));
            put(core, page(core, facts));
        }
        m_store.reset();
    }

    std::uint64_t below(std::uint64_t end) { return m_chance.number() % end; }

private:
    void keep(const store::Commit &commit)
    {
        if (const std::string failed = m_store->commit(commit); !failed.empty())
            qFatal("%s", failed.c_str());
    }
    void put(loop::Core &core, const store::PageRecord &record)
    {
        store::Commit commit;
        commit.page = &record;
        keep(commit);
        if (const std::string failed = core.apply(record); !failed.empty())
            qFatal("%s", failed.c_str());
        m_now = store::readPage(record.bytes)->head.time;
    }

    store::PageRecord page(const loop::Core &core, const std::vector<std::string> &facts)
    {
        m_now.us += 1'000'000 + static_cast<std::int64_t>(below(7'200'000'000));
        store::PageHead head;
        head.seq = core.pages() + 1;
        head.previous = core.tip();
        head.firstFact = core.facts() + 1;
        head.time = m_now;
        head.nextId = 1'000'000 + head.seq;
        head.reacted = head.firstFact + facts.size();
        store::PageBuilder builder;
        builder.begin(head);
        for (const std::string &fact : facts) {
            builder.factBytes() += fact;
            builder.endFact();
        }
        store::PageCommand command;
        command.actor = "owner";
        command.facts = static_cast<std::uint32_t>(facts.size());
        builder.addCommand(command);
        store::PageRecord record;
        record.seq = head.seq;
        record.firstFact = head.firstFact;
        record.facts = command.facts;
        record.bytes = builder.seal(record.hash);
        return record;
    }

    std::string fact(const kernel::FactInfo &info)
    {
        std::string bytes;
        kernel::CborWriter writer(bytes);
        writer.array(info.fields.size() + 1);
        writer.unsignedInteger(info.kind);
        for (const kernel::FieldInfo &field : info.fields)
            write(writer, *field.type);
        return bytes;
    }

    void write(kernel::CborWriter &writer, const kernel::FieldType &type)
    {
        using Kind = kernel::FieldType::Kind;
        switch (type.kind) {
        case Kind::Boolean: writer.boolean(below(2)); break;
        case Kind::Integer:
        case Kind::Span: writer.integer(static_cast<std::int64_t>(below(9))); break;
        case Kind::Unsigned: writer.unsignedInteger(below(5)); break;
        case Kind::Points: writer.integer(static_cast<std::int64_t>(below(10'001))); break;
        case Kind::Instant:
            writer.integer(m_now.us + static_cast<std::int64_t>(below(1'000'000)));
            break;
        case Kind::Identity:
            writer.unsignedInteger(m_things.empty() || below(3) ? 1 + below(12)
                                                                : m_things[below(m_things.size())]);
            break;
        case Kind::Money: writer.amount({kernel::Int128(below(1'000'000))}); break;
        case Kind::Hash: writer.bytes(std::string(32, static_cast<char>('a' + below(8)))); break;
        case Kind::Choice: writer.unsignedInteger(below(type.options.size())); break;
        case Kind::Optional:
            if (below(2))
                write(writer, *type.element);
            else
                writer.null();
            break;
        case Kind::Figures:
            writer.map(1);
            writer.text("words");
            writer.integer(static_cast<std::int64_t>(below(100)));
            break;
        case Kind::List: {
            const std::uint64_t count = below(3);
            writer.array(count);
            for (std::uint64_t i = 0; i < count; ++i)
                write(writer, *type.element);
            break;
        }
        case Kind::Structure:
            writer.array(type.fields.size());
            for (const kernel::FieldInfo &field : type.fields)
                write(writer, *field.type);
            break;
        default: writer.text("word " + std::to_string(below(20)));
        }
    }

    std::string m_folder;
    loop::Random m_chance;
    std::unique_ptr<store::Store> m_store;
    std::vector<std::uint64_t> m_things;
    std::size_t m_next = 0;
    kernel::Time m_now{1'700'000'000'000'000};
};
