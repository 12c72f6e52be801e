// Tokens held back: made, posted in part or whole, waived, let go by the clock, within one batch too.
#include "purse.h"

using namespace purse;

class TestTokensHolds : public QObject {
    Q_OBJECT

private slots:
    void post();
    void voided();
    void timeout();
    void inOneBatch();
    void chainsTakeHoldsBack();
    void whoMay();
    void refusals();
};

static Transfer hold(std::uint64_t id, Id<Account> debit, Id<Account> credit, std::int64_t whole,
                     Duration timeout = {})
{
    Transfer made = transfer(id, debit, credit, amount(whole), Kind::Hold);
    made.timeout = timeout;
    return made;
}

void TestTokensHolds::post()
{
    Story story;
    const Id<Account> ada = filled(story, "owner", 10), ben = open(story, "ben");
    story.when(Send{{hold(1, ada, ben, 7)}}).thenFacts({"tokens.moved"});
    const Account *payer = account(story.state<Tokens>(), ada);
    QVERIFY(payer->balance == amount(10) && payer->held == amount(7)
            && payer->available() == amount(3));
    QVERIFY(account(story.state<Tokens>(), ben)->expected == amount(7));
    story.when(Send{{transfer(2, ada, ben, amount(4))}}).thenRefused("tokens.overdrawn");
    // Part of it: the rest is let go.
    story.when(Book{{transfer(3, ada, ben, amount(5), Kind::Post, 1)}}).thenFacts({"tokens.moved"});
    payer = account(story.state<Tokens>(), ada);
    QVERIFY(payer->balance == amount(5) && payer->held == Amount{});
    QVERIFY(account(story.state<Tokens>(), ben)->balance == amount(5));
    QVERIFY(account(story.state<Tokens>(), ben)->expected == Amount{});
    story.when(Book{{transfer(3, ada, ben, amount(5), Kind::Post, 1)}}).thenFacts({});
    story.when(Book{{transfer(4, ada, ben, amount(5), Kind::Post, 1)}})
        .thenRefused("tokens.unknownHold");
    // What was posted can be reversed like any transfer.
    story.when(Book{{transfer(0, ben, ada, amount(5), Kind::Reverse, 3)}})
        .thenFacts({"tokens.moved"});
    QCOMPARE(wholes(story, ada), std::int64_t(10));
}

void TestTokensHolds::voided()
{
    Story story;
    const Id<Account> ada = filled(story, "owner", 10), ben = open(story, "ben");
    story.given(Send{{hold(1, ada, ben, 7)}});
    story.when(Book{{transfer(2, ada, ben, amount(7), Kind::Void, 1)}}).thenFacts({"tokens.moved"});
    QVERIFY(account(story.state<Tokens>(), ada)->available() == amount(10));
    QVERIFY(story.state<Tokens>().holds.isEmpty());
    story.when(Book{{transfer(0, ben, ada, amount(7), Kind::Reverse, 2)}})
        .thenRefused("tokens.badReversal");
    story.when(Book{{transfer(0, ben, ada, amount(7), Kind::Reverse, 1)}})
        .thenRefused("tokens.badReversal");
}

void TestTokensHolds::timeout()
{
    Story story;
    const Id<Account> ada = filled(story, "owner", 10), ben = open(story, "ben");
    story.given(Send{{hold(1, ada, ben, 7, seconds(60)), hold(2, ada, ben, 1, seconds(10)),
                      hold(3, ada, ben, 1)}});
    story.pass(seconds(9));
    QVERIFY(account(story.state<Tokens>(), ada)->held == amount(9));
    story.pass(seconds(2));
    QVERIFY(account(story.state<Tokens>(), ada)->held == amount(8));
    story.restart();
    story.pass(seconds(60));
    QVERIFY(account(story.state<Tokens>(), ada)->held == amount(1));
    story.when(Book{{transfer(4, ada, ben, amount(7), Kind::Post, 1)}})
        .thenRefused("tokens.unknownHold");
    story.pass(seconds(1'000'000));
    QVERIFY(account(story.state<Tokens>(), ada)->held == amount(1));
}

void TestTokensHolds::inOneBatch()
{
    Story story;
    const Id<Account> ada = filled(story, "owner", 10), ben = open(story, "ben");
    story
        .when(Book{{hold(1, ada, ben, 7), transfer(2, ada, ben, amount(6), Kind::Post, 1),
                    transfer(3, ada, ben, amount(4)), transfer(4, ada, ben, amount(1))}})
        .thenFacts({"tokens.moved"});
    QCOMPARE(story.fact<Moved>().entries.size(), std::size_t(3));
    QCOMPARE(story.fact<Moved>().missed.size(), std::size_t(1));
    QCOMPARE(wholes(story, ben), std::int64_t(10));
    QVERIFY(story.state<Tokens>().holds.isEmpty());
}

void TestTokensHolds::chainsTakeHoldsBack()
{
    Story story;
    const Id<Account> ada = filled(story, "owner", 10), ben = open(story, "ben");
    story.given(Send{{hold(1, ada, ben, 3)}});
    Transfer posting = transfer(2, ada, ben, amount(3), Kind::Post, 1),
             holding = hold(3, ada, ben, 2);
    posting.isLinked = holding.isLinked = true;
    story
        .when(Book{{posting, holding, transfer(4, ada, ben, amount(90)),
                    transfer(5, ada, ben, amount(1))}})
        .thenFacts({"tokens.moved"});
    QCOMPARE(story.fact<Moved>().entries.size(), std::size_t(1));
    QVERIFY(account(story.state<Tokens>(), ada)->held == amount(3));
    QCOMPARE(wholes(story, ada), std::int64_t(9));
    // Nothing of the chain stayed, so it can be asked again.
    story.when(Book{{posting, holding, transfer(4, ada, ben, amount(4))}})
        .thenFacts({"tokens.moved"});
    QCOMPARE(wholes(story, ada), std::int64_t(2));
    QVERIFY(account(story.state<Tokens>(), ada)->held == amount(2));
}

// Who was promised takes or waives; who promised cannot take it back.
void TestTokensHolds::whoMay()
{
    Story story;
    const Id<Account> ada = filled(story, "owner", 10), ben = filled(story, "ben", 10);
    story.given(Send{{hold(1, ada, ben, 3)}});
    story.when(Send{{transfer(2, ada, ben, amount(3), Kind::Void, 1)}})
        .thenRefused("tokens.notYours");
    story.when(Send{{transfer(2, ada, ben, amount(3), Kind::Post, 1)}})
        .thenRefused("tokens.notYours");
    story.given(Book{{hold(3, ben, ada, 3), hold(4, ben, ada, 2)}});
    story
        .when(Send{{transfer(5, ben, ada, amount(2), Kind::Post, 3),
                    transfer(6, ben, ada, amount(2), Kind::Void, 4)}})
        .thenFacts({"tokens.moved"});
    QCOMPARE(wholes(story, ada), std::int64_t(12));
    QVERIFY(account(story.state<Tokens>(), ben)->held == Amount{});
}

void TestTokensHolds::refusals()
{
    Story story;
    const Id<Account> ada = filled(story, "owner", 10), ben = open(story, "ben"),
                      cleo = open(story, "cleo");
    story.given(Send{{hold(1, ada, ben, 3)}});
    story.when(Book{{transfer(2, ada, cleo, amount(3), Kind::Post, 1)}})
        .thenRefused("tokens.otherHold");
    story.when(Book{{transfer(2, ada, ben, amount(4), Kind::Post, 1)}})
        .thenRefused("tokens.otherHold");
    story.when(Book{{transfer(2, ada, ben, amount(2), Kind::Void, 1)}})
        .thenRefused("tokens.otherHold");
    story.when(Book{{transfer(2, ada, ben, amount(3), Kind::Void, 9)}})
        .thenRefused("tokens.unknownHold");
    story.when(Send{{hold(2, ada, ben, 1, {-1})}}).thenRefused("tokens.badTimeout");
    story.when(Send{{hold(2, ada, ben, 1, {timeoutMax.us + 1})}}).thenRefused("tokens.badTimeout");
    Transfer late = transfer(2, ada, ben, amount(1));
    late.timeout = seconds(1);
    story.when(Send{{late}}).thenRefused("tokens.badTimeout");
}

QTEST_APPLESS_MAIN(TestTokensHolds)
#include "tst_tokensholds.moc"
