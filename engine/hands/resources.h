// Files of resources/ that the organism itself needs, compiled in. Thread contract: constants.
#pragma once

#include <string_view>

namespace hands::resources {

std::string_view agents();
std::string_view exams();
std::string_view refusals();
std::string_view refusalsDe();
std::string_view labels();
std::string_view labelsDe();

}  // namespace hands::resources
