// match-opportunities: which grants, leads or offers fit somebody, the most pressing first. Hard
// rules first: what asks for something the profile does not have is left out and says why. What is
// left is ranked by fit, Okapi BM25 of the profile's words in the offer (Robertson and Zaragoza 2009;
// k1 1.2, b 0.75, idf as in Lucene) beside the best one, and by urgency, which halves with each
// params.halfLife (14) days to the deadline: score = (1 - u) fit + u urgency with params.urgency
// (3000 of 10000). `profile` = {"text", "facts"?: {name: text, number, flag or list of texts}},
// `opportunities` = [{"id", "title"?, "text", "deadline"? (day), "requires"?: [{"fact", "is":
// "equals", "atLeast", "atMost" or "oneOf", "value"}], "stage"? ("found")}], `today` (day, of the dream or params, if
// there are deadlines), params.limit (20), `moves` = [{"id", "to"}]: steps through the stages found,
// shortlisted, applied, won, lost, dropped, of which only those the stage allows are made. Fit, urgency
// and score are 0..10000. Thread contract: pure.
#include "capabilities/reader.h"
#include "text/document.h"
#include "text/escape.h"

#include <set>

namespace capabilities {

namespace {

namespace json = boost::json;

constexpr std::size_t offersMax = 2000, movesMax = 2000, rulesMax = 50, idBytes = 60;
constexpr double saturation = 1.2, lengthShare = 0.75;

struct Stage {
    std::string_view name;
    std::vector<std::string_view> next;
};

const std::vector<Stage> &stages()
{
    static const std::vector<Stage> list = {{"found", {"shortlisted", "dropped"}},
                                            {"shortlisted", {"applied", "dropped"}},
                                            {"applied", {"won", "lost", "dropped"}},
                                            {"won", {}},
                                            {"lost", {}},
                                            {"dropped", {}}};
    return list;
}

const Stage *stageOf(std::string_view name)
{
    const auto found = std::ranges::find(stages(), name, &Stage::name);
    return found == stages().end() ? nullptr : &*found;
}

struct Offer {
    std::string id, title, stage, fault;  // fault: why it is left out
    std::optional<std::int64_t> deadline;
    std::map<std::string, std::size_t> stems;
    std::size_t words = 0;
    double bm25 = 0, fit = 0, urgency = 0;
    std::int64_t score = 0;
};

double numberOf(const json::value &value)
{
    return value.is_number() ? value.to_number<double>() : std::nan("");
}

bool isHeld(const json::value &fact, std::string_view is, const json::value &wanted)
{
    if (is == "atLeast")
        return numberOf(fact) >= numberOf(wanted);
    if (is == "atMost")
        return numberOf(fact) <= numberOf(wanted);
    const auto isOne = [&](const json::value &each) {
        return is == "oneOf" ? std::ranges::count(wanted.get_array(), each) > 0 : each == wanted;
    };
    return fact.is_array() ? std::ranges::any_of(fact.get_array(), isOne) : isOne(fact);
}

// Empty, or the name of the fact that keeps somebody out.
std::string faultOf(Reader &in, const json::object &given, const json::object &facts)
{
    const json::array &rules = arrayOf(given, "requires");
    if (rules.size() > rulesMax)
        in.tooMany("requires", rulesMax);
    std::string fault;
    for (const json::value &entry : rules) {
        const json::object &rule = in.entry(entry, "requires");
        const std::string fact = in.word(rule, "fact", idBytes),
                          is = in.wordOr(rule, "is", "equals");
        const json::value *wanted = rule.if_contains("value");
        if (!wanted)
            in.missing("value");
        else if (is == "oneOf" ? !wanted->is_array()
                               : is != "equals" && (!is.starts_with("at") || !wanted->is_number()))
            in.bad("requires", is);
        else if (is != "equals" && is != "oneOf" && is != "atLeast" && is != "atMost")
            in.bad("is", is);
        if (in.isBad())
            return {};
        const json::value *held = facts.if_contains(fact);
        if (fault.empty() && (!held || !isHeld(*held, is, *wanted)))
            fault = fact;
    }
    return fault;
}

void countWords(const text::Document &document, std::map<std::string, std::size_t> &stems,
                std::size_t &words)
{
    for (const text::Token &token : document.tokens()) {
        if (!token.isWord())
            continue;
        ++words;
        if (!document.stems()[token.stem].isStopWord)
            ++stems[std::string(document.stemText(token.stem))];
    }
}

Offer readOffer(Reader &in, const json::object &given, const json::object &facts,
                const std::stop_token &stop)
{
    Offer offer;
    offer.id = in.word(given, "id", idBytes);
    offer.title = in.wordOr(given, "title", {}, 1000);
    const std::string stage = in.wordOr(given, "stage", "found");
    if (!stageOf(stage))
        in.bad("stage", stage);
    offer.stage = stage;
    const std::string deadline = in.wordOr(given, "deadline", {}, 40);
    offer.deadline = dayOf(deadline);
    if (!deadline.empty() && !offer.deadline)
        in.bad("deadline", deadline);
    offer.fault = faultOf(in, given, facts);
    const std::string body = offer.title + "\n\n" + in.wordOr(given, "text", {}, 1u << 18);
    if (const auto document = text::analyse(body, stop))
        countWords(*document, offer.stems, offer.words);
    return offer;
}

void fit(std::vector<Offer> &offers, const std::map<std::string, std::size_t> &asked)
{
    double words = 0, most = 0;
    for (const Offer &offer : offers)
        words += double(offer.words);
    const double mean = std::max(1.0, words / double(std::max<std::size_t>(offers.size(), 1)));
    for (const auto &word : asked) {
        const std::string &stem = word.first;
        const double holders = double(std::ranges::count_if(
            offers, [&](const Offer &offer) { return offer.stems.contains(stem); }));
        const double idf = std::log(1 + (double(offers.size()) - holders + 0.5) / (holders + 0.5));
        for (Offer &offer : offers) {
            const auto found = offer.stems.find(stem);
            if (found == offer.stems.end())
                continue;
            const double often = double(found->second);
            const double length = 1 - lengthShare + lengthShare * double(offer.words) / mean;
            offer.bm25 += idf * often * (saturation + 1) / (often + saturation * length);
        }
    }
    for (const Offer &offer : offers)
        most = std::max(most, offer.bm25);
    for (Offer &offer : offers)
        offer.fit = most > 0 ? offer.bm25 / most : 0;
}

json::array move(Reader &in, std::vector<Offer> &offers)
{
    json::array out;
    for (const json::value &entry : in.list("moves", movesMax, false)) {
        const json::object &given = in.entry(entry, "moves");
        const std::string id = in.word(given, "id"), to = in.word(given, "to");
        const auto offer = std::ranges::find(offers, id, &Offer::id);
        if (offer == offers.end() || !stageOf(to))
            in.bad("moves", offer == offers.end() ? id : to);
        if (in.isBad())
            return out;
        const bool isAllowed = std::ranges::count(stageOf(offer->stage)->next, to) > 0;
        out.push_back(
            json::object{{"from", offer->stage}, {"id", id}, {"made", isAllowed}, {"to", to}});
        if (isAllowed)
            offer->stage = to;
    }
    return out;
}

struct Wishes {
    std::int64_t today = 0;
    double halfLife = 14, urgency = 0.3;
    std::size_t limit = 20;
};

Wishes readWishes(Reader &in, const json::object &params, const std::vector<Offer> &offers)
{
    Wishes wishes;
    wishes.halfLife = in.number(params, "halfLife", 0.1, 3650, 14);
    wishes.urgency = double(in.integer(params, "urgency", 0, 10'000, 3000)) / 10'000;
    wishes.limit = std::size_t(in.integer(params, "limit", 1, 500, 20));
    if (std::ranges::none_of(offers, [](const Offer &offer) { return bool(offer.deadline); }))
        return wishes;
    const std::string today = in.word(in.told({"today"}), "today", 40);
    const auto day = dayOf(today);
    if (!day)
        in.bad("today", today);
    wishes.today = day.value_or(0);
    return wishes;
}

json::object listed(const Offer &offer, const Wishes &wishes)
{
    json::object out{{"fit", score(offer.fit)},
                     {"id", offer.id},
                     {"score", offer.score},
                     {"stage", offer.stage},
                     {"title", text::cleanLine(offer.title, 120)},
                     {"urgency", score(offer.urgency)}};
    if (offer.deadline) {
        out["days"] = *offer.deadline - wishes.today;
        out["deadline"] = dayText(*offer.deadline);
    }
    return out;
}

Result written(std::vector<Offer> offers, const std::map<std::string, std::size_t> &asked,
               json::array moves, const Wishes &wishes)
{
    json::array excluded, shortlist;
    for (Offer &offer : offers) {
        if (offer.fault.empty() && offer.deadline && *offer.deadline < wishes.today)
            offer.fault = "deadline";
        if (offer.fault.empty() && stageOf(offer.stage)->next.empty())
            offer.fault = "stage";
        if (!offer.fault.empty())
            excluded.push_back(json::object{{"because", offer.fault}, {"id", offer.id}});
    }
    std::erase_if(offers, [](const Offer &offer) { return !offer.fault.empty(); });
    fit(offers, asked);
    for (Offer &offer : offers) {
        if (offer.deadline)
            offer.urgency = std::exp2(-double(*offer.deadline - wishes.today) / wishes.halfLife);
        offer.score = score((1 - wishes.urgency) * offer.fit + wishes.urgency * offer.urgency);
    }
    std::ranges::sort(offers, [](const Offer &a, const Offer &b) {
        return a.score != b.score ? a.score > b.score : a.id < b.id;
    });
    for (std::size_t i = 0; i < std::min(offers.size(), wishes.limit); ++i)
        shortlist.push_back(listed(offers[i], wishes));
    Result result;
    result.figures["fitting"] = std::int64_t(offers.size());
    result.figures["excluded"] = std::int64_t(excluded.size());
    result.outputs.push_back(
        jsonArtefact("matches", json::object{{"excluded", std::move(excluded)},
                                             {"fitting", offers.size()},
                                             {"moves", std::move(moves)},
                                             {"shortlist", std::move(shortlist)}}));
    return result;
}

Result run(const Run &run)
{
    Reader in(run);
    const json::object &profile = in.object("profile");
    const auto document = text::analyse(in.wordOr(profile, "text", {}, 1u << 14), run.stop);
    std::vector<Offer> offers;
    std::set<std::string> ids;
    for (const json::value &entry : in.list("opportunities", offersMax)) {
        if (in.isBad() || run.stop.stop_requested())
            break;
        offers.push_back(
            readOffer(in, in.entry(entry, "opportunities"), objectOf(profile, "facts"), run.stop));
        if (!ids.insert(offers.back().id).second)
            in.bad("opportunities", offers.back().id);
    }
    json::array moves = move(in, offers);
    const Wishes wishes = readWishes(in, run.params, offers);
    if (run.stop.stop_requested() || !document)
        return stopped();
    if (in.isBad())
        return in.failure();
    std::map<std::string, std::size_t> asked;
    std::size_t words = 0;
    countWords(*document, asked, words);
    return written(std::move(offers), asked, std::move(moves), wishes);
}

}  // namespace

extern const Capability matchOpportunities;
const Capability matchOpportunities = {
    .name = "match-opportunities",
    .version = "1.0.0",
    .source = "BM25 (Robertson and Zaragoza 2009); exponential urgency; a finite state machine",
    .inputBytesMax = 4u << 20,
    .run = run,
};

}  // namespace capabilities
