// Properties of the capabilities that guard: audit-trail and verify-integrity find every flipped bit,
// score-trust cannot be talked into anything, in check-permissions a deny wins, check-health grows
// suspicious with silence, and in assess-risk more harm is never less risk.
#include "opscase.h"

#include "crypto/integrity.h"

using namespace testing;

namespace {

std::string flipped(std::string bytes, std::size_t at, int bit)
{
    bytes[at] = char(bytes[at] ^ (1 << bit));
    return bytes;
}

}  // namespace

class TestOpsCapabilities : public QObject {
    Q_OBJECT

private slots:
    void everyFlippedBitOfALogIsNamed()
    {
        json::array events;
        for (int i = 0; i < 5; ++i)
            events.push_back(
                json::object{{"at", 1000 + i}, {"actor", name(i)}, {"action", "a\u00fc\"\n"}});
        const auto made = runCapability("audit-trail", {}, {{"events", events}});
        const std::string log = output(made, "log");
        std::int64_t line = 1;
        for (std::size_t at = 0; at < log.size(); ++at) {
            for (int bit = 0; bit < 8; ++bit) {
                const auto review =
                    answer("audit-trail", {}, "review", {{"log", flipped(log, at, bit)}});
                QVERIFY(!review.at("intact").as_bool());
                QCOMPARE(review.at("faults").at(0).at("line").as_int64(), line);
            }
            line += log[at] == '\n';
        }
    }

    void everyFlippedBitOfAFileIsFound()
    {
        const crypto::KeyPair key{crypto::SecretKey()};
        const std::vector<std::string> contents{"first", "", "third file"};
        json::array files, items;
        for (std::size_t i = 0; i < contents.size(); ++i) {
            files.push_back(json::object{{"name", name(int(i))},
                                         {"sha256", crypto::sha256(contents[i]).hex()},
                                         {"key", key.publicKey().hex()},
                                         {"signature", key.sign(contents[i]).hex()}});
            items.push_back(json::object{{"name", name(int(i))}, {"text", contents[i]}});
        }
        json::object manifest{{"files", files}};
        manifest["root"] =
            answer("verify-integrity", {{"manifest", manifest}, {"items", items}}, "integrity")
                .at("root");
        const auto proven = crypto::signDocument(manifest, key, "2026-03-01T12:00:00Z");
        QVERIFY(proven.has_value());
        json::object params{
            {"manifest", *proven}, {"items", items}, {"keys", {key.publicKey().hex()}}};
        const auto whole = answer("verify-integrity", params, "integrity");
        QVERIFY(whole.at("intact").as_bool());
        QCOMPARE(std::string(whole.at("proof").as_string()), std::string("good"));
        for (std::size_t i = 0; i < contents.size(); ++i)
            for (std::size_t at = 0; at < contents[i].size(); ++at) {
                json::object bent = params;
                bent["items"].as_array()[i].as_object()["text"] = flipped(contents[i], at, 0);
                const auto found = answer("verify-integrity", bent, "integrity");
                QCOMPARE(found.at("changed").as_int64(), 1);
                QVERIFY(found.at("files").at(i).at("state").as_string() == "changed");
                QVERIFY(found.at("files").at(i).at("signature").as_string() == "bad");
                QVERIFY(found.at("rootState").as_string() == "other");
            }
        json::object other = params;
        other["manifest"].as_object()["root"] = std::string(64, '0');
        QVERIFY(answer("verify-integrity", other, "integrity").at("proof").as_string() == "bad");
        params["keys"] = json::array{std::string(64, 'a')};
        QVERIFY(answer("verify-integrity", params, "integrity").at("proof").as_string()
                == "stranger");
    }

    void trustMustBeEarned()
    {
        const auto scores = [](const json::object &params) {
            std::map<std::string, std::pair<std::int64_t, std::int64_t>> out;
            const auto trust = answer("score-trust", params, "trust");
            for (const json::value &row : trust.at("people").as_array())
                out[row.at("id").as_string().c_str()] = {row.at("score").as_int64(),
                                                         row.at("share").as_int64()};
            return out;
        };
        for (std::uint64_t seed = 1; seed <= 60; ++seed) {
            Draw draw(seed);
            json::array links, results;
            for (int i = 0; i < 12; ++i)
                links.push_back(json::object{{"from", name(draw.below(5))},
                                             {"to", name(draw.below(5))},
                                             {"weight", 1 + draw.below(9)}});
            for (int i = 0; i < 8; ++i)
                results.push_back(json::object{{"who", name(draw.below(8))},
                                               {"good", draw.below(2) == 0},
                                               {"at", draw.below(1'000'000)}});
            json::object params{{"links", links},
                                {"results", results},
                                {"now", 1'000'000},
                                {"trusted", {json::object{{"id", "a"}}}}};
            const auto before = scores(params);
            for (int i = 0; i < 20; ++i)  // f, g and h praise each other and the trusted
                params["links"].as_array().push_back(
                    json::object{{"from", name(5 + draw.below(3))},
                                 {"to", name(draw.below(8) < 2 ? 0 : 5 + draw.below(3))},
                                 {"weight", 1'000'000}});
            const auto after = scores(params);
            for (const auto &[who, score] : before)
                QVERIFY(after.at(who) == score);
            const std::string lucky = name(draw.below(8));
            params["results"].as_array().push_back(
                json::object{{"who", lucky}, {"good", true}, {"at", draw.below(1'000'000)}});
            const auto better = scores(params);
            if (const auto was = after.find(lucky); was != after.end())
                QVERIFY(better.at(lucky).first >= was->second.first);
        }
    }

    void denyAlwaysWins()
    {
        for (std::uint64_t seed = 1; seed <= 100; ++seed) {
            Draw draw(seed);
            json::array roles, grants, rules, requests;
            for (int i = 0; i < 6; ++i) {
                json::array inherits;
                for (int j = 0; j < i; ++j)
                    if (draw.below(3) == 0)
                        inherits.emplace_back(name(j));
                roles.push_back(json::object{{"name", name(i)}, {"inherits", std::move(inherits)}});
                grants.push_back(json::object{{"actor", "u" + name(draw.below(3))},
                                              {"role", name(draw.below(i + 1))}});
            }
            const auto rule = [&](const char *effect) {
                return json::object{{"effect", effect},
                                    {"who", name(draw.below(6))},
                                    {"action", draw.below(2) ? "x.*" : "x." + name(draw.below(3))}};
            };
            for (int i = 0; i < 8; ++i)
                rules.push_back(rule(draw.below(4) ? "allow" : "deny"));
            for (int u = 0; u < 3; ++u)
                for (int a = 0; a < 3; ++a)
                    requests.push_back(
                        json::object{{"actor", "u" + name(u)}, {"action", "x." + name(a)}});
            json::object policy{{"roles", roles}, {"grants", grants}, {"rules", rules}};
            const auto decided = [&] {
                return answer("check-permissions", {{"policy", policy}, {"requests", requests}},
                              "permissions")
                    .at("decisions")
                    .as_array();
            };
            const auto isAllowed = [](const json::value &one) {
                return one.at("decision").as_string() == "allow";
            };
            const json::array before = decided();
            policy["rules"].as_array().push_back(rule("allow"));
            const json::array more = decided();
            policy["rules"].as_array().push_back(rule("deny"));
            const json::array less = decided();
            policy["rules"].as_array().push_back(
                json::object{{"effect", "deny"}, {"who", "*"}, {"action", "*"}});
            const json::array nothing = decided();
            for (std::size_t i = 0; i < before.size(); ++i) {
                QVERIFY(!isAllowed(before[i]) || isAllowed(more[i]));
                QVERIFY(!isAllowed(less[i]) || isAllowed(more[i]));
                QVERIFY(!isAllowed(nothing[i]));
            }
        }
    }

    void suspicionGrowsWithSilence()
    {
        Draw draw(3);
        json::array beats;
        for (int i = 0, at = 0; i < 30; ++i, at += 8 + draw.below(5))
            beats.push_back(json::object{{"node", "n"}, {"at", at}});
        const std::int64_t last = beats.back().at("at").as_int64();
        std::int64_t before = -1;
        for (int late = 0; late < 60; ++late) {
            const std::int64_t phi =
                answer("check-health", {{"heartbeats", beats}, {"now", last + late}}, "health")
                    .at("board")
                    .at(0)
                    .at("phi")
                    .as_int64();
            QVERIFY(phi >= before);
            before = phi;
        }
    }

    void moreHarmIsNeverLessRisk()
    {
        const std::string metrics[8][3] = {{"P", "L", "N"}, {"H", "L", "L"}, {"H", "L", "N"},
                                           {"R", "N", "N"}, {"U", "C", "C"}, {"N", "L", "H"},
                                           {"N", "L", "H"}, {"N", "L", "H"}};
        const char *const names[] = {"AV", "AC", "PR", "UI", "S", "C", "I", "A"};
        const auto scoreOf = [&](const std::array<int, 8> &steps) {
            std::string vector = "CVSS:3.1";
            for (std::size_t i = 0; i < 8; ++i)
                vector += std::string("/") + names[i] + ":" + metrics[i][steps[i]];
            return answer("assess-risk",
                          {{"findings", {json::object{{"name", "x"}, {"vector", vector}}}}}, "risk")
                .at("findings")
                .at(0)
                .at("cvss")
                .as_int64();
        };
        Draw draw(9);
        for (int round = 0; round < 300; ++round) {
            std::array<int, 8> steps{};
            for (int &step : steps)
                step = draw.below(3);
            auto worse = steps;
            auto &raised = worse[std::size_t(draw.below(8))];
            if (&raised == &worse[4])
                continue;  // a changed scope may weigh a bare impact a little less
            raised = std::min(raised + 1, 2);
            QVERIFY(scoreOf(worse) >= scoreOf(steps));
            QVERIFY(scoreOf(worse) <= 100 && scoreOf(steps) >= 0);
        }
        json::array findings;
        std::int64_t before = 0;
        for (int i = 0; i < 40; ++i) {
            findings.push_back(json::object{
                {"name", "f"}, {"likelihood", 1 + draw.below(5)}, {"impact", 1 + draw.below(5)}});
            const std::int64_t risk =
                answer("assess-risk", {{"findings", findings}}, "risk").at("score").as_int64();
            QVERIFY(risk >= before && risk <= 10000);
            before = risk;
        }
    }
};

QTEST_GUILESS_MAIN(TestOpsCapabilities)
#include "tst_opscapabilities.moc"
