// Charts and graphs in the real window over a real organism: the twin shows the same points and keeps
// the choice, keys walk, a screen reader hears names and presses, what was not measured is not shown,
// and the dreams are one question in three looks. DREAM_SHOTS=FOLDER keeps pictures of each.
#include "window.h"

#include <QFile>
#include <QStandardPaths>
#include <QTemporaryDir>

using namespace Qt::StringLiterals;
using namespace testwindow;
using models::Bridge;

class tst_Pictures : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase();
    void pulseInventsNothing();
    void workIsDrawn();
    void keysWalkAndTheTwinFollows();
    void markOpensItsSystem();
    void dreamsInThreeLooks();

private:
    QQuickItem *item(const QString &name) { return find(m_window->contentItem(), name); }
    void open(const QString &place);
    void keep(const char *name);

    std::unique_ptr<QQmlApplicationEngine> m_engine;
    QQuickWindow *m_window = nullptr;
    QTemporaryDir m_texts;
};

void tst_Pictures::initTestCase()
{
    QStandardPaths::setTestModeEnabled(true);
    QCoreApplication::setOrganizationName(u"DreamScopeTests"_s);
    QQuickStyle::setStyle(u"Basic"_s);
    qInstallMessageHandler(collect);
    QVERIFY(testwindow::open(QString(), false));
}

void tst_Pictures::cleanupTestCase()
{
    m_engine.reset();
    Bridge::instance().close();
    qInstallMessageHandler(nullptr);
}

void tst_Pictures::open(const QString &place)
{
    QVERIFY((m_window = load(m_engine, place, {1440, 900})));
}

void tst_Pictures::keep(const char *name)
{
    const QString folder = qEnvironmentVariable("DREAM_SHOTS");
    if (!folder.isEmpty())
        QVERIFY(m_window->grabWindow().save(folder + u'/' + QString::fromLatin1(name) + u".png"_s));
}

void tst_Pictures::pulseInventsNothing()
{
    open(u"Pulse"_s);
    QVERIFY(item(u"verdict"_s));
    QVERIFY(!item(u"chart"_s));  // no receipt, no line
    QVERIFY(item(u"mark.superspine"_s));
    keep("pulse-empty");
    QCOMPARE(warnings, QStringList());
}

void tst_Pictures::workIsDrawn()
{
    const char *texts[] = {
        "We plant beans in the garden and water the beans in June.",
        "The garden needs water: beans, peas and a plan for June.",
        "A letter to the housing office about the broken boiler and the rent.",
        "The boiler is broken, the rent is late, and the office does not answer."};
    QObject *engine =
        m_engine->singletonInstance<QObject *>(qmlTypeId("DreamScope.Models", 1, 0, "Engine"));
    QVERIFY(engine);
    QStringList paths;
    for (int i = 0; i < 4; ++i) {
        paths.append(m_texts.filePath(u"text%1.txt"_s.arg(i)));
        QFile file(paths.last());
        QVERIFY(file.open(QIODevice::WriteOnly));
        QByteArray longer;
        for (int k = 0; k < 12; ++k)
            longer += QByteArray(texts[i]) + '\n';
        file.write(longer);
    }
    QVERIFY(QMetaObject::invokeMethod(engine, "importPaths", Q_ARG(QStringList, paths),
                                      Q_ARG(QJSValue, QJSValue())));
    QTRY_VERIFY_WITH_TIMEOUT(item(u"chart"_s), 60'000);
    QTRY_COMPARE_WITH_TIMEOUT(
        engine->property("running").toInt() + engine->property("queued").toInt(), 0, 60'000);
    QTest::qWait(2500);
    keep("pulse-full");
    QCOMPARE(warnings, QStringList());
}

void tst_Pictures::keysWalkAndTheTwinFollows()
{
    QQuickItem *view = item(u"throughput"_s);
    QVERIFY(view);
    QQuickItem *stage = find(view, u"chart"_s);
    QVERIFY(stage);
    stage->forceActiveFocus(Qt::TabFocusReason);
    QVERIFY(nameOf(stage).contains("Throughput"_L1));
    QTest::keyClick(m_window, Qt::Key_End);
    const int last = view->property("selected").toInt();
    QVERIFY(last >= 0);
    QTest::keyClick(m_window, Qt::Key_Left);
    QTest::keyClick(m_window, Qt::Key_Right);
    QCOMPARE(view->property("selected").toInt(), last);
    QVERIFY2(nameOf(stage).contains("done"_L1), qPrintable(nameOf(stage)));
    press(find(view, u"twin"_s));
    QQuickItem *table = find(view, u"chartTable"_s);
    QVERIFY(table);
    QCOMPARE(table->property("currentIndex").toInt(), last);
    QCOMPARE(table->property("count").toInt(), view->property("count").toInt());
    keep("pulse-table");
    table->forceActiveFocus(Qt::TabFocusReason);
    QTest::keyClick(m_window, Qt::Key_Up);
    QCOMPARE(view->property("selected").toInt(), last - 1);
    press(find(view, u"twin"_s));
    QCOMPARE(view->property("selected").toInt(), last - 1);
    QTest::keyClick(m_window, Qt::Key_Escape);
    QCOMPARE(warnings, QStringList());
}

void tst_Pictures::markOpensItsSystem()
{
    press(item(u"mark.superspine"_s));
    QCOMPARE(m_window->property("place").toString(), u"Atlas"_s);
    QCOMPARE(m_window->property("subject").toString(), u"superspine"_s);
}

void tst_Pictures::dreamsInThreeLooks()
{
    open(u"Dreams"_s);
    QTRY_VERIFY(item(u"dreamList"_s) && item(u"dreamList"_s)->property("count").toInt() == 4);
    press(item(u"segment.graph"_s));
    QTRY_VERIFY_WITH_TIMEOUT(item(u"graph"_s), 10'000);
    QTest::qWait(3000);
    QQuickItem *stage = item(u"graph"_s);
    QVERIFY2(nameOf(stage).contains("linked to"_L1) || nameOf(stage).contains("links"_L1),
             qPrintable(nameOf(stage)));
    stage->forceActiveFocus(Qt::TabFocusReason);
    QTest::keyClick(m_window, Qt::Key_Escape);
    QTest::keyClick(m_window, Qt::Key_Right);
    const QString chosen = nameOf(stage);
    QVERIFY(!chosen.isEmpty());
    keep("dreams-graph");
    press(item(u"twin"_s));
    QVERIFY(item(u"graphTable"_s));
    QCOMPARE(item(u"graphTable"_s)->property("count").toInt(), 4);
    QVERIFY(item(u"graphTable"_s)->property("currentIndex").toInt() >= 0);
    keep("dreams-graph-table");
    press(item(u"segment.table"_s));
    QTRY_VERIFY(item(u"table"_s));
    QTRY_COMPARE(item(u"table"_s)->property("count").toInt(), 4);
    keep("dreams-table");
    press(item(u"segment.list"_s));
    QVERIFY(item(u"dreamList"_s));
    QCOMPARE(warnings, QStringList());
}

QTEST_MAIN(tst_Pictures)
#include "tst_pictures.moc"
