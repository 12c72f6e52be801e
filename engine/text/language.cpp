#include "text/language.h"

#include "text/stopwords.h"
#include "text/wordset.h"

#include <libstemmer.h>

#include <deque>
#include <memory>

namespace text {
namespace {

constexpr std::array<Language, 5> all = {Language::und, Language::en, Language::de, Language::es,
                                         Language::fr};

const WordMap<std::uint16_t> &functionWordMap()
{
    static const auto map = [] {
        WordMap<std::uint16_t> made(2048);
        for (const Language language : all) {
            forEachWord(functionWords(language), [&](std::string_view word) {
                made[word] |= static_cast<std::uint16_t>(1u << static_cast<unsigned>(language));
            });
        }
        return made;
    }();
    return map;
}

struct StemmerDelete {
    void operator()(sb_stemmer *stemmer) const { sb_stemmer_delete(stemmer); }
};

// One stemmer and one cache a language and thread; the cache is emptied when it grows too large,
// which changes speed, never a result.
struct StemCache {
    std::unique_ptr<sb_stemmer, StemmerDelete> stemmer;
    WordMap<std::string_view> stems{1024};
    std::deque<std::string> pool;  // forms and stems: a string never moves

    std::string_view kept(std::string_view word) { return pool.emplace_back(word); }
};
constexpr std::size_t cachedStemsMax = 40'000;

const char *stemmerName(Language language)
{
    switch (language) {
    case Language::en: return "english";
    case Language::de: return "german";
    case Language::es: return "spanish";
    default: return "french";
    }
}

// French l', d', qu' and the like; an English 's at the end.
std::string_view withoutClitics(Language language, std::string_view form)
{
    const std::size_t mark = form.find('\'');
    if (mark == std::string_view::npos)
        return form;
    if (language == Language::fr) {
        const std::string_view head = form.substr(0, mark);
        const bool isClitic = (head.size() == 1 && head.find_first_of("cdjlmnst") == 0)
                              || head == "qu" || head == "jusqu" || head == "lorsqu"
                              || head == "puisqu" || head == "quoiqu" || head == "presqu";
        if (isClitic && mark + 1 < form.size())
            return form.substr(mark + 1);
    }
    if (language == Language::en && form.size() > 3 && form.ends_with("'s"))
        return form.substr(0, form.size() - 2);
    return form;
}

}  // namespace

std::string_view languageCode(Language language)
{
    static constexpr std::array<std::string_view, languageCount> codes = {"und", "en", "de", "es",
                                                                          "fr"};
    return codes[static_cast<std::size_t>(language)];
}

std::uint16_t functionWordLanguages(Word form)
{
    if (const auto *found = functionWordMap().find(form))
        return *found;
    const std::string_view rest = withoutClitics(Language::fr, form.text);
    if (rest.size() != form.text.size()) {  // "l'homme" speaks for French; "c'est" is all function
        const auto *found = functionWordMap().find(rest);
        const auto french = static_cast<std::uint16_t>(1u << static_cast<unsigned>(Language::fr));
        return found ? static_cast<std::uint16_t>(*found & french) : 0;
    }
    return 0;
}

std::string_view stem(Language language, Word form)
{
    if (language == Language::und || form.text.empty())
        return form.text;
    thread_local std::array<StemCache, languageCount> caches;
    StemCache &cache = caches[static_cast<std::size_t>(language)];
    if (const std::string_view *found = cache.stems.find(form))
        return *found;
    if (!cache.stemmer)
        cache.stemmer.reset(sb_stemmer_new(stemmerName(language), "UTF_8"));
    if (cache.stems.size() >= cachedStemsMax) {
        cache.stems = WordMap<std::string_view>(1024);
        cache.pool.clear();
    }
    std::string_view made = withoutClitics(language, form.text);
    if (cache.stemmer) {
        const sb_symbol *symbols =
            sb_stemmer_stem(cache.stemmer.get(), reinterpret_cast<const sb_symbol *>(made.data()),
                            static_cast<int>(made.size()));
        if (symbols)
            made = {reinterpret_cast<const char *>(symbols),
                    static_cast<std::size_t>(sb_stemmer_length(cache.stemmer.get()))};
    }
    const std::string_view stem = cache.kept(made);
    cache.stems[{cache.kept(form.text), form.hash}] = stem;
    return stem;
}

}  // namespace text
