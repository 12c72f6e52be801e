// The ledger at the command line. Thread contract: main thread.
#pragma once

#include "ctl/commands.h"

namespace ctl {

// The books as hledger, beancount or CSV.
Said exportLedger(const Call &call);
// What the ledger's own audit found.
Said verifyBooks(const Call &call);

}  // namespace ctl
