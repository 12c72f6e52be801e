// dreamctl export ledger, import ledger, verify --books.
#include "ctl/books.h"

#include "ctl/profile.h"
#include "hands/books.h"
#include "hands/bookskeeper.h"
#include "hands/exporter.h"
#include "hands/whatif.h"

#include <chrono>
#include <fstream>

namespace ctl {

using namespace kernel;
namespace json = boost::json;

Said exportLedger(const Call &call)
{
    const std::string out = call.option("out");
    const auto format = hands::booksFormat(call.option("format", "csv"));
    if (!format || out.empty() || call.words.size() != 1)
        return failed(usage, "usage", "export ledger --format hledger|beancount|csv --out FILE");
    Said said;
    std::unique_ptr<hands::Body> body = open(call, true, said);
    if (!body)
        return said;
    hands::Books books;
    std::string error;
    body->engine().inspectNow([&](loop::Core &core, store::Store &store) {
        books =
            hands::readBooks(core, store, call.options.contains("hidden") ? "owner" : "", error);
    });
    if (!error.empty())
        return failed(fault, "export.failed", error);
    const hands::Exported written = hands::writeFile(hands::booksText(books, *format), out);
    if (!written.error.empty())
        return failed(fault, "export.cannotWrite", written.error);
    said.value = {
        {"accounts", books.accounts.size()}, {"transfers", books.lines.size()}, {"file", out}};
    said.text = "wrote " + std::to_string(books.lines.size()) + " transfers of "
                + std::to_string(books.accounts.size()) + " accounts to " + out
                + " (local play money)";
    return said;
}

Said verifyBooks(const Call &call)
{
    Said said;
    std::unique_ptr<hands::Body> body = open(call, true, said);
    if (!body)
        return said;
    hands::BooksVerdict verdict;
    std::string error;
    body->engine().inspectNow([&](loop::Core &core, store::Store &store) {
        verdict = hands::verifyBooks(hands::balancesOf(core), store, error);
    });
    if (!error.empty())
        return failed(fault, "verify.failed", error);
    json::array checks, findings;
    for (const std::string &check : verdict.checks) {
        checks.push_back(json::string(check));
        said.text += "checked " + check + '\n';
    }
    for (const std::string &finding : verdict.findings) {
        findings.push_back(json::string(finding));
        said.text += finding + '\n';
    }
    const std::string sentence =
        verdict.isGood()
            ? "the books balance: " + std::to_string(verdict.transfers)
                  + " transfers, nothing found"
            : "FAILED: " + std::to_string(verdict.findings.size()) + " findings in the books";
    said.text += sentence;
    said.value = {
        {"good", verdict.isGood()},       {"sentence", sentence}, {"accounts", verdict.accounts},
        {"transfers", verdict.transfers}, {"checks", checks},     {"findings", findings}};
    said.exit = verdict.isGood() ? allDone : fault;
    return said;
}

Said whatIf(const Call &call)
{
    const bool isSheep = call.option("token", "dream") == "sheep";
    std::map<std::string, std::uint64_t> counts{
        {"people", 3}, {"receipts", 20}, {"days", 90}, {"seed", 1}};
    for (auto &[name, count] : counts) {
        const std::string text = call.option(name, std::to_string(count));
        if (text.empty() || text.size() > 9
            || text.find_first_not_of("0123456789") != std::string::npos)
            return failed(usage, "usage", "--" + name + " wants a whole number");
        count = std::stoull(text);
    }
    const auto amount = amountFromText(call.option("amount", "0"), 18);
    if (!amount || (!isSheep && call.option("token", "dream") != "dream"))
        return failed(usage, "usage", "--token is dream or sheep, --amount a number of them");
    Said said;
    std::unique_ptr<hands::Body> body = open(call, true, said);
    if (!body)
        return said;
    economicengine::Question question;
    using namespace std::chrono;
    const Time now{duration_cast<microseconds>(system_clock::now().time_since_epoch()).count()};
    body->engine().inspectNow(
        [&](loop::Core &core, store::Store &) { question = hands::standing(core, now); });
    question.people = static_cast<std::uint32_t>(counts["people"]);
    question.receipts = static_cast<std::uint32_t>(counts["receipts"]);
    question.days = static_cast<std::uint32_t>(counts["days"]);
    question.seed = counts["seed"];
    if (call.options.contains("amount"))
        (isSheep ? question.sheepTokens : question.dreamTokens) = *amount;
    if (const Outcome may = economicengine::mayProject(question); !may)
        return failed(refused, may.refusal().code, sentenceOf(may.refusal()));
    const auto lists = [](const economicengine::Band &band) {
        return json::object{{"low", amountText(band.low, 18)},
                            {"middle", amountText(band.middle, 18)},
                            {"high", amountText(band.high, 18)}};
    };
    json::array days;
    for (const economicengine::ProjectedDay &day : economicengine::project(question)) {
        const auto &left = isSheep ? day.sheepLeft : day.dreamLeft;
        days.push_back({{"day", day.day},
                        {"left", lists(left)},
                        {"paid", lists(isSheep ? day.sheepPaid : day.dreamPaid)}});
        said.text = "after " + std::to_string(days.size()) + " days between "
                    + amountText(left.low, 18) + " and " + amountText(left.high, 18)
                    + " would be left in the treasury (nine runs of ten; local play money)";
    }
    said.value = std::move(days);
    return said;
}

Said importTo(const Call &call)
{
    if (call.words.size() != 2 || call.words[0] != "ledger")
        return failed(usage, "usage", "import ledger FILE.csv");
    std::ifstream file(call.words[1], std::ios::binary);
    if (!file)
        return failed(fault, "import.cannotRead", "cannot read " + call.words[1]);
    const std::string bytes(std::istreambuf_iterator<char>(file), {});
    std::string error;
    const std::vector<hands::BookRow> rows = hands::booksFromCsv(bytes, error);
    if (!error.empty())
        return failed(fault, "import.badFile", error);
    Said said;
    std::unique_ptr<hands::Body> body = open(call, false, said);
    if (!body)
        return said;
    const hands::BooksTaken taken = hands::takeBooks(body->engine(), rows);
    json::array missed;
    for (const auto &[line, code] : taken.missed) {
        missed.push_back({{"record", line}, {"code", code}});
        said.text += "record " + std::to_string(line) + ": " + sentenceOf({code, {}}) + '\n';
    }
    said.text += std::to_string(taken.booked) + " transfers booked, "
                 + std::to_string(taken.repeated) + " were there already, "
                 + std::to_string(taken.missed.size()) + " refused";
    said.value = {{"booked", taken.booked}, {"repeated", taken.repeated}, {"missed", missed}};
    said.exit = taken.missed.empty() ? allDone : refused;
    return said;
}

}  // namespace ctl
