#include "loop/bundleform.h"

#include "crypto/merkle.h"
#include "loop/profile.h"

#include <boost/json.hpp>

namespace loop {

using kernel::CborReader;
using kernel::Digest;
namespace json = boost::json;

namespace {

constexpr const char *factsType = "DreamScope bundle 1";
constexpr const char *dreamType = "DreamScope dream 1";

std::string hexOf(std::string_view bytes)
{
    constexpr char digits[] = "0123456789abcdef";
    std::string text;
    text.reserve(bytes.size() * 2);
    for (unsigned char byte : bytes) {
        text.push_back(digits[byte >> 4]);
        text.push_back(digits[byte & 15]);
    }
    return text;
}

// A reader that remembers its first disappointment.
struct Strict {
    bool isGood = true;

    const json::value &at(const json::value &value, const char *name)
    {
        static const json::value nothing;
        const json::object *object = value.if_object();
        const json::value *found = object ? object->if_contains(name) : nullptr;
        isGood = isGood && found;
        return found ? *found : nothing;
    }
    std::uint64_t number(const json::value &value)
    {
        if (value.is_uint64())
            return value.get_uint64();
        isGood = isGood && value.is_int64() && value.get_int64() >= 0;
        return isGood ? static_cast<std::uint64_t>(value.get_int64()) : 0;
    }
    std::string text(const json::value &value)
    {
        isGood = isGood && value.is_string();
        return isGood ? std::string(value.get_string()) : std::string();
    }
    std::string bytes(const json::value &value)
    {
        const std::string hex = text(value);
        std::string out;
        isGood = isGood && hex.size() % 2 == 0;
        for (std::size_t i = 0; isGood && i < hex.size(); i += 2) {
            const int high = Digest::hexValue(hex[i]), low = Digest::hexValue(hex[i + 1]);
            isGood = high >= 0 && low >= 0;
            out.push_back(static_cast<char>(high << 4 | low));
        }
        return out;
    }
    Digest digest(const json::value &value)
    {
        const auto found = Digest::fromHex(text(value));
        isGood = isGood && found;
        return found.value_or(Digest{});
    }
    const json::array &list(const json::value &value)
    {
        static const json::array nothing;
        isGood = isGood && value.is_array();
        return isGood ? value.get_array() : nothing;
    }
    std::vector<Digest> digests(const json::value &value)
    {
        std::vector<Digest> found;
        for (const json::value &item : list(value))
            found.push_back(digest(item));
        return found;
    }
};

json::array digestList(const std::vector<Digest> &digests)
{
    json::array list;
    for (const Digest &digest : digests)
        list.push_back(json::string(digest.hex()));
    return list;
}

json::object pageJson(const BundlePage &page)
{
    json::array facts;
    for (const BundleFact &fact : page.facts)
        facts.push_back({{"bytes", hexOf(fact.bytes)}, {"index", fact.index}, {"path", digestList(fact.path)},
                         {"salt", hexOf(fact.salt)}});
    return {{"commands", page.commands.hex()}, {"count", page.count}, {"facts", facts},
            {"firstFact", page.head.firstFact}, {"inclusion", digestList(page.inclusion)},
            {"nextId", page.head.nextId}, {"previous", page.head.previous.hex()}, {"reacted", page.head.reacted},
            {"seq", page.head.seq}, {"time", page.head.time.us}, {"version", page.head.version}};
}

BundlePage pageFrom(Strict &strict, const json::value &value)
{
    BundlePage page;
    page.commands = strict.digest(strict.at(value, "commands"));
    page.count = strict.number(strict.at(value, "count"));
    page.head.firstFact = strict.number(strict.at(value, "firstFact"));
    page.head.nextId = strict.number(strict.at(value, "nextId"));
    page.head.previous = strict.digest(strict.at(value, "previous"));
    page.head.reacted = strict.number(strict.at(value, "reacted"));
    page.head.seq = strict.number(strict.at(value, "seq"));
    page.head.time.us = static_cast<std::int64_t>(strict.number(strict.at(value, "time")));
    page.head.version = strict.number(strict.at(value, "version"));
    page.inclusion = strict.digests(strict.at(value, "inclusion"));
    for (const json::value &item : strict.list(strict.at(value, "facts")))
        page.facts.push_back({strict.number(strict.at(item, "index")), strict.bytes(strict.at(item, "bytes")),
                              strict.bytes(strict.at(item, "salt")), strict.digests(strict.at(item, "path"))});
    strict.isGood = strict.isGood && page.head.seq > 0;
    return page;
}

void collect(CborReader &reader, std::vector<Digest> &found, int depth)
{
    switch (depth < 16 ? reader.peek() : 7) {
    case 2: {
        const std::string_view bytes = reader.bytes();
        if (bytes.size() == 32) {
            Digest digest;
            std::copy(bytes.begin(), bytes.end(), digest.bytes.begin());
            found.push_back(digest);
        }
        return;
    }
    case 4:
        for (std::uint64_t left = reader.array(); left && reader.isGood(); --left)
            collect(reader, found, depth + 1);
        return;
    default: reader.skip();
    }
}

void look(CborReader &reader, std::uint64_t dream, KeyRing &keys, TextsIn &texts, int depth)
{
    const int type = depth < 16 ? reader.peek() : 7;
    if (type == 0) {
        texts.isAbout |= reader.unsignedInteger() == dream;
    } else if (type == 4) {
        // Sealed text is [thing, bytes].
        CborReader inside(reader.rest());
        if (inside.array() == 2 && inside.peek() == 0 && inside.unsignedInteger() == dream && inside.peek() == 2) {
            const std::string_view sealed = inside.bytes();
            if (inside.isGood() && sealed.size() >= 40) {
                const bool isOpen = keys.open(dream, sealed).has_value();
                texts.opened |= isOpen;
                texts.broken |= !isOpen;
                texts.isAbout = true;
                reader.skip();
                return;
            }
        }
        for (std::uint64_t left = reader.array(); left && reader.isGood(); --left)
            look(reader, dream, keys, texts, depth + 1);
    } else {
        reader.skip();
    }
}

}  // namespace

std::string bundleText(const Bundle &bundle)
{
    json::object object;
    if (bundle.dream) {
        json::array blobs;
        for (const auto &[digest, bytes] : bundle.blobs) {
            const bool isText = kernel::isUtf8(bytes);
            blobs.push_back({{"digest", digest.hex()}, {isText ? "text" : "hex", isText ? bytes : hexOf(bytes)}});
        }
        object["blobs"] = blobs;
        object["dream"] = kernel::idText(bundle.dream);
        object["key"] = hexOf(bundle.key);
    }
    json::array pages;
    for (const BundlePage &page : bundle.pages)
        pages.push_back(pageJson(page));
    object["pages"] = pages;
    object["tip"] = json::parse(tipJson(bundle.tip));
    object["type"] = bundle.dream ? dreamType : factsType;
    return json::serialize(object) + '\n';
}

std::optional<Bundle> readBundle(std::string_view text, std::string &error)
{
    boost::system::error_code failed;
    const json::value value = json::parse(text, failed);
    if (failed) {
        error = "is not JSON: it was changed, or is no export of DreamScope";
        return {};
    }
    Strict strict;
    Bundle bundle;
    const std::string type = strict.text(strict.at(value, "type"));
    if (type != factsType && type != dreamType) {
        error = "is no export of DreamScope that this version knows";
        return {};
    }
    const auto tip = tipFromJson(json::serialize(strict.at(value, "tip")));
    strict.isGood = strict.isGood && tip;
    if (tip)
        bundle.tip = *tip;
    for (const json::value &page : strict.list(strict.at(value, "pages")))
        bundle.pages.push_back(pageFrom(strict, page));
    if (type == dreamType) {
        const auto dream = kernel::idFromText(strict.text(strict.at(value, "dream")));
        strict.isGood = strict.isGood && dream && *dream;
        bundle.dream = dream.value_or(0);
        bundle.key = strict.bytes(strict.at(value, "key"));
        for (const json::value &blob : strict.list(strict.at(value, "blobs"))) {
            const bool isText = blob.is_object() && blob.get_object().contains("text");
            const Digest digest = strict.digest(strict.at(blob, "digest"));
            bundle.blobs[digest] = isText ? strict.text(strict.at(blob, "text")) : strict.bytes(strict.at(blob, "hex"));
        }
    }
    if (!strict.isGood) {
        error = "lacks a part, or a part was changed";
        return {};
    }
    if (bundleText(bundle) != text) {
        error = "is not spelled as it was written: it was changed";
        return {};
    }
    return bundle;
}

std::optional<Digest> rootFromPath(const Digest &leaf, std::uint64_t index, std::uint64_t size,
                                   const std::vector<Digest> &path)
{
    if (index >= size)
        return {};
    std::uint64_t fn = index, sn = size - 1;
    Digest root = leaf;
    for (const Digest &sibling : path) {
        if (sn == 0)
            return {};
        if (fn % 2 || fn == sn) {
            root = crypto::merkle::Blake2b::node(sibling, root);
            for (; fn % 2 == 0 && fn; fn >>= 1)
                sn >>= 1;
        } else {
            root = crypto::merkle::Blake2b::node(root, sibling);
        }
        fn >>= 1;
        sn >>= 1;
    }
    return sn ? std::nullopt : std::optional<Digest>(root);
}

std::vector<Digest> digestsIn(std::string_view fact)
{
    std::vector<Digest> found;
    CborReader reader(fact);
    collect(reader, found, 0);
    return found;
}

TextsIn textsIn(std::string_view fact, std::uint64_t dream, KeyRing &keys)
{
    TextsIn texts;
    CborReader reader(fact);
    look(reader, dream, keys, texts, 0);
    return texts;
}

}  // namespace loop
