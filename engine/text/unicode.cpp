#include "text/unicode.h"

#include <utf8proc.h>

#include <array>
#include <cstdlib>
#include <cstring>
#include <memory>

namespace text {
namespace {

constexpr std::uint64_t everyByte = 0x0101010101010101ull;

std::uint64_t eightBytes(std::string_view text, std::size_t at)
{
    std::uint64_t bytes = 0;
    std::memcpy(&bytes, text.data() + at, 8);
    return bytes;
}

bool isContinuation(unsigned char byte)
{
    return (byte & 0xC0) == 0x80;
}

struct Lead {
    std::uint8_t length;
    std::uint8_t secondMin;
    std::uint8_t secondMax;
};

// Table 3-7 of the Unicode standard: well-formed UTF-8 byte sequences.
Lead leadOf(unsigned char byte)
{
    if (byte >= 0xC2 && byte <= 0xDF)
        return {2, 0x80, 0xBF};
    if (byte == 0xE0)
        return {3, 0xA0, 0xBF};
    if (byte == 0xED)
        return {3, 0x80, 0x9F};
    if (byte >= 0xE1 && byte <= 0xEF)
        return {3, 0x80, 0xBF};
    if (byte == 0xF0)
        return {4, 0x90, 0xBF};
    if (byte >= 0xF1 && byte <= 0xF3)
        return {4, 0x80, 0xBF};
    if (byte == 0xF4)
        return {4, 0x80, 0x8F};
    return {0, 0, 0};
}

bool isIn(char32_t value, char32_t first, char32_t last)
{
    return value >= first && value <= last;
}

bool isIdeograph(char32_t c)
{
    return isIn(c, 0x3041, 0x309F) || isIn(c, 0x3400, 0x4DBF) || isIn(c, 0x4E00, 0x9FFF)
           || isIn(c, 0x3005, 0x3007) || isIn(c, 0x3021, 0x3029) || isIn(c, 0x3038, 0x303B)
           || isIn(c, 0xF900, 0xFAFF) || isIn(c, 0x1B000, 0x1B16F) || isIn(c, 0x20000, 0x3FFFF);
}

bool isKatakana(char32_t c)
{
    return isIn(c, 0x3031, 0x3035) || isIn(c, 0x309B, 0x309C) || isIn(c, 0x30A0, 0x30FA)
           || isIn(c, 0x30FC, 0x30FF) || isIn(c, 0x31F0, 0x31FF) || isIn(c, 0x32D0, 0x32FE)
           || isIn(c, 0x3300, 0x3357) || isIn(c, 0xFF66, 0xFF9D);
}

// Line_Break=Complex_Context letters.
bool isComplexContext(char32_t c)
{
    return isIn(c, 0x0E00, 0x0EFF) || isIn(c, 0x1000, 0x109F) || isIn(c, 0x1780, 0x17FF)
           || isIn(c, 0x1950, 0x19DF) || isIn(c, 0x1A20, 0x1AAF) || isIn(c, 0xA9E0, 0xA9FF)
           || isIn(c, 0xAA60, 0xAADF) || isIn(c, 0x11700, 0x1174F);
}

// The colon is no letter's companion, as in CLDR: "key:value" is two words.
WordBreak punctuationBreak(char32_t c)
{
    switch (c) {
    case '\'': return WordBreak::singleQuote;
    case '"': return WordBreak::doubleQuote;
    case '.':
    case 0x2018:
    case 0x2019:
    case 0x2024:
    case 0xFE52:
    case 0xFF07:
    case 0xFF0E: return WordBreak::midNumLet;
    case 0xB7:
    case 0x387:
    case 0x55F:
    case 0x5F4:
    case 0x2027:
    case 0xFE13:
    case 0xFE55:
    case 0xFF1A: return WordBreak::midLetter;
    case ',':
    case ';':
    case 0x37E:
    case 0x589:
    case 0x60C:
    case 0x60D:
    case 0x66C:
    case 0x7F8:
    case 0x2044:
    case 0xFE10:
    case 0xFE14:
    case 0xFE50:
    case 0xFE54:
    case 0xFF0C:
    case 0xFF1B: return WordBreak::midNum;
    case '_':
    case 0x202F: return WordBreak::extendNumLet;
    case 0x5F3:
    case 0x55A:
    case 0x55B:
    case 0x55C:
    case 0x55E:
    case 0x58A: return WordBreak::letter;
    case 0x66B: return WordBreak::numeric;
    default: return WordBreak::other;
    }
}

WordBreak letterBreak(char32_t c)
{
    if (c < 0x590)
        return WordBreak::letter;
    if (isIn(c, 0x05D0, 0x05F2) || isIn(c, 0xFB1D, 0xFB4F))
        return WordBreak::hebrew;
    if (isKatakana(c))
        return WordBreak::katakana;
    if (isIdeograph(c))
        return WordBreak::ideograph;
    if (isComplexContext(c))
        return WordBreak::complex;
    return WordBreak::letter;
}

WordBreak computeWordBreak(char32_t c)
{
    const WordBreak punctuation = punctuationBreak(c);
    if (punctuation != WordBreak::other || c == 0x200B)
        return punctuation;
    switch (utf8proc_category(static_cast<utf8proc_int32_t>(c))) {
    case UTF8PROC_CATEGORY_LU:
    case UTF8PROC_CATEGORY_LL:
    case UTF8PROC_CATEGORY_LT:
    case UTF8PROC_CATEGORY_LM:
    case UTF8PROC_CATEGORY_LO:
    case UTF8PROC_CATEGORY_NL: return letterBreak(c);
    case UTF8PROC_CATEGORY_ND: return WordBreak::numeric;
    case UTF8PROC_CATEGORY_PC: return WordBreak::extendNumLet;
    case UTF8PROC_CATEGORY_MN:
    case UTF8PROC_CATEGORY_MC:
    case UTF8PROC_CATEGORY_ME:
    case UTF8PROC_CATEGORY_CF: return WordBreak::extend;
    case UTF8PROC_CATEGORY_SO:  // circled letters are Alphabetic
        return isIn(c, 0x24B6, 0x24E9) || isIn(c, 0x1F130, 0x1F149) || isIn(c, 0x1F150, 0x1F169)
                       || isIn(c, 0x1F170, 0x1F189)
                   ? WordBreak::letter
                   : (isKatakana(c) ? WordBreak::katakana : WordBreak::other);
    case UTF8PROC_CATEGORY_SK:
        if (isIn(c, 0x1F3FB, 0x1F3FF))
            return WordBreak::extend;
        return isIn(c, 0x2C2, 0x2C5) || isIn(c, 0x2D2, 0x2D7) || c == 0x2DE || c == 0x2DF
                       || isIn(c, 0x2E5, 0x2EB) || c == 0x2ED || isIn(c, 0x2EF, 0x2FF)
                       || isIn(c, 0xA708, 0xA716) || isIn(c, 0xA720, 0xA721)
                       || isIn(c, 0xA789, 0xA78A) || c == 0xAB5B
                   ? WordBreak::letter
                   : WordBreak::other;
    default: return WordBreak::other;
    }
}

// The first 2,048 code points (Latin, Greek, Cyrillic, Hebrew, Arabic) come from a table.
const std::array<WordBreak, 2048> &lowTable()
{
    static const auto table = [] {
        std::array<WordBreak, 2048> made{};
        for (char32_t c = 0; c < made.size(); ++c)
            made[c] = computeWordBreak(c);
        return made;
    }();
    return table;
}

}  // namespace

CodePoint decodeSlow(std::string_view text, std::size_t at)
{
    const auto *bytes = reinterpret_cast<const unsigned char *>(text.data()) + at;
    const std::size_t left = text.size() - at;
    if (bytes[0] < 0x80)
        return {bytes[0], 1};
    const Lead lead = leadOf(bytes[0]);
    if (lead.length == 0 || left < lead.length || bytes[1] < lead.secondMin
        || bytes[1] > lead.secondMax)
        return {};
    char32_t value = bytes[0] & (0xFF >> (lead.length + 1));
    for (std::uint32_t i = 1; i < lead.length; ++i) {
        if (!isContinuation(bytes[i]))
            return {};
        value = (value << 6) | (bytes[i] & 0x3F);
    }
    return {value, lead.length};
}

std::u32string codePoints(std::string_view text)
{
    std::u32string out;
    for (std::size_t at = 0; at < text.size();) {
        const CodePoint point = decode(text, at);
        out.push_back(point.value);
        at += point.length;
    }
    return out;
}

CodePoint decodeBefore(std::string_view text, std::size_t at)
{
    std::size_t start = at - 1;
    for (int step = 0; step < 3 && start > 0; ++step) {
        if (!isContinuation(static_cast<unsigned char>(text[start])))
            break;
        --start;
    }
    const CodePoint found = decode(text, start);
    if (start + found.length == at)
        return found;
    return {};
}

bool isValidUtf8(std::string_view text)
{
    std::size_t at = 0;
    while (at < text.size()) {
        if (text.size() - at >= 8 && (eightBytes(text, at) & everyByte * 0x80) == 0) {
            at += 8;
            continue;
        }
        if (static_cast<unsigned char>(text[at]) < 0x80) {
            ++at;
            continue;
        }
        const CodePoint point = decodeSlow(text, at);
        if (point.length == 1)
            return false;
        at += point.length;
    }
    return true;
}

bool looksBinary(std::string_view text)
{
    for (std::size_t at = 0; at < text.size(); ++at) {
        if (text.size() - at >= 8) {
            const std::uint64_t bytes = eightBytes(text, at);
            if (((bytes - everyByte * 0x20) & ~bytes & everyByte * 0x80) == 0) {
                at += 7;  // none of the eight is below a space
                continue;
            }
        }
        const auto byte = static_cast<unsigned char>(text[at]);
        if (byte < 0x20 && byte != '\t' && byte != '\n' && byte != '\r' && byte != '\f')
            return true;
    }
    return false;
}

void appendUtf8(std::string &out, char32_t codePoint)
{
    utf8proc_uint8_t bytes[4];
    const auto length = utf8proc_encode_char(static_cast<utf8proc_int32_t>(codePoint), bytes);
    out.append(reinterpret_cast<const char *>(bytes), static_cast<std::size_t>(length));
}

WordBreak wordBreak(char32_t codePoint)
{
    static const std::array<WordBreak, 2048> &table = lowTable();
    return codePoint < table.size() ? table[codePoint] : computeWordBreak(codePoint);
}

bool isLetter(char32_t c)
{
    if (c < 0x80)
        return (c | 0x20) >= 'a' && (c | 0x20) <= 'z';
    const auto category = utf8proc_category(static_cast<utf8proc_int32_t>(c));
    return category >= UTF8PROC_CATEGORY_LU && category <= UTF8PROC_CATEGORY_LO;
}

bool isUpper(char32_t c)
{
    if (c < 0x80)
        return c >= 'A' && c <= 'Z';
    const auto category = utf8proc_category(static_cast<utf8proc_int32_t>(c));
    return category == UTF8PROC_CATEGORY_LU || category == UTF8PROC_CATEGORY_LT;
}

bool isLower(char32_t c)
{
    if (c < 0x80)
        return c >= 'a' && c <= 'z';
    return utf8proc_category(static_cast<utf8proc_int32_t>(c)) == UTF8PROC_CATEGORY_LL;
}

bool isSpace(char32_t c)
{
    return c == ' ' || (c >= 9 && c <= 13) || c == 0xA0 || c == 0x1680 || c == 0x85
           || isIn(c, 0x2000, 0x200A) || c == 0x2028 || c == 0x2029 || c == 0x202F || c == 0x205F
           || c == 0x3000;
}

bool isClose(char32_t c)
{
    if (c < 0x80)
        return c == '"' || c == '\'' || c == ')' || c == ']' || c == '}' || c == '(' || c == '['
               || c == '{';
    if (c == 0xAB || c == 0xBB || isIn(c, 0x2018, 0x201F) || c == 0x2039 || c == 0x203A)
        return true;
    const auto category = utf8proc_category(static_cast<utf8proc_int32_t>(c));
    return category >= UTF8PROC_CATEGORY_PS && category <= UTF8PROC_CATEGORY_PF;
}

void appendFolded(std::string &out, std::string_view word)
{
    utf8proc_uint8_t *raw = nullptr;
    const auto options = static_cast<utf8proc_option_t>(
        UTF8PROC_STABLE | UTF8PROC_COMPOSE | UTF8PROC_COMPAT | UTF8PROC_CASEFOLD | UTF8PROC_IGNORE);
    const auto length = utf8proc_map(reinterpret_cast<const utf8proc_uint8_t *>(word.data()),
                                     static_cast<utf8proc_ssize_t>(word.size()), &raw, options);
    const std::unique_ptr<utf8proc_uint8_t, decltype(&std::free)> hold(raw, &std::free);
    if (length < 0) {  // not valid UTF-8: the bytes stand for themselves
        out.append(word);
        return;
    }
    const std::string_view mapped(reinterpret_cast<const char *>(raw),
                                  static_cast<std::size_t>(length));
    for (std::size_t i = 0; i < mapped.size(); ++i) {
        if (mapped.substr(i, 3) == "\u2019" || mapped.substr(i, 3) == "\u2018") {
            out.push_back('\'');
            i += 2;
        } else {
            out.push_back(mapped[i]);
        }
    }
}

std::string folded(std::string_view word)
{
    std::string out;
    appendFolded(out, word);
    return out;
}

}  // namespace text
