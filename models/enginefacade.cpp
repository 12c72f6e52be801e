#include "enginefacade.h"

#include "bridge.h"
#include "callback.h"
#include "changewords.h"
#include "declarations.h"
#include "importer.h"
#include "journal.h"
#include "search.h"
#include "values.h"
#include "verdicts.h"
#include "whatif.h"

#include "hands/labels.h"
#include "hands/roster.h"
#include "loop/edge.h"
#include "organism.h"

#include <QCoreApplication>
#include <QQmlEngine>

#include <memory>

#include <algorithm>

using namespace Qt::StringLiterals;
using models::Bridge;

EngineFacade::EngineFacade(QObject *parent)
    : QObject(parent), m_failure(Bridge::instance().failure())
{
    Bridge &bridge = Bridge::instance();
    connect(&bridge, &Bridge::opened, this, [this] {
        fail(QString());
        Q_EMIT readyChanged();
    });
    connect(&bridge, &Bridge::failed, this, [this](const QString &words) {
        fail(words);
        Q_EMIT readyChanged();
    });
    connect(&bridge, &Bridge::actorChanged, this, &EngineFacade::actorChanged);
    connect(&bridge, &Bridge::measured, this, [this] {
        fail(models::text(Bridge::instance().overview().engine.failure));
        Q_EMIT vitalsChanged();
    });
}

void EngineFacade::fail(const QString &words)
{
    if (words == m_failure)
        return;
    m_failure = words;
    Q_EMIT failureChanged();
}

void EngineFacade::reopen()
{
    Bridge::instance().reopen();
    Q_EMIT readyChanged();
}

bool EngineFacade::isReady() const
{
    return Bridge::instance().isReady();
}

QString EngineFacade::profile() const
{
    const QString folder = Bridge::instance().folder();
    return folder.isEmpty() ? tr("in memory")
                            : folder.section(u'/', -1, -1, QString::SectionSkipEmpty);
}

QString EngineFacade::actor() const
{
    return Bridge::instance().actor();
}

QVariant EngineFacade::vital() const
{
    const hands::Overview &overview = Bridge::instance().overview();
    const std::int64_t age = overview.isMeasured() ? overview.ageMs() : -1;
    QString state = u"well"_s, sentence = tr("Well"), cause;
    if (overview.tasks > 0) {
        state = u"busy"_s;
        sentence = tr("Busy");
    }
    for (const auto &[stem, pulse] : overview.systems) {
        for (const hands::Measured &vital : pulse.vitals) {
            if (vital.state != kernel::Vital::Failing)
                continue;
            state = u"unwell"_s;
            cause = models::text(stem);
            const std::string title = hands::titleOf(stem);
            sentence =
                tr("%1 is failing: %2")
                    .arg(models::text(title.empty() ? stem : title), models::text(vital.name));
        }
    }
    if (!overview.engine.failure.empty()) {
        state = u"unwell"_s;
        sentence = models::text(overview.engine.failure);
    }
    return QVariantMap{{u"state"_s, state},
                       {u"sentence"_s, sentence},
                       {u"cause"_s, cause},
                       {u"ageMs"_s, double(age)}};
}

int EngineFacade::running() const
{
    return Bridge::instance().running();
}

int EngineFacade::queued() const
{
    return std::max(0, int(Bridge::instance().overview().tasks) - running());
}

int EngineFacade::mirrorBehind() const
{
    return int(Bridge::instance().mirror().behind);
}

double EngineFacade::facts() const
{
    return double(Bridge::instance().overview().engine.facts);
}

double EngineFacade::pages() const
{
    return double(Bridge::instance().overview().engine.pages);
}

QString EngineFacade::fingerprint() const
{
    return Bridge::instance().fingerprint();
}

void EngineFacade::call(const QJSValue &callback, const QVariant &answer) const
{
    models::tell(this, callback, answer);
}

QVariantMap EngineFacade::refusal(const QString &code, const QString &sentence) const
{
    return {{u"ok"_s, false},
            {u"code"_s, code},
            {u"sentence"_s, sentence},
            {u"ids"_s, QStringList()},
            {u"facts"_s, 0}};
}

void EngineFacade::reply(const QJSValue &callback, const kernel::Answer &answer) const
{
    if (!answer.isDone) {
        call(callback, refusal(models::text(answer.refusal.code),
                               models::text(hands::sentence(answer.refusal))));
        return;
    }
    QStringList ids;
    for (const std::uint64_t id : answer.ids)
        ids.append(models::idText(id));
    call(callback, QVariantMap{{u"ok"_s, true},
                               {u"code"_s, QString()},
                               {u"sentence"_s, QString()},
                               {u"ids"_s, ids},
                               {u"facts"_s, int(answer.facts)}});
}

void EngineFacade::send(const QString &name, const QVariantMap &fields, const QJSValue &callback)
{
    loop::Engine *engine = Bridge::instance().engine();
    const kernel::CommandInfo *command = Bridge::command(name);
    if (!engine || !command || command->isInternal) {
        call(callback,
             engine ? refusal(u"engine.unknownCommand"_s, tr("There is no command %1.").arg(name))
                    : refusal(u"engine.closed"_s, tr("The profile is not open.")));
        return;
    }
    std::string error;
    std::optional<kernel::Ask> ask = loop::makeAsk(*command, models::toJson(fields), error);
    if (!ask) {
        call(callback, refusal(u"engine.badField"_s, models::text(error)));
        return;
    }
    ask->envelope.actor = Bridge::instance().actor().toStdString();
    engine->send(std::move(*ask), [self = QPointer(this), callback = models::hold(callback)](
                                      const kernel::Answer &answer) {
        // On the engine's thread: the function itself is only touched on ours.
        QMetaObject::invokeMethod(
            QCoreApplication::instance(),
            [self, callback, answer] {
                if (self)
                    self->reply(*callback, answer);
            },
            Qt::QueuedConnection);
    });
}

QVariantList EngineFacade::systems() const
{
    static QVariantList described[2];  // by language: declarations never change while this runs
    QVariantList &all = described[hands::speaksGerman() ? 1 : 0];
    if (all.isEmpty())
        for (const kernel::SystemInfo *system : organism::systems())
            all.append(models::describe(*system));
    return all;
}

QVariantList EngineFacade::vitals(const QString &stem) const
{
    const hands::Overview &overview = Bridge::instance().overview();
    const auto pulse = overview.systems.find(stem.toStdString());
    if (pulse == overview.systems.end())
        return {};
    const double age = double(overview.ageMs());
    QVariantList rows;
    for (const hands::Measured &vital : pulse->second.vitals)
        rows.append(QVariantMap{{u"name"_s, models::text(vital.name)},
                                {u"value"_s, double(vital.value)},
                                {u"unit"_s, models::text(vital.unit)},
                                {u"state"_s, models::stateWord(vital.state)},
                                {u"ageMs"_s, age}});
    return rows;
}

void EngineFacade::importPaths(const QStringList &urls, const QJSValue &callback)
{
    loop::Engine *engine = Bridge::instance().engine();
    if (!engine || m_importer) {
        call(callback, engine ? refusal(u"import.busy"_s, tr("Another import is under way."))
                              : refusal(u"engine.closed"_s, tr("The profile is not open.")));
        return;
    }
    QStringList paths;
    for (const QString &url : urls)
        paths.append(url.startsWith("file:"_L1) ? QUrl(url).toLocalFile() : url);
    m_importer = new models::Importer(*engine, paths, this);
    connect(m_importer, &models::Importer::progressed, this, &EngineFacade::importProgress);
    connect(m_importer, &models::Importer::finished, this,
            [this, callback](const QVariantMap &standing) {
                m_importer->deleteLater();
                m_importer.clear();
                Q_EMIT importProgress(standing);
                QVariantMap answer = standing;
                answer.insert(u"ok"_s, standing.value(u"sentence"_s).toString().isEmpty());
                call(callback, answer);
            });
}

void EngineFacade::cancelImport()
{
    if (m_importer)
        m_importer->cancel();
}

QVariantMap EngineFacade::written(const QString &path, const std::string &error,
                                  std::uint64_t bytes) const
{
    const QString name = path.section(u'/', -1);
    return {{u"ok"_s, error.empty()},
            {u"sentence"_s, error.empty()
                                ? tr("Saved as %1").arg(name)
                                : tr("%1 was not written: %2").arg(name, models::text(error))},
            {u"file"_s, path},
            {u"bytes"_s, double(bytes)}};
}

void EngineFacade::exportDream(const QString &id, const QString &what, const QUrl &file,
                               const QJSValue &callback)
{
    models::Journal *journal = Bridge::instance().journal();
    if (!journal) {
        call(callback, refusal(u"engine.closed"_s, tr("The profile is not open.")));
        return;
    }
    const QString path = file.toLocalFile();
    journal->exportTo(
        what == "receipts"_L1 ? hands::Export::Receipts : hands::Export::Dream, models::idOf(id),
        path, this,
        [this, path, callback = models::hold(callback)](const hands::Exported &exported) {
            call(*callback, written(path, exported.error, exported.bytes));
        });
}

void EngineFacade::saveText(const QString &text, const QUrl &file, const QJSValue &callback)
{
    const QString path = file.toLocalFile();
    const hands::Exported exported = hands::writeFile(text.toStdString(), path.toStdString());
    call(callback, written(path, exported.error, exported.bytes));
}

void EngineFacade::verifyBooks(const QJSValue &callback)
{
    models::verifyBooks(this, [this, callback = models::hold(callback)](
                                  const QVariantMap &verdict) { call(*callback, verdict); });
}

void EngineFacade::whatIf(const QVariantMap &question, const QJSValue &callback)
{
    models::Journal *journal = Bridge::instance().journal();
    if (!journal) {
        call(callback, refusal(u"engine.closed"_s, tr("The profile is not open.")));
        return;
    }
    models::whatIf(*journal, question, this,
                   [this, callback = models::hold(callback)](const QVariantMap &found) {
                       call(*callback, found);
                   });
}

void EngineFacade::exportBooks(const QString &format, const QUrl &file, const QJSValue &callback)
{
    models::Journal *journal = Bridge::instance().journal();
    const auto wanted = hands::booksFormat(format.toStdString());
    if (!journal || !wanted) {
        call(callback, refusal(u"engine.closed"_s, tr("The profile is not open.")));
        return;
    }
    const QString path = file.toLocalFile();
    journal->exportBooks(
        *wanted, path, this,
        [this, path, callback = models::hold(callback)](const hands::Exported &exported) {
            call(*callback, written(path, exported.error, exported.bytes));
        });
}

void EngineFacade::verify(const QString &scope, const QJSValue &callback)
{
    models::verify(scope, this,
                   [this, callback = models::hold(callback)](const QVariantMap &verdict) {
                       call(*callback, verdict);
                   });
}

void EngineFacade::search(const QString &text, const QJSValue &callback)
{
    models::search(text, this,
                   [this, callback = models::hold(callback)](const QVariantList &found) {
                       call(*callback, found);
                   });
}

void EngineFacade::backupWords(const QJSValue &callback)
{
    models::Journal *journal = Bridge::instance().journal();
    if (!journal) {
        call(callback, refusal(u"engine.closed"_s, tr("The profile is not open.")));
        return;
    }
    journal->backupWords(this, [this, callback = models::hold(callback)](
                                   const QVariantMap &answer) { call(*callback, answer); });
}

QString EngineFacade::sentenceFor(const QString &code, const QVariantMap &arguments) const
{
    kernel::Arguments named;
    for (auto it = arguments.cbegin(); it != arguments.cend(); ++it)
        named.emplace_back(it.key().toStdString(), it.value().toString().toStdString());
    return models::text(hands::sentence({code.toStdString(), named}));
}

void EngineFacade::speak(const QString &language)
{
    const bool wasGerman = hands::speaksGerman();
    hands::speak(language.toStdString());
    if (wasGerman != hands::speaksGerman())
        Q_EMIT readyChanged();  // who showed declarations asks for them again
}
