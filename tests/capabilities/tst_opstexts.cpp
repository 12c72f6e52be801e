// Properties of the capabilities that read texts of others: check-config beside another program's
// table and enumeration, detect-threats beside searching, build-report under hostile words,
// triage-messages under any references.
#include "opscase.h"

#include "capabilities/semver.h"

#include <set>

using namespace testing;

namespace {

// Every "<" and what follows it up to the first space, "/" or ">".
std::multiset<std::string> tagsOf(const std::string &html)
{
    std::multiset<std::string> tags;
    for (std::size_t at = html.find('<'); at != html.npos; at = html.find('<', at + 1))
        tags.insert(html.substr(at, html.find_first_of(" >", at) - at));
    return tags;
}

json::object message(const std::string &id, json::array references, const std::string &subject,
                     int date)
{
    return {{"id", id},
            {"from", "x"},
            {"date", date},
            {"subject", subject},
            {"references", std::move(references)}};
}

// node-semver 7.8.5: which of these versions satisfies each range.
constexpr const char *semVersions[] = {
    "0.0.0",       "0.0.2",        "0.0.3",        "0.0.4",         "0.1.0",      "0.2.2",
    "0.2.3",       "0.2.9",        "0.3.0",        "1.0.0",         "1.1.9",      "1.2.0",
    "1.2.3-alpha", "1.2.3-beta.1", "1.2.3-beta.2", "1.2.3-beta.11", "1.2.3-rc.1", "1.2.3",
    "1.2.4-0",     "1.2.4",        "1.2.10",       "1.3.0-0",       "1.3.0",      "1.9.9",
    "2.0.0-0",     "2.0.0-alpha",  "2.0.0",        "2.3.3",         "2.3.4",      "2.4.0",
    "2.5.0",       "3.0.0",        "5.1.0",        "7.2.3",         "7.3.0",      "0.0.3-beta",
    "10.0.0",
};
constexpr std::pair<const char *, const char *> semRanges[] = {
    {"1.2.3", "0000000000000000010000000000000000000"},
    {"=1.2.3", "0000000000000000010000000000000000000"},
    {"v1.2.3", "0000000000000000010000000000000000000"},
    {"^1.2.3", "0000000000000000010110110000000000000"},
    {"^0.2.3", "0000001100000000000000000000000000000"},
    {"^0.0.3", "0010000000000000000000000000000000000"},
    {"^1.2", "0000000000010000010110110000000000000"},
    {"^0.0", "1111000000000000000000000000000000000"},
    {"^0", "1111111110000000000000000000000000000"},
    {"^0.x", "1111111110000000000000000000000000000"},
    {"^1.x", "0000000001110000010110110000000000000"},
    {"^*", "1111111111110000010110110011111111101"},
    {"~1.2.3", "0000000000000000010110000000000000000"},
    {"~1.2", "0000000000010000010110000000000000000"},
    {"~1", "0000000001110000010110110000000000000"},
    {"~0.2.3", "0000001100000000000000000000000000000"},
    {"~>1.2", "0000000000010000010110000000000000000"},
    {"*", "1111111111110000010110110011111111101"},
    {"", "1111111111110000010110110011111111101"},
    {"x", "1111111111110000010110110011111111101"},
    {"1", "0000000001110000010110110000000000000"},
    {"1.x", "0000000001110000010110110000000000000"},
    {"1.2", "0000000000010000010110000000000000000"},
    {"1.2.x", "0000000000010000010110000000000000000"},
    {"1.2.*", "0000000000010000010110000000000000000"},
    {">1", "0000000000000000000000000011111111101"},
    {">1.2", "0000000000000000000000110011111111101"},
    {">1.2.3", "0000000000000000000110110011111111101"},
    {">=1.2", "0000000000010000010110110011111111101"},
    {">=1", "0000000001110000010110110011111111101"},
    {"<2", "1111111111110000010110110000000000000"},
    {"<1.2", "1111111111100000000000000000000000000"},
    {"<1.2.3", "1111111111110000000000000000000000000"},
    {"<=1.2", "1111111111110000010110000000000000000"},
    {"<=1", "1111111111110000010110110000000000000"},
    {"<=1.2.3", "1111111111110000010000000000000000000"},
    {"1.2.3 - 2.3.4", "0000000000000000010110110011100000000"},
    {"1.2 - 2.3", "0000000000010000010110110011100000000"},
    {"1.2.3 - 2", "0000000000000000010110110011111000000"},
    {"1 - 1.2", "0000000001110000010110000000000000000"},
    {">=1.2.3 <2.0.0", "0000000000000000010110110000000000000"},
    {">= 1.2.3 < 2.0.0", "0000000000000000010110110000000000000"},
    {"1.x || >=2.5.0 || 5.0.0 - 7.2.3", "0000000001110000010110110000001111101"},
    {"^1.2.3-beta.2", "0000000000000011110110110000000000000"},
    {"~1.2.3-beta.2", "0000000000000011110110000000000000000"},
    {">1.2.3-alpha", "0000000000000111110110110011111111101"},
    {">=1.2.3-rc.1 <1.3.0", "0000000000000000110110000000000000000"},
    {"^0.0.3-beta", "0010000000000000000000000000000000010"},
    {"<1.2.3-beta.3", "1111111111111110000000000000000000000"},
    {"1.2.3-beta.1 || 1.2.3-rc.1", "0000000000000100100000000000000000000"},
    {">1.2.3 <1.2.4", "0000000000000000000000000000000000000"},
    {">2 <1", "0000000000000000000000000000000000000"},
    {"<0.0.0", "0000000000000000000000000000000000000"},
    {">*", "0000000000000000000000000000000000000"},
    {"<*", "0000000000000000000000000000000000000"},
    {">=*", "1111111111110000010110110011111111101"},
    {"^0.1", "0000100000000000000000000000000000000"},
    {"~0", "1111111110000000000000000000000000000"},
    {"0.0.x", "1111000000000000000000000000000000000"},
    {"=1.2", "0000000000010000010110000000000000000"},
    {"2.x.x", "0000000000000000000000000011111000000"},
};

}  // namespace

class TestOpsTexts : public QObject {
    Q_OBJECT

private slots:
    void rangesBesideNodeSemver()
    {
        for (const auto &[range, expected] : semRanges) {
            const auto read = capabilities::SemRange::read(range);
            QVERIFY2(read, range);
            std::string found;
            for (const char *version : semVersions)
                found += read->has(*capabilities::SemVersion::read(version)) ? '1' : '0';
            QVERIFY2(found == expected, (std::string(range) + " " + found).c_str());
        }
        for (const char *bad :
             {"1.2.3.4", "^", "01.2.3", "a.b.c", ">>1", "1.2.3 -", "~^1", "1.2.3-"})
            QVERIFY2(!capabilities::SemRange::read(bad), bad);
    }

    void rangesByEnumeration()
    {
        for (int a = 0; a < 3; ++a)
            for (int b = 0; b < 3; ++b)
                for (int c = 0; c < 3; ++c) {
                    const capabilities::SemVersion base{{a, b, c}, {}};
                    const auto caret = capabilities::SemRange::read("^" + base.text());
                    const auto tilde = capabilities::SemRange::read("~" + base.text());
                    for (int x = 0; x < 4; ++x)
                        for (int y = 0; y < 4; ++y)
                            for (int z = 0; z < 4; ++z) {
                                const capabilities::SemVersion one{{x, y, z}, {}};
                                const bool isLater = std::tuple(x, y, z) >= std::tuple(a, b, c);
                                const bool isNear = a > 0   ? x == a
                                                    : b > 0 ? x == 0 && y == b
                                                            : x == 0 && y == 0 && z == c;
                                QCOMPARE(caret->has(one), isLater && isNear);
                                QCOMPARE(tilde->has(one), isLater && x == a && y == b);
                            }
                }
    }

    void missingKeysAreTheDifference()
    {
        for (std::uint64_t seed = 1; seed <= 60; ++seed) {
            Draw draw(seed);
            std::string reference, other;
            int missing = 0, extra = 0, drifted = 0;
            for (int i = 0; i < 20; ++i) {
                const bool isHere = draw.below(3) > 0, isThere = draw.below(3) > 0,
                           isSame = draw.below(2) == 0;
                if (isHere)
                    reference += name(i) + "=1\n";
                if (isThere)
                    other += "export " + name(i) + (isSame ? "=\"1\"  # x\n" : "='2'\n");
                missing += isHere && !isThere;
                extra += isThere && !isHere;
                drifted += isHere && isThere && !isSame;
            }
            const auto found =
                answer("check-config",
                       {{"files",
                         {json::object{{"name", ".env.example"}, {"text", reference}},
                          json::object{{"name", ".env"}, {"text", other}}}},
                        {"reference", ".env.example"}},
                       "config");
            QCOMPARE(int(found.at("missing").as_array().size()), missing);
            QCOMPARE(int(found.at("extra").as_array().size()), extra);
            QCOMPARE(int(found.at("drifted").as_array().size()), drifted);
        }
    }

    void wordsAreFoundAsBySearching()
    {
        for (std::uint64_t seed = 1; seed <= 100; ++seed) {
            Draw draw(seed);
            const auto word = [&](int most) {
                std::string out;
                for (int i = 1 + draw.below(most); i > 0; --i)
                    out += char('a' + draw.below(2));
                return out;
            };
            json::array events;
            std::vector<std::string> values;
            for (int i = 0; i < 20; ++i) {
                values.push_back(word(8));
                events.push_back(json::object{{"f", values.back()}});
            }
            const std::string a = word(3), b = word(3), c = word(3);
            const json::object detection{{"x", json::object{{"f|contains|all", {a, b}}}},
                                         {"y", json::object{{"f|startswith", c}}},
                                         {"z", json::object{{"f|endswith", {a, c}}}},
                                         {"condition", "x and not y or z"}};
            const auto found =
                answer("detect-threats",
                       {{"rules", {json::object{{"id", "r"}, {"detection", detection}}}},
                        {"events", events}},
                       "alerts");
            std::vector<std::int64_t> hits, expected;
            for (const json::value &alert : found.at("alerts").as_array())
                hits.push_back(alert.at("event").as_int64());
            for (std::size_t i = 0; i < values.size(); ++i) {
                const std::string &v = values[i];
                const bool x = v.find(a) != v.npos && v.find(b) != v.npos;
                if ((x && !v.starts_with(c)) || v.ends_with(a) || v.ends_with(c))
                    expected.push_back(std::int64_t(i));
            }
            QVERIFY(hits == expected);
        }
    }

    void aHostileTextAddsNoTag()
    {
        const auto page = [](const std::string &words) {
            const json::object report{
                {"title", words},
                {"lead", words},
                {"sections",
                 {json::object{{"title", words}, {"kind", "text"}, {"text", words}},
                  json::object{{"title", words}, {"kind", "table"}, {"source", "rows"}},
                  json::object{{"title", words}, {"kind", "figures"}, {"source", "figures"}},
                  json::object{
                      {"title", words}, {"kind", "picture"}, {"source", "svg"}, {"alt", words}}}}};
            const auto result = runCapability(
                "build-report",
                {{"rows", json::serialize(json::array{json::object{{words, words}, {"b", 1}}})},
                 {"figures", json::serialize(json::object{{words, words}})},
                 {"svg", "<svg>" + words + "</svg>"}},
                {{"report", report}});
            return std::pair(output(result, "html"), output(result, "markdown"));
        };
        const auto plain = tagsOf(page("plain").first);
        QVERIFY(plain.size() > 40);
        for (const char *words : {"<script>alert(1)</script>", "\"><img src=x onerror=alert(1)>",
                                  "</title><b>", "<!-- ", "]]><svg onload=x>", "&lt;b&gt;", "<<b>",
                                  "a\n# <h1>\n- x", "' onmouseover='x"}) {
            const auto [html, markdown] = page(words);
            QVERIFY2(tagsOf(html) == plain, words);
            QVERIFY(html.find("onerror=alert(1)>") == html.npos);
            QVERIFY2(markdown.find('<') == markdown.npos, words);
        }
    }

    void everyMessageHasOnePlace()
    {
        for (std::uint64_t seed = 1; seed <= 200; ++seed) {
            Draw draw(seed);
            json::array messages;
            const int count = 1 + draw.below(9);
            for (int i = 0; i < count; ++i) {
                json::array references;
                for (int r = draw.below(4); r > 0; --r)
                    references.emplace_back(name(draw.below(12)));
                const char *const subjects[] = {"", "Plan", "Re: Plan", "AW: Re: plan", "Note"};
                messages.push_back(message(name(draw.below(10)), std::move(references),
                                           subjects[draw.below(5)], draw.below(5)));
            }
            const auto triage = answer("triage-messages", {{"messages", messages}}, "triage");
            std::multiset<std::int64_t> seen;
            for (const json::value &thread : triage.at("threads").as_array()) {
                std::int64_t last = -1, present = 0;
                for (const json::value &entry : thread.at("entries").as_array()) {
                    const std::int64_t depth = entry.at("depth").as_int64();
                    QVERIFY(depth <= last + 1 && (depth > 0) == (last >= 0));
                    last = depth;
                    if (!entry.as_object().contains("missing")) {
                        seen.insert(entry.at("index").as_int64());
                        ++present;
                    }
                }
                QVERIFY(present > 0);
            }
            QCOMPARE(int(seen.size()), count);
            QCOMPARE(int(std::set<std::int64_t>(seen.begin(), seen.end()).size()), count);
        }
    }
};

QTEST_GUILESS_MAIN(TestOpsTexts)
#include "tst_opstexts.moc"
