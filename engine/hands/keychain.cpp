#include "hands/keychain.h"

#ifdef DREAM_KEYCHAIN
#    include <QCoreApplication>
#    include <QEventLoop>
#    include <QThread>
#    include <QTimer>

#    include <qt6keychain/keychain.h>

#    include <chrono>
#    include <future>
#endif

namespace hands::keychain {

#ifdef DREAM_KEYCHAIN

namespace {

constexpr int patienceMs = 3000;

bool isWanted()
{
#    ifdef Q_OS_LINUX
    // Without a session bus every question would wait for nothing.
    if (qEnvironmentVariableIsEmpty("DBUS_SESSION_BUS_ADDRESS"))
        return false;
#    endif
    return QCoreApplication::instance();
}

bool wait(QKeychain::Job &job, const std::string &name)
{
    QEventLoop loop;
    job.setAutoDelete(false);
    job.setInsecureFallback(false);
    job.setKey(QString::fromStdString(name));
    QObject::connect(&job, &QKeychain::Job::finished, &loop, [&loop] { loop.quit(); });
    QTimer::singleShot(patienceMs, &loop, [&loop] { loop.exit(1); });
    job.start();
    return loop.exec() == 0 && job.error() == QKeychain::NoError;
}

// The library keeps its queue in the thread that asked first, so only the main one asks. Whoever
// waits elsewhere gives up when the main thread has no time.
template<class Result, class Ask>
Result onMain(Ask ask)
{
    QCoreApplication *application = QCoreApplication::instance();
    if (QThread::currentThread() == application->thread())
        return ask();
    const auto said = std::make_shared<std::promise<Result>>();
    std::future<Result> answer = said->get_future();
    QMetaObject::invokeMethod(
        application, [said, ask] { said->set_value(ask()); }, Qt::QueuedConnection);
    return answer.wait_for(std::chrono::milliseconds(2 * patienceMs)) == std::future_status::ready
               ? answer.get()
               : Result();
}

QString service()
{
    return QStringLiteral("DreamScope");
}

}  // namespace

bool write(const std::string &name, const std::string &secret)
{
    return isWanted() && onMain<bool>([name, secret] {
               QKeychain::WritePasswordJob job(service());
               job.setBinaryData(QByteArray::fromStdString(secret));
               return wait(job, name);
           });
}

std::optional<std::string> read(const std::string &name)
{
    if (!isWanted())
        return {};
    return onMain<std::optional<std::string>>([name]() -> std::optional<std::string> {
        QKeychain::ReadPasswordJob job(service());
        if (!wait(job, name))
            return {};
        return job.binaryData().toStdString();
    });
}

void forget(const std::string &name)
{
    if (isWanted())
        onMain<bool>([name] {
            QKeychain::DeletePasswordJob job(service());
            return wait(job, name);
        });
}

#else

bool write(const std::string &, const std::string &)
{
    return false;
}

std::optional<std::string> read(const std::string &)
{
    return {};
}

void forget(const std::string &)
{
}

#endif

}  // namespace hands::keychain
