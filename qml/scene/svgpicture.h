// A picture made by an agent, drawn from SVG text. Refuses SVG that reaches outside itself (images,
// style imports, entities, foreign links), so a hostile artefact cannot open a file or an address.
// GUI thread only.
#pragma once

#include <QQuickPaintedItem>
#include <QSvgRenderer>
#include <QtQml/qqmlregistration.h>

#include <memory>

class SvgPicture : public QQuickPaintedItem
{
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(QString svg READ svg WRITE setSvg NOTIFY svgChanged)
    Q_PROPERTY(bool isDrawable READ isDrawable NOTIFY svgChanged)
    Q_PROPERTY(double ratio READ ratio NOTIFY svgChanged)  // width / height, 1.5 until known

public:
    static constexpr qsizetype bytesMax = 1 << 20;

    explicit SvgPicture(QQuickItem *parent = nullptr);

    QString svg() const { return m_svg; }
    void setSvg(const QString &svg);
    bool isDrawable() const { return m_renderer != nullptr; }
    double ratio() const;
    void paint(QPainter *painter) override;

    static bool isSelfContained(const QByteArray &svg);

Q_SIGNALS:
    void svgChanged();

private:
    QString m_svg;
    std::unique_ptr<QSvgRenderer> m_renderer;
};
