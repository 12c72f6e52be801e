#include "hands/exporter.h"

#include "loop/bundle.h"
#include "spine/superspine.h"

#include <filesystem>
#include <fstream>

namespace hands {

namespace fs = std::filesystem;

Exported writeFile(const std::string &bytes, const std::string &path)
{
    Exported exported;
    const std::string aside = path + ".part";
    std::ofstream file(aside, std::ios::binary | std::ios::trunc);
    file.write(bytes.data(), std::streamsize(bytes.size()));
    file.close();
    std::error_code error;
    if (!file)
        exported.error = "cannot write there";
    else if (fs::rename(aside, path, error); error)
        exported.error = error.message();
    if (!exported.error.empty()) {
        fs::remove(aside, error);
        return exported;
    }
    exported.bytes = bytes.size();
    return exported;
}

Exported exportToFile(loop::Engine &engine, store::Store &store, const loop::JournalView &view,
                      const loop::Indexer *index, Export what, std::uint64_t dream, const std::string &path)
{
    constexpr auto finished = kernel::factKind<superspine::SuperSpine, superspine::Finished>();
    std::string error;
    std::uint64_t facts = 0;
    std::string bytes;
    if (what == Export::Dream) {
        bytes = loop::exportDream(view, store, index, dream, engine.keys(), error);
    } else {
        bytes = loop::exportFacts(
            view, store,
            [&](const loop::FactAt &at) {
                const bool isWanted = at.info && at.info->kind == finished
                                      && loop::isAbout(*at.info, at.bytes, {dream});
                facts += isWanted;
                return isWanted;
            },
            error);
    }
    if (!error.empty()) {
        Exported failed;
        failed.error = error;
        return failed;
    }
    Exported exported = writeFile(bytes, path);
    exported.facts = facts;
    return exported;
}

}  // namespace hands
