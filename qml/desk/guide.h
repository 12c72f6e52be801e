// The texts that ship with the program: the manual's chapters in the language that is spoken, a
// search over them by heading and by words, the agents' summaries, and the sample dreams. Reads compiled-in Markdown only.
// GUI thread only.
#pragma once

#include <QObject>
#include <QVariantList>
#include <QtQml/qqmlregistration.h>

class Guide : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_SINGLETON

public:
    static constexpr int foundMax = 40;

    using QObject::QObject;

    // {name, title, text, parts}, in reading order. A chapter that a language lacks comes in English.
    // Parts are the text cut at its pictures: {words} or {picture, says}, the picture's address without
    // its theme, as the line "![what it shows](../pictures/NAME-light-LANGUAGE.png)" names it.
    Q_INVOKABLE QVariantList chapters(const QString &language) const;
    // {name, title, heading, words, at}, best first: headings, then texts; `at` counts characters.
    Q_INVOKABLE QVariantList search(const QString &language, const QString &typed) const;
    // What each built-in agent does, by its short name, in a language other than that of the manifests;
    // empty for that one.
    Q_INVOKABLE QVariantMap agents(const QString &language) const;
    // Dreams to try things with: {name, text}. English where a language has none.
    Q_INVOKABLE QVariantList samples(const QString &language) const;
};
