// The bytes behind a digest, as text or as JSON: a dream's text, an artefact. Reads in the
// background; `missing` says they are gone (erased, or never here). GUI thread only.
#pragma once

#include <QObject>
#include <QQmlParserStatus>
#include <QVariant>
#include <QtQml/qqmlregistration.h>

class Blob : public QObject, public QQmlParserStatus
{
    Q_OBJECT
    Q_INTERFACES(QQmlParserStatus)
    QML_ELEMENT
    Q_PROPERTY(QString owner READ owner WRITE setOwner NOTIFY ownerChanged)
    Q_PROPERTY(QString digest READ digest WRITE setDigest NOTIFY digestChanged)
    Q_PROPERTY(QString text READ text NOTIFY bytesChanged)
    Q_PROPERTY(QVariant json READ json NOTIFY bytesChanged)
    Q_PROPERTY(bool ready READ isReady NOTIFY bytesChanged)
    Q_PROPERTY(bool isLoading READ isLoading NOTIFY loadingChanged)
    Q_PROPERTY(bool missing READ isMissing NOTIFY bytesChanged)

public:
    explicit Blob(QObject *parent = nullptr);
    void classBegin() override {}
    void componentComplete() override;

    QString owner() const { return m_owner; }
    void setOwner(const QString &owner);
    QString digest() const { return m_digest; }
    void setDigest(const QString &digest);
    QString text() const { return m_text; }
    QVariant json() const;
    bool isReady() const { return m_isReady; }
    bool isLoading() const;
    bool isMissing() const { return m_isMissing; }

Q_SIGNALS:
    void ownerChanged();
    void digestChanged();
    void bytesChanged();
    void loadingChanged();

private:
    void ask();
    void restart();
    void read();

    QString m_owner, m_digest, m_text;
    mutable QVariant m_json;
    mutable bool m_isParsed = false;
    bool m_isComplete = false, m_isAsked = false, m_isReady = false, m_isMissing = false;
    int m_question = 0;
};
