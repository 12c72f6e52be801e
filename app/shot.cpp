#include "shot.h"

#include "bridge.h"
#include "journal.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QImage>
#include <QQuickWindow>
#include <QTimer>

#include <memory>

namespace desktop {

namespace {

constexpr int lookEveryMs = 50;
constexpr int calmMs = 300;  // so long without a new frame: the picture is finished
constexpr int patienceMs = 60'000;

}  // namespace

void shootWhenCalm(QQuickWindow *window, const QString &file)
{
    auto *timer = new QTimer(window);
    auto sinceFrame = std::make_shared<QElapsedTimer>();
    auto sinceStart = std::make_shared<QElapsedTimer>();
    sinceFrame->start();
    sinceStart->start();
    QObject::connect(
        window, &QQuickWindow::afterRendering, timer, [sinceFrame] { sinceFrame->restart(); },
        Qt::DirectConnection);
    QObject::connect(timer, &QTimer::timeout, window, [=] {
        const models::Bridge &bridge = models::Bridge::instance();
        const bool isRead = bridge.isReady() && bridge.journal() && bridge.journal()->isIdle();
        if (!isRead)
            sinceFrame->restart();
        const bool isCalm = isRead && sinceFrame->elapsed() > calmMs;
        if (!isCalm && sinceStart->elapsed() < patienceMs)
            return;
        timer->stop();
        const QImage picture = window->grabWindow().convertToFormat(QImage::Format_RGB32);
        QCoreApplication::exit(!picture.isNull() && picture.save(file) ? 0 : 2);
    });
    timer->start(lookEveryMs);
}

}  // namespace desktop
