// Commands as other programs write them: what is shown is read again as the same, nobody and never
// included, and a number that a double cannot hold exactly is refused, not rounded.
#ifndef Q_MOC_RUN
#    include "loop/edge.h"
#    include "organism.h"
#endif

#include <QTest>

#include <boost/json.hpp>

#include <cmath>

namespace json = boost::json;
using kernel::FieldType;

namespace {

// The least that a field of that type can say.
json::value least(const FieldType &type)
{
    switch (type.kind) {
    case FieldType::Boolean: return false;
    case FieldType::Integer:
    case FieldType::Span:
    case FieldType::Points:
    case FieldType::Unsigned: return 0;
    case FieldType::Hash: return json::string(64, '0');
    case FieldType::Money: return "0";
    case FieldType::Choice: return json::string(loop::optionText(type.options[0]));
    case FieldType::List: return json::array{least(*type.element)};
    case FieldType::Figures: return json::object{{"one", 1}};
    case FieldType::Structure: {
        json::object object;
        for (const kernel::FieldInfo &field : type.fields)
            object[field.name] = least(*field.type);
        return object;
    }
    case FieldType::Optional:
    case FieldType::Identity:
    case FieldType::Instant: return nullptr;
    default: return "";
    }
}

template<class Look>
void eachCommand(const Look &look)
{
    for (const kernel::SystemInfo *system : organism::systems())
        for (const kernel::CommandInfo &command : system->commands)
            look(command);
}

}  // namespace

class TestEdge : public QObject {
    Q_OBJECT

private slots:
    void whatIsShownIsRead()
    {
        int nobodies = 0;
        eachCommand([&](const kernel::CommandInfo &command) {
            json::object values;
            for (const kernel::FieldInfo &field : command.fields) {
                values[field.name] = least(*field.type);
                nobodies += field.type->kind == FieldType::Identity
                            || field.type->kind == FieldType::Instant;
            }
            std::string error;
            const std::string stored = loop::fromJson(command.fields, values, error);
            QVERIFY2(error.empty(), (std::string(command.name) + ": " + error).c_str());
            const std::string again =
                loop::fromJson(command.fields, loop::toJson(command.fields, stored), error);
            QVERIFY2(error.empty() && again == stored,
                     (std::string(command.name) + ": " + error).c_str());
        });
        QVERIFY(nobodies > 0);
    }

    void numbersAreExact()
    {
        int tried = 0;
        eachCommand([&](const kernel::CommandInfo &command) {
            if (command.fields.empty())
                return;
            const kernel::FieldInfo &field = command.fields.front();
            if (field.type->kind != FieldType::Unsigned && field.type->kind != FieldType::Integer)
                return;
            ++tried;
            std::string error;
            for (double wrong : {1e300, -1e300, 9007199254740992.0, 1.5, std::nan(""), HUGE_VAL})
                QVERIFY2(loop::fromJson(command.fields, {{field.name, wrong}}, error).empty(),
                         std::to_string(wrong).c_str());
            QVERIFY(!loop::fromJson(command.fields, {{field.name, 4.0}}, error).empty());
        });
        QVERIFY(tried > 0);
    }
};

QTEST_GUILESS_MAIN(TestEdge)
#include "tst_edge.moc"
