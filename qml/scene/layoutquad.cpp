#include "layoutquad.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

// The inner loop runs over points side by side. Wider registers change no sum, because each point
// keeps its own order, so the same build may use what the machine has.
#if defined(__x86_64__) && defined(__GNUC__) && !defined(__clang__) \
    && !defined(__SANITIZE_ADDRESS__) && !defined(__SANITIZE_THREAD__)
#    define LAYOUT_WIDE __attribute__((target_clones("avx2", "default"), optimize("O3")))
#else
#    define LAYOUT_WIDE
#endif

namespace layout {

namespace {

constexpr int levelsMax = 15;     // bits an axis
constexpr float nearest = 1e-4f;  // squared: closer points push no harder than this

std::uint32_t spread(std::uint32_t value)
{
    value = (value | (value << 8)) & 0x00ff00ffu;
    value = (value | (value << 4)) & 0x0f0f0f0fu;
    value = (value | (value << 2)) & 0x33333333u;
    return (value | (value << 1)) & 0x55555555u;
}

struct Group {
    std::array<float, Quad::lanes> x, y, pushX, pushY;
};

LAYOUT_WIDE void pushGroup(Group &group, const float *listX, const float *listY,
                           const float *listMass, std::size_t count, float fade)
{
    float pushX[Quad::lanes] = {}, pushY[Quad::lanes] = {};
    for (std::size_t j = 0; j < count; ++j) {
        const float x = listX[j], y = listY[j], mass = listMass[j];
        for (std::size_t i = 0; i < Quad::lanes; ++i) {
            const float dx = group.x[i] - x, dy = group.y[i] - y;
            const float square = dx * dx + dy * dy + nearest;
            const float force = mass / (square + square * square * fade);
            pushX[i] += dx * force;
            pushY[i] += dy * force;
        }
    }
    for (std::size_t i = 0; i < Quad::lanes; ++i) {
        group.pushX[i] = pushX[i];
        group.pushY[i] = pushY[i];
    }
}

}  // namespace

void Quad::sort(const Places &places)
{
    const std::size_t count = places.size();
    const auto [left, right] = std::minmax_element(places.x.begin(), places.x.end());
    const auto [top, bottom] = std::minmax_element(places.y.begin(), places.y.end());
    const float width = std::max({*right - *left, *bottom - *top, 1e-3f});
    const float scale = float((1 << levelsMax) - 1) / width;
    m_keys.resize(count);
    m_order.resize(count);
    m_keysBefore.resize(count);
    m_orderBefore.resize(count);
    for (std::uint32_t i = 0; i < count; ++i) {
        const auto column = static_cast<std::uint32_t>((places.x[i] - *left) * scale);
        const auto row = static_cast<std::uint32_t>((places.y[i] - *top) * scale);
        m_keys[i] = spread(column) | (spread(row) << 1);
        m_order[i] = i;
    }
    constexpr int digit = 10;  // three passes over thirty bits
    for (int shift = 0; shift < 2 * levelsMax; shift += digit) {
        std::array<std::uint32_t, 1 << digit> at{};
        for (const std::uint32_t key : m_keys)
            ++at[(key >> shift) & ((1 << digit) - 1)];
        std::uint32_t sum = 0;
        for (std::uint32_t &slot : at)
            slot = std::exchange(sum, sum + slot);
        for (std::size_t i = 0; i < count; ++i) {
            const std::uint32_t to = at[(m_keys[i] >> shift) & ((1 << digit) - 1)]++;
            m_keysBefore[to] = m_keys[i];
            m_orderBefore[to] = m_order[i];
        }
        std::swap(m_keys, m_keysBefore);
        std::swap(m_order, m_orderBefore);
    }
    m_cells.clear();
    m_leaves.clear();
    m_x.resize(count);
    m_y.resize(count);
    m_mass.resize(count);
    build(0, std::uint32_t(count), 0, width);
}

// Depth first, so that walking on means the next cell and passing over means `skip`.
void Quad::build(std::uint32_t begin, std::uint32_t end, int level, float width)
{
    const std::size_t here = m_cells.size();
    m_cells.push_back(
        {0, 0, 0, width * width, begin, end, 0, end - begin <= lanes || level == levelsMax});
    if (m_cells[here].isLeaf) {
        m_leaves.push_back(std::uint32_t(here));
    } else {
        const int shift = 2 * (levelsMax - 1 - level);
        std::uint32_t from = begin;
        for (std::uint32_t quarter = 0; quarter < 4 && from < end; ++quarter) {
            const auto to =
                quarter == 3 ? end
                             : std::uint32_t(
                                 std::partition_point(m_keys.begin() + from, m_keys.begin() + end,
                                                      [&](std::uint32_t key) {
                                                          return ((key >> shift) & 3) <= quarter;
                                                      })
                                 - m_keys.begin());
            if (to > from)
                build(from, to, level + 1, width / 2);
            from = to;
        }
    }
    m_cells[here].skip = std::uint32_t(m_cells.size());
}

// What pushes the points from begin to end: far cells as one point each, near leaves point by point.
void Quad::gather(std::uint32_t begin, std::uint32_t end, float theta)
{
    const auto [left, right] = std::minmax_element(m_x.begin() + begin, m_x.begin() + end);
    const auto [top, bottom] = std::minmax_element(m_y.begin() + begin, m_y.begin() + end);
    const float middleX = (*left + *right) / 2, middleY = (*top + *bottom) / 2;
    const float reachX = (*right - *left) / 2, reachY = (*bottom - *top) / 2;
    const float thetaSquared = theta * theta;
    m_listX.clear();
    m_listY.clear();
    m_listMass.clear();
    for (std::uint32_t at = 0; at < m_cells.size();) {
        const Cell &cell = m_cells[at];
        const float dx = std::max(0.0f, std::abs(cell.x - middleX) - reachX);
        const float dy = std::max(0.0f, std::abs(cell.y - middleY) - reachY);
        if (cell.widthSquared < thetaSquared * (dx * dx + dy * dy)) {
            m_listX.push_back(cell.x);
            m_listY.push_back(cell.y);
            m_listMass.push_back(cell.mass);
            at = cell.skip;
        } else if (cell.isLeaf) {
            m_listX.insert(m_listX.end(), m_x.begin() + cell.begin, m_x.begin() + cell.end);
            m_listY.insert(m_listY.end(), m_y.begin() + cell.begin, m_y.begin() + cell.end);
            m_listMass.insert(m_listMass.end(), m_mass.begin() + cell.begin,
                              m_mass.begin() + cell.end);
            at = cell.skip;
        } else {
            ++at;
        }
    }
}

// Children stand behind their parent, so from the back every child is known before it is asked.
void Quad::weigh()
{
    for (std::size_t at = m_cells.size(); at-- > 0;) {
        Cell &cell = m_cells[at];
        float x = 0, y = 0, sum = 0;
        if (cell.isLeaf) {
            for (std::uint32_t i = cell.begin; i < cell.end; ++i) {
                x += m_x[i] * m_mass[i];
                y += m_y[i] * m_mass[i];
                sum += m_mass[i];
            }
        } else {
            for (std::size_t child = at + 1; child < cell.skip; child = m_cells[child].skip) {
                x += m_cells[child].x * m_cells[child].mass;
                y += m_cells[child].y * m_cells[child].mass;
                sum += m_cells[child].mass;
            }
        }
        cell.mass = sum;
        cell.x = sum > 0 ? x / sum : 0;
        cell.y = sum > 0 ? y / sum : 0;
    }
}

void Quad::push(const Places &places, const std::vector<float> &mass, const Law &law, Places &push)
{
    if (places.size() < 2)
        return;
    sort(places);
    for (std::size_t i = 0; i < m_order.size(); ++i) {
        m_x[i] = places.x[m_order[i]];
        m_y[i] = places.y[m_order[i]];
        m_mass[i] = mass[m_order[i]];
    }
    weigh();
    const float fade = 1 / (law.reach * law.reach);
    Group group;
    for (const std::uint32_t leaf : m_leaves) {
        for (std::uint32_t begin = m_cells[leaf].begin; begin < m_cells[leaf].end; begin += lanes) {
            const std::uint32_t end = std::min(begin + lanes, m_cells[leaf].end);
            gather(begin, end, law.theta);
            for (std::uint32_t i = 0; i < lanes; ++i) {
                group.x[i] = m_x[std::min(begin + i, end - 1)];
                group.y[i] = m_y[std::min(begin + i, end - 1)];
            }
            pushGroup(group, m_listX.data(), m_listY.data(), m_listMass.data(), m_listX.size(),
                      fade);
            for (std::uint32_t i = begin; i < end; ++i) {
                push.x[m_order[i]] += group.pushX[i - begin] * law.strength;
                push.y[m_order[i]] += group.pushY[i - begin] * law.strength;
            }
        }
    }
}

}  // namespace layout
