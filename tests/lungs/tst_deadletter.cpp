// Dead Letter: what failed is kept with its payload, tried again as the same thing, and let go.
#include "cast.h"

using namespace deadletter;

class TestDeadLetter : public QObject {
    Q_OBJECT

private slots:
    void givenUpTaskIsListedAndRetried();
    void payloadIsWhatWasAsked();
    void workDoneClosesTheLetter();
    void erasedDreamTakesItsLetters();
    void sameFailureIsFolded();
    void poisonIsIsolated();
    void dreamsAreNotEachOthersPoison();
    void largePayloadIsNotKept();
    void triesHaveALimit();
    void retryLostWithItsProcess();
    void closedLettersFade();
    void noRoomIsCounted();
    void discardErases();
    void ownCommandsAreNotParked();
    void refusals();
    void cleanupTestCase();
};

static const Memory &box(Story &story)
{
    return story.state<DeadLetter>();
}

static Park failure(const std::string &what, const std::string &code, const std::string &hex = "8101")
{
    Park park;
    park.what = what;
    park.code = code;
    park.kind = 0x0300;
    park.payload = hex;
    return park;
}

static Id<Letter> only(Story &story)
{
    QTest::qCompare(box(story).letters.size(), std::size_t(1), "letters", "1", __FILE__, __LINE__);
    return box(story).letters.rows().begin()->second.id;
}

// A hand's part: reads the payload as it is stored, asks it under the letter's key, reports.
static Answer reask(Story &story)
{
    const RetryAsked asked = story.fact<RetryAsked>();
    const auto blob = story.store().blob(asked.letter.value, asked.payload);
    const auto bytes = story.core().keys().open(asked.letter.value, blob->bytes);
    bool isGood = false;
    kernel::Ask ask{asked.kind, story.core().command(asked.kind)->decode(*bytes, isGood), {}};
    Story::check(isGood, "the payload does not decode");
    ask.envelope.actor = asked.sender.actor;
    ask.envelope.origin = static_cast<Origin>(asked.sender.origin);
    ask.envelope.key = {asked.sender.keyHigh, asked.sender.keyLow};
    const Answer answer = story.ask(ask);
    story.given(Report{asked.letter, answer.isDone, answer.refusal.code});
    return answer;
}

static Id<dreams::Dream> failedDream(Story &story)
{
    cast::hireReader(story);
    const Id<dreams::Dream> dream = cast::dream(story, "one");
    story.given(cast::report(cast::leased(story).at(0), superspine::Result::Refused));
    return dream;
}

// The consequence: the same failure with its letter retried, and left.
void TestDeadLetter::givenUpTaskIsListedAndRetried()
{
    for (const bool isRetried : {false, true}) {
        Story story;
        const Id<dreams::Dream> dream = failedDream(story);
        const Letter letter = *box(story).letters.find(only(story));
        QVERIFY(letter.reason == Reason::Abandoned && letter.dream == dream);
        QCOMPARE(letter.what, std::string("superspine.open"));
        if (isRetried) {
            story.when(Retry{letter.id}).thenFacts({"deadletter.retryAsked"});
            story.when(Retry{letter.id}).thenRefused("deadletter.retrying");
            story.given(Report{letter.id, false, "superspine.noAgent"});
            QVERIFY(box(story).letters.find(letter.id)->standing == Standing::Quarantined);
            QCOMPARE(box(story).letters.find(letter.id)->code, std::string("superspine.noAgent"));
            story.when(Retry{letter.id});
            QVERIFY(reask(story).isDone);
            QVERIFY(box(story).letters.find(letter.id)->standing == Standing::Resolved);
            QCOMPARE(box(story).letters.find(letter.id)->tries, 2u);
        }
        QCOMPARE(cast::workAll(story), isRetried ? 1 : 0);
        QVERIFY(story.state<dreams::Dreams>().dreams.find(dream)->state
                == (isRetried ? dreams::State::Understood : dreams::State::Failed));
    }
}

// A retry has a key, so that asking it twice is one effect.
void TestDeadLetter::payloadIsWhatWasAsked()
{
    Story story;
    superspine::Submit submit;
    submit.capability = "score-clarity";
    Ask ask = makeAsk(submit, Story::from(Origin::Reaction));
    Ask parked = park(*story.core().command("superspine.submit"), ask, {"superspine.noAgent", {{"a", "b"}}});
    QVERIFY(story.ask(parked).isDone);
    const Id<Letter> id = only(story);
    QCOMPARE(box(story).letters.find(id)->details.at(0).value.value, std::string("b"));
    cast::hireReader(story);
    story.when(Retry{id});
    const Answer first = reask(story);
    QVERIFY(first.isDone && !first.isRepeated);
    QCOMPARE(cast::leased(story).size(), std::size_t(1));
    const RetryAsked asked = story.fact<RetryAsked>();
    Ask again = makeAsk(submit, Story::from(Origin::Reaction));
    again.envelope.key = {asked.sender.keyHigh, asked.sender.keyLow};
    QVERIFY(story.ask(again).isRepeated);
    QCOMPARE(cast::leased(story).size(), std::size_t(1));
}

void TestDeadLetter::workDoneClosesTheLetter()
{
    Story story;
    const Id<dreams::Dream> dream = failedDream(story);
    superspine::Open open;
    open.dream = dream;
    story.given(open);
    cast::workAll(story);
    QVERIFY(box(story).letters.find(only(story))->standing == Standing::Resolved);
}

void TestDeadLetter::erasedDreamTakesItsLetters()
{
    Story story;
    const Id<dreams::Dream> dream = failedDream(story);
    const Id<Letter> id = only(story);
    QVERIFY(story.core().keys().has(id.value));
    story.given(dreams::Erase{dream});
    QVERIFY(box(story).letters.find(id)->standing == Standing::Discarded);
    QVERIFY(!story.core().keys().has(id.value));
}

void TestDeadLetter::sameFailureIsFolded()
{
    Story story;
    story.when(failure("a.b", "c.d")).thenFacts({"deadletter.parked"});
    for (int i = 0; i < 3; ++i)
        story.when(failure("a.b", "c.d")).thenFacts({"deadletter.folded"});
    QCOMPARE(box(story).letters.find(only(story))->count, 4u);
    story.when(failure("a.b", "c.d", "8102")).thenFacts({"deadletter.parked"});
}

void TestDeadLetter::poisonIsIsolated()
{
    Story story;
    for (std::size_t i = 0; i < poisonAbove; ++i)
        story.when(failure("a.b", "c.d", "190" + std::to_string(100 + i))).thenFacts({"deadletter.parked"});
    for (int i = 0; i < 100; ++i)
        story.given(failure("a.b", "c.d", "1a0000" + std::to_string(1000 + i)));
    QCOMPARE(box(story).letters.size(), poisonAbove);
    QCOMPARE(box(story).totals->folded, std::uint64_t(100));
    QCOMPARE(box(story).letters.rows().rbegin()->second.count, 101u);
    story.when(failure("a.b", "other.code")).thenFacts({"deadletter.parked"});
}

void TestDeadLetter::dreamsAreNotEachOthersPoison()
{
    Story story;
    cast::hireReader(story);
    for (int i = 0; i < 20; ++i) {
        cast::dream(story, "dream " + std::to_string(i));
        story.given(cast::report(cast::leased(story).at(0), superspine::Result::Refused));
    }
    QCOMPARE(box(story).letters.size(), std::size_t(20));
}

void TestDeadLetter::largePayloadIsNotKept()
{
    Story story;
    story.when(failure("a.b", "c.d", std::string(2 * payloadBytesMax + 2, '0'))).thenFacts({"deadletter.parked"});
    story.when(Retry{only(story)}).thenRefused("deadletter.noPayload");
    story.when(failure("a.b", "e.f", std::string(2 * payloadBytesMax, '0')));
    story.when(Retry{story.fact<Parked>().letter.id}).thenFacts({"deadletter.retryAsked"});
}

void TestDeadLetter::triesHaveALimit()
{
    Story story;
    story.given(failure("a.b", "c.d"));
    const Id<Letter> id = only(story);
    for (std::uint32_t i = 0; i < triesMax; ++i) {
        story.given(Retry{id});
        story.given(Report{id, false, "c.d"});
    }
    story.when(Retry{id}).thenRefused("deadletter.triesUsed");
    story.when(Resolve{id}).thenFacts({"deadletter.resolved"});
}

void TestDeadLetter::retryLostWithItsProcess()
{
    Story story;
    story.given(failure("a.b", "c.d"));
    const Id<Letter> id = only(story);
    story.given(Retry{id});
    story.restart();
    QVERIFY(box(story).letters.find(id)->standing == Standing::Quarantined);
    story.when(Report{id, true, ""}).thenRefused("deadletter.notRetrying");
    story.when(Retry{id}).thenFacts({"deadletter.retryAsked"});
}

void TestDeadLetter::closedLettersFade()
{
    Story story;
    for (std::size_t i = 0; i < closedMax + 10; ++i) {
        story.now = story.now + milliseconds(1);
        story.given(failure("what" + std::to_string(i), "c.d"));
        story.given(Resolve{box(story).letters.rows().rbegin()->second.id});
    }
    QCOMPARE(box(story).letters.size(), closedMax);
    QCOMPARE(box(story).letters.rows().begin()->second.what, std::string("what10"));
    QCOMPARE(box(story).totals->resolved, std::uint64_t(closedMax + 10));
}

void TestDeadLetter::noRoomIsCounted()
{
    Story story;
    for (std::size_t i = 0; i < lettersMax; ++i)
        story.given(failure("what" + std::to_string(i), "c.d"));
    story.when(failure("more", "c.d")).thenFacts({"deadletter.lost"});
    QCOMPARE(box(story).totals->lost, std::uint64_t(1));
    QCOMPARE(box(story).letters.size(), lettersMax);
}

void TestDeadLetter::discardErases()
{
    Story story;
    Park park = failure("a.b", "c.d");
    park.details = {{"text", "a very private sentence"}};
    story.given(park);
    const Id<Letter> id = only(story);
    story.when(Discard{id}).thenFacts({"deadletter.discarded"});
    QVERIFY(!story.core().keys().has(id.value));
    QVERIFY(box(story).letters.find(id)->details.empty());
    story.store().blobs([&](const store::StoredBlob &blob) {
        Story::check(blob.owner != id.value, "the payload is still there");
        return true;
    });
    for (const char *what : {"resolve", "discard", "retry"}) {
        if (*what == 'd')
            story.when(Discard{id});
        else if (what[2] == 's')
            story.when(Resolve{id});
        else
            story.when(Retry{id});
        story.thenRefused("deadletter.closed");
    }
}

void TestDeadLetter::ownCommandsAreNotParked()
{
    Story story;
    const Ask ask = makeAsk(failure("", ""));
    QVERIFY(!park(*story.core().command("deadletter.park"), ask, {"deadletter.badLetter", {}}).payload);
    const Ask deep = makeAsk(superspine::Plan{});
    const Ask parked = park(*story.core().command("superspine.plan"), deep, {"gate.tooDeep", {}});
    QVERIFY(static_cast<const Park *>(parked.payload.get())->reason == Reason::TooDeep);
}

void TestDeadLetter::refusals()
{
    Story story;
    story.when(failure("", "c.d")).thenRefused("deadletter.badLetter");
    story.when(failure("a.b", std::string(wordBytesMax + 1, 'x'))).thenRefused("deadletter.badLetter");
    story.when(failure("a.b", "c.d", "8")).thenRefused("deadletter.badPayload");
    story.when(failure("a.b", "c.d", "8g")).thenRefused("deadletter.badPayload");
    story.when(Retry{{1}}).thenRefused("deadletter.unknown");
    story.when(Resolve{{1}}).thenRefused("deadletter.unknown");
    story.when(Discard{{1}}).thenRefused("deadletter.unknown");
}

void TestDeadLetter::cleanupTestCase()
{
    QCOMPARE(Story::untold(info(), QStringLiteral("lungs/deadletter.cpp")), QStringList());
}

QTEST_APPLESS_MAIN(TestDeadLetter)
#include "tst_deadletter.moc"
