#include "capabilities/mediahead.h"

#include "capabilities/filelist.h"

namespace capabilities {

namespace {

// Numbers of both byte orders; reading beyond the end yields 0 and is remembered.
class Bytes {
public:
    explicit Bytes(std::string_view bytes) : m_bytes(bytes) {}

    std::int64_t big(std::size_t at, std::size_t count)
    {
        std::int64_t number = 0;
        for (std::size_t i = 0; i < count; ++i)
            number = number << 8 | byte(at + i);
        return number;
    }
    std::int64_t little(std::size_t at, std::size_t count)
    {
        std::int64_t number = 0;
        for (std::size_t i = count; i-- > 0;)
            number = number << 8 | byte(at + i);
        return number;
    }
    bool is(std::size_t at, std::string_view what) const
    {
        return at <= m_bytes.size() && m_bytes.substr(at).starts_with(what);
    }
    std::size_t size() const { return m_bytes.size(); }
    bool isShort() const { return m_isShort; }
    void setShort() { m_isShort = true; }

private:
    unsigned char byte(std::size_t at)
    {
        m_isShort |= at >= m_bytes.size();
        return at < m_bytes.size() ? static_cast<unsigned char>(m_bytes[at]) : 0;
    }

    std::string_view m_bytes;
    bool m_isShort = false;
};

void readPng(Bytes &in, MediaHead &head)
{
    head.isDamaged = in.big(8, 4) != 13 || !in.is(12, "IHDR");
    head.width = in.big(16, 4);
    head.height = in.big(20, 4);
}

// Segments until the start of a frame: FFC0 to FFCF without the tables C4, C8 and CC.
void readJpeg(Bytes &in, MediaHead &head)
{
    for (std::size_t at = 2; at + 4 <= in.size();) {
        if (in.big(at, 1) != 0xff) {
            head.isDamaged = true;
            return;
        }
        const std::int64_t marker = in.big(at + 1, 1);
        if (marker == 0xff) {  // a fill byte
            ++at;
            continue;
        }
        if (marker >= 0xc0 && marker <= 0xcf && marker != 0xc4 && marker != 0xc8
            && marker != 0xcc) {
            head.height = in.big(at + 5, 2);
            head.width = in.big(at + 7, 2);
            return;
        }
        const std::int64_t length = in.big(at + 2, 2);
        if (length < 2 || marker == 0xd9 || marker == 0xda) {
            head.isDamaged = true;
            return;
        }
        at += 2 + std::size_t(length);
    }
    in.setShort();
}

void readWebp(Bytes &in, MediaHead &head)
{
    if (in.is(12, "VP8X")) {
        head.width = in.little(24, 3) + 1;
        head.height = in.little(27, 3) + 1;
    } else if (in.is(12, "VP8L")) {
        const std::int64_t bits = in.little(21, 4);
        head.isDamaged = in.big(20, 1) != 0x2f;
        head.width = (bits & 0x3fff) + 1;
        head.height = (bits >> 14 & 0x3fff) + 1;
    } else if (in.is(12, "VP8 ")) {
        head.isDamaged = in.big(23, 3) != 0x9d012a;
        head.width = in.little(26, 2) & 0x3fff;
        head.height = in.little(28, 2) & 0x3fff;
    } else if (in.size() < 16) {
        in.setShort();
    } else {
        head.isDamaged = true;
    }
}

void readBmp(Bytes &in, MediaHead &head)
{
    head.width = in.little(18, 4);
    const std::int64_t height = in.little(22, 4);  // negative when the rows go down
    head.height = height > INT32_MAX ? (std::int64_t(1) << 32) - height : height;
    head.isDamaged = in.little(14, 4) < 40 || head.width > INT32_MAX;
}

void readWave(Bytes &in, MediaHead &head)
{
    std::int64_t rate = 0;
    for (std::size_t at = 12; at + 8 <= in.size();) {
        const std::int64_t length = in.little(at + 4, 4);
        if (in.is(at, "fmt "))
            rate = in.little(at + 16, 4);  // bytes a second
        if (in.is(at, "data")) {
            head.isDamaged = rate == 0;
            head.milliseconds = rate ? length * 1000 / rate : -1;
            return;
        }
        at += 8 + std::size_t(length + (length & 1));
    }
    in.setShort();
}

void readFlac(Bytes &in, MediaHead &head)
{
    const std::int64_t rate = in.big(18, 3) >> 4;              // 20 bits
    const std::int64_t samples = in.big(21, 5) & 0xfffffffff;  // 36 bits, 0 when not known
    head.isDamaged = (in.big(4, 1) & 0x7f) != 0 || in.big(5, 3) != 34 || rate == 0;
    head.milliseconds = rate && samples ? samples * 1000 / rate : -1;
}

}  // namespace

MediaHead mediaHead(std::string_view bytes, bool isWhole)
{
    Bytes in(bytes);
    MediaHead head;
    head.kind = magicOf(bytes);
    bool isPicture = true;
    if (head.kind == "png")
        readPng(in, head);
    else if (head.kind == "jpeg")
        readJpeg(in, head);
    else if (head.kind == "gif")
        head.width = in.little(6, 2), head.height = in.little(8, 2);
    else if (head.kind == "webp")
        readWebp(in, head);
    else if (head.kind == "bmp")
        readBmp(in, head);
    else
        isPicture = false;
    if (head.kind == "wav")
        readWave(in, head);
    if (head.kind == "flac")
        readFlac(in, head);
    if (in.isShort() && !isWhole)
        return {.kind = head.kind, .isUnknown = true};
    head.isDamaged |= in.isShort() || (isPicture && (head.width <= 0 || head.height <= 0));
    return head;
}

}  // namespace capabilities
