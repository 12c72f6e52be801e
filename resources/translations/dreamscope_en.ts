<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_GB" sourcelanguage="en">
<context>
    <name>AgentGrid</name>
    <message numerus="yes">
        <source>Fleet: %n agents in %1 kinds</source>
        <translation>
            <numerusform>Fleet: %n agent in %1 kinds</numerusform>
            <numerusform>Fleet: %n agents in %1 kinds</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>AgentInspector</name>
    <message numerus="yes">
        <source>passed, %n cases</source>
        <translation>
            <numerusform>passed, %n case</numerusform>
            <numerusform>passed, %n cases</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>time of each of %n receipts</source>
        <translation>
            <numerusform>time of %n receipt</numerusform>
            <numerusform>time of each of %n receipts</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>AtlasPage</name>
    <message numerus="yes">
        <source>%n systems</source>
        <translation>
            <numerusform>%n system</numerusform>
            <numerusform>%n systems</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>BackupStanding</name>
    <message numerus="yes">
        <source>it may still hold %n erased dreams</source>
        <translation>
            <numerusform>it may still hold %n erased dream</numerusform>
            <numerusform>it may still hold %n erased dreams</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Chart</name>
    <message numerus="yes">
        <source>%n points from %1 to %2. %3</source>
        <translation>
            <numerusform>%n point from %1 to %2. %3</numerusform>
            <numerusform>%n points from %1 to %2. %3</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CommandForm</name>
    <message numerus="yes">
        <source>Done: %n facts in the journal</source>
        <translation>
            <numerusform>Done: %n fact in the journal</numerusform>
            <numerusform>Done: %n facts in the journal</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ConceptMap</name>
    <message numerus="yes">
        <source>Concept map, %n concepts, centre %1</source>
        <translation>
            <numerusform>Concept map, %n concept, centre %1</numerusform>
            <numerusform>Concept map, %n concepts, centre %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DreamCompare</name>
    <message numerus="yes">
        <source>All %n steps came out the same.</source>
        <translation>
            <numerusform>The one step came out the same.</numerusform>
            <numerusform>All %n steps came out the same.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DreamDetail</name>
    <message numerus="yes">
        <source>%n receipts</source>
        <translation>
            <numerusform>%n receipt</numerusform>
            <numerusform>%n receipts</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DreamErase</name>
    <message numerus="yes">
        <source>its text in %n versions, title and tags</source>
        <translation>
            <numerusform>its text in %n version, title and tags</numerusform>
            <numerusform>its text in %n versions, title and tags</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n artefacts that agents made</source>
        <translation>
            <numerusform>%n artefact that agents made</numerusform>
            <numerusform>%n artefacts that agents made</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n receipts and the digests in the journal, which say that there was something, not what. Copies you exported or backed up stay where they are.</source>
        <translation>
            <numerusform>%n receipt and the digests in the journal, which say that there was something, not what. Copies you exported or backed up stay where they are.</numerusform>
            <numerusform>%n receipts and the digests in the journal, which say that there was something, not what. Copies you exported or backed up stay where they are.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DreamGraph</name>
    <message numerus="yes">
        <source>%n dreams, none found alike yet</source>
        <translation>
            <numerusform>%n dream, found like no other yet</numerusform>
            <numerusform>%n dreams, none found alike yet</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n dreams</source>
        <translation>
            <numerusform>%n dream</numerusform>
            <numerusform>%n dreams</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>, %n pairs alike</source>
        <translation>
            <numerusform>, %n pair alike</numerusform>
            <numerusform>, %n pairs alike</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n dreams, looking for what is alike…</source>
        <translation>
            <numerusform>%n dream, looking for what is alike…</numerusform>
            <numerusform>%n dreams, looking for what is alike…</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DreamInspector</name>
    <message numerus="yes">
        <source>%n failed</source>
        <translation>
            <numerusform>%n failed</numerusform>
            <numerusform>%n failed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Verify %n receipts offline</source>
        <translation>
            <numerusform>Verify %n receipt offline</numerusform>
            <numerusform>Verify %n receipts offline</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1, %n words</source>
        <translation>
            <numerusform>%1, %n word</numerusform>
            <numerusform>%1, %n words</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n receipts copied as JSON</source>
        <translation>
            <numerusform>%n receipt copied as JSON</numerusform>
            <numerusform>%n receipts copied as JSON</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Show %n earlier receipts</source>
        <translation>
            <numerusform>Show %n earlier receipt</numerusform>
            <numerusform>Show %n earlier receipts</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DreamMeaning</name>
    <message numerus="yes">
        <source>%1, %n times</source>
        <translation>
            <numerusform>%1, %n time</numerusform>
            <numerusform>%1, %n times</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DreamScores</name>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DreamsPage</name>
    <message numerus="yes">
        <source>%n dreams</source>
        <translation>
            <numerusform>%n dream</numerusform>
            <numerusform>%n dreams</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FirstRunPage</name>
    <message numerus="yes">
        <source>Verify %n receipts offline</source>
        <translation>
            <numerusform>Verify %n receipt offline</numerusform>
            <numerusform>Verify %n receipts offline</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>GraphScene</name>
    <message numerus="yes">
        <source>%n nodes</source>
        <translation>
            <numerusform>%n node</numerusform>
            <numerusform>%n nodes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n links</source>
        <translation>
            <numerusform>%n link</numerusform>
            <numerusform>%n links</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 and %n more</source>
        <translation>
            <numerusform>%1 and %n more</numerusform>
            <numerusform>%1 and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ImportBar</name>
    <message numerus="yes">
        <source>%n files imported</source>
        <translation>
            <numerusform>%n file imported</numerusform>
            <numerusform>%n files imported</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LedgerWhatIf</name>
    <message numerus="yes">
        <source>After %Ln days</source>
        <translation>
            <numerusform>After %Ln day</numerusform>
            <numerusform>After %Ln days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The treasury is empty after %Ln days.</source>
        <translation>
            <numerusform>The treasury is empty after %Ln day.</numerusform>
            <numerusform>The treasury is empty after %Ln days.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LibraryPage</name>
    <message numerus="yes">
        <source>%Ln artefacts</source>
        <translation>
            <numerusform>%Ln artefact</numerusform>
            <numerusform>%Ln artefacts</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ManualPage</name>
    <message numerus="yes">
        <source>%n places found</source>
        <translation>
            <numerusform>%n place found</numerusform>
            <numerusform>%n places found</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n chapters</source>
        <translation>
            <numerusform>%n chapter</numerusform>
            <numerusform>%n chapters</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MarketPage</name>
    <message numerus="yes">
        <source>%Ln transfers</source>
        <translation>
            <numerusform>%Ln transfer</numerusform>
            <numerusform>%Ln transfers</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MirrorStanding</name>
    <message numerus="yes">
        <source>The files of %n erased dreams still stand there and go then.</source>
        <translation>
            <numerusform>The files of an erased dream still stand there and go then.</numerusform>
            <numerusform>The files of %n erased dreams still stand there and go then.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n dreams are older there</source>
        <translation>
            <numerusform>one dream is older there</numerusform>
            <numerusform>%n dreams are older there</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n files that you changed, with .conflict behind their name</source>
        <translation>
            <numerusform>one file that you changed, with .conflict behind its name</numerusform>
            <numerusform>%n files that you changed, with .conflict behind their name</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n dreams in %1 files</source>
        <translation>
            <numerusform>one dream in %1 files</numerusform>
            <numerusform>%n dreams in %1 files</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Notices</name>
    <message numerus="yes">
        <source>%n dreams need you</source>
        <translation>
            <numerusform>%n dream needs you</numerusform>
            <numerusform>%n dreams need you</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Work was done %n times</source>
        <translation>
            <numerusform>Work was done once</numerusform>
            <numerusform>Work was done %n times</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Trouble in the organism, %n times</source>
        <translation>
            <numerusform>Trouble in the organism</numerusform>
            <numerusform>Trouble in the organism, %n times</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>OperationsPage</name>
    <message numerus="yes">
        <source>%n waiting</source>
        <translation>
            <numerusform>%n waiting</numerusform>
            <numerusform>%n waiting</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PassportsPage</name>
    <message numerus="yes">
        <source>%n people</source>
        <translation>
            <numerusform>%n person</numerusform>
            <numerusform>%n people</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PastBanner</name>
    <message numerus="yes">
        <source>The organism as it was on %1, with %n dreams. Nothing can be changed here.</source>
        <translation>
            <numerusform>The organism as it was on %1, with %n dream. Nothing can be changed here.</numerusform>
            <numerusform>The organism as it was on %1, with %n dreams. Nothing can be changed here.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PastChanges</name>
    <message numerus="yes">
        <source>%n added</source>
        <translation>
            <numerusform>%n added</numerusform>
            <numerusform>%n added</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n changed</source>
        <translation>
            <numerusform>%n changed</numerusform>
            <numerusform>%n changed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n removed</source>
        <translation>
            <numerusform>%n removed</numerusform>
            <numerusform>%n removed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1, %2, %n fields</source>
        <translation>
            <numerusform>%1, %2, %n field</numerusform>
            <numerusform>%1, %2, %n fields</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Show %n more</source>
        <translation>
            <numerusform>Show %n more</numerusform>
            <numerusform>Show %n more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n more that are only counted</source>
        <translation>
            <numerusform>and %n more that is only counted</numerusform>
            <numerusform>and %n more that are only counted</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PendingSettings</name>
    <message numerus="yes">
        <source>This file would change %n settings</source>
        <translation>
            <numerusform>This file would change %n setting</numerusform>
            <numerusform>This file would change %n settings</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n entries are unknown here and are left out.</source>
        <translation>
            <numerusform>%n entry is unknown here and is left out.</numerusform>
            <numerusform>%n entries are unknown here and are left out.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PulseAlerts</name>
    <message numerus="yes">
        <source>%1, %2, %n times</source>
        <translation>
            <numerusform>%1, %2, %n time</numerusform>
            <numerusform>%1, %2, %n times</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1, told %n times</source>
        <translation>
            <numerusform>%1, told %n time</numerusform>
            <numerusform>%1, told %n times</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PulsePage</name>
    <message numerus="yes">
        <source>%n systems, measured every second</source>
        <translation>
            <numerusform>%n system, measured every second</numerusform>
            <numerusform>%n systems, measured every second</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>last %n minutes</source>
        <translation>
            <numerusform>last %n minute</numerusform>
            <numerusform>last %n minutes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>last %n hours</source>
        <translation>
            <numerusform>last %n hour</numerusform>
            <numerusform>last %n hours</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>last %n days</source>
        <translation>
            <numerusform>last %n day</numerusform>
            <numerusform>last %n days</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PulseVerdict</name>
    <message numerus="yes">
        <source>Not well. %n systems fail.</source>
        <translation>
            <numerusform>Not well. %n system fails.</numerusform>
            <numerusform>Not well. %n systems fail.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Well. %n things want a look.</source>
        <translation>
            <numerusform>Well. %n thing wants a look.</numerusform>
            <numerusform>Well. %n things want a look.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n are stopped.</source>
        <translation>
            <numerusform>%n is stopped.</numerusform>
            <numerusform>%n are stopped.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n alerts are open.</source>
        <translation>
            <numerusform>%n alert is open.</numerusform>
            <numerusform>%n alerts are open.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n dreams need you.</source>
        <translation>
            <numerusform>%n dream needs you.</numerusform>
            <numerusform>%n dreams need you.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Show %n dreams</source>
        <translation>
            <numerusform>Show %n dream</numerusform>
            <numerusform>Show %n dreams</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>It was not well. %n systems failed.</source>
        <translation>
            <numerusform>It was not well. %n system failed.</numerusform>
            <numerusform>It was not well. %n systems failed.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>It was well. %n things wanted a look.</source>
        <translation>
            <numerusform>It was well. %n thing wanted a look.</numerusform>
            <numerusform>It was well. %n things wanted a look.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RailItem</name>
    <message numerus="yes">
        <source>%1, %n to look at</source>
        <translation>
            <numerusform>%1, %n to look at</numerusform>
            <numerusform>%1, %n to look at</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Reasons</name>
    <message numerus="yes">
        <source>nothing among %n dreams comes near</source>
        <translation>
            <numerusform>nothing among %n dream comes near</numerusform>
            <numerusform>nothing among %n dreams comes near</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>the nearest of %n dreams resonates at %1 of 100</source>
        <translation>
            <numerusform>the nearest of %n dream resonates at %1 of 100</numerusform>
            <numerusform>the nearest of %n dreams resonates at %1 of 100</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RestoreSheet</name>
    <message numerus="yes">
        <source>%n words so far; they do not fit together yet.</source>
        <translation>
            <numerusform>One word so far.</numerusform>
            <numerusform>%n words so far; they do not fit together yet.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RowMenu</name>
    <message numerus="yes">
        <source>Copy all %n rows as %1</source>
        <translation>
            <numerusform>Copy the one row as %1</numerusform>
            <numerusform>Copy all %n rows as %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n rows copied as %1</source>
        <translation>
            <numerusform>One row copied as %1</numerusform>
            <numerusform>%n rows copied as %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SampleWorld</name>
    <message numerus="yes">
        <source>%n sample dreams are being read</source>
        <translation>
            <numerusform>%n sample dream is being read</numerusform>
            <numerusform>%n sample dreams are being read</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n sample dreams are erased</source>
        <translation>
            <numerusform>%n sample dream is erased</numerusform>
            <numerusform>%n sample dreams are erased</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n dreams</source>
        <translation>
            <numerusform>%n dream</numerusform>
            <numerusform>%n dreams</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SettingWords</name>
    <message numerus="yes">
        <source>%n minutes</source>
        <translation>
            <numerusform>%n minute</numerusform>
            <numerusform>%n minutes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SettingsBackups</name>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SettingsMirror</name>
    <message numerus="yes">
        <source>may hold %n erased dreams</source>
        <translation>
            <numerusform>may hold one erased dream</numerusform>
            <numerusform>may hold %n erased dreams</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SettingsPage</name>
    <message numerus="yes">
        <source>%n changed from default</source>
        <translation>
            <numerusform>%n changed from default</numerusform>
            <numerusform>%n changed from default</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n settings are back at their defaults</source>
        <translation>
            <numerusform>%n setting is back at its default</numerusform>
            <numerusform>%n settings are back at their defaults</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n settings taken over</source>
        <translation>
            <numerusform>%n setting taken over</numerusform>
            <numerusform>%n settings taken over</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SettingsProfile</name>
    <message numerus="yes">
        <source>%1 in %n files</source>
        <translation>
            <numerusform>%1 in %n file</numerusform>
            <numerusform>%1 in %n files</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>StatusBar</name>
    <message numerus="yes">
        <source>Journal %1 facts on %Ln pages</source>
        <translation>
            <numerusform>Journal %1 facts on %Ln page</numerusform>
            <numerusform>Journal %1 facts on %Ln pages</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SystemPage</name>
    <message numerus="yes">
        <source>%n commands</source>
        <translation>
            <numerusform>%n command</numerusform>
            <numerusform>%n commands</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n rows copied as CSV</source>
        <translation>
            <numerusform>%n row copied as CSV</numerusform>
            <numerusform>%n rows copied as CSV</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TopBar</name>
    <message numerus="yes">
        <source>%n unread notices</source>
        <translation>
            <numerusform>%n unread notice</numerusform>
            <numerusform>%n unread notices</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Tray</name>
    <message numerus="yes">
        <source>%n unread notices</source>
        <translation>
            <numerusform>%n unread notice</numerusform>
            <numerusform>%n unread notices</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>WallPage</name>
    <message numerus="yes">
        <source>%n alerts</source>
        <translation>
            <numerusform>%n alert</numerusform>
            <numerusform>%n alerts</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Watch</name>
    <message numerus="yes">
        <source>%n assignments are done</source>
        <translation>
            <numerusform>%n assignment is done</numerusform>
            <numerusform>%n assignments are done</numerusform>
        </translation>
    </message>
</context>
</TS>
