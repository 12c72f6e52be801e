// group-items: what belongs together. `items` = [{"id", "text"}]: TF-IDF vectors of stems, spherical
// k-means (Dhillon and Modha 2001) seeded by k-means++ (Arthur and Vassilvitskii 2007), the number
// of groups from params.groups or the one with the best silhouette (Rousseeuw 1987) of 2 to 8.
// `graph` = {"nodes": [{"id"}], "links": [{"from", "to", "weight"?}]}: modularity by the Louvain
// method (Blondel et al. 2008). Groups are named by their strongest words or best connected node.
// Thread contract: pure.
#include "capabilities/namedgraph.h"
#include "capabilities/statistics.h"
#include "text/document.h"
#include "text/escape.h"

#include <set>

namespace capabilities {

namespace {

namespace json = boost::json;

constexpr std::size_t itemsMax = 2000, nodesMax = 20'000, linksMax = 100'000, groupsMax = 8;
constexpr int roundsMax = 50, startsMax = 4;

using Vector = std::vector<std::pair<std::uint32_t, double>>;  // term, weight; sorted, length one

struct Texts {
    std::vector<std::string> ids;
    std::vector<Vector> vectors;
    std::vector<std::string> terms;  // as first written
};

double dot(const Vector &a, const std::vector<double> &dense)
{
    double sum = 0;
    for (const auto &[term, weight] : a)
        sum += weight * dense[term];
    return sum;
}

double dot(const Vector &a, const Vector &b)
{
    double sum = 0;
    for (auto left = a.begin(), right = b.begin(); left != a.end() && right != b.end();) {
        if (left->first == right->first)
            sum += left++->second * right++->second;
        else
            ++(left->first < right->first ? left : right);
    }
    return sum;
}

void weigh(Texts &texts)
{
    std::vector<double> holders(texts.terms.size());
    for (const Vector &vector : texts.vectors)
        for (const auto &[term, count] : vector)
            ++holders[term];
    const double all = double(texts.vectors.size());
    for (Vector &vector : texts.vectors) {
        double squares = 0;
        for (auto &[term, weight] : vector) {
            weight = (1 + std::log(weight)) * std::log((all + 1) / holders[term]);
            squares += weight * weight;
        }
        for (auto &[term, weight] : vector)
            weight /= squares > 0 ? std::sqrt(squares) : 1;
    }
}

bool readTexts(Reader &in, const Run &run, Texts &texts)
{
    std::map<std::string, std::uint32_t> numbers;
    for (const json::value &entry : in.list("items", itemsMax)) {
        const json::object &item = in.entry(entry, "items");
        texts.ids.push_back(in.word(item, "id"));
        const auto document = text::analyse(in.wordOr(item, "text", {}, 1u << 20), run.stop);
        if (!document || run.stop.stop_requested())
            return false;
        std::map<std::uint32_t, double> counts;
        for (const text::Token &token : document->tokens()) {
            if (!token.isWord() || document->stems()[token.stem].isStopWord)
                continue;
            const auto [place, isNew] = numbers.try_emplace(
                std::string(document->stemText(token.stem)), std::uint32_t(texts.terms.size()));
            if (isNew)
                texts.terms.emplace_back(document->formText(token.form));
            ++counts[place->second];
        }
        texts.vectors.emplace_back(counts.begin(), counts.end());
    }
    weigh(texts);
    return true;
}

struct Partition {
    std::vector<std::uint32_t> group;  // per item
    std::vector<std::vector<double>> centres;
    double closeness = -1;
};

// The first centre by chance, each next one the likelier the farther a text is from all so far.
void seedCentres(const Texts &texts, std::size_t k, Chance &chance, Partition &partition)
{
    std::vector<double> distance(texts.vectors.size(), 1);
    while (partition.centres.size() < k) {
        double sum = 0;
        for (const double each : distance)
            sum += each;
        double mark = chance.share() * sum;
        std::size_t pick = 0;
        for (; pick + 1 < distance.size() && mark >= distance[pick]; ++pick)
            mark -= distance[pick];
        std::vector<double> centre(texts.terms.size());
        for (const auto &[term, weight] : texts.vectors[pick])
            centre[term] = weight;
        for (std::size_t i = 0; i < distance.size(); ++i) {
            const double apart = std::max(0.0, 1 - dot(texts.vectors[i], centre));
            distance[i] = std::min(distance[i], apart * apart);
        }
        partition.centres.push_back(std::move(centre));
    }
}

Partition kMeans(const Texts &texts, std::size_t k, Chance &chance, const std::stop_token &stop)
{
    Partition partition;
    partition.group.assign(texts.vectors.size(), UINT32_MAX);
    seedCentres(texts, k, chance, partition);
    bool isMoving = true;
    for (int round = 0; isMoving && round < roundsMax && !stop.stop_requested(); ++round) {
        isMoving = false;
        partition.closeness = 0;
        std::vector<std::vector<double>> sums(k, std::vector<double>(texts.terms.size()));
        for (std::size_t i = 0; i < texts.vectors.size(); ++i) {
            std::uint32_t best = 0;
            double most = -1;
            for (std::uint32_t g = 0; g < k; ++g) {
                const double near = dot(texts.vectors[i], partition.centres[g]);
                if (near > most)
                    most = near, best = g;
            }
            isMoving = isMoving || partition.group[i] != best;
            partition.group[i] = best;
            partition.closeness += most;
            for (const auto &[term, weight] : texts.vectors[i])
                sums[best][term] += weight;
        }
        for (std::uint32_t g = 0; g < k; ++g) {
            double squares = 0;
            for (const double weight : sums[g])
                squares += weight * weight;
            if (squares <= 0)
                continue;  // an empty group keeps its centre
            for (double &weight : sums[g])
                weight /= std::sqrt(squares);
            partition.centres[g] = std::move(sums[g]);
        }
    }
    return partition;
}

// Mean silhouette over cosine distances, -1..1.
double silhouette(const Texts &texts, const Partition &partition, const std::stop_token &stop)
{
    const std::size_t count = texts.vectors.size(), k = partition.centres.size();
    if (k < 2)
        return 0;  // nothing to stand apart from
    const std::size_t stride = std::max<std::size_t>(1, count / 300);  // a sample is enough
    double sum = 0;
    std::size_t seen = 0;
    for (std::size_t i = 0; i < count && !stop.stop_requested(); i += stride, ++seen) {
        std::vector<double> apart(k);
        std::vector<std::size_t> sizes(k);
        for (std::size_t j = 0; j < count; ++j) {
            if (j == i)
                continue;
            apart[partition.group[j]] += 1 - dot(texts.vectors[i], texts.vectors[j]);
            ++sizes[partition.group[j]];
        }
        const std::uint32_t own = partition.group[i];
        if (sizes[own] == 0)
            continue;  // alone: 0
        double nearest = 2;
        for (std::size_t g = 0; g < k; ++g)
            if (g != own && sizes[g] > 0)
                nearest = std::min(nearest, apart[g] / double(sizes[g]));
        const double inside = apart[own] / double(sizes[own]);
        const double wide = std::max(nearest, inside);
        sum += wide > 0 ? (nearest - inside) / wide : 0;
    }
    return seen ? sum / double(seen) : 0;
}

Partition bestOf(const Texts &texts, std::size_t k, Chance &chance, const std::stop_token &stop)
{
    Partition best;
    for (int start = 0; start < startsMax && !stop.stop_requested(); ++start) {
        Partition next = kMeans(texts, k, chance, stop);
        if (next.closeness > best.closeness + 1e-12)
            best = std::move(next);
    }
    return best;
}

// The three words that speak most for a group against the others.
std::string nameOf(const Texts &texts, const Partition &partition, std::size_t group)
{
    std::vector<std::pair<double, std::string>> words;
    for (std::size_t term = 0; term < texts.terms.size(); ++term) {
        double elsewhere = 0;
        for (std::size_t g = 0; g < partition.centres.size(); ++g)
            if (g != group)
                elsewhere = std::max(elsewhere, partition.centres[g][term]);
        const double own = partition.centres[group][term] - elsewhere;
        if (own > 0)
            words.emplace_back(-own, texts.terms[term]);
    }
    std::ranges::sort(words);
    std::string name;
    for (std::size_t i = 0; i < std::min<std::size_t>(words.size(), 3); ++i)
        name.append(i ? ", " : "").append(words[i].second);
    return text::cleanLine(name, 80);
}

struct Group {
    std::string name;
    std::vector<std::string> members;
};

Result written(std::vector<Group> groups, std::string_view method, std::string_view measure,
               double quality)
{
    std::erase_if(groups, [](const Group &group) { return group.members.empty(); });
    for (Group &group : groups)
        std::ranges::sort(group.members);
    std::ranges::sort(groups, [](const Group &a, const Group &b) {
        return a.members.size() != b.members.size() ? a.members.size() > b.members.size()
                                                    : a.members < b.members;
    });
    json::array list;
    for (const Group &group : groups)
        list.push_back(
            json::object{{"members", json::array(group.members.begin(), group.members.end())},
                         {"name", group.name}});
    Result result;
    result.figures["groups"] = std::int64_t(groups.size());
    result.figures[std::string(measure)] = std::llround(quality * 10000);
    result.labels["method"] = std::string(method);
    result.outputs.push_back(
        jsonArtefact("groups", json::object{{"groups", std::move(list)},
                                            {"method", method},
                                            {measure, std::llround(quality * 10000)}}));
    return result;
}

Result groupTexts(Reader &in, const Run &run)
{
    Texts texts;
    const auto wanted = std::size_t(in.integer(run.params, "groups", 1, groupsMax * 4, 0));
    if (!readTexts(in, run, texts))
        return stopped();
    if (in.isBad())
        return in.failure();
    Chance chance(run.seed);
    const std::size_t count = texts.vectors.size();
    Partition best;
    double quality = -2;
    if (wanted > 0 || count < 3) {
        best = bestOf(texts, std::min(std::max<std::size_t>(wanted, 1), count), chance, run.stop);
        quality = silhouette(texts, best, run.stop);
    }
    for (std::size_t k = 2; quality == -2 || (wanted == 0 && count >= 3 && k <= groupsMax); ++k) {
        if (k >= count || run.stop.stop_requested())
            break;
        Partition next = bestOf(texts, k, chance, run.stop);
        const double silhouetted = silhouette(texts, next, run.stop);
        if (silhouetted > quality + 1e-12) {
            quality = silhouetted;
            best = std::move(next);
        }
    }
    if (run.stop.stop_requested())
        return stopped();
    std::vector<Group> groups(best.centres.size());
    for (std::size_t i = 0; i < count; ++i)
        groups[best.group[i]].members.push_back(texts.ids[i]);
    for (std::size_t g = 0; g < groups.size(); ++g)
        groups[g].name = nameOf(texts, best, g);
    return written(std::move(groups), "k-means", "silhouette", quality);
}

Result groupGraph(Reader &in, const Run &run)
{
    const NamedGraph graph = readGraph(in, "graph", nodesMax, linksMax);
    if (in.isBad())
        return in.failure();
    const std::vector<std::string> &ids = graph.ids;
    const std::vector<Link> &links = graph.links;
    const Communities found = louvain(ids.size(), links, run.stop);
    if (run.stop.stop_requested())
        return stopped();
    std::vector<double> degrees(ids.size());
    for (const Link &link : links)
        degrees[link.from] += link.weight, degrees[link.to] += link.weight;
    std::vector<Group> groups(found.count);
    std::vector<double> most(found.count, -1);
    for (std::size_t i = 0; i < ids.size(); ++i) {
        Group &group = groups[found.of[i]];
        group.members.push_back(ids[i]);
        if (degrees[i] > most[found.of[i]]) {
            most[found.of[i]] = degrees[i];
            group.name = text::cleanLine(ids[i], 80);
        }
    }
    return written(std::move(groups), "louvain", "modularity", found.modularity);
}

Result run(const Run &run)
{
    Reader in(run);
    bool isGraph = false;
    run.input("graph", &isGraph);
    return isGraph || run.params.contains("graph") ? groupGraph(in, run) : groupTexts(in, run);
}

}  // namespace

extern const Capability groupItems;
const Capability groupItems = {
    .name = "group-items",
    .version = "1.0.1",
    .source = "k-means++ (Arthur and Vassilvitskii 2007), silhouette (Rousseeuw 1987); "
              "Louvain (Blondel et al. 2008)",
    .run = run,
};

}  // namespace capabilities
