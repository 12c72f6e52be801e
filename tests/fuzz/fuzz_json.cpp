// JSON from strangers: bundles that claim to prove something, and commands from other programs.
// Promises: any bytes are read or refused; nothing is proved to one who asks for a key that signed
// nothing here; and a command that is accepted says the same after a way through its stored form.
#include "input.h"
#include "loop/bundle.h"
#include "loop/edge.h"
#include "organism.h"

#include <string>
#include <vector>

using fuzz::check;
using fuzz::Input;

namespace {

std::vector<const kernel::CommandInfo *> allCommands()
{
    std::vector<const kernel::CommandInfo *> commands;
    for (const kernel::SystemInfo *system : organism::systems()) {
        for (const kernel::CommandInfo &command : system->commands)
            commands.push_back(&command);
    }
    return commands;
}

void readCommand(const kernel::CommandInfo &command, std::string_view json)
{
    boost::system::error_code failed;
    const boost::json::value value = boost::json::parse(json, failed);
    if (failed || !value.is_object())
        return;
    std::string error;
    const std::string stored = loop::fromJson(command.fields, value.get_object(), error);
    if (stored.empty() || !error.empty())
        return;
    const boost::json::object shown = loop::toJson(command.fields, stored);
    std::string again = loop::fromJson(command.fields, shown, error);
    check(error.empty() && again == stored, "a command survives being shown and read");
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    static const std::vector<const kernel::CommandInfo *> commands = allCommands();
    Input input(data, size);
    const std::uint8_t choice = input.byte();
    if (choice < 64) {
        loop::VerifyOptions options;
        options.key = "0000000000000000000000000000000000000000000000000000000000000000";
        check(!loop::verifyExport(input.rest(), options).isGood(),
              "no key of zeros ever signed this");
        return 0;
    }
    readCommand(*commands[choice % commands.size()], input.rest());
    return 0;
}
