// Words around a name that tell what it names: verbs only people do, fields that list people,
// prepositions before places. Written for this project. Read-only data.
#pragma once

#include "text/wordset.h"

namespace capabilities {

struct NameCues {
    text::WordMap<bool> personVerbs{256};  // what people do, in the present or the past
    text::WordMap<bool> weakVerbs{64};     // verbs that things have as well
    text::WordMap<bool> peopleFields{64};  // "Attendees", "Anwesend"
    text::WordMap<bool> placeFields{32};
    text::WordMap<bool> placePrepositions{16};
    text::WordMap<bool> withWords{32};
};

const NameCues &nameCues();

}  // namespace capabilities
