// What goes into a profile and comes out of it, over a real organism in memory: imports that say what
// they kept and can be stopped, searches, the words that changed between versions, exports that
// prove themselves.
#include "bridge.h"
#include "importer.h"
#include "journal.h"
#include "redline.h"
#include "rows.h"
#include "search.h"
#include "values.h"

#include "hands/redline.h"
#include "loop/bundle.h"
#include "loop/edge.h"

#include <QDir>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using models::Bridge;

class tst_InOut : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase();
    void collectTakesTextsOnly();
    void importSaysWhatWasKept();
    void importIsCancelled();
    void searchFindsWords();
    void redlineNamesWords();
    void redlineFollowsVersions();
    void exportProvesItself();

private:
    QString create(const QString &title, const QString &body);
    kernel::Answer ask(const char *command, const QVariantMap &fields);
};

kernel::Answer tst_InOut::ask(const char *command, const QVariantMap &fields)
{
    std::string error;
    auto made = loop::makeAsk(*Bridge::command(QString::fromLatin1(command)),
                              models::toJson(fields), error);
    if (!made)
        qFatal("%s: %s", command, error.c_str());
    return Bridge::instance().engine()->ask(std::move(*made));
}

QString tst_InOut::create(const QString &title, const QString &body)
{
    const kernel::Answer answer = ask("dreams.create", {{u"title"_s, title}, {u"body"_s, body}});
    return answer.isDone && !answer.ids.empty() ? models::idText(answer.ids.front()) : QString();
}

void tst_InOut::initTestCase()
{
    QSignalSpy opened(&Bridge::instance(), &Bridge::opened);
    Bridge::instance().open(QString(), true);
    QVERIFY(opened.count() > 0 || opened.wait(20'000));
}

void tst_InOut::cleanupTestCase()
{
    Bridge::instance().close();
}

void tst_InOut::collectTakesTextsOnly()
{
    QTemporaryDir folder;
    QVERIFY(QDir(folder.path()).mkpath(u"a/.hidden"_s));
    for (const char *name : {"b.md", "a/c.TXT", "a/picture.png", "a/.hidden/d.md", ".e.md"}) {
        QFile file(folder.filePath(QString::fromLatin1(name)));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("text");
    }
    const std::string root = folder.path().toStdString();
    // A file that is named itself is taken whatever it is, and once.
    const auto files = hands::Importer::collect({root, root + "/a/picture.png", root + "/b.md"});
    QCOMPARE(files, (std::vector<std::string>{root + "/a/c.TXT", root + "/a/picture.png",
                                              root + "/b.md"}));
}

void tst_InOut::importSaysWhatWasKept()
{
    QTemporaryDir folder;
    const auto write = [&](const char *name, const QByteArray &text) {
        QFile file(folder.filePath(QString::fromLatin1(name)));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(text);
    };
    write("one.md", "The first of the imported texts.");
    write("same.md", "The first of the imported texts.");
    write("two.txt", "The second of the imported texts.");
    write("empty.txt", " ");
    models::Importer importer(*Bridge::instance().engine(),
                              {folder.path(), folder.filePath(u"gone.md"_s)}, nullptr);
    QSignalSpy finished(&importer, &models::Importer::finished);
    QVERIFY(finished.wait(20'000));
    const QVariantMap standing = finished.first().first().toMap();
    QCOMPARE(standing.value(u"total"_s).toInt(), 5);
    QCOMPARE(standing.value(u"kept"_s).toInt(), 2);
    QCOMPARE(standing.value(u"known"_s).toInt(), 1);
    QCOMPARE(standing.value(u"refused"_s).toInt(), 2);
    QVERIFY(!standing.value(u"isCancelled"_s).toBool());
    // Which of the two was refused first is nobody's promise; that it is named is.
    const QString sentence = standing.value(u"sentence"_s).toString();
    QVERIFY2(sentence.contains(u"empty.txt"_s) || sentence.contains(u"gone.md"_s), qPrintable(sentence));
}

void tst_InOut::importIsCancelled()
{
    constexpr int files = 4000;
    QTemporaryDir folder;
    for (int i = 0; i < files; ++i) {
        QFile file(folder.filePath(u"%1.txt"_s.arg(i)));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("One of very many texts, number " + QByteArray::number(i));
    }
    models::Importer importer(*Bridge::instance().engine(), {folder.path()}, nullptr);
    QSignalSpy progressed(&importer, &models::Importer::progressed);
    QSignalSpy finished(&importer, &models::Importer::finished);
    QVERIFY(progressed.wait(20'000));
    importer.cancel();
    QVERIFY(finished.wait(1000));  // within a second
    const QVariantMap standing = finished.first().first().toMap();
    QVERIFY(standing.value(u"isCancelled"_s).toBool());
    QVERIFY(standing.value(u"kept"_s).toInt() < files);
    QCOMPARE(standing.value(u"refused"_s).toInt(), 0);
    // What it says was kept is there.
    int there = 0;
    Bridge::instance().engine()->inspectNow([&](loop::Core &core, store::Store &) {
        const kernel::TableInfo *dreams = Bridge::table(u"dreams.dreams"_s);
        for (const std::uint64_t key : dreams->keys(core.state(1), 0, SIZE_MAX)) {
            const QVariantMap row = models::map(dreams->fields, dreams->row(core.state(1), key));
            there += row.value(u"title"_s).toString().startsWith(u"One of very many"_s);
        }
    });
    QCOMPARE(there, standing.value(u"kept"_s).toInt());
}

void tst_InOut::searchFindsWords()
{
    const QString id =
        create(u"A lighthouse keeper"_s, u"The lamp is wound up every evening at six."_s);
    // The feed behind it fills a moment later; an answer may outlive this function.
    const auto found = std::make_shared<QVariantList>();
    for (int i = 0; i < 100 && found->isEmpty(); ++i) {
        models::search(u"light keep"_s, this, [found](const QVariantList &rows) { *found = rows; });
        QTest::qWait(50);
    }
    QVERIFY(!found->isEmpty());
    QCOMPARE(found->first().toMap().value(u"id"_s).toString(), id);
}

void tst_InOut::redlineNamesWords()
{
    const auto line = hands::redline("We meet on Tuesday in the garden.",
                                     "We meet on Friday evening in the garden.");
    QCOMPARE(line.removed, 1u);
    QCOMPARE(line.added, 2u);
    std::string right, left;
    for (const hands::Piece &piece : line.pieces) {
        if (piece.kind != hands::Piece::Removed)
            right += piece.text;
        if (piece.kind != hands::Piece::Added)
            left += piece.text;
    }
    QCOMPARE(right, std::string("We meet on Friday evening in the garden."));
    QCOMPARE(left, std::string("We meet on Tuesday in the garden."));
    QVERIFY(hands::redline("", "").pieces.empty());
    QCOMPARE(hands::redline("same", "same").pieces.size(), std::size_t(1));
}

void tst_InOut::redlineFollowsVersions()
{
    const QString id = create(u"Redline"_s, u"A text with a red door."_s);
    QVERIFY(
        ask("dreams.edit", {{u"dream"_s, id}, {u"body"_s, u"A text with a blue door."_s}}).isDone);
    Rows versions;
    versions.setOf(u"dreams.versions"_s);
    versions.setWhere({{u"dream"_s, id}});
    versions.setSortBy(u"version"_s);
    versions.componentComplete();
    QTRY_COMPARE(versions.count(), 2);
    Redline line;
    line.setProperty("owner", id);
    line.setProperty("before", versions.at(0).toMap().value(u"body"_s));
    line.setProperty("after", versions.at(1).toMap().value(u"body"_s));
    line.componentComplete();
    QTRY_VERIFY(line.isReady());
    QStringList added;
    for (const QVariant &piece : line.pieces())
        if (piece.toMap().value(u"kind"_s) == u"added"_s)
            added.append(piece.toMap().value(u"text"_s).toString().trimmed());
    QCOMPARE(added, QStringList{u"blue"_s});
    line.setProperty("before", QString(64, u'a'));
    QTRY_VERIFY(line.isMissing());
}

void tst_InOut::exportProvesItself()
{
    const QString id =
        create(u"To be taken along"_s, u"A text that leaves this profile with its proof."_s);
    QTemporaryDir folder;
    const QString path = folder.filePath(u"dream.json"_s);
    // The tip is signed a moment after the page.
    const auto exported = std::make_shared<hands::Exported>();
    for (int i = 0; i < 100 && exported->bytes == 0; ++i) {
        Bridge::instance().journal()->exportTo(
            hands::Export::Dream, models::idOf(id), path, this,
            [exported](const hands::Exported &done) { *exported = done; });
        QTest::qWait(50);
    }
    QVERIFY2(exported->bytes > 0, exported->error.c_str());
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QByteArray bytes = file.readAll();
    QCOMPARE(std::uint64_t(bytes.size()), exported->bytes);
    QVERIFY(loop::verifyExport(bytes.toStdString(), {}).isGood());
    const qsizetype at = bytes.size() / 2;
    bytes[at] = bytes[at] == '1' ? '2' : '1';
    QVERIFY(!loop::verifyExport(bytes.toStdString(), {}).isGood());
    // Where it cannot be written nothing is left behind.
    const QString nowhere = folder.filePath(u"no/such/folder.json"_s);
    QVERIFY(!hands::writeFile("text", nowhere.toStdString()).error.empty());
}

QTEST_GUILESS_MAIN(tst_InOut)
#include "tst_inout.moc"
