// Every text of the window in every language: German is complete and keeps its placeholders, English
// has its plural forms, the language changes while the window stands, and a pseudo-language that is
// 40 percent longer loads every page without a warning and without a text cut off at 1024x600.
#include "window.h"

#include "desk/choices.h"
#include "desk/guide.h"
#include "desk/tongue.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QQmlContext>
#include <QQmlExpression>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QXmlStreamReader>

using namespace Qt::StringLiterals;
using namespace testwindow;
using models::Bridge;

namespace {

struct Message {
    QString source;
    QStringList translations;  // several: plural forms
    bool isPlural = false, isFinished = true;
};

Message readMessage(QXmlStreamReader &xml, const QString &context, QString &key)
{
    Message message;
    QString comment;
    message.isPlural = xml.attributes().value("numerus"_L1) == "yes"_L1;
    while (xml.readNextStartElement()) {
        if (xml.name() == "source"_L1) {
            message.source = xml.readElementText();
        } else if (xml.name() == "comment"_L1) {
            comment = xml.readElementText();
        } else if (xml.name() == "translation"_L1) {
            message.isFinished = !xml.attributes().hasAttribute("type"_L1);
            if (!message.isPlural)
                message.translations.append(xml.readElementText());
            else
                while (xml.readNextStartElement())
                    message.translations.append(xml.readElementText());
        } else {
            xml.skipCurrentElement();
        }
    }
    key =
        context + u" | "_s + message.source + (comment.isEmpty() ? QString() : u" | "_s + comment);
    return message;
}

QMap<QString, Message> readTexts(const QString &path)
{
    QMap<QString, Message> texts;
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return texts;
    QXmlStreamReader xml(&file);
    QString context;
    while (!xml.atEnd()) {
        if (xml.readNext() != QXmlStreamReader::StartElement)
            continue;
        if (xml.name() == "name"_L1)
            context = xml.readElementText();
        else if (xml.name() == "message"_L1) {
            QString key;
            const Message message = readMessage(xml, context, key);
            texts.insert(key, message);
        }
    }
    return texts;
}

QStringList placeholders(const QString &text)
{
    static const QRegularExpression mark(u"%(L?n|\\d)"_s);
    QStringList found;
    for (auto each = mark.globalMatch(text); each.hasNext();)
        found.append(each.next().captured());
    found.sort();
    return found;
}

QString ts(const char *language)
{
    return QStringLiteral(DREAM_SOURCE_DIR "/resources/translations/dreamscope_%1.ts")
        .arg(QLatin1String(language));
}

QJsonObject readJson(const char *name)
{
    QFile file(QStringLiteral(DREAM_SOURCE_DIR "/resources/translations/%1.json")
                   .arg(QLatin1String(name)));
    return file.open(QIODevice::ReadOnly) ? QJsonDocument::fromJson(file.readAll()).object()
                                          : QJsonObject();
}

// Texts that are seen, and which of them have words missing. What can be scrolled to is not missing.
void collectTexts(QQuickItem *in, QRectF room, QStringList &cut, int &seen)
{
    if (!in->isVisible() || in->opacity() == 0)
        return;
    if (in->inherits("QQuickFlickable"))
        room = QRectF(-1e6, -1e6, 2e6, 2e6);
    const QString text = in->property("text").toString();
    const QVariant truncated = in->property("truncated");
    if (truncated.isValid() && text.startsWith(u'[')) {
        ++seen;
        const QRectF box = in->mapRectToScene(QRectF(0, 0, in->width(), in->height()));
        const bool isOutside = box.right() > room.right() + 1 || box.left() < room.left() - 1;
        if (truncated.toBool())
            cut.append(u"cut off: "_s + text + u" in "_s + QString::number(in->width()));
        else if (isOutside && room.intersects(box))
            cut.append(u"outside: "_s + text);
    }
    const QList<QQuickItem *> children = in->childItems();
    for (QQuickItem *child : children)
        collectTexts(child, room, cut, seen);
}

}  // namespace

class tst_Texts : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanup();
    void cleanupTestCase();
    void everyTextIsGerman();
    void germanKeepsPlaceholders();
    void agentsSpeakGerman();
    void englishHasPlurals();
    void engineSpeaksGerman();
    void pseudoChangesEverything();
    void languageChangesAtOnce();
    void pseudoPagesAreWhole_data();
    void pseudoPagesAreWhole();

private:
    QQuickWindow *load(const QString &place, const QSize &size)
    {
        return testwindow::load(m_engine, place, size);
    }

    std::unique_ptr<QQmlApplicationEngine> m_engine;
    std::unique_ptr<Tongue> m_tongue;
};

void tst_Texts::initTestCase()
{
    qunsetenv("DREAMSCOPE_THEME");
    QQuickStyle::setStyle(u"Basic"_s);
    qInstallMessageHandler(collect);
    QVERIFY(open(QString(), true));
    m_tongue = std::make_unique<Tongue>();
}

void tst_Texts::cleanup()
{
    m_engine.reset();
    Choices::instance().forgetOverrides();
    Choices::instance().keepIn(QString());
}

void tst_Texts::cleanupTestCase()
{
    Bridge::instance().close();
    qInstallMessageHandler(nullptr);
}

// What is in the sources now, found the way translators get it, against what is translated.
void tst_Texts::everyTextIsGerman()
{
    QTemporaryDir folder;
    const QString fresh = folder.filePath(u"all.ts"_s);
    QProcess lupdate;
    lupdate.start(QStringLiteral(DREAM_LUPDATE),
                  {u"-silent"_s, u"-locations"_s, u"none"_s,
                   QStringLiteral(DREAM_SOURCE_DIR "/qml"),
                   QStringLiteral(DREAM_SOURCE_DIR "/models"), u"-target-language"_s, u"de_DE"_s,
                   u"-ts"_s, fresh});
    QVERIFY(lupdate.waitForFinished(60'000));
    const QMap<QString, Message> wanted = readTexts(fresh), german = readTexts(ts("de"));
    QVERIFY2(wanted.size() > 600, qPrintable(QString::number(wanted.size())));
    QStringList missing;
    for (auto one = wanted.begin(); one != wanted.end(); ++one) {
        const Message found = german.value(one.key());
        const bool isWhole = found.isFinished && !found.translations.isEmpty()
                             && !found.translations.contains(QString())
                             && (!one->isPlural || found.translations.size() == 2);
        if (!isWhole)
            missing.append(one.key());
    }
    QVERIFY2(missing.isEmpty(), qPrintable(QString::number(missing.size())
                                           + u" texts have no German:\n"_s + missing.join(u'\n')));
}

void tst_Texts::germanKeepsPlaceholders()
{
    const QMap<QString, Message> german = readTexts(ts("de"));
    for (auto one = german.begin(); one != german.end(); ++one)
        for (const QString &translation : one->translations)
            QVERIFY2(placeholders(translation) == placeholders(one->source),
                     qPrintable(one.key() + u" = "_s + translation));
}

void tst_Texts::agentsSpeakGerman()
{
    QFile file(QStringLiteral(DREAM_SOURCE_DIR "/resources/agents.json"));
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QJsonArray agents = QJsonDocument::fromJson(file.readAll()).array();
    QVERIFY(agents.size() > 200);
    QStringList names;
    const QVariantMap german = Guide().agents(u"de"_s);
    for (const QJsonValue &agent : agents) {
        names.append(agent[u"id"_s].toString());
        const QString said = german.value(names.constLast()).toString();
        QVERIFY2(said.endsWith(u'.') && said != agent[u"summary"_s].toString(),
                 qPrintable(names.constLast()));
    }
    names.sort();
    QCOMPARE(german.keys(), names);  // and none for an agent that is not there
    QVERIFY(Guide().agents(u"en"_s).isEmpty());
}

void tst_Texts::englishHasPlurals()
{
    const QMap<QString, Message> english = readTexts(ts("en"));
    QVERIFY(english.size() > 20);
    for (auto one = english.begin(); one != english.end(); ++one)
        QVERIFY2(one->isPlural && one->isFinished && one->translations.size() == 2,
                 qPrintable(one.key()));
    Choices::instance().overrideForThisRun(u"language"_s, u"en"_s);
    QCOMPARE(QCoreApplication::translate("DreamsPage", "%n dreams", "", 1), u"1 dream"_s);
    QCOMPARE(QCoreApplication::translate("DreamsPage", "%n dreams", "", 2), u"2 dreams"_s);
}

// Refusals and declarations: every English sentence has a German one that names the same things, and
// the engine says it once the window speaks German.
void tst_Texts::engineSpeaksGerman()
{
    static const QRegularExpression argument(u"\\{(\\w+)\\}"_s);
    const auto arguments = [](const QString &text) {
        QStringList names;
        for (auto each = argument.globalMatch(text); each.hasNext();)
            names.append(each.next().captured(1));
        names.sort();
        return names;
    };
    const QJsonObject english = readJson("refusals.en"), german = readJson("refusals.de");
    QVERIFY(english.size() > 100);
    for (auto one = english.begin(); one != english.end(); ++one)
        QVERIFY2(german.contains(one.key())
                     && arguments(german[one.key()].toString()) == arguments(one->toString()),
                 qPrintable(one.key()));
    const QJsonObject labels = readJson("labels.en"), labelsDe = readJson("labels.de");
    QVERIFY(labels.size() > 50);
    for (auto one = labels.begin(); one != labels.end(); ++one) {
        const QJsonObject here = one->toObject(), there = labelsDe[one.key()].toObject();
        QVERIFY2(here.contains(u"help"_s) == there.contains(u"help"_s)
                     && there.contains(u"title"_s),
                 qPrintable(one.key()));
        QCOMPARE(there[u"fields"_s].toObject().keys(), here[u"fields"_s].toObject().keys());
    }
    Choices::instance().overrideForThisRun(u"language"_s, u"de"_s);
    QQuickWindow *window = load(u"Atlas"_s, {1440, 900});
    QVERIFY(window);
    QQmlExpression ask(qmlContext(window), window, u"Engine.sentenceFor('dreams.unknown', {})"_s);
    QCOMPARE(ask.evaluate().toString(), german[u"dreams.unknown"_s].toString());
    Choices::instance().overrideForThisRun(u"language"_s, u"en"_s);
    QCOMPARE(ask.evaluate().toString(), english[u"dreams.unknown"_s].toString());
}

void tst_Texts::pseudoChangesEverything()
{
    QCOMPARE(pseudo(u"%1 of %n"_s), u"[%1 ôf %n o]"_s);
    QVERIFY(pseudo(u"Settings"_s).size() >= 8 * 14 / 10);
    QCOMPARE(pseudo(u"%Ln %L1"_s), u"%Ln %L1"_s);
    QCOMPARE(pseudo(u"→ 12"_s), u"→ 12"_s);
}

void tst_Texts::languageChangesAtOnce()
{
    Choices::instance().overrideForThisRun(u"language"_s, u"en"_s);
    QQuickWindow *window = load(u"Settings"_s, {1440, 900});
    QVERIFY(window);
    QCOMPARE(window->property("placeWord").toString(), u"Settings"_s);
    QVERIFY(Choices::instance().set(u"language"_s, u"de"_s));
    QTRY_COMPARE(window->property("placeWord").toString(), u"Einstellungen"_s);
    QCOMPARE(QLocale().language(), QLocale::German);
    QVERIFY(Choices::instance().set(u"language"_s, u"en"_s));
    QTRY_COMPARE(window->property("placeWord").toString(), u"Settings"_s);
    // What the engine declares follows too, on a page that stands and on one that is opened later.
    const QJsonObject english = readJson("labels.en"), german = readJson("labels.de");
    const auto first = [&] {
        return QQmlExpression(qmlContext(window), window,
                              u"window.page.systems[0].commands[0].label"_s)
            .evaluate()
            .toString();
    };
    const auto title = [](const QJsonObject &labels) {
        return labels[u"dreams.create"_s].toObject().value(u"title"_s).toString();
    };
    QMetaObject::invokeMethod(window, "go", Q_ARG(QString, u"Atlas"_s), Q_ARG(QString, QString()));
    QTRY_COMPARE(first(), title(english));
    QVERIFY(Choices::instance().set(u"language"_s, u"de"_s));
    QTRY_COMPARE(first(), title(german));
    QVERIFY(Choices::instance().set(u"language"_s, u"en"_s));
    QMetaObject::invokeMethod(window, "go", Q_ARG(QString, u"Pulse"_s), Q_ARG(QString, QString()));
    QVERIFY(Choices::instance().set(u"language"_s, u"de"_s));
    QMetaObject::invokeMethod(window, "go", Q_ARG(QString, u"Atlas"_s), Q_ARG(QString, QString()));
    QTRY_COMPARE(first(), title(german));
    QCOMPARE(warnings, QStringList());
}

void tst_Texts::pseudoPagesAreWhole_data()
{
    QTest::addColumn<QString>("place");
    QTest::addColumn<QSize>("size");
    QTest::addColumn<int>("percent");
    for (const QString &place :
         places() + QStringList{u"Settings/backups"_s, u"FirstRun/backup"_s}) {
        QTest::addRow("%s 1024x600", qPrintable(place)) << place << QSize(1024, 600) << 100;
        QTest::addRow("%s 1024x600 at 150", qPrintable(place)) << place << QSize(1024, 600) << 150;
        QTest::addRow("%s 1440x900", qPrintable(place)) << place << QSize(1440, 900) << 100;
        QTest::addRow("%s 1440x900 at 200", qPrintable(place)) << place << QSize(1440, 900) << 200;
    }
}

void tst_Texts::pseudoPagesAreWhole()
{
    QFETCH(QString, place);
    QFETCH(QSize, size);
    QFETCH(int, percent);
    Choices::instance().overrideForThisRun(u"look/textPercent"_s, percent);
    Choices::instance().overrideForThisRun(u"language"_s, u"pseudo"_s);
    QQuickWindow *window = load(place, size);
    QVERIFY(window);
    QStringList cut;
    int seen = 0;
    collectTexts(window->contentItem(), QRectF({0, 0}, size), cut, seen);
    QVERIFY2(seen > 3, "no text of the pseudo-language was found");
    QVERIFY2(cut.isEmpty(), qPrintable(cut.join(u'\n')));
    QCOMPARE(warnings, QStringList());
}

QTEST_MAIN(tst_Texts)
#include "tst_texts.moc"
