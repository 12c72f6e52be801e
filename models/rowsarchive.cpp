// The half of Rows that shows archives: facts that are also rows, read from the journal.
#include "bridge.h"
#include "rows.h"

#include <algorithm>

using models::Bridge;

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
    journal->archive(*m_info, m_thing, m_archiveEnd, this,
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
