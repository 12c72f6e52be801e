// One stroke icon from the resources, tinted when it is drawn, so it follows the theme without
// shader effects. Knows nothing about what it stands for. GUI thread only.
#pragma once

#include <QColor>
#include <QQuickPaintedItem>
#include <QtQml/qqmlregistration.h>

class Glyph : public QQuickPaintedItem
{
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(QString name MEMBER m_name NOTIFY lookChanged)
    Q_PROPERTY(QColor tint MEMBER m_tint NOTIFY lookChanged)

public:
    explicit Glyph(QQuickItem *parent = nullptr);
    void paint(QPainter *painter) override;

Q_SIGNALS:
    void lookChanged();

private:
    QString m_name;
    QColor m_tint;
};
