// Whoever judges the window must be able to fail: each thing that Inspection finds is put into a small
// window and found, its well-made twin is not, and the covering set of variants misses no pair.
#include "inspection.h"
#include "variants.h"

#include <QQmlComponent>
#include <QQmlEngine>
#include <QTest>

using namespace Qt::StringLiterals;

class tst_Inspection : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void inspectionSees_data();
    void inspectionSees();
    void everyPairIsMet();
};

void tst_Inspection::inspectionSees_data()
{
    QTest::addColumn<QByteArray>("inside");
    QTest::addColumn<QString>("finding");
    QTest::newRow("nothing") << QByteArray("Text { text: 'Well' }") << QString();
    QTest::newRow("outside the window") << QByteArray("Text { x: 380; text: 'Far too long' }")
                                        << u"outside the window: Far too long"_s;
    QTest::newRow("outside a clip")
        << QByteArray("Item { width: 20; height: 20; clip: true; Text { text: 'Too wide' } }")
        << u"outside "_s;
    QTest::newRow("scrolled to") << QByteArray(
        "Flickable { width: 50; height: 50; contentHeight: 500; clip: true\n"
        "Text { y: 300; text: 'Low' } }")
                                 << QString();
    QTest::newRow("overlap") << QByteArray("Text { text: 'One thing' }\n"
                                           "Text { x: 9; y: 3; text: 'Another' }")
                             << u"overlap: One thing and Another"_s;
    QTest::newRow("hidden, not overlapping")
        << QByteArray("Text { text: 'One thing' }\n"
                      "Rectangle { width: 90; height: 50; Text { text: 'Over it' } }")
        << QString();
    QTest::newRow("faint") << QByteArray("Text { text: 'Pale'; color: '#c0c0c0' }")
                           << u"faint: Pale, #c0c0c0 on #ffffff"_s;
    QTest::newRow("half transparent")
        << QByteArray("Text { text: 'Thin'; opacity: 0.4 }") << u"faint: Thin"_s;
    QTest::newRow("on its real ground")
        << QByteArray("Rectangle { width: 90; height: 50; color: 'black'\n"
                      "Text { x: 9; y: 9; text: 'Dark' } }")
        << u"not painted: Dark"_s;
    QTest::newRow("a value that was not there")
        << QByteArray("Text { text: 'took ' + Number(undefined).toLocaleString() + ' s' }")
        << u"nobody's words: took nan s"_s;
    QTest::newRow("cut off") << QByteArray(
        "Text { width: 40; elide: Text.ElideRight; text: 'A long word' }")
                             << u"cut off and nowhere whole: A long word"_s;
    QTest::newRow("cut off and said")
        << QByteArray("Text { width: 40; elide: Text.ElideRight; text: 'A long word'\n"
                      "Accessible.role: Accessible.StaticText; Accessible.name: text }")
        << QString();
    QTest::newRow("a label cut off")
        << QByteArray("Text { width: 40; elide: Text.ElideRight; text: 'Settings'\n"
                      "Accessible.role: Accessible.StaticText; Accessible.name: text }")
        << u"cut off: Settings"_s;
    QTest::newRow("no role") << QByteArray("Item { objectName: 'it'; activeFocusOnTab: true }")
                             << u"no role: it"_s;
    QTest::newRow("no name") << QByteArray("Item { objectName: 'it'; activeFocusOnTab: true\n"
                                           "Accessible.role: Accessible.Button }")
                             << u"no name: it"_s;
    QTest::newRow("no press") << QByteArray(
        "Item { objectName: 'it'; activeFocusOnTab: true\n"
        "Accessible.role: Accessible.Button; Accessible.name: 'It' }")
                              << u"no press: it"_s;
    QTest::newRow("press") << QByteArray("Item { activeFocusOnTab: true; Accessible.name: 'It'\n"
                                         "Accessible.role: Accessible.Button\n"
                                         "Accessible.onPressAction: forceActiveFocus() }")
                           << QString();
}

void tst_Inspection::inspectionSees()
{
    QFETCH(QByteArray, inside);
    QFETCH(QString, finding);
    QQmlEngine engine;
    QQmlComponent component(&engine);
    component.setData(
        "import QtQuick\nWindow { width: 400; height: 300; visible: true\n" + inside + "}", QUrl());
    std::unique_ptr<QObject> object(component.create());
    auto *window = qobject_cast<QQuickWindow *>(object.get());
    QVERIFY2(window, qPrintable(component.errorString()));
    QVERIFY(QTest::qWaitForWindowExposed(window));
    const QImage picture = window->grabWindow().convertToFormat(QImage::Format_RGB32);
    const QStringList found =
        Inspection(window, picture, {1, true, QSet<QString>{u"Settings"_s}}).findings();
    if (finding.isEmpty())
        QCOMPARE(found, QStringList());
    else
        QVERIFY2(found.size() == 1 && found.first().startsWith(finding),
                 qPrintable(found.join(u'\n')));
}

void tst_Inspection::everyPairIsMet()
{
    const QList<Variant> all = allVariants(Variant{2, 3, 2, 2, 2, 5}), few = coveringVariants(all);
    QCOMPARE(all.size(), 5 * 3 * 2 * 2 * 2 * 2);
    QVERIFY(few.size() < all.size() / 3);
    for (const Variant &one : all)
        for (int a = 0; a < factors; ++a)
            for (int b = a + 1; b < factors; ++b)
                QVERIFY(std::any_of(few.begin(), few.end(), [&](const Variant &met) {
                    return met[a] == one[a] && met[b] == one[b];
                }));
}

QTEST_MAIN(tst_Inspection)
#include "tst_inspection.moc"
