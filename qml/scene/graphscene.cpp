#include "graphscene.h"

#include <QLocale>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace {

constexpr std::uint64_t seed = 1;
constexpr double magnificationMin = 0.25, magnificationMax = 64;

}  // namespace

GraphScene::GraphScene(QQuickItem *parent) : SceneItem(parent)
{
    connect(this, &GraphScene::lookChanged, this, [this] { update(); });
    connect(this, &GraphScene::viewChanged, this, [this] { update(); });
    connect(&m_worker, &GraphWorker::moved, this,
            [this](const std::shared_ptr<const layout::Places> &places, double share) {
                m_progress = share;
                takePlaces(*places);
                Q_EMIT progressChanged();
            });
    connect(&m_worker, &GraphWorker::finished, this, &GraphScene::settled);
}

void GraphScene::setNodes(const QVariantList &nodes)
{
    m_givenNodes = nodes;
    askRebuild();
}

void GraphScene::setLinks(const QVariantList &links)
{
    m_givenLinks = links;
    askRebuild();
}

void GraphScene::setShape(Shape shape)
{
    if (m_shape == shape)
        return;
    m_shape = shape;
    m_places = {};
    askLayout();
    Q_EMIT dataChanged();
}

// Nodes and links come one after the other: one rebuild serves both.
void GraphScene::askRebuild()
{
    if (m_isRebuildAsked)
        return;
    m_isRebuildAsked = true;
    QMetaObject::invokeMethod(
        this, [this] { rebuild(); }, Qt::QueuedConnection);
}

void GraphScene::rebuild()
{
    m_isRebuildAsked = false;
    const QString chosen = idOf(m_selected);
    layout::Places known;
    const bool isFirst = m_places.size() == 0;
    QHash<QString, int> before;
    before.swap(m_index);
    m_nodes.clear();
    for (const QVariant &value : std::as_const(m_givenNodes)) {
        const QVariantMap map = value.toMap();
        Node node;
        node.id = map.value(u"id"_s).toString();
        if (m_index.contains(node.id) || count() >= drawnMax)
            continue;
        node.label = map.value(u"label"_s).toString();
        node.tone = map.value(u"tone"_s).toString();
        node.form = map.value(u"shape"_s).toString();
        node.weight = std::clamp(map.value(u"weight"_s, 0.5).toDouble(), 0.0, 1.0);
        const int old = before.value(node.id, -1);
        known.x.push_back(old >= 0 && old < int(m_places.size()) ? m_places.x[std::size_t(old)]
                                                                 : NAN);
        known.y.push_back(old >= 0 && old < int(m_places.size()) ? m_places.y[std::size_t(old)]
                                                                 : NAN);
        m_index.insert(node.id, count());
        m_nodes.push_back(std::move(node));
    }
    const std::size_t linksBefore = m_links.size();
    m_links.clear();
    for (const QVariant &value : std::as_const(m_givenLinks)) {
        const QVariantMap map = value.toMap();
        const int from = indexOf(map.value(u"from"_s).toString());
        const int to = indexOf(map.value(u"to"_s).toString());
        if (from >= 0 && to >= 0 && from != to)
            m_links.push_back({std::uint32_t(from), std::uint32_t(to),
                               std::clamp(map.value(u"weight"_s, 0.5).toDouble(), 0.0, 1.0),
                               map.value(u"tone"_s).toString(), map.value(u"label"_s).toString()});
    }
    layout::Graph graph{std::uint32_t(m_nodes.size()), {}};
    m_linksOf.assign(m_nodes.size(), {});
    for (std::uint32_t i = 0; i < m_links.size(); ++i) {
        graph.edges.push_back({m_links[i].from, m_links[i].to, 0.5f + float(m_links[i].weight)});
        m_linksOf[m_links[i].from].push_back(i);
        m_linksOf[m_links[i].to].push_back(i);
    }
    m_graph = std::move(graph);
    // Who was there moves little, unless so many links came or went that the old shape means nothing.
    const std::size_t changed =
        std::max(linksBefore, m_links.size()) - std::min(linksBefore, m_links.size());
    const bool isAnew = isFirst || m_shape != Force || changed * 5 > m_links.size();
    m_places = isAnew ? layout::Places() : std::move(known);
    m_selected = indexOf(chosen);
    m_hovered = -1;
    askLayout();
    Q_EMIT dataChanged();
    Q_EMIT lookChanged();
}

void GraphScene::setGraph(const layout::Graph &graph)
{
    m_worker.cancel();
    m_nodes.assign(graph.count, {});
    m_index.clear();
    for (int i = 0; i < count(); ++i) {
        m_nodes[std::size_t(i)].id = m_nodes[std::size_t(i)].label = QString::number(i);
        m_index.insert(QString::number(i), i);
    }
    m_links.clear();
    m_linksOf.assign(m_nodes.size(), {});
    for (const layout::Edge &edge : graph.edges) {
        m_linksOf[edge.from].push_back(std::uint32_t(m_links.size()));
        m_linksOf[edge.to].push_back(std::uint32_t(m_links.size()));
        m_links.push_back({edge.from, edge.to, double(edge.weight) / 2, {}, {}});
    }
    m_graph = graph;
    m_places = {};
    m_selected = m_hovered = -1;
    askLayout();
    Q_EMIT dataChanged();
}

void GraphScene::askLayout()
{
    m_progress = 0;
    Q_EMIT progressChanged();
    if (m_graph.count == 0) {
        m_worker.cancel();
        takePlaces({});
        return;
    }
    const auto shape = m_shape == Force     ? GraphWorker::Shape::Force
                       : m_shape == Layered ? GraphWorker::Shape::Layered
                                            : GraphWorker::Shape::Tree;
    m_worker.start(m_graph, shape, seed, m_shape == Force ? m_places : layout::Places());
}

void GraphScene::setPlaces(const layout::Places &places)
{
    m_worker.cancel();
    takePlaces(places);
}

void GraphScene::takePlaces(const layout::Places &places)
{
    m_places = places;
    measureBounds();
    update();
}

void GraphScene::measureBounds()
{
    if (m_places.size() == 0) {
        m_bounds = {};
        return;
    }
    const auto [left, right] = std::minmax_element(m_places.x.begin(), m_places.x.end());
    const auto [top, bottom] = std::minmax_element(m_places.y.begin(), m_places.y.end());
    m_bounds =
        QRectF(QPointF(double(*left), double(*top)), QPointF(double(*right), double(*bottom)));
}

QString GraphScene::summary() const
{
    if (m_nodes.empty())
        return tr("nothing to show yet");
    int most = 0;
    for (int i = 1; i < count(); ++i)
        if (degree(i) > degree(most))
            most = i;
    const QString size =
        tr("%n nodes", nullptr, count()) + u", "_s + tr("%n links", nullptr, linkCount());
    return m_links.empty() ? size : tr("%1, most at %2").arg(size, label(most));
}

QString GraphScene::label(int node) const
{
    return node >= 0 && node < count() ? m_nodes[std::size_t(node)].label : QString();
}

QString GraphScene::idOf(int node) const
{
    return node >= 0 && node < count() ? m_nodes[std::size_t(node)].id : QString();
}

int GraphScene::indexOf(const QString &id) const
{
    return id.isEmpty() ? -1 : m_index.value(id, -1);
}

int GraphScene::degree(int node) const
{
    return node >= 0 && node < count() ? int(m_linksOf[std::size_t(node)].size()) : 0;
}

QString GraphScene::neighbourWords(int node) const
{
    constexpr std::size_t wordsMax = 12;
    if (degree(node) == 0)
        return {};
    std::vector<std::uint32_t> own = m_linksOf[std::size_t(node)];
    std::stable_sort(own.begin(), own.end(), [this](std::uint32_t a, std::uint32_t b) {
        return m_links[a].weight > m_links[b].weight;
    });
    QStringList names;
    for (std::size_t i = 0; i < std::min(own.size(), wordsMax); ++i) {
        const Link &link = m_links[own[i]];
        names.append(label(int(link.from) == node ? int(link.to) : int(link.from)));
    }
    const int left = int(own.size()) - int(names.size());
    return left > 0 ? tr("%1 and %n more", nullptr, left).arg(names.join(u", "_s))
                    : names.join(u", "_s);
}

int GraphScene::nodeAt(double x, double y) const
{
    int best = -1;
    double nearest = px(8);  // a finger's worth around a dot
    for (int i = 0; i < count(); ++i) {
        if (m_nodes[std::size_t(i)].words.contains(x, y) && nearest > px(1)) {
            nearest = px(1);
            best = i;
        }
        const QPointF gap = placeOf(i) - QPointF(x, y);
        const double distance = std::hypot(gap.x(), gap.y()) - radiusOf(i);
        if (distance < nearest) {
            nearest = distance;
            best = i;
        }
    }
    return best;
}

int GraphScene::nodeTowards(int from, Direction direction) const
{
    if (m_nodes.empty())
        return -1;
    const QPointF start =
        from >= 0 && from < count() ? placeOf(from) : QPointF(width() / 2, height() / 2);
    int best = from;
    double least = qInf();
    for (int i = 0; i < count(); ++i) {
        const QPointF step = placeOf(i) - start;
        const bool isAcross = direction == Left || direction == Right;
        const double sign = direction == Left || direction == Up ? -1 : 1;
        const double ahead = from < 0 ? std::abs(step.x()) + std::abs(step.y())
                                      : sign * (isAcross ? step.x() : step.y());
        const double aside = from < 0 ? 0 : std::abs(isAcross ? step.y() : step.x());
        if (i == from || (from >= 0 && ahead <= 0.5))
            continue;
        if (ahead + 2 * aside < least) {
            best = i;
            least = ahead + 2 * aside;
        }
    }
    return best;
}

void GraphScene::geometryChange(const QRectF &now, const QRectF &before)
{
    SceneItem::geometryChange(now, before);
    if (now.size() != before.size())
        Q_EMIT viewChanged();
}

void GraphScene::zoomAt(double x, double y, double factor)
{
    const double before = scale();
    m_magnification = std::clamp(m_magnification * factor, magnificationMin, magnificationMax);
    const QPointF aside(x - width() / 2, y - height() / 2);
    m_middle += aside / before - aside / scale();  // what lies under the pointer stays there
    Q_EMIT viewChanged();
}

void GraphScene::pan(double dx, double dy)
{
    m_middle -= QPointF(dx, dy) / scale();
    Q_EMIT viewChanged();
}

void GraphScene::fit()
{
    m_middle = {};
    m_magnification = 1;
    Q_EMIT viewChanged();
}

void GraphScene::reveal(int node)
{
    if (node < 0 || node >= int(m_places.size()))
        return;
    const QPointF at = placeOf(node);
    const double edge = px(32);
    const QPointF wanted(std::clamp(at.x(), edge, std::max(edge, width() - edge)),
                         std::clamp(at.y(), edge, std::max(edge, height() - edge)));
    if (wanted != at)
        pan(wanted.x() - at.x(), wanted.y() - at.y());
}

QString GraphScene::csv() const
{
    QString text = u"from,to,weight\r\n"_s;
    for (const Link &link : m_links)
        text += cell(label(int(link.from))) + u',' + cell(label(int(link.to))) + u','
                + QString::number(link.weight, 'g', 6) + u"\r\n"_s;
    for (int i = 0; i < count(); ++i)
        if (degree(i) == 0)
            text += cell(label(i)) + u",,\r\n"_s;
    return text;
}
