#include "capabilities/sentiment.h"

#include "capabilities/remembered.h"
#include "capabilities/sentimentwords.h"
#include "text/wordset.h"

#include <algorithm>
#include <cmath>
#include <string>

namespace capabilities {
namespace {

using text::Document;
using text::Token;

enum Role : std::uint8_t {
    roleNone = 0,
    roleBooster = 1,
    roleDampener = 2,
    roleNegation = 4,
    roleContrast = 8
};

struct Entry {
    std::int8_t valence = 0;  // tenths
    std::uint8_t emotions = 0;
    std::uint8_t roles = 0;
    bool isMood = false;
    bool isNeutral = false;
};

// Forms and stems of one language; the stems stay in the pool beside the map.
struct Lexicon {
    text::WordMap<Entry> forms{2048};
    text::WordMap<Entry> stems{2048};
    std::string pool;

    Lexicon(text::Language language, const sentiment::Words &words)
    {
        std::size_t bytes = 0;
        for (const sentiment::WordGroup &group : words.groups)
            bytes += group.words.size() + 1;
        pool.reserve(bytes);
        for (const sentiment::WordGroup &group : words.groups) {
            text::forEachWord(group.words, [&](std::string_view word) {
                // no valence and no emotion: named only to keep a stem from catching it
                const bool isMood = group.valence != 0 || group.emotions != 0;
                const Entry entry{static_cast<std::int8_t>(group.valence), group.emotions, 0,
                                  isMood, !isMood};
                forms[word] = entry;
                const std::string_view stem = text::stem(language, word);
                // short stems fit too many words; a stem keeps the first mood it got
                if (stem.size() < 5 || pool.size() + stem.size() > pool.capacity()
                    || stems.find(stem))
                    return;
                const std::size_t start = pool.size();
                pool += stem;
                stems[std::string_view(pool).substr(start)] = entry;
            });
        }
        const auto mark = [&](std::string_view list, Role role) {
            text::forEachWord(list, [&](std::string_view word) { forms[word].roles |= role; });
        };
        mark(words.boosters, roleBooster);
        mark(words.dampeners, roleDampener);
        mark(words.negations, roleNegation);
        mark(words.contrasts, roleContrast);
    }
};

const Lexicon &lexiconOf(text::Language language)
{
    static const Lexicon english(text::Language::en, sentiment::english);
    static const Lexicon german(text::Language::de, sentiment::german);
    static const Lexicon spanish(text::Language::es, sentiment::spanish);
    static const Lexicon french(text::Language::fr, sentiment::french);
    switch (language) {
    case text::Language::de: return german;
    case text::Language::es: return spanish;
    case text::Language::fr: return french;
    default: return english;
    }
}

// VADER's constants
constexpr double boost = 0.293;
constexpr double capitals = 0.733;
constexpr double negated = -0.74;
constexpr double exclamation = 0.292;
constexpr double normalisation = 15.0;

class MoodReader {
public:
    explicit MoodReader(const Document &document)
        : m_document(document), m_lexicon(lexiconOf(document.language())),
          m_entries(document.forms().size())
    {
        for (std::uint32_t id = 0; id < m_entries.size(); ++id)
            m_entries[id] = lookUp(id);
    }
    Mood read(const std::stop_token &stop);

private:
    Entry lookUp(std::uint32_t form) const;
    double readSentence(const text::Sentence &sentence);
    double valenceAt(std::uint32_t at, std::uint32_t first, std::uint32_t last,
                     bool &isTurned) const;
    bool hasNegationAfter(std::uint32_t at, std::uint32_t last) const;
    bool isApart(std::uint32_t from, std::uint32_t to) const;
    bool isOtherWord(std::uint32_t at, std::uint32_t first, std::uint32_t last) const;

    const Document &m_document;
    const Lexicon &m_lexicon;
    std::vector<Entry> m_entries;
    Mood m_mood;
    std::array<double, 8> m_emotions = {};
    double m_strength = 0;
};

Entry MoodReader::lookUp(std::uint32_t form) const
{
    text::Word word = m_document.form(form);
    if (m_document.language() == text::Language::fr) {
        const std::size_t mark = word.text.find('\'');
        if (mark != std::string_view::npos && mark <= 2 && mark + 1 < word.text.size())
            word = word.text.substr(mark + 1);  // l'angoisse, n'aime
    }
    Entry found;
    if (const Entry *entry = m_lexicon.forms.find(word))
        found = *entry;
    if (found.isMood || found.isNeutral || found.roles != 0
        || (m_document.forms()[form].flags & text::tokenIsStopWord))
        return found;
    const std::string_view stem = m_document.stemText(m_document.forms()[form].stem);
    if (const Entry *entry = m_lexicon.stems.find(stem))
        return *entry;
    return found;
}

// English words that are moods only in one of their uses: "I like it", not "like a"; "she is
// kind", not "kind of".
bool MoodReader::isOtherWord(std::uint32_t at, std::uint32_t first, std::uint32_t last) const
{
    if (m_document.language() != text::Language::en)
        return false;
    const auto tokens = m_document.tokens();
    const std::string_view word = m_document.formText(tokens[at].form);
    const std::string_view next =
        at < last ? m_document.formText(tokens[at + 1].form) : std::string_view();
    if (word == "kind" || word == "sort")
        return next == "of";
    if (word != "like")
        return false;
    const std::string_view before =
        at > first ? m_document.formText(tokens[at - 1].form) : std::string_view();
    return before != "i" && before != "we" && before != "you" && before != "they"
           && before != "really" && before != "don't" && before != "also";
}

// A comma, semicolon or dash stands between the two words.
bool MoodReader::isApart(std::uint32_t from, std::uint32_t to) const
{
    const auto tokens = m_document.tokens();
    for (std::uint32_t i = from + 1; i <= to; ++i) {
        if (!tokens[i].has(text::tokenFollowsSpace)) {
            const std::string_view gap =
                m_document.slice(tokens[i - 1].end(), tokens[i].start - tokens[i - 1].end());
            if (gap.find_first_of(",;:()") != std::string_view::npos
                || gap.find("\u2014") != std::string_view::npos
                || gap.find("\u2013") != std::string_view::npos)
                return true;
        }
    }
    return false;
}

// German and French may put the negation behind: "gefällt mir nicht", "n'aime pas".
bool MoodReader::hasNegationAfter(std::uint32_t at, std::uint32_t last) const
{
    const text::Language language = m_document.language();
    if (language != text::Language::de && language != text::Language::fr)
        return false;
    const auto tokens = m_document.tokens();
    // German nouns are negated before, by "kein"
    if (language == text::Language::de && tokens[at].has(text::tokenIsCapitalised)
        && !tokens[at].has(text::tokenStartsSentence))
        return false;
    for (std::uint32_t i = at + 1; i <= last && i <= at + 3; ++i) {
        if (isApart(i - 1, i))
            return false;
        const std::string_view word = m_document.formText(tokens[i].form);
        if (language == text::Language::de ? word == "nicht" || word == "nie"
                                           : word == "pas" || word == "jamais" || word == "plus")
            return language == text::Language::de || word != "plus" || i == at + 1;
    }
    return false;
}

double MoodReader::valenceAt(std::uint32_t at, std::uint32_t first, std::uint32_t last,
                             bool &isTurned) const
{
    const auto tokens = m_document.tokens();
    double valence = m_entries[tokens[at].form].valence / 10.0;
    const double sign = valence < 0 ? -1.0 : 1.0;
    if (tokens[at].has(text::tokenIsUpper) && tokens[at].length >= 3)
        valence += sign * capitals;
    bool isNegated = false;
    for (std::uint32_t distance = 1; distance <= 3 && at >= first + distance; ++distance) {
        const Entry &entry = m_entries[tokens[at - distance].form];
        if (isApart(at - distance, at - distance + 1))
            break;
        const double weight = distance == 1 ? 1.0 : (distance == 2 ? 0.95 : 0.9);
        if (entry.roles & roleBooster)
            valence += sign * boost * weight;
        if (entry.roles & roleDampener)
            valence -= sign * boost * weight;
        isNegated = isNegated || (entry.roles & roleNegation);
    }
    if (isNegated || hasNegationAfter(at, last)) {
        isTurned = true;
        valence *= negated;
    }
    return valence;
}

double MoodReader::readSentence(const text::Sentence &sentence)
{
    const std::uint32_t first = sentence.firstToken;
    const std::uint32_t last = first + sentence.tokenCount - 1;
    const auto tokens = m_document.tokens();
    const bool hasMood =
        std::ranges::any_of(m_document.tokensOf(sentence),
                            [&](const Token &token) { return m_entries[token.form].isMood; });
    if (!hasMood)
        return 0;
    std::uint32_t contrast = 0;
    for (std::uint32_t i = first + 1; i <= last; ++i) {
        if (m_entries[tokens[i].form].roles & roleContrast)
            contrast = i;
    }
    double sum = 0;
    for (std::uint32_t i = first; i <= last; ++i) {
        const Entry &entry = m_entries[tokens[i].form];
        if (!entry.isMood || isOtherWord(i, first, last))
            continue;
        bool isTurned = false;
        double valence = valenceAt(i, first, last, isTurned);
        if (contrast != 0)
            valence *= i < contrast ? 0.5 : 1.5;
        sum += valence;
        m_strength += std::abs(valence) + (entry.emotions != 0 && valence == 0 ? 0.5 : 0);
        m_mood.words.push_back(
            {tokens[i].start, tokens[i].length, static_cast<int>(std::lround(valence * 100))});
        for (std::size_t emotion = 0; emotion < 8; ++emotion) {
            if (!(entry.emotions & (1u << emotion)))
                continue;
            const double weight = std::max(0.6, std::abs(valence) / 2.0);
            if (!isTurned)
                m_emotions[emotion] += weight;
            else if (emotion == 0)  // no joy is a kind of sadness, no fear a kind of trust
                m_emotions[1] += weight / 2;
            else if (emotion == 2)
                m_emotions[4] += weight / 2;
        }
    }
    const std::string_view shown = m_document.slice(sentence.start, sentence.length);
    const auto marks = std::min<std::ptrdiff_t>(4, std::ranges::count(shown, '!'));
    if (sum != 0)
        sum += (sum > 0 ? 1.0 : -1.0) * exclamation * static_cast<double>(marks);
    return sum;
}

Mood MoodReader::read(const std::stop_token &stop)
{
    double total = 0;
    std::uint32_t step = 0;
    double sentences = 0;
    for (const text::Sentence &sentence : m_document.sentences()) {
        if ((++step & 127) == 0 && stop.stop_requested()) {
            m_mood.isStopped = true;
            return std::move(m_mood);
        }
        total += readSentence(sentence);
        sentences += sentence.tokenCount > 2;
    }
    const double words = std::max(1.0, static_cast<double>(m_document.wordCount()));
    // one sentence gives VADER's compound score; a longer text needs more to say as much
    const double spread = normalisation * std::max(1.0, sentences / 2.0);
    m_mood.valence =
        static_cast<int>(std::lround(10000.0 * total / std::sqrt(total * total + spread)));
    m_mood.intensity = static_cast<int>(
        std::lround(10000.0 * (1.0 - std::exp(-9.0 * m_strength / (words + 12.0)))));
    for (std::size_t i = 0; i < 8; ++i)
        m_mood.emotions[i] = static_cast<int>(
            std::lround(10000.0 * (1.0 - std::exp(-30.0 * m_emotions[i] / (words + 30.0)))));
    return std::move(m_mood);
}

}  // namespace

Mood moodOf(const Document &document, const std::stop_token &stop)
{
    return *remembered(document, stop, [&] { return MoodReader(document).read(stop); });
}

}  // namespace capabilities
