#include "store/keptsnapshots.h"

#include "crypto/hash.h"
#include "kernel/cbor.h"

#include <QDir>
#include <QFile>
#include <QSaveFile>

#include <zstd.h>

#include <algorithm>

namespace store {

namespace {

constexpr std::uint64_t formatVersion = 1;
constexpr int compression = 1;  // of zstd: read back at the speed of memory
constexpr std::uint64_t plainMax = 4ull << 30;
constexpr std::size_t partsMax = 256;
constexpr std::int64_t hourUs = 3'600'000'000, dayUs = 24 * hourUs, weekUs = 7 * dayUs;

QString folderOf(const std::string &profile)
{
    return QString::fromStdString(profile) + QStringLiteral("/past");
}

QString pathOf(const std::string &profile, const KeptSnapshot &kept)
{
    return QStringLiteral("%1/%2-%3-%4.zst")
        .arg(folderOf(profile))
        .arg(kept.page, 12, 10, QLatin1Char('0'))
        .arg(kept.fact)
        .arg(kept.at.us);
}

std::string encoded(const std::vector<Snapshot> &parts)
{
    std::string out;
    kernel::CborWriter writer(out);
    writer.array(1 + parts.size());
    writer.unsignedInteger(formatVersion);
    for (const Snapshot &part : parts) {
        writer.array(4);
        writer.text(part.system);
        writer.unsignedInteger(part.version);
        writer.unsignedInteger(part.page);
        writer.bytes(part.bytes);
    }
    return out;
}

std::vector<Snapshot> decoded(std::string_view in)
{
    std::vector<Snapshot> parts;
    kernel::CborReader reader(in);
    const std::uint64_t count = reader.array();
    if (count < 1 || count > partsMax || reader.unsignedInteger() != formatVersion)
        return {};
    for (std::uint64_t i = 1; i < count && reader.isGood(); ++i) {
        if (reader.array() != 4)
            return {};
        Snapshot &part = parts.emplace_back();
        part.system = reader.text();
        part.version = static_cast<std::uint16_t>(reader.unsignedInteger());
        part.page = reader.unsignedInteger();
        part.bytes = reader.bytes();
    }
    return reader.isGood() && reader.isAtEnd() ? parts : std::vector<Snapshot>{};
}

// Hours of today, days of this week, weeks before that: one number a span, different in each.
std::int64_t spanOf(kernel::Time at, kernel::Time now)
{
    const std::int64_t age = now.us - at.us;
    const std::int64_t unit = age < dayUs ? hourUs : age < weekUs ? dayUs : weekUs;
    return at.us / unit * 4 + (unit == hourUs ? 0 : unit == dayUs ? 1 : 2);
}

std::uint64_t largestOf(const std::vector<KeptSnapshot> &kept)
{
    std::uint64_t largest = 1;
    for (const KeptSnapshot &one : kept)
        largest = std::max(largest, one.bytes);
    return largest;
}

// However large they are, there is room for a few.
std::uint64_t roomFor(const std::vector<KeptSnapshot> &kept, const KeepRule &rule)
{
    return std::max(rule.bytesMax, largestOf(kept) * rule.countMin);
}

// How many of the largest size there is room for.
std::uint64_t affordable(const std::vector<KeptSnapshot> &kept, const KeepRule &rule)
{
    return std::min<std::uint64_t>(roomFor(kept, rule) / largestOf(kept), rule.countMax);
}

// With so many, the two neighbours that lie closest around a third are no further apart than this, so
// nothing is kept and dropped in turns.
std::uint64_t apart(const std::vector<KeptSnapshot> &kept, std::uint64_t facts,
                    const KeepRule &rule)
{
    return std::max(rule.factsApart, facts * 5 / (2 * affordable(kept, rule)));
}

}  // namespace

std::vector<KeptSnapshot> keptSnapshots(const std::string &folder)
{
    std::vector<KeptSnapshot> kept;
    const QDir dir(folderOf(folder));
    for (const QFileInfo &file : dir.entryInfoList({QStringLiteral("*.zst")}, QDir::Files)) {
        const QStringList words = file.completeBaseName().split(QLatin1Char('-'));
        if (words.size() != 3)
            continue;
        bool isPage = false, isFact = false, isTime = false;
        const KeptSnapshot one{words[0].toULongLong(&isPage),
                               words[1].toULongLong(&isFact),
                               {words[2].toLongLong(&isTime)},
                               static_cast<std::uint64_t>(file.size())};
        if (isPage && isFact && isTime)
            kept.push_back(one);
    }
    std::sort(kept.begin(), kept.end(),
              [](const KeptSnapshot &a, const KeptSnapshot &b) { return a.page < b.page; });
    return kept;
}

std::vector<Snapshot> readKept(const std::string &folder, const KeptSnapshot &kept)
{
    QFile file(pathOf(folder, kept));
    if (!file.open(QIODevice::ReadOnly))
        return {};
    const QByteArray read = file.readAll();
    const std::string_view bytes(read.constData(), static_cast<std::size_t>(read.size()));
    Digest digest;
    if (bytes.size() < digest.bytes.size())
        return {};
    std::copy_n(bytes.begin(), digest.bytes.size(), digest.bytes.begin());
    const std::string_view parts = bytes.substr(digest.bytes.size());
    if (crypto::blake2b(parts) != digest)
        return {};
    const unsigned long long size = ZSTD_getFrameContentSize(parts.data(), parts.size());
    if (size > plainMax)  // as the values that mean "unknown" and "none of ours" are
        return {};
    std::string plain(size, '\0');
    if (ZSTD_decompress(plain.data(), plain.size(), parts.data(), parts.size()) != size)
        return {};
    return decoded(plain);
}

std::string writeKept(const std::string &folder, const KeptSnapshot &kept,
                      const std::vector<Snapshot> &parts)
{
    if (!QDir().mkpath(folderOf(folder)))
        return "cannot make " + folderOf(folder).toStdString();
    QFile::setPermissions(folderOf(folder), QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    const std::string plain = encoded(parts);
    std::string bytes(ZSTD_compressBound(plain.size()), '\0');
    const std::size_t size =
        ZSTD_compress(bytes.data(), bytes.size(), plain.data(), plain.size(), compression);
    if (ZSTD_isError(size))
        return ZSTD_getErrorName(size);
    bytes.resize(size);
    const Digest digest = crypto::blake2b(bytes);
    QSaveFile file(pathOf(folder, kept));
    if (!file.open(QIODevice::WriteOnly))
        return file.errorString().toStdString();
    file.setPermissions(QFile::ReadOwner | QFile::WriteOwner);
    file.write(reinterpret_cast<const char *>(digest.bytes.data()), digest.bytes.size());
    file.write(bytes.data(), static_cast<qint64>(bytes.size()));
    return file.commit() ? std::string() : file.errorString().toStdString();
}

void dropKept(const std::string &folder, const KeptSnapshot &kept)
{
    QFile::remove(pathOf(folder, kept));
}

void dropAllKept(const std::string &folder)
{
    QDir(folderOf(folder)).removeRecursively();
}

std::uint64_t nextToKeep(const std::vector<KeptSnapshot> &kept, const KeptSnapshot &last,
                         const KeepRule &rule)
{
    const std::uint64_t step = apart(kept, last.fact, rule);
    std::uint64_t before = 0;
    for (const KeptSnapshot &one : kept) {
        if (one.fact > before + step)
            return before + step;
        before = one.fact;
    }
    if (last.fact > before + step)
        return before + step;
    // One for the hour, while there is room; old ones make room as they grow fewer.
    const bool isOtherHour = !kept.empty() && kept.back().at.us / hourUs != last.at.us / hourUs;
    const bool isRoom = kept.size() + 2 <= affordable(kept, rule);
    return isRoom && isOtherHour && last.fact >= before + rule.factsAnHour ? last.fact : 0;
}

std::vector<KeptSnapshot> superfluous(std::vector<KeptSnapshot> kept, const KeptSnapshot &last,
                                      const KeepRule &rule)
{
    std::vector<KeptSnapshot> gone;
    const std::uint64_t step = apart(kept, last.fact, rule);
    const auto drop = [&](std::size_t i) {
        gone.push_back(kept[i]);
        kept.erase(kept.begin() + static_cast<std::ptrdiff_t>(i));
    };
    // How far apart its neighbours would lie without it.
    const auto gapWithout = [&](std::size_t i) {
        return (i + 1 < kept.size() ? kept[i + 1].fact : last.fact) - (i ? kept[i - 1].fact : 0);
    };
    for (std::size_t i = 0; i + 1 < kept.size();) {
        const bool isSameSpan = spanOf(kept[i].at, last.at) == spanOf(kept[i + 1].at, last.at);
        if (isSameSpan && gapWithout(i) <= step)
            drop(i);
        else
            ++i;
    }
    std::uint64_t bytes = 0;
    for (const KeptSnapshot &one : kept)
        bytes += one.bytes;
    const std::uint64_t bytesMax = roomFor(kept, rule);
    while (kept.size() > rule.countMax || bytes > bytesMax) {
        std::size_t least = 0;
        for (std::size_t i = 1; i < kept.size(); ++i)
            if (gapWithout(i) < gapWithout(least))
                least = i;
        bytes -= kept[least].bytes;
        drop(least);
    }
    return gone;
}

}  // namespace store
