// Logic-less templates (Mustache, mustache(5)): fills tags from a JSON object and keeps account of
// which names were found and which were not. Owns nothing of the caller's; what a missing name
// means is for the caller to say. Depth, output and work are limited.
// Thread contract: one renderer, one thread.
#pragma once

#include <boost/json.hpp>

#include <map>
#include <set>
#include <stop_token>
#include <string>
#include <string_view>
#include <vector>

namespace capabilities {

class Mustache {
public:
    bool isEscaped = true;  // {{name}} for HTML
    std::string language = "en";
    std::map<std::string, std::string, std::less<>> partials;
    std::stop_token stop;

    std::set<std::string> used, missing;  // names asked for
    std::string fault;                    // of the template; empty if sound

    std::string render(std::string_view source, const boost::json::value &fields);

private:
    struct Node {
        char kind = 't';   // t text, v value, & raw value, # section, ^ inverted, > partial
        std::string text;  // text or name
        std::string indent;
        std::vector<Node> inner;
    };
    struct Tag;
    using Nodes = std::vector<Node>;

    Nodes parse(std::string_view source);
    bool readTag(std::string_view source, std::size_t &at, Tag &tag);
    void setDelimiters(std::string_view body);
    void place(std::vector<Nodes *> &open, std::vector<std::string> &names, const Tag &tag,
               std::string_view indent);
    void write(const Nodes &nodes, int depth);
    void writeSection(const Node &node, int depth);
    void writePartial(const Node &node, int depth);
    void writeValue(const Node &node);
    const boost::json::value *find(std::string_view name);
    const boost::json::value *member(const boost::json::value &whole, std::string_view name) const;
    bool isFull(int depth);

    std::string m_open, m_close;
    std::vector<const boost::json::value *> m_context;
    std::string m_out;
    std::size_t m_steps = 0;
};

}  // namespace capabilities
