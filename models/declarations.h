// What the systems declare, in words of QML: their tables, commands and fields, with the titles and
// the help that people read. Leaves drawing forms and tables to the pages.
// Thread contract: pure functions.
#pragma once

#include "kernel/system.h"

#include <QVariantMap>

namespace models {

// {stem, organ, title, purpose, page, consequence, commands, tables}; a command is {name, label,
// help, danger, fields}, a table {name, title, isArchive, fields}, a field {name, type, element, of,
// options, words, optional, initial, label}: `of` the table an id is chosen from, `words` what the
// options are called, `initial` what it is when nobody says anything.
QVariantMap describe(const kernel::SystemInfo &system);

}  // namespace models
