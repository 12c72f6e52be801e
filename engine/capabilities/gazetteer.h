// Names the fact extractor knows beforehand: given names, places, forms of address, months,
// marks of organisations. Written for this project. Folded forms; read-only data.
#pragma once

#include <cstdint>
#include <string_view>

namespace capabilities::gazetteer {

enum class NameKind : std::uint8_t {
    none,
    given,      // a given name
    ambiguous,  // a given name that is a common word too: Will, May, Rose
};
NameKind givenName(std::string_view form);
bool isPlace(std::string_view form);  // country, city, region: one word
// Mr, Frau, doña, Captain: the word belongs to the name that follows. Kinship words ("Onkel")
// count as well when a name follows.
bool isTitle(std::string_view form);
bool isOrganisationMark(std::string_view form);  // GmbH, Ltd, University
int monthOf(std::string_view form);              // 1..12, or 0
bool isWeekday(std::string_view form);
int smallNumber(std::string_view form);  // "three", "drei", "tres", "trois": 1..12, or 0
bool isDemonym(std::string_view form);   // languages and peoples: English, Spanish

}  // namespace capabilities::gazetteer
