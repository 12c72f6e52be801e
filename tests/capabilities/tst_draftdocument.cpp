// draft-document against the published cases of the Mustache specification's required modules.
#include "runcapability.h"

#include <QFile>

using namespace testing;

namespace {

json::value vectors()
{
    QFile file(QStringLiteral(DREAM_SOURCE_DIR "/tests/vectors/mustache.json"));
    return file.open(QIODevice::ReadOnly) ? json::parse(file.readAll().toStdString())
                                          : json::value();
}

}  // namespace

class TstDraftDocument : public QObject {
    Q_OBJECT

private slots:
    void specification()
    {
        const json::value all = vectors();
        QVERIFY(all.is_array() && all.as_array().size() == 130);
        std::string failed;
        for (const json::value &one : all.as_array()) {
            const auto result = runCapability(
                "draft-document",
                {{"template", one.at("template").as_string().c_str()},
                 {"fields", json::serialize(one.at("data"))}},
                {{"format", "html"}, {"lenient", true}, {"partials", one.at("partials")}});
            if (!result.refusal.empty()
                || output(result, "document") != one.at("expected").as_string().c_str())
                failed += json::serialize(one) + "\n  gave " + result.refusal
                          + output(result, "document") + "\n";
        }
        QVERIFY2(failed.empty(), failed.c_str());
    }
};

QTEST_APPLESS_MAIN(TstDraftDocument)
#include "tst_draftdocument.moc"
