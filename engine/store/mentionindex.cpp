#include "store/mentionindex.h"

#include "store/cacheconnection.h"
#include "store/mentionchunk.h"

#include <algorithm>
#include <utility>

namespace store {

namespace {

constexpr std::size_t chunkPairsMax = 256;
constexpr std::size_t stepChunksMax = 64;
constexpr int sourceChunksMax = 16;
constexpr std::size_t tierSegments = 4;
constexpr std::uint64_t tierPairs = 16'384;

constexpr const char *putChunk = "INSERT INTO chunk VALUES(?, ?, ?)";
constexpr const char *chunksBack =
    "SELECT key, bytes FROM chunk WHERE segment = ? AND key <= ? ORDER BY key DESC";
constexpr const char *chunksOn =
    "SELECT key, bytes FROM chunk WHERE segment = ? AND key > ? ORDER BY key LIMIT ?";
constexpr const char *deleteChunks = "DELETE FROM chunk WHERE segment = ? AND key IN "
                                     "(SELECT key FROM chunk WHERE segment = ? ORDER BY key LIMIT ?)";
constexpr const char *getDirectory = "SELECT value FROM meta WHERE name = 'segments'";
constexpr const char *putDirectory = "INSERT OR REPLACE INTO meta VALUES('segments', ?)";

bool decodeRow(std::uint64_t segment, const QSqlQuery &row, std::vector<MentionPair> &pairs, std::string &next)
{
    const QByteArray key = row.value(0).toByteArray(), bytes = row.value(1).toByteArray();
    return decodeChunk(segment, {key.constData(), static_cast<std::size_t>(key.size())},
                       {bytes.constData(), static_cast<std::size_t>(bytes.size())}, pairs, next);
}

int tierOf(std::uint64_t pairs)
{
    int tier = 0;
    for (; pairs > tierPairs * tierSegments; pairs /= tierSegments)
        ++tier;
    return tier;
}

// One segment being read in order from a pair on.
struct Source {
    std::uint64_t segment = 0;
    std::string key, next;   // of the row read last; of the row that must follow
    std::vector<MentionPair> pairs;
    std::size_t at = 0;
    bool isAtEnd = false;

    const MentionPair *front() const { return at < pairs.size() ? &pairs[at] : nullptr; }
    // Stands behind this pair, which may be in the middle of a row.
    bool begin(CacheConnection &connection, const MentionPair &from)
    {
        const std::string keyFrom = keyOf(from);
        key = std::string(16, '\0');
        QSqlQuery *query = connection.run(chunksBack, integerOf(segment), blobOf(keyFrom));
        bool isGood = query != nullptr;
        if (isGood && query->next()) {
            key = query->value(0).toByteArray().toStdString();
            isGood = decodeRow(segment, *query, pairs, next) && keyFrom < next;
            at = static_cast<std::size_t>(std::upper_bound(pairs.begin(), pairs.end(), from) - pairs.begin());
        } else {
            isGood = isGood && keyFrom < next;
        }
        if (query)
            query->finish();
        return isGood;
    }
    bool refill(CacheConnection &connection)
    {
        if (isAtEnd || front())
            return true;
        pairs.clear();
        at = 0;
        QSqlQuery *query = connection.run(chunksOn, integerOf(segment), blobOf(key), sourceChunksMax);
        bool isGood = query != nullptr;
        while (isGood && query->next()) {
            key = query->value(0).toByteArray().toStdString();
            isGood = key == next && decodeRow(segment, *query, pairs, next);
        }
        if (query)
            query->finish();
        isAtEnd = pairs.empty();
        return isGood && (!isAtEnd || next == lastKey());
    }
};

}  // namespace

bool MentionIndex::read(Directory &directory)
{
    QSqlQuery *query = m_cache.connection().run(getDirectory);
    if (!query)
        return false;
    const std::string bytes = query->next() ? query->value(0).toByteArray().toStdString() : std::string();
    query->finish();
    if (bytes.empty())
        return true;
    const std::string_view body = std::string_view(bytes).substr(std::min(bytes.size(), sumBytes));
    if (body.size() % 8 || body.size() < 64 || sumOf(0, "segments", body) != bytes.substr(0, sumBytes))
        return false;
    std::size_t at = 0;
    const auto next = [&] { return numberAt(body, std::exchange(at, at + 8)); };
    directory.next = next();
    directory.live.resize(std::min<std::uint64_t>(next(), body.size() / 40));
    for (Segment &segment : directory.live)
        segment = {next(), next(), next(), {next(), next()}};
    directory.doomed.resize(std::min<std::uint64_t>(next(), body.size() / 8));
    for (std::uint64_t &number : directory.doomed)
        number = next();
    directory.merge = {next(), next(), next(), next(), next(), next()};
    return at == body.size() && directory.merge.at + directory.merge.count <= directory.live.size();
}

bool MentionIndex::write(const Directory &directory)
{
    std::string body;
    putNumber(body, directory.next);
    putNumber(body, directory.live.size());
    for (const Segment &segment : directory.live)
        for (std::uint64_t value : {segment.number, segment.pairs, segment.firstFact, segment.first.thing,
                                    segment.first.fact})
            putNumber(body, value);
    putNumber(body, directory.doomed.size());
    for (std::uint64_t number : directory.doomed)
        putNumber(body, number);
    const Merge &merge = directory.merge;
    for (std::uint64_t value : {merge.into, merge.at, merge.count, merge.pairs, merge.thing, merge.fact})
        putNumber(body, value);
    const std::string bytes = sumOf(0, "segments", body) + body;
    return m_cache.connection().change(putDirectory, blobOf(bytes));
}

bool MentionIndex::writeChunk(std::uint64_t segment, const MentionPair *first, const MentionPair *end,
                              const MentionPair *next)
{
    const std::string key = keyOf(*first), bytes = encodeChunk(segment, first, end, next);
    return m_cache.connection().change(putChunk, integerOf(segment), blobOf(key), blobOf(bytes));
}

bool MentionIndex::append(std::vector<MentionPair> &pairs, const CacheMark &upTo)
{
    std::sort(pairs.begin(), pairs.end());
    pairs.erase(std::unique(pairs.begin(), pairs.end()), pairs.end());
    Directory directory;
    if (!m_cache.begin())
        return false;
    bool isGood = read(directory);
    if (isGood && !pairs.empty()) {
        Segment segment{directory.next++, pairs.size(), UINT64_MAX, pairs.front()};
        for (const MentionPair &pair : pairs)
            segment.firstFact = std::min(segment.firstFact, pair.fact);
        const MentionPair *end = pairs.data() + pairs.size();
        for (const MentionPair *at = pairs.data(), *next = at; isGood && at < end; at = next) {
            next = at + std::min<std::ptrdiff_t>(chunkPairsMax, end - at);
            isGood = writeChunk(segment.number, at, next, next < end ? next : nullptr);
        }
        directory.live.push_back(segment);
        isGood = isGood && write(directory);
    }
    if (isGood && m_cache.putMark("mentions", upTo))
        return m_cache.commit();
    m_cache.rollback();
    return false;
}

bool MentionIndex::facts(std::uint64_t thing, std::uint64_t below, std::size_t limit,
                         std::vector<std::uint64_t> &found)
{
    if (!below || !limit)
        return true;
    // One snapshot for the directory and the rows it names.
    Directory directory;
    if (!m_cache.begin())
        return false;
    bool isGood = read(directory);
    const std::string from = keyOf({thing, below - 1});
    std::vector<MentionPair> pairs;
    for (std::size_t i = directory.live.size(); isGood && i-- && found.size() < limit;) {
        const Segment &segment = directory.live[i];
        if (segment.firstFact >= below)
            continue;
        QSqlQuery *query = m_cache.connection().run(chunksBack, integerOf(segment.number), blobOf(from));
        isGood = query != nullptr;
        bool isMore = isGood && keyOf(segment.first) <= from;
        std::string follows, next;
        while (isMore) {
            pairs.clear();
            // The row found first reaches beyond what is asked; each further one up to the one before.
            isGood = query->next() && decodeRow(segment.number, *query, pairs, next)
                     && (follows.empty() ? next > from : next == follows);
            follows = isGood ? keyOf(pairs.front()) : std::string();
            for (std::size_t at = pairs.size(); isGood && at-- && found.size() < limit;)
                if (pairs[at].thing == thing && pairs[at].fact < below)
                    found.push_back(pairs[at].fact);
            isMore = isGood && found.size() < limit && pairs.front().thing == thing && pairs.front() != segment.first;
        }
        if (query)
            query->finish();
    }
    m_cache.rollback();
    return isGood;
}

std::size_t MentionIndex::segments()
{
    Directory directory;
    return read(directory) ? directory.live.size() : 0;
}

// Four of a tier, or smaller ones that came after, become one of the next.
bool MentionIndex::planMerge(Directory &directory) const
{
    const std::vector<Segment> &live = directory.live;
    for (int tier = 0; tier < 32; ++tier) {
        std::size_t count = 0;
        while (count < live.size() && tierOf(live[live.size() - 1 - count].pairs) <= tier)
            ++count;
        if (count < tierSegments)
            continue;
        directory.merge = {directory.next++, live.size() - count, count, 0, 0, 0};
        return true;
    }
    return false;
}

bool MentionIndex::mergeSome(Directory &directory)
{
    CacheConnection &connection = m_cache.connection();
    Merge &merge = directory.merge;
    std::vector<Source> sources(merge.count);
    for (std::size_t i = 0; i < sources.size(); ++i) {
        const Segment &segment = directory.live[merge.at + i];
        sources[i].segment = segment.number;
        // Before the first row is read, that one must follow.
        sources[i].next = keyOf(segment.first);
        if (!sources[i].begin(connection, {merge.thing, merge.fact}))
            return false;
    }
    std::vector<MentionPair> chunk;
    for (std::size_t written = 0; written < stepChunksMax;) {
        Source *least = nullptr;
        for (Source &source : sources) {
            if (!source.refill(connection))
                return false;
            if (source.front() && (!least || *source.front() < *least->front()))
                least = &source;
        }
        if (chunk.size() == chunkPairsMax || (!least && !chunk.empty())) {
            if (!writeChunk(merge.into, chunk.data(), chunk.data() + chunk.size(), least ? least->front() : nullptr))
                return false;
            merge.pairs += chunk.size();
            merge.thing = chunk.back().thing;
            merge.fact = chunk.back().fact;
            chunk.clear();
            ++written;
        } else if (least) {
            chunk.push_back(*least->front());
            ++least->at;
        }
        if (!least) {
            finishMerge(directory);
            return true;
        }
    }
    return true;
}

void MentionIndex::finishMerge(Directory &directory)
{
    Merge &merge = directory.merge;
    const auto at = directory.live.begin() + static_cast<std::ptrdiff_t>(merge.at);
    const auto end = at + static_cast<std::ptrdiff_t>(merge.count);
    Segment made{merge.into, merge.pairs, at->firstFact, at->first};
    for (auto one = at; one != end; ++one) {
        directory.doomed.push_back(one->number);
        made.first = std::min(made.first, one->first);
    }
    *at = made;
    directory.live.erase(at + 1, end);
    merge = {};
}

bool MentionIndex::deleteSome(Directory &directory)
{
    const qlonglong segment = integerOf(directory.doomed.back());
    QSqlQuery *query = m_cache.connection().run(deleteChunks, segment, segment, 1024);
    if (!query)
        return false;
    if (query->numRowsAffected() <= 0)
        directory.doomed.pop_back();
    query->finish();
    return true;
}

bool MentionIndex::mergeStep()
{
    Directory directory;
    if (!read(directory))
        return false;
    if (!directory.merge.into && directory.doomed.empty() && !planMerge(directory))
        return false;
    if (!m_cache.begin())
        return false;
    const bool isGood = directory.merge.into ? mergeSome(directory) : deleteSome(directory);
    if (isGood && write(directory))
        return m_cache.commit();
    m_cache.rollback();
    if (m_cache.connection().failure.empty())
        m_cache.connection().failure = "a row of the index was changed";
    return false;
}

std::vector<std::string> MentionIndex::statements()
{
    return {putChunk, chunksBack, chunksOn, deleteChunks, getDirectory, putDirectory};
}

}  // namespace store
