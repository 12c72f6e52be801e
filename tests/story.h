// A story: given what was, when something is asked, then facts or a refusal. It drives one organism in
// virtual time over a store in memory, and at its end holds it to what must always be true: facts
// survive the codec (Qt's CBOR reader is the referee), a replay and a restored snapshot give the same
// state, deciding twice gives the same. Thread contract: one test, one thread.
#pragma once

#ifndef Q_MOC_RUN  // moc does not read concepts
#    include "loop/core.h"
#    include "loop/gate.h"
#    include "lungs/deadletter.h"
#    include "organism.h"
#    include "referee.h"
#    include "store/memorystore.h"

#    include <QFile>
#    include <QRegularExpression>
#    include <QTest>

#    include <set>

class Story {
public:
    using Names = std::vector<std::string>;
    struct Told {
        std::string name;
        std::uint16_t kind = 0;
        kernel::Time at;
        std::shared_ptr<const void> fact;
    };

    Story() : m_disk(std::make_shared<store::MemoryStore::Disk>()), m_store(m_disk)
    {
        open(m_disk);
    }
    ~Story()
    {
        if (!m_isFinished)
            finish();
    }
    Story(const Story &) = delete;
    Story &operator=(const Story &) = delete;

    static kernel::Envelope hand() { return from(kernel::Origin::Hand); }
    static kernel::Envelope from(kernel::Origin origin)
    {
        kernel::Envelope envelope;
        envelope.origin = origin;
        if (origin != kernel::Origin::Local && origin != kernel::Origin::Control)
            envelope.actor = "system";
        return envelope;
    }

    // Time moves only here; timers that come due on the way are asked at their moment.
    void pass(kernel::Duration duration)
    {
        const kernel::Time until = now + duration;
        for (int turns = 0;; ++turns) {
            const kernel::Time due = m_core->nextDue();
            if (!due.us || due > until)
                break;
            now = std::max(now, due);
            if (!check(turns < 1'000'000, "a timer is due again and again"))
                break;
            for (kernel::Ask &ask : m_core->dueAsks(now))
                run(ask);
        }
        now = until;
    }

    void restart()
    {
        open(m_disk);
        for (kernel::Ask &ask : m_core->bootAsks())
            run(ask);
    }

    // Asks, commits and lets reactions follow; what became of it is not judged.
    kernel::Answer ask(kernel::Ask &ask) { return run(ask); }

    template<class C>
    kernel::Answer given(C command, kernel::Envelope envelope = {})
    {
        kernel::Ask ask = kernel::makeAsk(std::move(command), own<C>(std::move(envelope)));
        kernel::Answer answer = run(ask);
        check(answer.isDone, "given was refused: " + answer.refusal.code);
        return answer;
    }
    // A fact that is simply there, as a page read from the journal.
    void givenFact(const std::string &bytes)
    {
        m_core->beginPage(now);
        store::PageHead head;
        head.seq = m_core->pages() + 1;
        head.previous = m_core->tip();
        head.firstFact = m_core->facts() + 1;
        head.time = now;
        head.nextId = 1'000'000 + head.seq;
        head.reacted = head.firstFact + 1;
        store::PageBuilder page;
        page.begin(head);
        page.factBytes() += bytes;
        page.endFact();
        store::PageCommand command;
        command.actor = "owner";
        command.facts = 1;
        page.addCommand(command);
        store::PageRecord record;
        record.seq = head.seq;
        record.firstFact = head.firstFact;
        record.facts = 1;
        record.bytes = page.seal(record.hash);
        check(m_store.commit({&record, {}, {}, {}, {}}).empty(), "commit failed");
        check(m_core->apply(record).empty(), "the page was not taken");
    }

    template<class C>
    Story &when(C command, kernel::Envelope envelope = {})
    {
        m_before = m_core->hasReactions() ? std::vector<store::Snapshot>{} : m_core->snapshots();
        m_prefix = std::make_shared<store::MemoryStore::Disk>(*m_disk);
        told.clear();
        followed.clear();
        kernel::Ask ask = kernel::makeAsk(std::move(command), own<C>(std::move(envelope)));
        m_asked = ask;
        m_askedAt = now;
        m_doorBefore = m_core->door();
        answer = run(ask);
        return *this;
    }
    Story &thenFacts(const Names &names)
    {
        check(answer.isDone, "refused: " + answer.refusal.code);
        check(namesOf(told) == names,
              "told " + joined(namesOf(told)) + ", expected " + joined(names));
        return *this;
    }
    Story &thenFollows(const Names &names)
    {
        check(namesOf(followed) == names,
              "then told " + joined(namesOf(followed)) + ", expected " + joined(names));
        return *this;
    }
    Story &thenRefused(const std::string &code)
    {
        check(!answer.isDone, "done, expected the refusal " + code);
        check(answer.isDone || answer.refusal.code == code,
              "refused with " + answer.refusal.code + ", expected " + code);
        check(told.empty() && followed.empty(), "a refusal told facts");
        if (!answer.isDone)
            refused().insert(answer.refusal.code);
        return *this;
    }
    // The n-th fact of this type told by the last command or its reactions.
    template<class F>
    const F &fact(std::size_t nth = 0) const
    {
        constexpr std::uint16_t kind = kernel::factKind<kernel::SystemOf<F>, F>();
        for (const auto *list : {&told, &followed})
            for (const Told &one : *list)
                if (one.kind == kind && nth-- == 0)
                    return *static_cast<const F *>(one.fact.get());
        check(false, "no such fact was told");
        static const F none{};
        return none;
    }
    template<class S>
    const typename S::State &state() const
    {
        return m_core->stateOf<S>();
    }
    loop::Core &core() { return *m_core; }
    store::MemoryStore &store() { return m_store; }

    // Every refusal code, and every command done, that any story has seen.
    static std::set<std::string> &refused()
    {
        static std::set<std::string> codes;
        return codes;
    }
    static std::set<std::string> &done()
    {
        static std::set<std::string> names;
        return names;
    }
    // Refusal codes written in a source file, and commands of its system, that no story has seen yet.
    static QStringList untold(const kernel::SystemInfo &system, const QString &file)
    {
        QFile source(QStringLiteral(DREAM_SOURCE_DIR "/engine/") + file);
        check(source.open(QIODevice::ReadOnly), "cannot read " + file.toStdString());
        static const QRegularExpression code(
            QStringLiteral("refuse\\([^;]*?\"([a-z]+\\.[a-zA-Z]+)\""));
        QStringList missing;
        for (auto found = code.globalMatch(QString::fromUtf8(source.readAll())); found.hasNext();)
            if (const QString one = found.next().captured(1);
                !refused().contains(one.toStdString()))
                missing << one;
        for (const kernel::CommandInfo &command : system.commands)
            if (!done().contains(command.name))
                missing << QString::fromStdString(command.name);
        missing.removeDuplicates();
        return missing;
    }

    static bool check(bool isTrue, const std::string &words)
    {
        return QTest::qVerify(isTrue, "story", words.c_str(), __FILE__, __LINE__);
    }

    void finish()
    {
        m_isFinished = true;
        checkFacts();
        const std::unique_ptr<loop::Core> replayed = rebuilt(*m_disk, false);
        compare(*m_core, *replayed, "a replay");
        if (m_asked)
            checkTwice();
        checkSnapshots();
    }

    kernel::Answer answer;
    std::vector<Told> told, followed;
    kernel::Time now{1'700'000'000'000'000};

private:
    template<class C>
    static kernel::Envelope own(kernel::Envelope envelope)
    {
        const kernel::CommandInfo *info = nullptr;
        for (const kernel::SystemInfo *system : organism::systems())
            if (system->number == kernel::SystemOf<C>::number)
                info = &system->commands[kernel::commandKind<kernel::SystemOf<C>, C>() & 0xff];
        // Internal commands come from a hand unless the story says otherwise.
        const bool isPlain = envelope.origin == kernel::Origin::Local && envelope.actor == "owner";
        if (info && info->isInternal && isPlain) {
            envelope.origin = kernel::Origin::Hand;
            envelope.actor = "system";
        }
        return envelope;
    }

    std::unique_ptr<loop::Core> make() const
    {
        auto core = std::make_unique<loop::Core>(organism::systems(), loop::Random::fromSeed(7),
                                                 loop::gate);
        core->setOrigin(0xabcdef);
        core->setOverflow(deadletter::park);
        return core;
    }
    void open(const std::shared_ptr<store::MemoryStore::Disk> &)
    {
        m_core = make();
        const std::string failed = m_core->load(m_store, false);
        check(failed.empty(), failed);
        for (const kernel::SystemInfo *system : organism::systems())
            for (const kernel::FactInfo &fact : system->facts)
                m_core->subscribe(fact.kind);
    }
    std::unique_ptr<loop::Core> rebuilt(const store::MemoryStore::Disk &disk,
                                        bool useSnapshots) const
    {
        store::MemoryStore store(std::make_shared<store::MemoryStore::Disk>(disk));
        std::unique_ptr<loop::Core> core = make();
        const std::string failed = core->load(store, useSnapshots);
        check(failed.empty(), failed);
        return core;
    }
    kernel::Answer run(kernel::Ask &ask)
    {
        m_core->beginPage(now);
        kernel::Answer answer = m_core->ask(ask);
        if (answer.isDone)
            done().insert(m_core->command(ask.kind)->name);
        commit(told);
        for (int pages = 0; m_core->hasReactions(); ++pages) {
            if (!check(pages < 10'000, "reactions never end"))
                break;
            m_core->beginPage(now);
            while (m_core->hasReactions() && !m_core->isFull())
                m_core->askReaction();
            commit(followed);
        }
        return answer;
    }
    void commit(std::vector<Told> &into)
    {
        if (m_core->isEmpty())
            return;
        loop::Sealed sealed = m_core->seal();
        store::Commit commit;
        commit.page = &sealed.page;
        commit.keys = std::move(sealed.keys);
        commit.blobs = std::move(sealed.blobs);
        commit.erasedThings = sealed.erasedThings;
        check(m_store.commit(commit).empty(), "commit failed");
        for (kernel::Told &one : sealed.told)
            into.push_back({m_core->fact(one.kind)->name, one.kind, one.at, std::move(one.fact)});
    }

    static Names namesOf(const std::vector<Told> &facts)
    {
        Names names;
        for (const Told &one : facts)
            names.push_back(one.name);
        return names;
    }
    static std::string joined(const Names &names)
    {
        std::string words = "[";
        for (const std::string &name : names)
            words += (words.size() > 1 ? " " : "") + name;
        return words + "]";
    }

    void checkFacts()
    {
        for (const auto &[seq, record] : m_disk->pages) {
            const auto page = store::readPage(record.bytes);
            if (!check(page && store::pageHash(*page) == record.hash, "a page does not read back"))
                return;
            for (const store::PageCommand &command : page->commands)
                if (const kernel::CommandInfo *info = m_core->command(command.kind))
                    done().insert(info->name);
            for (std::string_view bytes : page->facts) {
                check(referee::reads(std::string(bytes)), "Qt does not read a fact");
                kernel::CborReader reader(bytes);
                reader.array();
                const auto kind = static_cast<std::uint16_t>(reader.unsignedInteger());
                const kernel::FactInfo *info = m_core->fact(kind);
                if (!info || m_core->isReadOnly(kind >> 8))
                    continue;
                const auto fact = info->decode(bytes, &m_core->keys());
                if (!check(fact != nullptr, info->name + " does not decode"))
                    continue;
                const std::string once = referee::plain(*info, fact.get());
                const auto again = info->decode(once, nullptr);
                check(again && referee::plain(*info, again.get()) == once,
                      info->name + " changes in the codec");
            }
        }
    }

    static void compare(const loop::Core &a, const loop::Core &b, const std::string &what)
    {
        check(a.tip() == b.tip() && a.facts() == b.facts(), what + " ends elsewhere");
        for (const kernel::SystemInfo *system : a.systems()) {
            std::string left, right;
            system->encodeState(a.state(system->number), left, nullptr);
            system->encodeState(b.state(system->number), right, nullptr);
            check(left == right, what + " gives another state of " + std::string(system->stem));
            check(system->equal(a.state(system->number), b.state(system->number)),
                  what + " gives another derived state of " + std::string(system->stem));
        }
    }

    // The last command, asked of two equal organisms, gives the same page.
    void checkTwice()
    {
        std::string first;
        for (int time = 0; time < 2; ++time) {
            const std::unique_ptr<loop::Core> core = rebuilt(*m_prefix, false);
            core->door() = m_doorBefore;
            core->beginPage(m_askedAt);
            kernel::Ask ask = *m_asked;
            ask.envelope.seed = ask.envelope.trace = 42;
            const kernel::Answer given = core->ask(ask);
            check(given.isDone == answer.isDone && given.refusal == answer.refusal
                      && given.ids == answer.ids,
                  "decided differently the second time");
            const std::string bytes = core->seal().page.bytes;
            check(time == 0 || bytes == first, "the second page differs");
            first = bytes;
        }
    }

    // Snapshots of the end, and of before the last command; pages a snapshot covers are taken away.
    void checkSnapshots()
    {
        const std::vector<store::Snapshot> atEnd = m_core->snapshots();
        for (const auto *set :
             std::initializer_list<const std::vector<store::Snapshot> *>{&atEnd, &m_before}) {
            if (set->empty() || set->front().page == 0)
                continue;
            store::MemoryStore::Disk disk = *m_disk;
            disk.pages.erase(disk.pages.begin(), disk.pages.lower_bound(set->front().page));
            for (const store::Snapshot &snapshot : *set)
                disk.snapshots[snapshot.system] = snapshot;
            compare(*m_core, *rebuilt(disk, true), "a snapshot");
        }
    }

    std::shared_ptr<store::MemoryStore::Disk> m_disk, m_prefix;
    mutable store::MemoryStore m_store;
    std::unique_ptr<loop::Core> m_core;
    std::optional<kernel::Ask> m_asked;
    kernel::Time m_askedAt;
    loop::Door m_doorBefore;  // who was present, and how often they had asked
    std::vector<store::Snapshot> m_before;
    bool m_isFinished = false;
};
#endif
