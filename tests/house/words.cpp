#include "words.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>

namespace house {

namespace {

QString at(const QString &path, int line, const QString &what)
{
    return path + u':' + QString::number(line) + QStringLiteral(": ") + what;
}

bool isSource(const QString &path)
{
    static const QRegularExpression source(
        QStringLiteral("(\\.(cpp|h|qml|js|py|sh|cmake)|CMakeLists\\.txt|^dream|/bootstrap)$"));
    return source.match(path).hasMatch();
}

// engine/kernel, engine/spine, models, qml, app: folders with sources that owe a README.
QSet<QString> floorFolders(const Tree &tree)
{
    static const QRegularExpression floor(
        QStringLiteral("^(engine/[a-z]+|models|qml|app)/.*\\.(cpp|h|qml)$"));
    QSet<QString> folders;
    for (const QString &path : tree.keys()) {
        const auto match = floor.match(path);
        if (match.hasMatch())
            folders.insert(match.captured(1));
    }
    return folders;
}

void collectNames(const QJsonValue &value, QSet<QString> &names)
{
    static const QRegularExpression name(QStringLiteral("^[a-z][a-z0-9]*\\.[a-z][A-Za-z0-9]*$"));
    if (value.isString() && name.match(value.toString()).hasMatch())
        names.insert(value.toString());
    for (const QJsonValue &one : value.toArray())
        collectNames(one, names);
    for (const QJsonValue &one : value.toObject())
        collectNames(one, names);
}

}  // namespace

QStringList filesAreShort(const Tree &tree)
{
    constexpr qsizetype linesMax = 400;
    QStringList breaches;
    for (auto file = tree.begin(); file != tree.end(); ++file) {
        const qsizetype lines = file->count(u'\n');
        if (isSource(file.key()) && lines > linesMax)
            breaches << at(file.key(), int(lines),
                           QString::number(lines) + QStringLiteral(" lines, at most 400"));
    }
    return breaches;
}

QStringList functionsAreShort(const Tree &tree)
{
    // a function's body in our format: a brace alone in the first column, to the next such; a class
    // whose brace stands there too is no function
    static const QRegularExpression type(QStringLiteral("^(class|struct|union|enum)\\b"));
    static const QRegularExpression body(QStringLiteral("^\\{\\n(.*?)^\\}"),
                                         QRegularExpression::MultilineOption
                                             | QRegularExpression::DotMatchesEverythingOption);
    constexpr qsizetype linesMax = 60;
    QStringList breaches;
    for (auto file = tree.begin(); file != tree.end(); ++file) {
        if (!isCode(file.key()) || file.key().startsWith(QLatin1String("tests/")))
            continue;
        for (auto found = body.globalMatch(file.value()); found.hasNext();) {
            const auto match = found.next();
            const qsizetype lines = match.capturedView(1).count(u'\n');
            const qsizetype head = file->lastIndexOf(u'\n', match.capturedStart() - 2) + 1;
            if (lines > linesMax && !type.match(file->mid(head, 8)).hasMatch())
                breaches << at(file.key(), lineOf(file.value(), match.capturedStart()),
                               QStringLiteral("a function of ") + QString::number(lines)
                                   + QStringLiteral(" lines, at most 60"));
        }
    }
    return breaches;
}

QStringList floorsHaveReadmes(const Tree &tree)
{
    constexpr qsizetype linesMax = 40;
    QStringList folders(floorFolders(tree).values());
    folders.sort();
    QStringList breaches;
    for (const QString &folder : folders) {
        const QString path = folder + QStringLiteral("/README.md");
        if (!tree.contains(path)) {
            breaches << at(path, 1, QStringLiteral("every floor has a README of at most 40 lines"));
            continue;
        }
        const QString text = tree.value(path);
        const qsizetype lines = text.count(u'\n');
        if (lines > linesMax)
            breaches << at(path, int(lines),
                           QString::number(lines) + QStringLiteral(" lines, at most 40"));
        const qsizetype last = text.lastIndexOf(QLatin1String("\n## "));
        const QString end = text.mid(last + 1);
        if (last < 0 || !end.startsWith(QLatin1String("## Decisions\n"))
            || end.section(u'\n', 1).trimmed().isEmpty())
            breaches << at(path, int(lines),
                           QStringLiteral("a floor's README ends with a \"## Decisions\" section"));
    }
    return breaches;
}

QStringList refusalsHaveSentences(const Tree &tree)
{
    // refuse("stem.reason", ...), Refusal{"stem.reason"}, refusal = {"stem.reason", ...}
    static const QRegularExpression use(
        QStringLiteral("[Rr]efus\\w*[^\"\\n;]{0,40}\"([a-z][A-Za-z0-9]*\\.[a-z][A-Za-z0-9]*)\""));
    const QString path = QStringLiteral("resources/translations/refusals.en.json");
    const QJsonDocument document = QJsonDocument::fromJson(tree.value(path).toUtf8());
    const QJsonObject sentences = document.object();
    QStringList breaches;
    if (tree.contains(path) && !document.isObject())
        breaches << at(path, 1, QStringLiteral("is no JSON object"));
    for (auto one = sentences.begin(); one != sentences.end(); ++one) {
        if (!one->isString() || !one->toString().trimmed().endsWith(u'.'))
            breaches << at(path, 1,
                           one.key() + QStringLiteral(" needs a sentence with a full stop"));
    }
    for (auto file = tree.begin(); file != tree.end(); ++file) {
        if (!isCode(file.key()) || !file.key().startsWith(QLatin1String("engine/")))
            continue;
        const QString bare = withoutComments(file.value());
        for (auto found = use.globalMatch(bare); found.hasNext();) {
            const auto match = found.next();
            if (!sentences.contains(match.captured(1)))
                breaches << at(file.key(), lineOf(bare, match.capturedStart(1)),
                               match.captured(1) + QStringLiteral(" has no sentence in ") + path);
        }
    }
    return breaches;
}

QStringList pathsAreOfTheHouse(const Tree &tree)
{
    // written in parts, so that this file does not break its own rule
    static const QRegularExpression foreign(QStringLiteral("\\.\\./") + QStringLiteral("shared\\b")
                                            + QStringLiteral("|(?<![\\w.])/(wo")
                                            + QStringLiteral("rk|home|root)/"));
    QStringList breaches;
    for (auto file = tree.begin(); file != tree.end(); ++file) {
        for (auto found = foreign.globalMatch(file.value()); found.hasNext();) {
            const auto match = found.next();
            breaches << at(file.key(), lineOf(file.value(), match.capturedStart()),
                           QStringLiteral("a path outside the house: ") + match.captured());
        }
    }
    return breaches;
}

QStringList mapMatchesTree(const Tree &tree)
{
    static const QRegularExpression block(
        QStringLiteral("## Map of the house\\n.*?```[a-z]*\\n(.*?)```"),
        QRegularExpression::DotMatchesEverythingOption);
    static const QRegularExpression entry(QStringLiteral("^(\\S+)"),
                                          QRegularExpression::MultilineOption);
    const QString path = QStringLiteral("README.md");
    const auto map = block.match(tree.value(path));
    if (!map.hasMatch())
        return {
            at(path, 1, QStringLiteral("has no \"## Map of the house\" with a block of paths"))};

    QSet<QString> real;
    for (const QString &file : tree.keys()) {
        const QString top = file.section(u'/', 0, 0);
        if (top.startsWith(u'.'))
            continue;
        real.insert(file.contains(u'/') ? top + u'/' : top);
        if (top == QLatin1String("engine") && file.count(u'/') > 1)
            real.insert(file.section(u'/', 0, 1) + u'/');
    }
    QStringList breaches;
    QSet<QString> told;
    for (auto found = entry.globalMatch(map.captured(1)); found.hasNext();) {
        const auto match = found.next();
        told.insert(match.captured(1));
        if (!real.contains(match.captured(1)))
            breaches << at(path,
                           lineOf(tree.value(path), map.capturedStart(1) + match.capturedStart()),
                           QStringLiteral("the map names what is not there: ") + match.captured(1));
    }
    QStringList missing((real - told).values());
    missing.sort();
    for (const QString &one : missing)
        breaches << at(path, 1, QStringLiteral("the map lacks ") + one);
    return breaches;
}

QStringList pagesNameWhatExists(const Tree &tree, const QSet<QString> &declared)
{
    // Rows { of: "stem.table" }, History { of: ... }, Engine.send("stem.command", ...)
    static const QRegularExpression use(QStringLiteral(
        "(?:\\bof\\s*:|Engine\\s*\\.\\s*(?:send|ask|form)\\s*\\()\\s*\"([^\"\\n]+)\""));
    QStringList breaches;
    for (auto file = tree.begin(); file != tree.end(); ++file) {
        if (!file.key().endsWith(QLatin1String(".qml"))
            || !file.key().startsWith(QLatin1String("qml/")))
            continue;
        const QString bare = withoutComments(file.value());
        for (auto found = use.globalMatch(bare); found.hasNext();) {
            const auto match = found.next();
            if (!declared.contains(match.captured(1)))
                breaches << at(file.key(), lineOf(bare, match.capturedStart()),
                               QStringLiteral("no system declares ") + match.captured(1));
        }
    }
    return breaches;
}

QSet<QString> declaredNames(const Tree &tree, const QByteArray &systemsJson)
{
    QSet<QString> names;
    const QJsonDocument document = QJsonDocument::fromJson(systemsJson);
    if (!document.isNull()) {
        collectNames(document.isArray() ? QJsonValue(document.array())
                                        : QJsonValue(document.object()),
                     names);
        return names;
    }
    static const QRegularExpression header(QStringLiteral("^engine/[a-z]+/([a-z0-9]+)\\.h$"));
    static const QRegularExpression fields(QStringLiteral("DREAM_FIELDS\\(\\s*([A-Z]\\w*)"));
    static const QRegularExpression table(QStringLiteral("\\bTable<[^;]*>\\s+([a-z]\\w*)\\s*[;{]"));
    static const QRegularExpression archive(QStringLiteral("\\barchiveName\\s*=\\s*\"([a-z]\\w*)\""));
    for (auto file = tree.begin(); file != tree.end(); ++file) {
        const auto stem = header.match(file.key());
        if (!stem.hasMatch())
            continue;
        const QString bare = withoutComments(file.value());
        for (auto found = fields.globalMatch(bare); found.hasNext();) {
            const QString type = found.next().captured(1);
            names.insert(stem.captured(1) + u'.' + type.at(0).toLower() + type.mid(1));
        }
        for (const QRegularExpression *one : {&table, &archive})
            for (auto found = one->globalMatch(bare); found.hasNext();)
                names.insert(stem.captured(1) + u'.' + found.next().captured(1));
    }
    return names;
}

}  // namespace house
