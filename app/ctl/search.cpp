// dreamctl search: dreams by their words, best first.
#include "ctl/profile.h"

namespace ctl {

using namespace kernel;
namespace json = boost::json;

namespace {
constexpr auto settleMax = std::chrono::minutes(10);
}

Said search(const Call &call)
{
    const std::string limit = call.option("limit", "20");
    if (call.words.empty())
        return failed(usage, "usage", "which words?");
    if (limit.empty() || limit.find_first_not_of("0123456789") != std::string::npos || limit.size() > 9)
        return failed(usage, "usage", "--limit wants a whole number");
    std::string text;
    for (const std::string &word : call.words)
        text += (text.empty() ? "" : " ") + word;
    Said said;
    std::unique_ptr<hands::Body> body = open(call, true, said);
    if (!body)
        return said;
    if (!body->indexer().settle({})) {
        // Missing or behind: whoever may write brings it up to date, else another process is at it.
        body.reset();
        if (std::unique_ptr<hands::Body> writer = open(call, false, said))
            if (!writer->indexer().settle(settleMax))
                progress("the words are not all read yet");
        said = {};
        if (body = open(call, true, said); !body)
            return said;
    }
    store::SearchOptions options;
    options.limit = std::stoul(limit);
    options.withArchived = call.options.contains("archived");
    std::vector<store::SearchFound> found;
    if (!body->indexer().search(text, options, found) && body->engine().pulse().pages)
        return failed(fault, "search.unavailable", "there is no search now: " + body->indexer().pulse().failure);
    json::array rows;
    for (const store::SearchFound &one : found) {
        rows.push_back({{"id", idText(one.dream)}, {"title", one.title}, {"score", one.score}, {"snippet", one.snippet}});
        said.text += idText(one.dream) + "  " + one.title + "\n    " + one.snippet + '\n';
    }
    said.text += std::to_string(found.size()) + " dreams";
    said.value = std::move(rows);
    return said;
}

}  // namespace ctl
