// Pictures of the window by place and variant, and one contact sheet a place. Writes into a folder
// the person names, never into the repository; keeps small copies only until the sheet is written.
#pragma once

#include <QImage>
#include <QMap>
#include <QString>

class Gallery {
public:
    // Empty: nothing is kept.
    explicit Gallery(QString folder) : m_folder(std::move(folder)) {}

    bool isKept() const { return !m_folder.isEmpty(); }
    void keep(const QString &place, const QString &variant, const QImage &picture);
    // Returns how many sheets there are; -1 when one could not be written.
    int writeSheets() const;

private:
    struct Small {
        QString caption;
        QImage picture;
    };

    QString m_folder;
    QMap<QString, QList<Small>> m_places;
};
