#include "inspection.h"

#include <QAccessible>
#include <QColor>
#include <QFont>
#include <QMetaMethod>
#include <QQuickItem>
#include <QRegularExpression>

#include <algorithm>
#include <cmath>
#include <unordered_map>

using namespace Qt::StringLiterals;

namespace {

constexpr double slackPx = 1.5;                     // rounding of centred and right-aligned words
constexpr double leastWords = 4.5, leastLarge = 3;  // WCAG 2.1, 1.4.3
constexpr double largePx = 24;

double linear(int channel)
{
    const double c = channel / 255.0;
    return c <= 0.04045 ? c / 12.92 : std::pow((c + 0.055) / 1.055, 2.4);
}

double luminance(QRgb color)
{
    return 0.2126 * linear(qRed(color)) + 0.7152 * linear(qGreen(color))
           + 0.0722 * linear(qBlue(color));
}

double contrast(QRgb a, QRgb b)
{
    const double la = luminance(a), lb = luminance(b);
    return (std::max(la, lb) + 0.05) / (std::min(la, lb) + 0.05);
}

QRgb blend(const QColor &ink, double opacity, QRgb ground)
{
    const double a = ink.alphaF() * opacity;
    const auto mix = [a](int over, int under) {
        return int(std::lround(over * a + under * (1 - a)));
    };
    return qRgb(mix(ink.red(), qRed(ground)), mix(ink.green(), qGreen(ground)),
                mix(ink.blue(), qBlue(ground)));
}

bool isText(const QQuickItem *item)
{
    return item->inherits("QQuickText") && !item->property("text").toString().trimmed().isEmpty();
}

bool isControl(const QQuickItem *item)
{
    return item->inherits("QQuickAbstractButton") || item->inherits("QQuickTextField")
           || item->inherits("QQuickComboBox");
}

bool isAbove(const QQuickItem *ancestor, const QQuickItem *item)
{
    for (; item; item = item->parentItem())
        if (item == ancestor)
            return true;
    return false;
}

// Where the words really are inside their item.
QRectF wordsOf(const QQuickItem *item)
{
    const double width = item->property("contentWidth").toDouble();
    const double height = item->property("contentHeight").toDouble();
    const double left = item->property("leftPadding").toDouble();
    const double top = item->property("topPadding").toDouble();
    const double freeX = item->width() - left - item->property("rightPadding").toDouble() - width;
    const double freeY = item->height() - top - item->property("bottomPadding").toDouble() - height;
    const int across = item->property("effectiveHorizontalAlignment").toInt();
    const int down = item->property("verticalAlignment").toInt();
    return {left
                + (across & Qt::AlignRight     ? freeX
                   : across & Qt::AlignHCenter ? freeX / 2
                                               : 0),
            top
                + (down & Qt::AlignBottom    ? freeY
                   : down & Qt::AlignVCenter ? freeY / 2
                                             : 0),
            width, height};
}

QString titleOf(const QQuickItem *item)
{
    QString words = item->property("text").toString().simplified();
    if (words.isEmpty())
        words = item->objectName();
    if (words.isEmpty())
        words = QString::fromLatin1(item->metaObject()->className()).section("_QML"_L1, 0, 0);
    return words.size() > 48 ? words.left(46) + u"…"_s : words;
}

// The object behind Accessible.* of an item; null when nothing was said about it.
QObject *accessibleOf(const QObject *item)
{
    for (QObject *child : item->children())
        if (child->inherits("QQuickAccessibleAttached"))
            return child;
    return nullptr;
}

struct Peek : QObject {
    using QObject::isSignalConnected;
};

bool answersPress(const QObject *accessible)
{
    const int at = accessible->metaObject()->indexOfSignal("pressAction()");
    return at >= 0
           && (accessible->*(&Peek::isSignalConnected))(accessible->metaObject()->method(at));
}

// A list keeps its current row although it is not shown any more: it paints another in its place.
bool isKeptAside(const QQuickItem *item)
{
    const QQuickItem *content = item->parentItem();
    QQuickItem *list = content ? content->parentItem() : nullptr;
    if (!list || !list->inherits("QQuickItemView")
        || list->property("contentItem").value<QQuickItem *>() != content)
        return false;
    QQuickItem *shown = nullptr;
    QMetaObject::invokeMethod(list, "itemAt", Q_RETURN_ARG(QQuickItem *, shown),
                              Q_ARG(qreal, item->x() + item->width() / 2),
                              Q_ARG(qreal, item->y() + item->height() / 2));
    return shown && shown != item;
}

QRectF grown(const QRectF &box, double by)
{
    return box.adjusted(-by, -by, by, by);
}

}  // namespace

Inspection::Inspection(QQuickWindow *window, const QImage &picture, Rules rules)
    : m_window(window), m_picture(picture), m_rules(std::move(rules))
{
    walk(window->contentItem(), QRectF(QPointF(), window->size()), 1, 0);
    dropCovered();
}

void Inspection::say(const QString &what)
{
    if (!m_findings.contains(what))
        m_findings.append(what);
}

QStringList Inspection::findings()
{
    for (const Seen &seen : m_seen) {
        judgeBounds(seen);
        if (seen.isText && !seen.shown.isEmpty()) {
            judgeWords(seen);
            judgeContrast(seen);
        }
    }
    judgeOverlaps();
    judgeFocus(m_window->contentItem());
    return m_findings;
}

// In the order of painting, so that what lies under an opaque surface is known to be hidden.
void Inspection::walk(QQuickItem *item, QRectF clip, double opacity, int layer)
{
    opacity *= item->opacity();
    if (!item->isVisible() || opacity < 0.05 || isKeptAside(item))
        return;
    const QRectF box = item->mapRectToScene(QRectF(0, 0, item->width(), item->height()));
    const bool isWords = isText(item);
    const double surface = item->inherits("QQuickRectangle")
                               ? opacity * item->property("color").value<QColor>().alphaF()
                               : 0;
    // A veil sets the page back while something stands over it: what lies under is not used now.
    const bool isVeil = surface > 0.3 && box.width() > 200 && box.height() > 200;
    if (surface > 0.99 || isVeil)
        m_covers.push_back({m_seen.size(), item, box & clip});
    if (isWords || isControl(item)) {
        const QRectF painted = isWords ? item->mapRectToScene(wordsOf(item)) : box;
        m_seen.push_back({item, painted, painted & clip, opacity, layer, isWords});
    }
    if (item->clip() || item->inherits("QQuickFlickable"))
        clip &= box;
    QList<QQuickItem *> children = item->childItems();
    std::stable_sort(children.begin(), children.end(),
                     [](const QQuickItem *a, const QQuickItem *b) { return a->z() < b->z(); });
    const bool isTop = item == m_window->contentItem();
    for (QQuickItem *child : children)
        walk(child, clip, opacity, isTop ? int(child->z()) : layer);
}

void Inspection::dropCovered()
{
    std::vector<Seen> left;
    for (std::size_t i = 0; i < m_seen.size(); ++i) {
        const Seen &seen = m_seen[i];
        const auto isUnder = [&](auto &&how) {
            return std::any_of(m_covers.begin(), m_covers.end(), [&](const Cover &cover) {
                return cover.after > i && !isAbove(seen.item, cover.item) && !seen.shown.isEmpty()
                       && how(cover.box);
            });
        };
        if (isUnder([&](const QRectF &box) { return box.contains(seen.shown); }))
            continue;
        left.push_back(seen);
        left.back().isTouched =
            isUnder([&](const QRectF &box) { return box.intersects(seen.shown); });
    }
    m_seen = std::move(left);
}

// Inside the window and inside every clip, unless it can be scrolled to.
void Inspection::judgeBounds(const Seen &seen)
{
    if (seen.painted.width() < 1 || seen.painted.height() < 1)
        return;
    bool isFreeX = false, isFreeY = false;
    const QRectF window(QPointF(), m_window->size());
    for (const QQuickItem *at = seen.item->parentItem(); at; at = at->parentItem()) {
        QRectF room = at->mapRectToScene(QRectF(0, 0, at->width(), at->height()));
        const bool isFlick = at->inherits("QQuickFlickable");
        if (isFlick && at->property("interactive").toBool()) {
            const double width = at->property("contentWidth").toDouble();
            const double height = at->property("contentHeight").toDouble();
            isFreeX = isFreeX || width > at->width() + slackPx;
            isFreeY = isFreeY || height > at->height() + slackPx;
        }
        const bool isLast = !at->parentItem();
        if (isLast)
            room = window;
        else if (!at->clip())
            continue;
        const bool isOutX = !isFreeX
                            && (seen.painted.left() < room.left() - slackPx
                                || seen.painted.right() > room.right() + slackPx);
        const bool isOutY = !isFreeY
                            && (seen.painted.top() < room.top() - slackPx
                                || seen.painted.bottom() > room.bottom() + slackPx);
        if (isOutX || isOutY) {
            const double by =
                std::max({room.left() - seen.painted.left(), seen.painted.right() - room.right(),
                          room.top() - seen.painted.top(), seen.painted.bottom() - room.bottom()});
            say(u"outside %1: %2 (by %3 px)"_s
                    .arg(isLast ? u"the window"_s : titleOf(at), titleOf(seen.item))
                    .arg(by, 0, 'f', 0));
            return;
        }
    }
}

void Inspection::judgeOverlaps()
{
    for (std::size_t i = 0; i < m_seen.size(); ++i) {
        for (std::size_t k = i + 1; k < m_seen.size(); ++k) {
            const Seen &a = m_seen[i], &b = m_seen[k];
            if (a.layer != b.layer || a.shown.isEmpty() || b.shown.isEmpty()
                || isAbove(a.item, b.item) || isAbove(b.item, a.item))
                continue;
            // Lines may stand close: letters rarely fill the height of their line.
            const auto core = [](const Seen &one) {
                const double v = one.isText ? one.shown.height() * 0.15 : 0;
                return one.shown.adjusted(0, v, 0, -v);
            };
            const QRectF both = core(a) & core(b);
            if (both.width() > slackPx && both.height() > slackPx)
                say(u"overlap: %1 and %2 (%3x%4 px)"_s.arg(titleOf(a.item), titleOf(b.item))
                        .arg(both.width(), 0, 'f', 0)
                        .arg(both.height(), 0, 'f', 0));
        }
    }
}

// What is cut off must be said whole elsewhere; a label of ours is not cut off at all.
void Inspection::judgeWords(const Seen &seen)
{
    // Words of a value that was not there.
    static const QRegularExpression slips(u"\\b(nan|NaN|undefined)\\b|\\[object "_s);
    if (seen.item->property("text").toString().contains(slips))
        say(u"nobody's words: "_s + titleOf(seen.item));
    if (!seen.item->property("truncated").toBool())
        return;
    const QString text = seen.item->property("text").toString();
    const bool isLabel = text.startsWith(u'[') || m_rules.labels.contains(text);
    if (isLabel && m_rules.isCutForbidden) {
        say(u"cut off: "_s + titleOf(seen.item));
        return;
    }
    for (const QQuickItem *at = seen.item; at; at = at->parentItem()) {
        const QObject *accessible = accessibleOf(at);
        if (!accessible || accessible->property("ignored").toBool())
            continue;
        if (accessible->property("name").toString().contains(text)
            || accessible->property("description").toString().contains(text)
            || at->property("hint").toString().contains(text))
            return;
    }
    say(u"cut off and nowhere whole: "_s + titleOf(seen.item));
}

// The ground is the commonest colour around the words, as it was painted.
void Inspection::judgeContrast(const Seen &seen)
{
    if (!seen.item->isEnabled())
        return;  // what cannot be used may be faint (WCAG 2.1, 1.4.3)
    if (seen.isTouched)
        return;  // something stands over a part of it: the ground around the words is not its own
    const QRect box = grown(seen.shown, 2).toAlignedRect() & m_picture.rect();
    std::unordered_map<QRgb, int> counts;
    for (int y = box.top(); y <= box.bottom(); ++y) {
        const auto *line = reinterpret_cast<const QRgb *>(m_picture.constScanLine(y));
        for (int x = box.left(); x <= box.right(); ++x)
            ++counts[line[x]];
    }
    if (counts.empty())
        return;
    const auto most =
        std::max_element(counts.begin(), counts.end(),
                         [](const auto &a, const auto &b) { return a.second < b.second; });
    if (counts.size() == 1 && seen.shown.height() > 6 && seen.shown.width() > 3) {
        say(u"not painted: "_s + titleOf(seen.item));
        return;
    }
    const QRgb ground = most->first;
    const QRgb ink = blend(seen.item->property("color").value<QColor>(), seen.opacity, ground);
    const QFont font = seen.item->property("font").value<QFont>();
    const double least = font.pixelSize() / m_rules.scale >= largePx ? leastLarge : leastWords;
    const double found = contrast(ink, ground);
    if (found < least)
        say(u"faint: %1, %2 on %3 is %4"_s
                .arg(titleOf(seen.item), QColor(ink).name(), QColor(ground).name())
                .arg(found, 0, 'f', 2));
}

// Whatever the keyboard reaches.
void Inspection::judgeFocus(QQuickItem *item)
{
    if (!item->isVisible() || !item->isEnabled())
        return;
    const bool isReached =
        item->activeFocusOnTab() || (item->property("focusPolicy").toInt() & Qt::TabFocus);
    if (isReached && item != m_window->contentItem()) {
        static const QSet<int> walked{
            QAccessible::EditableText, QAccessible::List,     QAccessible::Table, QAccessible::Tree,
            QAccessible::StaticText,   QAccessible::Document, QAccessible::Pane};
        const QObject *accessible = accessibleOf(item);
        QAccessibleInterface *face = QAccessible::queryAccessibleInterface(item);
        if (!accessible || !face || face->role() == QAccessible::NoRole)
            say(u"no role: "_s + titleOf(item));
        else if (face->text(QAccessible::Name).isEmpty())
            say(u"no name: "_s + titleOf(item));
        else if (!walked.contains(face->role()) && !answersPress(accessible))
            say(u"no press: "_s + titleOf(item));
    }
    const QList<QQuickItem *> children = item->childItems();
    for (QQuickItem *child : children)
        judgeFocus(child);
}
