// Tokens: what moves, what is refused, that a repeat moves nothing, and that no book is ever edited.
#include "purse.h"

#include <random>

using namespace purse;

class TestTokens : public QObject {
    Q_OBJECT

private slots:
    void move();
    void payOpensAWallet();
    void repeatIsNoOp();
    void linked();
    void partOfABatch();
    void reversal();
    void caps();
    void internalToken();
    void ofOneself();
    void rolledBackWithItsCommand();
    void refusals();
    void vitals();
    void numbersAreFound();
    void limitHoldsAPayment();
    void cleanupTestCase();
};

void TestTokens::move()
{
    Story story;
    const Id<Account> ada = filled(story, "owner", 10), ben = open(story, "ben");
    story.when(Send{{transfer(1, ada, ben, amount(4))}}).thenFacts({"tokens.moved"});
    const Moved &moved = story.fact<Moved>();
    QCOMPARE(moved.entries.size(), std::size_t(1));
    QCOMPARE(moved.entries[0].id, std::uint64_t(1));
    QCOMPARE(moved.at.us, story.now.us);
    QCOMPARE(wholes(story, ada), std::int64_t(6));
    QCOMPARE(wholes(story, ben), std::int64_t(4));
    QVERIFY(sumOf(story.state<Tokens>(), Token::Dream) == Amount{});
    QVERIFY(suppliedOf(story.state<Tokens>(), Token::Dream) == amount(10));
    QCOMPARE(account(story.state<Tokens>(), ben)->transfers, std::uint64_t(1));
}

void TestTokens::payOpensAWallet()
{
    Story story;
    filled(story, "owner", 10);
    story.when(Pay{"cleo", Token::Dream, amount(3), 5})
        .thenFacts({"tokens.opened", "tokens.moved"});
    const Account *cleo = account(story.state<Tokens>(), "cleo", wallet, Token::Dream);
    QVERIFY(cleo && cleo->balance == amount(3));
    story.when(Pay{"cleo", Token::Dream, amount(3), 5}).thenFacts({});
    story.when(Pay{"cleo", Token::Dream, amount(3), 6}).thenFacts({"tokens.moved"});
    // A wallet is not left behind by a payment that cannot be.
    story.when(Pay{"dora", Token::Dream, amount(9), 7}).thenRefused("tokens.overdrawn");
    story.when(Pay{"dora", Token::Dream, amount(1), 6}).thenRefused("tokens.idReused");
    story.when(Pay{"dora", Token::Dream, {}, 8}).thenRefused("tokens.badAmount");
    story.when(Pay{"", Token::Dream, amount(1), 8}).thenRefused("tokens.badAccount");
    story.when(Pay{"dora", Token::Sheep, amount(1), 8}).thenRefused("tokens.noWallet");
    filled(story, "owner", 10, Token::Flby);
    story.when(Pay{"dora", Token::Flby, {1}, 8}).thenRefused("tokens.badAmount");
    QVERIFY(!account(story.state<Tokens>(), "dora", wallet, Token::Flby));
    QVERIFY(!account(story.state<Tokens>(), "dora", wallet, Token::Dream));
}

void TestTokens::repeatIsNoOp()
{
    Story story;
    const Id<Account> ada = filled(story, "owner", 10), ben = open(story, "ben");
    story.given(Send{{transfer(1, ada, ben, amount(4))}});
    story.when(Send{{transfer(1, ada, ben, amount(4))}}).thenFacts({});
    QCOMPARE(wholes(story, ben), std::int64_t(4));
    story.when(Send{{transfer(1, ada, ben, amount(5))}}).thenRefused("tokens.idReused");
    story.when(Send{{transfer(2, ada, ben, amount(1)), transfer(2, ada, ben, amount(1))}})
        .thenFacts({"tokens.moved"});
    QCOMPARE(wholes(story, ben), std::int64_t(5));
    // After a start from the journal, and without an id each asking moves.
    story.restart();
    story.when(Send{{transfer(1, ada, ben, amount(4))}}).thenFacts({});
    story.when(Send{{transfer(0, ada, ben, amount(1))}}).thenFacts({"tokens.moved"});
    story.when(Send{{transfer(0, ada, ben, amount(1))}}).thenFacts({"tokens.moved"});
    QCOMPARE(wholes(story, ben), std::int64_t(7));
}

void TestTokens::linked()
{
    Story story;
    const Id<Account> ada = filled(story, "owner", 10), ben = open(story, "ben"),
                      cleo = open(story, "cleo");
    Transfer first = transfer(1, ada, ben, amount(6)), second = transfer(2, ada, cleo, amount(6));
    first.isLinked = true;
    story.when(Send{{first, second}}).thenRefused("tokens.overdrawn");
    QCOMPARE(wholes(story, ada), std::int64_t(10));
    // The chain fails, what stands around it does not; its ids are free again.
    story
        .when(Send{
            {transfer(3, ada, ben, amount(1)), first, second, transfer(4, ada, cleo, amount(1))}})
        .thenFacts({"tokens.moved"});
    const Moved &moved = story.fact<Moved>();
    QCOMPARE(moved.entries.size(), std::size_t(2));
    QCOMPARE(moved.missed.size(), std::size_t(2));
    QCOMPARE(moved.missed[0].index, std::uint32_t(1));
    QCOMPARE(moved.missed[1].code, std::string("tokens.overdrawn"));
    QCOMPARE(wholes(story, ada), std::int64_t(8));
    second.amount = amount(2);
    story.when(Send{{first, second}}).thenFacts({"tokens.moved"});
    QCOMPARE(wholes(story, ada), std::int64_t(0));
    story.when(Send{{first}}).thenRefused("tokens.openChain");
}

void TestTokens::partOfABatch()
{
    Story story;
    const Id<Account> ada = filled(story, "owner", 10), ben = filled(story, "ben", 10);
    // What comes first in a batch can be spent by what comes after it.
    const Id<Account> cleo = open(story, "cleo");
    story.when(Book{{transfer(1, ada, cleo, amount(10)), transfer(2, cleo, ben, amount(10))}})
        .thenFacts({"tokens.moved"});
    QCOMPARE(wholes(story, ben), std::int64_t(20));
    QCOMPARE(wholes(story, cleo), std::int64_t(0));
    story.when(Send{{}}).thenRefused("tokens.badBatch");
    story.when(Send{std::vector<Transfer>(batchMax + 1)}).thenRefused("tokens.badBatch");
}

void TestTokens::reversal()
{
    Story story;
    const Id<Account> ada = filled(story, "owner", 10), ben = open(story, "ben");
    story.given(Send{{transfer(1, ada, ben, amount(4))}});
    Transfer back = transfer(0, ben, ada, amount(4), Kind::Reverse, 1);
    // Only who was paid gives back; not more, not less, not twice.
    story.when(Send{{back}}).thenRefused("tokens.notYours");
    story.when(Book{{transfer(0, ben, ada, amount(3), Kind::Reverse, 1)}})
        .thenRefused("tokens.badReversal");
    story.when(Book{{transfer(9, ben, ada, amount(4), Kind::Reverse, 1)}})
        .thenRefused("tokens.badReversal");
    story.when(Book{{transfer(0, ben, ada, amount(4), Kind::Reverse, 7)}})
        .thenRefused("tokens.unknownTransfer");
    story.when(Book{{back}}).thenFacts({"tokens.moved"});
    QCOMPARE(story.fact<Moved>().entries[0].id, reversalOf(1));
    QCOMPARE(wholes(story, ada), std::int64_t(10));
    story.when(Book{{back}}).thenFacts({});
    QCOMPARE(wholes(story, ada), std::int64_t(10));
    // A reversal is not reversed: it would be a payment.
    story.when(Book{{transfer(0, ada, ben, amount(4), Kind::Reverse, reversalOf(1))}})
        .thenRefused("tokens.badReversal");
}

void TestTokens::caps()
{
    Story story;
    const Id<Account> ada = open(story, "owner");
    story.given(Found{});
    const Id<Account> issuer = account(story.state<Tokens>(), house, issuing, Token::Dream)->id;
    const Amount all{issueOf(Token::Dream).cap};
    story.when(Book{{transfer(1, issuer, ada, {all.units + 1})}}).thenRefused("tokens.badAmount");
    story.given(Book{{transfer(1, issuer, ada, {all.units - 1})}});
    story.when(Book{{transfer(2, issuer, ada, {2})}}).thenRefused("tokens.capReached");
    story.given(Book{{transfer(3, issuer, ada, {1})}});
    QVERIFY(suppliedOf(story.state<Tokens>(), Token::Dream) == all);
    // A hold on the issuer counts too.
    story.given(Book{{transfer(4, ada, issuer, amount(1))}});
    story.given(Book{{transfer(5, issuer, ada, amount(1), Kind::Hold)}});
    story.when(Book{{transfer(6, issuer, ada, {1})}}).thenRefused("tokens.capReached");
    // Founding again changes nothing.
    story.when(Found{}).thenFacts({});
    story.when(tokens::Tick{}).thenFacts({});
}

// CORE meters work inside; no way leads to a person.
void TestTokens::internalToken()
{
    Story story;
    story.when(Open{Token::Core}).thenRefused("tokens.internalToken");
    story.when(Provide{"ben", "wallet", Token::Core}).thenRefused("tokens.internalToken");
    const Id<Account> agent = filled(story, "agent:lucid", 5, Token::Core);
    QCOMPARE(wholes(story, agent), std::int64_t(5));
    story.when(Pay{"ben", Token::Core, amount(1), 0}).thenRefused("tokens.noWallet");
    const Id<Account> dreams = open(story, "ben");
    story.when(Book{{transfer(1, agent, dreams, amount(1))}}).thenRefused("tokens.otherToken");
    for (const auto &[key, one] : story.state<Tokens>().accounts.rows())
        QVERIFY(one.token != Token::Core || !isPerson(one.owner));
}

void TestTokens::ofOneself()
{
    Story story;
    const Id<Account> ada = filled(story, "owner", 10), ben = filled(story, "ben", 10);
    const Id<Account> stake = open(story, "owner", Token::Dream, "stake");
    fill(story, stake, amount(5));
    story.when(Send{{transfer(1, ben, ada, amount(1))}}).thenRefused("tokens.notYours");
    story.when(Send{{transfer(1, stake, ada, amount(1))}}).thenRefused("tokens.notYours");
    story.when(Book{{transfer(1, stake, ada, amount(1))}}, Story::from(Origin::Control))
        .thenRefused("rbac.internal");
    story.when(Open{Token::Dream}).thenFacts({});
    story.when(Open{Token::Sheep}).thenFacts({"tokens.opened"});
    story.when(Provide{"owner", "wallet", Token::Sheep}).thenFacts({});
}

// A require that is taken back takes every book with it, ids too.
void TestTokens::rolledBackWithItsCommand()
{
    Story story;
    const Id<Account> ada = filled(story, "owner", 10), ben = open(story, "ben");
    Tokens::State state = story.state<Tokens>();
    {
        Undo undo;
        Moved moved;
        moved.entries = {{77, ada, ben, amount(3), Kind::Move, Reason::Payment, 0, {}},
                         {78, ada, ben, amount(2), Kind::Hold, Reason::Payment, 0, {99}},
                         {79, ada, ben, amount(2), Kind::Void, Reason::Payment, 78, {}}};
        Tokens::evolve(state, moved, {});
        QVERIFY(state.done.find(77) && state.done.find(79));
        undo.rollBack();
    }
    QVERIFY(!state.done.find(77));
    QVERIFY(state == story.state<Tokens>());
}

void TestTokens::refusals()
{
    Story story;
    const Id<Account> ada = filled(story, "owner", 10), ben = open(story, "ben"),
                      sheep = open(story, "ben", Token::Sheep);
    story.when(Send{{transfer(1, ada, ada, amount(1))}}).thenRefused("tokens.sameAccount");
    story.when(Send{{transfer(1, ada, {99}, amount(1))}}).thenRefused("tokens.unknownAccount");
    story.when(Send{{transfer(1, {}, ada, amount(1))}}).thenRefused("tokens.unknownAccount");
    story.when(Send{{transfer(1, ada, sheep, amount(1))}}).thenRefused("tokens.otherToken");
    story.when(Send{{transfer(1, ada, ben, {})}}).thenRefused("tokens.badAmount");
    story.when(Send{{transfer(1, ada, ben, {-1})}}).thenRefused("tokens.badAmount");
    story.when(Send{{transfer(1, ada, ben, amount(11))}}).thenRefused("tokens.overdrawn");
    story.when(Send{{transfer(1, ada, ben, amount(1), Kind::Move, 5)}})
        .thenRefused("tokens.badTransfer");
    story.when(Provide{std::string(ownerBytesMax + 1, 'x'), "wallet", Token::Dream})
        .thenRefused("tokens.badAccount");
    story.when(Provide{"ben", "", Token::Dream}).thenRefused("tokens.badAccount");
}

void TestTokens::vitals()
{
    Story story;
    filled(story, "owner", 10);
    Vitals vitals;
    Tokens::vitals(story.state<Tokens>(), vitals);
    const auto unbalanced = [&] {
        return *std::find_if(vitals.begin(), vitals.end(),
                             [](const Vital &one) { return one.name == "unbalanced"; });
    };
    QVERIFY(unbalanced().state == Vital::Well);
    Tokens::State broken = story.state<Tokens>();
    broken.accounts.change(broken.accounts.rows().begin()->second.id,
                           [](Account &one) { ++one.balance.units; });
    vitals.clear();
    Tokens::vitals(broken, vitals);
    QVERIFY(unbalanced().state == Vital::Failing);
}

// The map of ids beside the standard library's, erasing in the middle of long runs too.
void TestTokens::numbersAreFound()
{
    std::mt19937_64 chance(3);
    std::map<std::uint64_t, std::uint64_t> wanted;
    FlatMap flat;
    NumberMap parts;
    for (int i = 0; i < 200'000; ++i) {
        const std::uint64_t key = 1 + chance() % 5000, value = chance();
        if (chance() % 3) {
            flat.put(key, value);
            wanted[key] = value;
        } else {
            flat.erase(key);
            wanted.erase(key);
        }
        QCOMPARE(flat.size(), wanted.size());
    }
    for (std::uint64_t key = 1; key <= 5000; ++key) {
        const auto found = wanted.find(key);
        QCOMPARE(flat.find(key) != nullptr, found != wanted.end());
        if (found != wanted.end())
            QCOMPARE(*flat.find(key), found->second);
    }
    for (const auto &[key, value] : wanted)
        parts.insert(key, value);
    NumberMap again;
    QVERIFY(again.unpack(parts.packed()) && again == parts);
    const std::string packed = parts.packed();
    QVERIFY(!NumberMap().unpack(packed.substr(1)));
    QVERIFY(!NumberMap().unpack(packed + packed.substr(0, 16)));
    QVERIFY(!NumberMap().unpack(std::string(16, '\0')));
}

// What one command takes out of a wallet; what was approved, and what systems book, goes by.
void TestTokens::limitHoldsAPayment()
{
    Story story;
    const Id<Account> mine = filled(story, "owner", 1000), other = open(story, "ben");
    const Pay pay{"ben", Token::Dream, amount(11), 0};
    story.when(SetLimit{Token::Dream, Amount{-1}}).thenRefused("tokens.badAmount");
    story.when(SetLimit{Token::Dream, amount(1'000'000'001)}).thenRefused("tokens.badAmount");
    story.when(SetLimit{Token::Dream, amount(10)}).thenFacts({"tokens.limitSet"});
    story.when(pay).thenRefused("operator.needsApproval");
    story.when(Book{{transfer(0, mine, other, amount(11))}}).thenFacts({"tokens.moved"});
    story.when(PayFor{"owner", pay}).thenFacts({"tokens.moved"});
    // Giving back is a payment too; given back twice moves nothing and is held by nothing.
    const Transfer back = transfer(0, mine, other, amount(11), Kind::Reverse, 77);
    story.given(Book{{transfer(77, other, mine, amount(11))}});
    story.when(Send{{back}}).thenRefused("operator.needsApproval");
    story.given(Book{{back}});
    story.when(Send{{back}}).thenFacts({});
    story.restart();
    story.when(pay).thenRefused("operator.needsApproval");
    story.when(SetLimit{Token::Dream, {}}).thenFacts({"tokens.limitSet"});
    story.when(pay).thenFacts({"tokens.moved"});
    QCOMPARE(wholes(story, mine), std::int64_t(967));
}

void TestTokens::cleanupTestCase()
{
    QCOMPARE(Story::untold(info(), QStringLiteral("economy/tokenslimits.cpp")), QStringList());
    QCOMPARE(Story::untold(info(), QStringLiteral("economy/tokensbook.cpp")), QStringList());
}

QTEST_APPLESS_MAIN(TestTokens)
#include "tst_tokens.moc"
