// Plans, times and routes: what must hold for any of them, checked on random ones against slow
// searches written here in another way than the engines do it.
#include "runcapability.h"
#include "slowrule.h"

#include "capabilities/reader.h"
#include "capabilities/spans.h"

#include <chrono>
#include <random>
#include <set>

using namespace testing;

namespace {

using capabilities::secondsOf;
using capabilities::secondsText;

constexpr std::int64_t day = 86'400;

json::object answer(std::string_view capability, std::string_view artefact,
                    const json::object &params, std::uint64_t seed = 1)
{
    const auto result = runCapability(capability, {}, params, seed);
    return result.refusal.empty() ? jsonOf(result, artefact).as_object()
                                  : json::object{{"refusal", result.refusal}};
}

// A field of a cron rule and what it means, drawn together.
std::pair<std::string, std::set<int>> anyField(Random &random, int least, int most)
{
    std::set<int> all;
    const int step = int(pick(random, 1, 9)), from = int(pick(random, least, most)),
              to = int(pick(random, from, most));
    switch (pick(random, 0, 3)) {
    case 0:
        for (int value = least; value <= most; ++value)
            all.insert(value);
        return {"*", all};
    case 1:
        for (int value = from; value <= to; value += step)
            all.insert(value);
        return {std::to_string(from) + "-" + std::to_string(to) + "/" + std::to_string(step), all};
    case 2: return {std::to_string(from), {from}};
    default: return {std::to_string(from) + "," + std::to_string(to), {from, to}};
    }
}

}  // namespace

class TstPlanCapabilities : public QObject {
    Q_OBJECT

private slots:
    void recurrencesAreThoseADayAtATime()
    {
        Random random(1);
        int many = 0;
        for (int i = 0; i < 400; ++i) {
            const Rule rule = anyRule(random);
            const std::int64_t start = pick(random, 10'000, 22'000), until = start + 3000;
            json::array expected;
            for (std::int64_t number = start; number < until; ++number)
                if (isOn(rule, number, start) && std::int64_t(expected.size()) < rule.count)
                    expected.emplace_back(secondsText(number * day + 3600));
            const json::object job{
                {"id", "j"}, {"rrule", rule.written()}, {"start", secondsText(start * day + 3600)}};
            const json::object found = answer("schedule-jobs", "schedule",
                                              {{"count", 100},
                                               {"from", secondsText(start * day)},
                                               {"jobs", json::array{job}},
                                               {"until", secondsText(until * day - 1)}});
            json::array times;
            for (const json::value &run : found.at("runs").as_array())
                times.push_back(run.at("at"));
            QVERIFY2(times == expected, rule.written().c_str());
            many += times.size() > 1;
        }
        QVERIFY(many > 200);
    }

    void cronFiresInEveryMinuteItNames()
    {
        namespace chrono = std::chrono;
        Random random(2);
        for (int i = 0; i < 200; ++i) {
            const auto minute = anyField(random, 0, 59), hour = anyField(random, 0, 23),
                       date = anyField(random, 1, 31), month = anyField(random, 1, 12),
                       weekday = anyField(random, 0, 6);
            const std::int64_t from = pick(random, 300'000, 600'000) * 3600 + pick(random, 0, 3599);
            const bool isEither = date.first != "*" && weekday.first != "*";
            json::array expected;
            for (std::int64_t at = (from + 59) / 60 * 60; at < from + 400 * day; at += 60) {
                const chrono::sys_days today{chrono::days(at / day)};
                const chrono::year_month_day parts(today);
                const bool isDate = date.second.contains(int(unsigned(parts.day())));
                const bool isWeekday =
                    weekday.second.contains(int(chrono::weekday(today).c_encoding()));
                if (!month.second.contains(int(unsigned(parts.month())))
                    || !(isEither ? isDate || isWeekday : isDate && isWeekday)) {
                    at = at / day * day + day - 60;
                    continue;
                }
                if (hour.second.contains(int(at % day / 3600))
                    && minute.second.contains(int(at % 3600 / 60)))
                    expected.emplace_back(secondsText(at));
                if (expected.size() == 30)
                    break;
            }
            const std::string rule = minute.first + " " + hour.first + "\t" + date.first + " "
                                     + month.first + " " + weekday.first;
            const json::object found =
                answer("schedule-jobs", "schedule",
                       {{"count", 30},
                        {"from", secondsText(from)},
                        {"jobs", json::array{json::object{{"id", "j"}, {"cron", rule}}}},
                        {"until", secondsText(from + 400 * day - 1)}});
            json::array times;
            for (const json::value &run : found.at("runs").as_array())
                times.push_back(run.at("at"));
            QVERIFY2(times == expected, rule.c_str());
        }
    }

    void deadlinesAreMetIfTheyCanBe()
    {
        Random random(3);
        int missed = 0;
        for (int i = 0; i < 1000; ++i) {
            std::vector<bool> isFree(200, true);
            json::array busy, tasks;
            const auto text = [](std::int64_t minute) { return secondsText(minute * 60); };
            for (int b = 0; b < 4; ++b) {
                const std::int64_t from = pick(random, 0, 80), to = from + pick(random, 0, 9);
                std::fill(isFree.begin() + from, isFree.begin() + to, false);
                busy.push_back(json::object{{"from", text(from)}, {"to", text(to)}});
            }
            std::vector<std::array<std::int64_t, 3>> given;
            for (int t = 0; t < 5; ++t) {
                const std::int64_t length = pick(random, 1, 15), from = pick(random, 0, 50);
                given.push_back({from, length, from + length + pick(random, 0, 40)});
                tasks.push_back(json::object{{"deadline", text(given.back()[2])},
                                             {"from", text(from)},
                                             {"id", t},
                                             {"minutes", length}});
            }
            const json::object found = answer(
                "schedule-jobs", "schedule", {{"busy", busy}, {"from", text(0)}, {"tasks", tasks}});
            for (std::size_t t = 0; t < given.size(); ++t) {
                std::int64_t done = 0;
                for (const json::value &piece : found.at("tasks").at(t).at("pieces").as_array()) {
                    const std::int64_t from = *secondsOf(piece.at("from").as_string()) / 60,
                                       to = *secondsOf(piece.at("to").as_string()) / 60;
                    QVERIFY(from >= given[t][0]);
                    for (std::int64_t at = from; at < to; ++at, ++done) {
                        QVERIFY(isFree[std::size_t(at)]);  // nor twice
                        isFree[std::size_t(at)] = false;
                    }
                }
                QCOMPARE(done, given[t][1]);
            }
            // possible if and only if no stretch holds more work than free time
            std::vector<bool> room(200, true);
            for (const json::value &span : busy)
                for (std::int64_t at = *secondsOf(span.at("from").as_string()) / 60;
                     at < *secondsOf(span.at("to").as_string()) / 60; ++at)
                    room[std::size_t(at)] = false;
            bool isPossible = true;
            for (const auto &a : given)
                for (const auto &b : given) {
                    std::int64_t work = 0;
                    for (const auto &task : given)
                        work += task[0] >= a[0] && task[2] <= b[2] ? task[1] : 0;
                    const std::int64_t free =
                        b[2] <= a[0] ? 0
                                     : std::count(room.begin() + a[0], room.begin() + b[2], true);
                    isPossible = isPossible && work <= free;
                }
            QCOMPARE(found.at("missed").as_int64() == 0, isPossible);
            missed += !isPossible;
        }
        QVERIFY(missed > 100 && missed < 900);
    }

    void aTreeOfSpansFindsWhatALookAtEachFinds()
    {
        Random random(4);
        for (int i = 0; i < 300; ++i) {
            std::vector<capabilities::Span> list;
            for (std::int64_t j = pick(random, 0, 40); j > 0; --j) {
                const std::int64_t from = pick(random, 0, 100);
                list.push_back({from, from + pick(random, 0, 20), std::to_string(j)});
            }
            const capabilities::Spans spans(list);
            const std::int64_t from = pick(random, 0, 100), to = from + pick(random, 1, 20);
            std::multiset<std::string> found, expected;
            spans.meeting(from, to, [&](const auto &span) { found.insert(span.id); });
            for (const auto &span : list)
                if (span.from < to && (span.to > from || (span.to == span.from && span.to >= from)))
                    expected.insert(span.id);
            QVERIFY(found == expected);
        }
    }

    void plansKeepTheirOrderAndTheirLimits()
    {
        Random random(5);
        for (int i = 0; i < 600; ++i) {
            const std::int64_t hands = pick(random, 2, 4), n = pick(random, 1, 25);
            json::array steps;
            std::map<std::string, json::value> given;
            for (std::int64_t s = 0; s < n; ++s) {
                json::array after;
                for (std::int64_t before = 0; before < s; ++before)
                    if (pick(random, 0, 5) == 0)
                        after.emplace_back("s" + std::to_string(before));
                steps.push_back(
                    json::object{{"after", after},
                                 {"id", "s" + std::to_string(s)},
                                 {"length", pick(random, 0, 9)},
                                 {"needs", json::object{{"hands", pick(random, 0, hands)}}}});
                given[steps.back().at("id").as_string().c_str()] = steps.back();
            }
            std::shuffle(steps.begin(), steps.end(), random);
            const json::object plan =
                answer("plan-pipeline", "plan",
                       {{"resources", json::object{{"hands", hands}}}, {"steps", steps}});
            std::map<std::string, json::object> placed;
            std::map<std::int64_t, std::int64_t> changes;
            std::int64_t work = 0;
            for (const json::value &step : plan.at("steps").as_array()) {
                const std::string id = step.at("id").as_string().c_str();
                for (const json::value &before : given[id].at("after").as_array()) {
                    const auto found = placed.find(before.as_string().c_str());
                    QVERIFY(found != placed.end());  // before it in the list as well
                    QVERIFY(found->second.at("end").as_int64() <= step.at("start").as_int64());
                    QVERIFY(found->second.at("latestEnd").as_int64()
                            <= step.at("latestStart").as_int64());
                }
                QVERIFY(step.at("slack").as_int64() >= 0);
                const std::int64_t wanted = given[id].at("needs").at("hands").as_int64();
                changes[step.at("start").as_int64()] += wanted;
                changes[step.at("end").as_int64()] -= wanted;
                work += wanted * given[id].at("length").as_int64();
                placed[id] = step.as_object();
            }
            QCOMPARE(std::int64_t(placed.size()), n);
            std::int64_t used = 0, critical = 0;
            for (const auto &[at, change] : changes)
                QVERIFY((used += change) <= hands);
            for (const json::value &id : plan.at("critical").as_array())
                critical += given[id.as_string().c_str()].at("length").as_int64();
            const std::int64_t length = plan.at("length").as_int64();
            QCOMPARE(critical, length);
            QVERIFY(plan.at("scheduled").as_int64() >= std::max(length, work / hands));
        }
    }

    void waysAreTheShortestAndToursAreWhole()
    {
        Random random(6);
        for (int i = 0; i < 150; ++i) {
            const auto n = std::size_t(pick(random, 2, 9));
            std::vector<std::vector<std::int64_t>> d(n, std::vector<std::int64_t>(n, 1 << 30));
            json::array places, roads;
            for (std::size_t p = 0; p < n; ++p) {
                d[p][p] = 0;
                places.push_back(json::object{{"id", std::to_string(p)},
                                              {"lat", double(pick(random, -500, 500)) / 1e4},
                                              {"lon", double(pick(random, -500, 500)) / 1e4}});
                for (std::size_t r = 0; r < (p == 0 ? 0 : 1 + n / 4); ++r) {
                    const auto to = std::size_t(pick(random, 0, std::int64_t(p) - 1));
                    const std::int64_t metres = pick(random, 1, 20'000);
                    d[p][to] = std::min(d[p][to], metres);
                    d[to][p] = d[p][to];
                    roads.push_back(json::object{{"from", std::to_string(p)},
                                                 {"metres", metres},
                                                 {"to", std::to_string(to)}});
                }
            }
            for (std::size_t via = 0; via < n; ++via)
                for (std::size_t a = 0; a < n; ++a)
                    for (std::size_t b = 0; b < n; ++b)
                        d[a][b] = std::min(d[a][b], d[a][via] + d[via][b]);
            const json::object found =
                answer("plan-route", "itinerary", {{"places", places}, {"roads", roads}});
            const json::array &stops = found.at("stops").as_array();
            std::set<std::string> seen;
            std::int64_t metres = 0;
            for (std::size_t s = 1; s < stops.size(); ++s) {
                const auto from = std::stoul(stops[s - 1].at("id").as_string().c_str()),
                           to = std::stoul(stops[s].at("id").as_string().c_str());
                QCOMPARE(stops[s].at("metres").as_int64(), d[from][to]);
                metres += d[from][to];
                seen.insert(stops[s].at("id").as_string().c_str());
            }
            QVERIFY(seen.size() == n && stops.size() == n + 1);
            QCOMPARE(found.at("metres").as_int64(), metres);
        }
    }

    void retriesWaitWithinTheirBoundsInAnyOrder()
    {
        Random random(7);
        for (int i = 0; i < 300; ++i) {
            json::array failures;
            for (int j = 0; j < 20; ++j)
                failures.push_back(json::object{{"code", 503}, {"id", j}, {"tries", 1 + j % 8}});
            json::object params{
                {"cap", 20}, {"failures", failures}, {"now", "2026-03-01T12:00:00Z"}, {"tries", 9}};
            const json::object first =
                answer("retry-failures", "retries", params, std::uint64_t(i));
            std::shuffle(failures.begin(), failures.end(), random);
            params["failures"] = failures;
            QVERIFY(first == answer("retry-failures", "retries", params, std::uint64_t(i)));
            for (const json::value &retry : first.at("retry").as_array()) {
                const std::int64_t tries = retry.at("try").as_int64() - 1,
                                   wait = retry.at("after").as_int64();
                QVERIFY(wait >= 0 && wait <= std::min<std::int64_t>(20'000, 1000 << (tries - 1)));
            }
        }
    }
};

QTEST_GUILESS_MAIN(TstPlanCapabilities)
#include "tst_plancapabilities.moc"
