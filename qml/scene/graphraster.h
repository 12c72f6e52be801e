// Very many lines and dots into one image, far faster than a painter: lines add up in a plane of
// bytes, so crossings grow stronger, and one pass turns the plane into colour. For pictures seen from
// afar; what must look fine near by is painted. Owns its image. One object serves one thread.
#pragma once

#include <QColor>
#include <QImage>

#include <cstdint>
#include <vector>

class GraphRaster {
public:
    // Starts a picture; the planes of the last one are used again when the size is the same.
    void begin(int width, int height);
    // One pixel wide from middle to middle; parts outside are cut off. `strength` 1 to 255. A stride
    // above 1 draws every so many pixels only, each as much stronger: for more than can be drawn.
    void line(float x0, float y0, float x1, float y1, int strength, int stride = 1);
    // Turns the lines into colour on the ground. Dots come after.
    void colour(const QColor &ground, const QColor &ink);
    // A filled square that looks round: corners are left out from three pixels on.
    void dot(float x, float y, float radius, QRgb ink);
    const QImage &image() const { return m_image; }

private:
    int m_width = 0, m_height = 0;
    std::vector<std::uint8_t> m_plane;
    QImage m_image;
};
