#include "examscore.h"

#include <QRegularExpression>
#include <QSet>
#include <QString>

#include <algorithm>
#include <cmath>
#include <numeric>

namespace exam {

std::string norm(const std::string &text)
{
    QString out;
    const QString composed =
        QString::fromStdString(text).normalized(QString::NormalizationForm_C).toLower();
    for (const uint c : composed.toUcs4()) {
        const bool isKept = QChar::isLetter(c) || QChar::isMark(c)
                            || QChar::category(c) == QChar::Number_DecimalDigit;
        if (isKept)
            out += QString::fromUcs4(reinterpret_cast<const char32_t *>(&c), 1);
        else if (!out.isEmpty() && !out.endsWith(QLatin1Char(' ')))
            out += QLatin1Char(' ');
    }
    return out.trimmed().toStdString();
}

Words tokensOf(const std::string &text)
{
    Words words;
    const QString all = QString::fromStdString(norm(text));
    for (const QString &word : all.split(QLatin1Char(' '), Qt::SkipEmptyParts))
        words.push_back(word.toStdString());
    return words;
}

double dice(const Words &left, const Words &right)
{
    if (left.empty() && right.empty())
        return 0;
    Words rest = right;
    double shared = 0;
    for (const std::string &word : left) {
        const auto found = std::ranges::find(rest, word);
        if (found != rest.end()) {
            rest.erase(found);
            ++shared;
        }
    }
    return 2 * shared / static_cast<double>(left.size() + right.size());
}

static bool isAlike(const std::string &left, const std::string &right)
{
    if (left == right)
        return true;
    const auto x = QString::fromStdString(left).toUcs4();
    const auto y = QString::fromStdString(right).toUcs4();
    if (x.size() < 4 || y.size() < 4)
        return false;
    qsizetype same = 0;
    while (same < std::min(x.size(), y.size()) && x[same] == y[same])
        ++same;
    return static_cast<double>(same) >= 0.75 * static_cast<double>(std::max(x.size(), y.size()));
}

double looseDice(const Words &left, const Words &right)
{
    if (left.empty() && right.empty())
        return 0;
    std::vector<bool> isUsed(right.size(), false);
    double shared = 0;
    for (const std::string &word : left) {
        for (std::size_t j = 0; j < right.size(); ++j) {
            if (!isUsed[j] && isAlike(word, right[j])) {
                isUsed[j] = true;
                ++shared;
                break;
            }
        }
    }
    return 2 * shared / static_cast<double>(left.size() + right.size());
}

bool isNear(const Words &left, const Words &right)
{
    if (left.empty() || right.empty())
        return false;
    const Words &shorter = left.size() <= right.size() ? left : right;
    const Words &longer = left.size() <= right.size() ? right : left;
    if (shorter.size() * 2 < longer.size())
        return false;
    return std::ranges::search(longer, shorter).begin() != longer.end();
}

bool countSet(Tally &tally, const std::vector<std::string> &predicted,
              const std::vector<std::string> &labels, const Match &match, const Ignore &ignore,
              bool isExact)
{
    const auto same = [&](const std::string &text) { return isExact ? text : norm(text); };
    std::vector<bool> isTaken(labels.size(), false);
    QSet<QString> seen;
    const Tally before = tally;
    for (const std::string &guess : predicted) {
        const QString key = QString::fromStdString(same(guess));
        if (seen.contains(key))
            continue;
        seen.insert(key);
        std::size_t found = labels.size();
        bool matchesTaken = false;
        for (std::size_t i = 0; i < labels.size() && found == labels.size(); ++i) {
            if (!isTaken[i] && same(labels[i]) == same(guess))
                found = i;
        }
        for (std::size_t i = 0; i < labels.size() && found == labels.size(); ++i) {
            if (!match(guess, labels[i]))
                continue;
            if (isTaken[i])
                matchesTaken = true;
            else
                found = i;
        }
        if (found < labels.size()) {
            isTaken[found] = true;
            ++tally.hit;
        } else if (!matchesTaken && !(ignore && ignore(guess))) {
            ++tally.wrong;
        }
    }
    tally.missed += static_cast<double>(std::ranges::count(isTaken, false));
    return tally.wrong == before.wrong && tally.missed == before.missed;
}

static std::vector<double> ranksOf(const std::vector<double> &values)
{
    std::vector<std::size_t> order(values.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::ranges::sort(order, [&](std::size_t a, std::size_t b) { return values[a] < values[b]; });
    std::vector<double> ranks(values.size());
    for (std::size_t i = 0; i < order.size();) {
        std::size_t next = i;
        while (next < order.size() && values[order[next]] == values[order[i]])
            ++next;
        for (std::size_t k = i; k < next; ++k)
            ranks[order[k]] = static_cast<double>(i + next - 1) / 2;
        i = next;
    }
    return ranks;
}

double spearman(const std::vector<double> &xs, const std::vector<double> &ys)
{
    const std::vector<double> left = ranksOf(xs);
    const std::vector<double> right = ranksOf(ys);
    const double mean = (static_cast<double>(xs.size()) - 1) / 2;
    double shared = 0;
    double leftSquares = 0;
    double rightSquares = 0;
    for (std::size_t i = 0; i < xs.size(); ++i) {
        shared += (left[i] - mean) * (right[i] - mean);
        leftSquares += (left[i] - mean) * (left[i] - mean);
        rightSquares += (right[i] - mean) * (right[i] - mean);
    }
    return leftSquares == 0 || rightSquares == 0 ? 0
                                                 : shared / std::sqrt(leftSquares * rightSquares);
}

bool isKinship(const std::string &guess)
{
    static const QStringList words =
        QStringLiteral(
            "mum mom mother dad father grandma grandpa granny gran grandmother grandfather brother sister son daughter aunt "
            "uncle oma opa mama papa mutter vater bruder schwester tante onkel großmutter großvater abuela abuelo madre padre "
            "mamá papá hermano hermana tía tío mamie papi maman mère père frère sœur oncle")
            .split(QLatin1Char(' '));
    return words.contains(QString::fromStdString(norm(guess)));
}

bool isLooseDate(const std::string &guess)
{
    const QString text = QString::fromStdString(guess);
    if (!text.contains(QRegularExpression(QStringLiteral("\\d"))))
        return true;
    return QRegularExpression(QStringLiteral("^\\D*\\d{4}\\D*$")).match(text).hasMatch()
           && !QRegularExpression(QStringLiteral("\\p{L}")).match(text).hasMatch();
}

}  // namespace exam
