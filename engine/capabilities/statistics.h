// The few measures that several capabilities take of a list of numbers, and the seeded source of
// chance they share. Owns nothing. Running mean and variance: Welford 1962; quantiles: Hyndman and
// Fan 1996, definition 7; ranks with ties at their mean: Spearman 1904; chance: SplitMix64 (Steele,
// Lea, Flood 2014), normal deviates by inversion (Acklam's rational approximation, 1.15e-9).
// Thread contract: values, one thread at a time.
#pragma once

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <numeric>
#include <vector>

namespace capabilities {

struct Moments {
    std::size_t count = 0;
    double mean = 0, squares = 0;

    void add(double value)
    {
        const double before = value - mean;
        mean += before / double(++count);
        squares += before * (value - mean);
    }
    double variance() const { return count > 1 ? squares / double(count - 1) : 0; }
    double deviation() const { return std::sqrt(variance()); }
};

// `sorted` ascending and not empty; share 0..1
inline double quantile(const std::vector<double> &sorted, double share)
{
    const double place = share * double(sorted.size() - 1);
    const auto below = std::size_t(place);
    const std::size_t above = std::min(below + 1, sorted.size() - 1);
    return sorted[below] + (place - double(below)) * (sorted[above] - sorted[below]);
}

inline double median(std::vector<double> values)
{
    std::sort(values.begin(), values.end());
    return values.empty() ? 0 : quantile(values, 0.5);
}

// 1-based, ties share their mean rank
inline std::vector<double> ranksOf(const std::vector<double> &values)
{
    std::vector<std::size_t> order(values.size());
    std::iota(order.begin(), order.end(), 0);
    std::sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
        return values[a] != values[b] ? values[a] < values[b] : a < b;
    });
    std::vector<double> ranks(values.size());
    for (std::size_t from = 0; from < order.size();) {
        std::size_t to = from;
        while (to < order.size() && values[order[to]] == values[order[from]])
            ++to;
        for (std::size_t i = from; i < to; ++i)
            ranks[order[i]] = double(from + to + 1) / 2;
        from = to;
    }
    return ranks;
}

// Pearson's; 0 if one of the two does not vary. Of ranks it is Spearman's.
inline double correlation(const std::vector<double> &a, const std::vector<double> &b)
{
    Moments left, right;
    for (std::size_t i = 0; i < a.size(); ++i)
        left.add(a[i]), right.add(b[i]);
    double together = 0;
    for (std::size_t i = 0; i < a.size(); ++i)
        together += (a[i] - left.mean) * (b[i] - right.mean);
    const double both = std::sqrt(left.squares * right.squares);
    return both > 0 ? together / both : 0;
}

class Chance {
public:
    explicit Chance(std::uint64_t seed) : m_state(seed) {}

    std::uint64_t next()
    {
        std::uint64_t z = m_state += 0x9E3779B97F4A7C15ull;
        z = (z ^ z >> 30) * 0xBF58476D1CE4E5B9ull;
        z = (z ^ z >> 27) * 0x94D049BB133111EBull;
        return z ^ z >> 31;
    }
    // 0 <= x < 1
    double share() { return double(next() >> 11) * 0x1p-53; }
    // 0 <= x < limit, 0 < limit < 2^32, by multiplication (Lemire 2019); bias below limit / 2^32
    std::size_t below(std::size_t limit) { return std::size_t((next() >> 32) * limit >> 32); }
    double normal();  // mean 0, deviation 1

private:
    std::uint64_t m_state;
};

// The standard normal deviate below which a share of all lies; 0 < share < 1.
inline double normalQuantile(double share)
{
    static constexpr double a[] = {-3.969683028665376e+01, 2.209460984245205e+02,
                                   -2.759285104469687e+02, 1.383577518672690e+02,
                                   -3.066479806614716e+01, 2.506628277459239e+00};
    static constexpr double b[] = {-5.447609879822406e+01, 1.615858368580409e+02,
                                   -1.556989798598866e+02, 6.680131188771972e+01,
                                   -1.328068155288572e+01};
    static constexpr double c[] = {-7.784894002430293e-03, -3.223964580411365e-01,
                                   -2.400758277161838e+00, -2.549732539343734e+00,
                                   4.374664141464968e+00,  2.938163982698783e+00};
    static constexpr double d[] = {7.784695709041462e-03, 3.224671290700398e-01,
                                   2.445134137142996e+00, 3.754408661907416e+00};
    const auto tail = [](double q) {
        return (((((c[0] * q + c[1]) * q + c[2]) * q + c[3]) * q + c[4]) * q + c[5])
               / ((((d[0] * q + d[1]) * q + d[2]) * q + d[3]) * q + 1);
    };
    if (share < 0.02425)
        return tail(std::sqrt(-2 * std::log(share)));
    if (share > 1 - 0.02425)
        return -tail(std::sqrt(-2 * std::log(1 - share)));
    const double q = share - 0.5, r = q * q;
    return (((((a[0] * r + a[1]) * r + a[2]) * r + a[3]) * r + a[4]) * r + a[5]) * q
           / (((((b[0] * r + b[1]) * r + b[2]) * r + b[3]) * r + b[4]) * r + 1);
}

inline double Chance::normal()
{
    return normalQuantile(std::clamp(share(), 0x1p-53, 1 - 0x1p-53));
}

}  // namespace capabilities
