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
    <name>CommandForm</name>
    <message numerus="yes">
        <source>Done, %n facts written</source>
        <translation>
            <numerusform>Done, %n fact written</numerusform>
            <numerusform>Done, %n facts written</numerusform>
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
