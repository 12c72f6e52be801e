// Sets a Markdown text into a TextEdit the way the window reads: fixed line height, headings by
// weight, quiet lists and links. Pictures and HTML are left out, so opening a dream never opens an
// address. Front matter stands before the text as a quiet list of facts. Leaves selection and keys to the TextEdit. GUI thread only.
#pragma once

#include <QColor>
#include <QObject>
#include <QPointer>
#include <QQmlParserStatus>
#include <QQuickTextDocument>
#include <QtQml/qqmlregistration.h>

class QTextDocument;

class Prose : public QObject, public QQmlParserStatus {
    Q_OBJECT
    Q_INTERFACES(QQmlParserStatus)
    QML_ELEMENT
    Q_PROPERTY(QQuickTextDocument *page MEMBER m_page NOTIFY lookChanged)
    Q_PROPERTY(QString markdown MEMBER m_markdown NOTIFY lookChanged)
    // A heading that says the same at the very beginning is left out: the page says it already.
    Q_PROPERTY(QString title MEMBER m_title NOTIFY lookChanged)
    Q_PROPERTY(QColor ink MEMBER m_ink NOTIFY lookChanged)
    Q_PROPERTY(QColor quiet MEMBER m_quiet NOTIFY lookChanged)
    Q_PROPERTY(QColor link MEMBER m_link NOTIFY lookChanged)
    Q_PROPERTY(QColor line MEMBER m_line NOTIFY lookChanged)
    Q_PROPERTY(int pixelSize MEMBER m_pixelSize NOTIFY lookChanged)
    Q_PROPERTY(int lineHeight MEMBER m_lineHeight NOTIFY lookChanged)
    Q_PROPERTY(QString monoFamily MEMBER m_monoFamily NOTIFY lookChanged)

public:
    explicit Prose(QObject *parent = nullptr);
    void classBegin() override {}
    void componentComplete() override;

    // Words without Markdown signs, for previews and screen readers.
    Q_INVOKABLE QString plain(const QString &markdown) const;

    // What stands between "---" lines before the text, as "key: value" lines, and where the text
    // begins. Nothing when the first line of it is no key: then it is a rule and words.
    struct Front {
        QStringList lines;
        qsizetype end = 0;
    };
    static Front frontOf(const QString &markdown);
    // The text without its opening heading or line, when that is the title.
    static QString withoutTitle(const QString &markdown, const QString &title);
    // A picture becomes a link to it: a page fetches pictures as soon as it is laid out, a link waits
    // for a person. Text whose pictures cannot be found this way is shown as it was written.
    static QString withoutPictures(const QString &markdown);

Q_SIGNALS:
    void lookChanged();

private:
    void set();
    void styleBlocks(QTextDocument *document) const;
    void styleWords(QTextDocument *document) const;
    void styleTables(QTextDocument *document) const;

    QPointer<QQuickTextDocument> m_page;
    QString m_markdown;
    QString m_title;
    QColor m_ink;
    QColor m_quiet;
    QColor m_link;
    QColor m_line;
    QString m_monoFamily;
    int m_pixelSize = 15;
    int m_lineHeight = 22;
    int m_factCount = 0;  // blocks of front matter
    bool m_isComplete = false;
    bool m_isQueued = false;
};
