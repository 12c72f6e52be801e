#include "hands/qr.h"

#include <qrencode.h>

namespace hands {

namespace {
constexpr int quiet = 4;  // modules around it, as the standard asks
}  // namespace

std::string qrSvg(std::string_view text)
{
    if (text.empty() || text.size() > qrBytesMax)
        return {};
    QRcode *code =
        QRcode_encodeData(static_cast<int>(text.size()),
                          reinterpret_cast<const unsigned char *>(text.data()), 0, QR_ECLEVEL_M);
    if (!code)
        return {};
    std::string path;
    for (int y = 0; y < code->width; ++y) {
        for (int x = 0; x < code->width; ++x) {
            int end = x;
            while (end < code->width && code->data[y * code->width + end] & 1)
                ++end;
            if (end == x)
                continue;
            const std::string across = std::to_string(end - x);
            path += 'M' + std::to_string(x + quiet) + ' ' + std::to_string(y + quiet) + 'h' + across
                    + "v1h-" + across + 'z';
            x = end;
        }
    }
    const std::string size = std::to_string(code->width + 2 * quiet);
    QRcode_free(code);
    return "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 " + size + ' ' + size
           + "\"><rect width=\"" + size + "\" height=\"" + size
           + "\" fill=\"#fff\"/><path fill=\"#000\" d=\"" + path + "\"/></svg>";
}

}  // namespace hands
