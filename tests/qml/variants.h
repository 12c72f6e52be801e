// The variants a page is looked at in: profile, language, sizes, theme and the page itself as numbers,
// all combinations of them, and a small set in which any two values meet. Pure; leaves what the
// numbers mean to the caller.
#pragma once

#include <QList>

#include <array>

enum Factor { Profile, Language, Size, Percent, Look, Place, factors };
using Variant = std::array<int, factors>;

// Every combination, ordered by the factors in their order; counts says how many values each has.
QList<Variant> allVariants(const Variant &counts);

// Few of them, but so that any two values of any two factors meet.
QList<Variant> coveringVariants(const QList<Variant> &all);
