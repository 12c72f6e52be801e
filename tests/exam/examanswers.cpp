#include "examanswers.h"

#include "capabilities/capability.h"

#include <algorithm>
#include <cmath>
#include <fstream>
#include <functional>
#include <set>

namespace exam {
namespace {

namespace json = boost::json;
using Strings = std::vector<std::string>;
using Rows = std::vector<const Text *>;

std::string stringOf(const json::object &object, const char *name)
{
    const json::value *value = object.if_contains(name);
    return value && value->is_string() ? std::string(value->get_string()) : std::string();
}

const json::object &labelsOf(const Text &text)
{
    return text.entry.at("labels").get_object();
}

const json::array &listOf(const json::object &object, const char *name)
{
    static const json::array none;
    const json::value *value = object.if_contains(name);
    return value && value->is_array() ? value->get_array() : none;
}

const json::object &answerOf(const Text &text, const char *artefact)
{
    static const json::object none;
    const auto found = text.answers.find(artefact);
    return found != text.answers.end() && found->second.is_object() ? found->second.get_object()
                                                                    : none;
}

Strings textsOf(const json::array &list, const char *member)
{
    Strings out;
    for (const json::value &item : list)
        out.push_back(item.is_object() ? stringOf(item.get_object(), member)
                                       : std::string(item.get_string()));
    return out;
}

void runAll(Text &text)
{
    static const char *const names[] = {"score-sentiment", "extract-keywords", "score-clarity",
                                        "summarize-text",  "tag-text",         "extract-facts",
                                        "infer-schema",    "compare-texts"};
    std::vector<std::pair<std::string, std::string>> made = {
        {"text", stringOf(text.entry, "text")}};
    for (const char *name : names) {
        const capabilities::Capability *capability = capabilities::find(name);
        if (!capability)
            continue;
        std::vector<capabilities::Input> inputs;
        for (const auto &[artefact, bytes] : made)
            inputs.push_back({artefact, bytes});
        json::object params;
        if (std::string_view(name) == "summarize-text")
            params["sentences"] = std::max<std::int64_t>(
                1, static_cast<std::int64_t>(listOf(labelsOf(text), "summarySentences").size()));
        const bool comparesAlone = std::string_view(name) == "compare-texts";
        const std::span<const capabilities::Input> given =
            comparesAlone ? std::span(inputs).first(1) : std::span(inputs);
        const capabilities::Result result = capability->run({given, params, 0, {}, {}});
        for (const capabilities::Artefact &artefact : result.outputs) {
            if (artefact.mediaType != "application/json"
                && artefact.mediaType != "application/schema+json")
                continue;
            text.answers[artefact.name] = json::parse(artefact.bytes);
            made.push_back({artefact.name, artefact.bytes});
        }
    }
}

void share(Figures &figures, const std::string &name, const Rows &rows,
           const std::function<bool(const Text &)> &isRight)
{
    Figure &figure = figures[name];
    for (const Text *text : rows) {
        ++figure.n;
        if (isRight(*text))
            ++figure.value;
        else
            figure.failing.push_back(text->id);
    }
    figure.value /= std::max(1.0, figure.n);
}

void setFigure(Figures &figures, const std::string &name, const Rows &rows,
               const std::function<Strings(const Text &)> &said,
               const std::function<Strings(const Text &)> &labelled, const Match &match,
               const Ignore &ignore = {}, bool isExact = false)
{
    Tally tally;
    Figure &figure = figures[name];
    for (const Text *text : rows) {
        if (!countSet(tally, said(*text), labelled(*text), match, ignore, isExact))
            figure.failing.push_back(text->id);
    }
    figure.value = tally.f1();
    figure.n = tally.hit + tally.missed;
}

void formFigures(Figures &figures, const Rows &originals)
{
    const auto formOf = [](const Text &text) { return stringOf(answerOf(text, "tags"), "form"); };
    share(figures, "form.accuracy", originals,
          [&](const Text &text) { return formOf(text) == stringOf(text.entry, "form"); });
    std::set<std::string> forms;
    for (const Text *text : originals)
        forms.insert(stringOf(text->entry, "form"));
    Figure &macro = figures["form.macroF1"];
    for (const std::string &form : forms) {
        Tally tally;
        for (const Text *text : originals) {
            const bool isSaid = formOf(*text) == form;
            const bool isTrue = stringOf(text->entry, "form") == form;
            tally.hit += isSaid && isTrue;
            tally.wrong += isSaid && !isTrue;
            tally.missed += !isSaid && isTrue;
        }
        macro.value += tally.f1() / 9.0;
    }
    macro.n = static_cast<double>(originals.size());
    Tally tally;
    Figure &nonsense = figures["nonsense.f1"];
    for (const Text *text : originals) {
        const json::value *flag = answerOf(*text, "clarity").if_contains("nonsense");
        const bool isSaid = flag && flag->is_bool() && flag->get_bool();
        tally.hit += isSaid && text->isNonsense;
        tally.wrong += isSaid && !text->isNonsense;
        tally.missed += !isSaid && text->isNonsense;
        if (isSaid != text->isNonsense)
            nonsense.failing.push_back(text->id);
    }
    nonsense.value = tally.f1();
    nonsense.n = tally.hit + tally.missed;
}

double numberOf(const json::object &object, const char *name)
{
    const json::value *value = object.if_contains(name);
    return value && value->is_int64() ? static_cast<double>(value->get_int64()) : 0.0;
}

void moodFigures(Figures &figures, const Rows &rows, const std::string &prefix)
{
    std::vector<double> said;
    std::vector<double> labelled;
    double right[2] = {0, 0};
    double marked[2] = {0, 0};
    Figure &sign = figures[prefix + ".sign"];
    for (const Text *text : rows) {
        const json::value *label = labelsOf(*text).if_contains("valence");
        if (!label)
            continue;
        said.push_back(numberOf(answerOf(*text, "mood"), "valence"));
        labelled.push_back(label->to_number<double>());
        if (labelled.back() == 0)
            continue;
        const int side = labelled.back() > 0 ? 1 : 0;
        ++marked[side];
        if (said.back() * labelled.back() > 0)
            ++right[side];
        else
            sign.failing.push_back(text->id);
    }
    figures[prefix + ".spearman"].value = spearman(said, labelled);
    figures[prefix + ".spearman"].n = static_cast<double>(said.size());
    sign.value = (right[0] / std::max(1.0, marked[0]) + right[1] / std::max(1.0, marked[1])) / 2;
    sign.n = marked[0] + marked[1];
}

void clarityFigures(Figures &figures, const Rows &originals)
{
    for (const bool isAll : {true, false}) {
        std::vector<double> said;
        std::vector<double> labelled;
        for (const Text *text : originals) {
            const std::string label = stringOf(labelsOf(*text), "clarity");
            if (label.empty() || (!isAll && text->isNonsense))
                continue;
            said.push_back(numberOf(answerOf(*text, "clarity"), "clarity"));
            labelled.push_back(label == "low" ? 0 : (label == "middle" ? 1 : 2));
        }
        Figure &figure = figures[isAll ? "clarity.spearman" : "clarity.spearmanSense"];
        figure.value = spearman(said, labelled);
        figure.n = static_cast<double>(said.size());
    }
}

std::string amountKey(const json::value &amount)
{
    char buffer[64];
    const json::object &object = amount.get_object();
    std::snprintf(buffer, sizeof buffer, "%.2f ", std::stod(stringOf(object, "value")));
    return buffer + stringOf(object, "unit");
}

std::string bareLink(std::string url)
{
    for (const char *scheme : {"http://", "https://"}) {
        if (url.starts_with(scheme))
            url.erase(0, std::string_view(scheme).size());
    }
    if (url.ends_with('/'))
        url.pop_back();
    return url;
}

void factFigures(Figures &figures, const Rows &rows)
{
    const auto said = [](const char *kind, const char *member) {
        return [=](const Text &text) {
            return textsOf(listOf(answerOf(text, "facts"), kind), member);
        };
    };
    const auto labelled = [](const char *kind, const char *member) {
        return [=](const Text &text) { return textsOf(listOf(labelsOf(text), kind), member); };
    };
    const Match near = [](const std::string &a, const std::string &b) {
        return isNear(tokensOf(a), tokensOf(b));
    };
    setFigure(figures, "people.f1", rows, said("people", "text"), labelled("people", "text"), near,
              isKinship);
    setFigure(figures, "dates.f1", rows, said("dates", "text"), labelled("dates", "text"), near,
              isLooseDate);
    setFigure(figures, "todos.f1", rows, said("todos", "text"), labelled("todos", "text"),
              [](const std::string &a, const std::string &b) {
                  return dice(tokensOf(a), tokensOf(b)) >= 0.5;
              });
    const auto amounts = [](const json::array &list) {
        Strings keys;
        for (const json::value &amount : list)
            keys.push_back(amountKey(amount));
        std::ranges::sort(keys);
        keys.erase(std::unique(keys.begin(), keys.end()), keys.end());
        return keys;
    };
    const Match equal = [](const std::string &a, const std::string &b) { return a == b; };
    setFigure(
        figures, "amounts.f1", rows,
        [&](const Text &text) { return amounts(listOf(answerOf(text, "facts"), "amounts")); },
        [&](const Text &text) { return amounts(listOf(labelsOf(text), "amounts")); }, equal, {},
        true);
    const auto links = [](Strings list) {
        std::ranges::transform(list, list.begin(), bareLink);
        return list;
    };
    setFigure(
        figures, "links.f1", rows,
        [&](const Text &text) {
            return links(textsOf(listOf(answerOf(text, "facts"), "links"), "url"));
        },
        [&](const Text &text) { return links(textsOf(listOf(labelsOf(text), "links"), "url")); },
        equal, {}, true);
    Figure &iso = figures["datesIso.recall"];
    for (const Text *text : rows) {
        const Strings days = textsOf(listOf(answerOf(*text, "facts"), "dates"), "iso");
        for (const std::string &day : textsOf(listOf(labelsOf(*text), "dates"), "iso")) {
            if (day.empty())
                continue;
            ++iso.n;
            iso.value += std::ranges::find(days, day) != days.end();
        }
    }
    iso.value /= std::max(1.0, iso.n);
}

void wordingFigures(Figures &figures, const Rows &rows)
{
    Rows withKeywords;
    Figure &summary = figures["summary.recall"];
    for (const Text *text : rows) {
        if (labelsOf(*text).contains("keywords"))
            withKeywords.push_back(text);
        Strings labels = textsOf(listOf(labelsOf(*text), "summarySentences"), "text");
        const std::size_t count = labels.size();
        summary.n += static_cast<double>(count);
        const Strings said = textsOf(listOf(answerOf(*text, "summary"), "sentences"), "text");
        for (std::size_t i = 0; i < std::min(count, said.size()); ++i) {
            const auto found = std::ranges::find_if(labels, [&](const std::string &label) {
                return dice(tokensOf(said[i]), tokensOf(label)) >= 0.8;
            });
            if (found == labels.end())
                continue;
            labels.erase(found);
            ++summary.value;
        }
        if (!labels.empty())
            summary.failing.push_back(text->id);
    }
    summary.value /= std::max(1.0, summary.n);
    setFigure(
        figures, "keywords.f1", withKeywords,
        [](const Text &text) {
            Strings said = textsOf(listOf(answerOf(text, "keywords"), "keywords"), "phrase");
            said.resize(std::min<std::size_t>(said.size(), 8));
            return said;
        },
        [](const Text &text) { return textsOf(listOf(labelsOf(text), "keywords"), "text"); },
        [](const std::string &a, const std::string &b) {
            return looseDice(tokensOf(a), tokensOf(b)) >= 0.6;
        });
}

}  // namespace

void schemaFigures(Figures &figures, const std::vector<Text> &texts);  // examschema.cpp
void copyFigures(Figures &figures, const std::vector<Text> &texts);    // examschema.cpp

std::vector<Text> answered(const std::string &path)
{
    std::vector<Text> texts;
    std::ifstream file(path);
    std::string line;
    while (std::getline(file, line)) {
        if (line.empty())
            continue;
        Text text;
        text.entry = json::parse(line).as_object();
        text.id = stringOf(text.entry, "id");
        text.isOriginal = !text.entry.contains("nearCopyOf");
        text.isNonsense = stringOf(text.entry, "form") == "nonsense";
        if (!text.entry.contains("labels"))
            text.entry["labels"] = json::object();
        runAll(text);
        texts.push_back(std::move(text));
    }
    return texts;
}

Figures measured(const std::vector<Text> &texts)
{
    Rows originals;
    Rows meaningful;
    Rows english;
    Rows withKind;
    for (const Text &text : texts) {
        if (!text.isOriginal)
            continue;
        originals.push_back(&text);
        if (text.entry.contains("kind"))
            withKind.push_back(&text);
        if (text.isNonsense)
            continue;
        meaningful.push_back(&text);
        if (stringOf(text.entry, "language") == "en")
            english.push_back(&text);
    }
    Figures figures;
    share(figures, "language.accuracy", meaningful, [](const Text &text) {
        return stringOf(answerOf(text, "clarity"), "language") == stringOf(text.entry, "language");
    });
    share(figures, "kind.accuracy", withKind, [](const Text &text) {
        return stringOf(answerOf(text, "tags"), "kind") == stringOf(text.entry, "kind");
    });
    formFigures(figures, originals);
    moodFigures(figures, meaningful, "valence");
    moodFigures(figures, english, "valence.en");
    clarityFigures(figures, originals);
    factFigures(figures, meaningful);
    wordingFigures(figures, meaningful);
    schemaFigures(figures, texts);
    copyFigures(figures, texts);
    return figures;
}

}  // namespace exam
