#include "spine/operatoreffects.h"

#include "crypto/hash.h"
#include "crypto/jcs.h"

#include <boost/json.hpp>

namespace operators {

namespace json = boost::json;
using tokens::Token;

namespace {

constexpr std::string_view tokenNames[tokens::tokenCount] = {"dream", "sheep", "flby", "core"};

std::string_view nameOf(Token token)
{
    return tokenNames[static_cast<std::size_t>(token)];
}

std::optional<std::string> wordOf(const json::object &from, std::string_view name)
{
    const json::value *found = from.if_contains(name);
    if (!found || !found->is_string())
        return std::nullopt;
    return std::string(found->get_string());
}

// Hidden tokens stay out of a list that everybody reads.
std::optional<Token> tokenIn(const json::object &from)
{
    const std::optional<std::string> word = wordOf(from, "token");
    for (std::size_t i = 0; word && i < tokens::tokenCount; ++i)
        if (*word == tokenNames[i] && !tokens::issues[i].isHidden)
            return static_cast<Token>(i);
    return std::nullopt;
}

std::optional<Amount> amountIn(const json::object &from, Token token)
{
    const std::optional<std::string> word = wordOf(from, "amount");
    const std::optional<Amount> amount = word ? amountFromText(*word, 18) : std::nullopt;
    const bool isFit = amount && amount->units >= 0 && amount->units <= tokens::issueOf(token).cap;
    return isFit ? amount : std::nullopt;
}

bool knowsAll(const json::object &from, std::initializer_list<std::string_view> names)
{
    return std::all_of(from.begin(), from.end(), [&](const auto &one) {
        return std::find(names.begin(), names.end(), std::string_view(one.key())) != names.end();
    });
}

std::optional<Effect> readPay(const json::object &from)
{
    const std::optional<std::string> to = wordOf(from, "to");
    const std::optional<Token> token = tokenIn(from);
    const std::optional<Amount> amount = token ? amountIn(from, *token) : std::nullopt;
    if (!to || to->empty() || to->size() > tokens::ownerBytesMax || !amount || !amount->units
        || !knowsAll(from, {"to", "token", "amount", "id"}))
        return std::nullopt;
    tokens::Pay pay{*to, *token, *amount, 0};
    if (const json::value *id = from.if_contains("id")) {
        if (!id->is_int64() || id->get_int64() <= 0)
            return std::nullopt;
        pay.id = static_cast<std::uint64_t>(id->get_int64());
    }
    return pay;
}

std::optional<Effect> readLimit(const json::object &from)
{
    const std::optional<Token> token = tokenIn(from);
    if (!token || !knowsAll(from, {"token", "amount"}))
        return std::nullopt;
    SetSpendLimit made{*token, amountIn(from, *token)};
    if (!made.amount && from.contains("amount"))
        return std::nullopt;
    return made;
}

Risk riskOf(Amount amount, Amount limit)
{
    if (amount <= limit)
        return Risk::Green;
    if (amount.units / 2 <= limit.units && amount.units <= 2 * limit.units)
        return Risk::Yellow;
    return amount.units <= 10 * limit.units ? Risk::Orange : Risk::Red;
}

}  // namespace

std::optional<Effect> readEffect(std::string_view command, std::string_view arguments)
{
    if (arguments.size() > argumentsBytesMax)
        return std::nullopt;
    const std::optional<json::value> read = crypto::readJson(arguments);
    if (!read || !read->is_object())
        return std::nullopt;
    if (command == "tokens.pay")
        return readPay(read->get_object());
    if (command == "operator.setSpendLimit")
        return readLimit(read->get_object());
    return std::nullopt;
}

std::string argumentsOf(const Effect &effect)
{
    json::object made{{"token", nameOf(tokenOf(effect))}};
    if (const auto *pay = std::get_if<tokens::Pay>(&effect)) {
        made["to"] = pay->to;
        made["amount"] = amountText(pay->amount, 18);
        if (pay->id)
            made["id"] = static_cast<std::int64_t>(pay->id);
    } else if (const auto &amount = std::get<SetSpendLimit>(effect).amount) {
        made["amount"] = amountText(*amount, 18);
    }
    return crypto::jcs(made).value_or("");
}

Digest digestOf(std::string_view asker, std::string_view command, std::string_view arguments)
{
    const json::object made{{"arguments", crypto::readJson(arguments).value_or(nullptr)},
                            {"by", asker},
                            {"command", command}};
    return crypto::blake2b(crypto::jcs(made).value_or(""));
}

Token tokenOf(const Effect &effect)
{
    return std::visit([](const auto &one) { return one.token; }, effect);
}

Amount costOf(const Effect &effect)
{
    const auto *pay = std::get_if<tokens::Pay>(&effect);
    return pay ? pay->amount : Amount{};
}

Risk riskOf(const Effect &effect, const World &world)
{
    const tokens::Limit *limit = tokens::limitOf(world.state<tokens::Tokens>(), tokenOf(effect));
    if (!limit)
        return Risk::Green;
    if (const auto *pay = std::get_if<tokens::Pay>(&effect))
        return riskOf(pay->amount, limit->amount);
    const std::optional<Amount> &amount = std::get<SetSpendLimit>(effect).amount;
    return amount ? riskOf(*amount, limit->amount) : Risk::Red;
}

Outcome issue(const Effect &effect, const Item &item, World &world)
{
    if (const auto *limit = std::get_if<SetSpendLimit>(&effect))
        return world.require(tokens::SetLimit{limit->token, limit->amount});
    tokens::Pay pay = std::get<tokens::Pay>(effect);
    if (!pay.id)
        pay.id = tokens::idFor("approval", item.id.value);
    return world.require(tokens::PayFor{item.asker, pay});
}

}  // namespace operators
