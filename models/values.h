// The words of the engine as the words of QML and back: fields of a row to QVariant, named values to
// a command. Ids are 13 characters, times milliseconds, durations microseconds, scores 0..10000,
// amounts decimal text. Thread contract: pure functions.
#pragma once

#include "kernel/system.h"

#include <QString>
#include <QVariantMap>

#include <boost/json.hpp>

#include <optional>
#include <set>

namespace models {

QString text(std::string_view utf8);
QString idText(std::uint64_t id);
// 0 when it is no id.
std::uint64_t idOf(const QString &text);

QVariant value(const kernel::FieldType &type, kernel::CborReader &reader);
// One field of a row (a plain CBOR array), without reading the others.
QVariant field(const std::vector<kernel::FieldInfo> &fields, std::string_view row, int index);
QVariantMap map(const std::vector<kernel::FieldInfo> &fields, std::string_view row);

boost::json::object toJson(const QVariantMap &values);
QVariantMap fromJson(const boost::json::object &object);

// Every id a stored fact names, those of sealed text included.
void idsIn(const kernel::FactInfo &info, std::string_view fact, std::set<std::uint64_t> &ids);

}  // namespace models
