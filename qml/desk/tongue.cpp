#include "tongue.h"

#include "choices.h"

#include <QCoreApplication>
#include <QLocale>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace {

class PseudoTranslator : public QTranslator {
public:
    QString translate(const char *, const char *text, const char *, int) const override
    {
        return pseudo(QString::fromUtf8(text));
    }
    bool isEmpty() const override { return false; }
};

QString ofTheSystem()
{
    return QLocale::system().language() == QLocale::German ? u"de"_s : u"en"_s;
}

}  // namespace

QString pseudo(const QString &text)
{
    static const QString plain = u"ABCDEGHIKLNOPRSTUWYZabcdeghiklnoprstuwyz"_s;
    static const QString odd = u"ÅƁČĎÊĞĤÎĶĻŇÔÞŘŠŤÛŴÝŽåƀčďêğĥîķļňôþřšťûŵýž"_s;
    static const QRegularExpression placeholder(u"%(L?n|L?\\d)"_s);
    QString out;
    int letters = 0;
    for (qsizetype i = 0; i < text.size(); ++i) {
        const auto mark = placeholder.match(text, i, QRegularExpression::NormalMatch,
                                            QRegularExpression::AnchorAtOffsetMatchOption);
        if (mark.hasMatch()) {
            out += mark.captured();
            i += mark.capturedLength() - 1;
            continue;
        }
        const qsizetype at = plain.indexOf(text[i]);
        out += at < 0 ? text[i] : odd[at];
        letters += text[i].isLetter();
    }
    static const QString filler = u" one two three four five six seven eight nine ten"_s;
    return letters == 0
               ? out
               : u'[' + out + filler.left(std::min<qsizetype>(2 + letters * 2 / 5, filler.size()))
                     + u']';
}

Tongue::Tongue(QObject *parent) : QObject(parent)
{
    const auto follow = [this] { speak(Choices::instance().value(u"language"_s).toString()); };
    connect(&Choices::instance(), &Choices::languageChanged, this, follow);
    follow();
}

Tongue::~Tongue() = default;

void Tongue::speak(const QString &wanted)
{
    const QString code =
        wanted == "en"_L1 || wanted == "de"_L1 || wanted == "pseudo"_L1 ? wanted : ofTheSystem();
    if (code == m_spoken)
        return;
    m_spoken = code;
    if (m_translator)
        QCoreApplication::removeTranslator(m_translator.get());
    if (code == "pseudo"_L1) {
        m_translator = std::make_unique<PseudoTranslator>();
    } else {
        m_translator = std::make_unique<QTranslator>();
        if (!m_translator->load(u":/i18n/dreamscope_"_s + code + u".qm"_s))
            qWarning("the texts of language %s are missing", qPrintable(code));
    }
    QCoreApplication::installTranslator(m_translator.get());
    const QLocale system = QLocale::system();
    QLocale::setDefault(
        code == "de"_L1 && system.language() != QLocale::German    ? QLocale(QLocale::German)
        : code == "en"_L1 && system.language() != QLocale::English ? QLocale(QLocale::English)
                                                                   : system);
}
