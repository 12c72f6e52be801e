#include "hands/restoring.h"

#include <filesystem>

namespace hands {

namespace fs = std::filesystem;

Restoring::Restoring(std::string file, const std::string &phrase, std::string folder, Then then)
{
    m_thread = std::thread([this, file = std::move(file), phrase, folder = std::move(folder),
                            then = std::move(then)] { then(run(file, phrase, folder)); });
}

Restoring::~Restoring()
{
    m_isCancelled = true;
    m_thread.join();
}

Restoring::Standing Restoring::standing() const
{
    return {m_bytes, m_total, m_isProving};
}

BackupFile Restoring::run(const std::string &file, const std::string &phrase,
                          const std::string &folder)
{
    BackupFile restored;
    restored.file = file;
    const auto fail = [&](Trouble trouble, const std::string &words) {
        restored.trouble = trouble;
        restored.error = words;
        return restored;
    };
    const auto entropy = crypto::entropyOf(phrase);
    if (!entropy)
        return fail(Trouble::Words, "these are not twelve words of a backup");
    std::error_code error;
    const fs::path place(folder);
    if (!place.is_absolute() || !place.has_filename())
        return fail(Trouble::CannotWrite, "the folder needs its whole path");
    if (fs::exists(place, error) && !fs::is_empty(place, error))
        return fail(Trouble::NotEmpty, folder + " is not empty");
    m_total = fs::file_size(file, error);
    if (error)
        return fail(Trouble::NotABackup, "cannot read " + file);
    // A kill leaves a folder that says what it is, never half a profile in its place.
    const std::string aside = folder + ".restoring";
    fs::remove_all(aside, error);
    restored = restoreBackup(
        file, aside, *entropy, [this] { return !m_isCancelled; },
        [this](std::uint64_t bytes) {
            m_bytes = bytes;
            m_isProving = bytes + bytes / 256 + 4096 >= m_total;
        });
    if (!restored.error.empty())
        return restored;
    fs::remove(place, error);
    fs::rename(aside, place, error);
    if (error) {
        std::error_code ignored;
        fs::remove_all(aside, ignored);
        return fail(Trouble::CannotWrite, error.message());
    }
    return restored;
}

bool isPhrase(const std::string &phrase)
{
    return crypto::entropyOf(phrase).has_value();
}

std::string folderBeside(const std::string &profile)
{
    std::error_code error;
    for (int i = 1;; ++i) {
        const std::string folder = profile + "-restored" + (i > 1 ? '-' + std::to_string(i) : "");
        if (!fs::exists(folder, error))
            return folder;
    }
}

}  // namespace hands
