// A validator for JSON Schema, the common subset of draft 7 and 2020-12 and what both add to it
// except remote references. Own code although valijson exists: that one stops at draft 7, names
// neither keyword nor JSON pointer, cannot be stopped, and its std::regex overflows the stack on
// long strings. Owns evaluation; parsing is Boost.JSON's, storage the caller's.
// Thread contract: a pure function; any thread, no shared state.
#pragma once

#include <boost/json.hpp>

#include <cstddef>
#include <stop_token>
#include <string>
#include <vector>

namespace jsonschema {

struct Fault {
    std::string path;     // JSON pointer (RFC 6901) into the instance; "" is the whole of it
    std::string keyword;  // the schema keyword that said no; "false" for the schema false
    std::string message;  // a sentence for people, made of the schema's and the instance's values
};

struct Options {
    bool areFormatsAsserted = false;  // 2020-12 treats "format" as a remark unless asked
    std::size_t faultsMax = 200;      // further faults are counted, not listed
    std::size_t depthMax = 200;       // nesting of schema and references together
    std::stop_token stop;
};

struct Report {
    bool isValid = false;
    bool isStopped = false;
    std::vector<Fault> faults;     // in document order of the schema's keywords
    std::size_t faultsTotal = 0;   // may exceed faults.size()
    std::string schemaFault;       // "", or one of: reference, regex, depth, shape
    std::string schemaFaultWhere;  // the reference or expression meant
};

Report validate(const boost::json::value &schema, const boost::json::value &instance,
                const Options &options = {});

// Whether the text has the named format (RFC 3339, 5321, 3986, 4122 ...); unknown names pass.
bool hasFormat(std::string_view format, std::string_view text);

}  // namespace jsonschema
