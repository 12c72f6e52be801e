// Where rows come from besides the live table: archives (facts that are also rows, read from the
// journal), and the past.
#include "bridge.h"
#include "rows.h"
#include "tablefeed.h"

#include <algorithm>

using models::Bridge;

void Rows::setPast(Past *past)
{
    if (past == m_past)
        return;
    if (m_past)
        m_past->disconnect(this);
    m_past = past;
    if (past)
        connect(past, &Past::shownChanged, this, &Rows::moved);
    moved();
    Q_EMIT pastChanged();
}

// From now to then and back is another question. From one moment to the next only rows come and go,
// which the feed tells; what an archive held is asked anew.
void Rows::moved()
{
    if (isThen() != m_isThen || (m_isThen && m_info && m_info->archiveKind))
        ask();
}

QSharedPointer<models::TableFeed> Rows::feedNow()
{
    return isThen() ? m_past->feed(m_of) : Bridge::instance().feed(m_of);
}

void Rows::askArchive(bool isAfresh)
{
    models::Journal *journal = Bridge::instance().journal();
    if (!journal || !m_info || !m_info->archiveKind)
        return;
    // A filter by a thing that is not there matches nothing; it does not mean everything.
    if (m_isAboutNothing) {
        setReady();
        return;
    }
    if (m_isReading && !isAfresh) {
        m_isReadAgain = true;
        return;
    }
    m_isReading = true;
    m_isReadAgain = false;
    const std::uint64_t below = isThen() ? m_past->factNumber() + 1 : UINT64_MAX;
    journal->archive(*m_info, m_thing, m_archiveEnd, below, this,
                     [this, question = m_question](models::ArchiveRows found) {
                         if (question == m_question)
                             takeArchive(std::move(found));
                     });
}

// The journal grew: what came since the last answer.
void Rows::readOn()
{
    askArchive(false);
}

void Rows::takeArchive(models::ArchiveRows found)
{
    std::vector<models::ArchiveRow> &rows = found.rows;
    m_archiveEnd = std::max(m_archiveEnd, found.upTo);
    m_isReading = false;
    const int countBefore = count();
    for (models::ArchiveRow &row : rows) {
        m_archiveEnd = std::max(m_archiveEnd, row.seq);
        if (!fits(row.bytes))
            continue;
        const Place place = placeOf(row.seq, row.bytes);
        m_archive.emplace(row.seq, std::move(row.bytes));
        insert(place);
    }
    setReady();
    if (!rows.empty() || m_revision == 0)
        changed(countBefore);
    if (m_isReadAgain)
        askArchive(false);
}
