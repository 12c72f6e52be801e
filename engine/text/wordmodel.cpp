#include "text/wordmodel.h"

#include "text/lettermodel.h"
#include "text/unicode.h"
#include "text/wordset.h"

#include <vector>

namespace text {
namespace {

int digitOf(char c)
{
    if (c >= 'A' && c <= 'Z')
        return c - 'A';
    if (c >= 'a' && c <= 'z')
        return c - 'a' + 26;
    if (c >= '0' && c <= '9')
        return c - '0' + 52;
    return c == '-' ? 62 : 63;
}

std::vector<std::int8_t> decoded(const char *digits)
{
    std::vector<std::int8_t> values;
    for (; *digits; ++digits)
        values.push_back(static_cast<std::int8_t>(digitOf(*digits)));
    return values;
}

struct Model {
    std::vector<std::int8_t> grid;
    std::vector<std::uint64_t> bloom;
    std::uint32_t bloomBits = 1;
    WordMap<std::uint8_t> functions{128};
    WordMap<std::uint8_t> endings{64};

    Model() = default;
    explicit Model(const WordStatistics &words)
        : grid(decoded(words.grid)), bloomBits(words.bloomBits)
    {
        bloom.resize(bloomBits / 64 + 1);
        std::uint32_t bit = 0;
        for (const char *digit = words.bloom; *digit; ++digit) {
            for (int i = 0; i < 6; ++i, ++bit) {
                if ((digitOf(*digit) >> i) & 1)
                    bloom[bit / 64] |= std::uint64_t{1} << (bit % 64);
            }
        }
        std::uint8_t next = 0;
        forEachWord(words.functionWords, [&](std::string_view word) { functions[word] = next++; });
        forEachWord(words.endings, [&](std::string_view word) { endings[word] = next++; });
    }
};

const Model &modelOf(Language language)
{
    static const Model english(wordsEn);
    static const Model german(wordsDe);
    static const Model spanish(wordsEs);
    static const Model french(wordsFr);
    switch (language) {
    case Language::de: return german;
    case Language::es: return spanish;
    case Language::fr: return french;
    default: return english;
    }
}

// The surprise of one trigram in the four languages, added up side by side.
struct Letters {
    std::uint64_t lanes = 0;  // 16 bits a language
    Letters &operator+=(Letters other)
    {
        lanes += other.lanes;
        return *this;
    }
    int of(std::size_t language) const
    {
        return static_cast<int>(lanes >> (16 * (language - 1)) & 0xffff);
    }
};
constexpr int lettersMax = 1000;  // of at most 63 each: a lane does not overflow

const std::vector<Letters> &letterModel()
{
    static const auto made = [] {
        std::vector<Letters> model;
        std::uint64_t shift = 0;
        for (const char *digits : {lettersEn, lettersDe, lettersEs, lettersFr}) {
            const std::vector<std::int8_t> values = decoded(digits);
            model.resize(values.size());
            for (std::size_t i = 0; i < values.size(); ++i)
                model[i].lanes |= static_cast<std::uint64_t>(values[i]) << shift;
            shift += 16;
        }
        return model;
    }();
    return made;
}

// The letter classes the statistics were counted with.
int letterClass(char32_t c)
{
    if (c >= 'a' && c <= 'z')
        return static_cast<int>(c - 'a') + 1;
    switch (c) {
    case U'ä':
    case U'ö':
    case U'ü': return 27;
    case U'é':
    case U'ñ': return 28;
    case U'á':
    case U'í':
    case U'ó':
    case U'ú':
    case U'à':
    case U'è':
    case U'ù':
    case U'â':
    case U'ê':
    case U'î':
    case U'ô':
    case U'û':
    case U'ç':
    case U'ë':
    case U'ï':
    case U'œ':
    case U'æ': return 29;
    default: return 0;
    }
}

std::uint32_t bloomHash(std::string_view stem, std::uint32_t seed)
{
    std::uint32_t hash = 2166136261u ^ seed;
    for (const char c : stem)
        hash = (hash ^ static_cast<unsigned char>(c)) * 16777619u;
    hash ^= hash >> 15;
    hash *= 0x2c1b3c6du;
    return hash ^ (hash >> 12);
}

}  // namespace

int letterSurprise(Language language, std::string_view form)
{
    return letterSurprises(
        form)[static_cast<std::size_t>(language == Language::und ? Language::en : language)];
}

std::array<int, languageCount> letterSurprises(std::string_view form)
{
    static const std::vector<Letters> &model = letterModel();
    std::size_t first = 0;
    std::size_t second = 0;
    Letters sum;
    int count = 0;
    bool hasLatin = false;
    for (std::size_t at = 0; at < form.size() && count < lettersMax;) {
        const CodePoint point = decode(form, at);
        at += point.length;
        const auto third = static_cast<std::size_t>(letterClass(point.value));
        hasLatin = hasLatin || third != 0;
        sum += model[(first * 30 + second) * 30 + third];
        ++count;
        first = second;
        second = third;
    }
    std::array<int, languageCount> surprises = {};
    if (!hasLatin)
        return surprises;
    sum += model[(first * 30 + second) * 30];
    for (std::size_t i = 1; i < languageCount; ++i)
        surprises[i] = sum.of(i) * 1000 / (7 * (count + 1));
    return surprises;
}

bool isKnownStem(Language language, std::string_view stem)
{
    if (language == Language::und || stem.size() < 2)
        return false;
    const Model &model = modelOf(language);
    for (std::uint32_t k = 0; k < 4; ++k) {
        const std::uint32_t bit = bloomHash(stem, k * 0x9e3779b1u) % model.bloomBits;
        if (!((model.bloom[bit / 64] >> (bit % 64)) & 1))
            return false;
    }
    return true;
}

int wordClass(Language language, Word form)
{
    const Model &model = modelOf(language);
    if (const auto *found = model.functions.find(form))
        return *found;
    if (functionWordLanguages(form) & (1u << static_cast<unsigned>(language)))
        return classOtherFunction;
    if (form.text.size() >= 2) {
        if (const auto *found = model.endings.find(form.text.substr(form.text.size() - 2)))
            return *found;
    }
    return classOther;
}

const std::int8_t *classAffinities(Language language)
{
    return modelOf(language).grid.data();
}

}  // namespace text
