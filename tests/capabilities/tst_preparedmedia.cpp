// catalog-media: what it refuses and where it ends, headers cut off at every byte, and captions whose
// faults are known because they were put there.
#include "opscase.h"

#include "capabilities/base64.h"
#include "capabilities/captions.h"
#include "capabilities/filelist.h"
#include "capabilities/mediahead.h"

using namespace testing;
using namespace std::literals;

namespace {

const std::string bad = "capability.badValue", missing = "capability.missing",
                  many = "capability.tooMany";

std::string catalogue(const json::object &changed, const json::object &params = {})
{
    json::object entry{{"path", "a"}};
    for (const auto &member : changed)
        entry[member.key()] = member.value();
    json::object all = params;
    all["media"] = json::array{entry};
    return runCapability("catalog-media", {}, all).refusal;
}

std::string clock(std::int64_t milliseconds)
{
    const auto digits = [](std::int64_t number, std::size_t width) {
        const std::string text = std::to_string(number);
        return std::string(width - text.size(), '0') + text;
    };
    return digits(milliseconds / 3'600'000, 2) + ":" + digits(milliseconds / 60'000 % 60, 2) + ":"
           + digits(milliseconds / 1000 % 60, 2) + "," + digits(milliseconds % 1000, 3);
}

const std::string_view heads[] = {
    "\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\x21\0\0\0\x15"sv,
    "\xff\xd8\xff\xe0\0\x04xx\xff\xc0\0\x0b\x08\0\x15\0\x21"sv,
    "GIF89a\x21\0\x15\0"sv,
    "RIFF\x16\0\0\0WEBPVP8X\x0a\0\0\0\0\0\0\0\x20\0\0\x14\0\0"sv,
    "BM\x36\0\0\0\0\0\0\0\x36\0\0\0\x28\0\0\0\x21\0\0\0\x15\0\0\0"sv,
};

}  // namespace

class TstPreparedMedia : public QObject {
    Q_OBJECT

private slots:
    void headersCutOffAnywhereAreDamaged()
    {
        for (const std::string_view head : heads) {
            const auto whole = capabilities::mediaHead(head);
            QVERIFY(!whole.isDamaged && whole.width == 33 && whole.height == 21);
            for (std::size_t bytes = 0; bytes < head.size(); ++bytes) {
                const auto found = capabilities::mediaHead(head.substr(0, bytes));
                QVERIFY(found.isDamaged || found.kind.empty());
            }
        }
    }

    void aBeginningIsNotDamaged()
    {
        const std::string_view wave =
            "RIFF\0\0\0\0WAVEfmt \x10\0\0\0\1\0\1\0\x40\x1f\0\0\x40\x1f\0\0"sv;
        QVERIFY(capabilities::mediaHead(wave).isDamaged);
        const auto sound = capabilities::mediaHead(wave, false);
        QVERIFY(sound.isUnknown && !sound.isDamaged && sound.kind == "wav");
        for (const std::string_view head : heads)
            for (std::size_t bytes = 0; bytes <= head.size(); ++bytes) {
                const auto found = capabilities::mediaHead(head.substr(0, bytes), false);
                QVERIFY(!found.isDamaged
                        && found.isUnknown == (bytes < head.size() && !found.kind.empty()));
            }
        QVERIFY(capabilities::mediaHead("\xff\xd8\xff\xe0\0\0\xff\xc0"sv, false).isDamaged);
        const json::object item{{"path", "a.jpg"},
                                {"base64", capabilities::base64("\xff\xd8\xff\xe0\x10\0xx"sv)},
                                {"bytes", 90'000},
                                {"rights", "mine"}};
        const auto row = answer("catalog-media", {{"media", json::array{item}}}, "catalogue")
                             .at("files")
                             .at(0)
                             .as_object();
        QVERIFY(row.at("measures").as_string() == "unknown" && row.at("faults").as_array().empty());
    }

    void faultsOfCaptionsAreBounded()
    {
        json::array media;
        const std::string cues = [] {
            std::string out;
            for (int i = 0; i < 200; ++i)
                out += "1 --> 0\nx\n\n";
            return out;
        }();
        for (int i = 0; i < 1000; ++i)
            media.push_back(json::object{{"path", std::to_string(i)}, {"text", cues}});
        const auto result = runCapability("catalog-media", {}, {{"media", media}});
        std::size_t shown = 0;
        const json::value catalogue = jsonOf(result, "catalogue");
        for (const json::value &row : catalogue.at("files").as_array()) {
            QCOMPARE(row.at("captions").at("faultsTotal").as_int64(), 200);
            shown += row.at("captions").at("faults").as_array().size();
        }
        QCOMPARE(shown, std::size_t(20'000));
    }

    void bentHeadersAreHarmless()
    {
        for (std::uint64_t seed = 1; seed <= 4000; ++seed) {
            Draw draw(seed);
            std::string bytes(heads[std::size_t(draw.below(5))]);
            for (int i = draw.below(6); i >= 0; --i)
                bytes[std::size_t(draw.below(int(bytes.size())))] = char(draw.below(256));
            const auto found = capabilities::mediaHead(bytes);
            QVERIFY(found.isDamaged || found.kind.empty() || found.kind == "wav"
                    || (found.width > 0 && found.height > 0));
        }
        // a segment without a length, a frame of nothing, a sound without a rate, a foreign chunk
        QVERIFY(capabilities::mediaHead("\xff\xd8\xff\xe0\0\0\xff\xc0"sv).isDamaged);
        QVERIFY(capabilities::mediaHead("GIF89a\0\0\x15\0"sv).isDamaged);
        QVERIFY(capabilities::mediaHead("RIFF\0\0\0\0WAVEdata\x08\0\0\0"sv).isDamaged);
        QVERIFY(capabilities::mediaHead("RIFF\0\0\0\0WEBPJUNK\0\0\0\0"sv).isDamaged);
        QVERIFY(capabilities::mediaHead("fLaC\x81\0\0\x22"sv).isDamaged);
    }

    void kindsByMagicAndEnding()
    {
        const std::pair<std::string_view, std::string_view> rows[] = {{"%PDF-1.7", "pdf"},
                                                                      {"PK\x03\x04", "zip"},
                                                                      {"\x1f\x8b", "gzip"},
                                                                      {"OggS", "ogg"},
                                                                      {"ID3", "mp3"},
                                                                      {"MZ", "exe"},
                                                                      {"fLaC", "flac"},
                                                                      {"plain", ""},
                                                                      {"\0\0\0\x18"
                                                                       "ftypmp42"sv,
                                                                       "mp4"}};
        for (const auto &[bytes, kind] : rows)
            QVERIFY(capabilities::magicOf(bytes) == kind);
        QVERIFY(capabilities::kindOfEnding("A/B.JPEG") == "jpeg");
        QVERIFY(capabilities::kindOfEnding("jpeg").empty());
    }

    void namesThatMislead()
    {
        const std::pair<const char *, std::string_view> rows[] = {
            {"a\u061cb", "direction"},
            {"a\u0085b", "control"},
            {"a\u009fb", "control"},
            {"invoice.pdf   .exe", "disguised"},
            {"a.pdf\u00a0 .exe", "disguised"},
            {"a b .exe", ""},
            {"a\u00a0b", ""}};
        for (const auto &[path, why] : rows)
            QVERIFY2(capabilities::suspicionOf(path) == why, path);
    }

    void captionsHaveTheFaultsPutIn()
    {
        for (std::uint64_t seed = 1; seed <= 200; ++seed) {
            Draw draw(seed);
            std::string text = draw.below(2) ? "WEBVTT\n\n" : "";
            std::vector<std::string> expected;
            std::int64_t at = 0;
            for (int cue = 0; cue < 12; ++cue) {
                const int kind = draw.below(5);
                std::int64_t start = at + 100, end = start + 2000;
                std::string words = "some words here";
                if (kind == 1 && cue > 0)
                    start = at - 50;
                if (kind == 2)
                    end = start + 800;
                if (kind == 3)
                    words = std::string(41, 'x');
                if (kind == 4)
                    end = start;
                if (kind == 1 && cue > 0)
                    expected.emplace_back("overlap");
                if (kind == 2) {
                    expected.emplace_back("short");
                    expected.emplace_back("fast");  // 15 letters in 0.8 s
                }
                if (kind == 3)
                    expected.emplace_back("fast");
                if (kind == 4)
                    expected.emplace_back("backwards");
                at = std::max(at, end);
                text += std::to_string(cue + 1) + "\r\n" + clock(start) + " --> " + clock(end)
                        + "\r\n" + words + "\r\n\r\n";
            }
            const auto captions = capabilities::readCaptions(text, 17, 833);
            QCOMPARE(captions.cues, std::size_t(12));
            QCOMPARE(captions.lastEnd, at);
            QCOMPARE(captions.faults.size(), expected.size());
            for (std::size_t i = 0; i < expected.size(); ++i)
                QVERIFY(captions.faults[i].what == expected[i]);
        }
    }

    void timesThatAreNone()
    {
        for (const char *time :
             {"", "00:01", "0:01.000", "00:60.000", "00:61:00.000", "00:01;000", "x:00:01.000",
              "1000000000:00:01.000", "99999999999999999999:00:01.000", "-1:00:01.000"}) {
            const auto captions =
                capabilities::readCaptions(std::string(time) + " --> 59:59.000\nx\n", 17, 0);
            QVERIFY2(captions.faults.size() == 1 && captions.faults[0].what == "timing", time);
        }
    }

    void mediaRefused()
    {
        QCOMPARE(catalogue({}), std::string());
        QCOMPARE(catalogue({{"path", nullptr}}), missing);
        QCOMPARE(catalogue({{"base64", "Zg"}}), bad);
        QCOMPARE(catalogue({{"base64", std::string((4u << 20) + 4, 'A')}}), many);
        QCOMPARE(catalogue({{"text", std::string((2u << 20) + 1, 'a')}}), many);
        QCOMPARE(catalogue({{"bytes", -1}}), bad);
        QCOMPARE(catalogue({{"bytes", 2}, {"base64", "YWJj"}}), bad);  // fewer than are here
        QCOMPARE(catalogue({{"sha256", "12"}}), bad);
        QCOMPARE(catalogue({{"sha256", std::string(64, '0')}, {"base64", "YWJj"}}), bad);
        QCOMPARE(catalogue({{"rights", std::string(501, 'a')}}), many);
        QCOMPARE(catalogue({}, {{"charactersPerSecond", 0}}), bad);
        QCOMPARE(catalogue({}, {{"cueMilliseconds", -1}}), bad);
        const auto list = [](const json::array &media) {
            return runCapability("catalog-media", {}, {{"media", media}}).refusal;
        };
        QCOMPARE(list({}), missing);
        QCOMPARE(list(json::array{1}), bad);
        const json::object one{{"path", "a"}};
        QCOMPARE(list(json::array{one, one}), bad);
        QCOMPARE(list(json::array(5001, json::value(one))), many);
    }

    void promises() { checkPromises("catalog-media", {{"media", R"([{"path":"a.png"}])"}}); }
};

QTEST_GUILESS_MAIN(TstPreparedMedia)
#include "tst_preparedmedia.moc"
