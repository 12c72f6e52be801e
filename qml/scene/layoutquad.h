// Every point pushing every other away, nearly exactly and fast: a quadtree (Barnes and Hut 1986)
// over points sorted along a Morton curve, so that a cell is a range of the arrays, walked once for
// sixteen neighbours at a time. Each point's sum is taken in one order, whatever the machine's width.
// Pure standard library; one object serves one thread.
#pragma once

#include "layoutgraph.h"

namespace layout {

class Quad {
public:
    static constexpr std::uint32_t lanes = 16;  // points that walk the tree together

    // Within `reach` the push falls with the distance, beyond with its cube: what is far away keeps
    // the picture open, yet does not blow up its rim. Cells seen under a width of less than `theta`
    // (width by distance) count as one point.
    struct Law {
        float strength = 1, reach = 10, theta = 1.2f;
    };
    // Adds to `push` the sum over all others of strength * mass * (own - other) / d^2 / (1 + d^2 / reach^2).
    void push(const Places &places, const std::vector<float> &mass, const Law &law, Places &push);

private:
    struct Cell {
        float x = 0, y = 0, mass = 0;  // where its weight is
        float widthSquared = 0;
        std::uint32_t begin = 0, end = 0;
        std::uint32_t skip = 0;  // the next cell that is not inside this one
        bool isLeaf = false;
    };

    void sort(const Places &places);
    void build(std::uint32_t begin, std::uint32_t end, int level, float width);
    void weigh();
    void gather(std::uint32_t begin, std::uint32_t end, float theta);

    std::vector<std::uint32_t> m_keys, m_keysBefore, m_order, m_orderBefore;
    std::vector<float> m_x, m_y, m_mass;  // in Morton order
    std::vector<Cell> m_cells;
    std::vector<std::uint32_t> m_leaves;
    std::vector<float> m_listX, m_listY, m_listMass;  // what pushes the group at hand
};

}  // namespace layout
