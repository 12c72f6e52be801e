import QtQuick
import DreamScope.Ui

// The theme as charts and graphs take it: one map, so that a new scheme repaints each of them once.
// (Not a singleton: singletons of one module that know each other close a ring.)
QtObject {
    readonly property var ink: ({
        surface: Theme.surface, raised: Theme.raised, line: Theme.line, lineStrong: Theme.lineStrong,
        text: Theme.text, text2: Theme.text2, text3: Theme.text3, link: Theme.link, bar: Theme.bar, area: Theme.area,
        series1: Theme.series1, series2: Theme.series2, series3: Theme.series3, focus: Theme.focus,
        accentMark: Theme.accentMark, accentText: Theme.accentText, goodMark: Theme.goodMark, goodText: Theme.goodText,
        warnMark: Theme.warnMark, warnText: Theme.warnText, badMark: Theme.badMark, badText: Theme.badText,
        family: Theme.family, zoom: Theme.scale
    })
}
