#include "link.h"

#include <QRegularExpression>
#include <QUrl>
#include <QUrlQuery>

using namespace Qt::StringLiterals;

namespace desktop {

QString pageNamed(const QString &name, const QStringList &pages)
{
    for (const QString &one : pages)
        if (one.compare(name, Qt::CaseInsensitive) == 0)
            return one;
    return {};
}

Link parseLink(const QString &address, const QStringList &pages)
{
    static const QRegularExpression idForm(u"^[0-9A-Za-z]{13}$"_s);
    const QUrl url(address, QUrl::StrictMode);
    if (address.size() > linkBytesMax || !url.isValid() || url.scheme() != "dreamscope"_L1
        || url.hasFragment())
        return {};
    const QString verb = url.path().section(u'/', 0, 0), rest = url.path().section(u'/', 1);
    if (verb == "dream"_L1 && !url.hasQuery() && idForm.match(rest).hasMatch())
        return {Link::Kind::Dream, rest};
    if (verb == "page"_L1 && !url.hasQuery() && !pageNamed(rest, pages).isEmpty())
        return {Link::Kind::Page, pageNamed(rest, pages)};
    const QString file = QUrlQuery(url).queryItemValue(u"file"_s, QUrl::FullyDecoded);
    const bool isLocal =
        file.startsWith(u'/') && !file.contains(u'\0') && !file.contains("/../"_L1);
    if (verb == "import"_L1 && rest.isEmpty() && isLocal)
        return {Link::Kind::Import, file};
    return {};
}

}  // namespace desktop
