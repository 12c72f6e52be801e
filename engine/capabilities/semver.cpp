#include "capabilities/semver.h"

#include <algorithm>
#include <charconv>

namespace capabilities {

namespace {

constexpr std::size_t bytesMax = 256;
constexpr std::int64_t numberMax = 9'007'199'254'740'991;  // as JavaScript counts

bool isNumber(std::string_view text)
{
    return !text.empty() && text.size() <= 16 && (text == "0" || text[0] != '0')
           && std::ranges::all_of(text, [](char c) { return c >= '0' && c <= '9'; });
}

std::int64_t numberOf(std::string_view text)
{
    std::int64_t number = 0;
    std::from_chars(text.data(), text.data() + text.size(), number);
    return number;
}

bool isIdentifier(std::string_view text)
{
    const bool hasDigitsOnly =
        std::ranges::all_of(text, [](char c) { return c >= '0' && c <= '9'; });
    return !text.empty() && (!hasDigitsOnly || isNumber(text))
           && std::ranges::all_of(text, [](char c) {
                  return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z')
                         || c == '-';
              });
}

std::vector<std::string_view> split(std::string_view text, std::string_view by)
{
    std::vector<std::string_view> parts;
    for (std::size_t at = 0;;) {
        const std::size_t end = text.find(by, at);
        parts.push_back(text.substr(at, end - at));
        if (end == text.npos)
            return parts;
        at = end + by.size();
    }
}

std::string_view trimmed(std::string_view text)
{
    const std::size_t first = text.find_first_not_of(" \t");
    return first == text.npos ? std::string_view()
                              : text.substr(first, text.find_last_not_of(" \t") - first + 1);
}

// The step after the first `place` numbers, and before all its pre-releases: 1.2.3 at 1 is 2.0.0-0.
SemVersion after(const SemVersion &version, int place)
{
    SemVersion next;
    for (int i = 0; i < place; ++i)
        next.numbers[std::size_t(i)] = version.numbers[std::size_t(i)];
    ++next.numbers[std::size_t(place - 1)];
    next.pre = {"0"};
    return next;
}

int ordered(std::string_view a, std::string_view b)
{
    const bool isLeft = isNumber(a), isRight = isNumber(b);
    if (isLeft && isRight)
        return numberOf(a) < numberOf(b) ? -1 : numberOf(a) > numberOf(b);
    if (isLeft != isRight)
        return isLeft ? -1 : 1;
    return a < b ? -1 : a > b;
}

}  // namespace

std::optional<SemVersion> SemVersion::read(std::string_view text)
{
    text = trimmed(text);
    if (text.size() > bytesMax)
        return std::nullopt;
    if (text.starts_with('v') || text.starts_with('='))
        text.remove_prefix(1);
    const std::size_t plus = text.find('+');
    if (plus != text.npos)
        for (const std::string_view build : split(text.substr(plus + 1), "."))
            if (build.empty() || !isIdentifier("a" + std::string(build)))
                return std::nullopt;
    text = text.substr(0, plus);
    const std::size_t dash = text.find('-');
    SemVersion version;
    if (dash != text.npos)
        for (const std::string_view part : split(text.substr(dash + 1), ".")) {
            if (!isIdentifier(part))
                return std::nullopt;
            version.pre.emplace_back(part);
        }
    const auto parts = split(text.substr(0, dash), ".");
    if (parts.size() != 3)
        return std::nullopt;
    for (std::size_t i = 0; i < 3; ++i) {
        if (!isNumber(parts[i]) || numberOf(parts[i]) > numberMax)
            return std::nullopt;
        version.numbers[i] = numberOf(parts[i]);
    }
    return version;
}

std::string SemVersion::text() const
{
    std::string out;
    for (const std::int64_t number : numbers)
        out.append(out.empty() ? "" : ".").append(std::to_string(number));
    for (std::size_t i = 0; i < pre.size(); ++i)
        out.append(i ? "." : "-").append(pre[i]);
    return out;
}

int compare(const SemVersion &a, const SemVersion &b)
{
    if (a.numbers != b.numbers)
        return a.numbers < b.numbers ? -1 : 1;
    if (a.pre.empty() || b.pre.empty())
        return int(a.pre.empty()) - int(b.pre.empty());
    for (std::size_t i = 0; i < std::min(a.pre.size(), b.pre.size()); ++i)
        if (const int order = ordered(a.pre[i], b.pre[i]); order != 0)
            return order;
    return a.pre.size() < b.pre.size() ? -1 : a.pre.size() > b.pre.size();
}

std::optional<SemRange::Partial> SemRange::partial(std::string_view text)
{
    if (text.starts_with('v'))
        text.remove_prefix(1);
    if (auto whole = SemVersion::read(text); whole && !text.starts_with('='))
        return Partial{*whole, 3};
    const auto parts = split(text.substr(0, text.find_first_of("-+")), ".");
    Partial out;
    bool isOpen = false;
    if (parts.size() > 3)
        return std::nullopt;
    for (std::size_t i = 0; i < parts.size(); ++i) {
        if (parts[i] == "x" || parts[i] == "X" || parts[i] == "*") {
            isOpen = true;
        } else if (!isNumber(parts[i]) || numberOf(parts[i]) > numberMax) {
            return std::nullopt;
        } else if (!isOpen) {
            out.version.numbers[i] = numberOf(parts[i]);
            ++out.known;
        }
    }
    // a full one would have been read above; what is said behind an open one is not looked at
    const bool hasMore = text.find_first_of("-+") != text.npos;
    if (out.known == 3 || (hasMore && parts.size() < 3))
        return std::nullopt;
    return out;
}

// From the partial on, below the next step of its first `place` numbers.
void SemRange::addSpan(Comparators &all, const Partial &from, int place)
{
    all.push_back({Is::AtLeast, from.version});
    if (place > 0)
        all.push_back({Is::Below, after(from.version, place)});
}

void SemRange::addPrimitive(Comparators &all, std::string_view op, const Partial &partial)
{
    const bool isUp = op.starts_with('>'), hasEqual = op.ends_with('=');
    if (partial.known == 3) {
        const Is is =
            isUp ? (hasEqual ? Is::AtLeast : Is::Above) : (hasEqual ? Is::AtMost : Is::Below);
        all.push_back({is, partial.version});
    } else if (partial.known == 0) {
        if (!hasEqual)
            all.push_back({Is::Below, {{0, 0, 0}, {"0"}}});  // nothing
    } else if (isUp == hasEqual) {                           // >=1.2 and <1.2: from where it begins
        SemVersion start = partial.version;
        if (!isUp)
            start.pre = {"0"};
        all.push_back({isUp ? Is::AtLeast : Is::Below, start});
    } else {  // >1.2 and <=1.2: from the next step
        SemVersion next = after(partial.version, partial.known);
        if (isUp)
            next.pre.clear();
        all.push_back({isUp ? Is::AtLeast : Is::Below, next});
    }
}

bool SemRange::addSimple(Comparators &all, std::string_view text)
{
    std::size_t length = 0;
    while (length < text.size() && std::string_view("<>=~^").find(text[length]) != text.npos)
        ++length;
    const std::string_view op = text.substr(0, length);
    const auto found = partial(trimmed(text.substr(length)));
    if (!found)
        return false;
    if (op == ">" || op == "<" || op == ">=" || op == "<=") {
        addPrimitive(all, op, *found);
    } else if (op.empty() || op == "=") {
        if (found->known == 3)
            all.push_back({Is::At, found->version});
        else if (found->known > 0)
            addSpan(all, *found, found->known);
    } else if (op == "~" || op == "~>") {
        if (found->known > 0)
            addSpan(all, *found, std::min(found->known, 2));
    } else if (op == "^") {
        int place = 1;  // up to and with the first number that is not zero
        while (place < found->known && found->version.numbers[std::size_t(place - 1)] == 0)
            ++place;
        if (found->known > 0)
            addSpan(all, *found, place);
    } else {
        return false;
    }
    return true;
}

bool SemRange::addHyphen(Comparators &all, std::string_view low, std::string_view high)
{
    const auto from = partial(trimmed(low)), to = partial(trimmed(high));
    if (!from || !to)
        return false;
    if (from->known > 0)
        all.push_back({Is::AtLeast, from->version});
    if (to->known > 0)
        addPrimitive(all, "<=", *to);
    return true;
}

bool SemRange::addAll(Comparators &all, std::string_view text)
{
    if (const std::size_t hyphen = text.find(" - "); hyphen != text.npos)
        return addHyphen(all, text.substr(0, hyphen), text.substr(hyphen + 3));
    std::string word;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const bool isSpace = text[i] == ' ' || text[i] == '\t';
        if (!isSpace)
            word.push_back(text[i]);
        // a space after an operator belongs to it
        const bool isEnd = isSpace && !word.empty()
                           && std::string_view("<>=~^").find(word.back()) == std::string_view::npos;
        if (!isEnd && i + 1 < text.size())
            continue;
        if (!word.empty() && !addSimple(all, word))
            return false;
        word.clear();
    }
    return true;
}

std::optional<SemRange> SemRange::read(std::string_view text)
{
    if (text.size() > bytesMax)
        return std::nullopt;
    SemRange range;
    for (const std::string_view part : split(text, "||"))
        if (!addAll(range.m_any.emplace_back(), trimmed(part)))
            return std::nullopt;
    return range;
}

bool SemRange::has(const SemVersion &version) const
{
    const auto holds = [&](const Comparator &comparator) {
        const int order = compare(version, comparator.version);
        switch (comparator.is) {
        case Is::Below: return order < 0;
        case Is::AtMost: return order <= 0;
        case Is::At: return order == 0;
        case Is::AtLeast: return order >= 0;
        case Is::Above: break;
        }
        return order > 0;
    };
    return std::ranges::any_of(m_any, [&](const Comparators &all) {
        return std::ranges::all_of(all, holds)
               && (version.pre.empty() || std::ranges::any_of(all, [&](const Comparator &one) {
                       return !one.version.pre.empty() && one.version.numbers == version.numbers;
                   }));
    });
}

std::vector<SemVersion> SemRange::edges() const
{
    std::vector<SemVersion> edges{SemVersion()};
    for (const Comparators &all : m_any) {
        for (const Comparator &comparator : all) {
            SemVersion release = comparator.version;
            edges.push_back(release);
            release.pre.clear();
            edges.push_back(release);
            ++release.numbers[2];
            edges.push_back(release);
        }
    }
    return edges;
}

}  // namespace capabilities
