// Opening the organism for one verb. Thread contract: main thread.
#pragma once

#include "ctl/commands.h"
#include "hands/body.h"
#include "hands/roster.h"

namespace ctl {

// For writing; for reading when asked so. Empty, and `said` filled in, when it cannot be opened.
std::unique_ptr<hands::Body> open(const Call &call, bool isReadOnly, Said &said);

std::string sentenceOf(const kernel::Refusal &refusal);
boost::json::object refusalJson(const kernel::Refusal &refusal);

}  // namespace ctl
