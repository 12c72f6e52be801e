// Agent Registry Core: the catalogue of agents, one list and one set of ids. Owns manifests, exam
// results and who is hired; leaves running them to the Super Spine and the hands.
// Thread contract: pure; states belong to the engine thread.
#pragma once

#include "kernel/system.h"

namespace agentregistry {

using namespace kernel;
DREAM_SYSTEM_OF(AgentRegistry)

enum class State : std::uint8_t { Candidate, Hired, Dismissed };
DREAM_ENUM(State, Candidate, Hired, Dismissed)
enum class Exam : std::uint8_t { Missing, Passed, Failed };
DREAM_ENUM(Exam, Missing, Passed, Failed)

// One step of an agent's pipeline. An input is "text", "candidates" or an artefact's name; of
// several makers the agent itself comes first, "agent/artefact" names another.
struct Step {
    std::string capability;
    std::vector<std::string> inputs;
    std::vector<std::string> outputs;
    std::string params;  // JSON object, or empty
    DREAM_FIELDS(Step, capability, inputs, outputs, params)
};

struct Manifest {
    std::string slug;
    std::string name;
    std::string kind;
    std::string version;
    std::string summary;
    std::vector<std::string> capabilities;
    std::vector<Step> steps;
    std::string tier;  // unlock conditions, JSON; empty: open to all
    DREAM_FIELDS(Manifest, slug, name, kind, version, summary, capabilities, steps, tier)
};

struct Agent {
    Id<Agent> id;
    std::string slug;
    std::string name;
    std::string kind;
    State state = State::Candidate;
    Exam exam = Exam::Missing;
    std::uint32_t examCases = 0, examFailures = 0;
    std::string examNote;
    Digest examKey;  // build, capability versions and exam it was examined under
    std::vector<std::string> capabilities;
    std::string tier;
    std::string summary;
    std::string version;
    std::vector<Step> steps;
    DREAM_FIELDS(Agent, id, slug, name, kind, state, exam, examCases, examFailures, examNote, examKey,
                 capabilities, tier, summary, version, steps)
};

inline constexpr std::size_t agentsMax = 10'000;
inline constexpr std::size_t stepsMax = 64;

// From the roster, the Foundry or an import. The same manifest again is done and changes nothing.
struct Register {
    Manifest manifest;
    DREAM_FIELDS(Register, manifest)
};
struct Examine {
    static constexpr bool isInternal = true;
    Id<Agent> agent;
    Digest key;
    std::uint32_t cases = 0, failures = 0;
    std::string note;
    DREAM_FIELDS(Examine, agent, key, cases, failures, note)
};
struct Hire {
    Id<Agent> agent;
    DREAM_FIELDS(Hire, agent)
};
struct Dismiss {
    Id<Agent> agent;
    DREAM_FIELDS(Dismiss, agent)
};

struct Registered {
    Agent agent;
    DREAM_FIELDS(Registered, agent)
};
struct Examined {
    Id<Agent> agent;
    Exam exam = Exam::Missing;
    Digest key;
    std::uint32_t cases = 0, failures = 0;
    std::string note;
    DREAM_FIELDS(Examined, agent, exam, key, cases, failures, note)
};
struct Hired {
    Id<Agent> agent;
    DREAM_FIELDS(Hired, agent)
};
struct Dismissed {
    Id<Agent> agent;
    std::string reason;
    DREAM_FIELDS(Dismissed, agent, reason)
};

struct Memory {
    Table<Agent> agents;
    DREAM_FIELDS(Memory, agents)
    Lookup<std::string, std::uint64_t> bySlug;
};

struct AgentRegistry {
    static constexpr std::string_view stem = "agentregistry", organ = "spine", page = "Atlas";
    static constexpr std::string_view purpose =
        "The catalogue of agents: manifests, exam results, and who is hired.";
    static constexpr std::string_view consequence =
        "superspine: only hired agents that passed their exam are given tasks.";
    static constexpr std::uint16_t number = 2;
    using State = Memory;
    using Commands = List<Register, Examine, Hire, Dismiss>;
    using Facts = List<Registered, Examined, Hired, Dismissed>;

    static Outcome decide(const Memory &, const Register &, World &);
    static Outcome decide(const Memory &, const Examine &, World &);
    static Outcome decide(const Memory &, const Hire &, World &);
    static Outcome decide(const Memory &, const Dismiss &, World &);
    static void evolve(Memory &, const Registered &, const Moment &);
    static void evolve(Memory &, const Examined &, const Moment &);
    static void evolve(Memory &, const Hired &, const Moment &);
    static void evolve(Memory &, const Dismissed &, const Moment &);
    static void rebuild(Memory &);
    static void vitals(const Memory &, Vitals &);
};

// The agent of that slug, or nullptr.
const Agent *find(const Memory &, const std::string &slug);
// The capability vocabulary: 60 names; an agent may have no other.
bool isCapability(std::string_view name);

}  // namespace agentregistry
