// A thread that reads the journal beside the engine: questions run on it one after the other, each
// with a connection of its own and a view of what is committed. Says when the journal has grown, at
// most once a frame. Owns no answers: whoever asks takes them to where they are wanted.
// Thread contract: made after Engine::start and destroyed before the Engine; ask from any thread,
// questions and `grown` run on the reading thread.
#pragma once

#include "loop/archive.h"
#include "loop/engine.h"

#include <memory>

namespace loop {

class Reader {
public:
    using Question = std::function<void(store::Store &, const JournalView &)>;

    Reader(Engine &engine, std::function<void()> grown);
    // Ends after the question that is being answered; those behind it are dropped.
    ~Reader();
    Reader(const Reader &) = delete;
    Reader &operator=(const Reader &) = delete;

    void ask(Question question);
    // Whether every question asked so far has been answered.
    bool isIdle() const;

private:
    struct Shared;
    std::shared_ptr<Shared> d;
};

}  // namespace loop
