// Leaves for the tests of Merkle trees, told apart by a seed. Thread contract: pure functions.
#pragma once

#include "crypto/merkle.h"

#include <string>
#include <vector>

namespace crypto::merkle {

template <class Hash>
std::vector<Digest> leavesOf(std::size_t count, int seed)
{
    std::vector<Digest> leaves;
    for (std::size_t i = 0; i < count; ++i)
        leaves.push_back(Hash::leaf(std::to_string(seed) + ':' + std::to_string(i)));
    return leaves;
}

}  // namespace crypto::merkle
