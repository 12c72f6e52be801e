// plan-pipeline: steps in an order that respects what each waits for, when each can start, and which
// ones must not slip. Order by Kahn (1962), earliest and latest times, slack and the critical path by
// the critical path method (Kelley and Walker 1959), starts under limited resources by serial list
// scheduling (Graham 1966; Kolisch 1996), least latest start first. `steps` = [{"id", "length"?
// (whole units of time, 0), "after"?: [ids], "needs"?: {resource: how many}, "gate"?: true}],
// params.resources = {name: how many at once}; what is not named there is not limited. Ties go to
// the earlier in the list. Steps that wait for each other are refused by name.
// Thread contract: pure.
#include "capabilities/reader.h"
#include "text/escape.h"

#include <queue>

namespace capabilities {

namespace {

namespace json = boost::json;

constexpr std::size_t stepsMax = 1000, linksMax = 10'000, resourcesMax = 20, needsMax = 8000;
constexpr std::int64_t lengthMax = 1'000'000'000;

struct Step {
    std::string id;
    std::int64_t length = 0;
    bool isGate = false;
    std::vector<std::size_t> after, before;
    std::vector<std::pair<std::size_t, std::int64_t>> needs;  // resource, how many
    std::int64_t earliest = 0, latest = 0, start = 0;
    std::size_t behind = 0;  // steps that wait for it, directly or not
};

struct Project {
    std::vector<Step> steps;
    std::map<std::string, std::size_t, std::less<>> resources;
    std::vector<std::int64_t> capacity;
    std::vector<std::size_t> order;
    std::int64_t length = 0, scheduled = 0;
};

void readResources(Reader &in, const json::object &given, Project &project)
{
    if (given.size() > resourcesMax)
        in.tooMany("resources", resourcesMax);
    for (const auto &member : given) {
        project.resources.emplace(member.key(), project.capacity.size());
        project.capacity.push_back(in.integer(given, member.key(), 1, 1'000'000));
        if (in.isBad())
            return;
    }
}

void readNeeds(Reader &in, const json::object &given, Project &project, Step &step)
{
    for (const auto &member : given) {
        const auto resource = project.resources.find(std::string_view(member.key()));
        const std::int64_t most =
            resource == project.resources.end() ? 1'000'000 : project.capacity[resource->second];
        const std::int64_t wanted = in.integer(given, member.key(), 0, most);
        if (in.isBad())
            return;
        if (resource != project.resources.end() && wanted > 0)
            step.needs.emplace_back(resource->second, wanted);
    }
}

void readSteps(Reader &in, Project &project)
{
    std::map<std::string, std::size_t> numbers;
    std::vector<std::vector<std::string>> after;
    std::size_t needs = 0, links = 0;
    for (const json::value &entry : in.list("steps", stepsMax)) {
        const json::object &given = in.entry(entry, "steps");
        Step step;
        step.id = in.word(given, "id", 100);
        step.length = in.integer(given, "length", 0, lengthMax, 0);
        const json::value *gate = given.if_contains("gate");
        step.isGate = gate && gate->is_bool() && gate->get_bool();
        readNeeds(in, objectOf(given, "needs"), project, step);
        after.push_back(in.words(given, "after", stepsMax, 100));
        needs += step.needs.size();
        links += after.back().size();
        if (!numbers.emplace(step.id, project.steps.size()).second)
            in.bad("steps", step.id);
        if (links > linksMax || needs > needsMax)
            in.tooMany("steps", linksMax);
        if (in.isBad())
            return;
        project.steps.push_back(std::move(step));
    }
    for (std::size_t i = 0; i < after.size(); ++i)
        for (const std::string &id : after[i]) {
            const auto found = numbers.find(id);
            if (found == numbers.end())
                return in.bad("after", id);
            project.steps[i].after.push_back(found->second);
            project.steps[found->second].before.push_back(i);
        }
}

void sortSteps(Project &project)
{
    std::vector<std::size_t> waits;
    std::priority_queue<std::size_t, std::vector<std::size_t>, std::greater<>> free;
    for (std::size_t i = 0; i < project.steps.size(); ++i) {
        waits.push_back(project.steps[i].after.size());
        if (waits[i] == 0)
            free.push(i);
    }
    while (!free.empty()) {
        const std::size_t step = free.top();
        free.pop();
        project.order.push_back(step);
        for (const std::size_t next : project.steps[step].before)
            if (--waits[next] == 0)
                free.push(next);
    }
}

// Of the steps Kahn left over each waits for another left over: going back must come round.
Result cycleOf(const Project &project)
{
    std::vector<bool> isDone(project.steps.size());
    for (const std::size_t step : project.order)
        isDone[step] = true;
    std::vector<std::size_t> way;
    std::size_t at = std::size_t(std::ranges::find(isDone, false) - isDone.begin());
    while (std::ranges::count(way, at) == 0) {
        way.push_back(at);
        for (const std::size_t before : project.steps[at].after)
            if (!isDone[before]) {
                at = before;
                break;
            }
    }
    way.erase(way.begin(), std::ranges::find(way, at));
    way.push_back(at);
    std::string names;
    for (auto step = way.rbegin(); step != way.rend(); ++step)
        names.append(names.empty() ? "" : " > ").append(project.steps[*step].id);
    return Result::refuse("planpipeline.cycle", {{"steps", text::cleanLine(names, 200)}});
}

void findCriticalPath(Project &project)
{
    for (const std::size_t i : project.order) {
        Step &step = project.steps[i];
        for (const std::size_t before : step.after)
            step.earliest = std::max(step.earliest,
                                     project.steps[before].earliest + project.steps[before].length);
        project.length = std::max(project.length, step.earliest + step.length);
    }
    for (auto i = project.order.rbegin(); i != project.order.rend(); ++i) {
        Step &step = project.steps[*i];
        step.latest = project.length - step.length;
        for (const std::size_t next : step.before)
            step.latest = std::min(step.latest, project.steps[next].latest - step.length);
    }
}

void countBehind(Project &project, const std::stop_token &stop)
{
    std::vector<std::vector<bool>> reached(project.steps.size());
    for (auto i = project.order.rbegin(); i != project.order.rend() && !stop.stop_requested();
         ++i) {
        std::vector<bool> &own = reached[*i];
        own.resize(project.steps.size());
        for (const std::size_t next : project.steps[*i].before) {
            own[next] = true;
            for (std::size_t j = 0; j < own.size(); ++j)
                own[j] = own[j] || reached[next][j];
        }
        project.steps[*i].behind = std::size_t(std::ranges::count(own, true));
    }
}

// How much of each resource is taken from a moment on until the next.
class Profile {
public:
    explicit Profile(const std::vector<std::int64_t> &capacity) : m_capacity(capacity)
    {
        m_used[0].resize(capacity.size());
    }

    std::int64_t firstFit(const Step &step, std::int64_t from) const
    {
        if (step.needs.empty() || step.length == 0)
            return from;
        for (auto at = std::prev(m_used.upper_bound(from)); at != m_used.end(); ++at) {
            if (at->first >= from + step.length)
                break;
            if (!fits(step, at->second))
                from = std::next(at)->first;  // the last one is empty
        }
        return from;
    }
    void take(const Step &step)
    {
        if (step.needs.empty() || step.length == 0)
            return;
        split(step.start);
        split(step.start + step.length);
        for (auto at = m_used.find(step.start); at->first < step.start + step.length; ++at)
            for (const auto &[resource, wanted] : step.needs)
                at->second[resource] += wanted;
    }

private:
    bool fits(const Step &step, const std::vector<std::int64_t> &used) const
    {
        return std::ranges::all_of(step.needs, [&](const auto &need) {
            return used[need.first] + need.second <= m_capacity[need.first];
        });
    }
    void split(std::int64_t at) { m_used.emplace(at, std::prev(m_used.upper_bound(at))->second); }

    const std::vector<std::int64_t> &m_capacity;
    std::map<std::int64_t, std::vector<std::int64_t>> m_used;
};

void schedule(Project &project, const std::stop_token &stop)
{
    using Key = std::pair<std::int64_t, std::size_t>;
    std::priority_queue<Key, std::vector<Key>, std::greater<>> free;
    std::vector<std::size_t> waits;
    for (std::size_t i = 0; i < project.steps.size(); ++i) {
        waits.push_back(project.steps[i].after.size());
        if (waits[i] == 0)
            free.emplace(project.steps[i].latest, i);
    }
    Profile profile(project.capacity);
    while (!free.empty() && !stop.stop_requested()) {
        const std::size_t number = free.top().second;
        free.pop();
        Step &step = project.steps[number];
        for (const std::size_t before : step.after)
            step.start =
                std::max(step.start, project.steps[before].start + project.steps[before].length);
        step.start = profile.firstFit(step, step.start);
        profile.take(step);
        project.scheduled = std::max(project.scheduled, step.start + step.length);
        for (const std::size_t next : step.before)
            if (--waits[next] == 0)
                free.emplace(project.steps[next].latest, next);
    }
}

// One chain of steps without slack, each starting when the one before ends.
json::array criticalOf(const Project &project)
{
    json::array out;
    std::int64_t at = 0;
    std::size_t last = project.steps.size();
    for (const std::size_t i : project.order) {
        const Step &step = project.steps[i];
        const bool isNext = last == project.steps.size() ? step.after.empty()
                                                         : std::ranges::count(step.after, last) > 0;
        if (step.earliest != step.latest || step.earliest != at || !isNext)
            continue;
        out.emplace_back(step.id);
        at += step.length;
        last = i;
    }
    return out;
}

Result written(const Project &project)
{
    json::array order, gates;
    for (const std::size_t i : project.order) {
        const Step &step = project.steps[i];
        order.push_back(json::object{{"earliestEnd", step.earliest + step.length},
                                     {"earliestStart", step.earliest},
                                     {"end", step.start + step.length},
                                     {"id", step.id},
                                     {"latestEnd", step.latest + step.length},
                                     {"latestStart", step.latest},
                                     {"slack", step.latest - step.earliest},
                                     {"start", step.start}});
        if (step.isGate)
            gates.push_back(json::object{
                {"at", step.start + step.length}, {"behind", step.behind}, {"id", step.id}});
    }
    Result result;
    result.figures["steps"] = std::int64_t(project.steps.size());
    result.figures["gates"] = std::int64_t(gates.size());
    result.outputs.push_back(jsonArtefact("plan", json::object{{"critical", criticalOf(project)},
                                                               {"gates", std::move(gates)},
                                                               {"length", project.length},
                                                               {"scheduled", project.scheduled},
                                                               {"steps", std::move(order)}}));
    return result;
}

Result run(const Run &run)
{
    Reader in(run);
    Project project;
    readResources(in, objectOf(run.params, "resources"), project);
    readSteps(in, project);
    if (run.stop.stop_requested())
        return stopped();
    if (in.isBad())
        return in.failure();
    sortSteps(project);
    if (project.order.size() < project.steps.size())
        return cycleOf(project);
    findCriticalPath(project);
    countBehind(project, run.stop);
    schedule(project, run.stop);
    return run.stop.stop_requested() ? stopped() : written(project);
}

}  // namespace

extern const Capability planPipeline;
const Capability planPipeline = {
    .name = "plan-pipeline",
    .version = "1.0.0",
    .source = "Kahn 1962; Kelley and Walker 1959; Graham 1966, Kolisch 1996",
    .run = run,
};

}  // namespace capabilities
