#include "store/page.h"

#include "crypto/merkle.h"

#include <cstring>

namespace store {

namespace merkle = crypto::merkle;

namespace {

constexpr std::size_t saltBytes = 16;

// Salt 0 belongs to the commands, salt i + 1 to fact i.
std::vector<std::uint8_t> salts(const Digest &pageSalt, std::size_t facts)
{
    std::vector<std::uint8_t> stream((facts + 1) * saltBytes);
    crypto::saltStream(pageSalt.bytes, 0, stream);
    return stream;
}

template<class FactAt>
std::vector<Digest> leaves(const Digest &pageSalt, std::size_t facts, FactAt factAt)
{
    const std::vector<std::uint8_t> stream = salts(pageSalt, facts);
    std::vector<merkle::LeafParts> parts(facts);
    for (std::size_t i = 0; i < facts; ++i)
        parts[i] = {crypto::Bytes(&stream[(i + 1) * saltBytes], saltBytes), crypto::bytesOf(factAt(i))};
    std::vector<Digest> hashes(facts);
    merkle::Blake2b::leaves(parts, hashes.data());
    return hashes;
}

}  // namespace

void PageBuilder::begin(const PageHead &head)
{
    m_head = head;
    m_facts.clear();
    m_ends.clear();
    m_commands.clear();
    m_commandCount = 0;
}

void PageBuilder::addCommand(const PageCommand &command)
{
    kernel::Encoder(m_commands, nullptr).structure(command);
    ++m_commandCount;
}

void PageBuilder::truncate(std::size_t facts)
{
    m_ends.resize(facts);
    m_facts.resize(facts ? m_ends.back() : 0);
}

std::string PageBuilder::seal(Digest &hash)
{
    std::string bytes;
    bytes.reserve(m_facts.size() + m_commands.size() + 160);
    kernel::CborWriter writer(bytes);
    writer.array(3);
    kernel::Encoder(bytes, nullptr).structure(m_head);
    const std::size_t commandsAt = bytes.size();
    writer.array(m_commandCount);
    bytes += m_commands;
    const std::size_t commandsEnd = bytes.size();
    writer.array(m_ends.size());
    bytes += m_facts;

    const std::vector<Digest> hashes = leaves(m_head.salt, m_ends.size(), [&](std::size_t i) {
        const std::size_t from = i ? m_ends[i - 1] : 0;
        return std::string_view(m_facts).substr(from, m_ends[i] - from);
    });
    const auto salt = saltOf(m_head.salt, 0);
    const Digest commands = leafHash(
        salt, std::string_view(bytes).substr(commandsAt, commandsEnd - commandsAt));
    hash = pageHash(m_head, m_ends.size(), commands, merkle::rootOf(hashes));
    return bytes;
}

std::optional<PageView> readPage(std::string_view bytes)
{
    PageView page;
    kernel::Decoder decoder(bytes, nullptr);
    kernel::CborReader &reader = decoder.reader();
    if (reader.array() != 3)
        return {};
    decoder.structure(page.head);
    if (!reader.isGood() || page.head.version != pageVersion)
        return {};
    const std::size_t commandsAt = reader.position();
    const std::uint64_t commands = reader.array();
    if (commands > pageBytesMax)
        return {};
    std::uint64_t told = 0;
    for (std::uint64_t i = 0; i < commands && reader.isGood(); ++i) {
        decoder.structure(page.commands.emplace_back());
        told += page.commands.back().facts;
    }
    page.commandBytes = bytes.substr(commandsAt, reader.position() - commandsAt);
    const std::uint64_t facts = reader.array();
    if (!reader.isGood() || facts != told)
        return {};
    page.facts.reserve(facts);
    for (std::uint64_t i = 0; i < facts && reader.isGood(); ++i)
        page.facts.push_back(reader.skip());
    if (!reader.isGood() || !reader.isAtEnd())
        return {};
    return page;
}

std::vector<Digest> leafHashes(const PageView &page)
{
    return leaves(page.head.salt, page.facts.size(),
                  [&](std::size_t i) { return page.facts[i]; });
}

std::array<std::uint8_t, 16> saltOf(const Digest &pageSalt, std::size_t index)
{
    std::vector<std::uint8_t> stream((index + 1) * saltBytes);
    crypto::saltStream(pageSalt.bytes, 0, stream);
    std::array<std::uint8_t, saltBytes> salt;
    std::memcpy(salt.data(), &stream[index * saltBytes], saltBytes);
    return salt;
}

Digest leafHash(std::span<const std::uint8_t, 16> salt, std::string_view fact)
{
    return merkle::Blake2b::leaf(salt, crypto::bytesOf(fact));
}

Digest commandsHash(const PageView &page)
{
    return leafHash(saltOf(page.head.salt, 0), page.commandBytes);
}

Digest pageHash(const PageHead &head, std::uint64_t facts, const Digest &commands,
                const Digest &factsRoot)
{
    crypto::Hasher hasher;
    hasher.update(head.version);
    hasher.update(head.previous);
    hasher.update(head.seq);
    hasher.update(head.firstFact);
    hasher.update(facts);
    hasher.update(static_cast<std::uint64_t>(head.time.us));
    hasher.update(head.nextId);
    hasher.update(head.reacted);
    hasher.update(commands);
    hasher.update(factsRoot);
    return hasher.finish();
}

Digest pageHash(const PageView &page)
{
    return pageHash(page.head, page.facts.size(), commandsHash(page),
                    merkle::rootOf(leafHashes(page)));
}

}  // namespace store
