// An erasure beside the mirror's own writing. Timing decides what is met, so it is tried at several moments.
#include "mirrorfixture.h"

#include <chrono>
#include <thread>

using namespace mirrortest;

class TestMirrorErase : public QObject {
    Q_OBJECT

private slots:
    void erasedAmidWriting();
};

// Whoever is told that it is erased finds its name nowhere, also while files that name it are rendered.
void TestMirrorErase::erasedAmidWriting()
{
    constexpr int neighbours = 24, rounds = 6;
    Fixture f;
    QVERIFY(f.follow("mirror"));
    std::vector<std::uint64_t> others;
    for (int i = 0; i < neighbours; ++i)
        others.push_back(f.write("Nothing of " + std::to_string(i)));
    for (int round = 0; round < rounds; ++round) {
        const std::uint64_t id =
            f.write("Short one " + std::to_string(round), "Quuxfoobar " + std::to_string(round));
        for (const std::uint64_t other : others)
            QVERIFY(f.rewrite(other, idText(other) + " looks at dreamscope:dream/" + idText(id)));
        QVERIFY(f.settle());
        QVERIFY(f.shown("mirror")[f.fileOf("mirror", others.back(), ".md")].find("uuxfoobar")
                != std::string::npos);
        QVERIFY(f.rename(id, "Quuxfoobar again"));  // all of them are rendered anew
        std::this_thread::sleep_for(std::chrono::microseconds(1500 * round));
        QVERIFY(f.erase(id));
        for (const auto &[name, bytes] : filesOf(f.path("mirror")))
            QVERIFY2(
                (name + bytes).find("uuxfoobar") == std::string::npos,
                qPrintable(
                    QStringLiteral("round %1: %2").arg(round).arg(QString::fromStdString(name))));
    }
    QVERIFY(f.settle() && f.isAsFresh("mirror"));
}

QTEST_GUILESS_MAIN(TestMirrorErase)
#include "tst_mirrorerase.moc"
