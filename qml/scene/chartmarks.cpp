// What lies over a Chart's values: the limit, moments in time, and the point that is chosen or under
// the pointer with its words.
#include "chart.h"

#include <QFontMetricsF>
#include <QPainter>
#include <QPainterPath>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

void Chart::drawLimit(QPainter &painter) const
{
    const QRectF room = plot();
    const layout::Axis ticks = axis();
    if (m_limit < ticks.low || m_limit > ticks.high)
        return;
    const double y = std::floor(room.bottom() - ticks.share(m_limit) * room.height()) + 0.5;
    QPen pen(toneMark(u"warn"_s), 1);
    pen.setDashPattern({3, 4});
    painter.setPen(pen);
    painter.drawLine(QPointF(room.left(), y), QPointF(room.right(), y));
}

void Chart::drawMoments(QPainter &painter) const
{
    if (m_at.size() < 2 || m_at.last() <= m_at.first())
        return;
    const QRectF room = plot();
    for (const QVariant &value : m_moments) {
        const QVariantMap moment = value.toMap();
        const double share =
            (moment.value(u"at"_s).toDouble() - m_at.first()) / (m_at.last() - m_at.first());
        if (share < 0 || share > 1)
            continue;
        const double x = std::floor(room.left() + share * room.width()) + 0.5;
        const QString tone = moment.value(u"tone"_s).toString();
        painter.setPen(QPen(tint("text3"), 1));
        painter.drawLine(QPointF(x, px(9)), QPointF(x, room.bottom()));
        painter.setPen(Qt::NoPen);
        painter.setBrush(toneMark(tone));
        const double r = px(3.5), y = px(5);
        QPainterPath mark;
        if (tone == "warn"_L1 || tone == "bad"_L1) {  // shape before colour
            mark.moveTo(x, y - r);
            mark.lineTo(x + r, y + r);
            mark.lineTo(x - r, y + r);
            mark.closeSubpath();
        } else {
            mark.addEllipse(QPointF(x, y), r, r);
        }
        painter.drawPath(mark);
    }
}

void Chart::drawChosen(QPainter &painter) const
{
    const int point = m_hovered >= 0 ? m_hovered : m_selected;
    if (point < 0 || point >= count() || m_kind == Spark)
        return;
    const QRectF room = plot();
    const double x = std::floor(room.left() + xShare(point) * room.width()) + 0.5;
    if (m_kind == Heat) {
        const QPointF middle = placeOf(std::clamp(m_row, 0, rowCount() - 1), point);
        const QSizeF box(room.width() / count(), room.height() / rowCount());
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(tint("focus"), px(2)));
        painter.drawRect(QRectF(middle - QPointF(box.width(), box.height()) / 2, box));
    } else {
        painter.setPen(QPen(tint("lineStrong"), 1));
        painter.drawLine(QPointF(x, room.top()), QPointF(x, room.bottom()));
    }
    for (int row = 0; row < rowCount() && (m_kind == Line || m_kind == Area); ++row) {
        const QPointF at = placeOf(row, point);
        if (std::isnan(at.y()))
            continue;
        painter.setPen(QPen(tint("surface"), px(1.5)));
        painter.setBrush(inkOf(row));
        const double r = px(row == m_row && point == m_selected ? 4.5 : 3.5);
        painter.drawEllipse(at, r, r);
    }
    const QFont small = font(11);
    const QFontMetricsF metrics(small);
    const QString word = metrics.elidedText(words(point), Qt::ElideRight, room.width() - px(12));
    const double w = metrics.horizontalAdvance(word) + px(12), h = px(20);
    const double left = std::clamp(x + px(8), room.left(), std::max(room.left(), width() - w - 1));
    // On the other side of the line where it would lie over the newest values.
    const double moved = x + px(8) + w > room.right() ? std::max(room.left(), x - px(8) - w) : left;
    const QRectF box(moved, m_kind == Strip ? room.bottom() - h : room.top(), w, h);
    painter.setPen(QPen(tint("lineStrong"), 1));
    painter.setBrush(tint("raised"));
    painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), px(3), px(3));
    painter.setFont(small);
    painter.setPen(tint("text"));
    painter.drawText(box, Qt::AlignCenter, word);
}
