// The word `Engine` of QML: sends commands, says how the organism is, describes its systems, imports,
// searches, verifies. Every answer comes back later to a JavaScript function on the GUI thread.
// Holds no state of its own besides what is shown. GUI thread only.
#pragma once

#include <QHash>
#include <QJSValue>
#include <QObject>
#include <QUrl>
#include <QVariantMap>
#include <QtQml/qqmlregistration.h>

#include "kernel/envelope.h"

#include <functional>

class EngineFacade : public QObject
{
    Q_OBJECT
    QML_NAMED_ELEMENT(Engine)
    QML_SINGLETON
    Q_PROPERTY(bool ready READ isReady NOTIFY readyChanged)
    Q_PROPERTY(QString failure READ failure NOTIFY readyChanged)  // why it could not be opened
    Q_PROPERTY(QString profile READ profile NOTIFY readyChanged)
    Q_PROPERTY(QString actor READ actor CONSTANT)
    Q_PROPERTY(QVariantMap vital READ vital NOTIFY vitalsChanged)
    Q_PROPERTY(int running READ running NOTIFY vitalsChanged)
    Q_PROPERTY(int queued READ queued NOTIFY vitalsChanged)
    Q_PROPERTY(double facts READ facts NOTIFY vitalsChanged)
    Q_PROPERTY(double pages READ pages NOTIFY vitalsChanged)
    Q_PROPERTY(QString fingerprint READ fingerprint NOTIFY readyChanged)

public:
    explicit EngineFacade(QObject *parent = nullptr);

    bool isReady() const;
    QString failure() const { return m_failure; }
    QString profile() const;
    QString actor() const { return QStringLiteral("owner"); }
    QVariantMap vital() const;
    int running() const;
    int queued() const;
    double facts() const;
    double pages() const;
    QString fingerprint() const;

    // Calls back with {ok, code, sentence, ids, facts}.
    Q_INVOKABLE void send(const QString &name, const QVariantMap &fields, const QJSValue &callback);
    Q_INVOKABLE QVariantList systems() const;
    Q_INVOKABLE QVariantList vitals(const QString &stem) const;
    // Texts, or folders of them; calls back as send does, with importProgress on the way.
    Q_INVOKABLE void importPaths(const QStringList &urls, const QJSValue &callback);
    // Checks the whole journal offline; calls back with {ok, sentence, lines}. The scope is a dream
    // whose receipts are then named in the lines, or empty.
    Q_INVOKABLE void verify(const QString &scope, const QJSValue &callback);
    // Calls back with [{id, title, kind, state}], best first, at most 200.
    Q_INVOKABLE void search(const QString &text, const QJSValue &callback);
    Q_INVOKABLE QString sentenceFor(const QString &code, const QVariantMap &arguments) const;

Q_SIGNALS:
    void readyChanged();
    void vitalsChanged();
    void importProgress(int done, int total, int refused);

private:
    void call(QJSValue callback, const QVariant &answer) const;
    void reply(const QJSValue &callback, const kernel::Answer &answer) const;
    QVariantMap refusal(const QString &code, const QString &sentence) const;

    QString m_failure;
};
