// The fleet's exams: every agent that has steps passes at least three cases, its two nearest fail one
// of them, and no two make the same of the same. DREAM_FLEET_DRAFTS names a folder of agents in work,
// <id>.json = {"steps", "exam", "capabilities"?, "summary"?}, that stand in for the shipped ones;
// DREAM_FLEET_ONLY limits what is judged to some ids, comma separated; DREAM_FLEET_SHOW=1 prints what is made.
#include "capabilities/canonical.h"
#include "capabilities/capability.h"
#include "hands/resources.h"
#include "hands/roster.h"

#include <boost/json.hpp>

#include <QDir>
#include <QTest>

#include <set>

using namespace hands;
namespace json = boost::json;
using agentregistry::Manifest;

namespace {

constexpr std::size_t casesMin = 3, nearestCount = 2;

struct Fleet {
    std::map<std::string, Manifest> agents;  // those with steps
    std::map<std::string, json::array> exams;
};

void readDraft(const QString &path, const std::string &slug, Fleet &fleet,
               std::map<std::string, Manifest> &all)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        qFatal("a draft cannot be read");
    json::object draft = json::parse(file.readAll().toStdString()).as_object();
    draft["id"] = slug;
    for (const char *name : {"summary", "capabilities"})
        if (!draft.contains(name) && std::string_view(name) == "summary")
            draft[name] = all[slug].summary;
        else if (!draft.contains(name))
            draft[name] = json::value_from(all[slug].capabilities);
    std::string error;
    fleet.exams[slug] = draft["exam"].as_array();
    all[slug] = manifestsIn(json::serialize(json::array{draft}), error).at(0);
}

const Fleet &fleet()
{
    static const Fleet made = [] {
        Fleet fleet;
        std::string error;
        std::map<std::string, Manifest> all;
        for (Manifest &manifest : roster(error))
            all[manifest.slug] = std::move(manifest);
        const json::value exams = json::parse(resources::exams());
        for (const auto &exam : exams.as_object())
            fleet.exams[exam.key()] = exam.value().as_array();
        if (const QString folder = qEnvironmentVariable("DREAM_FLEET_DRAFTS"); !folder.isEmpty())
            for (const QFileInfo &file : QDir(folder).entryInfoList({QStringLiteral("*.json")}))
                readDraft(file.filePath(), file.completeBaseName().toStdString(), fleet, all);
        for (auto &[slug, manifest] : all)
            if (!manifest.steps.empty())
                fleet.agents[slug] = std::move(manifest);
        return fleet;
    }();
    return made;
}

bool isJudged(const std::string &slug)
{
    static const QStringList only =
        qEnvironmentVariable("DREAM_FLEET_ONLY").split(QLatin1Char(','), Qt::SkipEmptyParts);
    return only.isEmpty() || only.contains(QString::fromStdString(slug));
}

template<class T>
double overlap(const std::set<T> &a, const std::set<T> &b)
{
    std::vector<T> both;
    std::ranges::set_intersection(a, b, std::back_inserter(both));
    const double all = static_cast<double>(a.size() + b.size() - both.size());
    return all > 0 ? static_cast<double>(both.size()) / all : 0;
}

std::set<std::string> skillsOf(const Manifest &manifest)
{
    return {manifest.capabilities.begin(), manifest.capabilities.end()};
}

std::set<QString> wordsOf(const Manifest &manifest)
{
    const QStringList words =
        QString::fromStdString(manifest.summary).toLower().split(QLatin1Char(' '));
    return {words.begin(), words.end()};
}

// By shared capabilities, then by shared words of what they say of themselves.
std::vector<std::string> nearest(const std::string &slug)
{
    const Manifest &own = fleet().agents.at(slug);
    std::vector<std::pair<double, std::string>> others;
    for (const auto &[other, manifest] : fleet().agents)
        if (other != slug)
            others.emplace_back(-overlap(skillsOf(own), skillsOf(manifest))
                                    - overlap(wordsOf(own), wordsOf(manifest)) / 100,
                                other);
    std::ranges::sort(others);
    std::vector<std::string> found;
    for (std::size_t i = 0; i < std::min(nearestCount, others.size()); ++i)
        found.push_back(others[i].second);
    return found;
}

// What is left of an artefact when names, ids and parameters are taken out.
void strip(json::value &value)
{
    if (value.is_array())
        for (json::value &item : value.get_array())
            strip(item);
    if (!value.is_object())
        return;
    for (const char *name : {"agent", "agents", "id", "name", "params"})
        value.get_object().erase(name);
    for (auto &member : value.get_object())
        strip(member.value());
}

std::multiset<std::string> madeOf(const json::object &one, const Manifest &manifest)
{
    Artefacts before = givenBy(one, {}), after = before;
    std::multiset<std::string> made;
    if (!runPipeline(manifest.steps, after, {}).empty())
        return made;
    for (const auto &[name, bytes] : after) {
        if (const auto old = before.find(name); old != before.end() && old->second == bytes)
            continue;
        boost::system::error_code error;
        json::value value = json::parse(bytes, error);
        strip(value);
        made.insert(error ? bytes : capabilities::canonical(value));
    }
    return made;
}

}  // namespace

class TestFleet : public QObject {
    Q_OBJECT

private slots:
    void everyAgentPasses_data() { rows(); }
    void everyAgentPasses();
    void nearestFailOne_data() { rows(); }
    void nearestFailOne();
    void stepsAreTrue_data() { rows(); }
    void stepsAreTrue();
    void answersFollowTheDream_data() { rows(); }
    void answersFollowTheDream();
    void noTwoMakeTheSame();

private:
    void rows();
    static void show(const json::object &one, const Manifest &manifest);
};

void TestFleet::rows()
{
    QTest::addColumn<QString>("slug");
    for (const auto &[slug, manifest] : fleet().agents)
        if (isJudged(slug))
            QTest::newRow(slug.c_str()) << QString::fromStdString(slug);
}

void TestFleet::everyAgentPasses()
{
    QFETCH(QString, slug);
    const auto exam = fleet().exams.find(slug.toStdString());
    QVERIFY2(exam != fleet().exams.end() && exam->second.size() >= casesMin,
             "fewer than three cases");
    for (const json::value &one : exam->second) {
        if (qEnvironmentVariableIsSet("DREAM_FLEET_SHOW"))
            show(one.as_object(), fleet().agents.at(slug.toStdString()));
        const std::string failed =
            runCase(one.as_object(), fleet().agents.at(slug.toStdString()).steps, {});
        QVERIFY2(failed.empty(), (std::string(one.at("name").as_string()) + ": " + failed).c_str());
    }
}

void TestFleet::nearestFailOne()
{
    QFETCH(QString, slug);
    const std::vector<std::string> near = nearest(slug.toStdString());
    QCOMPARE(near.size(), nearestCount);
    std::string words = "passed by " + near[0] + " or " + near[1] + ":";
    for (const json::value &one : fleet().exams.at(slug.toStdString())) {
        const bool isFailed = std::ranges::all_of(near, [&](const std::string &other) {
            return !runCase(one.as_object(), fleet().agents.at(other).steps, {}).empty();
        });
        if (isFailed)
            return;
        words += " \"" + std::string(one.at("name").as_string()) + '"';
    }
    QFAIL(words.c_str());
}

// Whether a plan can fill this input: the dream's text, its neighbours, or what some step makes.
static bool isMade(const std::string &input, const std::string &slug)
{
    const std::size_t slash = input.find('/');
    const auto maker =
        fleet().agents.find(slash == std::string::npos ? slug : input.substr(0, slash));
    const std::string name = slash == std::string::npos ? input : input.substr(slash + 1);
    if (maker == fleet().agents.end())
        return false;
    return (slash == std::string::npos && (input == "text" || input == "candidates"))
           || std::ranges::any_of(maker->second.steps, [&](const agentregistry::Step &step) {
                  return std::ranges::count(step.outputs, name);
              });
}

// A manifest runs the capabilities it names, its inputs have a maker, and its steps make what they say.
void TestFleet::stepsAreTrue()
{
    QFETCH(QString, slug);
    const Manifest &manifest = fleet().agents.at(slug.toStdString());
    std::set<std::string> used;
    for (const agentregistry::Step &step : manifest.steps)
        used.insert(step.capability);
    for (const agentregistry::Step &step : manifest.steps)
        for (const std::string &input : step.inputs)
            QVERIFY2(isMade(input, slug.toStdString()),
                     (step.capability + ": nothing makes " + input).c_str());
    QCOMPARE(used, skillsOf(manifest));
    for (const json::value &one : fleet().exams.at(slug.toStdString())) {
        if (one.as_object().contains("refuses"))
            continue;
        Artefacts artefacts = givenBy(one.as_object(), {});
        QCOMPARE(runPipeline(manifest.steps, artefacts, {}), std::string());
        for (const agentregistry::Step &step : manifest.steps)
            for (const std::string &output : step.outputs)
                QVERIFY2(artefacts.contains(output),
                         (step.capability + " made no " + output).c_str());
    }
}

void TestFleet::show(const json::object &one, const Manifest &manifest)
{
    Artefacts artefacts = givenBy(one, {});
    const std::string failed = runPipeline(manifest.steps, artefacts, {});
    qInfo("== %s: %s", one.at("name").as_string().c_str(), failed.c_str());
    for (const auto &[name, bytes] : artefacts)
        qInfo("-- %s: %s", name.c_str(), bytes.substr(0, 6000).c_str());
}

// Another dream, another answer.
void TestFleet::answersFollowTheDream()
{
    QFETCH(QString, slug);
    std::map<std::multiset<std::string>, std::string> made;
    for (const json::value &one : fleet().exams.at(slug.toStdString())) {
        if (one.as_object().contains("refuses"))
            continue;
        const std::string name(one.at("name").as_string());
        const auto [known, isNew] =
            made.emplace(madeOf(one.as_object(), fleet().agents.at(slug.toStdString())), name);
        QVERIFY2(isNew, (name + " is answered as " + known->second).c_str());
    }
}

// Only agents of the same capabilities can; they are compared on all their cases.
void TestFleet::noTwoMakeTheSame()
{
    std::map<std::set<std::string>, std::vector<std::string>> alike;
    for (const auto &[slug, manifest] : fleet().agents)
        alike[skillsOf(manifest)].push_back(slug);
    for (const auto &[skills, slugs] : alike) {
        for (std::size_t a = 0; a < slugs.size(); ++a) {
            for (std::size_t b = a + 1; b < slugs.size(); ++b) {
                bool differs = false;
                for (const std::string &whose : {slugs[a], slugs[b]})
                    for (const json::value &one : fleet().exams.at(whose))
                        differs = differs
                                  || madeOf(one.as_object(), fleet().agents.at(slugs[a]))
                                         != madeOf(one.as_object(), fleet().agents.at(slugs[b]));
                QVERIFY2(differs, (slugs[a] + " and " + slugs[b]).c_str());
            }
        }
    }
}

QTEST_GUILESS_MAIN(TestFleet)
#include "tst_fleet.moc"
