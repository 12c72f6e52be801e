// audit-files and relay-message: what they refuse and where they end, and properties: every file of
// two lists is accounted for, parts are the text again, and a letter is made ready once.
#include "opscase.h"

#include "capabilities/base64.h"
#include "capabilities/envelope.h"
#include "capabilities/filelist.h"
#include "crypto/hash.h"
#include "text/unicode.h"

#include <set>

using namespace testing;

namespace {

const std::string bad = "capability.badValue", missing = "capability.missing",
                  many = "capability.tooMany";

std::string audit(const json::value &files, const json::object &params = {})
{
    json::object all = params;
    all["files"] = files;
    return runCapability("audit-files", {}, all).refusal;
}

json::object message(const json::object &other = {})
{
    json::object out{{"from", "a@x.example"}, {"date", "2026-03-01"}, {"text", "t"}};
    for (const auto &member : other)
        out[member.key()] = member.value();
    return out;
}

std::string relay(const json::object &changed, const json::object &params = {})
{
    json::object all{{"recipients", {"b@x.example"}}};
    for (const auto &param : params)
        all[param.key()] = param.value();
    all["message"] = message(changed);
    return runCapability("relay-message", {}, all).refusal;
}

json::array entries(const std::map<std::string, int> &contents)
{
    json::array out;
    for (const auto &[path, content] : contents)
        out.push_back(json::object{{"path", path},
                                   {"sha256", crypto::sha256(std::to_string(content)).hex()}});
    return out;
}

}  // namespace

class TstPreparedLists : public QObject {
    Q_OBJECT

private slots:
    void everyFileIsAccountedFor()
    {
        for (std::uint64_t seed = 1; seed <= 300; ++seed) {
            Draw draw(seed);
            std::map<std::string, int> before, after;
            for (int i = draw.below(8) + 1; i > 0; --i)
                before["f" + name(draw.below(9))] = draw.below(5);
            for (int i = draw.below(8) + 1; i > 0; --i)
                after["f" + name(draw.below(9))] = draw.below(5);
            const auto report = answer("audit-files", {}, "audit",
                                       {{"before", json::serialize(entries(before))},
                                        {"files", json::serialize(entries(after))}});
            std::map<std::string, std::string> came;
            std::set<std::string> gone;
            for (const json::value &row : report.at("findings").as_array()) {
                const std::string what = row.at("what").as_string().c_str(),
                                  path = row.at("path").as_string().c_str();
                if (what == "added" || what == "changed" || what == "renamed")
                    QVERIFY(came.emplace(path, what).second);
                if (what == "removed")
                    QVERIFY(gone.insert(path).second);
                if (what != "renamed")
                    continue;
                const std::string from = row.at("with").as_string().c_str();
                QVERIFY(gone.insert(from).second);
                QCOMPARE(before.at(from), after.at(path));
            }
            for (const auto &[path, content] : after) {
                const auto old = before.find(path);
                const bool isSame = old != before.end() && old->second == content;
                QCOMPARE(came.contains(path), !isSame);
                QCOMPARE(came.contains(path) && came.at(path) == "changed",
                         old != before.end() && !isSame);
            }
            for (const auto &[path, content] : before)
                QCOMPARE(gone.contains(path), !after.contains(path));
        }
    }

    void auditsRefused()
    {
        const std::string digest(64, 'a');
        const auto of = [](const json::object &more) {
            json::object file{{"path", "a"}};
            for (const auto &member : more)
                file[member.key()] = member.value();
            return json::array{file};
        };
        QCOMPARE(audit(of({})), std::string());
        QCOMPARE(audit(json::array{}), missing);
        QCOMPARE(audit(json::array{1}), bad);
        QCOMPARE(audit(of({{"path", ""}})), missing);
        QCOMPARE(audit(of({{"path", std::string(1001, 'a')}})), many);
        QCOMPARE(audit(of({{"sha256", "abc"}})), bad);
        QCOMPARE(audit(of({{"bytes", -1}})), bad);
        QCOMPARE(audit(of({{"mode", "0888"}})), bad);
        QCOMPARE(audit(of({{"modified", "yesterday"}})), bad);
        QCOMPARE(audit(of({{"head", "4"}})), bad);
        QCOMPARE(audit(of({{"links", {1}}})), bad);
        QCOMPARE(audit(of({{"links", json::array(5001, json::value("b"))}})), many);
        QCOMPARE(audit(""), missing);
        QCOMPARE(audit("no digest at all\n"), bad);
        QCOMPARE(audit("/set type=file\n./a size=1\n"), bad);
        QCOMPARE(audit("./a size=x\n"), bad);
        QCOMPARE(audit("./a size=99999999999999999\n"), bad);
        QCOMPARE(audit("./a sha256=12\n"), bad);
        QCOMPARE(audit("./a mode=9\n"), bad);
        QCOMPARE(audit(json::string(digest + "  a\n" + digest + "  a\n")), bad);
        QCOMPARE(audit(of({}), {{"before", json::array{}}}), missing);
        QCOMPARE(audit(of({}), {{"bytesMax", 0}}), bad);
        QCOMPARE(audit(of({}), {{"staleDays", 0}}), bad);
        QCOMPARE(audit(of({}), {{"now", "soon"}}), bad);
        QCOMPARE(audit(of({}), {{"roots", {"b"}}}), bad);
        std::string lines;
        for (std::size_t i = 0; i <= capabilities::filesMax; ++i)
            lines += digest + "  " + std::to_string(i) + "\n";
        QCOMPARE(audit(json::string(lines)), many);
        json::array linked;
        for (int i = 0; i < 21; ++i)
            linked.push_back(json::object{{"path", std::to_string(i)},
                                          {"links", json::array(5000, json::value("b"))}});
        QCOMPARE(audit(linked), many);
    }

    void partsAreTheTextAgain()
    {
        for (std::uint64_t seed = 1; seed <= 200; ++seed) {
            const std::string whole = randomText(seed, seed);
            if (!text::isValidUtf8(whole))
                continue;
            const std::size_t limit = 4 + seed % 40;
            std::string again;
            for (const std::string_view part : capabilities::partsOf(whole, limit)) {
                QVERIFY(part.size() <= limit && text::isValidUtf8(part));
                QVERIFY(!part.empty() || whole.empty());
                again += part;
            }
            QVERIFY(again == whole);
        }
        QCOMPARE(capabilities::partsOf("", 4).size(), std::size_t(1));
        const std::string broken(50, '\xbf');  // no UTF-8, and yet an end
        QVERIFY(capabilities::partsOf(broken, 4).size() >= 12);
    }

    void base64OfTheStandard()  // RFC 4648, section 10
    {
        const std::pair<const char *, const char *> rows[] = {{"", ""},
                                                              {"f", "Zg=="},
                                                              {"fo", "Zm8="},
                                                              {"foo", "Zm9v"},
                                                              {"foob", "Zm9vYg=="},
                                                              {"fooba", "Zm9vYmE="},
                                                              {"foobar", "Zm9vYmFy"}};
        for (const auto &[bytes, digits] : rows) {
            QCOMPARE(capabilities::base64(bytes), std::string(digits));
            QVERIFY(capabilities::fromBase64(digits) == bytes);
        }
        for (const char *digits : {"Zg", "Zg=", "Zh==", "Zm9=", "Zm 9v", "====", "Zg==Zg==", "Z"})
            QVERIFY2(!capabilities::fromBase64(digits), digits);
    }

    void datesOfMail()
    {
        QCOMPARE(capabilities::mailDate(0), std::string("Thu, 01 Jan 1970 00:00:00 +0000"));
        QCOMPARE(capabilities::mailDate(951'782'399),  // the day before a leap day ends
                 std::string("Mon, 28 Feb 2000 23:59:59 +0000"));
    }

    void linesOfAMailAreLinesOfTheStandard()
    {
        capabilities::Letter letter{"a@x.example",
                                    "b@x.example",
                                    std::string(200, 'a') + "\xc3\xbc",
                                    "gr\xc3\xbcn\nrot\r\nblau",
                                    "i",
                                    {}};
        const std::string mail = capabilities::mailOf(letter);
        const auto subject = mail.substr(mail.find("Subject: "));
        for (std::size_t at = 0; !subject.substr(at).starts_with("Date:");) {
            const std::size_t end = subject.find("\r\n", at);
            QVERIFY(end - at <= 76);  // RFC 2047, section 2
            at = end + 2;
        }
        const auto body = mail.substr(mail.find("\r\n\r\n") + 4);
        QVERIFY(capabilities::fromBase64(body.substr(0, body.size() - 2))
                == "gr\xc3\xbcn\r\nrot\r\nblau");  // RFC 2045, section 6.8
        letter.subject = "<img src=x> & more";
        const auto activity = json::parse(capabilities::activityOf(letter));
        QVERIFY(activity.at("object").at("summary").as_string() == "&lt;img src=x&gt; &amp; more");
    }

    void linesOfMtreeAndSums()
    {
        const std::string digest(64, 'a'), other(64, 'b');
        const auto pathsOf = [](const std::string &lines) {
            std::string out;
            const Inputs inputs{{"files", lines}};
            const std::vector<capabilities::Input> views{{"files", inputs[0].second}};
            const json::object none;
            const capabilities::Run run{views, none, 1, {}, {}};
            capabilities::Reader in(run);
            for (const auto &file : capabilities::fileList(in, run, "files"))
                out += file.path + "|";
            return out;
        };
        QCOMPARE(
            pathsOf("./type=dir size=3\n./b type=file size=3 cksum=1\n./c type=dir mode=0755\n"),
            std::string("b|type=dir|"));
        QCOMPARE(pathsOf("\\" + digest + "  a\\rb\\nc\n"), std::string("a\rb\nc|"));
        QCOMPARE(pathsOf(digest + "  ./a\n" + other + " *././b\n"), std::string("a|b|"));
        const auto report = answer("audit-files", {{"before", json::string(digest + "  ./a\n")}},
                                   "audit", {{"files", "[{\"path\":\"./a\",\"bytes\":1}]"}});
        QVERIFY(report.at("findings").as_array().empty());
        QCOMPARE(audit(json::array{json::object{{"path", "a"}}}, {{"roots", {"./a"}}}),
                 std::string());
    }

    void linksArePercentDecoded()
    {
        const json::array files{
            json::object{
                {"path", "d/a%41.html"},
                {"links", {"b%20c.html#x", "%2e%2e/e.html", "f%2Fg", "h%zz", "%", "b%2520c.html"}}},
            json::object{{"path", "d/b c.html"}}, json::object{{"path", "e.html"}},
            json::object{{"path", "d/f/g"}}, json::object{{"path", "d/h%zz"}}};
        const auto report = answer("audit-files", {{"files", files}}, "audit");
        std::string broken;
        for (const json::value &row : report.at("findings").as_array())
            broken += std::string(row.at("with").as_string()) + "|";
        QCOMPARE(broken, std::string("f%2Fg|%|b%2520c.html|"));
    }

    void shortHeadsAreNotJudged()
    {
        const std::tuple<const char *, const char *, std::size_t> rows[] = {
            {"a.mp3", "fffb9064", 0},
            {"a.mp3", "fff350c4", 0},
            {"a.mp3", "ff", 0},
            {"a.mp3", "fffb", 0},
            {"a.mp3", "fffe4100", 1},
            {"a.mp3", "fff15080", 1},
            {"a.mp3", "fffbf0", 1},
            {"a.mp3", "fffb0c", 1},
            {"a.mp3", "ffeb9064", 1},
            {"a.png", "8950", 0},
            {"a.png", "0050", 1},
            {"a.wav", "52494646000000", 0},
            {"a.wav", "5249464600000000574142", 1},
            {"a.mp4", "00000018", 0},
            {"a.mp4", "0000001866", 0},
            {"a.mp4", "0000001867", 1}};
        for (const auto &[path, head, findings] : rows) {
            const auto report = answer(
                "audit-files",
                {{"files", json::array{json::object{{"path", path}, {"head", head}}}}}, "audit");
            QVERIFY2(report.at("findings").as_array().size() == findings, head);
        }
        const json::object whole{{"path", "a.png"}, {"head", "8950"}, {"bytes", 2}};
        const auto report = answer("audit-files", {{"files", json::array{whole}}}, "audit");
        QCOMPARE(report.at("findings").as_array().size(), std::size_t(1));
    }

    void auditsOfLongNamesAreBounded()
    {
        json::array files;
        for (int i = 0; i < 1100; ++i)
            files.push_back(json::object{
                {"path", std::to_string(1000 + i) + std::string(496, '\\')},
                {"mode", "6002"},
                {"links", json::array{std::string(1000, '\\'), std::string(999, '\\')}}});
        const auto result = runCapability("audit-files", {}, {{"files", files}});
        const std::string bytes = output(result, "audit");
        QVERIFY(bytes.size() > (2u << 20)
                && bytes.size() <= capabilities::find("audit-files")->outputBytesMax);
        QCOMPARE(jsonOf(result, "audit").at("findingsTotal").as_int64(), 4400);
    }

    void aLetterIsMadeReadyOnce()
    {
        for (std::uint64_t seed = 1; seed <= 100; ++seed) {
            Draw draw(seed);
            json::array recipients;
            std::set<std::string> people;
            for (int i = draw.below(12) + 1; i > 0; --i) {
                people.insert(name(draw.below(6)) + "@x.example");
                recipients.push_back(json::string(*people.rbegin()));
            }
            json::object params{{"recipients", recipients}, {"message", message()}};
            people.clear();
            for (const json::value &to : recipients)
                people.insert(to.as_string().c_str());
            const auto first = answer("relay-message", params, "outbox");
            QCOMPARE(first.at("counts").at("prepared").as_int64(), std::int64_t(people.size()));
            json::array receipts;
            for (const json::value &row : first.at("envelopes").as_array())
                receipts.push_back(json::object{{"key", row.at("key")}, {"state", "acknowledged"}});
            params["receipts"] = receipts;
            const auto second = answer("relay-message", params, "outbox");
            QVERIFY(!second.at("counts").as_object().contains("prepared"));
            QCOMPARE(second.at("bytes").as_int64(), 0);
        }
    }

    void nothingIsSaidToBeSent()
    {
        const auto outbox = answer(
            "relay-message", {{"recipients", {"b@x.example"}}, {"message", message()}}, "outbox");
        const std::string state = outbox.at("envelopes").at(0).at("state").as_string().c_str();
        QCOMPARE(state, std::string("prepared"));
    }

    void lettersRefused()
    {
        QCOMPARE(relay({}), std::string());
        QCOMPARE(relay({{"from", nullptr}}), missing);
        QCOMPARE(relay({{"from", "nobody"}}), bad);
        QCOMPARE(relay({{"from", std::string(321, 'a')}}), many);
        QCOMPARE(relay({{"from", "\xc3\xbc@x.example"}}), bad);
        QCOMPARE(relay({}, {{"recipients", {"\xc3\xbc@x.example"}}}), bad);
        QCOMPARE(relay({{"text", ""}}), missing);
        QCOMPARE(relay({{"text", "\xff"}}), bad);
        QCOMPARE(relay({{"text", std::string((1u << 20) + 1, 'a')}}), many);
        QCOMPARE(relay({{"date", nullptr}}), missing);
        QCOMPARE(relay({{"date", "soon"}}), bad);
        QCOMPARE(relay({{"subject", "a\nb"}}), bad);
        QCOMPARE(relay({{"subject", std::string(501, 'a')}}), many);
        QCOMPARE(relay({{"priority", "top"}}), bad);
        QCOMPARE(relay({{"actor", "no uri"}}), bad);
        QCOMPARE(relay({}, {{"recipients", nullptr}}), missing);
        QCOMPARE(relay({}, {{"recipients", {1}}}), bad);
        QCOMPARE(relay({}, {{"recipients", {"b"}}}), bad);
        QCOMPARE(relay({}, {{"recipients", json::array(1001, json::value("b@x.example"))}}), many);
        const auto to = [](const char *address, const char *channel) {
            return json::object{
                {"recipients", json::array{json::object{{"to", address}, {"channel", channel}}}}};
        };
        QCOMPARE(relay({}, to("b@x.example", "pigeon")), bad);
        QCOMPARE(relay({}, to("https://x.example/b", "activity")), missing);
        QCOMPARE(relay({{"actor", "https://x.example/a"}}, to("http://x.example/b", "activity")),
                 bad);
        QCOMPARE(relay({{"actor", "https://x.example/a"}}, to("https://x.example/b", "activity")),
                 std::string());
        QCOMPARE(relay({}, {{"receipts", json::array{json::object{{"key", "k"}}}}}), missing);
        QCOMPARE(relay({}, {{"receipts", json::array{json::object{{"key", "k"}, {"state", "?"}}}}}),
                 bad);
        QCOMPARE(
            relay({}, {{"receipts", json::array{json::object{
                                        {"key", "k"}, {"state", "failed"}, {"attempts", 0}}}}}),
            bad);
        QCOMPARE(relay({}, {{"receipts", json::array(20'001, json::value(1))}}), many);
        for (const char *limit : {"partBytes", "baseSeconds", "capSeconds", "attemptsMax"})
            QCOMPARE(relay({}, {{limit, 0}}), bad);
        QCOMPARE(relay({}, {{"domain", "a b"}}), bad);
        QCOMPARE(relay({}, {{"now", "soon"}}), bad);
        QCOMPARE(relay({}, {{"price", 1}}), bad);
        QCOMPARE(relay({}, {{"price", {{"perMessage", "0.0000001"}}}}), bad);
    }

    void outboxesAreBounded()
    {
        json::array people;
        for (int i = 0; i < 1000; ++i)
            people.push_back(json::string("p" + std::to_string(i) + "@x.example"));
        QCOMPARE(
            relay({{"text", std::string(300, 'a')}}, {{"recipients", people}, {"partBytes", 64}}),
            many);
        QCOMPARE(relay({{"text", std::string(500'000, 'a')}}, {{"recipients", people}}), many);
    }

    void promises()
    {
        checkPromises("audit-files", {{"files", "./a size=3\n"}});
        checkPromises("relay-message", {{"message", json::serialize(message())},
                                        {"recipients", "[\"b@x.example\"]"}});
    }
};

QTEST_GUILESS_MAIN(TstPreparedLists)
#include "tst_preparedlists.moc"
