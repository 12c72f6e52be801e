#include "crypto/blake2bwide.h"

#include <algorithm>
#include <cassert>

#if defined(__GNUC__) && defined(__x86_64__)

#    include <immintrin.h>

#    define DREAM_AVX2 [[gnu::target("avx2")]]
#    define DREAM_AVX2_INLINE [[gnu::target("avx2"), gnu::always_inline]] inline

namespace crypto::wide {

namespace {

// RFC 7693 section 2.6 and 2.7; rounds 10 and 11 repeat the permutations of 0 and 1.
constexpr std::uint64_t initial[8] = {0x6a09e667f3bcc908, 0xbb67ae8584caa73b, 0x3c6ef372fe94f82b,
                                      0xa54ff53a5f1d36f1, 0x510e527fade682d1, 0x9b05688c2b3e6c1f,
                                      0x1f83d9abfb41bd6b, 0x5be0cd19137e2179};
constexpr std::uint8_t sigma[10][16] = {{0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15},
                                        {14, 10, 4, 8, 9, 15, 13, 6, 1, 12, 0, 2, 11, 7, 5, 3},
                                        {11, 8, 12, 0, 5, 2, 15, 13, 10, 14, 3, 6, 7, 1, 9, 4},
                                        {7, 9, 3, 1, 13, 12, 11, 14, 2, 6, 5, 10, 4, 0, 15, 8},
                                        {9, 0, 5, 7, 2, 4, 10, 15, 14, 1, 11, 12, 6, 8, 3, 13},
                                        {2, 12, 6, 10, 0, 11, 8, 3, 4, 13, 7, 5, 15, 14, 1, 9},
                                        {12, 5, 1, 15, 14, 13, 4, 10, 0, 7, 6, 3, 9, 2, 8, 11},
                                        {13, 11, 7, 14, 12, 1, 3, 9, 5, 0, 15, 4, 8, 6, 2, 10},
                                        {6, 15, 14, 9, 11, 3, 0, 8, 12, 2, 13, 7, 1, 4, 10, 5},
                                        {10, 2, 8, 4, 7, 6, 1, 5, 15, 11, 9, 14, 3, 12, 13, 0}};
// 32 bytes of output, no key, fan-out and depth 1 (RFC 7693 section 2.5, in the first word)
constexpr std::uint64_t parameters = 0x01010020;

DREAM_AVX2_INLINE __m256i same(std::uint64_t word)
{
    return _mm256_set1_epi64x(static_cast<long long>(word));
}

// G of RFC 7693 section 3.1 in four lanes: rotations by 32, 24, 16 and 63 to the right.
DREAM_AVX2_INLINE void mix(__m256i &a, __m256i &b, __m256i &c, __m256i &d, const __m256i &x,
                           const __m256i &y)
{
    const __m256i by24 = _mm256_broadcastsi128_si256(
        _mm_setr_epi8(3, 4, 5, 6, 7, 0, 1, 2, 11, 12, 13, 14, 15, 8, 9, 10));
    const __m256i by16 = _mm256_broadcastsi128_si256(
        _mm_setr_epi8(2, 3, 4, 5, 6, 7, 0, 1, 10, 11, 12, 13, 14, 15, 8, 9));
    a = _mm256_add_epi64(_mm256_add_epi64(a, b), x);
    d = _mm256_shuffle_epi32(_mm256_xor_si256(d, a), 0xb1);
    c = _mm256_add_epi64(c, d);
    b = _mm256_shuffle_epi8(_mm256_xor_si256(b, c), by24);
    a = _mm256_add_epi64(_mm256_add_epi64(a, b), y);
    d = _mm256_shuffle_epi8(_mm256_xor_si256(d, a), by16);
    c = _mm256_add_epi64(c, d);
    b = _mm256_xor_si256(b, c);
    b = _mm256_or_si256(_mm256_srli_epi64(b, 63), _mm256_add_epi64(b, b));
}

template <int round>
DREAM_AVX2_INLINE void mixAll(__m256i *v, const __m256i *m)
{
    constexpr const std::uint8_t *s = sigma[round % 10];
    mix(v[0], v[4], v[8], v[12], m[s[0]], m[s[1]]);
    mix(v[1], v[5], v[9], v[13], m[s[2]], m[s[3]]);
    mix(v[2], v[6], v[10], v[14], m[s[4]], m[s[5]]);
    mix(v[3], v[7], v[11], v[15], m[s[6]], m[s[7]]);
    mix(v[0], v[5], v[10], v[15], m[s[8]], m[s[9]]);
    mix(v[1], v[6], v[11], v[12], m[s[10]], m[s[11]]);
    mix(v[2], v[7], v[8], v[13], m[s[12]], m[s[13]]);
    mix(v[3], v[4], v[9], v[14], m[s[14]], m[s[15]]);
}

// Turns four rows of four words into four columns: out[i] holds word i of every lane.
DREAM_AVX2_INLINE void transpose(const __m256i &a, const __m256i &b, const __m256i &c,
                                 const __m256i &d, __m256i *out)
{
    const __m256i ab0 = _mm256_unpacklo_epi64(a, b), ab1 = _mm256_unpackhi_epi64(a, b);
    const __m256i cd0 = _mm256_unpacklo_epi64(c, d), cd1 = _mm256_unpackhi_epi64(c, d);
    out[0] = _mm256_permute2x128_si256(ab0, cd0, 0x20);
    out[1] = _mm256_permute2x128_si256(ab1, cd1, 0x20);
    out[2] = _mm256_permute2x128_si256(ab0, cd0, 0x31);
    out[3] = _mm256_permute2x128_si256(ab1, cd1, 0x31);
}

DREAM_AVX2_INLINE __m256i load(const std::uint8_t *bytes)
{
    return _mm256_loadu_si256(reinterpret_cast<const __m256i *>(bytes));
}

// F of RFC 7693 section 3.2 over the block at `start` in all lanes. A lane whose message ended
// before this block keeps its state.
DREAM_AVX2 void compress(__m256i *h, const Messages &messages, std::size_t start)
{
    alignas(32) std::uint64_t counts[lanes], lasts[lanes], actives[lanes];
    for (std::size_t lane = 0; lane < lanes; ++lane) {
        const std::size_t size = messages.sizes[lane];
        counts[lane] = std::min(size, start + blockBytes);
        lasts[lane] = size <= start + blockBytes ? ~std::uint64_t{0} : 0;
        actives[lane] = start == 0 || size > start ? ~std::uint64_t{0} : 0;
    }
    __m256i m[16], v[16];
    for (std::size_t part = 0; part < 4; ++part) {
        const std::size_t at = start + 32 * part;
        transpose(load(messages.bytes[0] + at), load(messages.bytes[1] + at),
                  load(messages.bytes[2] + at), load(messages.bytes[3] + at), m + 4 * part);
    }
    for (int i = 0; i < 8; ++i) {
        v[i] = h[i];
        v[i + 8] = same(initial[i]);
    }
    v[12] = _mm256_xor_si256(v[12], load(reinterpret_cast<const std::uint8_t *>(counts)));
    v[14] = _mm256_xor_si256(v[14], load(reinterpret_cast<const std::uint8_t *>(lasts)));
    mixAll<0>(v, m), mixAll<1>(v, m), mixAll<2>(v, m), mixAll<3>(v, m);
    mixAll<4>(v, m), mixAll<5>(v, m), mixAll<6>(v, m), mixAll<7>(v, m);
    mixAll<8>(v, m), mixAll<9>(v, m), mixAll<10>(v, m), mixAll<11>(v, m);
    const __m256i active = load(reinterpret_cast<const std::uint8_t *>(actives));
    for (int i = 0; i < 8; ++i) {
        const __m256i change = _mm256_xor_si256(v[i], v[i + 8]);
        h[i] = _mm256_xor_si256(h[i], _mm256_and_si256(change, active));
    }
}

}  // namespace

bool isAvailable()
{
    static const bool hasAvx2 = __builtin_cpu_supports("avx2");
    return hasAvx2;
}

DREAM_AVX2 void hash(const Messages &messages, std::uint8_t (*digests)[32])
{
    const std::size_t longest = *std::max_element(messages.sizes, messages.sizes + lanes);
    assert(longest <= messageBytesMax);
    __m256i h[8], rows[4];
    for (int i = 0; i < 8; ++i)
        h[i] = same(initial[i]);
    h[0] = _mm256_xor_si256(h[0], same(parameters));
    std::size_t start = 0;
    do {
        compress(h, messages, start);
        start += blockBytes;
    } while (start < longest);
    transpose(h[0], h[1], h[2], h[3], rows);
    for (std::size_t lane = 0; lane < lanes; ++lane)
        _mm256_storeu_si256(reinterpret_cast<__m256i *>(digests[lane]), rows[lane]);
}

}  // namespace crypto::wide

#else

namespace crypto::wide {

bool isAvailable()
{
    return false;
}

void hash(const Messages &, std::uint8_t (*)[32])
{
    assert(!"isAvailable() said no");
}

}  // namespace crypto::wide

#endif
