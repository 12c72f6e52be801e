// What the benches measure of the engine room, on the shipped organism with nothing left out: gate,
// journal, receipts, news; each acknowledgement comes after the sync. Agents make nothing from the
// first measurement on. Thread contract: one thread, not the engine's.
#pragma once

#include "hands/body.h"

#include <string>
#include <vector>

namespace hands {

struct Rate {
    std::uint64_t done = 0, refusals = 0;
    double seconds = 0;
    double cpuUs = 0;  // of all threads of this process, for each that is done
};

class Measuring {
public:
    // The core agents must be hired. Runs one task, so that every page, table and thread was used.
    explicit Measuring(Body &body);
    // Why nothing can be measured: the refusal of that first task. Empty code: all is well.
    const kernel::Refusal &refusal() const { return m_refusal; }

    // Durable lifecycles (submit, lease, complete) with so many under way.
    Rate tasks(std::uint64_t count, std::uint64_t inFlight);
    // Submit to done of one task after the other, the engine idle between them; milliseconds.
    std::vector<double> oneTaskEach(std::size_t count);
    // Events of 180 bytes of text published and synced.
    Rate events(std::uint64_t count, std::uint64_t inFlight);

private:
    struct Finishes;
    Body &m_body;
    std::shared_ptr<Finishes> m_finishes;
    kernel::Refusal m_refusal;
    std::uint64_t m_finished = 0;
};

struct Replayed {
    Rate facts;
    std::uint64_t pages = 0;
    std::string error;  // empty: all state was rebuilt
};

// Rebuilds all state of a profile from its first page, without snapshots.
Replayed replayProfile(const std::string &folder);

}  // namespace hands
