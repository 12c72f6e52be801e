#include "capabilities/artefact.h"
#include "capabilities/extractkeywords.h"
#include "capabilities/formfeatures.h"
#include "capabilities/textinput.h"

#include <cmath>
#include <map>
#include <set>

// tag-text: the text's form and kind, and tags with confidence. Form: formfeatures.h. Tags: multinomial
// Naive Bayes with Laplace smoothing (Manning, Raghavan, Schuetze 2008, ch. 13) over the person's own
// tagged items in params.examples [{"tag", "text"}]; without them the text's own strongest keywords.
namespace capabilities {

extern const Capability tagText;

namespace {

constexpr std::size_t tagsMax = 8;
constexpr std::size_t examplesMax = 500;

struct Tag {
    std::string name;
    int confidence = 0;
};

using Words = std::map<std::string, double, std::less<>>;

Words wordsOf(const text::Document &document)
{
    Words words;
    for (const text::Stem &stem : document.stems())
        if (!stem.isStopWord && stem.length > 1)
            words[std::string(document.stemText(static_cast<std::uint32_t>(&stem - document.stems().data())))] += stem.count;
    return words;
}

std::vector<Tag> learned(const text::Document &document, const boost::json::array &examples, const std::stop_token &stop)
{
    struct Class {
        Words words;
        double total = 0, documents = 0;
    };
    std::map<std::string, Class> classes;
    std::set<std::string> vocabulary;
    double documents = 0;
    for (const boost::json::value &value : examples) {
        if (stop.stop_requested() || documents >= examplesMax)
            break;
        const boost::json::object *example = value.if_object();
        const std::string_view tag = example ? textOf(*example, "tag") : std::string_view();
        const auto parsedText = tag.empty() ? nullptr : text::analyse(textOf(*example, "text"), stop);
        if (!parsedText)
            continue;
        Class &one = classes[std::string(tag)];
        ++documents;
        ++one.documents;
        for (const auto &[word, count] : wordsOf(*parsedText)) {
            one.words[word] += count;
            one.total += count;
            vocabulary.insert(word);
        }
    }
    const Words words = wordsOf(document);
    std::vector<std::pair<double, std::string>> scored;
    for (const auto &[tag, one] : classes) {
        double logProbability = std::log(one.documents / documents);
        for (const auto &[word, count] : words) {
            const auto known = one.words.find(word);
            logProbability += count * std::log(((known == one.words.end() ? 0 : known->second) + 1)
                                               / (one.total + static_cast<double>(vocabulary.size()) + 1));
        }
        scored.emplace_back(logProbability, tag);
    }
    std::sort(scored.rbegin(), scored.rend());
    double sum = 0;
    for (const auto &[logProbability, tag] : scored)
        sum += std::exp(logProbability - scored.front().first);
    std::vector<Tag> tags;
    for (const auto &[logProbability, tag] : scored) {
        const int confidence = static_cast<int>(std::lround(10'000 * std::exp(logProbability - scored.front().first) / sum));
        if (confidence >= 500 && tags.size() < tagsMax)
            tags.push_back({tag, confidence});
    }
    return tags;
}

std::vector<Tag> fromKeywords(const text::Document &document, const std::stop_token &stop)
{
    std::vector<Tag> tags;
    for (const Keyword &keyword : keywordsOf(document, tagsMax, stop))
        if (tags.size() < 5)
            tags.push_back({keyword.phrase, static_cast<int>(keyword.weight)});
    return tags;
}

// What the person would call it when asked which of the five kinds it is.
std::string_view kindOf(TextForm form, const FormVerdict &verdict)
{
    const auto points = [&](TextForm one) { return verdict.evidence[static_cast<std::size_t>(one)]; };
    switch (form) {
    case TextForm::nightDream: return "nightDream";
    case TextForm::journal: return "journal";
    case TextForm::brief: return "brief";
    case TextForm::plan: return "goal";
    default: return points(TextForm::plan) > 34 ? "goal" : "idea";
    }
}

Result run(const Run &run)
{
    const TextInput input = readText(run, tagText, "tagtext");
    if (!input.document)
        return input.failure;
    const text::Document &document = *input.document;
    const FormVerdict verdict = judgeForm(document);
    const boost::json::value *examples = run.params.if_contains("examples");
    std::vector<Tag> tags;
    if (verdict.form != TextForm::nonsense)
        tags = examples && examples->is_array() && !examples->get_array().empty()
                   ? learned(document, examples->get_array(), run.stop)
                   : fromKeywords(document, run.stop);
    Result result;
    if (run.stop.stop_requested()) {
        result.isStopped = true;
        return result;
    }
    boost::json::array list;
    for (const Tag &tag : tags)
        list.push_back({{"confidence", tag.confidence}, {"tag", tag.name}});
    const std::string form(formName(verdict.form)), kind(kindOf(verdict.form, verdict));
    boost::json::object artefact{{"form", form}, {"formConfidence", verdict.confidence}, {"kind", kind}, {"tags", list}};
    result.outputs.push_back({"tags", "application/json", canonical(artefact)});
    result.figures["formConfidence"] = verdict.confidence;
    result.labels["form"] = form;
    result.labels["kind"] = kind;
    return result;
}

}  // namespace

const Capability tagText{
    .name = "tag-text",
    .version = "1.0.0",
    .source = "linear evidence over cue words and layout; multinomial Naive Bayes (Manning et al. 2008)",
    .run = run,
};

}  // namespace capabilities
