// A small line of measured values, newest right, with a dot on the last one. Draws what it is given
// and invents nothing: fewer than two values draw nothing. GUI thread only.
#pragma once

#include <QColor>
#include <QQuickPaintedItem>
#include <QtQml/qqmlregistration.h>

class Sparkline : public QQuickPaintedItem
{
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(QList<double> values MEMBER m_values NOTIFY lookChanged)
    Q_PROPERTY(QColor ink MEMBER m_ink NOTIFY lookChanged)

public:
    explicit Sparkline(QQuickItem *parent = nullptr);
    void paint(QPainter *painter) override;

Q_SIGNALS:
    void lookChanged();

private:
    QList<double> m_values;
    QColor m_ink;
};
