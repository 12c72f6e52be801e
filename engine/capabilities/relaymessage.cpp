// relay-message: a local outbox made ready, and nothing sent: states are prepared, again, waiting,
// parked, delivered and repeated, never "sent". `message` = {"from", "date" (when.h), "text",
// "subject"?, "priority"?: low | normal | high, "actor"?}; `recipients` = addresses, or [{"to",
// "channel"?: mail | activity}]. Envelopes by envelope.h: mail to RFC 5321 mailboxes in ASCII,
// activities (from the URI `actor`) to https URIs. A text beyond params.partBytes (65536) goes in
// parts. The idempotency key of an envelope is SHA-256 over JCS of channel, from, to, subject, text
// and part: the same letter is never made ready twice. `receipts` = [{"key", "state": acknowledged
// | failed | prepared, "attempts"?, "at"?}] from earlier: at least once with acknowledgement,
// capped binary exponential backoff (Metcalfe and Boggs 1976): after n attempts
// min(params.capSeconds (3600), params.baseSeconds (60) * 2^(n-1)) later, parked after
// params.attemptsMax (5). `now` is else the message's date. params.price = {"perMessage",
// "perKilobyte"} in FLBY (6 places): perMessage + perKilobyte a begun 1024 bytes, high twice, low
// half, rounded up, for what is prepared or again.
// Thread contract: pure.
#include "capabilities/envelope.h"
#include "capabilities/exact.h"
#include "capabilities/jsonschema.h"
#include "capabilities/when.h"
#include "crypto/hash.h"
#include "crypto/jcs.h"
#include "crypto/uri.h"
#include "text/unicode.h"

#include <set>

namespace capabilities {

namespace {

namespace json = boost::json;

constexpr std::size_t recipientsMax = 1000, receiptsMax = 20'000, envelopesMax = 2000,
                      textMax = 1u << 20, outboxBytesMax = 4u << 20;

struct Recipient {
    std::string to;
    bool isActivity = false;
};

struct Receipt {
    std::string state;
    std::int64_t attempts = 0;
    double at = 0;
};

struct Options {
    std::size_t partBytes = 65'536;
    std::int64_t base = 60, cap = 3600, attemptsMax = 5, perMessage = 0, perKilobyte = 0;
    std::int64_t priority = 2;  // of two halves: 1 low, 2 normal, 4 high
    double now = 0;
    std::string domain, actor;
};

bool isOneLine(std::string_view text)
{
    return text::isValidUtf8(text) && std::ranges::none_of(text, [](char c) {
               return static_cast<unsigned char>(c) < 0x20 || c == 0x7f;
           });
}

// In ASCII: what is beyond would need SMTPUTF8 (RFC 6531) all the way, or a domain in A-labels.
bool isMailbox(std::string_view text)
{
    return jsonschema::hasFormat("email", text)
           && std::ranges::all_of(text, [](char c) { return c > 0x20 && c < 0x7f; });
}

Letter readMessage(Reader &in, Options &options)
{
    const json::object &given = in.object("message");
    Letter letter;
    letter.from = in.word(given, "from", 320);
    letter.subject = in.wordOr(given, "subject", {}, 500);
    letter.text = in.word(given, "text", textMax);
    letter.seconds = std::int64_t(momentOf(in, given, "date"));
    options.actor = in.wordOr(given, "actor", {}, 2000);
    const std::string priority = in.wordOr(given, "priority", "normal");
    letter.isUrgent = priority == "high";
    letter.isBulk = priority == "low";
    options.priority = letter.isUrgent ? 4 : letter.isBulk ? 1 : 2;
    if (!letter.isUrgent && !letter.isBulk && priority != "normal")
        in.bad("priority", priority);
    if (!isOneLine(letter.subject))
        in.bad("subject", "more than one line");
    if (!text::isValidUtf8(letter.text))
        in.bad("text", "no UTF-8");
    if (!letter.from.empty() && !isMailbox(letter.from))
        in.bad("from", letter.from);
    if (!options.actor.empty() && !crypto::isUri(options.actor))
        in.bad("actor", options.actor);
    return letter;
}

// The part behind the last @ has no case (RFC 5321, section 2.4).
std::string mailbox(std::string address)
{
    for (std::size_t i = address.rfind('@'); i < address.size(); ++i)
        if (address[i] >= 'A' && address[i] <= 'Z')
            address[i] = char(address[i] + 32);
    return address;
}

std::vector<Recipient> readRecipients(Reader &in, const Options &options)
{
    std::vector<Recipient> recipients;
    for (const json::value &value : in.list("recipients", recipientsMax)) {
        Recipient one;
        if (value.is_string()) {
            one.to = value.get_string();
        } else {
            const json::object &given = in.entry(value, "recipients");
            one.to = in.word(given, "to", 2000);
            const std::string channel = in.wordOr(given, "channel", "mail");
            one.isActivity = channel == "activity";
            if (!one.isActivity && channel != "mail")
                in.bad("channel", channel);
        }
        const bool isAddress = one.isActivity
                                   ? one.to.starts_with("https://") && crypto::isUri(one.to)
                                   : isMailbox(one.to);
        if (!isAddress)
            in.bad("to", one.to);
        if (one.isActivity && options.actor.empty())
            in.missing("actor");
        if (in.isBad())
            return {};
        if (!one.isActivity)
            one.to = mailbox(std::move(one.to));
        recipients.push_back(std::move(one));
    }
    return recipients;
}

std::map<std::string, Receipt> readReceipts(Reader &in)
{
    std::map<std::string, Receipt> receipts;
    if (!in.isNamed("receipts"))
        return receipts;
    for (const json::value &value : in.list("receipts", receiptsMax, false)) {
        const json::object &given = in.entry(value, "receipts");
        const Receipt receipt{in.word(given, "state"), in.integer(given, "attempts", 1, 1000, 1),
                              momentOf(in, given, "at", 0)};
        if (receipt.state != "acknowledged" && receipt.state != "failed"
            && receipt.state != "prepared")
            in.bad("state", receipt.state);
        Receipt &kept = receipts[in.word(given, "key", 64)];
        // what once arrived has arrived; else the later word counts
        if (kept.state != "acknowledged"
            && (receipt.state == "acknowledged" || receipt.attempts >= kept.attempts))
            kept = receipt;
    }
    return receipts;
}

Options &readOptions(Reader &in, const Run &run, Options &options, const Letter &letter)
{
    const json::object &params = run.params;
    options.partBytes = std::size_t(in.integer(params, "partBytes", 64, textMax, 65'536));
    options.base = in.integer(params, "baseSeconds", 1, 86'400, 60);
    options.cap = in.integer(params, "capSeconds", 1, 30 * 86'400, 3600);
    options.attemptsMax = in.integer(params, "attemptsMax", 1, 100, 5);
    options.domain = in.wordOr(params, "domain", "relay.invalid");  // RFC 2606
    if (!jsonschema::hasFormat("hostname", options.domain))
        in.bad("domain", options.domain);
    options.now = momentOf(in, in.told({"now"}), "now", double(letter.seconds));
    if (params.contains("price")) {
        const json::value &given = params.at("price");
        const json::object &price = in.entry(given, "price");
        options.perMessage = exact(in, price, "perMessage", 6, 0, 1'000'000'000'000, 0);
        options.perKilobyte = exact(in, price, "perKilobyte", 6, 0, 1'000'000'000'000, 0);
    }
    return options;
}

std::string keyOf(const Letter &letter, const Recipient &to, std::size_t part)
{
    const json::object what{{"channel", to.isActivity ? "activity" : "mail"},
                            {"from", letter.from},
                            {"part", part},
                            {"subject", letter.subject},
                            {"text", letter.text},
                            {"to", letter.to}};
    return crypto::sha256(crypto::jcs(what).value_or(std::string())).hex();
}

struct Due {
    std::string_view state = "prepared";
    std::int64_t attempt = 1, at = 0;
};

Due dueOf(const Receipt *receipt, const Options &options)
{
    if (!receipt)
        return {"prepared", 1, std::int64_t(options.now)};
    if (receipt->state == "acknowledged")
        return {"delivered", receipt->attempts, 0};
    if (receipt->attempts >= options.attemptsMax)
        return {"parked", receipt->attempts, 0};
    std::int64_t wait = options.base;
    for (std::int64_t i = 1; i < receipt->attempts && wait < options.cap; ++i)
        wait *= 2;
    const std::int64_t at = std::int64_t(receipt->at) + std::min(wait, options.cap);
    return {double(at) <= options.now ? "again" : "waiting", receipt->attempts + 1, at};
}

class Outbox {
public:
    Outbox(const Options &options, std::map<std::string, Receipt> receipts)
        : m_options(options), m_receipts(std::move(receipts))
    {
    }

    void put(Reader &in, Letter letter, const Recipient &to)
    {
        letter.to = to.to;
        if (to.isActivity)
            letter.from = m_options.actor;
        const std::string whole = std::move(letter.text);
        const std::string subject = letter.subject;
        const auto parts = partsOf(whole, m_options.partBytes);
        std::string first;
        for (std::size_t i = 0; i < parts.size() && !in.isBad(); ++i) {
            letter.text = parts[i];
            if (parts.size() > 1)
                letter.subject = subject + (subject.empty() ? "(" : " (") + std::to_string(i + 1)
                                 + "/" + std::to_string(parts.size()) + ")";
            const std::string key = keyOf(letter, to, i + 1);
            letter.id = to.isActivity ? "sha256:" + key : key + "@" + m_options.domain;
            letter.first = first;
            if (i == 0)
                first = letter.id;
            add(in, key, letter, to, {i + 1, parts.size()});
        }
    }
    Result written() const
    {
        json::object counts;
        for (const auto &[state, count] : m_counts)
            counts[state] = count;
        Result result;
        for (const char *state : {"prepared", "again", "waiting", "parked"})
            result.figures[state] = counts.contains(state) ? integerOf(counts, state) : 0;
        result.outputs.push_back(jsonArtefact("outbox", json::object{{"bytes", m_bytes},
                                                                     {"counts", std::move(counts)},
                                                                     {"envelopes", m_envelopes},
                                                                     {"price", clamped(m_price)},
                                                                     {"scale", micro}}));
        return result;
    }

private:
    void add(Reader &in, const std::string &key, const Letter &letter, const Recipient &to,
             std::pair<std::size_t, std::size_t> part)
    {
        const auto receipt = m_receipts.find(key);
        Due due = dueOf(receipt == m_receipts.end() ? nullptr : &receipt->second, m_options);
        if (!m_keys.insert(key).second)
            due = {"repeated", 0, 0};
        ++m_counts[std::string(due.state)];
        json::object row{{"channel", to.isActivity ? "activity" : "mail"},
                         {"key", key},
                         {"of", part.second},
                         {"part", part.first},
                         {"state", due.state},
                         {"to", letter.to}};
        if (due.at > 0) {
            row["attempt"] = due.attempt;
            row["dueAt"] = secondsText(due.at);
        }
        if (due.state == "prepared" || due.state == "again") {
            const std::string envelope = to.isActivity ? activityOf(letter) : mailOf(letter);
            m_bytes += envelope.size();
            const Whole price = priceOf(envelope.size());
            m_price += price;
            row["bytes"] = envelope.size();
            row["price"] = clamped(price);
            row["envelope"] = envelope;
        }
        m_envelopes.emplace_back(std::move(row));
        if (m_bytes > outboxBytesMax)
            in.tooMany("bytes", outboxBytesMax);
        if (m_envelopes.size() > envelopesMax)
            in.tooMany("envelopes", envelopesMax);
    }
    Whole priceOf(std::size_t bytes) const
    {
        const Whole whole =
            m_options.perMessage + Whole(m_options.perKilobyte) * ((bytes + 1023) / 1024);
        return dividedUp(whole * m_options.priority, 2);
    }

    const Options &m_options;
    std::map<std::string, Receipt> m_receipts;
    std::map<std::string, std::int64_t> m_counts;
    std::set<std::string> m_keys;
    json::array m_envelopes;
    std::size_t m_bytes = 0;
    Whole m_price = 0;
};

Result run(const Run &run)
{
    [[maybe_unused]] static const bool isReady = crypto::init();
    Reader in(run);
    Options options;
    const Letter letter = readMessage(in, options);
    const std::vector<Recipient> recipients = readRecipients(in, options);
    std::map<std::string, Receipt> receipts = readReceipts(in);
    readOptions(in, run, options, letter);
    if (run.stop.stop_requested())
        return stopped();
    if (in.isBad())
        return in.failure();
    Outbox outbox(options, std::move(receipts));
    for (const Recipient &to : recipients) {
        if (run.stop.stop_requested())
            return stopped();
        outbox.put(in, letter, to);
        if (in.isBad())
            return in.failure();
    }
    return outbox.written();
}

}  // namespace

extern const Capability relayMessage;
const Capability relayMessage = {
    .name = "relay-message",
    .version = "1.0.0",
    .source = "RFC 5322; RFC 2045-2047; ActivityPub; RFC 8785; Metcalfe and Boggs 1976",
    .outputBytesMax = 16u << 20,
    .run = run,
};

}  // namespace capabilities
