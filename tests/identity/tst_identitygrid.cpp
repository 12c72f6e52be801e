// Identity Grid: wallets proved by the gate from EIP-4361 messages over one-time words, services,
// links, and what goes when their holder goes.
#include "wallets.h"

using namespace identitygrid;

class TestIdentityGrid : public QObject {
    Q_OBJECT

private slots:
    void linkWallet();
    void badMessages_data();
    void badMessages();
    void wordsServeOnce();
    void proofIsTheGates();
    void somebodyElses();
    void services();
    void links();
    void holderLeaves();
    void refusals();
    void cleanupTestCase();
};

static const Memory &grid(Story &story)
{
    return story.state<IdentityGrid>();
}

void TestIdentityGrid::linkWallet()
{
    Story story;
    const auto own = cast::person(story, "owner");
    const crypto::WalletKey key = cast::walletKey(1);
    const Nonce nonce = cast::challenge(story, "owner");
    QVERIFY(nonce.word.size() == 20 && nonce.word != cast::challenge(story, "owner").word);
    const std::string message = *messageFor(nonce, key.address().text(), 1, story.now);
    story.when(cast::signedBy(key, message))
        .thenFacts({"identitygrid.nonceEnded", "identitygrid.walletLinked"});
    story.thenFollows({"passports.awarded"});
    QCOMPARE(story.fact<WalletLinked>().wallet.account, "eip155:1:" + key.address().text());
    // the address of secret key 1, as anybody can look it up
    QCOMPARE(key.address().text(), std::string("0x7E5F4552091A69125d5DfCb7b8C2659029395Bdf"));
    QVERIFY(holderOf(grid(story), "eip155:1:" + key.address().text()) == own);
    story.when(cast::signedBy(key, message)).thenRefused("identitygrid.replayed");
    // the same wallet again, with another word, changes nothing but the word
    story.when(cast::signedWord(story, "owner", key)).thenFacts({"identitygrid.nonceEnded"});
    const Id<Wallet> wallet{grid(story).wallets.rows().begin()->first};
    story.when(UnlinkWallet{wallet}).thenFacts({"identitygrid.walletUnlinked"});
    story.when(UnlinkWallet{wallet}).thenRefused("identitygrid.unknown");
}

// What a message may look like when somebody means no good, or mistypes.
void TestIdentityGrid::badMessages_data()
{
    QTest::addColumn<QString>("from");
    QTest::addColumn<QString>("to");
    QTest::addColumn<QString>("code");
    const auto row = [](const char *name, const char *from, const char *to, const char *code) {
        QTest::newRow(name) << QString::fromLatin1(from) << QString::fromLatin1(to)
                            << QString::fromLatin1(code);
    };
    row("other domain", "dreamscope.local wants", "dreamscope.local.evil.example wants",
        "identitygrid.unproved");
    row("other uri", "URI: dreamscope://local/wallet", "URI: dreamscope://local/transfer",
        "identitygrid.unproved");
    row("version 2", "Version: 1", "Version: 2", "identitygrid.unproved");
    row("lower-case address", "0x7E5F4552091A69125d5DfCb7b8C2659029395Bdf",
        "0x7e5f4552091a69125d5dfcb7b8c2659029395bdf", "identitygrid.badChecksum");
    row("one wrong case", "0x7E5F4552091A69125d5DfCb7b8C2659029395Bdf",
        "0x7E5F4552091A69125d5DfCb7b8C2659029395BDf", "identitygrid.badChecksum");
    row("another wallet's address", "0x7E5F4552091A69125d5DfCb7b8C2659029395Bdf",
        "0x2B5AD5c4795c026514f8317c7a215E218DcCD6cF", "identitygrid.unproved");
    row("another word", "Nonce: ", "Nonce: X", "identitygrid.replayed");
    row("no word", "\nNonce: ", "\nNonces: ", "identitygrid.unproved");
    row("carriage return", "\nVersion", "\r\nVersion", "identitygrid.unproved");
    row("trailing line", "Chain ID: 1", "Chain ID: 1\n", "identitygrid.unproved");
    row("chain 01", "Chain ID: 1", "Chain ID: 01", "identitygrid.unproved");
    row("second statement", "\n\nURI", "\nAnd I pay a thousand.\n\nURI", "identitygrid.unproved");
    row("not yet", "Expiration Time", "Not Before: 2999-01-01T00:00:00.000Z\nExpiration Time",
        "identitygrid.unproved");
    row("text before", "dreamscope.local wants", "I agree that dreamscope.local wants",
        "identitygrid.unproved");
    row("homograph", "dreamscope.local wants", "dreamsc\xf8pe.local wants",
        "identitygrid.unproved");
}

void TestIdentityGrid::badMessages()
{
    QFETCH(QString, from);
    QFETCH(QString, to);
    QFETCH(QString, code);
    Story story;
    cast::person(story, "owner");
    const crypto::WalletKey key = cast::walletKey(1);
    const Nonce nonce = cast::challenge(story, "owner");
    const QString good =
        QString::fromStdString(*messageFor(nonce, key.address().text(), 1, story.now));
    QString bad = good;
    const qsizetype at = bad.indexOf(from);
    QVERIFY(at >= 0);
    bad.replace(at, from.size(), to);
    story.when(cast::signedBy(key, bad.toStdString())).thenRefused(code.toStdString());
    QVERIFY(grid(story).wallets.isEmpty());
    // and the one it was made from is good: nothing but that change was at fault
    story.when(cast::signedBy(key, good.toStdString()));
    QVERIFY(story.answer.isDone);
}

void TestIdentityGrid::wordsServeOnce()
{
    Story story;
    cast::person(story, "owner");
    const crypto::WalletKey key = cast::walletKey(3);
    const Nonce nonce = cast::challenge(story, "owner");
    const std::string message = *messageFor(nonce, key.address().text(), 1, story.now);
    story.pass(nonceLife);
    story.pass(seconds(1));
    QVERIFY(grid(story).nonces.isEmpty());
    story.when(cast::signedBy(key, message)).thenRefused("identitygrid.replayed");
    // a word of somebody else's asking
    cast::person(story, "ada");
    const auto hers = cast::signedWord(story, "ada", key);
    story.when(hers).thenRefused("identitygrid.replayed");
    story.when(hers, cast::as("ada"));
    QVERIFY(story.answer.isDone);
    // one message with a good word, signed by nobody or by another
    const Nonce other = cast::challenge(story, "owner");
    const std::string again = *messageFor(other, key.address().text(), 1, story.now);
    story.when(LinkWallet{again, "0x00"}).thenRefused("identitygrid.unproved");
    story.when(LinkWallet{again, cast::walletKey(4).sign(crypto::personalHash(again)).hex()})
        .thenRefused("identitygrid.unproved");
    QCOMPARE(story.answer.refusal.arguments.at(0).second, std::string("badSignature"));
}

// A sender may write what it likes into the envelope: the gate looks for itself.
void TestIdentityGrid::proofIsTheGates()
{
    Story story;
    cast::person(story, "owner");
    const Nonce nonce = cast::challenge(story, "owner");
    Envelope forged;
    forged.proved = std::make_shared<const Proved>(
        Proved{Proved::Wallet, "eip155:1:" + cast::walletKey(1).address().text(), nonce.word, {}});
    story.when(LinkWallet{"no message", "0x00"}, forged).thenRefused("identitygrid.unproved");
    QVERIFY(grid(story).wallets.isEmpty());
}

void TestIdentityGrid::somebodyElses()
{
    Story story;
    cast::person(story, "owner");
    cast::person(story, "ada");
    const crypto::WalletKey key = cast::walletKey(5);
    story.given(cast::signedWord(story, "ada", key), cast::as("ada"));
    story.when(cast::signedWord(story, "owner", key)).thenRefused("identitygrid.taken");
    const Id<Wallet> wallet{grid(story).wallets.rows().begin()->first};
    story.when(UnlinkWallet{wallet}).thenRefused("identitygrid.notYours");
}

void TestIdentityGrid::services()
{
    Story story;
    cast::person(story, "owner");
    cast::person(story, "ada", passports::Level::Dreamer);
    story.when(AddService{"Blog", "https://example.org/blog"})
        .thenFacts({"identitygrid.serviceAdded"});
    const Id<Service> service{story.answer.ids.at(0)};
    for (const char *bad : {"", "example.org", "http://not a host", "javascript alert"})
        story.when(AddService{"Blog", bad}).thenRefused("identitygrid.badAddress");
    story.when(AddService{"", "https://example.org"}).thenRefused("identitygrid.badName");
    story.when(DropService{service}, cast::as("ada")).thenRefused("identitygrid.notYours");
    story.when(DropService{service}).thenFacts({"identitygrid.serviceDropped"});
    story.when(DropService{service}).thenRefused("identitygrid.unknown");
}

void TestIdentityGrid::links()
{
    Story story;
    const auto own = cast::person(story, "owner");
    const auto ada = cast::person(story, "ada", passports::Level::Dreamer);
    const auto dream = cast::dream(story, "one");
    const Id<Service> service{story.given(AddService{"Blog", "https://example.org"}).ids.at(0)};
    const AnyId me{own.value}, her{ada.value};
    story.when(Relate{me, Relation::Owns, {dream.value}}).thenFacts({"identitygrid.related"});
    story.when(Relate{me, Relation::Owns, {dream.value}}).thenFacts({});
    story.when(Relate{{service.value}, Relation::Operates, {dream.value}})
        .thenFacts({"identitygrid.related"});
    story.when(Relate{me, Relation::Trusts, her}).thenFacts({"identitygrid.related"});
    for (const Relation relation : {Relation::Owns, Relation::Controls, Relation::Operates})
        story.when(Relate{me, relation, her}).thenRefused("identitygrid.aPerson");
    story.when(Relate{her, Relation::Trusts, me}).thenRefused("identitygrid.notYours");
    story.when(Relate{me, Relation::Trusts, me}).thenRefused("identitygrid.toItself");
    story.when(Relate{me, Relation::Trusts, {77}}).thenRefused("identitygrid.unknown");
    const Id<Link> link{grid(story).links.rows().rbegin()->first};
    story.when(Unrelate{link}, cast::as("ada")).thenRefused("identitygrid.notYours");
    story.when(Unrelate{link}).thenFacts({"identitygrid.unrelated"});
    story.when(Unrelate{link}).thenRefused("identitygrid.unknown");
    story.when(DropService{service})
        .thenFacts({"identitygrid.unrelated", "identitygrid.serviceDropped"});
}

void TestIdentityGrid::holderLeaves()
{
    Story story;
    const auto own = cast::person(story, "owner");
    const auto ada = cast::person(story, "ada", passports::Level::Dreamer);
    story.given(cast::signedWord(story, "ada", cast::walletKey(6)), cast::as("ada"));
    story.given(AddService{"Hers", "https://example.org"}, cast::as("ada"));
    story.given(Relate{{own.value}, Relation::Trusts, {ada.value}});
    story.when(passports::Depart{ada});
    QVERIFY(grid(story).wallets.isEmpty() && grid(story).services.isEmpty()
            && grid(story).links.isEmpty());
    QVERIFY(grid(story).byAccount.size() == 0 && grid(story).byEnd.isEmpty());
    // a dream that is erased takes its links along
    const auto dream = cast::dream(story, "one");
    story.given(Relate{{own.value}, Relation::Owns, {dream.value}});
    story.given(dreams::Erase{dream});
    QVERIFY(grid(story).links.isEmpty());
}

void TestIdentityGrid::refusals()
{
    Story story;
    // nobody has a passport yet
    story.when(LinkWallet{"m", "s"}).thenRefused("passports.unknown");
    for (std::size_t i = 0; i < noncesMax; ++i)
        story.given(Challenge{});
    story.when(Challenge{}).thenRefused("identitygrid.tooMany");
}

void TestIdentityGrid::cleanupTestCase()
{
    QCOMPARE(Story::untold(info(), QStringLiteral("identity/identitygrid.cpp")), QStringList());
}

QTEST_APPLESS_MAIN(TestIdentityGrid)
#include "tst_identitygrid.moc"
