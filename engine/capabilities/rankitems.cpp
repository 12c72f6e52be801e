// rank-items: the score of one dream, or the order of several options. With `resonance`: the
// parts originality, traction and collaboration; a part nobody measured is shown as such and left
// out of the sum. With params.criteria = [{"name", "weight"?, "direction"? "min"}]: TOPSIS (Hwang and
// Yoon 1981) over `options` = [{"name", "values": {criterion: number}}], or over a table whose first
// column names them; each option with its strongest and weakest criterion as reason.
// Thread contract: pure.
#include "capabilities/artefact.h"
#include "capabilities/jsonwriter.h"
#include "capabilities/table.h"

#include <array>
#include <cmath>

namespace capabilities {

namespace {

namespace json = boost::json;

constexpr std::size_t optionsMax = 1000;
constexpr std::size_t criteriaMax = 50;

struct Part {
    std::string_view name;
    double weight = 1;
    std::optional<std::int64_t> score;
    std::string why;
};

std::string outOf100(std::int64_t score)
{
    return std::to_string((score + 50) / 100) + " of 100";
}

// A text that says nothing is like no other, and that is not originality: its score ends where its
// sense does.
Part originality(const json::object &resonance, const json::object &clarity)
{
    const json::value *flag = clarity.if_contains("nonsense");
    if (flag && flag->is_bool() && flag->get_bool())
        return {"originality", 1, std::clamp<std::int64_t>(integerOf(clarity, "overall"), 0, 1000),
                "says nothing that could be compared"};

    const std::int64_t library = std::max<std::int64_t>(integerOf(resonance, "library"), 0);
    std::int64_t nearest = 0, duplicates = 0;
    for (const json::value &item : arrayOf(resonance, "similar")) {
        const json::object *similar = item.if_object();
        if (!similar)
            continue;
        nearest =
            std::max(nearest, std::clamp<std::int64_t>(integerOf(*similar, "score"), 0, 10000));
        const json::value *flag = similar->if_contains("duplicate");
        duplicates += flag && flag->is_bool() && flag->get_bool();
    }
    Part part{"originality", 1, 10000 - nearest, {}};
    const std::string others = std::to_string(library) + (library == 1 ? " dream" : " dreams");
    if (library == 0)
        part.why = "the first of its kind: no other dream to compare with";
    else if (duplicates > 0)
        part.why = "nearly the same text is already there";
    else if (nearest == 0)
        part.why = "nothing among " + others + " comes near";
    else
        part.why = "the nearest of " + others + " resonates at " + outOf100(nearest);
    return part;
}

// .1 a view up to 30, 1.5 a like up to 40, 3 a comment up to 30
Part traction(const json::object &params)
{
    const json::object &counts = objectOf(params, "traction");
    if (counts.empty())
        return {"traction", 1, {}, "not measured: nobody else has seen it yet"};
    const auto count = [&](const char *name) {
        return std::clamp<std::int64_t>(integerOf(counts, name), 0, 1'000'000);
    };
    const std::int64_t views = count("views"), likes = count("likes"), comments = count("comments");
    const std::int64_t sum = std::min<std::int64_t>(views * 10, 3000)
                             + std::min<std::int64_t>(likes * 150, 4000)
                             + std::min<std::int64_t>(comments * 300, 3000);
    return {"traction", 1, sum,
            std::to_string(views) + " views, " + std::to_string(likes) + " likes, "
                + std::to_string(comments) + " comments"};
}

// 15 n log2(n + 1), at most 100
Part collaboration(const json::object &params)
{
    if (!params.contains("contributors"))
        return {"collaboration", 1, {}, "not measured: nobody has contributed yet"};
    const double people =
        static_cast<double>(std::clamp<std::int64_t>(integerOf(params, "contributors"), 0, 1000));
    return {"collaboration", 1, score(0.15 * people * std::log2(people + 1)),
            std::to_string(static_cast<int>(people))
                + (people == 1 ? " contributor" : " contributors")};
}

Result scoreOfDream(const Run &run, const json::object &resonance, const json::object &clarity)
{
    const std::array parts = {originality(resonance, clarity), traction(run.params),
                              collaboration(run.params)};
    double sum = 0, weights = 0;
    JsonWriter out;
    out.beginObject().key("parts").beginArray();
    for (const Part &part : parts) {
        out.beginObject().member("measured", part.score.has_value()).member("name", part.name);
        if (part.score) {
            out.member("score", *part.score);
            sum += part.weight * static_cast<double>(*part.score);
            weights += part.weight;
        }
        out.member("why", part.why).endObject();
    }
    const auto total = static_cast<std::int64_t>(std::lround(sum / weights));
    out.endArray().member("score", total).endObject();
    Result result;
    result.outputs.push_back({"score", "application/json", out.take()});
    result.figures["score"] = total;
    result.figures["originality"] = *parts[0].score;
    return result;
}

struct Criterion {
    std::string name;
    double weight = 1;
    bool isCost = false;  // less is better
};

std::optional<double> numberOf(const json::value *value)
{
    if (!value || !value->is_number())
        return std::nullopt;
    const double number = value->to_number<double>();
    return std::isfinite(number) && std::fabs(number) < 1e150 ? std::optional(number)
                                                              : std::nullopt;
}

std::vector<Criterion> criteriaOf(const json::object &params)
{
    std::vector<Criterion> criteria;
    for (const json::value &entry : arrayOf(params, "criteria")) {
        const json::object *object = entry.if_object();
        if (!object || textOf(*object, "name").empty() || criteria.size() == criteriaMax)
            continue;
        const double weight = numberOf(object->if_contains("weight")).value_or(1);
        if (weight > 0)
            criteria.push_back({std::string(textOf(*object, "name")), weight,
                                textOf(*object, "direction") == "min"});
    }
    return criteria;
}

struct Option {
    std::string name;
    std::vector<double> values;  // per criterion; then normalised and weighted
    double closeness = 0;
    std::size_t best = 0, worst = 0;  // criteria
};

// The value matrix becomes weighted unit columns; closeness = d- / (d+ + d-).
void topsis(std::vector<Option> &options, const std::vector<Criterion> &criteria)
{
    double weights = 0;
    for (const Criterion &criterion : criteria)
        weights += criterion.weight;
    std::vector<double> ideal(criteria.size()), anti(criteria.size());
    for (std::size_t c = 0; c < criteria.size(); ++c) {
        double squares = 0;
        for (const Option &option : options)
            squares += option.values[c] * option.values[c];
        const double factor = squares > 0 ? criteria[c].weight / weights / std::sqrt(squares) : 0;
        for (Option &option : options)
            option.values[c] *= factor * (criteria[c].isCost ? -1 : 1);
        const auto [least, most] = std::minmax_element(
            options.begin(), options.end(),
            [&](const Option &a, const Option &b) { return a.values[c] < b.values[c]; });
        anti[c] = least->values[c];
        ideal[c] = most->values[c];
    }
    for (Option &option : options) {
        double toIdeal = 0, toAnti = 0, gainMost = 0, lossMost = 0;
        option.best = option.worst = criteria.size();  // none
        for (std::size_t c = 0; c < criteria.size(); ++c) {
            const double loss = ideal[c] - option.values[c], gain = option.values[c] - anti[c];
            toIdeal += loss * loss;
            toAnti += gain * gain;
            if (gain > gainMost)
                gainMost = gain, option.best = c;
            if (loss > lossMost)
                lossMost = loss, option.worst = c;
        }
        const double sum = std::sqrt(toIdeal) + std::sqrt(toAnti);
        option.closeness = sum > 0 ? std::sqrt(toAnti) / sum : 0.5;
    }
}

// Values of an option as they are written; absent where nobody wrote one.
using ValueOf = std::function<std::optional<double>(const std::string &criterion)>;

class Options {
public:
    explicit Options(const std::vector<Criterion> &criteria) : m_criteria(criteria) {}

    void read(Reader &in, const Run &run)
    {
        const json::value *listed = &in.value("options");
        if (const json::object *object = listed->if_object())
            if (const json::value *inside = object->if_contains("options"))
                listed = inside;
        if (const json::array *list = listed->if_array(); list && isNested(*list))
            return readList(*list);
        const Table table = readTable(in, run, "options");
        if (in.isBad())
            return void(m_failure = in.failure());
        for (const std::vector<std::string> &row : table.rows)
            add(row.front(), [&](const std::string &criterion) {
                const auto column = std::ranges::find(table.columns, criterion);
                return column == table.columns.end()
                           ? std::nullopt
                           : cellNumber(row[std::size_t(column - table.columns.begin())]);
            });
    }
    std::vector<Option> take() { return std::move(m_options); }
    const Result &failure() const { return m_failure; }

private:
    // {"name", "values"} rather than the rows of a table; what is neither is told by its place.
    static bool isNested(const json::array &list)
    {
        return std::ranges::any_of(list, [](const json::value &entry) {
            return !entry.is_object() || entry.get_object().contains("values");
        });
    }
    void readList(const json::array &list)
    {
        for (const json::value &entry : list) {
            const json::object *object = entry.if_object();
            if (!object) {
                add({}, {});
                continue;
            }
            add(std::string(textOf(*object, "name")), [&](const std::string &criterion) {
                return numberOf(objectOf(*object, "values").if_contains(criterion));
            });
        }
    }
    void add(const std::string &name, const ValueOf &valueOf)
    {
        if (!m_failure.refusal.empty())
            return;
        if (name.empty())
            return void(m_failure = Result::refuse("rankitems.badOption",
                                                   {{"index", std::to_string(m_options.size())}}));
        if (m_options.size() == optionsMax)
            return void(m_failure = Result::refuse("rankitems.tooMany",
                                                   {{"limit", std::to_string(optionsMax)}}));
        Option option;
        option.name = name;
        for (const Criterion &criterion : m_criteria) {
            const std::optional<double> value = valueOf(criterion.name);
            if (!value)
                return void(m_failure =
                                Result::refuse("rankitems.missingValue",
                                               {{"option", name}, {"criterion", criterion.name}}));
            option.values.push_back(*value);
        }
        m_options.push_back(std::move(option));
    }

    const std::vector<Criterion> &m_criteria;
    std::vector<Option> m_options;
    Result m_failure;
};

Result ranking(const Run &run)
{
    const std::vector<Criterion> criteria = criteriaOf(run.params);
    if (criteria.empty())
        return Result::refuse("rankitems.noCriteria");
    Reader in(run);
    Options read(criteria);
    read.read(in, run);
    if (!read.failure().refusal.empty())
        return read.failure();
    std::vector<Option> options = read.take();
    if (options.empty())
        return Result::refuse("rankitems.noOptions");
    if (run.stop.stop_requested())
        return stopped();
    topsis(options, criteria);
    std::sort(options.begin(), options.end(), [](const Option &a, const Option &b) {
        return a.closeness != b.closeness ? a.closeness > b.closeness : a.name < b.name;
    });
    JsonWriter out;
    out.beginObject().key("items").beginArray();
    for (const Option &option : options) {
        out.beginObject().member("name", option.name);
        std::string why;
        if (option.best < criteria.size())
            why = "strongest in " + criteria[option.best].name;
        if (option.worst < criteria.size())
            why += (why.empty() ? "weakest in " : ", weakest in ") + criteria[option.worst].name;
        if (why.empty())
            why = "as good as the others";
        out.member("score", score(option.closeness)).member("why", why).endObject();
    }
    out.endArray().member("method", "topsis").endObject();
    Result result;
    result.outputs.push_back({"ranking", "application/json", out.take()});
    result.figures["options"] = static_cast<std::int64_t>(options.size());
    result.figures["score"] = score(options.front().closeness);
    return result;
}

Result run(const Run &run)
{
    bool isGiven = false;
    run.input("options", &isGiven);
    if (isGiven || run.params.contains("options") || run.params.contains("criteria"))
        return ranking(run);
    const auto resonance = objectInput(run, "resonance");
    if (!resonance)
        return Result::refuse("rankitems.noResonance");
    const auto clarity = objectInput(run, "clarity");
    return scoreOfDream(run, *resonance, clarity ? *clarity : json::object());
}

}  // namespace

extern const Capability rankItems;
const Capability rankItems = {
    .name = "rank-items",
    .version = "1.1.1",
    .source = "weighted sum over measured parts; TOPSIS, Hwang and Yoon 1981",
    .run = run,
};

}  // namespace capabilities
