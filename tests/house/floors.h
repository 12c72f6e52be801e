// Who may include whom, and which floor may know the outside world: the table of ARCHITECTURE
// ("Floors, and who may include whom") as data, and the rules that read it.
// Thread contract: pure functions of a tree.
#pragma once

#include "tree.h"

namespace house {

// Each returns one line a breach: "path:line: what is wrong".
QStringList floorsAreNotSkipped(const Tree &tree);
QStringList onlySomeFloorsKnow(const Tree &tree);
QStringList posixIsBehindOneFile(const Tree &tree);
QStringList systemsHaveNoCycle(const Tree &tree);
QStringList includesResolve(const Tree &tree);
QStringList qmlImportsModelsOnly(const Tree &tree);

}  // namespace house
