// The door every capability on texts goes through: finds the input "text", refuses what is no
// text, and hands out its document. Owns nothing. Pure functions.
#pragma once

#include "capabilities/capability.h"
#include "text/document.h"

#include <memory>
#include <string>

namespace capabilities {

struct TextInput {
    std::shared_ptr<const text::Document> document;  // null: return `failure`
    Result failure;
};

// `stem` is the first half of the refusal codes: missingText, tooLong, binary, notUtf8.
inline TextInput readText(const Run &run, const Capability &capability, const std::string &stem)
{
    TextInput input;
    bool isThere = false;
    const std::string_view bytes = run.input("text", &isThere);
    if (!isThere) {
        input.failure = Result::refuse(stem + ".missingText");
        return input;
    }
    if (bytes.size() > capability.inputBytesMax) {
        input.failure = Result::refuse(stem + ".tooLong",
                                       {{"bytes", std::to_string(bytes.size())},
                                        {"bytesMax", std::to_string(capability.inputBytesMax)}});
        return input;
    }
    auto document = text::analyse(bytes, run.stop);
    if (!document || run.stop.stop_requested())
        input.failure.isStopped = true;
    else if (document->isBinary())
        input.failure = Result::refuse(stem + ".binary");
    else if (!document->isValidUtf8())
        input.failure = Result::refuse(stem + ".notUtf8");
    else
        input.document = std::move(document);
    return input;
}

}  // namespace capabilities
