#include "hands/backup.h"

#include "crypto/hash.h"
#include "hands/backupstream.h"
#include "hands/people.h"
#include "loop/engine.h"
#include "loop/profile.h"
#include "loop/verify.h"
#include "store/journalcopy.h"
#include "store/sqlitestore.h"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <mutex>

namespace hands {

namespace fs = std::filesystem;

namespace {

constexpr std::string_view tipName = "tip.json";
constexpr const char *parts[] = {"journal.db", "device.key", "tip.json"};
const std::string peopleName(peopleFile);  // behind the others, in backups of profiles with people

crypto::SecretKey keyOf(const crypto::Entropy &entropy)
{
    const crypto::Digest key =
        crypto::blake2bKeyed(crypto::Bytes(entropy), "DreamScope backup key 1");
    return crypto::SecretKey(std::span<const std::uint8_t, 32>(key.bytes));
}

// A folder that goes with everything in it.
struct Scratch {
    explicit Scratch(std::string folder) : path(std::move(folder))
    {
        fs::remove_all(path, ignored);
    }
    ~Scratch() { fs::remove_all(path, ignored); }
    std::error_code ignored;
    std::string path;
};

bool writePart(BackupWriter &writer, const std::string &name, const std::string &path,
               const MayGoOn &mayGoOn)
{
    std::error_code error;
    if (!fs::exists(path, error) && name == tipName) {
        writer.write(numberBytes(name.size(), 1) + name + numberBytes(0, 8));
        return true;
    }
    const std::uint64_t size = fs::file_size(path, error);
    std::ifstream file(path, std::ios::binary);
    if (error || !file)
        return false;
    writer.write(numberBytes(name.size(), 1) + name + numberBytes(size, 8));
    std::string bytes(backupChunkBytes, '\0');
    for (std::uint64_t left = size; left > 0;) {
        file.read(bytes.data(),
                  static_cast<std::streamsize>(std::min<std::uint64_t>(left, backupChunkBytes)));
        const auto got = static_cast<std::size_t>(file.gcount());
        if (got == 0 || !mayGoOn())
            return false;
        writer.write(std::string_view(bytes).substr(0, got));
        left -= got;
    }
    return true;
}

// How far the opening of a file is, and how it ended.
struct Opened {
    const MayGoOn &mayGoOn;
    const std::function<void(std::uint64_t)> &read;
    std::uint64_t bytes = 0;
    Trouble trouble = Trouble::None;
    std::string error;

    bool fail(Trouble what, const std::string &words)
    {
        trouble = what;
        error = words;
        return false;
    }
};

bool readPart(BackupReader &reader, const std::string &path, std::uint64_t size, Opened &opened)
{
    std::ofstream file(path, std::ios::binary | std::ios::trunc);
    std::error_code error;
    fs::permissions(path, fs::perms::owner_read | fs::perms::owner_write, error);
    for (std::uint64_t left = size; left > 0 && file;) {
        if (!opened.mayGoOn())
            return opened.fail(Trouble::Stopped, "stopped");
        const std::string_view bytes = reader.read(left);
        if (bytes.empty())
            return opened.fail(Trouble::Damaged, "the file is damaged");
        file.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
        left -= bytes.size();
        opened.bytes += bytes.size();
        if (opened.read)
            opened.read(opened.bytes);
    }
    file.close();
    return (file && !error) || opened.fail(Trouble::CannotWrite, "cannot write " + path);
}

bool readParts(BackupReader &reader, const std::string &folder, Opened &opened)
{
    if (!reader.isGood())
        return opened.fail(Trouble::NotABackup, "this is no backup of DreamScope");
    const std::string damaged = "the file is damaged";
    for (const char *part : parts) {
        const std::uint64_t nameSize = numberOf(reader.readAll(1));
        // The first piece opens with the right words only.
        if (!reader.isGood() && part == parts[0])
            return opened.fail(Trouble::Words, "these are not its words, or the file is damaged");
        if (!reader.isGood() || reader.readAll(nameSize) != part)
            return opened.fail(Trouble::Damaged, damaged);
        const std::string size = reader.readAll(8);
        if (size.size() != 8)
            return opened.fail(Trouble::Damaged, damaged);
        if (numberOf(size) == 0 && part == tipName)
            continue;
        if (!readPart(reader, folder + '/' + part, numberOf(size), opened))
            return false;
    }
    std::string end = reader.readAll(1);
    if (end.size() == 1 && numberOf(end) == peopleName.size()) {
        const bool isPeople = reader.readAll(peopleName.size()) == peopleName;
        const std::string size = reader.readAll(8);
        if (!isPeople || size.size() != 8)
            return opened.fail(Trouble::Damaged, damaged);
        if (!readPart(reader, folder + '/' + peopleName, numberOf(size), opened))
            return false;
        end = reader.readAll(1);
    }
    return (end == std::string(1, '\0') && reader.isAtEnd())
           || opened.fail(Trouble::Damaged, damaged);
}

// Every page against the signed tip, then every fact replayed.
std::string prove(const std::string &folder, BackupFile &proved)
{
    store::OpenedStore opened = store::openSqlite(folder, true);
    if (!opened.store)
        return opened.error;
    loop::VerifyOptions options;
    if (const auto tip = loop::readSmallFile(folder + "/tip.json"))
        options.witness = loop::tipFromJson(*tip);
    const loop::Verdict verdict = loop::verifyStore(*opened.store, nullptr, options);
    if (!verdict.isGood())
        return verdict.findings.front().where + ": " + verdict.findings.front().what;
    proved.facts = verdict.facts;
    proved.pages = verdict.pages;
    opened.store.reset();
    loop::Options open;
    open.folder = folder;
    open.isReadOnly = true;
    open.useSnapshots = false;
    std::string error;
    const auto engine = loop::Engine::open(open, error);
    return engine ? std::string() : error;
}

}  // namespace

std::string scratchOf(const std::string &profile)
{
    return profile + "/.backup";
}

std::optional<crypto::Entropy> backupEntropy(const std::string &profile, std::string &error)
{
    // Two that ask for the first time must not make two secrets: one would open nothing.
    static std::mutex mutex;
    const std::lock_guard lock(mutex);
    const std::string path = profile + "/backup.key";
    std::optional<std::string> kept = loop::readSmallFile(path, 64);
    crypto::Entropy entropy;
    if (!kept && !fs::exists(path)) {
        loop::Random random = loop::Random::fromSystem();
        random.fill(entropy);
        error = loop::replaceFile(path,
                                  {reinterpret_cast<const char *>(entropy.data()), entropy.size()});
        return error.empty() ? std::optional(entropy) : std::nullopt;
    }
    if (!kept || kept->size() != entropy.size()) {
        error = path + " is no key of backups";
        return {};
    }
    std::copy(kept->begin(), kept->end(), entropy.begin());
    return entropy;
}

BackupFile makeBackup(const std::string &profile, const std::string &outFolder,
                      const std::string &name, const crypto::Entropy &entropy,
                      const MayGoOn &mayGoOn)
{
    BackupFile made;
    const Scratch scratch(scratchOf(profile));
    if (made.error = loop::makeFolder(scratch.path); !made.error.empty())
        return made;
    if (made.error = loop::makeFolder(outFolder); !made.error.empty())
        return made;
    // The tip first: the copy then has at least its pages.
    std::error_code error;
    // A profile younger than a second has none yet; its journal still holds the signed ones.
    fs::copy_file(profile + "/tip.json", scratch.path + "/tip.json", error);
    error.clear();
    const bool hasPeople =
        fs::copy_file(profile + '/' + peopleName, scratch.path + '/' + peopleName, error);
    error.clear();
    fs::copy_file(profile + "/device.key", scratch.path + "/device.key", error);
    if (error)
        made.error = error.message();
    else
        made.error = store::copyJournal(profile, scratch.path + "/journal.db");
    if (!made.error.empty())
        return made;
    const std::string file = outFolder + '/' + name, aside = file + ".part";
    BackupWriter writer(aside, keyOf(entropy));
    bool isWritten = true;
    for (const char *part : parts)
        isWritten = isWritten && writePart(writer, part, scratch.path + '/' + part, mayGoOn);
    if (hasPeople)
        isWritten =
            isWritten && writePart(writer, peopleName, scratch.path + '/' + peopleName, mayGoOn);
    writer.write(std::string(1, '\0'));
    isWritten = writer.finish(made) && isWritten;
    fs::permissions(aside, fs::perms::owner_read | fs::perms::owner_write, error);
    if (!isWritten) {
        made.error = mayGoOn() ? "cannot write " + aside : "stopped";
    } else {
        const BackupFile back = restoreBackup(aside, scratch.path + "/restored", entropy, mayGoOn);
        made.error = back.error;
        made.facts = back.facts;
        made.pages = back.pages;
    }
    if (made.error.empty()) {
        fs::rename(aside, file, error);
        made.error = error ? error.message() : std::string();
    }
    if (!made.error.empty())
        fs::remove(aside, error);
    made.file = file;
    return made;
}

BackupFile restoreBackup(const std::string &file, const std::string &folder,
                         const crypto::Entropy &entropy, const MayGoOn &mayGoOn,
                         const std::function<void(std::uint64_t)> &read)
{
    BackupFile restored;
    restored.file = file;
    const auto fail = [&](Trouble trouble, const std::string &words) {
        restored.trouble = trouble;
        restored.error = words;
        return restored;
    };
    std::error_code error;
    if (fs::exists(folder, error) && !fs::is_empty(folder, error))
        return fail(Trouble::NotEmpty, folder + " is not empty");
    if (const std::string problem = loop::makeFolder(folder); !problem.empty())
        return fail(Trouble::CannotWrite, problem);
    restored.bytes = fs::file_size(file, error);
    const fs::space_info space = fs::space(folder, error);
    if (!error && space.available < restored.bytes) {
        fs::remove(folder, error);
        return fail(Trouble::NoSpace, "it needs " + std::to_string(restored.bytes) + " bytes, "
                                          + std::to_string(space.available) + " are free");
    }
    BackupReader reader(file, keyOf(entropy));
    Opened opened{mayGoOn, read, 0, Trouble::None, {}};
    if (!readParts(reader, folder, opened)) {
        fail(opened.trouble, opened.error);
    } else if (const std::string problem = prove(folder, restored); !problem.empty()) {
        fail(Trouble::Other, problem);
    } else if (!mayGoOn()) {
        fail(Trouble::Stopped, "stopped");
    }
    // Half a profile is worse than none.
    if (!restored.error.empty())
        fs::remove_all(folder, error);
    return restored;
}

}  // namespace hands
