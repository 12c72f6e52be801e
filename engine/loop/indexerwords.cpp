// The indexer's side of search: from facts about dreams to rows of words, and their erasure.
#include "loop/indexerimpl.h"

namespace loop {

using namespace kernel;
using dreams::Dreams;

namespace {
constexpr int scrubAttemptsMax = 3;

std::vector<std::string> plain(const std::vector<Text> &texts)
{
    std::vector<std::string> words;
    for (const Text &text : texts)
        if (!text.isErased)
            words.push_back(text.value);
    return words;
}
}  // namespace

std::vector<std::uint16_t> wordKinds()
{
    return {factKind<Dreams, dreams::Created>(), factKind<Dreams, dreams::Edited>(),
            factKind<Dreams, dreams::Archived>(), factKind<Dreams, dreams::Unarchived>(),
            factKind<Dreams, dreams::Erased>()};
}

void Indexer::Impl::note(std::uint16_t kind, const void *fact)
{
    const auto put = [&](std::uint64_t dream, const Text &title, const std::vector<Text> &tags, const Digest &body) {
        // Its key is gone: there is nothing to find.
        if (title.isErased)
            return;
        Change &change = changes[dream];
        change.entry = store::SearchEntry{dream, title.value, {}, plain(tags), false};
        change.body = body;
        change.isErased = false;
    };
    if (kind == factKind<Dreams, dreams::Created>()) {
        const dreams::Dream &dream = static_cast<const dreams::Created *>(fact)->dream;
        put(dream.id.value, dream.title, dream.tags, dream.body);
    } else if (kind == factKind<Dreams, dreams::Edited>()) {
        const auto &edited = *static_cast<const dreams::Edited *>(fact);
        put(edited.dream.value, edited.title, edited.tags, edited.body);
    } else if (kind == factKind<Dreams, dreams::Archived>()) {
        changes[static_cast<const dreams::Archived *>(fact)->dream.value].isArchived = true;
    } else if (kind == factKind<Dreams, dreams::Unarchived>()) {
        changes[static_cast<const dreams::Unarchived *>(fact)->dream.value].isArchived = false;
    } else if (kind == factKind<Dreams, dreams::Erased>()) {
        Change gone;
        gone.isErased = true;
        changes[static_cast<const dreams::Erased *>(fact)->dream.value] = gone;
    }
}

bool Indexer::Impl::writeChange(std::uint64_t dream, const Change &change, bool &mustScrub)
{
    store::SearchCache search(*cache);
    if (change.isErased) {
        bool wasThere = false;
        const bool isGood = search.remove(dream, wasThere);
        mustScrub |= wasThere;
        return isGood;
    }
    if (!change.entry)
        return !change.isArchived || search.setArchived(dream, *change.isArchived);
    const std::optional<std::string> body = engine.blob(*journal, dream, change.body);
    // Erased since; the fact that says so follows.
    if (!body)
        return true;
    store::SearchEntry entry = *change.entry;
    entry.body = *body;
    entry.isArchived = change.isArchived.value_or(false);
    return search.put(entry);
}

bool Indexer::Impl::writeWords(const store::CacheMark &upTo)
{
    if (!changes.empty()) {
        bool mustScrub = false;
        if (!cache->begin())
            return false;
        bool isGood = true;
        for (const auto &[dream, change] : changes)
            isGood = isGood && writeChange(dream, change, mustScrub);
        isGood = isGood && store::SearchCache(*cache).putUpTo(upTo);
        // Known before the rows are gone, so that a crash between cannot leave their words behind.
        isGood = isGood && (!mustScrub || cache->putMark("scrub", {1, {}}));
        if (!isGood) {
            cache->rollback();
            return false;
        }
        if (!cache->commit())
            return false;
        changes.clear();
        if (mustScrub && !scrub())
            return false;
    }
    const std::lock_guard lock(mutex);
    searchUpTo = std::max(searchUpTo, upTo.page);
    settled.notify_all();
    return true;
}

// False when words may still be somewhere; then the whole cache is deleted and made anew.
bool Indexer::Impl::scrub()
{
    std::string failed = "the words could not be merged away";
    for (int attempt = 0; attempt < scrubAttemptsMax; ++attempt) {
        if (!store::SearchCache(*cache).optimize())
            break;
        failed = cache->scrub();
        if (failed.empty())
            return cache->putMark("scrub", {});
    }
    const std::lock_guard lock(mutex);
    failure = failed;
    return false;
}

}  // namespace loop
