// Nothing raw is shown to a person: every field, measure, fact, organ and capability that is declared,
// what a system's work leads to, and why a score is what it is, have words in any language.
#include "window.h"

#include "desk/choices.h"
#include "desk/tongue.h"

#ifndef Q_MOC_RUN
#    include "organism.h"
#endif

#include <QFile>
#include <QJSValue>
#include <QJsonDocument>
#include <QJsonObject>
#include <QQmlContext>
#include <QQmlExpression>
#include <QRegularExpression>

using namespace Qt::StringLiterals;
using namespace testwindow;
using models::Bridge;

namespace {

// The names of all capabilities there are.
QStringList capabilityNames()
{
    QFile file(QStringLiteral(DREAM_SOURCE_DIR "/resources/capabilities.json"));
    return file.open(QIODevice::ReadOnly) ? QJsonDocument::fromJson(file.readAll()).object().keys()
                                          : QStringList();
}

}  // namespace

class tst_Declared : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanup();
    void cleanupTestCase();
    void declaredNamesHaveWords();
    void reasonsAreTranslated();

private:
    std::unique_ptr<QQmlApplicationEngine> m_engine;
    std::unique_ptr<Tongue> m_tongue;
};

void tst_Declared::initTestCase()
{
    QQuickStyle::setStyle(u"Basic"_s);
    qInstallMessageHandler(collect);
    QVERIFY(open(QString(), true));
    m_tongue = std::make_unique<Tongue>();
}

void tst_Declared::cleanup()
{
    m_engine.reset();
    Choices::instance().forgetOverrides();
}

void tst_Declared::cleanupTestCase()
{
    Bridge::instance().close();
    qInstallMessageHandler(nullptr);
}

// Whatever systems declare is shown in words, in any language: the pseudo-language changes every text
// of ours, so what stays as it is has no words yet.
void tst_Declared::declaredNamesHaveWords()
{
    Choices::instance().overrideForThisRun(u"language"_s, u"pseudo"_s);
    QQuickWindow *window = load(m_engine, u"Atlas"_s, {1440, 900});
    QVERIFY(window);
    QStringList missing;
    const auto want = [&](const char *kind, std::string_view name) {
        const QString word = QString::fromUtf8(name.data(), qsizetype(name.size()));
        const QString said = QQmlExpression(qmlContext(window), window,
                                            u"Declared.%1('%2')"_s.arg(QLatin1String(kind), word))
                                 .evaluate()
                                 .toString();
        if (!said.startsWith(u'['))
            missing.append(QLatin1String(kind) + u' ' + word);
    };
    for (const kernel::SystemInfo *system : organism::systems()) {
        want("organ", system->organ);
        want("result", system->stem);
        for (const kernel::TableInfo &table : system->tables)
            for (const kernel::FieldInfo &field : table.fields)
                want("field", field.name);
        for (const kernel::FactInfo &fact : system->facts)
            want("fact", fact.name);
    }
    QQmlExpression vitals(
        qmlContext(window), window,
        u"Engine.systems().reduce((all, s) => all.concat(Engine.vitals(s.stem).map(v => v.name)), [])"_s);
    QTRY_VERIFY(vitals.evaluate().value<QJSValue>().property(u"length"_s).toInt() > 30);
    const QStringList measured = vitals.evaluate().value<QJSValue>().toVariant().toStringList();
    for (const QString &vital : measured)
        want("vital", vital.toStdString());
    for (const QString &capability : capabilityNames())
        want("capability", capability.toStdString());
    QCOMPARE(missing, QStringList());
}

// What capabilities say about a score, as their sources spell it.
void tst_Declared::reasonsAreTranslated()
{
    static const QRegularExpression quoted(u"\"([a-z][a-z :]{4,})\""_s);
    QStringList missing;
    int asked = 0;
    Choices::instance().overrideForThisRun(u"language"_s, u"pseudo"_s);
    QQuickWindow *window = load(m_engine, u"Atlas"_s, {1440, 900});
    QVERIFY(window);
    const auto said = [&](const QString &reason) {
        ++asked;
        return QQmlExpression(qmlContext(window), window, u"Reasons.of('%1')"_s.arg(reason))
            .evaluate()
            .toString();
    };
    QFile file(QStringLiteral(DREAM_SOURCE_DIR "/engine/capabilities/claritycard.cpp"));
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QStringList lines = QString::fromUtf8(file.readAll()).split(u'\n');
    for (const QString &line : lines) {
        if (!line.contains("Reason"_L1) && !line.contains("? \""_L1) && !line.contains(" : \""_L1)
            && !line.contains("flagged.push"_L1) && !line.contains("add("_L1))
            continue;
        const auto match = quoted.match(line);
        if (match.hasMatch() && !said(match.captured(1)).startsWith(u'['))
            missing.append(match.captured(1));
    }
    QVERIFY2(asked > 25, qPrintable(QString::number(asked)));
    for (const QString &reason :
         {u"nothing among 1 dream comes near"_s, u"shares sea, lamp; alike in mood"_s,
          u"the nearest of 12 dreams resonates at 26 of 100"_s, u"headings, lists, dates"_s})
        if (!said(reason).startsWith(u'['))
            missing.append(reason);
    QCOMPARE(missing, QStringList());
    Choices::instance().overrideForThisRun(u"language"_s, u"en"_s);
    QCOMPARE(said(u"nothing among 1 dream comes near"_s), u"nothing among 1 dream comes near"_s);
}

QTEST_MAIN(tst_Declared)
#include "tst_declared.moc"
