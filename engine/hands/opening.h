// Opens an organism aside, so that whoever waits for it (a window) stays awake. Owns the thread until
// it has ended; leaves the body to its taker. Thread contract: made and destroyed on one thread;
// `then` runs on the opening thread, once.
#pragma once

#include "hands/body.h"

namespace hands {

class Opening {
public:
    using Then = std::function<void(std::unique_ptr<Body> body, const std::string &error)>;

    // Workers 0: one a core, at most `workersMax`, so that the window keeps its share.
    static constexpr unsigned workersMax = 4;
    Opening(BodyOptions options, Then then);
    ~Opening();  // waits until `then` was called
    Opening(const Opening &) = delete;
    Opening &operator=(const Opening &) = delete;

private:
    std::thread m_thread;
};

}  // namespace hands
