// plan-route: in which order to see some places, when one is where, what it costs and how much time
// is to spare. Ways by A* (Hart, Nilsson, Raphael 1968) over `roads` if they are given, its guess the
// great circle times the least ratio of a road to its own, so that it never guesses too far; else
// the great circle itself by the haversine formula (Sinnott 1984, radius 6371008.8 m). The tour by
// nearest neighbour, then 2-opt (Croes 1958) on lateness first and metres second. `places` = [{"id",
// "lat", "lon" (degrees), "stay"? (minutes), "opens"?, "closes"? (minutes after the start), "via"?:
// true (a crossing, not visited)}], the first is the start; `roads` = [{"from", "to", "metres"?,
// "minutes"?, "oneWay"?: true}]. params.speed (50 km/h), params.costPerKm (0, smallest unit of
// money), params.back (true: one returns), params.latest (minutes, when it must be over). Slack is
// how long the start could wait before some window closes; minutes are whole, each way rounded up.
// Thread contract: pure.
#include "capabilities/reader.h"

#include <numbers>
#include <queue>

namespace capabilities {

namespace {

namespace json = boost::json;

constexpr std::size_t placesMax = 200, stopsMax = 100, roadsMax = 5000, idBytes = 40;
constexpr double earthRadius = 6371008.8;
constexpr std::int64_t never = 10'000'000;  // minutes
constexpr int roundsMax = 60;

struct Place {
    std::string id;
    double lat = 0, lon = 0;  // radians
    std::int64_t stay = 0, opens = 0, closes = never;
    bool isVia = false;
};

struct Road {
    std::size_t to = 0;
    std::int64_t metres = 0, minutes = 0;
};

struct Way {
    std::int64_t metres = -1, minutes = 0;
    std::vector<std::size_t> via;
};

struct Trip {
    std::vector<Place> places;
    std::vector<std::vector<Road>> roads;
    std::vector<std::size_t> stops;      // numbers of places to visit, the start first
    std::vector<std::vector<Way>> ways;  // between stops
    double metresPerMinute = 50'000.0 / 60, ratio = 1;
    std::int64_t latest = never;
    bool isBack = true;
};

double haversine(const Place &a, const Place &b)
{
    const double lat = std::sin((b.lat - a.lat) / 2), lon = std::sin((b.lon - a.lon) / 2);
    const double h = lat * lat + std::cos(a.lat) * std::cos(b.lat) * lon * lon;
    return 2 * earthRadius * std::asin(std::sqrt(std::min(1.0, h)));
}

std::int64_t minutesOf(const Trip &trip, std::int64_t metres)
{
    return std::int64_t(std::ceil(double(metres) / trip.metresPerMinute - 1e-9));
}

bool flag(const json::object &object, std::string_view name, bool otherwise)
{
    const json::value *value = object.if_contains(name);
    return value && value->is_bool() ? value->get_bool() : otherwise;
}

void readPlaces(Reader &in, Trip &trip, std::map<std::string, std::size_t> &numbers)
{
    constexpr double degree = std::numbers::pi / 180;
    for (const json::value &entry : in.list("places", placesMax)) {
        const json::object &given = in.entry(entry, "places");
        Place place;
        place.id = in.word(given, "id", idBytes);
        place.lat = in.number(given, "lat", -90, 90) * degree;
        place.lon = in.number(given, "lon", -180, 180) * degree;
        place.stay = in.integer(given, "stay", 0, 100'000, 0);
        place.opens = in.integer(given, "opens", 0, never, 0);
        place.closes = in.integer(given, "closes", place.opens, never, never);
        place.isVia = flag(given, "via", false) && !trip.places.empty();
        if (!numbers.emplace(place.id, trip.places.size()).second)
            in.bad("places", place.id);
        if (in.isBad())
            return;
        if (!place.isVia)
            trip.stops.push_back(trip.places.size());
        trip.places.push_back(std::move(place));
    }
    if (trip.stops.size() > stopsMax)
        in.tooMany("places", stopsMax);
}

void readRoads(Reader &in, Trip &trip, const std::map<std::string, std::size_t> &numbers)
{
    for (const json::value &entry : in.list("roads", roadsMax, false)) {
        const json::object &given = in.entry(entry, "roads");
        const std::string from = in.word(given, "from"), to = in.word(given, "to");
        const auto a = numbers.find(from), b = numbers.find(to);
        if (a == numbers.end() || b == numbers.end())
            in.bad("roads", a == numbers.end() ? from : to);
        if (in.isBad())
            return;
        const double crow = haversine(trip.places[a->second], trip.places[b->second]);
        const std::int64_t metres =
            in.integer(given, "metres", 0, 40'000'000, std::int64_t(std::ceil(crow)));
        const std::int64_t minutes =
            in.integer(given, "minutes", 0, 100'000, minutesOf(trip, metres));
        trip.roads.resize(trip.places.size());
        trip.roads[a->second].push_back({b->second, metres, minutes});
        if (!flag(given, "oneWay", false))
            trip.roads[b->second].push_back({a->second, metres, minutes});
        if (crow > 0)
            trip.ratio = std::min(trip.ratio, double(metres) / crow);
    }
}

// The way with the fewest metres; of equal ones the one found first.
Way aStar(const Trip &trip, std::size_t from, std::size_t to)
{
    using Key = std::pair<double, std::size_t>;
    std::priority_queue<Key, std::vector<Key>, std::greater<>> open;
    std::vector<std::int64_t> metres(trip.places.size(), -1), minutes(trip.places.size());
    std::vector<std::size_t> before(trip.places.size(), from);
    std::vector<bool> isClosed(trip.places.size());
    const auto guess = [&](std::size_t at) {
        // a hair less, for what rounding in the sine does
        return trip.ratio * (1 - 1e-9) * haversine(trip.places[at], trip.places[to]);
    };
    metres[from] = 0;
    open.emplace(guess(from), from);
    while (!open.empty() && !isClosed[to]) {
        const std::size_t at = open.top().second;
        open.pop();
        if (isClosed[at])
            continue;
        isClosed[at] = true;
        for (const Road &road : trip.roads[at]) {
            const std::int64_t total = metres[at] + road.metres;
            if (metres[road.to] >= 0 && metres[road.to] <= total)
                continue;
            metres[road.to] = total;
            minutes[road.to] = minutes[at] + road.minutes;
            before[road.to] = at;
            isClosed[road.to] = false;
            open.emplace(double(total) + guess(road.to), road.to);
        }
    }
    Way way;
    if (!isClosed[to])
        return way;
    way.metres = metres[to];
    way.minutes = minutes[to];
    for (std::size_t at = to; at != from; at = before[at])
        if (before[at] != from)
            way.via.insert(way.via.begin(), before[at]);
    return way;
}

// Empty, or the place no way leads to.
std::string findWays(Trip &trip, const std::stop_token &stop)
{
    for (const std::size_t from : trip.stops) {
        std::vector<Way> &row = trip.ways.emplace_back();
        for (const std::size_t to : trip.stops) {
            if (stop.stop_requested())
                return {};
            if (trip.roads.empty()) {
                const std::int64_t metres =
                    std::llround(haversine(trip.places[from], trip.places[to]));
                row.push_back({metres, minutesOf(trip, metres), {}});
            } else {
                row.push_back(aStar(trip, from, to));
            }
            if (row.back().metres < 0)
                return trip.places[to].id;
        }
    }
    return {};
}

struct Cost {
    std::int64_t late = 0, metres = 0;
    auto operator<=>(const Cost &) const = default;
};

// Calls see(stop, arrival, begin, leave) along a tour that starts after `wait` minutes.
template<typename See>
Cost walk(const Trip &trip, const std::vector<std::size_t> &tour, See see)
{
    Cost cost;
    std::int64_t clock = 0;
    for (std::size_t i = 0; i < tour.size() + trip.isBack; ++i) {
        const std::size_t stop = i < tour.size() ? tour[i] : tour[0];
        const bool isReturn = i == tour.size();
        if (i > 0) {
            const Way &way = trip.ways[tour[i - 1]][stop];
            clock += way.minutes;
            cost.metres += way.metres;
        }
        const Place &place = trip.places[trip.stops[stop]];
        const std::int64_t arrival = clock;
        const std::int64_t begin = isReturn ? arrival : std::max(arrival, place.opens);
        const std::int64_t closes = isReturn ? trip.latest : place.closes;
        clock = begin + (isReturn ? 0 : place.stay);
        cost.late += std::max<std::int64_t>(0, begin - closes);
        see(stop, arrival, begin, clock);
    }
    if (!trip.isBack)
        cost.late += std::max<std::int64_t>(0, clock - trip.latest);
    return cost;
}

Cost costOf(const Trip &trip, const std::vector<std::size_t> &tour)
{
    return walk(trip, tour, [](auto...) {});
}

std::vector<std::size_t> nearestNeighbour(const Trip &trip)
{
    std::vector<std::size_t> tour{0};
    std::vector<bool> isSeen(trip.stops.size());
    isSeen[0] = true;
    while (tour.size() < trip.stops.size()) {
        std::size_t nearest = 0;
        for (std::size_t next = 1; next < isSeen.size(); ++next)
            if (!isSeen[next]
                && (nearest == 0
                    || trip.ways[tour.back()][next].metres
                           < trip.ways[tour.back()][nearest].metres))
                nearest = next;
        isSeen[nearest] = true;
        tour.push_back(nearest);
    }
    return tour;
}

// Each turn of a stretch that makes the tour better is kept, until none does.
Cost twoOpt(const Trip &trip, std::vector<std::size_t> &tour, const std::stop_token &stop)
{
    Cost best = costOf(trip, tour);
    bool isBetter = true;
    for (int round = 0; isBetter && round < roundsMax; ++round) {
        isBetter = false;
        for (std::size_t i = 1; i + 1 < tour.size() && !stop.stop_requested(); ++i)
            for (std::size_t j = i + 1; j < tour.size(); ++j) {
                const auto from = tour.begin() + std::ptrdiff_t(i),
                           to = tour.begin() + std::ptrdiff_t(j) + 1;
                std::reverse(from, to);
                const Cost cost = costOf(trip, tour);
                if (cost < best) {
                    best = cost;
                    isBetter = true;
                } else {
                    std::reverse(from, to);
                }
            }
    }
    return best;
}

// A later start is used up by waiting first; backwards, each stop passes on what it has left.
std::int64_t slackOf(const Trip &trip, const std::vector<std::int64_t> &spare,
                     const std::vector<std::int64_t> &waits)
{
    std::int64_t slack = never;
    for (std::size_t i = spare.size(); i-- > 0;)
        slack = waits[i] + std::min(spare[i], slack);
    return std::min(slack, trip.latest);
}

Result written(const Trip &trip, const std::vector<std::size_t> &tour, const Cost &cost,
               std::int64_t costPerKm)
{
    json::array stops;
    std::vector<std::int64_t> spare, waits;
    std::size_t last = 0, late = 0;
    std::int64_t over = 0;
    walk(trip, tour,
         [&](std::size_t stop, std::int64_t arrival, std::int64_t begin, std::int64_t leave) {
             const Place &place = trip.places[trip.stops[stop]];
             const bool isReturn = stops.size() == tour.size();
             const bool isEnd = stops.size() + 1 == tour.size() && !trip.isBack;
             std::int64_t closes = isReturn ? trip.latest : place.closes;
             if (isEnd)
                 closes = std::min(closes, trip.latest - place.stay);
             late += begin > closes;
             json::array via;
             if (!stops.empty())
                 for (const std::size_t crossing : trip.ways[last][stop].via)
                     via.emplace_back(trip.places[crossing].id);
             stops.push_back(
                 json::object{{"arrive", arrival},
                              {"begin", begin},
                              {"id", place.id},
                              {"late", std::max<std::int64_t>(0, begin - closes)},
                              {"leave", leave},
                              {"metres", stops.empty() ? 0 : trip.ways[last][stop].metres},
                              {"via", std::move(via)}});
             spare.push_back(closes - begin);
             waits.push_back(begin - arrival);
             last = stop;
             over = leave;
         });
    Result result;
    result.figures["late"] = std::int64_t(late);
    json::object out{{"cost", (cost.metres * costPerKm + 999) / 1000},
                     {"late", late},
                     {"metres", cost.metres},
                     {"minutes", over},
                     {"stops", std::move(stops)}};
    if (const std::int64_t slack = slackOf(trip, spare, waits); slack < never / 2)
        out["slack"] = slack;
    result.outputs.push_back(jsonArtefact("itinerary", out));
    return result;
}

Result run(const Run &run)
{
    Reader in(run);
    Trip trip;
    std::map<std::string, std::size_t> numbers;
    trip.metresPerMinute = in.number(run.params, "speed", 0.1, 1000, 50) * 1000 / 60;
    trip.isBack = flag(run.params, "back", true);
    trip.latest = in.integer(run.params, "latest", 0, never, never);
    const std::int64_t costPerKm = in.integer(run.params, "costPerKm", 0, 1'000'000, 0);
    readPlaces(in, trip, numbers);
    if (!in.isBad())
        readRoads(in, trip, numbers);
    if (run.stop.stop_requested())
        return stopped();
    if (in.isBad())
        return in.failure();
    const std::string unreachable = findWays(trip, run.stop);
    if (!unreachable.empty())
        return Result::refuse("planroute.unreachable", {{"place", unreachable}});
    if (run.stop.stop_requested())
        return stopped();
    std::vector<std::size_t> tour = nearestNeighbour(trip);
    const Cost cost = twoOpt(trip, tour, run.stop);
    return run.stop.stop_requested() ? stopped() : written(trip, tour, cost, costPerKm);
}

}  // namespace

extern const Capability planRoute;
const Capability planRoute = {
    .name = "plan-route",
    .version = "1.0.0",
    .source = "A* (Hart, Nilsson, Raphael 1968); haversine (Sinnott 1984); 2-opt (Croes 1958)",
    .run = run,
};

}  // namespace capabilities
