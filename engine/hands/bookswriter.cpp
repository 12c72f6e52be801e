// The ledger as hledger, beancount and CSV (RFC 4180), and CSV back.
#include "hands/books.h"

#include "loop/edge.h"

#include <algorithm>
#include <map>
#include <set>

namespace hands {

using namespace kernel;
using namespace tokens;

namespace {

std::string symbolOf(Token token)
{
    return std::string(issueOf(token).symbol);
}

template<class E>
std::string word(E value)
{
    std::string found;
    boost::mp11::mp_for_each<boost::describe::describe_enumerators<E>>([&](auto option) {
        if (option.value == value)
            found = loop::optionText(option.name);
    });
    return found;
}

template<class E>
std::optional<E> fromWord(std::string_view text)
{
    std::optional<E> found;
    boost::mp11::mp_for_each<boost::describe::describe_enumerators<E>>([&](auto option) {
        if (loop::optionText(option.name) == text)
            found = option.value;
    });
    return found;
}

std::string dayText(Time time)
{
    return loop::timeText(time).substr(0, 10);
}

// One part of an account's name as beancount allows it: a capital or a digit first, then letters,
// digits and dashes.
std::string part(std::string_view words)
{
    std::string made;
    for (const char c : words) {
        const bool isLetter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
        made += isLetter || (c >= '0' && c <= '9') ? c : '-';
    }
    if (!made.empty() && made[0] >= 'a' && made[0] <= 'z')
        made[0] = static_cast<char>(made[0] - 'a' + 'A');
    return made.empty() || made[0] == '-' ? "X" + made : made;
}

// Names for programs that know accounts by name only: two owners that look alike get their account's id.
std::map<std::uint64_t, std::string> namesOf(const Books &books)
{
    std::map<std::uint64_t, std::string> names;
    std::set<std::string> taken;
    for (const Account &account : books.accounts) {
        std::string name = std::string(account.purpose == issuing ? "Equity:" : "Assets:")
                           + part(account.owner) + ':' + part(account.purpose) + ':'
                           + symbolOf(account.token);
        if (!taken.insert(name).second)
            name += '-' + idText(account.id.value);
        names[account.id.value] = name;
    }
    return names;
}

std::map<std::uint64_t, Account> byId(const Books &books)
{
    std::map<std::uint64_t, Account> accounts;
    for (const Account &account : books.accounts)
        accounts[account.id.value] = account;
    return accounts;
}

bool isMoving(const Entry &entry)
{
    return entry.kind != Kind::Hold && entry.kind != Kind::Void;
}

// Most of these programs add up what they read; what it must come to stands at the end.
std::map<std::uint64_t, Amount> balancesOf(const Books &books)
{
    std::map<std::uint64_t, Amount> balances;
    for (const BookLine &line : books.lines) {
        if (!isMoving(line.entry))
            continue;
        balances[line.entry.debit.value].units -= line.entry.amount.units;
        balances[line.entry.credit.value].units += line.entry.amount.units;
    }
    return balances;
}

class PlainText {
public:
    PlainText(const Books &books, BooksFormat format)
        : m_books(books), m_isBeancount(format == BooksFormat::Beancount), m_accounts(byId(books)),
          m_names(namesOf(books))
    {
    }

    std::string text()
    {
        m_out = "; DreamScope ledger. All tokens are local play money.\n";
        if (!m_isBeancount)
            for (const Issue &issue : issues)
                if (hasToken(issue))
                    m_out +=
                        "commodity 1000.000000000000000000 " + std::string(issue.symbol) + '\n';
        for (const Account &account : m_books.accounts)
            if (m_isBeancount)
                m_out += dayText(account.at) + " open " + m_names[account.id.value] + ' '
                         + symbolOf(account.token) + '\n';
        for (const BookLine &line : m_books.lines)
            entry(line);
        balances();
        return std::move(m_out);
    }

private:
    bool hasToken(const Issue &issue) const
    {
        return std::any_of(m_books.accounts.begin(), m_books.accounts.end(),
                           [&](const Account &one) { return &issueOf(one.token) == &issue; });
    }

    std::string amount(Id<Account> account, Amount amount) const
    {
        return amountText(amount, 18) + ' ' + symbolOf(m_accounts.at(account.value).token);
    }

    void entry(const BookLine &line)
    {
        const Entry &entry = line.entry;
        const std::string id = idText(entry.id), what = word(entry.reason);
        if (!isMoving(entry)) {
            m_out += "\n; " + dayText(line.at) + ' ' + word(entry.kind) + ' ' + id + ": "
                     + amount(entry.debit, entry.amount) + " from " + m_names[entry.debit.value]
                     + " to " + m_names[entry.credit.value] + '\n';
            return;
        }
        if (m_isBeancount)
            m_out += '\n' + dayText(line.at) + " * \"" + what + "\"\n  transfer: \"" + id
                     + "\"\n  kind: \"" + word(entry.kind) + "\"\n";
        else
            m_out += '\n' + dayText(line.at) + " * " + what + "  ; transfer:" + id
                     + ", kind:" + word(entry.kind) + '\n';
        m_out += "  " + m_names[entry.debit.value] + "  "
                 + amount(entry.debit, {-entry.amount.units}) + '\n';
        m_out +=
            "  " + m_names[entry.credit.value] + "  " + amount(entry.credit, entry.amount) + '\n';
    }

    void balances()
    {
        if (m_books.lines.empty())
            return;
        const std::string day = dayText(m_books.lines.back().at + Duration{86'400'000'000});
        if (!m_isBeancount)
            m_out += '\n' + day + " * what each account holds\n";
        for (const auto &[id, balance] : balancesOf(m_books)) {
            if (m_isBeancount)
                m_out += day + " balance " + m_names[id] + "  " + amount({id}, balance) + '\n';
            else
                m_out += "  " + m_names[id] + "  0 " + symbolOf(m_accounts.at(id).token) + " = "
                         + amount({id}, balance) + '\n';
        }
    }

    const Books &m_books;
    const bool m_isBeancount;
    const std::map<std::uint64_t, Account> m_accounts;
    std::map<std::uint64_t, std::string> m_names;
    std::string m_out;
};

std::string quoted(std::string_view field)
{
    if (field.find_first_of(",\"\r\n") == std::string_view::npos)
        return std::string(field);
    std::string made = "\"";
    for (const char c : field)
        made += c == '"' ? "\"\"" : std::string(1, c);
    return made + '"';
}

constexpr std::string_view csvHead =
    "fact,time,id,kind,of,debitOwner,debitPurpose,creditOwner,creditPurpose,token,amount,reason,until";

std::string csvText(const Books &books)
{
    const std::map<std::uint64_t, Account> accounts = byId(books);
    std::string out = std::string(csvHead) + "\r\n";
    for (const BookLine &line : books.lines) {
        const Entry &entry = line.entry;
        const Account &debit = accounts.at(entry.debit.value),
                      &credit = accounts.at(entry.credit.value);
        const std::string fields[] = {std::to_string(line.fact),
                                      loop::timeText(line.at),
                                      idText(entry.id),
                                      word(entry.kind),
                                      entry.of ? idText(entry.of) : "",
                                      debit.owner,
                                      debit.purpose,
                                      credit.owner,
                                      credit.purpose,
                                      symbolOf(debit.token),
                                      amountText(entry.amount, 18),
                                      word(entry.reason),
                                      entry.until.us ? loop::timeText(entry.until) : ""};
        for (const std::string &field : fields)
            out += (&field == fields ? "" : ",") + quoted(field);
        out += "\r\n";
    }
    return out;
}

// One record from the front of `csv`; false when a quote is not closed.
bool takeRecord(std::string_view &csv, std::vector<std::string> &fields)
{
    fields.assign(1, "");
    bool isQuoted = false;
    std::size_t at = 0;
    for (; at < csv.size(); ++at) {
        const char c = csv[at];
        if (isQuoted) {
            if (c != '"')
                fields.back() += c;
            else if (at + 1 < csv.size() && csv[at + 1] == '"')
                fields.back() += csv[++at];
            else
                isQuoted = false;
        } else if (c == '"' && fields.back().empty()) {
            isQuoted = true;
        } else if (c == ',') {
            fields.emplace_back();
        } else if (c == '\n') {
            break;
        } else if (c != '\r') {
            fields.back() += c;
        }
    }
    csv.remove_prefix(std::min(at + 1, csv.size()));
    return !isQuoted;
}

// The field that does not fit, or nothing.
std::string fill(const std::vector<std::string> &fields, BookRow &row)
{
    const auto id = idFromText(fields[2]),
               of = fields[4].empty() ? std::optional<std::uint64_t>(0) : idFromText(fields[4]);
    const auto kind = fromWord<Kind>(fields[3]);
    const auto reason = fromWord<Reason>(fields[11]);
    const auto amount = amountFromText(fields[10], 18);
    const auto until = fields[12].empty() ? std::optional(Time{}) : loop::timeFromText(fields[12]);
    const auto issue = std::find_if(std::begin(issues), std::end(issues),
                                    [&](const Issue &one) { return one.symbol == fields[9]; });
    if (!id || !*id)
        return "id";
    if (!of)
        return "of";
    if (!kind)
        return "kind";
    if (!reason)
        return "reason";
    if (!amount || amount->units <= 0)
        return "amount";
    if (!until)
        return "until";
    if (issue == std::end(issues))
        return "token";
    row.debitOwner = fields[5];
    row.debitPurpose = fields[6];
    row.creditOwner = fields[7];
    row.creditPurpose = fields[8];
    row.token = static_cast<Token>(issue - std::begin(issues));
    row.transfer.id = *id;
    row.transfer.kind = *kind;
    row.transfer.of = *of;
    row.transfer.reason = *reason;
    row.transfer.amount = *amount;
    row.until = *until;
    return {};
}

}  // namespace

std::optional<BooksFormat> booksFormat(std::string_view name)
{
    if (name == "hledger")
        return BooksFormat::Hledger;
    if (name == "beancount")
        return BooksFormat::Beancount;
    return name == "csv" ? std::optional(BooksFormat::Csv) : std::nullopt;
}

std::string booksText(const Books &books, BooksFormat format)
{
    return format == BooksFormat::Csv ? csvText(books) : PlainText(books, format).text();
}

std::vector<BookRow> booksFromCsv(std::string_view csv, std::string &error)
{
    std::vector<BookRow> rows;
    std::vector<std::string> fields;
    if (csv.starts_with("\xef\xbb\xbf"))
        csv.remove_prefix(3);
    std::string head;
    if (takeRecord(csv, fields))
        for (const std::string &field : fields)
            head += (head.empty() ? "" : ",") + field;
    if (head != csvHead) {
        error = "line 1: expected " + std::string(csvHead);
        return {};
    }
    for (std::uint64_t line = 2; !csv.empty(); ++line) {
        BookRow row;
        row.line = line;
        const bool isClosed = takeRecord(csv, fields);
        if (fields.size() == 1 && fields[0].empty())
            continue;
        const std::string bad = !isClosed || fields.size() != 13 ? "13 fields" : fill(fields, row);
        if (!bad.empty()) {
            error = "record " + std::to_string(line) + ": " + bad + " cannot be read";
            return {};
        }
        rows.push_back(std::move(row));
    }
    return rows;
}

}  // namespace hands
