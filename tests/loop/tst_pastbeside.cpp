// The past beside a running engine: what is erased is gone from what was kept and from what is held,
// also when it comes in the middle of keeping, and nothing that looks back can change a byte.
#ifndef Q_MOC_RUN
#    include "loop/past.h"
#endif

#include "pastprofile.h"

#include <QDir>
#include <QTemporaryDir>
#include <QTest>

#include <future>
#include <thread>
#include <type_traits>

using namespace kernel;
using loop::Core;
using loop::Goal;
using loop::Replica;

// Nobody outside reaches the Core but to read it.
static_assert(std::is_same_v<decltype(std::declval<Replica &>().core()), const Core &>);
template<class C>
constexpr bool canAsk = requires(C &core, Ask &ask)
{
    core.ask(ask);
};
static_assert(canAsk<Core> && !canAsk<const Core>);

class TestPastBeside : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() { PastProfile(folder(), 7).make(600); }
    void eraseDropsWhatWasKept();
    void nothingCanBeChanged();

private:
    std::string folder() const { return m_home.path().toStdString() + "/profile"; }
    std::unique_ptr<Replica> replica()
    {
        std::string error;
        std::unique_ptr<Replica> made = Replica::open(folder(), error);
        if (!made)
            qFatal("%s", error.c_str());
        return made;
    }

    QTemporaryDir m_home;
};

static bool always(std::uint64_t)
{
    return true;
}

void TestPastBeside::eraseDropsWhatWasKept()
{
    const std::string other = m_home.path().toStdString() + "/erasing";
    const std::vector<std::uint64_t> made = PastProfile(other, 5).dream(150);
    std::string error;
    loop::Options options;
    options.folder = other;
    const auto engine = loop::Engine::open(options, error);
    QVERIFY2(engine, error.c_str());
    engine->start();
    std::atomic<int> erased = 0;
    loop::Past past(*engine, true, [&] { ++erased; });
    past.setRule({100, 50, 64, 1 << 20});
    QVERIFY(past.waitUntilKept(std::chrono::seconds(60)));
    const std::vector<store::KeptSnapshot> kept = store::keptSnapshots(other);
    QVERIFY2(kept.size() > 2, qPrintable(QString::number(kept.size())));
    // Some bytes that only kept snapshots hold.
    std::vector<QByteArray> marks;
    const QDir keptFolder(QString::fromStdString(other) + QStringLiteral("/past"));
    for (const QFileInfo &file : keptFolder.entryInfoList(QDir::Files)) {
        QFile bytes(file.filePath());
        QVERIFY(bytes.open(QIODevice::ReadOnly) && bytes.size() > 400);
        marks.push_back(bytes.readAll().mid(200, 64));
    }
    QVERIFY(marks.size() > 1);
    const QByteArray before = bytesOfProfile(other);
    for (const QByteArray &mark : marks)
        QVERIFY(before.contains(mark));

    const auto titleOf = [&](std::uint64_t dream) {
        std::promise<std::string> title;
        past.show({Goal::Fact, 1'000'000}, {}, [&](const loop::Past::Shown &, const Replica *seen) {
            const auto *row =
                seen ? seen->core().stateOf<dreams::Dreams>().dreams.find(dream) : nullptr;
            title.set_value(row ? row->title.value : "");
        });
        return title.get_future().get();
    };
    QVERIFY(!titleOf(made[3]).empty());
    Envelope envelope;
    envelope.origin = Origin::Control;
    QVERIFY(engine->ask(dreams::Erase{{made[3]}}, envelope).isDone);
    QVERIFY(erased == 1);
    const QByteArray after = bytesOfProfile(other);
    for (const QByteArray &mark : marks)
        QVERIFY(!after.contains(mark));
    // Also not in what is held, nor at a moment before the erase.
    std::promise<std::string> title;
    past.show({Goal::Fact, std::int64_t(kept.back().fact)}, {},
              [&](const loop::Past::Shown &, const Replica *seen) {
                  const auto *row =
                      seen ? seen->core().stateOf<dreams::Dreams>().dreams.find(made[3]) : nullptr;
                  title.set_value(row ? row->title.value : "no row");
              });
    const std::string then = title.get_future().get();
    QVERIFY2(then.empty() || then == "no row", then.c_str());
    // It begins anew, and what it keeps now does not hold the erased words' seal.
    QVERIFY(past.waitUntilKept(std::chrono::seconds(60)));
    QVERIFY(store::keptSnapshots(other).size() > 2);
    // Erasing in the middle of keeping leaves nothing of before either.
    for (std::size_t i = 4; i < 20; ++i) {
        std::thread keeping([&] { past.waitUntilKept(std::chrono::seconds(5)); });
        QVERIFY(engine->ask(dreams::Erase{{made[i]}}, envelope).isDone);
        keeping.join();
        for (const store::KeptSnapshot &one : store::keptSnapshots(other))
            for (const store::Snapshot &part : store::readKept(other, one))
                QVERIFY(part.page <= engine->pulse().pages);
    }
}

void TestPastBeside::nothingCanBeChanged()
{
    store::dropAllKept(folder());
    const QByteArray before = bytesOfProfile(folder());
    {
        std::string error;
        loop::Options options;
        options.folder = folder();
        options.isReadOnly = true;
        const auto engine = loop::Engine::open(options, error);
        QVERIFY2(engine, error.c_str());
        loop::Past past(*engine, false);
        past.setRule({1, 1, 64, 1 << 20});
        std::promise<void> done;
        past.show({Goal::Page, 100}, {}, [](const loop::Past::Shown &, const Replica *) {});
        past.compare({Goal::Page, 50}, {Goal::Page, 500}, 10, {},
                     [](const loop::Past::Compared &) {});
        past.measure({}, 100, [&](const loop::Past::Span &) { done.set_value(); });
        done.get_future().wait();
        // Not even by a Core in hand: whatever is asked is refused.
        QVERIFY(!past.waitUntilKept(std::chrono::milliseconds(200)));
        QVERIFY(store::keptSnapshots(folder()).empty());
    }
    QVERIFY(bytesOfProfile(folder()) == before);
    const auto reader = store::openSqlite(folder(), true).store;
    store::Commit commit;
    commit.keys.push_back({99, std::string(32, 'k')});
    QVERIFY(!reader->commit(commit).empty());
    QVERIFY(!reader->putSnapshots({{"dreams", 1, 1, "x"}}).empty());
    QVERIFY(!reader->putMeta("a", "b").empty());
    QVERIFY(bytesOfProfile(folder()) == before);
    // The organism of the past refuses, should somebody get hold of it.
    const auto past = replica();
    QVERIFY(past->show(past->find({Goal::Page, 100}), always).empty());
    Core &core = const_cast<Core &>(past->core());
    core.beginPage({1});
    for (const SystemInfo *system : organism::systems()) {
        for (const CommandInfo &command : system->commands) {
            Ask ask{command.kind, std::shared_ptr<const void>(), {}};
            const Answer answer = core.ask(ask);
            QVERIFY(!answer.isDone);
            QCOMPARE(answer.refusal.code, std::string("profile.readOnly"));
        }
    }
    QVERIFY(bytesOfProfile(folder()) == before);
}

QTEST_GUILESS_MAIN(TestPastBeside)
#include "tst_pastbeside.moc"
