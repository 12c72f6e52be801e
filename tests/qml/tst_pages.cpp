// Every page in a real window over a real organism in memory, at both sizes, in every theme and text
// size: a warning is a failure, whoever takes the keyboard has a name and a role, what can be pressed
// answers a screen reader, and what a person writes becomes a dream. Scene items are checked bare.
#include "window.h"

#include "desk/choices.h"
#include "scene/conceptscene.h"
#include "scene/desktop.h"
#include "scene/fonts.h"
#include "scene/prose.h"
#include "scene/svgpicture.h"

#include <QFile>
#include <QStandardPaths>
#include <QTemporaryDir>

using namespace Qt::StringLiterals;
using namespace testwindow;
using models::Bridge;

class tst_Pages : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanup();
    void cleanupTestCase();
    void pageLoadsQuietly_data();
    void pageLoadsQuietly();
    void everythingFocusableHasAName_data();
    void everythingFocusableHasAName();
    void pressActionWorks();
    void writingMakesADream();
    void anImportIsStopped();
    void conceptsAreWalkedByDirection();
    void pictureMustBeSelfContained_data();
    void pictureMustBeSelfContained();
    void proseDropsMarks();
    void proseDropsPictures_data();
    void proseDropsPictures();
    void proseSetsFrontMatterApart_data();
    void proseSetsFrontMatterApart();
    void proseDropsTheTitle_data();
    void proseDropsTheTitle();
    void fontsSurviveDamage();

private:
    QQuickWindow *load(const QString &place, int width, int height)
    {
        return testwindow::load(m_engine, place, {width, height});
    }

    std::unique_ptr<QQmlApplicationEngine> m_engine;
};

void tst_Pages::initTestCase()
{
    QStandardPaths::setTestModeEnabled(true);
    QCoreApplication::setOrganizationName(u"DreamScopeTests"_s);
    QQuickStyle::setStyle(u"Basic"_s);
    qInstallMessageHandler(collect);
    QVERIFY(open(QString(), true));
}

void tst_Pages::cleanup()
{
    m_engine.reset();
}

void tst_Pages::cleanupTestCase()
{
    Bridge::instance().close();
    qInstallMessageHandler(nullptr);
}

void tst_Pages::pageLoadsQuietly_data()
{
    QTest::addColumn<QString>("place");
    QTest::addColumn<QSize>("size");
    QTest::addColumn<QByteArray>("theme");
    QTest::addColumn<QByteArray>("text");
    for (const QString &place : places()) {
        for (const QSize &size : {QSize(1440, 900), QSize(1024, 600)}) {
            for (const char *theme : {"dark", "light-more"}) {
                for (const char *text : {"80", "100", "200"})
                    QTest::addRow("%s %dx%d %s %s", qPrintable(place), size.width(), size.height(),
                                  theme, text)
                        << place << size << QByteArray(theme) << QByteArray(text);
            }
        }
    }
}

void tst_Pages::pageLoadsQuietly()
{
    QFETCH(QString, place);
    QFETCH(QSize, size);
    QFETCH(QByteArray, theme);
    QFETCH(QByteArray, text);
    qputenv("DREAMSCOPE_THEME", theme);
    qputenv("DREAMSCOPE_TEXT", text);
    QQuickWindow *window = load(place, size.width(), size.height());
    QVERIFY(window);
    const QImage picture = window->grabWindow();
    QCOMPARE(picture.size(), size);
    QCOMPARE(qGray(picture.pixel(size.width() / 2, 2)) < 128, theme == "dark");
    QCOMPARE(warnings, QStringList());
}

void tst_Pages::everythingFocusableHasAName_data()
{
    QTest::addColumn<QString>("place");
    for (const QString &place : places())
        QTest::newRow(qPrintable(place)) << place;
}

void tst_Pages::everythingFocusableHasAName()
{
    QFETCH(QString, place);
    qputenv("DREAMSCOPE_TEXT", "100");
    QQuickWindow *window = load(place, 1440, 900);
    QVERIFY(window);
    window->requestActivate();
    QSet<QQuickItem *> seen;
    Choices::instance().overrideForThisRun(u"look/reduceMotion"_s, true);
    for (int i = 0; i < 200; ++i) {
        const QImage before = window->grabWindow();
        QTest::keyClick(window, Qt::Key_Tab);
        QQuickItem *item = window->activeFocusItem();
        QVERIFY(item);
        if (seen.contains(item))
            break;
        seen.insert(item);
        if (item == window->contentItem())
            continue;
        QAccessibleInterface *accessible = QAccessible::queryAccessibleInterface(item);
        const QByteArray what =
            item->objectName().toLatin1() + " " + item->metaObject()->className();
        QVERIFY2(accessible, what);
        QVERIFY2(!accessible->text(QAccessible::Name).isEmpty(), what);
        QVERIFY2(accessible->role() != QAccessible::NoRole, what);
        // Whoever has the keyboard shows it.
        const QRect around = item->mapRectToScene(QRectF(0, 0, item->width(), item->height()))
                                 .toAlignedRect()
                                 .adjusted(-8, -8, 8, 8);
        QVERIFY2(window->grabWindow().copy(around) != before.copy(around),
                 what + " shows no focus");
    }
    QVERIFY2(seen.size() > 6, "the keyboard reaches too little");
}

void tst_Pages::pressActionWorks()
{
    QQuickWindow *window = load(u"Dreams"_s, 1440, 900);
    QVERIFY(window);
    QQuickItem *atlas = find(window->contentItem(), u"rail.Atlas"_s);
    QVERIFY(atlas);
    press(atlas);
    QCOMPARE(window->property("place").toString(), u"Atlas"_s);
    QTRY_VERIFY(find(window->contentItem(), u"systemList"_s));
    QCOMPARE(warnings, QStringList());
}

void tst_Pages::writingMakesADream()
{
    QQuickWindow *window = load(u"Dreams"_s, 1440, 900);
    QVERIFY(window);
    QQuickItem *list = find(window->contentItem(), u"dreamList"_s);
    QVERIFY(list);
    const int before = list->property("count").toInt();
    press(find(window->contentItem(), u"newDream"_s));
    QQuickItem *title = find(window->contentItem(), u"titleField"_s);
    QVERIFY(title && title->hasActiveFocus());
    for (const char letter : QByteArray("A quiet test"))
        QTest::keyClick(window, letter);
    QTest::keyClick(window, Qt::Key_Return);
    for (const char letter : QByteArray("We meet on Tuesday in the garden and plant beans."))
        QTest::keyClick(window, letter);
    // Nobody presses a button: it keeps itself.
    QTRY_COMPARE_WITH_TIMEOUT(list->property("count").toInt(), before + 1, 5000);
    press(find(window->contentItem(), u"doneWriting"_s));
    QTRY_VERIFY(find(window->contentItem(), u"edit"_s));
    QCOMPARE(warnings, QStringList());
}

void tst_Pages::anImportIsStopped()
{
    constexpr int files = 12'000;
    QTemporaryDir folder;
    for (int i = 0; i < files; ++i) {
        QFile file(folder.filePath(u"%1.txt"_s.arg(i)));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("Imported to be stopped, number " + QByteArray::number(i));
    }
    QQuickWindow *window = load(u"Dreams"_s, 1440, 900);
    QVERIFY(window);
    auto *page = window->property("page").value<QObject *>();
    QVERIFY(page);
    const QVariant urls = QVariantList{QUrl::fromLocalFile(folder.path())};
    QVERIFY(QMetaObject::invokeMethod(page, "importUrls", Q_ARG(QVariant, urls)));
    QQuickItem *stop = nullptr;
    QTRY_VERIFY((stop = find(window->contentItem(), u"importStop"_s)));
    press(stop);
    // What came of it stands there: how much is in, and that it stays.
    QTRY_VERIFY_WITH_TIMEOUT(find(window->contentItem(), u"importClose"_s), 5000);
    QQuickItem *words = find(window->contentItem(), u"importWords"_s);
    QVERIFY(words);
    QVERIFY2(words->property("text").toString().startsWith(u"Stopped"_s),
             qPrintable(words->property("text").toString()));
    press(find(window->contentItem(), u"importClose"_s));
    QTRY_VERIFY(!find(window->contentItem(), u"importWords"_s));
    QCOMPARE(warnings, QStringList());
}

void tst_Pages::conceptsAreWalkedByDirection()
{
    ConceptScene scene;
    scene.setSize({400, 300});
    const auto node = [](const char *label, int x, int y, int weight) {
        return QVariantMap{{u"label"_s, QString::fromLatin1(label)},
                           {u"x"_s, x},
                           {u"y"_s, y},
                           {u"weight"_s, weight}};
    };
    scene.setConcepts(
        {{u"center"_s, 0},
         {u"nodes"_s, QVariantList{node("middle", 200, 150, 9), node("right", 380, 160, 5),
                                   node("above", 190, 20, 4)}},
         {u"edges"_s, QVariantList{QVariantMap{{u"from"_s, 0}, {u"to"_s, 1}, {u"weight"_s, 3}},
                                   QVariantMap{{u"from"_s, 0}, {u"to"_s, 2}, {u"weight"_s, 7}},
                                   QVariantMap{{u"from"_s, 0}, {u"to"_s, 99}, {u"weight"_s, 7}}}}});
    QCOMPARE(scene.count(), 3);
    QCOMPARE(scene.nodeTowards(-1, ConceptScene::Left), 0);
    QCOMPARE(scene.nodeTowards(0, ConceptScene::Right), 1);
    QCOMPARE(scene.nodeTowards(0, ConceptScene::Up), 2);
    QCOMPARE(scene.nodeTowards(1, ConceptScene::Right), 1);
    QCOMPARE(scene.neighbours(0), (QStringList{u"above"_s, u"right"_s}));
    QCOMPARE(scene.nodeAt(-500, -500), -1);
}

void tst_Pages::pictureMustBeSelfContained_data()
{
    QTest::addColumn<QByteArray>("svg");
    QTest::addColumn<bool>("isSafe");
    const QByteArray open = "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 10 10'>";
    QTest::newRow("plain") << QByteArray(open + "<rect width='5' height='5'/></svg>") << true;
    QTest::newRow("own gradient") << QByteArray(open + "<use href='#a'/></svg>") << true;
    QTest::newRow("file") << QByteArray(open + "<IMAGE href='/etc/passwd'/></svg>") << false;
    QTest::newRow("foreign use") << QByteArray(open + "<use xlink:href='http://x/#a'/></svg>")
                                 << false;
    QTest::newRow("entity") << QByteArray("<!DOCTYPE s [<!ENTITY a 'b'>]>" + open + "</svg>")
                            << false;
    QTest::newRow("import") << QByteArray(open + "<style>@import 'x'</style></svg>") << false;
}

void tst_Pages::pictureMustBeSelfContained()
{
    QFETCH(QByteArray, svg);
    QFETCH(bool, isSafe);
    QCOMPARE(SvgPicture::isSelfContained(svg), isSafe);
    SvgPicture picture;
    picture.setSvg(QString::fromUtf8(svg));
    QVERIFY(isSafe || !picture.isDrawable());
}

void tst_Pages::proseDropsMarks()
{
    Prose prose;
    const QString plain = prose.plain(u"# Title\n\nA **bold** word <b>raw</b>."_s);
    QVERIFY(plain.contains("bold word"_L1));
    QVERIFY(!plain.contains("**"_L1));
    QVERIFY(plain.contains("<b>raw</b>"_L1));  // HTML is words, never markup
}

void tst_Pages::proseDropsPictures_data()
{
    QTest::addColumn<QString>("markdown");
    QTest::addColumn<QString>("shown");
    QTest::newRow("none") << "A [link](to) only"
                          << "A [link](to) only";
    QTest::newRow("picture") << "See ![a cat](cat.png)"
                             << "See [a cat](cat.png)";
    QTest::newRow("badge") << "[![build](b.svg)](https://ci)"
                           << "[build](https://ci)";
    QTest::newRow("badge by reference") << "[![build][b]][c]\n\n[b]: b.svg\n[c]: https://ci"
                                        << "[build][c]\n\n[b]: b.svg\n[c]: https://ci";
    QTest::newRow("unfindable") << "![a\n\\]cat](cat.png) ![b][c]\n\n[c]: d.png"
                                << "[a\n\\]cat](cat.png) [b][c]\n\n[c]: d.png";
}

void tst_Pages::proseDropsPictures()
{
    QFETCH(QString, markdown);
    QTEST(Prose::withoutPictures(markdown), "shown");
}

void tst_Pages::proseSetsFrontMatterApart_data()
{
    QTest::addColumn<QString>("markdown");
    QTest::addColumn<QStringList>("lines");
    QTest::addColumn<QString>("left");
    QTest::newRow("pairs") << u"---\nkind: idea\nmade on: \"2026-01-05\"\n---\n\n# Words"_s
                           << QStringList{u"kind: idea"_s, u"made on: 2026-01-05"_s}
                           << u"\n# Words"_s;
    QTest::newRow("lists") << u"---\r\ntags:\r\n  - sea\r\n- lamp\r\n# a remark\r\n...\r\nWords"_s
                           << QStringList{u"tags: sea, lamp"_s} << u"Words"_s;
    QTest::newRow("a rule and words")
        << u"---\nJust words.\n---\nMore"_s << QStringList() << u"---\nJust words.\n---\nMore"_s;
    QTest::newRow("later") << u"Words\n---\nkind: idea\n---\n"_s << QStringList()
                           << u"Words\n---\nkind: idea\n---\n"_s;
}

void tst_Pages::proseSetsFrontMatterApart()
{
    QFETCH(QString, markdown);
    const Prose::Front front = Prose::frontOf(markdown);
    QTEST(front.lines, "lines");
    QTEST(markdown.mid(front.end), "left");
}

void tst_Pages::proseDropsTheTitle_data()
{
    QTest::addColumn<QString>("markdown");
    QTest::addColumn<QString>("left");
    QTest::newRow("heading") << u"# A title\n\nWords."_s << u"Words."_s;
    QTest::newRow("closed heading") << u"\n## A *title* ##\r\nWords."_s << u"Words."_s;
    QTest::newRow("underlined") << u"A title\n=======\nWords."_s << u"Words."_s;
    QTest::newRow("line and a gap") << u"A title\n\nWords."_s << u"Words."_s;
    QTest::newRow("first line of a paragraph") << u"A title\nwords."_s << u"A title\nwords."_s;
    QTest::newRow("another heading")
        << u"# A title too\n\nWords."_s << u"# A title too\n\nWords."_s;
    QTest::newRow("later") << u"Words.\n\n# A title\n"_s << u"Words.\n\n# A title\n"_s;
    QTest::newRow("nothing else") << u"# A title"_s << QString();
}

void tst_Pages::proseDropsTheTitle()
{
    QFETCH(QString, markdown);
    QFETCH(QString, left);
    QCOMPARE(Prose::withoutTitle(markdown, u"A title"_s).trimmed(), left.trimmed());
    QCOMPARE(Prose::withoutTitle(markdown, QString()), markdown);
}

void tst_Pages::fontsSurviveDamage()
{
    QCOMPARE(fonts::withTabularFigures({}), QByteArray());
    const QByteArray junk(64, '\xff');
    QCOMPARE(fonts::withTabularFigures(junk), junk);
    // One table that claims to lie far outside.
    QByteArray head(28, '\0');
    head[5] = 1;
    head.replace(12, 4, "GSUB");
    head[20] = '\x7f';
    QCOMPARE(fonts::withTabularFigures(head), head);
}

QTEST_MAIN(tst_Pages)
#include "tst_pages.moc"
