// Where chance comes from: a split stream shares nothing with the one it came from. A copy would, and
// then the key of a thing could be read off the salt of a page.
#include "loop/random.h"

#include <QTest>

#include <set>

using loop::Random;

class TestRandom : public QObject {
    Q_OBJECT

private slots:
    void splitSharesNothing()
    {
        Random one = Random::fromSeed(7);
        Random other = one.split();
        std::set<std::array<std::uint8_t, 32>> seen;
        for (int i = 0; i < 1000; ++i) {
            for (Random *stream : {&one, &other}) {
                std::array<std::uint8_t, 32> drawn;
                stream->fill(drawn);
                seen.insert(drawn);
            }
        }
        QCOMPARE(seen.size(), std::size_t(2000));
    }

    void copyRepeats()
    {
        Random one = Random::fromSeed(7), copy = one;
        QCOMPARE(one.number(), copy.number());
    }

    void numbersDiffer()
    {
        Random random = Random::fromSeed(7);
        std::set<std::uint64_t> seen;
        std::array<std::uint8_t, 32> between;
        for (int i = 0; i < 10'000; ++i) {
            seen.insert(random.number());
            if (i % 7 == 0)
                random.fill(between);
        }
        QCOMPARE(seen.size(), std::size_t(10'000));
    }
};

QTEST_APPLESS_MAIN(TestRandom)
#include "tst_random.moc"
