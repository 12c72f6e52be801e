// Every page in every variant: theme, size of the window, size of the text, language, and a profile
// that is empty or full, changed live in one window; every tab and view of the page is opened too.
// Each is judged by Inspection. Everyday runs take a set in which each pair of variants meets; with
// DREAM_LONG all of them. DREAM_SHOTS=FOLDER keeps every picture and one contact sheet a page.
#include "gallery.h"
#include "inspection.h"
#include "variants.h"
#include "window.h"

#include "desk/choices.h"
#include "desk/tongue.h"
#include "journal.h"
#include "rows.h"
#include "scene/fonts.h"

#include <QElapsedTimer>
#include <QFile>
#include <QGuiApplication>
#include <QJSValue>
#include <QQmlContext>
#include <QQmlExpression>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QXmlStreamReader>

using namespace Qt::StringLiterals;
using namespace testwindow;
using models::Bridge;

namespace {

const QStringList profiles{u"empty"_s, u"full"_s};
const QStringList languages{u"en"_s, u"de"_s, u"pseudo"_s, u"pseudo-rtl"_s};
const QList<QSize> sizes{{1440, 900}, {1024, 600}};
const QList<int> percents{100, 200};
const QStringList looks{u"dark"_s, u"light"_s};
// What the window opens over any page.
const QStringList floating{u"look"_s, u"keys"_s, u"jobs"_s, u"notices"_s, u"palette"_s};

QString nameOfVariant(const Variant &v)
{
    return u"%1 %2x%3 %4 %5 %6"_s.arg(looks[v[Look]])
        .arg(sizes[v[Size]].width())
        .arg(sizes[v[Size]].height())
        .arg(percents[v[Percent]])
        .arg(languages[v[Language]], profiles[v[Profile]]);
}

Variant counts(int places)
{
    return {int(profiles.size()), int(languages.size()), int(sizes.size()),
            int(percents.size()), int(looks.size()),     places};
}

// Every text the window can say without a value in it, in both languages.
QSet<QString> labels()
{
    QSet<QString> texts;
    QFile file(QStringLiteral(DREAM_SOURCE_DIR "/resources/translations/dreamscope_de.ts"));
    if (!file.open(QIODevice::ReadOnly))
        return texts;
    QXmlStreamReader xml(&file);
    while (!xml.atEnd()) {
        if (xml.readNext() != QXmlStreamReader::StartElement)
            continue;
        if (xml.name() == "source"_L1 || xml.name() == "translation"_L1) {
            const QString text = xml.readElementText(QXmlStreamReader::SkipChildElements);
            if (!text.isEmpty() && !text.contains(u'%'))
                texts.insert(text);
        }
    }
    return texts;
}

}  // namespace

class tst_Matrix : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase();
    void walk();
    void page_data();
    void page();

private:
    bool change(const Variant &variant, const Variant &before);
    bool openProfile(bool isFull);
    void fill();
    void calm();
    void visit(const Variant &variant);
    void judge(const Variant &variant, const QString &place);
    QList<QPair<QString, QString>> views() const;
    QQuickItem *firstOfAList() const;
    bool pressAs(QQuickItem *item);
    QVariant ask(const QString &expression);

    QTemporaryDir m_empty, m_full, m_texts;
    QStringList m_places;
    QSet<QString> m_labels;
    std::unique_ptr<Tongue> m_tongue;
    std::unique_ptr<QQmlApplicationEngine> m_engine;
    QQuickWindow *m_window = nullptr;
    std::unique_ptr<Gallery> m_gallery;
    QMap<QString, QMap<QString, QStringList>> m_found;  // place, finding, variants
    int m_pictures = 0, m_judged = 0;
};

void tst_Matrix::initTestCase()
{
    QStandardPaths::setTestModeEnabled(true);
    QQuickStyle::setStyle(u"Basic"_s);
    QFont font(fonts::family());
    font.setPixelSize(13);
    font.setHintingPreference(QFont::PreferNoHinting);
    QGuiApplication::setFont(font);
    qInstallMessageHandler(collect);
    m_places = places();
    for (const QString &one : floating)
        m_places.append(u"Over "_s + one);
    m_labels = labels();
    QVERIFY(m_labels.size() > 600);
    m_tongue = std::make_unique<Tongue>();
    m_gallery = std::make_unique<Gallery>(qEnvironmentVariable("DREAM_SHOTS"));
}

void tst_Matrix::cleanupTestCase()
{
    m_engine.reset();
    Bridge::instance().close();
    qInstallMessageHandler(nullptr);
}

// Until nothing is read and nothing is painted any more; a picture that moves has its limit.
void tst_Matrix::calm()
{
    QElapsedTimer sinceFrame, sinceStart;
    sinceFrame.start();
    sinceStart.start();
    const auto frames = connect(m_window, &QQuickWindow::frameSwapped, this,
                                [&sinceFrame] { sinceFrame.restart(); });
    while (sinceStart.elapsed() < 2500) {
        QTest::qWait(10);
        const models::Journal *journal = Bridge::instance().journal();
        if (journal && journal->isIdle() && sinceFrame.elapsed() > 60)
            break;
    }
    disconnect(frames);
}

QVariant tst_Matrix::ask(const QString &expression)
{
    return QQmlExpression(qmlContext(m_window), m_window, expression).evaluate();
}

// Dreams in two languages, a title longer than any list, words nobody can break, and hardly a text.
void tst_Matrix::fill()
{
    QStringList paths;
    for (const QString &folder : {u":/samples/en"_s, u":/samples/de"_s}) {
        const QFileInfoList samples = QDir(folder).entryInfoList({u"*.md"_s});
        for (const QFileInfo &sample : samples) {
            paths.append(m_texts.filePath(folder.right(2) + u'-' + sample.fileName()));
            QVERIFY(QFile::copy(sample.filePath(), paths.constLast()));
        }
    }
    const QList<QByteArray> odd{
        "# " + QByteArray("A title that goes on and on, ").repeated(6) + "\n\nWith a short text.",
        "# Donaudampfschifffahrtselektrizitaetenhauptbetriebswerkbauunterbeamtengesellschaft\n\n"
            + QByteArray("unbreakable").repeated(20),
        "one", "Budget\n\n| Post | Betrag |\n|---|---:|\n| Miete | 1.200 |\n| Strom | 85 |\n"};
    for (const QByteArray &text : odd) {
        paths.append(m_texts.filePath(u"odd-%1.md"_s.arg(paths.size())));
        QFile file(paths.constLast());
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(text);
    }
    QObject *engine =
        m_engine->singletonInstance<QObject *>(qmlTypeId("DreamScope.Models", 1, 0, "Engine"));
    QVERIFY(QMetaObject::invokeMethod(engine, "importPaths", Q_ARG(QStringList, paths),
                                      Q_ARG(QJSValue, QJSValue())));
    for (const QString &payee : {u"ben"_s, u"a-payee-whose-name-goes-on-"_s.repeated(3)}) {
        const QVariantMap asked{
            {u"command"_s, u"tokens.pay"_s},
            {u"arguments"_s,
             u"{\"to\":\"%1\",\"token\":\"dream\",\"amount\":\"1250\"}"_s.arg(payee)},
            {u"reason"_s, u"Rain barrels and a pump for the garden on the roof"_s},
            {u"risk"_s, payee == "ben"_L1 ? u"yellow"_s : u"red"_s}};
        QVERIFY(QMetaObject::invokeMethod(engine, "send", Q_ARG(QString, u"operator.request"_s),
                                          Q_ARG(QVariantMap, asked), Q_ARG(QJSValue, QJSValue())));
    }
    Rows worked;
    worked.setOf(u"dreams.dreams"_s);
    worked.setWhere({{u"state"_s, QStringList{u"understood"_s, u"failed"_s}}});
    worked.componentComplete();
    QTRY_COMPARE_WITH_TIMEOUT(worked.count(), int(paths.size()), 120'000);
    QTRY_COMPARE_WITH_TIMEOUT(
        engine->property("running").toInt() + engine->property("queued").toInt(), 0, 60'000);
    QTest::qWait(1200);
}

bool tst_Matrix::openProfile(bool isFull)
{
    m_engine.reset();
    if (!open((isFull ? m_full : m_empty).path(), false))
        return false;
    m_window = load(m_engine, u"Dreams"_s, sizes[0]);
    if (m_window && isFull)
        fill();
    return m_window && !QTest::currentTestFailed();
}

// Live, in the window that stands.
bool tst_Matrix::change(const Variant &now, const Variant &before)
{
    Choices &choices = Choices::instance();
    choices.overrideForThisRun(u"look/reduceMotion"_s, true);
    if (now[Profile] != before[Profile] && !openProfile(now[Profile] == 1))
        return false;
    choices.overrideForThisRun(u"language"_s, languages[now[Language]]);
    choices.overrideForThisRun(u"look/textPercent"_s, percents[now[Percent]]);
    choices.overrideForThisRun(u"look/theme"_s, looks[now[Look]]);
    m_window->resize(sizes[now[Size]]);
    return true;
}

// The tabs, views, sections and steps that the page itself offers: what to press, and its name.
QList<QPair<QString, QString>> tst_Matrix::views() const
{
    QList<QPair<QString, QString>> found;
    QList<QQuickItem *> left{m_window->contentItem()};
    const bool isSettings = m_window->property("place") == u"Settings"_s;
    while (!left.isEmpty()) {
        QQuickItem *at = left.takeFirst();
        if (!at->isVisible())
            continue;
        const QString name = at->objectName();
        if (name.startsWith("tab."_L1) || name.startsWith("section."_L1)
            || name.startsWith("chapter."_L1) || (name.startsWith("segment."_L1) && !isSettings))
            found.append({name, name.section(u'.', 1)});
        left.append(at->childItems());
    }
    return found;
}

// The first row that a list or a table of the page offers, to be opened by a press.
QQuickItem *tst_Matrix::firstOfAList() const
{
    auto *page = m_window->property("page").value<QQuickItem *>();
    QList<QQuickItem *> left{page};
    while (page && !left.isEmpty()) {
        QQuickItem *at = left.takeFirst();
        if (!at->isVisible())
            continue;
        const QAccessibleInterface *face = QAccessible::queryAccessibleInterface(at);
        const bool isRow =
            face && (face->role() == QAccessible::ListItem || face->role() == QAccessible::Row);
        if (isRow && !at->objectName().contains(u'.'))
            return at;
        left.append(at->childItems());
    }
    return nullptr;
}

bool tst_Matrix::pressAs(QQuickItem *item)
{
    press(item);
    return !QTest::currentTestFailed();
}

void tst_Matrix::judge(const Variant &variant, const QString &place)
{
    calm();
    const QImage picture = m_window->grabWindow().convertToFormat(QImage::Format_RGB32);
    ++m_pictures;
    const QString name = nameOfVariant(variant);
    m_gallery->keep(place, name, picture);
    QMap<QString, QStringList> &found = m_found[place.section(u'/', 0, 0)];
    // The smallest room of all, with the longest words and the largest letters, may cut labels.
    const bool isExtreme = languages[variant[Language]] == u"pseudo"_s && variant[Percent] == 1;
    Inspection inspection(m_window, picture,
                          {percents[variant[Percent]] / 100.0, !isExtreme, m_labels});
    const QStringList findings = inspection.findings();
    m_judged += inspection.judged();
    const QString where = place.contains(u'/') ? place.section(u'/', 1) + u": "_s : QString();
    for (const QString &finding : findings)
        found[finding].append(where + name);
    for (const QString &warning : std::as_const(warnings))
        found[u"warning: "_s + warning].append(where + name);
    warnings.clear();
    if (picture.size() != sizes[variant[Size]])
        found[u"the picture has another size"_s].append(where + name);
}

void tst_Matrix::visit(const Variant &variant)
{
    const QString place = m_places[variant[Place]];
    const bool isFloating = place.startsWith("Over "_L1);
    ask(u"window.go('%1', '')"_s.arg(isFloating ? u"Dreams"_s : place));
    calm();
    if (isFloating)
        ask(u"window.run('%1')"_s.arg(place.section(u' ', 1)));
    judge(variant, place);
    if (isFloating) {
        QTest::keyClick(m_window, Qt::Key_Escape);
        calm();
        return;
    }
    const QStringList steps =
        ask(u"(window.page.steps ?? []).map(s => s.name).join(' ')"_s).toString().split(u' ');
    for (const QString &step : steps) {
        if (step.isEmpty())
            continue;
        ask(u"window.go('%1', '%2')"_s.arg(place, step));
        judge(variant, place + u'/' + step);
    }
    if (QQuickItem *first = firstOfAList(); first && pressAs(first)) {
        judge(variant, place + u"/opened"_s);
        for (const QString &name : {u"openInspector"_s, u"showInspector"_s}) {
            QQuickItem *inspector = find(m_window->contentItem(), name);
            if (inspector && inspector->isEnabled() && pressAs(inspector))
                judge(variant, place + u"/inspector"_s);
        }
        QTest::keyClick(m_window, Qt::Key_Escape);
        ask(u"window.go('Pulse', '')"_s);
        ask(u"window.go('%1', '')"_s.arg(place));
        calm();
    }
    QStringList pressed;
    for (const auto &[item, word] : views()) {
        QQuickItem *view = find(m_window->contentItem(), item);
        if (!view || pressed.contains(item))
            continue;
        pressed.append(item);
        press(view);
        judge(variant, place + u'/' + word);
    }
}

void tst_Matrix::walk()
{
    const bool isAll = qEnvironmentVariableIsSet("DREAM_LONG");
    const QList<Variant> all = allVariants(counts(int(m_places.size())));
    const QList<Variant> chosen = isAll ? all : coveringVariants(all);
    QElapsedTimer clock;
    clock.start();
    Variant before;
    before.fill(-1);
    for (const Variant &variant : chosen) {
        QVERIFY(change(variant, before));
        visit(variant);
        before = variant;
    }
    printf("%d pictures of %d variants (of %d), %d texts and controls judged, %.0f s\n", m_pictures,
           int(chosen.size()), int(all.size()), m_judged, double(clock.elapsed()) / 1000);
    QVERIFY(m_judged > m_pictures * 10);
    if (m_gallery->isKept())
        QCOMPARE(m_gallery->writeSheets(), int(m_places.size()));
}

void tst_Matrix::page_data()
{
    QTest::addColumn<QString>("place");
    for (const QString &place : std::as_const(m_places))
        QTest::newRow(qPrintable(place)) << place;
}

void tst_Matrix::page()
{
    QFETCH(QString, place);
    QVERIFY(m_found.contains(place));
    const QMap<QString, QStringList> found = m_found.value(place);
    for (auto one = found.begin(); one != found.end(); ++one)
        printf("not ok %s: %s\n       in %d, as %s\n", qPrintable(place), qPrintable(one.key()),
               int(one->size()), qPrintable(one->first()));
    fflush(stdout);
    QVERIFY2(found.isEmpty(), qPrintable(u"%1 findings, above"_s.arg(found.size())));
}

QTEST_MAIN(tst_Matrix)
#include "tst_matrix.moc"
