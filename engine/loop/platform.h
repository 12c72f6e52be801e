// The POSIX side of loop/, all of it: files that are replaced as a whole, the lock of a profile (one
// writer), and which threads give way to which, and what a crash may leave. Thread contract: from any thread, files by one.
#pragma once

#include <chrono>
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
// All or nothing, mode 0600: written aside, synced, renamed over. Words on failure.
std::string replaceFile(const std::string &path, std::string_view bytes);
std::optional<std::string> readSmallFile(const std::string &path, std::size_t bytesMax = 1 << 20);

// From now on a crash of this process writes no memory to disk, and no other process of this person
// reads it: it holds keys.
void keepOutOfDumps();

// One line from the terminal with its echo off, or plainly from whatever stands in its place.
std::string readSecret(const std::string &prompt);

// What came on standard input, at least one byte: nothing at its end, an empty text when nothing
// came in time (on Windows it waits on).
std::optional<std::string> readInput(std::chrono::milliseconds timeMax, std::size_t bytesMax);

// Who gives way to whom when all cores are busy: the window comes first, then the engine, then agents
// at work, then indexes.
enum class GiveWay { ToWindow, ToEngine, ToAll };

// Lowers the calling thread for good; where the system refuses, nothing changes.
void giveWay(GiveWay to);

}  // namespace loop
