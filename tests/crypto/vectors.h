// Reading tests/vectors and hexadecimal text, for the tests of the crypto floor.
// Thread contract: test code, one thread.
#pragma once

#include "crypto/hash.h"

#include <QByteArray>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <string>
#include <vector>

namespace vectors {

// The named file as an object; empty when it is missing or broken, which the callers check.
inline QJsonObject read(const char *name)
{
    QFile file(QStringLiteral(DREAM_SOURCE_DIR "/tests/vectors/") + QLatin1String(name));
    if (!file.open(QIODevice::ReadOnly))
        return {};
    return QJsonDocument::fromJson(file.readAll()).object();
}

inline std::string bytes(const char *hex)
{
    return QByteArray::fromHex(hex).toStdString();
}

inline std::string bytes(const QJsonValue &hex)
{
    return QByteArray::fromHex(hex.toString().toLatin1()).toStdString();
}

inline kernel::Digest digest(const QJsonValue &hex)
{
    return kernel::Digest::fromHex(hex.toString().toStdString()).value();
}

// The message hashes.py speaks of.
inline std::string message(int length)
{
    std::string text;
    for (int i = 0; i < length; ++i)
        text += static_cast<char>((7 * i + 3) % 251);
    return text;
}

template <std::size_t size>
std::array<std::uint8_t, size> array(const std::string &bytes)
{
    std::array<std::uint8_t, size> result{};
    if (bytes.size() != size)
        qFatal("a vector has %zu bytes instead of %zu", bytes.size(), size);
    std::copy(bytes.begin(), bytes.end(), result.begin());
    return result;
}

}  // namespace vectors
