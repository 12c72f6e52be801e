// Rules about what stands written: sizes, floor READMEs, the map of the house, sentences for
// refusals, names that pages ask for, and paths that exist on no other machine.
// Thread contract: pure functions of a tree.
#pragma once

#include "tree.h"

#include <QSet>

namespace house {

// Each returns one line a breach: "path:line: what is wrong".
QStringList filesAreShort(const Tree &tree);
QStringList functionsAreShort(const Tree &tree);
QStringList floorsHaveReadmes(const Tree &tree);
QStringList refusalsHaveSentences(const Tree &tree);
QStringList pathsAreOfTheHouse(const Tree &tree);
QStringList mapMatchesTree(const Tree &tree);
QStringList pagesNameWhatExists(const Tree &tree, const QSet<QString> &declared);

// Names of tables and commands ("wolfpacks.join"), from what `dreamctl systems --json` printed,
// or, when that is empty, from the headers of the organs.
QSet<QString> declaredNames(const Tree &tree, const QByteArray &systemsJson);

}  // namespace house
