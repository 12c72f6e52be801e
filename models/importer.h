// An import under way, in words of Qt: hands::Importer does the reading and sending, this brings its
// standing to the GUI thread. Ends with the organism. GUI thread only.
#pragma once

#ifndef Q_MOC_RUN  // it cannot read them, and need not
#    include "hands/importer.h"
#endif

#include <QObject>
#include <QStringList>
#include <QVariantMap>

#include <memory>

namespace models {

class Importer : public QObject {
    Q_OBJECT

public:
    Importer(loop::Engine &engine, const QStringList &paths, QObject *parent);
    ~Importer() override;

    void cancel();
    // {total, kept, known, refused, isCancelled, isFinished, sentence}
    static QVariantMap describe(const hands::ImportStanding &standing);

Q_SIGNALS:
    void progressed(const QVariantMap &standing);
    void finished(const QVariantMap &standing);

private:
    std::unique_ptr<hands::Importer> m_hand;
};

}  // namespace models
