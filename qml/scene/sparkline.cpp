#include "sparkline.h"

#include <QPainter>
#include <QPolygonF>

#include <algorithm>

Sparkline::Sparkline(QQuickItem *parent)
    : QQuickPaintedItem(parent)
{
    setAntialiasing(true);
    connect(this, &Sparkline::lookChanged, this, [this] { update(); });
}

void Sparkline::paint(QPainter *painter)
{
    if (m_values.size() < 2)
        return;
    const auto [low, high] = std::minmax_element(m_values.cbegin(), m_values.cend());
    const double range = *high > *low ? *high - *low : 1.0;
    const double left = 1.0, right = width() - 3.0, top = 3.0, bottom = height() - 3.0;
    QPolygonF line;
    for (qsizetype i = 0; i < m_values.size(); ++i) {
        const double x = left + (right - left) * double(i) / double(m_values.size() - 1);
        line.append({x, bottom - (m_values[i] - *low) / range * (bottom - top)});
    }
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(QPen(m_ink, 1.25, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter->drawPolyline(line);
    painter->setPen(Qt::NoPen);
    painter->setBrush(m_ink);
    painter->drawEllipse(line.constLast(), 2.0, 2.0);
}
