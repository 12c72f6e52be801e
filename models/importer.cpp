#include "importer.h"

#include "bridge.h"
#include "values.h"

#include "hands/roster.h"

namespace models {

using namespace Qt::StringLiterals;

Importer::Importer(loop::Engine &engine, const QStringList &paths, QObject *parent)
    : QObject(parent)
{
    std::vector<std::string> files;
    for (const QString &path : paths)
        files.push_back(path.toStdString());
    connect(&Bridge::instance(), &Bridge::closing, this, [this] { m_hand.reset(); });
    m_hand = std::make_unique<hands::Importer>(
        engine, std::move(files), [this](const hands::ImportStanding &standing) {
            // From the hand's threads, which end before this object does.
            QMetaObject::invokeMethod(
                this,
                [this, standing] {
                    if (standing.isFinished)
                        Q_EMIT finished(describe(standing));
                    else
                        Q_EMIT progressed(describe(standing));
                },
                Qt::QueuedConnection);
        });
}

Importer::~Importer() = default;

void Importer::cancel()
{
    if (m_hand)
        m_hand->cancel();
}

QVariantMap Importer::describe(const hands::ImportStanding &standing)
{
    QString sentence;
    if (!standing.refusal.code.empty()) {
        sentence = text(hands::sentence(standing.refusal));
        const QString file = text(standing.file);
        if (!file.isEmpty() && !sentence.contains(file))
            sentence = file + u": "_s + sentence;
    }
    return {{u"total"_s, int(standing.total)},
            {u"kept"_s, int(standing.kept)},
            {u"known"_s, int(standing.known)},
            {u"refused"_s, int(standing.refused)},
            {u"isCancelled"_s, standing.isCancelled},
            {u"isFinished"_s, standing.isFinished},
            {u"sentence"_s, sentence}};
}

}  // namespace models
