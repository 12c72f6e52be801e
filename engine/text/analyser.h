// The maker of documents: one pass for blocks, one for words, one for language and stems, one
// for sentences. Private to engine/text; everyone else calls text::analyse. Used by one thread.
#pragma once

#include "text/document.h"
#include "text/segment.h"

namespace text {

inline constexpr std::uint32_t wordBytesMax = 255;  // anything longer is data, not a word

class Analyser {
public:
    // nullptr if stopped.
    static std::shared_ptr<const Document> make(std::string_view utf8, const std::stop_token &stop);

private:
    Analyser(Document &document, const std::stop_token &stop) : m_made(document), m_stop(stop) {}
    bool run();
    void readBlock(Block &block);
    std::uint32_t readMarkup(std::uint32_t at, std::uint32_t end);
    std::uint32_t readAngle(std::uint32_t at, std::uint32_t end);
    std::uint32_t readTarget(std::uint32_t at, std::uint32_t end);
    std::uint32_t readAddress(std::uint32_t at, std::uint32_t end);
    std::uint32_t readMail(std::uint32_t at, std::uint32_t end);
    void addWord(WordSpan word, std::uint16_t extra);
    std::string_view fold(std::string_view word, const WordSpan &span);
    std::uint32_t formOf(std::string_view folded, std::uint16_t flags);
    void growForms();
    void makeStems();
    void splitBlock(std::uint32_t index);
    void addSentence(std::uint32_t block, std::uint32_t first, std::uint32_t last,
                     std::uint32_t start, std::uint32_t end);
    bool isStopped();

    Document &m_made;
    const std::stop_token &m_stop;
    std::vector<std::uint32_t> m_hardBreaks;
    std::size_t m_hardBreak = 0;
    std::vector<std::uint32_t> m_formSlots;  // open addressing, id + 1
    std::string m_folded;
    std::array<char, wordBytesMax + 9> m_lowered;  // eight bytes at a time
    std::uint32_t m_bracket = 0;                   // after the last [ of this block, or 0
    bool m_isImage = false;
    bool m_inCode = false;
    std::uint32_t m_blockStart = 0;
    std::uint32_t m_steps = 0;
    bool m_wasStopped = false;
};

}  // namespace text
