#include "capabilities/reportpage.h"

#include "capabilities/base64.h"
#include "text/escape.h"

#include <cstdint>

namespace capabilities {

namespace {

constexpr std::size_t lineMax = 2000;

constexpr std::string_view style =
    "body{font:1rem/1.5 system-ui,sans-serif;margin:0 auto;max-width:60rem;padding:1rem;"
    "color:#1a1a1a;background:#fff}table{border-collapse:collapse;margin:1rem 0}"
    "th,td{border:1px solid #767676;padding:.25rem .5rem;text-align:left}"
    ".n{text-align:right;font-variant-numeric:tabular-nums}img{max-width:100%}";

std::string picture(const ReportPart &part)
{
    return "data:image/svg+xml;base64," + base64(part.svg);
}

std::string escaped(std::string_view text)
{
    return text::escapeMarkup(text::cleanLine(text, lineMax));
}

void writeRow(std::string &out, const std::vector<std::string> &cells)
{
    out += "|";
    for (const std::string &cell : cells)
        out.append(" ").append(markdownLine(cell)).append(" |");
    out += "\n";
}

void writeTable(std::string &out, const ReportTable &table)
{
    if (table.columns.empty())
        return;
    writeRow(out, table.columns);
    out += "|";
    for (std::size_t i = 0; i < table.columns.size(); ++i)
        out += table.isNumber[i] ? " ---: |" : " --- |";
    out += "\n";
    for (const auto &row : table.rows)
        writeRow(out, row);
    out += "\n";
}

void writeHtmlTable(std::string &out, const ReportPart &part)
{
    const ReportTable &table = part.table;
    if (table.columns.empty())
        return;
    const auto cells = [&](const std::vector<std::string> &row, const char *open,
                           const char *close) {
        out += "<tr>";
        for (std::size_t i = 0; i < row.size(); ++i)
            out.append(open)
                .append(table.isNumber[i] ? " class=\"n\">" : ">")
                .append(escaped(row[i]))
                .append(close);
        out += "</tr>\n";
    };
    out.append("<table><caption>").append(escaped(part.title)).append("</caption>\n<thead>");
    cells(table.columns, "<th scope=\"col\"", "</th>");
    out += "</thead>\n<tbody>\n";
    for (const auto &row : table.rows)
        cells(row, "<td", "</td>");
    out += "</tbody></table>\n";
}

}  // namespace

std::string markdownLine(std::string_view text)
{
    const std::string line = text::cleanLine(text, lineMax);
    std::string out;
    for (std::size_t i = 0; i < line.size(); ++i) {
        const char c = line[i];
        const bool isMark = std::string_view("\\`*_{}[]#|~!").find(c) != std::string_view::npos;
        // "1. ", "1) ", "-", "+" and "=" mean something at the start of a line alone
        const bool isStart = i == 0 && (c == '-' || c == '+' || c == '=');
        const bool isList = (c == '.' || c == ')') && (i + 1 == line.size() || line[i + 1] == ' ')
                            && line.find_first_not_of("0123456789") == i;
        if (isMark || isStart || isList)
            out.push_back('\\');
        out += c == '<' ? "&lt;" : c == '>' ? "&gt;" : c == '&' ? "&amp;" : std::string(1, c);
    }
    return out;
}

std::string markdownReport(const Report &report)
{
    std::string out = "# " + markdownLine(report.title) + "\n\n";
    if (!report.lead.empty())
        out += markdownLine(report.lead) + "\n\n";
    for (const ReportPart &part : report.parts) {
        out += "## " + markdownLine(part.title) + "\n\n";
        for (const std::string &paragraph : part.paragraphs)
            out += markdownLine(paragraph) + "\n\n";
        writeTable(out, part.table);
        if (!part.svg.empty())
            out += "![" + markdownLine(part.alt) + "](" + picture(part) + ")\n\n";
    }
    return out;
}

std::string htmlReport(const Report &report)
{
    const std::string title = escaped(report.title);
    std::string out =
        "<!DOCTYPE html>\n<html lang=\"" + escaped(report.language)
        + "\">\n<head>\n<meta charset=\"utf-8\">\n"
          "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
          "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; "
          "img-src data:; style-src 'unsafe-inline'\">\n<title>"
        + title + "</title>\n<style>" + std::string(style)
        + "</style>\n</head>\n<body>\n<main>\n<h1>" + title + "</h1>\n";
    if (!report.lead.empty())
        out += "<p>" + escaped(report.lead) + "</p>\n";
    for (const ReportPart &part : report.parts) {
        out += "<section>\n<h2>" + escaped(part.title) + "</h2>\n";
        for (const std::string &paragraph : part.paragraphs)
            out += "<p>" + escaped(paragraph) + "</p>\n";
        writeHtmlTable(out, part);
        if (!part.svg.empty())
            out += "<img alt=\"" + escaped(part.alt) + "\" src=\"" + picture(part) + "\">\n";
        out += "</section>\n";
    }
    return out + "</main>\n</body>\n</html>\n";
}

}  // namespace capabilities
