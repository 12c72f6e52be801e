// The word `Restore` of QML: a backup becomes a profile of its own, tested before it counts. Says how
// far it is and, when it failed, why in a word a page can translate. Never touches the profile that
// is open, and keeps no words. GUI thread only.
#pragma once

#ifndef Q_MOC_RUN  // it cannot read them, and need not
#    include "hands/restoring.h"
#endif

#include <QObject>
#include <QTimer>
#include <QUrl>
#include <QtQml/qqmlregistration.h>

#include <memory>

class Restore : public QObject {
    Q_OBJECT
    QML_NAMED_ELEMENT(Restore)
    // "", "reading", "proving", "done" or "failed"
    Q_PROPERTY(QString step READ step NOTIFY changed)
    Q_PROPERTY(double progress READ progress NOTIFY changed)  // of reading, 0 to 1
    // "notABackup", "words", "damaged", "notEmpty", "noSpace", "cannotWrite", "stopped", "other"
    Q_PROPERTY(QString trouble READ trouble NOTIFY changed)
    Q_PROPERTY(QString detail READ detail NOTIFY changed)  // the system's words
    Q_PROPERTY(QString folder READ folder NOTIFY changed)  // where the profile stands now
    Q_PROPERTY(double facts READ facts NOTIFY changed)
    Q_PROPERTY(double pages READ pages NOTIFY changed)

public:
    explicit Restore(QObject *parent = nullptr);
    ~Restore() override;

    QString step() const { return m_step; }
    double progress() const { return m_progress; }
    QString trouble() const { return m_trouble; }
    QString detail() const { return m_detail; }
    QString folder() const { return m_folder; }
    double facts() const { return m_facts; }
    double pages() const { return m_pages; }

    Q_INVOKABLE void start(const QString &file, const QString &words, const QString &folder);
    // Nothing of it stays.
    Q_INVOKABLE void cancel();
    // Back to the beginning, unless it runs.
    Q_INVOKABLE void forget();
    Q_INVOKABLE bool areWords(const QString &words) const;
    // A new folder beside the profile that is open.
    Q_INVOKABLE QString folderBeside() const;

Q_SIGNALS:
    void changed();

private:
    void look();
    void take(const hands::BackupFile &restored, const QString &folder);

    QString m_step, m_trouble, m_detail, m_folder;
    double m_progress = 0, m_facts = 0, m_pages = 0;
    QTimer m_look;
    std::unique_ptr<hands::Restoring> m_hand;
};
