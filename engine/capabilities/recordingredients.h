// The ingredients of a recipe: from a table, a list, or out of running prose.
// Private to the parser of recipes. Thread contract: pure functions.
#pragma once

#include "capabilities/recordoutline.h"

namespace capabilities::record {

inline constexpr std::string_view ingredientNames =
    "ingredients|ingredient|you need|what you need|shopping list|zutaten|du brauchst|man braucht|"
    "ingredientes|hace falta|necesitas|ingrédients|il faut|il vous faut";
inline constexpr std::string_view stepNames =
    "method|steps|directions|instructions|preparation|how to|zubereitung|so geht's|anleitung|"
    "schritte|pasos|preparación|elaboración|modo de|étapes|préparation|recette|réalisation|"
    "déroulement|making";
// "250 g pearl barley" begins with a quantity; "a" alone is an article.
bool beginsWithQuantity(const Line &line);
boost::json::array ingredientsOf(const Outline &outline);

}  // namespace capabilities::record
