#include "text/language.h"

#include "text/stopwords.h"
#include "text/wordset.h"

#include <libstemmer.h>

#include <memory>
#include <optional>
#include <vector>

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

// The stems of one language, each beside its form in one pool, so that a word costs two looks at
// memory: open addressing over hashes and places in the pool.
class StemCache {
public:
    std::optional<std::string_view> find(Word form) const
    {
        const Slot &slot = m_slots[place(form)];
        return slot.formLength == 0 ? std::nullopt : std::optional(stemAt(slot));
    }
    std::string_view keep(Word form, std::string_view stem)
    {
        if (m_count * 2 >= m_slots.size())
            grow();
        Slot &slot = m_slots[place(form)];
        slot = {form.hash, static_cast<std::uint32_t>(m_pool.size()),
                static_cast<std::uint16_t>(form.text.size()),
                static_cast<std::uint16_t>(stem.size())};
        m_pool.insert(m_pool.end(), form.text.begin(), form.text.end());
        m_pool.insert(m_pool.end(), stem.begin(), stem.end());
        ++m_count;
        return stemAt(slot);
    }
    std::size_t size() const { return m_count; }

private:
    struct Slot {
        std::uint32_t hash = 0;
        std::uint32_t start = 0;  // of the form
        std::uint16_t formLength = 0;
        std::uint16_t stemLength = 0;
    };
    std::string_view stemAt(const Slot &slot) const
    {
        return {m_pool.data() + slot.start + slot.formLength, slot.stemLength};
    }
    std::size_t place(Word form) const
    {
        const std::size_t mask = m_slots.size() - 1;
        std::size_t at = form.hash & mask;
        while (m_slots[at].formLength != 0
               && (m_slots[at].hash != form.hash
                   || !isSameWord({m_pool.data() + m_slots[at].start, m_slots[at].formLength},
                                  form.text)))
            at = (at + 1) & mask;
        return at;
    }
    void grow()
    {
        std::vector<Slot> before(m_slots.size() * 2);
        before.swap(m_slots);
        const std::size_t mask = m_slots.size() - 1;
        for (const Slot &slot : before) {
            std::size_t at = slot.hash & mask;
            while (slot.formLength != 0 && m_slots[at].formLength != 0)
                at = (at + 1) & mask;
            if (slot.formLength != 0)
                m_slots[at] = slot;
        }
    }
    std::vector<Slot> m_slots = std::vector<Slot>(1024);
    std::vector<char> m_pool;
    std::size_t m_count = 0;
};

// One stemmer and one cache a language and thread; the cache is emptied when it grows too large,
// which changes speed, never a result.
struct Stemming {
    std::unique_ptr<sb_stemmer, StemmerDelete> stemmer;
    StemCache cache;
};
constexpr std::size_t cachedStemsMax = 40'000;
constexpr std::size_t formBytesMax = 4096;  // anything longer is no word

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
    if (language == Language::und || form.text.empty() || form.text.size() > formBytesMax)
        return form.text;
    thread_local std::array<Stemming, languageCount> all;
    Stemming &own = all[static_cast<std::size_t>(language)];
    if (const auto found = own.cache.find(form))
        return *found;
    if (!own.stemmer)
        own.stemmer.reset(sb_stemmer_new(stemmerName(language), "UTF_8"));
    if (own.cache.size() >= cachedStemsMax)
        own.cache = {};
    std::string_view made = withoutClitics(language, form.text);
    if (own.stemmer) {
        const sb_symbol *symbols =
            sb_stemmer_stem(own.stemmer.get(), reinterpret_cast<const sb_symbol *>(made.data()),
                            static_cast<int>(made.size()));
        if (symbols)
            made = {reinterpret_cast<const char *>(symbols),
                    static_cast<std::size_t>(sb_stemmer_length(own.stemmer.get()))};
    }
    return own.cache.keep(form, made);
}

}  // namespace text
