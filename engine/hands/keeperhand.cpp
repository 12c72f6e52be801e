#include "hands/keeperhand.h"

#include "hands/backup.h"

#include <algorithm>
#include <chrono>
#include <ctime>
#include <filesystem>

namespace hands {

using namespace kernel;
using dreamkeeper::DreamKeeper;

namespace {

Envelope ownWork()
{
    Envelope envelope;
    envelope.actor = "system";
    envelope.origin = Origin::Hand;
    return envelope;
}

// "dreamscope-20261123-004500-<id>.backup", in UTC; the id keeps two of one second apart.
std::string nameOf(Id<dreamkeeper::Backup> id)
{
    const std::time_t now = std::time(nullptr);
    std::tm parts{};
    gmtime_r(&now, &parts);
    char text[32];
    std::strftime(text, sizeof text, "%Y%m%d-%H%M%S", &parts);
    return "dreamscope-" + std::string(text) + '-' + idText(id.value) + ".backup";
}

}  // namespace

KeeperHand::KeeperHand(loop::Engine &engine) : m_engine(engine)
{
    engine.onCommitted(
        {factKind<DreamKeeper, dreamkeeper::BackupRequested>()},
        [this](const loop::Sealed &sealed, const loop::Core &) {
            const std::lock_guard lock(m_mutex);
            for (const Told &told : sealed.told)
                if (told.kind == factKind<DreamKeeper, dreamkeeper::BackupRequested>())
                    m_asked.push_back(
                        *static_cast<const dreamkeeper::BackupRequested *>(told.fact.get()));
            m_wake.notify_one();
        });
    // What a killed backup left is the journal in the clear, with words that may be erased by now.
    std::error_code ignored;
    if (!engine.folder().empty())
        std::filesystem::remove_all(scratchOf(engine.folder()), ignored);
    m_thread = std::thread([this] { work(); });
}

KeeperHand::~KeeperHand()
{
    stop();
}

void KeeperHand::stop()
{
    {
        const std::lock_guard lock(m_mutex);
        m_isStopping = true;
    }
    m_wake.notify_all();
    if (m_thread.joinable())
        m_thread.join();
}

void KeeperHand::work()
{
    std::unique_lock lock(m_mutex);
    while (!m_isStopping) {
        m_wake.wait(lock, [this] { return m_isStopping || !m_asked.empty(); });
        if (m_isStopping)
            return;
        const dreamkeeper::BackupRequested asked = m_asked.front();
        m_asked.pop_front();
        lock.unlock();
        make(asked);
        prune();
        lock.lock();
    }
}

void KeeperHand::make(const dreamkeeper::BackupRequested &asked)
{
    dreamkeeper::Report report;
    report.backup = asked.backup;
    std::optional<crypto::Entropy> entropy;
    if (m_engine.folder().empty())
        report.reason = "this profile is in memory only";
    else
        entropy = backupEntropy(m_engine.folder(), report.reason);
    if (entropy) {
        const BackupFile made = makeBackup(m_engine.folder(), asked.folder, nameOf(asked.backup),
                                           *entropy, [this] { return !m_isStopping; });
        report.isMade = made.error.empty();
        report.file = made.file;
        report.bytes = made.bytes;
        report.facts = made.facts;
        report.pages = made.pages;
        report.digest = made.digest;
        report.reason = made.error;
    }
    m_engine.send(makeAsk(std::move(report), ownWork()));
}

// The oldest files of the plan's folder beyond the number that stays there, and the records of files
// somebody took away. What a person had put elsewhere is theirs.
void KeeperHand::prune()
{
    if (m_isStopping)
        return;
    std::vector<dreamkeeper::Backup> made;
    std::size_t keep = dreamkeeper::keepMax;
    std::string folder;
    m_engine.inspectNow([&](loop::Core &core, store::Store &) {
        const dreamkeeper::Memory &state = core.stateOf<DreamKeeper>();
        if (const dreamkeeper::Plan *plan = state.plans.find(Id<dreamkeeper::Plan>{1})) {
            keep = plan->keep;
            folder = plan->folder;
        }
        for (const auto &[key, backup] : state.backups.rows())
            if (backup.standing == dreamkeeper::Standing::Made)
                made.push_back(backup);
    });
    std::reverse(made.begin(), made.end());
    for (std::size_t i = 0, kept = 0; i < made.size(); ++i) {
        std::error_code error;
        // A disk that is not there now has not lost its files.
        const std::filesystem::path place = std::filesystem::path(made[i].file).parent_path();
        if (!std::filesystem::exists(place, error))
            continue;
        const bool isOfPlan = std::filesystem::equivalent(place, folder, error);
        const bool isThere = std::filesystem::exists(made[i].file, error);
        if (isThere && (!isOfPlan || kept++ < keep))
            continue;
        std::filesystem::remove(made[i].file, error);
        if (!error)
            m_engine.send(makeAsk(dreamkeeper::Forget{made[i].id}, ownWork()));
    }
}

std::optional<dreamkeeper::Backup> waitForBackup(loop::Engine &engine,
                                                 const std::function<bool()> &mayGoOn)
{
    while (mayGoOn()) {
        std::optional<dreamkeeper::Backup> last;
        engine.inspectNow([&](loop::Core &core, store::Store &) {
            const dreamkeeper::Memory &state = core.stateOf<DreamKeeper>();
            if (!dreamkeeper::running(state) && !state.backups.rows().empty())
                last = state.backups.rows().rbegin()->second;
        });
        if (last)
            return last;
        std::this_thread::sleep_for(std::chrono::milliseconds(20));
    }
    return {};
}

}  // namespace hands
