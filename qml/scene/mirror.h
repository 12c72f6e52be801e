// The window as a right-to-left language wants it: while the program's layout direction is from right
// to left, every item below a held root is drawn where its mirror image would stand, by a transform of
// its own. Pages go on counting x from the left; pictures, words and the pointer are not reversed.
// What runs one way in every language (a time axis, a scroll bar) says `keepsDirection: true` and its
// children stay. Costs nothing from left to right. GUI thread only.
#pragma once

#include <QList>
#include <QObject>
#include <QPointer>

class QQuickItem;
class QQuickTransform;

namespace scene {

class Mirror : public QObject {
    Q_OBJECT

public:
    // One for the program, following QGuiApplication::layoutDirection.
    static Mirror &instance();

    // From now on everything below it, also what is made later.
    void hold(QQuickItem *root);
    static bool isOn();

private:
    Mirror();
    void turn();
    void place(QQuickItem *item);
    void placeChildren(QQuickItem *item);

    QList<QPointer<QQuickItem>> m_roots;
    QList<QPointer<QQuickTransform>> m_placed;
};

}  // namespace scene
