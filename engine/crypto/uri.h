// Uniform resource identifiers by the grammar of RFC 3986, strictly: whether a text is an absolute
// URI, or an authority (user, host, port) that names a host. Owns nothing, resolves nothing.
// Thread contract: pure functions.
#pragma once

#include <string_view>

namespace crypto {

bool isScheme(std::string_view text);         // section 3.1
bool isAuthority(std::string_view text);      // section 3.2, with a host that is not empty
bool isUri(std::string_view text);            // section 3, a fragment allowed
bool isPathText(std::string_view text);       // *pchar, section 3.3
bool isStatementText(std::string_view text);  // reserved, unreserved and spaces, at least one

}  // namespace crypto
