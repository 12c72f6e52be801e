// A log in which every line holds the hash of the one before (Schneier and Kelsey 1999, without
// their keys; as the hash chain of Haber and Stornetta 1991). A line is canonical JSON (canonical.h,
// no fractions) with the members "seq" (from 1, by 1), "prev" (64 zeros at first) and "hash": the
// SHA-256 of the line without "hash". So every byte is fixed; what a chain alone cannot show is
// lines cut off its end, for which the caller keeps the last hash. Owns nothing.
// Thread contract: pure functions.
#pragma once

#include <boost/json.hpp>

#include <cstdint>
#include <stop_token>
#include <string>
#include <string_view>
#include <vector>

namespace capabilities {

struct ChainFault {
    std::size_t line = 0;                  // from 1
    std::string_view what;                 // unreadable, spelling, hash, link, gap, order, unended
    std::int64_t expected = 0, found = 0;  // sequence numbers of a gap or a wrong order
};

struct ChainWalk {
    std::vector<boost::json::object> records;  // of the lines that could be read
    std::vector<std::size_t> lines;            // where each stands
    std::vector<ChainFault> faults;
    std::string head;  // hash of the last record
    std::int64_t last = 0;
};

std::string chainStart();  // the "prev" of the first record
// True if nothing in it is a fraction.
bool isWhole(const boost::json::value &value);
// The record with seq, prev and hash; `head` becomes its hash.
std::string chainLine(boost::json::object record, std::int64_t seq, std::string &head);
ChainWalk walkChain(std::string_view log, const std::stop_token &stop);
boost::json::array faultsWritten(const std::vector<ChainFault> &faults, std::size_t most);

}  // namespace capabilities
