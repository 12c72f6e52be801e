#include "callback.h"

#include <QCoreApplication>
#include <QQmlEngine>

using namespace Qt::StringLiterals;

namespace models {

Callback hold(const QJSValue &callback)
{
    return Callback(new QJSValue(callback), [](const QJSValue *value) {
        // Directly when this is our thread already.
        QMetaObject::invokeMethod(
            QCoreApplication::instance(), [value] { delete value; }, Qt::AutoConnection);
    });
}

void tell(const QObject *asker, const QJSValue &callback, const QVariant &answer)
{
    QJSEngine *engine = qjsEngine(asker);
    if (!engine || !callback.isCallable())
        return;
    const QJSValue result = callback.call({engine->toScriptValue(answer)});
    if (result.isError())
        qWarning("%s:%d: %s", qPrintable(result.property(u"fileName"_s).toString()),
                 result.property(u"lineNumber"_s).toInt(), qPrintable(result.toString()));
}

}  // namespace models
