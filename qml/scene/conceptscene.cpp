#include "conceptscene.h"

#include <QFontMetricsF>
#include <QPainter>

#include <algorithm>
#include <cmath>
#include <numeric>

ConceptScene::ConceptScene(QQuickItem *parent)
    : QQuickPaintedItem(parent)
{
    setAntialiasing(true);
    connect(this, &ConceptScene::lookChanged, this, [this] {
        place();
        update();
    });
}

void ConceptScene::setConcepts(const QVariantMap &concepts)
{
    m_concepts = concepts;
    m_nodes.clear();
    m_edges.clear();
    double heaviest = 1;
    const QVariantList nodes = concepts.value(QStringLiteral("nodes")).toList();
    for (const QVariant &value : nodes) {
        const QVariantMap map = value.toMap();
        Node node;
        node.label = map.value(QStringLiteral("label")).toString();
        node.x = map.value(QStringLiteral("x")).toDouble();
        node.y = map.value(QStringLiteral("y")).toDouble();
        node.share = map.value(QStringLiteral("weight")).toDouble();
        heaviest = std::max(heaviest, node.share);
        m_nodes.append(node);
    }
    for (Node &node : m_nodes)
        node.share = std::clamp(node.share / heaviest, 0.0, 1.0);
    double strongest = 1;
    const QVariantList edges = concepts.value(QStringLiteral("edges")).toList();
    for (const QVariant &value : edges) {
        const QVariantMap map = value.toMap();
        const Edge edge{map.value(QStringLiteral("from")).toInt(),
                        map.value(QStringLiteral("to")).toInt(),
                        map.value(QStringLiteral("weight")).toDouble()};
        if (edge.from < 0 || edge.to < 0 || edge.from >= count() || edge.to >= count())
            continue;
        strongest = std::max(strongest, edge.share);
        m_edges.append(edge);
    }
    for (Edge &edge : m_edges)
        edge.share = std::clamp(edge.share / strongest, 0.0, 1.0);
    m_center = m_nodes.isEmpty() ? -1
                                 : std::clamp(concepts.value(QStringLiteral("center")).toInt(), 0,
                                              count() - 1);
    place();
    Q_EMIT conceptsChanged();
    update();
}

QString ConceptScene::label(int node) const
{
    return node >= 0 && node < count() ? m_nodes[node].label : QString();
}

QStringList ConceptScene::neighbours(int node) const
{
    QList<Edge> own;
    std::copy_if(m_edges.cbegin(), m_edges.cend(), std::back_inserter(own),
                 [node](const Edge &edge) { return edge.from == node || edge.to == node; });
    std::stable_sort(own.begin(), own.end(),
                     [](const Edge &a, const Edge &b) { return a.share > b.share; });
    QStringList labels;
    for (const Edge &edge : own)
        labels.append(label(edge.from == node ? edge.to : edge.from));
    return labels;
}

QString ConceptScene::neighbourWords(int node) const
{
    return neighbours(node).join(QStringLiteral(", "));
}

int ConceptScene::nodeAt(double x, double y) const
{
    int best = -1;
    double nearest = 14 * m_scale;  // a finger's worth around a dot
    for (int i = 0; i < count(); ++i) {
        const QPointF gap = m_nodes[i].at - QPointF(x, y);
        const double distance = std::hypot(gap.x(), gap.y()) - m_nodes[i].radius;
        if (distance < nearest) {
            nearest = distance;
            best = i;
        }
        if (m_nodes[i].words.contains(x, y) && nearest > 1) {
            nearest = 1;
            best = i;
        }
    }
    return best;
}

int ConceptScene::nodeTowards(int from, Direction direction) const
{
    if (m_nodes.isEmpty())
        return -1;
    if (from < 0 || from >= count())
        return m_center;
    int best = from;
    double least = 0;
    for (int i = 0; i < count(); ++i) {
        const QPointF step = m_nodes[i].at - m_nodes[from].at;
        const bool isAcross = direction == Left || direction == Right;
        const double sign = direction == Left || direction == Up ? -1 : 1;
        const double ahead = sign * (isAcross ? step.x() : step.y());
        const double aside = std::abs(isAcross ? step.y() : step.x());
        if (i == from || ahead <= 1)
            continue;
        const double cost = ahead + 2 * aside;
        if (best == from || cost < least) {
            best = i;
            least = cost;
        }
    }
    return best;
}

void ConceptScene::geometryChange(const QRectF &now, const QRectF &before)
{
    QQuickPaintedItem::geometryChange(now, before);
    if (now.size() != before.size())
        place();
}

QFont ConceptScene::fontFor(int node) const
{
    QFont font(m_family);
    const bool isCenter = node == m_center, isHeavy = m_nodes[node].share > 0.5;
    font.setPixelSize(std::max(1, int(std::lround((isCenter ? 13 : isHeavy ? 12 : 11) * m_scale))));
    font.setWeight(isCenter || node == m_selected ? QFont::Medium : QFont::Normal);
    font.setHintingPreference(QFont::PreferNoHinting);
    return font;
}

// Stretches the artefact's frame over this item; the margin keeps the outer labels inside.
void ConceptScene::place()
{
    if (m_nodes.isEmpty() || width() <= 0 || height() <= 0)
        return;
    double left = m_nodes[0].x, right = left, top = m_nodes[0].y, bottom = top;
    for (const Node &node : m_nodes) {
        left = std::min(left, node.x);
        right = std::max(right, node.x);
        top = std::min(top, node.y);
        bottom = std::max(bottom, node.y);
    }
    const double sideRoom = std::min(width() / 4, 40 * m_scale);
    const double topRoom = 10 * m_scale, bottomRoom = 26 * m_scale;
    for (int i = 0; i < count(); ++i) {
        Node &node = m_nodes[i];
        const double x = right > left ? (node.x - left) / (right - left) : 0.5;
        const double y = bottom > top ? (node.y - top) / (bottom - top) : 0.5;
        node.at = {std::round(sideRoom + x * (width() - 2 * sideRoom)),
                   std::round(topRoom + y * (height() - topRoom - bottomRoom))};
        node.radius = (2.5 + 4.5 * node.share) * m_scale;
    }
    placeLabels();
}

// Heaviest first: under the dot, else above, right or left, wherever nothing stands yet.
void ConceptScene::placeLabels()
{
    QList<int> order(count());
    std::iota(order.begin(), order.end(), 0);
    std::stable_sort(order.begin(), order.end(), [this](int a, int b) {
        const auto rank = [this](int i) {
            return i == m_selected ? 3.0 : i == m_center ? 2.0 : m_nodes[i].share;
        };
        return rank(a) > rank(b);
    });
    for (Node &node : m_nodes)
        node.words = {};
    const QRectF room(0, 0, width(), height());
    for (const int i : order) {
        Node &node = m_nodes[i];
        const QFontMetricsF metrics(fontFor(i));
        const double w = std::ceil(metrics.horizontalAdvance(node.label)) + 4;
        const double h = std::ceil(metrics.height());
        const double x = std::clamp(node.at.x() - w / 2, 0.0, std::max(0.0, width() - w));
        const double gap = node.radius + 1;
        const QRectF choices[] = {{x, node.at.y() + gap, w, h},
                                  {x, node.at.y() - gap - h, w, h},
                                  {node.at.x() + gap + 1, node.at.y() - h / 2, w, h},
                                  {node.at.x() - gap - 1 - w, node.at.y() - h / 2, w, h}};
        for (const QRectF &choice : choices) {
            const bool isFree
                = room.contains(choice)
                && std::none_of(m_nodes.cbegin(), m_nodes.cend(), [&](const Node &other) {
                       const double r = other.radius;
                       const QRectF disc(other.at.x() - r, other.at.y() - r, 2 * r, 2 * r);
                       return other.words.intersects(choice)
                           || (&other != &node && disc.intersects(choice));
                   });
            if (isFree) {
                node.words = choice;
                break;
            }
        }
        if (node.words.isEmpty() && (i == m_selected || i == m_center))
            node.words = choices[0];
    }
}

bool ConceptScene::touchesSelection(const Edge &edge) const
{
    const int focus = m_selected >= 0 ? m_selected : m_center;
    return edge.from == focus || edge.to == focus;
}

void ConceptScene::paintEdges(QPainter *painter) const
{
    for (const bool isHotPass : {false, true}) {
        for (const Edge &edge : m_edges) {
            const bool isHot = touchesSelection(edge);
            if (isHot != isHotPass)
                continue;
            QPen pen(isHot ? m_edgeHot : m_edge);
            pen.setWidthF((0.75 + 1.25 * edge.share) * m_scale);
            painter->setPen(pen);
            painter->drawLine(m_nodes[edge.from].at, m_nodes[edge.to].at);
        }
    }
}

void ConceptScene::paintLabel(QPainter *painter, int node) const
{
    const Node &place = m_nodes[node];
    if (place.words.isEmpty())
        return;
    painter->fillRect(place.words, m_ground);
    const bool isChosen = node == m_center || node == m_selected;
    painter->setPen(isChosen ? m_ink : place.share > 0.5 || node == m_hovered ? m_ink2 : m_ink3);
    painter->setFont(fontFor(node));
    painter->drawText(place.words, Qt::AlignCenter | Qt::TextSingleLine, place.label);
}

void ConceptScene::paint(QPainter *painter)
{
    painter->setRenderHint(QPainter::Antialiasing);
    paintEdges(painter);
    for (int i = 0; i < count(); ++i)
        paintLabel(painter, i);
    const int focus = m_selected >= 0 ? m_selected : m_center;
    for (int i = 0; i < count(); ++i) {
        const Node &node = m_nodes[i];
        painter->setPen(QPen(m_ground, 2 * m_scale));
        painter->setBrush(i == focus ? m_dotHot : m_dot);
        painter->drawEllipse(node.at, node.radius + m_scale, node.radius + m_scale);
        if (i == m_selected || i == m_hovered) {
            painter->setPen(QPen(m_dotHot, 1.5 * m_scale));
            painter->setBrush(Qt::NoBrush);
            painter->drawEllipse(node.at, node.radius + 3 * m_scale, node.radius + 3 * m_scale);
        }
    }
}
