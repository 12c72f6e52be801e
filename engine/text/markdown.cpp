#include "text/markdown.h"

#include "text/markdownlines.h"
#include "text/unicode.h"

#include <algorithm>

namespace text {
namespace {

class Scanner {
public:
    Scanner(std::string_view text, const std::stop_token &stop) : m_text(text), m_stop(stop) {}

    Structure scan()
    {
        std::uint32_t at = frontMatter();
        std::uint32_t lines = 0;
        while (at < m_text.size()) {
            if ((++lines & 1023) == 0 && m_stop.stop_requested()) {
                m_made.isStopped = true;
                return std::move(m_made);
            }
            const Line line = lineAt(m_text, at);
            at = line.next;
            take(line);
        }
        close();
        return std::move(m_made);
    }

private:
    std::string_view body(const Line &line) const
    {
        return m_text.substr(line.content, line.end - line.content);
    }

    std::uint32_t frontMatter();
    void take(const Line &line);
    bool takeFence(const Line &line);
    bool takeMarked(const Line &line);
    bool takeTable(const Line &line);
    void takeText(const Line &line);
    void openItem(const Line &line, const ListMark &mark);
    void open(BlockKind kind, std::uint32_t start, std::uint32_t end);
    void single(BlockKind kind, std::uint32_t start, std::uint32_t end, std::uint8_t level = 0);
    void close();
    void closeParagraph(Block &block);
    bool addField(std::uint32_t start, std::uint32_t end);
    bool isFieldLine(std::uint32_t start, std::uint32_t end, Field &field) const;

    std::string_view m_text;
    const std::stop_token &m_stop;
    Structure m_made;
    Block m_open;
    bool m_isOpen = false;
    std::vector<Span> m_openLines;
    std::vector<std::uint32_t> m_indents;  // of the open list, outermost first
    bool m_inFence = false;
    char m_fenceMark = 0;
    std::uint32_t m_fenceLength = 0;
    bool m_inTable = false;
    std::uint32_t m_table = 0;
    std::uint32_t m_row = 0;
    bool m_sawBlank = true;
    std::uint32_t m_lastNumber = 0;  // of the last ordered item
};

std::uint32_t Scanner::frontMatter()
{
    const Line first = lineAt(m_text, 0);
    if (body(first) != "---" || first.indent != 0)
        return 0;
    std::uint32_t at = first.next;
    std::vector<Line> lines;
    while (at < m_text.size() && lines.size() < 200) {
        const Line line = lineAt(m_text, at);
        at = line.next;
        if (body(line) == "---" || body(line) == "...") {
            if (lines.empty())
                return 0;
            single(BlockKind::frontMatter, lines.front().start, lines.back().end);
            for (const Line &entry : lines)
                addField(entry.content, entry.end);
            return at;
        }
        if (line.isBlank())
            return 0;
        lines.push_back(line);
    }
    return 0;
}

void Scanner::open(BlockKind kind, std::uint32_t start, std::uint32_t end)
{
    close();
    m_open = Block{};
    m_open.kind = kind;
    m_open.start = start;
    m_open.length = end - start;
    m_isOpen = true;
    m_openLines.assign(1, {start, end - start});
}

void Scanner::single(BlockKind kind, std::uint32_t start, std::uint32_t end, std::uint8_t level)
{
    close();
    Block block;
    block.kind = kind;
    block.level = level;
    block.start = start;
    block.length = end - start;
    m_made.blocks.push_back(block);
}

void Scanner::close()
{
    if (!m_isOpen)
        return;
    m_isOpen = false;
    closeParagraph(m_open);
    m_made.blocks.push_back(m_open);
}

// Decides which line ends inside the block part sentences: all of them if the lines are short
// (verse, addresses, ingredient lists), else those after a line far shorter than the longest.
void Scanner::closeParagraph(Block &block)
{
    if (m_openLines.size() == 1) {
        if (block.kind == BlockKind::paragraph
            && isLabelLine(m_text.substr(block.start, block.length)))
            block.kind = BlockKind::label;
        return;
    }
    std::uint32_t longest = 0;
    for (const Span &line : m_openLines)
        longest = std::max(longest, line.length);
    for (std::size_t i = 0; i + 1 < m_openLines.size(); ++i) {
        const Span &line = m_openLines[i];
        const char first = m_text[m_openLines[i + 1].start];
        const bool isLowerNext = first >= 'a' && first <= 'z';
        const bool isForced = m_text[line.end() - 1] == '\\'
                              || (line.end() + 1 < m_text.size() && m_text[line.end()] == ' '
                                  && m_text[line.end() + 1] == ' ');
        const bool isShort = longest < 56 || line.length * 2 < longest;
        const char last = m_text[line.end() - 1];
        if (isForced || (isShort && !isLowerNext && last != ',' && last != '-'))
            m_made.hardBreaks.push_back(line.end());
    }
}

// A name of one to four words, a colon, and a value; the name starts with a letter.
bool Scanner::isFieldLine(std::uint32_t start, std::uint32_t end, Field &field) const
{
    const std::string_view line = m_text.substr(start, end - start);
    const std::size_t colon = line.substr(0, 48).find(':');
    if (colon == std::string_view::npos || colon + 1 >= line.size())
        return false;
    std::size_t valueAt = colon + 1;
    while (valueAt < line.size() && (line[valueAt] == '*' || line[valueAt] == '_'))
        ++valueAt;
    if (valueAt >= line.size() || !isBlankByte(line[valueAt]))
        return false;
    const Span name = trimmed(m_text, {start, static_cast<std::uint32_t>(colon)});
    const Span value = trimmed(m_text, {start + static_cast<std::uint32_t>(valueAt),
                                        static_cast<std::uint32_t>(line.size() - valueAt)});
    if (name.length < 2 || value.length == 0 || !isLetter(decode(m_text, name.start).value))
        return false;
    const std::string_view words = m_text.substr(name.start, name.length);
    if (words.find_first_of(".!?,;\"<>|[]`=") != std::string_view::npos
        || std::ranges::count(words, ' ') > 3)
        return false;
    field.name = name;
    field.value = value;
    return true;
}

bool Scanner::addField(std::uint32_t start, std::uint32_t end)
{
    Field field;
    if (!isFieldLine(start, end, field))
        return false;
    field.block = static_cast<std::uint32_t>(m_made.blocks.size());
    m_made.fields.push_back(field);
    return true;
}

bool Scanner::takeFence(const Line &line)
{
    const std::string_view content = body(line);
    if (m_inFence) {
        if (runOf(content, m_fenceMark) >= m_fenceLength
            && runOf(content, m_fenceMark) == content.size()) {
            m_inFence = false;
            close();
        } else {
            m_open.length = line.end - m_open.start;
        }
        return true;
    }
    if (content.empty() || (content[0] != '`' && content[0] != '~'))
        return false;
    const std::uint32_t run = runOf(content, content[0]);
    if (run < 3 || content.substr(run).find('`') != std::string_view::npos)
        return false;
    m_fenceMark = content[0];
    m_fenceLength = run;
    open(BlockKind::code, std::min(line.next, static_cast<std::uint32_t>(m_text.size())),
         std::min(line.next, static_cast<std::uint32_t>(m_text.size())));
    m_inFence = true;
    return true;
}

void Scanner::take(const Line &line)
{
    if (takeFence(line))
        return;
    if (line.isBlank()) {
        close();
        m_inTable = false;
        m_sawBlank = true;
        return;
    }
    if (!takeMarked(line) && !takeTable(line))
        takeText(line);
    m_sawBlank = false;
}

// Headings, rules, quotes and list items: lines that say by their first characters what they are.
bool Scanner::takeMarked(const Line &line)
{
    const std::string_view content = body(line);
    const std::uint32_t hashes = content[0] == '#' ? runOf(content, '#') : 0;
    if (hashes >= 1 && hashes <= 6 && (hashes == content.size() || isBlankByte(content[hashes]))) {
        std::string_view title = content.substr(hashes);
        while (!title.empty() && (title.back() == '#' || isBlankByte(title.back())))
            title.remove_suffix(1);
        const Span span =
            trimmed(m_text, {line.content + hashes, static_cast<std::uint32_t>(title.size())});
        single(BlockKind::heading, span.start, span.end(), static_cast<std::uint8_t>(hashes));
        m_indents.clear();
        return true;
    }
    if (m_isOpen && m_open.kind == BlockKind::paragraph && m_openLines.size() == 1
        && m_open.length <= 120 && isSetext(content)) {
        m_open.kind = BlockKind::heading;
        m_open.level = content[0] == '=' ? 1 : 2;
        close();
        return true;
    }
    if (isRule(content) || (isSetext(content) && content.size() >= 3)) {
        single(BlockKind::rule, line.content, line.end);
        return true;
    }
    if (content[0] == '>') {
        std::uint32_t at = line.content;
        while (at < line.end && (m_text[at] == '>' || isBlankByte(m_text[at])))
            ++at;
        if (m_isOpen && m_open.kind == BlockKind::quote) {
            m_open.length = line.end - m_open.start;
            if (at < line.end)
                m_openLines.push_back({at, line.end - at});
        } else if (at < line.end) {
            open(BlockKind::quote, at, line.end);
        }
        return true;
    }
    const ListMark mark = listMark(content);
    if (mark.length == 0 || mark.length >= content.size())
        return false;
    // a wrapped line of prose may begin with a number: "on the\n3. of May"
    if (mark.isOrdered && m_isOpen && m_open.kind == BlockKind::paragraph && mark.number != 1)
        return false;
    // "14. Februar" opens a page of a diary, not a list
    if (mark.isOrdered && mark.number > 1 && mark.number != m_lastNumber + 1)
        return false;
    if (mark.isOrdered)
        m_lastNumber = mark.number;
    openItem(line, mark);
    return true;
}

void Scanner::openItem(const Line &line, const ListMark &mark)
{
    while (!m_indents.empty() && m_indents.back() >= line.indent + 1)
        m_indents.pop_back();
    if (m_indents.empty() || line.indent >= m_indents.back() + 2)
        m_indents.push_back(line.indent);
    const std::uint32_t start = line.content + mark.length;
    open(BlockKind::listItem, start, line.end);
    m_open.level = static_cast<std::uint8_t>(std::min<std::size_t>(m_indents.size() - 1, 250));
    m_open.isOrdered = mark.isOrdered;
    m_open.check = mark.check;
    addField(start, line.end);
}

bool Scanner::takeTable(const Line &line)
{
    const std::string_view content = body(line);
    if (content.find('|') == std::string_view::npos)
        return false;
    const bool isBarred = content[0] == '|' && content.size() > 2;
    if (!m_inTable) {
        const Line next = lineAt(
            m_text, std::min<std::uint32_t>(line.next, static_cast<std::uint32_t>(m_text.size())));
        const bool hasHeader = isTableDelimiter(body(next));
        if (!hasHeader && !isBarred)
            return false;
        m_inTable = true;
        ++m_table;
        m_row = hasHeader ? 0 : 1;
    } else if (isTableDelimiter(content)) {
        return true;
    }
    single(BlockKind::tableRow, line.content, line.end);
    std::uint32_t at = line.content + (content[0] == '|' ? 1 : 0);
    std::uint32_t column = 0;
    while (at < line.end) {
        std::uint32_t bar = at;
        while (bar < line.end && (m_text[bar] != '|' || (bar > at && m_text[bar - 1] == '\\')))
            ++bar;
        Cell cell;
        cell.content = trimmed(m_text, {at, bar - at});
        cell.table = m_table - 1;
        cell.row = m_row;
        cell.column = column++;
        cell.isHeader = m_row == 0;
        m_made.cells.push_back(cell);
        at = bar + 1;
    }
    ++m_row;
    return true;
}

void Scanner::takeText(const Line &line)
{
    m_inTable = false;
    Field field;
    const bool isField = isFieldLine(line.content, line.end, field);
    const bool continuesText =
        m_isOpen
        && (m_open.kind == BlockKind::paragraph || m_open.kind == BlockKind::quote
            || m_open.kind == BlockKind::listItem);
    if (isField && (!continuesText || m_open.kind == BlockKind::paragraph)) {
        const char last = continuesText ? m_text[m_openLines.back().end() - 1] : '.';
        const bool isUpperName = !isLower(decode(m_text, field.name.start).value);
        const bool wasEnded = std::string_view(".!?:").find(last) != std::string_view::npos
                              || (continuesText && m_openLines.back().length < 50);
        if (!continuesText || (isUpperName && wasEnded)) {
            close();
            addField(line.content, line.end);
            single(BlockKind::field, line.content, line.end);
            return;
        }
    }
    if (continuesText) {
        if (m_openLines.size() == 1 && m_open.kind == BlockKind::paragraph
            && isLabelLine(m_text.substr(m_open.start, m_open.length))) {
            open(BlockKind::paragraph, line.content, line.end);
            return;
        }
        m_open.length = line.end - m_open.start;
        m_openLines.push_back({line.content, line.end - line.content});
        return;
    }
    if (m_sawBlank && line.indent == 0)
        m_indents.clear();
    open(BlockKind::paragraph, line.content, line.end);
}

}  // namespace

Structure scanBlocks(std::string_view text, const std::stop_token &stop)
{
    return Scanner(text, stop).scan();
}

Span trimmed(std::string_view text, Span span)
{
    const auto isTrimmed = [](char c) {
        return isBlankByte(c) || c == '\n' || c == '*' || c == '`';
    };
    while (span.length > 0 && isTrimmed(text[span.start])) {
        ++span.start;
        --span.length;
    }
    while (span.length > 0 && isTrimmed(text[span.end() - 1]))
        --span.length;
    if (span.length > 4 && text[span.start] == '_' && text[span.end() - 1] == '_') {
        ++span.start;
        span.length -= 2;
    }
    return span;
}

}  // namespace text
