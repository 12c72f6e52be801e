// How a Chart is drawn: hairlines, axis words outside the plot, names and last values at the ends of
// the lines instead of a legend, one hue in three strengths.
#include "chart.h"

#include <QDateTime>
#include <QFontMetricsF>
#include <QLocale>
#include <QPainter>
#include <QPainterPath>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace {

QColor between(const QColor &from, const QColor &to, double share)
{
    const auto part = [share](int a, int b) { return int(std::lround(a + (b - a) * share)); };
    return QColor(part(from.red(), to.red()), part(from.green(), to.green()),
                  part(from.blue(), to.blue()));
}

// A hairline that covers one row of pixels.
double crisp(double at)
{
    return std::floor(at) + 0.5;
}

}  // namespace

QColor Chart::inkOf(int row) const
{
    const Series &one = m_series[row];
    if (one.isBefore)
        return tint("link");
    if (!one.tone.isEmpty())
        return toneMark(one.tone);
    return tint(row == 0 ? "series1" : row == 1 ? "series2" : "series3");
}

double Chart::leftRoom() const
{
    if (m_kind == Spark || m_kind == Strip)
        return 1;
    const QFontMetricsF metrics(font(11));
    double widest = px(20);
    if (m_kind == Heat) {
        for (const Series &one : m_series)
            widest = std::max(widest, metrics.horizontalAdvance(one.name));
        return std::min(widest, width() / 3) + px(8);
    }
    const layout::Axis rough = ticksFor(height());
    for (const double tick : rough.ticks)
        widest = std::max(widest, metrics.horizontalAdvance(numberWord(tick, rough.decimals)));
    return widest + px(8);
}

double Chart::sideRoom() const
{
    if (m_kind == Spark)
        return px(3);
    if (m_kind != Line && m_kind != Area)
        return 1;
    const QFontMetricsF metrics(font(11));
    double widest = 0;
    for (int row = 0; row < rowCount(); ++row) {
        const int last = step(count(), -1);
        const QString word = rowName(row) + u' ' + numberWord(valueAt(row, last), 2);
        widest = std::max(widest, metrics.horizontalAdvance(word));
    }
    if (std::isfinite(m_limit))
        widest = std::max(widest, metrics.horizontalAdvance(m_limitWord));
    return std::min(widest + px(22), width() / 3);
}

QRectF Chart::room() const
{
    const double left = leftRoom();
    const double foot = m_kind == Spark ? px(3) : px(22), head = m_kind == Strip ? px(14) : px(7);
    return {left, m_kind == Spark ? px(3) : head, std::max(1.0, width() - left - sideRoom()),
            std::max(1.0, height() - foot - head)};
}

QPointF Chart::placeOf(int row, int point) const
{
    const QRectF room = plot();
    const double x = room.left() + xShare(point) * room.width();
    if (m_kind == Heat)
        return {x, room.top() + (row + 0.5) * room.height() / std::max(1, rowCount())};
    const double value = valueAt(row, point);
    if (std::isnan(value))
        return {x, qQNaN()};
    if (m_kind == Spark) {
        const double low = frame().low, high = frame().high;
        const double share = high > low ? (value - low) / (high - low) : 0;
        return {x, room.bottom() - share * room.height()};
    }
    return {x, room.bottom() - axis().share(value) * room.height()};
}

void Chart::draw(QPainter &painter, const QSizeF &)
{
    if (count() == 0 || width() < px(24) || height() < px(12))
        return;
    if (hasAxes() && m_kind != Heat && m_kind != Strip)
        drawGrid(painter);
    if (hasAxes())
        drawAcross(painter);
    switch (m_kind) {
    case Bar:
    case Strip: drawBars(painter); break;
    case Heat: drawHeat(painter); break;
    default: drawLines(painter);
    }
    if (std::isfinite(m_limit) && m_kind != Spark && m_kind != Heat)
        drawLimit(painter);
    if (m_kind == Line || m_kind == Area)
        drawEnds(painter);
    if (m_kind == Strip)
        drawMoments(painter);
    drawChosen(painter);
}

void Chart::drawGrid(QPainter &painter) const
{
    const QRectF room = plot();
    const layout::Axis ticks = axis();
    painter.setFont(font(11));
    for (const double tick : ticks.ticks) {
        const double y = crisp(room.bottom() - ticks.share(tick) * room.height());
        painter.setPen(QPen(tint("line"), 1));
        painter.drawLine(QPointF(room.left(), y), QPointF(room.right(), y));
        painter.setPen(tint("text3"));
        painter.drawText(QRectF(0, y - px(8), room.left() - px(8), px(16)),
                         Qt::AlignRight | Qt::AlignVCenter, numberWord(tick, ticks.decimals));
    }
}

// Words along the bottom: times at whole steps of the clock, names while they fit, else numbers.
void Chart::drawAcross(QPainter &painter) const
{
    const QRectF room = plot();
    const QFontMetricsF metrics(font(11));
    painter.setFont(font(11));
    painter.setPen(tint("text3"));
    const double top = room.bottom() + px(6);
    double free = -1e9;
    const double endRoom = m_endWord.isEmpty() ? 0 : metrics.horizontalAdvance(m_endWord) + px(12);
    const auto say = [&](double share, const QString &word) {
        const double w = metrics.horizontalAdvance(word);
        const double x = std::clamp(room.left() + share * room.width() - w / 2, room.left(),
                                    std::max(room.left(), room.right() - w));
        if (x < free || x + w > room.right() - endRoom + 0.5)
            return;
        painter.drawText(QRectF(x, top, w + 1, px(16)), Qt::AlignLeft | Qt::AlignVCenter, word);
        free = x + w + px(10);
    };
    const int points = count();
    if (m_isTime && m_at.size() == points && points > 1) {
        const auto from = qint64(m_at.first()), to = qint64(m_at.last());
        const QDateTime first = QDateTime::fromMSecsSinceEpoch(from);
        const int wanted = std::clamp(int(room.width() / px(84)), 2, 10);
        const layout::TimeAxis times =
            layout::timeAxis(from, to, wanted, qint64(first.offsetFromUtc()) * 1000);
        const QString form = times.step < 60'000 ? u"HH:mm:ss"_s : u"HH:mm"_s;
        for (const qint64 tick : times.ticks) {
            const QDateTime when = QDateTime::fromMSecsSinceEpoch(tick);
            const bool isDay =
                times.step >= 86'400'000 || (when.time() == QTime(0, 0) && times.step >= 3'600'000);
            say(double(tick - from) / double(to - from),
                isDay ? QLocale().toString(when.date(), u"d MMM"_s) : when.toString(form));
        }
    } else if (!m_isTime) {
        for (int i = 0; i < points; ++i)
            say(xShare(i), pointWord(i));
    }
    if (!m_endWord.isEmpty())
        painter.drawText(QRectF(room.left(), top, room.width(), px(16)),
                         Qt::AlignRight | Qt::AlignVCenter, m_endWord);
}

void Chart::drawLines(QPainter &painter) const
{
    const QRectF room = plot();
    const bool isSpark = m_kind == Spark;
    for (int row = rowCount() - 1; row >= 0; --row) {  // the first lies on top
        QPainterPath line, area, alone;  // a value between two gaps is a dot, not nothing
        bool isOpen = false;
        int run = 0;
        QPointF last;
        const auto close = [&] {
            if (isOpen) {
                area.lineTo(last.x(), room.bottom());
                area.closeSubpath();
            }
            if (run == 1)
                alone.addEllipse(last, px(2.25), px(2.25));
            isOpen = false;
            run = 0;
        };
        for (int i = 0; i < m_series[row].values.size(); ++i) {
            const QPointF at = placeOf(row, i);
            if (std::isnan(at.y())) {
                close();
                continue;
            }
            if (isOpen) {
                line.lineTo(at);
                area.lineTo(at);
            } else {
                line.moveTo(at);
                area.moveTo(at.x(), room.bottom());
                area.lineTo(at);
            }
            isOpen = true;
            ++run;
            last = at;
        }
        close();
        if (!isSpark && (m_series[row].isFilled || m_kind == Area) && !m_series[row].isBefore)
            painter.fillPath(area, tint("area"));
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(inkOf(row), px(isSpark || row > 0 ? 1.25 : 1.5), Qt::SolidLine,
                            Qt::RoundCap, Qt::RoundJoin));
        painter.drawPath(line);
        painter.fillPath(alone, inkOf(row));
        if (isSpark && !line.isEmpty()) {
            painter.setPen(Qt::NoPen);
            painter.setBrush(inkOf(row));
            painter.drawEllipse(last, px(2), px(2));
        }
    }
}

void Chart::drawBars(QPainter &painter) const
{
    const QRectF room = plot();
    const layout::Axis ticks = axis();
    const double slot = room.width() / std::max(1, count());
    const double gap = std::min(px(m_kind == Strip ? 1 : 6), slot / 3);
    const double wide = (slot - gap) / std::max(1, rowCount());
    const double zero =
        room.bottom() - ticks.share(std::clamp(0.0, ticks.low, ticks.high)) * room.height();
    painter.setRenderHint(QPainter::Antialiasing, slot > px(4));
    for (int row = 0; row < rowCount(); ++row) {
        for (int i = 0; i < count(); ++i) {
            const QPointF at = placeOf(row, i);
            if (std::isnan(at.y()))
                continue;
            const bool isChosen = i == m_selected || i == m_hovered;
            const QColor ink = m_kind == Strip && m_series[row].tone.isEmpty()
                                   ? tint(isChosen ? "series2" : "bar")
                                   : inkOf(row);
            const double left = room.left() + i * slot + gap / 2 + row * wide;
            painter.fillRect(QRectF(QPointF(left, std::min(at.y(), zero)),
                                    QPointF(left + std::max(1.0, wide), std::max(at.y(), zero))),
                             ink);
        }
    }
    painter.setRenderHint(QPainter::Antialiasing);
    if (m_kind == Strip) {
        painter.setPen(QPen(tint("line"), 1));
        painter.drawLine(QPointF(room.left(), crisp(room.bottom())),
                         QPointF(room.right(), crisp(room.bottom())));
    }
}

void Chart::drawHeat(QPainter &painter) const
{
    const QRectF room = plot();
    const double low = frame().low, high = frame().high;
    const double wide = room.width() / std::max(1, count());
    const double tall = room.height() / std::max(1, rowCount());
    const double gap = wide > px(6) && tall > px(6) ? 1 : 0;
    painter.setFont(font(11));
    for (int row = 0; row < rowCount(); ++row) {
        painter.setPen(tint("text3"));
        const QFontMetricsF metrics(font(11));
        painter.drawText(QRectF(0, room.top() + row * tall, room.left() - px(8), tall),
                         Qt::AlignRight | Qt::AlignVCenter,
                         metrics.elidedText(rowName(row), Qt::ElideRight, room.left() - px(8)));
        for (int i = 0; i < count(); ++i) {
            const double value = valueAt(row, i);
            if (std::isnan(value))
                continue;  // the ground shows: nothing was measured
            const double share = high > low ? (value - low) / (high - low) : 0;
            painter.fillRect(
                QRectF(room.left() + i * wide, room.top() + row * tall, wide - gap, tall - gap),
                between(tint("area"), tint("series1"), share));
        }
    }
}

// Name and last value where each line ends, moved apart where lines meet.
void Chart::drawEnds(QPainter &painter) const
{
    const QRectF room = plot();
    const int decimals = axis().decimals + 1;
    std::vector<double> middles;
    std::vector<int> rows;
    for (int row = 0; row < rowCount(); ++row) {
        for (int i = int(m_series[row].values.size()) - 1; i >= 0; --i) {
            const QPointF at = placeOf(row, i);
            if (std::isnan(at.y()))
                continue;
            middles.push_back(at.y());
            rows.push_back(row);
            break;
        }
    }
    const bool hasLimit =
        std::isfinite(m_limit) && !m_limitWord.isEmpty() && axis().high >= m_limit;
    if (hasLimit)
        middles.push_back(room.bottom() - axis().share(m_limit) * room.height());
    layout::spreadOut(middles, px(15), 0, height() - px(14));
    painter.setFont(font(11));
    const QFontMetricsF metrics(font(11));
    for (std::size_t i = 0; i < middles.size(); ++i) {
        const bool isLimit = i == rows.size();
        QString word = m_limitWord;
        if (!isLimit) {
            const int row = rows[i];
            int last = int(m_series[row].values.size()) - 1;
            while (std::isnan(valueAt(row, last)))
                --last;
            const QString number = numberWord(valueAt(row, last), decimals);
            word = rowName(row).isEmpty() ? number : rowName(row) + u' ' + number;
            painter.fillRect(QRectF(room.right() + px(8), std::round(middles[i]) - 1, px(8), 2),
                             inkOf(row));
        }
        const double left = room.right() + px(isLimit ? 8 : 20);
        painter.setPen(isLimit ? toneText(u"warn"_s) : tint("text2"));
        painter.drawText(QRectF(left, middles[i] - px(8), width() - left, px(16)),
                         Qt::AlignLeft | Qt::AlignVCenter,
                         metrics.elidedText(word, Qt::ElideRight, width() - left));
    }
}
