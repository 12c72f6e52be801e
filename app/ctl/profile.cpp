#include "ctl/profile.h"

#include "hands/mcpsession.h"
#include "loop/platform.h"

#include <fstream>

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
    if (body && body->people() && call.options.contains("passphrase-from")
        && (call.verb != "person" || call.words.front() == "token"
            || call.words.front() == "wallet")) {
        std::string passphrase = secretOf(call, "passphrase-from", {});
        const kernel::Outcome opened =
            body->people()->unlock(call.option("as", "owner"), passphrase);
        crypto::wipeText(passphrase);
        if (!opened) {
            said = failed(refused, opened.refusal().code, sentenceOf(opened.refusal()));
            return nullptr;
        }
    }
    if (body)
        return body;
    const bool isBusy = error.starts_with("profile.busy");
    said = failed(isBusy ? refused : fault, isBusy ? "profile.busy" : "profile.cannotOpen", error);
    return nullptr;
}

std::string secretOf(const Call &call, const std::string &name, const std::string &prompt)
{
    const std::string path = call.option(name);
    if (path.empty() || path == "-")
        return loop::readSecret(prompt);
    std::ifstream file(path);
    std::string line;
    std::getline(file, line);
    return line;
}

std::string sentenceOf(const kernel::Refusal &refusal)
{
    return hands::sentence(refusal);
}

boost::json::object refusalJson(const kernel::Refusal &refusal)
{
    return hands::mcp::refusalJson(refusal);
}

}  // namespace ctl
