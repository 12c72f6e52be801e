#include "tree.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QHash>
#include <QRegularExpression>

namespace house {

namespace {

bool isRead(const QString &path)
{
    static const QRegularExpression text(QStringLiteral(
        "(\\.(cpp|h|inc|qml|js|py|sh|md|json|txt|cmake|desktop|xml|svg)|(^|/)(dream|NOTICE|"
        "LICENSE|bootstrap|run|\\.clang-format|\\.clang-tidy|\\.editorconfig|\\.gitignore))$"));
    return text.match(path).hasMatch();
}

}  // namespace

Tree load(const QString &root)
{
    static const QRegularExpression left(
        QStringLiteral("^(build|\\.git|\\.cache|tests/vectors|tests/golden)(/|$)"));
    constexpr qint64 bytesMax = 1 << 20;
    Tree tree;
    const QDir base(root);
    QStringList folders{QString()};
    while (!folders.isEmpty()) {
        const QString folder = folders.takeFirst();
        const auto entries =
            QDir(base.filePath(folder))
                .entryInfoList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot);
        for (const QFileInfo &entry : entries) {
            const QString path = base.relativeFilePath(entry.filePath());
            if (left.match(path).hasMatch() || entry.isSymLink())
                continue;
            if (entry.isDir()) {
                folders.append(path);
                continue;
            }
            QString text;
            QFile file(entry.filePath());
            if (isRead(path) && entry.size() <= bytesMax && file.open(QIODevice::ReadOnly))
                text = QString::fromUtf8(file.readAll());
            tree.insert(path, text);
        }
    }
    return tree;
}

QString withoutComments(const QString &code, bool keepsLiterals)
{
    // the same texts are asked for again and again, rule after rule
    static QHash<QString, QString> made[2];
    QString &out = made[keepsLiterals ? 1 : 0][code];
    if (!out.isNull() || code.isEmpty())
        return out;
    static const QRegularExpression part(
        QStringLiteral(
            "//[^\\n]*|/\\*.*?\\*/|R\"([^(\\n]*)\\(.*?\\)\\1\"|\"(?:\\\\.|[^\"\\\\\\n])*\"|"
            "(?<![0-9A-Za-z])'(?:\\\\.|[^'\\\\\\n])+'"),
        QRegularExpression::DotMatchesEverythingOption);
    out.reserve(code.size());
    qsizetype from = 0;
    for (auto matches = part.globalMatch(code); matches.hasNext();) {
        const auto match = matches.next();
        out += QStringView(code).mid(from, match.capturedStart() - from);
        from = match.capturedEnd();
        const QStringView found = match.capturedView();
        const bool isComment = found.startsWith(u'/');
        if (!isComment && keepsLiterals) {
            out += found;
        } else {
            out += isComment ? QStringLiteral(" ") : QStringLiteral("\"\"");
            out += QString(found.count(u'\n'), u'\n');
        }
    }
    out += QStringView(code).mid(from);
    return out;
}

QList<Include> includesOf(const QString &code)
{
    static QHash<QString, QList<Include>> made;
    if (const auto known = made.constFind(code); known != made.constEnd())
        return *known;
    static const QRegularExpression include(
        QStringLiteral("^[ \\t]*#[ \\t]*include[ \\t]*([<\"])([^>\"\\n]+)[>\"]"),
        QRegularExpression::MultilineOption);
    QList<Include> includes;
    const QString bare = withoutComments(code);
    for (auto matches = include.globalMatch(bare); matches.hasNext();) {
        const auto match = matches.next();
        includes.append({match.captured(2), match.capturedView(1) == u'"',
                         lineOf(bare, match.capturedStart())});
    }
    made.insert(code, includes);
    return includes;
}

bool isCode(const QString &path)
{
    return path.endsWith(QLatin1String(".cpp")) || path.endsWith(QLatin1String(".h"));
}

QString stemOf(const QString &path)
{
    return path.left(path.lastIndexOf(u'.'));
}

QString folderOf(const QString &path)
{
    return path.left(qMax(qsizetype(0), path.lastIndexOf(u'/')));
}

int lineOf(const QString &text, qsizetype offset)
{
    return int(QStringView(text).left(offset).count(u'\n')) + 1;
}

}  // namespace house
