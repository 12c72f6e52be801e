// Dreams: what is written down, how it changes, and that erasing leaves nothing readable behind.
#include "cast.h"

using namespace dreams;

class TestDreams : public QObject {
    Q_OBJECT

private slots:
    void create();
    void titles_data();
    void titles();
    void edit();
    void editNothing();
    void archive();
    void erase();
    void assess();
    void refusals_data();
    void refusals();
    void sameTextAgainAfterErase();
    void cleanupTestCase();
};

static Create body(const std::string &text)
{
    Create c;
    c.body.text = text;
    return c;
}

void TestDreams::create()
{
    Story story;
    Create c = body("# A boat\n\nBuild it by May.");
    c.tags = {"boats", "spring"};
    c.source = "notes/boat.md";
    story.when(c).thenFacts({"dreams.created", "dreams.versioned"}).thenFollows({"superspine.opened", "dreams.assessed"});
    const Dream &dream = *story.state<Dreams>().dreams.find(story.answer.ids.at(0));
    QCOMPARE(dream.title.value, std::string("A boat"));
    QCOMPARE(dream.tags.size(), std::size_t(2));
    QCOMPARE(dream.bytes, std::uint64_t(26));
    QVERIFY(dream.state == dreams::State::Working);
    QCOMPARE(dream.source.value, std::string("notes/boat.md"));
}

void TestDreams::titles_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("title");
    QTest::newRow("badge first") << "[![Build](http://a/b.svg)](http://a)\n![logo](x.png)\n(anchor)=\n# Real title\n" << "Real title";
    QTest::newRow("heading") << "# Sail #\n" << "Sail";
    QTest::newRow("first line") << "\n\nsail away\nnow" << "sail away";
    QTest::newRow("front matter") << "---\ntitle: The Sail\ntags: x\n---\nbody" << "The Sail";
    QTest::newRow("front matter without title") << "---\na: b\n---\n**Loud**" << "Loud";
    QTest::newRow("rule") << "-----\n***\n| --- |" << "-----";
    QTest::newRow("cut between characters") << QString(200, QChar(0xe4)) << QString(120, QChar(0xe4));
}

void TestDreams::titles()
{
    QFETCH(QString, text);
    QFETCH(QString, title);
    QCOMPARE(QString::fromStdString(titleOf(text.toStdString())), title);
}

void TestDreams::edit()
{
    Story story;
    const Id<Dream> id = cast::dream(story, "one");
    Edit c;
    c.dream = id;
    c.body = Body{"two"};
    c.kind = Kind::Goal;
    story.when(c).thenFacts({"dreams.edited", "dreams.versioned"}).thenFollows({"superspine.closed", "superspine.opened", "dreams.assessed"});
    const Dream *dream = story.state<Dreams>().dreams.find(id);
    QCOMPARE(dream->version, 2u);
    QVERIFY(dream->kind == Kind::Goal);
    QVERIFY(story.state<Dreams>().byBody.find(crypto::blake2b("two")));
    QVERIFY(!story.state<Dreams>().byBody.find(crypto::blake2b("one")));
    Edit title;
    title.dream = id;
    title.title = "Another name";
    story.when(title).thenFacts({"dreams.edited"}).thenFollows({});
    QCOMPARE(story.state<Dreams>().dreams.find(id)->version, 2u);
}

void TestDreams::editNothing()
{
    Story story;
    const Id<Dream> id = cast::dream(story, "one");
    Edit c;
    c.dream = id;
    c.body = Body{"one"};
    story.when(c).thenFacts({});
}

void TestDreams::archive()
{
    Story story;
    const Id<Dream> id = cast::dream(story, "one");
    story.when(Archive{id}).thenFacts({"dreams.archived"});
    story.when(Archive{id}).thenFacts({});
    Edit c;
    c.dream = id;
    c.body = Body{"two"};
    story.when(c).thenRefused("dreams.archived");
    story.when(Unarchive{id}).thenFacts({"dreams.unarchived"});
    story.when(Unarchive{id}).thenFacts({});
    QVERIFY(story.state<Dreams>().dreams.find(id)->state == dreams::State::New);
}

void TestDreams::erase()
{
    Story story;
    const std::string secret = "Nobody may ever read about the lighthouse again";
    const Id<Dream> id = cast::dream(story, secret);
    QVERIFY(story.core().keys().has(id.value));
    story.when(Erase{id}).thenFacts({"dreams.erased"});
    QVERIFY(!story.state<Dreams>().dreams.find(id));
    QVERIFY(!story.core().keys().has(id.value));
    QVERIFY(!story.store().key(id.value));
    story.store().blobs([&](const store::StoredBlob &blob) {
        Story::check(blob.owner != id.value, "a blob of an erased dream is still there");
        return true;
    });
    story.store().pages(1, [&](const store::PageRecord &page) {
        Story::check(page.bytes.find("lighthouse") == std::string::npos, "the title stands in a page");
        return true;
    });
    story.when(Erase{id}).thenRefused("dreams.unknown");
}

void TestDreams::assess()
{
    Story story;
    const Id<Dream> id = cast::dream(story, "one");
    story.when(Assess{id, dreams::State::Understood, {5500}, "plan", "en"}).thenFacts({"dreams.assessed"});
    story.given(Assess{id, dreams::State::Failed, {}, "", ""});
    const Dream *dream = story.state<Dreams>().dreams.find(id);
    QCOMPARE(dream->score.value, 5500);
    QCOMPARE(dream->form, std::string("plan"));
    QVERIFY(dream->state == dreams::State::Failed);
}

void TestDreams::refusals_data()
{
    QTest::addColumn<int>("which");
    QTest::addColumn<QString>("code");
    const char *codes[] = {"lucid.empty", "lucid.binary", "lucid.binary", "lucid.tooLong", "dreams.badTitle",
                           "dreams.badTitle", "dreams.tooManyTags", "dreams.badTag", "dreams.badSource",
                           "dreams.alreadyHere", "dreams.unknown", "dreams.unknown", "dreams.badTitle",
                           "dreams.tooManyTags", "lucid.empty"};
    for (int i = 0; i < int(std::size(codes)); ++i)
        QTest::addRow("%d %s", i, codes[i]) << i << codes[i];
}

void TestDreams::refusals()
{
    QFETCH(int, which);
    QFETCH(QString, code);
    Story story;
    const Id<Dream> id = cast::dream(story, "known");
    Create c = body("new");
    Edit e;
    e.dream = id;
    switch (which) {
    case 0: c.body.text = " \n\t\r\n "; break;
    case 1: c.body.text = std::string("a\0b", 3); break;
    case 2: c.body.text = "\xff\xfe"; break;
    case 3: c.body.text.assign(bodyBytesMax + 1, 'a'); break;
    case 4: c.title = "two\nlines"; break;
    case 5: c.title = "  "; break;
    case 6: c.tags.assign(tagsMax + 1, "tag"); break;
    case 7: c.tags = {std::string(65, 'x')}; break;
    case 8: c.source = std::string(textBytesMax + 1, 'x'); break;
    case 9: c.body.text = "known"; break;
    case 10: e.dream.value = 1; break;
    case 12: e.title = ""; break;
    case 13: e.tags = std::vector<std::string>(tagsMax + 1, "x"); break;
    case 14: e.body = Body{"  "}; break;
    default: break;
    }
    if (which == 11)
        story.when(Archive{{1}});
    else if (which >= 10)
        story.when(e);
    else
        story.when(c);
    story.thenRefused(code.toStdString());
}

void TestDreams::sameTextAgainAfterErase()
{
    Story story;
    const Id<Dream> first = cast::dream(story, "again");
    story.given(Erase{first});
    QVERIFY(cast::dream(story, "again") != first);
}

void TestDreams::cleanupTestCase()
{
    QCOMPARE(Story::untold(info(), QStringLiteral("cortex/dreams.cpp")), QStringList());
}

QTEST_APPLESS_MAIN(TestDreams)
#include "tst_dreams.moc"
