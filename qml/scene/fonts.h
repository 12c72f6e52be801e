// Loads the window's font family from the resources, with figures that line up in columns. Leaves
// the font files on disk untouched. Call once on the GUI thread, after the application exists.
#pragma once

#include <QByteArray>
#include <QString>

namespace fonts {

// The family to use: "Inter" when it is built in, else the system's sans.
QString family();

// A copy of an OpenType font whose tabular figures are always on and whose letters never change
// with their neighbours; the same bytes when the font's tables do not add up.
QByteArray withTabularFigures(QByteArray font);

}  // namespace fonts
