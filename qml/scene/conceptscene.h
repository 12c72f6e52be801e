// Draws a concept graph (artefact "concepts": nodes with a place and a weight, weighted edges) and
// answers which node lies under a point or in a direction. Owns no meaning: labels, places and
// weights come from the artefact; a label that finds no free room is left out until its node is
// chosen. GUI thread only.
#pragma once

#include <QColor>
#include <QQuickPaintedItem>
#include <QVariantMap>
#include <QtQml/qqmlregistration.h>

class ConceptScene : public QQuickPaintedItem
{
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(QVariantMap concepts READ concepts WRITE setConcepts NOTIFY conceptsChanged)
    Q_PROPERTY(int count READ count NOTIFY conceptsChanged)
    Q_PROPERTY(int center READ center NOTIFY conceptsChanged)
    Q_PROPERTY(int selected MEMBER m_selected NOTIFY lookChanged)
    Q_PROPERTY(int hovered MEMBER m_hovered NOTIFY lookChanged)
    Q_PROPERTY(double zoom MEMBER m_scale NOTIFY lookChanged)
    Q_PROPERTY(QString family MEMBER m_family NOTIFY lookChanged)
    Q_PROPERTY(QColor ground MEMBER m_ground NOTIFY lookChanged)
    Q_PROPERTY(QColor edge MEMBER m_edge NOTIFY lookChanged)
    Q_PROPERTY(QColor edgeHot MEMBER m_edgeHot NOTIFY lookChanged)
    Q_PROPERTY(QColor dot MEMBER m_dot NOTIFY lookChanged)
    Q_PROPERTY(QColor dotHot MEMBER m_dotHot NOTIFY lookChanged)
    Q_PROPERTY(QColor ink MEMBER m_ink NOTIFY lookChanged)
    Q_PROPERTY(QColor ink2 MEMBER m_ink2 NOTIFY lookChanged)
    Q_PROPERTY(QColor ink3 MEMBER m_ink3 NOTIFY lookChanged)

public:
    enum Direction { Left, Right, Up, Down };
    Q_ENUM(Direction)

    explicit ConceptScene(QQuickItem *parent = nullptr);

    QVariantMap concepts() const { return m_concepts; }
    void setConcepts(const QVariantMap &concepts);
    int count() const { return int(m_nodes.size()); }
    int center() const { return m_center; }

    Q_INVOKABLE QString label(int node) const;
    Q_INVOKABLE QString neighbourWords(int node) const;  // labels, strongest link first
    QStringList neighbours(int node) const;
    Q_INVOKABLE int nodeAt(double x, double y) const;    // -1 when there is none
    Q_INVOKABLE int nodeTowards(int from, ConceptScene::Direction direction) const;

    void paint(QPainter *painter) override;

Q_SIGNALS:
    void conceptsChanged();
    void lookChanged();

protected:
    void geometryChange(const QRectF &now, const QRectF &before) override;

private:
    struct Node {
        QString label;
        double x = 0, y = 0;     // in the artefact's own frame
        double share = 0;        // weight as a share of the heaviest node
        QPointF at;              // in this item
        double radius = 3;
        QRectF words;            // where the label stands; empty when it found no room
    };
    struct Edge {
        int from = 0, to = 0;
        double share = 0;
    };

    QFont fontFor(int node) const;
    bool touchesSelection(const Edge &edge) const;
    void place();
    void placeLabels();
    void paintEdges(QPainter *painter) const;
    void paintLabel(QPainter *painter, int node) const;

    QVariantMap m_concepts;
    QList<Node> m_nodes;
    QList<Edge> m_edges;
    int m_center = -1;
    int m_selected = -1;
    int m_hovered = -1;
    double m_scale = 1;
    QString m_family;
    QColor m_ground, m_edge, m_edgeHot, m_dot, m_dotHot, m_ink, m_ink2, m_ink3;
};
