#include "text/analyser.h"

#include "text/languageguess.h"
#include "text/markdown.h"
#include "text/sentences.h"
#include "text/unicode.h"

#include <algorithm>
#include <cstring>

namespace text {
namespace {

// Characters at which inline markup, a word or a multi-byte character may begin.
enum Inline : std::uint8_t { inlineSkip, inlineWord, inlineHigh, inlineMarkup };

constexpr std::array<std::uint8_t, 256> makeInlineTable()
{
    std::array<std::uint8_t, 256> table{};
    for (std::size_t c = 0; c < 256; ++c) {
        const bool isWord =
            (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
        table[c] = isWord ? inlineWord : (c >= 0x80 ? inlineHigh : inlineSkip);
    }
    for (const char c : {'<', '[', ']', '`', '@', ':'})
        table[static_cast<unsigned char>(c)] = inlineMarkup;
    return table;
}
constexpr auto inlineTable = makeInlineTable();

bool isUrlByte(char c)
{
    return static_cast<unsigned char>(c) > 0x20 && c != '<' && c != '>' && c != '"' && c != '`'
           && c != '|' && c != '\\' && c != '^' && c != '{' && c != '}';
}

std::uint32_t trimAddress(std::string_view text, std::uint32_t start, std::uint32_t end)
{
    while (end > start && std::strchr(".,;:!?'\"*_", text[end - 1]))
        --end;
    if (end > start && text[end - 1] == ')'
        && text.substr(start, end - start).find('(') == std::string_view::npos)
        --end;
    if (end > start && text[end - 1] == ']')
        --end;
    return end;
}

}  // namespace

std::shared_ptr<const Document> Analyser::make(std::string_view utf8, const std::stop_token &stop)
{
    auto document = std::make_shared<Document>();
    document->m_text.assign(utf8);
    Analyser analyser(*document, stop);
    if (!analyser.run())
        return nullptr;
    return document;
}

bool Analyser::isStopped()
{
    if ((++m_steps & 255) == 0 && m_stop.stop_requested())
        m_wasStopped = true;
    return m_wasStopped;
}

bool Analyser::run()
{
    m_made.m_isValidUtf8 = isValidUtf8(m_made.m_text);
    m_made.m_isBinary = looksBinary(m_made.m_text);
    Structure structure = scanBlocks(m_made.m_text, m_stop);
    if (structure.isStopped)
        return false;
    m_made.m_blocks = std::move(structure.blocks);
    m_made.m_fields = std::move(structure.fields);
    m_made.m_cells = std::move(structure.cells);
    m_hardBreaks = std::move(structure.hardBreaks);
    m_made.m_tokens.reserve(m_made.m_text.size() / 5 + 16);
    m_made.m_forms.reserve(m_made.m_text.size() / 24 + 16);
    m_formSlots.assign(1024, 0);
    for (Block &block : m_made.m_blocks) {
        block.firstToken = static_cast<std::uint32_t>(m_made.m_tokens.size());
        if (block.kind != BlockKind::code && block.kind != BlockKind::frontMatter)
            readBlock(block);
        if (m_wasStopped)
            return false;
        block.tokenCount = static_cast<std::uint32_t>(m_made.m_tokens.size()) - block.firstToken;
        m_made.m_paragraphCount += block.kind == BlockKind::paragraph && block.tokenCount > 0;
    }
    m_made.m_language = guessLanguage(m_made);
    makeStems();
    if (m_wasStopped)
        return false;
    for (std::uint32_t index = 0; index < m_made.m_blocks.size(); ++index) {
        splitBlock(index);
        if (m_wasStopped)
            return false;
    }
    return true;
}

void Analyser::readBlock(Block &block)
{
    const std::string_view text = m_made.m_text;
    std::uint32_t at = block.start;
    const std::uint32_t end = block.end();
    m_bracket = 0;
    m_inCode = false;
    m_blockStart = block.start;
    while (at < end) {
        switch (inlineTable[static_cast<unsigned char>(text[at])]) {
        case inlineSkip: ++at; break;
        case inlineMarkup: at = readMarkup(at, end); break;
        case inlineHigh:
            if (!startsWord(text, at)) {
                at += decodeSlow(text, at).length;
                break;
            }
            [[fallthrough]];
        default: {
            const WordSpan word = wordAt(text.substr(0, end), at);
            const char before = at > block.start ? text[at - 1] : ' ';
            addWord(word, before == '*' || text[at] == '_' ? tokenInEmphasis : 0);
            at += word.length;
        }
        }
        if (isStopped())
            return;
    }
}

// At one of < [ ] ` @ : decides whether it opens something that is not prose.
std::uint32_t Analyser::readMarkup(std::uint32_t at, std::uint32_t end)
{
    const std::string_view text = m_made.m_text;
    switch (text[at]) {
    case '<': return readAngle(at, end);
    case '`': m_inCode = !m_inCode; return at + 1;
    case '[':
        m_bracket = at + 1;
        m_isImage = at > m_blockStart && text[at - 1] == '!';
        return at + 1;
    case ']': return readTarget(at, end);
    case '@': return readMail(at, end);
    default: return readAddress(at, end);
    }
}

// <https://...>, <a@b.c>, HTML tags and comments.
std::uint32_t Analyser::readAngle(std::uint32_t at, std::uint32_t end)
{
    const std::string_view text = std::string_view(m_made.m_text).substr(0, end);
    const char next = at + 1 < end ? text[at + 1] : ' ';
    const bool isTag = next == '/' || next == '!' || next == '?' || (next | 0x20) >= 'a';
    if (!isTag || m_inCode)
        return at + 1;
    if (text.substr(at, 4) == "<!--") {
        const std::size_t close = text.find("-->", at);
        return close == std::string_view::npos ? end : static_cast<std::uint32_t>(close + 3);
    }
    const std::size_t close = text.substr(at, 1024).find('>');
    if (close == std::string_view::npos)
        return at + 1;
    const std::string_view inside = text.substr(at + 1, close - 1);
    const std::uint32_t past = at + static_cast<std::uint32_t>(close) + 1;
    const Span span{at + 1, static_cast<std::uint32_t>(inside.size())};
    const bool hasSpace = inside.find_first_of(" \n\t") != std::string_view::npos;
    if (!hasSpace && inside.find("://") != std::string_view::npos) {
        m_made.m_links.push_back({span, span, false, false});
        return past;
    }
    if (!hasSpace && inside.find('@') != std::string_view::npos) {
        m_made.m_links.push_back({span, span, true, false});
        return past;
    }
    const bool isHtml =
        next != '?' ? inside.find('\n') == std::string_view::npos || hasSpace : true;
    return isHtml && inside.find('<') == std::string_view::npos ? past : at + 1;
}

// ](url "title") and ][reference] and ]: definition
std::uint32_t Analyser::readTarget(std::uint32_t at, std::uint32_t end)
{
    const std::string_view text = std::string_view(m_made.m_text).substr(0, end);
    const std::uint32_t opened = m_bracket;
    m_bracket = 0;
    if (opened == 0 || at + 1 >= end)
        return at + 1;
    const char next = text[at + 1];
    if (next == '[') {
        const std::size_t close = text.find(']', at + 2);
        return close == std::string_view::npos || close > at + 80
                   ? at + 1
                   : static_cast<std::uint32_t>(close + 1);
    }
    if (next != '(')
        return at + 1;
    std::uint32_t close = at + 2;
    std::uint32_t depth = 1;
    const std::uint32_t limit = std::min(end, at + 2048);
    while (close < limit && depth > 0) {
        depth += text[close] == '(' ? 1 : 0;
        depth -= text[close] == ')' ? 1 : 0;
        ++close;
    }
    if (depth != 0)
        return at + 1;
    std::uint32_t urlEnd = at + 2;
    while (urlEnd < close - 1 && isUrlByte(text[urlEnd]))
        ++urlEnd;
    if (urlEnd == at + 2 || (urlEnd < close - 1 && text[urlEnd] != ' '))
        return at + 1;
    const bool isMail = text.substr(at + 2, 7) == "mailto:";
    const std::uint32_t urlStart = at + 2 + (isMail ? 7 : 0);
    m_made.m_links.push_back(
        {{opened, at - opened}, {urlStart, urlEnd - urlStart}, isMail, m_isImage});
    return close;
}

// scheme://rest, when the word just read was the scheme: takes that word back.
std::uint32_t Analyser::readAddress(std::uint32_t at, std::uint32_t end)
{
    const std::string_view text = std::string_view(m_made.m_text).substr(0, end);
    const bool isSlashed = text.substr(at, 3) == "://";
    if (m_made.m_tokens.empty() || m_made.m_tokens.back().end() != at)
        return at + 1;
    const Token &scheme = m_made.m_tokens.back();
    const bool isMail = m_made.formText(scheme.form) == "mailto";
    if ((!isSlashed && !isMail) || scheme.start < m_blockStart)
        return at + 1;
    std::uint32_t past = at + 1;
    while (past < end && isUrlByte(text[past]))
        ++past;
    past = std::max(trimAddress(text, scheme.start, past), at + 1);
    const std::uint32_t from = isMail ? at + 1 : scheme.start;
    m_made.m_links.push_back({{from, past - from}, {from, past - from}, isMail, false});
    --m_made.m_forms[scheme.form].count;
    m_made.m_tokens.pop_back();
    return past;
}

// name@host.tld: takes back the words of the name.
std::uint32_t Analyser::readMail(std::uint32_t at, std::uint32_t end)
{
    const std::string_view text = std::string_view(m_made.m_text).substr(0, end);
    const auto isNameByte = [](char c) {
        return (c >= '0' && c <= '9') || ((c | 0x20) >= 'a' && (c | 0x20) <= 'z') || c == '.'
               || c == '_' || c == '-' || c == '+' || c == '%';
    };
    std::uint32_t start = at;
    while (start > m_blockStart && at - start < 64 && isNameByte(text[start - 1]))
        --start;
    std::uint32_t past = at + 1;
    while (past < end && past - at < 255 && isNameByte(text[past]) && text[past] != '_')
        ++past;
    past = trimAddress(text, at + 1, past);
    if (start == at || text.substr(at, past - at).find('.') == std::string_view::npos)
        return at + 1;
    while (!m_made.m_tokens.empty() && m_made.m_tokens.back().start >= start) {
        --m_made.m_forms[m_made.m_tokens.back().form].count;
        m_made.m_tokens.pop_back();
    }
    m_made.m_links.push_back({{start, past - start}, {start, past - start}, true, false});
    return past;
}

}  // namespace text
