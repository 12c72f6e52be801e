// The house checks itself: every rule is read over the real tree, and every rule is shown to fail
// by the same tree with one violation seeded in memory.
#include "floors.h"
#include "tree.h"
#include "violations.h"
#include "words.h"

#include <QFile>
#include <QProcess>
#include <QSet>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <cstdio>
#include <functional>

using namespace Qt::StringLiterals;

namespace {

using Rule = std::function<QStringList(const house::Tree &)>;

struct NamedRule {
    const char *name;
    Rule rule;
};

QByteArray systemsJson()
{
    const QString program = u"" DREAM_BINARY_DIR "/bin/dreamctl"_s;
    QTemporaryDir profile;
    if (!QFile::exists(program) || !profile.isValid())
        return {};
    QProcess process;
    process.start(program, {u"--profile"_s, profile.path(), u"systems"_s, u"--json"_s});
    return process.waitForFinished(20'000) ? process.readAllStandardOutput() : QByteArray();
}

const QList<NamedRule> &rules()
{
    static const QByteArray systems = systemsJson();
    static const QList<NamedRule> list{
        {"floors are not skipped", house::floorsAreNotSkipped},
        {"only some floors know", house::onlySomeFloorsKnow},
        {"POSIX is behind one file", house::posixIsBehindOneFile},
        {"systems have no cycle", house::systemsHaveNoCycle},
        {"includes resolve", house::includesResolve},
        {"qml imports models only", house::qmlImportsModelsOnly},
        {"pages name what exists",
         [](const house::Tree &tree) {
             return house::pagesNameWhatExists(tree, house::declaredNames(tree, systems));
         }},
        {"refusals have sentences", house::refusalsHaveSentences},
        {"files are short", house::filesAreShort},
        {"functions are short", house::functionsAreShort},
        {"floors have READMEs", house::floorsHaveReadmes},
        {"paths are of the house", house::pathsAreOfTheHouse},
        {"the map matches the tree", house::mapMatchesTree},
    };
    return list;
}

const Rule &ruleOf(const QString &name)
{
    for (const NamedRule &one : rules()) {
        if (name == QLatin1String(one.name))
            return one.rule;
    }
    qFatal("no rule %s", qPrintable(name));
}

// Long texts are written here rather than in the list of violations.
QString written(const QString &text)
{
    if (text == u"@401 lines")
        return QString(401, u'\n');
    if (text == u"@a function of 61 lines")
        return u"void f()\n{\n"_s + QString(61, u'\n') + u"}\n"_s;
    return text;
}

}  // namespace

class TstTidy : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void house_data();
    void house();
    void violation_data();
    void violation();
    void everyRuleCanFail();
    void commentsAreNotCode();
    void namesFromHeaders();
    void namesFromDreamctl();

private:
    house::Tree m_tree;
};

void TstTidy::initTestCase()
{
    m_tree = house::load(QStringLiteral(DREAM_SOURCE_DIR));
    QVERIFY2(m_tree.contains(u"engine/CMakeLists.txt"_s), "the tree was not read");
}

void TstTidy::house_data()
{
    QTest::addColumn<QString>("rule");
    for (const NamedRule &one : rules())
        QTest::newRow(one.name) << QString::fromLatin1(one.name);
}

void TstTidy::house()
{
    QFETCH(QString, rule);
    const QStringList breaches = ruleOf(rule)(m_tree);
    for (const QString &breach : breaches)
        std::printf("not ok %s\n", qPrintable(breach));
    std::fflush(stdout);
    QVERIFY2(breaches.isEmpty(),
             qPrintable(QString::number(breaches.size()) + u" breaches, above"_s));
}

void TstTidy::violation_data()
{
    QTest::addColumn<int>("index");
    for (int i = 0; i < int(house::violations().size()); ++i)
        QTest::addRow("%02d %s", i, house::violations().at(i).rule) << i;
}

void TstTidy::violation()
{
    QFETCH(int, index);
    const house::Violation &seeded = house::violations().at(index);
    house::Tree tree = m_tree;
    for (const auto &[file, text] : seeded.files) {
        if (qstrcmp(text, "-") == 0)
            tree.remove(QString::fromLatin1(file));
        else
            tree.insert(QString::fromLatin1(file), written(QString::fromLatin1(text)));
    }
    const Rule &rule = ruleOf(QString::fromLatin1(seeded.rule));
    const QString message = QString::fromLatin1(seeded.message);
    const QString after = rule(tree).join(u'\n');
    QVERIFY2(after.contains(message),
             qPrintable(u"not found: "_s + message + u"\nin:\n"_s + after));
    static QHash<QString, QString> before;
    QString &said = before[QString::fromLatin1(seeded.rule)];
    if (said.isEmpty())
        said = u'\n' + rule(m_tree).join(u'\n');
    QVERIFY2(!said.contains(message), "it was there without the violation");
}

void TstTidy::everyRuleCanFail()
{
    for (const NamedRule &one : rules()) {
        const bool isSeeded = std::any_of(
            house::violations().begin(), house::violations().end(),
            [&](const house::Violation &seeded) { return qstrcmp(seeded.rule, one.name) == 0; });
        QVERIFY2(isSeeded, one.name);
    }
}

void TstTidy::commentsAreNotCode()
{
    const QString code = u"// #include <thread>\n/* rand() */ auto s = \"rand()\"; f('\"');\n"_s;
    QCOMPARE(house::withoutComments(code, false), u" \n  auto s = \"\"; f(\"\");\n"_s);
    QVERIFY(house::includesOf(code).isEmpty());
    QCOMPARE(house::withoutComments(u"R\"(a // b)\" // c\n"_s), u"R\"(a // b)\"  \n"_s);
    QCOMPARE(house::withoutComments(u"1'000 + 2'000; // c"_s), u"1'000 + 2'000;  "_s);

    house::Tree tree{{u"engine/text/a.cpp"_s, code}};
    QVERIFY(house::onlySomeFloorsKnow(tree).isEmpty());
    tree[u"engine/text/a.cpp"_s] = u"int a = rand();\n"_s;
    QCOMPARE(house::onlySomeFloorsKnow(tree).size(), 1);
}

void TstTidy::namesFromHeaders()
{
    const house::Tree tree{
        {u"engine/community/wolfpacks.h"_s,
         u"struct Join { DREAM_FIELDS(Join, pack) };\n"
         "struct Left { static constexpr std::string_view archiveName = \"leavers\"; };\n"
         "struct State { kernel::Table<Pack> packs; };\n"_s}};
    const QSet<QString> names = house::declaredNames(tree, {});
    QVERIFY(names.contains(u"wolfpacks.join"_s));
    QVERIFY(names.contains(u"wolfpacks.packs"_s));
    QVERIFY(names.contains(u"wolfpacks.leavers"_s));
    QCOMPARE(names.size(), 3);
}

void TstTidy::namesFromDreamctl()
{
    const QByteArray json =
        R"({"systems":[{"stem":"wolfpacks","commands":[{"name":"wolfpacks.join"}],
        "tables":[{"name":"wolfpacks.packs","fields":[{"name":"title"}]}]}]})";
    const QSet<QString> names = house::declaredNames({}, json);
    QCOMPARE(names, (QSet<QString>{u"wolfpacks.join"_s, u"wolfpacks.packs"_s}));
}

QTEST_GUILESS_MAIN(TstTidy)
#include "tst_tidy.moc"
