// How fast the resonance index answers and what a document costs: 10,000 made-up notes of 40 to 400
// words over a Zipf vocabulary, then 1,000 queries. Prints p50, p95 and bytes a document.
#include "text/resonanceindex.h"

#include <algorithm>
#include <chrono>
#include <cmath>
#include <cstdio>
#include <map>
#include <random>

namespace {

text::Fingerprint note(std::mt19937_64 &chance, std::size_t words)
{
    std::uniform_real_distribution<double> share(0, 1);
    std::map<std::string, std::uint32_t> counts;
    std::vector<std::uint64_t> elements;
    for (std::size_t i = 0; i < words / 2; ++i) {  // about half of a text are stop words
        const auto rank = static_cast<std::uint64_t>(std::exp(share(chance) * std::log(40'000.0)));
        ++counts["stem" + std::to_string(rank)];
        elements.push_back(text::mixed(chance()));
    }
    text::Fingerprint out;
    out.words = words;
    out.minhash = text::minhash(elements);
    for (const auto &[stem, count] : counts) {
        if (out.stems.size() < text::Fingerprint::stemsMax)
            out.stems.push_back({stem, count, {}});
    }
    return out;
}

}  // namespace

int main()
{
    constexpr std::size_t documents = 10'000, queries = 1'000;
    std::mt19937_64 chance(42);
    text::ResonanceIndex index;
    using Clock = std::chrono::steady_clock;
    double adding = 0;
    for (std::size_t id = 1; id <= documents; ++id) {
        const text::Fingerprint print = note(chance, 40 + chance() % 360);
        const std::string digest(64, static_cast<char>('a' + id % 16));
        const auto start = Clock::now();
        index.add(id, digest, print);
        adding += std::chrono::duration<double, std::micro>(Clock::now() - start).count();
    }
    std::vector<double> times;
    std::size_t found = 0;
    for (std::size_t i = 0; i < queries; ++i) {
        const text::Fingerprint print = note(chance, 40 + chance() % 360);
        const auto start = Clock::now();
        found += index.query(print, {}, documents).items.size();
        times.push_back(std::chrono::duration<double, std::milli>(Clock::now() - start).count());
    }
    std::sort(times.begin(), times.end());
    std::printf("resonance index, %zu documents: add %.1f us, query p50 %.2f ms, p95 %.2f ms, "
                "%zu bytes a document, %.1f found a query\n",
                documents, adding / double(documents), times[queries / 2],
                times[queries * 95 / 100], index.memoryBytes() / documents,
                double(found) / double(queries));
    return 0;
}
