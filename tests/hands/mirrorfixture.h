// A profile in a folder of its own, a mirror folder beside it, and what stands in that folder.
// Thread contract: the test's thread.
#pragma once

#ifndef Q_MOC_RUN
#    include "hands/body.h"
#endif

#include "stopwatch.h"

#include <QTemporaryDir>
#include <QTest>

#include <filesystem>
#include <fstream>
#include <map>

namespace mirrortest {

namespace fs = std::filesystem;
using namespace kernel;
using dreammirror::Mirror;
using dreammirror::Standing;

constexpr auto patienceMax = std::chrono::seconds(int(60 * patience));

inline std::string bytesOf(const fs::path &path)
{
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}

// Everything in a folder by its path in it; links by where they point.
inline std::map<std::string, std::string> filesOf(const fs::path &folder)
{
    std::map<std::string, std::string> files;
    for (const auto &entry : fs::recursive_directory_iterator(folder)) {
        const std::string name = fs::relative(entry.path(), folder).string();
        if (entry.is_symlink())
            files[name] = "-> " + fs::read_symlink(entry.path()).string();
        else if (entry.is_regular_file())
            files[name] = bytesOf(entry.path());
    }
    return files;
}

// What a reader sees: without the hidden ledger.
inline std::map<std::string, std::string> shownIn(const fs::path &folder)
{
    std::map<std::string, std::string> files = filesOf(folder);
    std::erase_if(files, [](const auto &file) { return file.first.starts_with('.'); });
    return files;
}

inline std::unique_ptr<hands::Body> openBody(const std::string &profile, std::string &error)
{
    hands::BodyOptions options;
    options.engine.folder = profile;
    options.isIdle = true;
    std::unique_ptr<hands::Body> body = hands::Body::start(options, error);
    if (body)
        body->mirror()->setPace(std::chrono::milliseconds(1), std::chrono::milliseconds(100));
    return body;
}

class Fixture {
public:
    Fixture() { reopen(); }
    void reopen()
    {
        body.reset();
        std::string error;
        body = openBody(path("profile"), error);
        if (!body)
            qFatal("%s", error.c_str());
    }
    std::string path(const std::string &name) const
    {
        return home.path().toStdString() + '/' + name;
    }
    loop::Engine &engine() { return body->engine(); }
    std::uint64_t write(const std::string &text, const std::string &title = {})
    {
        dreams::Create create;
        create.body = kernel::Body{text};
        if (!title.empty())
            create.title = title;
        const Answer answer = engine().ask(create);
        return answer.isDone && !answer.ids.empty() ? answer.ids.front() : 0;
    }
    bool rename(std::uint64_t dream, const std::string &title)
    {
        dreams::Edit edit;
        edit.dream = {dream};
        edit.title = title;
        return engine().ask(edit).isDone;
    }
    bool rewrite(std::uint64_t dream, const std::string &text)
    {
        dreams::Edit edit;
        edit.dream = {dream};
        edit.body = kernel::Body{text};
        return engine().ask(edit).isDone;
    }
    bool erase(std::uint64_t dream)
    {
        return engine().ask(dreams::Erase{Id<dreams::Dream>{dream}}).isDone;
    }
    bool follow(const std::string &name)
    {
        return engine().ask(dreammirror::Follow{path(name)}).isDone && settle();
    }
    bool once(const std::string &name)
    {
        return engine().ask(dreammirror::Write{path(name)}).isDone && settle();
    }
    bool settle() { return body->mirror()->settle(patienceMax); }
    Mirror mirror(const std::string &name)
    {
        Mirror found;
        engine().inspectNow([&](loop::Core &core, store::Store &) {
            for (const auto &[key, one] : core.stateOf<dreammirror::DreamMirror>().mirrors.rows())
                if (one.folder == path(name))
                    found = one;
        });
        return found;
    }
    std::map<std::string, std::string> shown(const std::string &name) const
    {
        return shownIn(path(name));
    }
    // The file of a dream that ends so; empty when it does not stand there.
    std::string fileOf(const std::string &name, std::uint64_t dream, const std::string &end) const
    {
        for (const auto &[file, bytes] : shown(name))
            if (file.ends_with(idText(dream) + end))
                return file;
        return {};
    }
    // A mirror that grew by changes holds what one holds that is written at once.
    bool isAsFresh(const std::string &name)
    {
        const std::string fresh = name + "-fresh" + std::to_string(++count);
        if (!once(fresh))
            return false;
        const auto now = shown(name), wanted = shown(fresh);
        for (const auto &[file, bytes] : wanted)
            if (const auto one = now.find(file); one == now.end() || one->second != bytes)
                qInfo("%s is not as it should be:\n%s", file.c_str(),
                      one == now.end() ? "not there" : one->second.c_str());
        return now == wanted && !now.empty();
    }

    QTemporaryDir home;
    std::unique_ptr<hands::Body> body;
    int count = 0;
};

}  // namespace mirrortest
