// The window around its pages, driven by keyboard and screen reader over a real organism: shortcuts,
// palette, settings, links that wait for a yes, quiet hours, and the first steps to a receipt.
#include "window.h"

#include "desk/choices.h"

#ifndef Q_MOC_RUN
#    include "hands/backup.h"
#endif

#include <QJSValue>
#include <QQmlContext>
#include <QQmlExpression>
#include <QTemporaryDir>

using namespace Qt::StringLiterals;
using namespace testwindow;
using models::Bridge;

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
    void libraryOpensWhereItIsTight();
    void backupIsMadeFromSettings();
    void firstBackupIsDoneWhenItHolds();

private:
    QQuickWindow *load(const QString &place, bool mayGreet = false)
    {
        return m_window = testwindow::load(m_engine, place, {1440, 900}, mayGreet);
    }
    QStringList shownWords();
    QQuickItem *item(const QString &name) { return find(m_window->contentItem(), name); }

    std::unique_ptr<QQmlApplicationEngine> m_engine;
    QQuickWindow *m_window = nullptr;
};

void tst_Window::initTestCase()
{
    QQuickStyle::setStyle(u"Basic"_s);
    qInstallMessageHandler(collect);
    QVERIFY(open(QString(), false));
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

QStringList tst_Window::shownWords()
{
    QStringList words;
    QList<QQuickItem *> left{m_window->contentItem()};
    while (!left.isEmpty()) {
        QQuickItem *at = left.takeFirst();
        if (at->objectName() == "backupWord"_L1 && at->isVisible())
            words.append(at->property("modelData").toString());
        left.append(at->childItems());
    }
    return words;
}

// Where list and thing do not fit side by side, a press shows the thing and one more the list.
void tst_Window::libraryOpensWhereItIsTight()
{
    QVERIFY((m_window = testwindow::load(m_engine, u"Library"_s, {760, 600})));
    QTRY_VERIFY(item(u"libraryList"_s) && item(u"libraryList"_s)->property("count").toInt() > 0);
    QQuickItem *content = item(u"libraryList"_s)->property("contentItem").value<QQuickItem *>();
    const QList<QQuickItem *> lines = content->childItems();
    const auto line = std::find_if(lines.begin(), lines.end(), [](QQuickItem *one) {
        return one->isVisible() && !nameOf(one).isEmpty();
    });
    QVERIFY(line != lines.end());
    press(*line);
    QTRY_VERIFY(item(u"saveArtefact"_s));
    QVERIFY(!item(u"libraryList"_s));
    press(item(u"back"_s));
    QTRY_VERIFY(item(u"libraryList"_s));
    QCOMPARE(warnings, QStringList());
}

// Folder, rhythm, a backup that holds, its words, and one that fails with its reason.
void tst_Window::backupIsMadeFromSettings()
{
    QTemporaryDir profile, target;
    // Only a profile in a folder has backups.
    QVERIFY(open(profile.path(), true));
    QVERIFY(load(u"Dreams"_s));
    QMetaObject::invokeMethod(m_window, "go", Q_ARG(QString, u"Settings"_s),
                              Q_ARG(QString, u"backups"_s));
    QTRY_VERIFY(item(u"backUpNow"_s));
    QVERIFY(!item(u"backUpNow"_s)->isEnabled());  // nobody has said where to
    QVERIFY(!item(u"lastBackup"_s));
    item(u"backupFolder"_s)->setProperty("text", target.path());
    QTRY_VERIFY(item(u"backUpNow"_s)->isEnabled());
    press(item(u"backUpNow"_s));
    QTRY_VERIFY_WITH_TIMEOUT(item(u"lastBackup"_s), 30'000);
    QCOMPARE(QDir(target.path()).entryList({u"*.backup"_s}).size(), 1);
    QVERIFY(!item(u"backupRunning"_s));
    QVERIFY(!item(u"erasedSince"_s));

    press(item(u"showWords"_s));
    QTRY_COMPARE(shownWords().size(), 12);
    std::string error;
    const auto entropy = hands::backupEntropy(profile.path().toStdString(), error);
    QVERIFY(entropy);
    QCOMPARE(shownWords().join(u' '), QString::fromStdString(crypto::phraseOf(*entropy)));
    press(item(u"closeWords"_s));
    QTRY_VERIFY(shownWords().isEmpty());
    QQmlExpression kept(qmlContext(item(u"showWords"_s)), item(u"showWords"_s),
                        u"words.words.length"_s);
    QTRY_COMPARE(kept.evaluate().toInt(), 0);  // nor behind the closed sheet

    const auto keep = [this] {
        return QQmlExpression(qmlContext(item(u"fewerBackups"_s)), item(u"fewerBackups"_s),
                              u"backups.keep + ' ' + backups.every"_s)
            .evaluate()
            .toString();
    };
    press(item(u"fewerBackups"_s));
    QTRY_COMPARE(keep(), u"6 0"_s);
    QMetaObject::invokeMethod(item(u"backupEvery"_s), "pick", Q_ARG(QString, u"604800000000"_s));
    QTRY_COMPARE(keep(), u"6 604800000000"_s);

    QFile blocking(target.filePath(u"file"_s));  // a file where the folder should be
    QVERIFY(blocking.open(QIODevice::WriteOnly));
    item(u"backupFolder"_s)->setProperty("text", target.filePath(u"file"_s));
    press(item(u"backUpNow"_s));
    QTRY_VERIFY_WITH_TIMEOUT(item(u"backupFailure"_s), 30'000);
    QVERIFY(!item(u"backupFailure"_s)->property("missing").toString().isEmpty());
    QVERIFY(item(u"lastBackup"_s));  // the one that holds still does
    QVERIFY(item(u"backup.failed"_s) && item(u"backup.made"_s));
    item(u"backupFolder"_s)->setProperty("text", u"beside"_s);
    press(item(u"backUpNow"_s));
    QTRY_VERIFY(!item(u"backupFolder"_s)->property("problem").toString().isEmpty());
    QTest::qWait(50);
    QCOMPARE(warnings, QStringList());

    item(u"settingsSearch"_s)->setProperty("text", u"twelve words"_s);
    QTRY_VERIFY(item(u"backUpNow"_s));
    item(u"settingsSearch"_s)->setProperty("text", u"quiet until"_s);
    QTRY_VERIFY(!item(u"backUpNow"_s));
    QVERIFY(item(u"setting.quiet/to"_s));
    m_engine.reset();
    QVERIFY(open(QString(), true));
}

void tst_Window::firstBackupIsDoneWhenItHolds()
{
    QTemporaryDir profile, target;
    QVERIFY(open(profile.path(), true));
    QVERIFY(load(u"Dreams"_s));
    QMetaObject::invokeMethod(m_window, "go", Q_ARG(QString, u"FirstRun"_s),
                              Q_ARG(QString, u"backup"_s));
    const auto isDone = [this] {
        return QQmlExpression(qmlContext(m_window), m_window, u"window.page.steps[4].isDone"_s)
            .evaluate()
            .toBool();
    };
    QTRY_VERIFY(item(u"firstBackup"_s));
    QVERIFY(!item(u"firstWords"_s));
    item(u"backupFolder"_s)->setProperty("text", target.path());
    QTRY_VERIFY(item(u"firstBackup"_s)->isEnabled());
    QVERIFY(!isDone());
    press(item(u"firstBackup"_s));
    QTRY_VERIFY_WITH_TIMEOUT(item(u"firstWords"_s), 30'000);
    QVERIFY(isDone());
    QVERIFY(!item(u"firstBackup"_s));
    press(item(u"firstWords"_s));
    QTRY_COMPARE(shownWords().size(), 12);
    press(item(u"closeWords"_s));
    press(item(u"nextStep"_s));
    QTRY_COMPARE(m_window->property("place").toString(), u"Dreams"_s);
    QCOMPARE(warnings, QStringList());
    m_engine.reset();
    QVERIFY(open(QString(), true));
}

QTEST_MAIN(tst_Window)
#include "tst_window.moc"
