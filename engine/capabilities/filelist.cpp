#include "capabilities/filelist.h"

#include "crypto/hexbytes.h"
#include "text/unicode.h"

namespace capabilities {

namespace json = boost::json;

namespace {

constexpr std::int64_t bytesMax = INT64_MAX / 65'536;  // so that filesMax of them add up

std::string lowered(std::string_view text)
{
    std::string out(text);
    for (char &c : out)
        c = c >= 'A' && c <= 'Z' ? char(c + 32) : c;
    return out;
}

std::string digestOf(Reader &in, std::string_view digits)
{
    const auto digest = kernel::Digest::fromHex(digits);
    if (!digest)
        in.bad("sha256", digits);
    return digest ? digest->hex() : std::string();
}

std::int64_t octal(Reader &in, std::string_view digits)
{
    std::int64_t mode = 0;
    for (const char c : digits) {
        if (c < '0' || c > '7' || digits.size() > 6) {
            in.bad("mode", digits);
            return -1;
        }
        mode = mode * 8 + (c - '0');
    }
    return digits.empty() ? -1 : mode & 07777;
}

// "\n", "\r" and "\\" of sha256sum, three octal digits of vis(3).
std::string unescaped(std::string_view text)
{
    std::string out;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const auto digit = [&](std::size_t at) {
            return at < text.size() && text[at] >= '0' && text[at] <= '7' ? text[at] - '0' : -1;
        };
        if (text[i] != '\\' || i + 1 == text.size()) {
            out += text[i];
        } else if (digit(i + 1) >= 0 && digit(i + 1) < 4 && digit(i + 2) >= 0
                   && digit(i + 3) >= 0) {
            out += char(digit(i + 1) * 64 + digit(i + 2) * 8 + digit(i + 3));
            i += 3;
        } else {
            out += text[i + 1] == 'n' ? '\n' : text[i + 1] == 'r' ? '\r' : text[i + 1];
            ++i;
        }
    }
    return out;
}

bool isSumLine(std::string_view line)
{
    line.remove_prefix(line.starts_with('\\'));
    return line.size() > 66 && kernel::Digest::fromHex(line.substr(0, 64)) && line[64] == ' '
           && (line[65] == ' ' || line[65] == '*');
}

std::int64_t sizeOf(Reader &in, std::string_view digits)
{
    const std::int64_t bytes = scaledOf(digits, 0).value_or(-1);
    if (bytes < 0 || bytes > bytesMax)
        in.bad("size", digits);
    return bytes;
}

// Nothing for what is no file: folders, devices.
std::optional<ListedFile> ofTree(Reader &in, std::string_view line)
{
    ListedFile file;
    bool isFile = true;
    std::size_t word = 0;
    while (!line.empty()) {
        const std::string_view part = line.substr(0, line.find(' '));
        line.remove_prefix(std::min(line.size(), part.size() + 1));
        const std::size_t equals = part.find('=');
        const std::string_view key = part.substr(0, equals);
        const std::string_view value = equals < part.size() ? part.substr(equals + 1) : "";
        if (part.empty())
            continue;
        if (word++ == 0)
            file.path = unescaped(part);
        else if (key == "type")
            isFile = value == "file";
        else if (key == "mode")
            file.mode = octal(in, value);
        else if (key == "sha256" || key == "sha256digest")
            file.sha256 = digestOf(in, value);
        else if (key == "size")
            file.bytes = sizeOf(in, value);
    }
    return isFile ? std::optional(std::move(file)) : std::nullopt;
}

std::vector<ListedFile> ofLines(Reader &in, std::string_view name, std::string_view text)
{
    std::vector<ListedFile> files;
    while (!text.empty() && !in.isBad()) {
        std::string_view line = text.substr(0, text.find('\n'));
        text.remove_prefix(std::min(text.size(), line.size() + 1));
        if (line.ends_with('\r'))
            line.remove_suffix(1);
        if (line.empty() || line[0] == '#')
            continue;
        if (files.size() == filesMax)
            in.tooMany(name, filesMax);
        ListedFile file;
        if (isSumLine(line)) {
            const bool isEscaped = line[0] == '\\';
            line.remove_prefix(isEscaped);
            file.sha256 = digestOf(in, line.substr(0, 64));
            file.path = isEscaped ? unescaped(line.substr(66)) : std::string(line.substr(66));
        } else if (line.starts_with("./") && line.find('=') != line.npos) {
            auto found = ofTree(in, line);
            if (!found)
                continue;
            file = std::move(*found);
        } else {
            in.bad(name, line);
        }
        files.push_back(std::move(file));
    }
    return files;
}

ListedFile ofEntry(Reader &in, const json::object &given)
{
    ListedFile file;
    file.path = in.word(given, "path", 1000);
    const std::string sum = in.wordOr(given, "sha256", {}, 64);
    if (!sum.empty())
        file.sha256 = digestOf(in, sum);
    file.bytes = in.integer(given, "bytes", 0, bytesMax, -1);
    file.mode = octal(in, in.wordOr(given, "mode", {}, 6));
    file.modified = momentOf(in, given, "modified", -1);
    const std::string head = in.wordOr(given, "head", {}, 128);
    const auto bytes = crypto::bytesOfHex(head);
    if (!bytes)
        in.bad("head", "no pairs of hexadecimal digits");
    file.head = bytes.value_or(std::string());
    file.links = in.words(given, "links", 5000, 2000);
    return file;
}

}  // namespace

std::string listedPath(std::string_view path)
{
    std::size_t at = 0;
    while (path.compare(at, 2, "./") == 0)
        at += 2;
    return std::string(path.substr(at));
}

std::vector<ListedFile> fileList(Reader &in, const Run &run, std::string_view name)
{
    std::vector<ListedFile> files;
    bool isGiven = false;
    std::string_view lines = run.input(name, &isGiven);
    const std::size_t first = lines.find_first_not_of(" \t\r\n");
    if (!isGiven || (first != lines.npos && (lines[first] == '[' || lines[first] == '{'))) {
        const json::value &value = in.value(name);
        const json::value *inside =
            value.is_object() ? value.get_object().if_contains(name) : &value;
        isGiven = inside && inside->is_string();
        lines = isGiven ? std::string_view(inside->get_string()) : std::string_view();
    }
    if (isGiven) {
        files = ofLines(in, name, lines);
        if (files.empty())
            in.missing(name);
    } else {
        for (const json::value &value : in.list(name, filesMax)) {
            files.push_back(ofEntry(in, in.entry(value, name)));
            if (in.isBad())
                return {};
        }
    }
    for (ListedFile &file : files)
        file.path = listedPath(file.path);
    std::ranges::stable_sort(files, {}, &ListedFile::path);
    for (std::size_t i = 0; i < files.size() && !in.isBad(); ++i) {
        if (files[i].path.empty())
            in.missing("path");
        if (i > 0 && files[i].path == files[i - 1].path)
            in.bad("path", files[i].path);
    }
    return in.isBad() ? std::vector<ListedFile>() : files;
}

namespace {

// Without the spaces at its end that would push the true ending out of sight.
std::string withoutSpaces(std::string name)
{
    static constexpr std::string_view spaces[] = {" ", "\u00a0", "\u2002", "\u2003", "\u3000"};
    for (bool isAgain = true; isAgain;) {
        isAgain = false;
        for (const std::string_view space : spaces)
            if (name.ends_with(space)) {
                name.resize(name.size() - space.size());
                isAgain = true;
            }
    }
    return name;
}

}  // namespace

std::string_view suspicionOf(std::string_view path)
{
    if (!text::isValidUtf8(path))
        return "encoding";
    for (const char32_t c : text::codePoints(path)) {
        if (c < 0x20 || (c >= 0x7f && c < 0xa0))
            return "control";
        if ((c >= 0x202a && c <= 0x202e) || (c >= 0x2066 && c <= 0x2069) || c == 0x200e
            || c == 0x200f || c == 0x061c)
            return "direction";
    }
    if (path.starts_with('/') || (path.size() > 1 && path[1] == ':'))
        return "absolute";
    static constexpr std::string_view reserved[] = {"con", "prn", "aux", "nul"};
    static constexpr std::string_view programs[] = {".exe", ".scr", ".com", ".bat", ".cmd",
                                                    ".js",  ".vbs", ".ps1", ".sh"};
    static constexpr std::string_view papers[] = {".pdf", ".doc", ".docx", ".xls", ".xlsx",
                                                  ".txt", ".jpg", ".jpeg", ".png"};
    for (std::size_t at = 0; at <= path.size();) {
        const std::size_t end = std::min(path.find('/', at), path.size());
        const std::string step = lowered(path.substr(at, end - at));
        at = end + 1;
        if (step == "..")
            return "outside";
        const std::string stem = step.substr(0, step.find('.'));
        const bool isPort = stem.size() == 4 && (stem.starts_with("com") || stem.starts_with("lpt"))
                            && stem[3] >= '1' && stem[3] <= '9';
        if (isPort || std::ranges::find(reserved, stem) != std::end(reserved))
            return "reserved";
        if (step != "." && (step.ends_with(' ') || step.ends_with('.')))
            return "ending";
        const std::size_t dot = step.rfind('.');
        if (dot == step.npos || std::ranges::find(programs, step.substr(dot)) == std::end(programs))
            continue;
        const std::string before = withoutSpaces(step.substr(0, dot));
        if (std::ranges::any_of(papers, [&](auto paper) { return before.ends_with(paper); }))
            return "disguised";
    }
    return "";
}

namespace {

using namespace std::literals;

constexpr std::pair<std::string_view, std::string_view> starts[] = {{"\x89PNG\r\n\x1a\n"sv, "png"},
                                                                    {"\xff\xd8\xff"sv, "jpeg"},
                                                                    {"GIF87a"sv, "gif"},
                                                                    {"GIF89a"sv, "gif"},
                                                                    {"BM"sv, "bmp"},
                                                                    {"%PDF-"sv, "pdf"},
                                                                    {"PK\x03\x04"sv, "zip"},
                                                                    {"\x1f\x8b"sv, "gzip"},
                                                                    {"\x7f"
                                                                     "ELF"sv,
                                                                     "elf"},
                                                                    {"MZ"sv, "exe"},
                                                                    {"fLaC"sv, "flac"},
                                                                    {"OggS"sv, "ogg"},
                                                                    {"ID3"sv, "mp3"}};

// A frame of MPEG audio, layer III: eleven bits of sync, no reserved version, rate or frequency.
bool isFrame(std::string_view bytes)
{
    const auto at = [&](std::size_t i) { return static_cast<unsigned char>(bytes[i]); };
    return bytes.size() >= 3 && at(0) == 0xff && (at(1) & 0xe6) == 0xe2 && (at(1) & 0x18) != 0x08
           && (at(2) & 0xf0) != 0xf0 && (at(2) & 0x0c) != 0x0c;
}

}  // namespace

std::string_view magicOf(std::string_view bytes)
{
    for (const auto &[start, kind] : starts)
        if (bytes.starts_with(start))
            return kind;
    if (bytes.starts_with("RIFF") && bytes.size() >= 12)
        return bytes.substr(8, 4) == "WEBP" ? "webp" : bytes.substr(8, 4) == "WAVE" ? "wav" : "";
    if (isFrame(bytes))
        return "mp3";
    return bytes.size() >= 8 && bytes.substr(4, 4) == "ftyp" ? "mp4" : "";
}

bool mayBecome(std::string_view bytes, std::string_view kind)
{
    const auto agrees = [&](std::size_t at, std::string_view what) {
        return bytes.size() <= at || what.starts_with(bytes.substr(at, what.size()));
    };
    for (const auto &[start, name] : starts)
        if (name == kind && bytes.size() < start.size() && agrees(0, start))
            return true;
    if (kind == "wav" || kind == "webp")
        return bytes.size() < 12 && agrees(0, "RIFF") && agrees(8, kind == "wav" ? "WAVE" : "WEBP");
    if (kind == "mp3")
        return bytes.size() < 3
               && isFrame(std::string(bytes) + std::string("\xff\xfb\0"sv.substr(bytes.size())));
    return kind == "mp4" && bytes.size() < 8 && agrees(4, "ftyp");
}

std::string_view kindOfEnding(std::string_view path)
{
    static constexpr std::pair<std::string_view, std::string_view> endings[] = {
        {".png", "png"}, {".jpg", "jpeg"}, {".jpeg", "jpeg"}, {".gif", "gif"},   {".webp", "webp"},
        {".bmp", "bmp"}, {".pdf", "pdf"},  {".zip", "zip"},   {".docx", "zip"},  {".xlsx", "zip"},
        {".odt", "zip"}, {".gz", "gzip"},  {".exe", "exe"},   {".flac", "flac"}, {".ogg", "ogg"},
        {".mp3", "mp3"}, {".wav", "wav"},  {".mp4", "mp4"},   {".m4a", "mp4"}};
    const std::string name = lowered(path);
    for (const auto &[ending, kind] : endings)
        if (name.ends_with(ending))
            return kind;
    return "";
}

}  // namespace capabilities
