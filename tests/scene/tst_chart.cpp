// A chart says what it shows: places against hand-made values, points walked by the keyboard, words
// for every point, and SVG and CSV that can be read back.
#include "scene/chart.h"
#include "scene/sparkline.h"

#include <QImage>
#include <QPainter>
#include <QSvgRenderer>
#include <QTest>
#include <QXmlStreamReader>

using namespace Qt::StringLiterals;

namespace {

QVariantMap line(const QString &name, const QVariantList &values)
{
    return {{u"name"_s, name}, {u"values"_s, values}};
}

void prepare(Chart &chart)
{
    chart.setSize({400, 200});
    chart.setInk({{u"surface"_s, QColor(u"#16181c"_s)},
                  {u"text"_s, QColor(u"#ffffff"_s)},
                  {u"series1"_s, QColor(u"#ff0000"_s)},
                  {u"area"_s, QColor(u"#00ff00"_s)},
                  {u"line"_s, QColor(u"#0000ff"_s)},
                  {u"family"_s, u"DejaVu Sans"_s},
                  {u"zoom"_s, 1.0}});
}

QImage drawn(Chart &chart)
{
    QImage image(chart.size().toSize(), QImage::Format_RGB32);
    image.fill(Qt::black);
    QPainter painter(&image);
    chart.paint(&painter);
    return image;
}

int pixelsOf(const QImage &image, QRgb colour)
{
    int count = 0;
    for (int y = 0; y < image.height(); ++y)
        for (int x = 0; x < image.width(); ++x)
            count += (image.pixel(x, y) & 0xffffff) == (colour & 0xffffff);
    return count;
}

}  // namespace

class tst_Chart : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void placesStandOnTheAxis();
    void keysWalkMeasuredPoints();
    void pointerFindsPoints();
    void wordsSayEverything();
    void gapsStayGaps();
    void everyKindDraws_data();
    void everyKindDraws();
    void csvReadsBack();
    void svgReadsBack();
    void emptyDrawsNothing();
};

void tst_Chart::placesStandOnTheAxis()
{
    Chart chart;
    prepare(chart);
    chart.setSeries({line(u"a"_s, {0, 100, 200})});
    QCOMPARE(chart.axis().low, 0.0);
    QCOMPARE(chart.axis().high, 200.0);
    const QRectF plot = chart.plot();
    QCOMPARE(chart.placeOf(0, 0), plot.bottomLeft());
    QCOMPARE(chart.placeOf(0, 2), plot.topRight());
    QVERIFY(std::abs(chart.placeOf(0, 1).y() - plot.center().y()) < 1e-9);
    // Times are not evenly spaced: the place follows the clock.
    chart.setProperty("at", QVariant::fromValue(QList<double>{0, 1000, 4000}));
    chart.setProperty("isTime", true);
    QVERIFY(std::abs(chart.placeOf(0, 1).x() - (plot.left() + plot.width() / 4)) < 1e-9);
}

void tst_Chart::keysWalkMeasuredPoints()
{
    Chart chart;
    prepare(chart);
    chart.setSeries(
        {line(u"a"_s, {1, QVariant(), 3, 4}), line(u"b"_s, {1, QVariant(), QVariant(), 2})});
    QCOMPARE(chart.count(), 4);
    QCOMPARE(chart.step(-1, 1), 0);
    QCOMPARE(chart.step(-1, -1), 3);
    QCOMPARE(chart.step(0, 1), 2);  // nothing was measured at 1
    QCOMPARE(chart.step(2, -1), 0);
    QCOMPARE(chart.step(3, 1), 3);
    QCOMPARE(chart.step(0, 2), 3);
}

void tst_Chart::pointerFindsPoints()
{
    Chart chart;
    prepare(chart);
    chart.setSeries({line(u"low"_s, {1, 1, 1}), line(u"high"_s, {9, 9, 9})});
    const QPointF at = chart.placeOf(1, 2);
    QCOMPARE(chart.pointAt(at.x() - 3, at.y()), 2);
    QCOMPARE(chart.rowAt(at.x(), at.y() + 2), 1);
    QCOMPARE(chart.rowAt(chart.placeOf(0, 1).x(), chart.placeOf(0, 1).y()), 0);
    QCOMPARE(chart.pointAt(-50, -50), -1);
}

void tst_Chart::wordsSayEverything()
{
    QLocale::setDefault(QLocale::c());
    Chart chart;
    prepare(chart);
    chart.setSeries({line(u"p95"_s, {412, 203.5, QVariant()})});
    chart.setProperty("unit", u"ms"_s);
    chart.setProperty("names", QStringList{u"Mon"_s, u"Tue"_s, u"Wed"_s});
    QCOMPARE(chart.words(0), u"Mon: p95 412 ms"_s);
    QCOMPARE(chart.words(1), u"Tue: p95 203.5 ms"_s);
    QCOMPARE(chart.words(2), u"Wed: p95 none"_s);
    QVERIFY(chart.summary().contains("p95: 203.5 ms to 412 ms, last 203.5 ms"_L1));
    chart.setSeries({});
    QCOMPARE(chart.summary(), u"nothing measured yet"_s);
}

void tst_Chart::gapsStayGaps()
{
    Chart chart;
    prepare(chart);
    chart.setProperty("kind", Chart::Line);
    chart.setSeries({line(QString(), {5, 5, QVariant(), 5, 5})});
    const QImage image = drawn(chart);
    const auto redNear = [&image, &chart](double x) {
        const int y = int(chart.placeOf(0, 0).y());
        for (int dy = -2; dy <= 2; ++dy)
            if (qRed(image.pixel(int(x), std::clamp(y + dy, 0, 199))) > 100)
                return true;
        return false;
    };
    const QRectF plot = chart.plot();
    QVERIFY(redNear(plot.left() + plot.width() * 0.12));
    QVERIFY(!redNear(plot.left() + plot.width() * 0.5));
    QVERIFY(redNear(plot.left() + plot.width() * 0.88));
}

void tst_Chart::everyKindDraws_data()
{
    QTest::addColumn<int>("kind");
    QTest::addColumn<int>("colour");
    QTest::newRow("line") << int(Chart::Line) << 0xff0000;
    QTest::newRow("area") << int(Chart::Area) << 0x00ff00;
    QTest::newRow("bar") << int(Chart::Bar) << 0xff0000;
    QTest::newRow("heat") << int(Chart::Heat) << 0xff0000;
    QTest::newRow("spark") << int(Chart::Spark) << 0xff0000;
    QTest::newRow("strip") << int(Chart::Strip) << 0x0000ff;
}

void tst_Chart::everyKindDraws()
{
    QFETCH(int, kind);
    QFETCH(int, colour);
    Chart chart;
    prepare(chart);
    chart.setProperty("kind", kind);
    chart.setSeries({line(u"a"_s, {3, 1, 4, 1, 5, 9, 2, 6})});
    QVERIFY(pixelsOf(drawn(chart), QRgb(colour)) > 3);
}

void tst_Chart::csvReadsBack()
{
    Chart chart;
    prepare(chart);
    chart.setSeries({line(u"done, all"_s, {1.5, QVariant()}), line(u"=SUM(A1)"_s, {2, 3})});
    chart.setProperty("isTime", true);
    chart.setProperty("at", QVariant::fromValue(QList<double>{0, 60'500}));
    QCOMPARE(chart.csv(), u"time,\"done, all\",\"'=SUM(A1)\"\r\n"
                          "1970-01-01T00:00:00.000Z,1.5,2\r\n"
                          "1970-01-01T00:01:00.500Z,,3\r\n"_s);
}

void tst_Chart::svgReadsBack()
{
    Chart chart;
    prepare(chart);
    chart.setProperty("title", u"Less < more"_s);
    chart.setSeries({line(u"a & b"_s, {1, 2, 3})});
    const QByteArray svg = chart.svg().toUtf8();
    QXmlStreamReader reader(svg);
    QString title;
    int shapes = 0;
    bool hasName = false;
    while (!reader.atEnd()) {
        reader.readNext();
        if (reader.isStartElement() && reader.name() == "title"_L1)
            title = reader.readElementText();
        shapes += reader.isStartElement()
                  && (reader.name() == "path"_L1 || reader.name() == "polyline"_L1);
        hasName = hasName || (reader.isCharacters() && reader.text().contains("a & b 3"_L1));
    }
    QVERIFY2(!reader.hasError(), qPrintable(reader.errorString()));
    QCOMPARE(title, u"Less < more"_s);
    QVERIFY(shapes > 2);
    QVERIFY(hasName);
    // And it is the same picture: red where the line was red.
    QSvgRenderer renderer(svg);
    QVERIFY(renderer.isValid());
    QImage image(400, 200, QImage::Format_RGB32);
    image.fill(Qt::white);
    QPainter painter(&image);
    renderer.render(&painter);
    painter.end();
    QVERIFY(pixelsOf(image, 0xff0000) > 3);
}

void tst_Chart::emptyDrawsNothing()
{
    Chart chart;
    prepare(chart);
    QCOMPARE(pixelsOf(drawn(chart), 0x000000), 400 * 200);
    Sparkline spark;
    spark.setSize({40, 20});
    spark.setProperty("values", QVariant::fromValue(QList<double>{4}));
    QImage image(40, 20, QImage::Format_RGB32);
    image.fill(Qt::black);
    QPainter painter(&image);
    spark.paint(&painter);
    QCOMPARE(pixelsOf(image, 0x000000), 40 * 20);
}

QTEST_MAIN(tst_Chart)
#include "tst_chart.moc"
