// Snapshots kept for looking back: few enough, close enough, at rest after every hour of a year; read
// as they were written or not at all; and gone when all are dropped.
#ifndef Q_MOC_RUN
#    include "store/keptsnapshots.h"
#endif

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>

class TestKeptSnapshots : public QObject {
    Q_OBJECT

private slots:
    void keptSnapshotsAreFew_data();
    void keptSnapshotsAreFew();
    void readAsWrittenOrNotAtAll();
};

void TestKeptSnapshots::keptSnapshotsAreFew_data()
{
    QTest::addColumn<quint64>("factsAnHour");
    QTest::addColumn<quint64>("bytesAMillion");
    QTest::newRow("a quiet year") << quint64(300) << quint64(7'000'000);
    QTest::newRow("a year") << quint64(5'000) << quint64(7'000'000);
    QTest::newRow("a busy year") << quint64(90'000) << quint64(7'000'000);
    QTest::newRow("a year of large states") << quint64(20'000) << quint64(50'000'000);
}

// A year, hour by hour: never more than allowed, never far apart, and it comes to rest every time.
void TestKeptSnapshots::keptSnapshotsAreFew()
{
    QFETCH(quint64, factsAnHour);
    QFETCH(quint64, bytesAMillion);
    const store::KeepRule rule;
    constexpr std::uint64_t pageFacts = 1'999;
    std::vector<store::KeptSnapshot> kept;
    store::KeptSnapshot last{0, 0, {1'700'000'000'000'000}, 0};
    for (int hour = 0; hour < 24 * 365; ++hour) {
        last.page += 50;
        last.fact += factsAnHour;
        last.at.us += 3'600'000'000;
        int written = 0;
        for (;; ++written) {
            for (const store::KeptSnapshot &one : store::superfluous(kept, last, rule))
                std::erase(kept, one);
            std::uint64_t fact = store::nextToKeep(kept, last, rule);
            if (!fact)
                break;
            // Only where a page ends can be kept; the keeper takes the last one before.
            if (fact != last.fact)
                fact -= fact % pageFacts;
            QVERIFY2(written < 100,
                     qPrintable(QStringLiteral("no rest at %1: keeps %2 of %3, has %4")
                                    .arg(hour)
                                    .arg(fact)
                                    .arg(last.fact)
                                    .arg(kept.size())));
            store::KeptSnapshot made{fact, fact, last.at, 1 + fact * bytesAMillion / 1'000'000};
            made.at.us -= std::int64_t((last.fact - fact) * 3'600'000'000ull / factsAnHour);
            kept.insert(
                std::upper_bound(kept.begin(), kept.end(), made,
                                 [](const auto &a, const auto &b) { return a.fact < b.fact; }),
                made);
        }
        std::uint64_t bytes = 0, largest = 1, before = 0, widest = 0;
        for (const store::KeptSnapshot &one : kept) {
            bytes += one.bytes;
            largest = std::max(largest, one.bytes);
            widest = std::max(widest, one.fact - before);
            before = one.fact;
        }
        widest = std::max(widest, last.fact - before);
        QVERIFY(kept.size() <= rule.countMax);
        QVERIFY2(bytes <= std::max(rule.bytesMax, rule.countMin * largest),
                 qPrintable(QString::number(bytes)));
        // Of n snapshots in a journal the widest gap is at most five halves of an even one, and what
        // has come since the last look.
        const std::uint64_t room = std::min<std::uint64_t>(
            rule.countMax, std::max<std::uint64_t>(rule.countMin, rule.bytesMax / largest));
        const std::uint64_t allowed =
            std::max(rule.factsApart, last.fact * 5 / (2 * room)) + factsAnHour;
        QVERIFY2(widest <= allowed,
                 qPrintable(QStringLiteral("%1 of %2").arg(widest).arg(last.fact)));
    }
    QVERIFY(factsAnHour < 1'000 || kept.size() > 1);
}

void TestKeptSnapshots::readAsWrittenOrNotAtAll()
{
    QTemporaryDir home;
    const std::string folder = home.path().toStdString();
    const std::vector<store::Snapshot> parts{{"dreams", 3, 7, std::string("a\0b", 3)},
                                             {"loop", 1, 7, {}}};
    const store::KeptSnapshot kept{7, 70, {5}, 0};
    QVERIFY(store::keptSnapshots(folder).empty());
    QCOMPARE(store::writeKept(folder, kept, parts), std::string());
    QCOMPARE(store::writeKept(folder, {9, 90, {12}, 0}, parts), std::string());
    const std::vector<store::KeptSnapshot> found = store::keptSnapshots(folder);
    QCOMPARE(found.size(), std::size_t(2));
    QCOMPARE(found[0].page, std::uint64_t(7));
    QCOMPARE(found[0].fact, std::uint64_t(70));
    QCOMPARE(found[0].at.us, std::int64_t(5));
    const std::vector<store::Snapshot> back = store::readKept(folder, found[0]);
    QCOMPARE(back.size(), parts.size());
    for (std::size_t i = 0; i < parts.size(); ++i)
        QVERIFY(back[i].system == parts[i].system && back[i].version == parts[i].version
                && back[i].page == parts[i].page && back[i].bytes == parts[i].bytes);
    const QDir dir(home.filePath(QStringLiteral("past")));
    const QString path = dir.filePath(dir.entryList(QDir::Files, QDir::Name).constFirst());
    QCOMPARE(QFile::permissions(path) & (QFile::ReadGroup | QFile::ReadOther),
             QFile::Permissions());
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadWrite));
    const QByteArray whole = file.readAll();
    for (qsizetype at = 0; at < whole.size(); ++at) {
        QByteArray bytes = whole;
        bytes[at] = char(bytes[at] ^ 1);
        QVERIFY(file.seek(0) && file.write(bytes) == bytes.size() && file.flush());
        QVERIFY2(store::readKept(folder, found[0]).empty(), qPrintable(QString::number(at)));
    }
    QVERIFY(file.resize(whole.size() - 1));
    QVERIFY(store::readKept(folder, found[0]).empty());
    store::dropKept(folder, found[0]);
    QCOMPARE(store::keptSnapshots(folder).size(), std::size_t(1));
    store::dropAllKept(folder);
    QVERIFY(!dir.exists());
}

QTEST_GUILESS_MAIN(TestKeptSnapshots)
#include "tst_keptsnapshots.moc"
