#include "ctl/commands.h"

#include <algorithm>
#include <csignal>
#include <cstdlib>
#include <exception>
#include <functional>
#include <iostream>

#include <QCoreApplication>

namespace ctl {

namespace {

struct Verb {
    const char *name;
    const char *usage;
    Said (*run)(const Call &);
};

constexpr Verb verbs[] = {
    {"dream",
     "dream [--seed N] [--files-from LIST] FILE|DIR|-...   work texts; waits until all is done",
     dream},
    {"send", "send NAME key=value... [--as WHO] [--passphrase-from FILE]   ask any command", send},
    {"rows",
     "rows TABLE [--where key=value] [--limit N] [--settled | --at TIME|FACT]   rows of a table, now or as they were",
     rows},
    {"history", "history ID                            every fact about a thing", history},
    {"search",
     "search [--limit N] [--archived] TEXT...   dreams with these words: \"a phrase\", front*, -without, title:word",
     search},
    {"systems", "systems                               every system, from its own declaration",
     systems},
    {"export", "export receipts|all|hidden|dream ID --out PATH   a file that proves itself",
     exportTo},
    {"export",
     "export ledger --format hledger|beancount|csv --out PATH [--hidden]   the books, for other programs",
     exportTo},
    {"import",
     "import ledger FILE.csv                transfers of another ledger, those that are there already left out",
     importTo},
    {"verify",
     "verify [PATH] [--key FPR] [--witness FILE] | --books   the profile, an exported file, or the ledger",
     verify},
    {"replay",
     "replay --check                        rebuild everything from the journal and compare",
     replay},
    {"person",
     "person [add|words|restore|passphrase|card|wallet WHO] | token NAME | check FILE   whose keys are here; passports others can check",
     person},
    {"may", "may [WHO COMMAND [ID]]                who may ask what, and why", may},
    {"simulate", "simulate --seeds N [--from N]         the organism in virtual time, from seeds",
     simulate},
    {"whatif",
     "whatif [--token dream|sheep] [--people N] [--receipts N] [--days N] [--amount A] [--seed N]   what the rules would pay from tomorrow on",
     whatIf},
    {"bench", "bench [NAME...] [--count N] [--texts DIR]   figures of this machine", bench},
    {"erase", "erase ID                              a dream's words go for ever", erase},
    {"backup",
     "backup [--out FOLDER] | words         a sealed copy of the profile, proved by restoring it; the words that open it",
     backup},
    {"restore", "restore FILE --into FOLDER [--words-from FILE]   a profile from a backup",
     restore},
    {"mirror",
     "mirror [--out DIR | --follow DIR | --stop]   every dream as Markdown and JSON in a folder: once, kept in step, no more",
     mirror},
    {"mcp",
     "mcp [--as WHO] [--passphrase-from FILE]   tools for another program, over standard input and output (Model Context Protocol)",
     speakMcp},
};

constexpr const char *flags[] = {"archived", "books", "check", "hidden", "settled", "stop"};

int help(bool isAsked)
{
    std::ostream &out = isAsked ? std::cout : std::cerr;
    out << "dreamctl [--profile DIR] [--json] VERB ...\n\n";
    for (const Verb &verb : verbs)
        out << "  " << verb.usage << '\n';
    out << "\nExit: 0 all done, 2 at least one refused, 1 fault or failed verification, 64 usage.\n";
    return isAsked ? allDone : usage;
}

std::string defaultProfile()
{
    const char *data = std::getenv("XDG_DATA_HOME");
    const char *home = std::getenv("HOME");
    return (data && *data ? std::string(data) : std::string(home ? home : ".") + "/.local/share")
           + "/DreamScope";
}

// Everything after "--" and every lone "-" is a word.
bool parse(int argc, char **argv, Call &call, bool &isHelp)
{
    bool isRest = false;
    for (int i = 1; i < argc; ++i) {
        const std::string word = argv[i];
        if (isRest || word == "-" || !word.starts_with("--")) {
            if (call.verb.empty())
                call.verb = word;
            else
                call.words.push_back(word);
        } else if (word == "--") {
            isRest = true;
        } else if (word == "--help") {
            isHelp = true;
        } else if (word == "--json") {
            call.isJson = true;
        } else {
            std::string name = word.substr(2), value = "true";
            const std::size_t equals = name.find('=');
            const bool isFlag =
                std::find(std::begin(flags), std::end(flags), name) != std::end(flags);
            if (equals != std::string::npos) {
                value = name.substr(equals + 1);
                name.resize(equals);
            } else if (!isFlag) {
                if (++i == argc)
                    return false;
                value = argv[i];
            }
            (name == "profile" ? call.profile : call.options[name]) = value;
        }
    }
    if (call.profile.empty())
        call.profile = defaultProfile();
    return true;
}

}  // namespace

std::string Call::option(const std::string &name, const std::string &otherwise) const
{
    const auto found = options.find(name);
    return found == options.end() ? otherwise : found->second;
}

Said failed(Exit exit, const std::string &code, const std::string &sentence)
{
    return {exit, {{"error", code}, {"sentence", sentence}}, sentence};
}

void progress(const std::string &line)
{
    std::cerr << line << std::endl;
}

int run(int argc, char **argv)
{
    Call call;
    bool isHelp = false;
    if (!parse(argc, argv, call, isHelp))
        return help(false);
    if (isHelp || call.verb == "help")
        return help(true);
    const auto verb = std::find_if(std::begin(verbs), std::end(verbs),
                                   [&](const Verb &one) { return call.verb == one.name; });
    if (verb == std::end(verbs))
        return help(false);
    QCoreApplication application(argc, argv);
    Said said;
    try {
        said = verb->run(call);
    } catch (const std::exception &thrown) {
        said = failed(fault, "fault", thrown.what());
    }
    if (said.exit == usage && !call.isJson) {
        std::cerr << (said.text.empty() ? "" : said.text + "\n") << "usage: dreamctl "
                  << verb->usage << '\n';
        return usage;
    }
    if (said.isSilent)
        return said.exit;
    if (call.isJson)
        std::cout << boost::json::serialize(said.value) << std::endl;
    else if (said.exit == fault && said.value.is_object()
             && said.value.get_object().contains("error"))
        std::cerr << said.text << std::endl;
    else
        std::cout << (said.text.empty() ? boost::json::serialize(said.value) : said.text)
                  << std::endl;
    return said.exit;
}

}  // namespace ctl
