// Captions: SubRip and WebVTT (W3C, first level), read cue by cue, with the faults a viewer would
// notice. Owns the cues. Thread contract: pure functions.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

namespace capabilities {

struct CueFault {
    std::size_t cue = 0;    // from 1
    std::string_view what;  // timing, backwards, overlap, fast, short, empty
};

struct Captions {
    std::size_t cues = 0;
    std::int64_t lastEnd = 0;  // milliseconds
    std::vector<CueFault> faults;
};

// A cue is fast beyond that many characters (code points) a second, short below those milliseconds.
Captions readCaptions(std::string_view text, std::int64_t charactersMax,
                      std::int64_t millisecondsMin);

}  // namespace capabilities
