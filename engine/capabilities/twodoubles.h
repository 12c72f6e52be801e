// Two doubles worked on at once: one instruction where the machine has it, the same results
// everywhere (IEEE 754 a lane). Owns nothing.
#pragma once

namespace capabilities {

using TwoDoubles [[gnu::vector_size(16)]] = double;

}  // namespace capabilities
