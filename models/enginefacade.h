// The word `Engine` of QML: sends commands, says how the organism is, describes its systems, imports,
// exports, searches, verifies. Every answer comes back later to a JavaScript function on the GUI
// thread. Holds no state of its own besides what is shown. GUI thread only.
#pragma once

#include <QHash>
#include <QJSValue>
#include <QObject>
#include <QPointer>
#include <QUrl>
#include <QVariantMap>
#include <QtQml/qqmlregistration.h>

#include "kernel/envelope.h"

namespace models {
class Importer;
}

class EngineFacade : public QObject {
    Q_OBJECT
    QML_NAMED_ELEMENT(Engine)
    QML_SINGLETON
    Q_PROPERTY(bool ready READ isReady NOTIFY readyChanged)
    // Why it could not be opened, or why nothing is kept any more; empty when all is well.
    Q_PROPERTY(QString failure READ failure NOTIFY failureChanged)
    Q_PROPERTY(QString profile READ profile NOTIFY readyChanged)
    Q_PROPERTY(QString actor READ actor NOTIFY actorChanged)  // in whose name is asked: see People
    Q_PROPERTY(QVariant vital READ vital NOTIFY vitalsChanged)
    Q_PROPERTY(int running READ running NOTIFY vitalsChanged)
    Q_PROPERTY(int queued READ queued NOTIFY vitalsChanged)
    // Dreams whose files in the mirror folder are older than they are.
    Q_PROPERTY(int mirrorBehind READ mirrorBehind NOTIFY vitalsChanged)
    Q_PROPERTY(double facts READ facts NOTIFY vitalsChanged)
    Q_PROPERTY(double pages READ pages NOTIFY vitalsChanged)
    Q_PROPERTY(QString fingerprint READ fingerprint NOTIFY readyChanged)

public:
    explicit EngineFacade(QObject *parent = nullptr);

    bool isReady() const;
    QString failure() const { return m_failure; }
    QString profile() const;
    QString actor() const;
    QVariant vital() const;
    int running() const;
    int queued() const;
    int mirrorBehind() const;
    double facts() const;
    double pages() const;
    QString fingerprint() const;

    // Calls back with {ok, code, sentence, ids, facts}.
    Q_INVOKABLE void send(const QString &name, const QVariantMap &fields, const QJSValue &callback);
    Q_INVOKABLE QVariantList systems() const;
    Q_INVOKABLE QVariantList vitals(const QString &stem) const;
    // Files, or folders of texts, one import at a time; importProgress on the way, then a call back
    // with {ok, sentence, total, kept, known, refused, isCancelled}.
    Q_INVOKABLE void importPaths(const QStringList &urls, const QJSValue &callback);
    // What is kept stays kept; the call back of importPaths says what that is.
    Q_INVOKABLE void cancelImport();
    // what: "dream" (texts, artefacts, facts and key) or "receipts". The file proves itself offline.
    // Calls back with {ok, sentence, file, bytes}.
    Q_INVOKABLE void exportDream(const QString &id, const QString &what, const QUrl &file,
                                 const QJSValue &callback);
    Q_INVOKABLE void saveText(const QString &text, const QUrl &file, const QJSValue &callback);
    // Checks the whole journal offline; calls back with {ok, sentence, lines}. The scope is a dream
    // whose receipts are then named in the lines, or empty.
    Q_INVOKABLE void verify(const QString &scope, const QJSValue &callback);
    // Keeps the books a second time and compares; calls back with {ok, sentence, lines}.
    Q_INVOKABLE void verifyBooks(const QJSValue &callback);
    // What the rules would pay from now (ms) on: {now, token, people, receipts, days, amount, seed} to {ok,
    // sentence, at (ms), left, paid}, the last two {low, middle, high}, lists of tokens. Token: dream, sheep.
    Q_INVOKABLE void whatIf(const QVariantMap &question, const QJSValue &callback);
    // format: "hledger", "beancount" or "csv". Calls back with {ok, sentence, file, bytes}.
    Q_INVOKABLE void exportBooks(const QString &format, const QUrl &file, const QJSValue &callback);
    // Calls back with rows of dreams.dreams, best first, at most 200; `snippet` is where it stands.
    Q_INVOKABLE void search(const QString &text, const QJSValue &callback);
    // The words that open this profile's backups, for a person's eyes: calls back with {ok, sentence,
    // words}. Nothing keeps them and no fact names them.
    Q_INVOKABLE void backupWords(const QJSValue &callback);
    // "de" or anything else for English: what systems declare and refusals say.
    Q_INVOKABLE void speak(const QString &language);
    // Closes the profile and opens it again from its journal: after trouble with the disk.
    Q_INVOKABLE void reopen();
    Q_INVOKABLE QString sentenceFor(const QString &code, const QVariantMap &arguments) const;

Q_SIGNALS:
    void readyChanged();
    void actorChanged();
    void vitalsChanged();
    void failureChanged();
    void importProgress(const QVariantMap &standing);

private:
    void fail(const QString &words);
    void call(const QJSValue &callback, const QVariant &answer) const;
    void reply(const QJSValue &callback, const kernel::Answer &answer) const;
    QVariantMap refusal(const QString &code, const QString &sentence) const;
    QVariantMap written(const QString &path, const std::string &error, std::uint64_t bytes) const;

    QString m_failure;
    QPointer<models::Importer> m_importer;
};
