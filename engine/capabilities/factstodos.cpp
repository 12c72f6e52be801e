// To-dos: tick boxes, items under a heading that promises tasks, "Name to do it", "Name will do
// it", "Name: do it", "please do it", "TODO", and what the writer must or wants not to forget.
#include "capabilities/facts.h"
#include "capabilities/gazetteer.h"
#include "text/unicode.h"
#include "text/wordset.h"

#include <algorithm>

namespace capabilities {
namespace {

using text::Block;
using text::BlockKind;
using text::Document;
using text::Token;

constexpr std::size_t todosMax = 1000;

struct Cues {
    text::WordMap<bool> taskHeadings{128};
    text::WordMap<bool> otherHeadings{128};  // headings whose lists are no tasks
    text::WordMap<bool> goals{64};           // fields that state an aim, not a task
    text::WordMap<bool> doneHeadings{32};
    text::WordMap<bool> yes{32};
    text::WordMap<bool> verbs{512};  // imperatives that open an English task
};

const Cues &cues()
{
    static const Cues made = [] {
        Cues cues;
        const auto fill = [](text::WordMap<bool> &set, std::string_view words) {
            text::forEachWord(words, [&](std::string_view word) { set[word] = true; });
        };
        fill(cues.taskHeadings,
             "todo todos do tasks task action actions next steps step plan checklist try homework "
             "aufgaben aufgabe schritte schritt massnahmen erledigen plan checkliste "
             "tareas tarea pasos paso acciones pendientes plan "
             "tâches tâche étapes étape actions faire plan");
        fill(cues.otherHeadings,
             "ingredients zutaten ingredientes ingrédients attendees agenda tagesordnung orden "
             "decisions beschlüsse decisiones décisions notes "
             "method zubereitung preparación preparacion préparation instructions elaboración "
             "directions recipe rezept went well badly materials");
        fill(cues.goals,
             "goal aim ziel objetivo objectif objective want wanted subject betreff asunto tone "
             "ton budget title mood name "
             "decision beschluss decisión décision method tip note");
        fill(cues.doneHeadings, "done erledigt hecho hecha fait fertig ok");
        fill(cues.yes, "yes x done ja sí si oui ok fait hecho erledigt");
        fill(cues.verbs,
             "add agree answer apply arrange ask assemble attach book bring build buy call cancel "
             "check choose clean clear close collect compare "
             "complete confirm contact cook cut decide define delete deliver describe design "
             "discuss draft draw email fill finalize find finish fix "
             "follow get give hang help hire install invite invoice learn let list look mail make "
             "measure meet mend move note open order organise organize pack "
             "paint pay phone pick plan plant post practise prepare print publish read record "
             "refund register remind remove rename rent repair repoint replace reply "
             "report rerun research reserve return review rewrite ring run save schedule search "
             "sell send set share show sign sort start stop study submit "
             "subscribe talk tell test thank tidy translate try update upload use visit walk wash "
             "watch water write");
        return cues;
    }();
    return made;
}

class TodoReader {
public:
    TodoReader(const Document &document, Facts &facts)
        : m_document(document), m_tokens(document.tokens()), m_facts(facts)
    {
    }
    void read();

private:
    std::string_view form(std::uint32_t at) const
    {
        return at < m_tokens.size() ? m_document.formText(m_tokens[at].form) : std::string_view();
    }
    void readTables();
    bool isTaskField(const Block &block, std::uint32_t &first) const;
    bool isTaskHeading(const Block &block) const;
    bool isPerson(std::uint32_t at, std::uint32_t &last) const;
    bool isInfinitive(std::string_view word) const;
    bool isTaskText(std::uint32_t first, std::uint32_t count) const;
    void readBlock(const Block &block);
    void readSentence(const text::Sentence &sentence);
    void add(std::uint32_t start, std::uint32_t end, bool isDone);
    std::string dueWithin(std::uint32_t start, std::uint32_t end) const;

    const Document &m_document;
    std::span<const Token> m_tokens;
    Facts &m_facts;
    bool m_isPersonal = false;  // somebody speaks of what they will do, or days are set
    bool m_isUnderTasks = false;
    bool m_isUnderOther = false;
};

bool TodoReader::isTaskHeading(const Block &block) const
{
    bool isTask = false;
    for (const Token &token : m_document.tokensOf(block)) {
        if (cues().otherHeadings.find(m_document.formText(token.form)))
            return false;
        isTask = isTask || cues().taskHeadings.find(m_document.formText(token.form));
    }
    return isTask && block.tokenCount <= 6;
}

// Stands between spaces or the ends of the name.
bool isWordOf(std::string_view name, std::string_view word)
{
    for (std::size_t at = name.find(word); at != std::string_view::npos;
         at = name.find(word, at + 1)) {
        const std::size_t end = at + word.size();
        if ((at == 0 || name[at - 1] == ' ') && (end == name.size() || name[end] == ' '))
            return true;
    }
    return false;
}

bool TodoReader::isPerson(std::uint32_t at, std::uint32_t &last) const
{
    if (at >= m_tokens.size() || !m_tokens[at].has(text::tokenIsCapitalised))
        return false;
    const std::string_view word = m_document.slice(m_tokens[at].start, m_tokens[at].length);
    for (const Named &person : m_facts.people) {
        // at the first words of a person's name, long or short form
        const std::string_view shown =
            m_document.slice(m_tokens[at].start, static_cast<std::uint32_t>(person.text.size()));
        std::uint32_t end = 0;
        if (shown == person.text)
            end = m_tokens[at].start + static_cast<std::uint32_t>(person.text.size());
        else if (isWordOf(person.text, word))
            end = m_tokens[at].end();
        if (end == 0)
            continue;
        last = at;
        while (last + 1 < m_tokens.size() && m_tokens[last + 1].end() <= end)
            ++last;
        return true;
    }
    return false;
}

bool TodoReader::isInfinitive(std::string_view word) const
{
    switch (m_document.language()) {
    case text::Language::de:
        return word.ends_with("en") || word.ends_with("ern") || word.ends_with("eln");
    case text::Language::es:
        return word.ends_with("ar") || word.ends_with("er") || word.ends_with("ir");
    case text::Language::fr:
        return word.ends_with("er") || word.ends_with("ir") || word.ends_with("re");
    default: return cues().verbs.find(word) != nullptr;
    }
}

// A verb where the language puts it in a task: first in English, Spanish and French, last in German.
bool TodoReader::isTaskText(std::uint32_t first, std::uint32_t count) const
{
    if (count == 0)
        return false;
    if (m_document.language() != text::Language::de)
        return isInfinitive(form(first))
               || (count > 1 && isInfinitive(form(first + 1)) && form(first) == "to");
    for (std::uint32_t i = first; i < first + count; ++i) {
        if (!m_tokens[i].has(text::tokenIsCapitalised) && !m_tokens[i].has(text::tokenIsStopWord)
            && isInfinitive(form(i)))
            return true;
    }
    return false;
}

std::string TodoReader::dueWithin(std::uint32_t start, std::uint32_t end) const
{
    for (const DateFact &date : m_facts.dates) {
        if (date.span.start >= start && date.span.end() <= end)
            return date.iso.empty() ? m_document.plain(date.span) : date.iso;
    }
    return {};
}

void TodoReader::add(std::uint32_t start, std::uint32_t end, bool isDone)
{
    const std::uint32_t lineEnd = end;
    while (end > start
           && std::string_view(" .;,!").find(m_document.text()[end - 1]) != std::string_view::npos)
        --end;
    if (end > start && m_document.text()[end - 1] == ')') {  // (by Friday), (bis 1. April)
        const std::size_t open = m_document.slice(start, end - start).rfind(" (");
        if (open != std::string_view::npos)
            end = start + static_cast<std::uint32_t>(open);
    }
    if (end <= start || (!m_facts.todos.empty() && m_facts.todos.back().start == start))
        return;
    Todo todo;
    todo.start = start;
    todo.isDone = isDone;
    todo.text = m_document.plain(text::Span{start, end - start});
    todo.due = dueWithin(start, lineEnd);
    for (const Named &person : m_facts.people) {
        const std::string name = person.text.substr(0, person.text.find(' '));
        if (todo.text.starts_with(person.text) || todo.text.starts_with(name + " ")
            || todo.text.starts_with(name + ":"))
            todo.who = person.text;
    }
    m_facts.todos.push_back(std::move(todo));
}

void TodoReader::readBlock(const Block &block)
{
    if (block.kind == BlockKind::heading || block.kind == BlockKind::label) {
        m_isUnderTasks = isTaskHeading(block);
        m_isUnderOther = !m_isUnderTasks;
        return;
    }
    if (block.check != text::Check::none) {
        add(block.start, block.end(), block.check == text::Check::done);
        return;
    }
    if (block.tokenCount == 0)
        return;
    if (block.kind == BlockKind::paragraph && block.tokenCount <= 3 && isTaskHeading(block)) {
        m_isUnderTasks = true;
        return;
    }
    std::uint32_t last = 0;
    const bool isItem = block.kind == BlockKind::listItem;
    const bool isLine = isItem || block.kind == BlockKind::field;
    if (isLine && isPerson(block.firstToken, last)) {
        // "Name: do it", "Name to do it"
        const std::uint32_t next = last + 1;
        const std::uint32_t end = block.firstToken + block.tokenCount;
        if (next < end) {
            const std::string_view gap =
                m_document.slice(m_tokens[last].end(), m_tokens[next].start - m_tokens[last].end());
            if (gap.find(':') != std::string_view::npos || form(next) == "to" || m_isUnderTasks) {
                add(block.start, block.end(), false);
                return;
            }
        }
    }
    if (isItem && m_isUnderTasks) {
        const text::Sentence &first = m_document.sentences()[block.firstSentence];
        add(block.start, first.end(), false);
        return;
    }
    if (std::uint32_t value = 0; isLine && isTaskField(block, value)) {
        add(m_tokens[value].start, block.end(), false);
        return;
    }
    if (isItem && block.isOrdered && !m_isUnderOther && m_isPersonal
        && isTaskText(block.firstToken, block.tokenCount)) {
        const text::Sentence &first = m_document.sentences()[block.firstSentence];
        add(block.start, first.end(), false);
        return;
    }
    for (const text::Sentence &sentence : m_document.sentencesOf(block))
        readSentence(sentence);
}

void TodoReader::readSentence(const text::Sentence &sentence)
{
    const std::uint32_t first = sentence.firstToken;
    const std::uint32_t end = first + sentence.tokenCount;
    for (std::uint32_t i = first; i < end; ++i) {
        const std::string_view word = form(i);
        if (word == "todo" && i + 1 < end) {
            add(m_tokens[i + 1].start, sentence.end(), false);
            return;
        }
        const bool isAsked =
            (word == "please" && i + 1 < end && isInfinitive(form(i + 1)))
            || (word == "bitte" && i == first && i + 1 < end && form(i + 1).size() > 3
                && !m_tokens[i + 1].has(text::tokenIsStopWord));
        if (isAsked) {
            add(m_tokens[i + 1].start, sentence.end(), false);
            return;
        }
        std::uint32_t last = 0;
        if (!m_tokens[i].has(text::tokenIsCapitalised) || !isPerson(i, last) || last + 2 >= end)
            continue;
        const std::string_view next = form(last + 1);
        const bool isEnglishTask =
            (next == "will" || next == "to" || next == "shall" || next == "must")
            && isInfinitive(form(last + 2));
        const bool isSpanishTask =
            m_document.language() == text::Language::es
            && (next.ends_with("ará") || next.ends_with("erá") || next.ends_with("irá"));
        const bool isFrenchTask = m_document.language() == text::Language::fr && next.size() > 3
                                  && (next.ends_with("era") || next.ends_with("ira"));
        const bool isGermanTask = m_document.language() == text::Language::de
                                  && (next == "wird" || next == "soll" || next == "muss"
                                      || next == "übernimmt" || next == "kümmert");
        const bool isStart = i == first || m_document.text()[m_tokens[i].start - 2] == ';';
        if ((isEnglishTask || isSpanishTask || isFrenchTask || isGermanTask) && isStart) {
            add(m_tokens[i].start, sentence.end(), false);
            return;
        }
        i = last;
    }
}

// "Step one: Finish the lessons", "KW 40: Kapitel lesen": the value is a task.
bool TodoReader::isTaskField(const Block &block, std::uint32_t &first) const
{
    const auto field =
        std::ranges::lower_bound(m_document.fields(), block.start, {},
                                 [](const text::Field &entry) { return entry.value.start; });
    if (field == m_document.fields().end() || field->value.start >= block.end())
        return false;
    first = block.firstToken;
    const std::uint32_t end = block.firstToken + block.tokenCount;
    while (first < end && m_tokens[first].start < field->value.start) {
        if (cues().goals.find(form(first)))
            return false;
        ++first;
    }
    return first + 1 < end && m_tokens[first].start == field->value.start
           && isTaskText(first, end - first);
}

// Tables with a column of steps or tasks, and perhaps one that says what is done.
void TodoReader::readTables()
{
    const auto cells = m_document.cells();
    std::ptrdiff_t task = -1;
    std::ptrdiff_t done = -1;
    for (std::size_t i = 0; i < cells.size(); ++i) {
        const std::string name = text::folded(m_document.slice(cells[i].content));
        if (cells[i].isHeader) {
            if (cells[i].column == 0)
                task = done = -1;
            if (task < 0 && cues().taskHeadings.find(name))
                task = cells[i].column;
            if (cues().doneHeadings.find(name))
                done = cells[i].column;
        } else if (task >= 0 && cells[i].column == task && cells[i].content.length > 0
                   && m_facts.todos.size() < todosMax) {
            bool isDone = false;
            for (std::size_t j = i + 1; j < cells.size() && cells[j].row == cells[i].row; ++j) {
                isDone = isDone
                         || (cells[j].column == done
                             && cues().yes.find(text::folded(m_document.slice(cells[j].content))));
            }
            add(cells[i].content.start, cells[i].content.end(), isDone);
        }
    }
}

void TodoReader::read()
{
    m_isPersonal = !m_facts.dates.empty();
    for (std::uint32_t form = 0; form < m_document.forms().size() && !m_isPersonal; ++form) {
        const std::string_view word = m_document.formText(form);
        m_isPersonal = word == "i" || word == "we" || word == "ich" || word == "wir" || word == "je"
                       || word == "nous" || word == "quiero" || word == "voy" || word == "nosotros";
    }
    readTables();
    for (const Block &block : m_document.blocks()) {
        if (m_facts.stop.stop_requested() || m_facts.todos.size() >= todosMax)
            return;
        if (block.kind == BlockKind::tableRow || block.kind == BlockKind::code)
            continue;
        readBlock(block);
    }
    std::ranges::stable_sort(m_facts.todos, {}, &Todo::start);
}

}  // namespace

void findTodos(const Document &document, Facts &facts)
{
    TodoReader(document, facts).read();
}

}  // namespace capabilities
