// The concepts of one text and how they belong together: phrases and frequent stems as nodes,
// pointwise mutual information of sharing a sentence (Church and Hanks 1990; normalised as Bouma
// 2009) as edges, PageRank for the centre. Owns the graph; laying it out is conceptlayout.h.
// Thread contract: pure functions.
#pragma once

#include "text/document.h"

#include <boost/json.hpp>

#include <cstdint>
#include <string>
#include <vector>

namespace capabilities {

struct Concept {
    std::string label;                   // as the text writes it
    std::string stem;                    // stems joined by a space
    std::vector<std::uint32_t> stems;    // of the document
    double weight = 0;                   // importance before the graph, 0..1
    double rank = 0;                     // PageRank
    std::uint32_t count = 0;             // times in the text
    std::vector<std::uint32_t> windows;  // sentences that hold it, ascending
};

struct ConceptEdge {
    std::uint32_t from = 0, to = 0;  // from < to
    std::uint32_t together = 0;      // sentences that hold both
    double weight = 0;               // 0..1: (1 + normalised PMI) / 2
};

struct ConceptGraph {
    static constexpr std::size_t nodesMax = 24;
    std::vector<Concept> nodes;      // by rank; the first is the centre
    std::vector<ConceptEdge> edges;  // by from, to
};

ConceptGraph conceptGraph(const text::Document &document, const boost::json::object *keywords);

// (1 + NPMI) / 2 from counts of windows: with a, with b, with both, in all. Always together is 1,
// independent 0.5; with one window only nothing can be told apart and it is 0.5.
double pmiWeight(std::size_t a, std::size_t b, std::size_t both, std::size_t all);

}  // namespace capabilities
