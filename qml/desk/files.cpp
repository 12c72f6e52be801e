#include "files.h"

#include <QCoreApplication>
#include <QDirIterator>
#include <QFile>
#include <QProcess>
#include <QRegularExpression>
#include <QSaveFile>
#include <QStandardPaths>
#include <QVariantMap>

using namespace Qt::StringLiterals;

QString Files::write(const QUrl &file, const QString &text) const
{
    QSaveFile out(file.toLocalFile());
    if (!out.open(QIODevice::WriteOnly) || out.write(text.toUtf8()) < 0 || !out.commit())
        return out.errorString();
    return {};
}

QVariantMap Files::read(const QUrl &file) const
{
    QFile in(file.toLocalFile());
    if (!in.open(QIODevice::ReadOnly))
        return {{u"ok"_s, false}, {u"text"_s, QString()}, {u"reason"_s, in.errorString()}};
    return {{u"ok"_s, in.size() <= readMax},
            {u"text"_s, QString::fromUtf8(in.read(readMax))},
            {u"reason"_s, QString()}};
}

QVariantMap Files::measure(const QString &folder) const
{
    double bytes = 0;
    int files = 0;
    if (!folder.isEmpty()) {
        QDirIterator each(folder, QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
        while (each.hasNext()) {
            each.next();
            bytes += double(each.fileInfo().size());
            ++files;
        }
    }
    return {{u"bytes"_s, bytes}, {u"files"_s, files}};
}

QString Files::safeName(const QString &words, const QString &ending) const
{
    static const QRegularExpression other(u"[^\\p{L}\\p{N}]+"_s,
                                          QRegularExpression::UseUnicodePropertiesOption);
    const QStringList parts = words.left(nameMax).split(other, Qt::SkipEmptyParts);
    return (parts.isEmpty() ? u"dreamscope"_s : parts.join(u'-')) + ending;
}

QUrl Files::documents(const QString &name) const
{
    const QString folder = QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation);
    return QUrl::fromLocalFile(folder + u'/' + name);
}

bool Files::openProfile(const QString &folder) const
{
    return QFileInfo(folder).isDir()
           && QProcess::startDetached(QCoreApplication::applicationFilePath(),
                                      {u"--profile"_s, folder});
}
