// What this person chose about the window: every setting by its key, with its default, its limits
// and whether it was changed. Owns window.ini in the profile's folder, beside the journal and never
// in it; leaves the words for settings to the pages. GUI thread only.
#pragma once

#include <QHash>
#include <QObject>
#include <QSettings>
#include <QVariantList>
#include <QtQml/qqmlregistration.h>

#include <memory>

class QJSEngine;
class QQmlEngine;

class Choices : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_SINGLETON
    Q_PROPERTY(int revision READ revision NOTIFY changed)  // up with every change
    Q_PROPERTY(int changedCount READ changedCount NOTIFY changed)
    Q_PROPERTY(QString place READ place NOTIFY changed)  // the file, or empty: in memory

public:
    static Choices &instance();
    static Choices *create(QQmlEngine *engine, QJSEngine *);

    // From now on kept in that folder's window.ini; empty: in memory, for tests.
    void keepIn(const QString &folder);
    // Counts until the process ends or the person chooses again, and is not kept.
    void overrideForThisRun(const QString &key, const QVariant &value);
    void forgetOverrides();

    int revision() const { return m_revision; }
    int changedCount() const;
    QString place() const;

    // {key, section, type, fallback, options, least, most, step}; type: choice, flag, number, time.
    Q_INVOKABLE QVariantList all() const;
    Q_INVOKABLE QVariant value(const QString &key) const;
    Q_INVOKABLE bool set(const QString &key, const QVariant &value);  // false: not a legal value
    Q_INVOKABLE bool isChanged(const QString &key) const;
    Q_INVOKABLE void reset(const QString &key);
    Q_INVOKABLE void resetAll();

    // Every changed setting as JSON, and what taking such a text would do: {ok, changes, unknown}.
    Q_INVOKABLE QString exported() const;
    Q_INVOKABLE QVariantMap wouldTake(const QString &json) const;
    Q_INVOKABLE bool take(const QString &json);

    // What the window remembers by itself (its size, whether it was seen before): no settings.
    Q_INVOKABLE QVariant recall(const QString &key) const;
    Q_INVOKABLE void remember(const QString &key, const QVariant &value);

Q_SIGNALS:
    void changed(const QString &key);
    void languageChanged();

private:
    struct Setting;
    explicit Choices(QObject *parent = nullptr);
    static const QList<Setting> &settings();
    static const Setting *find(const QString &key);
    static QVariant legal(const Setting &setting, const QVariant &value);
    void announce(const QString &key);

    std::unique_ptr<QSettings> m_file;
    QHash<QString, QVariant> m_memory, m_overrides;
    int m_revision = 0;
};
