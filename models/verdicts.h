// Offline verification in words for a person: the journal page by page, signatures, texts and
// artefacts against their digests, and where a dream's receipts stand in it.
// Thread contract: asked on the GUI thread, answered there.
#pragma once

#include <QObject>
#include <QVariantMap>

#include <functional>

namespace models {

// {ok, sentence, lines}; `dream` may be empty.
void verify(const QString &dream, QObject *asker,
            const std::function<void(const QVariantMap &)> &then);

// The same of the ledger.
void verifyBooks(QObject *asker, const std::function<void(const QVariantMap &)> &then);

}  // namespace models
