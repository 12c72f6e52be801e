// The page of a dream and its checker: a made page passes every rule, carries what the dream holds
// and nothing that runs or loads; and each rule finds its fault in a page broken on purpose.
#include "canvasfixture.h"

#include "capabilities/accessibility.h"
#include "text/htmlstyle.h"
#include "text/htmltree.h"

#include <QSet>
#include <QTest>

using capabilities::generateComponent;
using capabilities::Result;
using capabilities::canvas::Check;
using capabilities::canvas::checkAccessibility;
using fixture::Dream;

namespace {

const char *const soundPage = R"(<!DOCTYPE html>
<html lang="en"><head><meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1"><title>Tools</title>
<style>:root{--text:#222222;--ground:#ffffff}
@media (prefers-color-scheme: dark){:root{--text:#eeeeee;--ground:#111111}}
body{color:var(--text);background:var(--ground)}
.tag{background:#ffffff;color:#333333}</style></head>
<body><main><h1>Tools</h1><p lang="de">Werkzeug <a href="#list">list</a></p>
<img src="data:image/png;base64,AAAA" alt="a door">
<h2 id="list">To do</h2><ul><li><input type="checkbox" id="a"><label for="a">Key</label></li></ul>
<table><caption>Facts</caption><tr><th scope="row">Date</th><td>3 May</td></tr></table>
<p class="tag" tabindex="0">end</p></main></body></html>)";

QSet<QString> failedRules(const std::string &html)
{
    QSet<QString> failed;
    for (const Check &check : checkAccessibility(html)) {
        if (!check.isPassed)
            failed.insert(QString::fromStdString(check.rule));
    }
    return failed;
}

}  // namespace

class TestAccessibility : public QObject {
    Q_OBJECT

private slots:
    void everyMadePagePasses();
    void pageHoldsTheDream();
    void emptySectionsAreLeftOut();
    void hostileTextsStayText();
    void soundPagePasses();
    void faultsAreFound_data();
    void faultsAreFound();
    void treeIsRead();
    void stylesAreApplied();
    void anyBytesAreSurvived();
};

void TestAccessibility::everyMadePagePasses()
{
    std::mt19937 random(8);
    for (int round = 0; round < 200; ++round) {
        Dream dream;
        dream.seed = random();
        dream.mood["valence"] = int(random() % 20001) - 10000;
        dream.mood["intensity"] = int(random() % 10001);
        const char *languages[] = {"en", "de", "unknown", "", "ar", "not a language"};
        dream.clarity["language"] = languages[random() % 6];
        const Result result = fixture::run(generateComponent, dream);
        QCOMPARE(result.refusal, std::string());
        QCOMPARE(result.outputs.size(), std::size_t(2));
        QCOMPARE(failedRules(result.outputs[0].bytes), QSet<QString>());
        QCOMPARE(fixture::run(generateComponent, dream).outputs[0].bytes, result.outputs[0].bytes);
        const auto report = boost::json::parse(result.outputs[1].bytes).as_object();
        QVERIFY(report.at("passed").as_bool());
        QCOMPARE(report.at("checks").as_array().size(), std::size_t(15));
        QCOMPARE(result.figures.at("checksPassed"), 15);
    }
}

void TestAccessibility::pageHoldsTheDream()
{
    Dream dream;
    dream.clarity["language"] = "de";
    const auto tree =
        text::parseHtml(fixture::run(generateComponent, dream).outputs[0].bytes);
    int boxes = 0;
    int ticked = 0;
    int german = 0;
    std::string all;
    for (std::size_t at = 0; at < tree.nodes.size(); ++at) {
        const auto &node = tree.nodes[at];
        boxes += node.tag == "input";
        ticked += node.attribute("checked") != nullptr;
        const std::string *language = node.attribute("lang");
        german += language && *language == "de";
        if (node.tag == "main")
            all = tree.textOf(at);
    }
    QCOMPARE(boxes, 2);
    QCOMPARE(ticked, 1);
    QVERIFY(german > 5);
    for (const char *word : {"Tool library in the boiler house", "It is dry", "Clarity 86",
                             "120 EUR", "3 May", "Ask for the key Anna, due 3 May", "1 of 2 done",
                             "neighbours", "warm, mildly hopeful"})
        QVERIFY2(all.find(word) != std::string::npos, (std::string(word) + " in " + all).c_str());
}

void TestAccessibility::emptySectionsAreLeftOut()
{
    const Result result = fixture::run(generateComponent, {{"text", "Just words"}});
    const std::string &html = result.outputs[0].bytes;
    QCOMPARE(failedRules(html), QSet<QString>());
    QVERIFY(html.find("<h1") != std::string::npos);
    for (const char *left : {"<table", "<ul", "<h2", "input type"})
        QVERIFY2(html.find(left) == std::string::npos, left);
}

void TestAccessibility::hostileTextsStayText()
{
    const char *hostile[] = {"</span></style></title><script>alert(1)</script>",
                             "\" onmouseover=\"x", "' autofocus onfocus='x", "<img src=//x.org>",
                             "javascript:alert(1)", "<!-- -->", "&#60;script&#62;"};
    for (const char *text : hostile) {
        Dream dream;
        dream.text = std::string("# ") + text + "\n" + text;
        dream.setConcepts({text});
        dream.clarity["language"] = text;
        dream.mood["reason"] = text;
        dream.facts = {{"fields", boost::json::array{{{"name", text}, {"value", text}}}},
                       {"links", boost::json::array{{{"text", text}, {"url", text}}}},
                       {"todos", boost::json::array{{{"text", text}, {"who", text}, {"due", text}}}}};
        const Result result = fixture::run(generateComponent, dream);
        QCOMPARE(failedRules(result.outputs[0].bytes), QSet<QString>());
        const auto tree = text::parseHtml(result.outputs[0].bytes);
        for (const auto &node : tree.nodes) {
            QVERIFY(node.tag != "script" && node.tag != "img");
            for (const auto &[name, value] : node.attributes)
                QVERIFY2(!name.starts_with("on") && name != "autofocus", name.c_str());
        }
    }
}

void TestAccessibility::soundPagePasses()
{
    for (const Check &check : checkAccessibility(soundPage))
        QVERIFY2(check.isPassed, (check.rule + ": " + check.detail).c_str());
}

void TestAccessibility::faultsAreFound_data()
{
    QTest::addColumn<QByteArray>("from");
    QTest::addColumn<QByteArray>("to");
    QTest::addColumn<QString>("rule");
    const auto row = [](const char *name, const char *from, const char *to, const char *rule) {
        QTest::newRow(name) << QByteArray(from) << QByteArray(to) << QString(QLatin1String(rule));
    };
    row("no lang", "<html lang=\"en\">", "<html>", "language");
    row("bad lang", "lang=\"de\"", "lang=\"german!\"", "language");
    row("no title", "<title>Tools</title>", "<title> </title>", "document-title");
    row("heading skipped", "<h2 id=\"list\">To do</h2>", "<h3 id=\"list\">To do</h3>",
        "heading-order");
    row("two tops", "<h2 id=\"list\">To do</h2>", "<h1 id=\"list\">To do</h1>", "heading-order");
    row("empty heading", "To do</h2>", "</h2>", "heading-order");
    row("no alt", " alt=\"a door\"", "", "image-alternatives");
    row("no label", "<label for=\"a\">Key</label>", "Key", "control-names");
    row("empty label", "Key</label>", "</label>", "control-names");
    row("link without name", "#list\">list</a>", "#list\"></a>", "control-names");
    row("stray in list", "<ul><li>", "<ul><p>x</p><li>", "list-structure");
    row("item outside", "<ul><li>", "<ul></ul><div><li>", "list-structure");
    row("low contrast light", "--text:#222222", "--text:#999999", "contrast");
    row("low contrast dark", "--text:#eeeeee", "--text:#555555", "contrast");
    row("low contrast inline", "<p class=\"tag\"", "<p style=\"color:#bbb\" class=\"tag\"",
        "contrast");
    row("colour unknown", "#333333", "color-mix(in srgb, red, blue)", "contrast");
    row("no main", "<main>", "<div>", "landmarks");
    row("text outside", "<body>", "<body>stray", "landmarks");
    row("double id", "<p class=\"tag\"", "<p id=\"a\" class=\"tag\"", "unique-ids");
    row("tab order", "tabindex=\"0\"", "tabindex=\"3\"", "tab-order");
    row("label to nowhere", "<table>", "<table aria-describedby=\"gone\">", "references");
    row("script", "<h1>", "<script>x()</script><h1>", "self-contained");
    row("handler", "<h1>", "<h1 onclick=\"x()\">", "self-contained");
    row("picture from outside", "data:image/png;base64,AAAA", "https://x.org/a.png",
        "self-contained");
    row("import", "<style>", "<style>@import 'a.css';", "self-contained");
    row("script address", "href=\"#list\"", "href=\"javascript:x()\"", "self-contained");
    row("no headers", "<th scope=\"row\">Date</th>", "<td>Date</td>", "table-headers");
    row("no scope", " scope=\"row\"", "", "table-headers");
    row("no caption", "<caption>Facts</caption>", "", "table-headers");
    row("not closed", "To do</h2>", "To do", "well-formed");
    row("twice", "<h1>", "<h1 class=\"a\" class=\"b\">", "well-formed");
    row("zoom", "initial-scale=1", "maximum-scale=1", "zoom");
}

void TestAccessibility::faultsAreFound()
{
    QFETCH(QByteArray, from);
    QFETCH(QByteArray, to);
    QFETCH(QString, rule);
    QByteArray page(soundPage);
    QVERIFY(page.contains(from));
    page.replace(page.indexOf(from), from.size(), to);
    if (from == "<main>")
        page.replace("</main>", "</div>");
    if (to == "<ul></ul><div><li>")
        page.replace("</li></ul>", "</li></div>");
    const auto failed = failedRules(page.toStdString());
    QVERIFY2(failed.contains(rule), qPrintable(QStringList(failed.values()).join(u' ')));
    // nothing else may cry, but for what truly follows from the same fault
    if (rule != QLatin1String("well-formed"))
        QCOMPARE(failed, QSet<QString>{rule});
}

void TestAccessibility::treeIsRead()
{
    const auto tree = text::parseHtml("<ul><li>a<li>b &amp; &#x63;</ul><p>one<p>two<br>three"
                                      "<table><tr><td>x<td>y<tr><td>z</table>");
    QVERIFY(tree.faults.empty());
    QStringList tags;
    for (const auto &node : tree.nodes) {
        if (!node.tag.empty())
            tags.append(QString::fromStdString(node.tag + "/" + tree.nodes[node.parent].tag));
    }
    QCOMPARE(tags.join(u' '),
             QStringLiteral("ul/ li/ul li/ul p/ p/ br/p table/p tr/table td/tr td/tr tr/table td/tr"));
    QCOMPARE(tree.textOf(1), std::string("a b & c"));
    QVERIFY(!text::parseHtml("<b><i></b>").faults.empty());
    QVERIFY(!text::parseHtml("</b>").faults.empty());
    QCOMPARE(text::parseHtml("<style>a<b</style><b>x</b>").nodes.size(), std::size_t(5));
}

void TestAccessibility::stylesAreApplied()
{
    const auto tree = text::parseHtml(
        "<style>p{color:#111111} .a p{color:#222222} #c{color:#333333!x}"
        "ul > li{color:#444444} @media print{p{color:#555555}} /* p{color:#666666} */</style>"
        "<p>1</p><div class=\"b a\"><p>2</p></div><ul><li>3</li></ul>");
    const auto colouring = text::colourise(tree, false);
    QStringList seen;
    for (std::size_t at = 0; at < tree.nodes.size(); ++at) {
        if (tree.nodes[at].tag.empty() && tree.nodes[at].text.size() == 1)
            seen.append(QString::fromStdString(colouring.nodes[at].text.hex()));
    }
    QCOMPARE(seen.join(u' '), QStringLiteral("#111111 #222222 #444444"));
}

void TestAccessibility::anyBytesAreSurvived()
{
    std::mt19937 random(12);
    static const char *const parts[] = {"<", ">", "</", "<p", "<li>", "<table>", "</ul>", " a=\"",
                                        "'", "=", "/>", "<!--", "-->", "&#", "&amp;", "x", " ",
                                        "<style>", "</style>", "{color:", "#fff", "}", "@media",
                                        "var(--x)", ":root", "\xff", "<main>", "<script>"};
    for (int round = 0; round < 4000; ++round) {
        std::string html = round % 2 ? soundPage : "";
        for (unsigned at = 0; at < random() % 60; ++at)
            html.insert(random() % (html.size() + 1), parts[random() % 28]);
        QCOMPARE(checkAccessibility(html).size(), std::size_t(15));
    }
    std::string deep;
    for (int at = 0; at < 50'000; ++at)
        deep += "<div>";
    QVERIFY(failedRules(deep).contains(QStringLiteral("well-formed")));
}

QTEST_APPLESS_MAIN(TestAccessibility)
#include "tst_accessibility.moc"
