// schedule-jobs: when jobs run next, what they clash with, when work with deadlines gets done, and
// all of it as a calendar. `jobs` = [{"id", "title"?, "minutes"? (0), and "cron" (crontab(5), see
// cron.h) or "rrule" and "start" (RFC 5545, see recurrence.h)}], `tasks` = [{"id", "title"?,
// "minutes", "deadline", "from"?}], `busy` = [{"id"?, "from", "to"}]. Tasks go into the time that
// neither busy times nor runs take, by earliest deadline first with interruptions, which meets all
// deadlines if any plan does (Horn 1974; Liu and Layland 1973). Times are ISO in UTC and come from
// `from` (now) and `until` (else a year later), of the dream or params, alone; params.count (5) runs a job. Outputs
// `schedule` and an RFC 5545 `calendar`. Thread contract: pure.
#include "capabilities/cron.h"
#include "capabilities/reader.h"
#include "capabilities/recurrence.h"
#include "capabilities/spans.h"
#include "text/escape.h"

#include <set>

namespace capabilities {

namespace {

namespace json = boost::json;

constexpr std::size_t jobsMax = 200, tasksMax = 300, busyMax = 2000, runsMax = 500, clashesMax = 5;
constexpr std::size_t idBytes = 60, titleBytes = 120;
constexpr std::int64_t year = 366 * 86'400, latest = 7'258'118'400;  // 2200

struct Planned {
    std::string id, title;
    std::int64_t from = 0, to = 0;
    json::array clashes{};
};

struct Task {
    std::string id, title;
    std::int64_t left = 0, from = 0, deadline = 0, end = 0;
    std::vector<std::pair<std::int64_t, std::int64_t>> pieces;
};

struct Horizon {
    std::int64_t from = 0, until = 0;
    std::size_t count = 5;
};

std::int64_t timeOf(Reader &in, const json::object &given, std::string_view name,
                    std::optional<std::int64_t> otherwise = std::nullopt)
{
    if (otherwise && !given.contains(name))
        return *otherwise;
    const std::string iso = in.word(given, name, 40);
    const auto seconds = secondsOf(iso);
    if (!seconds || *seconds < 0 || *seconds > latest)
        in.bad(name, iso);
    return seconds.value_or(0);
}

std::vector<std::int64_t> timesOf(Reader &in, const json::object &given, const Horizon &horizon,
                                  const std::stop_token &stop)
{
    std::vector<std::int64_t> times;
    const std::string rule = in.wordOr(given, "rrule", {}, 1000);
    if (!rule.empty()) {
        const auto recurrence = Recurrence::read(rule);
        const std::int64_t start = timeOf(in, given, "start");
        if (!recurrence)
            in.bad("rrule", rule);
        if (in.isBad())
            return times;
        recurrence->each(start, horizon.until, stop, [&](std::int64_t at) {
            if (at >= horizon.from)
                times.push_back(at);
            return times.size() < horizon.count;
        });
        return times;
    }
    const std::string cron = in.word(given, "cron", 1000);
    const auto read = Cron::read(cron);
    if (!read)
        in.bad("cron", cron);
    if (in.isBad())
        return times;
    std::int64_t at = horizon.from - 1;
    while (times.size() < horizon.count && !stop.stop_requested()) {
        const auto next = read->next(at, horizon.until);
        if (!next)
            break;
        times.push_back(at = *next);
    }
    return times;
}

std::vector<Planned> planRuns(Reader &in, const Horizon &horizon, const std::stop_token &stop)
{
    std::vector<Planned> runs;
    for (const json::value &entry : in.list("jobs", jobsMax, false)) {
        const json::object &given = in.entry(entry, "jobs");
        const std::string id = in.word(given, "id", idBytes);
        const std::string title = in.wordOr(given, "title", id, titleBytes);
        const std::int64_t minutes = in.integer(given, "minutes", 0, 100'000, 0);
        for (const std::int64_t at : timesOf(in, given, horizon, stop))
            runs.push_back({id, title, at, at + minutes * 60});
        if (in.isBad() || stop.stop_requested())
            break;
    }
    std::ranges::stable_sort(runs, {}, &Planned::from);
    runs.resize(std::min(runs.size(), runsMax));
    return runs;
}

std::vector<Span> readBusy(Reader &in)
{
    std::vector<Span> busy;
    for (const json::value &entry : in.list("busy", busyMax, false)) {
        const json::object &given = in.entry(entry, "busy");
        Span span{timeOf(in, given, "from"), timeOf(in, given, "to"),
                  in.wordOr(given, "id", "busy", idBytes)};
        if (span.to < span.from)
            in.bad("busy", "an end before its beginning");
        if (in.isBad())
            break;
        busy.push_back(std::move(span));
    }
    return busy;
}

// A run clashes with busy times and with the runs of other jobs.
Spans findClashes(std::vector<Planned> &runs, std::vector<Span> taken)
{
    for (const Planned &run : runs)
        taken.push_back({run.from, run.to, run.id});
    Spans spans(std::move(taken));
    for (Planned &run : runs) {
        std::set<std::string> ids;
        spans.meeting(run.from, run.to, [&](const Span &span) {
            if (span.id != run.id && ids.size() < clashesMax)
                ids.insert(span.id);
        });
        run.clashes = json::array(ids.begin(), ids.end());
    }
    return spans;
}

std::vector<Task> readTasks(Reader &in, const Horizon &horizon)
{
    std::vector<Task> tasks;
    for (const json::value &entry : in.list("tasks", tasksMax, false)) {
        const json::object &given = in.entry(entry, "tasks");
        Task task;
        task.id = in.word(given, "id", idBytes);
        task.title = in.wordOr(given, "title", task.id, titleBytes);
        task.left = in.integer(given, "minutes", 1, 100'000) * 60;
        task.deadline = timeOf(in, given, "deadline");
        task.from = std::max(horizon.from, timeOf(in, given, "from", horizon.from));
        if (in.isBad())
            break;
        tasks.push_back(std::move(task));
    }
    return tasks;
}

void work(Task &task, std::int64_t from, std::int64_t to)
{
    if (!task.pieces.empty() && task.pieces.back().second == from)
        task.pieces.back().second = to;
    else
        task.pieces.emplace_back(from, to);
    task.left -= to - from;
    task.end = to;
}

void earliestDeadlineFirst(std::vector<Task> &tasks, const std::vector<Span> &taken,
                           std::int64_t clock, const std::stop_token &stop)
{
    std::size_t next = 0;  // of the taken stretches
    while (!stop.stop_requested()) {
        while (next < taken.size() && taken[next].to <= clock)
            ++next;
        if (next < taken.size() && taken[next].from <= clock) {
            clock = taken[next].to;
            continue;
        }
        std::int64_t change = next < taken.size() ? taken[next].from : INT64_MAX;
        Task *first = nullptr;
        for (Task &task : tasks) {
            if (task.left == 0)
                continue;
            if (task.from > clock)
                change = std::min(change, task.from);
            else if (!first || task.deadline < first->deadline)
                first = &task;
        }
        const bool isWaiting = std::ranges::any_of(tasks, [](const Task &t) { return t.left > 0; });
        if (!isWaiting)
            return;
        if (first)
            work(*first, clock, std::min(change, clock + first->left));
        clock = first ? first->end : change;
    }
}

class Calendar {
public:
    explicit Calendar(std::int64_t now) : m_now(stamp(now))
    {
        line("BEGIN:VCALENDAR");
        line("VERSION:2.0");
        line("PRODID:-//DreamScope//schedule-jobs//EN");
    }
    void add(const std::string &id, const std::string &title, std::int64_t from, std::int64_t to)
    {
        line("BEGIN:VEVENT");
        line("UID:" + escaped(id) + "-" + stamp(from) + "@dreamscope");
        line("DTSTAMP:" + m_now);
        line("DTSTART:" + stamp(from));
        if (to > from)
            line("DTEND:" + stamp(to));
        line("SUMMARY:" + escaped(title));
        line("END:VEVENT");
    }
    Artefact take()
    {
        line("END:VCALENDAR");
        return {"calendar", "text/calendar", std::move(m_out)};
    }

private:
    static std::string stamp(std::int64_t seconds)
    {
        std::string out = secondsText(seconds);
        std::erase_if(out, [](char c) { return c == '-' || c == ':'; });
        return out;
    }
    static std::string escaped(const std::string &words)
    {
        std::string out;
        for (const char c : text::cleanLine(words, titleBytes)) {
            if (c == '\\' || c == ',' || c == ';')
                out.push_back('\\');
            out.push_back(c);
        }
        return out;
    }
    // RFC 5545, 3.1: lines of at most 75 bytes, folded between letters.
    void line(std::string_view content)
    {
        for (std::size_t most = 75; content.size() > most; most = 74) {
            std::size_t cut = most;
            while ((content[cut] & 0xc0) == 0x80)
                --cut;
            m_out.append(content.substr(0, cut)).append("\r\n ");
            content.remove_prefix(cut);
        }
        m_out.append(content).append("\r\n");
    }

    std::string m_now, m_out;
};

json::array listed(const std::vector<Task> &tasks, std::int64_t &missed)
{
    json::array out;
    for (const Task &task : tasks) {
        json::array pieces;
        for (const auto &[from, to] : task.pieces)
            pieces.push_back(json::object{{"from", secondsText(from)}, {"to", secondsText(to)}});
        const std::int64_t late = std::max<std::int64_t>(0, task.end - task.deadline);
        missed += late > 0;
        out.push_back(json::object{{"deadline", secondsText(task.deadline)},
                                   {"end", secondsText(task.end)},
                                   {"id", task.id},
                                   {"late", (late + 59) / 60},
                                   {"pieces", std::move(pieces)}});
    }
    return out;
}

Result written(const std::vector<Planned> &runs, const std::vector<Task> &tasks,
               const Horizon &horizon)
{
    Calendar calendar(horizon.from);
    json::array list;
    std::int64_t clashes = 0, missed = 0;
    for (const Planned &run : runs) {
        clashes += !run.clashes.empty();
        calendar.add(run.id, run.title, run.from, run.to);
        list.push_back(json::object{{"at", secondsText(run.from)},
                                    {"clashes", run.clashes},
                                    {"end", secondsText(run.to)},
                                    {"id", run.id}});
    }
    for (const Task &task : tasks)
        for (const auto &[from, to] : task.pieces)
            calendar.add(task.id, task.title, from, to);
    json::array done = listed(tasks, missed);
    Result result;
    result.figures["runs"] = std::int64_t(runs.size());
    result.figures["clashes"] = clashes;
    result.figures["missed"] = missed;
    result.outputs.push_back(
        jsonArtefact("schedule", json::object{{"clashes", clashes},
                                              {"from", secondsText(horizon.from)},
                                              {"missed", missed},
                                              {"runs", std::move(list)},
                                              {"tasks", std::move(done)},
                                              {"until", secondsText(horizon.until)}}));
    result.outputs.push_back(calendar.take());
    return result;
}

Result run(const Run &run)
{
    Reader in(run);
    Horizon horizon;
    const json::object told = in.told({"from", "until"});
    horizon.from = timeOf(in, told, "from");
    horizon.until = timeOf(in, told, "until", std::min(horizon.from + year, latest));
    horizon.count = std::size_t(in.integer(run.params, "count", 1, 100, 5));
    if (in.isBad())
        return run.stop.stop_requested() ? stopped() : in.failure();
    std::vector<Planned> runs = planRuns(in, horizon, run.stop);
    std::vector<Task> tasks = readTasks(in, horizon);
    std::vector<Span> busy = readBusy(in);
    if (run.stop.stop_requested())
        return stopped();
    if (in.list("jobs", jobsMax, false).empty() && tasks.empty())
        in.missing("jobs");
    if (in.isBad())
        return in.failure();
    const Spans taken = findClashes(runs, std::move(busy));
    earliestDeadlineFirst(tasks, taken.merged(), horizon.from, run.stop);
    return run.stop.stop_requested() ? stopped() : written(runs, tasks, horizon);
}

}  // namespace

extern const Capability scheduleJobs;
const Capability scheduleJobs = {
    .name = "schedule-jobs",
    .version = "1.0.0",
    .source = "crontab(5); RFC 5545; interval trees (Cormen et al.); Horn 1974 (EDF)",
    .run = run,
};

}  // namespace capabilities
