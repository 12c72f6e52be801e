// What the ledger's rules would pay, in lists a chart can take. GUI thread; the answer comes later.
#pragma once

#include <QVariantMap>

#include <functional>

class QObject;

namespace models {

class Journal;

// As Engine.whatIf says.
void whatIf(Journal &journal, const QVariantMap &question, QObject *asker,
            const std::function<void(const QVariantMap &)> &then);

}  // namespace models
