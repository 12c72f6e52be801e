#include "text/sentences.h"

#include "text/unicode.h"
#include "text/wordset.h"

namespace text {
namespace {

// Abbreviations that do not end a sentence by themselves. The second list may end one when a
// capital follows.
constexpr std::string_view titles =
    "mr mrs ms dr prof st sr sra srta dra mme mlle mm hr fr frl herr dipl ing gen col capt lt "
    "sgt rev hon gov "
    "pres sen rep jr messrs mgr me ud uds vd lic arq";
constexpr std::string_view inner =
    "e.g i.e eg ie vs cf al approx dept est fig figs no nos nr vol pp p ed eds ca z.b u.a d.h "
    "bzw ggf evtl inkl "
    "zzgl exkl ca. sog vgl bspw usf s.o s.u str tel abs art bd hrsg jh mio mrd max min mind tgl "
    "std "
    "v.chr n.chr o.ä u.ä i.d.r z.t u.u p.ej ej pág págs núm núms art aprox tel avda c.f p.ex ex "
    "env "
    "chap cie bd av apr jan feb mar jun jul aug sep sept oct okt nov dec dez ene abr ago dic "
    "janv févr avr juil "
    "déc mon tue tues wed thu thur thurs fri sat sun tbsp tsp oz lb min el tl";
constexpr std::string_view closing =
    "etc usw a.m p.m am pm inc ltd co corp u.s u.k u.n u.s.a e.u b.c a.d";

enum class Kind : std::uint8_t { none, title, inner, closing };

const WordMap<Kind> &abbreviations()
{
    static const auto map = [] {
        WordMap<Kind> made(256);
        forEachWord(closing, [&](std::string_view word) { made[word] = Kind::closing; });
        forEachWord(inner, [&](std::string_view word) { made[word] = Kind::inner; });
        forEachWord(titles, [&](std::string_view word) { made[word] = Kind::title; });
        return made;
    }();
    return map;
}

// Real words of one language that are abbreviations in another.
Kind kindOf(Language language, std::string_view form)
{
    const Kind *found = abbreviations().find(form);
    if (!found)
        return Kind::none;
    const bool isWord =
        (language == Language::en
         && (form == "no" || form == "me" || form == "am" || form == "mar" || form == "sun"
             || form == "sat" || form == "mon" || form == "fig" || form == "art" || form == "max"
             || form == "ex" || form == "el" || form == "est" || form == "min" || form == "ed"))
        || (language == Language::fr
            && (form == "est" || form == "me" || form == "mon" || form == "fr" || form == "art"
                || form == "sept" || form == "no" || form == "nos" || form == "al"
                || form == "str"))
        || (language == Language::es
            && (form == "no" || form == "me" || form == "al" || form == "nos" || form == "el"
                || form == "mar" || form == "sur" || form == "co"))
        || (language == Language::de
            && (form == "am" || form == "art" || form == "al" || form == "max"));
    return isWord ? Kind::none : *found;
}

struct Scan {
    std::uint32_t terminatorEnd = 0;  // after the last terminator and its closing marks
    bool isStop = false;              // a full stop or an ellipsis, not ! or ?
    bool hasSpace = false;
    bool hasParagraph = false;
    bool continues = false;  // a comma, dash or colon after the space
    bool hasOpening = false;
    std::uint32_t stops = 0;
};

bool isContinuer(char32_t c)
{
    return c == ',' || c == '-' || c == ':' || c == 0x2013 || c == 0x2014 || c == 0x3001;
}

Scan scanGap(const Gap &gap)
{
    Scan scan;
    std::uint32_t at = gap.start;
    while (at < gap.end) {
        const CodePoint point = decode(gap.text, at);
        const char32_t c = point.value;
        at += point.length;
        const bool isDot = c == '.' || c == 0x2026 || c == 0xFF0E;
        if (isDot || c == '!' || c == '?' || c == 0x3002 || c == 0xFF01 || c == 0xFF1F
            || c == 0x203D || c == 0x2047 || c == 0x2048 || c == 0x2049 || c == 0x6D4) {
            scan.isStop = isDot && (scan.stops == 0 || scan.isStop);
            ++scan.stops;
            scan.terminatorEnd = at;
            scan.hasSpace = false;
            scan.continues = false;
            scan.hasOpening = false;
        } else if (scan.terminatorEnd == 0) {
            continue;
        } else if (isSpace(c)) {
            scan.hasSpace = true;
        } else if (isClose(c) || c == '*' || c == '_') {
            if (!scan.hasSpace)
                scan.terminatorEnd = at;
            else
                scan.hasOpening = true;
        } else if (isContinuer(c)) {
            scan.continues = true;
        }
    }
    return scan;
}

// The full stop after the word before the gap belongs to the word.
bool isInnerStop(const Gap &gap, bool isAfterUpper)
{
    const Kind kind = kindOf(gap.language, gap.before);
    if (kind == Kind::title || kind == Kind::inner)
        return true;
    if (kind == Kind::closing)
        return !isAfterUpper;
    // an initial: "J. Smith", but not the pronoun "I."
    if (gap.before.size() == 1 && gap.isBeforeUpper
        && !(gap.language == Language::en && gap.before == "i"))
        return true;
    const bool isDotted = gap.before.find('.') != std::string_view::npos && gap.before.size() <= 6
                          && !gap.isBeforeNumber;
    if (isDotted)
        return !isAfterUpper || gap.before.size() <= 3;
    if (gap.isBeforeNumber && gap.before.size() <= 2) {
        if (gap.isFirstInBlock)
            return true;  // "1. Do this" inside a table cell or after an odd mark
        return gap.language == Language::de;  // "am 3. März"
    }
    return false;
}

}  // namespace

bool isAbbreviation(Language language, std::string_view form)
{
    return kindOf(language, form) != Kind::none;
}

std::uint32_t sentenceEndIn(const Gap &gap)
{
    if (gap.end == gap.start + 1)
        return 0;  // one space: the common case
    const Scan scan = scanGap(gap);
    if (scan.terminatorEnd == 0 || scan.continues)
        return 0;
    const char32_t after = decode(gap.text, gap.end).value;
    const bool isAfterUpper = isUpper(after);
    const bool isAfterLower = isLower(after);
    if (!scan.isStop) {
        // "Stop!" he said: the quotation is part of the sentence around it
        const char closer = gap.text[scan.terminatorEnd - 1];
        const bool wasQuoted = closer != '!' && closer != '?';
        return isAfterLower && wasQuoted ? 0 : scan.terminatorEnd;
    }
    if (isAfterLower || (!scan.hasSpace && (isAfterUpper || gap.isAfterNumber)))
        return 0;
    if (scan.stops == 1 && gap.text[gap.start] == '.' && isInnerStop(gap, isAfterUpper))
        return 0;
    return scan.terminatorEnd;
}

}  // namespace text
