// Where the parts of one schema live: which absolute URI, pointer or anchor names which subschema.
// Owns the index made once per validation and the URI arithmetic of RFC 3986 section 5; leaves
// evaluation to jsonschema.cpp. References outside the document are never fetched.
// Thread contract: built and read by one thread.
#pragma once

#include <boost/json.hpp>

#include <string>
#include <string_view>
#include <unordered_map>

namespace jsonschema {

enum class Dialect { draft7, draft202012 };

std::string resolveUri(std::string_view base, std::string_view reference);

class References {
public:
    explicit References(const boost::json::value &root);

    // The schema a reference names as seen from a base URI, and the base that holds inside it.
    struct Target {
        const boost::json::value *schema = nullptr;
        bool isDynamic = false;  // reached by a $dynamicAnchor
    };
    Target find(std::string_view base, std::string_view reference) const;
    // The schema with this $dynamicAnchor in the resource of that base, or nullptr.
    const boost::json::value *dynamicAnchor(std::string_view base, std::string_view name) const;

    // Base URI inside an indexed schema; that of the document for any other.
    const std::string &baseOf(const boost::json::value &schema) const;
    // The schema that begins the resource (the $id) an indexed schema belongs to.
    const boost::json::value &resourceOf(const boost::json::value &schema) const;
    Dialect dialect() const { return dialect_; }
    bool hasUnevaluated() const { return hasUnevaluated_; }
    bool hasDynamic() const { return !dynamicAnchors_.empty(); }

private:
    std::string baseInside(std::string_view outer, const boost::json::object &schema) const;
    void index(const boost::json::value &schema, const std::string &base, int depth);
    void indexMembers(const boost::json::object &schema, const std::string &base, int depth);

    Dialect dialect_ = Dialect::draft202012;
    bool hasUnevaluated_ = false;
    const boost::json::value *root_;
    std::unordered_map<std::string, const boost::json::value *> resources_;  // by base URI
    std::unordered_map<std::string, const boost::json::value *> anchors_;    // base#name
    std::unordered_map<std::string, const boost::json::value *> dynamicAnchors_;
    std::unordered_map<const boost::json::value *, std::string> bases_;
};

}  // namespace jsonschema
