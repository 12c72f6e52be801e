// The edge between typed structs and the words of people and other programs: rows and facts to JSON,
// text and JSON to commands, always by the fields the system declared. Ids are 13 characters, digests
// hexadecimal, amounts decimal strings, times RFC 3339. Thread contract: pure functions.
#pragma once

#include "kernel/system.h"

#include <boost/json.hpp>

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace loop {

// A plain CBOR array of these fields, as an object.
boost::json::object toJson(const std::vector<kernel::FieldInfo> &fields, std::string_view cbor,
                           bool hasKind = false);
boost::json::value toJson(const kernel::FieldType &type, kernel::CborReader &reader);

// The CBOR of a command from named values; `error` names the field that does not fit.
std::string fromJson(const std::vector<kernel::FieldInfo> &fields, const boost::json::object &values,
                     std::string &error);
// From command-line words: every value is text, lists are separated by commas, "@" nothing.
std::string fromWords(const std::vector<kernel::FieldInfo> &fields,
                      const std::vector<std::pair<std::string, std::string>> &words, std::string &error);

// An Ask from a command's name and values; nothing, and words, when they do not fit.
std::optional<kernel::Ask> makeAsk(const kernel::CommandInfo &command, const boost::json::object &values,
                                   std::string &error);

boost::json::object describe(const kernel::FieldInfo &field);
boost::json::object describe(const kernel::SystemInfo &system);

std::string timeText(kernel::Time time);
std::optional<kernel::Time> timeFromText(std::string_view text);
// "NightDream" is shown as "nightDream".
std::string optionText(std::string_view option);

}  // namespace loop
