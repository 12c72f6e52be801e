// A drawing by forces: edges pull, everything pushes everything else away, and a cooling limit on
// how far a step may move lets it come to rest (Fruchterman and Reingold 1991). Starts from the
// shape PivotMDS gives, so the steps only smooth. Deterministic: the same graph, seed and number of
// steps give the same places to the bit. Pure; one object serves one thread.
#pragma once

#include "layoutgraph.h"
#include "layoutquad.h"

namespace layout {

struct ForceSettings {
    std::uint64_t seed = 1;
    int steps = 300;  // until it has cooled down
    float theta = 1.2f;
    float push = 1;         // against a pull of one at length one
    float reach = 10;       // in edge lengths: beyond, the push fades faster
    float gravity = 0.08f;  // towards the middle, when no path holds all together
};

class Force {
public:
    explicit Force(const Graph &graph, ForceSettings settings = {});
    // From places that are known, for a graph that changed a little: they move less.
    Force(const Graph &graph, Places start, ForceSettings settings = {});

    void step();
    int stepsDone() const { return m_step; }
    bool isSettled() const { return m_step >= m_settings.steps; }
    const Places &places() const { return m_places; }

private:
    void chooseGravity();
    void pull();
    void move();

    ForceSettings m_settings;
    Neighbours m_near;
    Places m_places, m_push;
    std::vector<float> m_mass;
    Quad m_quad;
    int m_step = 0;
    float m_heat = 1, m_gravity = 0;
};

}  // namespace layout
