#include "declarations.h"

#include "values.h"

#include "hands/labels.h"
#include "loop/edge.h"
#include "organism.h"

#include <QStringList>

namespace models {

using namespace Qt::StringLiterals;
using kernel::FieldType;

namespace {

// The table whose rows an id field names, by the house's naming: `dream` lies in `*.dreams`.
QString tableOf(std::string_view field)
{
    const std::string plural = std::string(field) + 's', pluralEs = std::string(field) + "es";
    for (const kernel::SystemInfo *system : organism::systems()) {
        for (const kernel::TableInfo &table : system->tables) {
            const std::string_view name =
                std::string_view(table.name).substr(system->stem.size() + 1);
            if (!table.archiveKind && (name == plural || name == pluralEs))
                return text(table.name);
        }
    }
    return {};
}

QVariantMap describeField(const kernel::FieldInfo &field)
{
    const bool isOptional = field.type->kind == FieldType::Optional;
    const FieldType &type = isOptional ? *field.type->element : *field.type;
    QStringList options, words;
    for (const std::string_view option : type.options)
        options.append(text(loop::optionText(option)));
    // A system is named by its stem; nobody should have to know how it is spelt.
    if (field.name == "stem" && type.kind == FieldType::String) {
        for (const kernel::SystemInfo *system : organism::systems()) {
            const std::string title = hands::titleOf(system->stem);
            options.append(text(system->stem));
            words.append(text(title.empty() ? system->stem : std::string_view(title)));
        }
    }
    const bool isId = type.kind == FieldType::Identity;
    return {{u"name"_s, text(field.name)},
            {u"type"_s, text(kernel::typeName(type.kind))},
            {u"element"_s, type.element ? text(kernel::typeName(type.element->kind)) : QString()},
            {u"of"_s, isId ? tableOf(field.name) : QString()},
            {u"options"_s, options},
            {u"words"_s, words},
            {u"optional"_s, isOptional || type.kind == FieldType::List},
            {u"label"_s, QString()}};
}

QVariantList describeFields(const std::vector<kernel::FieldInfo> &fields)
{
    QVariantList described;
    for (const kernel::FieldInfo &field : fields)
        described.append(describeField(field));
    return described;
}

// The fields of a command as it is made: what stands in the form before anybody touches it.
QVariantMap initialOf(const kernel::CommandInfo &command)
{
    std::string none;
    kernel::CborWriter(none).array(0);
    bool isGood = false;
    const auto made = command.decode(none, isGood);
    std::vector<std::uint64_t> ids;
    return isGood ? map(command.fields, command.encode(made.get(), ids)) : QVariantMap();
}

QVariantMap describeCommand(const kernel::CommandInfo &command)
{
    const QVariantMap initial = initialOf(command);
    QVariantList fields;
    for (const kernel::FieldInfo &field : command.fields) {
        QVariantMap described = describeField(field);
        described.insert(u"label"_s, text(hands::fieldLabelOf(command.name, field.name)));
        described.insert(u"initial"_s, initial.value(text(field.name)));
        fields.append(described);
    }
    return {{u"name"_s, text(command.name)},
            {u"label"_s, text(hands::titleOf(command.name))},
            {u"help"_s, text(hands::helpOf(command.name))},
            {u"danger"_s, command.isDangerous},
            {u"fields"_s, fields}};
}

// In the language that is spoken, else as the system itself says it.
QString purposeOf(const kernel::SystemInfo &system)
{
    const std::string words = hands::purposeOf(system.stem);
    return words.empty() ? text(system.purpose) : text(words);
}

}  // namespace

QVariantMap describe(const kernel::SystemInfo &system)
{
    QVariantList commands, tables;
    for (const kernel::CommandInfo &command : system.commands)
        if (!command.isInternal)
            commands.append(describeCommand(command));
    for (const kernel::TableInfo &table : system.tables)
        tables.append(QVariantMap{{u"name"_s, text(table.name)},
                                  {u"title"_s, text(hands::titleOf(table.name))},
                                  {u"isArchive"_s, table.archiveKind != 0},
                                  {u"fields"_s, describeFields(table.fields)}});
    return {{u"stem"_s, text(system.stem)},
            {u"organ"_s, text(system.organ)},
            {u"title"_s, text(hands::titleOf(system.stem))},
            {u"purpose"_s, purposeOf(system)},
            {u"page"_s, text(system.page)},
            {u"consequence"_s, text(system.consequence)},
            {u"commands"_s, commands},
            {u"tables"_s, tables}};
}

}  // namespace models
