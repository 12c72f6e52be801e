// Dream Vault: what tasks made, within a quota, and gone with its dream.
#include "cast.h"

using namespace dreamvault;

class TestDreamVault : public QObject {
    Q_OBJECT

private slots:
    void keep();
    void quota();
    void fullVaultFailsTheTask();
    void forget();
    void refusals();
    void cleanupTestCase();
};

static Keep item(Id<dreams::Dream> dream, std::size_t bytes)
{
    return {dream, 7, "card", "image/svg+xml", {std::string(bytes, 'x')}, "canvas", "render-card"};
}

void TestDreamVault::keep()
{
    Story story;
    const Id<dreams::Dream> dream = cast::dream(story, "one");
    story.when(item(dream, 100)).thenFacts({"dreamvault.kept"});
    const Kept &kept = story.fact<Kept>();
    QCOMPARE(kept.digest, crypto::blake2b(std::string(100, 'x')));
    QVERIFY(story.store().blob(dream.value, kept.digest)->isSealed);
    QCOMPARE(story.state<DreamVault>().totals->bytes, std::uint64_t(100));
    story.when(item(dream, 50)).thenFacts({"dreamvault.kept"});
    QCOMPARE(story.state<DreamVault>().holders.find(dream)->items, std::uint64_t(2));
}

void TestDreamVault::quota()
{
    Story story;
    const Id<dreams::Dream> dream = cast::dream(story, "one");
    story.when(SetQuota{1024 * 1024}).thenFacts({"dreamvault.quotaSet"});
    story.given(item(dream, 1024 * 1024));
    story.when(item(dream, 1)).thenRefused("dreamvault.overQuota");
    story.given(SetQuota{2 * 1024 * 1024});
    story.when(item(dream, 1)).thenFacts({"dreamvault.kept"});
}

// The consequence: the same work, with room and without.
void TestDreamVault::fullVaultFailsTheTask()
{
    for (const bool isFull : {false, true}) {
        Story story;
        cast::hireReader(story);
        const Id<dreams::Dream> full = cast::dream(story, "one");
        cast::workAll(story);
        if (isFull) {
            story.given(SetQuota{1024 * 1024});
            story.given(item(full, 1024 * 1024 - 40));
        }
        const Id<dreams::Dream> dream = cast::dream(story, "two");
        cast::workAll(story);
        QVERIFY(story.state<dreams::Dreams>().dreams.find(dream)->state
                == (isFull ? dreams::State::Failed : dreams::State::Understood));
    }
}

void TestDreamVault::forget()
{
    Story story;
    const Id<dreams::Dream> one = cast::dream(story, "one"), two = cast::dream(story, "two");
    story.given(item(one, 100));
    story.given(item(two, 30));
    story.when(dreams::Erase{one}).thenFacts({"dreams.erased"});
    QVERIFY(!story.state<DreamVault>().holders.find(one));
    QCOMPARE(story.state<DreamVault>().totals->bytes, std::uint64_t(30));
    story.when(Forget{one}).thenFacts({});
}

void TestDreamVault::refusals()
{
    Story story;
    const Id<dreams::Dream> dream = cast::dream(story, "one");
    story.when(item({1}, 1)).thenRefused("dreams.unknown");
    story.when(item(dream, itemBytesMax + 1)).thenRefused("dreamvault.tooLarge");
    story.when(SetQuota{10}).thenRefused("dreamvault.badQuota");
}

void TestDreamVault::cleanupTestCase()
{
    QCOMPARE(Story::untold(info(), QStringLiteral("vault/dreamvault.cpp")), QStringList());
}

QTEST_APPLESS_MAIN(TestDreamVault)
#include "tst_dreamvault.moc"
