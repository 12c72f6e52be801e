#include "capabilities/capability.h"

namespace capabilities {

// One line a capability, in name order: declared here, defined in the file of its name.
extern const Capability compareTexts;
extern const Capability extractFacts;
extern const Capability extractKeywords;
extern const Capability generateComponent;
extern const Capability inferSchema;
extern const Capability mapConcepts;
extern const Capability matchPatterns;
extern const Capability rankItems;
extern const Capability renderCard;
extern const Capability renderChart;
extern const Capability routeTask;
extern const Capability scoreClarity;
extern const Capability scoreResonance;
extern const Capability scoreSentiment;
extern const Capability summarizeText;
extern const Capability tagText;
extern const Capability validateData;

namespace {

const std::vector<Capability> &roster()
{
    static const std::vector<Capability> list = {
        compareTexts,
        extractFacts,
        extractKeywords,
        generateComponent,
        inferSchema,
        mapConcepts,
        matchPatterns,
        rankItems,
        renderCard,
        renderChart,
        routeTask,
        scoreClarity,
        scoreResonance,
        scoreSentiment,
        summarizeText,
        tagText,
        validateData,
    };
    return list;
}

}  // namespace

std::span<const Capability> all()
{
    return roster();
}

const Capability *find(std::string_view name)
{
    for (const Capability &capability : roster()) {
        if (capability.name == name)
            return &capability;
    }
    return nullptr;
}

}  // namespace capabilities
