#include "hands/mirrorfolder.h"

#include <cerrno>
#include <cstring>
#include <dirent.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace hands {

namespace {

constexpr const char *partName = ".dreamscope-part", *archiveName = "archive";
constexpr std::size_t fileBytesMax = 1ull << 30;

std::string systemError(const std::string &what)
{
    return what + ": " + std::strerror(errno);
}

// All bytes, synced; the file is closed either way.
bool fill(int file, std::string_view bytes)
{
    bool isGood = true;
    while (isGood && !bytes.empty()) {
        const ssize_t put = ::write(file, bytes.data(), bytes.size());
        isGood = put > 0 || (put < 0 && errno == EINTR);
        bytes.remove_prefix(put > 0 ? static_cast<std::size_t>(put) : 0);
    }
    isGood = isGood && ::fsync(file) == 0;
    const int problem = errno;
    const bool isClosed = ::close(file) == 0;
    errno = isGood ? errno : problem;
    return isGood && isClosed;
}

}  // namespace

std::unique_ptr<MirrorFolder> MirrorFolder::open(const std::string &path, bool mayMake,
                                                 std::string &error)
{
    error.clear();
    // Its parent must be there: a disk that is not in does not become a folder.
    if (mayMake && ::mkdir(path.c_str(), 0700) != 0 && errno != EEXIST && errno != ENOENT) {
        error = systemError("cannot make " + path);
        return nullptr;
    }
    const int folder = ::open(path.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (folder < 0) {
        if (errno != ENOENT)
            error = systemError("cannot open " + path);
        return nullptr;
    }
    std::unique_ptr<MirrorFolder> opened(new MirrorFolder(path, folder));
    // What a killed writing left holds words that may be erased by now.
    opened->remove(partName);
    opened->remove(std::string(archiveName) + '/' + partName);
    return opened;
}

MirrorFolder::~MirrorFolder()
{
    ::close(m_folder);
    if (m_archive >= 0)
        ::close(m_archive);
}

int MirrorFolder::placeOf(const std::string &name, std::string &leaf) const
{
    constexpr std::string_view before = "archive/";
    const bool isArchived = name.starts_with(before);
    leaf = isArchived ? name.substr(before.size()) : name;
    if (leaf.empty() || leaf == "." || leaf == ".." || leaf.find('/') != std::string::npos) {
        errno = EINVAL;
        return -1;
    }
    if (!isArchived)
        return m_folder;
    // Somebody may have taken it away since.
    struct stat held {};
    if (m_archive >= 0 && (::fstat(m_archive, &held) != 0 || held.st_nlink == 0)) {
        ::close(m_archive);
        m_archive = -1;
    }
    if (m_archive < 0)
        m_archive =
            ::openat(m_folder, archiveName, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
    return m_archive;
}

MirrorFolder::Found MirrorFolder::find(const std::string &name) const
{
    std::string leaf;
    struct stat status {};
    const int place = placeOf(name, leaf);
    if (place < 0 || ::fstatat(place, leaf.c_str(), &status, AT_SYMLINK_NOFOLLOW) != 0)
        return Found::Nothing;
    return S_ISREG(status.st_mode) ? Found::File : Found::Other;
}

std::optional<std::string> MirrorFolder::read(const std::string &name) const
{
    std::string leaf;
    const int place = placeOf(name, leaf);
    const int file =
        place < 0 ? -1
                  : ::openat(place, leaf.c_str(), O_RDONLY | O_NOFOLLOW | O_CLOEXEC | O_NONBLOCK);
    struct stat status {};
    if (file < 0)
        return {};
    std::optional<std::string> bytes;
    if (::fstat(file, &status) == 0 && S_ISREG(status.st_mode)
        && static_cast<std::size_t>(status.st_size) <= fileBytesMax) {
        bytes.emplace(static_cast<std::size_t>(status.st_size), '\0');
        std::size_t used = 0;
        for (ssize_t got = 1; got > 0 && used < bytes->size();
             used += static_cast<std::size_t>(got > 0 ? got : 0))
            got = ::read(file, bytes->data() + used, bytes->size() - used);
        bytes->resize(used);
    }
    ::close(file);
    return bytes;
}

std::string MirrorFolder::write(const std::string &name, std::string_view bytes)
{
    std::string leaf;
    int place = placeOf(name, leaf);
    if (place < 0 && errno == ENOENT) {
        if (::mkdirat(m_folder, archiveName, 0700) != 0)
            return systemError("cannot make archive");
        place = placeOf(name, leaf);
    }
    if (place < 0)
        return systemError("cannot write " + name);
    ::unlinkat(place, partName, 0);
    const int file =
        ::openat(place, partName, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0600);
    if (file < 0)
        return systemError("cannot write " + name);
    if (fill(file, bytes) && ::renameat(place, partName, place, leaf.c_str()) == 0)
        return {};
    const std::string problem = systemError("cannot write " + name);
    ::unlinkat(place, partName, 0);
    return problem;
}

std::string MirrorFolder::append(const std::string &name, std::string_view bytes)
{
    std::string leaf;
    const int place = placeOf(name, leaf);
    const int file = place < 0
                         ? -1
                         : ::openat(place, leaf.c_str(),
                                    O_WRONLY | O_CREAT | O_APPEND | O_NOFOLLOW | O_CLOEXEC, 0600);
    return file >= 0 && fill(file, bytes) ? std::string() : systemError("cannot write " + name);
}

std::string MirrorFolder::remove(const std::string &name)
{
    std::string leaf;
    const int place = placeOf(name, leaf);
    if (place >= 0 && ::unlinkat(place, leaf.c_str(), 0) == 0)
        return {};
    return errno == ENOENT ? std::string() : systemError("cannot remove " + name);
}

std::string MirrorFolder::move(const std::string &from, const std::string &to)
{
    std::string fromLeaf, toLeaf;
    const int fromPlace = placeOf(from, fromLeaf), toPlace = placeOf(to, toLeaf);
    if (fromPlace < 0 || toPlace < 0)
        return systemError("cannot move " + from);
    if (find(to) != Found::Nothing)
        return "cannot move " + from + ": " + to + " is there";
    if (::renameat(fromPlace, fromLeaf.c_str(), toPlace, toLeaf.c_str()) == 0)
        return {};
    return systemError("cannot move " + from);
}

std::string MirrorFolder::sync() const
{
    if (::fsync(m_folder) != 0 || (m_archive >= 0 && ::fsync(m_archive) != 0))
        return systemError("cannot write " + m_path);
    return {};
}

std::vector<std::string> MirrorFolder::list(const std::string &sub) const
{
    std::vector<std::string> names;
    const int place = ::openat(m_folder, sub.empty() ? "." : sub.c_str(),
                               O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
    DIR *folder = place < 0 ? nullptr : ::fdopendir(place);
    if (!folder) {
        if (place >= 0)
            ::close(place);
        return names;
    }
    while (const dirent *entry = ::readdir(folder))
        if (std::strcmp(entry->d_name, ".") != 0 && std::strcmp(entry->d_name, "..") != 0)
            names.emplace_back(entry->d_name);
    ::closedir(folder);
    return names;
}

bool MirrorFolder::isThere() const
{
    struct stat held {
    }, now{};
    return ::fstat(m_folder, &held) == 0 && held.st_nlink > 0 && ::stat(m_path.c_str(), &now) == 0
           && held.st_dev == now.st_dev && held.st_ino == now.st_ino;
}

}  // namespace hands
