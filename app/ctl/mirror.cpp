// dreamctl mirror: every dream as Markdown and JSON in a folder, once or from now on.
#include "ctl/profile.h"

#include "loop/edge.h"

#include <filesystem>

namespace ctl {

using namespace kernel;
namespace {

constexpr auto patience = std::chrono::hours(24);

std::string wholePath(const std::string &path)
{
    std::error_code error;
    std::filesystem::path whole = std::filesystem::absolute(path, error).lexically_normal();
    // "dir/" and "dir" are one folder.
    return whole.has_filename() ? whole.string() : whole.parent_path().string();
}

Said refusedBy(const Answer &answer)
{
    Said said;
    said.exit = refused;
    said.value = {{"refusal", refusalJson(answer.refusal)}};
    said.text = sentenceOf(answer.refusal);
    return said;
}

std::string sentenceFor(const dreammirror::Mirror &mirror)
{
    using dreammirror::Standing;
    std::string text = mirror.folder + ": ";
    switch (mirror.standing) {
    case Standing::Waiting: text += "not written yet"; break;
    case Standing::Away: text += "not there now"; break;
    case Standing::Failed: text += "cannot be written: " + mirror.reason; break;
    case Standing::Written: text += "written"; break;
    }
    text += "; " + std::to_string(mirror.dreams) + " dreams, " + std::to_string(mirror.files)
            + " files, " + std::to_string(mirror.bytes) + " bytes";
    if (mirror.conflicts)
        text += "; kept beside as .conflict: " + std::to_string(mirror.conflicts);
    if (mirror.erasedSince)
        text += "; may still hold " + std::to_string(mirror.erasedSince) + " erased dreams";
    return text + (mirror.isFollowed ? "; kept in step" : "");
}

}  // namespace

Said mirror(const Call &call)
{
    const std::string out = call.option("out"), follow = call.option("follow");
    const bool isStop = !call.option("stop").empty();
    if (!call.words.empty() || !out.empty() + !follow.empty() + isStop > 1)
        return failed(usage, "usage", "one of --out, --follow, --stop, or none");
    Said said;
    std::unique_ptr<hands::Body> body = open(call, false, said);
    if (!body)
        return said;
    Answer answer;
    answer.isDone = true;
    if (isStop)
        answer = body->engine().ask(dreammirror::Stop{});
    else if (!follow.empty())
        answer = body->engine().ask(dreammirror::Follow{wholePath(follow)});
    else if (!out.empty())
        answer = body->engine().ask(dreammirror::Write{wholePath(out)});
    if (!answer.isDone)
        return refusedBy(answer);
    progress("writing");
    body->mirror()->settle(patience);
    boost::json::array rows;
    const std::string wanted = !out.empty() ? wholePath(out) : std::string();
    body->engine().inspectNow([&](loop::Core &core, store::Store &) {
        for (const auto &[key, one] : core.stateOf<dreammirror::DreamMirror>().mirrors.rows()) {
            if (wanted.empty() ? !one.isFollowed : one.folder != wanted)
                continue;
            rows.push_back(loop::toJson(typeOf<dreammirror::Mirror>().fields, encode(one)));
            said.text += (said.text.empty() ? "" : "\n") + sentenceFor(one);
            if (one.standing != dreammirror::Standing::Written)
                said.exit = fault;
        }
    });
    if (rows.empty())
        said.text = "no folder is kept in step";
    said.value = std::move(rows);
    return said;
}

}  // namespace ctl
