#include "prose.h"

#include <QFont>
#include <QMetaObject>
#include <QRegularExpression>
#include <QTextBlock>
#include <QTextCursor>
#include <QTextDocument>
#include <QTextList>
#include <QTextTable>

namespace {

constexpr auto dialect = QTextDocument::MarkdownFeatures(QTextDocument::MarkdownDialectGitHub)
                         | QTextDocument::MarkdownNoHTML;

// After a quote the importer leaves an empty line, and no weight, in the first cell of a table.
void mendHead(QTextTable *table)
{
    QTextCursor first = table->cellAt(0, 0).firstCursorPosition();
    const QTextBlock last = table->cellAt(0, 0).lastCursorPosition().block();
    if (first.block().text().isEmpty() && first.block() != last)
        first.deleteChar();
    for (int column = 0; column < table->columns(); ++column) {
        const QTextTableCell cell = table->cellAt(0, column);
        QTextCursor words = cell.firstCursorPosition();
        words.setPosition(cell.lastPosition(), QTextCursor::KeepAnchor);
        QTextCharFormat strong;
        strong.setFontWeight(QFont::DemiBold);
        words.mergeCharFormat(strong);
    }
}

bool hasPictures(const QString &markdown)
{
    QTextDocument draft;  // never laid out, so it never fetches anything
    draft.setMarkdown(markdown, dialect);
    for (QTextBlock block = draft.begin(); block.isValid(); block = block.next()) {
        for (auto it = block.begin(); !it.atEnd(); ++it) {
            if (it.fragment().charFormat().isImageFormat())
                return true;
        }
    }
    return false;
}

// A value may hold any sign of Markdown, an address too; here all of them are words.
QString literal(const QString &words)
{
    QString out;
    for (const QChar sign : words) {
        if (sign.unicode() < 128 && (sign.isPunct() || sign.isSymbol()))
            out += u'\\';
        out += sign;
    }
    return out;
}

}  // namespace

Prose::Prose(QObject *parent) : QObject(parent)
{
    // Several properties change together when the theme does: set the text once.
    connect(this, &Prose::lookChanged, this, [this] {
        if (!m_isComplete || m_isQueued)
            return;
        m_isQueued = true;
        QMetaObject::invokeMethod(this, &Prose::set, Qt::QueuedConnection);
    });
}

void Prose::componentComplete()
{
    m_isComplete = true;
    set();
}

QString Prose::plain(const QString &markdown) const
{
    const Front front = frontOf(markdown);
    QTextDocument document;
    document.setMarkdown(markdown.mid(front.end), dialect);
    return (front.lines + QStringList(document.toPlainText())).join(u'\n');
}

QString Prose::withoutPictures(const QString &markdown)
{
    if (!hasPictures(markdown))
        return markdown;
    // A picture that is itself a link (a badge) keeps its words and where they lead.
    static const QRegularExpression linked(
        QStringLiteral("(?<!\\\\)\\[!\\[([^\\[\\]]*)\\](?:\\([^()]*\\)|\\[[^\\[\\]]*\\])\\]"));
    static const QRegularExpression sign(QStringLiteral("(?<!\\\\)!\\["));
    QString links = markdown;
    links.replace(linked, QStringLiteral("[\\1]"));
    links.replace(sign, QStringLiteral("["));
    if (!hasPictures(links))
        return links;
    return QStringLiteral("```\n%1\n```\n").arg(markdown);
}

Prose::Front Prose::frontOf(const QString &markdown)
{
    static const QRegularExpression block(
        QStringLiteral(
            "\\A\\x{FEFF}?---[ \\t]*\\r?\\n(.*?)^(?:---|\\.\\.\\.)[ \\t]*\\r?(?:\\n|\\z)"),
        QRegularExpression::DotMatchesEverythingOption | QRegularExpression::MultilineOption);
    static const QRegularExpression pair(QStringLiteral("\\A([\\w][\\w .-]*):(?:[ \\t]+(.*))?\\z"),
                                         QRegularExpression::UseUnicodePropertiesOption);
    const auto match = block.match(markdown);
    Front front;
    if (!match.hasMatch())
        return front;
    const QStringList lines = match.captured(1).split(u'\n');
    for (const QString &whole : lines) {
        const QString line = whole.trimmed();
        if (line.isEmpty() || line.startsWith(u'#'))
            continue;
        const bool isDeeper = whole.front().isSpace() || line.startsWith(QLatin1String("- "));
        const auto found = pair.match(line);
        if (!isDeeper && found.hasMatch()) {
            QString value = found.captured(2).trimmed();
            if (value.size() > 1 && value.front() == value.back()
                && (value.front() == u'"' || value.front() == u'\''))
                value = value.mid(1, value.size() - 2);
            front.lines.append(value.isEmpty() ? found.captured(1) + u':'
                                               : found.captured(1) + QStringLiteral(": ") + value);
        } else if (isDeeper && !front.lines.isEmpty()) {  // a list or a text over several lines
            const bool isItem = line.startsWith(QLatin1String("- "));
            front.lines.last() +=
                QLatin1String(isItem && !front.lines.last().endsWith(u':') ? ", " : " ")
                + (isItem ? line.mid(2) : line);
        } else {
            return {};
        }
    }
    front.end = front.lines.isEmpty() ? 0 : match.capturedEnd();
    return front;
}

QString Prose::withoutTitle(const QString &markdown, const QString &title)
{
    // The opening line, with the signs of a heading around it, and the rule under it or an empty line.
    static const QRegularExpression opening(
        QStringLiteral("\\A\\x{FEFF}?\\s*(#{1,6}[ \\t]+)?([^\\n]*?)[ \\t]*#*[ \\t\\r]*"
                       "(?:\\n([=-]{3,}[ \\t\\r]*(?:\\n|\\z))|(\\n[ \\t\\r]*\\n)|\\n|\\z)"));
    const auto match = opening.match(markdown);
    if (title.isEmpty() || !match.hasMatch())
        return markdown;
    QString words = match.captured(2);
    words.remove(u'*').remove(u'`');
    QString wanted = title;
    wanted.remove(u'*').remove(u'`');
    const bool isHeading = !match.captured(1).isEmpty() || !match.captured(3).isEmpty();
    // A first line without the signs of a heading goes only when an empty line parts it from the rest.
    const bool isParted = !match.captured(4).isEmpty();
    if ((!isHeading && !isParted) || words.simplified() != wanted.simplified())
        return markdown;
    return markdown.mid(match.capturedEnd());
}

void Prose::set()
{
    m_isQueued = false;
    if (!m_page || !m_page->textDocument())
        return;
    QTextDocument *target = m_page->textDocument();
    target->setUndoRedoEnabled(false);
    const Front front = frontOf(m_markdown);
    QString facts;
    m_factCount = 0;
    for (const QString &line : front.lines)
        if (line != QStringLiteral("title: ") + m_title)
            facts +=
                (m_factCount++ ? QStringLiteral("  \n> ") : QStringLiteral("> ")) + literal(line);
    if (!facts.isEmpty())
        facts += QStringLiteral("\n\n");
    const QString words = withoutTitle(m_markdown.mid(front.end), m_title);
    target->setMarkdown(facts + withoutPictures(words), dialect);
    styleWords(target);
    target->setIndentWidth(m_pixelSize * 1.3);
    styleBlocks(target);
    styleTables(target);
}

void Prose::styleBlocks(QTextDocument *document) const
{
    for (QTextBlock block = document->begin(); block.isValid(); block = block.next()) {
        QTextCursor cursor(block);
        QTextBlockFormat format = block.blockFormat();
        const int level = format.headingLevel();
        const bool isCode = format.hasProperty(QTextFormat::BlockCodeFence)
                            || format.hasProperty(QTextFormat::BlockCodeLanguage);
        format.setLineHeight(m_lineHeight, QTextBlockFormat::FixedHeight);
        const bool isInTable = QTextCursor(block).currentTable() != nullptr;
        format.setTopMargin(isInTable || block == document->begin() ? 0
                            : level > 0                             ? m_lineHeight * 0.7
                                                                    : 0);
        const bool isTight = isCode || isInTable || (block.textList() && block.next().textList());
        format.setBottomMargin(level > 0 ? m_lineHeight * 0.2 : isTight ? 0 : m_lineHeight * 0.6);
        if (!block.next().isValid())
            format.setBottomMargin(0);
        if (block.blockNumber() < m_factCount) {  // facts before the words: close, and flush left
            if (block.blockNumber() + 1 < m_factCount)
                format.setBottomMargin(0);
            format.setLeftMargin(0);
            format.setRightMargin(0);
        } else if (format.hasProperty(QTextFormat::BlockQuoteLevel)) {
            format.setLeftMargin(m_pixelSize * 1.3
                                 * format.intProperty(QTextFormat::BlockQuoteLevel));
            format.setRightMargin(0);
        }
        cursor.setBlockFormat(format);
    }
}

void Prose::styleTables(QTextDocument *document) const
{
    for (QTextBlock block = document->begin(); block.isValid(); block = block.next()) {
        QTextTable *table = QTextCursor(block).currentTable();
        if (!table || table->firstPosition() != block.position())
            continue;
        QTextTableFormat format = table->format();
        format.setBorderCollapse(true);
        format.setBorder(0.5);
        format.setBorderStyle(QTextFrameFormat::BorderStyle_Solid);
        format.setBorderBrush(m_line);
        format.setCellPadding(m_pixelSize * 0.3);
        format.setCellSpacing(0);
        format.setTopMargin(m_lineHeight * 0.3);
        format.setBottomMargin(m_lineHeight * 0.6);
        table->setFormat(format);
        mendHead(table);
    }
}

void Prose::styleWords(QTextDocument *document) const
{
    for (QTextBlock block = document->begin(); block.isValid(); block = block.next()) {
        const int level = block.blockFormat().headingLevel();
        const bool isQuote = block.blockFormat().hasProperty(QTextFormat::BlockQuoteLevel);
        struct Piece {
            int position;
            int length;
            QTextCharFormat format;
        };
        QList<Piece> pieces;
        for (auto it = block.begin(); !it.atEnd(); ++it) {
            const QTextFragment fragment = it.fragment();
            QTextCharFormat format = fragment.charFormat();
            QFont font = format.font();
            const bool isMono = font.fixedPitch() || format.fontFixedPitch();
            format.clearProperty(QTextFormat::FontSizeAdjustment);
            format.clearProperty(QTextFormat::FontPointSize);
            format.setProperty(QTextFormat::FontPixelSize,
                               level == 1 ? m_pixelSize * 17 / 15 : m_pixelSize);
            if (isMono)
                format.setFontFamilies({m_monoFamily});
            if (level > 0 || format.fontWeight() > QFont::Normal)
                format.setFontWeight(QFont::DemiBold);
            format.setForeground(format.isAnchor() ? m_link : isQuote ? m_quiet : m_ink);
            format.setFontUnderline(format.isAnchor());
            pieces.append({fragment.position(), fragment.length(), format});
        }
        for (const Piece &piece : pieces) {
            QTextCursor cursor(document);
            cursor.setPosition(piece.position);
            cursor.setPosition(piece.position + piece.length, QTextCursor::KeepAnchor);
            cursor.setCharFormat(piece.format);
        }
    }
}
