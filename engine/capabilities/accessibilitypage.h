// What the accessibility rules share: the page being judged and the note-taking of one rule. Owns
// nothing; private to the accessibility sources. Thread contract: values.
#pragma once

#include "capabilities/accessibility.h"
#include "text/htmltree.h"

#include <algorithm>
#include <initializer_list>
#include <set>
#include <string>
#include <utility>

namespace capabilities::canvas {

using text::HtmlNode;
using text::HtmlTree;
using text::noNode;

// What a rule has seen so far.
class Findings {
public:
    void seen() { ++m_seen; }
    void fault(std::string what)
    {
        if (m_faults++ < 3)
            m_detail += (m_detail.empty() ? "" : "; ") + what;
    }
    Check check(std::string_view rule, std::string_view what) const
    {
        if (m_faults == 0)
            return {std::string(rule), true, std::to_string(m_seen) + " " + std::string(what)};
        std::string detail = m_detail;
        if (m_faults > 3)
            detail += "; " + std::to_string(m_faults - 3) + " more";
        return {std::string(rule), false, detail};
    }

private:
    int m_seen = 0;
    int m_faults = 0;
    std::string m_detail;
};

struct Page {
    HtmlTree tree;
    std::set<std::string> ids;

    template<typename Visit>
    void each(std::initializer_list<std::string_view> tags, Visit visit) const
    {
        for (std::size_t index = 0; index < tree.nodes.size(); ++index) {
            if (std::ranges::find(tags, std::string_view(tree.nodes[index].tag)) != tags.end())
                visit(index, tree.nodes[index]);
        }
    }
};

inline bool hasWords(const std::string *text)
{
    return text && text->find_first_not_of(" \t\r\n") != std::string::npos;
}

// Structure: accessibilitystructure.cpp
Check checkHeadings(const Page &page);
Check checkIds(const Page &page);
Check checkLandmarks(const Page &page);
Check checkLists(const Page &page);
Check checkNesting(const Page &page);
Check checkReferences(const Page &page);
Check checkTables(const Page &page);

}  // namespace capabilities::canvas
