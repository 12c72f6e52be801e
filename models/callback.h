// JavaScript functions that are called back: kept while an answer travels through other threads, and
// called on the GUI thread. Thread contract: hold() and tell() on the GUI thread; a Callback may be
// passed along anywhere.
#pragma once

#include <QJSValue>
#include <QVariant>

#include <memory>

class QObject;

namespace models {

using Callback = std::shared_ptr<const QJSValue>;

// The last to let go sends it home: a JavaScript function may be dropped on the GUI thread only.
Callback hold(const QJSValue &callback);
// Calls it with one value by the engine of `asker`; an error in it becomes a warning.
void tell(const QObject *asker, const QJSValue &callback, const QVariant &answer);

}  // namespace models
