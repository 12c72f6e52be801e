// The desktop: opens a window at once and the profile behind it. A second start hands what it was
// asked to open to the first. With --shot it draws one picture when the data is there and ends;
// without a display it does so on the offscreen platform.
#include "bridge.h"
#include "desk/choices.h"
#include "desk/link.h"
#include "desk/onewindow.h"
#include "desk/tongue.h"
#include "measure.h"
#include "memory.h"
#include "scene/fonts.h"
#include "shot.h"

#include <cstdio>

#include <QCommandLineParser>
#include <QDir>
#include <QFont>
#include <QGuiApplication>
#include <QQmlApplicationEngine>
#include <QQuickStyle>
#include <QQuickWindow>
#include <QStandardPaths>
#include <QtQml/qqmlextensionplugin.h>

Q_IMPORT_QML_PLUGIN(DreamScope_DeskPlugin)
Q_IMPORT_QML_PLUGIN(DreamScope_ModelsPlugin)
Q_IMPORT_QML_PLUGIN(DreamScope_ScenePlugin)
Q_IMPORT_QML_PLUGIN(DreamScope_UiPlugin)

using namespace Qt::StringLiterals;

namespace {

void choosePlatform()
{
#ifdef Q_OS_LINUX
    if (!qEnvironmentVariableIsEmpty("QT_QPA_PLATFORM") || !qEnvironmentVariableIsEmpty("DISPLAY")
        || !qEnvironmentVariableIsEmpty("WAYLAND_DISPLAY")) {
        // Without a graphics processor OpenGL is emulated: each frame costs three times as much.
        const bool hasGpu = !QDir(u"/dev/dri"_s).entryList({u"renderD*"_s}, QDir::System).isEmpty()
                            || QFile::exists(u"/dev/nvidiactl"_s) || QFile::exists(u"/dev/dxg"_s);
        if (!hasGpu && qEnvironmentVariableIsEmpty("QSG_RHI_BACKEND")
            && qEnvironmentVariableIsEmpty("QT_QUICK_BACKEND"))
            qputenv("QT_QUICK_BACKEND", "software");
        return;
    }
    qputenv("QT_QPA_PLATFORM", "offscreen");
    qputenv("QT_QUICK_BACKEND", "software");
#endif
}

// Every page is a file; there is no second list of them.
QStringList pageNames()
{
    const QDir pages(u":/qt/qml/DreamScope/Ui/pages"_s);
    QStringList names = pages.entryList({u"*Page.qml"_s}, QDir::Files, QDir::Name);
    for (QString &name : names)
        name.chop(8);
    return names;
}

void addOptions(QCommandLineParser &parser)
{
    parser.setApplicationDescription(
        u"A desktop organism that works dreams and proves what it did"_s);
    parser.addHelpOption();
    parser.addVersionOption();
    parser.addPositionalArgument(u"address"_s, u"A dreamscope: address to open in the window."_s,
                                 u"[address]"_s);
    parser.addOptions({
        {u"profile"_s, u"Folder of the profile."_s, u"folder"_s},
        {u"page"_s, u"Page to open, as dreams, agents or settings, or dreams/<id>, atlas/<stem>."_s,
         u"page"_s},
        {u"theme"_s, u"system, dark or light, with -more for more contrast; this run only."_s,
         u"theme"_s},
        {u"text"_s, u"Text size in percent, 80 to 200; this run only."_s, u"percent"_s},
        {u"language"_s, u"en, de, or pseudo and pseudo-rtl (for tests); this run only."_s,
         u"code"_s},
        {u"size"_s, u"Size of the window, as 1440x900."_s, u"size"_s, u"1440x900"_s},
        {u"measure"_s, u"Print figures of the window (start, rest, scroll, load), then end."_s,
         u"what"_s},
        {u"seconds"_s, u"How long --measure looks, 10 unless told."_s, u"seconds"_s, u"10"_s},
        {u"shot"_s, u"Save a picture of the window when its data is there, then end."_s, u"file"_s},
    });
}

QString profileFolder(const QCommandLineParser &parser)
{
    if (parser.isSet(u"profile"_s))
        return QDir(parser.value(u"profile"_s)).absolutePath();
    return QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation) + u"/DreamScope"_s;
}

void applyOptions(const QCommandLineParser &parser)
{
    if (parser.isSet(u"theme"_s))
        qputenv("DREAMSCOPE_THEME", parser.value(u"theme"_s).toUtf8());
    if (parser.isSet(u"text"_s))
        qputenv("DREAMSCOPE_TEXT", parser.value(u"text"_s).toUtf8());
    if (parser.isSet(u"language"_s))
        Choices::instance().overrideForThisRun(u"language"_s, parser.value(u"language"_s));
    QFont font(fonts::family());
    font.setPixelSize(13);
    font.setHintingPreference(QFont::PreferNoHinting);
    QGuiApplication::setFont(font);
}

// The page to begin with: as asked, else as chosen, else the dreams.
bool choosePage(const QCommandLineParser &parser, QString &place, QString &subject)
{
    const QStringList pages = pageNames();
    if (parser.isSet(u"page"_s)) {
        const QString page = parser.value(u"page"_s);
        place = desktop::pageNamed(page.section(u'/', 0, 0), pages);
        subject = page.section(u'/', 1);
        if (place.isEmpty())
            std::fprintf(stderr, "there is no page %s: %s\n", qPrintable(page),
                         qPrintable(pages.join(u", "_s).toLower()));
        return !place.isEmpty();
    }
    const Choices &choices = Choices::instance();
    const bool isLast = choices.value(u"start/page"_s) == u"last"_s;
    place = isLast ? desktop::pageNamed(choices.recall(u"place"_s).toString(), pages) : QString();
    if (place.isEmpty())
        place = u"Dreams"_s;
    return true;
}

// As asked, else as it was left.
QSize windowSize(const QCommandLineParser &parser)
{
    const Choices &choices = Choices::instance();
    const QStringList asked = parser.value(u"size"_s).split(u'x');
    int width = asked.value(0).toInt(), height = asked.value(1).toInt();
    if (!parser.isSet(u"size"_s) && choices.recall(u"width"_s).toInt() > 0) {
        width = choices.recall(u"width"_s).toInt();
        height = choices.recall(u"height"_s).toInt();
    }
    return {std::max(320, width), std::max(240, height)};
}

void openLink(QQuickWindow *window, const QString &address)
{
    static const QHash<desktop::Link::Kind, QString> verbs{
        {desktop::Link::Kind::Page, u"place:"_s},
        {desktop::Link::Kind::Dream, u"dream:"_s},
        {desktop::Link::Kind::Import, u"import:"_s}};
    const desktop::Link link = desktop::parseLink(address, pageNames());
    const QString what =
        address.isEmpty() ? QString() : verbs.value(link.kind, u"unknown:"_s) + link.subject;
    QMetaObject::invokeMethod(window, "arrive", Q_ARG(QString, what));
}

int show(const QCommandLineParser &parser, desktop::OneWindow &oneWindow, const QString &address)
{
    QString place, subject;
    if (!choosePage(parser, place, subject))
        return 64;
    const bool isShot = parser.isSet(u"shot"_s);
    const QSize size = windowSize(parser);
    QQmlApplicationEngine engine;
    engine.addImportPath(u"qrc:/qt/qml"_s);
    engine.setInitialProperties({{u"place"_s, place},
                                 {u"subject"_s, subject},
                                 {u"isPicture"_s, isShot},
                                 {u"mayGreet"_s, !parser.isSet(u"page"_s)},
                                 {u"width"_s, size.width()},
                                 {u"height"_s, size.height()}});
    models::Bridge::instance().open(profileFolder(parser));
    engine.load(u"qrc:/qt/qml/DreamScope/Ui/Main.qml"_s);
    auto *window = qobject_cast<QQuickWindow *>(engine.rootObjects().value(0));
    if (!window)
        return 1;
    QObject::connect(&oneWindow, &desktop::OneWindow::asked, window,
                     [window](const QString &asked) { openLink(window, asked); });
    if (!address.isEmpty())
        openLink(window, address);
    if (parser.isSet(u"measure"_s)
        && !desktop::measure(window, parser.value(u"measure"_s),
                             parser.value(u"seconds"_s).toInt()))
        return 64;
    if (isShot)
        desktop::shootWhenCalm(window, parser.value(u"shot"_s));
    return QGuiApplication::exec();
}

}  // namespace

int main(int argc, char **argv)
{
    arrangeMemory();
    choosePlatform();
    QGuiApplication app(argc, argv);
    QCoreApplication::setApplicationName(u"dreamscope"_s);
    QCoreApplication::setOrganizationName(u"DreamScope"_s);
    QCoreApplication::setApplicationVersion(QStringLiteral(DREAM_VERSION));
    QQuickStyle::setStyle(u"Basic"_s);
    QCommandLineParser parser;
    addOptions(parser);
    parser.process(app);

    const QString folder = profileFolder(parser), address = parser.positionalArguments().value(0);
    desktop::OneWindow oneWindow(folder);
    const bool isShot = parser.isSet(u"shot"_s);
    if (!isShot && oneWindow.handOver(address))
        return 0;
    if (!isShot && QDir().mkpath(folder))
        oneWindow.listen();
    Choices::instance().keepIn(folder);
    applyOptions(parser);
    const Tongue tongue;
    const int exit = show(parser, oneWindow, address);
    models::Bridge::instance().close();
    return exit;
}
