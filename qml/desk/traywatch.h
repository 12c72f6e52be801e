// Whether this desktop has a tray to stand in, now: on Linux a program that speaks the Status Notifier
// protocol on the session bus, which may come and go; elsewhere always. GUI thread only.
#pragma once

#include <QObject>
#include <QtQml/qqmlregistration.h>

class TrayWatch : public QObject {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(bool isThere READ isThere NOTIFY changed)

public:
    explicit TrayWatch(QObject *parent = nullptr);
    bool isThere() const { return m_isThere; }

Q_SIGNALS:
    void changed();

private:
    void set(bool isThere);
    bool m_isThere = false;
};
