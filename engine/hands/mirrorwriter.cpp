#include "hands/mirrorwriter.h"

#include "hands/mirrorstep.h"

#include "crypto/hash.h"

#include <algorithm>
#include <utility>

namespace hands {

using namespace kernel;

namespace {

constexpr std::size_t batchMax = 32, chunkMax = 1024, beforeMax = 16;

}  // namespace

MirrorWriter::MirrorWriter(loop::Engine &engine, const loop::Indexer *index, std::string path)
    : m_engine(engine), m_index(index), m_path(std::move(path))
{
}

MirrorWriter::~MirrorWriter() = default;

dreammirror::Report MirrorWriter::report() const
{
    dreammirror::Report report;
    for (const auto &[id, entry] : m_ledger.entries) {
        report.dreams += id != MirrorLedger::indexId;
        report.files += 2 + entry.conflicts.size();
        report.bytes += entry.bytes;
        report.conflicts += entry.conflicts.size();
    }
    report.page = m_ledger.upTo.page;
    report.digest = m_ledger.digest();
    return report;
}

MirrorOutcome MirrorWriter::write(const std::set<std::uint64_t> &dirty,
                                  const store::CacheMark *upTo, const MayGoOn &mayGoOn)
{
    MirrorOutcome outcome;
    Step step(dirty, outcome);
    Step *outer = std::exchange(m_outer, &step);
    const auto finish = [&](const std::string &problem) {
        left = 0;
        m_outer = outer;
        outcome.reason = problem == "stopped" ? std::string() : problem;
        outcome.kind = problem.empty()        ? MirrorOutcome::Good
                       : problem == "stopped" ? MirrorOutcome::Stopped
                       : isThere()            ? MirrorOutcome::Failed
                                              : MirrorOutcome::Away;
        return outcome;
    };
    step.outer = outer;
    left = dirty.size();
    loadCards(&dirty);
    aim();
    std::string problem = removeGone(step);
    if (problem.empty())
        problem = findLinks(step, mayGoOn);
    if (!problem.empty())
        return finish(problem);
    findAffected(step);
    const std::set<std::uint64_t> moved = std::exchange(m_moved, {});
    reverseLinks(step);
    // Who names them first: were it the other way round, a kill between would leave those as they were.
    Ids dreams;
    for (const std::uint64_t id : dirty)
        if (m_cards.contains(id))
            dreams.push_back(id);
    left = step.affected.size() + dreams.size();
    problem = writeAll(step, Ids(step.affected.begin(), step.affected.end()), mayGoOn);
    if (problem.empty())
        problem = writeAll(step, dreams, mayGoOn);
    if (problem.empty() && (outcome.written || outcome.removed))
        problem = writeIndex();
    // An erased dream's name leaves the ledger too.
    if (problem.empty() && (outcome.removed || m_ledger.isWorn()))
        problem = m_ledger.rewrite(*m_folder);
    // An erasure in between that failed leaves something undone.
    if (problem.empty() && upTo)
        problem = m_undone;
    if (problem.empty() && upTo)
        problem = m_ledger.noteUpTo(*m_folder, *upTo);
    if (problem.empty())
        problem = m_folder->sync();
    if (!problem.empty())
        m_moved.insert(moved.begin(), moved.end());
    m_isAll = m_isAll && !(problem.empty() && upTo);
    return finish(problem);
}

MirrorOutcome MirrorWriter::erase(const std::set<std::uint64_t> &dreams)
{
    const std::size_t before = left;
    const MirrorOutcome outcome = write(dreams, nullptr, [] { return true; });
    left = before;
    if (!outcome.isGood())
        m_undone = outcome.reason.empty() ? "an erased dream's files stand still" : outcome.reason;
    return outcome;
}

// Files of dreams that are not there any more, also what a person made of them.
std::string MirrorWriter::removeGone(Step &step)
{
    std::string problem;
    for (const std::uint64_t id : step.dirty) {
        const auto found = m_ledger.entries.find(id);
        if (m_cards.contains(id))
            continue;
        // What a writing under way took away already still stands in the list of files, in the index
        // and in those that name it: an erasure served meanwhile is answered only without them.
        for (const Step *under = step.outer; under; under = under->outer)
            if (under->gone.contains(id)) {
                step.gone.insert(id);
                step.oldLinks[id] = under->oldLinks.at(id);
                ++step.outcome.removed;
                break;
            }
        if (found == m_ledger.entries.end())
            continue;
        const MirrorEntry &entry = found->second;
        std::vector<std::string> names = entry.conflicts;
        std::vector<MirrorFiles> all = entry.before;
        all.push_back(entry.now);
        for (const MirrorFiles &files : all)
            for (const char *end : {".md", ".json"})
                names.push_back(files.stem + end);
        for (const std::string &name : names)
            if (const std::string failed = m_folder->remove(name); !failed.empty())
                problem = failed;
        if (!problem.empty())
            return problem;
        step.gone.insert(id);
        step.oldLinks[id] = entry.links;
        // Where a writing under way has already said that it leads.
        for (const Step *under = step.outer; under; under = under->outer)
            if (const auto links = under->links.find(id); links != under->links.end())
                step.oldLinks[id].insert(step.oldLinks[id].end(), links->second.begin(),
                                         links->second.end());
        m_ledger.entries.erase(found);
        ++step.outcome.removed;
    }
    return problem;
}

std::string MirrorWriter::writeAll(Step &step, const Ids &ids, const MayGoOn &mayGoOn)
{
    for (std::size_t at = 0; at < ids.size(); at += chunkMax) {
        const Ids chunk(ids.begin() + static_cast<std::ptrdiff_t>(at),
                        ids.begin()
                            + static_cast<std::ptrdiff_t>(std::min(ids.size(), at + chunkMax)));
        Facts found;
        const bool isKnown = std::all_of(chunk.begin(), chunk.end(),
                                         [&](std::uint64_t id) { return step.facts.contains(id); });
        if (!isKnown)
            if (const std::string problem = facts(chunk, mayGoOn, found); !problem.empty())
                return problem;
        Facts &use = isKnown ? step.facts : found;
        for (std::size_t from = 0; from < chunk.size(); from += batchMax) {
            const std::set<std::uint64_t> some(
                chunk.begin() + static_cast<std::ptrdiff_t>(from),
                chunk.begin()
                    + static_cast<std::ptrdiff_t>(std::min(chunk.size(), from + batchMax)));
            loadCards(&some);
            std::vector<Rendered> batch;
            for (const std::uint64_t id : some) {
                if (!mayGoOn())
                    return "stopped";
                if (m_cards.contains(id))
                    batch.push_back(render(step, id, std::move(use[id])));
                --left;
            }
            std::string problem = flush(step, batch);
            const Ids again = std::exchange(step.again, {});
            left += again.size();
            if (problem.empty() && !again.empty())
                problem = writeAll(step, again, mayGoOn);
            if (!problem.empty())
                return problem;
        }
    }
    return {};
}

MirrorWriter::Rendered MirrorWriter::render(const Step &step, std::uint64_t id, DreamFacts facts)
{
    MirrorDream dream;
    dream.card = m_cards.at(id);
    dream.card.stem = mirrorStem(dream.card.row);
    dream.facts = std::move(facts);
    dream.blob = [this, id](const Digest &digest) { return blob(id, digest); };
    // An erasure in between took them out.
    if (!m_found.contains(id)) {
        const std::set<std::uint64_t> one{id};
        loadCards(&one);
    }
    dream.analysis = m_found[id].first;
    dream.standing = m_found[id].second;
    dream.text = blob(id, dream.card.row.body).value_or(std::string());
    Rendered rendered;
    rendered.id = id;
    const auto linkTo = [&](std::uint64_t other) {
        const MirrorCard &card = m_cards.at(other);
        rendered.named.push_back(other);
        return MirrorLink{other, card.row.title.value, card.stem, -1, {}};
    };
    for (const MirrorWant &want : wantsOf(id, dream.facts)) {
        rendered.entry.wants.push_back(want.key);
        const Ids found = resolve(id, {want.key});
        if (found.empty()
            || std::count(rendered.entry.links.begin(), rendered.entry.links.end(), found.front()))
            continue;
        rendered.entry.links.push_back(found.front());
        MirrorLink link = linkTo(found.front());
        link.score = want.score;
        link.why = want.why;
        dream.links.push_back(std::move(link));
    }
    if (const auto others = step.reverse.find(id); others != step.reverse.end())
        for (const std::uint64_t other : others->second)
            if (m_cards.contains(other))
                dream.backlinks.push_back(linkTo(other));
    rendered.markdown = mirrorMarkdown(dream);
    rendered.json = mirrorJson(dream);
    rendered.entry.now = {dream.card.stem, crypto::blake2b(rendered.markdown),
                          crypto::blake2b(rendered.json)};
    rendered.entry.bytes = rendered.markdown.size() + rendered.json.size();
    rendered.entry.title = titleDigest(dream.card.row.title.value);
    return rendered;
}

// Noted down, then written, then what they were called before goes.
std::string MirrorWriter::flush(Step &step, std::vector<Rendered> &batch)
{
    Ids noted, beside;
    std::vector<const Rendered *> toWrite;
    for (Rendered &one : batch) {
        // Erased while others were rendered.
        if (!m_cards.contains(one.id))
            continue;
        if (!std::all_of(one.named.begin(), one.named.end(),
                         [&](std::uint64_t id) { return m_cards.contains(id); })) {
            step.facts.erase(one.id);
            step.again.push_back(one.id);
            continue;
        }
        MirrorEntry &entry = m_ledger.entries[one.id];
        const bool isThere =
            m_folder->find(one.entry.now.stem + ".md") == MirrorFolder::Found::File
            && m_folder->find(one.entry.now.stem + ".json") == MirrorFolder::Found::File;
        const bool isSame =
            isThere && entry.now == one.entry.now && !m_ledger.isOpen(one.id) && !m_isAll;
        if (isSame && entry.links == one.entry.links && entry.wants == one.entry.wants
            && entry.title == one.entry.title)
            continue;
        begin(entry, one.entry);
        noted.push_back(one.id);
        if (isSame)
            entry.before.clear();
        else
            toWrite.push_back(&one);
    }
    std::string problem = m_ledger.note(*m_folder, noted);
    for (auto one = toWrite.begin(); one != toWrite.end() && problem.empty(); ++one) {
        MirrorEntry &entry = m_ledger.entries[(*one)->id];
        const std::size_t conflicts = entry.conflicts.size();
        problem = put(entry, true, (*one)->markdown);
        if (problem.empty())
            problem = put(entry, false, (*one)->json);
        if (problem.empty())
            problem = putAway(entry);
        if (entry.conflicts.size() != conflicts)
            beside.push_back((*one)->id);
        step.outcome.written += problem.empty();
    }
    const std::string kept = m_ledger.note(*m_folder, beside);
    return problem.empty() ? kept : problem;
}

// What stands there now may stay for a while: a kill, a full disk.
void MirrorWriter::begin(MirrorEntry &entry, const MirrorEntry &next)
{
    std::vector<MirrorFiles> before = std::move(entry.before);
    if (!entry.now.stem.empty()
        && std::find(before.begin(), before.end(), entry.now) == before.end())
        before.push_back(entry.now);
    if (before.size() > beforeMax)
        before.erase(before.begin());
    const std::vector<std::string> conflicts = std::move(entry.conflicts);
    entry = next;
    entry.before = std::move(before);
    entry.conflicts = conflicts;
}

bool MirrorWriter::isOurs(const MirrorEntry &entry, bool isMarkdown, const std::string &bytes) const
{
    const Digest digest = crypto::blake2b(bytes);
    const auto has = [&](const MirrorFiles &files) {
        return digest == (isMarkdown ? files.markdown : files.json);
    };
    return has(entry.now) || std::any_of(entry.before.begin(), entry.before.end(), has);
}

std::string MirrorWriter::put(MirrorEntry &entry, bool isMarkdown, const std::string &bytes)
{
    const std::string name = entry.now.stem + (isMarkdown ? ".md" : ".json");
    if (m_folder->find(name) != MirrorFolder::Found::Nothing) {
        const std::optional<std::string> there = m_folder->read(name);
        if (there == bytes)
            return {};
        if (!there || !isOurs(entry, isMarkdown, *there))
            if (std::string problem = keepBeside(entry, name); !problem.empty())
                return problem;
    }
    return m_folder->write(name, bytes);
}

// Files it had under other names; then the writing has come to its end.
std::string MirrorWriter::putAway(MirrorEntry &entry)
{
    std::string problem;
    for (const MirrorFiles &files : entry.before) {
        for (const bool isMarkdown : {true, false}) {
            const std::string name = files.stem + (isMarkdown ? ".md" : ".json");
            if (files.stem == entry.now.stem || !problem.empty()
                || m_folder->find(name) == MirrorFolder::Found::Nothing)
                continue;
            const std::optional<std::string> there = m_folder->read(name);
            problem = there && isOurs(entry, isMarkdown, *there) ? m_folder->remove(name)
                                                                 : keepBeside(entry, name);
        }
    }
    if (problem.empty())
        entry.before.clear();
    return problem;
}

std::string MirrorWriter::keepBeside(MirrorEntry &entry, const std::string &name)
{
    std::string beside = name + ".conflict";
    for (int i = 2; m_folder->find(beside) != MirrorFolder::Found::Nothing; ++i)
        beside = name + ".conflict-" + std::to_string(i);
    std::string problem = m_folder->move(name, beside);
    if (problem.empty())
        entry.conflicts.push_back(beside);
    return problem;
}

std::string MirrorWriter::writeIndex()
{
    std::vector<const MirrorCard *> cards;
    for (const auto &[id, card] : m_cards)
        if (m_ledger.entries.contains(id))
            cards.push_back(&card);
    const std::string markdown = mirrorIndexMarkdown(cards), json = mirrorIndexJson(cards);
    MirrorEntry next;
    next.now = {"index", crypto::blake2b(markdown), crypto::blake2b(json)};
    next.bytes = markdown.size() + json.size();
    MirrorEntry &entry = m_ledger.entries[MirrorLedger::indexId];
    begin(entry, next);
    std::string problem = m_ledger.note(*m_folder, {MirrorLedger::indexId});
    const std::size_t conflicts = entry.conflicts.size();
    if (problem.empty())
        problem = put(entry, true, markdown);
    if (problem.empty())
        problem = put(entry, false, json);
    if (problem.empty())
        problem = putAway(entry);
    if (problem.empty() && entry.conflicts.size() != conflicts)
        problem = m_ledger.note(*m_folder, {MirrorLedger::indexId});
    return problem;
}

std::optional<std::string> MirrorWriter::blob(std::uint64_t owner, const Digest &digest)
{
    return m_reader ? m_engine.blob(*m_reader, owner, digest) : std::nullopt;
}

}  // namespace hands
