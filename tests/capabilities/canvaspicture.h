// Looking at the pictures CANVAS makes: their elements, their pixels as Qt draws them, and whether
// they keep to what is allowed in them. Owns nothing. Thread contract: one thread.
#pragma once

#include "canvasfixture.h"

#include <QFontDatabase>
#include <QFontMetricsF>
#include <QImage>
#include <QPainter>
#include <QSvgRenderer>
#include <QXmlStreamReader>

#include <cmath>
#include <optional>

namespace picture {

using capabilities::Result;
using fixture::Dream;

struct Element {
    QString name;
    QXmlStreamAttributes attributes;
    QString text;

    double number(const char *attribute) const
    {
        return attributes.value(QLatin1String(attribute)).toDouble();
    }
    QString value(const char *attribute) const
    {
        return attributes.value(QLatin1String(attribute)).toString();
    }
};

// The elements of a picture in order; no value if it is no well-formed XML.
inline std::optional<QList<Element>> elementsOf(const std::string &svg)
{
    QXmlStreamReader reader(QByteArray::fromStdString(svg));
    QList<Element> elements;
    while (!reader.atEnd()) {
        reader.readNext();
        if (reader.isStartElement())
            elements.append({reader.name().toString(), reader.attributes(), {}});
        else if (reader.isCharacters() && !reader.isWhitespace())
            elements.last().text += reader.text();
    }
    if (reader.hasError())
        return {};
    return elements;
}

// The same for a picture that must be well-formed: none otherwise.
inline QList<Element> allOf(const std::string &svg)
{
    return elementsOf(svg).value_or(QList<Element>());
}

inline std::string pictureOf(const Result &result)
{
    return result.outputs.empty() ? std::string() : result.outputs[0].bytes;
}

inline std::string cardOf(const Dream &dream)
{
    return pictureOf(fixture::run(capabilities::renderCard, dream));
}

inline QImage drawn(const std::string &svg, QSize size = {400, 210})
{
    QSvgRenderer renderer(QByteArray::fromStdString(svg));
    QImage image(size, QImage::Format_RGB32);
    image.fill(Qt::magenta);
    QPainter painter(&image);
    renderer.render(&painter);
    return image;
}

// Mean difference of channels, 0..255, over a part of both pictures.
inline double difference(const QImage &one, const QImage &other, QRect part)
{
    double sum = 0;
    for (int y = part.top(); y <= part.bottom(); ++y) {
        for (int x = part.left(); x <= part.right(); ++x) {
            const QRgb a = one.pixel(x, y);
            const QRgb b = other.pixel(x, y);
            sum += std::abs(qRed(a) - qRed(b)) + std::abs(qGreen(a) - qGreen(b))
                + std::abs(qBlue(a) - qBlue(b));
        }
    }
    return sum / (3.0 * part.width() * part.height());
}

inline QString soundness(const std::string &svg)
{
    static const QStringList allowed =
        QStringLiteral("svg title desc style rect g path circle text").split(u' ');
    const auto elements = elementsOf(svg);
    if (!elements)
        return QStringLiteral("not well-formed");
    for (const Element &element : *elements) {
        if (!allowed.contains(element.name))
            return QStringLiteral("element ") + element.name;
        for (const QXmlStreamAttribute &attribute : element.attributes) {
            if (attribute.name().startsWith(QLatin1String("on"))
                || attribute.name().contains(QLatin1String("href"))
                || attribute.value().contains(QLatin1String("url(")))
                return QStringLiteral("attribute ") + attribute.name().toString();
        }
    }
    if (elements->value(1).name != QLatin1String("title") || elements->value(1).text.isEmpty()
        || elements->value(2).name != QLatin1String("desc") || elements->value(2).text.isEmpty())
        return QStringLiteral("no title or description");
    return {};
}

inline bool hasInter()
{
    return QFontDatabase::families().contains(QLatin1String("Inter"));
}

inline double realWidth(const QString &text, double size, int weight)
{
    QFont font(QStringLiteral("Inter"));
    font.setPixelSize(100);
    font.setWeight(QFont::Weight(weight));
    font.setHintingPreference(QFont::PreferNoHinting);
    return QFontMetricsF(font).horizontalAdvance(text) * size / 100;
}

}  // namespace picture
