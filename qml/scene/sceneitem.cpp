#include "sceneitem.h"

#include <QBuffer>
#include <QClipboard>
#include <QFile>
#include <QFileInfo>
#include <QGuiApplication>
#include <QImage>
#include <QMimeData>
#include <QPainter>
#include <QSvgGenerator>

using namespace Qt::StringLiterals;

SceneItem::SceneItem(QQuickItem *parent) : QQuickPaintedItem(parent)
{
    setAntialiasing(true);
    connect(this, &SceneItem::inkChanged, this, [this] { update(); });
}

void SceneItem::setInk(const QVariantMap &ink)
{
    m_ink = ink;
    m_family = ink.value(u"family"_s).toString();
    m_zoom = ink.value(u"zoom"_s, 1.0).toDouble();
    Q_EMIT inkChanged();
}

QColor SceneItem::tint(const char *role) const
{
    const QVariant value = m_ink.value(QLatin1String(role), m_ink.value(u"text"_s));
    return value.isValid() ? value.value<QColor>() : QColor(Qt::gray);
}

QColor SceneItem::toneMark(const QString &tone) const
{
    if (tone == "good"_L1 || tone == "warn"_L1 || tone == "bad"_L1 || tone == "accent"_L1)
        return tint(QByteArray(tone.toLatin1() + "Mark").constData());
    return tint("text3");
}

QColor SceneItem::toneText(const QString &tone) const
{
    if (tone == "good"_L1 || tone == "warn"_L1 || tone == "bad"_L1 || tone == "accent"_L1)
        return tint(QByteArray(tone.toLatin1() + "Text").constData());
    return tint("text2");
}

QFont SceneItem::font(int pixels, int weight) const
{
    QFont font(m_family);
    font.setPixelSize(std::max(1, qRound(px(pixels))));
    font.setWeight(QFont::Weight(weight));
    font.setHintingPreference(QFont::PreferNoHinting);
    return font;
}

QString SceneItem::cell(const QString &text)
{
    // A leading sign would be taken for a formula by a spreadsheet.
    const bool isFormula = !text.isEmpty() && QStringView(u"=+@").contains(text[0]);
    if (!isFormula && !text.contains(u'"') && !text.contains(u',') && !text.contains(u'\n'))
        return text;
    return u'"' + (isFormula ? u"'"_s : QString()) + QString(text).replace(u'"', u"\"\""_s) + u'"';
}

void SceneItem::paint(QPainter *painter)
{
    painter->setRenderHint(QPainter::Antialiasing);
    draw(*painter, size());
}

QString SceneItem::svg()
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    QSvgGenerator generator;
    generator.setOutputDevice(&buffer);
    generator.setTitle(m_title.toHtmlEscaped());  // it writes the title as it is given
    generator.setSize(size().toSize());
    generator.setViewBox(QRectF(QPointF(), size()));
    generator.setResolution(96);
    QPainter painter(&generator);
    painter.fillRect(QRectF(QPointF(), size()), tint("surface"));
    draw(painter, size());
    painter.end();
    return QString::fromUtf8(bytes);
}

QImage SceneItem::picture()
{
    constexpr int sharpness = 2;  // a copied picture is often looked at larger
    QImage image(size().toSize() * sharpness, QImage::Format_RGB32);
    image.setDevicePixelRatio(sharpness);
    image.fill(tint("surface"));
    QPainter painter(&image);
    painter.setRenderHint(QPainter::Antialiasing);
    draw(painter, size());
    return image;
}

bool SceneItem::copyAs(const QString &format)
{
    if (width() < 1 || height() < 1)
        return false;
    auto mime = std::make_unique<QMimeData>();
    if (format == "svg"_L1) {
        const QString text = svg();
        mime->setData(u"image/svg+xml"_s, text.toUtf8());
        mime->setText(text);
    } else if (format == "png"_L1) {
        mime->setImageData(picture());
    } else if (format == "csv"_L1) {
        mime->setData(u"text/csv"_s, csv().toUtf8());
        mime->setText(csv());
    } else {
        return false;
    }
    QGuiApplication::clipboard()->setMimeData(mime.release());
    return true;
}

bool SceneItem::save(const QString &path)
{
    const QString format = QFileInfo(path).suffix().toLower();
    if (format == "png"_L1)
        return picture().save(path);
    QFile file(path);
    if ((format != "svg"_L1 && format != "csv"_L1) || !file.open(QIODevice::WriteOnly))
        return false;
    const QByteArray bytes = (format == "svg"_L1 ? svg() : csv()).toUtf8();
    return file.write(bytes) == bytes.size();
}
