// dreamctl backup and restore: a sealed copy of the whole profile, and a profile from one.
#include "ctl/profile.h"

#include "hands/backup.h"
#include "loop/edge.h"

#include <csignal>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <iterator>

namespace ctl {

using namespace kernel;
namespace {

volatile std::sig_atomic_t isInterrupted = 0;

}  // namespace

Said backup(const Call &call)
{
    Said said;
    const bool isWords = call.words.size() == 1 && call.words.front() == "words";
    if (!call.words.empty() && !isWords)
        return failed(usage, "usage", "backup, or backup words");
    std::unique_ptr<hands::Body> body = open(call, isWords, said);
    if (!body)
        return said;
    if (isWords) {
        std::string error;
        const auto entropy = hands::backupEntropy(call.profile, error);
        if (!entropy)
            return failed(fault, "backup.noKey", error);
        said.text = crypto::phraseOf(*entropy);
        said.value = {{"words", said.text}};
        return said;
    }
    std::signal(SIGINT, [](int) { isInterrupted = 1; });
    std::error_code error;
    const std::string out = call.option("out");
    const Answer answer = body->engine().ask(dreamkeeper::BackUp{
        out.empty() ? out : std::filesystem::absolute(out, error).lexically_normal().string()});
    if (!answer.isDone) {
        said.exit = refused;
        said.value = {{"refusal", refusalJson(answer.refusal)}};
        said.text = sentenceOf(answer.refusal);
        return said;
    }
    progress("copying, sealing, and restoring it once to see that it holds");
    const auto last = hands::waitForBackup(body->engine(), [] { return !isInterrupted; });
    if (!last)
        return failed(fault, "backup.interrupted", "interrupted; nothing of it was kept");
    if (last->standing != dreamkeeper::Standing::Made)
        return failed(fault, "backup.failed", last->reason);
    said.value = loop::toJson(typeOf<dreamkeeper::Backup>().fields, encode(*last));
    said.text = "made and proved by a test restore: " + last->file
                + "\nIts twelve words: dreamctl backup words";
    return said;
}

Said restore(const Call &call)
{
    const std::string into = call.option("into");
    if (call.words.size() != 1 || into.empty())
        return failed(usage, "usage", "restore which file, --into which folder?");
    std::string phrase;
    if (const std::string from = call.option("words-from"); !from.empty()) {
        std::ifstream file(from);
        phrase.assign(std::istreambuf_iterator<char>(file), {});
    } else {
        progress("its twelve words, on one line:");
        std::getline(std::cin, phrase);
    }
    const auto entropy = crypto::entropyOf(phrase);
    if (!entropy)
        return failed(refused, "backup.badWords", "these are not twelve words of a backup");
    const hands::BackupFile restored =
        hands::restoreBackup(call.words.front(), into, *entropy, [] { return true; });
    if (!restored.error.empty())
        return failed(fault, "backup.cannotRestore", restored.error);
    Said said;
    said.value = {{"folder", into}, {"facts", restored.facts}, {"pages", restored.pages}};
    said.text = "restored into " + into + ": " + std::to_string(restored.facts) + " facts on "
                + std::to_string(restored.pages) + " pages, verified and replayed";
    return said;
}

}  // namespace ctl
