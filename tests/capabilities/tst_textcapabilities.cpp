// What holds of every text capability (same bytes same answer, canonical JSON, refusals, the stop
// token, any bytes), and what facts, key phrases, summaries and tags must find and must not.
#include "capabilities/canonical.h"
#include "capabilities/capability.h"
#include "capabilities/dullwords.h"
#include "capabilities/extractkeywords.h"
#include "capabilities/facts.h"
#include "capabilities/nonsense.h"
#include "capabilities/readability.h"
#include "capabilities/sentiment.h"
#include "stopwatch.h"

#include <QTest>

#include <boost/json.hpp>

#include <thread>
#include <utility>

namespace json = boost::json;
using capabilities::Capability;
using capabilities::Result;
using text::Language;

namespace {

const char *const names[] = {"extract-facts",   "extract-keywords", "score-clarity",
                             "score-sentiment", "summarize-text",   "tag-text"};

Result run(const char *name, std::string_view text, std::stop_token stop = {},
           const json::object &params = {})
{
    const Capability *capability = capabilities::find(name);
    if (!capability)
        return Result::refuse("missing");
    const capabilities::Input input{"text", text};
    return capability->run({{&input, 1}, params, 7, std::move(stop), {}});
}

json::object answer(const char *name, std::string_view text, const json::object &params = {})
{
    const Result result = run(name, text, {}, params);
    return result.outputs.empty() ? json::object()
                                  : json::parse(result.outputs[0].bytes).as_object();
}

std::string large()
{
    std::string made;
    std::uint32_t state = 5;
    static const char *const words[] = {"garden", "river",       "Anna",    "paid",   "30 EUR",
                                        "on",     "12 May 2025", "the",     "happy",  "dream",
                                        "walked", "and",         "because", "window", "- [ ] buy",
                                        "Berlin", "not",         "very",    "sad",    "\n\n"};
    while (made.size() < (2u << 20) - 100) {
        state = state * 1664525u + 1013904223u;
        made += words[(state >> 16) % std::size(words)];
        made += (state >> 8) % 13 == 0 ? ". " : " ";
    }
    return made;
}

const char *const plan =
    "# Repair the boat\n\nGoal: sail in June\nBudget: 400 EUR\n\n## First steps\n\n- [ ] sand the hull by 12 May 2025\n- [x] buy paint\n\n"
    "The boat needs new paint. The paint must dry for two days. Then the boat goes back into the water.\n\n"
    "| Item | Cost |\n|---|---|\n| Paint | 80 EUR |\n| Rope | 25 EUR |\n";

}  // namespace

class TestTextCapabilities : public QObject {
    Q_OBJECT
private slots:
    void facts();
    void datesInFourLanguages_data();
    void datesInFourLanguages();
    void numbers();
    void peopleAreNoNouns();
    void keywordsAreTopics();
    void summaryKeepsSentences();
    void tagsLearn();
    void refusals();
    void sameBytesSameAnswer();
    void canonicalOutput();
    void stopsSoon();
    void anyBytes();
};

void TestTextCapabilities::facts()
{
    const json::object found = answer("extract-facts", plan);
    QCOMPARE(found.at("dates").as_array().size(), std::size_t(1));
    QCOMPARE(found.at("dates").at(0).at("iso").as_string(), "2025-05-12");
    QCOMPARE(found.at("amounts").as_array().size(), std::size_t(3));
    QCOMPARE(found.at("amounts").at(0).at("value").as_string(), "400");
    QCOMPARE(found.at("amounts").at(0).at("unit").as_string(), "EUR");
    QCOMPARE(found.at("todos").as_array().size(), std::size_t(2));
    QCOMPARE(found.at("todos").at(0).at("done").as_bool(), false);
    QCOMPARE(found.at("todos").at(0).at("due").as_string(), "2025-05-12");
    QCOMPARE(found.at("todos").at(1).at("done").as_bool(), true);
    QCOMPARE(found.at("durations").at(0).at("seconds").as_int64(), std::int64_t(172800));
    const json::object mixed = answer(
        "extract-facts",
        "Mail anna@b.org or see https://c.de/x. At 7 pm, Dr. Vogel said no. Add 1/2 cup of milk and 200g flour.");
    QCOMPARE(mixed.at("emails").at(0).at("text").as_string(), "anna@b.org");
    QCOMPARE(mixed.at("links").at(0).at("url").as_string(), "https://c.de/x");
    QCOMPARE(mixed.at("times").at(0).at("iso").as_string(), "19:00");
    QCOMPARE(mixed.at("people").at(0).at("text").as_string(), "Dr. Vogel");
    QCOMPARE(mixed.at("quantities").at(0).at("value").as_string(), "0.5");
    QCOMPARE(mixed.at("quantities").at(0).at("what").as_string(), "milk");
    QCOMPARE(mixed.at("quantities").at(1).at("unit").as_string(), "g");
}

void TestTextCapabilities::datesInFourLanguages_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("iso");
    const auto row = [](const char *text, const char *iso) {
        QTest::newRow(text) << QByteArray(text) << QByteArray(iso);
    };
    row("We met on 12 March 2026 in the park.", "2026-03-12");
    row("We met on March 12th, 2026 in the park.", "2026-03-12");
    row("The deadline is 2026-03-12 at noon.", "2026-03-12");
    row("Wir treffen uns am 3. März 2026 im Garten.", "2026-03-03");
    row("Das war am 03.04.2025 in der Stadt.", "2025-04-03");
    row("Nos vemos el 20 de junio de 2025 en la plaza.", "2025-06-20");
    row("La réunion est le 1er mars 2026 à la mairie.", "2026-03-01");
    row("La fecha es el 5/11/2025 en la oficina.", "2025-11-05");
    row("We met on 3/4/2025 in the park.", "");  // two readings
    row("We met on 31.02.2025 again.", "none");
    row("The version is 3.4.5 and the price 12.50 now.", "none");
    row("We may 5 times march on.", "none");
}

void TestTextCapabilities::datesInFourLanguages()
{
    QFETCH(QByteArray, text);
    QFETCH(QByteArray, iso);
    capabilities::Facts facts;
    capabilities::findDates(*text::analyse(text.toStdString()), facts);
    const bool isNone = iso == "none";
    QCOMPARE(facts.dates.size(), isNone ? std::size_t(0) : std::size_t(1));
    if (!isNone)
        QCOMPARE(QByteArray::fromStdString(facts.dates[0].iso), iso);
}

void TestTextCapabilities::numbers()
{
    const std::pair<const char *, const char *> cases[] = {
        {"Es kostet 1.234,50 € im Jahr.", "1234.5"},   {"It costs $1,234.50 a year.", "1234.5"},
        {"Cela coûte 11 400 euros par an.", "11400"},  {"It costs £5k a year.", "5000"},
        {"Es kostet 2 Mio. Euro im Jahr.", "2000000"}, {"It costs 0.5 EUR a piece.", "0.5"},
        {"It costs EUR 120,000 a year.", "120000"},    {"Das kostet 74,80 Euro im Monat.", "74.8"}};
    for (const auto &[text, value] : cases) {
        capabilities::Facts facts;
        capabilities::findAmounts(*text::analyse(text), facts);
        QVERIFY2(facts.amounts.size() == 1, text);
        QCOMPARE(facts.amounts[0].value, std::string(value));
    }
    capabilities::Facts facts;
    capabilities::findAmounts(*text::analyse("Buy 5 pounds of flour and 2 Pfund Mehl."), facts);
    QVERIFY(facts.amounts.empty());  // weights
}

void TestTextCapabilities::peopleAreNoNouns()
{
    const auto peopleOf = [](const char *text) {
        QStringList people;
        for (const capabilities::Named &named :
             capabilities::factsOf(*text::analyse(text), {}).people)
            people << QString::fromStdString(named.text);
        return people;
    };
    QCOMPARE(
        peopleOf(
            "Der Hund und die Katze liegen im Garten vor dem Haus. Die Nachbarin gießt die Blumen."),
        QStringList());
    QCOMPARE(peopleOf("Jana Petersen hat den Schlüssel. Später kam Jana zurück."),
             QStringList{QStringLiteral("Jana Petersen")});
    QCOMPARE(
        peopleOf("On Monday the Council of Berlin met in March. English lessons start in May."),
        QStringList());
    QCOMPARE(peopleOf("Mr Tulloch handed out the papers and I told Nadia."),
             QStringList({QStringLiteral("Mr Tulloch"), QStringLiteral("Nadia")}));
    QCOMPARE(peopleOf("Will paints the backdrop. Will you come? I will."),
             QStringList{QStringLiteral("Will")});
}

void TestTextCapabilities::keywordsAreTopics()
{
    const auto document = text::analyse(
        "# The harbour crane\n\nThe old crane lifts the fishing boats. The crane is rusty, and the crane driver is old. "
        "The fishing boats wait at the pier. Today the crane driver mended the crane.");
    const auto keywords = capabilities::keywordsOf(*document, 8, {});
    QVERIFY(!keywords.empty());
    QVERIFY(keywords[0].phrase.find("crane") != std::string::npos);
    bool hasBoats = false;
    for (const capabilities::Keyword &keyword : keywords) {
        hasBoats = hasBoats || keyword.phrase.find("boats") != std::string::npos;
        QVERIFY(keyword.weight >= 1 && keyword.weight <= 10000);
        QVERIFY(keyword.phrase != "the" && keyword.phrase != "is" && keyword.phrase != "Today");
    }
    QVERIFY(hasBoats);
    QVERIFY(capabilities::isDullStem(Language::en, text::stem(Language::en, "going")));
}

void TestTextCapabilities::summaryKeepsSentences()
{
    const std::string text =
        "The library of things opens in May. It lends drills, tents and ladders to the street. Members pay nothing. "
        "The drills, tents and ladders of the library live in a shed. Somebody painted the shed green. It rained.";
    const json::object summary = answer("summarize-text", text, {{"sentences", 2}});
    QCOMPARE(summary.at("sentences").as_array().size(), std::size_t(2));
    std::int64_t before = -1;
    for (const json::value &sentence : summary.at("sentences").as_array()) {
        const std::string shown(sentence.at("text").as_string());
        QVERIFY(text.find(shown) != std::string::npos);  // extracted, not made up
        QVERIFY(sentence.at("start").as_int64() > before);
        before = sentence.at("start").as_int64();
    }
    QVERIFY(answer("summarize-text", "").at("sentences").as_array().empty());
}

void TestTextCapabilities::tagsLearn()
{
    const json::array examples = {
        {{"tag", "sailing"},
         {"text", "The boat and the sail, the wind on the water, the harbour."}},
        {{"tag", "baking"}, {"text", "Flour and yeast, the dough in the oven, warm bread."}}};
    const json::object made = answer(
        "tag-text", "We hoisted the sail and left the harbour with the wind behind the boat.",
        {{"examples", examples}});
    QCOMPARE(made.at("tags").at(0).at("tag").as_string(), "sailing");
}

void TestTextCapabilities::refusals()
{
    const std::string tooLong((2u << 20) + 1, 'a');
    for (const char *name : names) {
        const Capability *capability = capabilities::find(name);
        QVERIFY2(capability, name);
        const json::object none;
        std::string stem(name);
        std::erase(stem, '-');
        QCOMPARE(capability->run({{}, none, 0, {}, {}}).refusal, stem + ".missingText");
        QCOMPARE(run(name, tooLong).refusal, stem + ".tooLong");
        QCOMPARE(run(name, std::string_view("a\0b", 3)).refusal, stem + ".binary");
        QCOMPARE(run(name, "caf\xE9 au lait").refusal, stem + ".notUtf8");
    }
}

void TestTextCapabilities::sameBytesSameAnswer()
{
    for (const char *name : names) {
        const Result first = run(name, plan);
        QVERIFY(!first.outputs.empty());
        Result second;
        std::thread([&] {
            run(name, "Etwas ganz anderes, damit die Zwischenspeicher gefüllt sind.");
            second = run(name, plan);
        }).join();
        QCOMPARE(first.outputs.size(), second.outputs.size());
        QCOMPARE(first.outputs[0].bytes, second.outputs[0].bytes);
        QVERIFY(first.figures == second.figures);
    }
}

void TestTextCapabilities::canonicalOutput()
{
    for (const char *name : names) {
        for (const char *text : {plan, "", "Ich freue mich! Anna zahlt 3 €.", "x"}) {
            const Result result = run(name, text);
            for (const capabilities::Artefact &artefact : result.outputs) {
                QCOMPARE(artefact.bytes, capabilities::canonical(json::parse(artefact.bytes)));
                QVERIFY(artefact.bytes.size() <= (1u << 20));
            }
        }
    }
}

void TestTextCapabilities::stopsSoon()
{
    const std::string text = large();
    for (const char *name : names) {
        std::stop_source source;
        source.request_stop();
        double start = threadSeconds();
        QVERIFY2(run(name, text, source.get_token()).isStopped, name);
        QVERIFY2(threadSeconds() - start < 0.010 * patience, name);
        // with the analysis already at hand the work itself must see the token
        QVERIFY2(run(name, text).refusal.empty(), name);
        start = threadSeconds();
        const bool isStopped = run(name, text, source.get_token()).isStopped;
        const double spent = threadSeconds() - start;
        QVERIFY2(isStopped, name);
        QVERIFY2(spent < 0.010 * patience,
                 (std::string(name) + " " + std::to_string(spent)).c_str());
    }
}

void TestTextCapabilities::anyBytes()
{
    std::uint32_t state = 4242;
    const auto next = [&] { return state = state * 1664525u + 1013904223u; };
    const char *pieces[] = {"- [ ] ",     "| a | 5 € |\n|---|---|\n",
                            "Anna ",      "12.",
                            "3.2025",     "€",
                            "$",          "½",
                            " cup",       "of ",
                            "Dr. ",       "http://a",
                            "@b.c ",      "\n",
                            "\n\n",       "# ",
                            "TODO ",      "de ",
                            "May ",       "5k",
                            "1 234",      ":",
                            "'",          "’s ",
                            "l'",         "not ",
                            "GOOD",       "!",
                            "é",          "ß",
                            "\U0001F600", "--",
                            "(",          ")",
                            "|",          ","};
    for (int round = 0; round < 400; ++round) {
        std::string bytes;
        const std::size_t length = next() >> 23;
        while (bytes.size() < length) {
            if (round % 4 == 0)
                bytes.push_back(static_cast<char>(next() >> 24));
            else
                bytes += pieces[(next() >> 16) % std::size(pieces)];
        }
        for (const char *name : names) {
            const Result result = run(name, bytes);
            QVERIFY(!result.isStopped);
            for (const auto &[figure, value] : result.figures)
                QVERIFY2(value >= -10000 && value <= 100000, figure.c_str());
            for (const capabilities::Artefact &artefact : result.outputs)
                json::parse(artefact.bytes);
        }
    }
}

QTEST_APPLESS_MAIN(TestTextCapabilities)
#include "tst_textcapabilities.moc"
