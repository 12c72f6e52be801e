#include "layoutstart.h"

#include <algorithm>
#include <cmath>

namespace layout {

namespace {

// Row-major, one row a node: doubly centred squares of the steps to each pivot.
struct Table {
    std::uint32_t rows = 0, columns = 0;
    std::vector<float> cells;
};

// Far from each other, the first by chance: each next pivot is the node farthest from all before.
Table stepsToPivots(const Neighbours &near, std::uint32_t pivots, std::uint64_t seed)
{
    const auto count = static_cast<std::uint32_t>(near.first.size() - 1);
    Table table{count, pivots, std::vector<float>(std::size_t(count) * pivots)};
    std::vector<std::int32_t> steps, nearest(count, INT32_MAX);
    auto pivot = static_cast<std::uint32_t>(mix(seed) % count);
    for (std::uint32_t k = 0; k < pivots; ++k) {
        distancesFrom(near, pivot, steps);
        // What cannot be reached counts as a little farther than the farthest.
        const std::int32_t far = *std::max_element(steps.begin(), steps.end()) + 2;
        pivot = 0;
        for (std::uint32_t node = 0; node < count; ++node) {
            const std::int32_t step = steps[node] == unreached ? far : steps[node];
            table.cells[std::size_t(node) * pivots + k] = float(step) * float(step);
            nearest[node] = std::min(nearest[node], step);
            if (nearest[node] > nearest[pivot])
                pivot = node;
        }
    }
    return table;
}

void centreTwice(Table &table)
{
    const std::size_t rows = table.rows, columns = table.columns;
    std::vector<double> ofColumn(columns, 0);
    double all = 0;
    for (std::size_t i = 0; i < rows; ++i)
        for (std::size_t k = 0; k < columns; ++k)
            ofColumn[k] += double(table.cells[i * columns + k]);
    for (double &sum : ofColumn) {
        all += sum;
        sum /= double(rows);
    }
    all /= double(rows * columns);
    for (std::size_t i = 0; i < rows; ++i) {
        double ofRow = 0;
        for (std::size_t k = 0; k < columns; ++k)
            ofRow += double(table.cells[i * columns + k]);
        ofRow /= double(columns);
        for (std::size_t k = 0; k < columns; ++k) {
            float &cell = table.cells[i * columns + k];
            cell = float(-0.5 * (double(cell) - ofRow - ofColumn[k] + all));
        }
    }
}

using Vector = std::vector<double>;

Vector squared(const Table &table)
{
    const std::size_t n = table.columns;
    Vector square(n * n, 0);
    for (std::size_t i = 0; i < table.rows; ++i) {
        const float *row = &table.cells[i * n];
        for (std::size_t a = 0; a < n; ++a)
            for (std::size_t b = 0; b <= a; ++b)
                square[a * n + b] += double(row[a]) * double(row[b]);
    }
    for (std::size_t a = 0; a < n; ++a)
        for (std::size_t b = a + 1; b < n; ++b)
            square[a * n + b] = square[b * n + a];
    return square;
}

// The main direction of a symmetric matrix by power iteration, at right angles to `other`.
Vector mainDirection(const Vector &square, std::size_t n, const Vector &other, std::uint64_t seed)
{
    Vector now(n), next(n);
    for (std::size_t i = 0; i < n; ++i)
        now[i] = double(fraction(seed + i)) - 0.5;
    for (int round = 0; round < 100; ++round) {
        double along = 0, length = 0;
        for (std::size_t i = 0; i < other.size(); ++i)
            along += now[i] * other[i];
        for (std::size_t i = 0; i < n; ++i) {
            now[i] -= other.empty() ? 0 : along * other[i];
            length += now[i] * now[i];
        }
        length = std::sqrt(length);
        if (length < 1e-12)
            return Vector(n, 0);
        for (double &value : now)
            value /= length;
        for (std::size_t a = 0; a < n; ++a) {
            next[a] = 0;
            for (std::size_t b = 0; b < n; ++b)
                next[a] += square[a * n + b] * now[b];
        }
        std::swap(now, next);
    }
    double length = 0;
    for (const double value : now)
        length += value * value;
    length = std::sqrt(length);
    for (double &value : now)
        value = length > 0 ? value / length : 0;
    return now;
}

void project(const Table &table, const Vector &direction, std::vector<float> &out)
{
    for (std::size_t i = 0; i < table.rows; ++i) {
        double sum = 0;
        for (std::size_t k = 0; k < table.columns; ++k)
            sum += double(table.cells[i * table.columns + k]) * direction[k];
        out[i] = float(sum);
    }
}

// Edges one long on the whole, and nobody exactly where another is.
void scaleAndPart(const Neighbours &near, Places &places, std::uint64_t seed)
{
    double sum = 0;
    std::size_t edges = 0;
    for (std::size_t i = 0; i < places.size(); ++i) {
        for (std::uint32_t k = near.first[i]; k < near.first[i + 1]; ++k, ++edges)
            sum += double(std::hypot(places.x[i] - places.x[near.next[k]],
                                     places.y[i] - places.y[near.next[k]]));
    }
    const float scale = sum > 0 ? float(double(edges) / sum) : 1;
    for (std::size_t i = 0; i < places.size(); ++i) {
        places.x[i] = places.x[i] * scale + fraction(seed + 2 * i) - 0.5f;
        places.y[i] = places.y[i] * scale + fraction(seed + 2 * i + 1) - 0.5f;
    }
}

}  // namespace

Places startPlaces(const Neighbours &near, std::uint64_t seed)
{
    const auto count = static_cast<std::uint32_t>(near.first.size() - 1);
    Places places{std::vector<float>(count, 0), std::vector<float>(count, 0)};
    if (count > 1) {
        Table table = stepsToPivots(near, std::min(count, pivotsMax), seed);
        centreTwice(table);
        const Vector square = squared(table);
        const Vector first = mainDirection(square, table.columns, {}, seed);
        const Vector second = mainDirection(square, table.columns, first, seed + 1);
        project(table, first, places.x);
        project(table, second, places.y);
    }
    scaleAndPart(near, places, mix(seed));
    return places;
}

}  // namespace layout
