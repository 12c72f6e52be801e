// evolve-variants: a parent's traits grow through generations towards what a rule calls fit. A
// genetic algorithm (Holland 1975; Goldberg 1989): tournaments of three, one-point crossover,
// mutation within each trait's bounds, the best carried over. Every variant knows its parents, and
// a random search with as many tries stands beside it, so that growth can be told from luck.
// `traits` = [{"name", "low", "high", "value"}] of whole numbers, params.fitness an expression over
// their names (more is fitter), params.population (24), params.generations (20), params.mutation
// (1500 of 10000 a trait). Fitness is in millionths. Thread contract: pure.
#include "capabilities/expression.h"
#include "capabilities/reader.h"
#include "capabilities/statistics.h"
#include "text/escape.h"

namespace capabilities {

namespace {

namespace json = boost::json;

constexpr std::size_t traitsMax = 64, populationMax = 200, generationsMax = 500;
constexpr std::size_t elite = 2, tournament = 3, shownMax = 24, ancestryMax = 200;

struct Trait {
    std::string name;
    std::int64_t low = 0, high = 0, value = 0;
};

struct Variant {
    std::size_t number = 0, mother = 0, father = 0, born = 0;  // 0: has none
    std::vector<double> traits;
    double fitness = 0;
};

class Breeder {
public:
    Breeder(std::vector<Trait> traits, Expression rule, std::uint64_t seed)
        : m_traits(std::move(traits)), m_rule(std::move(rule)), m_chance(seed)
    {
    }

    double mutation = 0.15;
    std::vector<Variant> population, family;  // family: everyone ever born, by number
    json::array history;

    Variant random()
    {
        Variant variant;
        for (const Trait &trait : m_traits)
            variant.traits.push_back(double(within(trait)));
        judge(variant);
        return variant;
    }
    void found(std::size_t size)
    {
        Variant parent;
        for (const Trait &trait : m_traits)
            parent.traits.push_back(double(trait.value));
        judge(parent);
        add(std::move(parent));
        while (population.size() < size) {
            Variant child = population[0];
            child.mother = 1;
            mutate(child);
            judge(child);
            add(std::move(child));
        }
        sort();
    }
    void next(std::size_t generation)
    {
        const std::vector<Variant> parents = std::move(population);
        population.assign(parents.begin(),
                          parents.begin() + std::ptrdiff_t(std::min(elite, parents.size())));
        while (population.size() < parents.size()) {
            const Variant &mother = chosen(parents), &father = chosen(parents);
            Variant child = mother;
            const std::size_t cut = m_chance.below(m_traits.size() + 1);
            std::copy(father.traits.begin() + std::ptrdiff_t(cut), father.traits.end(),
                      child.traits.begin() + std::ptrdiff_t(cut));
            child.mother = mother.number;
            child.father = father.number;
            child.born = generation;
            mutate(child);
            judge(child);
            add(std::move(child));
        }
        sort();
    }
    void remember()
    {
        Moments moments;
        for (const Variant &variant : population)
            moments.add(variant.fitness);
        history.push_back(json::object{{"best", toMicro(population[0].fitness)},
                                       {"mean", toMicro(moments.mean)}});
    }
    json::object written(const Variant &variant) const
    {
        json::object traits;
        for (std::size_t i = 0; i < m_traits.size(); ++i)
            traits[m_traits[i].name] = std::int64_t(variant.traits[i]);
        json::array parents;
        for (const std::size_t parent : {variant.mother, variant.father})
            if (parent > 0)
                parents.emplace_back(parent);
        return {{"born", variant.born},
                {"fitness", toMicro(variant.fitness)},
                {"number", variant.number},
                {"parents", std::move(parents)},
                {"traits", std::move(traits)}};
    }

private:
    std::int64_t within(const Trait &trait)
    {
        return trait.low + std::int64_t(m_chance.below(std::size_t(trait.high - trait.low + 1)));
    }
    void judge(Variant &variant) const
    {
        const double fitness = m_rule.value(variant.traits);
        variant.fitness = std::isnan(fitness) ? -1e12 : std::clamp(fitness, -1e12, 1e12);
    }
    // Mostly a step of up to a tenth of the range, now and then anywhere in it.
    void mutate(Variant &variant)
    {
        for (std::size_t i = 0; i < m_traits.size(); ++i) {
            if (m_chance.share() >= mutation)
                continue;
            const Trait &trait = m_traits[i];
            const std::int64_t reach = std::max<std::int64_t>(1, (trait.high - trait.low) / 10);
            std::int64_t value = std::int64_t(variant.traits[i]) - reach
                                 + std::int64_t(m_chance.below(std::size_t(2 * reach + 1)));
            if (m_chance.below(8) == 0)
                value = within(trait);
            variant.traits[i] = double(std::clamp(value, trait.low, trait.high));
        }
    }
    const Variant &chosen(const std::vector<Variant> &parents)
    {
        const Variant *best = nullptr;
        for (std::size_t i = 0; i < tournament; ++i) {
            const Variant &candidate = parents[m_chance.below(parents.size())];
            if (!best || candidate.fitness > best->fitness)
                best = &candidate;
        }
        return *best;
    }
    void add(Variant variant)
    {
        variant.number = family.size() + 1;
        family.push_back(variant);
        population.push_back(std::move(variant));
    }
    void sort()
    {
        std::ranges::sort(population, [](const Variant &a, const Variant &b) {
            return a.fitness != b.fitness ? a.fitness > b.fitness : a.number < b.number;
        });
    }

    std::vector<Trait> m_traits;
    Expression m_rule;
    Chance m_chance;
};

// The line of the best: its parents, theirs, and so on back to the first.
json::array ancestryOf(const Breeder &breeder)
{
    std::vector<bool> isWanted(breeder.family.size() + 1);
    isWanted[breeder.population[0].number] = true;
    json::array out;
    for (std::size_t number = breeder.family.size(); number > 0 && out.size() < ancestryMax;
         --number) {
        if (!isWanted[number])
            continue;
        const Variant &variant = breeder.family[number - 1];
        isWanted[variant.mother] = isWanted[variant.father] = true;
        out.emplace_back(breeder.written(variant));
    }
    return out;
}

Result written(Breeder &breeder, double luck)
{
    json::array variants;
    for (std::size_t i = 0; i < std::min(breeder.population.size(), shownMax); ++i)
        variants.emplace_back(breeder.written(breeder.population[i]));
    const double best = breeder.population[0].fitness;
    Result result;
    result.figures["generations"] = std::int64_t(breeder.history.size()) - 1;
    result.figures["born"] = std::int64_t(breeder.family.size());
    result.outputs.push_back(
        jsonArtefact("variants", json::object{{"ancestry", ancestryOf(breeder)},
                                              {"best", toMicro(best)},
                                              {"history", std::move(breeder.history)},
                                              {"parent", toMicro(breeder.family[0].fitness)},
                                              {"randomSearch", toMicro(luck)},
                                              {"scale", micro},
                                              {"variants", std::move(variants)}}));
    return result;
}

Result run(const Run &run)
{
    Reader in(run);
    std::vector<Trait> traits;
    std::map<std::string, std::size_t> names;
    for (const json::value &entry : in.list("traits", traitsMax)) {
        const json::object &given = in.entry(entry, "traits");
        Trait trait;
        trait.name = in.word(given, "name", 60);
        trait.low = in.integer(given, "low", -1'000'000'000, 1'000'000'000);
        trait.high = in.integer(given, "high", trait.low, 1'000'000'000);
        trait.value = in.integer(given, "value", trait.low, trait.high, trait.low);
        if (!names.emplace(trait.name, traits.size()).second)
            in.bad("traits", trait.name);
        traits.push_back(std::move(trait));
    }
    const std::string fitness = in.word(run.params, "fitness", 4000);
    const auto size = std::size_t(in.integer(run.params, "population", 4, populationMax, 24));
    const auto generations =
        std::size_t(in.integer(run.params, "generations", 1, generationsMax, 20));
    const double mutation = double(in.integer(run.params, "mutation", 0, 10000, 1500)) / 10000;
    if (in.isBad())
        return in.failure();
    std::string fault;
    auto rule = Expression::read(fitness, names, fault);
    if (!rule)
        return Result::refuse("capability.badValue", {{"name", "fitness"}, {"found", fault}});
    Breeder breeder(traits, *rule, run.seed);
    Breeder lottery(std::move(traits), std::move(*rule), run.seed ^ 0x5DEECE66Dull);
    breeder.mutation = mutation;
    breeder.found(size);
    breeder.remember();
    for (std::size_t generation = 1; generation <= generations; ++generation) {
        if (run.stop.stop_requested())
            return stopped();
        breeder.next(generation);
        breeder.remember();
    }
    double luck = -1e12;
    for (std::size_t i = 0; i < breeder.family.size(); ++i) {
        if (run.stop.stop_requested())
            return stopped();
        luck = std::max(luck, lottery.random().fitness);
    }
    return written(breeder, luck);
}

}  // namespace

extern const Capability evolveVariants;
const Capability evolveVariants = {
    .name = "evolve-variants",
    .version = "1.0.0",
    .source = "Holland 1975; Goldberg 1989 (tournament, one-point crossover, elitism)",
    .run = run,
};

}  // namespace capabilities
