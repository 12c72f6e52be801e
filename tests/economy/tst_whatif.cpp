// What-if: the projection pays as the organism pays, draws what Poisson says, and cannot be asked too much.
#include "purse.h"

#ifndef Q_MOC_RUN
#    include "economy/whatif.h"
#endif

#include <cmath>

using namespace purse;
namespace engine = economicengine;

class TestWhatIf : public QObject {
    Q_OBJECT

private slots:
    void asItHappened_data();
    void asItHappened();
    void spread();
    void sameAnswer();
    void runsDry();
    void refusals();
};

static engine::Question standing(Story &story)
{
    return engine::standing(story.state<engine::EconomicEngine>(), story.state<Tokens>(),
                            story.state<rewards::Rewards>(), story.now);
}

static Amount leftIn(Story &story, Token token)
{
    return account(story.state<Tokens>(), tokens::house, tokens::treasury, token)->balance;
}

void TestWhatIf::asItHappened_data()
{
    QTest::addColumn<int>("receipts");
    QTest::addColumn<int>("cap");
    QTest::addColumn<int>("rule");
    QTest::newRow("below every limit") << 6 << 200 << 1;
    QTest::newRow("at the cap of the day") << 40 << 25 << 2;
    QTest::newRow("at the emission of the day") << 3 << 5'000 << 900;
}

// The same days lived by the organism itself leave the same treasury, to the last unit.
void TestWhatIf::asItHappened()
{
    QFETCH(int, receipts);
    QFETCH(int, cap);
    QFETCH(int, rule);
    Story story;
    story.given(engine::OpenTreasury{});
    story.given(rewards::SetLimits{amount(cap), amount(300)});
    story.given(engine::SetRule{"", amount(rule), amount(3)});
    engine::Question question = standing(story);
    question.isEven = true;
    question.receipts = static_cast<std::uint32_t>(receipts);
    question.days = 16;  // two weeks of a streak, and more
    const auto days = engine::project(question);
    QCOMPARE(days.size(), std::size_t(16));
    std::uint64_t receipt = 1;
    for (const engine::ProjectedDay &day : days) {
        story.pass(seconds(86'400));
        for (int i = 0; i < receipts; ++i)
            story.given(engine::Settle{receipt++, "lucid", "score-clarity", seconds(1), {}});
        story.given(rewards::Claim{});
        QVERIFY(leftIn(story, Token::Dream) == day.dreamLeft.middle);
        QVERIFY(leftIn(story, Token::Sheep) == day.sheepLeft.low);
        QVERIFY(day.dreamLeft.low == day.dreamLeft.high);
        QCOMPARE(rewards::dayOf(story.now), day.day);
    }
}

// Without caps what is paid in a day is a Poisson number of receipts: its median, and the band that holds
// nine of ten, beside the distribution's own quantiles.
void TestWhatIf::spread()
{
    Story story;
    story.given(engine::OpenTreasury{});
    engine::Question question = standing(story);
    question.limits = {amount(100'000), amount(100'000)};
    question.sheepTokens = amount(1);
    question.receipts = 100;
    question.days = 60;
    question.runs = 400;
    double low = 0, middle = 0, high = 0;
    for (const engine::ProjectedDay &day : engine::project(question)) {
        // the bonus of the day is the same in all runs: a day without a receipt has chance e^-100
        const auto streak = std::uint32_t(day.day - question.day);
        Int128 bonus = rewards::grown(rewards::dailySheep, streak).units;
        if (streak % rewards::streakCounted == 0)
            bonus += rewards::weeklySheep.units;
        low += double(day.sheepPaid.low.units - bonus) / double(tokens::unit);
        middle += double(day.sheepPaid.middle.units - bonus) / double(tokens::unit);
        high += double(day.sheepPaid.high.units - bonus) / double(tokens::unit);
    }
    // quantiles of Poisson(100): 84, 100, 117 (scipy.stats.poisson.ppf)
    QVERIFY2(std::abs(low / 60 - 84) < 1, qPrintable(QString::number(low / 60)));
    QVERIFY2(std::abs(middle / 60 - 100) < 1, qPrintable(QString::number(middle / 60)));
    QVERIFY2(std::abs(high / 60 - 117) < 1, qPrintable(QString::number(high / 60)));
}

void TestWhatIf::sameAnswer()
{
    Story story;
    story.given(engine::OpenTreasury{});
    engine::Question question = standing(story);
    const auto sums = [&] {
        Int128 sum = 0;
        for (const engine::ProjectedDay &day : engine::project(question))
            sum += day.dreamPaid.low.units + 3 * day.sheepPaid.high.units;
        return sum;
    };
    const Int128 first = sums();
    QVERIFY(first == sums());
    question.seed = 7;
    QVERIFY(first != sums());
}

void TestWhatIf::runsDry()
{
    Story story;
    story.given(engine::OpenTreasury{});
    engine::Question question = standing(story);
    question.treasuryDream = amount(100);
    question.people = 10;
    const auto days = engine::project(question);
    QVERIFY(days.front().dreamPaid.low == amount(100));
    QVERIFY(days.back().dreamLeft.high == Amount{} && days.back().dreamPaid.high == Amount{});
    QVERIFY(days.back().sheepPaid.middle.units > 0);
}

void TestWhatIf::refusals()
{
    const auto refused = [](const std::function<void(engine::Question &)> &change) {
        engine::Question question;
        change(question);
        const Outcome may = engine::mayProject(question);
        return may ? std::string() : may.refusal().code;
    };
    QCOMPARE(refused([](auto &) {}), std::string());
    QCOMPARE(refused([](auto &q) { q.people = 1'001; }), std::string("economicengine.outOfRange"));
    QCOMPARE(refused([](auto &q) { q.days = 0; }), std::string("economicengine.outOfRange"));
    QCOMPARE(refused([](auto &q) { q.dreamTokens = {-1}; }),
             std::string("economicengine.outOfRange"));
    QCOMPARE(refused([](auto &q) { q.sheepTokens = {Int128{1} << 126}; }),
             std::string("economicengine.outOfRange"));
    QCOMPARE(refused([](auto &q) { q.people = 1'000, q.days = 3'650; }),
             std::string("economicengine.tooMuch"));
    std::stop_source stop;
    stop.request_stop();
    QVERIFY(engine::project({}, stop.get_token()).empty());
}

QTEST_APPLESS_MAIN(TestWhatIf)
#include "tst_whatif.moc"
