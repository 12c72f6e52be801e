#include "gallery.h"

#include <QDir>
#include <QFont>
#include <QPainter>

using namespace Qt::StringLiterals;

namespace {

constexpr int columns = 6, cellWidth = 360, cellHeight = 246, captionHeight = 20, gap = 8;

QString fileName(QString words)
{
    for (QChar &letter : words)
        if (!letter.isLetterOrNumber() && letter != u'-')
            letter = u'_';
    return words;
}

}  // namespace

void Gallery::keep(const QString &place, const QString &variant, const QImage &picture)
{
    if (!isKept())
        return;
    const QString folder = m_folder + u'/' + fileName(place.section(u'/', 0, 0));
    QDir().mkpath(folder);
    picture.save(folder + u'/' + fileName(place.section(u'/', 1) + u' ' + variant).toLower()
                 + u".png"_s);
    m_places[place.section(u'/', 0, 0)].append(
        {(place.contains(u'/') ? place.section(u'/', 1) + u": "_s : QString()) + variant,
         picture.scaled(cellWidth, cellHeight - captionHeight, Qt::KeepAspectRatio,
                        Qt::SmoothTransformation)});
}

int Gallery::writeSheets() const
{
    int written = 0;
    for (auto place = m_places.begin(); place != m_places.end(); ++place) {
        const int rows = int((place->size() + columns - 1) / columns);
        QImage sheet(columns * (cellWidth + gap) + gap, rows * (cellHeight + gap) + gap,
                     QImage::Format_RGB32);
        sheet.fill(Qt::gray);
        QPainter painter(&sheet);
        QFont font;
        font.setPixelSize(13);
        painter.setFont(font);
        for (qsizetype i = 0; i < place->size(); ++i) {
            const QPoint at(gap + int(i) % columns * (cellWidth + gap),
                            gap + int(i) / columns * (cellHeight + gap));
            painter.drawText(QRect(at, QSize(cellWidth, captionHeight)), Qt::AlignVCenter,
                             place->at(i).caption);
            painter.drawImage(at + QPoint(0, captionHeight), place->at(i).picture);
        }
        painter.end();
        if (!sheet.save(m_folder + u'/' + fileName(place.key()) + u".png"_s))
            return -1;
        ++written;
    }
    return written;
}
