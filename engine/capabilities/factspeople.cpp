// People, places and organisations: runs of capitalised words judged by what they are (given
// names, titles, places known beforehand) and by what stands around them (a verb only people
// do, a list of attendees, "in" before a place). German nouns are capitalised too, so there a
// capital alone proves nothing and an unknown word needs a neighbour that speaks for it.
#include "capabilities/facts.h"
#include "capabilities/gazetteer.h"
#include "capabilities/namecues.h"
#include "text/unicode.h"
#include "text/wordmodel.h"
#include "text/wordset.h"

#include <algorithm>

namespace capabilities {
namespace {

using gazetteer::NameKind;
using text::Document;
using text::Token;

constexpr std::size_t namesMax = 300;  // of one kind; a text with more is a directory

struct Run {
    std::uint32_t first = 0;
    std::uint32_t count = 0;
};

struct Mention {
    std::uint32_t start = 0;
    std::uint32_t length = 0;
    std::string key;  // folded, without title
};

class NameReader {
public:
    NameReader(const Document &document, Facts &facts)
        : m_document(document), m_tokens(document.tokens()), m_facts(facts),
          m_language(document.language())
    {
    }
    void read();

private:
    std::string_view form(std::uint32_t at) const
    {
        return at < m_tokens.size() ? m_document.formText(m_tokens[at].form) : std::string_view();
    }
    // The name without an English 's.
    std::string_view bare(std::uint32_t at) const
    {
        std::string_view word = form(at);
        if (word.size() > 2 && (word.ends_with("'s")))
            word.remove_suffix(2);
        if (m_language == text::Language::fr && word.size() > 2 && word[1] == '\'')
            word.remove_prefix(2);
        return word;
    }
    bool isUnknown(std::uint32_t at) const
    {
        return !m_tokens[at].has(text::tokenIsStopWord)
               && !text::isKnownStem(m_language, text::stem(m_language, bare(at)));
    }
    bool isNear(std::uint32_t at) const  // one space parts it from the word before
    {
        return at < m_tokens.size() && m_tokens[at].has(text::tokenFollowsSpace)
               && m_tokens[at].start - m_tokens[at - 1].end() == 1;
    }
    bool isThinGap(std::uint32_t at) const  // a space or ". " before the next word
    {
        const std::string_view gap =
            m_document.slice(m_tokens[at].end(), m_tokens[at + 1].start - m_tokens[at].end());
        return gap == " " || gap == ". " || gap == "\u00A0";
    }
    bool isInDate(std::uint32_t start) const
    {
        const auto past = std::ranges::upper_bound(
            m_facts.dates, start, {}, [](const DateFact &fact) { return fact.span.start; });
        return past != m_facts.dates.begin() && start < std::prev(past)->span.end();
    }
    bool canBeName(std::uint32_t at) const;
    bool isPersonContext(const Run &run) const;
    bool isPerson(const Run &run) const;
    std::uint32_t extend(std::uint32_t at) const;
    bool isInField(std::uint32_t start, const text::WordMap<bool> &names) const;
    void addPerson(std::uint32_t first, std::uint32_t last, std::uint32_t titles);
    void addPlaceOrGroup(const Run &run);
    void note(std::vector<Named> &list, std::uint32_t start, std::uint32_t end);
    void finishPeople();

    const Document &m_document;
    std::span<const Token> m_tokens;
    Facts &m_facts;
    text::Language m_language;
    std::vector<Mention> m_people;
};

bool NameReader::canBeName(std::uint32_t at) const
{
    const Token &token = m_tokens[at];
    if (!token.has(text::tokenIsCapitalised) || token.has(text::tokenHasDigit) || token.length < 2)
        return false;
    const std::string_view word = bare(at);
    if (token.has(text::tokenIsUpper) && gazetteer::givenName(word) == NameKind::none)
        return false;
    return !gazetteer::isWeekday(word) && !gazetteer::isDemonym(word)
           && (gazetteer::monthOf(word) == 0 || gazetteer::givenName(word) != NameKind::none);
}

// How many capitalised words from `at` on belong to one name.
std::uint32_t NameReader::extend(std::uint32_t at) const
{
    std::uint32_t last = at;
    while (last + 1 < m_tokens.size() && last - at < 3 && isNear(last + 1)) {
        std::uint32_t next = last + 1;
        const std::string_view particle = form(next);
        const bool isParticle = particle == "von" || particle == "van" || particle == "de"
                                || particle == "del" || particle == "la" || particle == "le"
                                || particle == "zu";
        if (isParticle && !m_tokens[next].has(text::tokenIsCapitalised) && isNear(next + 1)
            && canBeName(next + 1) && gazetteer::givenName(bare(at)) == NameKind::given
            && next < at + 3)
            ++next;
        const bool wasOwner = form(last).ends_with("'s");
        if (!canBeName(next) || wasOwner || gazetteer::isTitle(form(next))
            || m_tokens[next].has(text::tokenIsStopWord))
            break;
        // in German a known noun after a name is only the next noun of the sentence
        if (m_language == text::Language::de && !isUnknown(next)
            && gazetteer::givenName(bare(next)) == NameKind::none
            && gazetteer::givenName(bare(at)) != NameKind::given)
            break;
        last = next;
    }
    return last;
}

bool NameReader::isPersonContext(const Run &run) const
{
    const std::uint32_t after = run.first + run.count;
    if (after < m_tokens.size() && !m_tokens[after].has(text::tokenStartsSentence)) {
        const std::string_view gap = m_document.slice(
            m_tokens[after - 1].end(), m_tokens[after].start - m_tokens[after - 1].end());
        if (gap == " " && !m_tokens[after].has(text::tokenIsCapitalised)
            && nameCues().personVerbs.find(form(after)))
            return true;
        const bool isListed = gap == " "
                              && (form(after) == "and" || form(after) == "und" || form(after) == "y"
                                  || form(after) == "et");
        if ((gap == ", " || isListed) && after + (isListed ? 1u : 0u) < m_tokens.size()) {
            const std::uint32_t other = after + (isListed ? 1u : 0u);
            if (gazetteer::givenName(bare(other)) == NameKind::given
                && m_tokens[other].has(text::tokenIsCapitalised))
                return true;
        }
    }
    if (m_document.slice(m_tokens[after - 1].end() - 2, 2) == "'s"
        && m_language == text::Language::en)
        return !m_tokens[run.first].has(text::tokenStartsSentence);
    return run.first > 0 && !m_tokens[run.first].has(text::tokenStartsSentence)
           && nameCues().withWords.find(form(run.first - 1)) && isNear(run.first);
}

bool NameReader::isPerson(const Run &run) const
{
    const NameKind kind = gazetteer::givenName(bare(run.first));
    const bool opensSentence = m_tokens[run.first].has(text::tokenStartsSentence);
    const auto past =
        std::ranges::upper_bound(m_document.blocks(), run.first, {}, &text::Block::firstToken);
    const text::BlockKind kindOfBlock = std::prev(past)->kind;
    const bool inHeading =
        kindOfBlock == text::BlockKind::heading || kindOfBlock == text::BlockKind::label;
    const bool isGerman = m_language == text::Language::de;
    if (run.count == 1 && gazetteer::isPlace(bare(run.first)) && !isPersonContext(run))
        return false;
    if (kind == NameKind::given)
        return true;
    if (kind == NameKind::ambiguous) {
        const std::uint32_t after = run.first + run.count;
        const std::string_view next = form(after);
        const bool nextIsVerb =
            isNear(after) && next.size() > 3 && next.ends_with('s') && !next.ends_with("ss")
            && !m_tokens[after].has(text::tokenIsStopWord) && m_language == text::Language::en;
        if (opensSentence)
            return nextIsVerb || (run.count == 2 && isUnknown(run.first + 1))
                   || (isNear(after) && (next == "is" || next == "was")
                       && m_language == text::Language::en
                       && gazetteer::monthOf(bare(run.first)) == 0);
        return !isGerman ? gazetteer::monthOf(bare(run.first)) == 0 || nextIsVerb
                         : isPersonContext(run) && isUnknown(run.first);
    }
    if (m_tokens[run.first].has(text::tokenIsStopWord) || inHeading || run.count > 3)
        return false;
    bool allUnknown = true;
    for (std::uint32_t i = 0; i < run.count; ++i)
        allUnknown = allUnknown && isUnknown(run.first + i);
    if (!allUnknown || m_language == text::Language::und)
        return false;
    const std::uint32_t after = run.first + run.count;
    const bool isWeak = after < m_tokens.size() && nameCues().weakVerbs.find(form(after));
    if (isGerman || opensSentence)
        return isPersonContext(run) && !isWeak && (!isGerman || run.count == 2);
    return isPersonContext(run);
}

void NameReader::addPerson(std::uint32_t first, std::uint32_t last, std::uint32_t titles)
{
    Mention mention;
    mention.start = m_tokens[first].start;
    std::uint32_t end = m_tokens[last].end();
    const std::string_view shown = m_document.slice(mention.start, end - mention.start);
    if (shown.ends_with("'s"))
        end -= 2;
    else if (shown.ends_with("’s"))
        end -= 4;
    if (m_language == text::Language::fr && titles == 0) {
        const std::string_view head = form(first);
        const std::size_t mark = head.find('\'');
        if (mark == 1)  // d'Hélène
            mention.start += m_document.slice(mention.start + 1, 1) == "'" ? 2 : 4;
    }
    mention.length = end - mention.start;
    for (std::uint32_t i = first + titles; i <= last; ++i) {
        if (!mention.key.empty())
            mention.key += ' ';
        mention.key += bare(i);
    }
    m_people.push_back(std::move(mention));
}

void NameReader::note(std::vector<Named> &list, std::uint32_t start, std::uint32_t end)
{
    const std::string shown = m_document.plain(text::Span{start, end - start});
    for (Named &known : list) {
        if (known.text == shown) {
            ++known.count;
            return;
        }
    }
    if (list.size() < namesMax)
        list.push_back({shown, start, 1});
}

void NameReader::addPlaceOrGroup(const Run &run)
{
    const std::uint32_t last = run.first + run.count - 1;
    const std::uint32_t end = m_tokens[last].end();
    for (std::uint32_t i = run.first; i <= last; ++i) {
        if (run.count > 1 && gazetteer::isOrganisationMark(form(i))) {
            note(m_facts.organisations, m_tokens[run.first].start, end);
            return;
        }
    }
    for (std::uint32_t i = run.first; i <= last; ++i) {
        if (gazetteer::isPlace(bare(i))) {
            note(m_facts.places, m_tokens[i].start, m_tokens[i].end());
            return;
        }
    }
    const bool isAfterPreposition = run.first > 0 && isNear(run.first)
                                    && !m_tokens[run.first].has(text::tokenStartsSentence)
                                    && nameCues().placePrepositions.find(form(run.first - 1));
    if (isAfterPreposition && m_language != text::Language::de && isUnknown(run.first)
        && form(run.first - 1) != "de" && form(run.first - 1) != "to"
        && form(run.first - 1) != "from")
        note(m_facts.places, m_tokens[run.first].start, end);
}

bool NameReader::isInField(std::uint32_t start, const text::WordMap<bool> &names) const
{
    const auto past = std::ranges::upper_bound(
        m_document.fields(), start, {}, [](const text::Field &field) { return field.value.start; });
    if (past == m_document.fields().begin() || start >= std::prev(past)->value.end())
        return false;
    std::string name = text::folded(m_document.slice(std::prev(past)->name));
    const std::size_t space = name.find_last_of(' ');
    if (space != std::string::npos)
        name = name.substr(space + 1);
    return names.find(name) != nullptr;
}

void NameReader::read()
{
    const bool isRomance = m_language == text::Language::es || m_language == text::Language::fr;
    for (std::uint32_t at = 0; at < m_tokens.size() && !m_facts.isStopped(at); ++at) {
        std::uint32_t titles = 0;
        // titles: capitalised, or lower case where the language writes them so
        while (titles < 2 && at + titles < m_tokens.size()
               && gazetteer::isTitle(m_document.formOf(m_tokens[at + titles]))
               && (m_tokens[at + titles].has(text::tokenIsCapitalised) || isRomance)
               && at + titles + 1 < m_tokens.size() && isThinGap(at + titles)
               && !m_tokens[at + titles + 1].has(text::tokenStartsSentence))
            ++titles;
        if (titles > 0 && canBeName(at + titles)
            && !m_tokens[at + titles].has(text::tokenIsStopWord)) {
            const std::uint32_t last = extend(at + titles);
            const bool isOne = form(at) != "m" || m_document.slice(m_tokens[at].end(), 1) == ".";
            if (isOne) {
                addPerson(at, last, titles);
                at = last;
                continue;
            }
        }
        const bool isInitial =
            m_tokens[at].length == 1 && m_tokens[at].has(text::tokenIsCapitalised)
            && m_document.slice(m_tokens[at].end(), 2) == ". " && at + 1 < m_tokens.size();
        if (isInitial && canBeName(at + 1) && !m_tokens[at + 1].has(text::tokenIsStopWord)
            && m_tokens[at + 1].start == m_tokens[at].end() + 2
            && (isUnknown(at + 1) || m_language != text::Language::en)) {
            addPerson(at, at + 1, 0);
            ++at;
            continue;
        }
        if (!canBeName(at) || isInDate(m_tokens[at].start))
            continue;
        Run run{at, extend(at) - at + 1};
        if (isPerson(run)) {
            addPerson(run.first, run.first + run.count - 1, 0);
        } else if (isInField(m_tokens[at].start, nameCues().peopleFields)
                   && !m_tokens[at].has(text::tokenIsStopWord)
                   && (isUnknown(at) || gazetteer::givenName(bare(at)) != NameKind::none)) {
            addPerson(run.first, run.first + run.count - 1, 0);
        } else {
            // a given name further on opens a new run
            std::uint32_t split = 0;
            for (std::uint32_t i = 1; i < run.count && split == 0; ++i)
                split = gazetteer::givenName(bare(at + i)) == NameKind::given ? i : 0;
            if (split != 0)
                run.count = split;
            addPlaceOrGroup(run);
        }
        at = run.first + run.count - 1;
    }
    finishPeople();
}

// One entry a person: mentions whose words are part of a longer mention join it.
void NameReader::finishPeople()
{
    std::vector<std::size_t> order(m_people.size());
    for (std::size_t i = 0; i < order.size(); ++i)
        order[i] = i;
    std::ranges::stable_sort(order, [&](std::size_t a, std::size_t b) {
        return m_people[a].length > m_people[b].length;
    });
    struct Person {
        std::string key;
        Named named;
    };
    std::vector<Person> people;
    for (const std::size_t i : order) {
        const Mention &mention = m_people[i];
        const std::string padded = " " + mention.key + " ";
        const auto same = std::ranges::find_if(people, [&](const Person &person) {
            return (" " + person.key + " ").find(padded) != std::string::npos;
        });
        if (same != people.end()) {
            ++same->named.count;
            same->named.start = std::min(same->named.start, mention.start);
            continue;
        }
        if (people.size() < namesMax)
            people.push_back(
                {mention.key,
                 {m_document.plain(text::Span{mention.start, mention.length}), mention.start, 1}});
    }
    std::ranges::stable_sort(people, {}, [](const Person &person) { return person.named.start; });
    for (Person &person : people)
        m_facts.people.push_back(std::move(person.named));
}

}  // namespace

void findNames(const Document &document, Facts &facts)
{
    NameReader(document, facts).read();
}

}  // namespace capabilities
