// The files of the repository as text in memory, so that a rule can be tried on the real tree and
// on the same tree with one violation seeded. Leaves all judgement to the rules.
// Thread contract: plain values.
#pragma once

#include <QMap>
#include <QString>
#include <QStringList>

namespace house {

// Path relative to the root, with forward slashes, to its text.
using Tree = QMap<QString, QString>;

// Every text file below root, without build folders, version control and test data.
Tree load(const QString &root);

// The code with comments blanked out, and with the insides of string literals too when asked.
// Lines keep their numbers.
QString withoutComments(const QString &code, bool keepsLiterals = true);

struct Include {
    QString name;
    bool isQuoted = false;
    int line = 0;
};
QList<Include> includesOf(const QString &code);

bool isCode(const QString &path);       // .cpp, .h
QString stemOf(const QString &path);    // engine/a/wolf.cpp -> engine/a/wolf
QString folderOf(const QString &path);  // engine/a/wolf.cpp -> engine/a
int lineOf(const QString &text, qsizetype offset);

}  // namespace house
