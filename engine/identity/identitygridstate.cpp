// What facts do to the state.
#include "identity/identitygrid.h"

namespace identitygrid {

void IdentityGrid::evolve(Memory &m, const Challenged &f, const Moment &)
{
    m.byWord.put(f.nonce.word, f.nonce.id.value);
    m.nonces.put(f.nonce);
}

void IdentityGrid::evolve(Memory &m, const NonceEnded &f, const Moment &)
{
    if (const Nonce *nonce = m.nonces.find(f.nonce))
        m.byWord.erase(nonce->word);
    m.nonces.erase(f.nonce);
}

void IdentityGrid::evolve(Memory &m, const WalletLinked &f, const Moment &)
{
    m.byAccount.put(f.wallet.account, f.wallet.id.value);
    m.wallets.put(f.wallet);
}

void IdentityGrid::evolve(Memory &m, const WalletUnlinked &f, const Moment &)
{
    if (const Wallet *wallet = m.wallets.find(f.wallet))
        m.byAccount.erase(wallet->account);
    m.wallets.erase(f.wallet);
}

void IdentityGrid::evolve(Memory &m, const ServiceAdded &f, const Moment &)
{
    m.services.put(f.service);
}

void IdentityGrid::evolve(Memory &m, const ServiceDropped &f, const Moment &)
{
    m.services.erase(f.service);
}

void IdentityGrid::evolve(Memory &m, const Related &f, const Moment &)
{
    m.byEnd.insert({f.link.from.value, f.link.id.value});
    m.byEnd.insert({f.link.to.value, f.link.id.value});
    m.links.put(f.link);
}

void IdentityGrid::evolve(Memory &m, const Unrelated &f, const Moment &)
{
    if (const Link *link = m.links.find(f.link)) {
        m.byEnd.erase({link->from.value, f.link.value});
        m.byEnd.erase({link->to.value, f.link.value});
    }
    m.links.erase(f.link);
}

}  // namespace identitygrid
