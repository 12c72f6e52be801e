#include "fonts.h"

#include <QDirIterator>
#include <QFile>
#include <QFontDatabase>
#include <QtEndian>

#include <cstring>
#include <optional>

using namespace Qt::StringLiterals;

namespace fonts {

namespace {

// Big-endian reads that refuse to leave the font.
class Reader
{
public:
    explicit Reader(const QByteArray &bytes) : m_bytes(bytes) {}

    bool holds(qsizetype at, qsizetype size) const
    {
        return at >= 0 && size >= 0 && at <= m_bytes.size() - size;
    }
    std::optional<quint16> word(qsizetype at) const
    {
        if (!holds(at, 2))
            return std::nullopt;
        return qFromBigEndian<quint16>(m_bytes.constData() + at);
    }
    std::optional<quint32> longWord(qsizetype at) const
    {
        if (!holds(at, 4))
            return std::nullopt;
        return qFromBigEndian<quint32>(m_bytes.constData() + at);
    }
    bool isTag(qsizetype at, const char *tag) const
    {
        return holds(at, 4) && std::memcmp(m_bytes.constData() + at, tag, 4) == 0;
    }

private:
    const QByteArray &m_bytes;
};

// Offset of the table of that name, see "Table Directory" in the OpenType specification.
std::optional<qsizetype> tableOffset(const Reader &reader, const char *tag)
{
    const auto count = reader.word(4);
    for (int i = 0; count && i < *count; ++i) {
        const qsizetype entry = 12 + 16 * qsizetype(i);
        if (!reader.isTag(entry, tag))
            continue;
        const auto offset = reader.longWord(entry + 8);
        return offset ? std::optional<qsizetype>(*offset) : std::nullopt;
    }
    return std::nullopt;
}

QString loadFamily()
{
    QString family;
    QDirIterator it(u":/fonts"_s, {u"*.otf"_s, u"*.ttf"_s}, QDir::Files);
    while (it.hasNext()) {
        QFile file(it.next());
        if (!file.open(QIODevice::ReadOnly))
            continue;
        const int id = QFontDatabase::addApplicationFontFromData(withTabularFigures(file.readAll()));
        const QStringList families = QFontDatabase::applicationFontFamilies(id);
        if (families.contains("Inter"_L1))
            family = u"Inter"_s;
    }
    if (family.isEmpty())
        family = QFontDatabase::systemFont(QFontDatabase::GeneralFont).family();
    return family;
}

}  // namespace

QString family()
{
    static const QString loaded = loadFamily();
    return loaded;
}

// Qt 6.4 cannot switch on the feature "tnum", and Inter's ordinary figures are proportional. The
// shaper always applies "rclt", so renaming the tag in memory makes every figure tabular. "calt"
// turns the x of an id like 2x7a into a multiplication sign: under a name nobody knows it rests.
QByteArray withTabularFigures(QByteArray font)
{
    const Reader reader(font);
    const auto substitutions = tableOffset(reader, "GSUB");
    if (!substitutions)
        return font;
    const auto listOffset = reader.word(*substitutions + 6);
    if (!listOffset)
        return font;
    const qsizetype list = *substitutions + *listOffset;
    const auto count = reader.word(list);
    QList<qsizetype> figures, alternates;
    for (int i = 0; count && i < *count; ++i) {
        const qsizetype tag = list + 2 + 6 * qsizetype(i);
        if (!reader.holds(tag, 6))
            return font;
        if (reader.isTag(tag, "tnum"))
            figures.append(tag);
        else if (reader.isTag(tag, "calt"))
            alternates.append(tag);
    }
    for (const qsizetype tag : figures)
        std::memcpy(font.data() + tag, "rclt", 4);
    for (const qsizetype tag : alternates)
        std::memcpy(font.data() + tag, "ds00", 4);
    return font;
}

}  // namespace fonts
