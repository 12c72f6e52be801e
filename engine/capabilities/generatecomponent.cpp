// generate-component: a dream as a page that stands alone: one HTML file with its style inside,
// nothing loaded, no script, light and dark by the screen's wish. It holds the title, the first
// lines, scores, facts, to-dos and key words; a section without content is left out. The second
// artefact `accessibility` is the outcome of real checks on exactly these bytes.
// The accent's hue comes from the mood as on the card. Stateless, so any thread may run it.
#include "capabilities/accessibility.h"
#include "capabilities/artefact.h"
#include "capabilities/canvasinput.h"
#include "text/escape.h"
#include "text/oklch.h"

#include <boost/json.hpp>

#include <algorithm>

namespace capabilities {
namespace {

namespace json = boost::json;
using namespace canvas;
using text::escapeMarkup;

constexpr std::size_t keywordsMax = 16;

constexpr std::string_view styleSheet = R"(*{box-sizing:border-box}
body{margin:0;background:var(--ground);color:var(--text);
font:16px/1.5 Inter,system-ui,sans-serif;overflow-wrap:anywhere}
main{max-width:720px;margin:0 auto;padding:40px 24px 56px}
h1{margin:4px 0 8px;font-size:32px;line-height:1.2;font-weight:600;letter-spacing:-0.4px}
h2{margin:36px 0 10px;font-size:17px;line-height:1.3;font-weight:600}
p{margin:0 0 10px}
.quiet{color:var(--quiet);font-size:14px}
.lead{font-size:17px;margin-top:14px}
table{width:100%;border-collapse:collapse}
caption{text-align:start;color:var(--quiet);font-size:14px;padding-bottom:6px}
th,td{padding:8px 16px 8px 0;text-align:start;vertical-align:baseline}
tr{border-top:1px solid var(--line)}
tbody th{font-weight:500;width:9em}
thead th{color:var(--quiet);font-size:14px;font-weight:400}
thead tr{border-top:0}
.number{text-align:end;width:5em;font-variant-numeric:tabular-nums}
tbody .number{font-weight:600}
.bar{display:block;height:6px;border-radius:3px;background:var(--track);min-width:72px}
.fill{display:block;height:6px;border-radius:3px;background:var(--mark)}
.meter{width:30%}
ul{margin:0;padding:0;list-style:none}
.todo{display:flex;gap:12px;padding:8px 0;border-top:1px solid var(--line)}
.todo input{width:18px;height:18px;margin:3px 0 0;flex:none;accent-color:var(--accent)}
.todo label{cursor:pointer}
.words{display:flex;flex-wrap:wrap;gap:8px}
.words li{padding:3px 10px;border-radius:5px;background:var(--wash);font-size:15px}
input:focus-visible{outline:2px solid var(--accent);outline-offset:2px}
@media (max-width: 480px){.meter{display:none}main{padding:24px 16px 40px}h1{font-size:26px}}
@media print{.todo{break-inside:avoid}}
)";

// The colours of one scheme as custom properties; words at least 4.5, marks at least 3.
std::string variablesOf(bool isLight, double hue, double chroma)
{
    const auto plain = [&](double light, double dark, double tint) {
        return text::toRgb({isLight ? light : dark, tint, hue});
    };
    const text::Rgb ground = plain(0.990, 0.200, 0.004);
    const text::Rgb wash = plain(0.950, 0.265, 0.016);
    const text::Rgb track = plain(0.915, 0.300, 0.010);
    const text::Rgb both[] = {ground, wash};
    const text::Rgb marks[] = {ground, track};
    const auto solved = [&](double light, double dark, double tint, double ratio, auto &grounds) {
        return text::solveLightness({isLight ? light : dark, tint, hue}, grounds, ratio, !isLight);
    };
    const std::pair<std::string_view, text::Rgb> variables[] = {
        {"ground", ground},
        {"wash", wash},
        {"track", track},
        {"line", plain(0.905, 0.310, 0.008)},
        {"text", solved(0.27, 0.93, 0.008, 11, both)},
        {"quiet", solved(0.50, 0.72, 0.012, 5, both)},
        {"accent", solved(0.52, 0.74, chroma, 4.6, both)},
        {"mark", solved(0.62, 0.68, chroma, 3.1, marks)}};
    std::string out = ":root{color-scheme:" + std::string(isLight ? "light" : "dark");
    for (const auto &[name, colour] : variables)
        out += ";--" + std::string(name) + ":" + colour.hex();
    return out + "}\n";
}

std::string styleOf(const Inputs &inputs, std::uint64_t seed)
{
    const double hue = moodHue(inputs, seed);
    const double intensity = inputs.mood ? inputs.mood->intensity / 10000.0 : 0.25;
    const double chroma = 0.08 + 0.07 * intensity;
    return variablesOf(true, hue, chroma) + "@media (prefers-color-scheme: dark){"
        + variablesOf(false, hue, chroma) + "}\n" + std::string(styleSheet);
}

class Builder {
public:
    explicit Builder(const Inputs &inputs) : m_inputs(inputs)
    {
        // what the person wrote is in its own language and direction, our words are English
        const std::string &language = inputs.clarity.language;
        m_own = language.empty() ? " dir=\"auto\"" : " lang=\"" + language + "\" dir=\"auto\"";
    }

    std::string page(std::uint64_t seed)
    {
        m_out = "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
                "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>"
            + escapeMarkup(m_inputs.title) + "</title>\n<style>\n" + styleOf(m_inputs, seed)
            + "</style>\n</head>\n<body>\n<main>\n";
        addHead();
        addScores();
        addFacts();
        addTodos();
        addKeywords();
        m_out += "</main>\n</body>\n</html>\n";
        return std::move(m_out);
    }

private:
    std::string own(std::string_view tag, std::string_view words, std::string_view more = "") const
    {
        const std::string name(tag);
        return "<" + name + m_own + std::string(more) + ">" + escapeMarkup(words) + "</" + name
            + ">";
    }

    void openSection(std::string_view id, std::string_view heading)
    {
        m_out += "<section aria-labelledby=\"" + std::string(id) + "\">\n<h2 id=\""
            + std::string(id) + "\">" + std::string(heading) + "</h2>\n";
    }

    void addHead()
    {
        std::string line = m_inputs.kind.empty() ? "Dream" : m_inputs.kind;
        if (!m_inputs.form.empty() && m_inputs.form != m_inputs.kind)
            line += " \u00B7 " + m_inputs.form;
        if (m_inputs.clarity.words)
            line += " \u00B7 " + std::to_string(*m_inputs.clarity.words)
                + (*m_inputs.clarity.words == 1 ? " word" : " words");
        m_out += "<header>\n<p class=\"quiet\">" + escapeMarkup(line) + "</p>\n"
            + own("h1", m_inputs.title) + "\n";
        if (m_inputs.mood && !m_inputs.mood->reason.empty())
            m_out += "<p class=\"quiet\">Mood: " + escapeMarkup(m_inputs.mood->reason) + "</p>\n";
        if (!m_inputs.lead.empty())
            m_out += own("p", m_inputs.lead, " class=\"lead\"") + "\n";
        m_out += "</header>\n";
    }

    void addScores()
    {
        const Clarity &clarity = m_inputs.clarity;
        if (std::ranges::none_of(clarity.scores, [](const auto &one) { return one.has_value(); }))
            return;
        openSection("scores", "How it reads");
        m_out += "<table>\n<caption>Each score is out of 100.</caption>\n<thead><tr>"
                 "<th scope=\"col\">Score</th><th scope=\"col\" class=\"number\">Points</th>"
                 "<th scope=\"col\" class=\"meter\">Bar</th><th scope=\"col\">Why</th></tr></thead>"
                 "\n<tbody>\n";
        for (std::size_t score = 0; score < scoreCount; ++score) {
            if (!clarity.scores[score])
                continue;
            std::string name(scoreNames[score]);
            name[0] = static_cast<char>(name[0] - 'a' + 'A');
            const std::string points = std::to_string(clarity.hundred(score));
            m_out += "<tr><th scope=\"row\">" + name + "</th><td class=\"number\">" + points
                + "</td><td class=\"meter\"><span class=\"bar\" aria-hidden=\"true\">"
                  "<span class=\"fill\" data-mark=\"bar\" style=\"width:" + points
                + "%\"></span></span></td><td>" + escapeMarkup(clarity.reasons[score])
                + "</td></tr>\n";
        }
        m_out += "</tbody>\n</table>\n</section>\n";
    }

    void addFacts()
    {
        const auto &rows = m_inputs.facts.rows;
        if (rows.empty())
            return;
        openSection("facts", "Key facts");
        m_out += "<table>\n<caption>Found in the text, word for word.</caption>\n<tbody>\n";
        for (std::size_t at = 0; at < rows.size();) {
            m_out += "<tr>" + own("th", rows[at].kind, " scope=\"row\"") + "<td>";
            const std::string &kind = rows[at].kind;
            for (bool isFirst = true; at < rows.size() && rows[at].kind == kind;
                 ++at, isFirst = false)
                m_out += (isFirst ? "" : "<br>") + own("span", rows[at].value);
            m_out += "</td></tr>\n";
        }
        m_out += "</tbody>\n</table>\n</section>\n";
    }

    void addTodos()
    {
        const auto &todos = m_inputs.facts.todos;
        if (todos.empty())
            return;
        openSection("todos", "To do");
        const auto done = std::ranges::count_if(todos, &Todo::isDone);
        m_out += "<p class=\"quiet\">" + std::to_string(done) + " of "
            + std::to_string(todos.size())
            + " done in the text. Ticks made here last until the page is closed.</p>\n<ul>\n";
        for (std::size_t at = 0; at < todos.size(); ++at) {
            const std::string id = "todo-" + std::to_string(at + 1);
            m_out += "<li class=\"todo\"><input type=\"checkbox\" id=\"" + id + "\""
                + (todos[at].isDone ? " checked" : "") + "><label for=\"" + id + "\">"
                + own("span", todos[at].text);
            std::string more = todos[at].who;
            if (!todos[at].due.empty())
                more += (more.empty() ? "due " : ", due ") + todos[at].due;
            if (!more.empty())
                m_out += " <span class=\"quiet\">" + escapeMarkup(more) + "</span>";
            m_out += "</label></li>\n";
        }
        m_out += "</ul>\n</section>\n";
    }

    void addKeywords()
    {
        const auto &keywords = m_inputs.keywords;
        if (keywords.empty())
            return;
        openSection("keywords", "Key words");
        m_out += "<ul class=\"words\">\n";
        for (std::size_t at = 0; at < std::min(keywords.size(), keywordsMax); ++at)
            m_out += own("li", keywords[at].label) + "\n";
        m_out += "</ul>\n</section>\n";
    }

    const Inputs &m_inputs;
    std::string m_own;
    std::string m_out;
};

Result run(const Run &run)
{
    const Reading reading = read(run, {"text"});
    if (!reading.refusal.refusal.empty())
        return reading.refusal;
    Result result;
    std::string html = Builder(reading.inputs).page(run.seed);
    if (run.stop.stop_requested()) {
        result.isStopped = true;
        return result;
    }
    const auto checks = checkAccessibility(html);
    json::array list;
    for (const Check &check : checks)
        list.push_back(json::object{
            {"detail", check.detail}, {"passed", check.isPassed}, {"rule", check.rule}});
    const auto passed = std::ranges::count_if(checks, &Check::isPassed);
    const bool isPassed = passed == std::ssize(checks);
    result.figures = {{"bytes", static_cast<std::int64_t>(html.size())},
                      {"checks", std::ssize(checks)},
                      {"checksPassed", passed},
                      {"facts", std::ssize(reading.inputs.facts.rows)},
                      {"todos", std::ssize(reading.inputs.facts.todos)}};
    result.labels = {{"accessibility", isPassed ? "passed" : "failed"}};
    result.outputs.push_back({"component", "text/html", std::move(html)});
    result.outputs.push_back(
        jsonArtefact("accessibility", json::object{{"checks", std::move(list)},
                                                   {"passed", isPassed}}));
    return result;
}

}  // namespace

extern const Capability generateComponent;
const Capability generateComponent{
    .name = "generate-component",
    .version = "1.0.0",
    .source = "WCAG 2.1 contrast and structure rules on the HTML tree; OKLCH (Ottosson 2020)",
    .run = run};

}  // namespace capabilities
