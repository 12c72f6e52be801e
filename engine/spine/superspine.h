// Super Spine: the durable task queue. Opens an assignment for a dream, plans tasks from the hired
// agents' pipelines, leases them with a fencing number per attempt, retries, pauses, cancels, closes,
// and leaves one receipt for every attempt. Running tasks is a hand's work.
// Thread contract: pure; states belong to the engine thread.
#pragma once

#include "spine/superspinetasks.h"

namespace superspine {

inline constexpr std::size_t openTasksMax = 2'000'000;
inline constexpr std::uint32_t assignmentTasksMax = 512;

struct Open {
    Id<dreams::Dream> dream;
    std::string goal = "understand";
    std::uint8_t priority = 100;
    std::optional<std::uint32_t> tasksMax;
    std::optional<Duration> timeMax;
    DREAM_FIELDS(Open, dream, goal, priority, tasksMax, timeMax)
};
// One task by itself. Without an agent the least busy hired one that can is chosen.
struct Submit {
    std::string capability;
    std::string agent;
    Id<dreams::Dream> dream;
    std::uint8_t priority = 100;
    std::vector<Id<Task>> after;
    DREAM_FIELDS(Submit, capability, agent, dream, priority, after)
};
struct Named {
    std::string name, value;
    DREAM_FIELDS(Named, name, value)
};
struct Commitment {
    std::string name;
    Digest digest;                        // keyed with the dream's key: says nothing once it is gone
    DREAM_FIELDS(Commitment, name, digest)
};
struct Made {
    std::string name, mediaType;
    Body bytes;
    DREAM_FIELDS(Made, name, mediaType, bytes)
};
// A hand reports one attempt.
struct Complete {
    static constexpr bool isInternal = true;
    Id<Task> task;
    std::uint32_t attempt = 0;
    Result result = Result::Done;
    std::string reason, version, brain, model;
    std::uint64_t seed = 0;
    std::vector<Commitment> inputs;
    std::vector<Made> outputs;
    Figures figures;
    std::vector<Named> labels;
    Duration duration;
    DREAM_FIELDS(Complete, task, attempt, result, reason, version, brain, model, seed, inputs, outputs,
                 figures, labels, duration)
};
struct Heartbeat {
    static constexpr bool isInternal = true;
    Id<Task> task;
    std::uint32_t attempt = 0;
    DREAM_FIELDS(Heartbeat, task, attempt)
};
struct Cancel {
    Id<Assignment> assignment;
    DREAM_FIELDS(Cancel, assignment)
};
struct Pause {
    Id<Assignment> assignment;
    DREAM_FIELDS(Pause, assignment)
};
struct Resume {
    Id<Assignment> assignment;
    DREAM_FIELDS(Resume, assignment)
};
struct Configure {
    std::optional<std::uint32_t> slots;
    std::optional<Duration> lease;
    std::optional<std::uint32_t> attemptsMax;
    std::optional<Duration> backoff;
    DREAM_FIELDS(Configure, slots, lease, attemptsMax, backoff)
};
struct Drain {
    bool isDraining = true;
    DREAM_FIELDS(Drain, isDraining)
};
struct OpenBatch {
    std::uint32_t expected = 0;
    DREAM_FIELDS(OpenBatch, expected)
};
struct CloseBatch {
    Id<Batch> batch;
    std::uint32_t dreams = 0;             // how many were really created in it
    DREAM_FIELDS(CloseBatch, batch, dreams)
};
// Agents were hired since: assignments that had none yet get their plan.
struct Plan {
    static constexpr bool isInternal = true;
    DREAM_FIELDS(Plan)
};
struct Tick {
    static constexpr bool isInternal = true;
    DREAM_FIELDS(Tick)
};
// At start: leases of the process before died with it.
struct TakeBack {
    static constexpr bool isInternal = true;
    DREAM_FIELDS(TakeBack)
};

struct Opened {
    Assignment assignment;
    DREAM_FIELDS(Opened, assignment)
};
struct Planned {
    Task task;
    DREAM_FIELDS(Planned, task)
};
struct Leased {
    Id<Task> task;
    std::uint32_t attempt = 0;
    Time until;
    DREAM_FIELDS(Leased, task, attempt, until)
};
struct Renewed {
    Id<Task> task;
    std::uint32_t attempt = 0;
    Time until;
    DREAM_FIELDS(Renewed, task, attempt, until)
};
// The receipt of one attempt.
struct Finished {
    static constexpr std::string_view archiveName = "receipts";
    static constexpr Audience audience = Audience::Shared;
    Id<Task> task;
    std::uint32_t attempt = 0;
    Id<Assignment> assignment;
    Id<dreams::Dream> dream;
    std::string agent, capability, version, brain, model;
    std::uint64_t seed = 0;
    std::vector<Commitment> inputs;
    std::vector<Output> outputs;
    Figures figures;
    std::vector<Named> labels;
    Amount cost;                          // in DREAM; zero while nothing is charged
    Duration duration;
    Result outcome = Result::Done;
    std::string reason;
    Time at;
    DREAM_FIELDS(Finished, task, attempt, assignment, dream, agent, capability, version, brain, model,
                 seed, inputs, outputs, figures, labels, cost, duration, outcome, reason, at)
};
struct Expired {
    Id<Task> task;
    std::uint32_t attempt = 0;
    DREAM_FIELDS(Expired, task, attempt)
};
struct Delayed {                          // will be tried again, not before then
    Id<Task> task;
    Time notBefore;
    DREAM_FIELDS(Delayed, task, notBefore)
};
struct Abandoned {                        // will not be tried again
    Id<Task> task;
    Id<dreams::Dream> dream;
    std::string agent, capability, reason;
    DREAM_FIELDS(Abandoned, task, dream, agent, capability, reason)
};
struct Woken {
    Id<Task> task;
    DREAM_FIELDS(Woken, task)
};
struct Closed {
    static constexpr std::string_view archiveName = "closed";
    Id<Assignment> assignment;
    Id<dreams::Dream> dream;
    State state = State::Done;
    std::uint32_t total = 0, done = 0, failed = 0;
    Duration used;
    std::string reason;
    Figures figures;
    std::vector<Named> labels;
    Time at;
    DREAM_FIELDS(Closed, assignment, dream, state, total, done, failed, used, reason, figures, labels, at)
};
struct Paused {
    Id<Assignment> assignment;
    DREAM_FIELDS(Paused, assignment)
};
struct Resumed {
    Id<Assignment> assignment;
    DREAM_FIELDS(Resumed, assignment)
};
struct Configured {
    Settings settings;
    DREAM_FIELDS(Configured, settings)
};
struct BatchOpened {
    Id<Batch> batch;
    std::uint32_t expected = 0;
    DREAM_FIELDS(BatchOpened, batch, expected)
};
struct BatchClosed {
    Id<Batch> batch;
    std::uint32_t dreams = 0;
    DREAM_FIELDS(BatchClosed, batch, dreams)
};
struct HealthChanged {
    Id<agentregistry::Agent> agent;
    Fleet::Health health = Fleet::Health::Idle;
    DREAM_FIELDS(HealthChanged, agent, health)
};

// What an open assignment has measured so far, for its closing.
struct Findings {
    Id<Assignment> assignment;
    Figures figures;
    std::vector<Named> labels;
    DREAM_FIELDS(Findings, assignment, figures, labels)
};

struct ReadyKey {
    std::uint8_t lateness = 0;            // 255 - priority
    std::uint64_t tag = 0;
    std::uint64_t task = 0;
    auto operator<=>(const ReadyKey &) const = default;
};

struct Memory {
    Table<Assignment> assignments;
    Table<Task> tasks;
    Table<Batch> batches;
    Table<Fleet> fleet;
    Table<Findings> findings;
    Cell<Settings> settings;
    Cell<std::uint64_t> virtualTime;
    DREAM_FIELDS(Memory, assignments, tasks, batches, fleet, findings, settings, virtualTime)

    Index<ReadyKey> ready;
    Index<std::pair<std::int64_t, std::uint64_t>> leases;    // until, task
    Index<std::pair<std::int64_t, std::uint64_t>> sleeping;  // not before, task
    Index<std::pair<std::uint64_t, std::uint64_t>> waiting;  // what it waits for, task
    Index<std::pair<std::uint64_t, std::uint64_t>> byAssignment;
    Index<std::pair<std::uint64_t, std::uint64_t>> byDream;  // dream, assignment
    Index<std::uint64_t> unplanned;                          // assignments without a task yet
};

struct SuperSpine {
    static constexpr std::string_view stem = "superspine", organ = "spine", page = "Dreams";
    static constexpr std::string_view purpose =
        "Plans, leases, retries and closes the tasks that work a dream; one receipt an attempt.";
    static constexpr std::string_view consequence =
        "dreams: a dream whose tasks are done is understood and carries its score.";
    static constexpr std::uint16_t number = 3, stateVersion = 2;
    using State = Memory;
    using Commands = List<Open, Submit, Complete, Heartbeat, Cancel, Pause, Resume, Configure, Drain,
                          OpenBatch, CloseBatch, Plan, superspine::Tick, TakeBack>;
    using Facts = List<Opened, Planned, Leased, Renewed, Finished, Expired, Delayed, Abandoned, Woken,
                       Closed, Paused, Resumed, Configured, BatchOpened, BatchClosed, HealthChanged>;
    using Reacts =
        List<dreams::Created, dreams::Edited, dreams::Erased, agentregistry::Hired, Opened, Closed>;
    using Tick = superspine::Tick;
    using Boot = TakeBack;

    static Outcome decide(const Memory &, const Open &, World &);
    static Outcome decide(const Memory &, const Submit &, World &);
    static Outcome decide(const Memory &, const Complete &, World &);
    static Outcome decide(const Memory &, const Heartbeat &, World &);
    static Outcome decide(const Memory &, const Cancel &, World &);
    static Outcome decide(const Memory &, const Pause &, World &);
    static Outcome decide(const Memory &, const Resume &, World &);
    static Outcome decide(const Memory &, const Configure &, World &);
    static Outcome decide(const Memory &, const Drain &, World &);
    static Outcome decide(const Memory &, const OpenBatch &, World &);
    static Outcome decide(const Memory &, const CloseBatch &, World &);
    static Outcome decide(const Memory &, const Plan &, World &);
    static Outcome decide(const Memory &, const superspine::Tick &, World &);
    static Outcome decide(const Memory &, const TakeBack &, World &);
    static void evolve(Memory &, const Opened &, const Moment &);
    static void evolve(Memory &, const Planned &, const Moment &);
    static void evolve(Memory &, const Leased &, const Moment &);
    static void evolve(Memory &, const Renewed &, const Moment &);
    static void evolve(Memory &, const Finished &, const Moment &);
    static void evolve(Memory &, const Expired &, const Moment &);
    static void evolve(Memory &, const Delayed &, const Moment &);
    static void evolve(Memory &, const Abandoned &, const Moment &);
    static void evolve(Memory &, const Woken &, const Moment &);
    static void evolve(Memory &, const Closed &, const Moment &);
    static void evolve(Memory &, const Paused &, const Moment &);
    static void evolve(Memory &, const Resumed &, const Moment &);
    static void evolve(Memory &, const Configured &, const Moment &);
    static void evolve(Memory &, const BatchOpened &, const Moment &);
    static void evolve(Memory &, const BatchClosed &, const Moment &);
    static void evolve(Memory &, const HealthChanged &, const Moment &);
    static void react(const Memory &, const dreams::Created &, Reactions &);
    static void react(const Memory &, const dreams::Edited &, Reactions &);
    static void react(const Memory &, const dreams::Erased &, Reactions &);
    static void react(const Memory &, const agentregistry::Hired &, Reactions &);
    static void react(const Memory &, const Opened &, Reactions &);
    static void react(const Memory &, const Closed &, Reactions &);
    static void rebuild(Memory &);
    static Time due(const Memory &);
    static void vitals(const Memory &, Vitals &);
};

// The tasks of a plan in the order of their making, or a refusal (`superspine.cyclicPlan`,
// `superspine.noMaker`, `superspine.agentLocked`). `after` holds indexes into the plan.
struct PlannedStep {
    const agentregistry::Agent *agent = nullptr;
    std::uint16_t step = 0;
    std::vector<std::size_t> after;
    bool isIndexing = false;              // makes what resonance compares
    bool isComparing = false;             // waits for the batch to be indexed
};
Outcome plan(const std::vector<const agentregistry::Agent *> &agents, std::vector<PlannedStep> &steps);

}  // namespace superspine
