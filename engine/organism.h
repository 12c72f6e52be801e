// The list of systems, one line each. To add one: write its .h and .cpp in its organ (see any
// neighbour), give it the next free number, which is never reused, and add its info here and in
// organism.cpp. Thread contract: made once, never changes.
#pragma once

#include "kernel/system.h"

#include <span>

namespace organism {

std::span<const kernel::SystemInfo *const> systems();
const kernel::SystemInfo *system(std::string_view stem);

}  // namespace organism
