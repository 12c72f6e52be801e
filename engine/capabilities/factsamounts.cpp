#include "capabilities/facts.h"
#include "capabilities/gazetteer.h"
#include "text/unicode.h"
#include "text/wordset.h"

#include <algorithm>

namespace capabilities {
namespace {

using text::Document;
using text::Token;

bool isThinSpace(std::string_view gap)
{
    return gap == " " || gap == "\u00A0" || gap == "\u202F" || gap == "\u2009";
}

// "1.234,50" -> "1234.5". The last mark is the decimal one unless exactly three digits follow
// it; the same mark twice is grouping.
std::string exactDecimal(std::string_view word)
{
    std::size_t decimal = std::string_view::npos;
    const std::size_t lastMark = word.find_last_of(".,");
    if (lastMark != std::string_view::npos) {
        const bool isOnly = word.find_first_of(".,") == lastMark;
        const bool isRepeated = word.find(word[lastMark]) != lastMark;
        const std::size_t digits = word.size() - lastMark - 1;
        const bool isZeroLed = word[0] == '0' && isOnly;
        if (!isRepeated && (digits != 3 || !isOnly || isZeroLed) && !(digits == 3 && !isOnly))
            decimal = lastMark;
    }
    std::string out;
    for (std::size_t i = 0; i < word.size(); ++i) {
        if (word[i] >= '0' && word[i] <= '9')
            out.push_back(word[i]);
        else if (i == decimal)
            out.push_back('.');
        else if (word[i] != '.' && word[i] != ',' && word[i] != '\'')
            return {};
    }
    if (out.find('.') != std::string::npos) {
        while (out.back() == '0')
            out.pop_back();
        if (out.back() == '.')
            out.pop_back();
    }
    const std::size_t zeros = std::min(out.find_first_not_of('0'), out.size() - 1);
    out.erase(0, zeros);
    if (out.empty() || out[0] == '.')
        out.insert(out.begin(), '0');
    return out;
}

struct Currency {
    const char *code = nullptr;
};

const text::WordMap<Currency> &currencyWords()
{
    static const auto made = [] {
        static constexpr struct {
            const char *code;
            std::string_view words;
        } lists[] = {
            {"EUR", "eur euro euros"},
            {"USD", "usd dollar dollars dólar dólares us-dollar bucks"},
            {"GBP", "gbp pound pounds quid pfund libras livres"},
            {"CHF", "chf franken fränkli sfr"},
            {"JPY", "jpy yen"},
            {"MXN", "mxn"},
            {"NOK", "nok"},
            {"SEK", "sek"},
            {"DKK", "dkk"},
            {"PLN", "pln złoty zloty"},
            {"CZK", "czk"},
            {"CAD", "cad"},
            {"AUD", "aud"},
            {"NZD", "nzd"},
            {"INR", "inr rupees"},
            {"CNY", "cny rmb yuan"},
            {"BRL", "brl"},
            {"ARS", "ars"},
            {"CLP", "clp"},
            {"COP", "cop"},
            {"HUF", "huf forint"},
            {"TRY", "try lira"},
        };
        text::WordMap<Currency> map(128);
        for (const auto &list : lists)
            text::forEachWord(list.words,
                              [&](std::string_view word) { map[word].code = list.code; });
        return map;
    }();
    return made;
}

struct Symbol {
    std::string_view sign;
    const char *code;
};
constexpr Symbol symbols[] = {{"US$", "USD"}, {"C$", "CAD"}, {"A$", "AUD"}, {"R$", "BRL"},
                              {"€", "EUR"},   {"£", "GBP"},  {"¥", "JPY"},  {"₹", "INR"},
                              {"₺", "TRY"},   {"zł", "PLN"}, {"$", "USD"}};

class AmountReader {
public:
    explicit AmountReader(const Document &document)
        : m_document(document), m_tokens(document.tokens()), m_text(document.text())
    {
        findLocalCodes();
    }
    void read(Facts &facts);

private:
    void findLocalCodes();
    const char *codeBefore(std::uint32_t at, std::uint32_t &start) const;
    const char *codeAfter(std::uint32_t last, std::uint32_t &end) const;
    bool scaleAfter(std::uint32_t &last, std::string &value) const;
    const char *columnCode(std::uint32_t start) const;
    const char *dollar(const char *code) const
    {
        return std::string_view(code) == "USD" && m_dollar ? m_dollar : code;
    }

    const Document &m_document;
    std::span<const Token> m_tokens;
    std::string_view m_text;
    const char *m_dollar = nullptr;  // the dollar or peso a text speaks of by code
    const char *m_stated = nullptr;  // "all amounts in GBP"
};

// Codes in the text tell what "$" means there, and what bare table figures are in.
void AmountReader::findLocalCodes()
{
    for (std::uint32_t i = 0; i < m_tokens.size(); ++i) {
        const Token &token = m_tokens[i];
        if (token.length < 3 || !token.isWord())
            continue;
        const std::string_view form = m_document.formText(token.form);
        if (token.has(text::tokenIsUpper) && token.length == 3) {
            const Currency *found = currencyWords().find(form);
            if (!found)
                continue;
            const std::string_view code = found->code;
            if (code == "MXN" || code == "CAD" || code == "AUD" || code == "ARS" || code == "CLP"
                || code == "COP" || code == "NZD")
                m_dollar = found->code;
            const bool followsIn = i > 0 && m_document.formText(m_tokens[i - 1].form) == "in";
            const bool isAlone =
                (i == 0 || !m_tokens[i - 1].has(text::tokenHasDigit))
                && (i + 1 >= m_tokens.size() || !m_tokens[i + 1].has(text::tokenHasDigit));
            if ((followsIn || isAlone) && !m_stated)
                m_stated = found->code;
        } else if (form == "mexicanos" && i > 0
                   && m_document.formText(m_tokens[i - 1].form) == "pesos") {
            m_dollar = "MXN";
        }
    }
}

const char *AmountReader::codeBefore(std::uint32_t at, std::uint32_t &start) const
{
    std::uint32_t end = m_tokens[at].start;
    std::uint32_t from = end;
    if (from > 0 && m_text[from - 1] == ' ')
        --from;
    for (const Symbol &symbol : symbols) {
        if (from >= symbol.sign.size()
            && m_text.substr(from - symbol.sign.size(), symbol.sign.size()) == symbol.sign) {
            start = from - static_cast<std::uint32_t>(symbol.sign.size());
            return dollar(symbol.code);
        }
    }
    if (at > 0 && m_tokens[at - 1].has(text::tokenIsUpper) && m_tokens[at - 1].length == 3
        && end - m_tokens[at - 1].end() <= 2) {
        if (const Currency *found =
                currencyWords().find(m_document.formText(m_tokens[at - 1].form))) {
            start = m_tokens[at - 1].start;
            return found->code;
        }
    }
    return nullptr;
}

const char *AmountReader::codeAfter(std::uint32_t last, std::uint32_t &end) const
{
    const std::uint32_t from = m_tokens[last].end();
    std::string_view rest = m_text.substr(from, 12);
    std::uint32_t skipped = 0;
    const std::string_view lastForm = m_document.formText(m_tokens[last].form);
    if (rest.starts_with('.') && (lastForm == "mio" || lastForm == "mrd")) {
        skipped = 1;  // "2 Mio. Euro"
        rest.remove_prefix(1);
    }
    for (const std::string_view space : {" ", "\u00A0", "\u202F"}) {
        if (rest.starts_with(space)) {
            skipped += static_cast<std::uint32_t>(space.size());
            rest.remove_prefix(space.size());
            break;
        }
    }
    for (const Symbol &symbol : symbols) {
        const bool isDollarBefore = symbol.sign == "$" && skipped > 0;  // "5 $6" is two amounts
        if (rest.starts_with(symbol.sign) && !isDollarBefore) {
            end = from + skipped + static_cast<std::uint32_t>(symbol.sign.size());
            return dollar(symbol.code);
        }
    }
    if (last + 1 < m_tokens.size() && m_tokens[last + 1].start == from + skipped && skipped > 0) {
        const std::string_view form = m_document.formText(m_tokens[last + 1].form);
        const Currency *found = currencyWords().find(form);
        // weights are pounds too: "5 pounds of flour"
        const bool isWeight =
            found && (form == "pounds" || form == "pound" || form == "pfund" || form == "livres")
            && last + 2 < m_tokens.size()
            && (m_document.formText(m_tokens[last + 2].form) == "of"
                || m_document.formText(m_tokens[last + 2].form) == "de"
                || (form == "pfund" && m_tokens[last + 2].has(text::tokenIsCapitalised)));
        const bool isTry = form == "try" && !m_tokens[last + 1].has(text::tokenIsUpper);
        if (found && !isWeight && !isTry) {
            end = m_tokens[last + 1].end();
            return dollar(found->code);
        }
        if (form == "pesos") {
            end = m_tokens[last + 1].end();
            return m_dollar ? m_dollar : "MXN";
        }
    }
    return nullptr;
}

// "5k", "2 Mio.", "1.5 million"
bool AmountReader::scaleAfter(std::uint32_t &last, std::string &value) const
{
    if (last + 1 >= m_tokens.size() || m_tokens[last + 1].start - m_tokens[last].end() > 2)
        return false;
    const std::string_view form = m_document.formText(m_tokens[last + 1].form);
    std::size_t zeros = 0;
    if (form == "million" || form == "millions" || form == "mio" || form == "millionen"
        || form == "millones" || form == "millón")
        zeros = 6;
    else if (form == "thousand" || form == "tausend" || form == "mil" || form == "mille")
        zeros = 3;
    else if (form == "billion" || form == "milliarden" || form == "mrd" || form == "milliards")
        zeros = 9;
    if (zeros == 0)
        return false;
    const std::size_t point = value.find('.');
    const std::size_t decimals = point == std::string::npos ? 0 : value.size() - point - 1;
    if (decimals > zeros)
        return false;
    if (point != std::string::npos)
        value.erase(point, 1);
    value.append(zeros - decimals, '0');
    ++last;
    return true;
}

// The currency a table column or the whole text is stated in, for a bare figure in a cell.
const char *AmountReader::columnCode(std::uint32_t start) const
{
    const auto cells = m_document.cells();
    const auto past = std::ranges::upper_bound(
        cells, start, {}, [](const text::Cell &cell) { return cell.content.start; });
    const bool isInside = past != cells.begin() && start < std::prev(past)->content.end();
    const auto inside = isInside ? std::prev(past) : cells.end();
    const auto codeOf = [&](std::string_view header) -> const char * {
        for (const Symbol &symbol : symbols) {
            if (header.find(symbol.sign) != std::string_view::npos)
                return symbol.code;
        }
        for (const std::string_view code : {"EUR", "USD", "GBP", "CHF", "MXN", "NOK", "SEK"}) {
            if (header.find(code) != std::string_view::npos) {
                const Currency *found = currencyWords().find(text::folded(code));
                return found ? found->code : nullptr;
            }
        }
        return nullptr;
    };
    if (inside != cells.end()) {
        const auto table = std::ranges::lower_bound(cells, inside->table, {}, &text::Cell::table);
        const auto header =
            table + std::min<std::ptrdiff_t>(inside->column, cells.end() - table - 1);
        if (header->isHeader && header->column == inside->column) {
            if (const char *code = codeOf(m_document.slice(header->content)))
                return code;
        }
        return inside->isHeader ? nullptr : m_stated;
    }
    const auto field = std::ranges::lower_bound(
        m_document.fields(), start, {}, [](const text::Field &entry) { return entry.value.start; });
    return field != m_document.fields().end() && field->value.start == start ? m_stated : nullptr;
}

void AmountReader::read(Facts &facts)
{
    for (std::uint32_t at = 0; at < m_tokens.size() && !facts.isStopped(at); ++at) {
        if (!m_tokens[at].has(text::tokenHasDigit))
            continue;
        std::uint32_t last = at;
        std::string value = readNumber(m_document, at, last);
        if (value.empty()) {
            const std::string_view form = m_document.formText(m_tokens[at].form);
            if (form.size() < 2 || form.back() != 'k')
                continue;
            value = exactDecimal(form.substr(0, form.size() - 1));  // £5k
            if (value.empty() || value.find('.') != std::string::npos)
                continue;
            value += "000";
        }
        scaleAfter(last, value);
        std::uint32_t start = m_tokens[at].start;
        std::uint32_t end = m_tokens[last].end();
        const char *code = codeBefore(at, start);
        if (!code)
            code = codeAfter(last, end);
        if (!code && end - start == m_tokens[at].length)
            code = columnCode(start);
        if (!code)
            continue;
        const bool isMinus =
            start > 0 && m_text[start - 1] == '-'
            && (start == 1
                || std::string_view(" \n|(:").find(m_text[start - 2]) != std::string_view::npos);
        if (isMinus) {
            --start;
            value.insert(value.begin(), '-');
        }
        facts.amounts.push_back({{start, end - start}, value, code});
        at = last;
    }
}

}  // namespace

std::string readNumber(const Document &document, std::uint32_t at, std::uint32_t &lastToken)
{
    const auto tokens = document.tokens();
    lastToken = at;
    if (!tokens[at].isNumber())
        return {};
    std::string word(document.formText(tokens[at].form));
    // groups parted by thin or plain spaces: 11 400
    while (word.find_first_of(".,") == std::string::npos && lastToken + 1 < tokens.size()
           && word.size() <= 12 && tokens[lastToken].length <= 3) {
        const Token &next = tokens[lastToken + 1];
        const std::string_view group = document.formText(next.form);
        const std::string_view gap =
            document.slice(tokens[lastToken].end(), next.start - tokens[lastToken].end());
        const bool isGroup = next.isNumber() && isThinSpace(gap) && group.size() >= 3
                             && (group.size() == 3 || group[3] == ',' || group[3] == '.')
                             && group.find_first_of(".,") >= 3
                             && document.language() != text::Language::en;
        if (!isGroup)
            break;
        word += group;
        ++lastToken;
    }
    return exactDecimal(word);
}

void findAmounts(const Document &document, Facts &facts)
{
    AmountReader(document).read(facts);
}

}  // namespace capabilities
