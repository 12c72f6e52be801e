// What happened to one thing (an id) or in one system (a stem), newest first, read from the journal
// and kept up to date. GUI thread only.
#pragma once

#include <QAbstractListModel>
#include <QQmlParserStatus>
#include <QVariantList>
#include <QtQml/qqmlregistration.h>

class History : public QAbstractListModel, public QQmlParserStatus
{
    Q_OBJECT
    Q_INTERFACES(QQmlParserStatus)
    QML_ELEMENT
    Q_PROPERTY(QString of READ of WRITE setOf NOTIFY ofChanged)
    Q_PROPERTY(int count READ count NOTIFY countChanged)
    Q_PROPERTY(bool ready READ isReady NOTIFY readyChanged)
    Q_PROPERTY(bool isLoading READ isLoading NOTIFY readyChanged)  // the first answer is to come

public:
    explicit History(QObject *parent = nullptr);
    void classBegin() override {}
    void componentComplete() override;

    QString of() const { return m_of; }
    void setOf(const QString &of);
    int count() const { return int(m_rows.size()); }
    bool isReady() const { return m_isReady; }
    bool isLoading() const { return !m_of.isEmpty() && !m_isReady; }
    Q_INVOKABLE QVariant at(int index) const { return m_rows.value(index); }

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QHash<int, QByteArray> roleNames() const override;

Q_SIGNALS:
    void ofChanged();
    void countChanged();
    void readyChanged();

private:
    void restart();
    void read();
    void take(const QVariantList &rows);

    QString m_of;
    QVariantList m_rows;
    std::uint64_t m_end = 0;
    bool m_isComplete = false, m_isReady = false, m_isReading = false, m_isReadAgain = false;
    int m_question = 0;
};
