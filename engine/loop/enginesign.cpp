// The signature over the journal's tip: asked at most once in 50 ms, made on its own thread, written
// with the next page, or alone when none comes.
#include "loop/engineimpl.h"

namespace loop {

using namespace kernel;

namespace {
constexpr auto pause = std::chrono::milliseconds(50);
}

store::Tip Engine::Impl::tipNow() const
{
    store::Tip tip;
    tip.pages = tree.size();
    tip.facts = core.facts();
    tip.hash = core.tip();
    tip.root = tree.root();
    tip.at = lastTime;
    tip.frontier = tree.toBytes();
    return tip;
}

void Engine::Impl::startSigner()
{
    signer = std::make_unique<TipSigner>(*deviceKey, options.folder, [this](const store::Tip &tip) {
        boost::asio::post(context, [this, tip] { tipIsSigned(tip); });
    });
    scheduleSignature();
}

void Engine::Impl::scheduleSignature()
{
    if (isSignatureDue || tree.size() == signedPages || !signer)
        return;
    isSignatureDue = true;
    signTimer.expires_after(pause);
    signTimer.async_wait([this](const boost::system::error_code &error) {
        if (error || !signer)
            return;
        drain();
        if (failure.empty())
            signer->ask(tipNow());
    });
}

// An own commit would be a sync that a command may have to wait for.
void Engine::Impl::tipIsSigned(const store::Tip &tip)
{
    signedTip = tip;
    signTimer.expires_after(pause);
    signTimer.async_wait([this](const boost::system::error_code &error) {
        if (error)
            return;
        drain();  // a page under way may carry it
        if (signedTip)
            commitTip(store::Tip(*signedTip));
    });
}

void Engine::Impl::commitTip(const store::Tip &tip)
{
    if (!store || !failure.empty())
        return;
    store::Commit commit;
    commit.tip = tip;
    failure = store->commit(commit);
    if (failure.empty())
        tipIsKept(tip);
}

void Engine::Impl::tipIsKept(const store::Tip &tip)
{
    signedPages = tip.pages;
    if (signer)
        signer->keep(tip);
    signedTip.reset();
    isSignatureDue = false;
    scheduleSignature();
}

// At the end: nobody waits any more, and the file must not be older than the journal.
void Engine::Impl::signLast()
{
    signer.reset();
    if (tree.size() == signedPages)
        return;
    const store::Tip tip = TipSigner::sign(tipNow(), *deviceKey);
    commitTip(tip);
    if (failure.empty() && !options.folder.empty())
        writeTipFile(options.folder, tip);
}

}  // namespace loop
