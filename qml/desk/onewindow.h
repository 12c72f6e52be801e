// One window a profile: the first start listens on a local socket in the profile's folder, a second
// one hands over what it was asked to open and ends. What arrives is a few short lines and is
// trusted no more than an address from outside. GUI thread only.
#pragma once

#include <QLocalServer>
#include <QObject>

namespace desktop {

class OneWindow : public QObject {
    Q_OBJECT

public:
    static constexpr qsizetype bytesMax = 4096;
    static constexpr int patienceMs = 1500;

    explicit OneWindow(const QString &folder, QObject *parent = nullptr);

    // True when another window of this profile took the address (or raised itself for an empty one).
    bool handOver(const QString &address) const;
    // From now on this is the window others hand over to.
    bool listen();
    QString socketName() const { return m_name; }

Q_SIGNALS:
    void asked(const QString &address);

private:
    void take(QLocalSocket *socket);

    QString m_name;
    QLocalServer m_server;
};

}  // namespace desktop
