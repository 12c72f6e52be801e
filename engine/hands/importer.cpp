#include "hands/importer.h"

#include "cortex/dreams.h"
#include "spine/superspine.h"

#include <algorithm>
#include <array>
#include <filesystem>
#include <fstream>

namespace hands {

namespace fs = std::filesystem;

namespace {

constexpr auto tellEvery = std::chrono::milliseconds(100);
constexpr std::array<std::string_view, 5> textEndings{".md", ".markdown", ".txt", ".text", ".json"};

bool isText(const fs::path &path)
{
    std::string ending = path.extension().string();
    std::transform(ending.begin(), ending.end(), ending.begin(),
                   [](char c) { return c >= 'A' && c <= 'Z' ? char(c + 32) : c; });
    return std::find(textEndings.begin(), textEndings.end(), ending) != textEndings.end();
}

void collectFolder(const fs::path &folder, std::vector<std::string> &files,
                   const std::stop_token &stop)
{
    std::error_code error;
    constexpr auto options = fs::directory_options::skip_permission_denied;
    for (fs::recursive_directory_iterator at(folder, options, error), end;
         !error && at != end && files.size() < Importer::filesMax && !stop.stop_requested();
         at.increment(error)) {
        if (at->path().filename().string().starts_with('.')) {
            if (at->is_directory(error))
                at.disable_recursion_pending();
        } else if (isText(at->path()) && !at->is_symlink(error) && at->is_regular_file(error)) {
            files.push_back(at->path().string());
        }
    }
}

}  // namespace

Importer::Importer(loop::Engine &engine, std::vector<std::string> paths, Say say)
    : m_engine(engine), m_say(std::move(say))
{
    m_thread = std::thread([this, paths = std::move(paths)] { run(paths); });
}

Importer::~Importer()
{
    cancel();
    m_thread.join();
}

void Importer::cancel()
{
    m_stop.request_stop();
    const std::lock_guard lock(m_mutex);
    m_room.notify_all();
}

std::vector<std::string> Importer::collect(const std::vector<std::string> &paths,
                                           const std::stop_token &stop)
{
    std::vector<std::string> files;
    for (const std::string &path : paths) {
        std::error_code error;
        if (fs::is_directory(path, error))
            collectFolder(path, files, stop);
        else
            files.push_back(path);
    }
    // The order of a listing must not show in the result.
    std::sort(files.begin(), files.end());
    files.erase(std::unique(files.begin(), files.end()), files.end());
    return files;
}

void Importer::run(const std::vector<std::string> &paths)
{
    const std::vector<std::string> files = collect(paths, m_stop.get_token());
    const bool isCut = m_stop.stop_requested();  // while the folders were still being listed
    {
        const std::lock_guard lock(m_mutex);
        m_standing.total = std::uint32_t(files.size());
        if (files.empty() && !isCut)
            m_standing.refusal = {"import.nothing", {}};
    }
    tell(false);
    std::uint64_t batch = 0;
    if (files.size() > 1 && !m_stop.stop_requested()) {
        const kernel::Answer opened =
            m_engine.ask(superspine::OpenBatch{std::uint32_t(files.size())});
        if (opened.isDone && !opened.ids.empty())
            batch = opened.ids.front();
    }
    for (const std::string &file : files) {
        if (m_stop.stop_requested())
            break;
        submit(file, batch);
    }
    std::uint32_t kept = 0;
    {
        std::unique_lock lock(m_mutex);
        m_room.wait(lock, [this] { return m_underWay == 0; });
        const std::uint32_t seen = m_standing.kept + m_standing.known + m_standing.refused;
        m_standing.isCancelled = isCut || seen < m_standing.total;
        kept = m_standing.kept;
    }
    if (batch)
        (void)m_engine.ask(superspine::CloseBatch{{batch}, kept});
    tell(true);
}

void Importer::submit(const std::string &path, std::uint64_t batch)
{
    std::ifstream file(path, std::ios::binary);
    // One byte more than fits, so that the refusal comes from the one place that knows the limit.
    std::string text(dreams::bodyBytesMax + 1, '\0');
    file.read(text.data(), std::streamsize(text.size()));
    const bool isRead = file.eof() || file.good();
    text.resize(isRead ? std::size_t(file.gcount()) : 0);
    dreams::Create create;
    create.body.text = std::move(text);
    create.source = fs::path(path).filename().string();
    create.batch = batch;
    {
        std::unique_lock lock(m_mutex);
        m_room.wait(lock, [this] { return m_underWay < underWayMax || m_stop.stop_requested(); });
        if (m_stop.stop_requested())
            return;
        ++m_underWay;
    }
    if (!isRead) {
        kernel::Answer unread;
        unread.refusal = {"import.unreadable", {{"file", *create.source}}};
        take(path, unread);
        return;
    }
    m_engine.send(kernel::makeAsk(std::move(create)),
                  [this, path](const kernel::Answer &answer) { take(path, answer); });
}

void Importer::take(const std::string &path, const kernel::Answer &answer)
{
    {
        const std::lock_guard lock(m_mutex);
        if (answer.isDone) {
            ++m_standing.kept;
        } else if (answer.refusal.code == "dreams.alreadyHere") {
            ++m_standing.known;
        } else {
            ++m_standing.refused;
            if (m_standing.refusal.code.empty()) {
                m_standing.file = fs::path(path).filename().string();
                m_standing.refusal = answer.refusal;
            }
        }
    }
    tell(false);
    // The last word: the thread may end, and with it this object, as soon as nothing is under way.
    const std::lock_guard lock(m_mutex);
    --m_underWay;
    m_room.notify_all();
}

void Importer::tell(bool isLast)
{
    ImportStanding standing;
    {
        const std::lock_guard lock(m_mutex);
        const auto now = std::chrono::steady_clock::now();
        if (!isLast && now - m_told < tellEvery)
            return;
        m_told = now;
        m_standing.isFinished = isLast;
        standing = m_standing;
    }
    m_say(standing);
}

}  // namespace hands
