#include "hands/opening.h"

#include <algorithm>

namespace hands {

Opening::Opening(BodyOptions options, Then then)
{
    if (options.workers == 0)
        options.workers = std::clamp(std::thread::hardware_concurrency(), 1u, workersMax);
    m_thread = std::thread([options = std::move(options), then = std::move(then)] {
        std::string error;
        std::unique_ptr<Body> body = Body::start(options, error);
        then(std::move(body), error);
    });
}

Opening::~Opening()
{
    m_thread.join();
}

}  // namespace hands
