// The scores of a text: formulas worked by hand, ranges reached at both ends, traps, nonsense.
#include "capabilities/canonical.h"
#include "capabilities/capability.h"
#include "capabilities/dullwords.h"
#include "capabilities/extractkeywords.h"
#include "capabilities/facts.h"
#include "capabilities/nonsense.h"
#include "capabilities/readability.h"
#include "capabilities/sentiment.h"

#include <QTest>

#include <boost/json.hpp>

#include <ctime>
#include <thread>

namespace json = boost::json;
using capabilities::Capability;
using capabilities::Result;
using text::Language;

namespace {

Result run(const char *name, std::string_view text, std::stop_token stop = {},
           const json::object &params = {})
{
    const Capability *capability = capabilities::find(name);
    if (!capability)
        return Result::refuse("missing");
    const capabilities::Input input{"text", text};
    return capability->run({{&input, 1}, params, 7, stop, {}});
}

json::object answer(const char *name, std::string_view text, const json::object &params = {})
{
    const Result result = run(name, text, {}, params);
    return result.outputs.empty() ? json::object()
                                  : json::parse(result.outputs[0].bytes).as_object();
}

int clarityOf(const char *score, std::string_view text)
{
    return static_cast<int>(answer("score-clarity", text).at(score).as_int64());
}

int valenceOf(std::string_view text)
{
    return capabilities::moodOf(*text::analyse(text)).valence;
}

const char *const plan =
    "# Repair the boat\n\nGoal: sail in June\nBudget: 400 EUR\n\n## First steps\n\n- [ ] sand the hull by 12 May 2025\n- [x] buy paint\n\n"
    "The boat needs new paint. The paint must dry for two days. Then the boat goes back into the water.\n\n"
    "| Item | Cost |\n|---|---|\n| Paint | 80 EUR |\n| Rope | 25 EUR |\n";

}  // namespace

class TestTextScores : public QObject {
    Q_OBJECT
private slots:
    void syllables_data();
    void syllables();
    void readabilityByHand();
    void clarityReachesBothEnds();
    void structureReachesBothEnds();
    void moodReachesBothEnds();
    void moodRules();
    void moodHasNoSubstringTraps();
    void nonsense_data();
    void nonsense();
};

void TestTextScores::syllables_data()
{
    QTest::addColumn<int>("language");
    QTest::addColumn<QByteArray>("word");
    QTest::addColumn<int>("count");
    const auto row = [](Language language, const char *word, int count) {
        QTest::newRow(word) << static_cast<int>(language) << QByteArray(word) << count;
    };
    row(Language::en, "cat", 1);
    row(Language::en, "table", 2);
    row(Language::en, "make", 1);
    row(Language::en, "walked", 1);
    row(Language::en, "wanted", 2);
    row(Language::en, "nation", 2);
    row(Language::en, "beautiful", 3);
    row(Language::en, "yes", 1);
    row(Language::en, "houses", 2);
    row(Language::de, "haus", 1);
    row(Language::de, "garten", 2);
    row(Language::de, "träume", 2);
    row(Language::es, "casa", 2);
    row(Language::es, "río", 2);
    row(Language::es, "bueno", 2);
    row(Language::es, "queso", 2);
    row(Language::fr, "maison", 2);
    row(Language::fr, "porte", 1);
    row(Language::fr, "idée", 3);
}

void TestTextScores::syllables()
{
    QFETCH(int, language);
    QFETCH(QByteArray, word);
    QFETCH(int, count);
    if (word == "idée")
        count = 2;  // i-dée: the last e is silent
    QCOMPARE(capabilities::syllablesOf(static_cast<Language>(language), word.toStdString()), count);
}

// "The cat sat on the mat. It was warm." 9 words, 2 sentences, 9 syllables, no hard word.
void TestTextScores::readabilityByHand()
{
    const auto made =
        capabilities::readabilityOf(*text::analyse("The cat sat on the mat. It was warm."));
    QCOMPARE(made.words, 9u);
    QCOMPARE(made.sentences, 2u);
    QCOMPARE(made.syllables, 9u);
    // 0.39 * 4.5 + 11.8 * 1 - 15.59 = -2.035; 206.835 - 1.015 * 4.5 - 84.6 = 117.6675; 0.4 * 4.5 = 1.8
    QVERIFY(std::abs(made.fleschKincaid - -2.035) < 1e-9);
    QVERIFY(std::abs(made.ease - 117.6675) < 1e-9);
    QVERIFY(std::abs(made.gunningFog - 1.8) < 1e-9);
    QVERIFY(std::abs(capabilities::easeOf(Language::de, 10, 1.5) - (180 - 10 - 87.75)) < 1e-9);
    QVERIFY(std::abs(capabilities::easeOf(Language::es, 10, 2) - (206.84 - 10.2 - 120)) < 1e-9);
    QVERIFY(std::abs(capabilities::easeOf(Language::fr, 10, 1.5) - (207 - 10.15 - 110.4)) < 1e-9);
    const json::object card = answer("score-clarity", "The cat sat on the mat. It was warm.");
    QVERIFY(std::abs(card.at("readability").at("fleschKincaidGradeX100").as_int64() + 204) <= 1);
    QCOMPARE(card.at("readability").at("gunningFogX100").as_int64(), std::int64_t(180));
}

void TestTextScores::clarityReachesBothEnds()
{
    const char *clear =
        "The dog found a bone in the garden. Anna took the bone to the kitchen. The dog waited at the kitchen door. "
        "Anna cooked the bone for soup. The dog got the bone on Sunday morning.";
    const char *cloudy =
        "Notwithstanding the aforementioned considerations regarding whatever it is that this or that or the other might or might not "
        "eventually be depending on how those who are responsible for it could or would operationalise such and other interdependent "
        "organisational responsibilities, it remains that something of the kind is or was or will be what it otherwise might have been";
    QVERIFY(clarityOf("clarity", clear) > 8500);
    QVERIFY(clarityOf("clarity", cloudy) < 2500);
    QVERIFY(clarityOf("clarity", "") <= 1000);
    QVERIFY(clarityOf("coherence", clear) > 7500);
    QVERIFY(clarityOf("overall", "") <= 1000);
    QVERIFY(clarityOf("symbolism", "The invoice was paid. The office opened.") < 1000);
    QVERIFY(
        clarityOf(
            "symbolism",
            "A silver fish swam through the dark sea like a star, and the moon sang to the stone tower.")
        > 7000);
    QCOMPARE(clarityOf("emotion", "The train leaves at nine."), 0);
    QVERIFY(clarityOf("emotion", "I hate this! I am terrified, furious and desperately lonely.")
            > 7500);
    QVERIFY(clarityOf("overall", plan) > 6000);
}

void TestTextScores::structureReachesBothEnds()
{
    QVERIFY(clarityOf("structure", "just some words in a row") < 500);
    QVERIFY(clarityOf("structure", plan) > 8000);
}

void TestTextScores::moodReachesBothEnds()
{
    QVERIFY(valenceOf("I am so happy! This is wonderful, fantastic, perfect! I love it!") > 8000);
    QVERIFY(valenceOf("I hate it. It was a horrible, terrible nightmare and I am desperately sad.")
            < -8000);
    QCOMPARE(valenceOf("The train leaves at nine."), 0);
    QVERIFY(valenceOf("Ich bin überglücklich, es ist wunderbar und herrlich!") > 6000);
    QVERIFY(valenceOf("Ich bin verzweifelt und traurig, es ist schrecklich.") < -6000);
    QVERIFY(valenceOf("Estoy muy feliz, ¡qué alegría tan maravillosa!") > 6000);
    QVERIFY(valenceOf("Estoy triste y desesperada, fue horrible.") < -6000);
    QVERIFY(valenceOf("Je suis heureuse, quelle joie merveilleuse !") > 6000);
    QVERIFY(valenceOf("Je suis triste et désespérée, c'est affreux.") < -6000);
}

void TestTextScores::moodRules()
{
    QVERIFY(valenceOf("It is good.") > 0);
    QVERIFY(valenceOf("It is not good.") < 0);
    QVERIFY(valenceOf("Es ist gar nicht schlecht.") > 0);
    QVERIFY(valenceOf("Je n'aime pas ça.") < 0);
    QVERIFY(valenceOf("No es malo.") > 0);
    QVERIFY(valenceOf("It is very good.") > valenceOf("It is good."));
    QVERIFY(valenceOf("It is slightly good.") < valenceOf("It is good."));
    QVERIFY(valenceOf("It is GOOD.") > valenceOf("It is good."));
    QVERIFY(valenceOf("It is good!!!") > valenceOf("It is good."));
    QVERIFY(valenceOf("The food was good, but the service was terrible.") < 0);
}

void TestTextScores::moodHasNoSubstringTraps()
{
    for (const char *text :
         {"The classroom has a carpet.", "Er hatte einen Klassenraum.",
          "The adjoining skill set of Kilburn.", "Die Begutachtung der Gutenbergstraße.",
          "Scunthorpe is in Lincolnshire."})
        QVERIFY2(valenceOf(text) == 0, text);
}

void TestTextScores::nonsense_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<bool>("isNonsense");
    const auto row = [](const char *text, bool isNonsense) {
        QTest::newRow(text) << QByteArray(text) << isNonsense;
    };
    row("", true);
    row("   \n ", true);
    row("sdkfj weoriu xcmvn qpwoe zlkxj", true);
    row("aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa", true);
    row("no no no no no no no no no no no no no no", true);
    row("!!! ??? ### $$$ %%% &&& *** @@@", true);
    row("The flurgent brax snoddled a plinty grome while drapple wesk trundored the fosket.", true);
    row("the of was to cupboard it never green into because she spoon with a under had they of blue not",
        true);
    row("Die Gralbe schnopft das wirze Plomm und trüngelt die Fasche über den Knörz.", true);
    row("lorem ipsum dolor sit amet consectetur adipiscing elit", true);
    row("Buy milk.", false);
    row("Lisa, Tom, Anna, Kevin and Raj", false);
    row("Milch, Eier, Brot, Käse", false);
    row("The old harbour sleeps under the snow, and nobody walks on the pier before noon.", false);
    row("Сегодня прекрасный день, и мы идём гулять.", false);
    row("Questa è una bella giornata e voglio andare al mare con gli amici.", false);
    row("1. Rent 500\n2. Food 200\n3. Bus 40", false);
}

void TestTextScores::nonsense()
{
    QFETCH(QByteArray, text);
    QFETCH(bool, isNonsense);
    const json::object card = answer("score-clarity", text.toStdString());
    QCOMPARE(card.at("nonsense").as_bool(), isNonsense);
    if (isNonsense) {
        for (const char *score : {"clarity", "coherence", "overall"})
            QVERIFY(card.at(score).as_int64() <= 1000);
    }
}

QTEST_APPLESS_MAIN(TestTextScores)
#include "tst_textscores.moc"
