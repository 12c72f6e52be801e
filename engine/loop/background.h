// Who gives way to whom when all cores are busy: the window comes first, then the engine, then agents
// at work, then indexes.
#pragma once

namespace loop {

enum class GiveWay { ToWindow, ToEngine, ToAll };

// Lowers the calling thread for good; where the system refuses, nothing changes.
void giveWay(GiveWay to);

}  // namespace loop
