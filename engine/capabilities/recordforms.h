// One parser a form: reads the outline and fills the record with the values the text has, under
// the property names every text of that form shares (tests/exam/forms.json). Owns the words that
// give the parts of a form away, in four languages. Properties the text lacks are left out.
// Thread contract: pure functions.
#pragma once

#include "capabilities/recordoutline.h"

#include <boost/json.hpp>

namespace capabilities::record {

boost::json::object recipe(const Outline &outline);
boost::json::object meeting(const Outline &outline);
boost::json::object budget(const Outline &outline);
boost::json::object plan(const Outline &outline);
boost::json::object brief(const Outline &outline);
boost::json::object nightDream(const Outline &outline);
boost::json::object journal(const Outline &outline);
// Any other text: its title, fields, days, people, amounts, to-dos and sections.
boost::json::object other(const Outline &outline);

}  // namespace capabilities::record
