// The real window in a test: the modules it is made of, what it warned about, its pages, and how to
// find and press something in it the way a screen reader does. Owns the list of warnings; leaves
// opening profiles and judging pages to the tests. One test program includes it once; GUI thread only.
#pragma once

#include "bridge.h"

#include <QAccessible>
#include <QDir>
#include <QQmlApplicationEngine>
#include <QQuickItem>
#include <QQuickStyle>
#include <QQuickWindow>
#include <QSignalSpy>
#include <QTest>
#include <QtQml/qqmlextensionplugin.h>

Q_IMPORT_QML_PLUGIN(DreamScope_DeskPlugin)
Q_IMPORT_QML_PLUGIN(DreamScope_ModelsPlugin)
Q_IMPORT_QML_PLUGIN(DreamScope_ScenePlugin)
Q_IMPORT_QML_PLUGIN(DreamScope_UiPlugin)

namespace testwindow {

inline QStringList warnings;

inline void collect(QtMsgType type, const QMessageLogContext &, const QString &message)
{
    // What a machine without a desk lacks, and what Qt says to itself, is not the pages' business.
    static const QStringList bare{QStringLiteral("XDG_RUNTIME_DIR"),
                                  QStringLiteral("propagateSizeHints"),
                                  QStringLiteral("does not support raise"),
                                  // Qt's own, when a list is emptied while its rows are being made
                                  QStringLiteral("DelegateModel::cancel: index out range")};
    const bool isOurs = (type == QtWarningMsg || type == QtCriticalMsg)
                        && std::none_of(bare.begin(), bare.end(), [&](const QString &words) {
                               return message.contains(words);
                           });
    if (isOurs)
        warnings.append(message);
    fprintf(stderr, "%s\n", qPrintable(message));
}

// Every page is a file; there is no second list of them.
inline QStringList places()
{
    QStringList names = QDir(QStringLiteral(":/qt/qml/DreamScope/Ui/pages"))
                            .entryList({QStringLiteral("*Page.qml")}, QDir::Files, QDir::Name);
    for (QString &name : names)
        name.chop(8);
    return names;
}

// A profile in a folder, or in memory; idle ones leave their tasks lying.
inline bool open(const QString &folder, bool isIdle)
{
    QSignalSpy opened(&models::Bridge::instance(), &models::Bridge::opened);
    models::Bridge::instance().open(folder, isIdle);
    return opened.count() > 0 || opened.wait(20'000);
}

// The window at a place ("Settings" or "Settings/backups"); null when it does not come up.
inline QQuickWindow *load(std::unique_ptr<QQmlApplicationEngine> &engine, const QString &place,
                          const QSize &size, bool mayGreet = false)
{
    warnings.clear();
    engine = std::make_unique<QQmlApplicationEngine>();
    engine->addImportPath(QStringLiteral("qrc:/qt/qml"));
    engine->setInitialProperties({{QStringLiteral("place"), place.section(QLatin1Char('/'), 0, 0)},
                                  {QStringLiteral("subject"), place.section(QLatin1Char('/'), 1)},
                                  {QStringLiteral("mayGreet"), mayGreet},
                                  {QStringLiteral("width"), size.width()},
                                  {QStringLiteral("height"), size.height()}});
    engine->load(QStringLiteral("qrc:/qt/qml/DreamScope/Ui/Main.qml"));
    auto *window = qobject_cast<QQuickWindow *>(engine->rootObjects().value(0));
    if (!window || !QTest::qWaitForWindowExposed(window))
        return nullptr;
    window->requestActivate();
    QTest::qWait(150);
    return window;
}

inline QQuickItem *find(QQuickItem *in, const QString &name)
{
    if (in->objectName() == name && in->isVisible())
        return in;
    const QList<QQuickItem *> children = in->childItems();
    for (QQuickItem *child : children)
        if (QQuickItem *found = find(child, name))
            return found;
    return nullptr;
}

inline QString nameOf(QQuickItem *item)
{
    QAccessibleInterface *accessible = QAccessible::queryAccessibleInterface(item);
    return accessible ? accessible->text(QAccessible::Name) : QString();
}

inline void press(QQuickItem *item)
{
    QVERIFY(item);
    QAccessibleInterface *accessible = QAccessible::queryAccessibleInterface(item);
    QVERIFY(accessible && accessible->actionInterface());
    QVERIFY(accessible->actionInterface()->actionNames().contains(
        QAccessibleActionInterface::pressAction()));
    accessible->actionInterface()->doAction(QAccessibleActionInterface::pressAction());
    QTest::qWait(50);
}

}  // namespace testwindow
