#include "whatif.h"

#include "journal.h"
#include "values.h"

#include "hands/roster.h"

namespace models {

using namespace Qt::StringLiterals;
using economicengine::Band, economicengine::ProjectedDay;

namespace {

constexpr qint64 dayMs = 86'400'000;

QVariantMap listsOf(const std::vector<ProjectedDay> &days, Band ProjectedDay::*what)
{
    QVariantMap lists;
    for (const auto &[name, part] :
         {std::pair(u"low"_s, &Band::low), std::pair(u"middle"_s, &Band::middle),
          std::pair(u"high"_s, &Band::high)}) {
        QVariantList values;
        for (const ProjectedDay &day : days)
            values.append(double((day.*what.*part).units) / double(tokens::unit));
        lists.insert(name, values);
    }
    return lists;
}

// Out of range what does not fit, so that it is refused and not cut.
std::uint32_t count(const QVariant &value)
{
    bool isNumber = false;
    const qulonglong number = value.toULongLong(&isNumber);
    return isNumber && number <= UINT32_MAX ? std::uint32_t(number) : UINT32_MAX;
}

}  // namespace

void whatIf(Journal &journal, const QVariantMap &question, QObject *asker,
            const std::function<void(const QVariantMap &)> &then)
{
    const bool isSheep = question.value(u"token"_s).toString() == "sheep"_L1;
    const auto amount =
        kernel::amountFromText(question.value(u"amount"_s).toString().toStdString(), 18);
    const auto change = [=](economicengine::Question &asked) {
        asked.people = count(question.value(u"people"_s));
        asked.receipts = count(question.value(u"receipts"_s));
        asked.days = count(question.value(u"days"_s));
        asked.seed = question.value(u"seed"_s, 1).toULongLong();
        if (amount)
            (isSheep ? asked.sheepTokens : asked.dreamTokens) = *amount;
    };
    const kernel::Time now{question.value(u"now"_s).toLongLong() * 1000};
    journal.whatIf(now, change, asker, [then, isSheep](const auto &found) {
        if (!found.first) {
            then({{u"ok"_s, false}, {u"sentence"_s, text(hands::sentence(found.first.refusal()))}});
            return;
        }
        QVariantList at;
        for (const ProjectedDay &day : found.second)
            at.append(double(day.day * dayMs));
        const auto left = isSheep ? &ProjectedDay::sheepLeft : &ProjectedDay::dreamLeft;
        const auto paid = isSheep ? &ProjectedDay::sheepPaid : &ProjectedDay::dreamPaid;
        then({{u"ok"_s, true},
              {u"sentence"_s, QString()},
              {u"at"_s, at},
              {u"left"_s, listsOf(found.second, left)},
              {u"paid"_s, listsOf(found.second, paid)}});
    });
}

}  // namespace models
