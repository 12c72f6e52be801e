// Runs one fuzz target over kept inputs in an ordinary build, so that what a fuzzer once found
// stays found. Arguments are files or folders; the last line counts them.
#include "input.h"

#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>

namespace {

int runFile(const std::filesystem::path &path)
{
    std::ifstream file(path, std::ios::binary);
    const std::string bytes{std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
    if (!file.good() && !file.eof()) {
        std::printf("not ok %s: cannot be read\n", path.c_str());
        return 1;
    }
    std::printf("%s\n", path.c_str());
    std::fflush(stdout);  // the name must be out before the target aborts
    return LLVMFuzzerTestOneInput(reinterpret_cast<const std::uint8_t *>(bytes.data()),
                                  bytes.size());
}

}  // namespace

int main(int count, char **arguments)
{
    LLVMFuzzerTestOneInput(nullptr, 0);
    int passed = 1, failed = 0;
    for (int i = 1; i < count; ++i) {
        if (!std::filesystem::is_directory(arguments[i])) {
            ++(runFile(arguments[i]) == 0 ? passed : failed);
            continue;
        }
        for (const auto &entry : std::filesystem::directory_iterator(arguments[i]))
            ++(runFile(entry.path()) == 0 ? passed : failed);
    }
    std::printf("%d passed, %d failed\n", passed, failed);
    return failed == 0 ? 0 : 1;
}
