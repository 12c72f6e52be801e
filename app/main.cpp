// The desktop: opens a window at once and the profile behind it. With --shot it draws one picture
// when the data is there and ends; without a display it does so on the offscreen platform.
#include "bridge.h"
#include "desktop.h"
#include "fonts.h"

#include <cstdio>

#include <QCommandLineParser>
#include <QDir>
#include <QElapsedTimer>
#include <QFont>
#include <QGuiApplication>
#include <QImage>
#include <QQmlApplicationEngine>
#include <QQuickStyle>
#include <QQuickWindow>
#include <QStandardPaths>
#include <QTimer>
#include <QtQml/qqmlextensionplugin.h>

Q_IMPORT_QML_PLUGIN(DreamScope_ModelsPlugin)
Q_IMPORT_QML_PLUGIN(DreamScope_ScenePlugin)
Q_IMPORT_QML_PLUGIN(DreamScope_UiPlugin)

using namespace Qt::StringLiterals;

namespace {

constexpr int lookEveryMs = 50;
constexpr int calmMs = 300;       // so long without a new frame: the picture is finished
constexpr int patienceMs = 15'000;

void choosePlatform()
{
#ifdef Q_OS_LINUX
    if (!qEnvironmentVariableIsEmpty("QT_QPA_PLATFORM") || !qEnvironmentVariableIsEmpty("DISPLAY")
        || !qEnvironmentVariableIsEmpty("WAYLAND_DISPLAY"))
        return;
    qputenv("QT_QPA_PLATFORM", "offscreen");
    qputenv("QT_QUICK_BACKEND", "software");
#endif
}

void addOptions(QCommandLineParser &parser)
{
    parser.setApplicationDescription(u"A desktop organism that works dreams and proves what it did"_s);
    parser.addHelpOption();
    parser.addVersionOption();
    parser.addOptions({
        {u"profile"_s, u"Folder of the profile."_s, u"folder"_s},
        {u"page"_s, u"Page to open: dreams or atlas, or dreams/<id>, atlas/<stem>."_s, u"page"_s, u"dreams"_s},
        {u"theme"_s, u"system, dark or light, with -more for more contrast; this run only."_s, u"theme"_s},
        {u"text"_s, u"Text size in percent, 80 to 200; this run only."_s, u"percent"_s},
        {u"size"_s, u"Size of the window, as 1440x900."_s, u"size"_s, u"1440x900"_s},
        {u"shot"_s, u"Save a picture of the window when its data is there, then end."_s, u"file"_s},
    });
}

// Takes the picture once the profile is open and the window has come to rest.
void shootWhenCalm(QQuickWindow *window, const QString &file)
{
    auto *timer = new QTimer(window);
    auto sinceFrame = std::make_shared<QElapsedTimer>();
    auto sinceStart = std::make_shared<QElapsedTimer>();
    sinceFrame->start();
    sinceStart->start();
    QObject::connect(window, &QQuickWindow::afterRendering, timer, [sinceFrame] { sinceFrame->restart(); },
                     Qt::DirectConnection);
    QObject::connect(timer, &QTimer::timeout, window, [=] {
        const bool isCalm = models::Bridge::instance().isReady() && sinceFrame->elapsed() > calmMs;
        if (!isCalm && sinceStart->elapsed() < patienceMs)
            return;
        timer->stop();
        const QImage picture = window->grabWindow().convertToFormat(QImage::Format_RGB32);
        QCoreApplication::exit(!picture.isNull() && picture.save(file) ? 0 : 2);
    });
    timer->start(lookEveryMs);
}

QString profileFolder(const QCommandLineParser &parser)
{
    if (parser.isSet(u"profile"_s))
        return QDir(parser.value(u"profile"_s)).absolutePath();
    return QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation) + u"/DreamScope"_s;
}

}  // namespace

int main(int argc, char **argv)
{
    choosePlatform();
    QGuiApplication app(argc, argv);
    QCoreApplication::setApplicationName(u"dreamscope"_s);
    QCoreApplication::setOrganizationName(u"DreamScope"_s);
    QCoreApplication::setApplicationVersion(QStringLiteral(DREAM_VERSION));
    QQuickStyle::setStyle(u"Basic"_s);
    QCommandLineParser parser;
    addOptions(parser);
    parser.process(app);
    if (parser.isSet(u"theme"_s))
        qputenv("DREAMSCOPE_THEME", parser.value(u"theme"_s).toUtf8());
    if (parser.isSet(u"text"_s))
        qputenv("DREAMSCOPE_TEXT", parser.value(u"text"_s).toUtf8());
    QFont font(fonts::family());
    font.setPixelSize(13);
    font.setHintingPreference(QFont::PreferNoHinting);
    QGuiApplication::setFont(font);

    const QStringList size = parser.value(u"size"_s).split(u'x');
    const QString page = parser.value(u"page"_s);
    // Pages are named in lower case outside, and by their file inside.
    QString place = page.section(u'/', 0, 0);
    if (place == u"dreams" || place == u"atlas")
        place[0] = place[0].toUpper();
    if (place != u"Dreams" && place != u"Atlas") {
        std::fprintf(stderr, "there is no page %s: dreams or atlas\n", qPrintable(place));
        return 64;
    }
    QQmlApplicationEngine engine;
    engine.addImportPath(u"qrc:/qt/qml"_s);
    engine.setInitialProperties({{u"place"_s, place},
                                 {u"subject"_s, page.section(u'/', 1)},
                                 {u"width"_s, std::max(320, size.value(0).toInt())},
                                 {u"height"_s, std::max(240, size.value(1).toInt())}});
    models::Bridge::instance().open(profileFolder(parser));
    engine.load(u"qrc:/qt/qml/DreamScope/Ui/Main.qml"_s);
    auto *window = qobject_cast<QQuickWindow *>(engine.rootObjects().value(0));
    if (!window)
        return 1;
    if (parser.isSet(u"shot"_s))
        shootWhenCalm(window, parser.value(u"shot"_s));
    const int exit = QGuiApplication::exec();
    models::Bridge::instance().close();
    return exit;
}
