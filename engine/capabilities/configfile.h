// Configuration files as flat lists of keys and values: dotenv, JSON and a strict part of YAML 1.2.
// Of YAML it reads block mappings and sequences of one document, plain and quoted scalars of one
// line, comments, and [...] or {...} that are JSON too; anchors, tags, block scalars and tabs are
// faults, and every child of a node must stand in the same column. Keys of inner parts are joined by
// dots, places of lists are numbers. Owns values. Thread contract: pure.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace capabilities {

struct ConfigEntry {
    std::string key, value;
    std::size_t line = 0;                 // 0 in JSON
    std::vector<std::string> references;  // ${NAME} in a dotenv value, without those with a default
};

struct ConfigFile {
    std::vector<ConfigEntry> entries;  // in the order they stand, repeated ones too
    std::vector<std::size_t> faults;   // lines that cannot be read; 0 for the whole file
};

ConfigFile readDotenv(std::string_view text);
ConfigFile readJsonConfig(std::string_view text);
ConfigFile readYaml(std::string_view text);

}  // namespace capabilities
