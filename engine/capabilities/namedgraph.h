// A graph as it is handed over, {"nodes": [{"id"}], "links": [{"from", "to", "weight"?}]}, and its
// names made numbers in the order given. Owns names and links. Thread contract: values.
#pragma once

#include "capabilities/louvain.h"
#include "capabilities/reader.h"

namespace capabilities {

struct NamedGraph {
    std::vector<std::string> ids;
    std::map<std::string, std::uint32_t> numbers;
    std::vector<Link> links;  // weight 1 unless given, 10^-6 to 10^6
};

// A node named twice is one; a link to a node nobody named is refused by the reader.
NamedGraph readGraph(Reader &in, std::string_view name, std::size_t nodesMax, std::size_t linksMax);

}  // namespace capabilities
