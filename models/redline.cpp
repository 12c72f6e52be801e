#include "redline.h"

#include "bridge.h"
#include "journal.h"
#include "values.h"

using models::Bridge;

Redline::Redline(QObject *parent) : QObject(parent)
{
    connect(this, &Redline::asked, this, &Redline::ask);
    connect(&Bridge::instance(), &Bridge::opened, this, &Redline::restart);
    connect(&Bridge::instance(), &Bridge::closing, this, [this] { ++m_question; });
}

void Redline::componentComplete()
{
    m_isComplete = true;
    restart();
}

// A page turns to other versions one property after the other: one question for all of them.
void Redline::ask()
{
    if (!m_isComplete || m_isAsked)
        return;
    m_isAsked = true;
    QMetaObject::invokeMethod(this, &Redline::restart, Qt::QueuedConnection);
}

void Redline::restart()
{
    m_isAsked = false;
    if (!m_isComplete)
        return;
    ++m_question;
    if (m_isReady) {
        m_isReady = false;
        m_pieces.clear();
        Q_EMIT changed();
    }
    models::Journal *journal = Bridge::instance().journal();
    const auto left = kernel::Digest::fromHex(m_before.toStdString());
    const auto right = kernel::Digest::fromHex(m_after.toStdString());
    if (!journal || !left || !right)
        return;
    journal->redline(models::idOf(m_owner), *left, *right, this,
                     [this, question = m_question](const QVariantList &pieces) {
                         if (question != m_question)
                             return;
                         m_pieces = pieces;
                         m_isReady = true;
                         Q_EMIT changed();
                     });
}
