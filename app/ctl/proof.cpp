// dreamctl export and verify.
#include "ctl/profile.h"

#include "loop/bundle.h"
#include "loop/profile.h"
#include "loop/verify.h"

#include <algorithm>
#include <filesystem>
#include <fstream>

namespace ctl {

using namespace kernel;
namespace fs = std::filesystem;
namespace json = boost::json;

namespace {

constexpr std::size_t exportBytesMax = std::size_t{4} << 30;

Said tell(const loop::Verdict &verdict, const std::string &what)
{
    Said said;
    json::array findings, notes;
    for (const loop::Finding &finding : verdict.findings) {
        findings.push_back({{"where", finding.where}, {"what", finding.what}});
        said.text += finding.where + ": " + finding.what + '\n';
    }
    for (const std::string &note : verdict.notes)
        notes.push_back(json::string(note));
    std::string sentence;
    const std::string signer = verdict.signer ? loop::fingerprintOf(*verdict.signer) : "nobody";
    if (!verdict.isGood())
        sentence = "FAILED: " + std::to_string(verdict.findings.size()) + " findings in " + what;
    else
        sentence = std::string(verdict.isKnownSigner ? "verified" : "consistent, signer unknown")
                   + ": " + std::to_string(verdict.facts) + " facts, "
                   + std::to_string(verdict.pages) + " pages, " + std::to_string(verdict.blobs)
                   + " blobs in " + what + "; signed by " + signer;
    if (verdict.erased)
        sentence += "; " + std::to_string(verdict.erased) + " erased";
    for (const std::string &note : verdict.notes)
        said.text += note + '\n';
    said.text += sentence;
    said.value = {{"good", verdict.isGood()},
                  {"sentence", sentence},
                  {"findings", findings},
                  {"notes", notes},
                  {"facts", verdict.facts},
                  {"pages", verdict.pages},
                  {"blobs", verdict.blobs},
                  {"erased", verdict.erased},
                  {"signedPages", verdict.signedPages},
                  {"signer", signer},
                  {"signerKnown", verdict.isKnownSigner}};
    said.exit = verdict.isGood() ? allDone : fault;
    return said;
}

bool isProfile(const std::string &path)
{
    std::error_code error;
    return fs::exists(path + "/journal.db", error);
}

}  // namespace

Said verify(const Call &call)
{
    if (call.words.size() > 1)
        return failed(usage, "usage", "one path at most");
    loop::VerifyOptions options;
    options.key = call.option("key");
    if (const std::string witness = call.option("witness"); !witness.empty()) {
        const auto bytes = loop::readSmallFile(witness);
        options.witness = bytes ? loop::tipFromJson(*bytes) : std::nullopt;
        if (!options.witness)
            return failed(usage, "usage", witness + " is not a witness");
    }
    const std::string path = call.words.empty() ? call.profile : call.words.front();
    if (isProfile(path))
        return tell(loop::verifyProfile(path, options), path);
    std::error_code error;
    const std::uintmax_t size = fs::file_size(path, error);
    if (error)
        return failed(fault, "verify.nothing", "there is nothing to verify at " + path);
    if (size > exportBytesMax)
        return failed(fault, "verify.tooLarge", path + " is larger than 4 GiB");
    std::ifstream file(path, std::ios::binary);
    const std::string bytes(std::istreambuf_iterator<char>(file), {});
    return tell(loop::verifyExport(bytes, options), path);
}

Said exportTo(const Call &call)
{
    const std::string what = call.words.empty() ? "" : call.words.front();
    const std::string out = call.option("out");
    const bool isDream = what == "dream";
    if ((what != "receipts" && what != "all" && !isDream) || out.empty()
        || call.words.size() != (isDream ? 2u : 1u))
        return failed(usage, "usage", "export what, and where to?");
    const auto dream = isDream ? idFromText(call.words[1]) : std::optional<std::uint64_t>(0);
    if (!dream)
        return failed(usage, "usage", "which dream? (an id of 13 characters)");
    Said said;
    std::unique_ptr<hands::Body> body = open(call, true, said);
    if (!body)
        return said;
    std::string bytes, error;
    body->engine().inspectNow([&](loop::Core &core, store::Store &store) {
        constexpr auto finished = factKind<superspine::SuperSpine, superspine::Finished>();
        if (isDream)
            bytes = loop::exportDream(core, store, &body->indexer(), *dream, core.keys(), error);
        else if (what == "all")
            bytes = loop::exportJournal(store, error);
        else
            bytes = loop::exportFacts(
                core, store,
                [](const loop::FactAt &at) { return at.info && at.info->kind == finished; }, error);
    });
    if (!error.empty())
        return failed(fault, "export.failed", error);
    std::ofstream file(out, std::ios::binary | std::ios::trunc);
    file.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
    file.close();
    if (!file)
        return failed(fault, "export.cannotWrite", "cannot write " + out);
    said.value = {{"bytes", bytes.size()},
                  {"file", out},
                  {"signer", loop::fingerprintOf(body->engine().deviceKey())}};
    said.text = "wrote " + std::to_string(bytes.size()) + " bytes to " + out;
    return said;
}

}  // namespace ctl
