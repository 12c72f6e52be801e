// FLBY is hidden at every door, one test each, and yet provable to its holder.
#include "ledgerprofile.h"

#ifndef Q_MOC_RUN
#    include "hands/books.h"
#    include "loop/bundle.h"
#    include "loop/bundleform.h"
#    include "loop/edge.h"
#    include "loop/history.h"
#    include "loop/replica.h"
#    include "organism.h"
#endif

#include <QDirIterator>
#include <QFile>

using namespace tokens;

class TestTokensHidden : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void rows();
    void pastRows();
    void liveRows();
    void history();
    void search();
    void exports();
    void books();
    void audit();
    void agentInputs();
    void commands();
    void provable();
    void onlyTheHolder();

private:
    std::vector<std::string> hiddenFacts();
    // Whether the text gives away an account, an amount or a fact of the hidden token.
    bool tells(const std::string &text);

    std::unique_ptr<LedgerProfile> m_profile;
    std::vector<std::string> m_hidden;  // bytes of every hidden fact in the journal
};

void TestTokensHidden::initTestCase()
{
    crypto::init();
    m_profile = std::make_unique<LedgerProfile>();
    m_profile->fill();
    m_hidden = hiddenFacts();
    QVERIFY(m_hidden.size() >= 6);
    // The journal's own tip, which exports need.
    m_profile->start();
}

std::vector<std::string> TestTokensHidden::hiddenFacts()
{
    std::vector<std::string> facts;
    m_profile->look([&](loop::Core &core, store::Store &store) {
        store.pages(1, [&](const store::PageRecord &record) {
            const auto page = store::readPage(record.bytes);
            for (std::string_view bytes : page->facts) {
                CborReader reader(bytes);
                reader.array();
                if (core.fact(static_cast<std::uint16_t>(reader.unsignedInteger()))->isHeldBy)
                    facts.emplace_back(bytes);
            }
            return true;
        });
    });
    return facts;
}

bool TestTokensHidden::tells(const std::string &text)
{
    for (const Id<Account> id : {m_profile->flbyOwn, m_profile->flbyBen})
        if (text.find(idText(id.value)) != std::string::npos)
            return true;
    if (text.find("0.123456789") != std::string::npos)
        return true;
    for (const std::string &fact : m_hidden) {
        // A part of it that is its own: both ids of accounts stand in it, nine bytes each.
        if (text.find(fact) != std::string::npos)
            return true;
        const std::string hex = QByteArray::fromStdString(fact).toHex().toStdString();
        if (text.find(hex) != std::string::npos)
            return true;
    }
    return false;
}

void TestTokensHidden::rows()
{
    m_profile->look([&](loop::Core &core, store::Store &store) {
        int seen = 0;
        for (const kernel::SystemInfo *system : core.systems()) {
            for (const kernel::TableInfo &table : system->tables) {
                std::string all;
                const void *state = core.state(system->number);
                if (table.archiveKind) {
                    for (const loop::ArchiveRow &row :
                         loop::archiveRows(core, store, nullptr, table, 0))
                        all += boost::json::serialize(loop::toJson(table.fields, row.cbor));
                } else {
                    for (std::uint64_t key : table.keys(state, 0, SIZE_MAX))
                        all += boost::json::serialize(
                            loop::toJson(table.fields, table.row(state, key)));
                    QVERIFY(!table.heldRows || table.size(state) == 0);
                    QVERIFY(!table.heldRows || table.row(state, m_profile->flbyOwn.value).empty());
                }
                QVERIFY2(!tells(all), table.name.c_str());
                seen += !all.empty();
            }
        }
        QVERIFY(seen > 3);
    });
}

void TestTokensHidden::pastRows()
{
    std::string error;
    const auto replica = loop::Replica::open(m_profile->folder.path().toStdString(), error);
    QVERIFY2(replica, error.c_str());
    QCOMPARE(replica->show(replica->find({loop::Goal::Fact, 1'000'000}),
                           [](std::uint64_t) { return true; }),
             std::string());
    std::string all;
    for (const kernel::TableInfo &table : info().tables)
        for (const auto &[key, row] : replica->rows(table))
            all += boost::json::serialize(loop::toJson(table.fields, row));
    QVERIFY(all.find("issuing") != std::string::npos);
    QVERIFY(!tells(all));
}

void TestTokensHidden::liveRows()
{
    std::string all;
    std::mutex mutex;
    const auto watch = [&](const std::string &table) {
        return m_profile->engine().watch(table, [&](const loop::RowsChanged &changed) {
            const std::lock_guard lock(mutex);
            for (const auto &[key, row] : changed.rows)
                all += idText(key) + row;
        });
    };
    const int numbers[] = {watch("tokens.accounts"), watch("tokens.holds"),
                           watch("tokens.hiddenAccounts"), watch("tokens.hiddenHolds")};
    QVERIFY(m_profile
                ->ask(Book{{m_profile->transfer(31, m_profile->flbyOwn, m_profile->flbyBen,
                                                1'000'000'000)}})
                .isDone);
    QTest::qWait(60);
    for (const int number : numbers)
        m_profile->engine().unwatch(number);
    QVERIFY(!all.empty());
    QVERIFY(!tells(all));
}

void TestTokensHidden::history()
{
    m_profile->look([&](loop::Core &core, store::Store &store) {
        QVERIFY(loop::history(core, store, nullptr, m_profile->flbyOwn.value).empty());
        QVERIFY(loop::history(core, store, &m_profile->body().indexer(), m_profile->flbyOwn.value)
                    .empty());
        const Account *open = account(core.stateOf<Tokens>(), "owner", wallet, Token::Dream);
        QVERIFY(!loop::history(core, store, nullptr, open->id.value).empty());
        std::string all;
        loop::visitBack(core, store, nullptr, 0, UINT64_MAX, [&](const loop::FactAt &at) {
            all += at.bytes;
            return true;
        });
        loop::visitFacts(core, store, 1, [&](const loop::FactAt &at) {
            all += at.bytes;
            return true;
        });
        QVERIFY(!all.empty());
        QVERIFY(!tells(all));
    });
}

// The search cache is a file; nothing of hidden facts is in it but their numbers.
void TestTokensHidden::search()
{
    std::vector<store::SearchFound> found;
    for (const char *words : {"FLBY", "0.123456789", "flby"}) {
        m_profile->body().indexer().search(words, {}, found);
        QVERIFY(found.empty());
    }
}

void TestTokensHidden::exports()
{
    m_profile->look([&](loop::Core &core, store::Store &store) {
        std::string error;
        const std::string journal = loop::exportJournal(core, store, error);
        QCOMPARE(error, std::string());
        QVERIFY(!tells(journal));
        const loop::Verdict verdict = loop::verifyExport(journal, {});
        QVERIFY2(verdict.isGood(), verdict.isGood() ? "" : verdict.findings[0].what.c_str());
        QVERIFY(verdict.facts > 10);
        // Withheld is not unproved: a changed leaf is found.
        for (std::size_t at = journal.size() / 3; at < journal.size(); at += 97) {
            std::string changed = journal;
            changed[at] = static_cast<char>(changed[at] ^ 4);
            QVERIFY(!loop::verifyExport(changed, {}).isGood());
        }
        const std::string all = loop::exportFacts(
            core, store, [](const loop::FactAt &) { return true; }, error);
        QVERIFY(!all.empty() && !tells(all));
    });
}

void TestTokensHidden::books()
{
    m_profile->look([&](loop::Core &core, store::Store &store) {
        std::string error;
        const hands::Books books = hands::readBooks(core, store, "", error);
        for (const auto format : {hands::BooksFormat::Hledger, hands::BooksFormat::Beancount,
                                  hands::BooksFormat::Csv}) {
            const std::string text = hands::booksText(books, format);
            QVERIFY(text.find("DREAM") != std::string::npos);
            QVERIFY(text.find("FLBY") == std::string::npos && !tells(text));
        }
    });
}

// What the audit trail and the offline verifier say.
void TestTokensHidden::audit()
{
    const loop::Verdict verdict = loop::verifyProfile(m_profile->folder.path().toStdString(), {});
    QVERIFY(verdict.isGood());
    std::string all;
    for (const std::string &note : verdict.notes)
        all += note;
    m_profile->look([&](loop::Core &core, store::Store &store) {
        const kernel::SystemInfo *trail = organism::system("audittrail");
        for (const kernel::TableInfo &table : trail->tables)
            for (std::uint64_t key : table.keys(core.state(trail->number), 0, SIZE_MAX))
                all += boost::json::serialize(
                    loop::toJson(table.fields, table.row(core.state(trail->number), key)));
        std::string error;
        const hands::BooksVerdict books = hands::verifyBooks(hands::balancesOf(core), store, error);
        QVERIFY2(books.isGood(), books.isGood() ? "" : books.findings[0].c_str());
        for (const std::string &check : books.checks)
            all += check;
    });
    QVERIFY(!tells(all));
}

// Agents read dreams and artefacts, through the same doors; nobody below opens the one for holders.
void TestTokensHidden::agentInputs()
{
    const QStringList holdersDoors{QStringLiteral("showTo("), QStringLiteral("heldRows")};
    QStringList users;
    QDirIterator files(QStringLiteral(DREAM_SOURCE_DIR "/engine"), {QStringLiteral("*.cpp")},
                       QDir::Files, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        QFile file(files.next());
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QString text = QString::fromUtf8(file.readAll());
        for (const QString &door : holdersDoors)
            if (text.contains(door))
                users << file.fileName().section(QStringLiteral("/engine/"), 1);
    }
    users.removeDuplicates();
    users.sort();
    // The last two only to leave hidden tables out.
    QCOMPARE(users, (QStringList{QStringLiteral("hands/books.cpp"),
                                 QStringLiteral("loop/bundle.cpp"), QStringLiteral("loop/edge.cpp"),
                                 QStringLiteral("loop/enginewatch.cpp")}));
}

// A refused or parked command says nothing of what it was about.
void TestTokensHidden::commands()
{
    const Answer answer = m_profile->ask(
        Book{{m_profile->transfer(99, m_profile->flbyOwn, m_profile->flbyBen, 900 * unit)}});
    QCOMPARE(answer.refusal.code, std::string("tokens.overdrawn"));
    std::string words;
    for (const auto &[name, value] : answer.refusal.arguments)
        words += name + value;
    QVERIFY(!tells(words));
    Vitals vitals;
    m_profile->look(
        [&](loop::Core &core, store::Store &) { Tokens::vitals(core.stateOf<Tokens>(), vitals); });
    for (const Vital &vital : vitals)
        QVERIFY(vital.name.find("idden") == std::string_view::npos);
}

void TestTokensHidden::provable()
{
    std::string bundle, error;
    m_profile->look([&](loop::Core &core, store::Store &store) {
        bundle = loop::exportHidden(core, store, "owner", error);
    });
    QCOMPARE(error, std::string());
    const loop::Verdict verdict = loop::verifyExport(bundle, {});
    QVERIFY2(verdict.isGood(), verdict.isGood() ? "" : verdict.findings[0].what.c_str());
    const auto shown = loop::readBundle(bundle, error);
    QVERIFY(shown);
    int moves = 0;
    for (const loop::BundlePage &page : shown->pages)
        for (const loop::BundleFact &fact : page.facts) {
            CborReader reader(fact.bytes);
            reader.array();
            const std::uint64_t kind = reader.unsignedInteger();
            QVERIFY(kind == (factKind<Tokens, HiddenMoved>())
                    || kind == (factKind<Tokens, HiddenOpened>()));
            moves += kind == factKind<Tokens, HiddenMoved>();
        }
    QVERIFY(moves >= 2);
    m_profile->look([&](loop::Core &core, store::Store &) {
        for (const kernel::TableInfo &table : info().tables)
            if (table.name == "tokens.hiddenAccounts")
                QCOMPARE(table.heldRows(core.state(Tokens::number), "owner").size(),
                         std::size_t(1));
    });
}

void TestTokensHidden::onlyTheHolder()
{
    std::string bundle, error;
    m_profile->look([&](loop::Core &core, store::Store &store) {
        bundle = loop::exportHidden(core, store, "ben", error);
    });
    // Ben sees what he was given, not what the owner got.
    QVERIFY(loop::verifyExport(bundle, {}).isGood());
    for (const std::string &fact : m_hidden) {
        HiddenMoved moved;
        Decoder decoder(fact, nullptr);
        CborReader reader(fact);
        reader.array();
        if (reader.unsignedInteger() != factKind<Tokens, HiddenMoved>())
            continue;
        decoder.structure(moved, true);
        const bool isThere =
            bundle.find(QByteArray::fromStdString(fact).toHex().toStdString()) != std::string::npos;
        QCOMPARE(isThere, moved.payer == "ben" || moved.payee == "ben");
    }
    m_profile->look([&](loop::Core &core, store::Store &store) {
        QVERIFY(loop::exportHidden(core, store, "nobody", error).empty());
        QVERIFY(!error.empty());
    });
}

QTEST_GUILESS_MAIN(TestTokensHidden)
#include "tst_tokenshidden.moc"
