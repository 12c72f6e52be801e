// score-trust: how far each of many can be trusted, 0..100, and why. Standing among the others by
// EigenTrust (Kamvar, Schlosser and Garcia-Molina 2003), which starts from `trusted` and gives
// nobody anything for praising himself; record by Beta reputation (Josang and Ismail 2002): the
// expectation of Beta(good + 1, bad + 1), certainty (good + bad) / (good + bad + 2). All evidence
// halves every params.halfLifeDays (30; 0 forgets nothing) until params.now (else the last moment).
// `ratings` = [{"from", "to", "value": -1..1, "at"?}], `links` = [{"from", "to", "weight"?, "at"?}]
// (both add up to local trust, below zero counts as none), `results` = [{"who", "good", "weight"?,
// "at"?}], `trusted` = [{"id", "weight"?}]. params.networkShare (0.5) of the score is standing,
// none without `trusted`; params.homeShare (0.5) is the paper's a. Scores 0..10000, shares in
// millionths, evidence in thousandths. Thread contract: pure.
#include "capabilities/trust.h"
#include "capabilities/when.h"
#include "text/escape.h"

namespace capabilities {

namespace {

namespace json = boost::json;

constexpr std::size_t entriesMax = 50'000, peopleMax = 5000;

struct Books {
    std::map<std::string, std::uint32_t> numbers;
    std::vector<std::string> ids;
    std::vector<Evidence> records;
    std::vector<double> home;
    std::map<std::pair<std::uint32_t, std::uint32_t>, double> local;
    std::int64_t nowMs = 0, halfLifeMs = 0;

    std::uint32_t number(Reader &in, const json::object &entry, std::string_view name)
    {
        const std::string id = in.word(entry, name);
        const auto [place, isNew] = numbers.try_emplace(id, std::uint32_t(ids.size()));
        if (isNew) {
            ids.push_back(id);
            records.emplace_back();
            home.push_back(0);
        }
        if (ids.size() > peopleMax)
            in.tooMany(name, peopleMax);
        return place->second;
    }
    std::int64_t moment(Reader &in, const json::object &entry) const
    {
        const auto ms = std::llround(momentOf(in, entry, "at", double(nowMs) / 1000) * 1000);
        if (ms > nowMs)
            in.bad("at", "later than now");
        return ms;
    }
    // what is left of one piece of evidence
    double remains(std::int64_t atMs) const
    {
        return double(aged({evidenceUnit, 0, atMs}, nowMs, halfLifeMs).good) / double(evidenceUnit);
    }
};

struct Given {
    const json::array &ratings, &links, &results, &trusted;
};

void setClock(Reader &in, const Run &run, const Given &given, Books &books)
{
    double last = 0;
    for (const json::array *list : {&given.ratings, &given.links, &given.results})
        for (const json::value &entry : *list)
            last = std::max(last, momentOf(in, in.entry(entry, "entries"), "at", 0));
    books.nowMs = std::llround(momentOf(in, run.params, "now", last) * 1000);
    books.halfLifeMs =
        std::llround(in.number(run.params, "halfLifeDays", 0, 100'000, 30) * 86'400'000);
}

void readNetwork(Reader &in, const Given &given, Books &books)
{
    for (const json::value &value : given.trusted) {
        const json::object &entry = in.entry(value, "trusted");
        books.home[books.number(in, entry, "id")] += in.number(entry, "weight", 0, 1e9, 1);
    }
    const auto read = [&](const json::array &list, const char *name, const char *figure,
                          double least, double most, double otherwise) {
        for (const json::value &value : list) {
            const json::object &entry = in.entry(value, name);
            const std::uint32_t from = books.number(in, entry, "from"),
                                to = books.number(in, entry, "to");
            books.local[{from, to}] += in.number(entry, figure, least, most, otherwise)
                                       * books.remains(books.moment(in, entry));
        }
    };
    read(given.ratings, "ratings", "value", -1, 1, std::nan(""));
    read(given.links, "links", "weight", 0, 1e9, 1);
}

void readResults(Reader &in, const Given &given, Books &books)
{
    for (const json::value &value : given.results) {
        const json::object &entry = in.entry(value, "results");
        const std::uint32_t who = books.number(in, entry, "who");
        const json::value *good = entry.if_contains("good");
        if (!good || !good->is_bool())
            in.bad("good", "neither true nor false");
        const double weight = in.number(entry, "weight", 0, 1000, 1);
        const std::int64_t at = books.moment(in, entry);
        if (in.isBad())
            return;
        books.records[who] =
            withOutcome(books.records[who], good->get_bool(),
                        std::uint64_t(weight * double(evidenceUnit)), at, books.halfLifeMs);
    }
}

std::int64_t thousandths(std::uint64_t evidence)
{
    return std::llround(double(evidence) / double(evidenceUnit) * 1000);
}

struct Row {
    std::int64_t score = 0;
    std::string id;
    json::object written;
};

Row rowOf(const Books &books, std::uint32_t i, double share, std::uint32_t standing, double weight)
{
    const Evidence record = aged(books.records[i], books.nowMs, books.halfLifeMs);
    const std::uint32_t reputation = betaScore(record);
    const double pieces = double(record.good + record.bad) / double(evidenceUnit);
    Row row;
    row.id = books.ids[i];
    row.score = std::llround(weight * standing + (1 - weight) * reputation);
    row.written = {{"bad", thousandths(record.bad)},   {"certainty", score(pieces / (pieces + 2))},
                   {"good", thousandths(record.good)}, {"id", text::cleanLine(row.id, 200)},
                   {"reputation", reputation},         {"score", row.score},
                   {"share", toMicro(share)},          {"standing", standing},
                   {"trust", (row.score + 50) / 100}};
    return row;
}

Result written(const Books &books, const std::vector<double> &shares, double weight)
{
    const std::vector<std::uint32_t> standings = trustScores(shares);
    std::vector<Row> rows;
    for (std::uint32_t i = 0; i < books.ids.size(); ++i)
        rows.push_back(rowOf(books, i, shares[i], standings[i], weight));
    std::ranges::sort(rows, [](const Row &a, const Row &b) {
        return a.score != b.score ? a.score > b.score : a.id < b.id;
    });
    json::array list;
    for (Row &row : rows)
        list.emplace_back(std::move(row.written));
    Result result;
    result.figures["people"] = std::int64_t(rows.size());
    result.figures["highest"] = rows.front().score;
    result.outputs.push_back(
        jsonArtefact("trust", json::object{{"networkShare", score(weight)},
                                           {"now", secondsText(books.nowMs / 1000)},
                                           {"people", std::move(list)},
                                           {"scale", micro}}));
    return result;
}

Result run(const Run &run)
{
    Reader in(run);
    Books books;
    const Given given{in.list("ratings", entriesMax, false), in.list("links", entriesMax, false),
                      in.list("results", entriesMax, false), in.list("trusted", peopleMax, false)};
    setClock(in, run, given, books);
    readNetwork(in, given, books);
    readResults(in, given, books);
    double anchor = 0;
    for (const double weight : books.home)
        anchor += weight;
    const bool isAnchored = anchor > 0;
    const double weight = in.number(run.params, "networkShare", 0, 1, 0.5);
    const double homeShare = in.number(run.params, "homeShare", 0.001, 1, 0.5);
    if (!isAnchored && !books.local.empty())
        in.missing("trusted");
    if (books.ids.empty())
        in.missing("results");
    if (run.stop.stop_requested())
        return stopped();
    if (in.isBad())
        return in.failure();
    std::vector<TrustEdge> edges;
    for (const auto &[pair, trust] : books.local)
        edges.push_back({pair.first, pair.second, trust});
    std::vector<double> shares(books.ids.size());
    if (isAnchored)
        shares = eigenTrust(books.home, edges, {homeShare, 1e-12, 1000}).value_or(shares);
    return written(books, shares, isAnchored ? weight : 0);
}

}  // namespace

extern const Capability scoreTrust;
const Capability scoreTrust = {
    .name = "score-trust",
    .version = "1.0.0",
    .source = "EigenTrust (Kamvar et al. 2003); Beta reputation (Josang and Ismail 2002)",
    .outputBytesMax = 4u << 20,
    .run = run,
};

}  // namespace capabilities
