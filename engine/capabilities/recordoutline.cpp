#include "capabilities/recordoutline.h"

#include "capabilities/recordvalues.h"

#include <algorithm>

namespace capabilities::record {

namespace json = boost::json;

namespace {

constexpr std::size_t npos = std::string_view::npos;
constexpr std::size_t linesMax = 3000;
constexpr std::size_t titleBytesMax = 90;

std::string oneLine(std::string text)
{
    std::replace(text.begin(), text.end(), '\n', ' ');
    return std::string(trimmed(text));
}

// "name: value" with a short name; a clock or an address is no name
bool splitField(std::string_view line, std::string &name, std::string &value)
{
    const std::size_t colon = line.find(':');
    if (colon == npos || colon == 0 || colon > 40 || colon + 1 >= line.size())
        return false;
    if (line[colon + 1] != ' ' && line[colon + 1] != '\t')
        return false;
    name = trimmed(line.substr(0, colon));
    value = trimmed(line.substr(colon + 1));
    return !name.empty() && !value.empty() && std::count(name.begin(), name.end(), ' ') <= 4
           && name.find_first_of(".!?;\"") == npos;
}

class Builder {
public:
    Builder(const text::Document &document, Outline &out) : document_(document), out_(out) {}

    void run()
    {
        std::size_t field = 0;
        for (std::size_t i = 0; i < document_.blocks().size() && out_.lines.size() < linesMax;
             ++i) {
            const text::Block &block = document_.blocks()[i];
            while (field < document_.fields().size() && document_.fields()[field].block < i)
                ++field;
            const bool hasField =
                field < document_.fields().size() && document_.fields()[field].block == i;
            add(i, block, hasField ? &document_.fields()[field] : nullptr);
        }
        readTables();
        findTitle();
    }

private:
    std::string plain(const text::Block &block) const
    {
        return oneLine(document_.plain(text::Span{block.start, block.length}));
    }

    void add(std::size_t index, const text::Block &block, const text::Field *field)
    {
        Line line;
        line.block = index;
        line.section = section_;
        line.isOrdered = block.isOrdered;
        line.check = block.check;
        switch (block.kind) {
        case text::BlockKind::heading:
        case text::BlockKind::label:
            line.kind = LineKind::heading;
            line.text = withoutEnd(plain(block));
            section_ = lowered(line.text);
            out_.lines.push_back(std::move(line));
            return;
        case text::BlockKind::listItem:
            line.kind = LineKind::item;
            line.text = plain(block);
            if (field)
                setField(line, *field);
            else
                trySplit(line);
            out_.lines.push_back(std::move(line));
            return;
        case text::BlockKind::field:
        case text::BlockKind::frontMatter: addField(index, block, field); return;
        case text::BlockKind::paragraph:
        case text::BlockKind::quote: addProse(index, block); return;
        default: return;
        }
    }

    static void trySplit(Line &line)
    {
        std::string name, value;
        if (splitField(line.text, name, value)) {
            line.shownName = name;
            line.name = lowered(name);
            line.value = value;
        }
    }

    void setField(Line &line, const text::Field &field) const
    {
        line.shownName = oneLine(document_.plain(field.name));
        line.name = lowered(line.shownName);
        line.value = oneLine(document_.plain(field.value));
    }

    // The value is what stands in the first sentence; the rest are sentences of their own.
    void addField(std::size_t index, const text::Block &block, const text::Field *field)
    {
        if (!field) {
            addProse(index, block);
            return;
        }
        for (const text::Field *one = field;
             one < document_.fields().data() + document_.fields().size() && one->block == index;
             ++one) {
            Line line;
            line.kind = LineKind::field;
            line.block = index;
            line.section = section_;
            setField(line, *one);
            line.text = line.shownName + ": " + line.value;
            const auto sentences = document_.sentencesOf(block);
            if (sentences.size() > 1 && one == field && sentences[0].end() > one->value.start
                && sentences[0].end() < one->value.end())
                line.value = oneLine(document_.plain(
                    text::Span{one->value.start, sentences[0].end() - one->value.start}));
            if (isNamed(line.name, "title|titel|título|titre") && out_.title.empty())
                out_.title = line.value;
            out_.lines.push_back(std::move(line));
        }
        const auto sentences = document_.sentencesOf(block);
        for (std::size_t i = 1; i < sentences.size(); ++i)
            addSentence(index, oneLine(document_.plain(sentences[i])));
    }

    void addSentence(std::size_t index, std::string words)
    {
        if (words.empty())
            return;
        Line line;
        line.block = index;
        line.section = section_;
        line.text = std::move(words);
        out_.lines.push_back(std::move(line));
    }

    // Written line by line, or as running prose?
    void addProse(std::size_t index, const text::Block &block)
    {
        const std::string_view raw = document_.slice(block.start, block.length);
        bool isLined = raw.find(" / ") != npos && raw.find(':') != npos;
        std::size_t lineCount = 0, shortCount = 0;
        for (std::size_t at = 0; at < raw.size(); ++lineCount) {
            const std::size_t end = std::min(raw.find('\n', at), raw.size());
            const std::string_view line = trimmed(raw.substr(at, end - at));
            std::string name, value;
            isLined |= raw.find('\n') != npos && splitField(line, name, value);
            shortCount += line.size() < 60;
            at = end + 1;
        }
        isLined |= lineCount > 1 && shortCount == lineCount;
        if (!isLined) {
            for (const text::Sentence &sentence : document_.sentencesOf(block))
                addSentence(index, oneLine(document_.plain(sentence)));
            return;
        }
        for (std::size_t at = 0; at < raw.size();) {
            std::size_t end = std::min(raw.find('\n', at), raw.size());
            end = std::min({end, raw.find(" / ", at)});
            Line line;
            line.block = index;
            line.section = section_;
            line.text =
                oneLine(document_.plain(text::Span{block.start + static_cast<std::uint32_t>(at),
                                                   static_cast<std::uint32_t>(end - at)}));
            trySplit(line);
            line.kind = line.name.empty() ? LineKind::sentence : LineKind::field;
            if (!line.text.empty())
                out_.lines.push_back(std::move(line));
            at = end + (raw.substr(end).starts_with(" / ") ? 3 : 1);
        }
    }

    void readTables()
    {
        std::uint32_t table = 0xffffffff, row = 0xffffffff;
        for (const text::Cell &cell : document_.cells()) {
            if (cell.table != table) {
                out_.tables.emplace_back();
                table = cell.table;
                row = 0xffffffff;
            }
            const std::string words = oneLine(document_.plain(cell.content));
            if (cell.isHeader) {
                out_.tables.back().header.push_back(lowered(words));
                continue;
            }
            if (cell.row != row) {
                out_.tables.back().rows.emplace_back();
                row = cell.row;
            }
            out_.tables.back().rows.back().push_back(words);
        }
    }

    // The first line is a title if it is a heading, or short, without a full stop, and not alone.
    void findTitle()
    {
        if (out_.lines.empty())
            return;
        Line &first = out_.lines.front();
        out_.opening = first.text;
        if (!out_.title.empty())
            return;
        const bool isHeading = first.kind == LineKind::heading;
        const bool isTagged = first.kind == LineKind::field && document_.text().starts_with("**")
                              && out_.lines.size() > 1;
        const bool isShort =
            first.kind == LineKind::sentence && out_.lines.size() > 1
            && first.text.size() < titleBytesMax && first.name.empty()
            && std::string_view(".;,").find(first.text.back()) == npos
            && (out_.lines[1].block != first.block || out_.lines[1].kind == LineKind::field);
        if (isHeading || isShort)
            out_.title = first.text;
        else if (isTagged)
            out_.title = first.value;
        if (!out_.title.empty()) {
            first.kind = LineKind::title;
            if (isHeading) {  // a title opens no section
                for (Line &line : out_.lines) {
                    if (line.kind == LineKind::heading)
                        break;
                    line.section.clear();
                }
            }
        }
    }

    const text::Document &document_;
    Outline &out_;
    std::string section_;
};

}  // namespace

Outline outlineOf(const text::Document &document, const json::object *facts)
{
    Outline out;
    out.document = &document;
    out.facts = facts;
    Builder(document, out).run();
    return out;
}

bool isNamed(std::string_view name, std::string_view words)
{
    while (!words.empty()) {
        const std::size_t end = std::min(words.find('|'), words.size());
        const std::string_view word = words.substr(0, end);
        if (word.size() <= 4 ? name == word || name.starts_with(std::string(word) + " ")
                             : findWord(name, word) != npos)
            return true;
        words.remove_prefix(std::min(end + 1, words.size()));
    }
    return false;
}

const Line *fieldNamed(const Outline &outline, std::string_view words)
{
    for (const Line &line : outline.lines) {
        if (!line.name.empty() && line.kind == LineKind::field && isNamed(line.name, words))
            return &line;
    }
    for (const Line &line : outline.lines) {
        if (!line.name.empty() && isNamed(line.name, words))
            return &line;
    }
    return nullptr;
}

std::vector<const Line *> linesUnder(const Outline &outline, std::string_view words)
{
    std::vector<const Line *> out;
    for (const Line &line : outline.lines) {
        if (line.kind != LineKind::heading && line.kind != LineKind::title && !line.section.empty()
            && isNamed(line.section, words))
            out.push_back(&line);
    }
    return out;
}

}  // namespace capabilities::record
