// The words of QML over a real organism in memory: rows come, move and go without a reset, filters
// and orders hold, archives and histories follow the journal, blobs open, refusals carry sentences.
#include "blob.h"
#include "bridge.h"
#include "enginefacade.h"
#include "history.h"
#include "row.h"
#include "rows.h"
#include "values.h"

#include "hands/labels.h"
#include "loop/edge.h"
#include "organism.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using models::Bridge;

class tst_Models : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase();
    void rowsComeSortedAndFiltered();
    void rowsMoveWithoutReset();
    void limitKeepsTheFirst();
    void fieldsLeaveADelegateItsWords();
    void rowFollowsItsKey();
    void archiveAndHistoryFollow();
    void loadingIsSaidUntilTheAnswer();
    void blobIsLoadingUntilItIsOpen();
    void blobOpensAndSaysWhenGone();
    void badFieldIsRefusedInWords();
    void everyCommandIsDescribed();
    void everyNameHasWords();
    void valuesSurviveTheWay();

private:
    QString create(const QString &title, const QString &body, const QString &kind = u"idea"_s);
    kernel::Answer ask(const char *command, const QVariantMap &fields);
};

kernel::Answer tst_Models::ask(const char *command, const QVariantMap &fields)
{
    std::string error;
    auto made = loop::makeAsk(*Bridge::command(QString::fromLatin1(command)),
                              models::toJson(fields), error);
    if (!made)
        qFatal("%s: %s", command, error.c_str());
    return Bridge::instance().engine()->ask(std::move(*made));
}

QString tst_Models::create(const QString &title, const QString &body, const QString &kind)
{
    const kernel::Answer answer =
        ask("dreams.create", {{u"title"_s, title}, {u"body"_s, body}, {u"kind"_s, kind}});
    return answer.isDone && !answer.ids.empty() ? models::idText(answer.ids.front()) : QString();
}

void tst_Models::initTestCase()
{
    QSignalSpy opened(&Bridge::instance(), &Bridge::opened);
    Bridge::instance().open(QString(), true);
    QVERIFY(opened.count() > 0 || opened.wait(20'000));
}

void tst_Models::cleanupTestCase()
{
    Bridge::instance().close();
    QVERIFY(!Bridge::instance().isReady());
}

void tst_Models::rowsComeSortedAndFiltered()
{
    const QString b =
        create(u"Bravo sorted"_s, u"The second text of the sorted three."_s, u"goal"_s);
    const QString a = create(u"Alpha sorted"_s, u"The first text of the sorted three."_s);
    const QString c = create(u"Charlie sorted"_s, u"The third text of the sorted three."_s);
    Rows rows;
    rows.setOf(u"dreams.dreams"_s);
    rows.setSortBy(u"title"_s);
    rows.setWhere({{u"id"_s, QStringList{a, b, c}}});
    rows.componentComplete();
    const QAbstractItemModelTester tester(&rows);
    QTRY_COMPARE(rows.count(), 3);
    QCOMPARE(rows.keyAt(0), a);
    QCOMPARE(rows.indexOf(c), 2);
    QCOMPARE(rows.at(1).toMap().value(u"kind"_s).toString(), u"goal"_s);
    rows.setDescending(true);
    QTRY_COMPARE(rows.keyAt(0), c);
    rows.setWhere({{u"id"_s, QStringList{a, b, c}}, {u"kind"_s, u"goal"_s}});
    QTRY_COMPARE(rows.count(), 1);
    rows.setWhere({{u"id"_s, QString()}});
    QTRY_COMPARE(rows.count(), 0);
    QVERIFY(rows.isReady());
}

void tst_Models::rowsMoveWithoutReset()
{
    const QString first =
        create(u"A mover"_s, u"A text that will move to the end of the list."_s, u"brief"_s);
    const QString second =
        create(u"B mover"_s, u"A text that stays where it is in the list."_s, u"brief"_s);
    Rows rows;
    rows.setOf(u"dreams.dreams"_s);
    rows.setWhere({{u"kind"_s, u"brief"_s}});
    rows.setSortBy(u"title"_s);
    rows.componentComplete();
    const QAbstractItemModelTester tester(&rows);
    QTRY_COMPARE(rows.count(), 2);
    QSignalSpy resets(&rows, &QAbstractItemModel::modelReset);
    QSignalSpy moves(&rows, &QAbstractItemModel::rowsMoved);
    QVERIFY(ask("dreams.edit", {{u"dream"_s, first}, {u"title"_s, u"C mover"_s}}).isDone);
    QTRY_COMPARE(rows.keyAt(1), first);
    QCOMPARE(moves.count(), 1);
    QVERIFY(ask("dreams.edit", {{u"dream"_s, second}, {u"kind"_s, u"journal"_s}}).isDone);
    QTRY_COMPARE(rows.count(), 1);
    const QString third =
        create(u"D mover"_s, u"A text that comes while the list is shown."_s, u"brief"_s);
    QTRY_COMPARE(rows.indexOf(third), 1);
    QCOMPARE(resets.count(), 0);
}

// A role called "model" would stand in place of all the others in a delegate.
void tst_Models::fieldsLeaveADelegateItsWords()
{
    int renamed = 0;
    for (const kernel::SystemInfo *system : organism::systems()) {
        for (const kernel::TableInfo &table : system->tables) {
            Rows rows;
            rows.setOf(models::text(table.name));
            const QList<QByteArray> names = rows.roleNames().values();
            QCOMPARE(std::size_t(names.size()), table.fields.size());
            for (const char *own : {"model", "modelData", "index"})
                QVERIFY2(!names.contains(own), table.name.c_str());
            renamed += names.contains("model_");
        }
    }
    QVERIFY(renamed > 0);  // receipts name the model of their brain
}

void tst_Models::limitKeepsTheFirst()
{
    QStringList ids;
    for (const char *name : {"L2", "L4", "L6"})
        ids.append(create(QString::fromLatin1(name),
                          u"Limited text number %1."_s.arg(QString::fromLatin1(name)),
                          u"nightDream"_s));
    Rows rows;
    rows.setOf(u"dreams.dreams"_s);
    rows.setWhere({{u"kind"_s, u"nightDream"_s}});
    rows.setSortBy(u"title"_s);
    rows.setLimit(2);
    rows.componentComplete();
    const QAbstractItemModelTester tester(&rows);
    QTRY_COMPARE(rows.count(), 2);
    const QString early = create(u"L1"_s, u"Limited text that comes first."_s, u"nightDream"_s);
    QTRY_COMPARE(rows.keyAt(0), early);
    QCOMPARE(rows.count(), 2);
    QCOMPARE(rows.keyAt(1), ids[0]);
    QVERIFY(ask("dreams.edit", {{u"dream"_s, early}, {u"kind"_s, u"goal"_s}}).isDone);
    QTRY_COMPARE(rows.keyAt(1), ids[1]);
    QCOMPARE(rows.count(), 2);
}

void tst_Models::rowFollowsItsKey()
{
    const QString id = create(u"One row"_s, u"A text watched by its key."_s);
    Row row;
    row.setOf(u"dreams.dreams"_s);
    row.setKey(id);
    row.componentComplete();
    QTRY_VERIFY(row.isFound());
    QCOMPARE(row.value().value(u"title"_s).toString(), u"One row"_s);
    QVERIFY(ask("dreams.edit", {{u"dream"_s, id}, {u"title"_s, u"Another title"_s}}).isDone);
    QTRY_COMPARE(row.value().value(u"title"_s).toString(), u"Another title"_s);
    row.setKey(u"0000000000001"_s);
    QVERIFY(!row.isFound());
}

void tst_Models::archiveAndHistoryFollow()
{
    const QString id = create(u"Versions"_s, u"The first version of this text."_s);
    Rows versions;
    versions.setOf(u"dreams.versions"_s);
    versions.setWhere({{u"dream"_s, id}});
    versions.setSortBy(u"version"_s);
    versions.setDescending(true);
    versions.componentComplete();
    const QAbstractItemModelTester tester(&versions);
    History history;
    history.setOf(id);
    history.componentComplete();
    QTRY_COMPARE(versions.count(), 1);
    QTRY_VERIFY(history.count() > 0);
    const int before = history.count();
    QVERIFY(
        ask("dreams.edit", {{u"dream"_s, id}, {u"body"_s, u"The second version of this text."_s}})
            .isDone);
    QTRY_COMPARE(versions.count(), 2);
    QCOMPARE(versions.at(0).toMap().value(u"version"_s).toInt(), 2);
    QTRY_VERIFY(history.count() > before);
    for (int i = 1; i < history.count(); ++i)
        QVERIFY(history.at(i - 1).toMap().value(u"seq"_s).toDouble()
                > history.at(i).toMap().value(u"seq"_s).toDouble());
    // Without a thing that exists an archive shows nothing, not everything.
    versions.setWhere({{u"dream"_s, QString()}});
    QTRY_COMPARE(versions.count(), 0);
}

// Between a question and its answer nothing may be called empty.
void tst_Models::loadingIsSaidUntilTheAnswer()
{
    const QString id = create(u"Loading"_s, u"The text of what is still being read."_s);
    Rows rows, versions;
    rows.setOf(u"dreams.dreams"_s);
    versions.setOf(u"dreams.versions"_s);
    versions.setWhere({{u"dream"_s, id}});
    History history;
    history.setOf(id);
    Row row;
    row.setOf(u"dreams.dreams"_s);
    row.setKey(id);
    QSignalSpy told(&versions, &Rows::loadingChanged);
    for (QQmlParserStatus *word :
         std::initializer_list<QQmlParserStatus *>{&rows, &versions, &history, &row})
        word->componentComplete();
    QVERIFY(versions.isLoading() && history.isLoading());
    QVERIFY(rows.isLoading() == (rows.count() == 0));
    QVERIFY(row.isLoading() != row.isFound());
    QTRY_VERIFY(!versions.isLoading() && !rows.isLoading());
    QTRY_VERIFY(!history.isLoading() && !row.isLoading());
    QVERIFY(told.count() > 0);
    QVERIFY(versions.count() == 1 && history.count() > 0 && row.isFound());
    versions.setWhere({{u"dream"_s, u"0000000000001"_s}});
    QVERIFY(versions.isLoading());  // another question: the old answer is not one to it
    QTRY_VERIFY(!versions.isLoading());
    QCOMPARE(versions.count(), 0);
    rows.setOf(QString());
    QVERIFY(!rows.isLoading());
}

void tst_Models::blobIsLoadingUntilItIsOpen()
{
    const QString id = create(u"Loading a blob"_s, u"The text of what a blob holds."_s);
    Row row;
    row.setOf(u"dreams.dreams"_s);
    row.setKey(id);
    Blob blob;
    row.componentComplete();
    blob.componentComplete();
    QVERIFY(!blob.isLoading());  // nothing was asked for
    QTRY_VERIFY(row.isFound());
    blob.setOwner(id);
    blob.setDigest(row.value().value(u"body"_s).toString());
    QVERIFY(blob.isLoading());
    QTRY_VERIFY(blob.isReady());
    QVERIFY(!blob.isLoading());
}

void tst_Models::blobOpensAndSaysWhenGone()
{
    const QString body = u"A text that is read back from its blob."_s;
    const QString id = create(u"Blob"_s, body);
    Row row;
    row.setOf(u"dreams.dreams"_s);
    row.setKey(id);
    row.componentComplete();
    QTRY_VERIFY(row.isFound());
    Blob blob;
    blob.setOwner(id);
    blob.setDigest(row.value().value(u"body"_s).toString());
    blob.componentComplete();
    QTRY_COMPARE(blob.text(), body);
    // Who looks at the JSON while another text is fetched still gets that one.
    QVERIFY(ask("dreams.edit", {{u"dream"_s, id}, {u"body"_s, u"{\"answer\": 42}"_s}}).isDone);
    QTRY_VERIFY(row.value().value(u"version"_s).toInt() == 2);
    const auto watch = connect(&blob, &Blob::bytesChanged, &blob, [&] { (void)blob.json(); });
    blob.setDigest(row.value().value(u"body"_s).toString());
    QTRY_COMPARE(blob.json().toMap().value(u"answer"_s).toInt(), 42);
    disconnect(watch);
    blob.setDigest(QString(64, u'a'));
    QTRY_VERIFY(blob.isMissing());
    QVERIFY(!blob.isReady());
}

void tst_Models::badFieldIsRefusedInWords()
{
    EngineFacade engine;
    QVERIFY(engine.isReady());
    QVERIFY(!engine.fingerprint().isEmpty());
    const kernel::Answer answer = ask("dreams.archive", {{u"dream"_s, u"0000000000001"_s}});
    QVERIFY(!answer.isDone);
    QVERIFY(!engine.sentenceFor(models::text(answer.refusal.code), {}).isEmpty());
    std::string error;
    QVERIFY(!loop::makeAsk(*Bridge::command(u"dreams.archive"_s),
                           models::toJson({{u"dream"_s, u"no id"_s}}), error));
    QVERIFY(!error.empty());
}

void tst_Models::everyCommandIsDescribed()
{
    EngineFacade engine;
    const QVariantList systems = engine.systems();
    QVERIFY(!systems.isEmpty());
    int pickers = 0;
    QVariant priority;
    for (const QVariant &one : systems) {
        const QVariantMap system = one.toMap();
        QVERIFY(!system.value(u"purpose"_s).toString().isEmpty());
        for (const QVariant &command : system.value(u"commands"_s).toList()) {
            for (const QVariant &field : command.toMap().value(u"fields"_s).toList()) {
                pickers += !field.toMap().value(u"of"_s).toString().isEmpty();
                if (command.toMap().value(u"name"_s) == u"superspine.open"_s
                    && field.toMap().value(u"name"_s) == u"priority"_s)
                    priority = field.toMap().value(u"initial"_s);
            }
        }
    }
    QVERIFY(pickers > 0);
    QCOMPARE(priority.toInt(), 100);  // what the command is made with, not zero
    QTRY_VERIFY(!engine.vitals(u"dreams"_s).isEmpty());
}

// Whoever adds a command writes what it is called: resources/translations/labels.en.json.
void tst_Models::everyNameHasWords()
{
    QStringList missing;
    QSet<QString> declared;
    const auto want = [&](const std::string &name, const std::string &words) {
        declared.insert(models::text(name));
        if (words.empty())
            missing.append(models::text(name));
    };
    for (const kernel::SystemInfo *system : organism::systems()) {
        want(std::string(system->stem), hands::titleOf(system->stem));
        for (const kernel::TableInfo &table : system->tables)
            want(table.name, hands::titleOf(table.name));
        for (const kernel::CommandInfo &command : system->commands) {
            if (command.isInternal)
                continue;
            want(command.name, hands::titleOf(command.name));
            QVERIFY2(hands::helpOf(command.name).ends_with('.'), command.name.c_str());
            for (const kernel::FieldInfo &field : command.fields)
                want(command.name + '/' + std::string(field.name),
                     hands::fieldLabelOf(command.name, field.name));
        }
    }
    QCOMPARE(missing, QStringList());
    for (const std::string &name : hands::labelled())
        QVERIFY2(declared.contains(models::text(name)), name.c_str());
}

void tst_Models::valuesSurviveTheWay()
{
    const QVariantMap before{{u"word"_s, u"ä"_s},
                             {u"number"_s, 7.0},
                             {u"yes"_s, true},
                             {u"list"_s, QVariantList{u"a"_s, 2ll}}};
    const QVariantMap after = models::fromJson(models::toJson(before));
    QCOMPARE(after.value(u"word"_s).toString(), u"ä"_s);
    QCOMPARE(after.value(u"number"_s).toLongLong(), 7);
    QCOMPARE(after.value(u"yes"_s).toBool(), true);
    QCOMPARE(after.value(u"list"_s).toList().size(), 2);
}

QTEST_GUILESS_MAIN(tst_Models)
#include "tst_models.moc"
