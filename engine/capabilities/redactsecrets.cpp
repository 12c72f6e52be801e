// redact-secrets: a masked copy of a text, and where and what was masked; never the secret itself.
// Known key formats (as their issuers document them), private key blocks (RFC 7468), JSON Web
// Tokens (RFC 7519), passwords in addresses (RFC 3986) and after "password:"; card numbers by the
// check digit of ISO/IEC 7812-1 (Luhn 1960), IBANs by ISO 7064 mod 97 (ISO 13616); and unknown
// tokens by their Shannon entropy. params.personal = true masks e-mail addresses and phone numbers
// too. Input `text`; outputs `masked` and `findings`. Thread contract: pure.
#include "capabilities/reader.h"
#include "capabilities/secretshapes.h"
#include "text/escape.h"

namespace capabilities {

namespace {

namespace json = boost::json;

constexpr std::size_t findingsMax = 5000;

Result run(const Run &run)
{
    Reader in(run);
    const std::string_view text = in.bytes("text");
    const json::value *personal = run.params.if_contains("personal");
    if (in.isBad())
        return in.failure();
    std::vector<SecretFound> found =
        findSecrets(text, personal && personal->is_bool() && personal->get_bool(), run.stop);
    if (run.stop.stop_requested())
        return stopped();
    std::string masked;
    json::array findings;
    std::map<std::string, std::int64_t> kinds;
    std::size_t at = 0, line = 1;
    for (const SecretFound &secret : found) {
        line += std::size_t(std::count(text.begin() + std::ptrdiff_t(at),
                                       text.begin() + std::ptrdiff_t(secret.start), '\n'));
        masked.append(text, at, secret.start - at).append("[").append(secret.kind).append("]");
        at = secret.start;
        if (findings.size() < findingsMax)
            findings.push_back(json::object{{"kind", secret.kind},
                                            {"length", secret.length},
                                            {"line", line},
                                            {"start", secret.start}});
        ++kinds[std::string(secret.kind)];
        line += std::size_t(std::count(text.begin() + std::ptrdiff_t(at),
                                       text.begin() + std::ptrdiff_t(at + secret.length), '\n'));
        at += secret.length;
    }
    masked.append(text, at);
    json::object counts;
    for (const auto &[kind, count] : kinds)
        counts[kind] = count;
    Result result;
    result.figures["findings"] = std::int64_t(found.size());
    result.outputs.push_back({"masked", "text/plain", std::move(masked)});
    result.outputs.push_back(
        jsonArtefact("findings", json::object{{"counts", std::move(counts)},
                                              {"findings", std::move(findings)},
                                              {"total", found.size()}}));
    return result;
}

}  // namespace

extern const Capability redactSecrets;
const Capability redactSecrets = {
    .name = "redact-secrets",
    .version = "1.0.1",
    .source = "RFC 7468, 7519, 3986; ISO/IEC 7812-1; ISO 13616; Shannon 1948",
    .outputBytesMax = 4u << 20,
    .run = run,
};

}  // namespace capabilities
