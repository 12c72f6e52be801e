// Finds dreams by their words: through the full-text index where there is one, else by title and
// tags alone. Thread contract: asked on the GUI thread, answered there.
#pragma once

#include <QObject>
#include <QVariantList>

#include <functional>

namespace models {

inline constexpr int foundMax = 200;

// Rows of dreams.dreams, best first; those of the index have a `snippet`.
void search(const QString &text, QObject *asker, std::function<void(const QVariantList &)> then);

}  // namespace models
