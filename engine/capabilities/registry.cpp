#include "capabilities/capability.h"

#include <algorithm>

namespace capabilities {

#define DREAM_CAPABILITY(constant) extern const Capability constant;
#include "capabilities/roster.h"
#undef DREAM_CAPABILITY

namespace {

const std::vector<Capability> &sorted()
{
    static const auto list = [] {
        std::vector<Capability> made;
#define DREAM_CAPABILITY(constant) made.push_back(constant);
#include "capabilities/roster.h"
#undef DREAM_CAPABILITY
        std::ranges::sort(made, {}, &Capability::name);
        return made;
    }();
    return list;
}

}  // namespace

std::span<const Capability> all()
{
    return sorted();
}

const Capability *find(std::string_view name)
{
    const auto found = std::ranges::lower_bound(sorted(), name, {}, &Capability::name);
    return found != sorted().end() && found->name == name ? &*found : nullptr;
}

}  // namespace capabilities
