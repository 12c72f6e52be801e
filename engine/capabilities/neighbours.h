// How alike the sentences before and after a gap are, as TextTiling compares them (M. Hearst,
// Computational Linguistics 23, 1997). Owns the counts of one document; belongs to claritycard.cpp.
// Thread contract: one object, one thread.
#pragma once

#include "text/document.h"

#include <algorithm>
#include <cmath>
#include <vector>

namespace capabilities {

// The bags of content stems on the two sides of a gap: two sentences each. Counts are whole
// numbers, so that sums come out the same in any order.
class Neighbours {
public:
    explicit Neighbours(const text::Document &document)
        : m_counts(document.stems().size(), Counts{})
    {
        for (const text::Sentence &sentence : document.sentences()) {
            m_firsts.push_back(static_cast<std::uint32_t>(m_stems.size()));
            for (const text::Token &token : document.tokensOf(sentence)) {
                if (token.isWord() && !token.has(text::tokenIsStopWord))
                    m_stems.push_back(token.stem);
            }
        }
        m_firsts.push_back(static_cast<std::uint32_t>(m_stems.size()));
    }
    // The cosine of the two sides of the gap before that sentence, 0..1.
    double cosineAt(std::uint32_t gap)
    {
        const auto count = static_cast<std::uint32_t>(m_firsts.size()) - 1;
        double before = 0, after = 0, dot = 0;
        forEachStem(gap >= 2 ? gap - 2 : 0, gap, [&](Counts &counts) {
            before += 2 * counts.before++ + 1;  // the next square
        });
        forEachStem(gap, std::min(gap + 2, count), [&](Counts &counts) {
            after += 2 * counts.after++ + 1;
            dot += counts.before;
        });
        forEachStem(gap >= 2 ? gap - 2 : 0, std::min(gap + 2, count),
                    [](Counts &counts) { counts = {}; });
        return before > 0 && after > 0 ? dot / std::sqrt(before * after) : 0.0;
    }

private:
    struct Counts {
        std::uint32_t before = 0, after = 0;
    };
    template<typename Visit>
    void forEachStem(std::uint32_t first, std::uint32_t last, Visit visit)
    {
        for (std::uint32_t i = m_firsts[first]; i < m_firsts[last]; ++i)
            visit(m_counts[m_stems[i]]);
    }
    std::vector<std::uint32_t> m_stems;   // sentence by sentence
    std::vector<std::uint32_t> m_firsts;  // of each sentence, and the end
    std::vector<Counts> m_counts;
};

}  // namespace capabilities
