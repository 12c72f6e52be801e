#include "enginefacade.h"

#include "bridge.h"
#include "importer.h"
#include "journal.h"
#include "search.h"
#include "values.h"
#include "verdicts.h"

#include "hands/roster.h"
#include "loop/edge.h"
#include "organism.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QFileInfo>
#include <QPointer>
#include <QQmlEngine>

using namespace Qt::StringLiterals;
using models::Bridge;

EngineFacade::EngineFacade(QObject *parent)
    : QObject(parent)
{
    Bridge &bridge = Bridge::instance();
    connect(&bridge, &Bridge::opened, this, [this] {
        m_failure.clear();
        Q_EMIT readyChanged();
    });
    connect(&bridge, &Bridge::failed, this, [this](const QString &words) {
        m_failure = words;
        Q_EMIT readyChanged();
    });
    connect(&bridge, &Bridge::measured, this, &EngineFacade::vitalsChanged);
}

bool EngineFacade::isReady() const
{
    return Bridge::instance().isReady();
}

QString EngineFacade::profile() const
{
    const QString folder = Bridge::instance().folder();
    return folder.isEmpty() ? tr("in memory") : QFileInfo(folder).fileName();
}

QVariantMap EngineFacade::vital() const
{
    const models::Measure &measure = Bridge::instance().measure();
    const qint64 age = measure.at ? QDateTime::currentMSecsSinceEpoch() - measure.at : -1;
    QString state = u"well"_s, sentence = tr("Well");
    if (measure.running + measure.queued > 0) {
        state = u"busy"_s;
        sentence = tr("Busy");
    }
    for (auto it = measure.vitals.cbegin(); it != measure.vitals.cend(); ++it) {
        for (const QVariant &one : it.value()) {
            const QVariantMap vital = one.toMap();
            if (vital.value(u"state"_s).toString() != "failing"_L1)
                continue;
            state = u"unwell"_s;
            sentence = tr("%1 is failing: %2").arg(it.key(), vital.value(u"name"_s).toString());
        }
    }
    if (!measure.failure.isEmpty()) {
        state = u"unwell"_s;
        sentence = measure.failure;
    }
    return {{u"state"_s, state}, {u"sentence"_s, sentence}, {u"ageMs"_s, double(age)}};
}

int EngineFacade::running() const
{
    return Bridge::instance().measure().running;
}

int EngineFacade::queued() const
{
    return Bridge::instance().measure().queued;
}

double EngineFacade::facts() const
{
    return Bridge::instance().measure().facts;
}

double EngineFacade::pages() const
{
    return Bridge::instance().measure().pages;
}

QString EngineFacade::fingerprint() const
{
    return Bridge::instance().fingerprint();
}

void EngineFacade::call(QJSValue callback, const QVariant &answer) const
{
    QJSEngine *engine = qjsEngine(this);
    if (!engine || !callback.isCallable())
        return;
    const QJSValue result = callback.call({engine->toScriptValue(answer)});
    if (result.isError())
        qWarning("%s:%d: %s", qPrintable(result.property(u"fileName"_s).toString()),
                 result.property(u"lineNumber"_s).toInt(), qPrintable(result.toString()));
}

QVariantMap EngineFacade::refusal(const QString &code, const QString &sentence) const
{
    return {{u"ok"_s, false}, {u"code"_s, code}, {u"sentence"_s, sentence},
            {u"ids"_s, QStringList()}, {u"facts"_s, 0}};
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
    call(callback, QVariantMap{{u"ok"_s, true}, {u"code"_s, QString()}, {u"sentence"_s, QString()},
                               {u"ids"_s, ids}, {u"facts"_s, int(answer.facts)}});
}

void EngineFacade::send(const QString &name, const QVariantMap &fields, const QJSValue &callback)
{
    loop::Engine *engine = Bridge::instance().engine();
    const kernel::CommandInfo *command = Bridge::command(name);
    if (!engine || !command || command->isInternal) {
        call(callback, engine ? refusal(u"engine.unknownCommand"_s, tr("There is no command %1.").arg(name))
                              : refusal(u"engine.closed"_s, tr("The profile is not open.")));
        return;
    }
    std::string error;
    std::optional<kernel::Ask> ask = loop::makeAsk(*command, models::toJson(fields), error);
    if (!ask) {
        call(callback, refusal(u"engine.badField"_s, models::text(error)));
        return;
    }
    engine->send(std::move(*ask), [self = QPointer(this), callback](const kernel::Answer &answer) {
        // On the engine's thread: the function itself is only touched on ours.
        QMetaObject::invokeMethod(QCoreApplication::instance(), [self, callback, answer] {
            if (self)
                self->reply(callback, answer);
        }, Qt::QueuedConnection);
    });
}

namespace {

// The table whose rows an id field names, by the house's naming: `dream` lies in `*.dreams`.
QString tableOf(std::string_view field)
{
    const std::string plural = std::string(field) + 's', pluralEs = std::string(field) + "es";
    for (const kernel::SystemInfo *system : organism::systems()) {
        for (const kernel::TableInfo &table : system->tables) {
            const std::string_view name = std::string_view(table.name).substr(system->stem.size() + 1);
            if (!table.archiveKind && (name == plural || name == pluralEs))
                return models::text(table.name);
        }
    }
    return {};
}

QVariantMap describeField(const kernel::FieldInfo &field)
{
    const bool isOptional = field.type->kind == kernel::FieldType::Optional;
    const kernel::FieldType &type = isOptional ? *field.type->element : *field.type;
    QStringList options;
    for (const std::string_view option : type.options)
        options.append(models::text(loop::optionText(option)));
    const bool isId = type.kind == kernel::FieldType::Identity;
    return {{u"name"_s, models::text(field.name)},
            {u"type"_s, models::text(kernel::typeName(type.kind))},
            {u"of"_s, isId ? tableOf(field.name) : QString()},
            {u"options"_s, options},
            {u"optional"_s, isOptional || type.kind == kernel::FieldType::List},
            {u"label"_s, QString()}};
}

QVariantList describeFields(const std::vector<kernel::FieldInfo> &fields)
{
    QVariantList described;
    for (const kernel::FieldInfo &field : fields)
        described.append(describeField(field));
    return described;
}

}  // namespace

QVariantList EngineFacade::systems() const
{
    QVariantList all;
    for (const kernel::SystemInfo *system : organism::systems()) {
        QVariantList commands, tables;
        for (const kernel::CommandInfo &command : system->commands) {
            if (!command.isInternal)
                commands.append(QVariantMap{{u"name"_s, models::text(command.name)},
                                            {u"label"_s, QString()},
                                            {u"help"_s, QString()},
                                            {u"danger"_s, command.isDangerous},
                                            {u"fields"_s, describeFields(command.fields)}});
        }
        for (const kernel::TableInfo &table : system->tables)
            tables.append(QVariantMap{{u"name"_s, models::text(table.name)},
                                      {u"title"_s, QString()},
                                      {u"isArchive"_s, table.archiveKind != 0},
                                      {u"fields"_s, describeFields(table.fields)}});
        all.append(QVariantMap{{u"stem"_s, models::text(system->stem)},
                               {u"organ"_s, models::text(system->organ)},
                               {u"title"_s, QString()},
                               {u"purpose"_s, models::text(system->purpose)},
                               {u"page"_s, models::text(system->page)},
                               {u"consequence"_s, models::text(system->consequence)},
                               {u"commands"_s, commands},
                               {u"tables"_s, tables}});
    }
    return all;
}

QVariantList EngineFacade::vitals(const QString &stem) const
{
    const models::Measure &measure = Bridge::instance().measure();
    const double age = double(QDateTime::currentMSecsSinceEpoch() - measure.at);
    QVariantList rows = measure.vitals.value(stem);
    for (QVariant &row : rows) {
        QVariantMap vital = row.toMap();
        vital.insert(u"ageMs"_s, age);
        row = vital;
    }
    return rows;
}

void EngineFacade::importPaths(const QStringList &urls, const QJSValue &callback)
{
    loop::Engine *engine = Bridge::instance().engine();
    if (!engine) {
        call(callback, refusal(u"engine.closed"_s, tr("The profile is not open.")));
        return;
    }
    QStringList paths;
    for (const QString &url : urls)
        paths.append(url.startsWith("file:"_L1) ? QUrl(url).toLocalFile() : url);
    auto *importer = new models::Importer(*engine, paths, this);
    connect(importer, &models::Importer::progressed, this, &EngineFacade::importProgress);
    connect(importer, &models::Importer::finished, this,
            [this, importer, callback](int done, const QString &firstRefusal) {
                importer->deleteLater();
                call(callback, QVariantMap{{u"ok"_s, firstRefusal.isEmpty()}, {u"code"_s, QString()},
                                           {u"sentence"_s, firstRefusal}, {u"ids"_s, QStringList()},
                                           {u"facts"_s, done}});
            });
}

void EngineFacade::verify(const QString &scope, const QJSValue &callback)
{
    models::verify(scope, this, [this, callback](const QVariantMap &verdict) {
        call(callback, verdict);
    });
}

void EngineFacade::search(const QString &text, const QJSValue &callback)
{
    models::search(text, this, [this, callback](const QVariantList &found) {
        call(callback, found);
    });
}

QString EngineFacade::sentenceFor(const QString &code, const QVariantMap &arguments) const
{
    kernel::Arguments named;
    for (auto it = arguments.cbegin(); it != arguments.cend(); ++it)
        named.emplace_back(it.key().toStdString(), it.value().toString().toStdString());
    return models::text(hands::sentence({code.toStdString(), named}));
}
