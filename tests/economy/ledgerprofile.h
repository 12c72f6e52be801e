// A profile on disk with some of everything in its ledger, for tests that read it back.
#pragma once

#ifndef Q_MOC_RUN  // moc does not read concepts
#    include "economy/tokens.h"
#    include "hands/body.h"
#endif

#include <QTemporaryDir>
#include <QTest>

class LedgerProfile {
public:
    LedgerProfile() { start(); }

    void start()
    {
        m_body.reset();
        hands::BodyOptions options;
        options.engine.folder = folder.path().toStdString();
        options.isIdle = true;
        std::string error;
        m_body = hands::Body::start(options, error);
        QVERIFY2(m_body, error.c_str());
    }
    loop::Engine &engine() { return m_body->engine(); }
    hands::Body &body() { return *m_body; }

    template<class C>
    kernel::Answer ask(C command)
    {
        return engine().ask(std::move(command), hand());
    }
    // As the person.
    template<class C>
    kernel::Answer say(C command)
    {
        return engine().ask(std::move(command));
    }
    static kernel::Envelope hand()
    {
        kernel::Envelope envelope;
        envelope.origin = kernel::Origin::Hand;
        envelope.actor = "system";
        return envelope;
    }
    template<class Look>
    void look(Look look)
    {
        engine().inspectNow([&](loop::Core &core, store::Store &store) { look(core, store); });
    }
    kernel::Id<tokens::Account> account(const std::string &owner, const std::string &purpose,
                                        tokens::Token token)
    {
        ask(tokens::Provide{owner, purpose, token});
        kernel::Id<tokens::Account> id;
        look([&](loop::Core &core, store::Store &) {
            id = tokens::account(core.stateOf<tokens::Tokens>(), owner, purpose, token)->id;
        });
        return id;
    }
    tokens::Transfer transfer(std::uint64_t id, kernel::Id<tokens::Account> from,
                              kernel::Id<tokens::Account> to, kernel::Int128 units,
                              tokens::Kind kind = tokens::Kind::Move, std::uint64_t of = 0)
    {
        tokens::Transfer made;
        made.id = id;
        made.debit = from;
        made.credit = to;
        made.amount = {units};
        made.kind = kind;
        made.of = of;
        return made;
    }
    // Every kind of entry, in three tokens; FLBY between the house, the owner and Ben.
    void fill()
    {
        using namespace tokens;
        const auto treasury = account("house", "treasury", Token::Dream),
                   own = account("owner", "wallet", Token::Dream),
                   ben = account("Ben, \"the\" gardener", "wallet", Token::Dream);
        Transfer hold = transfer(3, own, ben, 20 * unit, Kind::Hold),
                 open = transfer(4, own, ben, unit / 3, Kind::Hold);
        open.timeout = {86'400'000'000};
        QVERIFY(ask(Book{{transfer(1, treasury, own, 100 * unit + 1),
                          transfer(2, own, ben, 7 * unit), hold, open}})
                    .isDone);
        QVERIFY(ask(Book{{transfer(5, own, ben, 15 * unit, Kind::Post, 3),
                          transfer(0, ben, own, 7 * unit, Kind::Reverse, 2),
                          transfer(6, own, ben, unit, Kind::Hold),
                          transfer(7, own, ben, unit, Kind::Void, 6)}})
                    .isDone);
        const auto flbyHouse = account("house", "treasury", Token::Flby);
        flbyOwn = account("owner", "wallet", Token::Flby);
        flbyBen = account("ben", "wallet", Token::Flby);
        QVERIFY(
            ask(Book{{transfer(11, flbyHouse, flbyOwn, secret),
                      transfer(12, flbyOwn, flbyBen, secret / 3 / 1'000'000'000 * 1'000'000'000),
                      transfer(13, flbyHouse, flbyBen, unit)}})
                .isDone);
        const auto core = account("house", "issuing", Token::Core),
                   agent = account("agent:lucid", "wallet", Token::Core);
        QVERIFY(ask(Book{{transfer(21, core, agent, 3 * unit)}}).isDone);
    }

    QTemporaryDir folder;
    kernel::Id<tokens::Account> flbyOwn, flbyBen;
    static constexpr kernel::Int128 secret = kernel::Int128(123'456'789) * 1'000'000'000;

private:
    std::unique_ptr<hands::Body> m_body;
};
