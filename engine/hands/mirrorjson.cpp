// A dream as JSON: everything the journal says of it, and the index of all.
#include "hands/mirrorpages.h"

#include "loop/edge.h"

#include <boost/json.hpp>

namespace hands {

using namespace kernel;

namespace {

std::string quoted(std::string_view text)
{
    return boost::json::serialize(boost::json::value(boost::json::string(text)));
}

template<class F>
boost::json::object jsonOf(const F &row)
{
    return loop::toJson(typeOf<F>().fields, encode(row));
}

template<class F>
boost::json::object jsonOf(const Stood<F> &stood)
{
    boost::json::object object = jsonOf(stood.fact);
    object["factNumber"] = stood.seq;
    object["page"] = stood.page;
    object["factDigest"] = stood.digest.hex();
    return object;
}

boost::json::array linksJson(const std::vector<MirrorLink> &links, const std::string &from)
{
    boost::json::array list;
    for (const MirrorLink &link : links) {
        boost::json::object object{{"dream", idText(link.dream)},
                                   {"title", link.title},
                                   {"file", mirrorPath(from, link.stem)}};
        if (link.score >= 0)
            object["score"] = link.score;
        if (!link.why.empty())
            object["why"] = link.why;
        list.push_back(std::move(object));
    }
    return list;
}

// One member or element a line, down to this depth: people read it, and tools show what changed.
void pretty(std::string &out, const boost::json::value &value, int depth, int depthMax)
{
    const std::string margin(static_cast<std::size_t>(depth) + 1, ' ');
    const boost::json::object *object = value.if_object();
    const boost::json::array *array = value.if_array();
    const std::size_t size = object ? object->size() : array ? array->size() : 0;
    if (!size || depth >= depthMax) {
        out += boost::json::serialize(value);
        return;
    }
    std::size_t left = size;
    out += object ? "{\n" : "[\n";
    if (object) {
        for (const auto &member : *object) {
            out += margin + quoted(member.key()) + ": ";
            pretty(out, member.value(), depth + 1, depthMax);
            out += --left ? ",\n" : "\n";
        }
    } else {
        for (const boost::json::value &element : *array) {
            out += margin;
            pretty(out, element, depth + 1, depthMax);
            out += --left ? ",\n" : "\n";
        }
    }
    out += margin.substr(1) + (object ? '}' : ']');
}

std::string prettyText(const boost::json::value &value, int depthMax)
{
    std::string out;
    pretty(out, value, 0, depthMax);
    return out + '\n';
}

}  // namespace

std::string mirrorJson(const MirrorDream &dream)
{
    boost::json::object object{
        {"type", "DreamScope dream 1"}, {"dream", jsonOf(dream.card.row)}, {"text", dream.text}};
    if (dream.analysis)
        object["analysis"] = jsonOf(*dream.analysis);
    if (dream.standing)
        object["standing"] = jsonOf(*dream.standing);
    boost::json::array versions, artefacts, receipts, runs;
    for (const auto &version : dream.facts.versions) {
        boost::json::object one = jsonOf(version);
        if (const auto text = dream.blob(version.fact.body))
            one["text"] = *text;
        versions.push_back(std::move(one));
    }
    // What was made earlier stands in its receipts, by digest.
    for (const auto *kept : newestArtefacts(dream.facts)) {
        boost::json::object one = jsonOf(*kept);
        if (const auto text = dream.blob(kept->fact.digest); text && isUtf8(*text))
            one["text"] = *text;
        artefacts.push_back(std::move(one));
    }
    for (const auto &receipt : dream.facts.receipts)
        receipts.push_back(jsonOf(receipt));
    for (const auto &run : dream.facts.runs)
        runs.push_back(jsonOf(run));
    object["versions"] = std::move(versions);
    object["links"] = linksJson(dream.links, dream.card.stem);
    object["backlinks"] = linksJson(dream.backlinks, dream.card.stem);
    object["artefacts"] = std::move(artefacts);
    object["receipts"] = std::move(receipts);
    object["runs"] = std::move(runs);
    return prettyText(object, 3);
}

std::string mirrorIndexJson(const std::vector<const MirrorCard *> &cards)
{
    boost::json::array list;
    for (const MirrorCard *card : cards) {
        boost::json::object one = jsonOf(card->row);
        one["file"] = card->stem;
        list.push_back(std::move(one));
    }
    return prettyText(
        boost::json::object{{"type", "DreamScope index 1"}, {"dreams", std::move(list)}}, 2);
}

}  // namespace hands
