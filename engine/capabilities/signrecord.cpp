// sign-record: the bytes a signature over a record covers, and whether a given one does. A
// capability holds no key, so it signs nothing: without a signature the state is "unsigned" and the
// artefact says what is to be signed where the key is. The record is spelled by JCS (RFC 8785) out
// of strict JSON (RFC 7493). `record` = a JSON object (input, member of the text, parameter, else
// the text itself). A member "proof" is judged as eddsa-jcs-2022 (W3C Data Integrity EdDSA
// Cryptosuites 1.0, 3.3). Else as parameters, which win, or beside the record in the text:
// `key` (64 hexadecimal digits or did:key), `created` ("2026-03-01T12:00:00Z"), `signature` (128
// digits). With `created` the signature is that of such a proof, over the 64 bytes of its section
// 3.3.4, and the proved document is put together; without, it is Ed25519 (RFC 8032) over the
// canonical bytes. params.keys are the signers who are known;
// an embedded proof by another than `key` is invalid, and only a valid signature has a signer. Thread contract: pure.
#include "capabilities/strictjson.h"
#include "crypto/did.h"
#include "crypto/hexbytes.h"
#include "crypto/integrity.h"

namespace capabilities {

namespace {

namespace json = boost::json;

constexpr std::size_t keysMax = 100, membersMax = 1000;

struct Subject {
    json::object record;
    json::object said;  // key, created, signature
};

struct Judgement {
    std::string_view state = "unsigned", form = "none";
    std::optional<crypto::PublicKey> signer;
    std::optional<std::string> options, toSign;  // of a proof that is still to be signed
    std::optional<json::object> proved;
};

Subject readSubject(Reader &in, const Run &run)
{
    StrictJson strict(in, run);
    Subject subject;
    const json::object *text = strict.text();
    const json::value *record = strict.find("record");
    const bool isTextRecord = !record && text;
    if (record && record->is_object())
        subject.record = record->get_object();
    else if (record)
        in.bad("record", "no object");
    else if (text)
        subject.record = *text;
    else
        in.missing("record");
    for (const std::string_view name : {"created", "key", "signature"}) {
        const json::value *value = run.params.if_contains(name);
        if ((!value || value->is_null()) && !isTextRecord && text)
            value = text->if_contains(name);
        if (value)
            subject.said[name] = *value;
    }
    if (subject.record.size() > membersMax)
        in.tooMany("record", membersMax);
    return subject;
}

std::optional<crypto::PublicKey> keyOf(std::string_view text)
{
    if (const auto key = crypto::PublicKey::fromHex(text))
        return key;
    const auto key = crypto::fromDidKey(text);
    if (!key || !std::holds_alternative<crypto::PublicKey>(*key))
        return std::nullopt;
    return std::get<crypto::PublicKey>(*key);
}

std::vector<crypto::PublicKey> knownKeys(Reader &in, const json::object &params)
{
    std::vector<crypto::PublicKey> keys;
    for (const std::string &text : in.words(params, "keys", keysMax)) {
        const auto key = keyOf(text);
        if (key)
            keys.push_back(*key);
        else
            in.bad("keys", text);
    }
    return keys;
}

json::object optionsOf(const json::object &record, const crypto::PublicKey &key,
                       std::string_view created)
{
    json::object options{{"type", "DataIntegrityProof"},
                         {"cryptosuite", "eddsa-jcs-2022"},
                         {"created", created},
                         {"verificationMethod", crypto::didKeyMethod(key)},
                         {"proofPurpose", "assertionMethod"}};
    if (const json::value *context = record.if_contains("@context"))
        options["@context"] = *context;
    return options;
}

// What is signed of a proof, and the proof itself if the signature is there.
void judgeProof(Judgement &out, const json::object &record, const std::string &canonicalBytes,
                std::string_view created, const std::optional<crypto::Signature> &signature)
{
    json::object options = optionsOf(record, *out.signer, created);
    out.form = "proof";
    out.options = crypto::jcs(options).value_or(std::string());
    out.toSign = crypto::sha256(*out.options).hex() + crypto::sha256(canonicalBytes).hex();
    if (!signature)
        return;
    options["proofValue"] = crypto::multibase(signature->bytes);
    json::object proved = record;
    proved["proof"] = std::move(options);
    const bool isValid = crypto::verifyDocument(proved) == out.signer;
    out.state = isValid ? "valid" : "invalid";
    if (isValid)
        out.proved = std::move(proved);
}

Judgement judged(Reader &in, const Subject &subject, const std::string &canonicalBytes)
{
    Judgement out;
    const std::string keyText = in.wordOr(subject.said, "key", {});
    const std::string created = in.wordOr(subject.said, "created", {}, 20);
    const std::string digits = in.wordOr(subject.said, "signature", {}, 128);
    const auto key = keyOf(keyText);
    const auto signature = crypto::Signature::fromHex(digits);
    if (!keyText.empty() && !key)
        in.bad("key", keyText);
    if (!created.empty() && (created.size() != 20 || created[10] != 'T' || !secondsOf(created)))
        in.bad("created", created);
    if (!digits.empty() && !signature)
        in.bad("signature", "not 128 hexadecimal digits");
    if (signature && !key)
        in.missing("key");
    if (subject.record.contains("proof")) {
        if (signature)
            in.bad("signature", "the record has a proof already");
        out.form = "proof";
        out.signer = crypto::verifyDocument(subject.record);
        if (key && out.signer != key)
            out.signer.reset();  // a good proof, by another than was asked for
        out.state = out.signer ? "valid" : "invalid";
        return out;
    }
    out.signer = key;
    if (in.isBad() || !key)
        return out;
    if (!created.empty()) {
        judgeProof(out, subject.record, canonicalBytes, created, signature);
    } else if (signature) {
        out.form = "detached";
        out.state = crypto::verify(*key, canonicalBytes, *signature) ? "valid" : "invalid";
    }
    return out;
}

Result written(const Subject &subject, const std::string &canonicalBytes, const Judgement &found,
               const std::vector<crypto::PublicKey> &keys)
{
    json::array members, missing;
    for (const auto &member : subject.record)
        members.emplace_back(member.key());
    if (found.state == "unsigned")
        for (const std::string_view name : {"key", "created", "signature"})
            if (!subject.said.contains(name))
                missing.emplace_back(name);
    const bool isKnown = found.state == "valid" && found.signer
                         && std::ranges::find(keys, *found.signer) != keys.end();
    json::object out{{"bytes", canonicalBytes.size()},
                     {"form", found.form},
                     {"members", std::move(members)},
                     {"missing", std::move(missing)},
                     {"sha256", crypto::sha256(canonicalBytes).hex()},
                     {"signer", isKnown                  ? "known"
                                : keys.empty()           ? "unasked"
                                : found.state == "valid" ? "stranger"
                                                         : "nobody"},
                     {"state", found.state}};
    if (found.signer)
        out["key"] = found.signer->hex();
    if (found.toSign)
        out["toSign"] = json::object{{"bytes", *found.toSign}, {"options", *found.options}};
    Result result;
    result.figures["bytes"] = std::int64_t(canonicalBytes.size());
    result.labels["state"] = found.state;
    result.outputs.push_back(jsonArtefact("record", out));
    result.outputs.push_back({"canonical", "text/plain", canonicalBytes});
    if (found.proved)
        result.outputs.push_back({"proved", "text/plain", *crypto::jcs(*found.proved)});
    return result;
}

Result run(const Run &run)
{
    [[maybe_unused]] static const bool isReady = crypto::init();
    Reader in(run);
    const Subject subject = readSubject(in, run);
    const std::vector<crypto::PublicKey> keys = knownKeys(in, run.params);
    const auto canonicalBytes = crypto::jcs(subject.record);
    if (!canonicalBytes || canonicalBytes->size() > crypto::jsonBytesMax)
        in.bad("record", "cannot be spelled in one way");
    if (run.stop.stop_requested())
        return stopped();
    if (in.isBad())
        return in.failure();
    const Judgement found = judged(in, subject, *canonicalBytes);
    if (in.isBad())
        return in.failure();
    return written(subject, *canonicalBytes, found, keys);
}

}  // namespace

extern const Capability signRecord;
const Capability signRecord = {
    .name = "sign-record",
    .version = "1.0.0",
    .source = "RFC 8785; RFC 8032; W3C Data Integrity eddsa-jcs-2022",
    .inputBytesMax = 1u << 20,
    // a large @context stands in the record, twice in the proved one, and quoted in the options
    .outputBytesMax = 8u << 20,
    .run = run,
};

}  // namespace capabilities
