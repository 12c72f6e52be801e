#include "loop/profile.h"

#include <boost/json.hpp>

#include <cerrno>
#include <cstring>

namespace loop {

namespace {

std::string hexOf(std::string_view bytes)
{
    constexpr char digits[] = "0123456789abcdef";
    std::string text;
    for (unsigned char byte : bytes) {
        text.push_back(digits[byte >> 4]);
        text.push_back(digits[byte & 15]);
    }
    return text;
}

std::optional<std::string> bytesFromHex(std::string_view text)
{
    std::string bytes;
    if (text.size() % 2)
        return {};
    for (std::size_t i = 0; i < text.size(); i += 2) {
        const int high = kernel::Digest::hexValue(text[i]), low = kernel::Digest::hexValue(text[i + 1]);
        if (high < 0 || low < 0)
            return {};
        bytes.push_back(static_cast<char>(high << 4 | low));
    }
    return bytes;
}

}  // namespace

std::optional<crypto::KeyPair> loadDeviceKey(const std::string &folder, Random &random, bool mayMake,
                                             std::string &error)
{
    const std::string path = folder + "/device.key";
    std::optional<std::string> seed = readSmallFile(path, 64);
    if (!seed && errno == ENOENT && mayMake) {
        std::array<std::uint8_t, 32> raw;
        random.fill(raw);
        seed = std::string(raw.begin(), raw.end());
        if (error = replaceFile(path, *seed); !error.empty())
            return {};
    }
    if (!seed || seed->size() != 32) {
        error = seed ? path + " is not a device key" : "cannot read " + path;
        return {};
    }
    std::array<std::uint8_t, 32> raw;
    std::memcpy(raw.data(), seed->data(), raw.size());
    crypto::KeyPair pair{crypto::SecretKey(raw)};
    crypto::wipe(raw);
    crypto::wipe({reinterpret_cast<std::uint8_t *>(seed->data()), seed->size()});
    return pair;
}

std::string tipJson(const store::Tip &tip)
{
    boost::json::object object;
    object["at"] = tip.at.us;
    object["facts"] = tip.facts;
    object["hash"] = tip.hash.hex();
    object["key"] = hexOf(tip.key);
    object["pages"] = tip.pages;
    object["root"] = tip.root.hex();
    object["signature"] = hexOf(tip.signature);
    object["type"] = "DreamScope tip 1";
    return boost::json::serialize(object) + '\n';
}

std::optional<store::Tip> tipFromJson(const std::string &json)
{
    boost::system::error_code error;
    const boost::json::value value = boost::json::parse(json, error);
    const boost::json::object *object = error ? nullptr : value.if_object();
    if (!object)
        return {};
    const auto number = [&](const char *name) -> std::optional<std::uint64_t> {
        const boost::json::value *found = object->if_contains(name);
        if (!found || !found->is_number() || found->is_double())
            return {};
        return found->is_uint64() ? found->get_uint64() : static_cast<std::uint64_t>(found->get_int64());
    };
    const auto text = [&](const char *name) -> std::string {
        const boost::json::value *found = object->if_contains(name);
        return found && found->is_string() ? std::string(found->get_string()) : std::string();
    };
    const auto pages = number("pages"), facts = number("facts"), at = number("at");
    const auto hash = kernel::Digest::fromHex(text("hash")), root = kernel::Digest::fromHex(text("root"));
    const auto key = bytesFromHex(text("key")), signature = bytesFromHex(text("signature"));
    if (!pages || !facts || !at || !hash || !root || !key || !signature || key->size() != 32
        || signature->size() != 64)
        return {};
    store::Tip tip;
    tip.pages = *pages;
    tip.facts = *facts;
    tip.at.us = static_cast<std::int64_t>(*at);
    tip.hash = *hash;
    tip.root = *root;
    tip.key = *key;
    tip.signature = *signature;
    return tip;
}

std::string writeTipFile(const std::string &folder, const store::Tip &tip)
{
    return replaceFile(folder + "/tip.json", tipJson(tip));
}

}  // namespace loop
