// build-report: results of other capabilities as one report, in Markdown (CommonMark with tables)
// and as an HTML page that needs nothing from outside. `report` = {"title", "lead"?, "language"?,
// "sections": [{"title", "kind", ...}]}; "source" names an input, "at"? a JSON pointer (RFC 6901)
// into it. Kinds: text ("text", or the source's bytes; empty lines part paragraphs), table (a list
// of objects; "columns"? = [{"key", "label"?, "scale"?}], at most 200 rows), figures (the numbers and
// words of an object), delta ("before", "after" name inputs; each number of both with difference and
// percent of before), picture (an SVG source, "alt"). "scale" divides whole numbers (1 to 1000000, a
// power of ten). "thresholds"? = [{"least", "word", "key"?}] put the word of the highest reached
// step behind a figure; "better"? = more | less says what a difference means. Thread contract: pure.
#include "capabilities/reader.h"
#include "capabilities/reportpage.h"

#include <set>

namespace capabilities {

namespace {

namespace json = boost::json;

constexpr std::size_t sectionsMax = 100, rowsMax = 200, columnsMax = 30, bytesMax = 4u << 20;

struct Step {
    std::int64_t least = 0;
    std::string word, key;  // of every figure without a key
};

std::int64_t scaleOf(Reader &in, const json::object &given)
{
    const std::int64_t scale = in.integer(given, "scale", 1, micro, 1);
    std::int64_t power = scale;
    while (power % 10 == 0)
        power /= 10;
    if (power != 1)
        in.bad("scale", std::to_string(scale));
    return power == 1 ? scale : 1;
}

// A whole number over a power of ten, exactly: 12500 over 10000 is "1.25".
std::string decimal(std::int64_t number, std::int64_t scale)
{
    const std::uint64_t size = number < 0 ? 0 - std::uint64_t(number) : std::uint64_t(number);
    std::string out = (number < 0 ? "-" : "") + std::to_string(size / std::uint64_t(scale));
    std::string rest = std::to_string(std::uint64_t(scale) + size % std::uint64_t(scale)).substr(1);
    while (rest.ends_with('0'))
        rest.pop_back();
    return rest.empty() ? out : out + "." + rest;
}

std::string shown(const json::value *value, std::int64_t scale)
{
    if (!value || value->is_null())
        return {};
    if (value->is_string())
        return std::string(value->get_string());
    if (value->is_int64())
        return decimal(value->get_int64(), scale);
    if (value->is_array())
        return std::to_string(value->get_array().size())
               + (value->get_array().size() == 1 ? " entry" : " entries");
    if (value->is_object())
        return std::to_string(value->get_object().size()) + " fields";
    return value->is_double() && !std::isfinite(value->get_double()) ? "" : canonical(*value);
}

class Sections {
public:
    Sections(Reader &in, const Run &run) : m_in(in), m_run(run) {}

    ReportPart read(const json::object &given)
    {
        ReportPart part;
        part.title = m_in.word(given, "title");
        const std::string kind = m_in.word(given, "kind");
        m_scale = scaleOf(m_in, given);
        readSteps(given);
        if (kind == "text")
            text(part, given);
        else if (kind == "table")
            table(part, given);
        else if (kind == "figures")
            figures(part, given);
        else if (kind == "delta")
            delta(part, given);
        else if (kind == "picture")
            picture(part, given);
        else
            m_in.bad("kind", kind);
        return part;
    }

private:
    void readSteps(const json::object &given)
    {
        m_steps.clear();
        const json::array &list = arrayOf(given, "thresholds");
        if (list.size() > columnsMax)
            m_in.tooMany("thresholds", columnsMax);
        for (const json::value &value : list) {
            const json::object &step = m_in.entry(value, "thresholds");
            m_steps.push_back({m_in.integer(step, "least", INT64_MIN, INT64_MAX),
                               m_in.word(step, "word"), m_in.wordOr(step, "key", {})});
        }
    }
    // The word of the highest step reached; those for this key alone come before those for all.
    std::string wordFor(std::string_view key, std::int64_t value) const
    {
        const Step *best = nullptr;
        for (const Step &step : m_steps) {
            const bool isOwn = step.key == key;
            if (value < step.least || (!isOwn && !step.key.empty()))
                continue;
            const bool wasOwn = best && best->key == key;
            if (!best || (isOwn && !wasOwn) || (isOwn == wasOwn && step.least > best->least))
                best = &step;
        }
        return best ? best->word : std::string();
    }
    std::string_view source(const std::string &name)
    {
        bool isGiven = false;
        const std::string_view bytes = m_run.input(name, &isGiven);
        if (!isGiven)
            m_in.missing(name);
        return bytes;
    }
    const json::value &found(const std::string &name, const json::object &given)
    {
        static const json::value none;
        const auto [place, isNew] = m_parsed.try_emplace(name);
        if (isNew) {
            if (auto value = parsed(source(name)))
                place->second = std::move(*value);
            else
                m_in.bad(name, "no JSON");
        }
        const std::string at = m_in.wordOr(given, "at", {});
        boost::system::error_code failure;
        const json::value *value = place->second.find_pointer(at, failure);
        if (!value)
            m_in.missing(name + at);
        return value ? *value : none;
    }
    const json::object &foundObject(const std::string &name, const json::object &given)
    {
        static const json::object none;
        const json::value &value = found(name, given);
        if (!value.is_object())
            m_in.bad(name, "no object");
        return value.is_object() ? value.get_object() : none;
    }
    void text(ReportPart &part, const json::object &given)
    {
        const std::string name = m_in.wordOr(given, "source", {});
        const std::string own = m_in.wordOr(given, "text", {}, 100'000);
        std::string_view rest = name.empty() ? std::string_view(own) : source(name);
        while (!rest.empty() && part.paragraphs.size() < rowsMax) {
            const std::size_t end = rest.find("\n\n");
            part.paragraphs.emplace_back(rest.substr(0, end));
            rest.remove_prefix(end == rest.npos ? rest.size() : end + 2);
        }
    }
    void table(ReportPart &part, const json::object &given)
    {
        const json::value &value = found(m_in.word(given, "source"), given);
        if (!value.is_array())
            m_in.bad("source", "no list");
        static const json::array none;
        const json::array &rows = value.is_array() ? value.get_array() : none;
        std::vector<std::string> keys;
        std::vector<std::int64_t> scales;
        readColumns(part, given, rows, keys, scales);
        for (const json::value &row : rows) {
            const json::object &object = m_in.entry(row, "source");
            if (m_in.isBad() || part.table.rows.size() == rowsMax)
                break;
            auto &cells = part.table.rows.emplace_back();
            for (std::size_t i = 0; i < keys.size(); ++i) {
                const json::value *cell = object.if_contains(keys[i]);
                part.table.isNumber[i] = part.table.isNumber[i] && (!cell || cell->is_int64());
                cells.push_back(shown(cell, scales[i]));
            }
        }
        if (rows.size() > rowsMax)
            part.paragraphs.push_back("The first " + std::to_string(rowsMax) + " of "
                                      + std::to_string(rows.size()) + ".");
        else if (rows.empty())
            part.paragraphs.emplace_back("None.");
    }
    void readColumns(ReportPart &part, const json::object &given, const json::array &rows,
                     std::vector<std::string> &keys, std::vector<std::int64_t> &scales)
    {
        const json::array &columns = arrayOf(given, "columns");
        if (columns.size() > columnsMax)
            m_in.tooMany("columns", columnsMax);
        for (const json::value &value : columns) {
            const json::object &column = m_in.entry(value, "columns");
            keys.push_back(m_in.word(column, "key"));
            part.table.columns.push_back(m_in.wordOr(column, "label", keys.back()));
            scales.push_back(column.contains("scale") ? scaleOf(m_in, column) : m_scale);
        }
        if (columns.empty() && !rows.empty() && rows.front().is_object()) {
            std::set<std::string> names;
            for (const auto &member : rows.front().get_object())
                names.insert(member.key());
            for (const std::string &name : names)
                if (keys.size() < columnsMax)
                    keys.push_back(name);
            part.table.columns = keys;
            scales.assign(keys.size(), m_scale);
        }
        part.table.isNumber.assign(keys.size(), true);
    }
    void figures(ReportPart &part, const json::object &given)
    {
        const json::object &object = foundObject(m_in.word(given, "source"), given);
        std::map<std::string, const json::value *> order;
        for (const auto &member : object)
            order[member.key()] = &member.value();
        part.table.columns = {"Figure", "Value"};
        part.table.isNumber = {false, true};
        if (!m_steps.empty()) {
            part.table.columns.emplace_back("Verdict");
            part.table.isNumber.push_back(false);
        }
        for (const auto &[key, value] : order) {
            if (value->is_array() || value->is_object() || part.table.rows.size() == rowsMax)
                continue;
            auto &row = part.table.rows.emplace_back();
            row = {key, shown(value, m_scale)};
            if (!m_steps.empty())
                row.push_back(value->is_int64() ? wordFor(key, value->get_int64()) : std::string());
        }
    }
    void delta(ReportPart &part, const json::object &given)
    {
        const json::object &before = foundObject(m_in.word(given, "before"), given);
        const json::object &after = foundObject(m_in.word(given, "after"), given);
        const std::string better = m_in.wordOr(given, "better", {});
        if (!better.empty() && better != "more" && better != "less")
            m_in.bad("better", better);
        std::set<std::string> keys;
        for (const json::object *object : {&before, &after})
            for (const auto &member : *object)
                if (member.value().is_int64())
                    keys.insert(member.key());
        part.table.columns = {"Figure", "Before", "After", "Change", "Percent", "Verdict"};
        part.table.isNumber = {false, true, true, true, true, false};
        for (const std::string &key : keys)
            if (part.table.rows.size() < rowsMax)
                part.table.rows.push_back(
                    change(key, before.if_contains(key), after.if_contains(key), better));
    }
    std::vector<std::string> change(const std::string &key, const json::value *before,
                                    const json::value *after, std::string_view better) const
    {
        std::vector<std::string> row{key, shown(before, m_scale), shown(after, m_scale), {}, {},
                                     {}};
        const auto isFigure = [](const json::value *value) {
            return value && value->is_int64() && std::abs(double(value->get_int64())) < 9e15;
        };
        if (!isFigure(before) || !isFigure(after)) {
            row[5] = !before ? "new" : !after ? "gone" : "";
            return row;
        }
        const std::int64_t old = before->get_int64(), difference = after->get_int64() - old;
        row[3] = (difference > 0 ? "+" : "") + decimal(difference, m_scale);
        if (old != 0) {  // to a tenth
            const std::int64_t tenths =
                std::llround(1000.0 * double(difference) / std::fabs(double(old)));
            row[4] = (tenths > 0 ? "+" : "") + decimal(tenths, 10) + " %";
        }
        if (difference == 0)
            row[5] = "same";
        else if (!better.empty())
            row[5] = (difference > 0) == (better == "more") ? "better" : "worse";
        return row;
    }
    void picture(ReportPart &part, const json::object &given)
    {
        part.svg = source(m_in.word(given, "source"));
        part.alt = m_in.word(given, "alt", 1000);
        if (!part.svg.starts_with("<svg") && !part.svg.starts_with("<?xml"))
            m_in.bad("source", "no SVG");
    }

    Reader &m_in;
    const Run &m_run;
    std::map<std::string, json::value> m_parsed;
    std::vector<Step> m_steps;
    std::int64_t m_scale = 1;
};

bool isLanguage(std::string_view tag)  // letters and hyphens, as BCP 47 tags are
{
    return !tag.empty() && tag.size() <= 20 && std::ranges::all_of(tag, [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '-';
    });
}

Result run(const Run &run)
{
    Reader in(run);
    const json::object &given = in.object("report");
    Report report;
    report.title = in.word(given, "title", 1000);
    report.lead = in.wordOr(given, "lead", {}, 4000);
    report.language = in.wordOr(given, "language", "en");
    if (!isLanguage(report.language))
        in.bad("language", report.language);
    const json::array &sections = arrayOf(given, "sections");
    if (sections.size() > sectionsMax)
        in.tooMany("sections", sectionsMax);
    Sections reader(in, run);
    std::size_t rows = 0, bytes = 0;
    for (const json::value &section : sections) {
        if (run.stop.stop_requested())
            return stopped();
        if (in.isBad())
            return in.failure();
        report.parts.push_back(reader.read(in.entry(section, "sections")));
        rows += report.parts.back().table.rows.size();
        bytes += report.parts.back().svg.size() * 4 / 3;
        if (bytes > bytesMax)
            in.tooMany("sections", bytesMax);
    }
    if (run.stop.stop_requested())
        return stopped();
    if (in.isBad())
        return in.failure();
    Result result;
    result.outputs.push_back({"markdown", "text/markdown", markdownReport(report)});
    result.outputs.push_back({"html", "text/html", htmlReport(report)});
    for (const Artefact &artefact : result.outputs)
        bytes = std::max(bytes, artefact.bytes.size());
    if (bytes > 2 * bytesMax)
        return in.tooMany("sections", 2 * bytesMax), in.failure();
    result.figures["sections"] = std::int64_t(report.parts.size());
    result.figures["rows"] = std::int64_t(rows);
    return result;
}

}  // namespace

extern const Capability buildReport;
const Capability buildReport = {
    .name = "build-report",
    .version = "1.0.1",
    .source = "CommonMark 0.30 and GFM tables; HTML; RFC 6901; RFC 4648",
    .outputBytesMax = 16u << 20,
    .run = run,
};

}  // namespace capabilities
