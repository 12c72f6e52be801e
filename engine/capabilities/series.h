// A dated series of numbers as forecast-series and detect-anomalies read it: `series` = a list of
// numbers, or of {"at": "2026-03-01", "value": 3}; or the first two columns of a CSV or Markdown
// table. Owns values and their labels. Thread contract: values.
#pragma once

#include "capabilities/table.h"

namespace capabilities {

struct Series {
    std::vector<double> values;
    std::vector<std::string> at;  // empty if the values are not dated
    int places = 0;               // most digits behind a point
};

Series readSeries(Reader &in, const Run &run, std::size_t valuesMax);

}  // namespace capabilities
