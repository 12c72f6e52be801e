// The base of every chart and graph: draws itself with one painter, on the screen through an image
// (so it looks the same with and without a GPU), and into SVG and PNG for the clipboard or a file.
// Colours come as one map from the theme. Owns no data. GUI thread only.
#pragma once

#include <QColor>
#include <QFont>
#include <QQuickPaintedItem>
#include <QVariantMap>
#include <QtQml/qqmlregistration.h>

class SceneItem : public QQuickPaintedItem {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("a base of charts and graphs")
    Q_PROPERTY(QVariantMap ink READ ink WRITE setInk NOTIFY inkChanged)
    Q_PROPERTY(QString title MEMBER m_title NOTIFY inkChanged)

public:
    explicit SceneItem(QQuickItem *parent = nullptr);

    QVariantMap ink() const { return m_ink; }
    void setInk(const QVariantMap &ink);

    // What stands here as a document of its own, on the ground of the page.
    Q_INVOKABLE QString svg();
    Q_INVOKABLE virtual QString csv() const = 0;
    // Puts "svg", "png" or "csv" on the clipboard; false when there is nothing to copy.
    Q_INVOKABLE bool copyAs(const QString &format);
    // The format comes from the name: .svg, .png or .csv. False when the file cannot be written.
    Q_INVOKABLE bool save(const QString &path);

    void paint(QPainter *painter) override;

Q_SIGNALS:
    void inkChanged();

protected:
    virtual void draw(QPainter &painter, const QSizeF &size) = 0;

    // A colour of the theme by its role; what the theme does not name is drawn as text.
    QColor tint(const char *role) const;
    QColor toneMark(const QString &tone) const;  // good, warn, bad, accent
    QColor toneText(const QString &tone) const;
    double px(double n) const { return n * m_zoom; }
    QFont font(int pixels, int weight = QFont::Normal) const;
    static QString cell(const QString &text);  // quoted for CSV where it must be

private:
    QImage picture();

    QVariantMap m_ink;
    QString m_title, m_family;
    double m_zoom = 1;
};
