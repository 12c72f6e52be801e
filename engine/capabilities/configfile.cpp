#include "capabilities/configfile.h"

#include "capabilities/artefact.h"
#include "crypto/jcs.h"

namespace capabilities {

namespace json = boost::json;

namespace {

constexpr std::size_t entriesMax = 50'000;

std::string_view trimmed(std::string_view text)
{
    const std::size_t first = text.find_first_not_of(" \t\r");
    return first == text.npos ? std::string_view()
                              : text.substr(first, text.find_last_not_of(" \t\r") - first + 1);
}

bool isName(std::string_view text)
{
    const auto isLetter = [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
    };
    return !text.empty() && text.size() <= 200 && isLetter(text[0])
           && std::ranges::all_of(
               text, [&](char c) { return isLetter(c) || (c >= '0' && c <= '9') || c == '.'; });
}

// Where a '#' begins a comment: at the start or after a space, and outside quotes.
std::string_view withoutComment(std::string_view line)
{
    char quote = 0;
    for (std::size_t i = 0; i < line.size(); ++i) {
        const char c = line[i];
        if (quote == '"' && c == '\\')
            ++i;
        else if (quote != 0)
            quote = c == quote ? 0 : quote;
        else if (c == '#' && (i == 0 || line[i - 1] == ' ' || line[i - 1] == '\t'))
            return line.substr(0, i);
        else if ((c == '"' || c == '\'')
                 && (i == 0 || std::string_view(" \t:=[{,").find(line[i - 1]) != line.npos))
            quote = c;
    }
    return line;
}

// A quoted text of one line; false if it is not closed where it ends.
bool unquoted(std::string_view text, std::string &out)
{
    if (text[0] == '"') {
        const auto value = parsed(text, 2);
        if (!value || !value->is_string())
            return false;
        out = value->get_string();
        return true;
    }
    for (std::size_t i = 1; i < text.size(); ++i) {
        if (text[i] != '\'')
            out.push_back(text[i]);
        else if (i + 1 < text.size() && text[i + 1] == '\'')
            out.push_back(text[i++]);
        else
            return i + 1 == text.size();
    }
    return false;
}

void flatten(ConfigFile &file, const std::string &key, const json::value &value, std::size_t line)
{
    const auto inner = [&](std::string_view name) {
        return key.empty() ? std::string(name) : key + "." + std::string(name);
    };
    if (file.entries.size() >= entriesMax || key.size() > 2000)
        return;
    if (value.is_object() && !value.get_object().empty()) {
        for (const auto &member : value.get_object())
            flatten(file, inner(member.key()), member.value(), line);
    } else if (value.is_array() && !value.get_array().empty()) {
        std::size_t place = 0;
        for (const json::value &item : value.get_array())
            flatten(file, inner(std::to_string(place++)), item, line);
    } else if (value.is_double() && !std::isfinite(value.get_double())) {
        file.faults.push_back(line);
    } else {
        file.entries.push_back({key,
                                value.is_string() ? std::string(value.get_string())
                                : value.is_null() ? std::string()
                                                  : canonical(value),
                                line,
                                {}});
    }
}

std::vector<std::string> referencesIn(std::string_view value)
{
    std::vector<std::string> names;
    for (std::size_t at = value.find("${"); at != value.npos; at = value.find("${", at + 2)) {
        const std::size_t end = value.find('}', at);
        const std::string_view name = value.substr(at + 2, end - at - 2);
        if (end != value.npos && isName(name))  // ${NAME:-otherwise} has what it needs
            names.emplace_back(name);
    }
    return names;
}

// The value of one dotenv line; false if a quote stays open or something stands behind it.
bool readValue(std::string_view text, ConfigEntry &entry)
{
    text = trimmed(withoutComment(text));
    if (text.empty())
        return true;
    if (text[0] != '"' && text[0] != '\'') {
        entry.value = text;
        entry.references = referencesIn(text);
        return true;
    }
    if (!unquoted(text, entry.value))
        return false;
    if (text[0] == '"')
        entry.references = referencesIn(entry.value);
    return true;
}

template<typename See>
void eachLine(std::string_view text, See see)
{
    for (std::size_t number = 1; !text.empty(); ++number) {
        const std::string_view line = text.substr(0, text.find('\n'));
        text.remove_prefix(std::min(text.size(), line.size() + 1));
        see(number, line);
    }
}

// The block structure of a YAML file, line by line.
class Yaml {
public:
    ConfigFile file;

    Yaml() { m_open.push_back({-1, -1, {}, false, true, 0, 0}); }

    void see(std::size_t number, std::string_view line)
    {
        line = withoutComment(line);
        const std::string_view content = trimmed(line);
        if (content.empty() || (content == "---" && file.entries.empty() && m_open.size() == 1))
            return;
        const std::size_t indent = line.find_first_not_of(' ');
        const bool isBad = line[indent] == '\t' || file.entries.size() >= entriesMax
                           || !place(std::ptrdiff_t(indent), content, number);
        if (isBad)
            file.faults.push_back(number);
    }
    void end() { closeTo(1); }

private:
    struct Open {
        std::ptrdiff_t indent = 0;       // column of the key or dash
        std::ptrdiff_t childIndent = 0;  // -1: none yet
        std::string path;
        bool isItem = false;
        bool isUsed = false;
        std::size_t next = 0, line = 0;
    };

    void closeTo(std::size_t depth)
    {
        for (; m_open.size() > depth; m_open.pop_back())
            if (!m_open.back().isUsed)
                file.entries.push_back({m_open.back().path, {}, m_open.back().line, {}});
    }
    // The parent of what stands in that column; null if the column is none of its children's.
    Open *parentOf(std::ptrdiff_t indent, bool isDash)
    {
        std::size_t depth = m_open.size();
        while (depth > 1) {
            const Open &top = m_open[depth - 1];
            if (top.indent < indent || (isDash && top.indent == indent && !top.isItem))
                break;
            --depth;
        }
        closeTo(depth);
        Open &parent = m_open.back();
        if (parent.childIndent < 0)
            parent.childIndent = indent;
        parent.isUsed = true;
        return parent.childIndent == indent ? &parent : nullptr;
    }
    static std::string joined(const std::string &path, std::string_view name)
    {
        return path.empty() ? std::string(name) : path + "." + std::string(name);
    }
    // Where the ':' behind a key stands, or npos.
    static std::size_t colonOf(std::string_view content)
    {
        std::size_t from = 0;
        if (content[0] == '"' || content[0] == '\'')
            from = content.find(content[0], 1);
        for (std::size_t i = std::min(from, content.size()); i < content.size(); ++i)
            if (content[i] == ':' && (i + 1 == content.size() || content[i + 1] == ' '))
                return i;
        return content.npos;
    }
    bool scalar(const std::string &path, std::string_view text, std::size_t number)
    {
        std::string value;
        if (text[0] == '"' || text[0] == '\'') {
            if (!unquoted(text, value))
                return false;
        } else if (text[0] == '[' || text[0] == '{') {
            const auto inner = parsed(text);
            if (inner)
                flatten(file, path, *inner, number);
            return inner.has_value();
        } else if (std::string_view("&*!|>%@`,]}?").find(text[0]) != text.npos
                   || text.find(": ") != text.npos || text.ends_with(':')) {
            return false;
        } else {
            value = text == "~" || text == "null" ? std::string_view() : text;
        }
        file.entries.push_back({path, std::move(value), number, {}});
        return true;
    }
    bool place(std::ptrdiff_t indent, std::string_view content, std::size_t number)
    {
        while (content == "-" || content.starts_with("- ")) {
            Open *parent = parentOf(indent, true);
            if (!parent || parent->path.size() > 2000 || m_open.size() > 60)
                return false;
            const std::string path = joined(parent->path, std::to_string(parent->next++));
            m_open.push_back({indent, -1, path, true, false, 0, number});
            const std::string_view rest = trimmed(content.substr(1));
            if (rest.empty())
                return true;
            indent += std::ptrdiff_t(content.size() - rest.size());
            content = rest;
        }
        const std::size_t colon = colonOf(content);
        if (colon == content.npos) {  // the scalar of an item
            if (!m_open.back().isItem || m_open.back().isUsed || m_open.back().indent >= indent)
                return false;
            m_open.back().isUsed = true;
            return scalar(m_open.back().path, content, number);
        }
        return member(indent, content, colon, number);
    }
    bool member(std::ptrdiff_t indent, std::string_view content, std::size_t colon,
                std::size_t number)
    {
        std::string key(trimmed(content.substr(0, colon)));
        if (!key.empty() && (key[0] == '"' || key[0] == '\'')) {
            std::string plain;
            if (!unquoted(key, plain))
                return false;
            key = plain;
        }
        Open *parent = parentOf(indent, false);
        if (!parent || key.empty() || parent->path.size() > 2000 || m_open.size() > 60
            || std::string_view("&*!|>%@`[]{},?").find(key[0]) != std::string_view::npos)
            return false;
        const std::string path = joined(parent->path, key);
        const std::string_view value = trimmed(content.substr(colon + 1));
        if (!value.empty())
            return scalar(path, value, number);
        m_open.push_back({indent, -1, path, false, false, 0, number});
        return true;
    }

    std::vector<Open> m_open;
};

}  // namespace

ConfigFile readDotenv(std::string_view text)
{
    ConfigFile file;
    eachLine(text, [&](std::size_t number, std::string_view line) {
        line = trimmed(line);
        if (line.empty() || line[0] == '#' || file.entries.size() >= entriesMax)
            return;
        if (line.starts_with("export "))
            line = trimmed(line.substr(7));
        const std::size_t equals = line.find('=');
        ConfigEntry entry{std::string(trimmed(line.substr(0, equals))), {}, number, {}};
        if (equals == line.npos || !isName(entry.key) || !readValue(line.substr(equals + 1), entry))
            file.faults.push_back(number);
        else
            file.entries.push_back(std::move(entry));
    });
    return file;
}

ConfigFile readJsonConfig(std::string_view text)
{
    ConfigFile file;
    const auto value = parsed(text);
    if (value)
        flatten(file, {}, *value, 0);
    if (!value || !crypto::readJson(text))  // a repeated member is a fault too
        file.faults.push_back(0);
    return file;
}

ConfigFile readYaml(std::string_view text)
{
    Yaml yaml;
    eachLine(text, [&](std::size_t number, std::string_view line) { yaml.see(number, line); });
    yaml.end();
    return std::move(yaml.file);
}

}  // namespace capabilities
