#include "glyph.h"

#include <QFile>
#include <QHash>
#include <QPainter>
#include <QSvgRenderer>

#include <memory>

using namespace Qt::StringLiterals;

namespace {

constexpr int thinnedAbove = 20;  // a large icon keeps the line width of a small one

std::shared_ptr<QSvgRenderer> rendererFor(const QString &name, const QColor &tint, int size)
{
    static QHash<QString, std::shared_ptr<QSvgRenderer>> cache;
    const int stroke = size > thinnedAbove ? size : 0;
    const QString key = name + u'/' + tint.name(QColor::HexArgb) + u'/' + QString::number(stroke);
    const auto known = cache.constFind(key);
    if (known != cache.constEnd())
        return *known;
    QFile file(u":/icons/"_s + name + u".svg"_s);
    if (!file.open(QIODevice::ReadOnly)) {
        qWarning("no icon named %s", qPrintable(name));
        return nullptr;
    }
    QByteArray svg = file.readAll();
    svg.replace("currentColor", tint.name().toLatin1());
    if (stroke > 0) {
        const QByteArray width = QByteArray::number(1.3 * 22 / stroke, 'f', 2);
        svg.replace("stroke-width=\"1.3\"", "stroke-width=\"" + width + "\"");
    }
    auto renderer = std::make_shared<QSvgRenderer>(svg);
    if (cache.size() > 2048)  // names times tints times sizes: far above what one theme needs
        cache.clear();
    cache.insert(key, renderer);
    return renderer;
}

}  // namespace

Glyph::Glyph(QQuickItem *parent)
    : QQuickPaintedItem(parent)
{
    setAntialiasing(true);
    connect(this, &Glyph::lookChanged, this, [this] { update(); });
}

void Glyph::paint(QPainter *painter)
{
    if (m_name.isEmpty())
        return;
    const auto renderer = rendererFor(m_name, m_tint, qRound(width()));
    if (!renderer)
        return;
    painter->setOpacity(m_tint.alphaF());
    renderer->render(painter, QRectF(0, 0, width(), height()));
}
