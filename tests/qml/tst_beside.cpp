// What the window does beside its pages, over a real organism: rows and dreams leave as Markdown, JSON
// and CSV, notices gather by cause, a page stands in a window of its own, the wall fills a screen, and
// trouble with the disk is said in words one can act on, and mended.
#include "window.h"

#include "desk/choices.h"
#include "desk/files.h"

#ifndef Q_MOC_RUN
#    include "cortex/dreams.h"
#endif

#include <QClipboard>
#include <QFile>
#include <QGuiApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QQmlContext>
#include <QQmlExpression>
#include <QSqlDatabase>
#include <QSqlError>
#include <QSqlQuery>
#include <QTemporaryDir>

#include <cerrno>
#include <cstring>

using namespace Qt::StringLiterals;
using namespace testwindow;
using models::Bridge;

namespace {

const auto title = u"Tea, \"black\" | = 2"_s;

QString clip()
{
    return QGuiApplication::clipboard()->text();
}

}  // namespace

class tst_Beside : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanup();
    void cleanupTestCase();
    void rowsLeaveInThreeForms();
    void dreamsHaveActionsInTheirRow();
    void filesAreHandedOut();
    void noticesGatherByCause();
    void oneDreamStandsAlone();
    void wallFillsTheScreen();
    void troubleIsSaidPlainly_data();
    void troubleIsSaidPlainly();
    void troubleIsMended();

private:
    void dream(const QString &named, const QString &text);
    bool show(const QString &place)
    {
        return (m_window = load(m_engine, place, {1440, 900})) != nullptr;
    }
    QQuickItem *item(const QString &name) { return find(m_window->contentItem(), name); }
    QVariant ask(const QString &expression)
    {
        return QQmlExpression(qmlContext(m_window), m_window, expression).evaluate();
    }
    QList<QQuickWindow *> others();

    std::unique_ptr<QQmlApplicationEngine> m_engine;
    QQuickWindow *m_window = nullptr;
};

void tst_Beside::initTestCase()
{
    QQuickStyle::setStyle(u"Basic"_s);
    qInstallMessageHandler(collect);
    Choices::instance().overrideForThisRun(u"look/reduceMotion"_s, true);
    QVERIFY(open(QString(), true));
    dream(title, u"Two cups at four."_s);
    dream(u"A lamp at the harbour"_s, u"It is lit at dusk."_s);
}

void tst_Beside::cleanup()
{
    QTest::qWait(50);
    m_engine.reset();
    m_window = nullptr;
}

void tst_Beside::cleanupTestCase()
{
    Bridge::instance().close();
    qInstallMessageHandler(nullptr);
}

void tst_Beside::dream(const QString &named, const QString &text)
{
    dreams::Create create;
    create.title = named.toStdString();
    create.body = kernel::Body{text.toStdString()};
    QVERIFY(Bridge::instance().engine()->ask(create).isDone);
}

QList<QQuickWindow *> tst_Beside::others()
{
    QList<QQuickWindow *> found;
    const QWindowList all = QGuiApplication::allWindows();
    for (QWindow *one : all)
        if (auto *window = qobject_cast<QQuickWindow *>(one);
            window && window != m_window && window->isVisible())
            found.append(window);
    return found;
}

// The table of the Atlas: by the keyboard, as Python's csv and Qt's JSON read it.
void tst_Beside::rowsLeaveInThreeForms()
{
    QVERIFY(show(u"Atlas"_s));
    QMetaObject::invokeMethod(m_window, "go", Q_ARG(QString, u"Atlas"_s),
                              Q_ARG(QString, u"dreams"_s));
    QTRY_VERIFY(item(u"table"_s) && item(u"table"_s)->property("count").toInt() == 2);
    item(u"table"_s)->forceActiveFocus();
    QTest::keyClick(m_window, Qt::Key_Down);
    const auto choose = [this](const QString &entry) {
        QTest::keyClick(m_window, Qt::Key_F10, Qt::ShiftModifier);
        QTRY_VERIFY(item(u"menu."_s + entry));
        press(item(u"menu."_s + entry));
        QTRY_VERIFY(!item(u"menu."_s + entry));
    };
    choose(u"all.csv"_s);
    QVERIFY(clip().startsWith("id,"_L1) && clip().endsWith("\r\n"_L1));
    QProcess reader;
    reader.start(
        u"python3"_s,
        {u"-c"_s, u"import csv,json,sys;print(json.dumps(list(csv.DictReader(sys.stdin))))"_s});
    reader.write(clip().toUtf8());
    reader.closeWriteChannel();
    QVERIFY(reader.waitForFinished());
    const QJsonArray rows = QJsonDocument::fromJson(reader.readAllStandardOutput()).array();
    QCOMPARE(rows.size(), 2);
    QStringList titles;
    for (const auto &row : rows)
        titles.append(row.toObject().value(u"title"_s).toString());
    QVERIFY2(titles.contains(title), qPrintable(titles.join(u'\n')));
    choose(u"all.json"_s);
    QCOMPARE(QJsonDocument::fromJson(clip().toUtf8()).array().size(), 2);
    choose(u"row.json"_s);
    const QJsonObject row = QJsonDocument::fromJson(clip().toUtf8()).object();
    QVERIFY(row.value(u"id"_s).toString().size() == 13 && row.contains(u"tags"_s));
    choose(u"all.markdown"_s);
    const QStringList lines = clip().split(u'\n', Qt::SkipEmptyParts);
    QCOMPARE(lines.size(), 4);  // head, rule, two rows
    for (const QString &line : lines)
        QCOMPARE(QString(line).replace(u"\\|"_s, QString()).count(u'|'),
                 lines.constFirst().count(u'|'));
    QVERIFY(clip().contains("Tea, \"black\" \\| = 2"_L1));
    QCOMPARE(warnings, QStringList());
}

void tst_Beside::dreamsHaveActionsInTheirRow()
{
    QVERIFY(show(u"Dreams"_s));
    QTRY_VERIFY(item(u"dreamList"_s) && item(u"dreamList"_s)->property("count").toInt() == 2);
    item(u"dreamList"_s)->forceActiveFocus();
    QTest::keyClick(m_window, Qt::Key_End);
    QTRY_COMPARE(ask(u"window.page.heading"_s).toString(),
                 QString());  // only alone it names the window
    const auto choose = [this](const QString &entry) {
        QTest::keyClick(m_window, Qt::Key_Menu);
        QTRY_VERIFY(item(u"menu."_s + entry));
        press(item(u"menu."_s + entry));
        QTRY_VERIFY(!item(u"menu."_s + entry));
    };
    QTRY_VERIFY(item(u"dreamGrip"_s) && item(u"dreamGrip"_s)->isEnabled());
    choose(u"markdown"_s);
    QCOMPARE(clip(), u"# "_s + title + u"\n\nTwo cups at four.\n"_s);
    choose(u"json"_s);
    QCOMPARE(QJsonDocument::fromJson(clip().toUtf8()).object().value(u"text"_s).toString(),
             u"Two cups at four."_s);
    choose(u"archive"_s);
    QTRY_COMPARE(item(u"dreamList"_s)->property("count").toInt(), 1);
    QTest::keyClick(m_window, Qt::Key_Z, Qt::ControlModifier);
    QTRY_COMPARE(item(u"dreamList"_s)->property("count").toInt(), 2);
    // The right button asks for the same, on the row it is over.
    QQuickItem *list = item(u"dreamList"_s);
    QTest::mouseClick(m_window, Qt::RightButton, {}, list->mapToScene(QPointF(60, 24)).toPoint());
    QTRY_VERIFY(item(u"menu.row.csv"_s));
    QTest::keyClick(m_window, Qt::Key_Escape);
    QTRY_VERIFY(!item(u"menu.row.csv"_s));
    QCOMPARE(warnings, QStringList());
}

void tst_Beside::filesAreHandedOut()
{
    const Files files;
    const QUrl url = files.handOut(files.safeName(u"../"_s + title, u".md"_s), u"# Tea\n"_s);
    QFile file(url.toLocalFile());
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.readAll(), QByteArray("# Tea\n"));
    QCOMPARE(QFileInfo(file).fileName(), u"Tea-black-2.md"_s);
    QCOMPARE(QFileInfo(QFileInfo(file).path()).permissions()
                 & (QFile::ReadGroup | QFile::ReadOther),
             QFile::Permissions());
}

void tst_Beside::noticesGatherByCause()
{
    QVERIFY(show(u"Dreams"_s));
    ask(u"Notices.clear()"_s);
    ask(u"Notices.tell('needsYou', 'warn', 'needsYou', '“A” needs you', 'Dreams', 'a')"_s);
    QCOMPARE(ask(u"Notices.headline(Notices.groups[0])"_s).toString(), u"“A” needs you"_s);
    ask(u"Notices.tell('needsYou', 'warn', 'needsYou', '“B” needs you', 'Dreams', 'b')"_s);
    ask(u"Notices.tell('needsYou', 'warn', 'needsYou', '“B” needs you', 'Dreams', 'b')"_s);
    ask(u"Notices.tell('health', 'bad', 'health deadletter', 'Trouble', 'Atlas', '')"_s);
    QCOMPARE(ask(u"Notices.groups.length"_s).toInt(), 2);
    QCOMPARE(ask(u"Notices.unread"_s).toInt(), 4);
    QCOMPARE(ask(u"Notices.groups[1].lines.length"_s).toInt(), 2);  // one thing stands there once
    ask(u"window.run('notices:')"_s);
    QTRY_VERIFY(item(u"notice.needsYou"_s));
    QCOMPARE(ask(u"Notices.unread"_s).toInt(), 0);
    QVERIFY(nameOf(item(u"notice.needsYou"_s)).contains(u"2"));
    press(item(u"notice.needsYou"_s));  // unfolds, and goes nowhere
    QTest::qWait(50);
    QVERIFY(item(u"closeDrawer"_s));
    QStringList words;
    QList<QQuickItem *> left{m_window->contentItem()};
    while (!left.isEmpty()) {
        QQuickItem *at = left.takeFirst();
        if (at->isVisible())
            left.append(at->childItems());
        words.append(at->isVisible() ? at->property("text").toString() : QString());
    }
    QVERIFY(words.contains(u"“A” needs you"_s) && words.contains(u"“B” needs you"_s));
    ask(u"Notices.settle('needsYou', 'b')"_s);
    QTRY_VERIFY(nameOf(item(u"notice.needsYou"_s)).startsWith(u"“A” needs you"_s));
    press(item(u"notice.needsYou"_s));
    QTRY_VERIFY(!item(u"closeDrawer"_s));
    ask(u"Notices.settle('needsYou', 'a')"_s);
    QCOMPARE(ask(u"Notices.groups.length"_s).toInt(), 1);
    for (int i = 0; i < 60; ++i)
        ask(u"Notices.tell('health', 'bad', 'health %1', 'x', 'Atlas', '')"_s.arg(i));
    QCOMPARE(ask(u"Notices.groups.length"_s).toInt(), 40);
    ask(u"Notices.clear()"_s);
    QCOMPARE(warnings, QStringList());
}

void tst_Beside::oneDreamStandsAlone()
{
    QVERIFY(show(u"Dreams"_s));
    QTRY_VERIFY(item(u"dreamGrip"_s) && item(u"dreamGrip"_s)->isEnabled());
    const QString id = ask(u"window.page.here"_s).toString();
    QTest::keyClick(m_window, Qt::Key_O, Qt::ControlModifier | Qt::ShiftModifier);
    QTRY_COMPARE(others().size(), 1);
    QQuickWindow *beside = others().constFirst();
    QVERIFY(QTest::qWaitForWindowExposed(beside));

    QTRY_VERIFY(beside->title().endsWith(u" — DreamScope"_s)
                && !beside->title().startsWith("Dreams"_L1));
    QVERIFY(!find(beside->contentItem(), u"dreamList"_s)
            && !find(beside->contentItem(), u"search"_s));
    QVERIFY(find(beside->contentItem(), u"edit"_s));
    QVERIFY(!beside->transientParent());
    // The same thing is not opened twice; another is, up to a limit.
    ask(u"window.detach()"_s);
    QTest::qWait(50);
    QCOMPARE(others().size(), 1);
    for (int i = 0; i < 14; ++i)
        ask(u"windows.open('Settings', 'x%1', 'Settings')"_s.arg(i));
    QCOMPARE(others().size(), 12);
    // What it leads to opens in the main window.
    QMetaObject::invokeMethod(beside, "wentTo", Q_ARG(QString, u"Agents"_s),
                              Q_ARG(QString, QString()));
    QCOMPARE(m_window->property("place").toString(), u"Agents"_s);
    beside->requestActivate();
    QTRY_VERIFY(beside->isActive());
    QTest::keyPress(beside, Qt::Key_W, Qt::ControlModifier);  // it is gone before a release
    QTRY_COMPARE(others().size(), 11);
    m_window->close();
    QTRY_COMPARE(others().size(), 0);
    QCOMPARE(warnings, QStringList());
    QVERIFY(!id.isEmpty());
}

void tst_Beside::wallFillsTheScreen()
{
    QVERIFY(show(u"Dreams"_s));
    QTest::keyClick(m_window, Qt::Key_F11);
    QTRY_COMPARE(others().size(), 1);
    QQuickWindow *wall = others().constFirst();
    QCOMPARE(wall->visibility(), QWindow::FullScreen);
    QTRY_VERIFY(find(wall->contentItem(), u"wallVerdict"_s));
    QTRY_VERIFY(nameOf(find(wall->contentItem(), u"wallVerdict"_s)).startsWith(u"Well"_s));
    QVERIFY(QTest::qWaitForWindowExposed(wall));
    QTest::keyPress(wall, Qt::Key_Escape);
    QTRY_COMPARE(others().size(), 0);
    QCOMPARE(warnings, QStringList());
}

// What the database and the system really say, made to say it.
void tst_Beside::troubleIsSaidPlainly_data()
{
    QTest::addColumn<QString>("said");
    QTest::addColumn<QString>("cause");
    QTemporaryDir folder;
    {
        QSqlDatabase full = QSqlDatabase::addDatabase(u"QSQLITE"_s, u"full"_s);
        full.setDatabaseName(folder.filePath(u"full.db"_s));
        QVERIFY(full.open());
        QSqlQuery query(full);
        QVERIFY(query.exec(u"pragma max_page_count = 4"_s) && query.exec(u"create table t(b)"_s));
        QVERIFY(!query.exec(u"insert into t values(zeroblob(100000))"_s));
        QTest::newRow("SQLite, full") << query.lastError().text() << u"full"_s;
        QSqlDatabase readOnly = QSqlDatabase::addDatabase(u"QSQLITE"_s, u"readOnly"_s);
        readOnly.setDatabaseName(full.databaseName());
        readOnly.setConnectOptions(u"QSQLITE_OPEN_READONLY"_s);
        QVERIFY(readOnly.open());
        QSqlQuery write(readOnly);
        QVERIFY(!write.exec(u"insert into t values(1)"_s));
        QTest::newRow("SQLite, read only") << write.lastError().text() << u"readOnly"_s;
        QSqlDatabase gone = QSqlDatabase::addDatabase(u"QSQLITE"_s, u"gone"_s);
        gone.setDatabaseName(folder.filePath(u"nowhere/at.db"_s));
        QVERIFY(!gone.open());
        QTest::newRow("SQLite, no folder") << gone.lastError().text() << u"gone"_s;
    }
    for (const QString &name : {u"full"_s, u"readOnly"_s, u"gone"_s})
        QSqlDatabase::removeDatabase(name);
    const auto system = [](int code) {
        return u"cannot write in /x: "_s + QString::fromUtf8(std::strerror(code));
    };
    QTest::newRow("no space") << system(ENOSPC) << u"full"_s;
    QTest::newRow("quota") << system(EDQUOT) << u"full"_s;
    QTest::newRow("read-only disk") << system(EROFS) << u"readOnly"_s;
    QTest::newRow("no permission") << system(EACCES) << u"readOnly"_s;
    QTest::newRow("errors") << system(EIO) << u"broken"_s;
    QTest::newRow("no such file") << system(ENOENT) << u"gone"_s;
    QTest::newRow("busy") << u"profile.busy: another DreamScope works in /x"_s << u"busy"_s;
    QTest::newRow("changed") << u"page 7 was changed"_s << u"changed"_s;
}

void tst_Beside::troubleIsSaidPlainly()
{
    QFETCH(QString, said);
    QFETCH(QString, cause);
    if (!m_window)
        QVERIFY(show(u"Manual"_s));
    const QString quoted = QString(said).replace(u'\'', u' ').replace(u'\n', u' ');
    const QVariantMap words =
        ask(u"Trouble.words('%1')"_s.arg(quoted)).value<QJSValue>().toVariant().toMap();
    QVERIFY2(words.value(u"cause"_s) == cause, qPrintable(said));
    QVERIFY(!words.value(u"title"_s).toString().isEmpty()
            && !words.value(u"todo"_s).toString().isEmpty());
    const QString plain = ask(u"Trouble.plain('%1')"_s.arg(quoted)).toString();
    QCOMPARE(plain == quoted, cause == "busy"_L1 || cause == "changed"_L1);
    QCOMPARE(warnings, QStringList());
}

// A profile where none can be: said with what was kept and what to do; mended by the button.
void tst_Beside::troubleIsMended()
{
    Bridge::instance().close();
    QTemporaryDir folder;
    const QString at = folder.filePath(u"profile"_s);
    QFile inTheWay(at);
    QVERIFY(inTheWay.open(QIODevice::WriteOnly));
    inTheWay.close();
    QVERIFY(!open(at, true));
    QVERIFY(show(u"Dreams"_s));
    QTRY_VERIFY(item(u"tryAgain"_s));
    QVERIFY(item(u"troubleTitle"_s));
    QVERIFY(nameOf(item(u"troubleTitle"_s)).contains("profile"_L1));
    press(item(u"tryAgain"_s));
    QTest::qWait(300);
    QTRY_VERIFY(item(u"tryAgain"_s));  // nothing was mended, so nothing changed
    QVERIFY(inTheWay.remove());
    press(item(u"tryAgain"_s));
    QTRY_VERIFY_WITH_TIMEOUT(Bridge::instance().isReady(), 10'000);
    QTRY_VERIFY(!item(u"tryAgain"_s));
    QTRY_VERIFY(item(u"newDream"_s));
    Bridge::instance().close();
    QCOMPARE(warnings, QStringList());
}

QTEST_MAIN(tst_Beside)
#include "tst_beside.moc"
