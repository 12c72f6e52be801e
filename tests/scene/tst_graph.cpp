// A graph on the screen: laid out off the window's thread and stopped within a step, walked by the
// keyboard, drawn near by and from afar, exported; and work gathered by time against hand values.
#include "scene/buckets.h"
#include "scene/graphscene.h"

#include <QElapsedTimer>
#include <QImage>
#include <QPainter>
#include <QSignalSpy>
#include <QStandardItemModel>
#include <QTest>
#include <QXmlStreamReader>

#include <cmath>

using namespace Qt::StringLiterals;

namespace {

QVariantMap node(const QString &id, const QString &label)
{
    return {{u"id"_s, id}, {u"label"_s, label}};
}

QVariantMap link(const QString &from, const QString &to, double weight)
{
    return {{u"from"_s, from}, {u"to"_s, to}, {u"weight"_s, weight}};
}

void prepare(GraphScene &scene)
{
    scene.setSize({400, 300});
    scene.setInk({{u"surface"_s, QColor(Qt::black)},
                  {u"text"_s, QColor(Qt::white)},
                  {u"text2"_s, QColor(u"#00ff00"_s)},
                  {u"link"_s, QColor(u"#ff0000"_s)},
                  {u"family"_s, u"DejaVu Sans"_s},
                  {u"zoom"_s, 1.0}});
}

// A cross: middle, left, right, above, below.
void cross(GraphScene &scene)
{
    prepare(scene);
    scene.setNodes({node(u"m"_s, u"middle"_s), node(u"l"_s, u"left"_s), node(u"r"_s, u"right"_s),
                    node(u"a"_s, u"above"_s), node(u"b"_s, u"below, \"quoted\""_s)});
    scene.setLinks({link(u"m"_s, u"l"_s, 0.2), link(u"m"_s, u"r"_s, 0.9), link(u"m"_s, u"a"_s, 0.5),
                    link(u"m"_s, u"nobody"_s, 1)});
    QTRY_COMPARE(scene.count(), 5);
    scene.setPlaces({{0, -1, 1, 0, 0}, {0, 0, 0, -1, 1}});
}

QImage drawn(GraphScene &scene)
{
    QImage image(scene.size().toSize(), QImage::Format_RGB32);
    image.fill(Qt::blue);
    QPainter painter(&image);
    scene.paint(&painter);
    return image;
}

layout::Graph ring(std::uint32_t count)
{
    layout::Graph graph{count, {}};
    for (std::uint32_t i = 0; i < count; ++i) {
        graph.edges.push_back({i, (i + 1) % count});
        graph.edges.push_back({i, std::uint32_t(layout::mix(i) % count)});
    }
    return graph;
}

}  // namespace

class tst_Graph : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void keysWalkByDirection();
    void wordsNameNeighbours();
    void pointerZoomsAndPans();
    void namesDoNotCover();
    void exportsReadBack();
    void farAwayIsOneImage();
    void rasterCutsAtTheEdge();
    void workerSettlesOffThread();
    void workerStopsAtOnce();
    void growingKeepsPlaces();
    void bucketsAgainstHandValues();
};

void tst_Graph::keysWalkByDirection()
{
    GraphScene scene;
    cross(scene);
    QCOMPARE(scene.nodeTowards(-1, GraphScene::Left), 0);  // begins nearest to the middle
    QCOMPARE(scene.nodeTowards(0, GraphScene::Left), 1);
    QCOMPARE(scene.nodeTowards(0, GraphScene::Right), 2);
    QCOMPARE(scene.nodeTowards(0, GraphScene::Up), 3);
    QCOMPARE(scene.nodeTowards(0, GraphScene::Down), 4);
    QCOMPARE(scene.nodeTowards(2, GraphScene::Right), 2);
}

void tst_Graph::wordsNameNeighbours()
{
    GraphScene scene;
    cross(scene);
    QCOMPARE(scene.linkCount(), 3);  // the one to nobody is left out
    QCOMPARE(scene.neighbourWords(0), u"right, above, left"_s);
    QCOMPARE(scene.neighbourWords(4), QString());
    QCOMPARE(scene.indexOf(u"a"_s), 3);
    QCOMPARE(scene.indexOf(u"?"_s), -1);
    QVERIFY(scene.summary().contains("middle"_L1));
}

void tst_Graph::pointerZoomsAndPans()
{
    GraphScene scene;
    cross(scene);
    const QPointF before = scene.placeOf(2);
    QCOMPARE(scene.nodeAt(before.x() + 2, before.y()), 2);
    QCOMPARE(scene.nodeAt(2, 2), -1);
    scene.zoomAt(before.x(), before.y(), 3);
    QVERIFY(QLineF(before, scene.placeOf(2)).length() < 0.01);  // what was under it stays
    QVERIFY(QLineF(scene.placeOf(0), scene.placeOf(2)).length() > 100);
    scene.pan(10, -5);
    QVERIFY(QLineF(before + QPointF(10, -5), scene.placeOf(2)).length() < 0.01);
    scene.pan(5000, 0);
    scene.reveal(2);
    QVERIFY(QRectF(0, 0, 400, 300).contains(scene.placeOf(2)));
    scene.fit();
    QVERIFY(QLineF(before, scene.placeOf(2)).length() < 0.01);
}

void tst_Graph::namesDoNotCover()
{
    // Forty nodes on one spot: some names are left out, the chosen one never.
    GraphScene scene;
    prepare(scene);
    QVariantList nodes;
    for (int i = 0; i < 40; ++i)
        nodes.append(node(QString::number(i), u"a long name "_s + QString::number(i)));
    scene.setNodes(nodes);
    QTRY_COMPARE(scene.count(), 40);
    layout::Places heap{std::vector<float>(40), std::vector<float>(40)};
    for (std::size_t i = 0; i < 40; ++i)
        heap.x[i] = 0.001f * float(i);
    scene.setPlaces(heap);
    scene.setProperty("selected", 39);
    const QImage image = drawn(scene);
    int white = 0;
    for (int y = 0; y < image.height(); ++y)
        for (int x = 0; x < image.width(); ++x)
            white += image.pixel(x, y) == qRgb(255, 255, 255);
    QVERIFY(white > 10);  // words of the chosen one
}

void tst_Graph::exportsReadBack()
{
    GraphScene scene;
    cross(scene);
    QCOMPARE(scene.csv(), u"from,to,weight\r\nmiddle,left,0.2\r\nmiddle,right,0.9\r\n"
                          "middle,above,0.5\r\n\"below, \"\"quoted\"\"\",,\r\n"_s);
    QXmlStreamReader reader(scene.svg());
    int lines = 0;
    QStringList words;
    while (!reader.atEnd()) {
        reader.readNext();
        lines += reader.isStartElement()
                 && (reader.name() == "polyline"_L1 || reader.name() == "path"_L1);
        if (reader.isCharacters())
            words.append(reader.text().toString().trimmed());
    }
    QVERIFY2(!reader.hasError(), qPrintable(reader.errorString()));
    QVERIFY(lines >= 3);
    for (const QString &word : {u"middle"_s, u"left"_s, u"right"_s, u"above"_s})
        QVERIFY2(words.contains(word), qPrintable(word));
}

void tst_Graph::farAwayIsOneImage()
{
    GraphScene scene;
    prepare(scene);
    scene.setGraph(ring(2000));
    layout::Places places;
    for (int i = 0; i < 2000; ++i) {
        places.x.push_back(float(std::cos(i * 0.00314159) * 10));
        places.y.push_back(float(std::sin(i * 0.00314159) * 10));
    }
    scene.setPlaces(places);
    const QImage image = drawn(scene);
    int dots = 0, lines = 0;
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x) {
            dots += image.pixel(x, y) == qRgb(0, 255, 0);
            lines += qRed(image.pixel(x, y)) > 30 && qGreen(image.pixel(x, y)) == 0;
        }
    }
    QVERIFY(dots > 100);
    QVERIFY(lines > 100);
}

void tst_Graph::rasterCutsAtTheEdge()
{
    GraphRaster raster;
    raster.begin(20, 10);
    raster.line(-100, 5, 100, 5, 255);
    raster.line(5, -1e6f, 5, 1e6f, 255);
    raster.line(-50, -50, -10, -1, 255);
    raster.line(3, 3, 3, 3, 255);
    raster.colour(Qt::black, Qt::white);
    raster.dot(-1, -1, 2, qRgb(255, 0, 0));
    raster.dot(1000, 3, 2, qRgb(255, 0, 0));
    int row = 0, column = 0;
    for (int x = 0; x < 20; ++x)
        row += raster.image().pixel(x, 5) == qRgb(255, 255, 255);
    for (int y = 0; y < 10; ++y)
        column += raster.image().pixel(5, y) == qRgb(255, 255, 255);
    QVERIFY(row >= 19);
    QVERIFY(column >= 9);
    QCOMPARE(raster.image().pixel(3, 3), qRgb(255, 255, 255));
    QCOMPARE(raster.image().pixel(12, 8), qRgb(0, 0, 0));
}

void tst_Graph::workerSettlesOffThread()
{
    const layout::Graph graph = ring(300);
    const auto settle = [&graph] {
        GraphWorker worker;
        std::shared_ptr<const layout::Places> last;
        connect(&worker, &GraphWorker::moved, &worker,
                [&last](const std::shared_ptr<const layout::Places> &places, double) {
                    last = places;
                });
        QSignalSpy finished(&worker, &GraphWorker::finished);
        worker.start(graph, GraphWorker::Shape::Force, 7, {});
        [&] { QTRY_COMPARE_WITH_TIMEOUT(finished.count(), 1, 20'000); }();
        return last;
    };
    const auto one = settle(), two = settle();
    QVERIFY(one && two);
    QCOMPARE(one->size(), std::size_t(300));
    QVERIFY(one->x == two->x && one->y == two->y);  // streamed or not: the same end
}

void tst_Graph::workerStopsAtOnce()
{
    GraphWorker worker;
    QSignalSpy moved(&worker, &GraphWorker::moved);
    worker.start(ring(20'000), GraphWorker::Shape::Force, 7, {});
    QTRY_VERIFY_WITH_TIMEOUT(moved.count() > 0, 30'000);
    QElapsedTimer clock;
    clock.start();
    worker.cancel();
    QVERIFY2(clock.elapsed() < 1000, qPrintable(QString::number(clock.elapsed())));
    const auto before = moved.count();
    QTest::qWait(100);
    QCOMPARE(moved.count(), before);  // nothing of the old question arrives
    QVERIFY(!worker.isRunning());
}

void tst_Graph::growingKeepsPlaces()
{
    GraphScene scene;
    prepare(scene);
    QVariantList nodes, links;
    for (int i = 0; i < 30; ++i) {
        nodes.append(node(QString::number(i), QString::number(i)));
        if (i > 0)
            links.append(link(QString::number(i / 2), QString::number(i), 0.5));
    }
    QSignalSpy settled(&scene, &GraphScene::settled);
    scene.setNodes(nodes);
    scene.setLinks(links);
    QTRY_COMPARE_WITH_TIMEOUT(settled.count(), 1, 20'000);
    scene.setProperty("selected", 4);
    const QPointF before = scene.placeOf(4);
    nodes.append(node(u"new"_s, u"new"_s));
    links.append(link(u"4"_s, u"new"_s, 0.5));
    scene.setNodes(nodes);
    scene.setLinks(links);
    QTRY_COMPARE_WITH_TIMEOUT(settled.count(), 2, 20'000);
    QCOMPARE(scene.property("selected").toInt(), 4);
    QVERIFY(QLineF(before, scene.placeOf(4)).length() < 80);
}

void tst_Graph::bucketsAgainstHandValues()
{
    QStandardItemModel rows;
    rows.setItemRoleNames(
        {{Qt::UserRole, "at"}, {Qt::UserRole + 1, "duration"}, {Qt::UserRole + 2, "outcome"}});
    const auto add = [&rows](qint64 at, int us, const char *outcome) {
        auto *item = new QStandardItem;
        item->setData(at, Qt::UserRole);
        item->setData(us, Qt::UserRole + 1);
        item->setData(QString::fromLatin1(outcome), Qt::UserRole + 2);
        rows.appendRow(item);
    };
    Buckets buckets;
    buckets.gather(1'000'000);
    QCOMPARE(buckets.total(), 0);
    QVERIFY(buckets.done().isEmpty());
    // Twenty tasks of 1 to 20 ms in the second before 995 s, one failed; now is 1000.5 s.
    for (int i = 1; i <= 20; ++i)
        add(994'000 + i * 10, i * 1000, i == 3 ? "faulted" : "done");
    buckets.setSource(&rows);
    buckets.gather(1'000'500);
    QCOMPARE(buckets.spanMs(), 60'000);
    QCOMPARE(buckets.at().size(), 60);
    // Buckets are a second wide and the last ends after 1000.5 s: 994 to 995 s is number 53.
    QCOMPARE(buckets.done()[53].toDouble(), 1200.0);  // a minute
    QCOMPARE(buckets.failed()[53].toDouble(), 60.0);
    QCOMPARE(buckets.p50()[53].toDouble(), 10.0);
    QCOMPARE(buckets.p95()[53].toDouble(), 19.0);
    QCOMPARE(buckets.p99()[53].toDouble(), 20.0);
    QVERIFY(!buckets.done()[52].isValid());        // before the oldest: nobody knows
    QCOMPARE(buckets.done()[55].toDouble(), 0.0);  // after it: nothing was done
    QVERIFY(!buckets.p50()[55].isValid());         // and nothing took any time
    QCOMPARE(buckets.last().value(u"failed"_s).toInt(), 1);
}

QTEST_MAIN(tst_Graph)
#include "tst_graph.moc"
