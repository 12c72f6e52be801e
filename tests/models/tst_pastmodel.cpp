// The past in words of QML, over a real organism on disk: rows, vitals and archives are those of the
// moment, now comes back, what changed is told field by field, what is erased is gone from then too,
// and none of it can change a byte of the journal.
#include "bridge.h"
#include "enginefacade.h"
#include "past.h"
#include "rows.h"
#include "values.h"

#include "loop/edge.h"

#include <QAbstractItemModelTester>
#include <QMetaMethod>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <numeric>

using namespace Qt::StringLiterals;
using models::Bridge;

class tst_PastModel : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase();
    void rowsAreThoseOfTheMoment();
    void archivesEndAtTheMoment();
    void stepsGoByCommits();
    void aDragShowsTheLastWish();
    void changesAreToldFieldByField();
    void theSliderCountsEveryFact();
    void erasedIsErasedThenToo();
    void itOffersNothingThatChanges();
    void inMemoryThereIsNoPast();

private:
    kernel::Answer ask(const char *command, const QVariantMap &fields);
    double create(const QString &title);
    double facts();

    QTemporaryDir m_folder;
    std::vector<double> m_after;  // how many facts there were after each dream
    QStringList m_dreams;
};

kernel::Answer tst_PastModel::ask(const char *command, const QVariantMap &fields)
{
    std::string error;
    auto made = loop::makeAsk(*Bridge::command(QString::fromLatin1(command)),
                              models::toJson(fields), error);
    if (!made)
        qFatal("%s: %s", command, error.c_str());
    return Bridge::instance().engine()->ask(std::move(*made));
}

double tst_PastModel::facts()
{
    return double(Bridge::instance().engine()->pulse().facts);
}

double tst_PastModel::create(const QString &title)
{
    const kernel::Answer answer =
        ask("dreams.create", {{u"title"_s, title}, {u"body"_s, title + u" body"_s}});
    m_dreams.append(models::idText(answer.ids.front()));
    QTest::qWait(20);  // another millisecond, another moment
    return facts();
}

void tst_PastModel::initTestCase()
{
    QSignalSpy opened(&Bridge::instance(), &Bridge::opened);
    Bridge::instance().open(m_folder.path(), true);
    QVERIFY(opened.count() > 0 || opened.wait(20'000));
    for (const char *title : {"Alpha", "Bravo", "Charlie", "Delta"})
        m_after.push_back(create(QString::fromLatin1(title)));
    QVERIFY(ask("dreams.edit", {{u"dream"_s, m_dreams[1]}, {u"title"_s, u"Bravo anew"_s}}).isDone);
}

void tst_PastModel::cleanupTestCase()
{
    Bridge::instance().close();
}

void tst_PastModel::rowsAreThoseOfTheMoment()
{
    Past past;
    Rows rows, never;
    for (Rows *one : {&rows, &never}) {
        one->setOf(u"dreams.dreams"_s);
        one->setSortBy(u"title"_s);
        one->componentComplete();
    }
    rows.setPast(&past);
    const QAbstractItemModelTester tester(&rows);
    QTRY_COMPARE(rows.count(), 4);
    QVERIFY(!past.isPast());
    past.goToFact(m_after[1]);
    QTRY_COMPARE(rows.count(), 2);
    QVERIFY(past.isPast() && past.at() > 0);
    QTRY_COMPARE(past.fact(), m_after[1]);
    QCOMPARE(rows.at(1).toMap().value(u"title"_s).toString(), u"Bravo"_s);
    QCOMPARE(never.count(), 4);
    QVERIFY(!past.vitals(u"dreams"_s).isEmpty());
    const double dreams =
        past.vitals(u"dreams"_s).constFirst().toMap().value(u"value"_s).toDouble();
    // From one moment to the next rows come and go; the view is not thrown away.
    QSignalSpy resets(&rows, &QAbstractItemModel::modelReset);
    past.goToFact(m_after[2]);
    QTRY_COMPARE(rows.count(), 3);
    past.goToFact(m_after[0]);
    QTRY_COMPARE(rows.count(), 1);
    QCOMPARE(resets.count(), 0);
    QVERIFY(past.vitals(u"dreams"_s).constFirst().toMap().value(u"value"_s).toDouble() < dreams);
    past.goToNow();
    QTRY_COMPARE(rows.count(), 4);
    QCOMPARE(rows.at(1).toMap().value(u"title"_s).toString(), u"Bravo anew"_s);
    QCOMPARE(past.at(), 0.0);
}

void tst_PastModel::archivesEndAtTheMoment()
{
    Past past;
    Rows versions;
    versions.setOf(u"dreams.versions"_s);
    versions.setPast(&past);
    versions.componentComplete();
    QTRY_VERIFY(versions.count() >= 4);
    const int all = versions.count();
    past.goToFact(m_after[1]);
    QTRY_COMPARE(versions.count(), 2);
    past.goToNow();
    QTRY_COMPARE(versions.count(), all);
}

void tst_PastModel::stepsGoByCommits()
{
    Past past;
    past.goToFact(m_after[1]);
    QTRY_VERIFY(past.isPast() && !past.isLoading());
    const double there = past.fact();
    past.step(-1);
    QTRY_VERIFY(past.fact() < there && !past.isLoading());
    past.step(1);
    QTRY_COMPARE(past.fact(), there);
    past.goToNow();
    past.step(-1);
    QTRY_VERIFY(past.isPast());
    QVERIFY(past.fact() < facts());
    past.goTo(past.last() + 1);
    QVERIFY(!past.isPast());
}

void tst_PastModel::aDragShowsTheLastWish()
{
    Past past;
    QTRY_VERIFY(past.isAvailable());
    for (double part = 1; part > 0.2; part -= 0.01)
        past.goTo(past.first() + (past.last() - past.first()) * part);
    past.goToFact(m_after[0]);
    QTRY_COMPARE(past.fact(), m_after[0]);
    QTRY_VERIFY(!past.isLoading());
    past.goToFact(m_after[2]);
    past.goToNow();
    QTest::qWait(100);
    QVERIFY(!past.isPast() && !past.isLoading());
}

void tst_PastModel::changesAreToldFieldByField()
{
    Past past;
    past.goToFact(m_after[2]);
    past.compareWith(0);  // before the moment is there
    QTRY_VERIFY(past.isPast() && !past.isComparing());
    QVERIFY(past.isOtherNow());
    QVariantMap dreams;
    for (const QVariant &table : past.changes())
        if (table.toMap().value(u"table"_s) == u"dreams.dreams"_s)
            dreams = table.toMap();
    QCOMPARE(dreams.value(u"added"_s).toInt(), 1);
    QCOMPARE(dreams.value(u"changed"_s).toInt(), 1);
    QCOMPARE(dreams.value(u"removed"_s).toInt(), 0);
    bool isTold = false;
    for (const QVariant &one : dreams.value(u"rows"_s).toList()) {
        const QVariantMap row = one.toMap();
        if (row.value(u"key"_s) != m_dreams[1])
            continue;
        QCOMPARE(row.value(u"title"_s).toString(), u"Bravo anew"_s);
        for (const QVariant &field : row.value(u"fields"_s).toList())
            isTold = isTold
                     || (field.toMap().value(u"name"_s) == u"title"_s
                         && field.toMap().value(u"before"_s) == u"Bravo"_s
                         && field.toMap().value(u"after"_s) == u"Bravo anew"_s);
    }
    QVERIFY(isTold);
    past.stopComparing();
    QVERIFY(past.changes().isEmpty());
}

void tst_PastModel::theSliderCountsEveryFact()
{
    Past past;
    past.setSpans(25);
    QTRY_COMPARE(past.density().size(), 25);
    const QList<double> density = past.density();
    QCOMPARE(std::accumulate(density.cbegin(), density.cend(), 0.0), facts());
    QVERIFY(past.first() < past.last());
    past.setStretch(20);
    QTRY_COMPARE(past.to() - past.from(), 20.0);
    QCOMPARE(past.to(), past.last());
}

void tst_PastModel::erasedIsErasedThenToo()
{
    Past past;
    Rows rows;
    rows.setOf(u"dreams.dreams"_s);
    rows.setPast(&past);
    rows.componentComplete();
    past.goToFact(m_after[3]);
    QTRY_COMPARE(rows.count(), 4);
    const int at = rows.indexOf(m_dreams[3]);
    QCOMPARE(rows.at(at).toMap().value(u"title"_s).toString(), u"Delta"_s);
    QVERIFY(ask("dreams.erase", {{u"dream"_s, m_dreams[3]}}).isDone);
    QTRY_COMPARE(rows.at(at).toMap().value(u"title"_s).toString(), QString());
    QVERIFY(past.isPast());
    QCOMPARE(past.fact(), m_after[3]);
}

void tst_PastModel::itOffersNothingThatChanges()
{
    // What QML can call of it; a new word must be looked at here before it is added.
    QStringList words;
    for (int i = Past::staticMetaObject.methodOffset(); i < Past::staticMetaObject.methodCount();
         ++i) {
        const QMetaMethod method = Past::staticMetaObject.method(i);
        if (method.methodType() == QMetaMethod::Method)
            words.append(QString::fromLatin1(method.name()));
    }
    words.sort();
    QCOMPARE(words, QStringList({u"cancel"_s, u"compareWith"_s, u"goTo"_s, u"goToFact"_s,
                                 u"goToNow"_s, u"step"_s, u"stopComparing"_s, u"vitals"_s}));
    const loop::Pulse before = Bridge::instance().engine()->pulse();
    Past past;
    past.goToFact(m_after[0]);
    past.compareWith(0);
    QTRY_VERIFY(past.isPast() && !past.isComparing());
    const loop::Pulse after = Bridge::instance().engine()->pulse();
    QCOMPARE(after.commands, before.commands);
    QCOMPARE(after.pages, before.pages);
}

void tst_PastModel::inMemoryThereIsNoPast()
{
    Bridge::instance().close();
    QSignalSpy opened(&Bridge::instance(), &Bridge::opened);
    Bridge::instance().open(QString(), true);
    QVERIFY(opened.count() > 0 || opened.wait(20'000));
    Past past;
    past.goToFact(1);
    QTest::qWait(50);
    QVERIFY(!past.isAvailable() && !past.isPast() && !past.isLoading());
}

QTEST_GUILESS_MAIN(tst_PastModel)
#include "tst_pastmodel.moc"
