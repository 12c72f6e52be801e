// The second half of the analyser: folding and interning words, stems, sentences.
#include "text/analyser.h"

#include "text/sentences.h"
#include "text/unicode.h"

#include <algorithm>
#include <cstring>

namespace text {

void Analyser::addWord(WordSpan word, std::uint16_t extra)
{
    const std::string_view text = m_made.m_text;
    while (word.length > 0 && text[word.start] == '_') {  // emphasis marks, not letters
        ++word.start;
        --word.length;
    }
    while (word.length > 0 && text[word.start + word.length - 1] == '_')
        --word.length;
    if (word.length == 0 || word.length > wordBytesMax || !(word.hasLetter || word.hasDigit))
        return;
    const std::string_view bytes = text.substr(word.start, word.length);
    Token token;
    token.start = word.start;
    token.length = static_cast<std::uint16_t>(word.length);
    const std::uint16_t kind = static_cast<std::uint16_t>((word.hasLetter ? tokenHasLetter : 0)
                                                          | (word.hasDigit ? tokenHasDigit : 0));
    token.flags = kind | extra | (m_inCode ? tokenInCode : 0);
    if (word.hasLetter && isUpper(decode(bytes, 0).value)) {
        token.flags |= tokenIsCapitalised;
        bool isAllUpper = bytes.size() >= 2;
        std::size_t letters = 0;
        for (std::size_t i = 0; i < bytes.size() && isAllUpper;) {
            const CodePoint point = decode(bytes, i);
            isAllUpper = !isLower(point.value);
            letters += isLetter(point.value) ? 1u : 0u;
            i += point.length;
        }
        if (isAllUpper && letters >= 2)
            token.flags |= tokenIsUpper;
    }
    const std::string_view folded = fold(bytes, word);
    if (folded.empty())
        return;
    token.form = formOf(folded, kind);
    ++m_made.m_forms[token.form].count;
    m_made.m_tokens.push_back(token);
}

namespace {

// The capitals among eight ASCII bytes made small: 0x20 is set where A <= byte <= Z.
std::uint64_t loweredEight(std::uint64_t bytes)
{
    constexpr std::uint64_t every = 0x0101010101010101ull;
    const std::uint64_t fromA = bytes + every * (0x80 - 'A');
    const std::uint64_t pastZ = bytes + every * (0x80 - 'Z' - 1);
    return bytes | ((fromA & ~pastZ & every * 0x80) >> 2);
}

}  // namespace

// Lower-cases ASCII and Latin-1 by hand and leaves everything else to NFKC case folding. The view
// stands until the next word.
std::string_view Analyser::fold(std::string_view word, const WordSpan &span)
{
    if (span.isPlain || span.isAscii) {
        for (std::size_t at = 0; at < word.size(); at += 8) {
            const std::size_t count = std::min<std::size_t>(8, word.size() - at);
            std::uint64_t bytes = 0;
            if (word.data() + at + 8 <= m_made.m_text.data() + m_made.m_text.size())
                std::memcpy(&bytes, word.data() + at, 8);
            else
                std::memcpy(&bytes, word.data() + at, count);
            bytes = loweredEight(bytes & 0x7f7f7f7f7f7f7f7full);
            std::memcpy(m_lowered.data() + at, &bytes, 8);
        }
        return {m_lowered.data(), word.size()};
    }
    m_folded.clear();
    for (std::size_t i = 0; i < word.size(); ++i) {
        const auto byte = static_cast<unsigned char>(word[i]);
        if (byte < 0x80) {
            m_folded.push_back(byte >= 'A' && byte <= 'Z' ? static_cast<char>(byte | 0x20)
                                                          : static_cast<char>(byte));
            continue;
        }
        const auto next = i + 1 < word.size() ? static_cast<unsigned char>(word[i + 1]) : 0u;
        if (byte == 0xC3 && next == 0x9F) {
            m_folded += "ss";
            ++i;
        } else if (byte == 0xC3 && next >= 0x80 && next <= 0xBF && next != 0x97 && next != 0xB7) {
            m_folded.push_back(static_cast<char>(byte));
            m_folded.push_back(static_cast<char>(next < 0xA0 ? next + 0x20 : next));
            ++i;
        } else if (byte == 0xE2 && next == 0x80 && i + 2 < word.size()
                   && (word[i + 2] == '\x99' || word[i + 2] == '\x98')) {
            m_folded.push_back('\'');
            i += 2;
        } else {
            m_folded.clear();
            appendFolded(m_folded, word);
            return m_folded;
        }
        // a combining mark may follow and must compose with the letter
        if (i + 1 < word.size() && (static_cast<unsigned char>(word[i + 1]) & 0xFE) == 0xCC) {
            m_folded.clear();
            appendFolded(m_folded, word);
            return m_folded;
        }
    }
    return m_folded;
}

std::uint32_t Analyser::formOf(std::string_view folded, std::uint16_t flags)
{
    const Word word(folded);
    const std::size_t mask = m_formSlots.size() - 1;
    std::size_t at = word.hash & mask;
    while (m_formSlots[at] != 0) {
        const std::uint32_t id = m_formSlots[at] - 1;
        if (m_made.m_forms[id].hash == word.hash && isSameWord(m_made.formText(id), folded))
            return id;
        at = (at + 1) & mask;
    }
    const auto id = static_cast<std::uint32_t>(m_made.m_forms.size());
    Form form;
    form.start = static_cast<std::uint32_t>(m_made.m_formPool.size());
    form.length = static_cast<std::uint32_t>(folded.size());
    form.hash = word.hash;
    form.flags = flags;
    if (flags & tokenHasLetter)
        form.languages = functionWordLanguages(word);
    m_made.m_formPool += folded;
    m_made.m_forms.push_back(form);
    m_formSlots[at] = id + 1;
    if (m_made.m_forms.size() * 2 > m_formSlots.size())
        growForms();
    return id;
}

void Analyser::growForms()
{
    m_formSlots.assign(m_formSlots.size() * 2, 0);
    const std::size_t mask = m_formSlots.size() - 1;
    for (std::uint32_t id = 0; id < m_made.m_forms.size(); ++id) {
        std::size_t at = m_made.m_forms[id].hash & mask;
        while (m_formSlots[at] != 0)
            at = (at + 1) & mask;
        m_formSlots[at] = id + 1;
    }
}

// Gives every form its stem and every token the stem and stop-word flag of its form.
void Analyser::makeStems()
{
    const Language language = m_made.m_language.language;
    const auto own = static_cast<std::uint16_t>(1u << static_cast<unsigned>(language));
    const std::uint16_t stopMask = language == Language::und ? 0x1E : own;
    WordMap<std::uint32_t> ids(m_made.m_forms.size());  // id + 1
    std::string pool;
    pool.reserve(m_made.m_formPool.size() + 16);  // stems are never longer, so views stay valid
    for (Form &form : m_made.m_forms) {
        if (isStopped())
            return;
        const std::string_view folded =
            std::string_view(m_made.m_formPool).substr(form.start, form.length);
        const bool isWord = (form.flags & tokenHasLetter) != 0;
        std::string_view found = isWord ? stem(language, {folded, form.hash}) : folded;
        if (found.empty() || pool.size() + found.size() > pool.capacity())
            found = folded.substr(0, pool.capacity() - pool.size());
        const bool isStop = isWord && (form.languages & stopMask) != 0;
        const std::size_t start = pool.size();
        pool += found;
        std::uint32_t &id = ids[std::string_view(pool).substr(start)];
        if (id == 0) {
            m_made.m_stems.push_back({static_cast<std::uint32_t>(start),
                                      static_cast<std::uint32_t>(found.size()), 0, isStop});
            id = static_cast<std::uint32_t>(m_made.m_stems.size());
        } else {
            pool.resize(start);
        }
        Stem &known = m_made.m_stems[id - 1];
        known.count += form.count;
        known.isStopWord = known.isStopWord && isStop;
        form.stem = id - 1;
        form.flags |= isStop ? tokenIsStopWord : 0;
    }
    m_made.m_stemPool = std::move(pool);
    for (Token &token : m_made.m_tokens) {
        const Form &form = m_made.m_forms[token.form];
        token.stem = form.stem;
        token.flags |= form.flags & tokenIsStopWord;
        m_made.m_wordCount += token.isWord() ? 1 : 0;
    }
}

void Analyser::addSentence(std::uint32_t block, std::uint32_t first, std::uint32_t last,
                           std::uint32_t start, std::uint32_t end)
{
    const std::string_view text = m_made.m_text;
    while (start < end && isSpace(static_cast<unsigned char>(text[start])))
        ++start;
    while (end > start && isSpace(static_cast<unsigned char>(text[end - 1])))
        --end;
    Sentence sentence;
    sentence.start = start;
    sentence.length = end - start;
    sentence.firstToken = first;
    sentence.tokenCount = last - first;
    sentence.block = block;
    m_made.m_tokens[first].flags |= tokenStartsSentence;
    m_made.m_tokens[first].flags &= static_cast<std::uint16_t>(~tokenFollowsSpace);
    m_made.m_sentences.push_back(sentence);
}

void Analyser::splitBlock(std::uint32_t index)
{
    Block &block = m_made.m_blocks[index];
    const std::string_view text = m_made.m_text;
    block.firstSentence = static_cast<std::uint32_t>(m_made.m_sentences.size());
    if (block.tokenCount == 0)
        return;
    std::uint32_t first = block.firstToken;
    std::uint32_t start = block.start;
    const std::uint32_t last = block.firstToken + block.tokenCount;
    while (m_hardBreak < m_hardBreaks.size() && m_hardBreaks[m_hardBreak] < block.start)
        ++m_hardBreak;
    Gap gap;
    gap.text = text;
    gap.language = m_made.m_language.language;
    for (std::uint32_t i = first + 1; i < last; ++i) {
        if (isStopped())
            return;
        const Token &before = m_made.m_tokens[i - 1];
        Token &after = m_made.m_tokens[i];
        gap.start = before.end();
        gap.end = after.start;
        const std::uint32_t gapLength = gap.end - gap.start;
        if (gapLength == 1 && text[gap.start] == ' ') {
            after.flags |= tokenFollowsSpace;
            continue;
        }
        gap.before = m_made.formText(before.form);
        gap.isBeforeUpper = before.has(tokenIsCapitalised);
        gap.isBeforeNumber = before.isNumber();
        gap.isAfterNumber = after.isNumber();
        gap.isFirstInBlock = i - 1 == block.firstToken;
        std::uint32_t cut = sentenceEndIn(gap);
        while (m_hardBreak < m_hardBreaks.size() && m_hardBreaks[m_hardBreak] < gap.start)
            ++m_hardBreak;
        if (cut == 0 && m_hardBreak < m_hardBreaks.size() && m_hardBreaks[m_hardBreak] < gap.end)
            cut = m_hardBreaks[m_hardBreak];
        if (cut != 0) {
            addSentence(index, first, i, start, cut);
            first = i;
            start = cut;
            continue;
        }
        bool isBlank = gapLength > 0;
        for (std::uint32_t at = gap.start; at < gap.end && isBlank; ++at)
            isBlank = isSpace(static_cast<unsigned char>(text[at]));
        if (isBlank)
            after.flags |= tokenFollowsSpace;
    }
    addSentence(index, first, last, start, block.end());
    block.sentenceCount =
        static_cast<std::uint32_t>(m_made.m_sentences.size()) - block.firstSentence;
}

}  // namespace text
