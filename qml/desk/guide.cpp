#include "guide.h"

#include <QDir>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>
#include <QVariantMap>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

QString textOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

const QRegularExpression &pictureLine()
{
    static const QRegularExpression line(
        u"^!\\[([^\\]]*)\\]\\(\\.\\./pictures/([a-z]+)-light-([a-z]+)\\.png\\)$"_s);
    return line;
}

QVariantList partsOf(const QString &text)
{
    QVariantList parts;
    QString words;
    const auto close = [&] {
        if (!words.trimmed().isEmpty())
            parts.append(QVariantMap{{u"words"_s, words}});
        words.clear();
    };
    const QStringList lines = text.split(u'\n');
    for (const QString &line : lines) {
        const auto match = pictureLine().match(line);
        if (!match.hasMatch()) {
            words += line + u'\n';
            continue;
        }
        close();
        parts.append(QVariantMap{{u"picture"_s, u"qrc:/manual/pictures/%1-%2-%3.png"_s.arg(
                                                    match.captured(2), u"%1"_s, match.captured(3))},
                                 {u"says"_s, match.captured(1)}});
    }
    close();
    return parts;
}

struct Section {
    QString heading, words;
};

QList<Section> sectionsOf(const QString &text)
{
    QList<Section> sections;
    const QStringList lines = text.split(u'\n');
    for (const QString &line : lines) {
        const auto picture = pictureLine().match(line);
        if (line.startsWith(u'#'))
            sections.append({line.section(u' ', 1), {}});
        else if (!sections.isEmpty() && !line.trimmed().isEmpty())
            sections.last().words += (sections.last().words.isEmpty() ? QString() : u" "_s)
                                     + (picture.hasMatch() ? picture.captured(1) : line.trimmed());
    }
    return sections;
}

// The words around the hit, cut at blanks.
QString around(const QString &words, qsizetype at)
{
    qsizetype from = std::max<qsizetype>(0, at - 40);
    from = from == 0 ? 0 : words.indexOf(u' ', from) + 1;
    const QString part = words.mid(from, 150);
    return (from > 0 ? u"… "_s : QString()) + part
           + (from + 150 < words.size() ? u" …"_s : QString());
}

}  // namespace

QVariantList Guide::chapters(const QString &language) const
{
    QVariantList list;
    const QStringList files =
        QDir(u":/manual/en"_s).entryList({u"*.md"_s}, QDir::Files, QDir::Name);
    for (const QString &file : files) {
        QString text = textOf(u":/manual/"_s + language + u'/' + file);
        if (text.isEmpty())
            text = textOf(u":/manual/en/"_s + file);
        list.append(QVariantMap{{u"name"_s, file.section(u'-', 1).chopped(3)},
                                {u"title"_s, text.section(u'\n', 0, 0).section(u' ', 1)},
                                {u"text"_s, text},
                                {u"parts"_s, partsOf(text)}});
    }
    return list;
}

QVariantList Guide::search(const QString &language, const QString &typed) const
{
    const QString wanted = typed.simplified();
    QVariantList inHeadings, inWords;
    if (wanted.size() < 2)
        return {};
    const QVariantList all = chapters(language);
    for (const QVariant &one : all) {
        const QVariantMap chapter = one.toMap();
        for (const Section &section : sectionsOf(chapter.value(u"text"_s).toString())) {
            const qsizetype at = section.words.indexOf(wanted, 0, Qt::CaseInsensitive);
            const bool isHeading = section.heading.contains(wanted, Qt::CaseInsensitive);
            if (at < 0 && !isHeading)
                continue;
            (isHeading ? inHeadings : inWords)
                .append(
                    QVariantMap{{u"name"_s, chapter.value(u"name"_s)},
                                {u"title"_s, chapter.value(u"title"_s)},
                                {u"heading"_s, section.heading},
                                {u"words"_s, around(section.words, std::max<qsizetype>(0, at))}});
        }
    }
    return (inHeadings + inWords).mid(0, foundMax);
}

QVariantMap Guide::agents(const QString &language) const
{
    return QJsonDocument::fromJson(textOf(u":/agents/agents.%1.json"_s.arg(language)).toUtf8())
        .object()
        .toVariantMap();
}

QVariantList Guide::samples(const QString &language) const
{
    QDir folder(u":/samples/"_s + language);
    if (!folder.exists())
        folder.setPath(u":/samples/en"_s);
    QVariantList list;
    const QStringList files = folder.entryList({u"*.md"_s}, QDir::Files, QDir::Name);
    for (const QString &file : files)
        list.append(
            QVariantMap{{u"name"_s, file.chopped(3)}, {u"text"_s, textOf(folder.filePath(file))}});
    return list;
}
