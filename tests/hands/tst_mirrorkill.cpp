// A mirror whose program is killed again and again, at any moment of its writing, ends up as one that
// was written at once, and never holds half a file. Started with words, the program is the one killed.
#include "mirrorfixture.h"

#include <QJsonDocument>
#include <QProcess>

using namespace mirrortest;

class TestMirrorKill : public QObject {
    Q_OBJECT

private slots:
    void killed();
};

// Changes what there is, a little differently each time, and lets the mirror write it.
static int live(const std::string &profile, int round)
{
    std::string error;
    const auto body = openBody(profile, error);
    if (!body)
        return 1;
    std::vector<std::uint64_t> ids;
    body->engine().inspectNow([&](loop::Core &core, store::Store &) {
        for (const auto &[id, dream] : core.stateOf<dreams::Dreams>().dreams.rows())
            ids.push_back(id);
    });
    for (std::size_t i = static_cast<std::size_t>(round) % 5; i < ids.size(); i += 5) {
        const Id<dreams::Dream> dream{ids[i]};
        dreams::Edit edit;
        edit.dream = dream;
        edit.title = "Round " + std::to_string(round) + " of " + std::to_string(i);
        body->engine().ask(edit);
        if (i % 3 == 0)
            body->engine().ask(dreams::Archive{dream});
        if (i % 7 == 0)
            body->engine().ask(dreams::Unarchive{dream});
        if (i % 41 == 40)
            body->engine().ask(dreams::Erase{dream});
    }
    return body->mirror()->settle(patienceMax) ? 0 : 1;
}

void TestMirrorKill::killed()
{
    Fixture f;
    std::uint64_t before = 0;
    for (int i = 0; i < 250; ++i)
        before =
            f.write("Dream " + std::to_string(i) + " after dreamscope:dream/" + idText(before));
    QVERIFY(f.follow("mirror"));
    f.body.reset();
    int kills = 0;
    for (int round = 0; round < 24; ++round) {
        QProcess process;
        process.setProcessChannelMode(QProcess::ForwardedChannels);
        process.start(QCoreApplication::applicationFilePath(),
                      {QStringLiteral("--live"), QString::fromStdString(f.path("profile")),
                       QString::number(round)});
        QVERIFY(process.waitForStarted());
        if (!process.waitForFinished(40 + 53 * (round % 9))) {
            process.kill();
            QVERIFY(process.waitForFinished());
            ++kills;
        }
        for (const auto &[name, bytes] : f.shown("mirror")) {
            QVERIFY2(name.find(".conflict") == std::string::npos, name.c_str());
            if (name.ends_with(".json"))
                QVERIFY2(QJsonDocument::fromJson(QByteArray::fromStdString(bytes)).isObject(),
                         name.c_str());
        }
    }
    qInfo("%d of 24 were killed", kills);
    QVERIFY(kills >= 6);
    f.reopen();
    QVERIFY(f.settle());
    QVERIFY(f.mirror("mirror").standing == Standing::Written);
    QVERIFY(f.isAsFresh("mirror"));
}

int main(int argc, char **argv)
{
    if (argc == 4 && std::string_view(argv[1]) == "--live")
        return live(argv[2], std::atoi(argv[3]));
    QCoreApplication application(argc, argv);
    TestMirrorKill test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_mirrorkill.moc"
