// What an agent asks of whoever wants its work: the conditions of its manifest ("tier"), looked up where
// they are kept. Nobody says of themselves that they fulfil one. Thread contract: pure.
#pragma once

#include "spine/agentregistry.h"

namespace superspine {

// The conditions that are missing for the asker, in words of the manifest ("subscription; stakeSheep
// 1000"); empty: none. A condition nobody keeps yet is missing.
std::string missingFor(const agentregistry::Agent &agent, const kernel::World &world);

}  // namespace superspine
