// Pictures of the window for people who judge it: waits until the profile is open and the window
// has come to rest, saves what it shows, ends the program. GUI thread only.
#pragma once

#include <QString>

class QQuickWindow;

namespace desktop {

void shootWhenCalm(QQuickWindow *window, const QString &file);

}  // namespace desktop
