// The window around its pages, driven by keyboard and screen reader over a real organism: shortcuts,
// palette, settings, links that wait for a yes, quiet hours, and the first steps to a receipt.
#include "bridge.h"
#include "desk/choices.h"

#include <QAccessible>
#include <QJSValue>
#include <QQmlApplicationEngine>
#include <QQmlContext>
#include <QQmlExpression>
#include <QQuickItem>
#include <QQuickStyle>
#include <QQuickWindow>
#include <QSignalSpy>
#include <QTest>
#include <QtQml/qqmlextensionplugin.h>

Q_IMPORT_QML_PLUGIN(DreamScope_DeskPlugin)
Q_IMPORT_QML_PLUGIN(DreamScope_ModelsPlugin)
Q_IMPORT_QML_PLUGIN(DreamScope_ScenePlugin)
Q_IMPORT_QML_PLUGIN(DreamScope_UiPlugin)

using namespace Qt::StringLiterals;
using models::Bridge;

namespace {

QStringList warnings;

void collect(QtMsgType type, const QMessageLogContext &, const QString &message)
{
    if ((type == QtWarningMsg || type == QtCriticalMsg) && !message.contains("XDG_RUNTIME_DIR"_L1)
        && !message.contains("propagateSizeHints"_L1)
        && !message.contains("does not support raise"_L1))
        warnings.append(message);
    fprintf(stderr, "%s\n", qPrintable(message));
}

QQuickItem *find(QQuickItem *in, const QString &name)
{
    if (in->objectName() == name && in->isVisible())
        return in;
    const QList<QQuickItem *> children = in->childItems();
    for (QQuickItem *child : children)
        if (QQuickItem *found = find(child, name))
            return found;
    return nullptr;
}

}  // namespace

class tst_Window : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanup();
    void cleanupTestCase();
    void keyboardOpensEverything();
    void paletteFindsASetting();
    void settingsWorkAtOnce();
    void linkWaitsForAYes();
    void quietHoursKeepToastsBack();
    void savedFilesHaveNames();
    void firstStepsEndInAReceipt();

private:
    QQuickWindow *load(const QString &place, bool mayGreet = false);
    void press(QQuickItem *item);
    QQuickItem *item(const QString &name) { return find(m_window->contentItem(), name); }

    std::unique_ptr<QQmlApplicationEngine> m_engine;
    QQuickWindow *m_window = nullptr;
};

void tst_Window::initTestCase()
{
    QQuickStyle::setStyle(u"Basic"_s);
    qInstallMessageHandler(collect);
    QSignalSpy opened(&Bridge::instance(), &Bridge::opened);
    Bridge::instance().open(QString());
    QVERIFY(opened.count() > 0 || opened.wait(20'000));
}

void tst_Window::cleanup()
{
    m_engine.reset();
    m_window = nullptr;
    Choices::instance().forgetOverrides();
    Choices::instance().keepIn(QString());
}

void tst_Window::cleanupTestCase()
{
    Bridge::instance().close();
    qInstallMessageHandler(nullptr);
}

QQuickWindow *tst_Window::load(const QString &place, bool mayGreet)
{
    warnings.clear();
    m_engine = std::make_unique<QQmlApplicationEngine>();
    m_engine->addImportPath(u"qrc:/qt/qml"_s);
    m_engine->setInitialProperties(
        {{u"place"_s, place}, {u"mayGreet"_s, mayGreet}, {u"width"_s, 1440}, {u"height"_s, 900}});
    m_engine->load(u"qrc:/qt/qml/DreamScope/Ui/Main.qml"_s);
    m_window = qobject_cast<QQuickWindow *>(m_engine->rootObjects().value(0));
    if (m_window && !QTest::qWaitForWindowExposed(m_window))
        return nullptr;
    m_window->requestActivate();
    QTest::qWait(100);
    return m_window;
}

void tst_Window::press(QQuickItem *item)
{
    QAccessibleInterface *accessible = QAccessible::queryAccessibleInterface(item);
    QVERIFY(accessible && accessible->actionInterface());
    accessible->actionInterface()->doAction(QAccessibleActionInterface::pressAction());
    QTest::qWait(30);
}

void tst_Window::keyboardOpensEverything()
{
    QVERIFY(load(u"Dreams"_s));
    const auto place = [this] { return m_window->property("place").toString(); };
    QTest::keyClick(m_window, Qt::Key_Comma, Qt::ControlModifier);
    QCOMPARE(place(), u"Settings"_s);
    QTest::keyClick(m_window, Qt::Key_F1);
    QCOMPARE(place(), u"Manual"_s);
    const QVariantList places = m_window->property("places").value<QJSValue>().toVariant().toList();
    for (int i = 0; i < places.size(); ++i) {
        QTest::keyClick(m_window, Qt::Key(Qt::Key_1 + i), Qt::ControlModifier);
        QCOMPARE(place(), places.at(i).toMap().value(u"name"_s).toString());
    }
    QVERIFY(places.size() >= 4);
    for (const bool isBeside : {false, true}) {  // the last place has an inspector, which folds
        QTest::keyClick(m_window, Qt::Key_I, Qt::ControlModifier);
        QCOMPARE(Choices::instance().value(u"look/inspector"_s).toBool(), isBeside);
    }
    QTest::keyClick(m_window, Qt::Key_J, Qt::ControlModifier);
    QTRY_VERIFY(item(u"closeDrawer"_s));
    QTest::keyClick(m_window, Qt::Key_Escape);
    QTRY_VERIFY(!item(u"closeDrawer"_s));
    QTest::keyClick(m_window, Qt::Key_N, Qt::ControlModifier | Qt::ShiftModifier);
    QTRY_VERIFY(item(u"closeDrawer"_s));
    QTest::keyClick(m_window, Qt::Key_Escape);
    QTest::keyClick(m_window, Qt::Key_Plus, Qt::ControlModifier);
    QCOMPARE(Choices::instance().value(u"look/textPercent"_s).toInt(), 110);
    QCOMPARE(warnings, QStringList());
}

void tst_Window::paletteFindsASetting()
{
    QVERIFY(load(u"Dreams"_s));
    QTest::keyClick(m_window, Qt::Key_K, Qt::ControlModifier);
    QTRY_VERIFY(m_window->activeFocusItem()
                && m_window->activeFocusItem()->objectName() == "paletteField"_L1);
    for (const char letter : QByteArray("quiet until"))
        QTest::keyClick(m_window, letter);
    QTest::qWait(150);
    QTest::keyClick(m_window, Qt::Key_Return);
    QTRY_COMPARE(m_window->property("place").toString(), u"Settings"_s);
    QTRY_VERIFY(item(u"setting.quiet/to"_s));
    QVERIFY(!item(u"setting.look/theme"_s));
    QCOMPARE(warnings, QStringList());
}

void tst_Window::settingsWorkAtOnce()
{
    QVERIFY(load(u"Settings"_s));
    Choices &choices = Choices::instance();
    QVERIFY(!item(u"reset.look/moreContrast"_s));
    press(item(u"setting.look/moreContrast"_s));
    QCOMPARE(choices.value(u"look/moreContrast"_s).toBool(), true);
    QTRY_VERIFY(item(u"reset.look/moreContrast"_s));
    press(item(u"more.look/textPercent"_s));
    QCOMPARE(choices.value(u"look/textPercent"_s).toInt(), 110);
    press(item(u"changedOnly"_s));
    QTRY_VERIFY(!item(u"setting.look/theme"_s));
    QVERIFY(item(u"setting.look/moreContrast"_s));
    press(item(u"reset.look/moreContrast"_s));
    QTRY_VERIFY(!item(u"setting.look/moreContrast"_s));
    press(item(u"resetAll"_s));
    QCOMPARE(choices.changedCount(), 0);
    QTest::keyClick(m_window, Qt::Key_Z, Qt::ControlModifier);  // the toast offers to undo
    QTRY_COMPARE(choices.value(u"look/textPercent"_s).toInt(), 110);
    QCOMPARE(warnings, QStringList());
}

void tst_Window::linkWaitsForAYes()
{
    QVERIFY(load(u"Agents"_s));
    QMetaObject::invokeMethod(m_window, "arrive", Q_ARG(QString, u"import:/nowhere/a.md"_s));
    QTRY_VERIFY(item(u"refuseImport"_s));
    QCOMPARE(m_window->property("place").toString(), u"Agents"_s);  // nothing was done yet
    press(item(u"refuseImport"_s));
    QTRY_VERIFY(!item(u"refuseImport"_s));
    QCOMPARE(m_window->property("place").toString(), u"Agents"_s);
    QMetaObject::invokeMethod(m_window, "arrive", Q_ARG(QString, u"place:Library"_s));
    QCOMPARE(m_window->property("place").toString(), u"Library"_s);
    QCOMPARE(warnings, QStringList());
}

// A title may hold anything; a file's name keeps its letters and digits in every script.
void tst_Window::savedFilesHaveNames()
{
    QVERIFY(load(u"Library"_s));
    const auto name = [this](const QString &words, const QString &media) {
        const QString ask =
            u"window.page.fileName({dream: '', name: '%1', mediaType: '%2'})"_s.arg(words, media);
        return QQmlExpression(qmlContext(m_window), m_window, ask).evaluate().toString();
    };
    QCOMPARE(name(u"Über / ../ 夢 42!"_s, u"image/svg+xml"_s), u"Über-夢-42.svg"_s);
    QCOMPARE(name(u"record"_s, u"application/json"_s), u"record.json"_s);
    QCOMPARE(warnings, QStringList());
}

void tst_Window::quietHoursKeepToastsBack()
{
    QVERIFY(load(u"Dreams"_s));
    Choices &choices = Choices::instance();
    choices.set(u"quiet/from"_s, 22 * 60);
    choices.set(u"quiet/to"_s, 7 * 60);
    QQmlExpression quiet(qmlContext(m_window), m_window, QString());
    const auto isQuiet = [&](int hour, int minute) {
        quiet.setExpression(
            u"Notices.quietAt(new Date(2026, 0, 5, %1, %2))"_s.arg(hour).arg(minute));
        return quiet.evaluate().toBool();
    };
    QVERIFY(!isQuiet(23, 0));  // not switched on
    choices.set(u"quiet/isOn"_s, true);
    QVERIFY(isQuiet(22, 0));
    QVERIFY(isQuiet(6, 59));
    QVERIFY(!isQuiet(7, 0));
    QVERIFY(!isQuiet(12, 0));
    choices.set(u"quiet/from"_s, 12 * 60);
    choices.set(u"quiet/to"_s, 13 * 60);
    QVERIFY(isQuiet(12, 30));
    QVERIFY(!isQuiet(23, 0));
}

// The whole of it by screen reader: name, dream, receipts, verdict.
void tst_Window::firstStepsEndInAReceipt()
{
    QVERIFY(load(u"Dreams"_s, true));
    QTRY_COMPARE(m_window->property("place").toString(), u"FirstRun"_s);
    QTRY_VERIFY(item(u"nextStep"_s));
    press(item(u"nextStep"_s));
    QTRY_VERIFY(item(u"sampleText"_s));
    press(item(u"sampleText"_s));
    QTRY_VERIFY(item(u"keepFirst"_s)->isEnabled());
    press(item(u"keepFirst"_s));
    QTRY_VERIFY(item(u"verifyFirst"_s));
    QTRY_VERIFY_WITH_TIMEOUT(item(u"verifyFirst"_s)->isEnabled(), 30'000);
    press(item(u"verifyFirst"_s));
    QTRY_VERIFY_WITH_TIMEOUT(item(u"firstProof"_s), 30'000);
    press(item(u"nextStep"_s));
    QTRY_VERIFY(item(u"sampleWorld"_s));
    press(item(u"sampleWorld"_s));
    QTRY_VERIFY(Choices::instance().recall(u"samples"_s).toStringList().size() >= 3);
    press(item(u"sampleWorld"_s));
    QTRY_VERIFY_WITH_TIMEOUT(Choices::instance().recall(u"samples"_s).toStringList().isEmpty(),
                             15'000);
    QCOMPARE(Choices::instance().recall(u"isGreeted"_s).toBool(), true);
    QCOMPARE(warnings, QStringList());
}

QTEST_MAIN(tst_Window)
#include "tst_window.moc"
