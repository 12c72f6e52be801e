// What tst_ledgerkill kills: moves, stakes and pays rewards as fast as it can, and says on stdout what was
// acknowledged ("transfer 17", "reward 4"). ledgerload FOLDER FIRST
#include "economy/rewards.h"
#include "economy/staking.h"
#include "loop/engine.h"

#include <cstdio>
#include <cstdlib>
#include <mutex>

using namespace kernel;
using namespace tokens;

namespace {

Envelope hand(const char *actor = "system")
{
    Envelope envelope;
    envelope.origin = Origin::Hand;
    envelope.actor = actor;
    return envelope;
}

Id<Account> provide(loop::Engine &engine, const std::string &owner, std::string_view purpose,
                    Token token)
{
    engine.ask(Provide{owner, std::string(purpose), token}, hand());
    Id<Account> id;
    engine.inspectNow([&](loop::Core &core, store::Store &) {
        id = account(core.stateOf<Tokens>(), owner, purpose, token)->id;
    });
    return id;
}

Transfer transfer(std::uint64_t id, Id<Account> from, Id<Account> to, Int128 units)
{
    Transfer made;
    made.id = id;
    made.debit = from;
    made.credit = to;
    made.amount = {units};
    return made;
}

Reply say(const char *what, std::uint64_t number)
{
    static std::mutex mutex;
    return [what, number](const Answer &answer) {
        if (!answer.isDone)
            return;
        const std::lock_guard lock(mutex);
        std::printf("%s %llu\n", what, static_cast<unsigned long long>(number));
        std::fflush(stdout);
    };
}

// Transfers, a reward, and now and then a stake put aside or taken out.
std::vector<std::pair<Ask, Reply>> round(loop::Engine &engine,
                                         const std::vector<Id<Account>> &wallets, std::uint64_t n)
{
    std::vector<std::pair<Ask, Reply>> asks;
    Book book;
    for (std::uint64_t i = 0; i < 10; ++i)
        book.transfers.push_back(transfer(idFor("kill", n, i), wallets[(n + i) % 4],
                                          wallets[(n + i + 1 + i % 3) % 4], unit + i));
    asks.emplace_back(makeAsk(book, hand()), say("transfer", n));
    asks.emplace_back(makeAsk(rewards::Grant{"owner", n, {unit}, {unit / 10}}, hand()),
                      say("reward", n));
    if (n % 3 == 0)
        asks.emplace_back(
            makeAsk(staking::Stake{{unit * Int128(1 + n % 5)}, staking::Lock::None}, hand("ada")),
            say("stake", n));
    std::vector<Id<staking::Position>> positions;
    if (n % 5 == 0)
        engine.inspectNow([&](loop::Core &core, store::Store &) {
            for (const auto &[key, one] : core.stateOf<staking::Staking>().positions.rows())
                positions.push_back(one.id);
        });
    if (positions.size() > 5)
        asks.emplace_back(makeAsk(staking::Unstake{positions[n % positions.size()]}, hand("ada")),
                          say("unstake", n));
    return asks;
}

}  // namespace

int main(int argc, char **argv)
{
    if (argc != 3)
        return 64;
    std::string error;
    loop::Options options;
    options.folder = argv[1];
    const auto engine = loop::Engine::open(options, error);
    if (!engine) {
        std::fprintf(stderr, "%s\n", error.c_str());
        return 1;
    }
    engine->start();
    std::vector<Id<Account>> wallets;
    for (const char *who : {"owner", "ada", "ben", "cleo"})
        wallets.push_back(provide(*engine, who, wallet, Token::Sheep));
    const Id<Account> issuer = provide(*engine, "house", issuing, Token::Sheep);
    std::vector<Transfer> opening;
    for (std::size_t i = 0; i < wallets.size(); ++i)
        opening.push_back(transfer(idFor("purse", i), issuer, wallets[i], 100'000 * unit));
    engine->ask(Book{opening}, hand());
    for (std::uint64_t n = std::strtoull(argv[2], nullptr, 10);; ++n) {
        std::vector<std::pair<Ask, Reply>> asks = round(*engine, wallets, n);
        // One in flight after the other, so that a kill meets every stage.
        Ask last = std::move(asks.back().first);
        Reply heard = std::move(asks.back().second);
        asks.pop_back();
        engine->send(std::move(asks));
        heard(engine->ask(std::move(last)));
    }
}
