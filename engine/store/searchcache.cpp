#include "store/searchcache.h"

#include "store/cacheconnection.h"

#include <algorithm>
#include <cmath>

namespace store {

namespace {

constexpr qsizetype queryCharactersMax = 1024;
constexpr qsizetype termsMax = 32;
constexpr std::size_t rowsMax = 1000;

constexpr const char *getNumber = "SELECT number FROM dream WHERE id = ?";
constexpr const char *putNumber = "INSERT INTO dream(id, isArchived) VALUES(?, ?)";
constexpr const char *putArchived = "UPDATE dream SET isArchived = ? WHERE id = ?";
constexpr const char *dropNumber = "DELETE FROM dream WHERE id = ?";
constexpr const char *putText = "INSERT INTO search(rowid, title, body, tags) VALUES(?, ?, ?, ?)";
constexpr const char *dropText = "DELETE FROM search WHERE rowid = ?";
constexpr const char *mergeAll = "INSERT INTO search(search) VALUES('optimize')";
// CROSS JOIN keeps FTS5 outside: rows come by rank and snippets are made only for those shown.
constexpr const char *findText =
    "SELECT d.id, s.title, snippet(search, 1, ?, ?, '\xe2\x80\xa6', 24), s.rank, d.isArchived "
    "FROM search s CROSS JOIN dream d ON d.number = s.rowid "
    "WHERE search MATCH ? AND d.isArchived <= ? ORDER BY s.rank LIMIT ? OFFSET ?";

QString textOf(std::string_view bytes)
{
    return QString::fromUtf8(bytes.data(), static_cast<qsizetype>(bytes.size()));
}

// One thing looked for.
struct Term {
    QString field, words;
    bool isPrefix = false, isWithout = false;
};

QString fieldOf(const QString &name)
{
    const QString lower = name.toLower();
    if (lower == QLatin1String("title"))
        return QStringLiteral("title");
    if (lower == QLatin1String("text") || lower == QLatin1String("body"))
        return QStringLiteral("body");
    if (lower == QLatin1String("tag") || lower == QLatin1String("tags"))
        return QStringLiteral("tags");
    return {};
}

bool hasWord(const QString &text)
{
    return std::any_of(text.begin(), text.end(), [](QChar c) { return c.isLetterOrNumber() || c.isSurrogate(); });
}

class Reader {
public:
    explicit Reader(const QString &text) : m_text(text) {}

    bool next(Term &term)
    {
        while (m_at < m_text.size() && m_text[m_at].isSpace())
            ++m_at;
        if (m_at >= m_text.size())
            return false;
        term = {};
        if (m_text[m_at] == u'-' && m_at + 1 < m_text.size() && !m_text[m_at + 1].isSpace()) {
            term.isWithout = true;
            ++m_at;
        }
        const qsizetype colon = m_text.indexOf(u':', m_at);
        if (colon > m_at && colon - m_at < 6 && colon + 1 < m_text.size() && !m_text[colon + 1].isSpace()) {
            term.field = fieldOf(m_text.mid(m_at, colon - m_at));
            if (!term.field.isEmpty())
                m_at = colon + 1;
        }
        const bool isQuoted = m_text[m_at] == u'"';
        m_at += isQuoted;
        const qsizetype from = m_at;
        while (m_at < m_text.size() && (isQuoted ? m_text[m_at] != u'"' : !m_text[m_at].isSpace() && m_text[m_at] != u'"'))
            ++m_at;
        term.words = m_text.mid(from, m_at - from);
        m_at += isQuoted && m_at < m_text.size();
        const bool isStarred = isQuoted ? m_at < m_text.size() && m_text[m_at] == u'*' : term.words.endsWith(u'*');
        m_at += isQuoted && isStarred;
        term.isPrefix = isStarred;
        return true;
    }
    bool isAtEnd() const { return m_at >= m_text.size(); }

private:
    const QString m_text;
    qsizetype m_at = 0;
};

QString quoted(const Term &term)
{
    QString words = term.words;
    words.replace(u'"', u' ');
    // Of a prefix only the last word is open; FTS5 does that for a phrase.
    return (term.field.isEmpty() ? QString() : term.field + QStringLiteral(" : ")) + u'"' + words + u'"'
           + (term.isPrefix ? QStringLiteral(" *") : QString());
}

}  // namespace

std::string SearchCache::expression(std::string_view text, bool isTyping)
{
    QString clean = textOf(text.substr(0, static_cast<std::size_t>(queryCharactersMax) * 4)).left(queryCharactersMax);
    for (QChar &c : clean)
        if (c.isNull() || c.category() == QChar::Other_Control)
            c = u' ';
    const bool isOpenEnded = isTyping && !clean.isEmpty() && !clean.back().isSpace();
    Reader reader(clean);
    QString wanted, without;
    qsizetype terms = 0;
    for (Term term; terms < termsMax && reader.next(term);) {
        if (!hasWord(term.words))
            continue;
        ++terms;
        // One letter stands for itself: half of all words begin with it.
        if (isOpenEnded && reader.isAtEnd() && clean.back() != u'"' && !term.isWithout)
            term.isPrefix = true;
        term.isPrefix = term.isPrefix && term.words.size() > (term.words.endsWith(u'*') ? 2 : 1);
        QString &side = term.isWithout ? without : wanted;
        if (!side.isEmpty())
            side += term.isWithout ? QStringLiteral(" OR ") : QStringLiteral(" ");
        side += quoted(term);
    }
    if (wanted.isEmpty())
        return {};
    if (!without.isEmpty())
        wanted = u'(' + wanted + QStringLiteral(") NOT (") + without + u')';
    return wanted.toStdString();
}

std::uint64_t SearchCache::numberOf(std::uint64_t dream)
{
    std::uint64_t number = 0;
    if (QSqlQuery *query = m_cache.connection().run(getNumber, integerOf(dream))) {
        if (query->next())
            number = query->value(0).toULongLong();
        query->finish();
    }
    return number;
}

bool SearchCache::put(const SearchEntry &entry)
{
    CacheConnection &connection = m_cache.connection();
    std::uint64_t number = numberOf(entry.dream);
    const int archived = entry.isArchived ? 1 : 0;
    if (number) {
        if (!connection.change(dropText, integerOf(number))
            || !connection.change(putArchived, archived, integerOf(entry.dream)))
            return false;
    } else {
        QSqlQuery *query = connection.run(putNumber, integerOf(entry.dream), archived);
        if (!query)
            return false;
        number = query->lastInsertId().toULongLong();
        query->finish();
    }
    QString tags;
    for (const std::string &tag : entry.tags)
        tags += textOf(tag) + u'\n';
    return connection.change(putText, integerOf(number), textOf(entry.title), textOf(entry.body), tags);
}

bool SearchCache::setArchived(std::uint64_t dream, bool isArchived)
{
    return m_cache.connection().change(putArchived, isArchived ? 1 : 0, integerOf(dream));
}

bool SearchCache::remove(std::uint64_t dream, bool &wasThere)
{
    const std::uint64_t number = numberOf(dream);
    wasThere = number != 0;
    return !number
           || (m_cache.connection().change(dropText, integerOf(number))
               && m_cache.connection().change(dropNumber, integerOf(dream)));
}

bool SearchCache::optimize()
{
    return m_cache.connection().change(mergeAll);
}

bool SearchCache::search(std::string_view text, const SearchOptions &options, std::vector<SearchFound> &found)
{
    const std::string wanted = expression(text, options.isTyping);
    if (wanted.empty())
        return true;
    QSqlQuery *query = m_cache.connection().run(
        findText, textOf(options.markBegin), textOf(options.markEnd), textOf(wanted),
        options.withArchived ? 1 : 0, integerOf(std::min(options.limit, rowsMax)), integerOf(options.offset));
    if (!query)
        return false;
    while (query->next()) {
        SearchFound one;
        one.dream = static_cast<std::uint64_t>(query->value(0).toLongLong());
        one.title = query->value(1).toString().toStdString();
        one.snippet = query->value(2).toString().toStdString();
        one.score = std::llround(-query->value(3).toDouble() * 1e6);
        one.isArchived = query->value(4).toInt() != 0;
        found.push_back(std::move(one));
    }
    const bool isGood = !query->lastError().isValid() || m_cache.connection().fail(*query);
    query->finish();
    // Equals in a settled order.
    std::stable_sort(found.begin(), found.end(), [](const SearchFound &a, const SearchFound &b) {
        return a.score != b.score ? a.score > b.score : a.dream < b.dream;
    });
    return isGood;
}

std::vector<std::string> SearchCache::statements()
{
    return {getNumber, putNumber, putArchived, dropNumber, putText, dropText, mergeAll, findText};
}

}  // namespace store
