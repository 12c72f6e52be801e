#include "blob.h"

#include "bridge.h"
#include "journal.h"
#include "values.h"

#include <QJsonDocument>

using models::Bridge;

Blob::Blob(QObject *parent)
    : QObject(parent)
{
    connect(&Bridge::instance(), &Bridge::opened, this, &Blob::restart);
    connect(&Bridge::instance(), &Bridge::closing, this, [this] { ++m_question; });
}

void Blob::componentComplete()
{
    m_isComplete = true;
    restart();
}

void Blob::setOwner(const QString &owner)
{
    if (owner == m_owner)
        return;
    m_owner = owner;
    ask();
    Q_EMIT ownerChanged();
}

void Blob::setDigest(const QString &digest)
{
    if (digest == m_digest)
        return;
    m_digest = digest;
    ask();
    Q_EMIT digestChanged();
    Q_EMIT loadingChanged();
}

// Owner and digest change together when a page turns to another dream: one question for both.
void Blob::ask()
{
    if (!m_isComplete || m_isAsked)
        return;
    m_isAsked = true;
    QMetaObject::invokeMethod(this, [this] {
        m_isAsked = false;
        restart();
    }, Qt::QueuedConnection);
}

void Blob::restart()
{
    if (!m_isComplete)
        return;
    ++m_question;
    const bool hadAny = m_isReady || m_isMissing;
    m_isReady = m_isMissing = m_isParsed = false;
    m_text.clear();
    m_json.clear();
    if (hadAny)
        Q_EMIT bytesChanged();
    read();
    Q_EMIT loadingChanged();
}

// A digest of nothing is never read, and so never on its way.
bool Blob::isLoading() const
{
    const auto digest = kernel::Digest::fromHex(m_digest.toStdString());
    return digest && !digest->isZero() && !m_isReady && !m_isMissing;
}

void Blob::read()
{
    models::Journal *journal = Bridge::instance().journal();
    const auto digest = kernel::Digest::fromHex(m_digest.toStdString());
    if (!journal || !digest || digest->isZero())
        return;
    journal->blob(models::idOf(m_owner), *digest, this,
                  [this, question = m_question](const std::optional<QByteArray> &bytes) {
                      if (question != m_question)
                          return;
                      m_isReady = bytes.has_value();
                      m_isMissing = !bytes;
                      m_text = bytes ? QString::fromUtf8(*bytes) : QString();
                      // Somebody may have looked at the empty text in between.
                      m_isParsed = false;
                      m_json.clear();
                      Q_EMIT bytesChanged();
                      Q_EMIT loadingChanged();
                  });
}

QVariant Blob::json() const
{
    if (!m_isParsed) {
        m_isParsed = true;
        m_json = QJsonDocument::fromJson(m_text.toUtf8()).toVariant();
    }
    return m_json;
}
