// Semantic versions (semver.org 2.0.0) and the ranges npm writes over them (the grammar in the README
// of node-semver 7): comparators, hyphens, x, ~, ^ and ||. A version with a pre-release is in a range
// only if a comparator of the same alternative names a pre-release of the same three numbers.
// Owns values. Thread contract: pure.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace capabilities {

struct SemVersion {
    std::array<std::int64_t, 3> numbers{};
    std::vector<std::string>
        pre;  // identifiers of the pre-release; what stands behind + is dropped

    static std::optional<SemVersion> read(std::string_view text);
    std::string text() const;
};
// Below, at or above zero, by section 11 of the standard.
int compare(const SemVersion &a, const SemVersion &b);

class SemRange {
public:
    static std::optional<SemRange> read(std::string_view text);
    bool has(const SemVersion &version) const;
    // Versions at which the range may begin: its least one is among them, if it has any.
    std::vector<SemVersion> edges() const;

private:
    enum class Is { Below, AtMost, At, AtLeast, Above };
    struct Comparator {
        Is is = Is::At;
        SemVersion version;
    };
    using Comparators = std::vector<Comparator>;  // all of them
    struct Partial {
        SemVersion version;
        int known = 0;  // numbers that are no x
    };

    static std::optional<Partial> partial(std::string_view text);
    static bool addHyphen(Comparators &all, std::string_view low, std::string_view high);
    static bool addSimple(Comparators &all, std::string_view text);
    static void addSpan(Comparators &all, const Partial &from, int place);
    static void addPrimitive(Comparators &all, std::string_view op, const Partial &partial);
    static bool addAll(Comparators &all, std::string_view text);

    std::vector<Comparators> m_any;
};

}  // namespace capabilities
