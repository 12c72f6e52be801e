#include "layoutforce.h"

#include "layoutstart.h"

#include <algorithm>
#include <cmath>

namespace layout {

namespace {

constexpr float heatAtFirst = 0.5f, heatAtLast = 0.02f;  // longest move of a step, in edge lengths

bool isUsable(float value)
{
    return std::isfinite(value) && std::abs(value) < 1e7f;
}

}  // namespace

Force::Force(const Graph &graph, ForceSettings settings)
    : m_settings(settings), m_near(neighboursOf(graph)),
      m_places(startPlaces(m_near, settings.seed)), m_push{std::vector<float>(graph.count),
                                                           std::vector<float>(graph.count)},
      m_mass(graph.count, 1.0f), m_heat(heatAtFirst)
{
    chooseGravity();
}

Force::Force(const Graph &graph, Places start, ForceSettings settings)
    : m_settings(settings), m_near(neighboursOf(graph)),
      m_places(std::move(start)), m_push{std::vector<float>(graph.count),
                                         std::vector<float>(graph.count)},
      m_mass(graph.count, 1.0f), m_heat(heatAtFirst / 4)
{
    chooseGravity();
    m_places.x.resize(graph.count, NAN);
    m_places.y.resize(graph.count, NAN);
    for (std::size_t i = 0; i < graph.count; ++i) {
        const float aside = fraction(settings.seed + 2 * i) - 0.5f;
        const float above = fraction(settings.seed + 2 * i + 1) - 0.5f;
        const bool isKnown = isUsable(m_places.x[i]) && isUsable(m_places.y[i]);
        m_places.x[i] = (isKnown ? m_places.x[i] : 0) + 0.1f * aside;
        m_places.y[i] = (isKnown ? m_places.y[i] : 0) + 0.1f * above;
    }
}

// One part holds itself together; several would drift apart for ever.
void Force::chooseGravity()
{
    std::uint32_t parts = 0;
    partsOf(m_near, parts);
    m_gravity = parts > 1 ? m_settings.gravity : 0;
}

void Force::step()
{
    std::fill(m_push.x.begin(), m_push.x.end(), 0.0f);
    std::fill(m_push.y.begin(), m_push.y.end(), 0.0f);
    m_quad.push(m_places, m_mass, {m_settings.push, m_settings.reach, m_settings.theta}, m_push);
    pull();
    move();
    ++m_step;
    m_heat *= std::pow(heatAtLast / heatAtFirst, 1.0f / float(std::max(1, m_settings.steps)));
    m_heat = std::max(m_heat, heatAtLast);
}

void Force::pull()
{
    double middleX = 0, middleY = 0;
    for (std::size_t i = 0; m_gravity > 0 && i < m_places.size(); ++i) {
        middleX += double(m_places.x[i]) / double(m_places.size());
        middleY += double(m_places.y[i]) / double(m_places.size());
    }
    for (std::size_t i = 0; i < m_places.size(); ++i) {
        const float x = m_places.x[i], y = m_places.y[i];
        float sumX = m_gravity * (float(middleX) - x);
        float sumY = m_gravity * (float(middleY) - y);
        for (std::uint32_t k = m_near.first[i]; k < m_near.first[i + 1]; ++k) {
            const float dx = m_places.x[m_near.next[k]] - x, dy = m_places.y[m_near.next[k]] - y;
            const float pull = m_near.weight[k] * std::sqrt(dx * dx + dy * dy);
            sumX += dx * pull;
            sumY += dy * pull;
        }
        m_push.x[i] += sumX;
        m_push.y[i] += sumY;
    }
}

void Force::move()
{
    for (std::size_t i = 0; i < m_places.size(); ++i) {
        const float length = std::sqrt(m_push.x[i] * m_push.x[i] + m_push.y[i] * m_push.y[i]);
        const float share = length > m_heat ? m_heat / length : 1;
        m_places.x[i] += m_push.x[i] * share;
        m_places.y[i] += m_push.y[i] * share;
    }
}

}  // namespace layout
