#include "svgpicture.h"

#include <QPainter>

SvgPicture::SvgPicture(QQuickItem *parent)
    : QQuickPaintedItem(parent)
{
    setAntialiasing(true);
}

bool SvgPicture::isSelfContained(const QByteArray &svg)
{
    const QByteArray lower = svg.toLower();
    for (const char *reach : {"<image", "<!entity", "<!doctype", "<foreignobject", "<script",
                              "@import", "<feimage", "javascript:", "file:", "data:"}) {
        if (lower.contains(reach))
            return false;
    }
    // A link may only point inside the picture itself.
    for (qsizetype at = lower.indexOf("href="); at >= 0; at = lower.indexOf("href=", at + 5)) {
        if (at + 6 >= lower.size() || lower.at(at + 6) != '#')
            return false;
    }
    return true;
}

void SvgPicture::setSvg(const QString &svg)
{
    if (svg == m_svg)
        return;
    m_svg = svg;
    m_renderer.reset();
    const QByteArray bytes = svg.toUtf8();
    if (!bytes.isEmpty() && bytes.size() <= bytesMax && isSelfContained(bytes)) {
        auto renderer = std::make_unique<QSvgRenderer>(bytes);
        if (renderer->isValid()) {
            renderer->setAspectRatioMode(Qt::KeepAspectRatio);
            m_renderer = std::move(renderer);
        }
    }
    Q_EMIT svgChanged();
    update();
}

double SvgPicture::ratio() const
{
    const QSizeF size = m_renderer ? m_renderer->viewBoxF().size() : QSizeF();
    return size.width() > 0 && size.height() > 0 ? size.width() / size.height() : 1.5;
}

void SvgPicture::paint(QPainter *painter)
{
    if (m_renderer)
        m_renderer->render(painter, QRectF(0, 0, width(), height()));
}
