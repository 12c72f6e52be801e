// What resonance compares, kept beside the journal: it comes back as it was written, a torn end costs
// only what was torn, and a file of another history is not used.
#include "hands/resonancelog.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using hands::Compared;
using hands::ComparedDreams;
using hands::ResonanceLog;

namespace {

kernel::Digest digest(int seed)
{
    kernel::Digest made;
    made.bytes.fill(static_cast<std::uint8_t>(seed));
    return made;
}

bool isSame(const Compared &a, const Compared &b)
{
    return a.fingerprint == b.fingerprint && a.keywords == b.keywords && a.mood == b.mood;
}

const auto anyMark = [](const store::CacheMark &) { return true; };

}  // namespace

class TestResonanceLog : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;
    std::string folder() const { return m_folder.path().toStdString(); }
    QString path() const { return m_folder.filePath(QStringLiteral("resonance.log")); }

private slots:
    void init() { QFile::remove(path()); }

    void nothingYet()
    {
        ResonanceLog log(folder());
        ComparedDreams dreams;
        QCOMPARE(log.read(dreams, anyMark).page, std::uint64_t(0));
        QVERIFY(dreams.empty());
        QVERIFY(log.isWorn());
    }

    void comesBack()
    {
        {
            ResonanceLog log(folder());
            log.write({{5, {digest(1), digest(2), {}}}}, {10, digest(9)});
            log.append(5, {{}, {}, digest(3)});
            log.append(6, {digest(4), {}, {}});
            log.mark({12, digest(8)});
        }
        constexpr auto others = QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther;
        QVERIFY(!(QFile::permissions(path()) & others));
        ResonanceLog log(folder());
        ComparedDreams dreams;
        const store::CacheMark mark = log.read(dreams, anyMark);
        QCOMPARE(mark.page, std::uint64_t(12));
        QVERIFY(mark.hash == digest(8));
        QCOMPARE(dreams.size(), std::size_t(2));
        QVERIFY(isSame(dreams[5], {digest(1), digest(2), digest(3)}));
        QVERIFY(isSame(dreams[6], {digest(4), {}, {}}));
        QVERIFY(!log.isWorn());
    }

    void tornEndCostsItself()
    {
        {
            ResonanceLog log(folder());
            log.write({{5, {digest(1), {}, {}}}}, {10, digest(9)});
            log.append(6, {digest(4), {}, {}});
            log.mark({12, digest(8)});
        }
        QFile file(path());
        const qint64 whole = file.size();
        QVERIFY(file.resize(whole - 3));
        ResonanceLog log(folder());
        ComparedDreams dreams;
        QCOMPARE(log.read(dreams, anyMark).page, std::uint64_t(10));
        QVERIFY(log.isWorn());
        QVERIFY(isSame(dreams[5], {digest(1), {}, {}}));
    }

    void everyChangedByteIsSeen()
    {
        {
            ResonanceLog log(folder());
            log.write({{5, {digest(1), {}, {}}}}, {10, digest(9)});
        }
        QFile file(path());
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray whole = file.readAll();
        file.close();
        for (qsizetype i = 0; i < whole.size(); ++i) {
            QByteArray changed = whole;
            changed[i] = static_cast<char>(changed[i] ^ 0x10);
            QVERIFY(file.open(QIODevice::WriteOnly | QIODevice::Truncate));
            file.write(changed);
            file.close();
            ComparedDreams dreams;
            QCOMPARE(ResonanceLog(folder()).read(dreams, anyMark).page, std::uint64_t(0));
        }
    }

    void otherHistoryIsNotUsed()
    {
        ResonanceLog(folder()).write({{5, {digest(1), {}, {}}}}, {10, digest(9)});
        ComparedDreams dreams;
        const auto fits = [](const store::CacheMark &mark) { return mark.hash == digest(7); };
        QCOMPARE(ResonanceLog(folder()).read(dreams, fits).page, std::uint64_t(0));
        QVERIFY(dreams.empty());
    }

    void withoutAFolder()
    {
        ResonanceLog log("");
        log.write({{5, {digest(1), {}, {}}}}, {10, digest(9)});
        log.append(6, {digest(1), {}, {}});
        log.mark({11, digest(9)});
        ComparedDreams dreams;
        QCOMPARE(log.read(dreams, anyMark).page, std::uint64_t(0));
    }
};

QTEST_APPLESS_MAIN(TestResonanceLog)
#include "tst_resonancelog.moc"
