#include "variants.h"

#include <QSet>

#include <algorithm>

QList<Variant> allVariants(const Variant &counts)
{
    QList<Variant> all{Variant{}};
    for (int factor = 0; factor < factors; ++factor) {
        QList<Variant> next;
        for (Variant variant : std::as_const(all)) {
            for (variant[factor] = 0; variant[factor] < counts[factor]; ++variant[factor])
                next.append(variant);
        }
        all = next;
    }
    return all;
}

// Taken greedily, always the one with the most pairs that have not met.
QList<Variant> coveringVariants(const QList<Variant> &all)
{
    const auto pairsOf = [](const Variant &v) {
        QSet<int> pairs;
        for (int a = 0; a < factors; ++a)
            for (int b = a + 1; b < factors; ++b)
                pairs.insert(((a * 8 + b) * 64 + v[a]) * 64 + v[b]);
        return pairs;
    };
    QSet<int> open;
    QList<QSet<int>> pairs;
    for (const Variant &variant : all) {
        pairs.append(pairsOf(variant));
        open |= pairs.constLast();
    }
    QList<Variant> chosen;
    while (!open.isEmpty()) {
        qsizetype best = 0, most = -1;
        for (qsizetype i = 0; i < all.size(); ++i) {
            const qsizetype met = std::count_if(pairs[i].cbegin(), pairs[i].cend(),
                                                [&](int pair) { return open.contains(pair); });
            if (met > most) {
                most = met;
                best = i;
            }
        }
        chosen.append(all[best]);
        open -= pairs[best];
    }
    std::sort(chosen.begin(), chosen.end());
    return chosen;
}
