// What changed between two moments, and what a system measured, in words of QML: rows field by field,
// before and after. Thread contract: pure functions.
#pragma once

#include "loop/changes.h"

#include <QVariantMap>

namespace models {

// [{table, stem, title, added, removed, changed, more, rows}], see Past.compareWith.
QVariantList changeWords(const std::vector<loop::TableChanges> &tables);
// [{name, value, unit, state}]
QVariantList vitalWords(const kernel::Vitals &vitals);
QString stateWord(kernel::Vital::State state);

}  // namespace models
