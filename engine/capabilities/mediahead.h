// What a media file says of itself in its first bytes: PNG (ISO/IEC 15948), JPEG (ITU T.81), GIF89a,
// WebP (RFC 9649), BMP, WAVE (RIFF) and FLAC (RFC 9639). Lengths are checked before they are used;
// what is cut off or contradicts itself is "damaged"; a mere beginning that
// ends before it tells is unknown instead. Owns nothing. Thread contract: pure functions.
#pragma once

#include <cstdint>
#include <string_view>

namespace capabilities {

struct MediaHead {
    std::string_view kind;  // as magicOf (filelist.h) names it
    bool isDamaged = false;
    bool isUnknown = false;              // the rest of the file would tell
    std::int64_t width = 0, height = 0;  // of pictures
    std::int64_t milliseconds = -1;      // of sound
};

MediaHead mediaHead(std::string_view bytes, bool isWhole = true);

}  // namespace capabilities
