// A dream as files for people without this program: Markdown with its facts in front and links behind,
// and JSON with everything; the names of those files, and the index over all. Owns no state and
// reads nothing: what it needs is handed in. Thread contract: pure functions.
#pragma once

#include "agents/echo.h"
#include "agents/lucid.h"
#include "hands/mirrorgather.h"

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace hands {

// What the index says of a dream, and what links look for.
struct MirrorCard {
    dreams::Dream row;
    std::string stem;
};

// "what-the-title-says-ID", with "archive/" before it when it is archived; at most 100 bytes.
std::string mirrorStem(const dreams::Dream &dream);
// From one file to another, as a Markdown link needs it.
std::string mirrorPath(const std::string &from, const std::string &to);

// One thing a dream points at: "b:" and a text's digest (resonance), "t:" and a folded title ([[…]]),
// "i:" and an id (dreamscope:dream/…).
struct MirrorWant {
    std::string key;
    int score = -1;  // of a resonance, in ten thousandths
    std::string why;
};
std::vector<MirrorWant> mirrorWants(std::string_view text, std::string_view resonanceJson);
std::string titleKey(std::string_view title);

struct MirrorLink {
    std::uint64_t dream = 0;
    std::string title, stem;
    int score = -1;
    std::string why;
};

struct MirrorDream {
    MirrorCard card;
    std::optional<lucid::Analysis> analysis;
    std::optional<echo::Standing> standing;
    DreamFacts facts;
    std::string text;
    std::vector<MirrorLink> links, backlinks;
    // Bytes of a blob of this dream.
    std::function<std::optional<std::string>(const kernel::Digest &)> blob;
};

// The newest artefact of an agent by that name; null when there is none.
const dreamvault::Kept *newestArtefact(const DreamFacts &facts, std::string_view agent,
                                       std::string_view name);
// The newest of each agent and name, in that order.
std::vector<const Stood<dreamvault::Kept> *> newestArtefacts(const DreamFacts &facts);
std::string joinedTexts(const std::vector<std::string> &texts, const char *between);
std::string mirrorMarkdown(const MirrorDream &dream);
std::string mirrorJson(const MirrorDream &dream);
std::string mirrorIndexMarkdown(const std::vector<const MirrorCard *> &cards);
std::string mirrorIndexJson(const std::vector<const MirrorCard *> &cards);

}  // namespace hands
