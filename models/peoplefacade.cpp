#include "peoplefacade.h"

#include "bridge.h"
#include "callback.h"
#include "values.h"

#include "hands/people.h"
#include "hands/qr.h"
#include "hands/roster.h"
#include "loop/gate.h"

#include <QCoreApplication>
#include <QPointer>

using namespace Qt::StringLiterals;
using models::Bridge;

namespace {

constexpr const char *guards[] = {"device", "keyring", "passphrase"};

// A secret on its way to the hands: wiped when the work is over.
struct Hidden {
    explicit Hidden(const QString &typed) : text(typed.toStdString()) {}
    ~Hidden() { crypto::wipeText(text); }
    Hidden(const Hidden &) = default;
    Hidden &operator=(const Hidden &) = delete;
    std::string text;
};

QVariantList reasonsOf(const rbac::Verdict &verdict)
{
    QVariantList reasons;
    for (const rbac::Reason &one : verdict.reasons)
        reasons.append(QVariantMap{
            {u"isTable"_s, one.isTable},
            {u"isAllowed"_s, one.effect == rbac::Effect::Allow},
            {u"role"_s, models::text(rbac::roleNames[static_cast<std::size_t>(one.role)])},
            {u"who"_s, models::text(one.who)},
            {u"rule"_s, one.rule.value ? models::idText(one.rule.value) : QString()}});
    return reasons;
}

}  // namespace

PeopleFacade::PeopleFacade(QObject *parent) : QObject(parent)
{
    Bridge &bridge = Bridge::instance();
    connect(&bridge, &Bridge::opened, this, &PeopleFacade::changed);
    connect(&bridge, &Bridge::actorChanged, this, &PeopleFacade::changed);
    connect(&bridge, &Bridge::peopleChanged, this, &PeopleFacade::changed);
}

QVariantList PeopleFacade::all() const
{
    QVariantList people;
    if (hands::People *keeper = Bridge::instance().people())
        for (const hands::Person &one : keeper->all())
            people.append(QVariantMap{{u"actor"_s, models::text(one.actor)},
                                      {u"did"_s, models::text(one.did)},
                                      {u"guard"_s, QString::fromLatin1(guards[int(one.guard)])},
                                      {u"isUnlocked"_s, one.isUnlocked},
                                      {u"wallet"_s, models::text(one.wallet)}});
    return people;
}

QString PeopleFacade::current() const
{
    return Bridge::instance().actor();
}

bool PeopleFacade::isLocked() const
{
    if (hands::People *keeper = Bridge::instance().people())
        for (const hands::Person &one : keeper->all())
            if (models::text(one.actor) == current())
                return !one.isUnlocked;
    return false;
}

void PeopleFacade::switchTo(const QString &actor)
{
    if (hands::People *keeper = Bridge::instance().people())
        for (const hands::Person &one : keeper->all())
            if (models::text(one.actor) == actor)
                Bridge::instance().setActor(actor);
}

void PeopleFacade::aside(const QJSValue &callback, Work work)
{
    hands::People *keeper = Bridge::instance().people();
    if (!keeper) {
        models::tell(
            this, callback,
            QVariantMap{{u"ok"_s, false}, {u"sentence"_s, tr("The profile is not open.")}});
        return;
    }
    keeper->later(
        [keeper, work = std::move(work), self = QPointer(this), callback = models::hold(callback)] {
            QVariantMap answer;
            const kernel::Outcome outcome = work(*keeper, answer);
            answer.insert(u"ok"_s, outcome.isDone());
            answer.insert(u"code"_s, outcome ? QString() : models::text(outcome.refusal().code));
            answer.insert(u"sentence"_s,
                          outcome ? QString() : models::text(hands::sentence(outcome.refusal())));
            QMetaObject::invokeMethod(
                QCoreApplication::instance(),
                [self, callback, answer] {
                    if (self)
                        models::tell(self, *callback, answer);
                },
                Qt::QueuedConnection);
        });
}

void PeopleFacade::add(const QString &actor, const QString &name, const QString &passphrase,
                       const QJSValue &callback)
{
    aside(callback,
          [who = actor.toStdString(), name = name.toStdString(), secret = Hidden(passphrase)](
              hands::People &people, QVariantMap &) { return people.add(who, name, secret.text); });
}

void PeopleFacade::restore(const QString &actor, const QString &name, const QString &words,
                           const QString &passphrase, const QJSValue &callback)
{
    aside(callback, [who = actor.toStdString(), name = name.toStdString(), phrase = Hidden(words),
                     secret = Hidden(passphrase)](hands::People &people, QVariantMap &) {
        return people.restore(who, name, phrase.text, secret.text);
    });
}

void PeopleFacade::unlock(const QString &actor, const QString &passphrase, const QJSValue &callback)
{
    aside(callback,
          [who = actor.toStdString(), secret = Hidden(passphrase)](
              hands::People &people, QVariantMap &) { return people.unlock(who, secret.text); });
}

void PeopleFacade::lock(const QString &actor, const QJSValue &callback)
{
    aside(callback, [who = actor.toStdString()](hands::People &people, QVariantMap &) {
        return people.lock(who);
    });
}

void PeopleFacade::setPassphrase(const QString &actor, const QString &old, const QString &fresh,
                                 const QJSValue &callback)
{
    aside(callback, [who = actor.toStdString(), was = Hidden(old),
                     secret = Hidden(fresh)](hands::People &people, QVariantMap &) {
        return people.setPassphrase(who, was.text, secret.text);
    });
}

void PeopleFacade::words(const QString &actor, const QString &passphrase, const QJSValue &callback)
{
    aside(callback, [who = actor.toStdString(), secret = Hidden(passphrase)](hands::People &people,
                                                                             QVariantMap &answer) {
        std::string phrase;
        kernel::Outcome said = people.phrase(who, secret.text, phrase);
        answer.insert(u"words"_s, models::text(phrase));
        crypto::wipeText(phrase);
        return said;
    });
}

void PeopleFacade::card(const QString &actor, const QJSValue &callback)
{
    aside(callback, [who = actor.toStdString()](hands::People &people, QVariantMap &answer) {
        std::string json;
        kernel::Outcome made = people.card(who, json);
        answer.insert(u"json"_s, models::text(json));
        return made;
    });
}

void PeopleFacade::linkOwnWallet(const QString &actor, const QJSValue &callback)
{
    aside(callback, [who = actor.toStdString()](hands::People &people, QVariantMap &) {
        return people.linkOwnWallet(who);
    });
}

void PeopleFacade::walletMessage(const QString &address, const QJSValue &callback)
{
    aside(callback, [who = current().toStdString(), address = address.trimmed().toStdString()](
                        hands::People &people, QVariantMap &answer) {
        std::string message;
        kernel::Outcome made = people.walletMessage(who, address, message);
        answer.insert(u"message"_s, models::text(message));
        return made;
    });
}

void PeopleFacade::explain(const QString &actor, const QString &command, const QString &thing,
                           const QJSValue &callback)
{
    loop::Engine *engine = Bridge::instance().engine();
    const kernel::CommandInfo *info = Bridge::command(command);
    if (!engine || !info) {
        models::tell(this, callback,
                     QVariantMap{{u"ok"_s, false},
                                 {u"sentence"_s, tr("There is no command %1.").arg(command)}});
        return;
    }
    engine->inspect([who = actor.toStdString(), info, id = models::idOf(thing),
                     self = QPointer(this),
                     callback = models::hold(callback)](loop::Core &core, store::Store &) {
        const loop::Explained said = loop::explain(core, who, *info, id);
        const QVariantMap answer{
            {u"ok"_s, true},
            {u"isAllowed"_s, said.outcome.isDone()},
            {u"role"_s, models::text(said.role)},
            {u"isInternal"_s, said.isInternal},
            {u"sentence"_s,
             said.outcome ? QString() : models::text(hands::sentence(said.outcome.refusal()))},
            {u"reasons"_s, reasonsOf(said.verdict)}};
        QMetaObject::invokeMethod(
            QCoreApplication::instance(),
            [self, callback, answer] {
                if (self)
                    models::tell(self, *callback, answer);
            },
            Qt::QueuedConnection);
    });
}

QString PeopleFacade::qr(const QString &text) const
{
    return models::text(hands::qrSvg(text.toStdString()));
}

void PeopleFacade::touch()
{
    if (hands::People *keeper = Bridge::instance().people())
        keeper->touch();
}

void PeopleFacade::setAutoLock(int minutes)
{
    if (hands::People *keeper = Bridge::instance().people())
        keeper->setAutoLock(std::chrono::minutes(minutes));
}
