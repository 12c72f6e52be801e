#include "desktop.h"

#include "fonts.h"

#include <QClipboard>
#include <QDesktopServices>
#include <QEvent>
#include <QFontDatabase>
#include <QGuiApplication>
#include <QLocale>
#include <QPalette>
#include <QUrl>

using namespace Qt::StringLiterals;

Desktop::Desktop(QObject *parent)
    : QObject(parent)
{
    m_themeForThisRun = qEnvironmentVariable("DREAMSCOPE_THEME");
    m_textPercentForThisRun = qEnvironmentVariableIntValue("DREAMSCOPE_TEXT");
    qGuiApp->installEventFilter(this);  // the system may turn dark at any time
}

bool Desktop::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == qGuiApp && event->type() == QEvent::ApplicationPaletteChange)
        Q_EMIT tasteChanged();
    return QObject::eventFilter(watched, event);
}

QString Desktop::theme() const
{
    if (!m_themeForThisRun.isEmpty())
        return m_themeForThisRun.section(u'-', 0, 0);
    return m_settings.value(u"look/theme"_s, u"system"_s).toString();
}

void Desktop::setTheme(const QString &theme)
{
    m_themeForThisRun.clear();
    m_settings.setValue(u"look/theme"_s, theme);
    Q_EMIT tasteChanged();
}

bool Desktop::isMoreContrast() const
{
    if (!m_themeForThisRun.isEmpty())
        return m_themeForThisRun.endsWith("-more"_L1);
    return m_settings.value(u"look/moreContrast"_s, false).toBool();
}

void Desktop::setMoreContrast(bool isMore)
{
    const QString kept = theme();
    m_themeForThisRun.clear();
    m_settings.setValue(u"look/theme"_s, kept);
    m_settings.setValue(u"look/moreContrast"_s, isMore);
    Q_EMIT tasteChanged();
}

bool Desktop::isMotionReduced() const
{
    return m_settings.value(u"look/reduceMotion"_s, false).toBool();
}

void Desktop::setMotionReduced(bool isReduced)
{
    m_settings.setValue(u"look/reduceMotion"_s, isReduced);
    Q_EMIT tasteChanged();
}

int Desktop::textPercent() const
{
    const int wanted = m_textPercentForThisRun > 0
        ? m_textPercentForThisRun
        : m_settings.value(u"look/textPercent"_s, 100).toInt();
    return qBound(textPercentMin, wanted, textPercentMax);
}

void Desktop::setTextPercent(int percent)
{
    m_textPercentForThisRun = 0;
    m_settings.setValue(u"look/textPercent"_s, qBound(textPercentMin, percent, textPercentMax));
    Q_EMIT tasteChanged();
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

bool Desktop::openOutside(const QString &address) const
{
    const QUrl url(address, QUrl::StrictMode);
    const QString scheme = url.scheme();
    if (!url.isValid() || (scheme != "http"_L1 && scheme != "https"_L1 && scheme != "mailto"_L1))
        return false;
    return QDesktopServices::openUrl(url);
}

void Desktop::overrideForThisRun(const QString &theme, int textPercent)
{
    m_themeForThisRun = theme;
    m_textPercentForThisRun = textPercent;
    Q_EMIT tasteChanged();
}
