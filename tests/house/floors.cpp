#include "floors.h"

#include <QRegularExpression>
#include <QSet>

#include <functional>

namespace house {

namespace {

// ---- the table ---------------------------------------------------------------------------------
// floor, its folders, the floors it may include (besides itself), what it may know
struct Floor {
    const char *name;
    const char *folders;
    const char *includes;
    const char *knows;
};

constexpr const char *organFolders =
    "engine/spine engine/agents engine/cortex engine/vault engine/mesh engine/lungs "
    "engine/identity "
    "engine/community engine/governance engine/economy engine/shield engine/pulse engine/growth "
    "engine/operations";

const Floor floors[] = {
    {"kernel", "engine/kernel", "", ""},
    {"crypto", "engine/crypto", "kernel", "primitives"},
    {"text", "engine/text", "kernel", "languages"},
    {"capabilities", "engine/capabilities", "kernel crypto text", ""},
    {"organs", organFolders, "kernel crypto text capabilities", ""},
    {"organism", "engine", "kernel organs", ""},
    {"store", "engine/store", "kernel crypto", "qt sql disk posix"},
    {"loop", "engine/loop", "kernel crypto text capabilities organs organism store",
     "threads outside clock timers disk posix"},
    {"hands", "engine/hands", "kernel crypto text capabilities organs organism store loop",
     "qt qobject threads outside clock timers disk posix"},
    {"models", "models", "kernel organism loop hands", "qt qobject window timers"},
    {"app", "app", "kernel organism loop hands models", "qt qobject window disk clock timers"},
};

// One file may know what its floor may not; the reason stands beside it.
struct Exception {
    const char *stem;
    const char *knows;
};
const Exception exceptions[] = {
    // WAL checkpoints run on their own connection and thread, never in the engine's commits.
    {"engine/store/checkpointer", "threads clock"},
    // stores of one disk are read from other threads, as those of one file are
    {"engine/store/memorystore", "threads"},
    // opening a store twice in one process needs distinct connection names
    {"engine/store/sqliteread", "threads"},
};

// ---- what there is to know, and how it shows ---------------------------------------------------
struct Thing {
    const char *name;
    const char *includes;  // regular expression over the name of a system header
    const char *words;     // regular expression over code without comments and literals, or null
};

const Thing things[] = {
    {"qt", "^(Q[A-Z]|Qt)", nullptr},
    {"qobject", "^QObject$", "\\b(Q_OBJECT|Q_GADGET|QObject)\\b"},
    {"window",
     "^(QtQuick|QtQml|QtGui|QtWidgets|QQ[a-z]|QGui|QWindow|QImage|QPainter|QColor|QFont"
     "|QScreen|QPixmap|QSG)",
     nullptr},
    {"sql", "^(QSql|QtSql|sqlite3\\.h)", nullptr},
    {"threads",
     "^(thread|mutex|shared_mutex|condition_variable|future|semaphore|latch|barrier|atomic|"
     "pthread\\.h"
     "|QThread|QMutex|QtConcurrent|QReadWriteLock|QSemaphore|QWaitCondition|QAtomic.*)$",
     "\\bstd::(thread|jthread|mutex|async)\\b"},
    {"outside",
     "^(QNetwork|QTcp|QUdp|QSsl|QLocalS|QWebSocket|QHost|QProcess|boost/(asio|beast)|curl/|sys/"
     "socket|"
     "netinet/|arpa/)",
     "\\b(std::system|popen)\\s*\\("},
    {"disk",
     "^(fstream|filesystem|iostream|QFile|QFileInfo|QDir|QSaveFile|QLockFile|QTemporary.*"
     "|QStandardPaths)$",
     "\\b(fopen|freopen|tmpfile|remove_all)\\s*\\("},
    // A timer says "again", never what time it is: the window needs the one and not the other.
    {"timers", "^QTimer$", nullptr},
    {"clock", "^(ctime|sys/time\\.h|time\\.h|QElapsedTimer|QDeadlineTimer)$",
     "\\b(system_clock|steady_clock|high_resolution_clock|utc_clock|clock_gettime|gettimeofday"
     "|currentDateTime\\w*|currentMSecsSinceEpoch|std::time)\\b"},
    {"posix", "^(unistd|fcntl|signal|poll|dlfcn|termios|sched|spawn|dirent|sys/[a-z]+)\\.h$",
     nullptr},
    {"primitives", "^(sodium|secp256k1|openssl/)", nullptr},
    {"languages", "^(utf8proc|libstemmer|md4c)", nullptr},
    {"chance", "^(random)$", "\\b(random_device|srand|getrandom|arc4random)\\b|\\brand\\s*\\("},
};

QStringList words(const char *list)
{
    return QString::fromLatin1(list).split(u' ', Qt::SkipEmptyParts);
}

const Floor *floorOf(const QString &path)
{
    const QString folder = folderOf(path);
    for (const Floor &floor : floors) {
        for (const QString &one : words(floor.folders)) {
            if (folder == one || (one != QLatin1String("engine") && path.startsWith(one + u'/')))
                return &floor;
        }
    }
    return nullptr;
}

bool mayKnow(const Floor &floor, const QString &path, const QString &thing)
{
    // Chance comes from the envelope; only the floors that touch the world may make it.
    if (thing == QLatin1String("chance"))
        return words(floor.knows).contains(QLatin1String("outside"));
    for (const Exception &exception : exceptions) {
        if (stemOf(path) == QLatin1String(exception.stem) && words(exception.knows).contains(thing))
            return true;
    }
    return words(floor.knows).contains(thing);
}

// The path in the tree that a quoted include means, or an empty string.
QString resolve(const Tree &tree, const QString &from, const QString &name)
{
    for (const QString &candidate :
         {QStringLiteral("engine/") + name, folderOf(from) + u'/' + name, name,
          QStringLiteral("tests/") + name, QStringLiteral("models/") + name,
          QStringLiteral("app/") + name, QStringLiteral("qml/") + name,
          QStringLiteral("qml/scene/") + name}) {
        if (tree.contains(candidate))
            return candidate;
    }
    return {};
}

QString at(const QString &path, int line, const QString &what)
{
    return path + u':' + QString::number(line) + QStringLiteral(": ") + what;
}

}  // namespace

QStringList floorsAreNotSkipped(const Tree &tree)
{
    QStringList breaches;
    for (auto file = tree.begin(); file != tree.end(); ++file) {
        if (!isCode(file.key()))
            continue;
        const Floor *floor = floorOf(file.key());
        for (const Include &include : includesOf(file.value())) {
            const QString target = resolve(tree, file.key(), include.name);
            const Floor *other = target.isEmpty() ? nullptr : floorOf(target);
            if (!include.isQuoted || !other || other == floor)
                continue;
            const QString name = QString::fromLatin1(other->name);
            if (name == QLatin1String("app")) {
                breaches << at(file.key(), include.line,
                               QStringLiteral("nothing includes app/, but this includes ")
                                   + target);
            } else if (floor && !words(floor->includes).contains(name)) {
                breaches << at(file.key(), include.line,
                               QString::fromLatin1(floor->name) + QStringLiteral(" may include [")
                                   + QString::fromLatin1(floor->includes)
                                   + QStringLiteral("], not ") + name + QStringLiteral(": ")
                                   + target);
            }
            if (target.endsWith(QLatin1String(".cpp")))
                breaches << at(file.key(), include.line,
                               QStringLiteral("only headers are included, not ") + target);
        }
    }
    return breaches;
}

QStringList onlySomeFloorsKnow(const Tree &tree)
{
    static const QRegularExpression sql(QStringLiteral(
        "\"[^\"\\n]*\\b(SELECT\\s[^\"]*\\sFROM\\s|INSERT (OR \\w+ )?INTO\\s|DELETE FROM\\s"
        "|CREATE (TABLE|INDEX|VIRTUAL)|DROP TABLE|PRAGMA\\s)"));
    QStringList breaches;
    for (auto file = tree.begin(); file != tree.end(); ++file) {
        const Floor *floor = isCode(file.key()) ? floorOf(file.key()) : nullptr;
        if (!floor)
            continue;
        const QString bare = withoutComments(file.value(), false);
        const QString floorName = QString::fromLatin1(floor->name);
        for (const Thing &thing : things) {
            const QString name = QString::fromLatin1(thing.name);
            if (mayKnow(*floor, file.key(), name))
                continue;
            const QString complaint =
                floorName + QStringLiteral(" knows no ") + name + QStringLiteral(", but this has ");
            const QRegularExpression header(QString::fromLatin1(thing.includes));
            for (const Include &include : includesOf(file.value())) {
                if (!include.isQuoted && header.match(include.name).hasMatch())
                    breaches << at(file.key(), include.line,
                                   complaint + u'<' + include.name + u'>');
            }
            if (!thing.words)
                continue;
            const QRegularExpression word(QString::fromLatin1(thing.words));
            for (auto found = word.globalMatch(bare); found.hasNext();) {
                const auto match = found.next();
                breaches << at(file.key(), lineOf(bare, match.capturedStart()),
                               complaint + match.captured());
            }
        }
        const auto match = sql.match(withoutComments(file.value()));
        if (match.hasMatch() && !mayKnow(*floor, file.key(), QStringLiteral("sql")))
            breaches << at(file.key(), lineOf(file.value(), match.capturedStart()),
                           floorName + QStringLiteral(" knows no sql, but this has ")
                               + match.captured().left(40));
    }
    return breaches;
}

QStringList posixIsBehindOneFile(const Tree &tree)
{
    QString header;
    for (const Thing &thing : things) {
        if (QLatin1String(thing.name) == QLatin1String("posix"))
            header = QString::fromLatin1(thing.includes);
    }
    const QRegularExpression posix(header);
    QMap<QString, QSet<QString>> stems;
    for (auto file = tree.begin(); file != tree.end(); ++file) {
        if (!isCode(file.key()) || !floorOf(file.key()))
            continue;
        for (const Include &include : includesOf(file.value())) {
            if (!include.isQuoted && posix.match(include.name).hasMatch())
                stems[folderOf(file.key())].insert(stemOf(file.key()));
        }
    }
    QStringList breaches;
    for (auto floor = stems.begin(); floor != stems.end(); ++floor) {
        QStringList sorted(floor->begin(), floor->end());
        sorted.sort();
        if (sorted.size() > 1)
            breaches << at(
                sorted.last(), 1,
                QStringLiteral("POSIX stays behind one file a floor, but these have it: ")
                    + sorted.join(QStringLiteral(", ")));
    }
    return breaches;
}

QStringList systemsHaveNoCycle(const Tree &tree)
{
    // A system is its header and its source together; on the other floors a file is itself.
    const auto node = [](const QString &path) {
        const Floor *floor = floorOf(path);
        const bool isOrgan = floor && QLatin1String(floor->name) == QLatin1String("organs");
        return isOrgan ? stemOf(path) : path;
    };
    QMap<QString, QSet<QString>> needs;
    for (auto file = tree.begin(); file != tree.end(); ++file) {
        if (!isCode(file.key()) || !floorOf(file.key()))
            continue;
        for (const Include &include : includesOf(file.value())) {
            const QString target =
                include.isQuoted ? resolve(tree, file.key(), include.name) : QString();
            if (!target.isEmpty() && node(target) != node(file.key()))
                needs[node(file.key())].insert(node(target));
        }
    }
    QStringList breaches;
    QSet<QString> finished;
    const std::function<void(QStringList &)> visit = [&](QStringList &path) {
        const QString here = path.last();
        QStringList next(needs[here].begin(), needs[here].end());
        next.sort();
        for (const QString &other : next) {
            const qsizetype seen = path.indexOf(other);
            if (seen >= 0) {
                breaches << at(other, 1,
                               QStringLiteral("include cycle: ")
                                   + (path.mid(seen) << other).join(QStringLiteral(" -> ")));
            } else if (!finished.contains(other)) {
                path << other;
                visit(path);
                path.removeLast();
            }
        }
        finished.insert(here);
    };
    for (const QString &start : needs.keys()) {
        QStringList path{start};
        if (!finished.contains(start))
            visit(path);
    }
    return breaches;
}

QStringList includesResolve(const Tree &tree)
{
    static const QRegularExpression made(QStringLiteral("(\\.moc|^moc_.*|_p\\.h)$"));
    QStringList breaches;
    for (auto file = tree.begin(); file != tree.end(); ++file) {
        if (!isCode(file.key()))
            continue;
        for (const Include &include : includesOf(file.value())) {
            const bool isUp = include.name.contains(QLatin1String("../"));
            const bool isFound = made.match(include.name).hasMatch()
                                 || !resolve(tree, file.key(), include.name).isEmpty();
            if (include.isQuoted && (isUp || !isFound))
                breaches << at(file.key(), include.line,
                               QStringLiteral("includes are relative to engine/: ") + include.name);
        }
    }
    return breaches;
}

QStringList qmlImportsModelsOnly(const Tree &tree)
{
    static const QRegularExpression import(QStringLiteral("^[ \\t]*import[ \\t]+(\\S+)"),
                                           QRegularExpression::MultilineOption);
    static const QRegularExpression allowed(
        QStringLiteral("^(Qt[A-Z][\\w.]*|Qt|DreamScope(\\.\\w+)*)$"));
    QStringList breaches;
    for (auto file = tree.begin(); file != tree.end(); ++file) {
        if (!file.key().endsWith(QLatin1String(".qml")))
            continue;
        const QString bare = withoutComments(file.value());
        for (auto found = import.globalMatch(bare); found.hasNext();) {
            const auto match = found.next();
            const QString name = match.captured(1);
            // a folder of pages or controls beside it is fine, a way out of qml/ is not
            const bool isFolder = name.startsWith(u'"') && !name.contains(QLatin1String("engine"));
            if (!isFolder && !allowed.match(name).hasMatch())
                breaches << at(file.key(), lineOf(bare, match.capturedStart()),
                               QStringLiteral("qml imports Qt and our models only, not ") + name);
        }
    }
    return breaches;
}

}  // namespace house
