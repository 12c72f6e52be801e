// One message as it would go out: a mail (RFC 5322 with MIME, RFC 2045 to 2047) or an activity
// (ActivityPub: Create of a Note, in JCS). Every byte follows from the letter, so one letter has one
// envelope; the caller checks addresses and that no header holds a line end. Owns nothing.
// Thread contract: pure functions.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace capabilities {

struct Letter {
    std::string from, to, subject, text, id, first;  // first: id of the first part, or empty
    std::int64_t seconds = 0;                        // since 1970
    bool isUrgent = false, isBulk = false;
};

std::string mailOf(const Letter &letter);
std::string activityOf(const Letter &letter);

std::string mailDate(std::int64_t seconds);        // "Sun, 01 Mar 2026 12:00:00 +0000"
std::string encodedHeader(std::string_view text);  // of Subject: as it is, or RFC 2047
// Parts of at most that many bytes (at least 4), cut behind a line end if there is one, never within
// a character; together they are the text.
std::vector<std::string_view> partsOf(std::string_view text, std::size_t bytesMax);

}  // namespace capabilities
