#include "text/fingerprint.h"

#include "text/document.h"

#include <boost/json.hpp>

#include <algorithm>

namespace text {

namespace json = boost::json;

namespace {

constexpr std::size_t keywordsMax = 64;

std::vector<std::uint64_t> elementsOf(const Document &document)
{
    std::vector<std::uint64_t> formHashes(document.forms().size());
    for (std::uint32_t form = 0; form < formHashes.size(); ++form)
        formHashes[form] = hashOf(document.formText(form));
    std::vector<std::uint64_t> elements;
    elements.reserve(document.tokens().size() + document.stems().size());
    std::uint64_t before = 1, last = 2;
    std::size_t seen = 0;
    for (const Token &token : document.tokens()) {
        const std::uint64_t hash = formHashes[token.form];
        if (++seen >= 3)
            elements.push_back(mixed(before * 3 + mixed(last * 5 + hash)));
        before = last;
        last = hash;
    }
    // Three words in a row are too strict for a note of a few lines, so single stems join them.
    for (std::uint32_t stem = 0; stem < document.stems().size(); ++stem) {
        if (!document.stems()[stem].isStopWord)
            elements.push_back(mixed(hashOf(document.stemText(stem)) + 7));
    }
    return elements;
}

bool hasLetter(std::string_view stem)
{
    return std::any_of(stem.begin(), stem.end(), [](char c) {
        return (c | 32) >= 'a' && (c | 32) <= 'z' ? true : static_cast<unsigned char>(c) >= 0x80;
    });
}

// By the bytes of the stems; mostly the first eight of them decide, compared as one number.
void sortByText(const Document &document, std::vector<std::uint32_t> &stems)
{
    std::vector<std::pair<std::uint64_t, std::uint32_t>> keyed;
    keyed.reserve(stems.size());
    for (const std::uint32_t stem : stems) {
        const std::string_view bytes = document.stemText(stem);
        std::uint64_t first = 0;
        for (std::size_t i = 0; i < 8; ++i)
            first = first << 8 | (i < bytes.size() ? static_cast<unsigned char>(bytes[i]) : 0u);
        keyed.emplace_back(first, stem);
    }
    std::sort(keyed.begin(), keyed.end(), [&](const auto &a, const auto &b) {
        return a.first != b.first ? a.first < b.first
                                  : document.stemText(a.second) < document.stemText(b.second);
    });
    for (std::size_t i = 0; i < stems.size(); ++i)
        stems[i] = keyed[i].second;
}

std::uint64_t unsignedOf(const json::object &object, std::string_view name)
{
    const json::value *value = object.if_contains(name);
    if (!value)
        return 0;
    return value->is_uint64() ? value->get_uint64()
           : value->is_int64() && value->get_int64() > 0
               ? static_cast<std::uint64_t>(value->get_int64())
               : 0;
}

bool readStems(const json::value *list, Fingerprint &out)
{
    if (!list || !list->is_array())
        return false;
    for (const json::value &entry : list->get_array()) {
        if (out.stems.size() == Fingerprint::stemsMax)
            break;
        const json::array *pair = entry.if_array();
        if (!pair || pair->size() < 2 || !(*pair)[0].is_string() || !(*pair)[1].is_int64())
            return false;
        FingerprintStem stem;
        stem.stem = (*pair)[0].get_string().c_str();
        stem.count = static_cast<std::uint32_t>(
            std::clamp<std::int64_t>((*pair)[1].get_int64(), 1, 1'000'000));
        if (pair->size() > 2 && (*pair)[2].is_string())
            stem.word = (*pair)[2].get_string().c_str();
        out.stems.push_back(std::move(stem));
    }
    const auto byStem = [](const auto &a, const auto &b) { return a.stem < b.stem; };
    if (!std::is_sorted(out.stems.begin(), out.stems.end(), byStem))
        std::sort(out.stems.begin(), out.stems.end(), byStem);
    const auto isSame = [](const auto &a, const auto &b) { return a.stem == b.stem; };
    out.stems.erase(std::unique(out.stems.begin(), out.stems.end(), isSame), out.stems.end());
    return true;
}

}  // namespace

Fingerprint fingerprintOf(const Document &document)
{
    Fingerprint out;
    out.bytes = document.text().size();
    out.words = document.wordCount();
    out.language = languageCode(document.language());
    out.minhash = minhash(elementsOf(document));

    std::vector<std::uint32_t> kept;
    for (std::uint32_t stem = 0; stem < document.stems().size(); ++stem) {
        if (!document.stems()[stem].isStopWord && hasLetter(document.stemText(stem)))
            kept.push_back(stem);
    }
    if (kept.size() > Fingerprint::stemsMax) {
        // ids grow in order of appearance: of equal counts the earlier stays
        std::stable_sort(kept.begin(), kept.end(), [&](std::uint32_t a, std::uint32_t b) {
            return document.stems()[a].count > document.stems()[b].count;
        });
        kept.resize(Fingerprint::stemsMax);
    }
    sortByText(document, kept);
    const std::vector<std::uint32_t> forms = document.mainForms();
    std::vector<std::pair<std::uint64_t, std::uint32_t>> features;
    for (const std::uint32_t stem : kept) {
        FingerprintStem entry;
        entry.stem = document.stemText(stem);
        entry.count = document.stems()[stem].count;
        if (document.formText(forms[stem]) != entry.stem)
            entry.word = document.formText(forms[stem]);
        features.emplace_back(hashOf(entry.stem), entry.count);
        out.stems.push_back(std::move(entry));
    }
    out.simhash = simhash(features);
    return out;
}

std::optional<Fingerprint> fingerprintFrom(const json::object &artefact)
{
    Fingerprint out;
    out.bytes = unsignedOf(artefact, "bytes");
    out.words = unsignedOf(artefact, "words");
    if (const json::value *language = artefact.if_contains("language");
        language && language->is_string())
        out.language = language->get_string().c_str();
    const json::value *sketch = artefact.if_contains("minhash");
    if (!sketch || !sketch->is_array() || sketch->get_array().size() != minhashSize)
        return std::nullopt;
    for (std::size_t i = 0; i < minhashSize; ++i) {
        const json::value &value = sketch->get_array()[i];
        if (!value.is_int64() || value.get_int64() < 0 || value.get_int64() > 0xffffffffll)
            return std::nullopt;
        out.minhash[i] = static_cast<std::uint32_t>(value.get_int64());
    }
    const json::value *bits = artefact.if_contains("simhash");
    if (bits && bits->is_string()) {
        for (const char c : std::string_view(bits->get_string()).substr(0, 16))
            out.simhash = out.simhash << 4
                          | static_cast<unsigned>(c >= 'a' && c <= 'f'   ? c - 'a' + 10
                                                  : c >= '0' && c <= '9' ? c - '0'
                                                                         : 0);
    }
    if (!readStems(artefact.if_contains("stems"), out))
        return std::nullopt;
    return out;
}

Traits traitsFrom(const json::object *keywords, const json::object *mood)
{
    Traits traits;
    const json::value *valence = mood ? mood->if_contains("valence") : nullptr;
    if (valence && valence->is_int64())
        traits.valence =
            static_cast<int>(std::clamp<std::int64_t>(valence->get_int64(), -10000, 10000));
    const json::value *list = keywords ? keywords->if_contains("keywords") : nullptr;
    if (!list || !list->is_array())
        return traits;
    for (const json::value &entry : list->get_array()) {
        const json::value *stem =
            entry.is_object() ? entry.get_object().if_contains("stem") : nullptr;
        if (!stem || !stem->is_string() || traits.keywords.size() >= keywordsMax)
            continue;
        std::string_view phrase = stem->get_string();
        while (!phrase.empty()) {
            const std::size_t end = std::min(phrase.find(' '), phrase.size());
            if (end > 0)
                traits.keywords.emplace_back(phrase.substr(0, end));
            phrase.remove_prefix(std::min(end + 1, phrase.size()));
        }
    }
    std::sort(traits.keywords.begin(), traits.keywords.end());
    traits.keywords.erase(std::unique(traits.keywords.begin(), traits.keywords.end()),
                          traits.keywords.end());
    if (traits.keywords.size() > keywordsMax)
        traits.keywords.resize(keywordsMax);
    return traits;
}

}  // namespace text
