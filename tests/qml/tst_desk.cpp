// What stands beside the window: addresses from outside open little, a second start reaches the
// first, shortcuts stand in one list, nothing speaks to a network, the manual is found and leads.
#include "desk/guide.h"
#include "desk/link.h"
#include "desk/onewindow.h"

#include <QDirIterator>
#include <QFile>
#include <QLocalSocket>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QThread>

using namespace Qt::StringLiterals;
using desktop::Link;

namespace {

const QStringList pages{u"Dreams"_s, u"Agents"_s, u"Settings"_s};

QString read(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

}  // namespace

class tst_Desk : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void linksOpenLittle_data();
    void linksOpenLittle();
    void secondStartReachesTheFirst();
    void strangersOnTheSocketAreDropped();
    void shortcutsStandInOneList();
    void nothingSpeaksToANetwork();
    void manualIsFound();
    void manualLinksLead();
    void manualPicturesAreThere();
};

void tst_Desk::linksOpenLittle_data()
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
    QTest::newRow("with a fragment") << u"dreamscope:dream/6HTS400000089#x"_s << none << QString();
    QTest::newRow("with a host") << u"dreamscope://host/dream/6HTS400000089"_s << none << QString();
    QTest::newRow("other scheme") << u"file:///etc/passwd"_s << none << QString();
    QTest::newRow("import from afar")
        << u"dreamscope:import?file=http://x/a.md"_s << none << QString();
    QTest::newRow("import upwards")
        << u"dreamscope:import?file=/tmp/../etc/passwd"_s << none << QString();
    QTest::newRow("empty") << QString() << none << QString();
    QTest::newRow("long") << u"dreamscope:page/"_s + QString(3000, u'a') << none << QString();
}

void tst_Desk::linksOpenLittle()
{
    QFETCH(QString, address);
    QFETCH(int, kind);
    QFETCH(QString, subject);
    const Link link = desktop::parseLink(address, pages);
    QCOMPARE(int(link.kind), kind);
    QCOMPARE(link.subject, subject);
}

// The second start blocks in its own process; here it does so on a thread of its own.
void tst_Desk::secondStartReachesTheFirst()
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

void tst_Desk::strangersOnTheSocketAreDropped()
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

void tst_Desk::shortcutsStandInOneList()
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
void tst_Desk::nothingSpeaksToANetwork()
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

void tst_Desk::manualIsFound()
{
    Guide guide;
    for (const QString &language : {u"en"_s, u"de"_s}) {
        const QVariantList chapters = guide.chapters(language);
        QCOMPARE(chapters.size(), 11);
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

// Each in both themes, each says what it shows, and all of them stay small.
void tst_Desk::manualPicturesAreThere()
{
    int pictures = 0;
    for (const QString &language : {u"en"_s, u"de"_s}) {
        const QVariantList chapters = Guide().chapters(language);
        for (const QVariant &one : chapters) {
            const QVariantList parts = one.toMap().value(u"parts"_s).toList();
            QVERIFY(!parts.isEmpty());
            for (const QVariant &part : parts) {
                const QVariantMap map = part.toMap();
                const QString address = map.value(u"picture"_s).toString();
                QVERIFY2(!map.value(u"words"_s).toString().contains("!["_L1),
                         qPrintable(map.value(u"words"_s).toString()));
                if (address.isEmpty())
                    continue;
                ++pictures;
                QVERIFY(map.value(u"says"_s).toString().size() > 20);
                QVERIFY2(address.endsWith(u"-%1.png"_s.arg(language)), qPrintable(address));
                for (const char *theme : {"dark", "light"})
                    QVERIFY2(QFile::exists(address.mid(3).arg(QLatin1String(theme))),
                             qPrintable(address));
            }
        }
    }
    QVERIFY(pictures >= 8);
    qint64 bytes = 0;
    QDirIterator all(u":/manual/pictures"_s);
    while (all.hasNext())
        bytes += QFileInfo(all.next()).size();
    QVERIFY2(bytes > 0 && bytes < 1'500'000, qPrintable(QString::number(bytes)));
    QVERIFY(!Guide().search(u"en"_s, u"signed receipts on the right"_s).isEmpty());
}

void tst_Desk::manualLinksLead()
{
    static const QRegularExpression link(u"\\]\\(page:(\\w+)\\)"_s);
    int found = 0;
    for (const QString &language : {u"en"_s, u"de"_s}) {
        const QVariantList chapters = Guide().chapters(language);
        for (const QVariant &one : chapters) {
            const QString text = one.toMap().value(u"text"_s).toString();
            for (auto each = link.globalMatch(text); each.hasNext(); ++found) {
                const QString page = each.next().captured(1);
                QVERIFY2(QFile::exists(QStringLiteral(DREAM_SOURCE_DIR "/qml/pages/") + page
                                       + u"Page.qml"_s),
                         qPrintable(page));
            }
        }
    }
    QVERIFY(found > 10);
}

QTEST_GUILESS_MAIN(tst_Desk)
#include "tst_desk.moc"
