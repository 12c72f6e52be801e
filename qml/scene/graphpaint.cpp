// How a GraphScene is drawn: near by with names on patches of ground, links in the width of their
// weight, neutral until one is chosen; from afar as one image.
#include "graphscene.h"

#include <QFontMetricsF>
#include <QPainter>
#include <QPainterPath>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace {

constexpr int labelsMax = 8;  // links of a chosen node that say their number

}  // namespace

// Pixels a layout unit, so that everything and the names at the rim fit at magnification 1.
double GraphScene::scale() const
{
    const double roomX = std::max(px(40), width() - px(120)),
                 roomY = std::max(px(40), height() - px(64));
    const double across = m_bounds.width() > 0 ? roomX / m_bounds.width() : px(200);
    const double down = m_bounds.height() > 0 ? roomY / m_bounds.height() : px(200);
    return std::min({across, down, px(m_shape == Force ? 140 : 200)}) * m_magnification;
}

QPointF GraphScene::placeOf(int node) const
{
    if (node < 0 || node >= int(m_places.size()))
        return {};
    const QPointF at(double(m_places.x[std::size_t(node)]), double(m_places.y[std::size_t(node)]));
    return QPointF(width() / 2, height() / 2) + (at - m_bounds.center() - m_middle) * scale();
}

double GraphScene::radiusOf(int node) const
{
    const double near = std::clamp(scale() / px(40), 0.4, 1.0);  // dots shrink when they crowd
    return px(3.5 + 4.5 * m_nodes[std::size_t(node)].weight) * near;
}

bool GraphScene::isNear(const Link &link) const
{
    return int(link.from) == m_selected || int(link.to) == m_selected || int(link.from) == m_hovered
           || int(link.to) == m_hovered;
}

std::vector<int> GraphScene::inSight() const
{
    const double unit = scale();
    const QPointF zero = QPointF(width() / 2, height() / 2) - (m_bounds.center() + m_middle) * unit;
    const QRectF room = QRectF(0, 0, width(), height()).adjusted(-px(16), -px(16), px(16), px(16));
    std::vector<int> sight;
    for (int i = 0; i < std::min(count(), int(m_places.size())); ++i)
        if (room.contains(
                zero
                + QPointF(double(m_places.x[std::size_t(i)]), double(m_places.y[std::size_t(i)]))
                      * unit))
            sight.push_back(i);
    return sight;
}

void GraphScene::draw(QPainter &painter, const QSizeF &size)
{
    const bool isDrawn = !m_nodes.empty() && m_places.size() == m_nodes.size();
    const std::vector<int> sight = isDrawn ? inSight() : std::vector<int>();
    for (Node &node : m_nodes)
        node.words = {};
    if (int(sight.size()) > paintedMax) {
        paintFarAway(painter, size);
        return;
    }
    painter.fillRect(QRectF(QPointF(), size), tint("surface"));
    if (!isDrawn)
        return;
    placeNames(sight);
    paintLinks(painter, false);
    paintLinks(painter, true);
    for (const int node : sight)
        paintName(painter, node);
    for (const int node : sight)
        paintNode(painter, node);
}

// Heaviest first, the chosen before all: under the dot, else above, right or left, where it is free.
// Crossed out cells of a coarse grid tell quickly where something stands.
void GraphScene::placeNames(const std::vector<int> &sight)
{
    std::vector<int> order = sight;
    const auto rank = [this](int i) {
        return i == m_selected  ? 1e9
               : i == m_hovered ? 1e8
                                : m_nodes[std::size_t(i)].weight + 0.05 * degree(i);
    };
    std::stable_sort(order.begin(), order.end(), [&](int a, int b) { return rank(a) > rank(b); });
    const QRectF room(0, 0, width(), height());
    std::vector<QRectF> taken;
    for (const int i : sight) {
        const double r = radiusOf(i);
        taken.emplace_back(placeOf(i).x() - r, placeOf(i).y() - r, 2 * r, 2 * r);
    }
    const std::size_t dots = taken.size();
    for (const int i : order) {
        Node &node = m_nodes[std::size_t(i)];
        const QFontMetricsF metrics(font(i == m_selected ? 12 : 11));
        const QString word = metrics.elidedText(node.label, Qt::ElideRight, px(150));
        const double w = std::ceil(metrics.horizontalAdvance(word)) + px(4),
                     h = std::ceil(metrics.height());
        const QPointF at = placeOf(i);
        const double gap = radiusOf(i) + px(2);
        const double x = std::clamp(at.x() - w / 2, 0.0, std::max(0.0, width() - w));
        const QRectF choices[] = {{x, at.y() + gap, w, h},
                                  {x, at.y() - gap - h, w, h},
                                  {at.x() + gap, at.y() - h / 2, w, h},
                                  {at.x() - gap - w, at.y() - h / 2, w, h}};
        for (const QRectF &choice : choices) {
            if (!room.contains(choice)
                || std::any_of(taken.begin(), taken.end(),
                               [&choice](const QRectF &other) { return other.intersects(choice); }))
                continue;
            node.words = choice;
            taken.push_back(choice);
            break;
        }
        if (node.words.isEmpty() && (i == m_selected || i == m_hovered)) {
            node.words = choices[0];
            taken.push_back(choices[0]);
        }
        if (taken.size() > dots + 160)
            break;  // more names than anybody reads
    }
}

void GraphScene::paintLinks(QPainter &painter, bool isHot) const
{
    const QFont small = font(11);
    const QFontMetricsF metrics(small);
    for (const Link &link : m_links) {
        if (isNear(link) != isHot)
            continue;
        const QPointF from = placeOf(int(link.from)), to = placeOf(int(link.to));
        const bool isQuiet = link.tone.isEmpty();
        QPen pen(!isQuiet ? toneMark(link.tone) : isHot ? tint("accentMark") : tint("lineStrong"));
        pen.setWidthF(px(0.75 + 2 * link.weight));
        if (link.tone == "warn"_L1 || link.tone == "bad"_L1)
            pen.setDashPattern({4, 3});
        painter.setPen(pen);
        painter.drawLine(from, to);
        // Numbers on a few links tell something; on many they cover each other.
        if (!isHot || link.label.isEmpty()
            || std::max(degree(m_selected), degree(m_hovered)) > labelsMax)
            continue;
        const double w = metrics.horizontalAdvance(link.label) + px(6);
        const QRectF box(QPointF((from + to) / 2) - QPointF(w / 2, px(8)), QSizeF(w, px(16)));
        painter.fillRect(box, tint("surface"));
        painter.setFont(small);
        painter.setPen(isQuiet ? tint("text2") : toneText(link.tone));
        painter.drawText(box, Qt::AlignCenter, link.label);
    }
}

void GraphScene::paintName(QPainter &painter, int i) const
{
    const Node &node = m_nodes[std::size_t(i)];
    if (node.words.isEmpty())
        return;
    const bool isChosen = i == m_selected || i == m_hovered;
    const QFont words =
        font(i == m_selected ? 12 : 11, i == m_selected ? QFont::Medium : QFont::Normal);
    painter.fillRect(node.words, tint("surface"));
    painter.setFont(words);
    painter.setPen(isChosen ? tint("text") : node.weight > 0.6 ? tint("text2") : tint("text3"));
    painter.drawText(
        node.words, Qt::AlignCenter | Qt::TextSingleLine,
        QFontMetricsF(words).elidedText(node.label, Qt::ElideRight, node.words.width()));
}

void GraphScene::paintNode(QPainter &painter, int i) const
{
    const Node &node = m_nodes[std::size_t(i)];
    const QPointF at = placeOf(i);
    const double r = radiusOf(i);
    const bool isChosen = i == m_selected;
    QPainterPath outline;
    if (node.form == "square"_L1) {
        outline.addRoundedRect(QRectF(at.x() - r, at.y() - r, 2 * r, 2 * r), px(3), px(3));
    } else if (node.form == "diamond"_L1) {
        outline.addPolygon(QPolygonF({at - QPointF(0, r), at + QPointF(r, 0), at + QPointF(0, r),
                                      at - QPointF(r, 0), at - QPointF(0, r)}));
    } else {
        outline.addEllipse(at, r, r);
    }
    painter.setPen(QPen(tint("surface"), px(1.5)));
    painter.setBrush(isChosen              ? tint("accentMark")
                     : node.tone.isEmpty() ? tint("link")
                                           : toneMark(node.tone));
    painter.drawPath(outline);
    if (isChosen || i == m_hovered) {
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(tint("accentMark"), px(1.5)));
        painter.drawEllipse(at, r + px(3), r + px(3));
    }
}

void GraphScene::paintFarAway(QPainter &painter, const QSizeF &size)
{
    m_raster.begin(std::max(1, int(size.width())), std::max(1, int(size.height())));
    const double unit = scale();
    const QPointF zero = QPointF(width() / 2, height() / 2) - (m_bounds.center() + m_middle) * unit;
    const auto x = [&](std::uint32_t i) { return float(double(m_places.x[i]) * unit + zero.x()); };
    const auto y = [&](std::uint32_t i) { return float(double(m_places.y[i]) * unit + zero.y()); };
    // The more there are, the fainter each: what is left to see is where they gather.
    const int strength =
        std::clamp(int(1'200'000 / std::max<std::size_t>(1, m_links.size())), 24, 128);
    double length = 0;
    for (const Link &link : m_links)
        length += double(
            std::max(std::abs(x(link.from) - x(link.to)), std::abs(y(link.from) - y(link.to))));
    const int stride = std::max(1, int(std::ceil(length / pixelsMax)));
    for (const Link &link : m_links)
        m_raster.line(x(link.from), y(link.from), x(link.to), y(link.to), strength, stride);
    m_raster.colour(tint("surface"), tint("link"));
    const float dot = float(std::clamp(unit / 4, 0.75, px(2.5)));
    for (std::uint32_t i = 0; i < m_nodes.size(); ++i) {
        const Node &node = m_nodes[i];
        const QColor ink = node.tone.isEmpty() ? tint("text2") : toneMark(node.tone);
        m_raster.dot(x(i), y(i), dot * float(0.7 + 0.6 * node.weight), ink.rgb());
    }
    painter.drawImage(QPointF(0, 0), m_raster.image());
    if (m_selected < 0 && m_hovered < 0)
        return;
    std::vector<int> near;
    for (const int chosen : {m_selected, m_hovered}) {
        if (chosen < 0 || chosen >= count())
            continue;
        near.push_back(chosen);
        for (const std::uint32_t at : m_linksOf[std::size_t(chosen)])
            near.push_back(int(m_links[at].from) == chosen ? int(m_links[at].to)
                                                           : int(m_links[at].from));
    }
    near.resize(std::min<std::size_t>(near.size(), 200));
    placeNames(near);
    painter.setPen(QPen(tint("accentMark"), px(1)));
    for (const Link &link : m_links)
        if (isNear(link))
            painter.drawLine(placeOf(int(link.from)), placeOf(int(link.to)));
    for (const int node : near)
        paintName(painter, node);
    for (const int node : near)
        paintNode(painter, node);
}
