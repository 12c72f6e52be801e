// One folder outside the profile, held open: files in it and in its "archive" are read, written whole,
// moved and removed, and no name ever leads out of it through a link. The POSIX side of hands/ lives
// here. Owns no knowledge of what the files are. Thread contract: one thread.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace hands {

class MirrorFolder {
public:
    enum class Found { Nothing, File, Other };  // Other: a link, a folder, a device

    // `mayMake`: a folder that is not there is made. Nothing and words otherwise; no words: away.
    static std::unique_ptr<MirrorFolder> open(const std::string &path, bool mayMake,
                                              std::string &error);
    ~MirrorFolder();
    MirrorFolder(const MirrorFolder &) = delete;
    MirrorFolder &operator=(const MirrorFolder &) = delete;

    // Names are "name" or "archive/name". Words on failure, everywhere.
    Found find(const std::string &name) const;
    // Of a plain file; nothing when it cannot be read or is none.
    std::optional<std::string> read(const std::string &name) const;
    // Aside, synced, renamed over what stands there.
    std::string write(const std::string &name, std::string_view bytes);
    // Synced to the end of the file.
    std::string append(const std::string &name, std::string_view bytes);
    std::string remove(const std::string &name);  // gone already is fine
    // Never over something that stands there.
    std::string move(const std::string &from, const std::string &to);
    // So that renames and removals survive a power cut.
    std::string sync() const;
    // Names in it ("" or "archive"), without "." and "..".
    std::vector<std::string> list(const std::string &sub) const;
    // Whether the same folder still stands at its path.
    bool isThere() const;

private:
    MirrorFolder(std::string path, int folder) : m_path(std::move(path)), m_folder(folder) {}
    // The folder a name is in, and the name; -1 and errno when there is none.
    int placeOf(const std::string &name, std::string &leaf) const;

    std::string m_path;
    int m_folder;
    mutable int m_archive = -1;
};

}  // namespace hands
