// The words a person reads for what systems declare: titles of systems, tables and commands, what a
// command does, what its fields ask for. Read from resources/translations; owns no logic.
// Thread contract: pure; any thread.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace hands {

// From now on the words, and the sentences of refusals, come in "de"; anything else is English. What
// a language lacks comes in English.
void speak(std::string_view language);
bool speaksGerman();
// What a system is for, when that language says it; else empty.
std::string purposeOf(std::string_view stem);
// Of "stem", "stem.table" or "stem.command"; empty when nobody has written it.
std::string titleOf(std::string_view name);
// What a command does, in a sentence or two.
std::string helpOf(std::string_view command);
std::string fieldLabelOf(std::string_view command, std::string_view field);
// Everything that is named there, as "stem.command" or "stem.command/field".
std::vector<std::string> labelled();

}  // namespace hands
