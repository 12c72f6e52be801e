// The word `People` of QML: whose keys are here, who is asking, locking and unlocking, cards others can
// check, wallets, tokens, and why somebody may ask something. Secrets pass through and are not kept.
// Every answer comes back later to a JavaScript function as {ok, sentence, ...}. GUI thread only.
#pragma once

#include <QJSValue>
#include <QObject>
#include <QVariantMap>
#include <QtQml/qqmlregistration.h>

#include "kernel/outcome.h"

#include <functional>

namespace hands {
class People;
}

class PeopleFacade : public QObject {
    Q_OBJECT
    QML_NAMED_ELEMENT(People)
    QML_SINGLETON
    // {actor, did, guard: device|keyring|passphrase, isUnlocked, wallet}
    Q_PROPERTY(QVariantList all READ all NOTIFY changed)
    Q_PROPERTY(QString current READ current NOTIFY changed)
    Q_PROPERTY(bool isLocked READ isLocked NOTIFY changed)  // the key of whoever is asking

public:
    explicit PeopleFacade(QObject *parent = nullptr);

    QVariantList all() const;
    QString current() const;
    bool isLocked() const;

    // Only to somebody whose key is here; it may have to be unlocked then.
    Q_INVOKABLE void switchTo(const QString &actor);
    Q_INVOKABLE void add(const QString &actor, const QString &name, const QString &passphrase,
                         const QJSValue &callback);
    Q_INVOKABLE void restore(const QString &actor, const QString &name, const QString &words,
                             const QString &passphrase, const QJSValue &callback);
    Q_INVOKABLE void unlock(const QString &actor, const QString &passphrase,
                            const QJSValue &callback);
    Q_INVOKABLE void lock(const QString &actor, const QJSValue &callback);
    Q_INVOKABLE void setPassphrase(const QString &actor, const QString &old, const QString &fresh,
                                   const QJSValue &callback);
    Q_INVOKABLE void words(const QString &actor, const QString &passphrase,
                           const QJSValue &callback);                       // + words
    Q_INVOKABLE void card(const QString &actor, const QJSValue &callback);  // + json
    Q_INVOKABLE void linkOwnWallet(const QString &actor, const QJSValue &callback);
    Q_INVOKABLE void walletMessage(const QString &address, const QJSValue &callback);  // + message
    // + isAllowed, role, reasons of {isTable, isAllowed, role, who, rule}; thing may be empty
    Q_INVOKABLE void explain(const QString &actor, const QString &command, const QString &thing,
                             const QJSValue &callback);
    Q_INVOKABLE QString qr(const QString &text) const;  // SVG
    // Somebody sits here; and after how many minutes of rest keys lock themselves, 0 for never.
    Q_INVOKABLE void touch();
    Q_INVOKABLE void setAutoLock(int minutes);

Q_SIGNALS:
    void changed();

private:
    using Work = std::function<kernel::Outcome(hands::People &, QVariantMap &answer)>;
    void aside(const QJSValue &callback, Work work);
};
