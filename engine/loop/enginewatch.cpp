// What goes out: the news of a page, live rows of tables.
#include "loop/engineimpl.h"

#include "lungs/deadletter.h"
#include "organism.h"

#include <algorithm>
#include <utility>

namespace loop {

using namespace kernel;

namespace {
constexpr auto frame = std::chrono::microseconds(16'667);
}

std::span<const SystemInfo *const> Engine::Impl::organismSystems()
{
    return organism::systems();
}

void Engine::onCommitted(std::vector<std::uint16_t> kinds, Committed committed)
{
    const auto add = [&] {
        for (std::uint16_t kind : kinds)
            d->core.subscribe(kind);
        d->listeners.push_back({std::move(committed)});
    };
    if (d->thread.joinable())
        inspectNow([&](Core &, store::Store &) { add(); });
    else
        add();
}

void Engine::onErased(Erased erased)
{
    const auto add = [&] { d->erased.push_back(std::move(erased)); };
    if (d->thread.joinable())
        inspectNow([&](Core &, store::Store &) { add(); });
    else
        add();
}

int Engine::watch(const std::string &name, Watcher watcher)
{
    int number = 0;
    inspectNow([&](Core &core, store::Store &) {
        for (const SystemInfo *system : core.systems()) {
            for (const TableInfo &table : system->tables) {
                if (table.name != name || table.archiveKind)
                    continue;
                number = d->nextWatch++;
                table.watch(core.mutableState(system->number), true);
                RowsChanged all;
                for (std::uint64_t key : table.keys(core.state(system->number), 0, SIZE_MAX))
                    all.rows.emplace_back(key, table.row(core.state(system->number), key));
                watcher(all);
                d->watches[number] = {&table, system->number, std::move(watcher)};
                return;
            }
        }
    });
    return number;
}

void Engine::unwatch(int number)
{
    inspectNow([&](Core &core, store::Store &) {
        const auto found = d->watches.find(number);
        if (found == d->watches.end())
            return;
        const Impl::Watch gone = found->second;
        d->watches.erase(found);
        const bool isLast =
            std::none_of(d->watches.begin(), d->watches.end(),
                         [&](const auto &one) { return one.second.table == gone.table; });
        if (isLast)
            gone.table->watch(core.mutableState(gone.system), false);
    });
}

void Engine::Impl::schedulePublish()
{
    if (isPublishDue || watches.empty())
        return;
    isPublishDue = true;
    publisher.expires_after(frame);
    publisher.async_wait([this](const boost::system::error_code &error) {
        isPublishDue = false;
        if (error)
            return;
        drain();
        publish();
    });
}

void Engine::Impl::publish()
{
    std::map<const TableInfo *, RowsChanged> news;
    for (const auto &[number, watch] : watches) {
        if (news.contains(watch.table))
            continue;
        RowsChanged &changed = news[watch.table];
        std::vector<std::uint64_t> keys = watch.table->takeChanged(core.mutableState(watch.system));
        std::sort(keys.begin(), keys.end());
        keys.erase(std::unique(keys.begin(), keys.end()), keys.end());
        for (std::uint64_t key : keys)
            changed.rows.emplace_back(key, watch.table->row(core.state(watch.system), key));
    }
    for (const auto &[number, watch] : watches)
        if (const RowsChanged &changed = news[watch.table]; !changed.rows.empty())
            watch.watcher(changed);
}

Ask overflow(const CommandInfo &command, const Ask &ask, const Refusal &refusal)
{
    return deadletter::park(command, ask, refusal);
}

}  // namespace loop
