#include "journal.h"

#include "values.h"

#include "organism.h"
#include "spine/superspine.h"

#include <QCoreApplication>
#include <QPointer>

#include <algorithm>

namespace models {

using namespace kernel;
using namespace Qt::StringLiterals;

struct Journal::Shared {
    std::mutex mutex;
    Journal *journal = nullptr;
};

namespace {

constexpr auto frame = std::chrono::milliseconds(16);

// Whoever asked may be gone by now; only the GUI thread can tell.
template<class T>
void answer(const QPointer<QObject> &asker, const Journal::Then<T> &then, T value)
{
    auto held = std::make_shared<T>(std::move(value));
    QMetaObject::invokeMethod(QCoreApplication::instance(), [asker, then, held] {
        if (asker)
            then(std::move(*held));
    }, Qt::QueuedConnection);
}

// A fact in words short enough for a list: what the record says besides ids and digests.
QString summaryOf(const QVariantMap &fields)
{
    for (const char *name : {"title", "capability", "name", "goal", "reason", "form", "state"}) {
        const QVariant value = fields.value(QString::fromLatin1(name));
        if (value.typeId() == QMetaType::QString && !value.toString().isEmpty())
            return value.toString();
    }
    for (const QVariant &value : fields)
        if (value.typeId() == QMetaType::QVariantMap)
            return summaryOf(value.toMap());
    return {};
}

}  // namespace

Journal::Journal(loop::Engine &engine)
    : m_engine(engine)
    , m_shared(std::make_shared<Shared>())
{
    for (const SystemInfo *system : organism::systems())
        for (const FactInfo &fact : system->facts)
            m_facts.emplace(fact.kind, &fact);
    m_shared->journal = this;
    // A listener cannot be taken back, so it holds what outlives this object.
    engine.onCommitted({}, [shared = m_shared](const loop::Sealed &, const loop::Core &) {
        const std::lock_guard guard(shared->mutex);
        if (shared->journal)
            shared->journal->announce();
    });
    m_thread = std::thread([this] { run(); });
}

Journal::~Journal()
{
    {
        const std::lock_guard guard(m_shared->mutex);
        m_shared->journal = nullptr;
    }
    {
        const std::lock_guard guard(m_mutex);
        m_isStopping = true;
    }
    m_wake.notify_all();
    m_thread.join();
}

void Journal::announce()
{
    {
        const std::lock_guard guard(m_mutex);
        m_hasNews = true;
    }
    m_wake.notify_all();
}

void Journal::post(Job job)
{
    {
        const std::lock_guard guard(m_mutex);
        m_jobs.push_back(std::move(job));
    }
    m_wake.notify_all();
}

void Journal::read(Reader reader)
{
    post(std::move(reader));
}

void Journal::run()
{
    const std::unique_ptr<store::Store> store = m_engine.reader();
    if (!store)
        return;
    std::unique_lock lock(m_mutex);
    while (!m_isStopping) {
        if (m_hasNews) {
            m_hasNews = false;
            lock.unlock();
            follow(*store);
            Q_EMIT grown();
            lock.lock();
        }
        while (!m_jobs.empty() && !m_isStopping) {
            const Job job = std::move(m_jobs.front());
            m_jobs.pop_front();
            lock.unlock();
            job(*store);
            lock.lock();
        }
        m_wake.wait(lock, [this] { return m_isStopping || m_hasNews || !m_jobs.empty(); });
        // Pages come faster than eyes: a short rest gathers several of them.
        if (m_hasNews && m_jobs.empty() && !m_isStopping)
            m_wake.wait_for(lock, frame, [this] { return m_isStopping || !m_jobs.empty(); });
    }
}

void Journal::follow(store::Store &store)
{
    std::set<std::uint64_t> ids;
    store.pages(m_lastPage + 1, [&](const store::PageRecord &record) {
        m_lastPage = record.seq;
        ids.clear();
        if (const auto page = store::readPage(record.bytes)) {
            for (const std::string_view fact : page->facts) {
                CborReader reader(fact);
                reader.array();
                const auto info = m_facts.find(std::uint16_t(reader.unsignedInteger()));
                if (info != m_facts.end())
                    idsIn(*info->second, fact, ids);
            }
        }
        for (const std::uint64_t id : ids)
            m_pages[id].push_back(std::uint32_t(record.seq));
        const std::lock_guard guard(m_mutex);
        return !m_isStopping;
    });
}

std::vector<std::uint32_t> Journal::pagesOf(std::uint64_t thing) const
{
    const auto found = m_pages.find(thing);
    return found == m_pages.end() ? std::vector<std::uint32_t>() : found->second;
}

void Journal::visitPage(store::Store &store, std::uint64_t number, const Visit &visit) const
{
    const auto record = store.page(number);
    const auto page = record ? store::readPage(record->bytes) : std::nullopt;
    if (!page)
        return;
    std::size_t index = 0;
    for (const store::PageCommand &command : page->commands) {
        for (std::uint32_t i = 0; i < command.facts && index < page->facts.size(); ++i, ++index) {
            CborReader reader(page->facts[index]);
            reader.array();
            const auto info = m_facts.find(std::uint16_t(reader.unsignedInteger()));
            if (info == m_facts.end())
                continue;
            if (!visit(page->head.firstFact + index, page->head.time, command.actor,
                       *info->second, page->facts[index]))
                return;
        }
    }
}

void Journal::archive(const TableInfo &table, std::uint64_t thing, std::uint64_t after,
                      QObject *asker, Then<std::vector<ArchiveRow>> then)
{
    post([this, &table, thing, after, asker = QPointer(asker), then](store::Store &store) {
        std::vector<ArchiveRow> rows;
        std::set<std::uint64_t> ids;
        const Visit visit = [&](std::uint64_t seq, Time, std::string_view, const FactInfo &info,
                                std::string_view fact) {
            if (info.kind != table.archiveKind || seq <= after)
                return true;
            ids.clear();
            if (thing)
                idsIn(info, fact, ids);
            if (!thing || ids.contains(thing))
                rows.push_back({seq, table.archiveRow(fact, &m_engine.keys())});
            return true;
        };
        if (thing) {
            for (const std::uint32_t page : pagesOf(thing))
                visitPage(store, page, visit);
        } else {
            for (std::uint64_t page = m_lastPage; page > 0 && rows.size() < rowsMax; --page)
                visitPage(store, page, visit);
            std::sort(rows.begin(), rows.end(),
                      [](const ArchiveRow &a, const ArchiveRow &b) { return a.seq < b.seq; });
        }
        answer(asker, then, std::move(rows));
    });
}

namespace {

QVariantMap told(std::uint64_t seq, Time at, std::string_view actor, const FactInfo &info,
                 std::string_view fact, Sealer *keys)
{
    std::string opened;
    Encoder encoder(opened, nullptr);
    if (const auto decoded = info.decode(fact, keys))
        info.encode(encoder, decoded.get());
    CborReader reader(opened);
    QVariantMap fields;
    if (std::uint64_t left = reader.array()) {
        reader.skip();
        for (const FieldInfo &field : info.fields) {
            if (!--left || !reader.isGood())
                break;
            fields.insert(text(field.name), value(*field.type, reader));
        }
    }
    constexpr auto receipt = factKind<superspine::SuperSpine, superspine::Finished>();
    return {{u"seq"_s, double(seq)},          {u"at"_s, double(at.us / 1000)},
            {u"name"_s, text(info.name)},     {u"actor"_s, text(actor)},
            {u"summary"_s, summaryOf(fields)}, {u"receipt"_s, info.kind == receipt}};
}

}  // namespace

void Journal::history(std::uint64_t thing, std::uint64_t after, QObject *asker,
                      Then<QVariantList> then)
{
    post([this, thing, after, asker = QPointer(asker), then](store::Store &store) {
        QVariantList rows;
        std::set<std::uint64_t> ids;
        for (const std::uint32_t page : pagesOf(thing)) {
            visitPage(store, page, [&](std::uint64_t seq, Time at, std::string_view actor,
                                       const FactInfo &info, std::string_view fact) {
                ids.clear();
                idsIn(info, fact, ids);
                if (seq > after && ids.contains(thing))
                    rows.append(told(seq, at, actor, info, fact, &m_engine.keys()));
                return true;
            });
        }
        answer(asker, then, std::move(rows));
    });
}

void Journal::historyOf(const QString &stem, std::uint64_t after, QObject *asker,
                        Then<QVariantList> then)
{
    const std::string prefix = stem.toStdString() + '.';
    post([this, prefix, after, asker = QPointer(asker), then](store::Store &store) {
        std::vector<QVariantMap> found;
        bool isOlder = false;
        for (std::uint64_t page = m_lastPage; page > 0 && found.size() < rowsMax && !isOlder; --page) {
            visitPage(store, page, [&](std::uint64_t seq, Time at, std::string_view actor,
                                       const FactInfo &info, std::string_view fact) {
                isOlder = isOlder || seq <= after;
                if (seq > after && info.name.starts_with(prefix))
                    found.push_back(told(seq, at, actor, info, fact, &m_engine.keys()));
                return true;
            });
        }
        std::sort(found.begin(), found.end(), [](const QVariantMap &a, const QVariantMap &b) {
            return a.value(u"seq"_s).toDouble() < b.value(u"seq"_s).toDouble();
        });
        QVariantList rows;
        for (const QVariantMap &row : found)
            rows.append(row);
        answer(asker, then, std::move(rows));
    });
}

void Journal::blob(std::uint64_t owner, const Digest &digest, QObject *asker,
                   Then<std::optional<QByteArray>> then)
{
    post([this, owner, digest, asker = QPointer(asker), then](store::Store &store) {
        const std::optional<std::string> bytes = m_engine.blob(store, owner, digest);
        std::optional<QByteArray> copy;
        if (bytes)
            copy = QByteArray(bytes->data(), qsizetype(bytes->size()));
        answer(asker, then, std::move(copy));
    });
}

}  // namespace models
