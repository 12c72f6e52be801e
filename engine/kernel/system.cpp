#include "kernel/system.h"

namespace kernel {

std::string wireName(std::string_view stem, std::string_view structName)
{
    std::string name(stem);
    name += '.';
    name += structName;
    char &first = name[stem.size() + 1];
    if (first >= 'A' && first <= 'Z')
        first = static_cast<char>(first - 'A' + 'a');
    return name;
}

}  // namespace kernel
