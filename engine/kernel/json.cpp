// The one translation unit that holds the code of Boost.JSON; everyone else includes
// <boost/json.hpp> only.
#include <boost/json/src.hpp>
