#include "mirror.h"

#include <QGuiApplication>
#include <QMatrix4x4>
#include <QQuickItem>

#include <utility>

namespace scene {

namespace {

// Asked again whenever the item's x changed; a width, its own or its parent's, it has to be told of.
class Place : public QQuickTransform {
public:
    explicit Place(QQuickItem *item) : QQuickTransform(item), m_item(item)
    {
        prependToItem(item);
        connect(item, &QQuickItem::widthChanged, this, [this] { update(); });
        setObjectName(QStringLiteral("mirrorPlace"));
    }
    void follow(QQuickItem *parent)
    {
        disconnect(m_width);
        if (parent)
            m_width = connect(parent, &QQuickItem::widthChanged, this, [this] { update(); });
        update();
    }
    void applyTo(QMatrix4x4 *matrix) const override { matrix->translate(float(shift()), 0); }

protected:
    virtual qreal shift() const
    {
        const QQuickItem *parent = m_item->parentItem();
        return parent ? parent->width() - 2 * m_item->x() - m_item->width() : 0;
    }
    QQuickItem *m_item;

private:
    QMetaObject::Connection m_width;
};

// A popup lies in the overlay, but its x counts from the item that it belongs to.
class PopupPlace : public Place {
public:
    PopupPlace(QQuickItem *item, QObject *popup) : Place(item), m_popup(popup) {}

protected:
    qreal shift() const override
    {
        const auto *owner = m_popup ? m_popup->property("parent").value<QQuickItem *>() : nullptr;
        const QQuickItem *overlay = m_item->parentItem();
        if (!owner || !overlay)
            return 0;
        const qreal x = m_popup->property("x").toReal();
        const qreal wanted = m_item->x() + owner->width() - 2 * x - m_item->width();
        const qreal last = overlay->width() - m_item->width() - edge;
        return qBound(qMin(edge, last), wanted, qMax(edge, last)) - m_item->x();
    }

private:
    static constexpr qreal edge = 8;  // as far from the window's sides as popups keep by themselves
    QPointer<QObject> m_popup;
};

QObject *popupOf(const QQuickItem *item)
{
    const QList<QQuickItem *> parts = item->childItems();
    for (const QQuickItem *part : parts)
        if (part->parent() && part->parent()->inherits("QQuickPopup"))
            return part->parent();
    return nullptr;
}

}  // namespace

Mirror::Mirror()
{
    connect(qGuiApp, &QGuiApplication::layoutDirectionChanged, this, &Mirror::turn);
}

Mirror &Mirror::instance()
{
    static auto *mirror = new Mirror;  // outlives every window
    return *mirror;
}

bool Mirror::isOn()
{
    return QGuiApplication::layoutDirection() == Qt::RightToLeft;
}

void Mirror::hold(QQuickItem *root)
{
    m_roots.removeAll(nullptr);
    m_roots.append(root);
    if (isOn())
        placeChildren(root);
}

void Mirror::turn()
{
    for (const auto &one : std::exchange(m_placed, {}))
        delete one.data();
    for (const auto &root : std::as_const(m_roots))
        if (root && isOn())
            placeChildren(root);
}

void Mirror::place(QQuickItem *item)
{
    auto *placed = item->findChild<QQuickTransform *>(QStringLiteral("mirrorPlace"),
                                                      Qt::FindDirectChildrenOnly);
    if (!placed) {
        QObject *popup = item->inherits("QQuickPopupItem") ? popupOf(item) : nullptr;
        auto *made = popup ? new PopupPlace(item, popup) : new Place(item);
        placed = made;
        m_placed.append(made);
        connect(item, &QQuickItem::parentChanged, made, &Place::follow);
        connect(item, &QQuickItem::childrenChanged, made, [this, item] { placeChildren(item); });
        made->follow(item->parentItem());
        placeChildren(item);
    }
}

void Mirror::placeChildren(QQuickItem *item)
{
    if (!isOn() || item->property("keepsDirection").toBool())
        return;
    const QList<QQuickItem *> children = item->childItems();
    for (QQuickItem *child : children)
        place(child);
}

}  // namespace scene
