// Arithmetic as people write it: numbers, names, + - * / ^, brackets, and min, max, abs, sqrt, exp,
// log, floor, round. Read once by the shunting-yard method (Dijkstra 1961), then worked out as often
// as wanted. Owns the program; names are bound to places by the caller. Nothing else can be called.
// Thread contract: read by one thread, then evaluated by any.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace capabilities {

class Expression {
public:
    // Places of the names that may occur; nothing if the text is no expression, `fault` says where.
    static std::optional<Expression> read(std::string_view source,
                                          const std::map<std::string, std::size_t> &names,
                                          std::string &fault);
    // NaN or infinite where arithmetic is: 1/0, sqrt(-1).
    double value(const std::vector<double> &values) const;

private:
    friend class ExpressionReader;
    struct Step {
        char kind = 'n';  // n number, v name, or the operator or function
        double number = 0;
        std::size_t place = 0;
    };
    std::vector<Step> m_steps;
};

}  // namespace capabilities
