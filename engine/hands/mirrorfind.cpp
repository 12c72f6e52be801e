// The finding side of a mirror's writer: opening a folder, and which files a change is about.
#include "hands/mirrorstep.h"

#include <algorithm>
#include <filesystem>

namespace hands {

using namespace kernel;
namespace fs = std::filesystem;

namespace {

constexpr std::size_t keptFactsMax = 1024;

// What belongs to a disk rather than to a person.
bool isOfTheDisk(const std::string &name)
{
    return name.starts_with('.') || name == "lost+found" || name == "System Volume Information";
}

bool isInside(const fs::path &inner, const fs::path &outer)
{
    const auto end = std::mismatch(outer.begin(), outer.end(), inner.begin(), inner.end()).first;
    return end == outer.end();
}

}  // namespace

std::string MirrorWriter::checkPath() const
{
    std::error_code error;
    const fs::path profile = fs::weakly_canonical(m_engine.folder(), error);
    const fs::path folder = fs::weakly_canonical(m_path, error);
    if (!m_engine.folder().empty() && (isInside(folder, profile) || isInside(profile, folder)))
        return "the folder and the profile must not lie in each other";
    return {};
}

MirrorOutcome MirrorWriter::openLedger(bool mayMake)
{
    MirrorOutcome outcome;
    const auto failed = [&](MirrorOutcome::Kind kind, const std::string &reason) {
        outcome.kind = kind;
        outcome.reason = reason;
        m_folder.reset();
        return outcome;
    };
    if (const std::string problem = checkPath(); !problem.empty())
        return failed(MirrorOutcome::Failed, problem);
    std::string error;
    m_folder = MirrorFolder::open(m_path, mayMake, error);
    if (!m_folder)
        return failed(error.empty() ? MirrorOutcome::Away : MirrorOutcome::Failed, error);
    const crypto::PublicKey &key = m_engine.deviceKey();
    const std::string owner = crypto::blake2b(crypto::Bytes(key.bytes)).hex();
    if (!m_ledger.read(*m_folder, owner, error)) {
        if (!error.empty())
            return failed(MirrorOutcome::Failed, error);
        const std::vector<std::string> names = m_folder->list("");
        const bool isEmpty = std::all_of(names.begin(), names.end(), isOfTheDisk);
        // Where a disk is mounted stands an empty folder while it is not.
        if (!mayMake)
            return failed(MirrorOutcome::Away, {});
        if (!isEmpty)
            return failed(MirrorOutcome::Failed, "it holds other files; choose an empty folder");
        m_ledger.begin(owner);
    }
    error = m_ledger.rewrite(*m_folder);
    return error.empty() ? outcome : failed(MirrorOutcome::Failed, error);
}

MirrorOutcome MirrorWriter::open(bool mayMake, bool isAll, const MayGoOn &mayGoOn,
                                 std::set<std::uint64_t> &dirty)
{
    m_reader = m_engine.reader();
    m_cards.clear();
    m_isAll = isAll;
    MirrorOutcome outcome = openLedger(mayMake);
    if (!outcome.isGood())
        return outcome;
    loadCards(nullptr);
    const std::string problem = compare(isAll, mayGoOn, dirty);
    // A kill came before those that name them could be written once more: their names are not trusted.
    m_moved = dirty;
    if (!problem.empty()) {
        outcome.kind = problem == "stopped" ? MirrorOutcome::Stopped : MirrorOutcome::Failed;
        outcome.reason = problem;
        m_folder.reset();
    }
    return outcome;
}

std::string MirrorWriter::compare(bool isAll, const MayGoOn &mayGoOn,
                                  std::set<std::uint64_t> &dirty)
{
    const std::uint64_t known = m_ledger.upTo.page;
    const auto page = known && m_reader ? m_reader->page(known) : std::nullopt;
    const bool isOfThisHistory = page && page->hash == m_ledger.upTo.hash;
    std::string problem;
    if (!isAll && isOfThisHistory)
        problem = changedSince(*m_reader, known + 1, mayGoOn, dirty);
    std::set<std::string> names;
    for (const char *sub : {"", "archive"})
        for (const std::string &name : m_folder->list(sub))
            names.insert((*sub ? std::string(sub) + '/' : std::string()) + name);
    for (const auto &[id, card] : m_cards) {
        const auto entry = m_ledger.entries.find(id);
        // A writing that was cut short is done again.
        const bool isThere = entry != m_ledger.entries.end()
                             && names.contains(entry->second.now.stem + ".md")
                             && names.contains(entry->second.now.stem + ".json");
        if (isAll || !isOfThisHistory || !isThere || m_ledger.isOpen(id))
            dirty.insert(id);
    }
    for (const auto &[id, entry] : m_ledger.entries)
        if (id != MirrorLedger::indexId && !m_cards.contains(id))
            dirty.insert(id);
    return problem;
}

// As the dreams are now; all of them, or only these.
void MirrorWriter::loadCards(const std::set<std::uint64_t> *only)
{
    m_engine.inspectNow([&](loop::Core &core, store::Store &) {
        const auto &rows = core.stateOf<dreams::Dreams>().dreams;
        if (!only) {
            for (const auto &[id, row] : rows.rows())
                m_cards[id] = {row, mirrorStem(row)};
            return;
        }
        m_found.clear();
        for (const std::uint64_t id : *only) {
            const dreams::Dream *row = rows.find(id);
            if (!row) {
                m_cards.erase(id);
                continue;
            }
            MirrorCard card{*row, mirrorStem(*row)};
            MirrorCard &known = m_cards[id];
            if (known.stem != card.stem || known.row.title.value != card.row.title.value)
                m_moved.insert(id);
            known = std::move(card);
            auto &[analysis, standing] = m_found[id];
            if (const auto *found = core.stateOf<lucid::Lucid>().analyses.find(row->id))
                analysis = *found;
            if (const auto *found = core.stateOf<echo::Echo>().scores.find(row->id))
                standing = *found;
        }
    });
}

void MirrorWriter::aim()
{
    m_targets.clear();
    for (const auto &[id, card] : m_cards) {
        m_targets.emplace("i:" + idText(id), id);
        m_targets.emplace("b:" + card.row.body.hex(), id);
        m_targets.emplace(titleKey(card.row.title.value), id);
    }
}

MirrorWriter::Ids MirrorWriter::resolve(std::uint64_t self,
                                        const std::vector<std::string> &wants) const
{
    Ids found;
    for (const std::string &want : wants) {
        const auto target = m_targets.find(want);
        const bool isOther =
            target != m_targets.end() && target->second != self && m_cards.contains(target->second);
        if (isOther && std::find(found.begin(), found.end(), target->second) == found.end())
            found.push_back(target->second);
    }
    return found;
}

std::string MirrorWriter::facts(const Ids &ids, const MayGoOn &mayGoOn, Facts &found)
{
    if (!m_reader)
        return "the journal cannot be read";
    return gather(*m_reader, m_index, m_engine.keys(),
                  std::set<std::uint64_t>(ids.begin(), ids.end()), mayGoOn, found);
}

std::vector<MirrorWant> MirrorWriter::wantsOf(std::uint64_t id, const DreamFacts &facts)
{
    const dreamvault::Kept *resonance = newestArtefact(facts, "echo", "resonance");
    const auto text = blob(id, m_cards.at(id).row.body);
    const auto json = resonance ? blob(id, resonance->digest) : std::nullopt;
    return mirrorWants(text.value_or(std::string()), json.value_or(std::string()));
}

// Where those that are dirty lead to now. What was read for it is kept when it is little.
std::string MirrorWriter::findLinks(Step &step, const MayGoOn &mayGoOn)
{
    Ids ids;
    for (const std::uint64_t id : step.dirty)
        if (m_cards.contains(id))
            ids.push_back(id);
    for (std::size_t at = 0; at < ids.size(); at += keptFactsMax) {
        const Ids chunk(ids.begin() + static_cast<std::ptrdiff_t>(at),
                        ids.begin()
                            + static_cast<std::ptrdiff_t>(std::min(ids.size(), at + keptFactsMax)));
        Facts found;
        if (std::string problem = facts(chunk, mayGoOn, found); !problem.empty())
            return problem;
        for (const std::uint64_t id : chunk) {
            if (!mayGoOn())
                return "stopped";
            if (!m_cards.contains(id))
                continue;
            std::vector<std::string> wants;
            for (MirrorWant &want : wantsOf(id, found[id]))
                wants.push_back(std::move(want.key));
            step.links[id] = resolve(id, wants);
        }
        if (ids.size() <= keptFactsMax)
            step.facts = std::move(found);
    }
    return {};
}

void MirrorWriter::findAffected(Step &step) const
{
    std::set<std::uint64_t> renamed = step.gone;
    renamed.insert(m_moved.begin(), m_moved.end());
    const auto touch = [&](const Ids &ids) { step.affected.insert(ids.begin(), ids.end()); };
    for (const auto &[id, links] : step.oldLinks)
        touch(links);
    for (const std::uint64_t id : m_moved)
        if (const auto entry = m_ledger.entries.find(id); entry != m_ledger.entries.end())
            touch(entry->second.links);
    for (const auto &[id, links] : step.links) {
        const auto entry = m_ledger.entries.find(id);
        const auto found = m_cards.find(id);
        // Erased since.
        if (found == m_cards.end())
            continue;
        const MirrorCard &card = found->second;
        const bool isKnown = entry != m_ledger.entries.end();
        const Ids before = isKnown ? entry->second.links : Ids();
        if (!isKnown || entry->second.now.stem != card.stem
            || entry->second.title != titleDigest(card.row.title.value)) {
            renamed.insert(id);
            touch(before);
            touch(links);
        }
        const auto isNew = [](const Ids &in, std::uint64_t link) {
            return std::find(in.begin(), in.end(), link) == in.end();
        };
        for (const std::uint64_t link : before)
            if (isNew(links, link))
                step.affected.insert(link);
        for (const std::uint64_t link : links)
            if (isNew(before, link))
                step.affected.insert(link);
    }
    for (const auto &[id, entry] : m_ledger.entries) {
        const bool namesOne = std::any_of(entry.links.begin(), entry.links.end(),
                                          [&](std::uint64_t to) { return renamed.contains(to); });
        if (namesOne || (id != MirrorLedger::indexId && resolve(id, entry.wants) != entry.links))
            step.affected.insert(id);
    }
    std::erase_if(step.affected, [&](std::uint64_t id) {
        return id == MirrorLedger::indexId || step.dirty.contains(id) || !m_cards.contains(id);
    });
}

void MirrorWriter::reverseLinks(Step &step) const
{
    for (const auto &[id, entry] : m_ledger.entries)
        if (!step.links.contains(id))
            for (const std::uint64_t to : resolve(id, entry.wants))
                step.reverse[to].insert(id);
    for (const auto &[id, links] : step.links)
        for (const std::uint64_t to : links)
            step.reverse[to].insert(id);
}

}  // namespace hands
