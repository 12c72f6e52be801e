// dreamctl dream: works files, folders or standard input and waits until all is done.
#include "ctl/profile.h"
#include "ctl/results.h"

#include <algorithm>
#include <csignal>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <iterator>

namespace ctl {

using namespace kernel;
namespace fs = std::filesystem;
namespace json = boost::json;

namespace {

volatile std::sig_atomic_t isInterrupted = 0;

struct Item {
    std::string path;
    std::optional<std::string> body;
    std::uint64_t dream = 0;
    bool isRepeated = false;
    Refusal refusal;
    json::object said;
};

constexpr std::size_t readBytesMax = dreams::bodyBytesMax + 1;
constexpr std::size_t filesMax = 1'000'000;

bool collect(const std::string &word, std::vector<Item> &items, Said &said)
{
    if (word == "-") {
        Item item;
        item.path = "-";
        item.body = std::string(std::istreambuf_iterator<char>(std::cin), {});
        items.push_back(std::move(item));
        return true;
    }
    std::error_code error;
    const fs::path path(word);
    if (!fs::exists(path, error)) {
        said = failed(usage, "usage", "there is no " + word);
        return false;
    }
    if (!fs::is_directory(path, error)) {
        items.emplace_back().path = word;
        return true;
    }
    for (fs::recursive_directory_iterator
             at(path, fs::directory_options::skip_permission_denied, error),
         end;
         at != end && items.size() < filesMax; at.increment(error)) {
        if (error)
            break;
        const std::string name = at->path().filename().string();
        if (name.starts_with('.')) {
            if (at->is_directory(error))
                at.disable_recursion_pending();
            continue;
        }
        if (at->is_regular_file(error) && !at->is_symlink(error))
            items.emplace_back().path = at->path().string();
    }
    return true;
}

void readBody(Item &item)
{
    std::ifstream file(item.path, std::ios::binary);
    std::string bytes(readBytesMax, '\0');
    file.read(bytes.data(), static_cast<std::streamsize>(bytes.size()));
    if (!file && !file.eof()) {
        item.refusal = {"import.unreadable", {{"file", item.path}}};
        return;
    }
    bytes.resize(static_cast<std::size_t>(file.gcount()));
    item.body = std::move(bytes);
}

void submit(loop::Engine &engine, std::vector<Item> &items)
{
    std::uint64_t batch = 0;
    if (items.size() > 1) {
        const Answer opened =
            engine.ask(superspine::OpenBatch{static_cast<std::uint32_t>(items.size())});
        if (opened.isDone && !opened.ids.empty())
            batch = opened.ids.front();
    }
    std::uint32_t created = 0;
    for (Item &item : items) {
        if (isInterrupted)
            break;
        if (!item.body && item.refusal.code.empty())
            readBody(item);
        if (!item.refusal.code.empty())
            continue;
        dreams::Create create;
        create.body.text = std::move(*item.body);
        create.batch = batch;
        if (item.path != "-")
            create.source = fs::path(item.path).filename().string();
        const Answer answer = engine.ask(std::move(create));
        item.body.reset();
        if (answer.isDone) {
            item.dream = answer.ids.empty() ? 0 : answer.ids.front();
            ++created;
        } else if (answer.refusal.code == "dreams.alreadyHere") {
            item.isRepeated = true;
            item.dream = idFromText(answer.refusal.arguments.front().second).value_or(0);
        } else {
            item.refusal = answer.refusal;
        }
    }
    if (batch)
        engine.ask(superspine::CloseBatch{{batch}, created});
}

void wait(hands::Body &body, const std::vector<Item> &items)
{
    std::vector<std::uint64_t> ids;
    for (const Item &item : items)
        if (item.dream)
            ids.push_back(item.dream);
    auto said = std::chrono::steady_clock::now();
    std::size_t before = ids.size();
    body.waitForDreams(ids, [&](std::size_t left) {
        const auto now = std::chrono::steady_clock::now();
        if (now - said > std::chrono::seconds(1) && left != before) {
            progress(std::to_string(items.size() - left) + " of " + std::to_string(items.size())
                     + " done");
            said = now;
            before = left;
        }
        return !isInterrupted;
    });
}

// What became of each dream, read back from the journal.
void describe(hands::Body &body, std::vector<Item> &items)
{
    std::set<std::uint64_t> dreams;
    for (const Item &item : items)
        if (item.dream)
            dreams.insert(item.dream);
    const std::map<std::uint64_t, json::object> results = resultsOf(body, dreams);
    for (Item &item : items)
        if (item.dream)
            for (const auto &pair : results.at(item.dream))
                item.said[pair.key()] = pair.value();
}

// The refusal, where there is one; true when the file was worked.
bool conclude(Item &item)
{
    item.said["file"] = item.path;
    if (!item.refusal.code.empty())
        item.said["refusal"] = refusalJson(item.refusal);
    else if (!isWorked(item.said))
        item.said["refusal"] =
            refusalJson({isInterrupted ? "import.interrupted" : reasonOf(item.said), {}});
    if (item.isRepeated)
        item.said["repeated"] = true;
    return isWorked(item.said);
}

// Only reads: operator[] may move an object although the name is there.
std::string lineOf(const Item &item)
{
    const json::value *title = item.said.if_contains("title");
    const bool hasWorked = isWorked(item.said);
    return (hasWorked ? "worked   " : "refused  ") + item.path
           + (title && title->is_string() ? "  \"" + std::string(title->get_string()) + '"' : "")
           + (hasWorked
                  ? "  " + std::to_string(item.said.at("receipts").as_array().size()) + " receipts"
                  : "  " + std::string(item.said.at("refusal").at("sentence").as_string()))
           + '\n';
}

}  // namespace

Said dream(const Call &call)
{
    Said said;
    std::vector<Item> items;
    if (call.words.empty())
        return failed(usage, "usage", "which file, folder or - ?");
    for (const std::string &word : call.words)
        if (!collect(word, items, said))
            return said;
    // The order of a listing must not show in the result.
    std::sort(items.begin(), items.end(),
              [](const Item &a, const Item &b) { return a.path < b.path; });
    std::unique_ptr<hands::Body> body = open(call, false, said);
    if (!body)
        return said;
    std::signal(SIGINT, [](int) { isInterrupted = 1; });
    std::signal(SIGTERM, [](int) { isInterrupted = 1; });
    if (!body->waitForAgents(std::chrono::seconds(120)))
        return failed(fault, "exams.slow", "the agents' exams did not end in two minutes");
    const auto began = std::chrono::steady_clock::now();
    submit(body->engine(), items);
    wait(*body, items);
    const double took =
        std::chrono::duration<double>(std::chrono::steady_clock::now() - began).count();
    describe(*body, items);
    json::array all;
    std::size_t worked = 0;
    std::string text;
    for (Item &item : items) {
        worked += conclude(item);
        if (items.size() <= 20)
            text += lineOf(item);
        all.push_back(std::move(item.said));
    }
    const std::size_t refusals = items.size() - worked;
    char rate[96];
    std::snprintf(rate, sizeof rate, "%zu worked, %zu refused, %.2f s, %.1f files/s", worked,
                  refusals, took, static_cast<double>(items.size()) / std::max(took, 1e-9));
    progress(rate);
    if (isInterrupted)
        progress("stopped: nothing is lost, the rest goes on at the next start");
    said.value = std::move(all);
    said.text = text + rate;
    said.exit = isInterrupted ? fault : refusals ? refused : allDone;
    return said;
}

}  // namespace ctl
