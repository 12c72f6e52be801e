#include "capabilities/envelope.h"

#include "capabilities/base64.h"
#include "capabilities/reader.h"
#include "crypto/jcs.h"
#include "text/escape.h"

namespace capabilities {

namespace json = boost::json;

namespace {

// An encoded word of 45 bytes has 72 characters; behind "Subject: " 39 bytes leave the line at 73 of
// the 76 it may have (RFC 2047, section 2).
constexpr std::size_t lineMax = 998, wordBytes = 45, firstWordBytes = 39;

bool isPlain(std::string_view text)
{
    std::size_t line = 0;
    for (const char c : text) {
        line = c == '\n' ? 0 : line + 1;
        if (line > lineMax || (static_cast<unsigned char>(c) < 0x20 && c != '\n' && c != '\t')
            || static_cast<unsigned char>(c) >= 0x7f)
            return false;
    }
    return true;
}

void appendLines(std::string &out, std::string_view digits)
{
    for (; !digits.empty(); digits.remove_prefix(std::min<std::size_t>(76, digits.size())))
        out.append(digits.substr(0, 76)).append("\r\n");
}

// Line ends are CRLF before they are encoded, too (RFC 2045, section 6.8).
std::string withLineEnds(std::string_view text)
{
    std::string out;
    char last = 0;
    for (const char c : text) {
        if (c == '\n' && last != '\r')
            out += '\r';
        out += c;
        last = c;
    }
    return out;
}

void appendBody(std::string &out, std::string_view text)
{
    const bool isSevenBit = isPlain(text);
    out += isSevenBit ? "Content-Type: text/plain; charset=us-ascii\r\n"
                        "Content-Transfer-Encoding: 7bit\r\n\r\n"
                      : "Content-Type: text/plain; charset=utf-8\r\n"
                        "Content-Transfer-Encoding: base64\r\n\r\n";
    if (!isSevenBit) {
        appendLines(out, base64(withLineEnds(text)));
        return;
    }
    out += withLineEnds(text);
    if (!text.ends_with('\n'))
        out += "\r\n";
}

}  // namespace

std::vector<std::string_view> partsOf(std::string_view text, std::size_t bytesMax)
{
    std::vector<std::string_view> parts;
    while (text.size() > bytesMax) {
        const std::size_t line = text.substr(0, bytesMax).rfind('\n');
        std::size_t end = line == text.npos ? bytesMax : line + 1;
        for (int i = 0; i < 3 && line == text.npos; ++i)
            end -= (static_cast<unsigned char>(text[end]) & 0xc0) == 0x80;
        parts.push_back(text.substr(0, end));
        text.remove_prefix(end);
    }
    if (!text.empty() || parts.empty())
        parts.push_back(text);
    return parts;
}

std::string mailDate(std::int64_t seconds)
{
    static constexpr std::string_view days[] = {"Thu", "Fri", "Sat", "Sun", "Mon", "Tue", "Wed"};
    static constexpr std::string_view months[] = {"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                                  "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
    const std::string iso = secondsText(seconds);
    const std::size_t month = std::size_t(iso[5] - '0') * 10 + std::size_t(iso[6] - '0') - 1;
    std::string out(days[std::size_t(seconds / 86'400 % 7)]);
    out.append(", ").append(iso, 8, 2).append(" ").append(months[month]).append(" ");
    return out.append(iso, 0, 4).append(" ").append(iso, 11, 8).append(" +0000");
}

std::string encodedHeader(std::string_view text)
{
    if (isPlain(text) && text.size() <= 900 && text.find("=?") == text.npos)
        return std::string(text);
    const std::string_view first = partsOf(text, firstWordBytes).front();
    std::string out = "=?UTF-8?B?" + base64(first) + "?=";
    text.remove_prefix(first.size());
    if (text.empty())
        return out;
    for (const std::string_view part : partsOf(text, wordBytes))
        out.append("\r\n =?UTF-8?B?").append(base64(part)).append("?=");
    return out;
}

std::string mailOf(const Letter &letter)
{
    std::string out = "From: " + letter.from + "\r\nTo: " + letter.to + "\r\n";
    if (!letter.subject.empty())
        out += "Subject: " + encodedHeader(letter.subject) + "\r\n";
    out += "Date: " + mailDate(letter.seconds) + "\r\nMessage-ID: <" + letter.id + ">\r\n";
    if (!letter.first.empty())
        out += "References: <" + letter.first + ">\r\n";
    if (letter.isUrgent)
        out += "Priority: urgent\r\n";  // RFC 2156
    if (letter.isBulk)
        out += "Priority: non-urgent\r\n";
    out += "MIME-Version: 1.0\r\n";
    appendBody(out, letter.text);
    return out;
}

std::string activityOf(const Letter &letter)
{
    const std::string published = secondsText(letter.seconds), id = "urn:" + letter.id;
    std::string content = "<p>";
    for (const char c : text::escapeMarkup(letter.text))
        content.append(c == '\n' ? "<br>" : std::string(1, c));
    json::object note{{"attributedTo", letter.from},
                      {"content", content + "</p>"},
                      {"id", id + ":note"},
                      {"published", published},
                      {"to", json::array{json::value(letter.to)}},
                      {"type", "Note"}};
    if (!letter.subject.empty())
        note["summary"] = text::escapeMarkup(letter.subject);  // HTML, as content is
    const json::object activity{{"@context", "https://www.w3.org/ns/activitystreams"},
                                {"actor", letter.from},
                                {"id", id},
                                {"object", std::move(note)},
                                {"published", published},
                                {"to", json::array{json::value(letter.to)}},
                                {"type", "Create"}};
    return crypto::jcs(activity).value_or(std::string());
}

}  // namespace capabilities
