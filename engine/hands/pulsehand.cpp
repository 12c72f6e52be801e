#include "hands/pulsehand.h"

#include "lungs/deadletter.h"
#include "pulse/heartbeat.h"
#include "spine/superspine.h"

namespace hands {

using namespace kernel;

namespace {

Envelope ownWork()
{
    Envelope envelope;
    envelope.actor = "system";
    envelope.origin = Origin::Hand;
    return envelope;
}

}  // namespace

PulseHand::PulseHand(loop::Engine &engine) : m_engine(engine)
{
    engine.onCommitted({factKind<deadletter::DeadLetter, deadletter::RetryAsked>()},
                       [this](const loop::Sealed &sealed, const loop::Core &) { retry(sealed); });
    m_thread = std::thread([this] { work(); });
}

PulseHand::~PulseHand()
{
    {
        const std::lock_guard lock(m_mutex);
        m_isStopping = true;
    }
    m_wake.notify_all();
    m_thread.join();
}

std::map<std::string, SystemPulse> PulseHand::pulses() const
{
    const std::lock_guard lock(m_mutex);
    return m_overview.systems;
}

Overview PulseHand::overview() const
{
    const std::lock_guard lock(m_mutex);
    return m_overview;
}

std::int64_t Overview::ageMs() const
{
    const auto age = std::chrono::steady_clock::now() - at;
    return std::chrono::duration_cast<std::chrono::milliseconds>(age).count();
}

void PulseHand::beatNow()
{
    loop::Pulse engine = m_engine.pulse();
    m_engine.inspectNow([&](loop::Core &core, store::Store &) { beat(core, std::move(engine)); });
}

void PulseHand::work()
{
    std::unique_lock lock(m_mutex);
    while (!m_isStopping) {
        lock.unlock();
        beatNow();
        lock.lock();
        m_wake.wait_for(lock, std::chrono::seconds(1), [this] { return m_isStopping; });
    }
}

void PulseHand::beat(loop::Core &core, loop::Pulse engine)
{
    Overview overview;
    overview.engine = std::move(engine);
    overview.tasks = core.stateOf<superspine::SuperSpine>().tasks.size();
    overview.at = std::chrono::steady_clock::now();
    for (const SystemInfo *system : core.systems()) {
        if (!system->vitals)
            continue;
        Vitals vitals;
        system->vitals(core.state(system->number), vitals);
        const heartbeat::Memory &known = core.stateOf<heartbeat::Heartbeat>();
        heartbeat::Beat judged = heartbeat::judge(known, system->stem, vitals);
        if (heartbeat::isChange(known, judged))
            m_engine.send(makeAsk(std::move(judged), ownWork()));
        SystemPulse &pulse = overview.systems[std::string(system->stem)];
        pulse.at = overview.at;
        for (const Vital &vital : vitals)
            pulse.vitals.push_back(
                {std::string(vital.name), std::string(vital.unit), vital.value, vital.state});
    }
    const std::lock_guard lock(m_mutex);
    m_overview = std::move(overview);
}

void PulseHand::retry(const loop::Sealed &sealed)
{
    for (const Told &told : sealed.told) {
        if (told.kind != factKind<deadletter::DeadLetter, deadletter::RetryAsked>())
            continue;
        const auto &asked = *static_cast<const deadletter::RetryAsked *>(told.fact.get());
        m_engine.inspect([this, asked](loop::Core &core, store::Store &store) {
            const auto report = [this, letter = asked.letter](bool isDone,
                                                              const std::string &code) {
                m_engine.send(makeAsk(deadletter::Report{letter, isDone, code}, ownWork()));
            };
            const CommandInfo *command = core.command(asked.kind);
            const auto stored = store.blob(asked.letter.value, asked.payload);
            const auto payload =
                stored ? core.keys().open(asked.letter.value, stored->bytes) : std::nullopt;
            bool isGood = false;
            Ask ask{
                asked.kind, command && payload ? command->decode(*payload, isGood) : nullptr, {}};
            if (!isGood) {
                report(false, "deadletter.payload");
                return;
            }
            ask.envelope.actor = asked.sender.actor;
            ask.envelope.origin = static_cast<Origin>(asked.sender.origin);
            ask.envelope.key = {asked.sender.keyHigh, asked.sender.keyLow};
            m_engine.send(std::move(ask), [report](const Answer &answer) {
                report(answer.isDone, answer.refusal.code);
            });
        });
    }
}

}  // namespace hands
