// route-task: texts of different kinds go to different agents, for reasons that can be checked.
#include "runcapability.h"

#include <QFile>

using namespace testing;

namespace {

json::object roster()
{
    return json::parse(R"({"agents":[
        {"id":"planner","summary":"Breaks a goal into steps, dependencies and dates.","capabilities":["plan-pipeline","schedule-jobs"]},
        {"id":"ledger","summary":"Balances budgets, bills and money.","capabilities":["reconcile-ledger","profile-table"]},
        {"id":"root","summary":"Digs out the central idea and the data structure.","capabilities":["map-concepts","infer-schema"]},
        {"id":"echo","summary":"Shows which earlier dreams and recurring motifs a dream answers to.","capabilities":["score-resonance","match-patterns"]},
        {"id":"garden","summary":"Knows soil, seeds, compost and vegetables.","capabilities":["draft-document"]}]})")
        .as_object();
}

json::value routeOf(const std::string &words, const char *tags, const char *facts = "{}",
                    const json::object &params = roster(), const char *clarity = "{}")
{
    return jsonOf(
        runCapability("route-task",
                      {{"text", words}, {"clarity", clarity}, {"tags", tags}, {"facts", facts}},
                      params),
        "route");
}

std::string best(const json::value &route)
{
    return route.at("next").as_array().empty()
               ? std::string()
               : route.at("next").at(0).at("agent").as_string().c_str();
}

}  // namespace

class TstRouteTask : public QObject {
    Q_OBJECT

private slots:
    void formsGoTheirWays()
    {
        QCOMPARE(best(routeOf("Rent 900, food 300.", R"({"form":"budget","formConfidence":9000})",
                              R"({"amounts":[{},{}]})")),
                 std::string("ledger"));
        QCOMPARE(best(routeOf("I fell through water.",
                              R"({"form":"nightDream","formConfidence":9000})")),
                 std::string("echo"));
        QCOMPARE(best(routeOf("First this, then that.", R"({"form":"plan","formConfidence":9000})",
                              R"({"todos":[{},{},{}]})")),
                 std::string("planner"));
        QCOMPARE(best(routeOf("Flour, eggs.", R"({"form":"recipe","formConfidence":9000})")),
                 std::string("root"));
    }

    void wordsDecideToo()
    {
        const auto route =
            routeOf("The compost is ready. Vegetables need soil: seeds, soil, compost.",
                    R"({"form":"other","formConfidence":3000})");
        QCOMPARE(best(route), std::string("garden"));
        const std::string reason = route.at("next").at(0).at("reason").as_string().c_str();
        QVERIFY2(reason.find("soil") != std::string::npos
                     || reason.find("compost") != std::string::npos,
                 reason.c_str());
    }

    void reasonsAreCounted()
    {
        const auto route = routeOf("Do it.", R"({"form":"plan","formConfidence":9000})",
                                   R"({"todos":[{},{},{}]})");
        const std::string reason = route.at("next").at(0).at("reason").as_string().c_str();
        QVERIFY2(reason.find("it is a plan") != std::string::npos
                     && reason.find("holds 3 to-dos") != std::string::npos,
                 reason.c_str());
        QVERIFY(!route.at("runnersUp").as_array().empty()
                || route.at("next").as_array().size() <= 3);
    }

    void stateOfAgentsCounts()
    {
        json::object busy = roster();
        busy["agents"].at(1).as_object()["available"] = false;
        const char *tags = R"({"form":"budget","formConfidence":9000})";
        QVERIFY(best(routeOf("Rent 900.", tags, "{}", busy)) != "ledger");
        json::object slow = roster();
        slow["agents"].at(1).as_object()["queue"] = 900;
        QVERIFY(best(routeOf("Rent 900.", tags, "{}", slow)) != "ledger");
        json::object asker = roster();
        asker["exclude"] = "ledger";
        QVERIFY(best(routeOf("Rent 900.", tags, "{}", asker)) != "ledger");
    }

    void nonsenseGoesNowhere()
    {
        const auto route = routeOf("asdf qwer zxcv", R"({"form":"nonsense"})", "{}", roster(),
                                   R"({"nonsense":true})");
        QVERIFY(route.at("next").as_array().empty());
        QCOMPARE(runCapability("route-task", {{"text", "x"}}).refusal,
                 std::string("routetask.noAgents"));
        QCOMPARE(runCapability("route-task", {}, roster()).refusal,
                 std::string("routetask.noInput"));
    }

    void rosterMayChange()
    {
        const char *tags = R"({"form":"budget","formConfidence":9000})";
        const auto before = json::serialize(routeOf("Rent 900.", tags));
        json::object other = roster();
        other["agents"].at(1).as_object()["capabilities"] = json::array{"render-card"};
        QVERIFY(json::serialize(routeOf("Rent 900.", tags, "{}", other)) != before);
        QCOMPARE(json::serialize(routeOf("Rent 900.", tags)), before);
    }

    void promises()
    {
        checkPromises(
            "route-task",
            {{"tags", R"({"form":"plan"})"}, {"clarity", "[]"}, {"facts", "{\"todos\":7}"}},
            roster());
    }
};

QTEST_APPLESS_MAIN(TstRouteTask)
#include "tst_routetask.moc"
