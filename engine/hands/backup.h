// A whole profile in one sealed file, and back. The file is a stream only its twelve words open:
// journal, device key, last signed tip. Making one never stops the engine; testing one restores it
// into a folder of its own, verifies every page and replays every fact. Owns no schedule: that is
// DreamKeeper's. Thread contract: any thread, one backup of a profile at a time.
#pragma once

#include "crypto/phrase.h"
#include "kernel/digest.h"

#include <cstdint>
#include <functional>
#include <string>

namespace hands {

// What kept a file from being restored, for whoever says it in another language.
enum class Trouble {
    None,
    NotABackup,
    Words,
    Damaged,
    NotEmpty,
    NoSpace,
    CannotWrite,
    Stopped,
    Other
};

struct BackupFile {
    std::string file, error;  // words; empty when it was made
    Trouble trouble = Trouble::None;
    std::uint64_t bytes = 0, facts = 0, pages = 0;
    kernel::Digest digest;  // BLAKE2b-256 of the file
};

// Says no when the work should end; asked between chunks.
using MayGoOn = std::function<bool()>;

// The profile's own secret for its backups (backup.key, mode 0600); made when there is none.
std::optional<crypto::Entropy> backupEntropy(const std::string &profile, std::string &error);

// Where a backup is put together; goes with it.
std::string scratchOf(const std::string &profile);
// Writes outFolder/name aside, tests it, renames it. Nothing stays behind after a failure.
BackupFile makeBackup(const std::string &profile, const std::string &outFolder,
                      const std::string &name, const crypto::Entropy &entropy,
                      const MayGoOn &mayGoOn);
// Opens `file` into `folder`, which must be empty or absent. Verified and replayed before it counts;
// `read` hears how many bytes are opened, and nothing more once the proving begins.
BackupFile restoreBackup(const std::string &file, const std::string &folder,
                         const crypto::Entropy &entropy, const MayGoOn &mayGoOn,
                         const std::function<void(std::uint64_t bytes)> &read = {});

}  // namespace hands
