// triage-messages: what to read first. Messages become threads by Zawinski's algorithm
// (threading.h); each message is weighed by priority, sender and deadline, a thread by its most
// urgent message. Priority by multinomial naive Bayes over stems with Laplace's correction
// (McCallum and Nigam 1998), learnt only from `examples` = [{"text", "priority": high | normal |
// low}]: P(high) + P(normal) / 2, 5000 without examples. Senders by `trust` = score-trust's artefact
// or [{"id", "score": 0..10000}], 5000 if unknown. The deadline is the earliest date in subject or
// text (as extract-facts reads them) not before the day of the message; it counts from
// params.horizonDays (14) before it to fully on the day and after. Urgency = weights' mean by
// params.priorityWeight (0.4), trustWeight (0.2), deadlineWeight (0.4). Topics are key phrases (YAKE
// and TextRank). `messages` = [{"id"?, "from", "date", "subject"?, "text"?, "references"?: [ids],
// "inReplyTo"?: id}]; params.now (when.h), else the last date. Thread contract: pure.
#include "capabilities/extractkeywords.h"
#include "capabilities/facts.h"
#include "capabilities/threading.h"
#include "capabilities/when.h"
#include "text/escape.h"

namespace capabilities {

namespace {

namespace json = boost::json;

constexpr std::size_t messagesMax = 1000, referencesMax = 20'000, examplesMax = 2000,
                      peopleMax = 20'000, topicsMax = 3, textMax = 200'000;
constexpr std::string_view classes[] = {"low", "normal", "high"};
constexpr std::size_t classCount = std::size(classes);

struct Message {
    MailHeader header;
    std::string from, text;
    std::string deadline;  // ISO day, or empty
    std::int64_t priority = 5000, trust = 5000, due = 0, urgency = 0;
};

struct Options {
    double now = 0, horizon = 14, priority = 0.4, trust = 0.2, deadline = 0.4;
};

// Words of a text as naive Bayes counts them.
std::vector<std::string> wordsOf(const text::Document &document)
{
    std::vector<std::string> words;
    for (const text::Token &token : document.tokens())
        if (token.isWord() && !document.stems()[token.stem].isStopWord)
            words.emplace_back(document.stemText(token.stem));
    return words;
}

class Bayes {
public:
    void learn(std::size_t which, const std::vector<std::string> &words)
    {
        ++m_texts[which];
        for (const std::string &word : words) {
            ++m_counts[word][which];
            ++m_words[which];
        }
    }
    bool hasLearnt() const { return m_texts[0] + m_texts[1] + m_texts[2] > 0; }

    // Posterior shares; a class without an example has none.
    std::array<double, classCount> judge(const std::vector<std::string> &words) const
    {
        std::array<double, classCount> logs{}, shares{};
        const double all = m_texts[0] + m_texts[1] + m_texts[2];
        double most = -INFINITY, sum = 0;
        for (std::size_t i = 0; i < classCount; ++i) {
            logs[i] = m_texts[i] > 0 ? std::log(m_texts[i] / all) : -INFINITY;
            for (const std::string &word : words)
                if (const auto place = m_counts.find(word); place != m_counts.end())
                    logs[i] +=
                        std::log((place->second[i] + 1) / (m_words[i] + double(m_counts.size())));
            most = std::max(most, logs[i]);
        }
        for (std::size_t i = 0; i < classCount; ++i)
            sum += shares[i] = std::exp(logs[i] - most);
        for (double &share : shares)
            share /= sum;
        return shares;
    }

private:
    std::map<std::string, std::array<double, classCount>> m_counts;
    std::array<double, classCount> m_texts{}, m_words{};
};

Bayes taught(Reader &in, const std::stop_token &stop)
{
    Bayes bayes;
    for (const json::value &value : in.list("examples", examplesMax, false)) {
        const json::object &example = in.entry(value, "examples");
        const std::string priority = in.word(example, "priority");
        const std::string text = in.word(example, "text", textMax);
        const auto place = std::ranges::find(classes, priority);
        if (place == std::end(classes))
            in.bad("priority", priority);
        const auto document = text::analyse(text, stop);
        if (in.isBad() || !document || stop.stop_requested())
            return bayes;
        bayes.learn(std::size_t(place - std::begin(classes)), wordsOf(*document));
    }
    return bayes;
}

std::map<std::string, std::int64_t> trusted(Reader &in)
{
    std::map<std::string, std::int64_t> scores;
    const json::value &given = in.value("trust");
    if (given.is_null())
        return scores;
    static const json::array none;
    const json::array &people = given.is_object()  ? arrayOf(given.get_object(), "people")
                                : given.is_array() ? given.get_array()
                                                   : none;
    if (!given.is_object() && !given.is_array())
        in.bad("trust", "no list");
    if (people.size() > peopleMax)
        in.tooMany("trust", peopleMax);
    for (const json::value &value : people) {
        const json::object &person = in.entry(value, "trust");
        scores[in.word(person, "id")] = in.integer(person, "score", 0, 10000);
    }
    return scores;
}

std::vector<Message> readMessages(Reader &in)
{
    std::vector<Message> messages;
    std::size_t references = 0;
    for (const json::value &value : in.list("messages", messagesMax)) {
        const json::object &given = in.entry(value, "messages");
        Message message;
        message.header = {in.wordOr(given, "id", {}, 1000),
                          in.words(given, "references", referencesMax, 1000),
                          in.wordOr(given, "subject", {}, 1000), momentOf(in, given, "date")};
        std::erase(message.header.references, std::string());
        const std::string parent = in.wordOr(given, "inReplyTo", {}, 1000);
        if (!parent.empty()
            && (message.header.references.empty() || message.header.references.back() != parent))
            message.header.references.push_back(parent);
        references += message.header.references.size();
        if (references > referencesMax)
            in.tooMany("references", referencesMax);
        message.from = in.word(given, "from");
        message.text = in.wordOr(given, "text", {}, textMax);
        if (in.isBad())
            return {};
        messages.push_back(std::move(message));
    }
    return messages;
}

std::string whole(const Message &message)
{
    return std::string(plainSubject(message.header.subject)) + "\n\n" + message.text;
}

// The earliest day named that is not before the message.
std::string deadlineOf(const text::Document &document, double date)
{
    Facts facts;
    findDates(document, facts);
    std::string earliest;
    const auto written = std::int64_t(date) / 86'400;
    for (const DateFact &fact : facts.dates) {
        const auto day = dayOf(fact.iso);
        if (day && *day >= written && (earliest.empty() || fact.iso < earliest))
            earliest = fact.iso;
    }
    return earliest;
}

void weigh(Message &message, const text::Document &document, const Bayes &bayes,
           const Options &options)
{
    if (bayes.hasLearnt()) {
        const auto shares = bayes.judge(wordsOf(document));
        message.priority = score(shares[2] + shares[1] / 2);
    }
    message.deadline = deadlineOf(document, message.header.date);
    if (const auto day = dayOf(message.deadline)) {
        const double left = double(*day) - std::floor(options.now / 86'400);
        message.due = score(1 - left / options.horizon);
    }
    const double sum = options.priority + options.trust + options.deadline;
    message.urgency = std::llround((options.priority * double(message.priority)
                                    + options.trust * double(message.trust)
                                    + options.deadline * double(message.due))
                                   / sum);
}

struct Thread {
    MailThread entries;
    std::int64_t urgency = 0;
    double last = 0;
    std::string subject, text;
};

Thread threadOf(MailThread entries, const std::vector<Message> &messages)
{
    Thread thread;
    for (const ThreadEntry &entry : entries) {
        if (entry.message < 0)
            continue;
        const Message &message = messages[std::size_t(entry.message)];
        if (thread.text.empty())
            thread.subject = plainSubject(message.header.subject);
        thread.text += whole(message) + "\n\n";
        thread.urgency = std::max(thread.urgency, message.urgency);
        thread.last = std::max(thread.last, message.header.date);
    }
    thread.entries = std::move(entries);
    return thread;
}

json::object written(const Thread &thread, const std::vector<Message> &messages,
                     const std::stop_token &stop)
{
    json::array entries, topics;
    for (const ThreadEntry &entry : thread.entries) {
        if (entry.message < 0) {
            entries.push_back(json::object{{"depth", entry.depth}, {"missing", true}});
            continue;
        }
        const Message &message = messages[std::size_t(entry.message)];
        json::object row{{"depth", entry.depth},
                         {"due", message.due},
                         {"from", text::cleanLine(message.from, 200)},
                         {"id", text::cleanLine(message.header.id, 200)},
                         {"index", entry.message},
                         {"priority", message.priority},
                         {"trust", message.trust},
                         {"urgency", message.urgency}};
        if (!message.deadline.empty())
            row["deadline"] = message.deadline;
        entries.emplace_back(std::move(row));
    }
    if (const auto document = text::analyse(thread.text, stop); document && !document->isBinary())
        for (const Keyword &keyword : keywordsOf(*document, topicsMax, stop))
            topics.emplace_back(text::cleanLine(keyword.phrase, 80));
    return {{"entries", std::move(entries)},
            {"last", secondsText(std::int64_t(thread.last))},
            {"subject", text::cleanLine(thread.subject, 200)},
            {"topics", std::move(topics)},
            {"urgency", thread.urgency}};
}

Result sorted(const std::vector<Message> &messages, const std::stop_token &stop)
{
    std::vector<MailHeader> headers;
    for (const Message &message : messages)
        headers.push_back(message.header);
    std::vector<Thread> threads;
    for (MailThread &entries : threadsOf(headers))
        threads.push_back(threadOf(std::move(entries), messages));
    std::ranges::stable_sort(threads, [](const Thread &a, const Thread &b) {
        return a.urgency != b.urgency ? a.urgency > b.urgency : a.last > b.last;
    });
    json::array list;
    for (const Thread &thread : threads) {
        list.push_back(written(thread, messages, stop));
        if (stop.stop_requested())
            return stopped();
    }
    Result result;
    result.figures["messages"] = std::int64_t(messages.size());
    result.figures["threads"] = std::int64_t(threads.size());
    result.figures["mostUrgent"] = threads.front().urgency;
    result.outputs.push_back(jsonArtefact(
        "triage", json::object{{"messages", messages.size()}, {"threads", std::move(list)}}));
    return result;
}

Options optionsOf(Reader &in, const json::object &params, const std::vector<Message> &messages)
{
    Options options;
    for (const Message &message : messages)
        options.now = std::max(options.now, message.header.date);
    options.now = momentOf(in, params, "now", options.now);
    options.horizon = in.number(params, "horizonDays", 1, 3650, options.horizon);
    options.priority = in.number(params, "priorityWeight", 0, 1, options.priority);
    options.trust = in.number(params, "trustWeight", 0, 1, options.trust);
    options.deadline = in.number(params, "deadlineWeight", 0, 1, options.deadline);
    if (options.priority + options.trust + options.deadline <= 0)
        in.bad("deadlineWeight", "all weights are 0");
    return options;
}

Result run(const Run &run)
{
    Reader in(run);
    std::vector<Message> messages = readMessages(in);
    const Options options = optionsOf(in, run.params, messages);
    const auto trust = trusted(in);
    const Bayes bayes = taught(in, run.stop);
    if (run.stop.stop_requested())
        return stopped();
    if (in.isBad())
        return in.failure();
    for (Message &message : messages) {
        if (const auto place = trust.find(message.from); place != trust.end())
            message.trust = place->second;
        const auto document = text::analyse(whole(message), run.stop);
        if (!document || run.stop.stop_requested())
            return stopped();
        weigh(message, *document, bayes, options);
    }
    return sorted(messages, run.stop);
}

}  // namespace

extern const Capability triageMessages;
const Capability triageMessages = {
    .name = "triage-messages",
    .version = "1.0.0",
    .source = "Zawinski's threading (jwz.org); McCallum and Nigam 1998; YAKE (Campos et al. 2020)",
    .outputBytesMax = 4u << 20,
    .run = run,
};

}  // namespace capabilities
