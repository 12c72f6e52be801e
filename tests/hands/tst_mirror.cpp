// The mirror folder says what the dreams say, changes with them and with nothing else, forgets what was
// erased before the erasure is answered, and never touches what a person put there.
#include "mirrorfixture.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <sys/stat.h>

using namespace mirrortest;

class TestMirror : public QObject {
    Q_OBJECT

private slots:
    void saysWhatDreamsSay();
    void linksBothWays();
    void onlyWhatChanged();
    void renamedAndArchived();
    void movedBack();
    void erased();
    void changedByHand();
    void linksLeadNowhere();
    void away();
    void notInto();
    void inTheWay();
    void stopped();
    void versionsAndArtefacts();
    void manyDreams();
};

static QJsonObject jsonOf(const std::string &bytes)
{
    return QJsonDocument::fromJson(QByteArray::fromStdString(bytes)).object();
}

static ino_t inodeOf(const std::string &path)
{
    struct stat status {};
    return ::stat(path.c_str(), &status) == 0 ? status.st_ino : 0;
}

void TestMirror::saysWhatDreamsSay()
{
    Fixture f;
    const std::string texts[] = {"One line without an end",
                                 "---\ntitle: own\n---\n# Grüße: \"ja\"\n\nZwei.\n",
                                 "日本の夢\n\nemoji 🜂 and\ttab\r\n"};
    std::vector<std::uint64_t> ids;
    for (const std::string &text : texts)
        ids.push_back(f.write(text));
    QVERIFY(f.follow("mirror"));
    const Mirror mirror = f.mirror("mirror");
    QVERIFY2(mirror.standing == Standing::Written, mirror.reason.c_str());
    QCOMPARE(mirror.dreams, std::uint64_t(3));
    QCOMPARE(mirror.files, std::uint64_t(f.shown("mirror").size()));
    QVERIFY(!mirror.digest.isZero() && mirror.page > 0);
    for (std::size_t i = 0; i < ids.size(); ++i) {
        const std::string markdown = f.shown("mirror")[f.fileOf("mirror", ids[i], ".md")];
        const std::size_t end = markdown.find("\n---\n\n", 4);
        QVERIFY(markdown.starts_with("---\nid: \"" + idText(ids[i]) + "\"\n")
                && end != std::string::npos);
        QVERIFY2(markdown.substr(end + 6).starts_with(texts[i]), markdown.c_str());
        const QJsonObject json = jsonOf(f.shown("mirror")[f.fileOf("mirror", ids[i], ".json")]);
        QCOMPARE(json[QStringLiteral("text")].toString().toStdString(), texts[i]);
        const QJsonArray versions = json[QStringLiteral("versions")].toArray();
        QCOMPARE(versions.size(), 1);
        QCOMPARE(versions[0].toObject()[QStringLiteral("text")].toString().toStdString(), texts[i]);
    }
    QVERIFY(f.fileOf("mirror", ids[2], ".md").starts_with("日本の夢-"));
    QVERIFY(f.fileOf("mirror", ids[0], ".md").starts_with("one-line-without-an-end-"));
    const QJsonObject index = jsonOf(f.shown("mirror")["index.json"]);
    QCOMPARE(index[QStringLiteral("dreams")].toArray().size(), 3);
    QVERIFY(f.isAsFresh("mirror"));
}

void TestMirror::linksBothWays()
{
    Fixture f;
    QVERIFY(f.follow("mirror"));
    const std::uint64_t to = f.write("A garden of [stone]", "A garden of [stone]");
    const std::uint64_t from =
        f.write("See [[Tide]] and dreamscope:dream/" + idText(to) + ".", "Notes");
    QVERIFY(f.settle());
    auto files = f.shown("mirror");
    const auto links = [&](std::uint64_t dream, const char *which) {
        return jsonOf(f.shown("mirror")[f.fileOf("mirror", dream, ".json")])[QLatin1String(which)]
            .toArray();
    };
    QCOMPARE(links(from, "links").size(), 1);
    QCOMPARE(links(to, "backlinks").size(), 1);
    QVERIFY(files[f.fileOf("mirror", from, ".md")].find("[A garden of \\[stone\\]](")
            != std::string::npos);
    // A title that somebody waited for.
    const std::uint64_t tide = f.write("The sea comes back", "tide");
    QVERIFY(f.settle());
    QCOMPARE(links(from, "links").size(), 2);
    QCOMPARE(links(tide, "backlinks").size(), 1);
    QVERIFY(f.rename(tide, "Ebb"));
    QVERIFY(f.settle());
    QCOMPARE(links(from, "links").size(), 1);
    QCOMPARE(links(tide, "backlinks").size(), 0);
    QVERIFY(f.isAsFresh("mirror"));
}

void TestMirror::onlyWhatChanged()
{
    Fixture f;
    std::vector<std::uint64_t> ids;
    for (int i = 0; i < 30; ++i)
        ids.push_back(f.write("Dream number " + std::to_string(i)));
    QVERIFY(f.follow("mirror"));
    std::map<std::string, ino_t> before;
    for (const auto &[name, bytes] : f.shown("mirror"))
        before[name] = inodeOf(f.path("mirror/" + name));
    QVERIFY(f.rewrite(ids[7], "Dream number 7 said otherwise"));
    QVERIFY(f.settle());
    std::set<std::string> rewritten;
    for (const auto &[name, inode] : before)
        if (inodeOf(f.path("mirror/" + name)) != inode)
            rewritten.insert(name);
    const std::set<std::string> wanted{"index.json", f.fileOf("mirror", ids[7], ".md"),
                                       f.fileOf("mirror", ids[7], ".json")};
    QCOMPARE(rewritten, wanted);
    // A start without news changes nothing and says nothing.
    std::uint64_t facts = 0, later = 0;
    f.engine().inspectNow([&](loop::Core &core, store::Store &) { facts = core.facts(); });
    f.reopen();
    QVERIFY(f.settle());
    f.engine().inspectNow([&](loop::Core &core, store::Store &) { later = core.facts(); });
    QCOMPARE(later, facts);
    // What a person took away comes back.
    const std::string gone = f.path("mirror/" + f.fileOf("mirror", ids[3], ".md"));
    fs::remove(gone);
    f.reopen();
    QVERIFY(f.settle() && fs::exists(gone));
    QVERIFY(f.isAsFresh("mirror"));
}

void TestMirror::renamedAndArchived()
{
    Fixture f;
    const std::uint64_t id = f.write("Some words", "First name");
    const std::uint64_t other = f.write("dreamscope:dream/" + idText(id), "Other");
    QVERIFY(f.follow("mirror"));
    QVERIFY(f.fileOf("mirror", id, ".md").starts_with("first-name-"));
    QVERIFY(f.rename(id, "Second: name!"));
    QVERIFY(f.settle());
    QVERIFY(f.fileOf("mirror", id, ".md").starts_with("second-name-"));
    QCOMPARE(f.shown("mirror").size(), std::size_t(6));
    QVERIFY(f.shown("mirror")[f.fileOf("mirror", other, ".md")].find("(second-name-")
            != std::string::npos);
    QVERIFY(f.engine().ask(dreams::Archive{Id<dreams::Dream>{id}}).isDone && f.settle());
    QVERIFY(f.fileOf("mirror", id, ".md").starts_with("archive/second-name-"));
    QCOMPARE(f.shown("mirror").size(), std::size_t(6));
    QVERIFY(f.shown("mirror")[f.fileOf("mirror", other, ".md")].find("(archive/second-name-")
            != std::string::npos);
    QVERIFY(f.shown("mirror")[f.fileOf("mirror", id, ".md")].find("(../other-")
            != std::string::npos);
    QVERIFY(f.isAsFresh("mirror"));
    QVERIFY(f.engine().ask(dreams::Unarchive{Id<dreams::Dream>{id}}).isDone && f.settle());
    QVERIFY(f.fileOf("mirror", id, ".md").starts_with("second-name-"));
    QVERIFY(f.isAsFresh("mirror"));
}

// Its words stand nowhere in the folder once the erasure is answered, hidden files included.
// Archived and taken back while those that name it are being written: they say where it is at the end.
void TestMirror::movedBack()
{
    Fixture f;
    const std::uint64_t first = f.write("The one that moves");
    for (int i = 0; i < 60; ++i)
        f.write("Dream " + std::to_string(i) + " after dreamscope:dream/" + idText(first));
    QVERIFY(f.follow("mirror"));
    for (int round = 0; round < 12; ++round) {
        QVERIFY(f.engine().ask(dreams::Archive{{first}}).isDone);
        QTest::qSleep(1 + 2 * round);
        QVERIFY(f.engine().ask(dreams::Unarchive{{first}}).isDone && f.settle());
        QVERIFY2(f.isAsFresh("mirror"), std::to_string(round).c_str());
    }
}

void TestMirror::erased()
{
    Fixture f;
    const std::uint64_t id = f.write("xyzzyplugh is what nobody else says", "Quuxfoobar title");
    const std::uint64_t other = f.write("Look at dreamscope:dream/" + idText(id), "Other");
    QVERIFY(f.follow("mirror"));
    QVERIFY(f.rename(id, "Quuxfoobar again") && f.settle());
    // A person wrote into it, too.
    std::ofstream(f.path("mirror/" + f.fileOf("mirror", id, ".md")), std::ios::app)
        << "xyzzyplugh by hand";
    QVERIFY(f.rewrite(id, "xyzzyplugh once more") && f.settle());
    QCOMPARE(f.mirror("mirror").conflicts, std::uint64_t(1));
    QVERIFY(f.shown("mirror")[f.fileOf("mirror", other, ".md")].find("uuxfoobar")
            != std::string::npos);
    QVERIFY(f.erase(id));
    for (const auto &[name, bytes] : filesOf(f.path("mirror"))) {
        for (const char *word : {"xyzzyplugh", "uuxfoobar"})
            QVERIFY2((name + bytes).find(word) == std::string::npos, (name + ": " + bytes).c_str());
    }
    QVERIFY(f.settle());
    QCOMPARE(f.mirror("mirror").erasedSince, 0u);
    QCOMPARE(f.mirror("mirror").dreams, std::uint64_t(1));
    QVERIFY(f.isAsFresh("mirror"));
    // A single mirror is not kept in step, and that is said.
    QVERIFY(f.once("single"));
    QVERIFY(f.erase(other) && f.settle());
    QCOMPARE(f.mirror("single").erasedSince, 1u);
    QCOMPARE(f.mirror("mirror").erasedSince, 0u);
    QVERIFY(f.once("single"));
    QCOMPARE(f.mirror("single").erasedSince, 0u);
}

void TestMirror::changedByHand()
{
    Fixture f;
    const std::uint64_t id = f.write("By the machine", "Words");
    QVERIFY(f.follow("mirror"));
    const std::string name = f.fileOf("mirror", id, ".md"), file = f.path("mirror/" + name);
    for (int i = 1; i <= 2; ++i) {
        std::ofstream(file) << "mine " << i;
        QVERIFY(f.rewrite(id, "By the machine, " + std::to_string(i)) && f.settle());
        const std::string beside = file + (i == 1 ? ".conflict" : ".conflict-2");
        QCOMPARE(bytesOf(beside), "mine " + std::to_string(i));
        QVERIFY(bytesOf(file).find("By the machine, " + std::to_string(i)) != std::string::npos);
        QCOMPARE(f.mirror("mirror").conflicts, std::uint64_t(i));
    }
    // A rename does not take what a person wrote with it.
    std::ofstream(file) << "mine 3";
    QVERIFY(f.rename(id, "Other words") && f.settle());
    QVERIFY(!fs::exists(file));
    QCOMPARE(bytesOf(file + ".conflict-3"), std::string("mine 3"));
    // Writing everything again finds what changes alone would not.
    std::ofstream(f.path("mirror/index.md")) << "my own index";
    QVERIFY(f.engine().ask(dreammirror::Write{}).isDone && f.settle());
    QCOMPARE(bytesOf(f.path("mirror/index.md.conflict")), std::string("my own index"));
    QCOMPARE(f.mirror("mirror").conflicts, std::uint64_t(4));
}

// Neither a file nor a folder that is a link leads out.
void TestMirror::linksLeadNowhere()
{
    Fixture f;
    const std::uint64_t id = f.write("Some text", "Words");
    QVERIFY(f.follow("mirror"));
    fs::create_directory(f.path("outside"));
    std::ofstream(f.path("outside/file")) << "untouched";
    const std::string name = f.fileOf("mirror", id, ".md");
    fs::remove(f.path("mirror/" + name));
    fs::create_symlink(f.path("outside/file"), f.path("mirror/" + name));
    QVERIFY(f.rewrite(id, "Some other text") && f.settle());
    QVERIFY(fs::is_symlink(f.path("mirror/" + name + ".conflict")));
    QVERIFY(!fs::is_symlink(f.path("mirror/" + name)));
    fs::create_directory_symlink(f.path("outside"), f.path("mirror/archive"));
    QVERIFY(f.engine().ask(dreams::Archive{Id<dreams::Dream>{id}}).isDone && f.settle());
    QVERIFY(f.mirror("mirror").standing == Standing::Failed && !f.mirror("mirror").reason.empty());
    fs::remove(f.path("mirror/archive"));
    QTRY_VERIFY_WITH_TIMEOUT(f.mirror("mirror").standing == Standing::Written, 20'000);
    QVERIFY(f.erase(id));
    QCOMPARE(filesOf(f.path("outside")).size(), std::size_t(1));
    QCOMPARE(bytesOf(f.path("outside/file")), std::string("untouched"));
}

void TestMirror::away()
{
    Fixture f;
    const std::uint64_t id = f.write("plughxyzzy", "Words"), other = f.write("Others", "Others");
    QVERIFY(f.follow("mirror"));
    fs::rename(f.path("mirror"), f.path("elsewhere"));
    QVERIFY(f.rewrite(other, "Others, changed") && f.settle());
    QVERIFY(f.mirror("mirror").standing == Standing::Away);
    QVERIFY(!fs::exists(f.path("mirror")));
    QVERIFY(f.erase(id) && f.settle());
    QCOMPARE(f.mirror("mirror").erasedSince, 1u);
    f.reopen();
    QVERIFY(f.settle());
    QVERIFY(f.mirror("mirror").standing == Standing::Away);
    // Where a disk was mounted an empty folder stays; it is not taken for the mirror.
    fs::create_directory(f.path("mirror"));
    QTest::qWait(300);
    QVERIFY(f.mirror("mirror").standing == Standing::Away && fs::is_empty(f.path("mirror")));
    fs::remove(f.path("mirror"));
    QVERIFY(!f.fileOf("elsewhere", id, ".md").empty());
    fs::rename(f.path("elsewhere"), f.path("mirror"));
    QTRY_VERIFY_WITH_TIMEOUT(f.mirror("mirror").standing == Standing::Written, 20'000);
    QCOMPARE(f.mirror("mirror").erasedSince, 0u);
    for (const auto &[name, bytes] : filesOf(f.path("mirror")))
        QVERIFY2(bytes.find("plughxyzzy") == std::string::npos, name.c_str());
    QVERIFY(f.isAsFresh("mirror"));
}

void TestMirror::notInto()
{
    Fixture f;
    f.write("Some words");
    const auto reason = [&](const std::string &name) {
        if (!f.once(name) || f.mirror(name).standing != Standing::Failed)
            return std::string();
        return f.mirror(name).reason;
    };
    fs::create_directory(f.path("notes"));
    std::ofstream(f.path("notes/index.md")) << "mine";
    const std::string others = reason("notes");
    QVERIFY2(others.find("other files") != std::string::npos, others.c_str());
    QCOMPARE(bytesOf(f.path("notes/index.md")), std::string("mine"));
    QCOMPARE(filesOf(f.path("notes")).size(), std::size_t(1));
    QVERIFY(reason("profile/mirror").find("in each other") != std::string::npos);
    QVERIFY(!fs::exists(f.path("profile/mirror")));
    QVERIFY(f.once("first"));
    Fixture g;
    g.write("Of another profile");
    fs::copy(f.path("first"), g.path("first"), fs::copy_options::recursive);
    QVERIFY(g.once("first"));
    QVERIFY(g.mirror("first").reason.find("another profile") != std::string::npos);
    QCOMPARE(g.shown("first"), f.shown("first"));
    QVERIFY(!f.engine().ask(dreammirror::Follow{"relative/path"}).isDone);
    QVERIFY(!f.engine().ask(dreammirror::Stop{}).isDone);
}

// A folder that cannot be written says so, keeps what there is, and goes on by itself.
void TestMirror::inTheWay()
{
    Fixture f;
    const std::uint64_t id = f.write("Some words", "Words");
    QVERIFY(f.follow("mirror"));
    const auto before = f.shown("mirror");
    fs::create_directory(f.path("mirror/.dreamscope-part"));
    QVERIFY(f.rewrite(id, "Some other words") && f.settle());
    QVERIFY(f.mirror("mirror").standing == Standing::Failed && !f.mirror("mirror").reason.empty());
    QCOMPARE(f.shown("mirror"), before);
    fs::remove(f.path("mirror/.dreamscope-part"));
    QTRY_VERIFY_WITH_TIMEOUT(f.mirror("mirror").standing == Standing::Written, 20'000);
    QVERIFY(f.isAsFresh("mirror"));
}

void TestMirror::stopped()
{
    Fixture f;
    const std::uint64_t id = f.write("Some words", "Words");
    QVERIFY(f.follow("mirror"));
    const auto before = f.shown("mirror");
    QVERIFY(f.engine().ask(dreammirror::Stop{}).isDone && f.settle());
    QVERIFY(f.rewrite(id, "Some other words") && f.settle());
    QCOMPARE(f.shown("mirror"), before);
    QVERIFY(!f.mirror("mirror").isFollowed);
    QVERIFY(f.follow("mirror"));
    QVERIFY(f.isAsFresh("mirror"));
}

void TestMirror::versionsAndArtefacts()
{
    Fixture f;
    const std::uint64_t id = f.write("First text", "Words");
    QVERIFY(f.rewrite(id, "Second text"));
    dreamvault::Keep keep;
    keep.dream = {id};
    keep.name = "summary";
    keep.agent = "lucid";
    keep.mediaType = "application/json";
    keep.bytes = kernel::Body{R"({"sentences":[{"text":"A summary of it."}]})"};
    Envelope hand;
    hand.actor = "system";
    hand.origin = Origin::Hand;
    QVERIFY(f.engine().ask(keep, hand).isDone);
    QVERIFY(f.follow("mirror"));
    const QJsonObject json = jsonOf(f.shown("mirror")[f.fileOf("mirror", id, ".json")]);
    const QJsonArray versions = json[QStringLiteral("versions")].toArray();
    QCOMPARE(versions.size(), 2);
    QCOMPARE(versions[0].toObject()[QStringLiteral("text")].toString(),
             QStringLiteral("First text"));
    const QJsonObject artefact = json[QStringLiteral("artefacts")].toArray()[0].toObject();
    QCOMPARE(artefact[QStringLiteral("text")].toString().toStdString(), keep.bytes.text);
    const std::string markdown = f.shown("mirror")[f.fileOf("mirror", id, ".md")];
    QVERIFY(markdown.find("A summary of it.") != std::string::npos);
}

void TestMirror::manyDreams()
{
    constexpr int many = 2000;
    Fixture f;
    std::vector<std::pair<Ask, Reply>> asks;
    for (int i = 0; i < many; ++i) {
        dreams::Create create;
        create.body = kernel::Body{"Dream number " + std::to_string(i) + " speaks of itself"};
        asks.emplace_back(makeAsk(create), Reply{});
    }
    f.engine().send(std::move(asks));
    const auto began = std::chrono::steady_clock::now();
    QVERIFY(f.follow("mirror"));
    const auto took = std::chrono::duration_cast<std::chrono::milliseconds>(
        std::chrono::steady_clock::now() - began);
    qInfo("%d dreams in %lld ms", many, static_cast<long long>(took.count()));
    QCOMPARE(f.shown("mirror").size(), std::size_t(2 * many + 2));
    QVERIFY(took < std::chrono::seconds(120));
}

QTEST_GUILESS_MAIN(TestMirror)
#include "tst_mirror.moc"
