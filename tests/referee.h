// Qt's CBOR reader as a referee of ours: whether it reads the same bytes as one array, to their end.
// Thread contract: pure function.
#pragma once

#include "kernel/system.h"

#include <QCborStreamReader>
#include <QCborValue>

#include <string>

namespace referee {

// Reads one item to its end, strings and containers included, as Qt understands it.
inline bool reads(const std::string &bytes)
{
    QCborStreamReader reader(bytes.data(), qsizetype(bytes.size()));
    const QCborValue value = QCborValue::fromCbor(reader);
    return reader.lastError() == QCborError::NoError && value.isArray()
           && reader.currentOffset() == qint64(bytes.size());
}

// A fact's bytes with nothing sealed.
inline std::string plain(const kernel::FactInfo &info, const void *fact)
{
    std::string bytes;
    kernel::Encoder encoder(bytes, nullptr);
    info.encode(encoder, fact);
    return bytes;
}

}  // namespace referee
