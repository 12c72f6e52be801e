// Trust: go-eigentrust's worked example, PageRank beside igraph (tests/vectors), the half-life beside
// floating point, and the ring of self-endorsers that gains nothing.
#include "capabilities/trust.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

#include <algorithm>
#include <cmath>
#include <numeric>
#include <random>

using namespace capabilities;

class TestTrust : public QObject {
    Q_OBJECT

private slots:
    void workedExample();
    void ringGainsNothing();
    void eigenTrustRefuses();
    void pageRankBesideIgraph();
    void halfLife();
    void beta();
};

void TestTrust::workedExample()
{
    // README of Karma3Labs/go-eigentrust: ek, sd, vm
    const std::vector<double> preTrust{50, 0, 100};
    const std::vector<TrustEdge> edges{{0, 1, 100}, {2, 1, 100}, {0, 2, 75}};
    const auto trust = eigenTrust(preTrust, edges);
    QVERIFY(trust);
    const double expected[] = {0.21705427907166472, 0.3023255429103218, 0.4806201780180134};
    for (std::size_t i = 0; i < 3; ++i)
        QVERIFY(std::fabs((*trust)[i] - expected[i]) < 1e-5);
}

void TestTrust::ringGainsNothing()
{
    // 0 is trusted beforehand and endorses 1; 2 to 9 endorse each other and themselves
    std::vector<double> preTrust(10, 0);
    preTrust[0] = 1;
    std::vector<TrustEdge> edges{{0, 1, 1}};
    const auto before = eigenTrust(preTrust, edges);
    for (std::uint32_t i = 2; i < 10; ++i) {
        for (std::uint32_t j = 2; j < 10; ++j)
            edges.push_back({i, j, 1e6});
        edges.push_back({i, 0, 1});  // flattering the trusted does not help either
    }
    const auto after = eigenTrust(preTrust, edges);
    QVERIFY(before && after);
    for (std::size_t i = 2; i < 10; ++i)
        QCOMPARE((*after)[i], 0.0);
    QCOMPARE(*after, *before);
    const auto scores = trustScores(*after);
    QCOMPARE(*std::max_element(scores.begin(), scores.end()), trustMax);
    QCOMPARE(scores[5], 0u);
    // one's own endorsement alone changes nothing
    edges.push_back({1, 1, 1e9});
    QCOMPARE(*eigenTrust(preTrust, edges), *after);
    // and one endorsed from outside the ring lets in what was given, no more
    edges.push_back({1, 2, 1});
    const auto bridged = eigenTrust(preTrust, edges);
    const double ring = std::accumulate(bridged->begin() + 2, bridged->end(), 0.0);
    QVERIFY(ring > 0 && ring < (*bridged)[1]);
}

void TestTrust::eigenTrustRefuses()
{
    const std::vector<TrustEdge> edges{{0, 1, 1}};
    QVERIFY(!eigenTrust(std::vector<double>{0, 0}, edges));
    QVERIFY(!eigenTrust(std::vector<double>{1, -1}, edges));
    QVERIFY(!eigenTrust(std::vector<double>{1, INFINITY}, edges));
    QVERIFY(!eigenTrust(std::vector<double>{1}, edges));
    QVERIFY(!eigenTrust({}, {}));
    QVERIFY(!eigenTrust(std::vector<double>{1, 1}, std::vector<TrustEdge>{{0, 1, NAN}}));
    QVERIFY(!directedPageRank(1, edges));
}

void TestTrust::pageRankBesideIgraph()
{
    QFile file(QStringLiteral(DREAM_SOURCE_DIR "/tests/vectors/pagerank.json"));
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QJsonArray cases = QJsonDocument::fromJson(file.readAll()).object()[u"cases"].toArray();
    QCOMPARE(cases.size(), 12);
    double worst = 0;
    for (const QJsonValue one : cases) {
        std::vector<TrustEdge> edges;
        for (const QJsonValue edge : one[u"edges"].toArray())
            edges.push_back({std::uint32_t(edge[0].toInt()), std::uint32_t(edge[1].toInt()),
                             edge[2].toDouble()});
        const auto ranks = directedPageRank(std::size_t(one[u"count"].toInt()), edges);
        QVERIFY(ranks);
        const QJsonArray theirs = one[u"ranks"].toArray();
        QCOMPARE(theirs.size(), qsizetype(ranks->size()));
        for (qsizetype i = 0; i < theirs.size(); ++i)
            worst = std::max(worst, std::fabs((*ranks)[std::size_t(i)] - theirs[i].toDouble()));
    }
    QVERIFY2(worst < 1e-9, qPrintable(QString::number(worst)));
}

void TestTrust::halfLife()
{
    constexpr std::int64_t day = 86'400'000;
    const Evidence start{1000 * evidenceUnit, 10 * evidenceUnit, 0};
    QVERIFY(aged(start, 0, day) == start);
    QVERIFY(aged(start, -5, day) == start);
    QCOMPARE(aged(start, day, day).good, start.good / 2);
    QCOMPARE(aged(start, 10 * day, day).good, start.good / 1024);
    QCOMPARE(aged(start, 10'000 * day, day).good, 0u);
    std::mt19937_64 chance(7);
    for (int i = 0; i < 20'000; ++i) {
        const auto halfLife = std::int64_t(chance() % (400 * day)) + 1;
        const auto elapsed = std::int64_t(chance() % std::uint64_t(10 * halfLife));
        const double expected = double(start.good) * std::exp2(-double(elapsed) / double(halfLife));
        const auto got = double(aged(start, elapsed, halfLife).good);
        QVERIFY(std::fabs(got - expected) <= 2 + expected * 1e-7);
        // in two steps as in one
        const Evidence two = aged(aged(start, elapsed / 2, halfLife), elapsed, halfLife);
        QVERIFY(std::fabs(double(two.good) - expected) <= 4 + expected * 2e-7);
    }
    // an outcome that comes late weighs what is left of it, whatever the order
    const Evidence first =
        withOutcome(withOutcome({}, true, evidenceUnit, 0, day), false, evidenceUnit, day, day);
    const Evidence second =
        withOutcome(withOutcome({}, false, evidenceUnit, day, day), true, evidenceUnit, 0, day);
    QVERIFY(first == second);
    QCOMPARE(first.good, evidenceUnit / 2);
}

void TestTrust::beta()
{
    // Josang and Ismail 2002, section 2.2: E = (r + 1) / (r + s + 2); seven good of eight is 0.8
    QCOMPARE(betaScore({7 * evidenceUnit, 1 * evidenceUnit, 0}), 8000u);
    QCOMPARE(betaScore({}), 5000u);
    QCOMPARE(earnedScore({}, evidenceUnit), 0u);
    QCOMPARE(earnedScore({}, 0), 0u);
    QCOMPARE(earnedScore({8 * evidenceUnit, 0, 0}, 2 * evidenceUnit), 8000u);
    const Evidence flood{~std::uint64_t{0}, ~std::uint64_t{0}, 0};
    QCOMPARE(betaScore(flood), 5000u);
    QVERIFY(earnedScore(flood, ~std::uint64_t{0}) < trustMax);
    std::uint32_t last = 0;
    Evidence evidence;
    for (int i = 0; i < 1000; ++i) {
        evidence = withOutcome(evidence, true, evidenceUnit, i, 0);
        QVERIFY(betaScore(evidence) >= last && betaScore(evidence) < trustMax);
        last = betaScore(evidence);
    }
}

QTEST_APPLESS_MAIN(TestTrust)
#include "tst_trust.moc"
