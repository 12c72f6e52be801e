// Word and sentence boundaries against ICU, the oracle: hand cases, every code point's word class,
// and the documentation installed on this machine as real text.
#include "text/document.h"
#include "text/segment.h"
#include "text/unicode.h"

#include <QDirIterator>
#include <QFile>
#include <QTest>

#include <unicode/brkiter.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <memory>
#include <set>

namespace {

using Spans = std::set<std::pair<std::size_t, std::size_t>>;

// ICU counts UTF-16 units; we count bytes.
std::vector<std::size_t> byteOffsets(const icu::UnicodeString &text)
{
    std::vector<std::size_t> offsets(static_cast<std::size_t>(text.length()) + 1, 0);
    std::size_t bytes = 0;
    for (int32_t i = 0; i < text.length();) {
        const UChar32 c = text.char32At(i);
        const int32_t next = text.moveIndex32(i, 1);
        for (int32_t k = i; k < next; ++k)
            offsets[static_cast<std::size_t>(k)] = bytes;
        bytes += c < 0x80 ? 1u : (c < 0x800 ? 2u : (c < 0x10000 ? 3u : 4u));
        i = next;
    }
    offsets[static_cast<std::size_t>(text.length())] = bytes;
    return offsets;
}

Spans icuWords(const std::string &utf8)
{
    UErrorCode status = U_ZERO_ERROR;
    std::unique_ptr<icu::BreakIterator> words(
        icu::BreakIterator::createWordInstance(icu::Locale::getRoot(), status));
    const icu::UnicodeString text = icu::UnicodeString::fromUTF8(utf8);
    const auto offsets = byteOffsets(text);
    words->setText(text);
    Spans spans;
    int32_t start = words->first();
    for (int32_t end = words->next(); end != icu::BreakIterator::DONE;
         start = end, end = words->next()) {
        if (words->getRuleStatus() >= UBRK_WORD_NONE_LIMIT)
            spans.insert(
                {offsets[static_cast<std::size_t>(start)], offsets[static_cast<std::size_t>(end)]});
    }
    return spans;
}

Spans ourWords(const std::string &utf8)
{
    Spans spans;
    for (std::size_t at = 0; at < utf8.size();) {
        if (!text::startsWord(utf8, at)) {
            at += text::decode(utf8, at).length;
            continue;
        }
        const text::WordSpan word = text::wordAt(utf8, at);
        if (word.hasLetter || word.hasDigit || word.length > 1)  // a lone _ is no word to ICU
            spans.insert({at, at + word.length});
        at += word.length;
    }
    return spans;
}

struct Agreement {
    double shared = 0;
    double ours = 0;
    double theirs = 0;
    void add(const Spans &left, const Spans &right)
    {
        for (const auto &span : left)
            shared += right.contains(span);
        ours += static_cast<double>(left.size());
        theirs += static_cast<double>(right.size());
    }
    double f1() const { return ours + theirs == 0 ? 0 : 2 * shared / (ours + theirs); }
};

// Real text: what packages install as their documentation.
std::vector<std::string> realTexts()
{
    std::vector<std::string> texts;
    std::size_t bytes = 0;
    QDirIterator files(
        QStringLiteral("/usr/share/doc"),
        {QStringLiteral("README*"), QStringLiteral("*.txt"), QStringLiteral("copyright")},
        QDir::Files, QDirIterator::Subdirectories);
    QStringList names;
    while (files.hasNext())
        names << files.next();
    names.sort();
    for (const QString &name : names) {
        QFile file(name);
        if (bytes > 3'000'000 || name.endsWith(QStringLiteral(".gz"))
            || !file.open(QIODevice::ReadOnly))
            continue;
        std::string text = file.read(60'000).toStdString();
        if (text::isValidUtf8(text) && !text::looksBinary(text)) {
            std::ranges::replace(text, '@', ' ');
            bytes += text.size();
            texts.push_back(std::move(text));
        }
    }
    return texts;
}

}  // namespace

class TestIcu : public QObject {
    Q_OBJECT
private slots:
    void handCases_data();
    void handCases();
    void everyCodePoint();
    void wordsOfRealText();
    void wordsOfRandomText();
    void sentencesOfRealText();
};

void TestIcu::handCases_data()
{
    QTest::addColumn<QByteArray>("text");
    const char *cases[] = {"can't won't O'Neill's 3.14 1,234.5 1.2.3 a.b.c e.g. U.S.A.",
                           "l’homme d'abord aujourd'hui qu'il",
                           "Straße Äpfel naïve résumé ñandú Œuvre",
                           "cafe\u0301 o\u0308ffnen a\u030A",
                           "snake_case __init__ CamelCase x1 1x 2nd",
                           "Ελληνικά Русский текст и ещё",
                           "שלום ש\"ס עולם צ'כיה",
                           "مرحبا بالعالم ١٢٣٫٤",
                           "カタカナ テスト",
                           "state-of-the-art re-enter 12:30 9:05",
                           "a·b l·l foo:bar Foo:9",
                           "\U0001F469\u200D\U0001F680 rocket \U0001F1E9\U0001F1EA flag",
                           "soft\u00ADhyphen zero\u200Bwidth joi\u200Dner",
                           "’quoted’ ‘single’ \"double\"",
                           ""};
    for (const char *text : cases)
        QTest::newRow(text) << QByteArray(text);
}

void TestIcu::handCases()
{
    QFETCH(QByteArray, text);
    QCOMPARE(ourWords(text.toStdString()), icuWords(text.toStdString()));
}

// Two letters with the code point between them: both agree whether it joins, in scripts that ICU
// does not split by dictionary (Chinese, Japanese, Korean, Thai). CLDR binds words at an @; we
// read addresses elsewhere.
void TestIcu::everyCodePoint()
{
    int wrong = 0;
    int count = 0;
    for (UChar32 c = 0x20; c < 0x20000; ++c) {
        const int kind = u_charType(c);
        const int script = u_getIntPropertyValue(c, UCHAR_LINE_BREAK);
        if (kind == U_UNASSIGNED || kind == U_SURROGATE || kind == U_PRIVATE_USE_CHAR
            || script == U_LB_COMPLEX_CONTEXT || script == U_LB_IDEOGRAPHIC
            || script == U_LB_CONDITIONAL_JAPANESE_STARTER || script == U_LB_NONSTARTER
            || script == U_LB_H2 || script == U_LB_H3 || script == U_LB_JL || script == U_LB_JV
            || script == U_LB_JT || c == '@' || (c >= 0x17000 && c <= 0x18D8F) || c == 0x0A
            || c == 0x0D)
            continue;
        std::string text = "ab";
        text::appendUtf8(text, static_cast<char32_t>(c));
        text += "cd 12";
        text::appendUtf8(text, static_cast<char32_t>(c));
        text += "34";
        ++count;
        if (ourWords(text) != icuWords(text)) {
            if (++wrong <= 20)
                qInfo("differs at U+%04X", static_cast<unsigned>(c));
        }
    }
    qInfo("%d of %d code points break words as ICU does", count - wrong, count);
    QVERIFY(wrong * 500 < count);
}

void TestIcu::wordsOfRealText()
{
    Agreement agreement;
    for (const std::string &text : realTexts())
        agreement.add(ourWords(text), icuWords(text));
    qInfo("%.0f words of real text, agreement with ICU F1 %.6f", agreement.theirs, agreement.f1());
    if (agreement.theirs < 1000)
        QSKIP("no documentation is installed here");
    QVERIFY(agreement.f1() > 0.9999);
}

void TestIcu::wordsOfRandomText()
{
    const char *pieces[] = {"a",  "B",          "7",      "'",      ".",      ",", ":",
                            ";",  "_",          "-",      " ",      "\n",     "é", "ß",
                            "’",  "“",          "\u0301", "\u200D", "ж",      "ש", "\"",
                            "ア", "\U0001F600", "٣",      "\u00AD", "\u00A0", "z", "42"};
    std::uint32_t state = 12345;
    Agreement agreement;
    for (int round = 0; round < 3000; ++round) {
        std::string text;
        for (int i = 0; i < 30; ++i) {
            state = state * 1664525u + 1013904223u;
            text += pieces[(state >> 16) % std::size(pieces)];
        }
        agreement.add(ourWords(text), icuWords(text));
    }
    qInfo("random text, agreement with ICU F1 %.6f", agreement.f1());
    QVERIFY(agreement.f1() > 0.99);
}

// We keep abbreviations and hard-wrapped lines together, which ICU's root rules do not: compared
// on paragraphs without line ends, and only near agreement is asked for.
void TestIcu::sentencesOfRealText()
{
    UErrorCode status = U_ZERO_ERROR;
    std::unique_ptr<icu::BreakIterator> breaks(
        icu::BreakIterator::createSentenceInstance(icu::Locale::getEnglish(), status));
    Agreement agreement;
    for (const std::string &whole : realTexts()) {
        const auto document = text::analyse(whole);
        for (const text::Block &block : document->blocks()) {
            if (block.kind != text::BlockKind::paragraph || block.tokenCount < 12)
                continue;
            std::string paragraph(document->slice(block.start, block.length));
            std::ranges::replace(paragraph, '\n', ' ');
            const icu::UnicodeString text = icu::UnicodeString::fromUTF8(paragraph);
            const auto offsets = byteOffsets(text);
            breaks->setText(text);
            Spans theirs;
            for (int32_t end = breaks->next(); end != icu::BreakIterator::DONE;
                 end = breaks->next()) {
                std::size_t at = offsets[static_cast<std::size_t>(end)];
                while (at > 0 && paragraph[at - 1] == ' ')
                    --at;
                theirs.insert({0, at});
            }
            Spans ours;
            const auto analysed = text::analyse(paragraph);
            for (const text::Sentence &sentence : analysed->sentences())
                ours.insert({0, sentence.end()});
            agreement.add(ours, theirs);
        }
    }
    qInfo("%.0f sentences of real text, agreement with ICU F1 %.4f", agreement.theirs,
          agreement.f1());
    if (agreement.theirs < 200)
        QSKIP("no documentation is installed here");
    QVERIFY(agreement.f1() > 0.8);
}

QTEST_APPLESS_MAIN(TestIcu)
#include "tst_icu.moc"
