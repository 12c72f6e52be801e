// What is wrong with a window as it stands now: walks what is really painted and says what lies
// outside, what lies on each other, what is cut off, what is too faint on the ground it stands on,
// and what the keyboard reaches without a name, a role or a press. Owns nothing of the window; leaves
// choosing pages and variants to tst_matrix. GUI thread only.
#pragma once

#include <QImage>
#include <QQuickWindow>
#include <QSet>
#include <QStringList>

class Inspection {
public:
    struct Rules {
        double scale = 1;            // of the text size: what is large is judged without it
        bool isCutForbidden = true;  // labels must be whole
        QSet<QString> labels;        // texts that are ours, not a person's
    };

    Inspection(QQuickWindow *window, const QImage &picture, Rules rules);

    // One line a finding, none when all is well.
    QStringList findings();
    // How many texts and controls were judged, so that nobody passes by looking at nothing.
    int judged() const { return int(m_seen.size()); }

private:
    struct Seen {
        QQuickItem *item = nullptr;
        QRectF painted, shown;  // in the window; what of it is inside every clip
        double opacity = 1;
        int layer = 0;
        bool isText = false, isTouched = false;  // partly under something opaque
    };
    struct Cover {
        std::size_t after = 0;  // hides what was seen before
        QQuickItem *item = nullptr;
        QRectF box;
    };

    void walk(QQuickItem *item, QRectF clip, double opacity, int layer);
    void dropCovered();
    void judgeBounds(const Seen &seen);
    void judgeOverlaps();
    void judgeWords(const Seen &seen);
    void judgeContrast(const Seen &seen);
    void judgeFocus(QQuickItem *item);
    void say(const QString &what);

    QQuickWindow *m_window;
    const QImage &m_picture;
    Rules m_rules;
    std::vector<Seen> m_seen;
    std::vector<Cover> m_covers;
    QStringList m_findings;
};
