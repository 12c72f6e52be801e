// CANVAS: a dream's picture follows its text, unless it is pinned.
#include "cast.h"

using namespace canvas;

class TestCanvas : public QObject {
    Q_OBJECT

private slots:
    void pictureOfAWorkedDream();
    void pinnedPictureStays();
    void partsHaveALimit();
    void refusals();
    void cleanupTestCase();
};

void TestCanvas::pictureOfAWorkedDream()
{
    Story story;
    cast::hireCore(story);
    const Id<dreams::Dream> dream = cast::dream(story, "one");
    cast::workAll(story);
    const Picture *picture = story.state<Canvas>().pictures.find(dream);
    QVERIFY(picture);
    QCOMPARE(picture->parts.size(), std::size_t(1));  // of canvas alone, though four agents made things
    QVERIFY(story.store().blob(dream.value, picture->parts[0].digest));
}

static Part part(const std::string &name, const std::string &of)
{
    return {name, "image/svg+xml", crypto::blake2b(of), of.size()};
}

// The result that changes: what is shown after the text was drawn again, pinned and not.
void TestCanvas::pinnedPictureStays()
{
    for (const bool isPinned : {false, true}) {
        Story story;
        const Id<dreams::Dream> dream = cast::dream(story, "one");
        story.given(Record{dream, {part("card", "first"), part("map", "first map")}});
        if (isPinned) {
            story.when(Pin{dream}).thenFacts({"canvas.pinned"});
            story.when(Pin{dream}).thenFacts({});
        }
        story.given(Record{dream, {part("card", "second")}});
        const auto shown = [&] { return story.state<Canvas>().pictures.find(dream)->parts; };
        QCOMPARE(shown().size(), std::size_t(2));
        QCOMPARE(shown().at(0).digest, crypto::blake2b(isPinned ? "first" : "second"));
        if (!isPinned)
            continue;
        story.when(Unpin{dream}).thenFacts({"canvas.unpinned"});
        story.when(Unpin{dream}).thenFacts({});
        QCOMPARE(shown().at(0).digest, crypto::blake2b("second"));
        QCOMPARE(shown().at(1).digest, crypto::blake2b("first map"));
    }
}

void TestCanvas::partsHaveALimit()
{
    Story story;
    const Id<dreams::Dream> dream = cast::dream(story, "one");
    for (std::size_t i = 0; i < canvas::partsMax + 5; ++i)
        story.given(Record{dream, {part("part" + std::to_string(i), "x")}});
    QCOMPARE(story.state<Canvas>().pictures.find(dream)->parts.size(), canvas::partsMax);
}

void TestCanvas::refusals()
{
    Story story;
    const Id<dreams::Dream> dream = cast::dream(story, "one");
    story.when(Pin{dream}).thenRefused("canvas.notDrawn");
    story.when(Unpin{{1}}).thenRefused("dreams.unknown");
    story.when(Record{{1}, {part("card", "x")}}).thenFacts({});
    story.when(Record{dream, {}}).thenFacts({});
    story.given(Record{dream, {part("card", "x")}});
    story.when(Forget{dream}).thenFacts({"canvas.forgotten"});
    story.when(Forget{dream}).thenFacts({});
}

void TestCanvas::cleanupTestCase()
{
    QCOMPARE(Story::untold(info(), QStringLiteral("agents/canvas.cpp")), QStringList());
}

QTEST_APPLESS_MAIN(TestCanvas)
#include "tst_agentcanvas.moc"
