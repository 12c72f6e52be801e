// States with large tables, whose rows are read on several threads: what comes back is what went in,
// and damage anywhere is noticed whichever part it lies in.
#ifndef Q_MOC_RUN
#    include "kernel/statecodec.h"
#endif

#include <QTest>

#include <atomic>
#include <thread>

using namespace kernel;

namespace {

struct Line {
    Id<struct LineOf> id;
    Text words;
    std::int32_t weight = 0;
    DREAM_FIELDS(Line, id, words, weight)
};

struct Lines {
    Table<Line> lines;
    Cell<std::uint64_t> sum;
    DREAM_FIELDS(Lines, lines, sum)
};

// Tells whose text it opened, and on how many threads at once.
class Marker final : public Sealer {
public:
    std::string seal(std::uint64_t thing, std::string_view plain) override
    {
        return std::to_string(thing) + ' ' + std::string(plain);
    }
    std::optional<std::string> open(std::uint64_t thing, std::string_view sealed) override
    {
        ++opened;
        const std::string front = std::to_string(thing) + ' ';
        if (thing == erased || !sealed.starts_with(front))
            return {};
        return std::string(sealed.substr(front.size()));
    }
    std::atomic<std::uint64_t> opened = 0;
    std::uint64_t erased = 0;
};

Lines linesOf(std::uint64_t count)
{
    Lines made;
    for (std::uint64_t i = 1; i <= count; ++i)
        made.lines.put({{i}, {i, "line " + std::to_string(i), false}, std::int32_t(i % 7)});
    made.sum.set(count);
    return made;
}

std::string bytesOf(const Lines &lines)
{
    Marker marker;
    std::string bytes;
    encodeState(lines, bytes, &marker);
    return bytes;
}

// A thread each.
void share(const Jobs &jobs)
{
    std::vector<std::jthread> threads;
    for (const auto &job : jobs)
        threads.emplace_back(job);
}

bool isRead(std::string_view bytes)
{
    Marker marker;
    Lines read;
    return decodeState(read, bytes, &marker, share);
}

}  // namespace

class TestStateCodec : public QObject {
    Q_OBJECT

private slots:
    void rowsComeBack_data()
    {
        QTest::addColumn<quint64>("count");
        for (const std::uint64_t count : {std::uint64_t(0), std::uint64_t(1), rowsAPart - 1, rowsAPart,
                                          rowsAPart + 1, 2 * rowsAPart + 1, 5 * rowsAPart + 3})
            QTest::addRow("%llu rows", static_cast<unsigned long long>(count)) << quint64(count);
    }
    void rowsComeBack()
    {
        QFETCH(quint64, count);
        const Lines made = linesOf(count);
        Marker marker;
        Lines read;
        QVERIFY(decodeState(read, bytesOf(made), &marker, share));
        QVERIFY(read == made);
        QCOMPARE(marker.opened.load(), count);
    }
    void erasedTextStaysErased()
    {
        const std::uint64_t count = 3 * rowsAPart;
        Marker marker;
        marker.erased = count - 1;
        Lines read;
        QVERIFY(decodeState(read, bytesOf(linesOf(count)), &marker, share));
        QVERIFY(read.lines.find(count - 1)->words.isErased);
        QVERIFY(!read.lines.find(count)->words.isErased);
    }
    void damageIsNoticed_data()
    {
        QTest::addColumn<quint64>("row");
        for (const std::uint64_t row : {std::uint64_t(1), rowsAPart + 5, 2 * rowsAPart + 7, 3 * rowsAPart})
            QTest::addRow("in row %llu", static_cast<unsigned long long>(row)) << quint64(row);
    }
    void damageIsNoticed()
    {
        QFETCH(quint64, row);
        const std::string good = bytesOf(linesOf(3 * rowsAPart));
        QVERIFY(isRead(good));
        // The words of the row become a number of another kind; the row is as long as before.
        const std::string words = std::to_string(row) + " line " + std::to_string(row);
        const std::size_t at = good.find(words);
        QVERIFY(at != std::string::npos && at > 2);
        std::string bad = good;
        bad[at - 1] = char(0x60 | (bad[at - 1] & 0x1f));  // a text where sealed bytes must stand
        QVERIFY(!isRead(bad));
    }
    // A byte a row is an empty row; so many of them must not become as many rows in memory.
    void rowsOutOfOrder()
    {
        const std::uint64_t count = 3 * rowsAPart;
        std::string bytes;
        CborWriter writer(bytes);
        writer.array(2);
        writer.array(count);
        for (std::uint64_t i = 0; i < count; ++i)
            writer.array(0);
        writer.unsignedInteger(count);
        QVERIFY(!isRead(bytes));
        bytes.clear();
        writer.array(2);
        writer.array(1);
        writer.array(0);
        writer.unsignedInteger(count);
        QVERIFY(isRead(bytes));
    }
    void cutAnywhere()
    {
        const std::string good = bytesOf(linesOf(3 * rowsAPart));
        for (std::size_t cut = 1; cut < good.size(); cut += good.size() / 40)
            QVERIFY(!isRead(std::string_view(good).substr(0, good.size() - cut)));
        QVERIFY(!isRead(good + '\0'));
    }
};

QTEST_APPLESS_MAIN(TestStateCodec)
#include "tst_statecodec.moc"
