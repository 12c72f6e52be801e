#include "capabilities/hashchain.h"

#include "capabilities/artefact.h"
#include "crypto/hash.h"

namespace capabilities {

namespace json = boost::json;

namespace {

std::string hashOf(const json::object &record)
{
    return crypto::sha256(canonical(record)).hex();
}

void judge(ChainWalk &walk, std::size_t number, std::string_view line)
{
    const auto fault = [&](std::string_view what, std::int64_t expected = 0,
                           std::int64_t found = 0) {
        walk.faults.push_back({number, what, expected, found});
    };
    const auto value = parsed(line);
    if (!value || !value->is_object() || !isWhole(*value)) {
        fault("unreadable");
        return;
    }
    json::object record = value->get_object();
    if (canonical(record) != line)
        fault("spelling");
    const std::string stated(textOf(record, "hash")), before(textOf(record, "prev"));
    const std::int64_t seq = integerOf(record, "seq", -1);
    record.erase("hash");
    if (hashOf(record) != stated)
        fault("hash");
    if (before != walk.head)
        fault("link");
    if (seq != walk.last + 1)
        fault(seq > walk.last ? "gap" : "order", walk.last + 1, seq);
    walk.head = stated;
    walk.last = std::max(walk.last, std::min(seq, INT64_MAX - 1));
    walk.records.push_back(std::move(record));
    walk.lines.push_back(number);
}

}  // namespace

std::string chainStart()
{
    return std::string(64, '0');
}

bool isWhole(const json::value &value)
{
    if (value.is_array())
        return std::ranges::all_of(value.get_array(), isWhole);
    if (value.is_object())
        return std::ranges::all_of(value.get_object(),
                                   [](const auto &member) { return isWhole(member.value()); });
    return !value.is_double();
}

std::string chainLine(json::object record, std::int64_t seq, std::string &head)
{
    record["prev"] = head;
    record["seq"] = seq;
    record.erase("hash");
    head = hashOf(record);
    record["hash"] = head;
    return canonical(record) + '\n';
}

ChainWalk walkChain(std::string_view log, const std::stop_token &stop)
{
    ChainWalk walk;
    walk.head = chainStart();
    for (std::size_t number = 1; !log.empty() && !stop.stop_requested(); ++number) {
        const std::size_t end = log.find('\n');
        judge(walk, number, log.substr(0, end));
        if (end == log.npos) {
            walk.faults.push_back({number, "unended"});
            break;
        }
        log.remove_prefix(end + 1);
    }
    return walk;
}

json::array faultsWritten(const std::vector<ChainFault> &faults, std::size_t most)
{
    json::array out;
    for (const ChainFault &fault : faults) {
        if (out.size() == most)
            break;
        json::object written{{"fault", fault.what}, {"line", fault.line}};
        if (fault.what == "gap" || fault.what == "order") {
            written["expected"] = fault.expected;
            written["found"] = fault.found;
        }
        out.emplace_back(std::move(written));
    }
    return out;
}

}  // namespace capabilities
