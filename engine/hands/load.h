// Load for measurements: keeps so many tasks that do nothing and so many events under way until it
// is stopped. Everything else is as in earnest: gate, journal, receipts, news.
// Thread contract: made, stopped and destroyed by one thread.
#pragma once

#include "hands/body.h"

#include <memory>

namespace hands {

// A task whose worker has nothing to do; an event of 180 bytes of text.
kernel::Ask idleTask();
kernel::Ask idleEvent();

class Load {
public:
    struct Count {
        std::uint64_t tasks = 0, events = 0, refusals = 0;
    };

    // The core agents must be hired. Agents make nothing from here on.
    Load(Body &body, std::size_t tasksInFlight, std::size_t eventsInFlight);
    ~Load();

    // What was finished and acknowledged so far.
    Count count() const;
    void stop();

private:
    struct Shared;
    std::shared_ptr<Shared> d;
};

}  // namespace hands
