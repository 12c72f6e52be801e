// Stretches of time and who takes them: which ones meet a given stretch (an interval tree after
// Cormen et al., laid out in a sorted array), and where they leave room. Owns its spans.
// Thread contract: values.
#pragma once

#include <algorithm>
#include <cstdint>
#include <string>
#include <vector>

namespace capabilities {

struct Span {
    std::int64_t from = 0, to = 0;  // seconds; a span without length is a moment
    std::string id;
};

class Spans {
public:
    explicit Spans(std::vector<Span> spans) : m_spans(std::move(spans)), m_latest(m_spans.size())
    {
        std::ranges::stable_sort(m_spans, {}, &Span::from);
        build(0, m_spans.size());
    }

    // Calls see(span) for each that shares a moment with [from, to), in order of their begin.
    template<typename See>
    void meeting(std::int64_t from, std::int64_t to, See see) const
    {
        visit(0, m_spans.size(), from, std::max(to, from + 1), see);
    }
    // The stretches that are taken, without overlaps.
    std::vector<Span> merged() const
    {
        std::vector<Span> out;
        for (const Span &span : m_spans) {
            if (span.to <= span.from)
                continue;
            if (!out.empty() && span.from <= out.back().to)
                out.back().to = std::max(out.back().to, span.to);
            else
                out.push_back({span.from, span.to, {}});
        }
        return out;
    }

private:
    static std::int64_t endOf(const Span &span) { return std::max(span.to, span.from + 1); }
    std::int64_t build(std::size_t low, std::size_t high)
    {
        if (low >= high)
            return INT64_MIN;
        const std::size_t middle = low + (high - low) / 2;
        const std::int64_t beside = std::max(build(low, middle), build(middle + 1, high));
        return m_latest[middle] = std::max(endOf(m_spans[middle]), beside);
    }
    template<typename See>
    void visit(std::size_t low, std::size_t high, std::int64_t from, std::int64_t to,
               See &see) const
    {
        const std::size_t middle = low + (high - low) / 2;
        if (low >= high || m_latest[middle] <= from)
            return;
        visit(low, middle, from, to, see);
        const Span &span = m_spans[middle];
        if (span.from >= to)
            return;
        if (endOf(span) > from)
            see(span);
        visit(middle + 1, high, from, to, see);
    }

    std::vector<Span> m_spans;
    std::vector<std::int64_t> m_latest;  // of the subtree around each middle
};

}  // namespace capabilities
