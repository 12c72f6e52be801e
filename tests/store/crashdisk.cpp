#include "crashdisk.h"

#include <sqlite3.h>

#include <algorithm>
#include <atomic>
#include <cstring>

namespace crash {

namespace {

sqlite3_vfs *base = nullptr;  // for randomness, sleep and the clock

struct File {
    sqlite3_file file;
    CrashDisk *disk;
    std::string *name;
};

std::string nameOf(sqlite3_file *file)
{
    return *reinterpret_cast<File *>(file)->name;
}

CrashDisk &diskOf(sqlite3_file *file)
{
    return *reinterpret_cast<File *>(file)->disk;
}

int closeFile(sqlite3_file *file)
{
    delete reinterpret_cast<File *>(file)->name;
    return SQLITE_OK;
}

int readFile(sqlite3_file *file, void *out, int size, sqlite3_int64 offset)
{
    return diskOf(file).read(nameOf(file), static_cast<std::uint64_t>(offset), static_cast<char *>(out), static_cast<std::size_t>(size))
               ? SQLITE_OK : SQLITE_IOERR_SHORT_READ;
}

int writeFile(sqlite3_file *file, const void *bytes, int size, sqlite3_int64 offset)
{
    diskOf(file).record({Event::Write, nameOf(file), static_cast<std::uint64_t>(offset),
                         std::string(static_cast<const char *>(bytes), static_cast<std::size_t>(size))});
    return SQLITE_OK;
}

int truncateFile(sqlite3_file *file, sqlite3_int64 size)
{
    diskOf(file).record({Event::Truncate, nameOf(file), static_cast<std::uint64_t>(size), {}});
    return SQLITE_OK;
}

int syncFile(sqlite3_file *file, int)
{
    diskOf(file).record({Event::Sync, nameOf(file), 0, {}});
    return SQLITE_OK;
}

int fileSize(sqlite3_file *file, sqlite3_int64 *size)
{
    *size = static_cast<sqlite3_int64>(diskOf(file).size(nameOf(file)));
    return SQLITE_OK;
}

int lockFile(sqlite3_file *, int) { return SQLITE_OK; }
int checkLock(sqlite3_file *, int *isLocked) { *isLocked = 0; return SQLITE_OK; }
int fileControl(sqlite3_file *, int, void *) { return SQLITE_NOTFOUND; }
int sectorSize(sqlite3_file *) { return static_cast<int>(CrashDisk::sectorBytes); }
// No promises: neither atomic writes nor safe appends.
int characteristics(sqlite3_file *) { return 0; }

// Shared memory of the WAL index, one region list a database; it never reaches a disk.
struct Shared {
    std::map<std::string, std::vector<std::string *>> regions;
    std::mutex mutex;
};
Shared shared;

int shmMap(sqlite3_file *file, int region, int size, int, void volatile **out)
{
    const std::lock_guard lock(shared.mutex);
    auto &regions = shared.regions[nameOf(file)];
    while (static_cast<int>(regions.size()) <= region)
        regions.push_back(new std::string(static_cast<std::size_t>(size), '\0'));
    *out = regions[static_cast<std::size_t>(region)]->data();
    return SQLITE_OK;
}

// One writer and one checkpointer in one process: their locks are kept as SQLite's own would be.
std::map<std::pair<std::string, int>, int> shmLocks;

int shmLock(sqlite3_file *file, int offset, int count, int flags)
{
    const std::lock_guard lock(shared.mutex);
    const std::string name = nameOf(file);
    const auto at = [&](int i) -> int & { return shmLocks[{name, i}]; };
    for (int i = offset; i < offset + count && (flags & SQLITE_SHM_LOCK); ++i)
        if ((flags & SQLITE_SHM_EXCLUSIVE) ? at(i) != 0 : at(i) < 0)
            return SQLITE_BUSY;
    for (int i = offset; i < offset + count; ++i) {
        if (flags & SQLITE_SHM_LOCK)
            at(i) = (flags & SQLITE_SHM_EXCLUSIVE) ? -1 : at(i) + 1;
        else
            at(i) = (flags & SQLITE_SHM_EXCLUSIVE) ? 0 : std::max(0, at(i) - 1);
    }
    return SQLITE_OK;
}

void shmBarrier(sqlite3_file *)
{
    std::atomic_thread_fence(std::memory_order_seq_cst);
}

int shmUnmap(sqlite3_file *, int) { return SQLITE_OK; }

const sqlite3_io_methods methods = {2, closeFile, readFile, writeFile, truncateFile, syncFile, fileSize, lockFile, lockFile,
                                    checkLock, fileControl, sectorSize, characteristics, shmMap, shmLock, shmBarrier, shmUnmap,
                                    nullptr, nullptr};

int openFile(sqlite3_vfs *vfs, const char *name, sqlite3_file *file, int flags, int *outFlags)
{
    static int temporary = 0;
    auto *made = reinterpret_cast<File *>(file);
    made->disk = static_cast<CrashDisk *>(vfs->pAppData);
    made->name = new std::string(name ? name : "temporary-" + std::to_string(++temporary));
    made->file.pMethods = &methods;
    if (outFlags)
        *outFlags = flags;
    return SQLITE_OK;
}

int deleteFile(sqlite3_vfs *vfs, const char *name, int)
{
    static_cast<CrashDisk *>(vfs->pAppData)->record({Event::Delete, name, 0, {}});
    return SQLITE_OK;
}

int accessFile(sqlite3_vfs *vfs, const char *name, int, int *result)
{
    *result = static_cast<CrashDisk *>(vfs->pAppData)->exists(name);
    return SQLITE_OK;
}

int fullPath(sqlite3_vfs *, const char *name, int size, char *out)
{
    sqlite3_snprintf(size, out, "%s", name);
    return SQLITE_OK;
}

}  // namespace

CrashDisk &CrashDisk::install()
{
    static CrashDisk disk;
    static sqlite3_vfs vfs = [] {
        base = sqlite3_vfs_find(nullptr);
        sqlite3_vfs made = *base;
        made.szOsFile = sizeof(File);
        made.zName = "crash";
        made.pAppData = &disk;
        made.xOpen = openFile;
        made.xDelete = deleteFile;
        made.xAccess = accessFile;
        made.xFullPathname = fullPath;
        return made;
    }();
    static const int registered = sqlite3_vfs_register(&vfs, 1);
    (void)registered;
    return disk;
}

void CrashDisk::clear()
{
    put({});
}

std::size_t CrashDisk::events() const
{
    const std::lock_guard lock(m_mutex);
    return m_events.size();
}

std::uint64_t CrashDisk::syncs() const
{
    const std::lock_guard lock(m_mutex);
    return m_syncs;
}

Files CrashDisk::files() const
{
    const std::lock_guard lock(m_mutex);
    return m_live;
}

void CrashDisk::put(const Files &files)
{
    const std::lock_guard lock(m_mutex);
    m_start = m_live = files;
    m_events.clear();
    m_syncs = 0;
    const std::lock_guard sharedLock(shared.mutex);
    for (auto &[name, regions] : shared.regions)
        for (std::string *region : regions)
            delete region;
    shared.regions.clear();
    shmLocks.clear();
}

void CrashDisk::record(Event event)
{
    const std::lock_guard lock(m_mutex);
    apply(m_live, event);
    m_syncs += event.kind == Event::Sync;
    m_events.push_back(std::move(event));
}

bool CrashDisk::read(const std::string &file, std::uint64_t offset, char *out, std::size_t size) const
{
    const std::lock_guard lock(m_mutex);
    const auto found = m_live.find(file);
    const std::string empty;
    const std::string &bytes = found == m_live.end() ? empty : found->second;
    const std::size_t here = offset < bytes.size() ? std::min(size, bytes.size() - static_cast<std::size_t>(offset)) : 0;
    std::memcpy(out, bytes.data() + (here ? offset : 0), here);
    std::memset(out + here, 0, size - here);
    return here == size;
}

std::uint64_t CrashDisk::size(const std::string &file) const
{
    const std::lock_guard lock(m_mutex);
    const auto found = m_live.find(file);
    return found == m_live.end() ? 0 : found->second.size();
}

bool CrashDisk::exists(const std::string &file) const
{
    const std::lock_guard lock(m_mutex);
    return m_live.contains(file);
}

void CrashDisk::apply(Files &files, const Event &event)
{
    if (event.kind == Event::Delete) {
        files.erase(event.file);
    } else if (event.kind == Event::Truncate) {
        files[event.file].resize(static_cast<std::size_t>(event.offset));
    } else if (event.kind == Event::Write) {
        std::string &bytes = files[event.file];
        if (bytes.size() < event.offset + event.bytes.size())
            bytes.resize(static_cast<std::size_t>(event.offset) + event.bytes.size());
        std::memcpy(bytes.data() + event.offset, event.bytes.data(), event.bytes.size());
    }
}

Files CrashDisk::image(std::size_t count, std::mt19937_64 &chance) const
{
    const std::lock_guard lock(m_mutex);
    Files files = m_start;
    // Per file, up to its last sync everything is there; after it each write is there, torn or gone.
    std::map<std::string, std::size_t> synced;
    for (std::size_t i = 0; i < count; ++i)
        if (m_events[i].kind == Event::Sync)
            synced[m_events[i].file] = i;
    std::vector<std::size_t> loose;
    for (std::size_t i = 0; i < count; ++i) {
        const Event &event = m_events[i];
        const auto last = synced.find(event.file);
        if (event.kind == Event::Delete || (last != synced.end() && i < last->second))
            apply(files, event);
        else if (event.kind != Event::Sync)
            loose.push_back(i);
    }
    std::shuffle(loose.begin(), loose.end(), chance);
    for (std::size_t i : loose) {
        Event event = m_events[i];
        const std::uint64_t fate = chance() % 4;
        if (fate == 0)
            continue;
        if (fate == 1 && event.kind == Event::Write && event.bytes.size() > sectorBytes) {
            // Torn: only some of its sectors arrived.
            for (std::size_t at = 0; at < event.bytes.size(); at += sectorBytes)
                if (chance() % 2)
                    apply(files, {Event::Write, event.file, event.offset + at, event.bytes.substr(at, sectorBytes)});
            continue;
        }
        apply(files, event);
    }
    return files;
}

}  // namespace crash
