#include "capabilities/accessibilitypage.h"

#include <array>

namespace capabilities::canvas {

Check checkHeadings(const Page &page)
{
    Findings findings;
    int before = 0;
    int tops = 0;
    page.each({"h1", "h2", "h3", "h4", "h5", "h6"}, [&](std::size_t index, const HtmlNode &node) {
        const int level = node.tag[1] - '0';
        findings.seen();
        tops += level == 1;
        if (level > before + 1)
            findings.fault("<" + node.tag + "> follows "
                           + (before == 0 ? std::string("no heading")
                                          : "<h" + std::to_string(before) + ">"));
        if (page.tree.textOf(index).empty())
            findings.fault("<" + node.tag + "> is empty");
        before = level;
    });
    if (tops != 1)
        findings.fault(std::to_string(tops) + " headings of level 1");
    return findings.check("heading-order", "headings");
}

Check checkLandmarks(const Page &page)
{
    Findings findings;
    int mains = 0;
    page.each({"main"}, [&](std::size_t, const HtmlNode &) { ++mains; });
    findings.seen();
    if (mains != 1)
        findings.fault(std::to_string(mains) + " <main> landmarks");
    for (std::size_t index = 0; index < page.tree.nodes.size(); ++index) {
        const HtmlNode &node = page.tree.nodes[index];
        if (!node.tag.empty() || !hasWords(&node.text) || !page.tree.isInside(index, "body"))
            continue;
        constexpr std::array<std::string_view, 7> homes{"main", "header", "footer", "nav", "aside",
                                                        "script", "style"};
        if (std::ranges::none_of(homes, [&](auto tag) { return page.tree.isInside(index, tag); }))
            findings.fault("text outside every landmark");
    }
    return findings.check("landmarks", "main landmark");
}

Check checkLists(const Page &page)
{
    Findings findings;
    page.each({"ul", "ol", "dl"}, [&](std::size_t, const HtmlNode &node) {
        findings.seen();
        for (const std::size_t child : node.children) {
            const HtmlNode &item = page.tree.nodes[child];
            const bool isFit = item.tag.empty() ? !hasWords(&item.text)
                : node.tag == "dl" ? item.tag == "dt" || item.tag == "dd" || item.tag == "div"
                                   : item.tag == "li";
            if (!isFit)
                findings.fault((item.tag.empty() ? "text" : "<" + item.tag + ">") + " directly in <"
                               + node.tag + ">");
        }
    });
    page.each({"li", "dt", "dd"}, [&](std::size_t, const HtmlNode &node) {
        const std::string &home = page.tree.nodes[node.parent].tag;
        const bool isFit = node.tag == "li" ? home == "ul" || home == "ol" || home == "menu"
                                            : home == "dl" || home == "div";
        if (!isFit)
            findings.fault("<" + node.tag + "> outside a list");
    });
    return findings.check("list-structure", "lists");
}

Check checkReferences(const Page &page)
{
    Findings findings;
    for (const HtmlNode &node : page.tree.nodes) {
        for (const auto &[name, value] : node.attributes) {
            if (name != "for" && name != "aria-labelledby" && name != "aria-describedby")
                continue;
            findings.seen();
            std::string_view rest = value;
            while (!rest.empty()) {
                const auto end = std::min(rest.find(' '), rest.size());
                if (end > 0 && !page.ids.contains(std::string(rest.substr(0, end))))
                    findings.fault(name + " of <" + node.tag + "> points nowhere");
                rest.remove_prefix(std::min(end + 1, rest.size()));
            }
        }
    }
    return findings.check("references", "references");
}

Check checkTables(const Page &page)
{
    Findings findings;
    page.each({"table"}, [&](std::size_t index, const HtmlNode &node) {
        findings.seen();
        bool hasHead = false;
        bool hasName = hasWords(node.attribute("aria-label")) || node.attribute("aria-labelledby");
        page.each({"th", "caption"}, [&](std::size_t cell, const HtmlNode &part) {
            std::size_t home = cell;
            while (home != noNode && page.tree.nodes[home].tag != "table")
                home = page.tree.nodes[home].parent;
            if (home != index)
                return;
            if (part.tag == "caption") {
                hasName |= !page.tree.textOf(cell).empty();
                return;
            }
            hasHead = true;
            if (!part.attribute("scope"))
                findings.fault("<th> without scope");
            if (page.tree.textOf(cell).empty())
                findings.fault("<th> is empty");
        });
        if (!hasHead)
            findings.fault("<table> without headers");
        if (!hasName)
            findings.fault("<table> without caption or label");
    });
    return findings.check("table-headers", "tables");
}

Check checkIds(const Page &page)
{
    Findings findings;
    std::set<std::string> met;
    for (const HtmlNode &node : page.tree.nodes) {
        const std::string *id = node.attribute("id");
        if (!id)
            continue;
        findings.seen();
        if (id->empty() || id->find_first_of(" \t\n") != std::string::npos)
            findings.fault("<" + node.tag + "> has an id that no one can refer to");
        if (!met.insert(*id).second)
            findings.fault("an id of <" + node.tag + "> is used twice");
    }
    return findings.check("unique-ids", "ids");
}

Check checkNesting(const Page &page)
{
    Findings findings;
    findings.seen();
    for (const std::string &fault : page.tree.faults)
        findings.fault(fault);
    return findings.check("well-formed", "page read without mending");
}

}  // namespace capabilities::canvas
