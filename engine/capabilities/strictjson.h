// The subject of a run as JSON that has one meaning (I-JSON, RFC 7493): a member twice, broken text
// or a number no double holds is refused rather than read in one of two ways. So is a text that
// begins as JSON and is none, and one beyond crypto::jsonBytesMax; any other text is no JSON. For
// capabilities whose answer is signed or applied. Owns the values read. Thread contract: one reader,
// one thread.
#pragma once

#include "capabilities/reader.h"
#include "crypto/jcs.h"

namespace capabilities {

class StrictJson {
public:
    StrictJson(Reader &in, const Run &run) : m_in(in), m_run(run)
    {
        bool isGiven = false;
        const std::string_view bytes = run.input("text", &isGiven);
        if (!isGiven)
            return;
        m_text = crypto::readJson(bytes);
        const std::size_t first = bytes.find_first_not_of(" \t\r\n");
        const bool isMeant = first != bytes.npos && (bytes[first] == '{' || bytes[first] == '[');
        if (!m_text && bytes.size() > crypto::jsonBytesMax)
            m_in.tooMany("text", crypto::jsonBytesMax);
        else if (!m_text && isMeant && !parsed(bytes))
            m_in.bad("text", "JSON that is broken");
        else if (!m_text && parsed(bytes))
            m_in.bad("text", "JSON with more than one meaning");
    }

    // The text as a JSON object, or nullptr.
    const boost::json::object *text() const { return m_text ? m_text->if_object() : nullptr; }

    // The input of that name, else the member of the text, else the parameter; nullptr if absent.
    const boost::json::value *find(std::string_view name)
    {
        bool isGiven = false;
        const std::string_view bytes = m_run.input(name, &isGiven);
        if (isGiven) {
            auto value = crypto::readJson(bytes);
            if (!value)
                m_in.bad(name, "no JSON with one meaning");
            return value ? &m_values.emplace_back(std::move(*value)) : nullptr;
        }
        if (const boost::json::object *whole = text()) {
            if (const boost::json::value *inside = whole->if_contains(name))
                return inside;
        }
        return m_run.params.if_contains(name);
    }

private:
    Reader &m_in;
    const Run &m_run;
    std::optional<boost::json::value> m_text;
    std::deque<boost::json::value> m_values;
};

}  // namespace capabilities
