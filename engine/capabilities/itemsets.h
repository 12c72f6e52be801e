// Frequent itemsets by Apriori (Agrawal and Srikant 1994): which items come together in at least
// so many transactions? Owns nothing. Transactions are bit sets, so support is an AND and a count.
// Thread contract: pure.
#pragma once

#include <bit>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace capabilities {

using BitSet = std::vector<std::uint64_t>;  // one bit a transaction

struct ItemSet {
    std::vector<std::uint32_t> items;  // ascending
    BitSet where;
    std::size_t support = 0;
};

// Of both; the two are of one length.
inline std::size_t countBits(const BitSet &a, const BitSet &b)
{
    std::size_t count = 0;
    for (std::size_t i = 0; i < a.size(); ++i) {
        if (const std::uint64_t both = a[i] & b[i])  // mostly none
            count += static_cast<std::size_t>(std::popcount(both));
    }
    return count;
}

// `single[i]` holds the transactions of item i. Sets of up to sizeMax items, smaller ones first,
// each level in lexical order; at most setsMax of them.
inline std::vector<ItemSet> frequentSets(const std::vector<BitSet> &single, std::size_t supportMin,
                                         std::size_t sizeMax, std::size_t setsMax)
{
    std::vector<ItemSet> all;
    for (std::uint32_t item = 0; item < single.size(); ++item) {
        const std::size_t support = countBits(single[item], single[item]);
        if (support >= supportMin && all.size() < setsMax)
            all.push_back({{item}, single[item], support});
    }
    std::size_t levelStart = 0;
    for (std::size_t size = 2; size <= sizeMax; ++size) {
        const std::size_t levelEnd = all.size();
        for (std::size_t a = levelStart; a < levelEnd; ++a) {
            for (std::size_t b = a + 1; b < levelEnd && all.size() < setsMax; ++b) {
                // two sets join if they differ in their last item only
                bool isJoinable = true;
                for (std::size_t i = 0; isJoinable && i + 2 < size; ++i)
                    isJoinable = all[a].items[i] == all[b].items[i];
                if (!isJoinable)
                    break;  // lexical order: no later set joins either
                const std::size_t support = countBits(all[a].where, all[b].where);
                if (support < supportMin)
                    continue;
                ItemSet joint;
                joint.support = support;
                joint.where = all[a].where;
                for (std::size_t i = 0; i < joint.where.size(); ++i)
                    joint.where[i] &= all[b].where[i];
                joint.items = all[a].items;
                joint.items.push_back(all[b].items.back());
                all.push_back(std::move(joint));
            }
        }
        levelStart = levelEnd;
    }
    return all;
}

}  // namespace capabilities
