// The fleet's side of resonance: what is compared of each dream, loaded at start and kept in step.
#include "hands/agenthand.h"

#include <boost/json.hpp>

#include <algorithm>

namespace hands {

using namespace kernel;
using superspine::SuperSpine;

namespace {

constexpr std::size_t neighboursMax = 40;
constexpr std::uint64_t pagesBetweenMarks = 2048;

boost::json::object objectFrom(const std::string &json)
{
    boost::system::error_code error;
    boost::json::value value = boost::json::parse(json, error);
    return error || !value.is_object() ? boost::json::object() : std::move(value.get_object());
}

// True when the receipt is of an artefact that is compared.
bool note(const superspine::Finished &receipt, Compared &compared)
{
    bool isCompared = false;
    for (const superspine::Output &output : receipt.outputs) {
        Digest *digest = output.name == "fingerprint"                              ? &compared.fingerprint
                         : output.name == "keywords" && receipt.agent == "lucid" ? &compared.keywords
                         : output.name == "mood" && receipt.agent == "echo"      ? &compared.mood
                                                                                 : nullptr;
        if (digest)
            *digest = output.digest;
        isCompared = isCompared || digest;
    }
    return isCompared;
}

}  // namespace

// What it made may be compared with from now on.
void AgentHand::finished(const superspine::Finished &receipt)
{
    if (Compared compared; receipt.dream && note(receipt, compared)) {
        const std::lock_guard lock(m_logMutex);
        if (m_isLogOpen)
            m_log.append(receipt.dream.value, compared);
        else
            m_logWaiting.emplace_back(receipt.dream.value, compared);
    }
    std::optional<Pending> pending;
    {
        const std::lock_guard lock(m_pendingMutex);
        if (const auto found = m_pending.find(receipt.task.value); found != m_pending.end()) {
            pending = std::move(found->second);
            m_pending.erase(found);
        }
    }
    if (pending && receipt.outcome == superspine::Result::Done)
        index(pending->dream, pending->body, pending->fingerprint, pending->keywords,
              pending->mood);
}

std::string AgentHand::candidatesFor(const Work &work, const Artefacts &inputs)
{
    {
        std::unique_lock lock(m_loadMutex);
        m_loaded.wait(lock, [this] { return m_isLoaded || m_isStopping; });
    }
    text::Fingerprint fingerprint;
    if (const auto found = inputs.find("fingerprint"); found != inputs.end())
        fingerprint =
            text::fingerprintFrom(objectFrom(found->second)).value_or(text::Fingerprint{});
    const auto object = [&](const char *name) {
        const auto found = inputs.find(name);
        return found == inputs.end() ? boost::json::object() : objectFrom(found->second);
    };
    const boost::json::object keywords = object("keywords"), mood = object("mood");
    const text::Traits traits = text::traitsFrom(&keywords, &mood);
    const std::shared_lock lock(m_indexMutex);
    return m_index.query(fingerprint, traits, work.asOf, neighboursMax, work.dream.value).json();
}

void AgentHand::index(std::uint64_t dream, const Digest &body, const std::string &fingerprint,
                      const std::string &keywords, const std::string &mood)
{
    const auto parsed = text::fingerprintFrom(objectFrom(fingerprint));
    if (!parsed)
        return;
    const boost::json::object words = objectFrom(keywords), feeling = objectFrom(mood);
    const text::Traits traits = text::traitsFrom(&words, &feeling);
    const std::unique_lock lock(m_indexMutex);
    m_index.add(dream, body.hex(), *parsed, traits);
}

std::size_t AgentHand::indexed() const
{
    const std::shared_lock lock(m_indexMutex);
    return m_index.size();
}


// On the engine thread, after every page.
void AgentHand::markLog(const store::CacheMark &page)
{
    m_lastPage = page;
    if (page.page < m_markedPage + pagesBetweenMarks)
        return;
    m_markedPage = page.page;
    const std::lock_guard lock(m_logMutex);
    if (m_isLogOpen)
        m_log.mark(page);
}

void AgentHand::loadIndex()
{
    // Which dreams there are now; what they left behind is read beside the running engine.
    Bodies bodies;
    store::CacheMark now;
    m_engine.inspectNow([&](loop::Core &core, store::Store &) {
        now = {core.pages(), core.tip()};
        m_lastPage = now;
        m_markedPage = now.page;
        const std::unique_lock lock(m_indexMutex);
        for (const auto &[id, dream] : core.stateOf<dreams::Dreams>().dreams.rows()) {
            bodies[id] = dream.body;
            if (dream.batch)
                m_batchEnds[dream.batch] = std::max(m_batchEnds[dream.batch], id);
        }
    });
    m_loader = std::thread([this, bodies = std::move(bodies), now] { load(bodies, now); });
}

void AgentHand::load(const Bodies &bodies, const store::CacheMark &now)
{
    const std::unique_ptr<store::Store> reader = m_engine.reader();
    ComparedDreams dreams;
    if (reader)
        readCompared(*reader, dreams, bodies, now);
    for (const auto &[id, found] : dreams) {
        const auto body = bodies.find(id);
        if (m_isStopping || found.fingerprint.isZero() || body == bodies.end())
            continue;
        const auto bytes = [&, owner = id](const Digest &digest) {
            return digest.isZero() ? std::string() : m_engine.blob(*reader, owner, digest).value_or("");
        };
        index(id, body->second, bytes(found.fingerprint), bytes(found.keywords), bytes(found.mood));
    }
    {
        const std::lock_guard lock(m_loadMutex);
        m_isLoaded = true;
    }
    m_loaded.notify_all();
}

// From the file beside the journal, and from the pages it does not know.
void AgentHand::readCompared(store::Store &reader, ComparedDreams &dreams, const Bodies &bodies,
                             const store::CacheMark &now)
{
    const store::CacheMark known = m_log.read(dreams, [&](const store::CacheMark &mark) {
        const auto page = reader.page(mark.page);
        return page && page->hash == mark.hash;
    });
    ComparedDreams news;
    const auto visit = [&](const store::PageRecord &record) {
        const auto page = store::readPage(record.bytes);
        for (std::size_t i = 0; page && i < page->facts.size(); ++i) {
            CborReader kind(page->facts[i]);
            kind.array();
            if (kind.unsignedInteger() != factKind<SuperSpine, superspine::Finished>())
                continue;
            superspine::Finished receipt;
            Decoder(page->facts[i], nullptr).structure(receipt, true);
            if (bodies.contains(receipt.dream.value))
                note(receipt, news[receipt.dream.value]);
        }
        return !m_isStopping && record.seq < now.page;
    };
    if (known.page < now.page && !bodies.empty())
        reader.pages(known.page + 1, visit);
    if (m_isStopping)
        return;
    for (const auto &[id, found] : news) {
        Compared &compared = dreams[id];
        for (Digest Compared::*digest : {&Compared::fingerprint, &Compared::keywords, &Compared::mood})
            if (!(found.*digest).isZero())
                compared.*digest = found.*digest;
    }
    std::erase_if(dreams, [&](const auto &one) { return !bodies.contains(one.first); });
    const std::lock_guard lock(m_logMutex);
    if (!known.page || m_log.isWorn()) {
        m_log.write(dreams, now);
    } else {
        for (const auto &[id, compared] : news)
            m_log.append(id, compared);
        m_log.mark(now);
    }
    for (const auto &[id, compared] : m_logWaiting)
        m_log.append(id, compared);
    m_logWaiting.clear();
    m_isLogOpen = true;
}

}  // namespace hands
