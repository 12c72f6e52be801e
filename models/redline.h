// What changed between two texts of one thing, word by word. Reads in the background; `missing` says
// that one of the texts is gone. GUI thread only.
#pragma once

#include <QObject>
#include <QQmlParserStatus>
#include <QVariantList>
#include <QtQml/qqmlregistration.h>

class Redline : public QObject, public QQmlParserStatus {
    Q_OBJECT
    Q_INTERFACES(QQmlParserStatus)
    QML_ELEMENT
    Q_PROPERTY(QString owner MEMBER m_owner NOTIFY asked)
    Q_PROPERTY(QString before MEMBER m_before NOTIFY asked)
    Q_PROPERTY(QString after MEMBER m_after NOTIFY asked)
    Q_PROPERTY(QVariant pieces READ variant NOTIFY changed)  // {kind: same|added|removed, text}
    Q_PROPERTY(bool ready READ isReady NOTIFY changed)
    Q_PROPERTY(bool missing READ isMissing NOTIFY changed)

public:
    explicit Redline(QObject *parent = nullptr);
    void classBegin() override {}
    void componentComplete() override;

    QVariantList pieces() const { return m_pieces; }
    QVariant variant() const { return m_pieces; }
    bool isReady() const { return m_isReady; }
    bool isMissing() const { return m_isReady && m_pieces.isEmpty(); }

Q_SIGNALS:
    void asked();
    void changed();

private:
    void ask();
    void restart();

    QString m_owner, m_before, m_after;
    QVariantList m_pieces;
    bool m_isComplete = false, m_isAsked = false, m_isReady = false;
    int m_question = 0;
};
