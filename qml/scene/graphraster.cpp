#include "graphraster.h"

#include <algorithm>
#include <array>
#include <cmath>

void GraphRaster::begin(int width, int height)
{
    if (width != m_width || height != m_height) {
        m_width = width;
        m_height = height;
        m_plane.resize(std::size_t(width) * std::size_t(height));
        m_image = QImage(width, height, QImage::Format_RGB32);
    }
    std::fill(m_plane.begin(), m_plane.end(), std::uint8_t(0));
}

namespace {

// Cuts a line to 0..width by 0..height (Liang and Barsky 1984); false when nothing is left.
bool clip(float &x0, float &y0, float &x1, float &y1, float width, float height)
{
    const float dx = x1 - x0, dy = y1 - y0;
    float from = 0, to = 1;
    const float steps[] = {-dx, dx, -dy, dy}, rooms[] = {x0, width - x0, y0, height - y0};
    for (int side = 0; side < 4; ++side) {
        if (steps[side] == 0) {
            if (rooms[side] < 0)
                return false;
            continue;
        }
        const float at = rooms[side] / steps[side];
        if (steps[side] < 0)
            from = std::max(from, at);
        else
            to = std::min(to, at);
    }
    if (from > to)
        return false;
    x1 = x0 + to * dx;
    y1 = y0 + to * dy;
    x0 += from * dx;
    y0 += from * dy;
    return true;
}

}  // namespace

void GraphRaster::line(float x0, float y0, float x1, float y1, int strength, int stride)
{
    if (!clip(x0, y0, x1, y1, float(m_width) - 1.01f, float(m_height) - 1.01f))
        return;
    const float dx = x1 - x0, dy = y1 - y0;
    const int whole = int(std::max(std::abs(dx), std::abs(dy))) + 1;
    const int steps = std::max(1, whole / stride);
    strength = std::min(255, strength * stride);
    // 16.16 fixed point: one addition a pixel and axis.
    int x = int((x0 + 0.5f) * 65536), y = int((y0 + 0.5f) * 65536);
    const int stepX = int(dx * 65536 / float(steps)), stepY = int(dy * 65536 / float(steps));
    std::uint8_t *plane = m_plane.data();
    for (int i = 0; i < steps; ++i, x += stepX, y += stepY) {
        std::uint8_t &pixel = plane[(y >> 16) * m_width + (x >> 16)];
        pixel = std::uint8_t(std::min(255, pixel + strength));
    }
}

void GraphRaster::colour(const QColor &ground, const QColor &ink)
{
    std::array<QRgb, 256> shades;
    for (int i = 0; i < 256; ++i) {
        const auto part = [i](int a, int b) { return a + (b - a) * i / 255; };
        shades[std::size_t(i)] =
            qRgb(part(ground.red(), ink.red()), part(ground.green(), ink.green()),
                 part(ground.blue(), ink.blue()));
    }
    for (int row = 0; row < m_height; ++row) {
        auto *out = reinterpret_cast<QRgb *>(m_image.scanLine(row));
        const std::uint8_t *in = &m_plane[std::size_t(row) * std::size_t(m_width)];
        for (int column = 0; column < m_width; ++column)
            out[column] = shades[in[column]];
    }
}

void GraphRaster::dot(float x, float y, float radius, QRgb ink)
{
    if (!(x > -radius && y > -radius && x < float(m_width) + radius
          && y < float(m_height) + radius))
        return;
    const int left = int(std::floor(x - radius + 0.5f)), top = int(std::floor(y - radius + 0.5f));
    const int side = std::max(1, int(std::lround(2 * radius)));
    for (int row = 0; row < side; ++row) {
        const int at = top + row, cut = side > 2 && (row == 0 || row == side - 1) ? 1 : 0;
        if (at < 0 || at >= m_height)
            continue;
        const int from = std::clamp(left + cut, 0, m_width),
                  to = std::clamp(left + side - cut, 0, m_width);
        auto *out = reinterpret_cast<QRgb *>(m_image.scanLine(at));
        std::fill(out + from, out + std::max(from, to), ink);
    }
}
