pragma ComponentBehavior: Bound
import QtQuick
import DreamScope.Ui
import DreamScope.Models as Live

// Wallets and services of one holder, and what is linked to them. Only one's own can be changed.
Column {
    id: links
    property var line: null
    property var refusal: null
    property var titles: ({})
    readonly property bool isOwn: links.line !== null && links.line.actor === Live.People.current
    readonly property var related: {
        const found = []
        for (let i = 0; i < all.count && all.revision >= 0; ++i) {
            const one = all.at(i)
            if (one && (one.from === links.line?.id || one.to === links.line?.id))
                found.push(one)
        }
        return found
    }
    signal otherWalletAsked()
    spacing: Theme.px(8)
    Live.Rows { id: wallets; of: links.line ? "identitygrid.wallets" : ""; where: ({ holder: links.line?.id ?? "" }) }
    Live.Rows { id: services; of: links.line ? "identitygrid.services" : ""; where: ({ owner: links.line?.id ?? "" }) }
    Live.Rows { id: all; of: links.line ? "identitygrid.links" : "" }
    Section { width: parent.width; title: qsTr("Wallets"); note: Format.number(wallets.count) }
    AppText {
        visible: wallets.count === 0
        width: parent.width
        text: links.isOwn ? qsTr("None yet. A wallet is linked by a signature over a one-time word; nothing is paid and nothing is sent.") : qsTr("None.")
        role: "small"
        color: Theme.text2
        wrapMode: Text.Wrap
        lineHeight: 1.2
    }
    Repeater {
        model: wallets.count
        Column {
            id: wallet
            required property int index
            readonly property var row: wallets.revision >= 0 ? wallets.at(wallet.index) : null
            width: links.width
            Fact { name: qsTr("Account"); value: wallet.row?.account ?? ""; isLong: true }
            Fact { name: qsTr("Linked"); value: wallet.row ? Format.dateTime(wallet.row.linked) : "" }
            AppButton {
                visible: links.isOwn
                objectName: "unlink"
                kind: "quiet"
                x: -Theme.px(10)
                text: qsTr("Unlink")
                onClicked: Actions.unlinkWallet(wallet.row.id, answer => links.refusal = answer.ok ? null : answer)
            }
        }
    }
    Flow {
        visible: links.isOwn
        width: parent.width
        spacing: Theme.gap
        AppButton {
            objectName: "linkOwn"
            text: qsTr("Link the wallet of my key")
            onClicked: Live.People.linkOwnWallet(links.line.actor, answer => links.refusal = answer.ok ? null : answer)
        }
        AppButton { objectName: "linkOther"; kind: "quiet"; text: qsTr("Link another"); onClicked: links.otherWalletAsked() }
    }
    RefusalBar {
        visible: links.refusal !== null
        width: parent.width
        what: qsTr("Not done")
        missing: links.refusal?.sentence ?? ""
        mayClose: true
        onClosed: links.refusal = null
    }
    Section { visible: services.count > 0; width: parent.width; title: qsTr("Services"); note: Format.number(services.count) }
    Repeater {
        model: services.count
        Fact {
            required property int index
            readonly property var row: services.revision >= 0 ? services.at(index) : null
            name: row?.name ?? ""
            value: row?.address ?? ""
            isLong: true
        }
    }
    Section { width: parent.width; title: qsTr("Links"); note: Format.number(links.related.length) }
    Repeater {
        model: links.related
        Fact {
            required property var modelData
            readonly property bool isFrom: modelData.from === links.line?.id
            name: isFrom ? Ranks.relation(modelData.relation) : qsTr("%1 of", "links to here: trusts of somebody").arg(Ranks.relation(modelData.relation))
            value: links.titles[isFrom ? modelData.to : modelData.from] ?? (isFrom ? modelData.to : modelData.from)
            note: Format.day(modelData.since)
        }
    }
}
