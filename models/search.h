// Finds dreams by their words: title and tags first, then the texts themselves, newest first and
// within a fixed time. Thread contract: asked on the GUI thread, answered there.
#pragma once

#include <QObject>
#include <QVariantList>

#include <functional>

namespace models {

inline constexpr int foundMax = 200;

void search(const QString &text, QObject *asker, std::function<void(const QVariantList &)> then);

}  // namespace models
