#include "choices.h"

#include <QJSValue>
#include <QJsonDocument>
#include <QJsonObject>
#include <QQmlEngine>

using namespace Qt::StringLiterals;

struct Choices::Setting {
    QString key, section, type;
    QVariant fallback;
    QStringList options;
    int least = 0, most = 0, step = 1;
};

const QList<Choices::Setting> &Choices::settings()
{
    constexpr int lastMinute = 24 * 60 - 1;
    static const QList<Setting> list{
        {u"look/theme"_s,
         u"appearance"_s,
         u"choice"_s,
         u"system"_s,
         {u"system"_s, u"dark"_s, u"light"_s}},
        {u"look/moreContrast"_s, u"appearance"_s, u"flag"_s, false, {}},
        {u"look/textPercent"_s, u"appearance"_s, u"number"_s, 100, {}, 80, 200, 10},
        {u"look/reduceMotion"_s, u"appearance"_s, u"flag"_s, false, {}},
        {u"look/inspector"_s, u"appearance"_s, u"flag"_s, true, {}},
        {u"start/page"_s, u"appearance"_s, u"choice"_s, u"last"_s, {u"last"_s, u"Dreams"_s}},
        {u"language"_s, u"language"_s, u"choice"_s, u"system"_s, {u"system"_s, u"en"_s, u"de"_s}},
        {u"notices/needsYou"_s, u"notices"_s, u"flag"_s, true, {}},
        {u"notices/workDone"_s, u"notices"_s, u"flag"_s, true, {}},
        {u"notices/health"_s, u"notices"_s, u"flag"_s, true, {}},
        {u"quiet/isOn"_s, u"notices"_s, u"flag"_s, false, {}},
        {u"quiet/from"_s, u"notices"_s, u"time"_s, 22 * 60, {}, 0, lastMinute},
        {u"quiet/to"_s, u"notices"_s, u"time"_s, 7 * 60, {}, 0, lastMinute},
    };
    return list;
}

const Choices::Setting *Choices::find(const QString &key)
{
    for (const Setting &setting : settings())
        if (setting.key == key)
            return &setting;
    return nullptr;
}

// The value as it may be kept, or nothing when it is none of this setting's.
QVariant Choices::legal(const Setting &setting, const QVariant &value)
{
    if (setting.type == "choice"_L1)
        return setting.options.contains(value.toString()) ? QVariant(value.toString()) : QVariant();
    if (setting.type == "flag"_L1) {
        const QString word = value.toString();  // an ini file keeps words
        if (word != "true"_L1 && word != "false"_L1)
            return {};
        return word == "true"_L1;
    }
    bool isNumber = false;
    const int number = value.toInt(&isNumber);
    return isNumber && number >= setting.least && number <= setting.most ? QVariant(number)
                                                                         : QVariant();
}

Choices::Choices(QObject *parent) : QObject(parent)
{
}

Choices &Choices::instance()
{
    static Choices choices;
    return choices;
}

Choices *Choices::create(QQmlEngine *engine, QJSEngine *)
{
    Choices &self = instance();
    QJSEngine::setObjectOwnership(&self, QJSEngine::CppOwnership);
    connect(&self, &Choices::languageChanged, engine, &QQmlEngine::retranslate);
    return &self;
}

void Choices::keepIn(const QString &folder)
{
    m_memory.clear();
    m_file = folder.isEmpty()
                 ? nullptr
                 : std::make_unique<QSettings>(folder + u"/window.ini"_s, QSettings::IniFormat);
    announce(QString());
}

void Choices::overrideForThisRun(const QString &key, const QVariant &value)
{
    m_overrides.insert(key, value);
    announce(key);
}

void Choices::forgetOverrides()
{
    m_overrides.clear();
    announce(QString());
}

void Choices::announce(const QString &key)
{
    ++m_revision;
    Q_EMIT changed(key);
    if (key.isEmpty() || key == "language"_L1)
        Q_EMIT languageChanged();
}

QString Choices::place() const
{
    return m_file ? m_file->fileName() : QString();
}

int Choices::changedCount() const
{
    int count = 0;
    for (const Setting &setting : settings())
        count += isChanged(setting.key);
    return count;
}

QVariantList Choices::all() const
{
    QVariantList list;
    for (const Setting &s : settings())
        list.append(QVariantMap{{u"key"_s, s.key},
                                {u"section"_s, s.section},
                                {u"type"_s, s.type},
                                {u"fallback"_s, s.fallback},
                                {u"options"_s, s.options},
                                {u"least"_s, s.least},
                                {u"most"_s, s.most},
                                {u"step"_s, s.step}});
    return list;
}

QVariant Choices::value(const QString &key) const
{
    const Setting *setting = find(key);
    if (!setting)
        return {};
    if (const auto found = m_overrides.constFind(key); found != m_overrides.cend())
        return *found;
    const QVariant kept = legal(*setting, m_file ? m_file->value(key) : m_memory.value(key));
    return kept.isValid() ? kept : setting->fallback;
}

bool Choices::set(const QString &key, const QVariant &value)
{
    const Setting *setting = find(key);
    const QVariant kept = setting ? legal(*setting, value) : QVariant();
    if (!kept.isValid())
        return false;
    m_overrides.remove(key);
    if (kept == setting->fallback) {
        reset(key);
        return true;
    }
    if (m_file)
        m_file->setValue(key, kept);
    else
        m_memory.insert(key, kept);
    announce(key);
    return true;
}

bool Choices::isChanged(const QString &key) const
{
    const Setting *setting = find(key);
    return setting && value(key) != setting->fallback;
}

void Choices::reset(const QString &key)
{
    m_overrides.remove(key);
    m_memory.remove(key);
    if (m_file)
        m_file->remove(key);
    announce(key);
}

void Choices::resetAll()
{
    for (const Setting &setting : settings())
        if (isChanged(setting.key))
            reset(setting.key);
}

QString Choices::exported() const
{
    QJsonObject values;
    for (const Setting &setting : settings())
        if (isChanged(setting.key))
            values.insert(setting.key, QJsonValue::fromVariant(value(setting.key)));
    const QJsonObject whole{{u"form"_s, u"dreamscope-settings-1"_s}, {u"settings"_s, values}};
    return QString::fromUtf8(QJsonDocument(whole).toJson());
}

QVariantMap Choices::wouldTake(const QString &json) const
{
    const QJsonObject whole = QJsonDocument::fromJson(json.toUtf8()).object();
    const QJsonObject values = whole.value(u"settings"_s).toObject();
    if (whole.value(u"form"_s).toString() != "dreamscope-settings-1"_L1)
        return {{u"ok"_s, false}, {u"changes"_s, QVariantList()}, {u"unknown"_s, 0}};
    QVariantList changes;
    int unknown = 0;
    for (auto one = values.begin(); one != values.end(); ++one) {
        const Setting *setting = find(one.key());
        const QVariant wanted = setting ? legal(*setting, one->toVariant()) : QVariant();
        if (!wanted.isValid())
            ++unknown;
        else if (wanted != value(one.key()))
            changes.append(QVariantMap{
                {u"key"_s, one.key()}, {u"from"_s, value(one.key())}, {u"to"_s, wanted}});
    }
    return {{u"ok"_s, true}, {u"changes"_s, changes}, {u"unknown"_s, unknown}};
}

bool Choices::take(const QString &json)
{
    const QVariantMap would = wouldTake(json);
    const QVariantList changes = would.value(u"changes"_s).toList();
    for (const QVariant &one : changes) {
        const QVariantMap change = one.toMap();
        set(change.value(u"key"_s).toString(), change.value(u"to"_s));
    }
    return would.value(u"ok"_s).toBool();
}

QVariant Choices::recall(const QString &key) const
{
    const QString kept = u"window/"_s + key;
    return m_file ? m_file->value(kept) : m_memory.value(kept);
}

void Choices::remember(const QString &key, const QVariant &value)
{
    const QString kept = u"window/"_s + key;
    // A list from a page comes wrapped, and would be kept as nothing.
    const QVariant plain =
        value.userType() == qMetaTypeId<QJSValue>() ? value.value<QJSValue>().toVariant() : value;
    if (m_file)
        m_file->setValue(kept, plain);
    else
        m_memory.insert(kept, plain);
    announce(kept);
}
