// What CANVAS does with texts and artefacts nobody would wish for: hostile titles stay words inside
// the card, unsound JSON is refused by name, and no JSON at all breaks it.
#include "canvaspicture.h"

#include <QTest>

using namespace picture;
using capabilities::generateComponent;
using capabilities::renderCard;
using capabilities::renderChart;

class TestCanvasInput : public QObject {
    Q_OBJECT

private slots:
    void hostileTextsStayText_data();
    void hostileTextsStayText();
    void wordsStayInsideTheCard_data();
    void wordsStayInsideTheCard();
    void brokenInputsAreRefused_data();
    void brokenInputsAreRefused();
    void anyJsonIsSurvived();
    void stopIsObeyed();
};

void TestCanvasInput::hostileTextsStayText_data()
{
    QTest::addColumn<QByteArray>("hostile");
    QTest::newRow("end tags") << QByteArray("# </text></svg><script>alert(1)</script>");
    QTest::newRow("entities") << QByteArray("# &lt;b&gt; &#0; &amp;amp; &unknown; & alone");
    QTest::newRow("quotes") << QByteArray("# \" onload=\"x' onload='y");
    QTest::newRow("cdata") << QByteArray("# ]]> <![CDATA[ <!-- --> <?xml ?>");
    QTest::newRow("controls") << QByteArray("# a\x00\x01\x08\x0b\x1f\x7f\xc2\x85z", 12);
    QTest::newRow("broken utf-8") << QByteArray("# a\xff\xc0\x80\xed\xa0\x80\xf5z");
    QTest::newRow("noncharacters") << QByteArray("# a\xef\xbf\xbe\xef\xbf\xbfz");
    QTest::newRow("overrides") << QByteArray("# a\xe2\x80\xae\xe2\x81\xa6\xe2\x80\x8fz");
    QTest::newRow("zalgo") << QByteArray("# z") + QByteArray("\xcc\x81").repeated(5000);
    QTest::newRow("one long word") << QByteArray("# ") + QByteArray("W").repeated(100'000);
    QTest::newRow("two megabytes") << QByteArray("word ").repeated(400'000);
    QTest::newRow("only space") << QByteArray(" \n\t\r\n# \n---\n");
    QTest::newRow("empty") << QByteArray();
}

void TestCanvasInput::hostileTextsStayText()
{
    QFETCH(QByteArray, hostile);
    Dream dream;
    dream.text = hostile.toStdString();
    const std::string label = QString::fromUtf8(hostile.left(600)).left(300).toStdString();
    dream.setConcepts({label, "key", label});
    dream.mood["reason"] = label;
    dream.clarity["reasons"].get_object()["clarity"] = label;
    const std::string card = cardOf(dream);
    QCOMPARE(soundness(card), QString());
    QVERIFY(card.size() < 60 * 1024);
    QCOMPARE(soundness(pictureOf(fixture::run(renderChart, dream))), QString());
    QVERIFY(QSvgRenderer(QByteArray::fromStdString(card)).isValid());
    for (const Element &element : allOf(card)) {
        for (const QChar c : element.text)
            QVERIFY(c.unicode() >= 0x20 && (c < QChar(0x202a) || c > QChar(0x202e)));
    }
}

void TestCanvasInput::wordsStayInsideTheCard_data()
{
    QTest::addColumn<QString>("title");
    QTest::newRow("short") << "Key";
    QTest::newRow("usual") << "Night: the staircase under the lake";
    QTest::newRow("long") << QStringLiteral("We walked a hundred kilometres before midsummer and "
                                            "nobody was tired, not even the dog");
    QTest::newRow("endless") << QStringLiteral("and then another thing happened ").repeated(30);
    QTest::newRow("compound") << QStringLiteral("Donaudampfschifffahrtsgesellschaftskapitän");
    QTest::newRow("wide") << QStringLiteral("WWWWWWWWWWWWWWWWWWWW MMMMMMMMMMMMMMMM @@@@@@@@@@@@");
    QTest::newRow("arabic") << QStringLiteral("مكتبة الأدوات في بيت المرجل (2024)!");
    QTest::newRow("hebrew") << QStringLiteral("ספריית הכלים בבית הדוודים שמאחורי בית הספר");
    QTest::newRow("cyrillic") << QStringLiteral("Библиотека инструментов в старой котельной");
    QTest::newRow("chinese") << QStringLiteral("睡觉的时候在梦里的图书馆互相借书的小房间和钥匙");
}

void TestCanvasInput::wordsStayInsideTheCard()
{
    QFETCH(QString, title);
    if (!hasInter())
        QSKIP("the typeface Inter is not installed");
    Dream dream;
    dream.text = "# " + title.toStdString();
    dream.setConcepts({title.toStdString(), "tools", "key"});
    dream.mood["reason"] = title.toStdString();
    for (const Element &element : allOf(cardOf(dream))) {
        if (element.name != QLatin1String("text"))
            continue;
        const double size = element.number("font-size");
        const double width =
            realWidth(element.text, size,
                      element.number("font-weight") > 500 ? QFont::DemiBold : QFont::Normal);
        const QString anchor = element.value("text-anchor");
        const double left = element.number("x")
                            - (anchor == QLatin1String("end")      ? width
                               : anchor == QLatin1String("middle") ? width / 2
                                                                   : 0);
        const bool isColumn = element.number("x") < 690;
        QVERIFY2(left >= (isColumn ? 55 : 680), qPrintable(element.text));
        QVERIFY2(left + width <= (isColumn ? 650 : 1195), qPrintable(element.text));
        QVERIFY(element.number("y") - size * 0.8 > 20 && element.number("y") < 615);
        if (element.number("y") < 460 && isColumn)  // title and mood end above the rule
            QVERIFY(element.number("y") + size * 0.25 < 470);
    }
}

void TestCanvasInput::brokenInputsAreRefused_data()
{
    QTest::addColumn<QString>("input");
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("field");
    const auto row = [](const char *name, const char *input, const char *bytes, const char *field) {
        QTest::newRow(name) << QString(QLatin1String(input)) << QByteArray(bytes)
                            << QString(QLatin1String(field));
    };
    row("no json", "clarity", "{\"clarity\":", "(document)");
    row("empty", "clarity", "", "(document)");
    row("no object", "mood", "[1,2]", "(document)");
    row("score as text", "clarity", R"({"clarity":"86"})", "clarity");
    row("score as float", "clarity", R"({"overall":81.5})", "overall");
    row("score too large", "clarity", R"({"emotion":10001})", "emotion");
    row("score below zero", "clarity", R"({"emotion":-1})", "emotion");
    row("valence", "mood", R"({"valence":20000})", "valence");
    row("nodes", "concepts", R"({"nodes":{}})", "nodes");
    row("node", "concepts", R"({"nodes":[7]})", "nodes");
    row("label", "concepts", R"({"nodes":[{"label":7}]})", "label");
    row("edge to nowhere", "concepts", R"({"nodes":[{"label":"a"}],"edges":[{"from":0,"to":9}]})",
        "to");
    row("center", "concepts", R"({"nodes":[{"label":"a"}],"center":5})", "center");
    row("keywords", "keywords", R"({"keywords":"tools"})", "keywords");
    row("deep", "keywords", QByteArray("[").repeated(100'000).constData(), "(document)");
}

void TestCanvasInput::brokenInputsAreRefused()
{
    QFETCH(QString, input);
    QFETCH(QByteArray, bytes);
    QFETCH(QString, field);
    auto artefacts = Dream().artefacts();
    artefacts[input.toStdString()] = bytes.toStdString();
    for (const auto *capability : {&renderCard, &generateComponent}) {
        const Result result = fixture::run(*capability, artefacts);
        QCOMPARE(result.refusal, std::string("canvas.input"));
        QCOMPARE(result.refusalArguments.at("input"), input.toStdString());
        QCOMPARE(result.refusalArguments.at("field"), field.toStdString());
        QVERIFY(result.outputs.empty());
    }
    artefacts = Dream().artefacts();
    artefacts.erase("clarity");
    QCOMPARE(fixture::run(renderCard, artefacts).refusal, std::string("canvas.input"));
    QCOMPARE(fixture::run(renderChart, artefacts).refusal, std::string("canvas.input"));
}

void TestCanvasInput::anyJsonIsSurvived()
{
    std::mt19937 random(2);
    int drawnCount = 0;
    for (int round = 0; round < 1500; ++round) {
        auto artefacts = Dream().artefacts();
        const char *names[] = {"clarity", "concepts", "facts", "keywords", "mood", "series"};
        const std::string name = names[random() % 6];
        artefacts[name] = boost::json::serialize(fixture::anyJson(random, 4));
        static const char *const kinds[] = {"scores", "radar", "line", "column", "treemap"};
        const boost::json::object params{{"kind", kinds[random() % 5]}};
        for (const auto *capability : {&renderCard, &renderChart, &generateComponent}) {
            const Result result = fixture::run(*capability, artefacts, params, random());
            if (!result.refusal.empty()) {
                QVERIFY(result.refusal.starts_with("canvas."));
                continue;
            }
            ++drawnCount;
            if (capability != &generateComponent)
                QCOMPARE(soundness(pictureOf(result)), QString());
            else
                QCOMPARE(result.labels.at("accessibility"), std::string("passed"));
        }
    }
    QVERIFY(drawnCount > 1000);
}

void TestCanvasInput::stopIsObeyed()
{
    std::stop_source source;
    source.request_stop();
    const Result result = fixture::run(renderCard, Dream().artefacts(), {}, 7, source.get_token());
    QVERIFY(result.isStopped);
    QVERIFY(result.outputs.empty());
}

QTEST_MAIN(TestCanvasInput)
#include "tst_canvasinput.moc"
