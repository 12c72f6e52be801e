// Cards: sound, safe, deterministic, legible, and really made of the dream's figures. Pictures are
// drawn by Qt's SVG renderer and compared pixel by pixel.
#include "canvaspicture.h"

#include <QSet>
#include <QTest>

#include <numeric>

using namespace picture;
using capabilities::generateComponent;
using capabilities::renderCard;
using capabilities::renderChart;

namespace {

const QRect landPart(230, 0, 170, 210);  // the right side of a card at 400 by 210

// WCAG again, written apart from the engine's.
double luminance(const QColor &colour)
{
    const auto linear = [](double part) {
        return part <= 0.04045 ? part / 12.92 : std::pow((part + 0.055) / 1.055, 2.4);
    };
    return 0.2126 * linear(colour.redF()) + 0.7152 * linear(colour.greenF())
        + 0.0722 * linear(colour.blueF());
}

double contrast(const QColor &one, const QColor &other)
{
    const double first = luminance(one) + 0.05;
    const double second = luminance(other) + 0.05;
    return std::max(first, second) / std::min(first, second);
}

QColor over(const QColor &above, const QColor &below, double opacity)
{
    const auto blend = [&](double a, double b) { return a * opacity + b * (1 - opacity); };
    return QColor::fromRgbF(float(blend(above.redF(), below.redF())),
                            float(blend(above.greenF(), below.greenF())),
                            float(blend(above.blueF(), below.blueF())));
}

// The sum of all bends along the curves of a path, in radians.
double turningOf(const QString &path)
{
    static const QRegularExpression curve(
        QStringLiteral("q-?\\d+ ?-?\\d+ ?(-?\\d+) ?(-?\\d+)"));
    double turning = 0;
    double before = NAN;
    for (auto found = curve.globalMatch(path); found.hasNext();) {
        const auto match = found.next();
        const double angle = std::atan2(match.captured(2).toDouble(), match.captured(1).toDouble());
        if (!std::isnan(before))
            turning += std::abs(std::remainder(angle - before, 2 * M_PI));
        before = angle;
    }
    return turning;
}

}  // namespace

class TestCanvas : public QObject {
    Q_OBJECT

private slots:
    void cardIsSoundAndSmall();
    void cardIsDeterministic();
    void dreamsDiffer();
    void everyFigureShows_data();
    void everyFigureShows();
    void clearerTextsHaveCalmerShores();
    void removingAConceptRemovesIt();
    void conceptLabelsKeepApart();
    void contrastHoldsEverywhere();
};

void TestCanvas::cardIsSoundAndSmall()
{
    Dream dream;
    const Result result = fixture::run(renderCard, dream);
    QCOMPARE(result.refusal, std::string());
    QCOMPARE(result.outputs.size(), std::size_t(1));
    QCOMPARE(soundness(pictureOf(result)), QString());
    QVERIFY(pictureOf(result).size() < 60 * 1024);
    QCOMPARE(result.figures.at("concepts"), 8);
    for (const char *word : {"Tool library", "tools", "warm, mildly hopeful", ">86<", ">81<"})
        QVERIFY2(pictureOf(result).find(word) != std::string::npos, word);

    // the fullest sky with the wildest shore is still small
    std::vector<std::string> labels;
    for (int at = 0; at < 24; ++at)
        labels.push_back("concept " + std::to_string(at));
    dream.setConcepts(labels);
    dream.clarity["clarity"] = 0;
    dream.clarity["symbolism"] = dream.clarity["emotion"] = 10000;
    for (dream.seed = 0; dream.seed < 40; ++dream.seed) {
        const std::string card = cardOf(dream);
        QCOMPARE(soundness(card), QString());
        QVERIFY2(card.size() < 60 * 1024, std::to_string(card.size()).c_str());
    }
}

void TestCanvas::cardIsDeterministic()
{
    Dream dream;
    const std::string first = cardOf(dream);
    QCOMPARE(cardOf(dream), first);
    dream.seed = 8;
    QVERIFY(cardOf(dream) != first);
}

void TestCanvas::dreamsDiffer()
{
    QList<QImage> pictures;
    for (int at = 0; at < 6; ++at) {
        Dream dream;
        dream.seed = 1000u + 77u * unsigned(at);
        dream.mood["valence"] = -9000 + 3600 * at;
        dream.clarity["coherence"] = 1500 * at;
        std::vector<std::string> labels(2 + std::size_t(at), "word");
        for (std::size_t index = 0; index < labels.size(); ++index)
            labels[index] += std::to_string(index * 7 + std::size_t(at));
        dream.setConcepts(labels);
        pictures.append(drawn(cardOf(dream)));
    }
    for (int one = 0; one < 6; ++one) {
        for (int other = 0; other < one; ++other) {
            const double seen = difference(pictures[one], pictures[other], landPart);
            QVERIFY2(seen > 10, qPrintable(QString::number(seen)));
        }
    }
}

void TestCanvas::everyFigureShows_data()
{
    QTest::addColumn<QString>("artefact");
    QTest::addColumn<QString>("name");
    QTest::addColumn<int>("low");
    QTest::addColumn<int>("high");
    for (const char *score : {"clarity", "coherence", "structure", "symbolism", "emotion"})
        QTest::newRow(score) << "clarity" << score << 500 << 9500;
    QTest::newRow("valence") << "mood" << "valence" << -9000 << 9000;
    QTest::newRow("intensity") << "mood" << "intensity" << 0 << 10000;
}

void TestCanvas::everyFigureShows()
{
    QFETCH(QString, artefact);
    QFETCH(QString, name);
    QFETCH(int, low);
    QFETCH(int, high);
    QList<QImage> pictures;
    for (const int value : {low, high}) {
        Dream dream;
        (artefact == QLatin1String("mood") ? dream.mood : dream.clarity)[name.toStdString()] = value;
        pictures.append(drawn(cardOf(dream)));
    }
    const double seen = difference(pictures[0], pictures[1], landPart);
    QVERIFY2(seen > 1.5, qPrintable(QString::number(seen)));
}

void TestCanvas::clearerTextsHaveCalmerShores()
{
    const auto measured = [](int clarity, int emotion) {
        Dream dream;
        dream.clarity["clarity"] = clarity;
        dream.clarity["emotion"] = emotion;
        double turning = 0;
        int levels = 0;
        for (const Element &element : allOf(cardOf(dream))) {
            const QString path = element.value("d");
            levels += path.contains(u'q');
            turning += turningOf(path);
        }
        return std::pair(turning, levels);
    };
    const double frayed = measured(0, 5000).first;
    const double calm = measured(10000, 5000).first;
    QVERIFY2(frayed > calm * 1.25, qPrintable(QStringLiteral("%1 %2").arg(frayed).arg(calm)));
    QCOMPARE(measured(8000, 0).second, 7);
    QCOMPARE(measured(8000, 10000).second, 14);
}

void TestCanvas::removingAConceptRemovesIt()
{
    Dream dream;
    const std::vector<std::string> labels{"tools", "neighbours", "lantern", "booking"};
    dream.setConcepts(labels);
    const auto stars = [](const std::string &card) {
        QSet<QString> places;
        for (const Element &element : allOf(card)) {
            if (element.name == QLatin1String("circle"))
                places.insert(element.value("cx") + element.value("cy"));
        }
        return places.size();
    };
    const std::string with = cardOf(dream);
    QVERIFY(with.find("lantern") != std::string::npos);
    QCOMPARE(stars(with), qsizetype(4));
    dream.setConcepts({"tools", "neighbours", "booking"});
    dream.keywords = {{"keywords", boost::json::array{{{"phrase", "lantern"}, {"weight", 9000}}}}};
    const std::string without = cardOf(dream);
    QVERIFY(without.find("lantern") == std::string::npos);
    QCOMPARE(stars(without), qsizetype(3));
    QVERIFY(difference(drawn(with), drawn(without), landPart) > 2);
}

void TestCanvas::conceptLabelsKeepApart()
{
    std::mt19937 random(5);
    for (int round = 0; round < 150; ++round) {
        Dream dream;
        dream.seed = random();
        std::vector<std::string> labels;
        for (unsigned at = 0; at < 1 + random() % 24; ++at)
            labels.push_back(std::string(1 + random() % 20, char('a' + at)));
        dream.setConcepts(labels);
        for (auto &node : dream.concepts["nodes"].get_array()) {
            // crowded on purpose, sometimes all in one place
            node.get_object()["x"] = std::int64_t(random() % (1 + unsigned(round)));
            node.get_object()["y"] = std::int64_t(random() % (1 + unsigned(round)));
        }
        QList<QRectF> plates;
        for (const Element &element : allOf(cardOf(dream))) {
            if (element.value("rx") == QLatin1String("6"))
                plates.append({element.number("x"), element.number("y"), element.number("width"),
                               element.number("height")});
        }
        QCOMPARE(plates.size(), qsizetype(std::min<std::size_t>(labels.size(), 6)));
        for (int one = 0; one < plates.size(); ++one) {
            QVERIFY(QRectF(0, 0, 1200, 630).contains(plates[one]));
            for (int other = 0; other < one; ++other)
                QVERIFY(!plates[one].adjusted(0.1, 0.1, -0.1, -0.1).intersects(plates[other]));
        }
    }
}

void TestCanvas::contrastHoldsEverywhere()
{
    std::mt19937 random(11);
    double lowest = 21;
    for (int round = 0; round < 240; ++round) {
        Dream dream;
        dream.seed = random();
        dream.mood["valence"] = int(random() % 20001) - 10000;
        dream.mood["intensity"] = int(random() % 10001);
        dream.clarity["emotion"] = int(random() % 10001);
        dream.params["scheme"] = round % 2 ? "light" : "dark";
        const auto elements = allOf(cardOf(dream));
        const QColor ground(elements[4].value("fill"));
        QList<QColor> land{ground};
        for (const Element &element : elements) {
            if (element.name == QLatin1String("path") && element.value("d").contains(u'q'))
                land.append(QColor(element.value("fill")));
        }
        for (const Element &element : elements) {
            const QColor fill(element.value("fill"));
            if (element.name != QLatin1String("text"))
                continue;
            const bool isLabel = element.value("text-anchor") == QLatin1String("middle");
            for (const QColor &below : isLabel ? land : QList<QColor>{ground}) {
                const QColor behind = isLabel ? over(ground, below, 0.72) : ground;
                lowest = std::min(lowest, contrast(fill, behind));
                QVERIFY2(contrast(fill, behind) >= 4.5, qPrintable(element.text));
            }
        }
        for (const Element &element : elements) {
            if (element.value("height") == QLatin1String("5") && element.number("y") > 500
                && element.number("width") < 70)
                QVERIFY(contrast(QColor(element.value("fill")), ground) >= 3);
        }
    }
    qInfo("lowest contrast of words on 240 cards: %.2f", lowest);
}

QTEST_MAIN(TestCanvas)
#include "tst_canvas.moc"
