#include "capabilities/formfeatures.h"

#include "capabilities/nonsense.h"

#include <algorithm>
#include <cmath>

namespace capabilities {

using text::Block;
using text::BlockKind;
using text::Document;
using text::Token;

namespace {

struct Cue {
    std::string_view word;
    TextForm form;
    int weight;
};

const text::WordMap<std::vector<Cue>> &cues()
{
    using enum TextForm;
    static const Cue list[] = {
#include "capabilities/formcues.inc"
    };
    static const auto map = [] {
        text::WordMap<std::vector<Cue>> made(std::size(list));
        for (const Cue &cue : list)
            made[cue.word].push_back(cue);
        return made;
    }();
    return map;
}

bool isOneOf(std::string_view word, std::initializer_list<std::string_view> words)
{
    return std::find(words.begin(), words.end(), word) != words.end();
}

bool isUnit(std::string_view word)
{
    return isOneOf(word,
                   {"g",         "kg",        "ml",         "l",           "dl", "cl", "litre",
                    "tbsp",      "tsp",       "cup",        "cups",        "el", "tl", "prise",
                    "bund",      "cucharada", "cucharadas", "cucharadita", "cs", "cc", "cuillère",
                    "cuillères", "pincée",    "pinch",      "oz"});
}

bool isCurrency(std::string_view text, std::size_t from, std::size_t to)
{
    // The money sign stands right before or after the number.
    const auto near = text.substr(from > 4 ? from - 4 : 0, to - from + 12);
    return near.find("€") != std::string_view::npos || near.find('$') != std::string_view::npos
           || near.find("£") != std::string_view::npos || near.find("EUR") != std::string_view::npos
           || near.find("USD") != std::string_view::npos
           || near.find("CHF") != std::string_view::npos
           || near.find("GBP") != std::string_view::npos;
}

struct Counts {
    int words = 0, sentences = 0;
    int listItems = 0, orderedItems = 0, checks = 0, quantityItems = 0, headings = 0, fields = 0,
        tableRows = 0;
    int money = 0, moneyLines = 0, firstPerson = 0, firstPlural = 0, past = 0, future = 0;
};

enum Grammar : std::uint8_t { firstPerson = 1, firstPlural = 2, past = 4, future = 8 };

const text::WordMap<std::uint8_t> &grammarWords()
{
    static const auto map = [] {
        text::WordMap<std::uint8_t> made(128);
        const auto fill = [&](std::string_view words, Grammar sign) {
            text::forEachWord(words, [&](std::string_view word) { made[word] |= sign; });
        };
        fill("i me my ich mich mir mein meine meiner yo mi mis je j moi mon ma mes", firstPerson);
        fill("we our us wir uns unser unsere nosotros nuestro nuestra nous notre", firstPlural);
        fill("was were had did went came said war waren hatte wurde ging kam sagte habe bin "
             "era estaba había fui fue tenía dijo he était avait ai suis étais avais",
             past);
        fill(
            "will shall should must want werde wird soll muss möchte voy quiero debe veux doit vais",
            future);
        return made;
    }();
    return map;
}

Counts countUp(const Document &document)
{
    Counts counts;
    counts.words = static_cast<int>(document.wordCount());
    counts.sentences = static_cast<int>(document.sentences().size());
    counts.fields = static_cast<int>(document.fields().size());
    for (const Block &block : document.blocks()) {
        const auto tokens = document.tokensOf(block);
        counts.headings += block.kind == BlockKind::heading || block.kind == BlockKind::label;
        counts.tableRows += block.kind == BlockKind::tableRow;
        int money = 0;
        for (const Token &token : tokens)
            money += token.has(text::tokenHasDigit)
                     && isCurrency(document.text(), token.start, token.end());
        counts.money += money;
        counts.moneyLines +=
            money > 0
            && (block.kind == BlockKind::listItem || block.kind == BlockKind::tableRow
                || block.kind == BlockKind::field);
        if (block.kind != BlockKind::listItem)
            continue;
        ++counts.listItems;
        counts.orderedItems += block.isOrdered;
        counts.checks += block.check != text::Check::none;
        for (std::size_t i = 0; i < std::min<std::size_t>(3, tokens.size()); ++i)
            if (isUnit(document.formText(tokens[i].form))
                || (i == 0 && tokens[i].isNumber() && !money && block.check == text::Check::none)) {
                ++counts.quantityItems;
                break;
            }
    }
    for (std::uint32_t form = 0; form < document.forms().size(); ++form) {
        const std::uint8_t *signs = grammarWords().find(document.form(form));
        if (!signs)
            continue;
        const auto times = static_cast<int>(document.forms()[form].count);
        counts.firstPerson += *signs & firstPerson ? times : 0;
        counts.firstPlural += *signs & firstPlural ? times : 0;
        counts.past += *signs & past ? times : 0;
        counts.future += *signs & future ? times : 0;
    }
    return counts;
}

int share(int part, int whole, int limit)
{
    return whole ? std::min(limit, part * 1000 / whole) : 0;
}

void addCues(const Document &document, std::array<int, textFormCount> &points)
{
    std::vector<bool> isPlaced(document.forms().size());
    for (const Block &block : document.blocks()) {
        if (block.kind != BlockKind::heading && block.kind != BlockKind::label
            && block.kind != BlockKind::field)
            continue;
        const std::size_t front = block.kind == BlockKind::field ? 2 : 12;
        const auto tokens = document.tokensOf(block);
        for (std::size_t i = 0; i < std::min(front, tokens.size()); ++i)
            isPlaced[tokens[i].form] = true;
    }
    // A long text has more of everything; what counts is how much of it points one way.
    const double scale = std::min(1.6, 12.0 / std::sqrt(20.0 + document.wordCount()));
    std::array<double, textFormCount> sums{};
    for (std::size_t form = 0; form < document.forms().size(); ++form) {
        const auto *found = cues().find(document.form(static_cast<std::uint32_t>(form)));
        if (!found)
            continue;
        const double times =
            1.0 + 0.35 * std::log2(static_cast<double>(document.forms()[form].count));
        for (const Cue &cue : *found)
            sums[static_cast<std::size_t>(cue.form)] +=
                cue.weight * times * (isPlaced[form] ? 2.0 : 1.0);
    }
    for (std::size_t i = 0; i < textFormCount; ++i)
        points[i] += static_cast<int>(std::lround(sums[i] * scale));
}

void addLayout(const Counts &c, std::array<int, textFormCount> &points)
{
    const auto at = [&](TextForm form) -> int & { return points[static_cast<std::size_t>(form)]; };
    at(TextForm::recipe) +=
        std::min(60, c.quantityItems * 12) + (c.orderedItems > 2 && c.quantityItems > 1 ? 15 : 0);
    at(TextForm::budget) += std::min(70, c.moneyLines * 14) + share(c.money, c.words, 120) / 3;
    at(TextForm::plan) += std::min(24, c.orderedItems * 4) + std::min(24, c.checks * 6)
                          + share(c.future, c.words, 60) / 3 - share(c.past, c.words, 60) / 3;
    at(TextForm::meeting) += std::min(12, c.fields * 3);
    at(TextForm::brief) += std::min(18, c.fields * 3) + share(c.firstPlural, c.words, 40) / 4
                           + share(c.future, c.words, 60) / 6;
    at(TextForm::journal) += share(c.firstPerson, c.words, 120) / 3 + share(c.past, c.words, 80) / 6
                             - c.listItems * 2 - c.moneyLines * 4;
    at(TextForm::nightDream) +=
        share(c.past, c.words, 100) / 6 + share(c.firstPerson, c.words, 100) / 10 - c.listItems * 2;
}

}  // namespace

std::string_view formName(TextForm form)
{
    static constexpr std::string_view names[] = {"recipe",  "meeting",    "budget",
                                                 "plan",    "nightDream", "brief",
                                                 "journal", "nonsense",   "other"};
    return names[static_cast<std::size_t>(form)];
}

FormVerdict judgeForm(const Document &document)
{
    FormVerdict verdict;
    const Counts counts = countUp(document);
    addCues(document, verdict.evidence);
    addLayout(counts, verdict.evidence);
    verdict.evidence[static_cast<std::size_t>(TextForm::other)] = 40;
    // What means nothing has no form, whatever words stand in it.
    verdict.evidence[static_cast<std::size_t>(TextForm::nonsense)] =
        senseOf(document).isNonsense() ? 300 : 0;
    std::size_t best = 0, next = 1;
    for (std::size_t i = 1; i < textFormCount; ++i) {
        if (verdict.evidence[i] > verdict.evidence[best]) {
            next = best;
            best = i;
        } else if (i != best && (next == best || verdict.evidence[i] > verdict.evidence[next])) {
            next = i;
        }
    }
    if (next == best)
        next = best ? 0 : 1;
    verdict.form = static_cast<TextForm>(best);
    const double margin = verdict.evidence[best] - verdict.evidence[next];
    verdict.confidence = static_cast<int>(std::lround(10'000 / (1 + std::exp(-margin / 14.0))));
    return verdict;
}

}  // namespace capabilities
