// ROOT: what was found in a dream, and a person's word on its form, which goes first.
#include "cast.h"

using namespace root;

class TestRoot : public QObject {
    Q_OBJECT

private slots:
    void meaningOfAWorkedDream();
    void correctionIsTheDreamsForm();
    void correctionIsTakenBack();
    void correctedArchivedDreamStaysArchived();
    void refusals();
    void cleanupTestCase();
};

void TestRoot::meaningOfAWorkedDream()
{
    Story story;
    cast::hireCore(story);
    const Id<dreams::Dream> dream = cast::dream(story, "one");
    cast::workAll(story);
    const Meaning *meaning = story.state<Root>().meanings.find(dream);
    QVERIFY(meaning);
    QCOMPARE(meaning->concepts, std::uint64_t(9));
    QCOMPARE(meaning->todos, std::uint64_t(5));
    QCOMPARE(meaning->form, std::string("plan"));
}

static void readAgain(Story &story, Id<dreams::Dream> dream, const std::string &text)
{
    dreams::Edit edit;
    edit.dream = dream;
    edit.body = Body{text};
    story.given(edit);
    cast::workAll(story);
}

// The consequence: the form a dream carries after being read again, corrected and not.
void TestRoot::correctionIsTheDreamsForm()
{
    for (const bool isCorrected : {false, true}) {
        Story story;
        cast::hireCore(story);
        const Id<dreams::Dream> dream = cast::dream(story, "one");
        cast::workAll(story);
        if (isCorrected) {
            story.when(Correct{dream, "recipe"}).thenFacts({"dreams.assessed", "root.corrected"});
            story.when(Correct{dream, "recipe"}).thenFacts({});
        }
        readAgain(story, dream, "another text");
        const dreams::Dream &row = *story.state<dreams::Dreams>().dreams.find(dream);
        QCOMPARE(row.form, std::string(isCorrected ? "recipe" : "plan"));
        QCOMPARE(row.score.value, 5600);
        QVERIFY(row.state == dreams::State::Understood);
        QCOMPARE(story.state<Root>().meanings.find(dream)->measured, std::string("plan"));
    }
}

void TestRoot::correctionIsTakenBack()
{
    Story story;
    cast::hireCore(story);
    const Id<dreams::Dream> dream = cast::dream(story, "one");
    cast::workAll(story);
    story.when(Correct{dream, ""}).thenFacts({});
    story.given(Correct{dream, "recipe"});
    story.when(Correct{dream, ""}).thenFacts({"dreams.assessed", "root.corrected"});
    QCOMPARE(story.state<dreams::Dreams>().dreams.find(dream)->form, std::string("plan"));
    QVERIFY(!story.state<Root>().meanings.find(dream)->isCorrected);
}

void TestRoot::correctedArchivedDreamStaysArchived()
{
    Story story;
    cast::hireCore(story);
    const Id<dreams::Dream> dream = cast::dream(story, "one");
    cast::workAll(story);
    story.given(dreams::Archive{dream});
    story.given(Correct{dream, "recipe"});
    QVERIFY(story.state<dreams::Dreams>().dreams.find(dream)->state == dreams::State::Archived);
}

void TestRoot::refusals()
{
    Story story;
    const Id<dreams::Dream> dream = cast::dream(story, "one");
    story.when(Correct{dream, "recipe"}).thenRefused("root.notRead");
    story.when(Correct{{1}, "recipe"}).thenRefused("dreams.unknown");
    story.when(Record{{1}, {{"concepts", 1}}, ""}).thenFacts({});
    story.given(Record{dream, {{"concepts", 1}}, "plan"});
    story.when(Correct{dream, "poem of mine"}).thenRefused("root.unknownForm");
    story.when(Forget{dream}).thenFacts({"root.forgotten"});
    story.when(Forget{dream}).thenFacts({});
}

void TestRoot::cleanupTestCase()
{
    QCOMPARE(Story::untold(info(), QStringLiteral("agents/root.cpp")), QStringList());
}

QTEST_APPLESS_MAIN(TestRoot)
#include "tst_agentroot.moc"
