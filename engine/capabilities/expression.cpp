#include "capabilities/expression.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <utility>

namespace capabilities {

namespace {

constexpr std::size_t stepsMax = 2000;

struct Function {
    std::string_view name;
    char kind;
    int takes;
};
constexpr Function functions[] = {{"min", 'm', 2},   {"max", 'M', 2},  {"abs", 'a', 1},
                                  {"sqrt", 'q', 1},  {"exp", 'e', 1},  {"log", 'l', 1},
                                  {"floor", 'f', 1}, {"round", 'r', 1}};

const Function *functionOf(std::string_view name)
{
    const auto found = std::ranges::find(functions, name, &Function::name);
    return found == std::end(functions) ? nullptr : found;
}

bool isNamePart(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || (c >= '0' && c <= '9')
           || static_cast<unsigned char>(c) >= 0x80;
}

int takesOf(char kind)
{
    const auto found = std::ranges::find(functions, kind, &Function::kind);
    return found == std::end(functions) ? kind == '~' ? 1 : 2 : found->takes;
}

int strengthOf(char kind)
{
    return kind == '^' ? 4 : kind == '~' ? 3 : kind == '*' || kind == '/' ? 2 : 1;
}

}  // namespace

// The operators wait on a stack until a weaker one, a comma or a bracket lets them out.
class ExpressionReader {
public:
    ExpressionReader(std::string_view source, const std::map<std::string, std::size_t> &names)
        : m_source(source), m_names(names)
    {
    }

    bool read(Expression &out)
    {
        while (skipSpaces(), m_at < m_source.size()) {
            if (out.m_steps.size() + m_waiting.size() > stepsMax)
                return false;
            if (!(m_wantsValue ? readValue(out) : readOperator(out)))
                return false;
        }
        while (!m_waiting.empty()) {
            if (m_waiting.back() == '(')
                return false;
            release(out);
        }
        return !m_wantsValue && isSound(out);
    }
    std::size_t at() const { return m_at; }

private:
    void skipSpaces()
    {
        while (m_at < m_source.size() && (m_source[m_at] == ' ' || m_source[m_at] == '\n'))
            ++m_at;
    }
    void release(Expression &out)
    {
        out.m_steps.push_back({m_waiting.back(), 0, 0});
        m_waiting.pop_back();
    }
    bool readValue(Expression &out)
    {
        const char c = m_source[m_at];
        if (c == '(' || c == '-' || c == '+') {
            ++m_at;
            if (c != '+')
                m_waiting.push_back(c == '(' ? '(' : '~');
            return true;
        }
        m_wantsValue = false;
        if ((c >= '0' && c <= '9') || c == '.') {
            double number = 0;
            const auto [end, failure] =
                std::from_chars(m_source.data() + m_at, m_source.data() + m_source.size(), number);
            if (failure != std::errc())
                return false;
            m_at = std::size_t(end - m_source.data());
            out.m_steps.push_back({'n', number, 0});
            return true;
        }
        std::size_t end = m_at;
        while (end < m_source.size() && isNamePart(m_source[end]))
            ++end;
        const std::string name(m_source.substr(m_at, end - m_at));
        if (const Function *function = functionOf(name);
            function && end < m_source.size() && m_source[end] == '(') {
            m_waiting.push_back(function->kind);
            m_at = end;
            m_wantsValue = true;
            return true;
        }
        const auto place = m_names.find(name);
        if (name.empty() || place == m_names.end())
            return false;
        m_at = end;
        out.m_steps.push_back({'v', 0, place->second});
        return true;
    }
    bool readOperator(Expression &out)
    {
        const char c = m_source[m_at];
        if (c == ')' || c == ',') {
            while (!m_waiting.empty() && m_waiting.back() != '(')
                release(out);
            if (m_waiting.empty())
                return false;
            ++m_at;
            m_wantsValue = c == ',';
            if (c == ')') {
                m_waiting.pop_back();
                if (!m_waiting.empty() && functionOfKind(m_waiting.back()))
                    release(out);
            }
            return true;
        }
        if (std::string_view("+-*/^").find(c) == std::string_view::npos)
            return false;
        while (!m_waiting.empty() && m_waiting.back() != '('
               && (strengthOf(m_waiting.back()) > strengthOf(c)
                   || (strengthOf(m_waiting.back()) == strengthOf(c) && c != '^')))
            release(out);
        m_waiting.push_back(c);
        ++m_at;
        m_wantsValue = true;
        return true;
    }
    static bool functionOfKind(char kind)
    {
        return std::ranges::find(functions, kind, &Function::kind) != std::end(functions);
    }
    // Every step finds what it takes, and one value is left: also catches max(1) and (1, 2).
    static bool isSound(const Expression &out)
    {
        int height = 0;
        for (const Expression::Step &step : out.m_steps) {
            if (step.kind == 'n' || step.kind == 'v') {
                ++height;
                continue;
            }
            if (height < takesOf(step.kind))
                return false;
            height -= takesOf(step.kind) - 1;
        }
        return height == 1;
    }

    std::string_view m_source;
    const std::map<std::string, std::size_t> &m_names;
    std::size_t m_at = 0;
    bool m_wantsValue = true;
    std::vector<char> m_waiting;
};

std::optional<Expression> Expression::read(std::string_view source,
                                           const std::map<std::string, std::size_t> &names,
                                           std::string &fault)
{
    Expression expression;
    ExpressionReader reader(source, names);
    if (reader.read(expression))
        return expression;
    fault = "character " + std::to_string(reader.at() + 1);
    return std::nullopt;
}

double Expression::value(const std::vector<double> &values) const
{
    std::vector<double> stack;
    for (const Step &step : m_steps) {
        if (step.kind == 'n' || step.kind == 'v') {
            stack.push_back(step.kind == 'n' ? step.number : values[step.place]);
            continue;
        }
        const double right = stack.back();
        if (takesOf(step.kind) == 2)
            stack.pop_back();
        double &top = stack.back();
        switch (step.kind) {
        case '+': top += right; break;
        case '-': top -= right; break;
        case '*': top *= right; break;
        case '/': top /= right; break;
        case '^': top = std::pow(top, right); break;
        case 'm': top = std::min(top, right); break;
        case 'M': top = std::max(top, right); break;
        case '~': top = -right; break;
        case 'a': top = std::fabs(right); break;
        case 'q': top = std::sqrt(right); break;
        case 'e': top = std::exp(right); break;
        case 'l': top = std::log(right); break;
        case 'f': top = std::floor(right); break;
        default: top = std::round(right);
        }
    }
    return stack.back();
}

}  // namespace capabilities
