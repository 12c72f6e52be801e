// Figures of the window itself, one JSON value a line on standard output: how long the first frame
// and the rows took, what it costs at rest, how a list scrolls, how long the GUI thread is away while
// the organism works at full rate. Then the program ends. GUI thread only.
#pragma once

#include <QString>

class QQuickWindow;

namespace desktop {

// What: start, rest, scroll or load. False when there is no such measurement.
bool measure(QQuickWindow *window, const QString &what, int seconds);

}  // namespace desktop
