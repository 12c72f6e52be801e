// Every pair of ink and ground that the theme allows, in all four schemes: words reach 4.5 to 1 (7
// with more contrast), marks 3 to 1 (WCAG 2.1, 1.4.3, 1.4.6 and 1.4.11). Sizes follow the text size
// and motion stops when it is reduced. Choices are kept in a file and survive being read back.
#include "window.h"

#include "desk/choices.h"

#include <QColor>
#include <QJsonDocument>
#include <QJsonObject>
#include <QQmlComponent>
#include <QQmlEngine>
#include <QSettings>
#include <QTemporaryDir>

#include <cmath>

using namespace Qt::StringLiterals;

namespace {

double linear(double channel)
{
    return channel <= 0.04045 ? channel / 12.92 : std::pow((channel + 0.055) / 1.055, 2.4);
}

double luminance(const QColor &color)
{
    return 0.2126 * linear(color.redF()) + 0.7152 * linear(color.greenF())
           + 0.0722 * linear(color.blueF());
}

double contrast(const QColor &a, const QColor &b)
{
    const double la = luminance(a), lb = luminance(b);
    return (std::max(la, lb) + 0.05) / (std::min(la, lb) + 0.05);
}

const QStringList grounds{u"ground"_s, u"surface"_s, u"raised"_s, u"hover"_s, u"selected"_s};

struct Pairs {
    QStringList inks, on;
    double least, leastMore;
};

// What may stand on what. A wash carries its own tone and plain words, nothing else.
QList<Pairs> pairs()
{
    QList<Pairs> list{
        {{u"text"_s, u"text2"_s, u"text3"_s}, grounds, 4.5, 7},
        {{u"accentText"_s, u"goodText"_s, u"warnText"_s, u"badText"_s}, grounds, 4.5, 7},
        {{u"accentMark"_s, u"goodMark"_s, u"warnMark"_s, u"badMark"_s}, grounds, 3, 4.5},
        {{u"focus"_s}, grounds, 3, 3},
        {{u"onSolid"_s},
         {u"accentSolid"_s, u"accentSolidHot"_s, u"goodSolid"_s, u"warnSolid"_s, u"badSolid"_s},
         4.5,
         7},
        {{u"series1"_s, u"series2"_s, u"series3"_s, u"link"_s}, {u"surface"_s}, 2.95, 2.95},
        {{u"series1"_s}, {u"area"_s}, 3, 3},
        {{u"lineStrong"_s, u"line"_s}, {u"ground"_s, u"surface"_s, u"raised"_s}, 1, 2.95}};
    for (const QString &tone : {u"accent"_s, u"good"_s, u"warn"_s, u"bad"_s})
        list.append({{tone + u"Text"_s, u"text"_s, u"text2"_s}, {tone + u"Wash"_s}, 4.5, 7});
    return list;
}

}  // namespace

class tst_Theme : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanup();
    void contrastOfEveryPair_data();
    void contrastOfEveryPair();
    void everyColourIsJudged();
    void textSizeScales();
    void motionStops();
    void themeFollowsAtOnce();
    void choicesAreKept();
    void choicesRefuseNonsense();
    void choicesGoOutAndComeBack();

private:
    QObject *theme();
    QColor colour(const QString &name);

    QQmlEngine m_engine;
    QObject *m_theme = nullptr;
};

void tst_Theme::initTestCase()
{
    qunsetenv("DREAMSCOPE_THEME");
    qunsetenv("DREAMSCOPE_TEXT");
    m_engine.addImportPath(u"qrc:/qt/qml"_s);
    QQmlComponent holder(&m_engine);
    holder.setData("import QtQml\nimport DreamScope.Ui\nQtObject { property var theme: Theme }",
                   QUrl());
    QObject *object = holder.create();
    QVERIFY2(object, qPrintable(holder.errorString()));
    m_theme = object->property("theme").value<QObject *>();
    QVERIFY(m_theme);
}

void tst_Theme::cleanup()
{
    Choices::instance().forgetOverrides();
    Choices::instance().keepIn(QString());
}

QColor tst_Theme::colour(const QString &name)
{
    return m_theme->property(name.toLatin1()).value<QColor>();
}

void tst_Theme::contrastOfEveryPair_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<bool>("isMore");
    for (const char *name : {"dark", "light"}) {
        QTest::addRow("%s", name) << QString::fromLatin1(name) << false;
        QTest::addRow("%s, more contrast", name) << QString::fromLatin1(name) << true;
    }
}

void tst_Theme::contrastOfEveryPair()
{
    QFETCH(QString, name);
    QFETCH(bool, isMore);
    QVERIFY(Choices::instance().set(u"look/theme"_s, name));
    QVERIFY(Choices::instance().set(u"look/moreContrast"_s, isMore));
    QStringList breaches;
    int judged = 0;
    for (const Pairs &some : pairs()) {
        for (const QString &ink : some.inks) {
            for (const QString &ground : some.on) {
                const QColor a = colour(ink), b = colour(ground);
                QVERIFY2(a.isValid() && b.isValid(), qPrintable(ink + u" on "_s + ground));
                const double found = contrast(a, b), least = isMore ? some.leastMore : some.least;
                ++judged;
                if (found < least)
                    breaches.append(
                        u"%1 %2 on %3 %4: %5, at least %6"_s.arg(ink, a.name(), ground, b.name())
                            .arg(found, 0, 'f', 2)
                            .arg(least));
            }
        }
    }
    QVERIFY(judged > 80);
    QVERIFY2(breaches.isEmpty(), qPrintable(breaches.join(u'\n')));
}

// A colour that no pair names would be free to fade away.
void tst_Theme::everyColourIsJudged()
{
    static const QStringList decoration{u"track"_s, u"thumb"_s, u"bar"_s};
    QStringList named = decoration;
    for (const Pairs &some : pairs())
        named += some.inks + some.on;
    const QMetaObject *type = m_theme->metaObject();
    int colours = 0;
    for (int i = type->propertyOffset(); i < type->propertyCount(); ++i) {
        if (type->property(i).metaType() != QMetaType::fromType<QColor>())
            continue;
        ++colours;
        QVERIFY2(named.contains(QString::fromLatin1(type->property(i).name())),
                 type->property(i).name());
    }
    QVERIFY(colours > 30);
}

void tst_Theme::textSizeScales()
{
    for (const int percent : {80, 100, 150, 200}) {
        QVERIFY(Choices::instance().set(u"look/textPercent"_s, percent));
        QCOMPARE(m_theme->property("body").toInt(), qRound(13 * percent / 100.0));
        QCOMPARE(m_theme->property("tableRow").toInt(), qRound(28 * percent / 100.0));
    }
}

void tst_Theme::motionStops()
{
    QVERIFY(m_theme->property("slow").toInt() > 0);
    QVERIFY(Choices::instance().set(u"look/reduceMotion"_s, true));
    for (const char *name : {"quick", "calm", "slow"})
        QCOMPARE(m_theme->property(name).toInt(), 0);
}

void tst_Theme::themeFollowsAtOnce()
{
    QVERIFY(Choices::instance().set(u"look/theme"_s, u"dark"_s));
    const QColor dark = colour(u"surface"_s);
    QVERIFY(Choices::instance().set(u"look/theme"_s, u"light"_s));
    QVERIFY(luminance(colour(u"surface"_s)) > luminance(dark) + 0.5);
}

void tst_Theme::choicesAreKept()
{
    QTemporaryDir folder;
    Choices &choices = Choices::instance();
    choices.keepIn(folder.path());
    QVERIFY(choices.set(u"look/textPercent"_s, 140));
    QVERIFY(choices.set(u"look/moreContrast"_s, true));
    choices.remember(u"name"_s, u"Ada"_s);
    choices.keepIn(QString());
    QCOMPARE(choices.value(u"look/textPercent"_s).toInt(), 100);
    choices.keepIn(folder.path());
    QCOMPARE(choices.value(u"look/textPercent"_s).toInt(), 140);
    QCOMPARE(choices.value(u"look/moreContrast"_s).toBool(), true);
    QCOMPARE(choices.recall(u"name"_s).toString(), u"Ada"_s);
    QCOMPARE(choices.changedCount(), 2);
    choices.resetAll();
    QCOMPARE(choices.changedCount(), 0);
    QVERIFY(!QSettings(choices.place(), QSettings::IniFormat).contains(u"look/textPercent"_s));
    // This run only: counts, and leaves no trace.
    choices.overrideForThisRun(u"look/textPercent"_s, 90);
    QCOMPARE(choices.value(u"look/textPercent"_s).toInt(), 90);
    QVERIFY(!QSettings(choices.place(), QSettings::IniFormat).contains(u"look/textPercent"_s));
}

void tst_Theme::choicesRefuseNonsense()
{
    Choices &choices = Choices::instance();
    QSignalSpy changed(&choices, &Choices::changed);
    QVERIFY(!choices.set(u"look/theme"_s, u"pink"_s));
    QVERIFY(!choices.set(u"look/textPercent"_s, 201));
    QVERIFY(!choices.set(u"quiet/from"_s, 24 * 60));
    QVERIFY(!choices.set(u"look/moreContrast"_s, 7));
    QVERIFY(!choices.set(u"no/such"_s, true));
    QCOMPARE(changed.count(), 0);
    QCOMPARE(choices.value(u"look/theme"_s).toString(), u"system"_s);
}

void tst_Theme::choicesGoOutAndComeBack()
{
    Choices &choices = Choices::instance();
    choices.set(u"look/theme"_s, u"dark"_s);
    choices.set(u"quiet/from"_s, 60);
    const QString text = choices.exported();
    QCOMPARE(QJsonDocument::fromJson(text.toUtf8()).object().value(u"settings"_s).toObject().size(),
             2);
    choices.resetAll();
    const QVariantMap would = choices.wouldTake(text);
    QCOMPARE(would.value(u"changes"_s).toList().size(), 2);
    QCOMPARE(choices.changedCount(), 0);  // asking changes nothing
    QVERIFY(choices.take(text));
    QCOMPARE(choices.value(u"quiet/from"_s).toInt(), 60);
    QCOMPARE(
        choices
            .wouldTake(
                u"{\"form\":\"dreamscope-settings-1\",\"settings\":{\"x\":1,\"quiet/to\":-5}}"_s)
            .value(u"unknown"_s)
            .toInt(),
        2);
    QVERIFY(!choices.take(u"not json"_s));
}

QTEST_MAIN(tst_Theme)
#include "tst_theme.moc"
