// Wallets in stories: a key from one byte, and what it signs.
#pragma once

#include "people.h"

#ifndef Q_MOC_RUN
#    include "crypto/did.h"
#    include "crypto/signin.h"
#    include "identity/identitygrid.h"

namespace cast {

inline crypto::WalletKey walletKey(std::uint8_t which)
{
    std::array<std::uint8_t, 32> bytes{};
    bytes[31] = which;
    return *crypto::WalletKey::fromSecret(crypto::SecretKey(bytes));
}

// The newest one-time word of somebody.
inline identitygrid::Nonce challenge(Story &story, const std::string &actor)
{
    const std::uint64_t id = story.given(identitygrid::Challenge{}, as(actor)).ids.at(0);
    return *story.state<identitygrid::IdentityGrid>().nonces.find(id);
}

inline identitygrid::LinkWallet signedBy(const crypto::WalletKey &key, const std::string &message)
{
    return {message, key.sign(crypto::personalHash(message)).hex()};
}

inline identitygrid::LinkWallet signedWord(Story &story, const std::string &actor,
                                           const crypto::WalletKey &key)
{
    const identitygrid::Nonce nonce = challenge(story, actor);
    return signedBy(key, *identitygrid::messageFor(nonce, key.address().text(), 1, story.now));
}

}  // namespace cast
#endif
