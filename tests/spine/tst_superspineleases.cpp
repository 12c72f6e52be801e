// Late, paused and dead workers by the hundred thousand, in virtual time: no effect twice, every task
// offered again within a second of its lease's end.
#include "cast.h"

using namespace superspine;

class TestSuperSpineLeases : public QObject {
    Q_OBJECT

private slots:
    void hundredThousandAttempts();
};

namespace {

// What a worker does with its lease.
enum class Fate { Works, Late, Dies, Faults, Pauses, Doubles };

struct Worker {
    Task task;
    Fate fate = Fate::Works;
    Time wakes;
};

struct Play {
    Story story;
    std::uint64_t seed = 2026;
    std::vector<Worker> workers;
    std::map<std::uint64_t, int> effects;
    std::set<std::pair<std::uint64_t, std::uint32_t>> seen;
    std::map<std::uint64_t, Time> expired;
    std::uint64_t attempts = 0, doubled = 0, lateTaken = 0, refused = 0;
    std::int64_t worstOfferUs = 0;

    std::uint64_t random(std::uint64_t below)
    {
        std::uint64_t z = seed += 0x9E3779B97F4A7C15ull;
        z = (z ^ z >> 30) * 0xBF58476D1CE4E5B9ull;
        z = (z ^ z >> 27) * 0x94D049BB133111EBull;
        return (z ^ z >> 31) % below;
    }

    // Everything newly leased gets a worker with a fate.
    void hire()
    {
        for (const Task &task : cast::leased(story)) {
            if (!seen.insert({task.id.value, task.attempt}).second)
                continue;
            ++attempts;
            static constexpr Fate fates[] = {Fate::Works, Fate::Works, Fate::Works, Fate::Late,
                                             Fate::Dies,  Fate::Faults, Fate::Pauses, Fate::Doubles};
            const Fate fate = fates[random(std::size(fates))];
            Duration takes = milliseconds(static_cast<std::int64_t>(random(25'000)));
            if (fate == Fate::Late)
                takes = milliseconds(30'000 + static_cast<std::int64_t>(random(90'000)));
            if (fate == Fate::Pauses)
                takes = milliseconds(29'000 + static_cast<std::int64_t>(random(2000)));
            if (fate != Fate::Dies)
                workers.push_back({task, fate, story.now + takes});
        }
    }

    bool tell(const Worker &worker)
    {
        Complete c = cast::report(worker.task, worker.fate == Fate::Faults ? Result::Faulted : Result::Done);
        c.attempt = worker.task.attempt;
        kernel::Ask ask = makeAsk(c, Story::hand());
        const Answer answer = story.ask(ask);
        if (!answer.isDone) {
            ++refused;
            Story::check(answer.refusal.code == "superspine.lateAttempt", answer.refusal.code);
            return false;
        }
        if (c.result == Result::Done)
            ++effects[worker.task.id.value];
        return true;
    }

    void step()
    {
        story.pass(milliseconds(static_cast<std::int64_t>(random(800))));
        hire();
        for (std::size_t i = 0; i < workers.size();) {
            if (workers[i].wakes > story.now) {
                ++i;
                continue;
            }
            const Worker worker = workers[i];
            workers.erase(workers.begin() + static_cast<std::ptrdiff_t>(i));
            const Time leasedAt = worker.wakes;
            const bool isTaken = tell(worker);
            if (isTaken && worker.fate == Fate::Late && leasedAt > worker.task.leasedUntil)
                ++lateTaken;
            if (worker.fate == Fate::Doubles && tell(worker))
                ++doubled;
        }
        hire();
        watchOffers();
    }

    // From a lease's end to the next lease of the task, as told in facts.
    void watchOffers()
    {
        for (const Story::Told &one : story.told) {
            if (one.kind == factKind<SuperSpine, Expired>())
                expired[static_cast<const Expired *>(one.fact.get())->task.value] = one.at;
            if (one.kind == factKind<SuperSpine, Leased>()) {
                const auto was = expired.find(static_cast<const Leased *>(one.fact.get())->task.value);
                if (was == expired.end())
                    continue;
                worstOfferUs = std::max(worstOfferUs, (one.at - was->second).us);
                expired.erase(was);
            }
            if (one.kind == factKind<SuperSpine, Abandoned>())
                expired.erase(static_cast<const Abandoned *>(one.fact.get())->task.value);
        }
        story.told.clear();
        story.followed.clear();
    }
};

}  // namespace

void TestSuperSpineLeases::hundredThousandAttempts()
{
    Play play;
    cast::hireReader(play.story);
    play.story.given(Configure{64, {}, {}, milliseconds(500)});
    std::uint64_t submitted = 0;
    Submit submit;
    submit.capability = "score-clarity";
    submit.agent = "lucid";
    while (play.attempts < 100'000) {
        while (cast::spine(play.story).tasks.size() < 60) {
            play.story.given(submit);
            ++submitted;
        }
        play.step();
    }
    std::uint64_t twice = 0;
    for (const auto &[task, times] : play.effects)
        twice += times > 1;
    qInfo("%llu tasks, %llu attempts, %llu late reports refused, worst re-offer %lld us",
          static_cast<unsigned long long>(submitted), static_cast<unsigned long long>(play.attempts),
          static_cast<unsigned long long>(play.refused), static_cast<long long>(play.worstOfferUs));
    QCOMPARE(twice, std::uint64_t(0));
    QCOMPARE(play.doubled, std::uint64_t(0));
    QCOMPARE(play.lateTaken, std::uint64_t(0));
    QVERIFY(play.refused > 10'000);
    QVERIFY(play.expired.size() < 64);
    QVERIFY2(play.worstOfferUs <= 1'000'000, qPrintable(QString::number(play.worstOfferUs)));
}

QTEST_APPLESS_MAIN(TestSuperSpineLeases)
#include "tst_superspineleases.moc"
