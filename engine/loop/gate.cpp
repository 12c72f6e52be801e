#include "loop/gate.h"

#include "spine/dreamnetos.h"

namespace loop {

using namespace kernel;

Outcome gate(const Core &core, const CommandInfo &command, const Envelope &envelope)
{
    // Tier: nobody from outside has one yet.
    if (isForeign(envelope.origin))
        return refuse("tierresolver.none", {{"command", command.name}});
    // RBAC: what the organism asks of itself is not for people, and nobody speaks for another.
    const bool isOwnWork = envelope.origin == Origin::Timer || envelope.origin == Origin::Reaction
                           || envelope.origin == Origin::Hand || envelope.origin == Origin::Boot;
    if (command.isInternal && !isOwnWork)
        return refuse("rbac.internal", {{"command", command.name}});
    if (!isOwnWork && envelope.actor != "owner")
        return refuse("identity.notYours", {{"actor", envelope.actor.substr(0, 64)}});
    // Control: a system that holds facts it does not understand must not decide.
    if (core.isReadOnly(command.kind >> 8))
        return refuse("dreamnetos.readOnly", {{"command", command.name}});
    if (!core.isWorking(command.kind >> 8))
        return refuse("dreamnetos.stopped",
                      {{"system", std::string(core.systemByNumber(command.kind >> 8)->stem)}});
    return done();
}

}  // namespace loop
