#include "verdicts.h"

#include "bridge.h"
#include "journal.h"
#include "values.h"

#include <QCoreApplication>
#include <QLocale>
#include <QStringList>

namespace models {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype findingsShown = 5;

QString tr(const char *words)
{
    return QCoreApplication::translate("Verdicts", words);
}

QString number(std::uint64_t value)
{
    return QLocale().toString(qulonglong(value));
}

QStringList linesOf(const loop::Verdict &verdict)
{
    QStringList lines;
    lines.append(tr("%1 facts on %2 pages, each chained to the page before")
                     .arg(number(verdict.facts), number(verdict.pages)));
    if (verdict.signer)
        lines.append(
            (verdict.isKnownSigner ? tr("Signed up to page %1 by this profile's key: %2")
                                   : tr("Signed up to page %1 by a key nobody here knows: %2"))
                .arg(number(verdict.signedPages), text(loop::fingerprintOf(*verdict.signer))));
    lines.append(
        tr("%1 texts and artefacts are the bytes their digests name").arg(number(verdict.blobs)));
    if (verdict.erased)
        lines.append(tr("%1 were erased on request").arg(number(verdict.erased)));
    for (const std::string &note : verdict.notes) {
        const QString line = text(note);
        lines.append(line.left(1).toUpper() + line.mid(1));
    }
    for (const loop::Finding &finding : verdict.findings) {
        if (lines.size() >= findingsShown + 4)
            break;
        lines.append(text(finding.where) + u": "_s + text(finding.what));
    }
    return lines;
}

QVariantMap wordsOf(const loop::Verdict &verdict, std::size_t receipts)
{
    QString sentence;
    if (!verdict.isGood())
        sentence = tr("%1 things do not hold").arg(number(verdict.findings.size()));
    else if (receipts > 0)
        sentence = tr("%1 receipts hold, checked without a network").arg(number(receipts));
    else
        sentence = tr("The journal holds, checked without a network");
    return {{u"ok"_s, verdict.isGood()}, {u"sentence"_s, sentence}, {u"lines"_s, linesOf(verdict)}};
}

}  // namespace

void verify(const QString &dream, QObject *asker,
            const std::function<void(const QVariantMap &)> &then)
{
    Journal *journal = Bridge::instance().journal();
    if (!journal) {
        then({{u"ok"_s, false},
              {u"sentence"_s, tr("The profile is not open.")},
              {u"lines"_s, QStringList()}});
        return;
    }
    journal->verify(idOf(dream), asker, [then](const Journal::Proof &proof) {
        then(wordsOf(proof.verdict, proof.receipts));
    });
}

void verifyBooks(QObject *asker, const std::function<void(const QVariantMap &)> &then)
{
    Journal *journal = Bridge::instance().journal();
    if (!journal) {
        then({{u"ok"_s, false},
              {u"sentence"_s, tr("The profile is not open.")},
              {u"lines"_s, QStringList()}});
        return;
    }
    journal->verifyBooks(asker, [then](const std::pair<hands::BooksVerdict, std::string> &found) {
        const hands::BooksVerdict &verdict = found.first;
        const bool isGood = verdict.isGood() && found.second.empty();
        QStringList lines{
            tr("%1 accounts: opened once, empty, and as their entries add up")
                .arg(number(verdict.accounts)),
            tr("%1 transfers: between accounts that are there, in one token, each number used once")
                .arg(number(verdict.transfers)),
            tr("%1 holds: ended once and within their amount; %2 are open")
                .arg(number(verdict.holdsMade), number(verdict.holdsOpen)),
            tr("%1 reversals: of something that was done").arg(number(verdict.reversals)),
            tr("Every token sums to zero, none passed its cap, no balance was ever below nothing")};
        if (!isGood)
            lines.clear();
        if (!found.second.empty())
            lines.append(text(found.second));
        for (const std::string &finding : verdict.findings)
            if (lines.size() < findingsShown)
                lines.append(text(finding));
        then({{u"ok"_s, isGood},
              {u"sentence"_s, isGood ? tr("The books balance")
                                     : tr("The books do not balance: %1 findings")
                                           .arg(number(verdict.findings.size()))},
              {u"lines"_s, lines}});
    });
}

}  // namespace models
