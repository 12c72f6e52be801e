// What became of dreams, for people and programs: read back from the journal as JSON.
// Thread contract: any thread but the engine's.
#pragma once

#include "hands/body.h"

#include <boost/json.hpp>

#include <map>
#include <set>

namespace ctl {

// Title, state, form, language, scores, artefacts and receipts of each; an erased dream has no title.
std::map<std::uint64_t, boost::json::object> resultsOf(hands::Body &body,
                                                       const std::set<std::uint64_t> &dreams);
// The receipts of a task, oldest first: one an attempt.
boost::json::array receiptsOf(hands::Body &body, std::uint64_t task);
// What the first receipt that is not done says, else that the work is not done.
std::string reasonOf(const boost::json::object &said);
bool isWorked(const boost::json::object &said);

}  // namespace ctl
