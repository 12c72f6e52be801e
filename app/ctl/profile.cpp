#include "ctl/profile.h"

namespace ctl {

std::unique_ptr<hands::Body> open(const Call &call, bool isReadOnly, Said &said)
{
    hands::BodyOptions options;
    options.engine.folder = call.profile;
    options.engine.isReadOnly = isReadOnly;
    const std::string seed = call.option("seed", "0");
    if (seed.find_first_not_of("0123456789") != std::string::npos || seed.size() > 18) {
        said = failed(usage, "usage", "--seed wants a whole number");
        return nullptr;
    }
    options.seed = std::stoull(seed);
    std::string error;
    std::unique_ptr<hands::Body> body = hands::Body::start(options, error);
    if (body)
        return body;
    const bool isBusy = error.starts_with("profile.busy");
    said = failed(isBusy ? refused : fault, isBusy ? "profile.busy" : "profile.cannotOpen", error);
    return nullptr;
}

std::string sentenceOf(const kernel::Refusal &refusal)
{
    return hands::sentence(refusal);
}

boost::json::object refusalJson(const kernel::Refusal &refusal)
{
    boost::json::object arguments;
    for (const auto &[name, value] : refusal.arguments)
        arguments[name] = value;
    return {{"code", refusal.code}, {"sentence", sentenceOf(refusal)}, {"arguments", arguments}};
}

}  // namespace ctl
