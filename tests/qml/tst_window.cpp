// What the window does beside its pages: addresses from outside open little, a second start reaches
// the first, shortcuts stand in one list, nothing speaks to a network, the manual is found and read,
// and a run through settings, palette, notices and running work by keyboard and screen reader.
#include "bridge.h"
#include "desk/choices.h"
#include "desk/guide.h"
#include "desktop/link.h"
#include "desktop/onewindow.h"

#include <QAccessible>
#include <QDirIterator>
#include <QFile>
#include <QLocalServer>
#include <QLocalSocket>
#include <QQmlApplicationEngine>
#include <QQmlContext>
#include <QQmlExpression>
#include <QQuickItem>
#include <QQuickStyle>
#include <QQuickWindow>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QThread>
#include <QtQml/qqmlextensionplugin.h>

Q_IMPORT_QML_PLUGIN(DreamScope_DeskPlugin)
Q_IMPORT_QML_PLUGIN(DreamScope_ModelsPlugin)
Q_IMPORT_QML_PLUGIN(DreamScope_ScenePlugin)
Q_IMPORT_QML_PLUGIN(DreamScope_UiPlugin)

using namespace Qt::StringLiterals;
using desktop::Link;
using models::Bridge;

namespace {

const QStringList pages{u"Dreams"_s, u"Agents"_s, u"Settings"_s};

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

QString read(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

}  // namespace

class tst_Window : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanup();
    void cleanupTestCase();
    void linksOpenLittle_data();
    void linksOpenLittle();
    void secondStartReachesTheFirst();
    void strangersOnTheSocketAreDropped();
    void shortcutsStandInOneList();
    void nothingSpeaksToANetwork();
    void manualIsFound();
    void manualLinksLead();
    void keyboardOpensEverything();
    void paletteFindsASetting();
    void settingsWorkAtOnce();
    void linkWaitsForAYes();
    void quietHoursKeepToastsBack();
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

void tst_Window::linksOpenLittle_data()
{
    QTest::addColumn<QString>("address");
    QTest::addColumn<int>("kind");
    QTest::addColumn<QString>("subject");
    const auto none = int(Link::Kind::None);
    QTest::newRow("dream") << u"dreamscope:dream/6HTS400000089"_s << int(Link::Kind::Dream)
                           << u"6HTS400000089"_s;
    QTest::newRow("page") << u"dreamscope:page/settings"_s << int(Link::Kind::Page)
                          << u"Settings"_s;
    QTest::newRow("import") << u"dreamscope:import?file=/tmp/a%20b.md"_s << int(Link::Kind::Import)
                            << u"/tmp/a b.md"_s;
    QTest::newRow("no such page") << u"dreamscope:page/../Main"_s << none << QString();
    QTest::newRow("a command") << u"dreamscope:dreams.erase/6HTS400000089"_s << none << QString();
    QTest::newRow("short id") << u"dreamscope:dream/1"_s << none << QString();
    QTest::newRow("id with more") << u"dreamscope:dream/6HTS400000089/x"_s << none << QString();
    QTest::newRow("with a query") << u"dreamscope:dream/6HTS400000089?run=1"_s << none << QString();
    QTest::newRow("with a host") << u"dreamscope://host/dream/6HTS400000089"_s << none << QString();
    QTest::newRow("other scheme") << u"file:///etc/passwd"_s << none << QString();
    QTest::newRow("import from afar")
        << u"dreamscope:import?file=http://x/a.md"_s << none << QString();
    QTest::newRow("import upwards")
        << u"dreamscope:import?file=/tmp/../etc/passwd"_s << none << QString();
    QTest::newRow("empty") << QString() << none << QString();
    QTest::newRow("long") << u"dreamscope:page/"_s + QString(3000, u'a') << none << QString();
}

void tst_Window::linksOpenLittle()
{
    QFETCH(QString, address);
    QFETCH(int, kind);
    QFETCH(QString, subject);
    const Link link = desktop::parseLink(address, pages);
    QCOMPARE(int(link.kind), kind);
    QCOMPARE(link.subject, subject);
}

// The second start blocks in its own process; here it does so on a thread of its own.
void tst_Window::secondStartReachesTheFirst()
{
    QTemporaryDir folder;
    desktop::OneWindow first(folder.path());
    QVERIFY(!first.handOver(u"dreamscope:page/agents"_s));  // nobody is there yet
    QVERIFY(first.listen());
    QSignalSpy asked(&first, &desktop::OneWindow::asked);
    bool isTaken = false;
    std::unique_ptr<QThread> second(QThread::create([&] {
        isTaken = desktop::OneWindow(folder.path()).handOver(u"dreamscope:page/agents"_s);
    }));
    second->start();
    QTRY_COMPARE(asked.count(), 1);
    QTRY_VERIFY(second->isFinished());
    QVERIFY(isTaken);
    QCOMPARE(asked.first().first().toString(), u"dreamscope:page/agents"_s);
    // A window that died leaves its socket; the next one takes the name over.
    QTemporaryDir deep;
    const QString far = deep.path() + u'/' + QString(120, u'd');
    desktop::OneWindow longPath(far);
    QVERIFY(longPath.listen());
    QVERIFY(longPath.socketName().toUtf8().size() < 108);
}

void tst_Window::strangersOnTheSocketAreDropped()
{
    QTemporaryDir folder;
    desktop::OneWindow first(folder.path());
    QVERIFY(first.listen());
    QSignalSpy asked(&first, &desktop::OneWindow::asked);
    for (const QByteArray &said : {QByteArray("GET / HTTP/1.1\r\n\r\n"), QByteArray(10'000, 'x')}) {
        QLocalSocket socket;
        socket.connectToServer(first.socketName());
        QVERIFY(socket.waitForConnected());
        socket.write(said);
        socket.flush();
        QTRY_COMPARE(socket.state(), QLocalSocket::UnconnectedState);
    }
    QCOMPARE(asked.count(), 0);
}

void tst_Window::shortcutsStandInOneList()
{
    const QString qml = QStringLiteral(DREAM_SOURCE_DIR "/qml");
    const QString list = read(qml + u"/shell/Keymap.qml"_s);
    static const QRegularExpression bound(u"sequences?:\\s*\\[([^\\]]*)\\]"_s),
        key(u"\"([^\"]+)\""_s);
    int found = 0;
    QDirIterator each(qml, {u"*.qml"_s}, QDir::Files, QDirIterator::Subdirectories);
    while (each.hasNext()) {
        const QString path = each.next(), text = read(path);
        for (auto some = bound.globalMatch(text); some.hasNext();) {
            const QString keys = some.next().captured(1);
            for (auto one = key.globalMatch(keys); one.hasNext();) {
                const QString sequence = one.next().captured(1);
                if (sequence == "Ctrl+"_L1)  // of the places, by number
                    continue;
                ++found;
                QVERIFY2(list.contains(u'"' + sequence + u'"'),
                         qPrintable(path + u": "_s + sequence));
            }
        }
    }
    QVERIFY(found >= 5);
}

// What the privacy page says is checked here: no part of the program opens a connection. When one
// does, this fails, and that page has to list its destinations.
void tst_Window::nothingSpeaksToANetwork()
{
    static const QRegularExpression network(
        u"\\b(QNetworkAccessManager|QTcpSocket|QTcpServer|QUdpSocket|QSslSocket|QWebSocket\\w*|QHostInfo|"
        "getaddrinfo|XMLHttpRequest|WebEngine|curl_easy)\\b|boost/(asio/ip|beast)|sys/socket\\.h"_s);
    int files = 0;
    for (const char *folder : {"engine", "models", "qml", "app"}) {
        QDirIterator each(QStringLiteral(DREAM_SOURCE_DIR "/") + QString::fromLatin1(folder),
                          {u"*.cpp"_s, u"*.h"_s, u"*.qml"_s, u"*.inc"_s}, QDir::Files,
                          QDirIterator::Subdirectories);
        while (each.hasNext()) {
            const QString path = each.next();
            const auto match = network.match(read(path));
            QVERIFY2(!match.hasMatch(), qPrintable(path + u": "_s + match.captured()));
            ++files;
        }
    }
    QVERIFY(files > 200);
    QVERIFY(network.match(u"#include <QTcpSocket>"_s).hasMatch());
}

void tst_Window::manualIsFound()
{
    Guide guide;
    for (const QString &language : {u"en"_s, u"de"_s}) {
        const QVariantList chapters = guide.chapters(language);
        QCOMPARE(chapters.size(), 8);
        for (const QVariant &one : chapters)
            QVERIFY(!one.toMap().value(u"title"_s).toString().isEmpty());
    }
    QVERIFY(guide.chapters(u"en"_s).first().toMap() != guide.chapters(u"de"_s).first().toMap());
    const QVariantList found = guide.search(u"en"_s, u"quiet hours"_s);
    QVERIFY(!found.isEmpty());
    QCOMPARE(found.first().toMap().value(u"name"_s).toString(), u"settings"_s);
    QVERIFY(guide.search(u"en"_s, u"zeppelin"_s).isEmpty());
    QVERIFY(guide.samples(u"de"_s).size() > 1);
}

void tst_Window::manualLinksLead()
{
    static const QRegularExpression link(u"\\]\\(page:(\\w+)\\)"_s);
    int found = 0;
    for (const QString &language : {u"en"_s, u"de"_s}) {
        const QVariantList chapters = Guide().chapters(language);
        for (const QVariant &one : chapters) {
            const QString text = one.toMap().value(u"text"_s).toString();
            for (auto each = link.globalMatch(text); each.hasNext(); ++found) {
                const QString page = each.next().captured(1);
                QVERIFY2(QFile::exists(u":/qt/qml/DreamScope/Ui/pages/"_s + page + u"Page.qml"_s),
                         qPrintable(page));
            }
        }
    }
    QVERIFY(found > 10);
}

void tst_Window::keyboardOpensEverything()
{
    QVERIFY(load(u"Dreams"_s));
    const auto place = [this] { return m_window->property("place").toString(); };
    QTest::keyClick(m_window, Qt::Key_Comma, Qt::ControlModifier);
    QCOMPARE(place(), u"Settings"_s);
    QTest::keyClick(m_window, Qt::Key_F1);
    QCOMPARE(place(), u"Manual"_s);
    QTest::keyClick(m_window, Qt::Key_2, Qt::ControlModifier);
    QCOMPARE(place(), u"Agents"_s);
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
