// Old journals are people's lives: one sample of every version of every fact is kept here and must
// decode for ever, and facts of a newer program are kept as they are, their system held read-only.
// DREAM_GOLDEN_WRITE=1 adds files for new facts and new shapes; nothing is ever rewritten.
#include "cast.h"

#include <QCborArray>
#include <QDir>

namespace {

using Kind = kernel::FieldType::Kind;

// "Planned(id,list(choice(Waiting|Ready)))": what the bytes mean, in words.
std::string shapeOf(const kernel::FieldType &type);

std::string shapeOf(const std::vector<kernel::FieldInfo> &fields)
{
    std::string words;
    for (const kernel::FieldInfo &field : fields)
        words += (words.empty() ? "" : ",") + std::string(field.name) + ':' + shapeOf(*field.type);
    return '(' + words + ')';
}

std::string shapeOf(const kernel::FieldType &type)
{
    std::string words(kernel::typeName(type.kind));
    for (std::string_view option : type.options)
        words += '|' + std::string(option);
    if (type.element)
        words += '<' + shapeOf(*type.element) + '>';
    if (type.kind == Kind::Structure)
        words += shapeOf(type.fields);
    return words;
}

// A value of the type that is not its default.
void write(kernel::CborWriter &writer, const kernel::FieldType &type)
{
    switch (type.kind) {
    case Kind::Boolean: writer.boolean(true); break;
    case Kind::Integer: writer.integer(-5); break;
    case Kind::Unsigned: writer.unsignedInteger(7); break;
    case Kind::Points: writer.integer(4200); break;
    case Kind::Instant: writer.integer(1'700'000'000'000'001); break;
    case Kind::Span: writer.integer(250'000); break;
    case Kind::Identity: writer.unsignedInteger(0xabcdef000000002a); break;
    case Kind::Money: writer.amount({kernel::Int128(10'000'000'000'000'000'000ull) * 1'000'000}); break;
    case Kind::Hash: writer.bytes(std::string(32, '\x5a')); break;
    case Kind::Choice: writer.unsignedInteger(type.options.size() - 1); break;
    case Kind::Optional: write(writer, *type.element); break;
    case Kind::Figures:
        writer.map(1);
        writer.text("words");
        writer.integer(-1);
        break;
    case Kind::List:
        writer.array(2);
        write(writer, *type.element);
        write(writer, *type.element);
        break;
    case Kind::Structure:
        writer.array(type.fields.size());
        for (const kernel::FieldInfo &field : type.fields)
            write(writer, *field.type);
        break;
    default: writer.text("gr\xc3\xbc\xc3\x9f dich"); break;
    }
}

std::string sampleOf(const kernel::FactInfo &fact)
{
    std::string bytes;
    kernel::CborWriter writer(bytes);
    writer.array(fact.fields.size() + 1);
    writer.unsignedInteger(fact.kind);
    for (const kernel::FieldInfo &field : fact.fields)
        write(writer, *field.type);
    return bytes;
}

std::string again(const kernel::FactInfo &info, const std::string &bytes)
{
    const auto fact = info.decode(bytes, nullptr);
    std::string written;
    kernel::Encoder encoder(written, nullptr);
    if (fact)
        info.encode(encoder, fact.get());
    return written;
}

// Everything the old sample said is still said, first and in the same order.
bool isPrefix(const QCborValue &old, const QCborValue &now)
{
    if (!old.isArray())
        return old == now;
    const QCborArray a = old.toArray(), b = now.toArray();
    if (!now.isArray() || a.size() > b.size())
        return false;
    for (qsizetype i = 0; i < a.size(); ++i)
        if (!isPrefix(a.at(i), b.at(i)))
            return false;
    return true;
}

QCborValue read(const std::string &bytes)
{
    return QCborValue::fromCbor(QByteArray::fromStdString(bytes));
}

struct Sample {
    std::string shape, bytes;
};

QString fileOf(const kernel::FactInfo &fact, int version)
{
    return QStringLiteral(DREAM_SOURCE_DIR "/tests/golden/facts/%1.%2.cbor.hex")
        .arg(QString::fromStdString(fact.name))
        .arg(version);
}

// All versions on file, oldest first: a line with the shape, a line with the bytes.
std::vector<Sample> samplesOf(const kernel::FactInfo &fact)
{
    std::vector<Sample> samples;
    for (int version = 1;; ++version) {
        QFile file(fileOf(fact, version));
        if (!file.open(QIODevice::ReadOnly))
            return samples;
        const QList<QByteArray> lines = file.readAll().split('\n');
        samples.push_back({lines.value(0).toStdString(), QByteArray::fromHex(lines.value(1)).toStdString()});
    }
}

bool add(const kernel::FactInfo &fact, int version, const Sample &sample)
{
    QDir().mkpath(QStringLiteral(DREAM_SOURCE_DIR "/tests/golden/facts"));
    QFile file(fileOf(fact, version));
    const QByteArray text = QByteArray::fromStdString(sample.shape) + '\n'
                            + QByteArray::fromStdString(sample.bytes).toHex() + '\n';
    return !file.exists() && file.open(QIODevice::WriteOnly) && file.write(text) == text.size();
}

}  // namespace

class TestGolden : public QObject {
    Q_OBJECT

private slots:
    void everyFactHasItsSample_data() { facts(); }
    void everyFactHasItsSample();
    void everySampleDecodesForEver_data() { facts(); }
    void everySampleDecodesForEver();
    void noFactDisappears();
    void longerFactsOfNewerPrograms_data() { facts(); }
    void longerFactsOfNewerPrograms();
    void unknownFactsAreKept();
    void unknownChoiceIsKept();

private:
    void facts();
    static const kernel::FactInfo &fact();
};

void TestGolden::facts()
{
    QTest::addColumn<int>("kind");
    for (const kernel::SystemInfo *system : organism::systems())
        for (const kernel::FactInfo &fact : system->facts)
            QTest::newRow(fact.name.c_str()) << int(fact.kind);
}

const kernel::FactInfo &TestGolden::fact()
{
    QFETCH(int, kind);
    for (const kernel::SystemInfo *system : organism::systems())
        if (system->number == kind >> 8)
            return system->facts.at(std::size_t(kind & 0xff));
    qFatal("no such fact");
}

void TestGolden::everyFactHasItsSample()
{
    const kernel::FactInfo &info = fact();
    const Sample now{shapeOf(info.fields), sampleOf(info)};
    std::vector<Sample> known = samplesOf(info);
    if ((known.empty() || known.back().shape != now.shape) && qEnvironmentVariableIsSet("DREAM_GOLDEN_WRITE")) {
        QVERIFY(add(info, int(known.size()) + 1, now));
        known = samplesOf(info);
    }
    QVERIFY2(!known.empty(), "new fact: run once with DREAM_GOLDEN_WRITE=1 and commit the file");
    QVERIFY2(known.back().shape == now.shape, "new shape: run once with DREAM_GOLDEN_WRITE=1 and commit the file");
    QVERIFY2(known.back().bytes == now.bytes, "the same shape is written differently now");
    QCOMPARE(again(info, now.bytes), now.bytes);
}

void TestGolden::everySampleDecodesForEver()
{
    const kernel::FactInfo &info = fact();
    for (const Sample &sample : samplesOf(info)) {
        const std::string written = again(info, sample.bytes);
        QVERIFY2(!written.empty(), "an old fact does not decode any more");
        QVERIFY2(isPrefix(read(sample.bytes), read(written)), "an old fact means something else now");
    }
}

// A sample whose fact is gone or renamed: its journal could not be read.
void TestGolden::noFactDisappears()
{
    const QDir folder(QStringLiteral(DREAM_SOURCE_DIR "/tests/golden/facts"));
    int found = 0;
    for (const QString &file : folder.entryList({QStringLiteral("*.cbor.hex")})) {
        QFile sample(folder.filePath(file));
        QVERIFY(sample.open(QIODevice::ReadOnly));
        const QByteArray bytes = QByteArray::fromHex(sample.readAll().split('\n').value(1));
        const auto kind = std::uint16_t(QCborValue::fromCbor(bytes).toArray().at(0).toInteger());
        Story story;
        const kernel::FactInfo *info = story.core().fact(kind);
        const QString name = file.section(u'.', 0, 1);
        QVERIFY2(info && QString::fromStdString(info->name) == name, qPrintable(file));
        ++found;
    }
    QVERIFY(found >= 60);
}

// Fields added by a newer program are skipped, and the fact still counts.
void TestGolden::longerFactsOfNewerPrograms()
{
    const kernel::FactInfo &info = fact();
    std::string longer = sampleOf(info);
    QVERIFY(static_cast<unsigned char>(longer[0]) < 0x97);  // the head holds one field more
    ++longer[0];
    longer += "\x82\x01\x64more";
    QCOMPARE(again(info, longer), sampleOf(info));
}

void TestGolden::unknownFactsAreKept()
{
    Story story;
    const std::uint64_t id = story.given(starbridge::Subscribe{"a", "dreams.*", false, {}}).ids.at(0);
    std::string unknown;
    kernel::CborWriter writer(unknown);
    writer.array(2);
    writer.unsignedInteger(starbridge::StarBridge::number << 8 | 200);
    writer.text("from the future");
    story.givenFact(unknown);
    const auto page = story.store().lastPage();
    const auto check = [&] {
        QVERIFY(story.core().isReadOnly(starbridge::StarBridge::number));
        story.when(starbridge::Unsubscribe{{id}}).thenRefused("dreamnetos.readOnly");
        QVERIFY(!story.core().isReadOnly(dreams::Dreams::number));
    };
    check();
    QVERIFY(story.core().snapshots().empty());  // half a state is not written down as a whole one
    cast::dream(story, "others go on");
    story.restart();
    check();
    const auto still = story.store().page(page->seq);
    QVERIFY(still->bytes == page->bytes && still->hash == page->hash);
    QVERIFY(store::pageHash(*store::readPage(still->bytes)) == page->hash);
    QVERIFY(still->bytes.find("from the future") != std::string::npos);
}

void TestGolden::unknownChoiceIsKept()
{
    Story story;
    std::string newer;
    kernel::CborWriter writer(newer);
    writer.array(4);
    writer.unsignedInteger(kernel::factKind<audittrail::AuditTrail, audittrail::Judged>());
    writer.unsignedInteger(1);
    writer.unsignedInteger(99);
    writer.unsignedInteger(1);
    story.givenFact(newer);
    QVERIFY(story.core().isReadOnly(audittrail::AuditTrail::number));
    story.when(audittrail::DropWitness{{1}}).thenRefused("dreamnetos.readOnly");
}

QTEST_APPLESS_MAIN(TestGolden)
#include "tst_golden.moc"
