#include "kernel/amount.h"

#include <algorithm>

namespace kernel {

std::optional<Amount> add(Amount a, Amount b)
{
    Amount sum;
    if (__builtin_add_overflow(a.units, b.units, &sum.units))
        return {};
    return sum;
}

std::optional<Amount> subtract(Amount a, Amount b)
{
    Amount difference;
    if (__builtin_sub_overflow(a.units, b.units, &difference.units))
        return {};
    return difference;
}

std::string amountText(Amount amount, int decimals)
{
    const bool isNegative = amount.units < 0;
    UInt128 rest = isNegative ? -static_cast<UInt128>(amount.units)
                              : static_cast<UInt128>(amount.units);
    std::string digits;
    while (rest || static_cast<int>(digits.size()) <= decimals) {
        digits.push_back(static_cast<char>('0' + static_cast<int>(rest % 10)));
        rest /= 10;
    }
    std::string text(digits.rbegin(), digits.rend() - decimals);
    std::string fraction(digits.rend() - decimals, digits.rend());
    fraction.erase(fraction.find_last_not_of('0') + 1);
    if (!fraction.empty())
        text += '.' + fraction;
    return isNegative ? '-' + text : text;
}

std::optional<Amount> amountFromText(std::string_view text, int decimals)
{
    const bool isNegative = !text.empty() && text.front() == '-';
    if (isNegative)
        text.remove_prefix(1);
    const std::size_t point = std::min(text.find('.'), text.size());
    const std::string_view fraction =
        point < text.size() ? text.substr(point + 1) : std::string_view{};
    if (point == 0 || (point < text.size() && fraction.empty())
        || fraction.size() > static_cast<std::size_t>(decimals))
        return {};
    std::string digits(text.substr(0, point));
    digits += fraction;
    digits.append(static_cast<std::size_t>(decimals) - fraction.size(), '0');
    Amount amount;
    for (char c : digits) {
        if (c < '0' || c > '9' || __builtin_mul_overflow(amount.units, 10, &amount.units)
            || __builtin_add_overflow(amount.units, c - '0', &amount.units))
            return {};
    }
    if (isNegative)
        amount.units = -amount.units;
    return amount;
}

}  // namespace kernel
