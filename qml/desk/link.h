// What a dreamscope: address may ask of the window. Such an address can come from anywhere, so it
// opens a page or a dream that is already here and nothing else; an import must be confirmed by the
// person in the window. Pure.
#pragma once

#include <QString>
#include <QStringList>

namespace desktop {

struct Link {
    enum class Kind { None, Page, Dream, Import };
    Kind kind = Kind::None;
    QString subject;  // a page's name, a dream's id, or a local file
};

inline constexpr qsizetype linkBytesMax = 2048;

// dreamscope:dream/<id>, dreamscope:page/<name>, dreamscope:import?file=<local path>.
Link parseLink(const QString &address, const QStringList &pages);
// The page people mean, whatever its letters' case; empty when there is none.
QString pageNamed(const QString &name, const QStringList &pages);

}  // namespace desktop
