#include "text/document.h"

#include "text/analyser.h"

#include <array>

namespace text {
namespace {

struct Memo {
    std::array<std::shared_ptr<const Document>, documentsKept> kept;
    std::size_t next = 0;
};

bool isMark(char c)
{
    return c == '*' || c == '`' || c == '_';
}

// What Document::plain looks at twice.
constexpr auto markup = [] {
    std::array<bool, 256> table{};
    for (const char c : {' ', '\n', '\r', '\t', '*', '`', '_', '[', ']', '<'})
        table[static_cast<unsigned char>(c)] = true;
    return table;
}();

}  // namespace

std::shared_ptr<const Document> analyse(std::string_view utf8, std::stop_token stop)
{
    thread_local Memo memo;
    for (const auto &document : memo.kept) {
        if (document && document->text() == utf8)
            return document;
    }
    auto made = Analyser::make(utf8, stop);
    if (made) {
        memo.kept[memo.next] = made;
        memo.next = (memo.next + 1) % documentsKept;
    }
    return made;
}

std::vector<std::uint32_t> Document::mainForms() const
{
    constexpr std::uint32_t none = 0xffffffffu;
    std::vector<std::uint32_t> main(m_stems.size(), none);
    for (std::uint32_t form = 0; form < m_forms.size(); ++form) {
        std::uint32_t &best = main[m_forms[form].stem];
        if (best == none || m_forms[form].count > m_forms[best].count)
            best = form;
    }
    return main;
}

std::string Document::plain(Span span) const
{
    const std::string_view body = slice(span);
    std::string out;
    out.reserve(body.size());
    for (std::size_t i = 0; i < body.size(); ++i) {
        std::size_t plainEnd = i;
        while (plainEnd < body.size() && !markup[static_cast<unsigned char>(body[plainEnd])])
            ++plainEnd;
        out.append(body, i, plainEnd - i);
        i = plainEnd;
        if (i == body.size())
            break;
        const char c = body[i];
        if (c == ' ' || c == '\n' || c == '\r' || c == '\t') {
            if (!out.empty() && out.back() != ' ')
                out.push_back(' ');
            continue;
        }
        const bool atEdge = i == 0 || i + 1 == body.size() || body[i - 1] == ' '
                            || body[i + 1] == ' ' || isMark(body[i - 1]) || isMark(body[i + 1])
                            || c != '_';
        const bool isProduct =
            c == '*' && i > 0 && i + 1 < body.size() && body[i - 1] == ' ' && body[i + 1] == ' ';
        if (isMark(c) && atEdge && !isProduct)
            continue;
        if (c == '[' && body.find("](", i) != std::string_view::npos)
            continue;
        if (c == ']' && i + 1 < body.size() && body[i + 1] == '(') {
            const std::size_t close = body.find(')', i);
            if (close != std::string_view::npos) {
                i = close;
                continue;
            }
        }
        if (c == '<' && i + 1 < body.size()
            && (body[i + 1] == '/' || (body[i + 1] | 0x20) >= 'a')) {
            const std::size_t close = body.find('>', i);
            if (close != std::string_view::npos && close - i < 200) {
                const bool isAddress =
                    body.substr(i, close - i).find("://") != std::string_view::npos;
                if (isAddress)
                    out.append(body.substr(i + 1, close - i - 1));
                i = close;
                continue;
            }
        }
        out.push_back(c);
    }
    while (!out.empty() && out.back() == ' ')
        out.pop_back();
    return out;
}

}  // namespace text
