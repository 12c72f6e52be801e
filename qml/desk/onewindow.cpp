#include "onewindow.h"

#include <QCryptographicHash>
#include <QDir>
#include <QLocalSocket>

using namespace Qt::StringLiterals;

namespace desktop {

namespace {

constexpr auto hello = "dreamscope 1\n"_L1;
constexpr qsizetype pathBytesMax = 100;  // a socket's address holds 108

// In the profile's folder; a folder with too long a path gets a name of its own in the temporary one.
QString nameFor(const QString &folder)
{
    const QString inside = QDir(folder).absoluteFilePath(u"window.sock"_s);
    if (inside.toUtf8().size() <= pathBytesMax)
        return inside;
    const QByteArray hash = QCryptographicHash::hash(inside.toUtf8(), QCryptographicHash::Sha256);
    return QDir::temp().absoluteFilePath(u"dreamscope-"_s
                                         + QString::fromLatin1(hash.toHex().left(24)));
}

}  // namespace

OneWindow::OneWindow(const QString &folder, QObject *parent)
    : QObject(parent), m_name(nameFor(folder))
{
    m_server.setSocketOptions(QLocalServer::UserAccessOption);
    connect(&m_server, &QLocalServer::newConnection, this, [this] {
        while (QLocalSocket *socket = m_server.nextPendingConnection())
            take(socket);
    });
}

bool OneWindow::handOver(const QString &address) const
{
    QLocalSocket socket;
    socket.connectToServer(m_name);
    if (!socket.waitForConnected(patienceMs))
        return false;
    socket.write((QString(hello) + address + u'\n').toUtf8());
    return socket.waitForBytesWritten(patienceMs) && socket.waitForReadyRead(patienceMs)
           && socket.readAll().startsWith("ok");
}

bool OneWindow::listen()
{
    // Nobody answered on it, so what lies there is left over from a window that died.
    QLocalServer::removeServer(m_name);
    return m_server.listen(m_name);
}

void OneWindow::take(QLocalSocket *socket)
{
    connect(socket, &QLocalSocket::disconnected, socket, &QObject::deleteLater);
    connect(socket, &QLocalSocket::readyRead, this, [this, socket] {
        const QByteArray said = socket->peek(bytesMax + 1);
        if (said.size() > bytesMax
            || (said.count('\n') < 2
                && !QByteArray(hello.data(), hello.size()).startsWith(said.left(hello.size())))) {
            socket->abort();
            return;
        }
        if (said.count('\n') < 2)
            return;  // the rest is on its way
        const QString text = QString::fromUtf8(socket->readAll());
        if (!text.startsWith(hello)) {
            socket->abort();
            return;
        }
        socket->write("ok\n");
        socket->flush();
        socket->disconnectFromServer();
        Q_EMIT asked(text.section(u'\n', 1, 1));
    });
}

}  // namespace desktop
