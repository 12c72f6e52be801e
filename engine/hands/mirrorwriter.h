// Keeps one folder in step with the dreams: which files are to be written or to go, in which order so
// that a kill loses nothing, and what a person changed by hand kept beside. Owns the folder's ledger
// while it is open; when and for whom it works is the mirror hand's. Thread contract: one thread; `left`
// may be read from any.
#pragma once

#include "hands/mirrorledger.h"
#include "hands/mirrorpages.h"
#include "loop/engine.h"
#include "vault/dreammirror.h"

#include <atomic>
#include <functional>
#include <memory>
#include <set>

namespace loop {
class Indexer;
}

namespace hands {

struct MirrorOutcome {
    enum Kind { Good, Stopped, Away, Failed } kind = Good;
    std::string reason;
    std::uint64_t written = 0, removed = 0;  // dreams
    bool isGood() const { return kind == Good; }
};

class MirrorWriter {
public:
    using MayGoOn = std::function<bool()>;

    MirrorWriter(loop::Engine &engine, const loop::Indexer *index, std::string path);
    ~MirrorWriter();

    // Finds out what differs between folder and dreams. `mayMake`: it may be new; `isAll`: nothing
    // is taken on trust.
    MirrorOutcome open(bool mayMake, bool isAll, const MayGoOn &mayGoOn,
                       std::set<std::uint64_t> &dirty);
    // Writes these and those that name them. `mayGoOn` is asked between dreams and may call erase().
    // With a mark everything up to there counts as written; without, as after an erase, nothing.
    MirrorOutcome write(const std::set<std::uint64_t> &dirty, const store::CacheMark *upTo,
                        const MayGoOn &mayGoOn);
    MirrorOutcome erase(const std::set<std::uint64_t> &dreams);
    bool isThere() const { return m_folder && m_folder->isThere(); }
    const std::string &path() const { return m_path; }
    // Totals of what stands there.
    dreammirror::Report report() const;

    std::atomic<std::size_t> left = 0;  // dreams still to be written

private:
    struct Step;
    struct Rendered;
    using Ids = std::vector<std::uint64_t>;
    using Facts = std::map<std::uint64_t, DreamFacts>;

    std::string checkPath() const;
    MirrorOutcome openLedger(bool mayMake);
    std::string compare(bool isAll, const MayGoOn &mayGoOn, std::set<std::uint64_t> &dirty);
    void loadCards(const std::set<std::uint64_t> *only);
    void aim();
    Ids resolve(std::uint64_t self, const std::vector<std::string> &wants) const;
    std::string facts(const Ids &ids, const MayGoOn &mayGoOn, Facts &found);
    std::vector<MirrorWant> wantsOf(std::uint64_t id, const DreamFacts &facts);
    std::string findLinks(Step &step, const MayGoOn &mayGoOn);
    void findAffected(Step &step) const;
    void reverseLinks(Step &step) const;
    std::string removeGone(Step &step);
    std::string writeAll(Step &step, const Ids &ids, const MayGoOn &mayGoOn);
    Rendered render(const Step &step, std::uint64_t id, DreamFacts facts);
    std::string flush(Step &step, std::vector<Rendered> &batch);
    std::string put(MirrorEntry &entry, bool isMarkdown, const std::string &bytes);
    static void begin(MirrorEntry &entry, const MirrorEntry &next);
    std::string putAway(MirrorEntry &entry);
    std::string keepBeside(MirrorEntry &entry, const std::string &name);
    std::string writeIndex();
    bool isOurs(const MirrorEntry &entry, bool isMarkdown, const std::string &bytes) const;
    std::optional<std::string> blob(std::uint64_t owner, const kernel::Digest &digest);

    loop::Engine &m_engine;
    const loop::Indexer *m_index;
    std::string m_path;
    bool m_isAll = false;  // nothing is taken on trust until a writing came to its end
    std::string m_undone;
    // Perhaps called or kept elsewhere than when those that name them were last looked at.
    std::set<std::uint64_t> m_moved;
    Step *m_outer = nullptr;  // the writing that an erasure came into
    std::unique_ptr<store::Store> m_reader;
    std::unique_ptr<MirrorFolder> m_folder;
    MirrorLedger m_ledger;
    std::map<std::uint64_t, MirrorCard> m_cards;
    // What agents found of those that are rendered now: asked for once a batch.
    std::map<std::uint64_t,
             std::pair<std::optional<lucid::Analysis>, std::optional<echo::Standing>>>
        m_found;
    std::map<std::string, std::uint64_t> m_targets;  // what a want leads to
};

}  // namespace hands
