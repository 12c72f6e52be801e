// Threads whose work nobody waits for give way to the engine's and the window's.
#pragma once

namespace loop {

// Lowers the calling thread for good; where the system refuses, nothing changes.
void workInBackground();

}  // namespace loop
