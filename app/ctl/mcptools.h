// What another program may ask over the Model Context Protocol: five tools, each with the schema its
// arguments are held against. Commands go through the one gate as `dreamctl send` sends them.
// Source of the shapes: MCP 2025-11-25, server/tools. Thread contract: calls from any thread.
#pragma once

#include "hands/body.h"
#include "hands/mcpsession.h"

#include <string>

namespace ctl::mcp {

inline constexpr std::size_t resultBytesMax = std::size_t{1} << 20;
inline constexpr int waitSecondsMax = 600;

using hands::mcp::IsOver;

// Of this organism, asked for by that actor. The result of a call has at most resultBytesMax bytes.
hands::mcp::Tools toolsOf(hands::Body &body, const std::string &actor);

}  // namespace ctl::mcp
