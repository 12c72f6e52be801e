#include "crypto/signin.h"

#include "crypto/uri.h"

#include <algorithm>
#include <charconv>

namespace crypto {

namespace {

constexpr std::string_view greeting = " wants you to sign in with your Ethereum account:";

// The message line by line; only LF ends a line, and the last one has none.
class Lines {
public:
    explicit Lines(std::string_view text) : m_rest(text) {}

    bool isAtEnd() const { return m_isAtEnd; }
    std::string_view peek() const { return m_rest.substr(0, m_rest.find('\n')); }
    std::string_view take()
    {
        const std::string_view line = peek();
        m_isAtEnd = line.size() == m_rest.size();
        m_rest.remove_prefix(m_isAtEnd ? line.size() : line.size() + 1);
        return line;
    }
    // What follows `label` on this line, if it begins so.
    std::optional<std::string> takeAfter(std::string_view label)
    {
        if (m_isAtEnd || !peek().starts_with(label))
            return std::nullopt;
        return std::string(take().substr(label.size()));
    }

private:
    std::string_view m_rest;
    bool m_isAtEnd = false;
};

bool readHead(Lines &lines, SignIn &message)
{
    std::string_view first = lines.take();
    if (!first.ends_with(greeting))
        return false;
    first.remove_suffix(greeting.size());
    if (const std::size_t slashes = first.find("://"); slashes != std::string_view::npos) {
        message.scheme = std::string(first.substr(0, slashes));
        first.remove_prefix(slashes + 3);
        if (!isScheme(*message.scheme))
            return false;
    }
    message.domain = std::string(first);
    if (lines.isAtEnd() || !isAuthority(message.domain))
        return false;
    const auto address = Address::fromChecksumText(lines.take());
    if (!address || lines.isAtEnd() || !lines.take().empty() || lines.isAtEnd())
        return false;
    message.address = *address;
    const std::string_view line = lines.take();
    if (line.empty())
        return !lines.isAtEnd();
    message.statement = std::string(line);
    return isStatementText(line) && !lines.isAtEnd() && lines.take().empty();
}

bool isNonce(std::string_view text)
{
    return text.size() >= 8 && text.size() <= signInNonceMax
           && std::all_of(text.begin(), text.end(), [](char c) {
                  return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
              });
}

bool isChain(std::string_view digits, std::uint64_t &number)
{
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), number);
    return error == std::errc() && end == digits.data() + digits.size()
           && std::to_string(number) == digits;
}

bool isTimeOrAbsent(const std::optional<std::string> &text)
{
    return !text || signInTime(*text);
}

bool readFields(Lines &lines, SignIn &message)
{
    const auto uri = lines.takeAfter("URI: "), version = lines.takeAfter("Version: ");
    const auto chain = lines.takeAfter("Chain ID: "), nonce = lines.takeAfter("Nonce: ");
    const auto issued = lines.takeAfter("Issued At: ");
    if (!uri || !version || !chain || !nonce || !issued || !isUri(*uri) || version != "1"
        || !isChain(*chain, message.chainId) || !isNonce(*nonce) || !signInTime(*issued))
        return false;
    message.uri = *uri;
    message.nonce = *nonce;
    message.issuedAt = *issued;
    message.expirationTime = lines.takeAfter("Expiration Time: ");
    message.notBefore = lines.takeAfter("Not Before: ");
    message.requestId = lines.takeAfter("Request ID: ");
    return isTimeOrAbsent(message.expirationTime) && isTimeOrAbsent(message.notBefore)
           && (!message.requestId || isPathText(*message.requestId));
}

bool readResources(Lines &lines, SignIn &message)
{
    if (lines.isAtEnd())
        return true;
    if (lines.take() != "Resources:")
        return false;
    message.resources.emplace();
    while (!lines.isAtEnd()) {
        auto resource = lines.takeAfter("- ");
        if (!resource || !isUri(*resource) || message.resources->size() == signInResourcesMax)
            return false;
        message.resources->push_back(std::move(*resource));
    }
    return true;
}

SignInVerdict verdictOnFields(const SignIn &message, const SignInExpectation &expected)
{
    if (message.domain != expected.domain)
        return SignInVerdict::OtherDomain;
    if (expected.uri && message.uri != *expected.uri)
        return SignInVerdict::OtherUri;
    if (expected.nonce.empty()
        || !equalConstantTime(bytesOf(message.nonce), bytesOf(expected.nonce)))
        return SignInVerdict::OtherNonce;
    if (message.chainId != expected.chainId)
        return SignInVerdict::OtherChain;
    if (expected.address && message.address != *expected.address)
        return SignInVerdict::OtherAddress;
    const std::int64_t issued = signInTime(message.issuedAt).value();
    if (message.expirationTime && expected.nowMs >= signInTime(*message.expirationTime).value())
        return SignInVerdict::Expired;
    if (issued > expected.nowMs + expected.skewMs
        || (message.notBefore && expected.nowMs < signInTime(*message.notBefore).value()))
        return SignInVerdict::NotYet;
    if (issued < expected.nowMs - expected.ageMaxMs)
        return SignInVerdict::TooOld;
    return SignInVerdict::Good;
}

}  // namespace

std::string SignIn::text() const
{
    std::string text = (scheme ? *scheme + "://" : "") + domain + std::string(greeting) + '\n'
                       + address.text() + "\n\n" + (statement ? *statement + '\n' : "")
                       + "\nURI: " + uri + "\nVersion: 1\nChain ID: " + std::to_string(chainId)
                       + "\nNonce: " + nonce + "\nIssued At: " + issuedAt;
    const auto add = [&text](const char *label, const std::optional<std::string> &value) {
        if (value)
            text.append(label).append(*value);
    };
    add("\nExpiration Time: ", expirationTime);
    add("\nNot Before: ", notBefore);
    add("\nRequest ID: ", requestId);
    if (resources) {
        text += "\nResources:";
        for (const std::string &resource : *resources)
            text.append("\n- ").append(resource);
    }
    return text;
}

std::optional<SignIn> parseSignIn(std::string_view text)
{
    SignIn message;
    Lines lines(text);
    if (text.size() > signInBytesMax || !readHead(lines, message) || !readFields(lines, message)
        || !readResources(lines, message))
        return std::nullopt;
    return message;
}

std::string_view nameOf(SignInVerdict verdict)
{
    switch (verdict) {
    case SignInVerdict::Good: return "good";
    case SignInVerdict::BadMessage: return "badMessage";
    case SignInVerdict::OtherDomain: return "otherDomain";
    case SignInVerdict::OtherUri: return "otherUri";
    case SignInVerdict::OtherNonce: return "otherNonce";
    case SignInVerdict::OtherChain: return "otherChain";
    case SignInVerdict::OtherAddress: return "otherAddress";
    case SignInVerdict::Expired: return "expired";
    case SignInVerdict::NotYet: return "notYet";
    case SignInVerdict::TooOld: return "tooOld";
    case SignInVerdict::BadSignature: return "badSignature";
    }
    return "badMessage";
}

SignInVerdict verifySignIn(std::string_view text, const WalletSignature &signature,
                           const SignInExpectation &expected, SignIn *message)
{
    const auto read = parseSignIn(text);
    if (!read)
        return SignInVerdict::BadMessage;
    if (message)
        *message = *read;
    const SignInVerdict verdict = verdictOnFields(*read, expected);
    if (verdict != SignInVerdict::Good)
        return verdict;
    const auto signer = recover(personalHash(text), signature);
    return signer && *signer == read->address ? SignInVerdict::Good : SignInVerdict::BadSignature;
}

}  // namespace crypto
