pragma Singleton
import QtQuick
import DreamScope.Scene

// Every colour, size, duration and font of the window; nothing else holds one. Colours were solved
// from OKLCH so that each role has the same contrast in every hue. Four schemes per token: dark,
// light, dark with more contrast, light with more contrast. Sizes follow the text size (80-200 %).
QtObject {
    id: theme

    readonly property bool isDark: Desktop.isDark
    readonly property bool isMoreContrast: Desktop.isMoreContrast
    readonly property bool isMotionReduced: Desktop.isMotionReduced
    readonly property int scheme: (isDark ? 0 : 1) + (isMoreContrast ? 2 : 0)
    readonly property real scale: Desktop.textPercent / 100

    // colour
    readonly property color ground: ["#0f1115", "#f3f4f7", "#0f1115", "#f3f4f7"][scheme]
    readonly property color surface: ["#16181c", "#fcfcfe", "#16181c", "#fcfcfe"][scheme]
    readonly property color raised: ["#1f2227", "#ffffff", "#1f2227", "#ffffff"][scheme]
    readonly property color hover: ["#1c1f24", "#eff1f5", "#1c1f24", "#eff1f5"][scheme]
    readonly property color line: ["#24272c", "#e4e6e9", "#6f7378", "#84878e"][scheme]
    readonly property color lineStrong: ["#3c4046", "#c4c7cd", "#8d9197", "#676a70"][scheme]
    readonly property color track: ["#2b2e33", "#dde0e4", "#2b2e33", "#dde0e4"][scheme]
    readonly property color selected: ["#212a3c", "#e2ebfd", "#212a3c", "#e2ebfd"][scheme]
    readonly property color text: ["#e4e7ed", "#24262a", "#ffffff", "#14171a"][scheme]
    readonly property color text2: ["#a8acb4", "#51545b", "#c9cdd5", "#3a3d44"][scheme]
    readonly property color text3: ["#8d929a", "#656a71", "#b2b7bf", "#484c54"][scheme]
    readonly property color accentWash: ["#1e2738", "#e8efff", "#1e2738", "#e8efff"][scheme]
    readonly property color accentText: ["#83a5eb", "#3e62af", "#94b7fe", "#284894"][scheme]
    readonly property color accentMark: ["#6b91df", "#507ad8", "#6a8fde", "#3e66c2"][scheme]
    readonly property color accentSolid: ["#456eca", "#456eca", "#2d53ad", "#2d53ad"][scheme]
    readonly property color goodWash: ["#182c21", "#e0f5e8", "#182c21", "#e0f5e8"][scheme]
    readonly property color goodText: ["#5fb686", "#037347", "#71c897", "#035835"][scheme]
    readonly property color goodMark: ["#3ba470", "#04905a", "#39a36e", "#007a4b"][scheme]
    readonly property color goodSolid: ["#008351", "#008351", "#02653e", "#02653e"][scheme]
    readonly property color warnWash: ["#312414", "#fbeddb", "#312414", "#fbeddb"][scheme]
    readonly property color warnText: ["#d19b53", "#8c5a00", "#e4ac65", "#6c4401"][scheme]
    readonly property color warnMark: ["#c2862d", "#ad7000", "#c0842b", "#945f00"][scheme]
    readonly property color warnSolid: ["#9f6600", "#9f6600", "#7b4e00", "#7b4e00"][scheme]
    readonly property color badWash: ["#36201e", "#feeae8", "#36201e", "#feeae8"][scheme]
    readonly property color badText: ["#e68d86", "#a74541", "#fa9f97", "#8a2b2a"][scheme]
    readonly property color badMark: ["#d9766f", "#cd5853", "#d7746d", "#b64340"][scheme]
    readonly property color badSolid: ["#c04c48", "#c04c48", "#a02f2e", "#a02f2e"][scheme]
    readonly property color accentSolidHot: ["#3860bb", "#3860bb", "#22479f", "#22479f"][scheme]
    readonly property color thumb: ["#3c4046", "#ffffff", "#3c4046", "#ffffff"][scheme]
    readonly property color onSolid: ["#ffffff", "#ffffff", "#ffffff", "#ffffff"][scheme]
    readonly property color focus: ["#5179cf", "#537bd2", "#658ee7", "#4167bc"][scheme]
    readonly property color series1: ["#668dde", "#4266b4", "#668dde", "#4266b4"][scheme]
    readonly property color series2: ["#5976b2", "#617ebc", "#5976b2", "#617ebc"][scheme]
    readonly property color series3: ["#536588", "#8093b9", "#536588", "#8093b9"][scheme]
    readonly property color link: ["#67696e", "#898b90", "#67696e", "#898b90"][scheme]
    readonly property color bar: ["#394762", "#a3b4d4", "#394762", "#a3b4d4"][scheme]
    readonly property color area: ["#1c2435", "#e5edfc", "#1c2435", "#e5edfc"][scheme]

    // type: one family, tabular figures, six sizes, three weights
    readonly property string family: Desktop.fontFamily
    readonly property string mono: Desktop.monoFamily
    readonly property int caption: px(11)
    readonly property int small: px(12)
    readonly property int body: px(13)
    readonly property int read: px(15)
    readonly property int title: px(20)
    readonly property int figure: px(26)
    readonly property int readLine: px(22)
    readonly property int regular: Font.Normal
    readonly property int medium: Font.Medium
    readonly property int strong: Font.DemiBold

    // space: a 4-pixel grid
    readonly property int unit: px(4)
    readonly property int gap: px(8)
    readonly property int pad: px(16)
    readonly property int gutter: px(24)
    readonly property int tableRow: px(28)
    readonly property int listRow: px(40)
    readonly property int factRow: px(24)
    readonly property int control: px(28)
    readonly property int rail: px(184)
    readonly property int railNarrow: px(48)
    readonly property int topBar: px(48)
    readonly property int statusBar: px(24)
    readonly property int toolBar: px(44)
    readonly property int inspector: px(336)
    readonly property int list: px(312)
    readonly property int listNarrow: px(272)
    readonly property int measure: px(620)
    readonly property int factName: px(112)
    readonly property int radius: 5
    readonly property int radiusSmall: 3
    readonly property int radiusLarge: 8
    readonly property int icon: px(16)

    // what fits: the same page in three arrangements, judged by width in unscaled pixels
    readonly property int wideFrom: 1200
    readonly property int pairFrom: 800

    // motion
    readonly property int quick: isMotionReduced ? 0 : 120
    readonly property int calm: isMotionReduced ? 0 : 160
    readonly property int slow: isMotionReduced ? 0 : 200
    readonly property int patience: 250        // shorter waits are not worth a word
    readonly property int ease: Easing.OutCubic

    function px(n: real): int { return Math.round(n * theme.scale) }

    // How wide words are at a size, for columns that must hold what stands in them in any language.
    readonly property FontMetrics ruler: FontMetrics { font.family: theme.family; font.pixelSize: 100; font.weight: theme.medium }
    function widthOf(words: string, size: int): int { return Math.ceil(theme.ruler.advanceWidth(words) * size / 100) + 2 }
    function widestOf(list: var, size: int): int { return list.reduce((most, words) => Math.max(most, theme.widthOf(words, size)), 0) }

    // Text and mark of a tone: "", accent, good, warn, bad.
    function inkOf(tone: string): color {
        switch (tone) {
        case "accent": return theme.accentText
        case "good": return theme.goodText
        case "warn": return theme.warnText
        case "bad": return theme.badText
        }
        return theme.text2
    }
    function markOf(tone: string): color {
        switch (tone) {
        case "accent": return theme.accentMark
        case "good": return theme.goodMark
        case "warn": return theme.warnMark
        case "bad": return theme.badMark
        }
        return theme.text3
    }
    function washOf(tone: string): color {
        switch (tone) {
        case "accent": return theme.accentWash
        case "good": return theme.goodWash
        case "warn": return theme.warnWash
        case "bad": return theme.badWash
        }
        return theme.hover
    }
}
