// What the window knows about the desk it stands on: the person's taste (theme, contrast, text size,
// motion) as it comes to now, the font family that was really loaded, and the clipboard. Leaves
// keeping the taste to Choices and everything about dreams to the engine. GUI thread only.
#pragma once

#include <QObject>
#include <QQuickItem>
#include <QtQml/qqmlregistration.h>

class Desktop : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_SINGLETON
    Q_PROPERTY(QString theme READ theme WRITE setTheme NOTIFY tasteChanged)
    Q_PROPERTY(bool isMoreContrast READ isMoreContrast WRITE setMoreContrast NOTIFY tasteChanged)
    Q_PROPERTY(bool isMotionReduced READ isMotionReduced WRITE setMotionReduced NOTIFY tasteChanged)
    Q_PROPERTY(int textPercent READ textPercent WRITE setTextPercent NOTIFY tasteChanged)
    Q_PROPERTY(bool isDark READ isDark NOTIFY tasteChanged)
    // From right to left: the window is drawn as its mirror image.
    Q_PROPERTY(bool isMirrored READ isMirrored NOTIFY mirroredChanged)
    Q_PROPERTY(QString fontFamily READ fontFamily CONSTANT)
    Q_PROPERTY(QString monoFamily READ monoFamily CONSTANT)

public:
    static constexpr int textPercentMin = 80;
    static constexpr int textPercentMax = 200;
    static constexpr int openedKept = 500;

    explicit Desktop(QObject *parent = nullptr);

    QString theme() const;  // "system", "dark" or "light"
    void setTheme(const QString &theme);
    bool isMoreContrast() const;
    void setMoreContrast(bool isMore);
    bool isMotionReduced() const;
    void setMotionReduced(bool isReduced);
    int textPercent() const;
    void setTextPercent(int percent);
    bool isDark() const;  // what "system" comes to at this moment
    bool isMirrored() const;
    QString fontFamily() const;
    QString monoFamily() const;

    // Whether a screen reader or another aid is listening: what hurries others must wait for it.
    Q_INVOKABLE bool isReadAloud() const;
    // A window's content: mirrored with all it holds while the language runs from right to left.
    Q_INVOKABLE void mirror(QQuickItem *content) const;
    // "en" is "English"; the code itself when nobody knows it.
    Q_INVOKABLE QString languageName(const QString &code) const;
    Q_INVOKABLE void copy(const QString &text) const;
    Q_INVOKABLE QString clipboardText() const;
    // Opens an address outside, only http, https and mailto; false when it is anything else.
    Q_INVOKABLE bool openOutside(const QString &address) const;
    // A folder in the system's own file manager; false when there is none or nothing shows it.
    Q_INVOKABLE bool showFolder(const QString &folder) const;
    // DREAMSCOPE_THEME (dark, light, dark-more, ...) and DREAMSCOPE_TEXT count for this run only.
    static void overrideFromEnvironment();

Q_SIGNALS:
    void tasteChanged();
    void mirroredChanged();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    bool isSystemDark() const;
};
