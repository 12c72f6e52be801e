// The language the window speaks: installs German or the plural forms of English, sets the locale
// of numbers and dates, and follows the choice at once. A pseudo-language lengthens and accents
// every text, so that tests see what was not translatable or has no room. GUI thread only.
#pragma once

#include <QObject>
#include <QString>
#include <QTranslator>

#include <memory>

class Tongue : public QObject {
    Q_OBJECT

public:
    explicit Tongue(QObject *parent = nullptr);
    ~Tongue() override;

    // "en", "de" or "pseudo"; anything else is what the system speaks, or English.
    void speak(const QString &wanted);
    QString spoken() const { return m_spoken; }

private:
    std::unique_ptr<QTranslator> m_translator;
    QString m_spoken;
};

// "Dreams" becomes "[Ďřêâmš one]": every letter changed, about 40 percent longer, placeholders kept.
QString pseudo(const QString &text);
