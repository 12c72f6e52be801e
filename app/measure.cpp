#include "measure.h"

#include "bridge.h"
#include "rows.h"

#include <QCoreApplication>
#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QQuickItem>
#include <QQuickWindow>
#include <QTimer>

#include <algorithm>
#include <cstdio>
#include <ctime>
#include <vector>

namespace desktop {

using namespace Qt::StringLiterals;

namespace {

constexpr int gapEveryMs = 2;
constexpr double stepPixels = 90;
constexpr std::size_t tasksInFlight = 256, eventsInFlight = 256;

void say(const QJsonObject &figures)
{
    std::printf("%s\n", QJsonDocument(figures).toJson(QJsonDocument::Compact).constData());
    std::fflush(stdout);
}

double cpuMs()
{
    return 1e3 * double(std::clock()) / CLOCKS_PER_SEC;
}

// Resident memory; zero where the system does not say.
double residentMb()
{
    QFile status(u"/proc/self/status"_s);
    if (!status.open(QIODevice::ReadOnly))
        return 0;
    for (const QByteArray &line : status.readAll().split('\n'))
        if (line.startsWith("VmRSS:"))
            return line.mid(6).trimmed().split(' ').first().toDouble() / 1024;
    return 0;
}

class Sample {
public:
    void add(double value) { m_values.push_back(value); }
    QJsonObject figures()
    {
        std::sort(m_values.begin(), m_values.end());
        return {{u"count"_s, qint64(m_values.size())},
                {u"p50Ms"_s, at(0.5)},
                {u"p95Ms"_s, at(0.95)},
                {u"p99Ms"_s, at(0.99)},
                {u"maxMs"_s, at(1)}};
    }

private:
    double at(double share) const
    {
        if (m_values.empty())
            return 0;
        return m_values[std::min(m_values.size() - 1,
                                 std::size_t(share * double(m_values.size())))];
    }
    std::vector<double> m_values;
};

QQuickItem *listOf(QQuickWindow *window)
{
    return window->findChild<QQuickItem *>(u"dreamList"_s);
}

// Calls `then` when the list of dreams has all its rows, at once looked at and then with every change.
template<class Then>
void whenFilled(QQuickWindow *window, Then then)
{
    auto *timer = new QTimer(window);
    QObject::connect(timer, &QTimer::timeout, window, [=] {
        const models::Bridge &bridge = models::Bridge::instance();
        const QQuickItem *list = listOf(window);
        const auto *rows =
            list ? qobject_cast<const Rows *>(list->property("model").value<QObject *>()) : nullptr;
        if (!bridge.isReady() || !rows || !rows->isReady())
            return;
        timer->deleteLater();
        then();
    });
    timer->start(1);
}

void sayFirstFrame(QQuickWindow *window)
{
    auto isFirst = std::make_shared<bool>(true);
    QObject::connect(window, &QQuickWindow::frameSwapped, window, [isFirst] {
        if (std::exchange(*isFirst, false))
            say({{u"at"_s, u"frame"_s}});
    });
}

void measureStart(QQuickWindow *window)
{
    whenFilled(window, [window] {
        say({{u"at"_s, u"rows"_s}, {u"rows"_s, listOf(window)->property("count").toInt()}});
        QObject::connect(
            window, &QQuickWindow::frameSwapped, window,
            [] {
                say({{u"at"_s, u"shown"_s}, {u"residentMb"_s, residentMb()}});
                QCoreApplication::quit();
            },
            Qt::QueuedConnection);
        window->update();
    });
}

void measureRest(QQuickWindow *window, int seconds)
{
    whenFilled(window, [=] {
        // What follows the opening (indexes, exams) is not rest yet.
        QTimer::singleShot(15'000, window, [=] {
            const double before = cpuMs();
            QTimer::singleShot(seconds * 1000, window, [=] {
                say({{u"idleCpuPercent"_s, (cpuMs() - before) / (10.0 * seconds)},
                     {u"residentMb"_s, residentMb()}});
                QCoreApplication::quit();
            });
        });
    });
}

void measureScroll(QQuickWindow *window, int seconds)
{
    whenFilled(window, [=] {
        QQuickItem *list = listOf(window);
        auto frames = std::make_shared<Sample>();
        auto clock = std::make_shared<QElapsedTimer>(), whole = std::make_shared<QElapsedTimer>();
        whole->start();
        QObject::connect(window, &QQuickWindow::afterAnimating, window, [=] {
            clock->start();
            const double end =
                std::max(0.0, list->property("contentHeight").toDouble() - list->height());
            const double next = list->property("contentY").toDouble() + stepPixels;
            list->setProperty("contentY", next > end ? 0 : next);
        });
        QObject::connect(window, &QQuickWindow::frameSwapped, window, [=] {
            if (clock->isValid())
                frames->add(double(clock->nsecsElapsed()) / 1e6);
            window->update();
            if (whole->elapsed() < seconds * 1000)
                return;
            QJsonObject figures = frames->figures();
            figures[u"rows"_s] = list->property("count").toInt();
            say(figures);
            QCoreApplication::quit();
        });
        window->update();
    });
}

void measureLoad(QQuickWindow *window, int seconds)
{
    whenFilled(window, [=] {
        models::Bridge &bridge = models::Bridge::instance();
        bridge.startLoad(tasksInFlight, eventsInFlight);
        auto gaps = std::make_shared<Sample>();
        auto last = std::make_shared<QElapsedTimer>(), whole = std::make_shared<QElapsedTimer>();
        last->start();
        whole->start();
        auto *timer = new QTimer(window);
        timer->setTimerType(Qt::PreciseTimer);
        QObject::connect(timer, &QTimer::timeout, window, [=] {
            gaps->add(std::max(0.0, double(last->nsecsElapsed()) / 1e6 - gapEveryMs));
            last->start();
            if (whole->elapsed() < seconds * 1000)
                return;
            timer->stop();
            QJsonObject figures = gaps->figures();
            const models::Bridge::Load done = models::Bridge::instance().endLoad();
            figures[u"tasksPerSecond"_s] = double(done.tasks) / seconds;
            figures[u"eventsPerSecond"_s] = double(done.events) / seconds;
            figures[u"refusals"_s] = double(done.refusals);
            say(figures);
            QCoreApplication::quit();
        });
        timer->start(gapEveryMs);
    });
}

// Load writes hundreds of thousands of facts and stops agents from making anything: never in earnest.
bool isCopy()
{
    const bool isBelow = models::Bridge::instance().folder().startsWith(QDir::tempPath() + u'/');
    if (!isBelow)
        std::fprintf(stderr, "load is measured on a copy of a profile in %s only\n",
                     qPrintable(QDir::tempPath()));
    return isBelow;
}

}  // namespace

bool measure(QQuickWindow *window, const QString &what, int seconds)
{
    sayFirstFrame(window);
    if (what == u"start"_s)
        measureStart(window);
    else if (what == u"rest"_s)
        measureRest(window, seconds);
    else if (what == u"scroll"_s)
        measureScroll(window, seconds);
    else if (what == u"load"_s && isCopy())
        measureLoad(window, seconds);
    else
        return false;
    return true;
}

}  // namespace desktop
