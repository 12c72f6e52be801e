// Whose keys are here: first start, passphrases, locking by itself, several people, twelve words on
// another machine, cards others can check, and secrets that stand nowhere.
#ifndef Q_MOC_RUN  // moc does not read concepts
#    include "crypto/did.h"
#    include "crypto/hexbytes.h"
#    include "hands/backup.h"
#    include "hands/people.h"
#    include "identity/passports.h"
#    include "lungs/starbridge.h"
#    include "spine/superspine.h"
#endif

#include <QDirIterator>
#include <QTemporaryDir>
#include <QTest>

#include <sys/prctl.h>

using namespace hands;
using namespace kernel;

namespace {

struct Home {
    explicit Home(const QString &folder)
    {
        loop::Options options;
        options.folder = folder.toStdString();
        std::string error;
        engine = loop::Engine::open(options, error);
        if (!engine)
            qFatal("%s", error.c_str());
        engine->start();
        people = std::make_unique<People>(*engine);
    }

    Answer publish(const std::string &actor)
    {
        Envelope envelope;
        envelope.actor = actor;
        envelope.origin = Origin::Control;
        return engine->ask(starbridge::Publish{"test.said", "by " + actor}, envelope);
    }
    std::string did(const std::string &actor)
    {
        for (const Person &person : people->all())
            if (person.actor == actor)
                return person.did;
        return {};
    }

    std::unique_ptr<loop::Engine> engine;
    std::unique_ptr<People> people;
};

std::string codeOf(const Outcome &outcome)
{
    return outcome ? "" : outcome.refusal().code;
}

std::string everythingIn(const QString &folder)
{
    std::string all;
    for (QDirIterator files(folder, QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
         files.hasNext();) {
        QFile file(files.next());
        if (file.open(QIODevice::ReadOnly))
            all += file.readAll().toStdString();
    }
    return all;
}

constexpr const char *published =
    "abandon abandon abandon abandon abandon abandon abandon abandon abandon abandon abandon about";

}  // namespace

class TestPeople : public QObject {
    Q_OBJECT

private slots:
    void firstStart();
    void passphrase();
    void locksItself();
    void severalPeople();
    void anotherMachine();
    void keyFileIsBound();
    void card();
    void goesIntoABackup();
    void secretsStandNowhere();
    void outOfDumps();
};

void TestPeople::firstStart()
{
    const QTemporaryDir folder;
    std::string did;
    {
        Home home(folder.path());
        QCOMPARE(codeOf(home.people->begin()), std::string());
        did = home.did("owner");
        QVERIFY(did.starts_with("did:key:z6Mk"));
        home.engine->inspectNow([&](loop::Core &core, store::Store &) {
            const auto *passport = passports::find(core.stateOf<passports::Passports>(), "owner");
            QVERIFY(passport && passport->did == did && passports::has(*passport, "founded"));
        });
        QVERIFY(home.publish("owner").isDone);
    }
    QCOMPARE(QFile::permissions(folder.filePath(QStringLiteral("people.keys"))) & 0x0077,
             QFile::Permissions());
    Home again(folder.path());
    QCOMPARE(codeOf(again.people->begin()), std::string());
    QCOMPARE(again.did("owner"), did);
    QVERIFY(again.people->all().at(0).isUnlocked
            && again.people->all().at(0).guard == Guard::Device);
    // nothing is protected yet, and the program does not say otherwise
    QCOMPARE(codeOf(again.people->lock("owner")), std::string("identity.noPassphrase"));
}

void TestPeople::passphrase()
{
    const QTemporaryDir folder;
    {
        Home home(folder.path());
        QVERIFY(home.people->begin().isDone());
        QCOMPARE(codeOf(home.people->setPassphrase("owner", {}, "short")),
                 std::string("identity.shortPassphrase"));
        QVERIFY(home.people->setPassphrase("owner", {}, "a long enough one").isDone());
        QVERIFY(home.publish("owner").isDone);
        QCOMPARE(codeOf(home.people->setPassphrase("owner", "wrong one here", "another long one")),
                 std::string("identity.wrongPassphrase"));
    }
    Home home(folder.path());
    QVERIFY(home.people->begin().isDone());
    QVERIFY(!home.people->all().at(0).isUnlocked);
    QCOMPARE(home.publish("owner").refusal.code, std::string("identity.locked"));
    QVERIFY(!home.people->sign("owner", "test", {}));
    std::string words;
    QCOMPARE(codeOf(home.people->phrase("owner", "wrong one here", words)),
             std::string("identity.wrongPassphrase"));
    QCOMPARE(codeOf(home.people->unlock("owner", "wrong one here")),
             std::string("identity.wrongPassphrase"));
    QCOMPARE(home.publish("owner").refusal.code, std::string("identity.locked"));
    QVERIFY(home.people->unlock("owner", "a long enough one").isDone());
    QVERIFY(home.publish("owner").isDone);
    QVERIFY(home.people->sign("owner", "test", {}));
    QVERIFY(home.people->lock("owner").isDone());
    QCOMPARE(home.publish("owner").refusal.code, std::string("identity.locked"));
}

// The person is locked out after a time of rest; the engine and the house's own work go on.
void TestPeople::locksItself()
{
    const QTemporaryDir folder;
    Home home(folder.path());
    QVERIFY(home.people->begin().isDone());
    QVERIFY(home.people->setPassphrase("owner", {}, "a long enough one").isDone());
    std::atomic<int> changes = 0;
    home.people->onChanged([&] { ++changes; });
    home.people->setAutoLock(std::chrono::seconds(2));
    QTest::qWait(1200);
    home.people->touch();
    QTest::qWait(1200);
    QVERIFY(home.publish("owner").isDone);
    QTRY_VERIFY_WITH_TIMEOUT(changes == 1, 4000);
    QCOMPARE(home.publish("owner").refusal.code, std::string("identity.locked"));
    Envelope hand;
    hand.actor = "system";
    hand.origin = Origin::Hand;
    QVERIFY(home.engine->ask(superspine::Plan{}, hand).isDone);
    QVERIFY(home.people->unlock("owner", "a long enough one").isDone());
    QVERIFY(home.publish("owner").isDone);
}

void TestPeople::severalPeople()
{
    const QTemporaryDir folder;
    Home home(folder.path());
    QVERIFY(home.people->begin().isDone());
    QVERIFY(home.people->add("ada", "Ada", "ada's passphrase").isDone());
    QCOMPARE(codeOf(home.people->add("ada", "Eve", {})), std::string("passports.actorTaken"));
    QCOMPARE(codeOf(home.people->add("Ada!", "Ada", {})), std::string("passports.badActor"));
    QVERIFY(home.did("ada") != home.did("owner"));
    Envelope envelope;
    envelope.actor = "ada";
    // a visitor may not publish, and that is what she is told, not that she is a stranger
    QCOMPARE(home.publish("ada").refusal.code, std::string("rbac.denied"));
    dreams::Create dream;
    dream.body.text = "hers";
    QVERIFY(home.engine->ask(dream, envelope).isDone);
    QCOMPARE(home.publish("eve").refusal.code, std::string("identity.notYours"));
    QVERIFY(home.people->lock("ada").isDone());
    dream.body.text = "later";
    QCOMPARE(home.engine->ask(dream, envelope).refusal.code, std::string("identity.locked"));
    QVERIFY(home.publish("owner").isDone);
    QCOMPARE(codeOf(home.people->unlock("eve", "x")), std::string("identity.unknownPerson"));
    const Digest digest = crypto::blake2b("text");
    QVERIFY(*home.people->sign("owner", "vote", digest)
            != *home.people->sign("owner", "approval", digest));
}

// The words give the identity back: key, passport's identifier, wallet.
void TestPeople::anotherMachine()
{
    std::string words, did, wallet;
    {
        const QTemporaryDir folder;
        Home home(folder.path());
        QVERIFY(home.people->begin().isDone() && home.people->phrase("owner", {}, words).isDone());
        did = home.did("owner");
        wallet = home.people->all().at(0).wallet;
    }
    QCOMPARE(std::count(words.begin(), words.end(), ' '), std::ptrdiff_t(11));
    const QTemporaryDir folder;
    {
        Home home(folder.path());
        QCOMPARE(codeOf(home.people->restore("owner", "Ida", "one two three", {})),
                 std::string("identity.badWords"));
        QVERIFY(home.people->restore("owner", "Ida", "  " + words + "\n", "a long enough one")
                    .isDone());
        QCOMPARE(home.did("owner"), did);
        QCOMPARE(home.people->all().at(0).wallet, wallet);
        QVERIFY(home.publish("owner").isDone);
        // somebody else's words do not make them the owner
        QCOMPARE(codeOf(home.people->restore("owner", "Eve", published, {})),
                 std::string("passports.actorTaken"));
    }
    // the key file is lost: the passport waits for the words, and for no other key
    QVERIFY(QFile::remove(folder.filePath(QStringLiteral("people.keys"))));
    Home home(folder.path());
    QVERIFY(home.people->begin().isDone());
    QCOMPARE(home.publish("owner").refusal.code, std::string("identity.locked"));
    QCOMPARE(codeOf(home.people->restore("owner", "Ida", published, {})),
             std::string("passports.actorTaken"));
    QVERIFY(home.people->restore("owner", "Ida", words, {}).isDone());
    QVERIFY(home.publish("owner").isDone);
    // the wallet of the words every list of test vectors begins with
    QVERIFY(home.people->restore("ada", "Ada", published, {}).isDone());
    for (const Person &person : home.people->all())
        if (person.actor == "ada")
            QCOMPARE(person.wallet, std::string("0x9858EfFD232B4033E47d90003D41EC34EcaEda94"));
}

// A key sealed for one person opens for no other, and a changed file for nobody.
void TestPeople::keyFileIsBound()
{
    const QTemporaryDir folder;
    {
        Home home(folder.path());
        QVERIFY(home.people->begin().isDone() && home.people->add("ada", "Ada", {}).isDone());
    }
    QFile file(folder.filePath(QStringLiteral("people.keys")));
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray good = file.readAll();
    file.close();
    const auto unlocked = [&](const QByteArray &text) {
        QVERIFY2(file.open(QIODevice::WriteOnly) && file.write(text) == text.size(), "write");
        file.close();
        Home home(folder.path());
        QVERIFY(home.people->begin().isDone());
        for (const Person &person : home.people->all())
            QVERIFY2(person.actor != "ada" || !person.isUnlocked, text.constData());
    };
    QByteArray swapped = good;
    const QList<QByteArray> lines = good.split('\n');
    const auto sealedOf = [](const QByteArray &line) {
        return line.mid(line.indexOf("sealed") + 9, 400);
    };
    QVERIFY(lines.size() >= 2 && sealedOf(lines[0]) != sealedOf(lines[1]));
    swapped.replace("\"actor\":\"ada\"", "\"actor\":\"tmp\"")
        .replace("\"actor\":\"owner\"", "\"actor\":\"ada\"");
    unlocked(swapped);
    QByteArray flipped = good;
    const qsizetype at = flipped.indexOf("sealed") + 120;
    flipped[at] = flipped[at] == 'a' ? 'b' : 'a';
    unlocked(flipped);
    unlocked("not JSON at all\n{\"actor\":5}\n" + good.left(30));
}

void TestPeople::card()
{
    const QTemporaryDir folder;
    Home home(folder.path());
    QVERIFY(home.people->begin().isDone());
    std::string json;
    QVERIFY(home.people->card("owner", json).isDone());
    const auto read = crypto::readPassport(json);
    QVERIFY(read && read->issuer == home.engine->deviceKey()
            && read->passport.subject == home.did("owner"));
    QVERIFY(read->passport.level == "visitor" && read->passport.achievements.size() == 1);
    QVERIFY(read->passport.name.empty());  // nobody consented to show it
    for (std::size_t i = 0; i < json.size(); i += 7) {
        std::string changed = json;
        changed[i] = changed[i] == 'a' ? 'b' : 'a';
        if (changed != json)
            QVERIFY2(!crypto::readPassport(changed), changed.c_str());
    }
    QCOMPARE(codeOf(home.people->card("eve", json)), std::string("passports.unknown"));
}

void TestPeople::goesIntoABackup()
{
    const QTemporaryDir folder, out, into;
    std::string did;
    {
        Home home(folder.path());
        QVERIFY(home.people->begin().isDone());
        did = home.did("owner");
    }
    std::string error;
    const auto entropy = backupEntropy(folder.path().toStdString(), error);
    QVERIFY(entropy);
    const BackupFile made = makeBackup(folder.path().toStdString(), out.path().toStdString(), "b",
                                       *entropy, [] { return true; });
    QCOMPARE(made.error, std::string());
    const BackupFile back =
        restoreBackup(made.file, into.path().toStdString() + "/p", *entropy, [] { return true; });
    QCOMPARE(back.error, std::string());
    Home home(into.path() + QStringLiteral("/p"));
    QVERIFY(home.people->begin().isDone());
    QVERIFY(home.people->all().at(0).isUnlocked && home.did("owner") == did);
}

// After everything a person may do: no word, secret or passphrase in any byte of the profile.
void TestPeople::secretsStandNowhere()
{
    const QTemporaryDir folder;
    std::string words;
    {
        Home home(folder.path());
        QVERIFY(home.people->begin().isDone() && home.people->phrase("owner", {}, words).isDone());
        QVERIFY(home.people->setPassphrase("owner", {}, "PassphraseToBeFoundNowhere").isDone());
        QVERIFY(home.people->add("ada", "Ada", "AnotherToBeFoundNowhere").isDone());
        QVERIFY(home.publish("owner").isDone);
        std::string json;
        QVERIFY(home.people->card("owner", json).isDone());
    }
    const std::string all = everythingIn(folder.path());
    QVERIFY(all.size() > 1000 && all.find("did:key:z6Mk") != std::string::npos);
    const std::string entropy = *crypto::phraseEntropy(words);
    const crypto::SecretKey identity = crypto::identityKey(*crypto::seedOf(words))->seed();
    const std::string key(reinterpret_cast<const char *>(identity.bytes().data()), 32);
    for (const std::string &secret :
         {words, words.substr(0, words.find(' ', 12)), entropy,
          crypto::hexOf(crypto::bytesOf(entropy)), key, crypto::hexOf(crypto::bytesOf(key)),
          std::string("ToBeFoundNowhere")})
        QVERIFY(all.find(secret) == std::string::npos);
}

void TestPeople::outOfDumps()
{
    const QTemporaryDir folder;
    const Home home(folder.path());
    QCOMPARE(prctl(PR_GET_DUMPABLE), 0);
}

QTEST_GUILESS_MAIN(TestPeople)
#include "tst_people.moc"
