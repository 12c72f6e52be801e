// MB of text a second and core for the analysis, for each capability that reads a text, and for
// the whole of LUCID, ROOT and ECHO in a row over the same text, as the organism runs them.
// Use: benchtext [FILE or FOLDER]...   Without arguments a text is made from the seed below.
#include "capabilities/capability.h"
#include "text/document.h"

#include <boost/json.hpp>

#include <cstdio>
#include <ctime>
#include <filesystem>
#include <fstream>
#include <iterator>

namespace {

using Inputs = std::vector<std::pair<std::string, std::string>>;

double threadSeconds()
{
    timespec now;
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
    return static_cast<double>(now.tv_sec) + static_cast<double>(now.tv_nsec) / 1e9;
}

// Prose of the shape of notes: sentences of known words, a heading, a list, some dates and sums.
std::string madeText(std::uint32_t seed)
{
    static const char *const openers[] = {
        "The garden", "My sister",   "Our neighbour", "The old harbour",
        "A letter",   "The meeting", "Anna",          "The council"};
    static const char *const verbs[] = {"waits for", "remembers", "paid for", "repaired",
                                        "found",     "promised",  "painted",  "forgot"};
    static const char *const objects[] = {
        "the broken window", "a small boat",    "two kilos of apples", "the blue door",
        "a quiet afternoon", "the long report", "every empty bottle",  "the first train"};
    static const char *const tails[] = {"because it rained all day",
                                        "although nobody had asked",
                                        "before the end of March",
                                        "with great patience",
                                        "and was very happy about it",
                                        "for 35 EUR",
                                        "on 12 May 2025",
                                        "as if it were a secret"};
    const auto pick = [&](const auto &list) {
        seed = seed * 1664525u + 1013904223u;
        return list[(seed >> 16) % std::size(list)];
    };
    std::string text = "# Notes of the week\n\n";
    while (text.size() < 12'000) {
        for (int i = 0; i < 6; ++i)
            text += std::string(pick(openers)) + " " + pick(verbs) + " " + pick(objects) + " "
                    + pick(tails) + ". ";
        text += "\n\n";
        if (seed % 5 == 0)
            text += std::string("- [ ] ") + pick(verbs) + " " + pick(objects) + "\n- [x] buy "
                    + pick(objects) + "\n\n";
    }
    return text;
}

void addFile(const std::filesystem::path &path, std::vector<std::string> &texts)
{
    std::ifstream file(path, std::ios::binary);
    const std::string whole((std::istreambuf_iterator<char>(file)), {});
    for (std::size_t at = 0; at < whole.size();) {  // pieces as long as a long note
        std::size_t end = std::min(whole.size(), at + 12'000);
        const std::size_t line = whole.rfind('\n', end);
        if (line != std::string::npos && line > at && end < whole.size())
            end = line + 1;
        const std::string piece = whole.substr(at, end - at);
        at = end;
        const auto document = text::analyse(piece);
        if (piece.size() >= 2'000 && document->isValidUtf8() && !document->isBinary())
            texts.push_back(piece);
    }
}

Inputs given(const std::string &text)
{
    return {{"text", text}};
}

void runOne(const capabilities::Capability &capability, Inputs &made)
{
    const boost::json::object params;
    std::vector<capabilities::Input> inputs;
    for (const auto &[name, bytes] : made)
        inputs.push_back({name, bytes});
    capabilities::Result result = capability.run({inputs, params, 1, {}, {}});
    for (capabilities::Artefact &artefact : result.outputs)
        made.emplace_back(std::move(artefact.name), std::move(artefact.bytes));
}

template<typename Work>
void measure(const char *name, const std::vector<std::string> &texts, double bytes, Work work)
{
    double best = 1e9;
    for (int round = 0; round < 5; ++round) {
        const double start = threadSeconds();
        for (const std::string &text : texts)
            work(text);
        best = std::min(best, threadSeconds() - start);
    }
    std::printf("%-28s %8.2f MB/s\n", name, bytes / best / 1e6);
}

}  // namespace

int main(int count, char **arguments)
{
    std::vector<std::string> texts;
    for (int i = 1; i < count; ++i) {
        if (std::filesystem::is_directory(arguments[i])) {
            for (const auto &entry : std::filesystem::recursive_directory_iterator(arguments[i])) {
                if (entry.is_regular_file() && texts.size() < 200)
                    addFile(entry.path(), texts);
            }
        } else {
            addFile(arguments[i], texts);
        }
    }
    for (std::uint32_t seed = 1; count == 1 && seed <= 40; ++seed)
        texts.push_back(madeText(seed));
    double bytes = 0;
    for (const std::string &text : texts)
        bytes += static_cast<double>(text.size());
    std::printf("%zu texts, %.0f bytes\n", texts.size(), bytes);
    measure("analyse", texts, bytes, [](const std::string &text) { text::analyse(text); });
    static const char *const chain[] = {"score-sentiment", "extract-keywords", "score-clarity",
                                        "tag-text",        "extract-facts",    "summarize-text",
                                        "map-concepts",    "infer-schema",     "compare-texts",
                                        "match-patterns",  "score-resonance",  "rank-items"};
    for (const char *name : chain) {
        const capabilities::Capability *capability = capabilities::find(name);
        if (!capability)
            continue;
        // with its upstream artefacts made beforehand, and the text analysed: the work alone
        std::vector<Inputs> prepared;
        for (const std::string &text : texts) {
            prepared.push_back(given(text));
            for (const char *before : chain) {
                if (before == name)
                    break;
                if (const auto *upstream = capabilities::find(before);
                    upstream && std::string_view(before) != "compare-texts")
                    runOne(*upstream, prepared.back());
            }
        }
        double best = 1e9;
        for (int round = 0; round < 3; ++round) {
            double spent = 0;
            for (const Inputs &inputs : prepared) {
                text::analyse(inputs[0].second);
                Inputs made = inputs;
                const double start = threadSeconds();
                runOne(*capability, made);
                spent += threadSeconds() - start;
            }
            best = std::min(best, spent);
        }
        std::printf("%-28s %8.2f MB/s\n", name, bytes / best / 1e6);
    }
    measure("LUCID, ROOT and ECHO", texts, bytes, [](const std::string &text) {
        Inputs made = given(text);
        for (const char *name : chain) {
            if (const auto *capability = capabilities::find(name))
                runOne(*capability, made);
        }
    });
    return 0;
}
