// The analysis of one text, made once and read by every capability: Markdown blocks, sentences,
// words with their folded forms and stems, links, fields and table cells, and the language.
// Owns a copy of the text and compact arrays over it (all positions are byte offsets); leaves
// scoring to the capabilities. A Document never changes, so any thread may read it.
#pragma once

#include "text/language.h"
#include "text/wordset.h"

#include <cstdint>
#include <memory>
#include <span>
#include <stop_token>
#include <string>
#include <string_view>
#include <vector>

namespace text {

struct Span {
    std::uint32_t start = 0;
    std::uint32_t length = 0;
    std::uint32_t end() const { return start + length; }
};

enum TokenFlag : std::uint16_t {
    tokenHasLetter = 1,
    tokenHasDigit = 2,
    tokenIsStopWord = 4,     // in the document's language
    tokenIsCapitalised = 8,  // first letter is upper case
    tokenIsUpper = 16,       // two letters or more, all upper case
    tokenStartsSentence = 32,
    tokenFollowsSpace = 64,  // only spaces part it from the word before, in the same sentence
    tokenInCode = 128,       // inside inline code; code blocks have no tokens at all
    tokenInEmphasis = 256,   // directly after * or _
};

struct Token {  // a word or a number of prose; URLs, HTML tags and code blocks yield none
    std::uint32_t start = 0;
    std::uint16_t length = 0;
    std::uint16_t flags = 0;
    std::uint32_t form = 0;  // index into forms
    std::uint32_t stem = 0;  // index into stems
    bool has(TokenFlag flag) const { return (flags & flag) != 0; }
    bool isWord() const { return (flags & tokenHasLetter) != 0; }
    bool isNumber() const { return (flags & (tokenHasDigit | tokenHasLetter)) == tokenHasDigit; }
    std::uint32_t end() const { return start + length; }
};

struct Sentence {
    std::uint32_t start = 0;
    std::uint32_t length = 0;
    std::uint32_t firstToken = 0;
    std::uint32_t tokenCount = 0;
    std::uint32_t block = 0;
    std::uint32_t end() const { return start + length; }
};

enum class BlockKind : std::uint8_t {
    paragraph,
    heading,  // ATX or setext; level 1..6
    label,    // a short line of its own that ends with a colon or is bold: a heading in spirit
    listItem,
    quote,
    code,
    tableRow,
    field,  // a "key: value" line outside lists
    frontMatter,
    rule,
};

enum class Check : std::uint8_t { none, open, done };

struct Block {
    BlockKind kind = BlockKind::paragraph;
    std::uint8_t level = 0;  // heading level, or depth of a list item (0 = outermost)
    bool isOrdered = false;  // of a list item
    Check check = Check::none;
    std::uint32_t start = 0;  // content, without its marker
    std::uint32_t length = 0;
    std::uint32_t firstToken = 0;
    std::uint32_t tokenCount = 0;
    std::uint32_t firstSentence = 0;
    std::uint32_t sentenceCount = 0;
    std::uint32_t end() const { return start + length; }
};

struct Link {
    Span text;  // what is shown; equal to url for a bare address
    Span url;
    bool isEmail = false;
    bool isImage = false;
};

struct Field {  // "key: value" in a line, a list item or front matter; markup trimmed
    Span name;
    Span value;
    std::uint32_t block = 0;
};

struct Cell {
    Span content;
    std::uint32_t table = 0;  // running number of the table
    std::uint32_t row = 0;    // 0 is the header row if isHeader
    std::uint32_t column = 0;
    bool isHeader = false;
};

struct Form {                 // one distinct folded word
    std::uint32_t start = 0;  // into the pool of forms
    std::uint32_t length = 0;
    std::uint32_t stem = 0;
    std::uint32_t hash = 0;       // wordHash
    std::uint32_t count = 0;      // tokens that have it
    std::uint16_t flags = 0;      // tokenHasLetter, tokenHasDigit, tokenIsStopWord
    std::uint16_t languages = 0;  // bit i: a function word of language i
};

struct Stem {  // one distinct stem; ids are given in order of first appearance
    std::uint32_t start = 0;
    std::uint32_t length = 0;
    std::uint32_t count = 0;
    bool isStopWord = false;  // every form of it is a stop word
};

class Document : public std::enable_shared_from_this<Document> {
public:
    std::string_view text() const { return m_text; }
    std::string_view slice(std::uint32_t start, std::uint32_t length) const
    {
        return std::string_view(m_text).substr(start, length);
    }
    std::string_view slice(Span span) const { return slice(span.start, span.length); }
    bool isValidUtf8() const { return m_isValidUtf8; }
    bool isBinary() const { return m_isBinary; }

    Language language() const { return m_language.language; }
    int languageConfidence() const { return m_language.confidence; }  // 0..10000
    const LanguageGuess &languageGuess() const { return m_language; }

    std::span<const Token> tokens() const { return m_tokens; }
    std::span<const Sentence> sentences() const { return m_sentences; }
    std::span<const Block> blocks() const { return m_blocks; }
    std::span<const Link> links() const { return m_links; }
    std::span<const Field> fields() const { return m_fields; }
    std::span<const Cell> cells() const { return m_cells; }
    std::span<const Form> forms() const { return m_forms; }
    std::span<const Stem> stems() const { return m_stems; }

    std::span<const Token> tokensOf(const Sentence &sentence) const
    {
        return tokens().subspan(sentence.firstToken, sentence.tokenCount);
    }
    std::span<const Token> tokensOf(const Block &block) const
    {
        return tokens().subspan(block.firstToken, block.tokenCount);
    }
    std::span<const Sentence> sentencesOf(const Block &block) const
    {
        return sentences().subspan(block.firstSentence, block.sentenceCount);
    }
    std::string_view formText(std::uint32_t form) const
    {
        return std::string_view(m_formPool).substr(m_forms[form].start, m_forms[form].length);
    }
    Word form(std::uint32_t form) const { return {formText(form), m_forms[form].hash}; }
    Word formOf(const Token &token) const { return form(token.form); }
    std::string_view stemText(std::uint32_t stem) const
    {
        return std::string_view(m_stemPool).substr(m_stems[stem].start, m_stems[stem].length);
    }
    std::uint32_t wordCount() const { return m_wordCount; }  // tokens with a letter
    std::uint32_t paragraphCount() const { return m_paragraphCount; }

    // Per stem, the form most used, or the earliest of equals.
    std::vector<std::uint32_t> mainForms() const;

    // The text of a span for people: markup, link targets and line ends taken out.
    std::string plain(Span span) const;
    std::string plain(const Sentence &sentence) const
    {
        return plain(Span{sentence.start, sentence.length});
    }

private:
    friend class Analyser;
    std::string m_text;
    bool m_isValidUtf8 = true;
    bool m_isBinary = false;
    LanguageGuess m_language;
    std::uint32_t m_wordCount = 0;
    std::uint32_t m_paragraphCount = 0;
    std::vector<Token> m_tokens;
    std::vector<Sentence> m_sentences;
    std::vector<Block> m_blocks;
    std::vector<Link> m_links;
    std::vector<Field> m_fields;
    std::vector<Cell> m_cells;
    std::vector<Form> m_forms;
    std::vector<Stem> m_stems;
    std::string m_formPool;
    std::string m_stemPool;
};

inline constexpr std::size_t documentsKept = 3;

// Never fails on any bytes; nullptr only if `stop` was requested while at work. The last few
// results of this thread are kept, so asking again for the same bytes costs one comparison.
std::shared_ptr<const Document> analyse(std::string_view utf8, std::stop_token stop = {});

}  // namespace text
