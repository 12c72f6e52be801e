#include "capabilities/accessibility.h"

#include "capabilities/accessibilitypage.h"
#include "text/htmlstyle.h"
#include "text/svg.h"

#include <array>
#include <charconv>

namespace capabilities::canvas {
namespace {

// The name a screen reader would say, simplified from the accessible name computation 1.2.
bool isNamed(const Page &page, std::size_t index)
{
    const HtmlNode &node = page.tree.nodes[index];
    if (hasWords(node.attribute("aria-label")) || hasWords(node.attribute("title")))
        return true;
    const std::string *reference = node.attribute("aria-labelledby");
    if (reference && page.ids.contains(*reference))
        return true;
    return !page.tree.textOf(index).empty();
}

bool isHidden(const HtmlTree &tree, std::size_t index)
{
    for (; index != noNode; index = tree.nodes[index].parent) {
        const std::string *hidden = tree.nodes[index].attribute("aria-hidden");
        if ((hidden && *hidden == "true") || tree.nodes[index].attribute("hidden"))
            return true;
    }
    return false;
}

Check checkContrast(const Page &page)
{
    Findings findings;
    double lowest = 21;
    for (const bool isDark : {false, true}) {
        const text::Colouring colouring = text::colourise(page.tree, isDark);
        const std::string scheme = isDark ? "dark" : "light";
        for (const std::string &unknown : colouring.unknown)
            findings.fault("not understood in " + scheme + ": " + unknown);
        std::set<std::string> pairs;
        for (std::size_t index = 0; index < page.tree.nodes.size(); ++index) {
            const HtmlNode &node = page.tree.nodes[index];
            const text::NodeColours &colours = colouring.nodes[index];
            const bool isText = node.tag.empty() && hasWords(&node.text)
                && page.tree.isInside(index, "body") && !page.tree.isInside(index, "style")
                && !page.tree.isInside(index, "script");
            const bool isMark = node.attribute("data-mark") && colours.own;
            if (!isText && !isMark)
                continue;
            const text::Rgb front = isText ? colours.text : *colours.own;
            const text::Rgb back = isText ? colours.ground
                                          : colouring.nodes[node.parent].ground;
            const bool isLarge = colours.fontSize >= 24
                || (colours.isBold && colours.fontSize >= 18.66);
            const double wanted = isText && !isLarge ? 4.5 : 3;
            const double measured = text::contrast(front, back);
            const std::string pair = front.hex() + " on " + back.hex();
            if (!pairs.insert(pair + (wanted < 4 ? " large" : "")).second)
                continue;
            lowest = std::min(lowest, measured);
            findings.seen();
            if (measured < wanted)
                findings.fault(pair + " is " + text::decimal(measured) + " in " + scheme
                               + ", wanted " + text::decimal(wanted));
        }
    }
    return findings.check("contrast", "colour pairs, lowest " + text::decimal(lowest));
}

Check checkTitle(const Page &page)
{
    Findings findings;
    bool hasTitle = false;
    page.each({"title"}, [&](std::size_t index, const HtmlNode &) {
        if (page.tree.isInside(index, "head")) {
            hasTitle = !page.tree.textOf(index).empty();
            findings.seen();
        }
    });
    if (!hasTitle)
        findings.fault("the page has no title");
    return findings.check("document-title", "title");
}

Check checkControls(const Page &page)
{
    Findings findings;
    std::set<std::string> labelled;
    page.each({"label"}, [&](std::size_t index, const HtmlNode &node) {
        const std::string *target = node.attribute("for");
        if (target && !page.tree.textOf(index).empty())
            labelled.insert(*target);
    });
    page.each({"input", "select", "textarea"}, [&](std::size_t index, const HtmlNode &node) {
        const std::string *type = node.attribute("type");
        if (type && *type == "hidden")
            return;
        findings.seen();
        const std::string *id = node.attribute("id");
        bool hasLabel = isNamed(page, index) || (id && labelled.contains(*id));
        for (std::size_t at = node.parent; at != noNode && !hasLabel; at = page.tree.nodes[at].parent)
            hasLabel = page.tree.nodes[at].tag == "label" && !page.tree.textOf(at).empty();
        if (!hasLabel)
            findings.fault("<" + node.tag + "> without a label");
    });
    page.each({"a", "button", "summary"}, [&](std::size_t index, const HtmlNode &node) {
        findings.seen();
        if (!isNamed(page, index))
            findings.fault("<" + node.tag + "> without a name");
    });
    return findings.check("control-names", "controls named");
}

Check checkImages(const Page &page)
{
    Findings findings;
    page.each({"img", "svg", "area"}, [&](std::size_t index, const HtmlNode &node) {
        if (isHidden(page.tree, index))
            return;
        findings.seen();
        bool hasTitle = false;
        for (const std::size_t child : node.children)
            hasTitle |= page.tree.nodes[child].tag == "title" && !page.tree.textOf(child).empty();
        const bool hasAlternative = node.tag == "svg"
            ? hasTitle || hasWords(node.attribute("aria-label"))
            : node.attribute("alt") != nullptr;
        if (!hasAlternative)
            findings.fault("<" + node.tag + "> without alternative text");
    });
    return findings.check("image-alternatives", "pictures");
}

bool isLanguageTag(const std::string &tag)
{
    const auto dash = std::min(tag.find('-'), tag.size());
    const auto isLetter = [](char c) { return (c | 0x20) >= 'a' && (c | 0x20) <= 'z'; };
    return dash >= 2 && dash <= 3
        && std::all_of(tag.begin(), tag.begin() + static_cast<std::ptrdiff_t>(dash), isLetter)
        && std::ranges::all_of(tag, [&](char c) {
               return isLetter(c) || c == '-' || (c >= '0' && c <= '9');
           });
}

Check checkLanguage(const Page &page)
{
    Findings findings;
    bool hasRoot = false;
    for (const HtmlNode &node : page.tree.nodes) {
        const std::string *language = node.attribute("lang");
        hasRoot |= node.tag == "html" && language;
        if (!language)
            continue;
        findings.seen();
        if (!isLanguageTag(*language))
            findings.fault("lang of <" + node.tag + "> is no language");
    }
    if (!hasRoot)
        findings.fault("<html> without lang");
    return findings.check("language", "lang attributes");
}

bool isOutside(std::string_view address)
{
    return !address.starts_with('#') && !address.starts_with("data:image/");
}

Check checkSelfContained(const Page &page)
{
    Findings findings;
    constexpr std::array<std::string_view, 8> loading{"script", "iframe", "object", "embed",
                                                      "link",   "frame",  "base",   "portal"};
    for (const HtmlNode &node : page.tree.nodes) {
        if (std::ranges::find(loading, std::string_view(node.tag)) != loading.end())
            findings.fault("<" + node.tag + "> is not allowed");
        for (const auto &[name, value] : node.attributes) {
            findings.seen();
            const bool loads = name == "src" || name == "srcset" || name == "data"
                || name == "poster" || name == "background" || name == "action"
                || name == "xlink:href" || (name == "href" && node.tag != "a");
            if (name.starts_with("on"))
                findings.fault("<" + node.tag + "> has " + name);
            if (loads && isOutside(value))
                findings.fault(name + " of <" + node.tag + "> loads from outside");
            if (name == "style" && value.find("url(") != std::string::npos)
                findings.fault("style of <" + node.tag + "> loads from outside");
            if (name == "href" && node.tag == "a" && !value.starts_with("https:")
                && !value.starts_with("http:") && !value.starts_with("mailto:")
                && !value.starts_with('#'))
                findings.fault("<a> leads to a scheme that is not allowed");
            if (name == "http-equiv")
                findings.fault("<meta http-equiv> is not allowed");
        }
        if (node.tag.empty() && node.parent != noNode && page.tree.nodes[node.parent].tag == "style"
            && (node.text.find("url(") != std::string::npos
                || node.text.find("@import") != std::string::npos))
            findings.fault("<style> loads from outside");
    }
    return findings.check("self-contained", "attributes looked at");
}

Check checkTabOrder(const Page &page)
{
    Findings findings;
    for (const HtmlNode &node : page.tree.nodes) {
        const std::string *order = node.attribute("tabindex");
        if (!order)
            continue;
        findings.seen();
        int number = 0;
        const auto parsed = std::from_chars(order->data(), order->data() + order->size(), number);
        if (parsed.ec != std::errc() || number > 0)
            findings.fault("tabindex " + std::to_string(number) + " on <" + node.tag + ">");
    }
    return findings.check("tab-order", "tabindex attributes");
}

Check checkZoom(const Page &page)
{
    Findings findings;
    page.each({"meta"}, [&](std::size_t, const HtmlNode &node) {
        const std::string *name = node.attribute("name");
        const std::string *content = node.attribute("content");
        if (!name || *name != "viewport" || !content)
            return;
        findings.seen();
        if (content->find("user-scalable") != std::string::npos
            || content->find("maximum-scale") != std::string::npos)
            findings.fault("the viewport forbids zooming");
    });
    return findings.check("zoom", "viewport");
}

}  // namespace

std::vector<Check> checkAccessibility(std::string_view html)
{
    Page page{text::parseHtml(html), {}};
    for (const HtmlNode &node : page.tree.nodes) {
        if (const std::string *id = node.attribute("id"))
            page.ids.insert(*id);
    }
    std::vector<Check> checks;
    for (const auto rule : {checkContrast, checkTitle, checkControls, checkHeadings, checkImages,
                            checkLandmarks, checkLanguage, checkLists, checkReferences,
                            checkSelfContained, checkTabOrder, checkTables, checkIds, checkNesting,
                            checkZoom})
        checks.push_back(rule(page));
    std::ranges::sort(checks, {}, &Check::rule);
    return checks;
}

}  // namespace capabilities::canvas
