// Opening the organism for one verb. Thread contract: main thread.
#pragma once

#include "ctl/commands.h"
#include "hands/body.h"
#include "hands/roster.h"

namespace ctl {

// For writing; for reading when asked so. With --passphrase-from the key of --as (or the owner) is
// unlocked first. Empty, and `said` filled in, when it cannot be opened.
std::unique_ptr<hands::Body> open(const Call &call, bool isReadOnly, Said &said);

// A secret of a person, never on the command line: the first line of --NAME FILE ("-" is standard
// input), else asked for. Wipe it.
std::string secretOf(const Call &call, const std::string &name, const std::string &prompt);

// Of any system; nothing when there is no such command.
const kernel::CommandInfo *commandOf(const std::string &name);

std::string sentenceOf(const kernel::Refusal &refusal);
boost::json::object refusalJson(const kernel::Refusal &refusal);

}  // namespace ctl
