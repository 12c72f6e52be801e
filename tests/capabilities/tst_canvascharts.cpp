// Charts and the arithmetic under all pictures: round ticks, tiles that share an area, widths that
// agree with Qt's font engine, lines that fit, titles, and colours against published values.
#include "canvaspicture.h"

#include "capabilities/chartdraw.h"
#include "text/escape.h"
#include "text/oklch.h"
#include "text/svg.h"

#include <QTest>

#include <numeric>

using namespace picture;
using capabilities::renderChart;
namespace json = boost::json;

class TestCanvasCharts : public QObject {
    Q_OBJECT

private slots:
    void chartsAreSound_data();
    void chartsAreSound();
    void barsAreAsLongAsTheirScores();
    void gapsStayGaps();
    void seriesAreRefused_data();
    void seriesAreRefused();
    void ticksAreNice();
    void tickLabels();
    void tilesShareTheArea();
    void measuredWidthsAreTrue_data();
    void measuredWidthsAreTrue();
    void fittedLinesFit();
    void titlesAreFound_data();
    void titlesAreFound();
    void leadsAreFound();
    void coloursAreRight();
    void solvedColoursReachTheirContrast();
};

namespace {

const char *const series = R"({"title":"Words","unit":"a day","labels":["Mon","Tue","Wed"],
    "series":[{"name":"now","values":[1250,null,980]},{"name":"before","values":[1000,1100.5,-4]}]})";

Result chart(const char *kind, const std::string &bytes, const char *scheme = "dark")
{
    auto artefacts = Dream().artefacts();
    artefacts["series"] = bytes;
    return fixture::run(renderChart, artefacts, {{"kind", kind}, {"scheme", scheme}});
}

}  // namespace

void TestCanvasCharts::chartsAreSound_data()
{
    QTest::addColumn<QString>("kind");
    QTest::addColumn<int>("marks");
    QTest::newRow("scores") << "scores" << 6;
    QTest::newRow("radar") << "radar" << 6;
    QTest::newRow("line") << "line" << 5;
    QTest::newRow("column") << "column" << 5;
    QTest::newRow("treemap") << "treemap" << 2;
}

void TestCanvasCharts::chartsAreSound()
{
    QFETCH(QString, kind);
    QFETCH(int, marks);
    const std::string bytes = kind == QLatin1String("treemap")
        ? R"({"series":[{"values":[7,3]}],"labels":["Rent <b>","Food & drink"]})" : series;
    QList<QImage> pictures;
    for (const char *scheme : {"dark", "light"}) {
        const Result result = chart(kind.toUtf8(), bytes, scheme);
        QCOMPARE(result.refusal, std::string());
        QCOMPARE(soundness(pictureOf(result)), QString());
        QCOMPARE(result.figures.at("marks"), marks);
        QVERIFY(result.figures.at("contrastTextX100") >= 450);
        QVERIFY(result.figures.at("contrastMarkX100") >= 300);
        QCOMPARE(pictureOf(chart(kind.toUtf8(), bytes, scheme)), pictureOf(result));
        pictures.append(drawn(pictureOf(result), {440, 210}));
    }
    QVERIFY(difference(pictures[0], pictures[1], QRect(0, 0, 440, 210)) > 100);
}

void TestCanvasCharts::barsAreAsLongAsTheirScores()
{
    Dream dream;
    dream.clarity["structure"] = 0;
    dream.clarity["emotion"] = 10000;
    dream.clarity.erase("coherence");
    QList<double> widths;
    const auto elements = allOf(pictureOf(fixture::run(renderChart, dream)));
    const QString mark = elements.last().value("fill");
    int notMeasured = 0;
    QString track;
    for (const Element &element : elements) {
        notMeasured += element.text == QLatin1String("not measured");
        if (element.value("height") != QLatin1String("8"))
            continue;
        if (track.isEmpty())
            track = element.value("fill");
        if (element.value("fill") != track)
            widths.append(element.number("width"));
    }
    QCOMPARE(notMeasured, 1);
    // clarity, structure (a dot remains), symbolism, emotion
    QCOMPARE(widths, (QList<double>{206.4, 8, 67.2, 240}));
}

void TestCanvasCharts::gapsStayGaps()
{
    const auto moves = [](const std::string &bytes) {
        QList<int> counts;
        for (const Element &element : allOf(pictureOf(chart("line", bytes)))) {
            if (element.name == QLatin1String("path"))
                counts.append(int(element.value("d").count(u'M')));
        }
        return counts;
    };
    QCOMPARE(moves(R"({"series":[{"name":"a","values":[1,2,null,3,4]}]})"), QList<int>{2});
    QCOMPARE(moves(R"({"series":[{"name":"a","values":[1,2,2.5,3,4]}]})"), QList<int>{1});
}

void TestCanvasCharts::seriesAreRefused_data()
{
    QTest::addColumn<QByteArray>("kind");
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QByteArray>("code");
    const auto row = [](const char *kind, const char *bytes, const char *code) {
        QTest::addRow("%s %s", kind, bytes) << QByteArray(kind) << QByteArray(bytes)
                                            << QByteArray(code);
    };
    row("pie", series, "canvas.kind");
    row("line", "", "canvas.input");
    row("line", "[]", "canvas.input");
    row("line", R"({"series":[]})", "canvas.input");
    row("line", R"({"series":[{"values":[]}]})", "canvas.input");
    row("line", R"({"series":[{"values":[null]}]})", "canvas.input");
    row("line", R"({"series":[{"values":["7"]}]})", "canvas.input");
    row("line", R"({"series":[{"values":[1e300]}]})", "canvas.input");
    row("column", R"({"series":[{"values":[1]}],"labels":[7]})", "canvas.input");
    row("treemap", R"({"series":[{"values":[1,-1]}]})", "canvas.shares");
    row("treemap", R"({"series":[{"values":[0,0]}]})", "canvas.shares");
    row("treemap", R"({"series":[{"values":[1]},{"values":[1]}]})", "canvas.shares");
}

void TestCanvasCharts::seriesAreRefused()
{
    QFETCH(QByteArray, kind);
    QFETCH(QByteArray, bytes);
    QFETCH(QByteArray, code);
    const Result result = chart(kind.constData(), bytes.toStdString());
    QCOMPARE(result.refusal, code.toStdString());
    QVERIFY(result.outputs.empty());
}

void TestCanvasCharts::ticksAreNice()
{
    using capabilities::canvas::niceTicks;
    const auto known = niceTicks(0, 105, 5);
    QCOMPARE(known.step, 50.0);  // Heckbert's own rule: 20, 50 or 100 near 200 / 4
    QCOMPARE(known.high, 150.0);
    std::mt19937 random(3);
    std::uniform_real_distribution<double> share(-1, 1);
    for (int round = 0; round < 5000; ++round) {
        const double scale = std::pow(10.0, double(int(random() % 24)) - 9);
        const double one = share(random) * scale;
        const double other = round % 10 == 0 ? one : share(random) * scale;
        const auto ticks = niceTicks(one, other, 5);
        const double slack = ticks.step * 1e-6;
        QVERIFY(ticks.low <= std::min(one, other) + slack);
        QVERIFY(ticks.high >= std::max(one, other) - slack);
        QVERIFY2(ticks.count() >= 2 && ticks.count() <= 12,
                 qPrintable(QStringLiteral("%1 %2").arg(one).arg(other)));
        const double digit = ticks.step / std::pow(10.0, std::floor(std::log10(ticks.step) + 1e-9));
        QVERIFY(std::abs(digit - 1) < 1e-6 || std::abs(digit - 2) < 1e-6
                || std::abs(digit - 5) < 1e-6);
    }
}

void TestCanvasCharts::tickLabels()
{
    using capabilities::canvas::tickLabel;
    QCOMPARE(tickLabel(1250000, 50000), std::string("1\u2009250\u2009000"));
    QCOMPARE(tickLabel(-0.25, 0.05), std::string("\u22120.25"));
    QCOMPARE(tickLabel(-0.0000001, 0.5), std::string("0.0"));
    QCOMPARE(tickLabel(999, 1), std::string("999"));
    QCOMPARE(tickLabel(100, 100), std::string("100"));
}

void TestCanvasCharts::tilesShareTheArea()
{
    std::mt19937 random(9);
    for (int round = 0; round < 300; ++round) {
        std::vector<double> weights(1 + random() % 30);
        for (double &weight : weights)
            weight = random() % 4 == 0 ? 0 : 1 + random() % 1000;
        const double total = std::accumulate(weights.begin(), weights.end(), 0.0);
        const auto tiles = capabilities::canvas::squarify(weights, 10, 20, 800, 400);
        QCOMPARE(tiles.size(), std::size_t(std::ranges::count_if(
                                   weights, [](double weight) { return weight > 0; })));
        QList<QRectF> placed;
        for (const auto &tile : tiles) {
            const double area = tile.width * tile.height;
            QVERIFY(std::abs(area - weights[tile.index] / total * 320000) < 1e-3);
            const QRectF box(tile.x, tile.y, tile.width, tile.height);
            QVERIFY(QRectF(9.999, 19.999, 800.002, 400.002).contains(box));
            for (const QRectF &other : placed)
                QVERIFY(!box.adjusted(0.01, 0.01, -0.01, -0.01).intersects(other));
            placed.append(box);
        }
    }
}

void TestCanvasCharts::measuredWidthsAreTrue_data()
{
    QTest::addColumn<QString>("line");
    QTest::addColumn<double>("tooWideMax");
    QTest::newRow("english") << QStringLiteral("The staircase under the lake, 2024") << 1.04;
    QTest::newRow("german") << QStringLiteral("Straßenbahnfahrer übers Äußere gebeugt") << 1.04;
    QTest::newRow("polish") << QStringLiteral("Zażółć gęślą jaźń; łódź") << 1.04;
    QTest::newRow("russian") << QStringLiteral("Библиотека в старой котельной") << 1.04;
    QTest::newRow("greek") << QStringLiteral("Η βιβλιοθήκη των εργαλείων") << 1.04;
    QTest::newRow("capitals") << QStringLiteral("AVATAR WAVE TO YOU") << 1.10;
    QTest::newRow("hebrew") << QStringLiteral("ספריית הכלים בבית הדוודים") << 1.15;
    QTest::newRow("arabic") << QStringLiteral("مكتبة الأدوات في بيت المرجل") << 1.25;
}

void TestCanvasCharts::measuredWidthsAreTrue()
{
    QFETCH(QString, line);
    QFETCH(double, tooWideMax);
    if (!hasInter())
        QSKIP("the typeface Inter is not installed");
    for (const bool isBold : {false, true}) {
        const double measured = text::measure(
            line.toStdString(), {100, isBold ? text::Weight::SemiBold : text::Weight::Regular});
        const double real = realWidth(line, 100, isBold ? QFont::DemiBold : QFont::Normal);
        QVERIFY2(measured >= real * 0.985 && measured <= real * tooWideMax,
                 qPrintable(QStringLiteral("measured %1, drawn %2").arg(measured).arg(real)));
    }
}

void TestCanvasCharts::fittedLinesFit()
{
    std::mt19937 random(4);
    const std::string letters[] = {"a", "W", "i", " ", " ", "-", "ö", "夢", "、", "🌙", "ש", "é"};
    const double sizes[] = {60, 44, 30};
    for (int round = 0; round < 1500; ++round) {
        std::string line;
        for (unsigned at = 0; at < 1 + random() % 160; ++at)
            line += letters[random() % 12];
        line = text::cleanLine(line);
        if (line.empty())
            continue;
        const auto fitted = text::fit(line, {420, 3, sizes}, text::Weight::SemiBold);
        QVERIFY(!fitted.lines.empty() && fitted.lines.size() <= 3);
        std::string joined;
        for (const std::string &one : fitted.lines) {
            QVERIFY(text::measure(one, {fitted.size, text::Weight::SemiBold}) <= 420.001);
            joined += one;
        }
        std::erase(joined, ' ');
        std::erase(line, ' ');
        if (fitted.isCut)
            QVERIFY(joined.ends_with("\u2026") && line.starts_with(joined.substr(0, joined.size() - 3)));
        else
            QCOMPARE(joined, line);
    }
}

void TestCanvasCharts::titlesAreFound_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("title");
    const auto row = [](const char *text, const char *title) {
        QTest::newRow(text) << QByteArray(text) << QByteArray(title);
    };
    row("# A *wide* `door`\ntext", "A wide door");
    row("\n\n## Closed ##\n", "Closed");
    row("Setext\n======\n", "Setext");
    row("- [ ] Buy [bread](https://example.org/a_b)", "Buy bread");
    row("---\ntitle: From the front\ntags: x\n---\n# Other", "From the front");
    row("---\n\nno front matter here", "no front matter here");
    row("We walked to the river. Then we slept.", "We walked to the river");
    row("Dr. Who met me on the stairs. Then", "Dr. Who met me on the stairs");
    row("snake_case and _leaning_ \\*star\\*", "snake_case and leaning *star*");
    row("夢を見た。それから起きた。", "夢を見た");
    row("```\n***\n", "");
    row("#hashtag first", "#hashtag first");
}

void TestCanvasCharts::titlesAreFound()
{
    QFETCH(QByteArray, text);
    QFETCH(QByteArray, title);
    QCOMPARE(text::titleOf(text.toStdString()), title.toStdString());
}

void TestCanvasCharts::leadsAreFound()
{
    QCOMPARE(text::leadOf("# Title\n\nFirst line.\nSecond *line*.\n\n## Next\nnot this"),
             std::string("First line. Second line."));
    QCOMPARE(text::leadOf("We walked to the river. Then we slept."), std::string("Then we slept."));
    QCOMPARE(text::leadOf("# Only a title"), std::string());
    const std::string lead = text::leadOf("# T\n" + std::string(9000, 'x'));
    QVERIFY(lead.ends_with("x\u2026"));
    QCOMPARE(lead.size(), std::size_t(363));
}

void TestCanvasCharts::coloursAreRight()
{
    // published pairs: CSS Color 4 sample conversions; contrast of #777 on white is 4.48
    QCOMPARE(text::toRgb({0.62796, 0.25768, 29.234}).hex(), std::string("#ff0000"));
    QCOMPARE(text::toRgb({0.86644, 0.29483, 142.495}).hex(), std::string("#00ff00"));
    QCOMPARE(text::toRgb({0.45201, 0.31321, 264.052}).hex(), std::string("#0000ff"));
    QCOMPARE(text::toRgb({1, 0, 0}).hex(), std::string("#ffffff"));
    QCOMPARE(text::toRgb({0, 0.2, 90}).hex(), std::string("#000000"));
    QCOMPARE(std::round(text::contrast({0x77, 0x77, 0x77}, {255, 255, 255}) * 100), 448.0);
    QCOMPARE(text::contrast({0, 0, 0}, {255, 255, 255}), 21.0);
    // out of gamut: lightness is kept while chroma gives way
    const auto vivid = text::toRgb({0.7, 0.4, 150});
    const auto grey = text::toRgb({0.7, 0, 0});
    QVERIFY(vivid.green > vivid.red && vivid.green > vivid.blue);
    QVERIFY(std::abs(text::luminance(vivid) - text::luminance(grey)) < 0.12);
}

void TestCanvasCharts::solvedColoursReachTheirContrast()
{
    std::mt19937 random(6);
    for (int round = 0; round < 800; ++round) {
        const double hue = random() % 360;
        const bool isLighter = round % 2;
        const text::Rgb grounds[] = {text::toRgb({isLighter ? 0.20 : 0.98, 0.02, hue}),
                                     text::toRgb({isLighter ? 0.28 : 0.93, 0.05, hue + 90})};
        const double ratio = 3 + random() % 400 / 100.0;
        const auto solved = text::solveLightness({isLighter ? 0.3 : 0.9, 0.12, hue}, grounds,
                                                 ratio, isLighter);
        for (const text::Rgb &ground : grounds)
            QVERIFY(text::contrast(solved, ground) >= ratio);
    }
}

QTEST_MAIN(TestCanvasCharts)
#include "tst_canvascharts.moc"
