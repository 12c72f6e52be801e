// The form of a bundle: its parts, its one spelling as JSON, and reading it back strictly: what does
// not give the same bytes when written again is refused, so that no byte is free.
// Thread contract: plain values and pure functions.
#pragma once

#include "loop/keyring.h"
#include "store/store.h"

#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace loop {

struct BundleFact {
    std::size_t index = 0;          // in its page
    std::string bytes;
    std::string salt;               // 16 bytes
    std::vector<kernel::Digest> path;
};

struct BundlePage {
    store::PageHead head;           // without the page's salt, which would open its neighbours
    std::uint64_t count = 0;        // facts of the page
    kernel::Digest commands;
    std::vector<kernel::Digest> inclusion;
    std::vector<BundleFact> facts;
};

struct Bundle {
    store::Tip tip;
    std::vector<BundlePage> pages;
    std::uint64_t dream = 0;        // of a dream's export, with its key and blobs
    std::string key;
    std::map<kernel::Digest, std::string> blobs;
};

std::string bundleText(const Bundle &bundle);
std::optional<Bundle> readBundle(std::string_view text, std::string &error);

// RFC 9162 2.1.3.2, giving the root instead of comparing it (BLAKE2b inside a page).
std::optional<kernel::Digest> rootFromPath(const kernel::Digest &leaf, std::uint64_t index, std::uint64_t size,
                                           const std::vector<kernel::Digest> &path);
// Every 32-byte string in a fact.
std::vector<kernel::Digest> digestsIn(std::string_view fact);

struct TextsIn {
    bool isAbout = false, opened = false, broken = false;
};
// Whether a fact names the dream, and whether its sealed texts open with its key.
TextsIn textsIn(std::string_view fact, std::uint64_t dream, KeyRing &keys);

}  // namespace loop
