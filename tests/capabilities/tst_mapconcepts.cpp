// map-concepts: the weights by hand, a layout without overlaps on anything, and a picture that
// follows the text.
#include "runcapability.h"

#include "capabilities/conceptgraph.h"
#include "capabilities/conceptlayout.h"
#include "capabilities/pagerank.h"

#include <QXmlStreamReader>

#include <cmath>
#include <set>

using namespace testing;

namespace {

const std::string note =
    "# Tool library in the boiler house\n\nThe old boiler house stands empty. Neighbours could borrow tools there: drills, saws, "
    "ladders. Booking goes by a list at the door. The caretaker keeps the key on Thursday. Tools need shelves, and the boiler house has "
    "room for shelves. Insurance is open. Booking and insurance belong together. The caretaker likes the tools.";
const std::string keywords =
    R"({"keywords":[{"phrase":"boiler house","stem":"boiler hous","weight":9000,"count":3},{"phrase":"tools","stem":"tool","weight":8000},
    {"phrase":"booking","stem":"book","weight":6000},{"phrase":"caretaker","stem":"caretak","weight":5000},{"phrase":"insurance","stem":"insur","weight":4000},
    {"phrase":"not in the text","stem":"zebra","weight":9999}]})";

std::set<std::string> labelsOf(const capabilities::Result &result)
{
    std::set<std::string> out;
    const json::value concepts = jsonOf(result, "concepts");
    for (const json::value &node : concepts.at("nodes").as_array())
        out.insert(node.at("label").as_string().c_str());
    return out;
}

bool overlaps(const json::value &a, const json::value &b)
{
    const auto number = [](const json::value &node, const char *name) {
        return node.at(name).as_int64();
    };
    return 2 * std::abs(number(a, "x") - number(b, "x")) < number(a, "width") + number(b, "width")
           && 2 * std::abs(number(a, "y") - number(b, "y"))
                  < number(a, "height") + number(b, "height");
}

void checkLayout(const json::value &concepts)
{
    const auto &nodes = concepts.at("nodes").as_array();
    QVERIFY(nodes.size() <= 24);
    for (std::size_t a = 0; a < nodes.size(); ++a) {
        QVERIFY(nodes[a].at("x").as_int64() - nodes[a].at("width").as_int64() / 2 >= 0);
        QVERIFY(nodes[a].at("x").as_int64() + nodes[a].at("width").as_int64() / 2
                <= concepts.at("width").as_int64());
        QVERIFY(nodes[a].at("y").as_int64() + nodes[a].at("height").as_int64() / 2
                <= concepts.at("height").as_int64());
        for (std::size_t b = a + 1; b < nodes.size(); ++b)
            QVERIFY2(!overlaps(nodes[a], nodes[b]),
                     qPrintable(QString::fromStdString(json::serialize(concepts))));
    }
    for (const json::value &edge : concepts.at("edges").as_array())
        QVERIFY(std::size_t(edge.at("to").as_int64()) < nodes.size());
}

}  // namespace

class TstMapConcepts : public QObject {
    Q_OBJECT

private slots:
    void pmiByHand()
    {
        using capabilities::pmiWeight;
        QCOMPARE(pmiWeight(2, 2, 2, 8), 1.0);  // always together: npmi = 1
        QCOMPARE(pmiWeight(4, 4, 2, 8), 0.5);  // as often as chance: pmi = 0
        QCOMPARE(pmiWeight(3, 3, 0, 8), 0.0);
        QCOMPARE(pmiWeight(1, 1, 1, 1), 0.5);  // one sentence tells nothing
        // a in 2, b in 4, together in 2 of 8: pmi = ln(.25 / (.25 * .5)) = ln 2, -ln .25 = 2 ln 2
        QVERIFY(std::abs(pmiWeight(2, 4, 2, 8) - 0.75) < 1e-12);
    }

    void pageRankByHand()
    {
        using capabilities::WeightedEdge;
        // a star of three: the middle m and two leaves. m = .05 + .85 * 2 l, l = .05 + .85 m / 2
        const double even[] = {1, 1, 1};
        const WeightedEdge star[] = {{0, 1, 1}, {0, 2, 1}};
        const auto ranks = capabilities::pageRank(even, star);
        const double m = (0.05 + 0.85 * 2 * 0.05) / (1 - 0.85 * 0.85);
        QVERIFY(std::abs(ranks[0] - m) < 1e-6);
        QVERIFY(std::abs(ranks[1] - (1 - m) / 2) < 1e-6);
        // a pair and a loner: the loner's rank is spread by the teleport, all stay equal
        const WeightedEdge pair[] = {{0, 1, 3}};
        double sum = 0;
        for (const double rank : capabilities::pageRank(even, pair))
            sum += rank;
        QVERIFY(std::abs(sum - 1) < 1e-9);
        const double home[] = {3, 0, 0};
        const auto biased = capabilities::pageRank(home, {});
        QVERIFY(std::abs(biased[0] - 1) < 1e-9);
    }

    void mapHoldsTheConcepts()
    {
        const auto result = runCapability("map-concepts", {{"text", note}, {"keywords", keywords}});
        const auto labels = labelsOf(result);
        for (const char *label :
             {"boiler house", "tools", "booking", "caretaker", "insurance", "shelves"})
            QVERIFY2(labels.contains(label), label);
        QVERIFY(!labels.contains("not in the text"));
        QVERIFY(!labels.contains("boiler")
                && !labels.contains("house"));  // the phrase speaks for them
        const auto concepts = jsonOf(result, "concepts");
        const std::string centre = concepts.at("nodes").at(0).at("label").as_string().c_str();
        QVERIFY2(centre == "tools" || centre == "boiler house", centre.c_str());
        checkLayout(concepts);
        QVERIFY(result.figures.at("edges") >= 4);
    }

    void aConceptGoesWithItsText()
    {
        std::string without = note;
        for (std::size_t at; (at = without.find("nsurance")) != std::string::npos;)
            without.erase(at - 1, 9);
        const auto before =
            labelsOf(runCapability("map-concepts", {{"text", note}, {"keywords", keywords}}));
        const auto after =
            labelsOf(runCapability("map-concepts", {{"text", without}, {"keywords", keywords}}));
        QVERIFY(before.contains("insurance") && !after.contains("insurance"));
        QVERIFY(output(runCapability("map-concepts", {{"text", without}, {"keywords", keywords}}),
                       "map")
                    .find("insurance")
                == std::string::npos);
    }

    void neverAnOverlap()
    {
        for (std::uint64_t seed = 1; seed <= 120; ++seed) {
            const std::string words = randomText(seed, 20 + seed * 5);
            const auto keys =
                output(runCapability("extract-keywords", {{"text", words}}), "keywords");
            checkLayout(jsonOf(
                runCapability("map-concepts", {{"text", words}, {"keywords", keys}}, {}, seed),
                "concepts"));
        }
        // worst case: 24 long labels, all bound to all
        std::string one, list;
        for (char c = 'a'; c < 'a' + 24; ++c) {
            const std::string word = std::string("extraordinarily") + c + std::string(9, c);
            one += word + " ";
            list += std::string(c == 'a' ? "" : ",") + "{\"phrase\":\"" + word + R"(","stem":")"
                    + word + "\",\"weight\":5000}";
        }
        checkLayout(
            jsonOf(runCapability("map-concepts", {{"text", one + ". " + one},
                                                  {"keywords", "{\"keywords\":[" + list + "]}"}}),
                   "concepts"));
    }

    void pictureIsSoundAndEscaped()
    {
        const std::string words =
            "The \"A&B\" <script> shop sells A&B things. The shop <script> opens. A shop, a shop.";
        const auto result = runCapability(
            "map-concepts",
            {{"text", words},
             {"keywords",
              "{\"keywords\":[{\"phrase\":\"<script> & \\\"shop\\\"\",\"stem\":\"shop\",\"weight\":9000}]}"}});
        const QByteArray svg = QByteArray::fromStdString(output(result, "map"));
        QVERIFY(!svg.contains("<script"));
        QXmlStreamReader reader(svg);
        while (!reader.atEnd())
            reader.readNext();
        QVERIFY2(!reader.hasError(), qPrintable(reader.errorString()));
        QVERIFY(!svg.contains("currentColor") && !svg.contains("href"));
    }

    void emptyAndTiny()
    {
        const auto empty = runCapability("map-concepts", {{"text", ""}});
        QCOMPARE(empty.figures.at("concepts"), 0);
        QVERIFY(output(empty, "map").find("<svg") != std::string::npos);
        QVERIFY(runCapability("map-concepts", {{"text", "Moon moon."}}).figures.at("concepts")
                == 1);
        QCOMPARE(runCapability("map-concepts", {}).refusal, std::string("mapconcepts.noInput"));
    }

    void promises()
    {
        checkPromises("map-concepts", {{"keywords", keywords}});
        const auto one =
            output(runCapability("map-concepts", {{"text", note}, {"keywords", keywords}}), "map");
        const auto other = output(
            runCapability("map-concepts", {{"text", note + " Ladders and saws. Ladders and saws."},
                                           {"keywords", keywords}}),
            "map");
        QVERIFY(one != other);
    }
};

QTEST_APPLESS_MAIN(TstMapConcepts)
#include "tst_mapconcepts.moc"
