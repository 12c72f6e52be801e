// Finds many words at once in one pass over a text (Aho and Corasick 1975), ASCII letters without
// regard to case. Owns the automaton; whoever asks decides what a hit means.
// Thread contract: built by one thread, then read by any.
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace capabilities {

class AhoCorasick {
public:
    struct Hit {
        std::uint32_t pattern = 0, start = 0;
    };

    explicit AhoCorasick(std::span<const std::string> patterns)
    {
        nodes_.emplace_back();
        for (std::uint32_t i = 0; i < patterns.size(); ++i) {
            lengths_.push_back(static_cast<std::uint32_t>(patterns[i].size()));
            insert(patterns[i], i);
        }
        link();
    }

    // Calls visit(Hit) for every place of every pattern, in order of their ends, until it says no.
    template<typename Visit>
    void scan(std::string_view text, Visit visit) const
    {
        std::uint32_t node = 0;
        for (std::uint32_t i = 0; i < text.size(); ++i) {
            node = nodes_[node].next[lower(text[i])];
            for (std::uint32_t at = node; at != 0; at = nodes_[at].shorter) {
                for (const std::uint32_t pattern : nodes_[at].ends) {
                    if (!visit(Hit{pattern, i + 1 - lengths_[pattern]}))
                        return;
                }
            }
        }
    }

private:
    struct Node {
        std::array<std::uint32_t, 256> next = {};
        std::uint32_t fallback = 0;
        std::uint32_t shorter = 0;  // nearest suffix at which a pattern ends
        std::vector<std::uint32_t> ends;
    };

    static std::uint8_t lower(char c)
    {
        const auto byte = static_cast<std::uint8_t>(c);
        return byte >= 'A' && byte <= 'Z' ? static_cast<std::uint8_t>(byte | 32) : byte;
    }

    void insert(std::string_view pattern, std::uint32_t number)
    {
        if (pattern.empty())
            return;
        std::uint32_t node = 0;
        for (const char c : pattern) {
            if (nodes_[node].next[lower(c)] == 0) {
                nodes_[node].next[lower(c)] = static_cast<std::uint32_t>(nodes_.size());
                nodes_.emplace_back();
            }
            node = nodes_[node].next[lower(c)];
        }
        nodes_[node].ends.push_back(number);
    }

    void link()
    {
        std::vector<std::uint32_t> queue;
        for (const std::uint32_t child : nodes_[0].next) {
            if (child)
                queue.push_back(child);
        }
        for (std::size_t i = 0; i < queue.size(); ++i) {
            const std::uint32_t node = queue[i], fallback = nodes_[node].fallback;
            nodes_[node].shorter =
                nodes_[fallback].ends.empty() ? nodes_[fallback].shorter : fallback;
            for (std::size_t byte = 0; byte < 256; ++byte) {
                const std::uint32_t child = nodes_[node].next[byte];
                if (child == 0) {
                    nodes_[node].next[byte] = nodes_[fallback].next[byte];
                    continue;
                }
                nodes_[child].fallback = nodes_[fallback].next[byte];
                queue.push_back(child);
            }
        }
    }

    std::vector<Node> nodes_;
    std::vector<std::uint32_t> lengths_;
};

}  // namespace capabilities
