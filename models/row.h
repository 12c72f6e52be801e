// One row of a table by its key, live: `value` holds its fields, `found` says whether it is there.
// Archives have no such rows. GUI thread only.
#pragma once

#include <QObject>
#include <QQmlParserStatus>
#include <QSharedPointer>
#include <QVariantMap>
#include <QtQml/qqmlregistration.h>

#include <cstdint>
#include <vector>

namespace models {
class TableFeed;
}

class Row : public QObject, public QQmlParserStatus {
    Q_OBJECT
    Q_INTERFACES(QQmlParserStatus)
    QML_ELEMENT
    Q_PROPERTY(QString of READ of WRITE setOf NOTIFY ofChanged)
    Q_PROPERTY(QString key READ key WRITE setKey NOTIFY keyChanged)
    // A variant to QML, so that its tools do not look for the fields in a QVariantMap's own members.
    Q_PROPERTY(QVariant value READ variant NOTIFY valueChanged)
    Q_PROPERTY(bool found READ isFound NOTIFY valueChanged)
    // Whether the table is still being read: only after that is a row known not to be there.
    Q_PROPERTY(bool isLoading READ isLoading NOTIFY loadingChanged)

public:
    explicit Row(QObject *parent = nullptr);
    void classBegin() override {}
    void componentComplete() override;

    QString of() const { return m_of; }
    void setOf(const QString &of);
    QString key() const { return m_key; }
    void setKey(const QString &key);
    QVariantMap value() const { return m_value; }
    QVariant variant() const { return m_value; }
    bool isFound() const { return m_isFound; }
    bool isLoading() const;

Q_SIGNALS:
    void ofChanged();
    void keyChanged();
    void valueChanged();
    void loadingChanged();

private:
    void restart();
    void read();

    QString m_of, m_key;
    std::uint64_t m_id = 0;
    QVariantMap m_value;
    bool m_isFound = false, m_isComplete = false, m_wasLoading = false;
    QSharedPointer<models::TableFeed> m_feed;
};
