pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Dialogs
import QtQuick.Templates as T
import DreamScope.Ui
import DreamScope.Desk
import DreamScope.Models as Live

// Market, its Ledger: the accounts of one token, what moved on the chosen one, where money flows, what the
// books' own audit found, and the books for other programs. All of it local play money, and it says so.
FocusScope {
    id: page
    property string token: "dream"
    property string selected: ""
    property var proof: null               // what verifying came to
    property bool isVerifying: false
    property string format: ""             // of the export that is asked for
    readonly property real room: width / Theme.scale
    readonly property bool isTight: room < 760
    readonly property bool showsList: !isTight || current === null
    readonly property var current: page.selected === "" || accounts.revision < 0 ? null : accounts.at(accounts.indexOf(page.selected)) ?? null
    readonly property bool isMine: (page.current?.owner ?? "") === Live.Engine.actor && page.current.purpose === "wallet"
    readonly property string note: qsTr("local play money")
    readonly property string saving: ""
    signal said(string words, string deed, var undo)
    signal wentTo(string place, string subject)

    function show(subject: string) {
        if (Money.tokens.includes(subject))
            page.token = subject
        page.pickFirst()
    }
    function startWriting(title: string, body: string) { page.wentTo("Dreams", "") }
    // One's own wallet, else the first account there is.
    function pickFirst() {
        if (page.isTight || accounts.indexOf(page.selected) >= 0)
            return
        for (let i = 0; i < accounts.count; ++i)
            if (accounts.at(i)?.owner === Live.Engine.actor && accounts.at(i)?.purpose === "wallet")
                return page.selected = accounts.keyAt(i)
        page.selected = accounts.count > 0 ? accounts.keyAt(0) : ""
    }
    function nameOf(id: string): string {
        const one = accounts.at(accounts.indexOf(id))
        return one ? qsTr("%1, %2").arg(Money.owner(one.owner)).arg(Money.purpose(one.purpose)) : qsTr("another account")
    }
    function verify() {
        page.isVerifying = true
        Live.Engine.verifyBooks(answer => {
            page.isVerifying = false
            page.proof = answer
        })
    }
    function pay() {
        Actions.pay({ to: payee.text.trim(), token: page.token, amount: Cells.read(sum.text, { type: "amount" }).value ?? "0",
                      id: Math.floor(Math.random() * 9007199254740991) + 1 }, answer => {
            pay.mayAsk = answer.code === "operator.needsApproval"
            pay.problem = answer.ok || pay.mayAsk ? "" : answer.sentence
            if (answer.ok)
                page.leave(qsTr("Paid"))
        })
    }
    function leave(words: string) {
        pay.mayAsk = false
        payee.clear()
        sum.clear()
        page.said(words, "", null)
    }
    function askApproval() {
        Actions.requestPayment({ to: payee.text.trim(), token: page.token, amount: Cells.read(sum.text, { type: "amount" }).value ?? "0" },
            qsTr("A payment above the limit"), answer => {
                pay.problem = answer.ok ? "" : answer.sentence
                if (answer.ok)
                    page.leave(qsTr("Waiting for approval"))
            })
    }
    onIsTightChanged: page.pickFirst()
    onTokenChanged: {
        page.selected = ""
        later.restart()
    }
    Timer { id: later; interval: 0; onTriggered: page.pickFirst() }

    Live.Rows {
        id: accounts
        of: "tokens.accounts"
        where: ({ token: page.token })
        sortBy: "balance"
        descending: true
        onRevisionChanged: later.restart()
    }

    Item {
        id: side
        visible: page.showsList
        width: page.isTight ? page.width : Theme.px(page.room < 1100 ? 300 : 360)
        height: page.height
        Tabs {
            id: tokens
            objectName: "ledgerTokens"
            x: Theme.gutter
            y: Theme.px(4)
            width: parent.width - x - Theme.px(16)
            height: implicitHeight
            label: qsTr("Tokens")
            current: page.token
            options: Money.tokens.map(name => ({ name: name, word: Money.token(name) }))
            onPicked: name => page.token = name
        }
        LedgerAccounts {
            id: list
            y: tokens.y + tokens.height + Theme.unit
            width: parent.width
            height: parent.height - y
            focus: true
            rows: accounts
            selected: page.selected
            visible: accounts.count > 0
            onPicked: id => page.selected = id
        }
        Reading { isOn: accounts.isLoading && accounts.count === 0; x: Theme.gutter; y: list.y + Theme.px(8) }
    }
    Hair { visible: side.visible && !page.isTight; x: side.width - 1; height: parent.height }

    FocusScope {
        id: main
        visible: !page.isTight || !page.showsList
        x: page.isTight ? 0 : side.width
        width: page.width - x
        height: page.height
        readonly property real inset: Theme.gutter
        // In a low window with large text the lists keep some height, and all of it scrolls.
        Flickable {
            id: rolling
            anchors.fill: parent
            contentHeight: sheet.height
            interactive: contentHeight > height
            boundsBehavior: Flickable.StopAtBounds
            clip: true
            T.ScrollBar.vertical: AppScroll {}
            Item {
                id: sheet
                width: rolling.width
                height: Math.max(rolling.height, views.y + views.height + Theme.px(220))
                Rectangle {
                    id: notice
                    x: main.inset
                    y: Theme.px(12)
                    width: parent.width - 2 * x
                    height: words.height + Theme.px(14)
                    radius: Theme.radius
                    color: Theme.accentWash
                    Icon { x: Theme.px(12); y: Theme.px(8); name: "info"; size: Theme.px(14); tint: Theme.accentText }
                    AppText {
                        id: words
                        objectName: "playMoney"
                        x: Theme.px(34)
                        y: Theme.px(7)
                        width: parent.width - x - Theme.px(12)
                        text: qsTr("Play money. These tokens exist in this profile only, are worth nothing outside and cannot leave it.")
                        role: "small"
                        wrapMode: Text.Wrap
                    }
                }
                Section {
                    id: head
                    x: main.inset
                    y: notice.y + notice.height + Theme.px(12)
                    width: parent.width - 2 * x
                    title: page.current ? page.nameOf(page.selected) : qsTr("No account")
                    AppButton {
                        visible: page.isTight
                        kind: "quiet"
                        glyph: "left"
                        hint: qsTr("Back to the accounts")
                        onClicked: page.selected = ""
                    }
                    AppButton {
                        objectName: "verifyBooks"
                        glyph: "check"
                        text: qsTr("Verify books")
                        enabled: !page.isVerifying
                        onClicked: page.verify()
                    }
                    AppButton {
                        id: exporting
                        objectName: "exportBooks"
                        glyph: "table"
                        tail: "down"
                        text: qsTr("Export")
                        isOn: formats.visible
                        onClicked: formats.visible ? formats.close() : formats.open()
                        AppMenu {
                            id: formats
                            y: exporting.height + Theme.unit
                            label: qsTr("Export the books as")
                            entries: [{ name: "csv", word: "CSV", glyph: "table" }, { name: "hledger", word: "hledger", glyph: "library" },
                                { name: "beancount", word: "beancount", glyph: "library" }]
                            onPicked: name => {
                                page.format = name
                                saving.active = true
                            }
                        }
                    }
                }
                AppText {
                    id: figure
                    objectName: "ledgerBalance"
                    x: main.inset
                    y: head.y + head.implicitHeight + Theme.unit
                    width: parent.width - 2 * x
                    text: page.current ? Money.full(page.current.balance, page.token) : ""
                    role: "figure"
                    Accessible.name: qsTr("Balance: %1").arg(text)
                }
                Flow {
                    id: parts
                    x: main.inset
                    y: figure.y + figure.height + Theme.unit
                    width: parent.width - 2 * x
                    spacing: Theme.px(16)
                    Repeater {
                        model: !page.current ? [] : page.current.purpose === "issuing"
                            ? [qsTr("What exists of this token was issued here, so its balance is the debt of the house.")]
                            : [qsTr("%1 free to spend").arg(Money.amount(Money.less(page.current.balance, page.current.held))),
                                qsTr("%1 held back").arg(Money.amount(page.current.held)), qsTr("%1 expected").arg(Money.amount(page.current.expected)),
                                qsTr("%Ln transfers", "", page.current.transfers)]
                        AppText {
                            required property string modelData
                            width: Math.min(implicitWidth, parts.width)
                            text: modelData
                            role: "small"
                            color: Theme.text2
                            wrapMode: Text.Wrap
                        }
                    }
                }
                Item {
                    id: pay
                    property string problem: ""
                    property bool mayAsk: false    // it is above the limit
                    visible: page.isMine && page.token !== "core"
                    x: main.inset
                    y: parts.y + parts.height + Theme.px(12)
                    width: parent.width - 2 * x
                    height: visible ? line.height + (trouble.visible ? trouble.height + Theme.unit : 0) : 0
                    Flow {
                        id: line
                        width: parent.width
                        spacing: Theme.gap
                        AppField { id: payee; objectName: "payTo"; width: Theme.px(180); glyph: "user"; label: qsTr("Pay to"); placeholderText: qsTr("Pay to") }
                        AppField {
                            id: sum
                            objectName: "payAmount"
                            onTextChanged: pay.mayAsk = false
                            width: Theme.px(176)
                            label: qsTr("Amount")
                            placeholderText: qsTr("Amount in %1").arg(Money.token(page.token))
                            problem: text === "" ? "" : Cells.read(text, { type: "amount" }).problem
                            onAccepted: if (paying.enabled) page.pay()
                        }
                        AppButton {
                            id: paying
                            objectName: "pay"
                            text: qsTr("Pay")
                            enabled: payee.text.trim() !== "" && sum.text !== "" && sum.problem === ""
                            onClicked: page.pay()
                        }
                        AppButton {
                            objectName: "askApproval"
                            visible: pay.mayAsk
                            text: qsTr("Ask for approval")
                            hint: qsTr("It is above the limit and waits under Operations")
                            onClicked: page.askApproval()
                        }
                        AppButton {
                            objectName: "claimBonus"
                            kind: "quiet"
                            text: qsTr("Take today's bonus")
                            hint: qsTr("For a day on which a dream of yours was worked")
                            onClicked: Actions.claimBonus(answer => {
                                pay.problem = answer.ok ? "" : answer.sentence
                                if (answer.ok)
                                    page.said(qsTr("Bonus taken"), "", null)
                            })
                        }
                        AppButton { kind: "quiet"; text: qsTr("Stakes"); hint: qsTr("Stakes in the Atlas"); onClicked: page.wentTo("Atlas", "staking") }
                        AppButton { kind: "quiet"; text: qsTr("Subscriptions"); hint: qsTr("Subscriptions in the Atlas"); onClicked: page.wentTo("Atlas", "subscriptions") }
                    }
                    AppText {
                        id: trouble
                        visible: text !== ""
                        y: line.height + Theme.unit
                        width: parent.width
                        text: pay.problem
                        role: "small"
                        color: Theme.warnText
                        wrapMode: Text.Wrap
                        Accessible.role: Accessible.AlertMessage
                    }
                }
                Proof {
                    id: audit
                    objectName: "booksProof"
                    visible: page.proof !== null
                    x: main.inset
                    y: pay.y + pay.height + (pay.visible ? Theme.px(12) : 0)
                    width: parent.width - 2 * x
                    height: visible ? implicitHeight : 0
                    proof: page.proof
                }
                Tabs {
                    id: views
                    objectName: "ledgerViews"
                    x: main.inset
                    y: audit.y + audit.height + (audit.visible ? Theme.px(8) : 0)
                    width: parent.width - 2 * x
                    height: implicitHeight
                    label: qsTr("Ledger")
                    options: [{ name: "entries", word: qsTr("Entries") }, { name: "flow", word: qsTr("Flow of money") }, { name: "whatif", word: qsTr("What if") }]
                }
                LedgerEntries {
                    x: main.inset
                    y: views.y + views.height + Theme.unit
                    width: parent.width - 2 * x
                    height: Math.max(Theme.px(80), parent.height - y)
                    visible: views.current === "entries"
                    account: page.selected
                    token: page.token
                    nameOf: id => page.nameOf(id)
                    onPicked: id => page.selected = id
                }
                LedgerFlow {
                    x: main.inset
                    y: views.y + views.height + Theme.unit
                    width: parent.width - 2 * x
                    height: Math.max(Theme.px(80), parent.height - y - Theme.gap)
                    visible: views.current === "flow"
                    accounts: accounts
                    token: page.token
                    selected: page.selected
                    onPicked: id => { if (id !== "") page.selected = id }
                    onSaid: words => page.said(words, "", null)
                }
                LedgerWhatIf {
                    objectName: "whatIf"
                    x: main.inset
                    y: views.y + views.height + Theme.gap
                    width: parent.width - 2 * x
                    height: Math.max(Theme.px(80), parent.height - y)
                    visible: views.current === "whatif"
                    token: page.token
                    onSaid: words => page.said(words, "", null)
                }
            }
        }
    }
    Loader {
        id: saving
        active: false
        sourceComponent: FileDialog {
            title: qsTr("Export the books")
            fileMode: FileDialog.SaveFile
            currentFile: Files.documents(qsTr("ledger") + (page.format === "csv" ? ".csv" : page.format === "hledger" ? ".journal" : ".beancount"))
            Component.onCompleted: open()
            onAccepted: {
                Live.Engine.exportBooks(page.format, selectedFile, answer => page.said(answer.sentence, "", null))
                saving.active = false
            }
            onRejected: saving.active = false
        }
    }
}
