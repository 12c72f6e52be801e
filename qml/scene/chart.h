// Measured values as a picture: lines, areas, bars, a heat map, a line without axes, or a strip of
// time with moments on it. Takes plain arrays, finds its own axes, knows which point lies where and
// says each one in words, so that keyboard, table and screen reader walk the same points. Draws a
// gap where a value is missing and invents nothing. GUI thread only.
#pragma once

#include "layoutaxis.h"
#include "sceneitem.h"

#include <optional>

class Chart : public SceneItem {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(Kind kind MEMBER m_kind NOTIFY dataChanged)
    // [{name, values, tone, isBefore, isFilled}]: undefined or not a number is a gap.
    Q_PROPERTY(QVariantList series READ series WRITE setSeries NOTIFY dataChanged)
    // Where the values stand: times in ms when isTime, else numbers; empty: 0, 1, 2 ...
    Q_PROPERTY(QList<double> at MEMBER m_at NOTIFY dataChanged)
    Q_PROPERTY(bool isTime MEMBER m_isTime NOTIFY dataChanged)
    Q_PROPERTY(QStringList names MEMBER m_names NOTIFY dataChanged)  // of the points, for bars
    Q_PROPERTY(QString unit MEMBER m_unit NOTIFY dataChanged)
    Q_PROPERTY(QString endWord MEMBER m_endWord NOTIFY dataChanged)  // "now", at the right end
    Q_PROPERTY(double limit MEMBER m_limit NOTIFY dataChanged)       // not a number: none
    Q_PROPERTY(QString limitWord MEMBER m_limitWord NOTIFY dataChanged)
    Q_PROPERTY(QVariantList moments MEMBER m_moments NOTIFY dataChanged)  // [{at, word, tone}]
    Q_PROPERTY(int count READ count NOTIFY dataChanged)            // points of the longest series
    Q_PROPERTY(int selected MEMBER m_selected NOTIFY lookChanged)  // point, -1: none
    Q_PROPERTY(int row MEMBER m_row NOTIFY lookChanged)            // series of the selection
    Q_PROPERTY(int hovered MEMBER m_hovered NOTIFY lookChanged)
    Q_PROPERTY(QString summary READ summary NOTIFY dataChanged)

public:
    enum Kind { Line, Area, Bar, Heat, Spark, Strip };
    Q_ENUM(Kind)

    explicit Chart(QQuickItem *parent = nullptr);

    QVariantList series() const { return m_given; }
    void setSeries(const QVariantList &series);
    int count() const;
    QString summary() const;

    Q_INVOKABLE int pointAt(double x, double y) const;  // nearest, -1 outside the plot
    Q_INVOKABLE int rowAt(double x, double y) const;    // series nearest to a place
    // The next point that has a value, in one direction; stays where it is at the end.
    Q_INVOKABLE int step(int from, int by) const;
    Q_INVOKABLE QString pointWord(int point) const;           // "14:32", "Mon"
    Q_INVOKABLE QString valueWord(int row, int point) const;  // "412 ms", "none"
    Q_INVOKABLE QString words(int point) const;               // all series there
    Q_INVOKABLE QString rowName(int row) const;
    Q_INVOKABLE int rowCount() const { return int(m_series.size()); }
    QString csv() const override;

    // For tests and for what floats above the chart.
    Q_INVOKABLE QRectF plot() const { return frame().plot; }
    Q_INVOKABLE QPointF placeOf(int row, int point) const;
    const layout::Axis &axis() const { return frame().axis; }

Q_SIGNALS:
    void dataChanged();
    void lookChanged();

protected:
    void geometryChange(const QRectF &now, const QRectF &before) override;
    void draw(QPainter &painter, const QSizeF &size) override;

private:
    struct Series {
        QString name, tone;
        QList<double> values;
        bool isBefore = false, isFilled = false;
    };

    // What every place is reckoned from; made once for a size and some data.
    struct Frame {
        QRectF plot;
        layout::Axis axis;
        double low = 0, high = 0;
    };
    const Frame &frame() const;
    QRectF room() const;
    layout::Axis ticksFor(double height) const;

    double valueAt(int row, int point) const;
    double xShare(int point) const;
    std::pair<double, double> ends() const;
    QString numberWord(double value, int decimals) const;
    QColor inkOf(int row) const;
    bool hasAxes() const { return m_kind != Spark; }
    double sideRoom() const;
    double leftRoom() const;
    void drawGrid(QPainter &painter) const;
    void drawAcross(QPainter &painter) const;
    void drawLines(QPainter &painter) const;
    void drawBars(QPainter &painter) const;
    void drawHeat(QPainter &painter) const;
    void drawEnds(QPainter &painter) const;
    void drawLimit(QPainter &painter) const;
    void drawMoments(QPainter &painter) const;
    void drawChosen(QPainter &painter) const;

    mutable std::optional<Frame> m_frame;
    Kind m_kind = Line;
    QVariantList m_given, m_moments;
    QList<Series> m_series;
    QList<double> m_at;
    QStringList m_names;
    QString m_unit, m_endWord, m_limitWord;
    double m_limit = qQNaN();
    bool m_isTime = false;
    int m_selected = -1, m_row = 0, m_hovered = -1;
};
