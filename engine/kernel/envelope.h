// What travels with every command: who asks, from where, under which trace and idempotency key; and
// the answer that comes back once its page is synced. Thread contract: plain values.
#pragma once

#include "kernel/amount.h"
#include "kernel/digest.h"
#include "kernel/outcome.h"

#include <array>
#include <functional>
#include <memory>
#include <string>
#include <vector>

namespace kernel {

enum class Origin : std::uint8_t { Local, Control, Timer, Reaction, Hand, Boot, Http, Mcp, Peer };

// Callers from outside this machine's own program: rate and shield apply to them.
constexpr bool isForeign(Origin origin)
{
    return origin >= Origin::Http;
}

// What a caller shows to be let in; secret, so it ends at the gate.
struct Credential {
    std::string token;               // of API Keeper
    std::string message, signature;  // EIP-4361 and its wallet's signature
};
// What the gate found to be true by cryptography. Nobody else writes it.
struct Proved {
    enum Kind { Wallet, Token } kind = Wallet;
    std::string what;   // the account (CAIP-10), or the token's id
    std::string nonce;  // of the message that proved a wallet
    std::string fault;  // why it proves nothing: then `what` is empty
};

struct Envelope {
    std::string actor = "owner";
    Origin origin = Origin::Local;
    std::uint64_t trace = 0;                       // set by the gate when 0
    std::array<std::uint64_t, 2> key{};            // idempotency key, all zero: none
    Time now;                                      // set by the loop
    std::uint64_t seed = 0;                        // set by the loop when 0
    std::uint8_t depth = 0;                        // reactions on reactions
    std::uint64_t cause = 0;                       // the fact a reaction answers to
    std::shared_ptr<const Credential> credential;  // dropped by the gate
    std::shared_ptr<const Proved> proved;          // set by the gate, whatever was there before
};

struct Answer {
    bool isDone = false;
    bool isRepeated = false;  // an idempotency key seen before
    Refusal refusal;          // when not done
    std::uint64_t firstFact = 0;
    std::uint32_t facts = 0;
    std::vector<std::uint64_t> ids;  // made by this command, in order
};

using Reply = std::function<void(const Answer &)>;

}  // namespace kernel
