#include "desktop.h"

#include "desk/choices.h"
#include "fonts.h"
#include "mirror.h"

#include <QAccessible>
#include <QClipboard>
#include <QDate>
#include <QDesktopServices>
#include <QEvent>
#include <QFileInfo>
#include <QFontDatabase>
#include <QGuiApplication>
#include <QLocale>
#include <QPalette>
#include <QUrl>

using namespace Qt::StringLiterals;

Desktop::Desktop(QObject *parent) : QObject(parent)
{
    overrideFromEnvironment();
    connect(&Choices::instance(), &Choices::changed, this, &Desktop::tasteChanged);
    connect(qGuiApp, &QGuiApplication::layoutDirectionChanged, this, &Desktop::mirroredChanged);
    qGuiApp->installEventFilter(this);  // the system may turn dark at any time
}

void Desktop::overrideFromEnvironment()
{
    Choices &choices = Choices::instance();
    const QString theme = qEnvironmentVariable("DREAMSCOPE_THEME");
    const int percent = qEnvironmentVariableIntValue("DREAMSCOPE_TEXT");
    if (!theme.isEmpty()) {
        choices.overrideForThisRun(u"look/theme"_s, theme.section(u'-', 0, 0));
        choices.overrideForThisRun(u"look/moreContrast"_s, theme.endsWith("-more"_L1));
    }
    if (percent > 0)
        choices.overrideForThisRun(u"look/textPercent"_s,
                                   qBound(textPercentMin, percent, textPercentMax));
}

bool Desktop::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == qGuiApp && event->type() == QEvent::ApplicationPaletteChange)
        Q_EMIT tasteChanged();
    return QObject::eventFilter(watched, event);
}

QString Desktop::theme() const
{
    return Choices::instance().value(u"look/theme"_s).toString();
}

void Desktop::setTheme(const QString &theme)
{
    Choices::instance().set(u"look/theme"_s, theme);
}

bool Desktop::isMoreContrast() const
{
    return Choices::instance().value(u"look/moreContrast"_s).toBool();
}

void Desktop::setMoreContrast(bool isMore)
{
    Choices::instance().set(u"look/moreContrast"_s, isMore);
}

bool Desktop::isMotionReduced() const
{
    return Choices::instance().value(u"look/reduceMotion"_s).toBool();
}

void Desktop::setMotionReduced(bool isReduced)
{
    Choices::instance().set(u"look/reduceMotion"_s, isReduced);
}

int Desktop::textPercent() const
{
    return Choices::instance().value(u"look/textPercent"_s).toInt();
}

void Desktop::setTextPercent(int percent)
{
    Choices::instance().set(u"look/textPercent"_s, qBound(textPercentMin, percent, textPercentMax));
}

bool Desktop::isSystemDark() const
{
    // Qt 6.4 has no colour scheme hint; a platform theme that is dark paints words lighter than
    // the window behind them.
    const QPalette palette = QGuiApplication::palette();
    return palette.color(QPalette::WindowText).lightness()
           > palette.color(QPalette::Window).lightness();
}

bool Desktop::isDark() const
{
    const QString wanted = theme();
    return wanted == "dark"_L1 || (wanted != "light"_L1 && isSystemDark());
}

bool Desktop::isMirrored() const
{
    return scene::Mirror::isOn();
}

void Desktop::mirror(QQuickItem *content) const
{
    scene::Mirror::instance().hold(content);
}

bool Desktop::isReadAloud() const
{
    return QAccessible::isActive();
}

QString Desktop::fontFamily() const
{
    return fonts::family();
}

QString Desktop::monoFamily() const
{
    return QFontDatabase::systemFont(QFontDatabase::FixedFont).family();
}

QString Desktop::languageName(const QString &code) const
{
    const QLocale::Language language = QLocale(code).language();
    return language == QLocale::C ? code : QLocale::languageToString(language);
}

void Desktop::copy(const QString &text) const
{
    QGuiApplication::clipboard()->setText(text);
}

QString Desktop::clipboardText() const
{
    return QGuiApplication::clipboard()->text();
}

bool Desktop::showFolder(const QString &folder) const
{
    return QFileInfo(folder).isDir() && QDesktopServices::openUrl(QUrl::fromLocalFile(folder));
}

bool Desktop::openOutside(const QString &address) const
{
    const QUrl url(address, QUrl::StrictMode);
    const QString scheme = url.scheme();
    if (!url.isValid() || (scheme != "http"_L1 && scheme != "https"_L1 && scheme != "mailto"_L1))
        return false;
    if (!QDesktopServices::openUrl(url))
        return false;
    // The privacy page lists what was opened: place and day, newest first, no paths.
    Choices &choices = Choices::instance();
    QStringList opened = choices.recall(u"opened"_s).toStringList();
    opened.prepend(QDate::currentDate().toString(Qt::ISODate) + u' '
                   + (url.host().isEmpty() ? url.scheme() : url.host()));
    choices.remember(u"opened"_s, QStringList(opened.mid(0, openedKept)));
    return true;
}
