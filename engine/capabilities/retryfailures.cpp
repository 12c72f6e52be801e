// retry-failures: which failed jobs are tried again and when, which wait for a person, which are
// given up. Sorted by what HTTP (RFC 9110, RFC 6585) and error names say: what may pass is retried,
// what a person must mend is parked, what can never work is discarded, what nobody knows is parked;
// after params.tries (5) a job is parked as a dead letter (Hohpe and Woolf 2003). Waiting doubles
// from params.base (1 s) to params.cap (300 s), with params.jitter "full" (default: anything up to
// that, Brooker 2015), "equal" (the upper half) or "none"; a retryAfter is kept. A service with
// params.threshold (5) failures within params.window (60 s) before `now` (of the dream or params) is left alone by a
// circuit breaker (Nygard 2007) until params.pause (60 s) after the last of them, then one job
// probes and the others follow a pause later. `failures` = [{"id", "service"?, "code"? (status or
// name), "message"?, "tries"? (made so far, 1), "at"? (ISO), "retryAfter"? (s), "once"? (true: may
// have worked and must not happen twice)}]. Chance is drawn per job from the seed and its id, so a
// plan does not hang on the order. Times are milliseconds after now. Thread contract: pure.
#include "capabilities/reader.h"
#include "capabilities/statistics.h"
#include "text/minhash.h"
#include "text/unicode.h"

namespace capabilities {

namespace {

namespace json = boost::json;

constexpr std::size_t failuresMax = 3000, idBytes = 60;
constexpr std::int64_t secondsMax = 31'622'400;

enum class Verdict { Retry, Park, Discard };

struct Judgement {
    Verdict verdict = Verdict::Park;
    std::string_view reason = "unknown";
    bool isAmbiguous = false;  // it may have worked
};

struct Rule {
    std::string_view sign;
    Judgement judgement;
};

constexpr Judgement slow{Verdict::Retry, "timeout", true}, busy{Verdict::Retry, "busy", false},
    cut{Verdict::Retry, "connection", true}, down{Verdict::Retry, "unavailable", false},
    broken{Verdict::Retry, "serverError", true}, rights{Verdict::Park, "permission", false},
    money{Verdict::Park, "quota", false}, clash{Verdict::Park, "conflict", false},
    room{Verdict::Park, "storage", false}, gone{Verdict::Discard, "gone", false},
    wrong{Verdict::Discard, "badRequest", false}, large{Verdict::Discard, "tooLarge", false};

constexpr Rule codes[] = {
    {"400", wrong},         {"401", rights},       {"402", money},      {"403", rights},
    {"404", gone},          {"405", wrong},        {"406", wrong},      {"407", rights},
    {"408", slow},          {"409", clash},        {"410", gone},       {"411", wrong},
    {"413", large},         {"414", large},        {"415", wrong},      {"422", wrong},
    {"423", busy},          {"425", busy},         {"429", busy},       {"431", large},
    {"451", rights},        {"500", broken},       {"501", wrong},      {"502", cut},
    {"503", down},          {"504", slow},         {"505", wrong},      {"507", room},
    {"eacces", rights},     {"eagain", busy},      {"ebusy", busy},     {"econnaborted", cut},
    {"econnrefused", down}, {"econnreset", cut},   {"edquot", room},    {"ehostunreach", down},
    {"einval", wrong},      {"enetunreach", down}, {"enoent", gone},    {"enospc", room},
    {"eperm", rights},      {"epipe", cut},        {"etimedout", slow},
};

// Words of a message, looked for in this order.
constexpr Rule words[] = {
    {"timed out", slow},
    {"timeout", slow},
    {"deadline exceeded", slow},
    {"rate limit", busy},
    {"too many requests", busy},
    {"try again", busy},
    {"connection refused", down},
    {"unreachable", down},
    {"unavailable", down},
    {"connection reset", cut},
    {"broken pipe", cut},
    {"deadlock", busy},
    {"permission", rights},
    {"unauthorized", rights},
    {"forbidden", rights},
    {"expired", rights},
    {"quota", money},
    {"payment", money},
    {"no space", room},
    {"disk full", room},
    {"not found", gone},
    {"no such", gone},
    {"too large", large},
    {"invalid", wrong},
    {"malformed", wrong},
    {"syntax", wrong},
    {"unsupported", wrong},
};

Judgement judge(const std::string &code, const std::string &message)
{
    for (const Rule &rule : codes)
        if (code == rule.sign)
            return rule.judgement;
    for (const Rule &rule : words)
        if (message.find(rule.sign) != message.npos)
            return rule.judgement;
    return {};
}

struct Job {
    std::string id, service;
    std::int64_t tries = 1, at = 0, retryAfter = 0, wait = 0;
    Judgement judgement;
    bool isServices = false;  // the service's fault, not the job's
};

struct Policy {
    std::int64_t base = 1000, cap = 300'000, tries = 5, now = 0;  // milliseconds, now in seconds
    std::int64_t threshold = 5, window = 60, pause = 60;
    std::string jitter;
};

Policy readPolicy(Reader &in, const json::object &params)
{
    Policy policy;
    policy.cap = in.integer(params, "cap", 1, secondsMax, 300) * 1000;
    policy.base = std::llround(in.number(params, "base", 0.001, 86'400, 1) * 1000);
    policy.tries = in.integer(params, "tries", 1, 1000, 5);
    policy.threshold = in.integer(params, "threshold", 1, 1'000'000, 5);
    policy.window = in.integer(params, "window", 1, secondsMax, 60);
    policy.pause = in.integer(params, "pause", 1, secondsMax, 60);
    policy.jitter = in.wordOr(params, "jitter", "full");
    if (policy.jitter != "full" && policy.jitter != "equal" && policy.jitter != "none")
        in.bad("jitter", policy.jitter);
    const std::string now = in.word(in.told({"now"}), "now", 40);
    const auto seconds = secondsOf(now);
    if (!seconds)
        in.bad("now", now);
    policy.now = seconds.value_or(0);
    return policy;
}

Job readJob(Reader &in, const json::object &given, const Policy &policy)
{
    Job job;
    job.id = in.word(given, "id", idBytes);
    job.service = in.wordOr(given, "service", {}, idBytes);
    job.tries = in.integer(given, "tries", 0, 1'000'000, 1);
    job.retryAfter = in.integer(given, "retryAfter", 0, secondsMax, 0) * 1000;
    const std::string at = in.wordOr(given, "at", {}, 40);
    const auto seconds = secondsOf(at);
    if (!at.empty() && !seconds)
        in.bad("at", at);
    job.at = seconds.value_or(policy.now);
    job.judgement = judge(text::folded(in.wordOr(given, "code", {})),
                          text::folded(in.wordOr(given, "message", {}, 4000)));
    job.isServices = job.judgement.verdict == Verdict::Retry;
    const json::value *once = given.if_contains("once");
    if (once && once->is_bool() && once->get_bool() && job.judgement.isAmbiguous)
        job.judgement = {Verdict::Park, "mayHaveWorked"};
    if (job.judgement.verdict == Verdict::Retry && job.tries >= policy.tries)
        job.judgement = {Verdict::Park, "triesUsed"};
    return job;
}

std::int64_t waitOf(const Job &job, const Policy &policy, std::uint64_t seed)
{
    std::int64_t most = std::min(policy.base, policy.cap);
    for (std::int64_t i = 1; i < job.tries && most < policy.cap; ++i)
        most = std::min(most * 2, policy.cap);
    const std::int64_t least = policy.jitter == "none"    ? most
                               : policy.jitter == "equal" ? most / 2
                                                          : 0;
    Chance chance(seed ^ text::mixed(text::hashOf(job.id) + std::uint64_t(job.tries)));
    const auto drawn = std::int64_t(chance.share() * double(most - least + 1));
    return std::max(least + std::min(drawn, most - least), job.retryAfter);
}

struct Breaker {
    std::int64_t failures = 0, last = 0;
    bool isProbed = false;
};

using Breakers = std::map<std::string, Breaker>;

Breakers watched(const std::vector<Job> &jobs, const Policy &policy)
{
    Breakers breakers;
    for (const Job &job : jobs) {
        if (job.service.empty() || !job.isServices || job.at > policy.now
            || job.at <= policy.now - policy.window)
            continue;
        Breaker &breaker = breakers[job.service];
        ++breaker.failures;
        breaker.last = std::max(breaker.last, job.at);
    }
    std::erase_if(breakers, [&](const auto &each) {
        return each.second.failures < policy.threshold
               || each.second.last + policy.pause <= policy.now;
    });
    return breakers;
}

// `jobs` in order of their waits: the first of each open service probes it.
void hold(std::vector<Job *> &jobs, Breakers &breakers, const Policy &policy)
{
    for (Job *job : jobs) {
        const auto found = breakers.find(job->service);
        if (found == breakers.end())
            continue;
        const std::int64_t pause = policy.pause * 1000;
        const std::int64_t opens = (found->second.last - policy.now) * 1000 + pause;
        job->wait = found->second.isProbed ? std::max(job->wait, opens) + pause
                                           : std::max(job->wait, opens);
        found->second.isProbed = true;
    }
}

bool isSooner(const Job *a, const Job *b)
{
    return a->wait != b->wait ? a->wait < b->wait : a->id < b->id;
}

Result written(std::vector<Job> &jobs, const Policy &policy, std::uint64_t seed)
{
    std::vector<Job *> retries, parked, discarded;
    for (Job &job : jobs) {
        const bool isRetry = job.judgement.verdict == Verdict::Retry;
        job.wait = isRetry ? waitOf(job, policy, seed) : 0;
        (isRetry                                  ? retries
         : job.judgement.verdict == Verdict::Park ? parked
                                                  : discarded)
            .push_back(&job);
    }
    Breakers breakers = watched(jobs, policy);
    std::ranges::sort(retries, isSooner);
    hold(retries, breakers, policy);
    for (std::vector<Job *> *list : {&retries, &parked, &discarded})
        std::ranges::sort(*list, isSooner);
    const auto listed = [](const std::vector<Job *> &list, bool isTimed) {
        json::array out;
        for (const Job *job : list) {
            json::object line{{"id", job->id}, {"reason", job->judgement.reason}};
            if (isTimed)
                line["after"] = job->wait, line["try"] = job->tries + 1;
            out.push_back(std::move(line));
        }
        return out;
    };
    json::array open;
    for (const auto &[service, breaker] : breakers)
        open.push_back(json::object{{"failures", breaker.failures},
                                    {"probe", secondsText(breaker.last + policy.pause)},
                                    {"service", service}});
    Result result;
    result.figures["retry"] = std::int64_t(retries.size());
    result.figures["park"] = std::int64_t(parked.size());
    result.figures["discard"] = std::int64_t(discarded.size());
    result.outputs.push_back(
        jsonArtefact("retries", json::object{{"discard", listed(discarded, false)},
                                             {"now", secondsText(policy.now)},
                                             {"open", std::move(open)},
                                             {"park", listed(parked, false)},
                                             {"retry", listed(retries, true)}}));
    return result;
}

Result run(const Run &run)
{
    Reader in(run);
    const Policy policy = readPolicy(in, run.params);
    std::vector<Job> jobs;
    for (const json::value &entry : in.list("failures", failuresMax, false)) {
        if (in.isBad() || run.stop.stop_requested())
            break;
        jobs.push_back(readJob(in, in.entry(entry, "failures"), policy));
    }
    if (run.stop.stop_requested())
        return stopped();
    if (in.isBad())
        return in.failure();
    return written(jobs, policy, run.seed);
}

}  // namespace

extern const Capability retryFailures;
const Capability retryFailures = {
    .name = "retry-failures",
    .version = "1.0.0",
    .source = "Brooker 2015 (backoff and jitter); Nygard 2007; Hohpe and Woolf 2003; RFC 9110",
    .run = run,
};

}  // namespace capabilities
