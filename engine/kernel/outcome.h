// The answer of a decision: done, or refused with a code ("stem.reason") and named arguments. The
// sentence a person reads lives in resources/translations. Thread contract: plain values.
#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace kernel {

using Arguments = std::vector<std::pair<std::string, std::string>>;

struct Refusal {
    std::string code;
    Arguments arguments;

    friend bool operator==(const Refusal &, const Refusal &) = default;
};

class [[nodiscard]] Outcome {
public:
    Outcome() = default;
    Outcome(Refusal refusal) : m_refusal(std::move(refusal)) {}

    bool isDone() const { return !m_refusal; }
    explicit operator bool() const { return isDone(); }
    // Only when not done.
    const Refusal &refusal() const { return *m_refusal; }

private:
    std::optional<Refusal> m_refusal;
};

inline Outcome done()
{
    return {};
}

inline Outcome refuse(std::string code, Arguments arguments = {})
{
    return Refusal{std::move(code), std::move(arguments)};
}

}  // namespace kernel
