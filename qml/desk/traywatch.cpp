#include "traywatch.h"

#ifdef Q_OS_LINUX
#    include <QDBusConnection>
#    include <QDBusConnectionInterface>
#    include <QDBusServiceWatcher>
#endif

TrayWatch::TrayWatch(QObject *parent) : QObject(parent)
{
#ifdef Q_OS_LINUX
    const QString tray = QStringLiteral("org.kde.StatusNotifierWatcher");
    const QDBusConnection bus = QDBusConnection::sessionBus();
    if (!bus.isConnected())
        return;
    auto *watcher =
        new QDBusServiceWatcher(tray, bus, QDBusServiceWatcher::WatchForOwnerChange, this);
    connect(watcher, &QDBusServiceWatcher::serviceRegistered, this, [this] { set(true); });
    connect(watcher, &QDBusServiceWatcher::serviceUnregistered, this, [this] { set(false); });
    m_isThere = bus.interface()->isServiceRegistered(tray);
#else
    m_isThere = true;
#endif
}

void TrayWatch::set(bool isThere)
{
    if (isThere == m_isThere)
        return;
    m_isThere = isThere;
    Q_EMIT changed();
}
