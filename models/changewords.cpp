#include "changewords.h"

#include "values.h"

#include "hands/labels.h"

namespace models {

using namespace Qt::StringLiterals;

namespace {

// What a person calls the row: its title or name, else nothing.
QString titleOf(const QVariantMap &row)
{
    for (const char *name : {"title", "name", "slug", "stem", "capability", "cause"}) {
        const QString word = row.value(QString::fromLatin1(name)).toString();
        if (!word.isEmpty())
            return word;
    }
    return {};
}

QVariantMap rowWords(const kernel::TableInfo &table, const loop::RowChange &change)
{
    const QVariantMap before =
        change.before.empty() ? QVariantMap() : map(table.fields, change.before);
    const QVariantMap after =
        change.after.empty() ? QVariantMap() : map(table.fields, change.after);
    QVariantList fields;
    for (std::size_t i = 0; i < table.fields.size(); ++i) {
        const kernel::FieldInfo &field = table.fields[i];
        const QString name = text(field.name);
        const QVariant old = before.value(name), now = after.value(name);
        // Of a row that came or went its own id says nothing that its title does not.
        if (old == now || (i == 0 && (before.isEmpty() || after.isEmpty())))
            continue;
        const bool isOptional = field.type->kind == kernel::FieldType::Optional;
        const kernel::FieldType &type = isOptional ? *field.type->element : *field.type;
        fields.append(QVariantMap{{u"name"_s, name},
                                  {u"type"_s, text(kernel::typeName(type.kind))},
                                  {u"before"_s, old},
                                  {u"after"_s, now}});
    }
    return {{u"key"_s, idText(change.key)},
            {u"kind"_s, before.isEmpty()  ? u"added"_s
                        : after.isEmpty() ? u"removed"_s
                                          : u"changed"_s},
            {u"title"_s, titleOf(after.isEmpty() ? before : after)},
            {u"fields"_s, fields}};
}

}  // namespace

QVariantList changeWords(const std::vector<loop::TableChanges> &tables)
{
    QVariantList all;
    for (const loop::TableChanges &one : tables) {
        QVariantList rows;
        for (const loop::RowChange &change : one.rows)
            rows.append(rowWords(*one.table, change));
        const std::string &name = one.table->name;
        const std::string title = hands::titleOf(name);
        const std::size_t count = one.added + one.removed + one.changed;
        all.append(QVariantMap{{u"table"_s, text(name)},
                               {u"stem"_s, text(std::string_view(name).substr(0, name.find('.')))},
                               {u"title"_s, text(title.empty() ? name : title)},
                               {u"added"_s, double(one.added)},
                               {u"removed"_s, double(one.removed)},
                               {u"changed"_s, double(one.changed)},
                               {u"more"_s, double(count - one.rows.size())},
                               {u"rows"_s, rows}});
    }
    return all;
}

QString stateWord(kernel::Vital::State state)
{
    switch (state) {
    case kernel::Vital::Well: return u"well"_s;
    case kernel::Vital::Look: return u"look"_s;
    case kernel::Vital::Failing: return u"failing"_s;
    }
    return {};
}

QVariantList vitalWords(const kernel::Vitals &vitals)
{
    QVariantList rows;
    for (const kernel::Vital &vital : vitals)
        rows.append(QVariantMap{{u"name"_s, text(vital.name)},
                                {u"value"_s, double(vital.value)},
                                {u"unit"_s, text(vital.unit)},
                                {u"state"_s, stateWord(vital.state)}});
    return rows;
}

}  // namespace models
