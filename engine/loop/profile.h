// The profile's folder: its lock (one writer), its device key (mode 0600) and the last signed tip
// kept beside the database. The POSIX side of loop/ lives here. Thread contract: one thread.
#pragma once

#include "crypto/sign.h"
#include "loop/random.h"
#include "store/store.h"

#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace loop {

class ProfileLock {
public:
    // Nothing when another process holds it.
    static std::unique_ptr<ProfileLock> take(const std::string &folder, std::string &error);
    ~ProfileLock();

private:
    explicit ProfileLock(int file) : m_file(file) {}
    int m_file;
};

// Makes the folder (mode 0700) if there is none; words on failure.
std::string makeFolder(const std::string &folder);
std::optional<crypto::KeyPair> loadDeviceKey(const std::string &folder, Random &random,
                                             bool mayMake, std::string &error);
// folder/tip.json, written aside and renamed.
std::string writeTipFile(const std::string &folder, const store::Tip &tip);
std::string tipJson(const store::Tip &tip);
std::optional<store::Tip> tipFromJson(const std::string &json);
// All or nothing, mode 0600: written aside, synced, renamed over. Words on failure.
std::string replaceFile(const std::string &path, std::string_view bytes);
std::optional<std::string> readSmallFile(const std::string &path, std::size_t bytesMax = 1 << 20);

}  // namespace loop
