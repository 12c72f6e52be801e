// The way into the past on Pulse, in a real window over a real profile on disk: by keys, by a screen
// reader and by a history line one comes to a moment, is told so without a way to overlook it, sees
// what changed since, and is back with Escape; nothing warns and no command is sent on the way.
#include "window.h"

#include "past.h"
#include "values.h"

#include "loop/edge.h"

#include <QStandardPaths>
#include <QTemporaryDir>

using namespace Qt::StringLiterals;
using namespace testwindow;
using models::Bridge;

class tst_PulsePast : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase();
    void keysLeadIntoThePastAndBack();
    void whatChangedIsListed();
    void aLinkOpensAMoment();
    void aScreenReaderMovesIt();

private:
    QQuickItem *in(const QString &name) { return find(m_window->contentItem(), name); }
    QString words(const QString &name)
    {
        QQuickItem *item = in(name);
        return item ? item->property("text").toString() : QString();
    }
    void show(const QString &place)
    {
        m_window = load(m_engine, place, {1280, 800});
        QVERIFY(m_window);
        QTRY_VERIFY(in(u"pastThumb"_s));
    }

    QTemporaryDir m_folder;
    std::unique_ptr<QQmlApplicationEngine> m_engine;
    QQuickWindow *m_window = nullptr;
    double m_facts = 0;
};

void tst_PulsePast::initTestCase()
{
    QStandardPaths::setTestModeEnabled(true);
    QCoreApplication::setOrganizationName(u"DreamScopeTests"_s);
    QQuickStyle::setStyle(u"Basic"_s);
    qInstallMessageHandler(collect);
    QVERIFY(open(m_folder.path(), true));
    for (int i = 0; i < 12; ++i) {
        std::string error;
        auto made = loop::makeAsk(
            *Bridge::command(u"dreams.create"_s),
            models::toJson({{u"title"_s, u"Dream %1"_s.arg(i)}, {u"body"_s, u"Text %1"_s.arg(i)}}),
            error);
        QVERIFY2(made, error.c_str());
        QVERIFY(Bridge::instance().engine()->ask(std::move(*made)).isDone);
        if (i == 5)
            m_facts = double(Bridge::instance().engine()->pulse().facts);
        QTest::qWait(15);
    }
}

void tst_PulsePast::cleanupTestCase()
{
    m_engine.reset();
    Bridge::instance().close();
}

void tst_PulsePast::keysLeadIntoThePastAndBack()
{
    show(u"Pulse"_s);
    const std::uint64_t commands = Bridge::instance().engine()->pulse().commands;
    QQuickItem *thumb = in(u"pastThumb"_s);
    thumb->forceActiveFocus(Qt::TabFocusReason);
    QVERIFY(!in(u"pastBanner"_s));
    QTest::keyClick(m_window, Qt::Key_Left, Qt::ControlModifier);
    QTRY_VERIFY(in(u"pastBanner"_s));
    QVERIFY(words(u"pastBanner"_s).contains(u"Nothing can be changed here"_s));
    QTest::keyClick(m_window, Qt::Key_PageDown);
    QTest::keyClick(m_window, Qt::Key_PageDown);
    QTest::keyClick(m_window, Qt::Key_Home);
    QTRY_VERIFY(words(u"pastBanner"_s).contains(u"with 0 dreams"_s));
    QTRY_COMPARE(thumb->property("value").toDouble(), thumb->property("minimumValue").toDouble());
    QVERIFY(words(u"verdict"_s).startsWith(u"It was"_s));
    QVERIFY(!in(u"pulseDeed"_s));
    QTest::keyClick(m_window, Qt::Key_Escape);
    QTRY_VERIFY(!in(u"pastBanner"_s));
    QVERIFY(!words(u"verdict"_s).startsWith(u"It was"_s));
    QTest::keyClick(m_window, Qt::Key_PageDown);
    QTRY_VERIFY(in(u"pastBanner"_s));
    QTest::keyClick(m_window, Qt::Key_End);
    QTRY_VERIFY(!in(u"pastBanner"_s));
    QCOMPARE(Bridge::instance().engine()->pulse().commands, commands);
    QCOMPARE(warnings, QStringList());
}

void tst_PulsePast::whatChangedIsListed()
{
    show(u"Pulse/fact:%1"_s.arg(m_facts));
    QTRY_VERIFY(words(u"pastBanner"_s).contains(u"with 6 dreams"_s));
    press(in(u"pastCompare"_s));
    QTRY_VERIFY(in(u"changes.dreams.dreams"_s));
    QVERIFY2(words(u"changes.dreams.dreams"_s).contains(u"6 added"_s),
             qPrintable(words(u"changes.dreams.dreams"_s)));
    QVERIFY(in(u"otherThumb"_s));
    QQuickItem *row = in(u"change.dreams.dreams.0"_s);
    press(row);
    // a dream that came, or one that has been given up meanwhile
    QTRY_VERIFY(in(u"changed.title"_s) || in(u"changed.state"_s));
    press(in(u"pastCompare"_s));
    QTRY_VERIFY(!in(u"changes.dreams.dreams"_s));
    press(in(u"pastBack"_s));
    QTRY_VERIFY(!in(u"pastBanner"_s));
    QCOMPARE(warnings, QStringList());
}

void tst_PulsePast::aLinkOpensAMoment()
{
    show(u"Pulse/fact:%1-now"_s.arg(m_facts));
    QTRY_VERIFY(in(u"changes.dreams.dreams"_s));
    QVERIFY(words(u"pastBanner"_s).contains(u"with 6 dreams"_s));
    for (const QString &nonsense :
         {u"fact:"_s, u"fact:x"_s, u"fact:99999999999999999999"_s, u"fact:1;drop"_s}) {
        show(u"Pulse/"_s + nonsense);
        QVERIFY(!in(u"pastBanner"_s));
    }
    QCOMPARE(warnings, QStringList());
}

void tst_PulsePast::aScreenReaderMovesIt()
{
    show(u"Pulse"_s);
    QQuickItem *thumb = in(u"pastThumb"_s);
    QAccessibleInterface *reader = QAccessible::queryAccessibleInterface(thumb);
    QVERIFY(reader && reader->valueInterface() && reader->actionInterface());
    QCOMPARE(reader->role(), QAccessible::Slider);
    QCOMPARE(reader->text(QAccessible::Name), u"Moment shown"_s);
    QCOMPARE(reader->text(QAccessible::Description), u"now"_s);
    for (int i = 0; i < 20; ++i)
        reader->actionInterface()->doAction(QAccessibleActionInterface::decreaseAction());
    QTRY_VERIFY(in(u"pastBanner"_s));
    QVERIFY(reader->text(QAccessible::Description) != u"now"_s);
    QTRY_VERIFY(reader->valueInterface()->currentValue().toDouble()
                < reader->valueInterface()->maximumValue().toDouble());
    QCOMPARE(warnings, QStringList());
}

QTEST_MAIN(tst_PulsePast)
#include "tst_pulsepast.moc"
