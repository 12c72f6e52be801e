// What leaves the window and comes back, over a real organism: the mirror folder from Settings, a
// backup restored into a profile of its own, and two runs of one dream side by side.
#include "window.h"

#include "desk/choices.h"

#ifndef Q_MOC_RUN
#    include "hands/keeperhand.h"
#    include "hands/restoring.h"
#endif

#include <QQmlContext>
#include <QQmlExpression>
#include <QTemporaryDir>

using namespace Qt::StringLiterals;
using namespace testwindow;
using models::Bridge;

class tst_Sheets : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanup();
    void cleanupTestCase();
    void mirrorIsKeptFromSettings();
    void backupIsRestoredFromSettings();
    void firstRunTakesABackup();
    void runsAreCompared();

private:
    bool show(const QString &place)
    {
        m_window = testwindow::load(m_engine, place.section(u'/', 0, 0), {1440, 900});
        if (m_window && place.contains(u'/'))
            QMetaObject::invokeMethod(m_window, "go", Q_ARG(QString, place.section(u'/', 0, 0)),
                                      Q_ARG(QString, place.section(u'/', 1)));
        return m_window;
    }
    QQuickItem *item(const QString &name) { return find(m_window->contentItem(), name); }
    QString said(const QString &name) { return item(name) ? nameOf(item(name)) : QString(); }
    QString backUp(const QString &folder);

    std::unique_ptr<QQmlApplicationEngine> m_engine;
    QQuickWindow *m_window = nullptr;
};

void tst_Sheets::initTestCase()
{
    QQuickStyle::setStyle(u"Basic"_s);
    qInstallMessageHandler(collect);
}

void tst_Sheets::cleanup()
{
    m_engine.reset();
    m_window = nullptr;
    Choices::instance().forgetOverrides();
}

void tst_Sheets::cleanupTestCase()
{
    Bridge::instance().close();
    qInstallMessageHandler(nullptr);
}

// Off at first; on once a folder is chosen; away is said; stopping leaves the files.
void tst_Sheets::mirrorIsKeptFromSettings()
{
    QTemporaryDir profile, target;
    QVERIFY(open(profile.path(), true));
    dreams::Create create;
    create.body = kernel::Body{"A lamp at the harbour"};
    QVERIFY(Bridge::instance().engine()->ask(create).isDone);
    QVERIFY(show(u"Settings/mirror"_s));
    QTRY_VERIFY(item(u"mirrorFolder"_s));
    QVERIFY(!item(u"followMirror"_s)->isEnabled());
    QVERIFY(!item(u"stopMirror"_s) && !item(u"mirrorStanding"_s));
    item(u"mirrorFolder"_s)->setProperty("text", u"beside"_s);
    press(item(u"followMirror"_s));
    QTRY_VERIFY(item(u"mirrorRefused"_s));
    const QString folder = target.filePath(u"mirror"_s);
    item(u"mirrorFolder"_s)->setProperty("text", folder);
    press(item(u"followMirror"_s));
    QTRY_VERIFY_WITH_TIMEOUT(said(u"mirrorFiles"_s).contains(u"4"), 20'000);
    QCOMPARE(QDir(folder).entryList({u"*.md"_s}).size(), 2);
    QVERIFY(!item(u"mirrorRefused"_s) && !item(u"mirrorTrouble"_s));
    QTRY_VERIFY(item(u"writeMirror"_s)->isEnabled());
    press(item(u"writeMirror"_s));
    QTRY_VERIFY(item(u"writeMirror"_s)->isEnabled());

    QVERIFY(QDir().rename(folder, folder + u"-away"_s));
    create.body = kernel::Body{"A second lamp"};
    QVERIFY(Bridge::instance().engine()->ask(create).isDone);
    QTRY_VERIFY_WITH_TIMEOUT(item(u"mirrorTrouble"_s), 20'000);
    press(item(u"stopMirror"_s));
    QTRY_VERIFY(!item(u"stopMirror"_s));
    QVERIFY(QDir(folder + u"-away"_s).exists());
    QTest::qWait(50);
    QCOMPARE(warnings, QStringList());
    m_engine.reset();
}

QString tst_Sheets::backUp(const QString &folder)
{
    loop::Engine &engine = *Bridge::instance().engine();
    if (!engine.ask(dreamkeeper::BackUp{folder.toStdString()}).isDone)
        return {};
    const auto made = hands::waitForBackup(engine, [] { return true; });
    return made && made->standing == dreamkeeper::Standing::Made
               ? QString::fromStdString(made->file)
               : QString();
}

// Wrong words and a damaged file are told apart, nothing is restored over something, and what came
// back is the same profile in another place.
void tst_Sheets::backupIsRestoredFromSettings()
{
    QTemporaryDir profile, target;
    QVERIFY(open(profile.path(), true));
    dreams::Create create;
    create.body = kernel::Body{"A lamp at the harbour"};
    QVERIFY(Bridge::instance().engine()->ask(create).isDone);
    const QString file = backUp(target.path());
    QVERIFY(!file.isEmpty());
    std::string error;
    const auto entropy = hands::backupEntropy(profile.path().toStdString(), error);
    QVERIFY(entropy);
    const QString words = QString::fromStdString(crypto::phraseOf(*entropy));
    QVERIFY(show(u"Settings/backups"_s));
    QTRY_VERIFY(item(u"restoreBackup"_s));
    QTRY_VERIFY(item(u"lastBackup"_s));
    press(item(u"restoreBackup"_s));
    QTRY_VERIFY(item(u"startRestore"_s));
    QVERIFY(!item(u"startRestore"_s)->isEnabled());
    QTRY_COMPARE(item(u"restoreFile"_s)->property("text").toString(), file);  // the newest
    const auto attempt = [&](const QString &phrase, const QString &from, const QString &into) {
        item(u"restoreWords"_s)->setProperty("text", phrase);
        item(u"restoreFile"_s)->setProperty("text", from);
        item(u"restoreFolder"_s)->setProperty("text", into);
        press(item(u"startRestore"_s));
        if (!QTest::qWaitFor([&] { return item(u"restoreProblem"_s) || item(u"restoreDone"_s); },
                             60'000))
            return QString();
        return item(u"restoreProblem"_s) ? item(u"restoreProblem"_s)->property("missing").toString()
                                         : u"done"_s;
    };
    const QString into = target.filePath(u"new"_s);
    item(u"restoreWords"_s)->setProperty("text", u"abandon ability"_s);
    QVERIFY(!item(u"startRestore"_s)->isEnabled());
    const QString others =
        u"legal winner thank year wave sausage worth useful legal winner thank yellow"_s;
    QVERIFY(attempt(others, file, into).contains(u"not the words"_s));
    QVERIFY(!QDir(into).exists() && !QDir(into + u".restoring"_s).exists());
    QVERIFY(attempt(words, target.filePath(u"nothing"_s), into).contains(u"no backup"_s));
    QVERIFY(attempt(words, file, profile.path()).contains(u"not empty"_s));
    QCOMPARE(attempt(u"  "_s + words.toUpper().replace(u' ', u'\n'), file, into), u"done"_s);
    QVERIFY(item(u"openRestored"_s));
    QVERIFY(item(u"restoreWords"_s)->property("text").toString().isEmpty());
    QVERIFY(QFile::exists(into + u"/journal.db"_s) && !QDir(into + u".restoring"_s).exists());
    press(item(u"closeRestore"_s));
    QTest::qWait(50);
    QCOMPARE(warnings, QStringList());
    m_engine.reset();
    QVERIFY(open(into, true));
    std::size_t dreamCount = 0;
    Bridge::instance().engine()->inspectNow([&](loop::Core &core, store::Store &) {
        dreamCount = core.stateOf<dreams::Dreams>().dreams.size();
    });
    QCOMPARE(dreamCount, std::size_t(1));
}

void tst_Sheets::firstRunTakesABackup()
{
    QTemporaryDir profile;
    QVERIFY(open(profile.path(), true));
    QVERIFY(show(u"FirstRun/you"_s));
    QTRY_VERIFY(item(u"haveBackup"_s));
    press(item(u"haveBackup"_s));
    QTRY_VERIFY(item(u"startRestore"_s));
    const QString folder = item(u"restoreFolder"_s)->property("text").toString();
    QVERIFY(folder.startsWith(profile.path()) && folder != profile.path()
            && !QDir(folder).exists());
    press(item(u"closeRestore"_s));
    QTRY_VERIFY(!item(u"startRestore"_s));
    QCOMPARE(warnings, QStringList());
}

// With one run the sheet says why there is nothing to compare; after a second, of another text, each
// step says what differs.
void tst_Sheets::runsAreCompared()
{
    QVERIFY(open(QString(), false));
    loop::Engine &engine = *Bridge::instance().engine();
    const auto runs = [&](std::uint64_t dream) {
        bool isOpen = true;
        QTRY_VERIFY_WITH_TIMEOUT((engine.inspectNow([&](loop::Core &core, store::Store &) {
                                     const auto *row =
                                         core.stateOf<dreams::Dreams>().dreams.find(dream);
                                     isOpen = !row || row->state != dreams::State::Understood;
                                 }),
                                  !isOpen),
                                 90'000);
    };
    dreams::Create create;
    create.body =
        kernel::Body{"The lamp at the harbour burns all night, and nobody asks who pays for it."};
    const kernel::Answer kept = engine.ask(create);
    QVERIFY(kept.isDone);
    const std::uint64_t dream = kept.ids.front();
    runs(dream);
    QVERIFY(show(u"Dreams/"_s + QString::fromStdString(kernel::idText(dream))));
    QTRY_VERIFY_WITH_TIMEOUT(item(u"compareRuns"_s), 20'000);
    press(item(u"compareRuns"_s));
    QTRY_VERIFY(item(u"compareEmpty"_s));
    QVERIFY(!item(u"compareVerdict"_s));
    press(item(u"closeCompare"_s));
    QTRY_VERIFY(!item(u"compareEmpty"_s));
    dreams::Edit edit;
    edit.dream = {dream};
    edit.body =
        kernel::Body{"The lamp at the harbour burns until dawn. The town council pays 40 euros."};
    QVERIFY(engine.ask(edit).isDone);
    runs(dream);
    press(item(u"compareRuns"_s));
    QTRY_VERIFY_WITH_TIMEOUT(item(u"compareVerdict"_s), 20'000);
    QVERIFY2(said(u"compareVerdict"_s).contains(u"different texts"_s),
             qPrintable(said(u"compareVerdict"_s)));
    QTRY_VERIFY(item(u"compareScore.overall"_s));
    const QString key = u"compareStep.lucid/extract-keywords/1"_s;
    QTRY_VERIFY(item(key));
    QVERIFY2(said(key).contains(u"different"_s), qPrintable(said(key)));
    press(item(key));
    QTRY_VERIFY_WITH_TIMEOUT(!said(u"changesSummary"_s).isEmpty(), 20'000);
    // The same text again comes out the same, step by step.
    press(item(u"closeCompare"_s));
    superspine::Open again;
    again.dream = {dream};
    QVERIFY(engine.ask(again).isDone);
    QTest::qWait(200);
    runs(dream);
    press(item(u"compareRuns"_s));
    QTRY_VERIFY_WITH_TIMEOUT(said(u"compareVerdict"_s).contains(u"the same text"_s), 30'000);
    QTRY_VERIFY_WITH_TIMEOUT(said(u"compareVerdict"_s).startsWith(u"All "_s), 30'000);
    QTest::qWait(50);
    QCOMPARE(warnings, QStringList());
}

QTEST_MAIN(tst_Sheets)
#include "tst_sheets.moc"
