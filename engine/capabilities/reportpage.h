// A report as parts that mean the same in Markdown and in HTML, and the two writers. All text is
// escaped when it is written, so nothing a person or an artefact says becomes markup; pictures stand
// inside as data addresses of <img>, where a browser runs no script of theirs. Owns values.
// Thread contract: pure.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace capabilities {

struct ReportTable {
    std::vector<std::string> columns;
    std::vector<std::vector<std::string>> rows;  // each as long as columns
    std::vector<bool> isNumber;                  // per column: set to the right
};

struct ReportPart {
    std::string title;
    std::vector<std::string> paragraphs;
    ReportTable table;     // none without columns
    std::string svg, alt;  // none if empty
};

struct Report {
    std::string title, lead, language = "en";
    std::vector<ReportPart> parts;
};

std::string markdownReport(const Report &report);
std::string htmlReport(const Report &report);

// One line of text in which no character is Markdown or HTML any more.
std::string markdownLine(std::string_view text);

}  // namespace capabilities
