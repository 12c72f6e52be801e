#include "hands/mirrorgather.h"

#include "agents/echo.h"
#include "agents/lucid.h"
#include "agents/root.h"
#include "crypto/hash.h"
#include "loop/history.h"

namespace hands {

using namespace kernel;

namespace {

constexpr std::size_t lookedUpMax = 24;  // more dreams than this: the journal is read once
constexpr std::uint64_t factsBetweenLooks = 4096;

using loop::FactAt;

template<class F>
constexpr std::uint16_t kindOf()
{
    return factKind<SystemOf<F>, F>();
}

template<class F>
bool take(const FactAt &at, Sealer &keys, const std::set<std::uint64_t> &dreams,
          std::map<std::uint64_t, DreamFacts> &found, std::vector<Stood<F>> DreamFacts::*list)
{
    if (!at.info || at.info->kind != kindOf<F>())
        return false;
    const auto decoded = at.info->decode(at.bytes, &keys);
    const F *fact = static_cast<const F *>(decoded.get());
    if (fact && dreams.contains(fact->dream.value))
        (found[fact->dream.value].*list)
            .push_back({*fact, at.seq, at.page, crypto::blake2b(at.bytes)});
    return true;
}

void takeAny(const FactAt &at, Sealer &keys, const std::set<std::uint64_t> &dreams,
             std::map<std::uint64_t, DreamFacts> &found)
{
    take(at, keys, dreams, found, &DreamFacts::versions)
        || take(at, keys, dreams, found, &DreamFacts::kept)
        || take(at, keys, dreams, found, &DreamFacts::receipts)
        || take(at, keys, dreams, found, &DreamFacts::runs);
}

template<class F>
std::uint64_t dreamOf(std::uint16_t kind, const void *fact)
{
    return kind == kindOf<F>() ? static_cast<const F *>(fact)->dream.value : 0;
}

}  // namespace

std::string gather(store::Store &store, const loop::Indexer *index, Sealer &keys,
                   const std::set<std::uint64_t> &dreams, const std::function<bool()> &mayGoOn,
                   std::map<std::uint64_t, DreamFacts> &found)
{
    const loop::JournalView view(store);
    std::uint64_t seen = 0;
    bool isStopped = false;
    const auto mayContinue = [&] {
        isStopped = isStopped || !mayGoOn();
        return !isStopped;
    };
    std::string error;
    if (dreams.size() > lookedUpMax) {
        error = loop::visitFacts(view, store, 1, [&](const FactAt &at) {
            takeAny(at, keys, dreams, found);
            return ++seen % factsBetweenLooks != 0 || mayContinue();
        });
    } else {
        for (auto dream = dreams.begin(); dream != dreams.end() && error.empty() && mayContinue();
             ++dream) {
            const std::set<std::uint64_t> one{*dream};
            error = loop::visitFactsAbout(view, store, index, one, [&](const FactAt &at) {
                takeAny(at, keys, one, found);
                return true;
            });
        }
    }
    return isStopped ? "stopped" : error;
}

std::vector<std::uint16_t> mirroredKinds()
{
    return {
        kindOf<dreams::Created>(),    kindOf<dreams::Edited>(),       kindOf<dreams::Archived>(),
        kindOf<dreams::Unarchived>(), kindOf<dreams::Erased>(),       kindOf<dreams::Assessed>(),
        kindOf<dreamvault::Kept>(),   kindOf<superspine::Finished>(), kindOf<superspine::Closed>(),
        kindOf<root::Corrected>(),    kindOf<lucid::Recorded>(),      kindOf<echo::Recorded>(),
        kindOf<root::Recorded>(),     kindOf<echo::Dismissed>()};
}

std::uint64_t mirroredDream(std::uint16_t kind, const void *fact)
{
    if (kind == kindOf<dreams::Created>())
        return static_cast<const dreams::Created *>(fact)->dream.id.value;
    if (kind == kindOf<lucid::Recorded>())
        return static_cast<const lucid::Recorded *>(fact)->analysis.dream.value;
    if (kind == kindOf<echo::Recorded>())
        return static_cast<const echo::Recorded *>(fact)->standing.dream.value;
    if (kind == kindOf<root::Recorded>())
        return static_cast<const root::Recorded *>(fact)->meaning.dream.value;
    std::uint64_t dream = 0;
    for (const auto of :
         {dreamOf<dreams::Edited>, dreamOf<dreams::Archived>, dreamOf<dreams::Unarchived>,
          dreamOf<dreams::Erased>, dreamOf<dreams::Assessed>, dreamOf<dreamvault::Kept>,
          dreamOf<superspine::Finished>, dreamOf<superspine::Closed>, dreamOf<root::Corrected>,
          dreamOf<echo::Dismissed>})
        if (!dream)
            dream = of(kind, fact);
    return dream;
}

std::string changedSince(store::Store &store, std::uint64_t from,
                         const std::function<bool()> &mayGoOn, std::set<std::uint64_t> &dreams)
{
    const std::vector<std::uint16_t> kinds = mirroredKinds();
    const std::set<std::uint16_t> wanted(kinds.begin(), kinds.end());
    std::uint64_t seen = 0;
    bool isStopped = false;
    const loop::JournalView view(store);
    const std::string error = loop::visitFacts(view, store, from, [&](const FactAt &at) {
        if (at.info && wanted.contains(at.info->kind))
            if (const auto fact = at.info->decode(at.bytes, nullptr))
                dreams.insert(mirroredDream(at.info->kind, fact.get()));
        isStopped = ++seen % factsBetweenLooks == 0 && !mayGoOn();
        return !isStopped;
    });
    dreams.erase(0);
    return isStopped ? "stopped" : error;
}

}  // namespace hands
