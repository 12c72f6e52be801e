// Lists of files as they are handed around: lines of sha256sum (with its escapes), lines of mtree(5)
// with full paths ("./a mode=0644 size=3 sha256digest=..."), or JSON [{"path", "sha256"?, "bytes"?,
// "mode"?, "modified"?, "head"? (hexadecimal), "links"?}]. Also what a name alone gives away, and
// what the first bytes say. Owns the entries. Thread contract: pure functions.
#pragma once

#include "capabilities/when.h"

#include <string>
#include <vector>

namespace capabilities {

inline constexpr std::size_t filesMax = 20'000, linksMax = 100'000;

struct ListedFile {
    std::string path;
    std::string sha256;       // 64 lower-case digits, or empty
    std::int64_t bytes = -1;  // -1: not told
    std::int64_t mode = -1;   // permission bits
    double modified = -1;     // seconds since 1970
    std::string head;         // first bytes
    std::vector<std::string> links;
};

// In order of path, without "./" before it; a path twice is refused.
std::vector<ListedFile> fileList(Reader &in, const Run &run, std::string_view name);

std::string listedPath(std::string_view path);

// "" or why a name deserves a second look: encoding, control, direction, outside, absolute, reserved,
// ending, disguised.
std::string_view suspicionOf(std::string_view path);

// The kind the first bytes tell: png, jpeg, gif, webp, bmp, pdf, zip, gzip, elf, exe, wav, flac, ogg,
// mp3, mp4 or "".
std::string_view magicOf(std::string_view bytes);
// Whether more bytes could make it that kind: too short for its magic number, and no other so far.
bool mayBecome(std::string_view bytes, std::string_view kind);
// The kind an ending promises, among the same; "" for every other.
std::string_view kindOfEnding(std::string_view path);

}  // namespace capabilities
