// One violation or more for every rule of tst_tidy: files to put into the tree (a "-" takes one
// away) and what the rule must say then. Read by the test only.
#pragma once

#include <utility>
#include <vector>

namespace house {

struct Violation {
    const char *rule;
    std::vector<std::pair<const char *, const char *>> files;
    const char *message;
};

inline const std::vector<Violation> &violations()
{
    static const std::vector<Violation> list{
        // ---- floors
        {"floors are not skipped",
         {{"engine/text/seeded.cpp", "#include \"capabilities/capability.h\"\n"}},
         "engine/text/seeded.cpp:1: text may include [kernel], not capabilities"},
        {"floors are not skipped",
         {{"engine/store/seeded.h", "\n#include \"spine/seeded.h\"\n"},
          {"engine/spine/seeded.h", ""}},
         "engine/store/seeded.h:2: store may include [kernel crypto], not organs"},
        {"floors are not skipped",
         {{"engine/loop/seeded.cpp", "#include \"hands/seeded.h\"\n"},
          {"engine/hands/seeded.h", ""}},
         "engine/loop/seeded.cpp:1: loop may include"},
        {"floors are not skipped",
         {{"app/seeded.cpp", "#include \"store/seeded.h\"\n"}, {"engine/store/seeded.h", ""}},
         "app/seeded.cpp:1: app may include"},
        {"floors are not skipped",
         {{"tests/spine/seeded.cpp", "#include \"app/seeded.h\"\n"}, {"app/seeded.h", ""}},
         "tests/spine/seeded.cpp:1: nothing includes app/"},
        {"floors are not skipped",
         {{"engine/spine/seeded.cpp", "#include \"mesh/seeded.cpp\"\n"},
          {"engine/mesh/seeded.cpp", ""},
          {"engine/text/seeded.h", "#include \"crypto/seeded.cpp\"\n"},
          {"engine/crypto/seeded.cpp", ""}},
         "engine/text/seeded.h:1: only headers are included, not engine/crypto/seeded.cpp"},

        // ---- what a floor knows
        {"only some floors know",
         {{"engine/kernel/seeded.h", "#include <QString>\n"}},
         "engine/kernel/seeded.h:1: kernel knows no qt, but this has <QString>"},
        {"only some floors know",
         {{"engine/spine/seeded.cpp", "#include <thread>\n"}},
         "engine/spine/seeded.cpp:1: organs knows no threads, but this has <thread>"},
        {"only some floors know",
         {{"engine/capabilities/seeded.cpp", "auto f = fopen (\"x\", \"r\");\n"}},
         "engine/capabilities/seeded.cpp:1: capabilities knows no disk, but this has fopen"},
        {"only some floors know",
         {{"engine/text/seeded.cpp", "\nauto t = std::chrono::steady_clock::now();\n"}},
         "engine/text/seeded.cpp:2: text knows no clock, but this has steady_clock"},
        {"only some floors know",
         {{"engine/loop/seeded.cpp", "#include <QSqlQuery>\n"}},
         "engine/loop/seeded.cpp:1: loop knows no sql, but this has <QSqlQuery>"},
        {"only some floors know",
         {{"models/seeded.cpp", "auto q = \"SELECT seq FROM journal \";\n"}},
         "models/seeded.cpp:1: models knows no sql, but this has \"SELECT"},
        {"only some floors know",
         {{"engine/store/seeded.cpp", "#include <mutex>\n"}},
         "engine/store/seeded.cpp:1: store knows no threads, but this has <mutex>"},
        {"only some floors know",
         {{"engine/mesh/seeded.cpp", "#include <boost/asio.hpp>\n"}},
         "engine/mesh/seeded.cpp:1: organs knows no outside, but this has <boost/asio.hpp>"},
        {"only some floors know",
         {{"engine/text/seeded.cpp", "#include <sodium.h>\n"}},
         "engine/text/seeded.cpp:1: text knows no primitives, but this has <sodium.h>"},
        {"only some floors know",
         {{"engine/capabilities/seeded.cpp", "int dice = rand();\n"}},
         "engine/capabilities/seeded.cpp:1: capabilities knows no chance, but this has rand("},
        {"only some floors know",
         {{"engine/loop/seeded.h", "class A : public QObject {};\n"}},
         "engine/loop/seeded.h:1: loop knows no qobject, but this has QObject"},
        {"only some floors know",
         {{"engine/hands/seeded.cpp", "#include <QQuickItem>\n"}},
         "engine/hands/seeded.cpp:1: hands knows no window, but this has <QQuickItem>"},
        {"only some floors know",
         {{"models/seeded.cpp", "#include <unistd.h>\n"}},
         "models/seeded.cpp:1: models knows no posix, but this has <unistd.h>"},
        {"only some floors know",
         {{"models/seeded.cpp", "#include <QElapsedTimer>\n"}},
         "models/seeded.cpp:1: models knows no clock, but this has <QElapsedTimer>"},
        {"only some floors know",
         {{"engine/store/seeded.cpp", "#include <QTimer>\n"}},
         "engine/store/seeded.cpp:1: store knows no timers, but this has <QTimer>"},
        {"POSIX is behind one file",
         {{"engine/hands/seeded.cpp", "#include <unistd.h>\n"},
          {"engine/hands/seededtoo.cpp", "#include <sys/socket.h>\n"}},
         "POSIX stays behind one file a floor, but these have it: "},

        // ---- the graph
        {"systems have no cycle",
         {{"engine/spine/seeded.h", "#include \"mesh/seeded.h\"\n"},
          {"engine/mesh/seeded.cpp", "#include \"spine/seeded.h\"\n"},
          {"engine/mesh/seeded.h", ""}},
         "include cycle: engine/mesh/seeded -> engine/spine/seeded -> engine/mesh/seeded"},
        {"systems have no cycle",
         {{"engine/text/seeded.h", "#include \"text/seededtoo.h\"\n"},
          {"engine/text/seededtoo.h", "#include \"text/seeded.h\"\n"}},
         "include cycle: engine/text/seeded.h -> engine/text/seededtoo.h -> engine/text/seeded.h"},
        {"includes resolve",
         {{"engine/text/seeded.cpp", "#include \"../kernel/id.h\"\n"}},
         "engine/text/seeded.cpp:1: includes are relative to engine/: ../kernel/id.h"},
        {"includes resolve",
         {{"engine/text/seeded.cpp", "#include \"nowhere.h\"\n"}},
         "engine/text/seeded.cpp:1: includes are relative to engine/: nowhere.h"},
        {"qml imports models only",
         {{"qml/pages/Seeded.qml", "import QtQuick\nimport Store.Sql 1.0\n"}},
         "qml/pages/Seeded.qml:2: qml imports Qt and our models only, not Store.Sql"},
        {"qml imports models only",
         {{"qml/pages/Seeded.qml", "import \"../../engine/store\"\n"}},
         "qml/pages/Seeded.qml:1: qml imports Qt and our models only"},

        // ---- words
        {"pages name what exists",
         {{"qml/pages/Seeded.qml", "Rows {\n    of: \"seeded.nothings\"\n}\n"}},
         "qml/pages/Seeded.qml:2: no system declares seeded.nothings"},
        {"pages name what exists",
         {{"qml/pages/Seeded.qml",
           "Item { function go() { Engine.send(\"seeded.vanish\", {}) } }\n"}},
         "qml/pages/Seeded.qml:1: no system declares seeded.vanish"},
        {"refusals have sentences",
         {{"engine/spine/seeded.cpp", "return refuse(\"seeded.unheard\");\n"}},
         "engine/spine/seeded.cpp:1: seeded.unheard has no sentence in"},
        {"refusals have sentences",
         {{"resources/translations/refusals.en.json", "{\"seeded.mute\": \" \"}"}},
         "refusals.en.json:1: seeded.mute needs a sentence"},
        {"refusals have sentences",
         {{"resources/translations/refusals.en.json", "{\"seeded.broken\": "}},
         "refusals.en.json:1: is no JSON object"},
        {"files are short",
         {{"engine/text/seeded.cpp", "@401 lines"}},
         "engine/text/seeded.cpp:401: 401 lines, at most 400"},
        {"functions are short",
         {{"engine/text/seeded.cpp", "@a function of 61 lines"}},
         "engine/text/seeded.cpp:2: a function of 61 lines, at most 60"},
        {"floors have READMEs",
         {{"engine/growth/seeded.h", ""}, {"engine/growth/README.md", "-"}},
         "engine/growth/README.md:1: every floor has a README"},
        {"floors have READMEs",
         {{"engine/kernel/README.md", "@401 lines"}},
         "engine/kernel/README.md:401: 401 lines, at most 40"},
        {"floors have READMEs",
         {{"engine/kernel/README.md", "# Kernel\n\n## Decisions\nSome.\n\n## More\nText.\n"}},
         "engine/kernel/README.md:7: a floor's README ends with a \"## Decisions\" section"},
        {"floors have READMEs",
         {{"engine/kernel/README.md", "# Kernel\n\n## Decisions\n\n"}},
         "engine/kernel/README.md:4: a floor's README ends with a \"## Decisions\" section"},
        {"paths are of the house",
         {{"qml/Seeded.qml", "// see .."
                             "/shared/design\n"}},
         "qml/Seeded.qml:1: a path outside the house: .."
         "/shared"},
        {"paths are of the house",
         {{"engine/text/seeded.cpp", "\nauto p = \"/ho"
                                     "me/somebody/x\";\n"}},
         "engine/text/seeded.cpp:2: a path outside the house: /ho"
         "me/"},
        {"the map matches the tree",
         {{"attic/seeded.txt", "x"}},
         "README.md:1: the map lacks attic/"},
        {"the map matches the tree", {{"README.md", "# No map\n"}}, "README.md:1: has no \"## Map"},
        {"the map matches the tree",
         {{"README.md", "## Map of the house\n\n```\ncellar/   wine\n```\n"}},
         "README.md:4: the map names what is not there: cellar/"},
    };
    return list;
}

}  // namespace house
