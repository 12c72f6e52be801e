// The keyring of the operating system (QtKeychain: Secret Service, KWallet, Keychain, Credential
// Store), where this program was built with it and the system has one. Owns nothing; waits at most
// three seconds for an answer. Thread contract: any thread of a program with a Qt application.
#pragma once

#include <optional>
#include <string>

namespace hands::keychain {

// False when there is none, or it did not answer, or it keeps nothing for us.
bool write(const std::string &name, const std::string &secret);
std::optional<std::string> read(const std::string &name);
void forget(const std::string &name);

}  // namespace hands::keychain
