// dreamctl: the same organism without a window. Results go to stdout (with --json exactly one JSON
// value), progress and errors to stderr. Exit 0 all done, 2 at least one refused, 1 fault or failed
// verification, 64 usage. Thread contract: main thread.
#pragma once

#include <boost/json.hpp>

#include <map>
#include <string>
#include <vector>

namespace ctl {

enum Exit { allDone = 0, fault = 1, refused = 2, usage = 64 };

struct Call {
    std::string profile;
    std::string verb;
    std::vector<std::string> words;              // after the verb
    std::map<std::string, std::string> options;  // --name value
    bool isJson = false;

    std::string option(const std::string &name, const std::string &otherwise = {}) const;
};

// What a verb hands back: its value for --json, and the same for people when it differs.
struct Said {
    Exit exit = allDone;
    boost::json::value value;
    std::string text;
    bool isSilent = false;  // standard output was another program's
};

int run(int argc, char **argv);

Said dream(const Call &);
Said send(const Call &);
Said rows(const Call &);
Said history(const Call &);
Said search(const Call &);
Said systems(const Call &);
Said exportTo(const Call &);
Said verify(const Call &);
Said importTo(const Call &);
Said replay(const Call &);
Said erase(const Call &);
Said backup(const Call &);
Said restore(const Call &);
Said mirror(const Call &);
Said speakMcp(const Call &);
Said person(const Call &);
Said may(const Call &);
Said simulate(const Call &);
Said whatIf(const Call &);
Said bench(const Call &);

Said failed(Exit exit, const std::string &code, const std::string &sentence);
void progress(const std::string &line);

}  // namespace ctl
