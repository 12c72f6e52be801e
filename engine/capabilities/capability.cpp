#include "capabilities/capability.h"

namespace capabilities {

// One line a capability, in name order: declared here, defined in the file of its name.
extern const Capability allocateRewards;
extern const Capability analyzePortfolio;
extern const Capability analyzeTopology;
extern const Capability assessRisk;
extern const Capability auditFiles;
extern const Capability auditTrail;
extern const Capability backupFiles;
extern const Capability buildReport;
extern const Capability catalogMedia;
extern const Capability checkConfig;
extern const Capability checkHealth;
extern const Capability checkPermissions;
extern const Capability compareTexts;
extern const Capability detectAnomalies;
extern const Capability detectThreats;
extern const Capability draftDocument;
extern const Capability evolveVariants;
extern const Capability extractFacts;
extern const Capability extractKeywords;
extern const Capability forecastSeries;
extern const Capability generateComponent;
extern const Capability groupItems;
extern const Capability inferSchema;
extern const Capability mapConcepts;
extern const Capability matchOpportunities;
extern const Capability matchPatterns;
extern const Capability meterUsage;
extern const Capability mintToken;
extern const Capability planPipeline;
extern const Capability planRoute;
extern const Capability priceMarket;
extern const Capability probeEndpoints;
extern const Capability profileTable;
extern const Capability quoteSwap;
extern const Capability rankItems;
extern const Capability reconcileLedger;
extern const Capability redactSecrets;
extern const Capability relayMessage;
extern const Capability renderCard;
extern const Capability renderChart;
extern const Capability repairState;
extern const Capability retryFailures;
extern const Capability routeTask;
extern const Capability scheduleJobs;
extern const Capability scoreClarity;
extern const Capability scoreResonance;
extern const Capability scoreSentiment;
extern const Capability scoreTrust;
extern const Capability searchText;
extern const Capability signRecord;
extern const Capability simulateScenario;
extern const Capability summarizeText;
extern const Capability tagText;
extern const Capability tallyVotes;
extern const Capability traceLineage;
extern const Capability triageMessages;
extern const Capability validateData;
extern const Capability verifyIntegrity;
extern const Capability weaveNarrative;

namespace {

const std::vector<Capability> &roster()
{
    static const std::vector<Capability> list = {
        allocateRewards,   analyzePortfolio, analyzeTopology, assessRisk,      auditFiles,
        auditTrail,        backupFiles,      buildReport,     catalogMedia,    checkConfig,
        checkHealth,       checkPermissions, compareTexts,    detectAnomalies, detectThreats,
        draftDocument,     evolveVariants,   extractFacts,    extractKeywords, forecastSeries,
        generateComponent, groupItems,       inferSchema,     mapConcepts,     matchOpportunities,
        matchPatterns,     meterUsage,       mintToken,       planPipeline,    planRoute,
        priceMarket,       probeEndpoints,   profileTable,    quoteSwap,       rankItems,
        reconcileLedger,   redactSecrets,    relayMessage,    renderCard,      renderChart,
        repairState,       retryFailures,    routeTask,       scheduleJobs,    scoreClarity,
        scoreResonance,    scoreSentiment,   scoreTrust,      searchText,      signRecord,
        simulateScenario,  summarizeText,    tagText,         tallyVotes,      traceLineage,
        triageMessages,    validateData,     verifyIntegrity, weaveNarrative,
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
