// What the Super Spine keeps: assignments, tasks, imports, how each agent has been doing, settings.
// Plain rows; what may happen to them is in superspine.h. Thread contract: plain values.
#pragma once

#include "cortex/dreams.h"
#include "spine/agentregistry.h"

namespace superspine {

using namespace kernel;
DREAM_SYSTEM_OF(SuperSpine)

enum class State : std::uint8_t { Open, Paused, Done, Failed, Cancelled };
DREAM_ENUM(State, Open, Paused, Done, Failed, Cancelled)
enum class TaskState : std::uint8_t { Waiting, Ready, Leased, Done, Failed, Cancelled };
DREAM_ENUM(TaskState, Waiting, Ready, Leased, Done, Failed, Cancelled)
enum class Result : std::uint8_t { Done, Refused, Faulted, TimedOut, Lost };
DREAM_ENUM(Result, Done, Refused, Faulted, TimedOut, Lost)

// The promise to do something about a dream.
struct Assignment {
    Id<Assignment> id;
    Id<dreams::Dream> dream;
    std::string goal;
    State state = State::Open;
    std::uint8_t priority = 100;  // larger goes first
    std::uint32_t weight = 100;   // share between dreams of one priority
    std::uint32_t total = 0, done = 0, failed = 0, leased = 0;
    std::uint32_t tasksMax = 0;
    Duration timeMax, used;
    std::uint64_t batch = 0;
    bool isIndexed = false;       // its part of the batch is done
    std::uint64_t finishTag = 0;  // of start-time fair queueing
    Time opened;
    DREAM_FIELDS(Assignment, id, dream, goal, state, priority, weight, total, done, failed, leased,
                 tasksMax, timeMax, used, batch, isIndexed, finishTag, opened)
};

struct Output {
    std::string name;
    std::string mediaType;
    Digest digest;
    std::uint64_t bytes = 0;
    DREAM_FIELDS(Output, name, mediaType, digest, bytes)
};

// One capability to be run by one agent on stated inputs.
struct Task {
    Id<Task> id;
    Id<Assignment> assignment;
    Id<dreams::Dream> dream;
    std::string agent, capability;
    Id<agentregistry::Agent> agentId;
    std::uint16_t step = 0;
    bool isIndexing = false;  // makes what resonance compares
    TaskState state = TaskState::Waiting;
    std::vector<Id<Task>> after;
    std::uint32_t attempt = 0;  // the fencing number of the running attempt
    std::uint32_t failures = 0;
    std::uint8_t priority = 100;
    std::uint64_t tag = 0;
    std::uint64_t batch = 0;  // waits until this import is wholly indexed
    Time leasedUntil, notBefore;
    std::string reason;  // why this agent, and who came next
    std::vector<Output> outputs;
    DREAM_FIELDS(Task, id, assignment, dream, agent, capability, agentId, step, isIndexing, state,
                 after, attempt, failures, priority, tag, batch, leasedUntil, notBefore, reason,
                 outputs)
};

// An import: its dreams are indexed before any of them is compared.
struct Batch {
    Id<Batch> id;
    std::uint32_t pending = 0;  // assignments not yet indexed
    std::uint32_t opened = 0, expected = 0;
    bool isClosed = false;
    DREAM_FIELDS(Batch, id, pending, opened, expected, isClosed)
};

// How an agent has been doing; measured, with a way back.
struct Fleet {
    Id<agentregistry::Agent> agent;
    std::string slug;
    std::uint32_t leased = 0;
    std::uint64_t done = 0, failed = 0;
    std::uint32_t errorPermille = 0;  // exponentially weighted, 1/16 an attempt
    enum class Health : std::uint8_t { Idle, Degraded, Error };
    Health health = Health::Idle;
    DREAM_FIELDS(Fleet, agent, slug, leased, done, failed, errorPermille, health)
};
DREAM_ENUM(Fleet::Health, Idle, Degraded, Error)

struct Settings {
    std::uint32_t slots = 8;  // tasks leased at once
    Duration lease = seconds(30);
    std::uint32_t attemptsMax = 4;
    Duration backoff = seconds(1), backoffMax = seconds(300);
    bool isDraining = false;
    DREAM_FIELDS(Settings, slots, lease, attemptsMax, backoff, backoffMax, isDraining)
};

}  // namespace superspine
