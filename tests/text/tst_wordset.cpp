// Dictionaries of words against std::map, stems asked twice, and bytes looked at eight at a time
// against bytes looked at one by one.
#include "text/document.h"
#include "text/unicode.h"
#include "text/wordset.h"

#include <QTest>

#include <map>
#include <string>

namespace {

struct Chance {
    std::uint32_t state = 11;
    std::uint32_t below(std::uint32_t limit)
    {
        state = state * 1664525u + 1013904223u;
        return (state >> 8) % limit;
    }
    // Few letters, so that words repeat, of every length a hash reads differently.
    std::string word()
    {
        std::string made;
        for (std::uint32_t left = below(20) + 1; left > 0; --left)
            made.push_back(static_cast<char>('a' + below(3)));
        return made;
    }
};

bool isOddControl(char c)
{
    return static_cast<unsigned char>(c) < 0x20 && c != '\t' && c != '\n' && c != '\r' && c != '\f';
}

}  // namespace

class TestWordSet : public QObject {
    Q_OBJECT
private slots:
    void mapsAsStdMapDoes();
    void documentsKnowTheirHashes();
    void stemsAreTheSameWhenAskedAgain();
    void looksAtEveryByte();
    void comparesEveryByte();
};

void TestWordSet::mapsAsStdMapDoes()
{
    Chance chance;
    std::map<std::string, int, std::less<>> expected;
    text::WordMap<int> map(4);  // grows many times
    for (int i = 0; i < 5000; ++i) {
        const auto [entry, isNew] = expected.try_emplace(chance.word(), 0);
        entry->second += i;
        map[entry->first] += i;  // the keys of std::map stay where they are
        const std::string other = chance.word();
        const auto known = expected.find(other);
        const int *found = map.find(other);
        QCOMPARE(found != nullptr, known != expected.end());
        QVERIFY(!found || *found == known->second);
    }
    QCOMPARE(map.size(), expected.size());
    for (const auto &[word, value] : expected)
        QCOMPARE(*map.find(word), value);
}

void TestWordSet::documentsKnowTheirHashes()
{
    const auto document = text::analyse("The Quick brown fox, the LAZY dog; Straße, Ångström, 12.5 "
                                        "and antidisestablishmentarianism's don't. É");
    QVERIFY(document->forms().size() > 10);
    for (std::uint32_t form = 0; form < document->forms().size(); ++form)
        QCOMPARE(document->form(form).hash, text::wordHash(document->formText(form)));
    const std::vector<std::uint32_t> main = document->mainForms();
    QCOMPARE(main.size(), document->stems().size());
    for (std::uint32_t stem = 0; stem < main.size(); ++stem)
        QCOMPARE(document->forms()[main[stem]].stem, stem);
    QCOMPARE(document->formText(document->tokens()[1].form), std::string_view("quick"));
}

// Every length it reads differently, and each byte of it changed.
void TestWordSet::comparesEveryByte()
{
    for (std::size_t length = 0; length <= 40; ++length) {
        std::string word;
        for (std::size_t i = 0; i < length; ++i)
            word.push_back(static_cast<char>('a' + i % 26));
        QVERIFY(text::isSameWord(word, std::string(word)));
        QVERIFY(!text::isSameWord(word, word + 'a'));
        for (std::size_t i = 0; i < length; ++i) {
            std::string other = word;
            other[i] = '-';
            QVERIFY(!text::isSameWord(word, other));
        }
    }
}

// More words than the first table of the cache holds, so that it grows between the two rounds.
void TestWordSet::stemsAreTheSameWhenAskedAgain()
{
    Chance chance;
    std::map<std::string, std::string> first;
    for (int i = 0; i < 4000; ++i) {
        const std::string word = chance.word() + (i % 2 ? "ing" : "s");
        first[word] = text::stem(text::Language::en, word);
    }
    QVERIFY(first.size() > 2000);
    for (const auto &[word, stem] : first)
        QCOMPARE(text::stem(text::Language::en, word), std::string_view(stem));
    QCOMPARE(text::stem(text::Language::en, "walking"), std::string_view("walk"));
    QCOMPARE(text::stem(text::Language::de, "walking"), std::string_view("walking"));
}

void TestWordSet::looksAtEveryByte()
{
    for (std::size_t size = 1; size <= 20; ++size) {
        for (std::size_t at = 0; at < size; ++at) {
            for (int c = 0; c < 256; ++c) {
                std::string text(size, 'x');
                text[at] = static_cast<char>(c);
                QCOMPARE(text::looksBinary(text), isOddControl(text[at]));
                QCOMPARE(text::isValidUtf8(text), c < 0x80);
            }
        }
        QVERIFY(text::isValidUtf8(std::string(size, 'x') + "é" + std::string(size, 'y')));
    }
}

QTEST_APPLESS_MAIN(TestWordSet)
#include "tst_wordset.moc"
