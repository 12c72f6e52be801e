// Who plays in the stories about people: somebody on each rung of the ladder, all of them present.
#pragma once

#ifndef Q_MOC_RUN  // moc does not read concepts
#    include "cast.h"

#    include "identity/rbac.h"

namespace cast {

inline Envelope as(const std::string &actor)
{
    Envelope envelope;
    envelope.actor = actor;
    return envelope;
}

inline const passports::Memory &passportsOf(Story &story)
{
    return story.state<passports::Passports>();
}

// A person whose key is here and unlocked.
inline Id<passports::Passport> person(Story &story, const std::string &actor)
{
    story.given(passports::Issue{actor, "did:key:" + actor, "The " + actor});
    story.core().door().setPresent(actor, true);
    return passports::find(passportsOf(story), actor)->id;
}

// The same, risen to a level by what must be achieved for it.
inline Id<passports::Passport> person(Story &story, const std::string &actor,
                                      passports::Level level)
{
    const Id<passports::Passport> id = person(story, actor);
    for (const std::string_view code : passports::achievements) {
        const passports::Passport &passport = *passportsOf(story).passports.find(id);
        if (passport.level >= level)
            break;
        bool isNeeded = false;
        for (int rung = 1; rung <= static_cast<int>(level); ++rung) {
            const auto lacks = passports::missing(passport, static_cast<passports::Level>(rung));
            isNeeded = isNeeded || std::find(lacks.begin(), lacks.end(), code) != lacks.end();
        }
        if (isNeeded)
            story.given(passports::Award{id, std::string(code)});
    }
    return id;
}

}  // namespace cast
#endif
