#include "restore.h"

#include "bridge.h"
#include "values.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

constexpr int lookEveryMs = 100;

QString troubleWord(hands::Trouble trouble)
{
    using hands::Trouble;
    switch (trouble) {
    case Trouble::None: return {};
    case Trouble::NotABackup: return u"notABackup"_s;
    case Trouble::Words: return u"words"_s;
    case Trouble::Damaged: return u"damaged"_s;
    case Trouble::NotEmpty: return u"notEmpty"_s;
    case Trouble::NoSpace: return u"noSpace"_s;
    case Trouble::CannotWrite: return u"cannotWrite"_s;
    case Trouble::Stopped: return u"stopped"_s;
    case Trouble::Other: break;
    }
    return u"other"_s;
}

}  // namespace

Restore::Restore(QObject *parent) : QObject(parent)
{
    connect(&m_look, &QTimer::timeout, this, &Restore::look);
}

Restore::~Restore() = default;

void Restore::start(const QString &file, const QString &words, const QString &folder)
{
    if (m_hand)
        return;
    m_step = u"reading"_s;
    m_trouble.clear();
    m_detail.clear();
    m_folder.clear();
    m_progress = 0;
    const auto then = [this, folder](const hands::BackupFile &restored) {
        // From the hand's thread, which ends before this object does.
        QMetaObject::invokeMethod(
            this, [this, restored, folder] { take(restored, folder); }, Qt::QueuedConnection);
    };
    m_hand = std::make_unique<hands::Restoring>(file.toStdString(), words.toStdString(),
                                                folder.toStdString(), then);
    m_look.start(lookEveryMs);
    Q_EMIT changed();
}

void Restore::cancel()
{
    if (m_hand)
        m_hand->cancel();
}

void Restore::forget()
{
    if (m_hand)
        return;
    m_step.clear();
    m_trouble.clear();
    m_detail.clear();
    m_folder.clear();
    Q_EMIT changed();
}

bool Restore::areWords(const QString &words) const
{
    return hands::isPhrase(words.toStdString());
}

QString Restore::folderBeside() const
{
    const QString profile = models::Bridge::instance().folder();
    return profile.isEmpty() ? QString() : models::text(hands::folderBeside(profile.toStdString()));
}

void Restore::look()
{
    if (!m_hand)
        return;
    const hands::Restoring::Standing standing = m_hand->standing();
    m_step = standing.isProving ? u"proving"_s : u"reading"_s;
    m_progress =
        standing.total > 0 ? std::min(1.0, double(standing.bytes) / double(standing.total)) : 0;
    Q_EMIT changed();
}

void Restore::take(const hands::BackupFile &restored, const QString &folder)
{
    m_look.stop();
    m_hand.reset();
    m_step = restored.error.empty() ? u"done"_s : u"failed"_s;
    m_trouble = troubleWord(restored.trouble);
    m_detail = models::text(restored.error);
    m_folder = restored.error.empty() ? folder : QString();
    m_facts = double(restored.facts);
    m_pages = double(restored.pages);
    Q_EMIT changed();
}
