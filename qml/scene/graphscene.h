// A graph as a picture: nodes and links from plain arrays, laid out by forces, in layers or as a tree
// on a thread of its own, with zoom, a chosen node and its neighbours, and words for each. Near by
// everything is painted with names; from afar thousands of nodes become one image. Positions come
// from the links alone and mean nothing else. GUI thread only.
#pragma once

#include "graphraster.h"
#include "graphworker.h"
#include "sceneitem.h"

class GraphScene : public SceneItem {
    Q_OBJECT
    QML_ELEMENT
    // [{id, label, tone, weight, shape}]: weight 0 to 1, shape "" (round), "square" or "diamond".
    Q_PROPERTY(QVariantList nodes READ nodes WRITE setNodes NOTIFY dataChanged)
    // [{from, to, weight, tone, label}]: ids of nodes, weight 0 to 1; others are left out.
    Q_PROPERTY(QVariantList links READ links WRITE setLinks NOTIFY dataChanged)
    Q_PROPERTY(Shape shape READ shape WRITE setShape NOTIFY dataChanged)
    Q_PROPERTY(int count READ count NOTIFY dataChanged)
    Q_PROPERTY(int linkCount READ linkCount NOTIFY dataChanged)
    Q_PROPERTY(int selected MEMBER m_selected NOTIFY lookChanged)
    Q_PROPERTY(int hovered MEMBER m_hovered NOTIFY lookChanged)
    Q_PROPERTY(double magnification READ magnification NOTIFY viewChanged)  // 1: all of it fits
    Q_PROPERTY(double progress READ progress NOTIFY progressChanged)        // of the layout, 0 to 1
    Q_PROPERTY(QString summary READ summary NOTIFY dataChanged)

public:
    enum Shape { Force, Layered, Tree };
    Q_ENUM(Shape)
    enum Direction { Left, Right, Up, Down };
    Q_ENUM(Direction)

    static constexpr int paintedMax = 600;          // nodes in sight that are painted one by one
    static constexpr double pixelsMax = 1'200'000;  // of lines in one frame; more are dotted
    static constexpr int drawnMax = 100'000;        // more are refused: nobody could see them

    explicit GraphScene(QQuickItem *parent = nullptr);

    QVariantList nodes() const { return m_givenNodes; }
    void setNodes(const QVariantList &nodes);
    QVariantList links() const { return m_givenLinks; }
    void setLinks(const QVariantList &links);
    // The same without maps, for very large graphs.
    void setGraph(const layout::Graph &graph);
    Shape shape() const { return m_shape; }
    void setShape(Shape shape);
    int count() const { return int(m_nodes.size()); }
    int linkCount() const { return int(m_links.size()); }
    double magnification() const { return m_magnification; }
    double progress() const { return m_progress; }
    QString summary() const;

    Q_INVOKABLE QString label(int node) const;
    Q_INVOKABLE QString idOf(int node) const;
    Q_INVOKABLE int indexOf(const QString &id) const;
    Q_INVOKABLE int degree(int node) const;
    Q_INVOKABLE QString neighbourWords(int node) const;  // strongest first, at most 12
    Q_INVOKABLE int nodeAt(double x, double y) const;    // -1 when there is none
    Q_INVOKABLE int nodeTowards(int from, GraphScene::Direction direction) const;
    Q_INVOKABLE void zoomAt(double x, double y, double factor);
    Q_INVOKABLE void pan(double dx, double dy);
    Q_INVOKABLE void fit();
    Q_INVOKABLE void reveal(int node);            // pans until it can be seen
    Q_INVOKABLE QPointF placeOf(int node) const;  // in this item
    Q_INVOKABLE void cancel() { m_worker.cancel(); }
    void setPlaces(const layout::Places &places);  // instead of a layout, for tests
    QString csv() const override;

Q_SIGNALS:
    void dataChanged();
    void lookChanged();
    void viewChanged();
    void progressChanged();
    void settled();

protected:
    void geometryChange(const QRectF &now, const QRectF &before) override;
    void draw(QPainter &painter, const QSizeF &size) override;

private:
    struct Node {
        QString id, label, tone, form;
        double weight = 0.5;
        QRectF words;  // where the name stands; empty when it found no room
    };
    struct Link {
        std::uint32_t from = 0, to = 0;
        double weight = 0.5;
        QString tone, label;
    };

    void askRebuild();
    void rebuild();
    void askLayout();
    void takePlaces(const layout::Places &places);
    void measureBounds();
    double scale() const;
    double radiusOf(int node) const;
    bool isNear(const Link &link) const;
    std::vector<int> inSight() const;
    void placeNames(const std::vector<int> &sight);
    void paintLinks(QPainter &painter, bool isHot) const;
    void paintNode(QPainter &painter, int node) const;
    void paintName(QPainter &painter, int node) const;
    void paintFarAway(QPainter &painter, const QSizeF &size);

    QVariantList m_givenNodes, m_givenLinks;
    std::vector<Node> m_nodes;
    std::vector<Link> m_links;
    std::vector<std::vector<std::uint32_t>> m_linksOf;  // places in m_links
    QHash<QString, int> m_index;
    layout::Graph m_graph;
    layout::Places m_places;
    QRectF m_bounds;
    GraphWorker m_worker;
    GraphRaster m_raster;
    Shape m_shape = Force;
    QPointF m_middle;  // of the view, in layout units from the middle of the bounds
    double m_magnification = 1, m_progress = 0;
    int m_selected = -1, m_hovered = -1;
    bool m_isRebuildAsked = false;
};
