// What the profile's folder holds beside the database: its device key (mode 0600) and the last
// signed tip. Thread contract: one thread.
#pragma once

#include "crypto/sign.h"
#include "loop/platform.h"
#include "loop/random.h"
#include "store/store.h"

#include <optional>
#include <string>
#include <string_view>

namespace loop {

std::optional<crypto::KeyPair> loadDeviceKey(const std::string &folder, Random &random,
                                             bool mayMake, std::string &error);
// folder/tip.json, written aside and renamed.
std::string writeTipFile(const std::string &folder, const store::Tip &tip);
std::string tipJson(const store::Tip &tip);
std::optional<store::Tip> tipFromJson(const std::string &json);

}  // namespace loop
