// What the parts of the Super Spine share: when a task may run, granting leases, closing assignments.
// Private to superspine*.cpp. Thread contract: pure; as the system.
#pragma once

#include "spine/superspine.h"

namespace superspine {

// Its import is wholly indexed, or it waits for none.
bool isGateOpen(const Memory &m, const Task &task);
bool mayRun(const Memory &m, const Task &task);
ReadyKey readyKey(const Task &task);

// Grants leases while there are slots; called at the end of everything that frees one or readies a
// task, so that a waiting worker gets its lease in the page of the submit.
void grant(const Memory &m, World &world);
// Plans assignments that had no agents yet, until so many facts are told.
Outcome planSome(const Memory &m, std::size_t factsMax, World &world);
// After a task has ended: some of what is unplanned, then leases.
void goOn(const Memory &m, World &world);

void close(const Memory &m, Id<Assignment> id, superspine::State state, const std::string &reason,
           World &world);
// Closes an assignment whose tasks have all ended, or whose budget is used up.
void settle(const Memory &m, Id<Assignment> id, World &world);

}  // namespace superspine
