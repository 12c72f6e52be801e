#include "capabilities/worddiff.h"

#include <algorithm>
#include <cstdlib>

namespace capabilities {

namespace {

constexpr std::int64_t effortMax = 1500;  // edits looked at before a split is taken as it stands

class Myers {
public:
    Myers(std::span<const std::uint32_t> left, std::span<const std::uint32_t> right,
          const std::stop_token &stop)
        : left_(left), right_(right), stop_(stop), removed_(left.size()), added_(right.size())
    {
        const std::size_t room =
            2 * (std::min<std::size_t>(left.size() + right.size(), effortMax * 2)) + 8;
        forward_.resize(room);
        backward_.resize(room);
    }

    WordDiff run()
    {
        compare(0, std::ssize(left_), 0, std::ssize(right_));
        WordDiff out;
        out.isStopped = isStopped_;
        std::uint32_t i = 0, k = 0;
        while (i < left_.size() || k < right_.size()) {
            if (i < left_.size() && k < right_.size() && !removed_[i] && !added_[k]) {
                ++i, ++k, ++out.equalCount;
                continue;
            }
            DiffHunk hunk{i, i, k, k};
            while (hunk.leftTo < left_.size() && removed_[hunk.leftTo])
                ++hunk.leftTo;
            while (hunk.rightTo < right_.size() && added_[hunk.rightTo])
                ++hunk.rightTo;
            i = hunk.leftTo;
            k = hunk.rightTo;
            if (hunk.leftTo == hunk.leftFrom && hunk.rightTo == hunk.rightFrom)
                break;  // only after a stop: the marks are incomplete
            out.hunks.push_back(hunk);
        }
        return out;
    }

private:
    struct Split {
        std::int64_t x = 0, y = 0;
    };

    void compare(std::int64_t x0, std::int64_t x1, std::int64_t y0, std::int64_t y1)
    {
        while (true) {
            while (x0 < x1 && y0 < y1 && at(left_, x0) == at(right_, y0))
                ++x0, ++y0;
            while (x0 < x1 && y0 < y1 && at(left_, x1 - 1) == at(right_, y1 - 1))
                --x1, --y1;
            if (x0 == x1 || y0 == y1) {
                std::fill(added_.begin() + y0, added_.begin() + y1, true);
                std::fill(removed_.begin() + x0, removed_.begin() + x1, true);
                return;
            }
            const Split split = middle(x0, x1, y0, y1);
            if (isStopped_)
                return;
            compare(x0, split.x, y0, split.y);
            x0 = split.x;
            y0 = split.y;
        }
    }

    static std::uint32_t at(std::span<const std::uint32_t> list, std::int64_t index)
    {
        return list[static_cast<std::size_t>(index)];
    }
    std::int64_t &slot(std::vector<std::int64_t> &vector, std::int64_t diagonal)
    {
        return vector[static_cast<std::size_t>(diagonal + std::ssize(vector) / 2)];
    }

    // A point on an optimal path, found by walking from both ends until the walks meet; the
    // furthest point of the forward walk once the effort is spent.
    Split middle(std::int64_t x0, std::int64_t x1, std::int64_t y0, std::int64_t y1)
    {
        const std::int64_t n = x1 - x0, m = y1 - y0, delta = n - m;
        const bool isOdd = delta & 1;
        slot(forward_, 1) = 0;
        slot(backward_, 1) = 0;
        for (std::int64_t d = 0; d <= effortMax; ++d) {
            if ((d & 15) == 0 && stop_.stop_requested()) {
                isStopped_ = true;
                return {};
            }
            for (std::int64_t k = -d; k <= d; k += 2) {
                if (k < -m || k > n)
                    continue;
                std::int64_t x = furthest(forward_, k, d, n, m);
                while (x < n && x - k < m && at(left_, x0 + x) == at(right_, y0 + x - k))
                    ++x;
                slot(forward_, k) = x;
                const std::int64_t other = delta - k;
                if (isOdd && std::abs(other) < d && other >= -m && other <= n
                    && x + slot(backward_, other) >= n)
                    return {x0 + x, y0 + x - k};
            }
            for (std::int64_t k = -d; k <= d; k += 2) {
                if (k < -m || k > n)
                    continue;
                std::int64_t x = furthest(backward_, k, d, n, m);
                while (x < n && x - k < m && at(left_, x1 - 1 - x) == at(right_, y1 - 1 - (x - k)))
                    ++x;
                slot(backward_, k) = x;
                const std::int64_t other = delta - k;
                if (!isOdd && std::abs(other) <= d && other >= -m && other <= n
                    && x + slot(forward_, other) >= n)
                    return {x1 - x, y1 - (x - k)};
            }
        }
        return furthestForward(x0, y0, n, m);
    }

    std::int64_t furthest(std::vector<std::int64_t> &walk, std::int64_t k, std::int64_t d,
                          std::int64_t n, std::int64_t m)
    {
        const bool hasBelow = k - 1 >= -d && k - 1 >= -m, hasAbove = k + 1 <= d && k + 1 <= n;
        if (d == 0)
            return 0;
        if (hasAbove && (!hasBelow || slot(walk, k - 1) < slot(walk, k + 1)))
            return slot(walk, k + 1);
        return slot(walk, k - 1) + 1;
    }

    Split furthestForward(std::int64_t x0, std::int64_t y0, std::int64_t n, std::int64_t m)
    {
        Split best{x0, y0};
        std::int64_t reach = -1;
        for (std::int64_t k = -effortMax; k <= effortMax; k += 2) {
            if (k < -m || k > n)
                continue;
            const std::int64_t x = std::min(slot(forward_, k), n), y = std::min(x - k, m);
            if (y >= 0 && x + y > reach) {
                reach = x + y;
                best = {x0 + x, y0 + y};
            }
        }
        return best;
    }

    std::span<const std::uint32_t> left_, right_;
    const std::stop_token &stop_;
    std::vector<bool> removed_, added_;
    std::vector<std::int64_t> forward_, backward_;
    bool isStopped_ = false;
};

}  // namespace

std::vector<WordUnit> wordUnits(std::string_view text)
{
    const auto isLetter = [](char c) {
        const auto byte = static_cast<unsigned char>(c);
        return byte >= 0x80 || (byte >= '0' && byte <= '9')
               || ((byte | 32) >= 'a' && (byte | 32) <= 'z');
    };
    std::vector<WordUnit> units;
    for (std::uint32_t i = 0; i < text.size();) {
        if (static_cast<unsigned char>(text[i]) <= ' ') {
            ++i;
            continue;
        }
        std::uint32_t end = i + 1;
        if (isLetter(text[i])) {
            while (end < text.size() && isLetter(text[end]))
                ++end;
        }
        units.push_back({i, end - i, isLetter(text[i])});
        i = end;
    }
    return units;
}

WordDiff diffSymbols(std::span<const std::uint32_t> left, std::span<const std::uint32_t> right,
                     const std::stop_token &stop)
{
    return Myers(left, right, stop).run();
}

}  // namespace capabilities
