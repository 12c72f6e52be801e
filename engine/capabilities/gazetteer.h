// Names the fact extractor knows beforehand: given names, places, forms of address, months,
// marks of organisations. Written for this project. Folded forms; read-only data.
#pragma once

#include "text/wordset.h"

#include <cstdint>

namespace capabilities::gazetteer {

enum class NameKind : std::uint8_t {
    none,
    given,      // a given name
    ambiguous,  // a given name that is a common word too: Will, May, Rose
};
NameKind givenName(text::Word form);
bool isPlace(text::Word form);  // country, city, region: one word
// Mr, Frau, doña, Captain: the word belongs to the name that follows. Kinship words ("Onkel")
// count as well when a name follows.
bool isTitle(text::Word form);
bool isOrganisationMark(text::Word form);  // GmbH, Ltd, University
int monthOf(text::Word form);              // 1..12, or 0
bool isWeekday(text::Word form);
int smallNumber(text::Word form);  // "three", "drei", "tres", "trois": 1..12, or 0
bool isDemonym(text::Word form);   // languages and peoples: English, Spanish

}  // namespace capabilities::gazetteer
