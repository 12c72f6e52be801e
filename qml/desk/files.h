// What the window itself reads and writes outside the journal: one file a person named, and how
// large the profile's folder is. Knows nothing of dreams. GUI thread only.
#pragma once

#include <QObject>
#include <QUrl>
#include <QtQml/qqmlregistration.h>

class Files : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_SINGLETON

public:
    static constexpr qint64 readMax = 1 << 20;
    static constexpr qsizetype nameMax = 80;

    using QObject::QObject;

    // Empty when it was written, else the reason in the system's words.
    Q_INVOKABLE QString write(const QUrl &file, const QString &text) const;
    // {ok, text, reason}; at most a mebibyte.
    Q_INVOKABLE QVariantMap read(const QUrl &file) const;
    // {bytes, files} of a folder and everything in it.
    Q_INVOKABLE QVariantMap measure(const QString &folder) const;
    // A name that every file system takes: letters and digits of any script, joined by dashes.
    Q_INVOKABLE QString safeName(const QString &words, const QString &ending) const;
    // As the system names it, without the scheme of an address.
    Q_INVOKABLE QString path(const QUrl &file) const { return file.toLocalFile(); }
    // This program once more, with that profile, in a process of its own.
    Q_INVOKABLE bool openProfile(const QString &folder) const;
    Q_INVOKABLE QUrl documents(const QString &name) const;
};
