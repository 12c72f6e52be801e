// The window from right to left: every item of every page stands where its mirror image would, in the
// window and for a screen reader; the pointer finds it there, popups stay inside, time runs on as it
// did; and from left to right nothing is left of it.
#include "window.h"

#include "desk/choices.h"
#include "desk/tongue.h"
#include "scene/mirror.h"

#include <QGuiApplication>

using namespace Qt::StringLiterals;
using namespace testwindow;
using models::Bridge;

namespace {

// What is drawn, each in its place; children of what keeps its direction are left out.
using Boxes = QList<QPair<QQuickItem *, QRectF>>;
void gather(QQuickItem *item, Boxes &found)
{
    if (!item->isVisible() || item->inherits("QQuickOverlay"))
        return;
    if (item->width() > 0 && item->height() > 0)
        found.append({item, item->mapRectToScene(QRectF(0, 0, item->width(), item->height()))});
    if (item->property("keepsDirection").toBool())
        return;
    const QList<QQuickItem *> children = item->childItems();
    for (QQuickItem *child : children)
        gather(child, found);
}

}  // namespace

class tst_RightLeft : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanup();
    void cleanupTestCase();
    void everyItemStandsMirrored_data();
    void everyItemStandsMirrored();
    void pointerAndPopupsFollow();
    void wordsRunTheOtherWay();
    void paintedAsReckoned();

private:
    QQuickItem *item(const QString &name) { return find(m_window->contentItem(), name); }
    std::unique_ptr<QQmlApplicationEngine> m_engine;
    QQuickWindow *m_window = nullptr;
};

void tst_RightLeft::initTestCase()
{
    QAccessible::setActive(true);
    QQuickStyle::setStyle(u"Basic"_s);
    qInstallMessageHandler(collect);
    Choices::instance().overrideForThisRun(u"look/reduceMotion"_s, true);
    QVERIFY(open(QString(), true));
}

void tst_RightLeft::cleanup()
{
    m_engine.reset();
    QGuiApplication::setLayoutDirection(Qt::LayoutDirectionAuto);
}

void tst_RightLeft::cleanupTestCase()
{
    Bridge::instance().close();
    qInstallMessageHandler(nullptr);
}

static QString notReturned(const Boxes &before, const Boxes &after)
{
    const QHash<QQuickItem *, QRectF> at(after.begin(), after.end());
    for (const auto &[one, was] : before)
        if (at.contains(one) && at.value(one).width() == was.width()
            && qAbs(at.value(one).left() - was.left()) >= 1)
            return QStringLiteral("%1 is not back where it was").arg(one->objectName());
    return {};
}

void tst_RightLeft::everyItemStandsMirrored_data()
{
    QTest::addColumn<QString>("place");
    for (const QString &place : places())
        QTest::newRow(qPrintable(place)) << place;
}

// The first item that is not where a mirror would show it; empty when all are.
static QString unmirrored(const QQuickWindow &window, const Boxes &before, const Boxes &turned,
                          int &moved, int &compared)
{
    const QHash<QQuickItem *, QRectF> at(turned.begin(), turned.end());
    moved = compared = 0;
    for (const auto &[one, was] : before) {
        const QRectF is = at.value(one);
        if (!at.contains(one) || qAbs(is.width() - was.width()) > 0.01
            || qAbs(is.y() - was.y()) > 1)
            continue;
        ++compared;
        moved += is != was;
        if (qAbs(is.left() - (window.width() - was.right())) >= 1)
            return u"%1 %2 at %3, not %4"_s
                .arg(QString::fromLatin1(one->metaObject()->className()), nameOf(one))
                .arg(is.left())
                .arg(window.width() - was.right());
        QAccessibleInterface *face = QAccessible::queryAccessibleInterface(one);
        if (face && qAbs(face->rect().x() - window.x() - is.x()) > 1)
            return u"a screen reader finds %1 elsewhere"_s.arg(nameOf(one));
    }
    return {};
}

void tst_RightLeft::everyItemStandsMirrored()
{
    QFETCH(QString, place);
    m_window = load(m_engine, place, {1440, 900});
    QVERIFY(m_window);
    QTest::qWait(300);
    Boxes before, turned, after;
    int moved = 0, compared = 0;
    QString wrong;
    // Again when a figure grew by a digit meanwhile and took its neighbours along.
    for (int attempt = 0; attempt < 5; ++attempt) {
        QGuiApplication::setLayoutDirection(Qt::LeftToRight);
        QTest::qWait(100);
        before.clear();
        gather(m_window->contentItem(), before);
        QVERIFY(before.size() > 40);
        QGuiApplication::setLayoutDirection(Qt::RightToLeft);
        QTest::qWait(100);
        turned.clear();
        gather(m_window->contentItem(), turned);
        wrong = unmirrored(*m_window, before, turned, moved, compared);
        QGuiApplication::setLayoutDirection(Qt::LeftToRight);
        QTest::qWait(100);
        after.clear();
        gather(m_window->contentItem(), after);
        if (wrong.isEmpty())
            wrong = notReturned(before, after);
        if (wrong.isEmpty())
            break;
    }
    QVERIFY2(wrong.isEmpty(), qPrintable(wrong));
    QVERIFY(compared > before.size() * 9 / 10);
    QVERIFY(moved > compared / 2);
    QCOMPARE(warnings, QStringList());
}

void tst_RightLeft::pointerAndPopupsFollow()
{
    m_window = load(m_engine, u"Dreams"_s, {1440, 900});
    QVERIFY(m_window);
    QGuiApplication::setLayoutDirection(Qt::RightToLeft);
    QTest::qWait(100);
    const auto middle = [](QQuickItem *one) {
        return one->mapToScene(QPointF(one->width() / 2, one->height() / 2)).toPoint();
    };
    QVERIFY(middle(item(u"rail.Agents"_s)).x() > 1200);
    QTest::mouseClick(m_window, Qt::LeftButton, {}, middle(item(u"rail.Agents"_s)));
    QCOMPARE(m_window->property("place").toString(), u"Agents"_s);
    QTest::mouseClick(m_window, Qt::LeftButton, {}, middle(item(u"you"_s)));
    QTRY_VERIFY(item(u"menu.keys:"_s));
    QTest::qWait(100);
    QQuickItem *entry = item(u"menu.keys:"_s);
    const QRectF box = entry->mapRectToScene(entry->boundingRect());
    QVERIFY2(box.left() >= 0 && box.right() < 400, qPrintable(QString::number(box.left())));
    QTest::mouseClick(m_window, Qt::LeftButton, {}, middle(entry));
    QTRY_VERIFY(!item(u"menu.keys:"_s));
    QCOMPARE(warnings, QStringList());
}

// The pseudo-language turns the window over by itself, the way a translation from right to left does.
void tst_RightLeft::wordsRunTheOtherWay()
{
    QVERIFY(pseudoRightToLeft(u"Dreams"_s).isRightToLeft());
    QVERIFY(pseudoRightToLeft(u"%n dreams of %1"_s).contains(u"\u2068%n\u2069"_s));
    Tongue tongue;
    Choices::instance().overrideForThisRun(u"language"_s, u"pseudo-rtl"_s);
    QCOMPARE(QGuiApplication::layoutDirection(), Qt::RightToLeft);
    m_window = load(m_engine, u"Dreams"_s, {1440, 900});
    QVERIFY(m_window);
    QVERIFY(scene::Mirror::isOn());
    QVERIFY(item(u"rail.Dreams"_s)->mapToScene(QPointF()).x() > 1200);
    QVERIFY(nameOf(item(u"rail.Dreams"_s)).isRightToLeft());
    Choices::instance().overrideForThisRun(u"language"_s, u"en"_s);
    QTRY_VERIFY(item(u"rail.Dreams"_s)->mapToScene(QPointF()).x() < 40);
    QCOMPARE(warnings, QStringList());
}

// What grew while it was drawn mirrored is painted where it is reckoned to be.
void tst_RightLeft::paintedAsReckoned()
{
    QGuiApplication::setLayoutDirection(Qt::RightToLeft);
    m_window = load(m_engine, u"Dreams"_s, {1440, 900});
    QVERIFY(m_window);
    const auto picture = [this] {
        QTest::qWait(300);
        return m_window->grabWindow().copy(700, 60, 740, 780);  // ages stand above and below
    };
    const QImage grown = picture();
    QGuiApplication::setLayoutDirection(Qt::LeftToRight);
    QVERIFY(picture() != grown);
    QGuiApplication::setLayoutDirection(Qt::RightToLeft);
    QVERIFY(picture() == grown);
}

QTEST_MAIN(tst_RightLeft)
#include "tst_rightleft.moc"
