// search-text: which things of a library answer a query, best first, each with the passage that
// says so. Okapi BM25 (Robertson and Zaragoza 2009; k1 1.2, b 0.75, idf as in Lucene) over stems
// of each text's own language. A word nobody wrote is read as the nearest one somebody did, by the
// Levenshtein automaton run over the sorted vocabulary (Schulz and Mihov 2002; here as rows of the
// distance table shared between common prefixes): one slip from 4 letters on, two from 8.
// `library` = [{"id", "title"?, "text"}], `query` (of the dream or params), params.limit (10). Thread contract: pure.
#include "capabilities/reader.h"
#include "text/document.h"
#include "text/escape.h"
#include "text/unicode.h"

#include <set>

namespace capabilities {

namespace {

namespace json = boost::json;
using text::Document;

constexpr std::size_t itemsMax = 20'000, wordsMax = 32, vocabularyMax = 500'000;
constexpr double saturation = 1.2, lengthShare = 0.75;

struct Item {
    std::string id, title, body;
    text::Language language = text::Language::und;
    std::size_t words = 0;
    double score = 0;
    std::set<std::string> hits;                         // words as written
    std::vector<std::pair<std::size_t, double>> found;  // query word, its weight here
};

struct Index {
    std::vector<Item> items;
    double wordsMean = 1;
    struct Posting {
        std::uint32_t item = 0, count = 0;
    };
    std::map<std::string, std::vector<Posting>> stems;  // "en garden"
    std::map<std::string, std::uint32_t> forms;         // in how many items
};

std::string keyOf(text::Language language, std::string_view stem)
{
    return std::string(text::languageCode(language)).append(" ").append(stem);
}

// The nearest form within the slips allowed: fewest slips, then most widespread, then first.
std::string nearestForm(const std::map<std::string, std::uint32_t> &forms, std::string_view word,
                        const std::stop_token &stop)
{
    const std::u32string wanted = text::codePoints(word);
    const std::size_t slipsMax = wanted.size() >= 8 ? 2 : wanted.size() >= 4 ? 1 : 0;
    if (slipsMax == 0)
        return {};
    std::vector<std::vector<std::size_t>> rows(1, std::vector<std::size_t>(wanted.size() + 1));
    for (std::size_t i = 0; i <= wanted.size(); ++i)
        rows[0][i] = i;
    std::u32string before;
    std::string best;
    std::size_t bestSlips = slipsMax + 1, bestSpread = 0, step = 0;
    for (const auto &[form, spread] : forms) {
        if ((++step & 255) == 0 && stop.stop_requested())
            return {};
        const std::u32string letters = text::codePoints(form);
        if (letters.size() > wanted.size() + slipsMax || letters.size() + slipsMax < wanted.size())
            continue;
        std::size_t shared = 0;
        while (shared < std::min(before.size(), letters.size())
               && before[shared] == letters[shared])
            ++shared;
        rows.resize(std::min(rows.size(), shared + 1));
        for (std::size_t r = rows.size(); r <= letters.size(); ++r) {
            const std::vector<std::size_t> &above = rows[r - 1];
            std::vector<std::size_t> row(wanted.size() + 1, r);
            for (std::size_t i = 1; i <= wanted.size(); ++i)
                row[i] = std::min({above[i] + 1, row[i - 1] + 1,
                                   above[i - 1] + (letters[r - 1] != wanted[i - 1])});
            rows.push_back(std::move(row));
        }
        before = letters;
        const std::size_t slips = rows.back().back();
        if (slips < bestSlips || (slips == bestSlips && slips <= slipsMax && spread > bestSpread)) {
            best = form;
            bestSlips = slips;
            bestSpread = spread;
        }
    }
    return best;
}

bool indexItem(Index &index, Item item, const std::stop_token &stop)
{
    const auto document = text::analyse(item.body, stop);
    if (!document)
        return false;
    const auto number = std::uint32_t(index.items.size());
    item.language = document->language();
    item.words = document->tokens().size();
    for (std::uint32_t stem = 0; stem < document->stems().size(); ++stem)
        index.stems[keyOf(item.language, document->stemText(stem))].push_back(
            {number, document->stems()[stem].count});
    for (std::uint32_t form = 0; form < document->forms().size(); ++form)
        if (index.forms.size() < vocabularyMax)
            ++index.forms[std::string(document->formText(form))];
    index.items.push_back(std::move(item));
    return true;
}

struct Word {
    std::string asked, used;  // folded
};

std::vector<Word> wordsOf(std::string_view query)
{
    std::vector<Word> words;
    const auto document = text::analyse(query);
    for (const text::Token &token : document->tokens()) {
        const std::string form(document->formText(token.form));
        const auto isSame = [&](const Word &word) { return word.asked == form; };
        if (words.size() < wordsMax && std::ranges::none_of(words, isSame))
            words.push_back({form, form});
    }
    // function words say nothing unless they are all there is
    const auto isFunctionWord = [](const Word &word) {
        return text::functionWordLanguages(word.asked) != 0;
    };
    if (!std::ranges::all_of(words, isFunctionWord))
        std::erase_if(words, isFunctionWord);
    return words;
}

// Postings of one word: each item is asked in its own language.
std::vector<Index::Posting> postingsOf(const Index &index, const std::string &form)
{
    std::vector<Index::Posting> out;
    for (std::size_t language = 0; language < text::languageCount; ++language) {
        const auto tongue = static_cast<text::Language>(language);
        const auto found = index.stems.find(keyOf(tongue, text::stem(tongue, form)));
        if (found != index.stems.end())
            out.insert(out.end(), found->second.begin(), found->second.end());
    }
    return out;
}

void scoreWords(Index &index, std::vector<Word> &words, const std::stop_token &stop)
{
    for (std::size_t w = 0; w < words.size() && !stop.stop_requested(); ++w) {
        auto postings = postingsOf(index, words[w].used);
        if (postings.empty()) {
            words[w].used = nearestForm(index.forms, words[w].asked, stop);
            if (words[w].used.empty())
                continue;
            postings = postingsOf(index, words[w].used);
        }
        const double all = double(index.items.size()), holders = double(postings.size());
        const double idf = std::log(1 + (all - holders + 0.5) / (holders + 0.5));
        for (const Index::Posting &posting : postings) {
            Item &item = index.items[posting.item];
            const double length =
                1 - lengthShare + lengthShare * double(item.words) / index.wordsMean;
            item.score +=
                idf * posting.count * (saturation + 1) / (posting.count + saturation * length);
            item.found.emplace_back(w, idf);
        }
    }
}

// The sentence that holds the most of the query, and the words found as they are written.
std::string snippetOf(Item &item, const std::vector<Word> &words, const std::stop_token &stop)
{
    const auto document = text::analyse(item.body, stop);
    if (!document)
        return {};
    std::map<std::string, double> weights;
    for (const auto &[word, idf] : item.found)
        weights[std::string(text::stem(item.language, words[word].used))] = idf;
    double bestWeight = -1;
    const text::Sentence *best = nullptr;
    for (const text::Sentence &sentence : document->sentences()) {
        std::set<std::uint32_t> stems;
        double weight = 0;
        for (const text::Token &token : document->tokensOf(sentence)) {
            const auto found = weights.find(std::string(document->stemText(token.stem)));
            if (found == weights.end())
                continue;
            if (stems.insert(token.stem).second)
                weight += found->second;
            if (item.hits.size() < wordsMax)
                item.hits.emplace(document->slice(token.start, token.length));
        }
        if (weight > bestWeight) {
            bestWeight = weight;
            best = &sentence;
        }
    }
    return best ? text::cleanLine(document->plain(*best), 240) : std::string();
}

Result written(Index &index, const std::vector<Word> &words, std::size_t limit, const Run &run)
{
    std::vector<Item *> order;
    for (Item &item : index.items)
        if (item.score > 0)
            order.push_back(&item);
    std::ranges::sort(order, [](const Item *a, const Item *b) {
        return a->score != b->score ? a->score > b->score : a->id < b->id;
    });
    json::array hits, corrections;
    for (std::size_t i = 0; i < std::min(limit, order.size()); ++i) {
        Item &item = *order[i];
        const std::string snippet = snippetOf(item, words, run.stop);
        hits.push_back(json::object{{"id", item.id},
                                    {"bm25", toMicro(item.score)},
                                    {"score", score(item.score / order[0]->score)},
                                    {"snippet", snippet},
                                    {"title", text::cleanLine(item.title, 120)},
                                    {"words", json::array(item.hits.begin(), item.hits.end())}});
    }
    for (const Word &word : words)
        if (!word.used.empty() && word.used != word.asked)
            corrections.push_back(json::object{{"asked", word.asked}, {"read", word.used}});
    if (run.stop.stop_requested())
        return stopped();
    Result result;
    result.figures["hits"] = std::int64_t(order.size());
    result.outputs.push_back(
        jsonArtefact("hits", json::object{{"corrections", std::move(corrections)},
                                          {"found", order.size()},
                                          {"hits", std::move(hits)},
                                          {"searched", index.items.size()}}));
    return result;
}

Result run(const Run &run)
{
    Reader in(run);
    const json::array &library = in.list("library", itemsMax);
    const std::string query = in.word(in.told({"query"}), "query", 1000);
    const auto limit = std::size_t(in.integer(run.params, "limit", 1, 100, 10));
    Index index;
    double words = 0;
    for (const json::value &entry : library) {
        const json::object &given = in.entry(entry, "library");
        Item item;
        item.id = in.word(given, "id");
        item.title = in.wordOr(given, "title", {}, 1000);
        item.body = in.wordOr(given, "text", {}, 1u << 20);
        if (!item.title.empty())
            item.body = "# " + item.title + "\n\n" + item.body;
        if (in.isBad())
            return in.failure();
        if (run.stop.stop_requested() || !indexItem(index, std::move(item), run.stop))
            return stopped();
        words += double(index.items.back().words);
    }
    if (in.isBad())
        return in.failure();
    index.wordsMean = std::max(1.0, words / double(index.items.size()));
    std::vector<Word> asked = wordsOf(query);
    scoreWords(index, asked, run.stop);
    return written(index, asked, limit, run);
}

}  // namespace

extern const Capability searchText;
const Capability searchText = {
    .name = "search-text",
    .version = "1.1.0",
    .source = "BM25 (Robertson and Zaragoza 2009); Levenshtein automata (Schulz and Mihov 2002)",
    .inputBytesMax = 8u << 20,
    .run = run,
};

}  // namespace capabilities
