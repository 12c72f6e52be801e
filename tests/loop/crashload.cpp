// The load that tst_kill kills: creates dreams as fast as it can, each under its own idempotency key,
// and says on standard output which ones were acknowledged. Arguments: profile, first number.
#include "cortex/dreams.h"
#include "loop/engine.h"

#include <atomic>
#include <cstdio>
#include <cstdlib>
#include <mutex>
#include <string>
#include <unistd.h>

int main(int, char **argv)
{
    std::string error;
    loop::Options options;
    options.folder = argv[1];
    const std::unique_ptr<loop::Engine> engine = loop::Engine::open(options, error);
    if (!engine) {
        std::fprintf(stderr, "%s\n", error.c_str());
        return 1;
    }
    engine->start();
    std::atomic<int> underWay = 0;
    for (std::uint64_t number = std::strtoull(argv[2], nullptr, 10);; ++number) {
        while (underWay > 64)
            usleep(50);
        ++underWay;
        dreams::Create create;
        create.body.text = "dream number " + std::to_string(number);
        kernel::Envelope envelope;
        envelope.key = {7, number};
        engine->send(kernel::makeAsk(create, envelope), [number, &underWay](const kernel::Answer &answer) {
            // One write a line, so that the reader never sees half of one from a live process.
            char line[64];
            const int size = std::snprintf(line, sizeof line, "%llu %d\n", static_cast<unsigned long long>(number),
                                           answer.isDone ? 1 : 0);
            if (::write(1, line, static_cast<std::size_t>(size)) != size)
                std::abort();
            --underWay;
        });
    }
}
