<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de_DE" sourcelanguage="en">
<context>
    <name>Actions</name>
    <message>
        <source>The dream was not kept</source>
        <translation>Der Traum wurde nicht behalten</translation>
    </message>
    <message>
        <source>The change was not kept</source>
        <translation>Die Änderung wurde nicht behalten</translation>
    </message>
    <message>
        <source>Not archived</source>
        <translation>Nicht archiviert</translation>
    </message>
    <message>
        <source>Not restored</source>
        <translation>Nicht zurückgeholt</translation>
    </message>
    <message>
        <source>No work was started</source>
        <translation>Es wurde keine Arbeit begonnen</translation>
    </message>
    <message>
        <source>Not cancelled</source>
        <translation>Nicht abgebrochen</translation>
    </message>
    <message>
        <source>Not erased</source>
        <translation>Nicht gelöscht</translation>
    </message>
    <message>
        <source>Not paused</source>
        <translation>Nicht angehalten</translation>
    </message>
    <message>
        <source>Not resumed</source>
        <translation>Nicht fortgesetzt</translation>
    </message>
    <message>
        <source>Not hired</source>
        <translation>Nicht angestellt</translation>
    </message>
    <message>
        <source>Not dismissed</source>
        <translation>Nicht entlassen</translation>
    </message>
    <message>
        <source>The plan stays as it was</source>
        <translation>Der Plan bleibt, wie er war</translation>
    </message>
    <message>
        <source>No backup was started</source>
        <translation>Es wurde keine Sicherung begonnen</translation>
    </message>
    <message>
        <source>The folder was not taken</source>
        <translation>Der Ordner wurde nicht übernommen</translation>
    </message>
    <message>
        <source>Mirroring goes on</source>
        <translation>Es wird weiter gespiegelt</translation>
    </message>
    <message>
        <source>Nothing is written again</source>
        <translation>Nichts wird neu geschrieben</translation>
    </message>
    <message>
        <source>Not paid</source>
        <translation>Nicht bezahlt</translation>
    </message>
    <message>
        <source>No bonus</source>
        <translation>Kein Bonus</translation>
    </message>
</context>
<context>
    <name>AgentFleet</name>
    <message>
        <source>Busy</source>
        <translation>Beschäftigt</translation>
    </message>
    <message>
        <source>Hired</source>
        <translation>Angestellt</translation>
    </message>
    <message>
        <source>Failing</source>
        <translation>Scheitert</translation>
    </message>
    <message>
        <source>Degraded</source>
        <translation>Geschwächt</translation>
    </message>
    <message>
        <source>Exam failed</source>
        <translation>Durchgefallen</translation>
    </message>
    <message>
        <source>Dismissed</source>
        <translation>Entlassen</translation>
    </message>
    <message>
        <source>Candidate</source>
        <translation>Bewerber</translation>
    </message>
    <message>
        <source>en</source>
        <comment>code of this language: de in German</comment>
        <translation>de</translation>
    </message>
</context>
<context>
    <name>AgentGrid</name>
    <message numerus="yes">
        <source>Fleet: %n agents in %1 kinds</source>
        <translation>
            <numerusform>Flotte: %n Agent in %1 Arten</numerusform>
            <numerusform>Flotte: %n Agenten in %1 Arten</numerusform>
        </translation>
    </message>
    <message>
        <source>Busy</source>
        <translation>Beschäftigt</translation>
    </message>
    <message>
        <source>Hired</source>
        <translation>Angestellt</translation>
    </message>
    <message>
        <source>Candidate</source>
        <translation>Bewerber</translation>
    </message>
    <message>
        <source>To look at</source>
        <translation>Anzusehen</translation>
    </message>
    <message>
        <source>Failing</source>
        <translation>Scheitert</translation>
    </message>
    <message>
        <source>Dismissed</source>
        <translation>Entlassen</translation>
    </message>
</context>
<context>
    <name>AgentInspector</name>
    <message>
        <source>earlier</source>
        <translation>früher</translation>
    </message>
    <message>
        <source>%1, version %2</source>
        <translation>%1, Version %2</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>Jetzt</translation>
    </message>
    <message>
        <source>Runs</source>
        <translation>Läufe</translation>
    </message>
    <message>
        <source>Manifest</source>
        <translation>Manifest</translation>
    </message>
    <message>
        <source>History</source>
        <translation>Verlauf</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Exam</source>
        <translation>Prüfung</translation>
    </message>
    <message numerus="yes">
        <source>passed, %n cases</source>
        <translation>
            <numerusform>bestanden, %n Fall</numerusform>
            <numerusform>bestanden, %n Fälle</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 of %2 cases failed</source>
        <translation>%1 von %2 Fällen gescheitert</translation>
    </message>
    <message>
        <source>not taken yet</source>
        <translation>noch nicht abgelegt</translation>
    </message>
    <message>
        <source>Examiner</source>
        <translation>Prüfer</translation>
    </message>
    <message>
        <source>Queue</source>
        <translation>Wartet</translation>
    </message>
    <message>
        <source>%1 waiting, %2 running</source>
        <translation>%1 warten, %2 laufen</translation>
    </message>
    <message>
        <source>Finished</source>
        <translation>Beendet</translation>
    </message>
    <message>
        <source>%1 done, %2 failed</source>
        <translation>%1 fertig, %2 gescheitert</translation>
    </message>
    <message>
        <source>Last receipt</source>
        <translation>Zuletzt</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
    <message>
        <source>Does</source>
        <translation>Kann</translation>
    </message>
    <message>
        <source>It cannot be hired before it passes its exam.</source>
        <translation>Vor bestandener Prüfung wird niemand angestellt.</translation>
    </message>
    <message>
        <source>It cannot be hired yet: no exam for what it does is in this version.</source>
        <translation>Noch nicht anstellbar: Für das, was er tut, enthält diese Version keine Prüfung.</translation>
    </message>
    <message>
        <source>Last runs</source>
        <translation>Letzte Läufe</translation>
    </message>
    <message numerus="yes">
        <source>time of each of %n receipts</source>
        <translation>
            <numerusform>Dauer von %n Quittung</numerusform>
            <numerusform>Dauer je Quittung, %n Stück</numerusform>
        </translation>
    </message>
    <message>
        <source>half within %1</source>
        <translation>die Hälfte in %1</translation>
    </message>
    <message>
        <source>19 of 20 within %1</source>
        <translation>19 von 20 in %1</translation>
    </message>
    <message>
        <source>No receipt of this agent yet.</source>
        <translation>Von diesem Agenten gibt es noch keine Quittung.</translation>
    </message>
    <message>
        <source>%1, %2, %3</source>
        <translation>%1, %2, %3</translation>
    </message>
    <message>
        <source>an erased dream</source>
        <translation>ein gelöschter Traum</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>Version</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>Schritte</translation>
    </message>
    <message>
        <source>Capabilities</source>
        <translation>Fähigkeiten</translation>
    </message>
    <message>
        <source>Open to</source>
        <translation>Offen für</translation>
    </message>
    <message>
        <source>everybody</source>
        <translation>alle</translation>
    </message>
    <message>
        <source>Id</source>
        <translation>Kennung</translation>
    </message>
    <message>
        <source>Hire again</source>
        <translation>Wieder anstellen</translation>
    </message>
    <message>
        <source>Hire</source>
        <translation>Anstellen</translation>
    </message>
    <message>
        <source>Dismiss</source>
        <translation>Entlassen</translation>
    </message>
    <message>
        <source>Copy name</source>
        <translation>Namen kopieren</translation>
    </message>
    <message>
        <source>Choose an agent to see what it does and how it has been doing.</source>
        <translation>Wähle einen Agenten, um zu sehen, was er tut und wie es ihm geht.</translation>
    </message>
</context>
<context>
    <name>AgentTable</name>
    <message>
        <source>earlier</source>
        <translation>früher</translation>
    </message>
    <message>
        <source>Agent</source>
        <translation>Agent</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>Does</source>
        <translation>Kann</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Exam</source>
        <translation>Prüfung</translation>
    </message>
    <message>
        <source>Queue</source>
        <translation>Wartet</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Fertig</translation>
    </message>
    <message>
        <source>Success</source>
        <translation>Erfolg</translation>
    </message>
    <message>
        <source>Last receipt</source>
        <translation>Zuletzt</translation>
    </message>
    <message>
        <source>none yet</source>
        <translation>noch keine</translation>
    </message>
    <message>
        <source>passed %1</source>
        <comment>exam: number of cases</comment>
        <translation>bestanden %1</translation>
    </message>
    <message>
        <source>%1 of %2 failed</source>
        <translation>%1 von %2 falsch</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>Sort by %1</source>
        <translation>Nach %1 ordnen</translation>
    </message>
    <message>
        <source>%1, sorted downwards</source>
        <translation>%1, absteigend geordnet</translation>
    </message>
    <message>
        <source>%1, sorted upwards</source>
        <translation>%1, aufsteigend geordnet</translation>
    </message>
    <message>
        <source>Agents</source>
        <translation>Agenten</translation>
    </message>
</context>
<context>
    <name>AgentsPage</name>
    <message>
        <source>%1 hired of %2</source>
        <translation>%1 von %2 angestellt</translation>
    </message>
    <message>
        <source>%1 is hired</source>
        <translation>%1 ist angestellt</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Zurücknehmen</translation>
    </message>
    <message>
        <source>Not hired</source>
        <translation>Nicht angestellt</translation>
    </message>
    <message>
        <source>%1 is dismissed and gets no new tasks</source>
        <translation>%1 ist entlassen und bekommt keine neuen Aufgaben</translation>
    </message>
    <message>
        <source>Not dismissed</source>
        <translation>Nicht entlassen</translation>
    </message>
    <message>
        <source>Agents by state</source>
        <translation>Agenten nach Zustand</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Alle</translation>
    </message>
    <message>
        <source>Hired</source>
        <translation>Angestellt</translation>
    </message>
    <message>
        <source>Care</source>
        <comment>short for: needs care</comment>
        <translation>Sorge</translation>
    </message>
    <message>
        <source>Needs care</source>
        <translation>Braucht Sorge</translation>
    </message>
    <message>
        <source>Candidates</source>
        <translation>Bewerber</translation>
    </message>
    <message>
        <source>Dismissed</source>
        <translation>Entlassen</translation>
    </message>
    <message>
        <source>Filter agents</source>
        <translation>Agenten filtern</translation>
    </message>
    <message>
        <source>Show %1</source>
        <translation>%1 zeigen</translation>
    </message>
    <message>
        <source>Inspector</source>
        <translation>Inspektor</translation>
    </message>
    <message>
        <source>Fold the inspector</source>
        <translation>Inspektor einklappen</translation>
    </message>
    <message>
        <source>No agent matches</source>
        <translation>Kein Agent passt</translation>
    </message>
    <message>
        <source>No agents yet</source>
        <translation>Noch keine Agenten</translation>
    </message>
    <message>
        <source>Nobody stands here</source>
        <translation>Hier steht niemand</translation>
    </message>
    <message>
        <source>The filter looks at names, kinds, summaries and capabilities.</source>
        <translation>Der Filter liest Namen, Arten, Beschreibungen und Fähigkeiten.</translation>
    </message>
    <message>
        <source>The built-in agents are registered when the profile opens.</source>
        <translation>Die eingebauten Agenten werden beim Öffnen des Profils eingetragen.</translation>
    </message>
    <message>
        <source>Clear the filter</source>
        <translation>Filter leeren</translation>
    </message>
    <message>
        <source>Show all agents</source>
        <translation>Alle Agenten zeigen</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>Filtern</translation>
    </message>
</context>
<context>
    <name>AppCombo</name>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>AppMenu</name>
    <message>
        <source>Menu</source>
        <translation>Menü</translation>
    </message>
</context>
<context>
    <name>ApprovalDetail</name>
    <message>
        <source>Approved</source>
        <translation>Genehmigt</translation>
    </message>
    <message>
        <source>Rejected</source>
        <translation>Abgelehnt</translation>
    </message>
    <message>
        <source>Snoozed for an hour</source>
        <translation>Für eine Stunde zurückgestellt</translation>
    </message>
    <message>
        <source>Withdrawn</source>
        <translation>Zurückgezogen</translation>
    </message>
    <message>
        <source>Red needs two different people. Whoever asked for it is one of them, an agent is none.</source>
        <translation>Rot braucht zwei verschiedene Personen. Wer darum gebeten hat, ist eine davon, ein Agent ist keine.</translation>
    </message>
    <message>
        <source>You asked for this yourself. Somebody else approves it; if nobody else is here you may after ten seconds, and it is recorded as self-confirmed.</source>
        <translation>Du hast selbst darum gebeten. Jemand anders genehmigt es; ist sonst niemand da, darfst du es nach zehn Sekunden, und es wird als selbst bestätigt vermerkt.</translation>
    </message>
    <message>
        <source>Back to the list</source>
        <translation>Zurück zur Liste</translation>
    </message>
    <message>
        <source>Asked by</source>
        <translation>Gefragt hat</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Von</translation>
    </message>
    <message>
        <source>Cost</source>
        <translation>Kosten</translation>
    </message>
    <message>
        <source>Expires</source>
        <translation>Verfällt</translation>
    </message>
    <message>
        <source>Snoozed until</source>
        <translation>Zurückgestellt bis</translation>
    </message>
    <message>
        <source>Evidence</source>
        <translation>Belege</translation>
    </message>
    <message>
        <source>facts %1</source>
        <translation>Fakten %1</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
    <message>
        <source>Effect</source>
        <translation>Wirkung</translation>
    </message>
    <message>
        <source>Digest</source>
        <translation>Prüfsumme</translation>
    </message>
    <message>
        <source>Approved by</source>
        <translation>Genehmigt hat</translation>
    </message>
    <message>
        <source>%1, self-confirmed</source>
        <translation>%1, selbst bestätigt</translation>
    </message>
    <message>
        <source>Decided by</source>
        <translation>Entschieden hat</translation>
    </message>
    <message>
        <source>Why you decide so</source>
        <translation>Warum du so entscheidest</translation>
    </message>
    <message>
        <source>Why you decide so; a rejection needs it</source>
        <translation>Warum du so entscheidest; eine Ablehnung braucht es</translation>
    </message>
    <message>
        <source>Approve</source>
        <translation>Genehmigen</translation>
    </message>
    <message>
        <source>Reject</source>
        <translation>Ablehnen</translation>
    </message>
    <message>
        <source>Snooze</source>
        <translation>Zurückstellen</translation>
    </message>
    <message>
        <source>For an hour</source>
        <translation>Für eine Stunde</translation>
    </message>
    <message>
        <source>Withdraw</source>
        <translation>Zurückziehen</translation>
    </message>
</context>
<context>
    <name>ApprovalList</name>
    <message>
        <source>Approvals</source>
        <translation>Genehmigungen</translation>
    </message>
    <message>
        <source>Asked by: %1</source>
        <translation>Gefragt hat: %1</translation>
    </message>
    <message>
        <source>%1, %2, risk %3, %4</source>
        <translation>%1, %2, Risiko %3, %4</translation>
    </message>
</context>
<context>
    <name>ApprovalWords</name>
    <message>
        <source>Pay %1 to %2</source>
        <translation>%1 zahlen an %2</translation>
    </message>
    <message>
        <source>Drop the spending limit of %1</source>
        <translation>Ausgabengrenze von %1 aufheben</translation>
    </message>
    <message>
        <source>Raise the spending limit to %1</source>
        <translation>Ausgabengrenze anheben auf %1</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>nichts</translation>
    </message>
    <message>
        <source>expires now</source>
        <translation>verfällt jetzt</translation>
    </message>
    <message>
        <source>expires in %1</source>
        <translation>verfällt in %1</translation>
    </message>
</context>
<context>
    <name>ArtefactView</name>
    <message>
        <source>Back to the list</source>
        <translation>Zurück zur Liste</translation>
    </message>
    <message>
        <source>View</source>
        <translation>Ansicht</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>Bild</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Quelle</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>Kopiert</translation>
    </message>
    <message>
        <source>Save…</source>
        <translation>Sichern…</translation>
    </message>
    <message>
        <source>an erased dream</source>
        <translation>ein gelöschter Traum</translation>
    </message>
    <message>
        <source>all of this dream</source>
        <translation>alles zu diesem Traum</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>This picture reaches outside itself and was not drawn. Its source can be read.</source>
        <translation>Dieses Bild greift nach außen und wurde nicht gezeichnet. Sein Quelltext ist lesbar.</translation>
    </message>
    <message>
        <source>Source of %1</source>
        <translation>Quelltext von %1</translation>
    </message>
    <message>
        <source>Shown: the first %1 characters. Saving keeps all.</source>
        <translation>Gezeigt werden die ersten %1 Zeichen. Gesichert wird alles.</translation>
    </message>
    <message>
        <source>These bytes are not here any more: the dream was erased.</source>
        <translation>Diese Bytes gibt es nicht mehr: Der Traum wurde gelöscht.</translation>
    </message>
    <message>
        <source>Made by</source>
        <translation>Von</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>agent, what it did</comment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>Made</source>
        <translation>Gemacht</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>Digest</source>
        <translation>Prüfsumme</translation>
    </message>
    <message>
        <source>Drag out as a file, or press to save it</source>
        <translation>Als Datei herausziehen, oder drücken zum Sichern</translation>
    </message>
</context>
<context>
    <name>AtlasPage</name>
    <message numerus="yes">
        <source>%n systems</source>
        <translation>
            <numerusform>%n System</numerusform>
            <numerusform>%n Systeme</numerusform>
        </translation>
    </message>
    <message>
        <source>Filter systems</source>
        <translation>Systeme filtern</translation>
    </message>
    <message>
        <source>Systems</source>
        <translation>Systeme</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
</context>
<context>
    <name>BackupFolder</name>
    <message>
        <source>Folder of the backups</source>
        <translation>Ordner der Sicherungen</translation>
    </message>
    <message>
        <source>No folder chosen yet</source>
        <translation>Noch kein Ordner gewählt</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>Wählen…</translation>
    </message>
    <message>
        <source>Choose a folder, best on another disk</source>
        <translation>Einen Ordner wählen, am besten auf einem anderen Datenträger</translation>
    </message>
</context>
<context>
    <name>BackupStanding</name>
    <message>
        <source>Being made since %1: copied, sealed, then restored once to prove it.</source>
        <translation>Entsteht seit %1: kopieren, versiegeln, dann einmal probeweise wiederherstellen.</translation>
    </message>
    <message>
        <source>The backup of %1 failed</source>
        <translation>Die Sicherung von %1 ist fehlgeschlagen</translation>
    </message>
    <message>
        <source>There is no backup yet. If this disk fails, every dream is lost.</source>
        <translation>Es gibt noch keine Sicherung. Fällt dieser Datenträger aus, sind alle Träume verloren.</translation>
    </message>
    <message>
        <source>Last backup</source>
        <translation>Letzte Sicherung</translation>
    </message>
    <message>
        <source>Proof</source>
        <translation>Beweis</translation>
    </message>
    <message>
        <source>proved by a test restore</source>
        <translation>durch eine Probe-Wiederherstellung belegt</translation>
    </message>
    <message>
        <source>Holds</source>
        <translation>Enthält</translation>
    </message>
    <message>
        <source>%1 facts on %2 pages</source>
        <translation>%1 Fakten auf %2 Seiten</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Datei</translation>
    </message>
    <message>
        <source>Erased since</source>
        <translation>Seither gelöscht</translation>
    </message>
    <message numerus="yes">
        <source>it may still hold %n erased dreams</source>
        <translation>
            <numerusform>sie kann noch einen gelöschten Traum enthalten (%n)</numerusform>
            <numerusform>sie kann noch %n gelöschte Träume enthalten</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>BackupWords</name>
    <message>
        <source>The twelve words of your backups</source>
        <translation>Die zwölf Wörter deiner Sicherungen</translation>
    </message>
    <message>
        <source>They open every backup of this profile, on any computer. Without them a backup is noise, and nobody can make them again. Write them down in this order and keep the paper where the backups are not: whoever has both can read every dream.</source>
        <translation>Sie öffnen jede Sicherung dieses Profils, auf jedem Rechner. Ohne sie ist eine Sicherung nur Rauschen, und niemand kann sie neu erzeugen. Schreib sie in dieser Reihenfolge auf und bewahre das Papier nicht bei den Sicherungen auf: Wer beides hat, kann jeden Traum lesen.</translation>
    </message>
    <message>
        <source>%1. %2</source>
        <translation>%1. %2</translation>
    </message>
    <message>
        <source>being read…</source>
        <translation>wird gelesen…</translation>
    </message>
    <message>
        <source>I have written them down</source>
        <translation>Ich habe sie aufgeschrieben</translation>
    </message>
    <message>
        <source>To restore: Settings, Backups, Restore, or %1. Both ask for the words. They are not copied anywhere and leave this window when it closes.</source>
        <translation>Zurückholen: Einstellungen, Sicherungen, Zurückholen, oder %1. Beide fragen nach den Wörtern. Sie werden nirgends kopiert und verschwinden mit diesem Fenster.</translation>
    </message>
</context>
<context>
    <name>Backups</name>
    <message>
        <source>DreamScope ended before it was finished; nothing of it was kept.</source>
        <translation>DreamScope endete, bevor sie fertig war; nichts davon wurde behalten.</translation>
    </message>
    <message>
        <source>It was stopped; nothing of it was kept.</source>
        <translation>Sie wurde angehalten; nichts davon wurde behalten.</translation>
    </message>
</context>
<context>
    <name>Cells</name>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>ja</translation>
    </message>
    <message>
        <source>no</source>
        <translation>nein</translation>
    </message>
    <message>
        <source>such as 30 s or 5 min</source>
        <translation>etwa 30 s oder 5 min</translation>
    </message>
    <message>
        <source>such as 2026-01-31 18:00</source>
        <translation>etwa 2026-01-31 18:00</translation>
    </message>
    <message>
        <source>64 hexadecimal digits</source>
        <translation>64 Hexadezimalziffern</translation>
    </message>
    <message>
        <source>0 to 100</source>
        <translation>0 bis 100</translation>
    </message>
    <message>
        <source>separated by commas</source>
        <translation>mit Kommas getrennt</translation>
    </message>
    <message>
        <source>13 letters and digits</source>
        <translation>13 Buchstaben und Ziffern</translation>
    </message>
    <message>
        <source>JSON</source>
        <translation>JSON</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1 min</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation>%1 ms</translation>
    </message>
    <message>
        <source>A number is needed.</source>
        <translation>Hier gehört eine Zahl hin.</translation>
    </message>
    <message>
        <source>An amount is needed, such as %1.</source>
        <translation>Hier gehört ein Betrag hin, etwa %1.</translation>
    </message>
    <message>
        <source>A date is needed, such as 2026-01-31 18:00.</source>
        <translation>Hier gehört ein Zeitpunkt hin, etwa 2026-01-31 18:00.</translation>
    </message>
    <message>
        <source>A digest has 64 hexadecimal digits.</source>
        <translation>Eine Prüfsumme hat 64 Hexadezimalziffern.</translation>
    </message>
    <message>
        <source>An id has 13 letters and digits.</source>
        <translation>Eine Kennung hat 13 Buchstaben und Ziffern.</translation>
    </message>
    <message>
        <source>A whole number is needed.</source>
        <translation>Hier gehört eine ganze Zahl hin.</translation>
    </message>
    <message>
        <source>This cannot be less than zero.</source>
        <translation>Das kann nicht kleiner als null sein.</translation>
    </message>
    <message>
        <source>A score is from 0 to 100.</source>
        <translation>Eine Wertung geht von 0 bis 100.</translation>
    </message>
    <message>
        <source>A time span is needed, such as 30 s or 5 min.</source>
        <translation>Hier gehört eine Zeitspanne hin, etwa 30 s oder 5 min.</translation>
    </message>
    <message>
        <source>This is no JSON: %1</source>
        <translation>Das ist kein JSON: %1</translation>
    </message>
</context>
<context>
    <name>Chart</name>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>nothing measured yet</source>
        <translation>noch nichts gemessen</translation>
    </message>
    <message>
        <source>value</source>
        <translation>Wert</translation>
    </message>
    <message>
        <source>%1: none</source>
        <translation>%1: nichts</translation>
    </message>
    <message>
        <source>%1: %2 to %3, last %4</source>
        <translation>%1: %2 bis %3, zuletzt %4</translation>
    </message>
    <message numerus="yes">
        <source>%n points from %1 to %2. %3</source>
        <translation>
            <numerusform>%n Punkt von %1 bis %2. %3</numerusform>
            <numerusform>%n Punkte von %1 bis %2. %3</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ChartView</name>
    <message>
        <source>Nothing was measured yet.</source>
        <translation>Noch wurde nichts gemessen.</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>Point</source>
        <translation>Punkt</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
</context>
<context>
    <name>CommandForm</name>
    <message>
        <source>Keep it as it is</source>
        <translation>So lassen</translation>
    </message>
    <message>
        <source>Refused: %1</source>
        <translation>Abgelehnt: %1</translation>
    </message>
    <message>
        <source>Yes: %1</source>
        <translation>Ja: %1</translation>
    </message>
    <message numerus="yes">
        <source>Done: %n facts in the journal</source>
        <translation>
            <numerusform>Getan: %n Fakt im Journal</numerusform>
            <numerusform>Getan: %n Fakten im Journal</numerusform>
        </translation>
    </message>
    <message>
        <source>Done: it was so already</source>
        <translation>Getan: Es war schon so</translation>
    </message>
</context>
<context>
    <name>CompareStep</name>
    <message>
        <source>only in the right run</source>
        <translation>nur im rechten Lauf</translation>
    </message>
    <message>
        <source>only in the left run</source>
        <translation>nur im linken Lauf</translation>
    </message>
    <message>
        <source>same</source>
        <translation>gleich</translation>
    </message>
    <message>
        <source>different</source>
        <translation>verschieden</translation>
    </message>
    <message>
        <source>not run</source>
        <translation>nicht gelaufen</translation>
    </message>
    <message>
        <source>%1 after %2</source>
        <comment>outcome, duration</comment>
        <translation>%1 nach %2</translation>
    </message>
    <message>
        <source>%1, attempt %2</source>
        <translation>%1, Versuch %2</translation>
    </message>
    <message>
        <source>%1 by %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>%1: %2. Left %3, right %4</source>
        <translation>%1: %2. Links %3, rechts %4</translation>
    </message>
    <message>
        <source>opened</source>
        <translation>aufgeklappt</translation>
    </message>
    <message>
        <source>closed</source>
        <translation>zugeklappt</translation>
    </message>
    <message>
        <source>%1 | %2</source>
        <comment>left, right</comment>
        <translation>%1 | %2</translation>
    </message>
    <message>
        <source>the same bytes, %1</source>
        <translation>dieselben Bytes, %1</translation>
    </message>
    <message>
        <source>not made</source>
        <translation>nicht gemacht</translation>
    </message>
    <message>
        <source>Left receipt</source>
        <translation>Quittung links</translation>
    </message>
    <message>
        <source>Right receipt</source>
        <translation>Quittung rechts</translation>
    </message>
    <message>
        <source>task %1, %2, version %3, read %4</source>
        <translation>Aufgabe %1, %2, Version %3, gelesen: %4</translation>
    </message>
</context>
<context>
    <name>ConceptMap</name>
    <message>
        <source>Concept map, empty</source>
        <translation>Begriffskarte, leer</translation>
    </message>
    <message numerus="yes">
        <source>Concept map, %n concepts, centre %1</source>
        <translation>
            <numerusform>Begriffskarte, %n Begriff, Mitte %1</numerusform>
            <numerusform>Begriffskarte, %n Begriffe, Mitte %1</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, linked to %2</source>
        <translation>%1, verbunden mit %2</translation>
    </message>
    <message>
        <source>%1 with %2</source>
        <translation>%1 mit %2</translation>
    </message>
</context>
<context>
    <name>DataTable</name>
    <message>
        <source>Sort by %1</source>
        <translation>Nach %1 ordnen</translation>
    </message>
    <message>
        <source>%1, sorted downwards</source>
        <translation>%1, absteigend geordnet</translation>
    </message>
    <message>
        <source>%1, sorted upwards</source>
        <translation>%1, aufsteigend geordnet</translation>
    </message>
    <message>
        <source>No rows yet.</source>
        <translation>Noch keine Zeilen.</translation>
    </message>
</context>
<context>
    <name>Declared</name>
    <message>
        <source>After</source>
        <translation>Nach</translation>
    </message>
    <message>
        <source>Agent</source>
        <translation>Agent</translation>
    </message>
    <message>
        <source>Agent&apos;s id</source>
        <translation>Kennung des Agenten</translation>
    </message>
    <message>
        <source>Amounts</source>
        <translation>Beträge</translation>
    </message>
    <message>
        <source>Asked</source>
        <translation>Verlangt</translation>
    </message>
    <message>
        <source>Assignment</source>
        <translation>Auftrag</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>Attempt</source>
        <translation>Versuch</translation>
    </message>
    <message>
        <source>Backlog</source>
        <translation>Rückstand</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>Import</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>Made by</source>
        <translation>Erzeugt von</translation>
    </message>
    <message>
        <source>Capabilities</source>
        <translation>Fähigkeiten</translation>
    </message>
    <message>
        <source>Capability</source>
        <translation>Fähigkeit</translation>
    </message>
    <message>
        <source>Cause</source>
        <translation>Ursache</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>Geändert</translation>
    </message>
    <message>
        <source>Clarity</source>
        <translation>Klarheit</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>Kürzel</translation>
    </message>
    <message>
        <source>Coherence</source>
        <translation>Zusammenhang</translation>
    </message>
    <message>
        <source>Concepts</source>
        <translation>Begriffe</translation>
    </message>
    <message>
        <source>Condition</source>
        <translation>Befinden</translation>
    </message>
    <message>
        <source>Cost</source>
        <translation>Kosten</translation>
    </message>
    <message>
        <source>Count</source>
        <translation>Anzahl</translation>
    </message>
    <message>
        <source>Created</source>
        <translation>Entstanden</translation>
    </message>
    <message>
        <source>Read up to</source>
        <translation>Gelesen bis</translation>
    </message>
    <message>
        <source>Dates</source>
        <translation>Daten</translation>
    </message>
    <message>
        <source>Detail</source>
        <translation>Näheres</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Näheres</translation>
    </message>
    <message>
        <source>Digest</source>
        <translation>Prüfsumme</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Fertig</translation>
    </message>
    <message>
        <source>Done at</source>
        <translation>Fertig um</translation>
    </message>
    <message>
        <source>Dream</source>
        <translation>Traum</translation>
    </message>
    <message>
        <source>Duration</source>
        <translation>Dauer</translation>
    </message>
    <message>
        <source>Emotion</source>
        <translation>Gefühl</translation>
    </message>
    <message>
        <source>Erased since</source>
        <translation>Seither gelöscht</translation>
    </message>
    <message>
        <source>Errors in 1,000</source>
        <translation>Fehler auf 1.000</translation>
    </message>
    <message>
        <source>Every</source>
        <translation>Alle</translation>
    </message>
    <message>
        <source>Exam</source>
        <translation>Prüfung</translation>
    </message>
    <message>
        <source>Exam cases</source>
        <translation>Prüfungsfälle</translation>
    </message>
    <message>
        <source>Exam failures</source>
        <translation>Nicht bestanden</translation>
    </message>
    <message>
        <source>Exam key</source>
        <translation>Prüfungsschlüssel</translation>
    </message>
    <message>
        <source>Exam note</source>
        <translation>Prüfungsvermerk</translation>
    </message>
    <message>
        <source>Expected</source>
        <translation>Erwartet</translation>
    </message>
    <message>
        <source>Facts</source>
        <translation>Fakten</translation>
    </message>
    <message>
        <source>Failing above</source>
        <translation>Krank über</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Gescheitert</translation>
    </message>
    <message>
        <source>Failures</source>
        <translation>Fehlschläge</translation>
    </message>
    <message>
        <source>Figures</source>
        <translation>Zahlen</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Datei</translation>
    </message>
    <message>
        <source>Finish tag</source>
        <translation>Endmarke</translation>
    </message>
    <message>
        <source>First seen</source>
        <translation>Zuerst gesehen</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>Ordner</translation>
    </message>
    <message>
        <source>Form</source>
        <translation>Form</translation>
    </message>
    <message>
        <source>Goal</source>
        <translation>Ziel</translation>
    </message>
    <message>
        <source>Hash</source>
        <translation>Hash</translation>
    </message>
    <message>
        <source>Health</source>
        <translation>Gesundheit</translation>
    </message>
    <message>
        <source>Id</source>
        <translation>Kennung</translation>
    </message>
    <message>
        <source>Read</source>
        <translation>Gelesen</translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>Geschlossen</translation>
    </message>
    <message>
        <source>Corrected</source>
        <translation>Berichtigt</translation>
    </message>
    <message>
        <source>Dismissed</source>
        <translation>Abgewiesen</translation>
    </message>
    <message>
        <source>Near copy</source>
        <translation>Fastkopie</translation>
    </message>
    <message>
        <source>Indexed</source>
        <translation>Im Verzeichnis</translation>
    </message>
    <message>
        <source>Indexing</source>
        <translation>Wird verzeichnet</translation>
    </message>
    <message>
        <source>Measured as a near copy</source>
        <translation>Als Fastkopie gemessen</translation>
    </message>
    <message>
        <source>Pinned</source>
        <translation>Angeheftet</translation>
    </message>
    <message>
        <source>Ranked</source>
        <translation>In der Rangfolge</translation>
    </message>
    <message>
        <source>Required</source>
        <translation>Nötig</translation>
    </message>
    <message>
        <source>Items</source>
        <translation>Stücke</translation>
    </message>
    <message>
        <source>Kept backups</source>
        <translation>Bleiben</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>Labels</source>
        <translation>Bezeichnungen</translation>
    </message>
    <message>
        <source>Lag</source>
        <translation>Rückstand</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Sprache</translation>
    </message>
    <message>
        <source>Last</source>
        <translation>Zuletzt</translation>
    </message>
    <message>
        <source>Last seen</source>
        <translation>Zuletzt gesehen</translation>
    </message>
    <message>
        <source>Running</source>
        <translation>Laufen</translation>
    </message>
    <message>
        <source>Leased until</source>
        <translation>Vergeben bis</translation>
    </message>
    <message>
        <source>To look at above</source>
        <translation>Anzusehen über</translation>
    </message>
    <message>
        <source>Measured</source>
        <translation>Gemessen</translation>
    </message>
    <message>
        <source>Media type</source>
        <translation>Dateiart</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modell</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Nearest</source>
        <translation>Nächster</translation>
    </message>
    <message>
        <source>Needs you</source>
        <translation>Braucht dich</translation>
    </message>
    <message>
        <source>Newest</source>
        <translation>Neuestes</translation>
    </message>
    <message>
        <source>Not before</source>
        <translation>Nicht vor</translation>
    </message>
    <message>
        <source>Opened</source>
        <translation>Geöffnet</translation>
    </message>
    <message>
        <source>Originality</source>
        <translation>Eigenständigkeit</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>Ausgang</translation>
    </message>
    <message>
        <source>Made</source>
        <translation>Gemacht</translation>
    </message>
    <message>
        <source>Overall</source>
        <translation>Gesamt</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>Seiten</translation>
    </message>
    <message>
        <source>Parts</source>
        <translation>Teile</translation>
    </message>
    <message>
        <source>Pattern</source>
        <translation>Muster</translation>
    </message>
    <message>
        <source>Payload</source>
        <translation>Inhalt</translation>
    </message>
    <message>
        <source>Pending</source>
        <translation>Offen</translation>
    </message>
    <message>
        <source>People</source>
        <translation>Menschen</translation>
    </message>
    <message>
        <source>Priority</source>
        <translation>Vorrang</translation>
    </message>
    <message>
        <source>Properties</source>
        <translation>Eigenschaften</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Grund</translation>
    </message>
    <message>
        <source>Restarts</source>
        <translation>Neustarts</translation>
    </message>
    <message>
        <source>Retry at</source>
        <translation>Nächster Versuch</translation>
    </message>
    <message>
        <source>Root</source>
        <translation>Wurzel</translation>
    </message>
    <message>
        <source>Score</source>
        <translation>Wertung</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>Startwert</translation>
    </message>
    <message>
        <source>Sender</source>
        <translation>Absender</translation>
    </message>
    <message>
        <source>Severity</source>
        <translation>Schwere</translation>
    </message>
    <message>
        <source>Similar</source>
        <translation>Ähnlich</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>Seit</translation>
    </message>
    <message>
        <source>Short name</source>
        <translation>Kurzname</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Herkunft</translation>
    </message>
    <message>
        <source>Standing</source>
        <translation>Stand</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>System</source>
        <translation>System</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>Schritt</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>Schritte</translation>
    </message>
    <message>
        <source>Structure</source>
        <translation>Aufbau</translation>
    </message>
    <message>
        <source>Summary</source>
        <translation>Zusammenfassung</translation>
    </message>
    <message>
        <source>Symbolism</source>
        <translation>Bildhaftigkeit</translation>
    </message>
    <message>
        <source>Tag</source>
        <translation>Marke</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>Schlagworte</translation>
    </message>
    <message>
        <source>Task</source>
        <translation>Aufgabe</translation>
    </message>
    <message>
        <source>Tasks at most</source>
        <translation>Aufgaben höchstens</translation>
    </message>
    <message>
        <source>Open to</source>
        <translation>Offen für</translation>
    </message>
    <message>
        <source>Time at most</source>
        <translation>Zeit höchstens</translation>
    </message>
    <message>
        <source>Times</source>
        <translation>Uhrzeiten</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Titel</translation>
    </message>
    <message>
        <source>To do</source>
        <translation>Zu tun</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>Gesamt</translation>
    </message>
    <message>
        <source>Tries</source>
        <translation>Versuche</translation>
    </message>
    <message>
        <source>Used</source>
        <translation>Verbraucht</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Wert</translation>
    </message>
    <message>
        <source>Verdict</source>
        <translation>Urteil</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>Version</translation>
    </message>
    <message>
        <source>Measure</source>
        <translation>Messwert</translation>
    </message>
    <message>
        <source>Weight</source>
        <translation>Gewicht</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Was</translation>
    </message>
    <message>
        <source>Words</source>
        <translation>Wörter</translation>
    </message>
    <message>
        <source>Open letters</source>
        <translation>Offene Briefe</translation>
    </message>
    <message>
        <source>Folded</source>
        <translation>Zusammengelegt</translation>
    </message>
    <message>
        <source>Lost</source>
        <translation>Verloren</translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>Speicher</translation>
    </message>
    <message>
        <source>Subscriptions</source>
        <translation>Abonnements</translation>
    </message>
    <message>
        <source>Published</source>
        <translation>Gemeldet</translation>
    </message>
    <message>
        <source>Lagging</source>
        <translation>Im Rückstand</translation>
    </message>
    <message>
        <source>Drowning</source>
        <translation>Überlastet</translation>
    </message>
    <message>
        <source>Dreams</source>
        <translation>Träume</translation>
    </message>
    <message>
        <source>Meanings</source>
        <translation>Bedeutungen</translation>
    </message>
    <message>
        <source>Scores</source>
        <translation>Wertungen</translation>
    </message>
    <message>
        <source>Near copies</source>
        <translation>Fastkopien</translation>
    </message>
    <message>
        <source>Readings</source>
        <translation>Lesungen</translation>
    </message>
    <message>
        <source>Needing you</source>
        <translation>Brauchen dich</translation>
    </message>
    <message>
        <source>Pictures</source>
        <translation>Bilder</translation>
    </message>
    <message>
        <source>Artefacts</source>
        <translation>Stücke</translation>
    </message>
    <message>
        <source>Kept</source>
        <translation>Belegt</translation>
    </message>
    <message>
        <source>Checkpoints</source>
        <translation>Prüfpunkte</translation>
    </message>
    <message>
        <source>Witnesses</source>
        <translation>Zeugen</translation>
    </message>
    <message>
        <source>Not compared yet</source>
        <translation>Noch nicht verglichen</translation>
    </message>
    <message>
        <source>Contradicting</source>
        <translation>Im Widerspruch</translation>
    </message>
    <message>
        <source>Backups</source>
        <translation>Sicherungen</translation>
    </message>
    <message>
        <source>Last one failed</source>
        <translation>Letzte gescheitert</translation>
    </message>
    <message>
        <source>Well</source>
        <translation>Gesund</translation>
    </message>
    <message>
        <source>To look at</source>
        <translation>Anzusehen</translation>
    </message>
    <message>
        <source>Failing</source>
        <translation>Krank</translation>
    </message>
    <message>
        <source>Watches</source>
        <translation>Grenzen</translation>
    </message>
    <message>
        <source>Agents</source>
        <translation>Agenten</translation>
    </message>
    <message>
        <source>Hired</source>
        <translation>Angestellt</translation>
    </message>
    <message>
        <source>Failed exams</source>
        <translation>Nicht bestanden</translation>
    </message>
    <message>
        <source>Open assignments</source>
        <translation>Offene Aufträge</translation>
    </message>
    <message>
        <source>Ready</source>
        <translation>Bereit</translation>
    </message>
    <message>
        <source>Sleeping</source>
        <translation>Schläft</translation>
    </message>
    <message>
        <source>Worst error rate</source>
        <translation>Höchste Fehlerrate</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>Angehalten</translation>
    </message>
    <message>
        <source>Read only</source>
        <translation>Nur lesbar</translation>
    </message>
    <message>
        <source>Open alerts</source>
        <translation>Offene Warnungen</translation>
    </message>
    <message>
        <source>Cortex</source>
        <translation>Cortex</translation>
    </message>
    <message>
        <source>Spine</source>
        <translation>Rückgrat</translation>
    </message>
    <message>
        <source>Vault</source>
        <translation>Kammer</translation>
    </message>
    <message>
        <source>Mesh</source>
        <translation>Netz</translation>
    </message>
    <message>
        <source>Lungs</source>
        <translation>Lunge</translation>
    </message>
    <message>
        <source>Identity</source>
        <translation>Identität</translation>
    </message>
    <message>
        <source>Community</source>
        <translation>Gemeinschaft</translation>
    </message>
    <message>
        <source>Governance</source>
        <translation>Steuerung</translation>
    </message>
    <message>
        <source>Economy</source>
        <translation>Wirtschaft</translation>
    </message>
    <message>
        <source>Shield</source>
        <translation>Schild</translation>
    </message>
    <message>
        <source>Pulse</source>
        <translation>Puls</translation>
    </message>
    <message>
        <source>Growth</source>
        <translation>Wachstum</translation>
    </message>
    <message>
        <source>Operations</source>
        <translation>Betrieb</translation>
    </message>
    <message>
        <source>Key phrases</source>
        <translation>Schlüsselwörter</translation>
    </message>
    <message>
        <source>Summaries</source>
        <translation>Zusammenfassen</translation>
    </message>
    <message>
        <source>Mood</source>
        <translation>Stimmung</translation>
    </message>
    <message>
        <source>Form and tags</source>
        <translation>Form und Schlagworte</translation>
    </message>
    <message>
        <source>Comparing texts</source>
        <translation>Texte vergleichen</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Suche</translation>
    </message>
    <message>
        <source>Names, dates, amounts</source>
        <translation>Namen, Daten, Beträge</translation>
    </message>
    <message>
        <source>Drafts</source>
        <translation>Entwürfe</translation>
    </message>
    <message>
        <source>Stories</source>
        <translation>Geschichten</translation>
    </message>
    <message>
        <source>Masking secrets</source>
        <translation>Geheimes schwärzen</translation>
    </message>
    <message>
        <source>Schema</source>
        <translation>Schema</translation>
    </message>
    <message>
        <source>Checking data</source>
        <translation>Daten prüfen</translation>
    </message>
    <message>
        <source>Table profile</source>
        <translation>Tabellen beschreiben</translation>
    </message>
    <message>
        <source>Concept map</source>
        <translation>Begriffskarte</translation>
    </message>
    <message>
        <source>Grouping</source>
        <translation>Gruppieren</translation>
    </message>
    <message>
        <source>Motifs</source>
        <translation>Motive</translation>
    </message>
    <message>
        <source>Resonance</source>
        <translation>Resonanz</translation>
    </message>
    <message>
        <source>Forecast</source>
        <translation>Vorhersage</translation>
    </message>
    <message>
        <source>Outliers</source>
        <translation>Ausreißer</translation>
    </message>
    <message>
        <source>Scenarios</source>
        <translation>Szenarien</translation>
    </message>
    <message>
        <source>Ranking</source>
        <translation>Rangfolge</translation>
    </message>
    <message>
        <source>Variants</source>
        <translation>Varianten</translation>
    </message>
    <message>
        <source>Card</source>
        <translation>Karte</translation>
    </message>
    <message>
        <source>Chart</source>
        <translation>Diagramm</translation>
    </message>
    <message>
        <source>Component</source>
        <translation>Baustein</translation>
    </message>
    <message>
        <source>Trust</source>
        <translation>Vertrauen</translation>
    </message>
    <message>
        <source>Signing</source>
        <translation>Unterschreiben</translation>
    </message>
    <message>
        <source>Integrity</source>
        <translation>Unversehrtheit</translation>
    </message>
    <message>
        <source>Encryption</source>
        <translation>Verschlüsseln</translation>
    </message>
    <message>
        <source>Backup</source>
        <translation>Sicherung</translation>
    </message>
    <message>
        <source>Lineage</source>
        <translation>Abstammung</translation>
    </message>
    <message>
        <source>Permissions</source>
        <translation>Berechtigungen</translation>
    </message>
    <message>
        <source>Configuration</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>Audit trail</source>
        <translation>Prüfspur</translation>
    </message>
    <message>
        <source>File check</source>
        <translation>Dateien prüfen</translation>
    </message>
    <message>
        <source>Reachability</source>
        <translation>Erreichbarkeit</translation>
    </message>
    <message>
        <source>Topology</source>
        <translation>Netzform</translation>
    </message>
    <message>
        <source>Retries</source>
        <translation>Wiederholen</translation>
    </message>
    <message>
        <source>Repair</source>
        <translation>Reparatur</translation>
    </message>
    <message>
        <source>Risk</source>
        <translation>Risiko</translation>
    </message>
    <message>
        <source>Threats</source>
        <translation>Bedrohungen</translation>
    </message>
    <message>
        <source>Reports</source>
        <translation>Berichte</translation>
    </message>
    <message>
        <source>Routing</source>
        <translation>Zuteilung</translation>
    </message>
    <message>
        <source>Planning</source>
        <translation>Planung</translation>
    </message>
    <message>
        <source>Schedule</source>
        <translation>Terminplan</translation>
    </message>
    <message>
        <source>Ledger balance</source>
        <translation>Kontenabgleich</translation>
    </message>
    <message>
        <source>Minting</source>
        <translation>Prägung</translation>
    </message>
    <message>
        <source>Swap quote</source>
        <translation>Tauschkurs</translation>
    </message>
    <message>
        <source>Market price</source>
        <translation>Marktpreis</translation>
    </message>
    <message>
        <source>Shares</source>
        <translation>Anteile</translation>
    </message>
    <message>
        <source>Usage</source>
        <translation>Verbrauch</translation>
    </message>
    <message>
        <source>Opportunities</source>
        <translation>Gelegenheiten</translation>
    </message>
    <message>
        <source>Portfolio</source>
        <translation>Bestand</translation>
    </message>
    <message>
        <source>Tally</source>
        <translation>Auszählung</translation>
    </message>
    <message>
        <source>Triage</source>
        <translation>Sichtung</translation>
    </message>
    <message>
        <source>Delivery</source>
        <translation>Zustellung</translation>
    </message>
    <message>
        <source>Route</source>
        <translation>Wegplanung</translation>
    </message>
    <message>
        <source>Media catalogue</source>
        <translation>Medienkatalog</translation>
    </message>
    <message>
        <source>Dream written</source>
        <translation>Traum geschrieben</translation>
    </message>
    <message>
        <source>Dream changed</source>
        <translation>Traum geändert</translation>
    </message>
    <message>
        <source>Dream archived</source>
        <translation>Traum archiviert</translation>
    </message>
    <message>
        <source>Dream restored</source>
        <translation>Traum zurückgeholt</translation>
    </message>
    <message>
        <source>Dream erased</source>
        <translation>Traum gelöscht</translation>
    </message>
    <message>
        <source>Dream understood</source>
        <translation>Traum verstanden</translation>
    </message>
    <message>
        <source>Version kept</source>
        <translation>Version bewahrt</translation>
    </message>
    <message>
        <source>Agent registered</source>
        <translation>Agent eingetragen</translation>
    </message>
    <message>
        <source>Exam taken</source>
        <translation>Prüfung abgelegt</translation>
    </message>
    <message>
        <source>Agent hired</source>
        <translation>Agent angestellt</translation>
    </message>
    <message>
        <source>Agent dismissed</source>
        <translation>Agent entlassen</translation>
    </message>
    <message>
        <source>Work asked for</source>
        <translation>Arbeit verlangt</translation>
    </message>
    <message>
        <source>Task planned</source>
        <translation>Aufgabe geplant</translation>
    </message>
    <message>
        <source>Task begun</source>
        <translation>Aufgabe begonnen</translation>
    </message>
    <message>
        <source>More time for a task</source>
        <translation>Mehr Zeit für eine Aufgabe</translation>
    </message>
    <message>
        <source>Task finished</source>
        <translation>Aufgabe beendet</translation>
    </message>
    <message>
        <source>Task&apos;s time was up</source>
        <translation>Zeit einer Aufgabe um</translation>
    </message>
    <message>
        <source>Task put off</source>
        <translation>Aufgabe verschoben</translation>
    </message>
    <message>
        <source>Task given up</source>
        <translation>Aufgabe aufgegeben</translation>
    </message>
    <message>
        <source>Task ready again</source>
        <translation>Aufgabe wieder bereit</translation>
    </message>
    <message>
        <source>Work ended</source>
        <translation>Arbeit beendet</translation>
    </message>
    <message>
        <source>Work paused</source>
        <translation>Arbeit angehalten</translation>
    </message>
    <message>
        <source>Work resumed</source>
        <translation>Arbeit fortgesetzt</translation>
    </message>
    <message>
        <source>Way of working changed</source>
        <translation>Arbeitsweise geändert</translation>
    </message>
    <message>
        <source>Import begun</source>
        <translation>Import begonnen</translation>
    </message>
    <message>
        <source>Import complete</source>
        <translation>Import vollständig</translation>
    </message>
    <message>
        <source>An agent&apos;s health changed</source>
        <translation>Befinden eines Agenten geändert</translation>
    </message>
    <message>
        <source>Artefact kept</source>
        <translation>Stück bewahrt</translation>
    </message>
    <message>
        <source>Quota set</source>
        <translation>Platz begrenzt</translation>
    </message>
    <message>
        <source>Artefact gone with its dream</source>
        <translation>Stück mit seinem Traum vergangen</translation>
    </message>
    <message>
        <source>Subscribed</source>
        <translation>Abonniert</translation>
    </message>
    <message>
        <source>Unsubscribed</source>
        <translation>Abbestellt</translation>
    </message>
    <message>
        <source>Events acknowledged</source>
        <translation>Ereignisse bestätigt</translation>
    </message>
    <message>
        <source>Event published</source>
        <translation>Ereignis gemeldet</translation>
    </message>
    <message>
        <source>A subscriber&apos;s lag changed</source>
        <translation>Rückstand eines Abonnenten geändert</translation>
    </message>
    <message>
        <source>Letter parked</source>
        <translation>Brief abgelegt</translation>
    </message>
    <message>
        <source>Same letter again</source>
        <translation>Derselbe Brief noch einmal</translation>
    </message>
    <message>
        <source>Letter lost</source>
        <translation>Brief verloren</translation>
    </message>
    <message>
        <source>Retry asked for</source>
        <translation>Neuer Versuch verlangt</translation>
    </message>
    <message>
        <source>Retry failed</source>
        <translation>Neuer Versuch gescheitert</translation>
    </message>
    <message>
        <source>Letter resolved</source>
        <translation>Brief gelöst</translation>
    </message>
    <message>
        <source>Letter discarded</source>
        <translation>Brief verworfen</translation>
    </message>
    <message>
        <source>Checkpoint kept</source>
        <translation>Prüfpunkt bewahrt</translation>
    </message>
    <message>
        <source>Witness added</source>
        <translation>Zeuge aufgenommen</translation>
    </message>
    <message>
        <source>Witness dropped</source>
        <translation>Zeuge gestrichen</translation>
    </message>
    <message>
        <source>Witness compared</source>
        <translation>Zeuge verglichen</translation>
    </message>
    <message>
        <source>System started</source>
        <translation>System gestartet</translation>
    </message>
    <message>
        <source>System stopped</source>
        <translation>System angehalten</translation>
    </message>
    <message>
        <source>System failed</source>
        <translation>System ausgefallen</translation>
    </message>
    <message>
        <source>System read only</source>
        <translation>System nur lesbar</translation>
    </message>
    <message>
        <source>Alert raised</source>
        <translation>Warnung ausgelöst</translation>
    </message>
    <message>
        <source>Alert cleared</source>
        <translation>Warnung behoben</translation>
    </message>
    <message>
        <source>Limit set</source>
        <translation>Grenze gesetzt</translation>
    </message>
    <message>
        <source>Limit dropped</source>
        <translation>Grenze aufgehoben</translation>
    </message>
    <message>
        <source>Health changed</source>
        <translation>Befinden geändert</translation>
    </message>
    <message>
        <source>Floor set</source>
        <translation>Untergrenze gesetzt</translation>
    </message>
    <message>
        <source>LUCID&apos;s reading kept</source>
        <translation>LUCIDs Lesung bewahrt</translation>
    </message>
    <message>
        <source>LUCID&apos;s reading gone</source>
        <translation>LUCIDs Lesung vergangen</translation>
    </message>
    <message>
        <source>Form corrected</source>
        <translation>Form berichtigt</translation>
    </message>
    <message>
        <source>ROOT&apos;s meaning kept</source>
        <translation>ROOTs Bedeutung bewahrt</translation>
    </message>
    <message>
        <source>ROOT&apos;s meaning gone</source>
        <translation>ROOTs Bedeutung vergangen</translation>
    </message>
    <message>
        <source>Picture pinned</source>
        <translation>Bild angeheftet</translation>
    </message>
    <message>
        <source>Picture released</source>
        <translation>Bild gelöst</translation>
    </message>
    <message>
        <source>CANVAS&apos;s picture kept</source>
        <translation>CANVAS&apos; Bild bewahrt</translation>
    </message>
    <message>
        <source>CANVAS&apos;s picture gone</source>
        <translation>CANVAS&apos; Bild vergangen</translation>
    </message>
    <message>
        <source>Said to be no copy</source>
        <translation>Als keine Kopie bezeichnet</translation>
    </message>
    <message>
        <source>Limit for copies set</source>
        <translation>Grenze für Kopien gesetzt</translation>
    </message>
    <message>
        <source>ECHO&apos;s score kept</source>
        <translation>ECHOs Wertung bewahrt</translation>
    </message>
    <message>
        <source>ECHO&apos;s score gone</source>
        <translation>ECHOs Wertung vergangen</translation>
    </message>
    <message>
        <source>Backups planned</source>
        <translation>Sicherungen geplant</translation>
    </message>
    <message>
        <source>Backup begun</source>
        <translation>Sicherung begonnen</translation>
    </message>
    <message>
        <source>Backup made</source>
        <translation>Sicherung gemacht</translation>
    </message>
    <message>
        <source>Backup failed</source>
        <translation>Sicherung gescheitert</translation>
    </message>
    <message>
        <source>Backup dropped</source>
        <translation>Sicherung verworfen</translation>
    </message>
    <message>
        <source>Backups still hold what was erased</source>
        <translation>Sicherungen halten noch Gelöschtes</translation>
    </message>
    <message>
        <source>a dream that is created or edited is opened as an assignment and worked.</source>
        <translation>Ein Traum, der entsteht oder geändert wird, wird als Auftrag geöffnet und bearbeitet.</translation>
    </message>
    <message>
        <source>only hired agents that passed their exam are given tasks.</source>
        <translation>Nur angestellte Agenten, die ihre Prüfung bestanden haben, bekommen Aufgaben.</translation>
    </message>
    <message>
        <source>a dream whose tasks are done is understood and carries its score.</source>
        <translation>Ein Traum, dessen Aufgaben fertig sind, ist verstanden und trägt seine Wertung.</translation>
    </message>
    <message>
        <source>a task whose results do not fit the quota is refused and its dream not understood.</source>
        <translation>Eine Aufgabe, deren Ergebnisse nicht in die Kammer passen, wird abgelehnt, und ihr Traum gilt nicht als verstanden.</translation>
    </message>
    <message>
        <source>a subscriber that comes back gets every fact after its cursor; drowning, it holds producers.</source>
        <translation>Ein Abonnent, der wiederkommt, erhält jeden Fakt nach seiner Stelle; ist er überlastet, hält er die Erzeuger auf.</translation>
    </message>
    <message>
        <source>retrying the letter of a task that was given up opens its dream&apos;s work again.</source>
        <translation>Wird der Brief einer aufgegebenen Aufgabe noch einmal versucht, beginnt die Arbeit an ihrem Traum von neuem.</translation>
    </message>
    <message>
        <source>a witness that contradicts the journal raises an alarm that no restart clears.</source>
        <translation>Ein Zeuge, der dem Journal widerspricht, löst einen Alarm aus, den kein Neustart löscht.</translation>
    </message>
    <message>
        <source>while it is stopped the gate refuses its commands, and no dream is worked.</source>
        <translation>Solange es angehalten ist, lehnt das Tor seine Befehle ab, und kein Traum wird bearbeitet.</translation>
    </message>
    <message>
        <source>a system that is failing has an open alert, which is cleared when it is well again.</source>
        <translation>Ein System, das krank ist, hat eine offene Warnung; sie verschwindet, wenn es wieder gesund ist.</translation>
    </message>
    <message>
        <source>a dream under LUCID&apos;s floor needs you, and is not ranked until it reads better.</source>
        <translation>Ein Traum unter LUCIDs Untergrenze braucht dich und steht nicht in der Rangfolge, bis er sich besser liest.</translation>
    </message>
    <message>
        <source>a corrected form is the dream&apos;s form, and stays so when its text is read again.</source>
        <translation>Eine berichtigte Form ist die Form des Traums und bleibt es, wenn sein Text wieder gelesen wird.</translation>
    </message>
    <message>
        <source>the picture a dream is shown with follows its text, unless a person pinned it.</source>
        <translation>Das Bild eines Traums folgt seinem Text, solange es niemand angeheftet hat.</translation>
    </message>
    <message>
        <source>a near copy leaves the ranking of dreams until a person says it is none.</source>
        <translation>Eine Fastkopie verlässt die Rangfolge der Träume, bis jemand sagt, dass sie keine ist.</translation>
    </message>
    <message>
        <source>a sealed file outside the profile that gives all of it back on another machine.</source>
        <translation>Eine versiegelte Datei außerhalb des Profils, die es auf einem anderen Rechner ganz zurückgibt.</translation>
    </message>
    <message>
        <source>Kept in step</source>
        <translation>Nachgeführt</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>Dateien</translation>
    </message>
    <message>
        <source>Kept beside</source>
        <translation>Daneben aufgehoben</translation>
    </message>
    <message>
        <source>Page</source>
        <translation>Seite</translation>
    </message>
    <message>
        <source>Last written</source>
        <translation>Zuletzt geschrieben</translation>
    </message>
    <message>
        <source>Away</source>
        <translation>Nicht da</translation>
    </message>
    <message>
        <source>Cannot write</source>
        <translation>Kann nicht schreiben</translation>
    </message>
    <message>
        <source>Mirror folder chosen</source>
        <translation>Spiegelordner gewählt</translation>
    </message>
    <message>
        <source>Mirroring stopped</source>
        <translation>Spiegeln beendet</translation>
    </message>
    <message>
        <source>Mirror asked for</source>
        <translation>Spiegel verlangt</translation>
    </message>
    <message>
        <source>Mirror written</source>
        <translation>Spiegel geschrieben</translation>
    </message>
    <message>
        <source>Mirror not written</source>
        <translation>Spiegel nicht geschrieben</translation>
    </message>
    <message>
        <source>Mirror folders may hold what was erased</source>
        <translation>Spiegelordner können Gelöschtes enthalten</translation>
    </message>
    <message>
        <source>files outside the profile, in the clear; an erased dream&apos;s files go with it.</source>
        <translation>Dateien außerhalb des Profils, unverschlüsselt; die eines gelöschten Traums gehen mit ihm.</translation>
    </message>
    <message>
        <source>Bytes</source>
        <translation>Byte</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>Inhaber</translation>
    </message>
    <message>
        <source>Purpose</source>
        <translation>Zweck</translation>
    </message>
    <message>
        <source>Token</source>
        <translation>Token</translation>
    </message>
    <message>
        <source>Balance</source>
        <translation>Guthaben</translation>
    </message>
    <message>
        <source>Held back</source>
        <translation>Zurückgehalten</translation>
    </message>
    <message>
        <source>Transfers</source>
        <translation>Buchungen</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Von</translation>
    </message>
    <message>
        <source>To</source>
        <translation>An</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>Betrag</translation>
    </message>
    <message>
        <source>Until</source>
        <translation>Bis</translation>
    </message>
    <message>
        <source>Payer</source>
        <translation>Zahler</translation>
    </message>
    <message>
        <source>Payee</source>
        <translation>Empfänger</translation>
    </message>
    <message>
        <source>Entries</source>
        <translation>Buchungszeilen</translation>
    </message>
    <message>
        <source>Not done</source>
        <translation>Nicht ausgeführt</translation>
    </message>
    <message>
        <source>Paid up to</source>
        <translation>Ausgezahlt bis</translation>
    </message>
    <message>
        <source>Lock</source>
        <translation>Bindung</translation>
    </message>
    <message>
        <source>Earned</source>
        <translation>Verdient</translation>
    </message>
    <message>
        <source>Staked</source>
        <translation>Eingesetzt</translation>
    </message>
    <message>
        <source>Level</source>
        <translation>Stand</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>Wer</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>Tag</translation>
    </message>
    <message>
        <source>Streak</source>
        <translation>Serie</translation>
    </message>
    <message>
        <source>Longest streak</source>
        <translation>Längste Serie</translation>
    </message>
    <message>
        <source>DREAM today</source>
        <translation>DREAM heute</translation>
    </message>
    <message>
        <source>SHEEP today</source>
        <translation>SHEEP heute</translation>
    </message>
    <message>
        <source>DREAM</source>
        <translation>DREAM</translation>
    </message>
    <message>
        <source>SHEEP</source>
        <translation>SHEEP</translation>
    </message>
    <message>
        <source>Receipts</source>
        <translation>Belege</translation>
    </message>
    <message>
        <source>Last bonus</source>
        <translation>Letzter Bonus</translation>
    </message>
    <message>
        <source>Receipt</source>
        <translation>Beleg</translation>
    </message>
    <message>
        <source>Scope</source>
        <translation>Bereich</translation>
    </message>
    <message>
        <source>Subject</source>
        <translation>Gegenstand</translation>
    </message>
    <message>
        <source>Limit</source>
        <translation>Grenze</translation>
    </message>
    <message>
        <source>Spent</source>
        <translation>Ausgegeben</translation>
    </message>
    <message>
        <source>Reserved</source>
        <translation>Reserviert</translation>
    </message>
    <message>
        <source>Call</source>
        <translation>Aufruf</translation>
    </message>
    <message>
        <source>Energy</source>
        <translation>Energie</translation>
    </message>
    <message>
        <source>Hold</source>
        <translation>Vormerkung</translation>
    </message>
    <message>
        <source>Period</source>
        <translation>Zeitraum</translation>
    </message>
    <message>
        <source>Periods paid</source>
        <translation>Bezahlte Zeiträume</translation>
    </message>
    <message>
        <source>Ending</source>
        <translation>Läuft aus</translation>
    </message>
    <message>
        <source>Accounts</source>
        <translation>Konten</translation>
    </message>
    <message>
        <source>Open holds</source>
        <translation>Offene Vormerkungen</translation>
    </message>
    <message>
        <source>Unbalanced tokens</source>
        <translation>Token mit Fehlbetrag</translation>
    </message>
    <message>
        <source>Memory of ids</source>
        <translation>Speicher der Nummern</translation>
    </message>
    <message>
        <source>Positions</source>
        <translation>Einsätze</translation>
    </message>
    <message>
        <source>SHEEP staked</source>
        <translation>SHEEP eingesetzt</translation>
    </message>
    <message>
        <source>Yield taken</source>
        <translation>Ausgezahlter Ertrag</translation>
    </message>
    <message>
        <source>Earners</source>
        <translation>Verdienende</translation>
    </message>
    <message>
        <source>Receipts paid</source>
        <translation>Bezahlte Belege</translation>
    </message>
    <message>
        <source>Rules</source>
        <translation>Regeln</translation>
    </message>
    <message>
        <source>Given out today</source>
        <translation>Heute ausgegeben</translation>
    </message>
    <message>
        <source>Given out</source>
        <translation>Ausgegeben</translation>
    </message>
    <message>
        <source>Prices</source>
        <translation>Preise</translation>
    </message>
    <message>
        <source>Calls under way</source>
        <translation>Laufende Aufrufe</translation>
    </message>
    <message>
        <source>Calls settled</source>
        <translation>Abgerechnete Aufrufe</translation>
    </message>
    <message>
        <source>DREAM paid</source>
        <translation>DREAM bezahlt</translation>
    </message>
    <message>
        <source>Account opened</source>
        <translation>Konto eröffnet</translation>
    </message>
    <message>
        <source>Tokens moved</source>
        <translation>Token gebucht</translation>
    </message>
    <message>
        <source>Hidden account opened</source>
        <translation>Verborgenes Konto eröffnet</translation>
    </message>
    <message>
        <source>Hidden tokens moved</source>
        <translation>Verborgene Token gebucht</translation>
    </message>
    <message>
        <source>Reward rule set</source>
        <translation>Belohnungsregel gesetzt</translation>
    </message>
    <message>
        <source>Reward rule dropped</source>
        <translation>Belohnungsregel gestrichen</translation>
    </message>
    <message>
        <source>Treasury opened</source>
        <translation>Schatzkammer eröffnet</translation>
    </message>
    <message>
        <source>Work valued</source>
        <translation>Arbeit bewertet</translation>
    </message>
    <message>
        <source>Reward paid</source>
        <translation>Belohnung gezahlt</translation>
    </message>
    <message>
        <source>Bonus paid</source>
        <translation>Bonus gezahlt</translation>
    </message>
    <message>
        <source>Daily caps set</source>
        <translation>Tagesgrenzen gesetzt</translation>
    </message>
    <message>
        <source>Price set</source>
        <translation>Preis gesetzt</translation>
    </message>
    <message>
        <source>Budget set</source>
        <translation>Budget gesetzt</translation>
    </message>
    <message>
        <source>Budget dropped</source>
        <translation>Budget gestrichen</translation>
    </message>
    <message>
        <source>Price reserved</source>
        <translation>Preis reserviert</translation>
    </message>
    <message>
        <source>Call settled</source>
        <translation>Aufruf abgerechnet</translation>
    </message>
    <message>
        <source>Agent subscribed</source>
        <translation>Agent abonniert</translation>
    </message>
    <message>
        <source>Subscription renewed</source>
        <translation>Abonnement verlängert</translation>
    </message>
    <message>
        <source>Subscription cancelled</source>
        <translation>Abonnement gekündigt</translation>
    </message>
    <message>
        <source>Subscription ended</source>
        <translation>Abonnement beendet</translation>
    </message>
    <message>
        <source>Stake taken out</source>
        <translation>Einsatz entnommen</translation>
    </message>
    <message>
        <source>Yield distributed</source>
        <translation>Ertrag verteilt</translation>
    </message>
    <message>
        <source>Daily yield set</source>
        <translation>Tagesertrag gesetzt</translation>
    </message>
    <message>
        <source>Energy used</source>
        <translation>Energie verbraucht</translation>
    </message>
    <message>
        <source>a call that its payer cannot pay for is stopped before it begins.</source>
        <translation>ein Aufruf, den sein Zahler nicht bezahlen kann, wird vor dem Beginn angehalten.</translation>
    </message>
    <message>
        <source>a finished receipt is worth what its rule says; without a rule, nothing.</source>
        <translation>ein fertiger Beleg ist wert, was seine Regel sagt; ohne Regel nichts.</translation>
    </message>
    <message>
        <source>who worked a dream today has DREAM and SHEEP for it, up to the day&apos;s cap.</source>
        <translation>wer heute einen Traum bearbeiten ließ, hat dafür DREAM und SHEEP, bis zur Tagesgrenze.</translation>
    </message>
    <message>
        <source>a task whose price is over the budget, or over what its payer has, is refused.</source>
        <translation>eine Aufgabe, deren Preis über dem Budget oder dem Guthaben liegt, wird abgelehnt.</translation>
    </message>
    <message>
        <source>an agent that wants a subscription refuses work without one, and says so.</source>
        <translation>ein Agent, der ein Abonnement verlangt, lehnt Arbeit ohne eines ab und sagt es.</translation>
    </message>
    <message>
        <source>a call is paid with energy as long as the stake&apos;s energy lasts, and costs no DREAM.</source>
        <translation>ein Aufruf wird mit Energie bezahlt, solange die des Einsatzes reicht, und kostet kein DREAM.</translation>
    </message>
    <message>
        <source>Achievements</source>
        <translation>Errungenschaften</translation>
    </message>
    <message>
        <source>Author</source>
        <translation>Wer es schrieb</translation>
    </message>
    <message>
        <source>Command</source>
        <translation>Befehl</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Schlüssel</translation>
    </message>
    <message>
        <source>Domain name</source>
        <translation>Domainname</translation>
    </message>
    <message>
        <source>Effect</source>
        <translation>Wirkung</translation>
    </message>
    <message>
        <source>Holder</source>
        <translation>Wem er gehört</translation>
    </message>
    <message>
        <source>Has all of</source>
        <translation>Hat alles von</translation>
    </message>
    <message>
        <source>Issued</source>
        <translation>Ausgestellt</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Notiz</translation>
    </message>
    <message>
        <source>Passport</source>
        <translation>Pass</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>Rolle</translation>
    </message>
    <message>
        <source>Thing</source>
        <translation>Ding</translation>
    </message>
    <message>
        <source>Holds until</source>
        <translation>Gilt bis</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>Konto</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Adresse</translation>
    </message>
    <message>
        <source>Against</source>
        <translation>Dagegen</translation>
    </message>
    <message>
        <source>As of</source>
        <translation>Stand vom</translation>
    </message>
    <message>
        <source>Who may</source>
        <translation>Wer darf</translation>
    </message>
    <message>
        <source>Speaks against</source>
        <translation>Spricht dagegen</translation>
    </message>
    <message>
        <source>Budget</source>
        <translation>Budget</translation>
    </message>
    <message>
        <source>Budget a day</source>
        <translation>Budget am Tag</translation>
    </message>
    <message>
        <source>Said by</source>
        <translation>Gesagt von</translation>
    </message>
    <message>
        <source>Cabinet</source>
        <translation>Kabinett</translation>
    </message>
    <message>
        <source>Tier</source>
        <translation>Stufe für Anfragen</translation>
    </message>
    <message>
        <source>Calls</source>
        <translation>Aufrufe</translation>
    </message>
    <message>
        <source>Calls a minute</source>
        <translation>Aufrufe in der Minute</translation>
    </message>
    <message>
        <source>Charter</source>
        <translation>Charta</translation>
    </message>
    <message>
        <source>Runs out</source>
        <translation>Läuft ab</translation>
    </message>
    <message>
        <source>Receipt number</source>
        <translation>Nummer der Quittung</translation>
    </message>
    <message>
        <source>First receipt</source>
        <translation>Erste Quittung</translation>
    </message>
    <message>
        <source>Speaks for</source>
        <translation>Spricht dafür</translation>
    </message>
    <message>
        <source>In favour</source>
        <translation>Dafür</translation>
    </message>
    <message>
        <source>Allowed</source>
        <translation>Erlaubt</translation>
    </message>
    <message>
        <source>Good</source>
        <translation>Gut</translation>
    </message>
    <message>
        <source>Revoked</source>
        <translation>Widerrufen</translation>
    </message>
    <message>
        <source>Joined</source>
        <translation>Beigetreten</translation>
    </message>
    <message>
        <source>Last receipt</source>
        <translation>Letzte Quittung</translation>
    </message>
    <message>
        <source>Latency</source>
        <translation>Wartezeit</translation>
    </message>
    <message>
        <source>Left on</source>
        <translation>Gegangen am</translation>
    </message>
    <message>
        <source>Linked</source>
        <translation>Verbunden am</translation>
    </message>
    <message>
        <source>Made on</source>
        <translation>Gemacht am</translation>
    </message>
    <message>
        <source>At most</source>
        <translation>Höchstens</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>Netz</translation>
    </message>
    <message>
        <source>One-time word</source>
        <translation>Einmalwort</translation>
    </message>
    <message>
        <source>Offices</source>
        <translation>Ämter</translation>
    </message>
    <message>
        <source>Calls a day</source>
        <translation>Aufrufe am Tag</translation>
    </message>
    <message>
        <source>Pieces of work</source>
        <translation>Stücke Arbeit</translation>
    </message>
    <message>
        <source>Price of a million</source>
        <translation>Preis einer Million</translation>
    </message>
    <message>
        <source>Provider</source>
        <translation>Anbieter</translation>
    </message>
    <message>
        <source>Quality</source>
        <translation>Güte</translation>
    </message>
    <message>
        <source>How</source>
        <translation>Wie</translation>
    </message>
    <message>
        <source>Rule</source>
        <translation>Regel</translation>
    </message>
    <message>
        <source>For which commands</source>
        <translation>Für welche Befehle</translation>
    </message>
    <message>
        <source>Stance</source>
        <translation>Haltung</translation>
    </message>
    <message>
        <source>Counted that day</source>
        <translation>An dem Tag gezählt</translation>
    </message>
    <message>
        <source>What may be seen</source>
        <translation>Was zu sehen ist</translation>
    </message>
    <message>
        <source>Vouched for</source>
        <translation>Fürsprache</translation>
    </message>
    <message>
        <source>Warnings</source>
        <translation>Verwarnungen</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Warum</translation>
    </message>
    <message>
        <source>Word</source>
        <translation>Wort</translation>
    </message>
    <message>
        <source>Suspended</source>
        <translation>Ausgesetzt</translation>
    </message>
    <message>
        <source>Roles</source>
        <translation>Rollen</translation>
    </message>
    <message>
        <source>Roles given</source>
        <translation>Vergebene Rollen</translation>
    </message>
    <message>
        <source>Wallets</source>
        <translation>Wallets</translation>
    </message>
    <message>
        <source>Services</source>
        <translation>Dienste</translation>
    </message>
    <message>
        <source>Links</source>
        <translation>Verbindungen</translation>
    </message>
    <message>
        <source>Open one-time words</source>
        <translation>Offene Einmalwörter</translation>
    </message>
    <message>
        <source>Limits set</source>
        <translation>Gesetzte Grenzen</translation>
    </message>
    <message>
        <source>Tokens</source>
        <translation>Token</translation>
    </message>
    <message>
        <source>Providers</source>
        <translation>Anbieter</translation>
    </message>
    <message>
        <source>Reserved calls</source>
        <translation>Reservierte Aufrufe</translation>
    </message>
    <message>
        <source>Citizens</source>
        <translation>Bürgerschaft</translation>
    </message>
    <message>
        <source>Warned</source>
        <translation>Verwarnt</translation>
    </message>
    <message>
        <source>Consents</source>
        <translation>Einwilligungen</translation>
    </message>
    <message>
        <source>Open matters</source>
        <translation>Offene Sachen</translation>
    </message>
    <message>
        <source>Records of trust</source>
        <translation>Vertrauensakten</translation>
    </message>
    <message>
        <source>Endorsements</source>
        <translation>Fürsprachen</translation>
    </message>
    <message>
        <source>Highest trust</source>
        <translation>Höchstes Vertrauen</translation>
    </message>
    <message>
        <source>Passport issued</source>
        <translation>Pass ausgestellt</translation>
    </message>
    <message>
        <source>Achievement recorded</source>
        <translation>Errungenschaft vermerkt</translation>
    </message>
    <message>
        <source>Level risen</source>
        <translation>Stufe gestiegen</translation>
    </message>
    <message>
        <source>Passport suspended</source>
        <translation>Pass ausgesetzt</translation>
    </message>
    <message>
        <source>Passport reinstated</source>
        <translation>Pass wieder eingesetzt</translation>
    </message>
    <message>
        <source>Validity set</source>
        <translation>Gültigkeit gesetzt</translation>
    </message>
    <message>
        <source>Passport expired</source>
        <translation>Pass abgelaufen</translation>
    </message>
    <message>
        <source>Name changed</source>
        <translation>Name geändert</translation>
    </message>
    <message>
        <source>Domain name claimed</source>
        <translation>Domainname genommen</translation>
    </message>
    <message>
        <source>Holder left</source>
        <translation>Person gegangen</translation>
    </message>
    <message>
        <source>Role added</source>
        <translation>Rolle angelegt</translation>
    </message>
    <message>
        <source>Role dropped</source>
        <translation>Rolle gestrichen</translation>
    </message>
    <message>
        <source>Role given</source>
        <translation>Rolle vergeben</translation>
    </message>
    <message>
        <source>Role taken back</source>
        <translation>Rolle entzogen</translation>
    </message>
    <message>
        <source>Rule added</source>
        <translation>Regel angelegt</translation>
    </message>
    <message>
        <source>Rule dropped</source>
        <translation>Regel gestrichen</translation>
    </message>
    <message>
        <source>One-time word given</source>
        <translation>Einmalwort gegeben</translation>
    </message>
    <message>
        <source>One-time word over</source>
        <translation>Einmalwort vorbei</translation>
    </message>
    <message>
        <source>Wallet linked</source>
        <translation>Wallet verbunden</translation>
    </message>
    <message>
        <source>Wallet unlinked</source>
        <translation>Wallet gelöst</translation>
    </message>
    <message>
        <source>Service added</source>
        <translation>Dienst eingetragen</translation>
    </message>
    <message>
        <source>Service dropped</source>
        <translation>Dienst gestrichen</translation>
    </message>
    <message>
        <source>Things linked</source>
        <translation>Dinge verbunden</translation>
    </message>
    <message>
        <source>Link dropped</source>
        <translation>Verbindung gelöst</translation>
    </message>
    <message>
        <source>Calls a minute set</source>
        <translation>Aufrufe in der Minute gesetzt</translation>
    </message>
    <message>
        <source>Token issued</source>
        <translation>Token ausgegeben</translation>
    </message>
    <message>
        <source>Token rotated</source>
        <translation>Token erneuert</translation>
    </message>
    <message>
        <source>Token revoked</source>
        <translation>Token widerrufen</translation>
    </message>
    <message>
        <source>Provider set</source>
        <translation>Anbieter gesetzt</translation>
    </message>
    <message>
        <source>Provider dropped</source>
        <translation>Anbieter gestrichen</translation>
    </message>
    <message>
        <source>Call reserved</source>
        <translation>Aufruf reserviert</translation>
    </message>
    <message>
        <source>Citizen joined</source>
        <translation>Beitritt</translation>
    </message>
    <message>
        <source>Citizen warned</source>
        <translation>Verwarnung</translation>
    </message>
    <message>
        <source>Warnings forgiven</source>
        <translation>Verwarnungen vergeben</translation>
    </message>
    <message>
        <source>Citizen left</source>
        <translation>Austritt</translation>
    </message>
    <message>
        <source>Copy handed out</source>
        <translation>Kopie ausgegeben</translation>
    </message>
    <message>
        <source>Consent set</source>
        <translation>Einwilligung gesetzt</translation>
    </message>
    <message>
        <source>Office set</source>
        <translation>Amt gesetzt</translation>
    </message>
    <message>
        <source>Cabinet added</source>
        <translation>Kabinett angelegt</translation>
    </message>
    <message>
        <source>Matter moved</source>
        <translation>Sache bewegt</translation>
    </message>
    <message>
        <source>Department set</source>
        <translation>Abteilung gesetzt</translation>
    </message>
    <message>
        <source>Stance set</source>
        <translation>Haltung gesetzt</translation>
    </message>
    <message>
        <source>Work weighed</source>
        <translation>Arbeit gewogen</translation>
    </message>
    <message>
        <source>Receipts counted</source>
        <translation>Quittungen gezählt</translation>
    </message>
    <message>
        <source>Endorsement taken back</source>
        <translation>Fürsprache zurückgenommen</translation>
    </message>
    <message>
        <source>Half-life set</source>
        <translation>Halbwertszeit gesetzt</translation>
    </message>
    <message>
        <source>Trust rated</source>
        <translation>Vertrauen bewertet</translation>
    </message>
    <message>
        <source>All trust rated</source>
        <translation>Alles Vertrauen bewertet</translation>
    </message>
    <message>
        <source>what a person may do follows the level of their passport, and ends with its standing.</source>
        <translation>Was jemand darf, folgt der Stufe des Passes und endet mit dessen Stand.</translation>
    </message>
    <message>
        <source>a dream stays as it is when somebody without the right asks to change it.</source>
        <translation>Ein Traum bleibt, wie er ist, wenn ihn jemand ohne Recht ändern will.</translation>
    </message>
    <message>
        <source>a caller from outside with a wallet has the tier of whoever proved it to be theirs.</source>
        <translation>Wer von außen mit einem Wallet fragt, hat die Stufe dessen, der es als seines bewies.</translation>
    </message>
    <message>
        <source>a caller from outside is answered as often as their tier says, and then told to wait.</source>
        <translation>Wer von außen fragt, bekommt so oft Antwort, wie die Stufe sagt, und soll dann warten.</translation>
    </message>
    <message>
        <source>a token it revoked, or that ran out, lets nobody in.</source>
        <translation>Ein widerrufenes oder abgelaufenes Token lässt niemanden herein.</translation>
    </message>
    <message>
        <source>whoever joins becomes a citizen, and a third warning suspends the passport.</source>
        <translation>Wer beitritt, gehört zur Bürgerschaft, und die dritte Verwarnung setzt den Pass aus.</translation>
    </message>
    <message>
        <source>no agent is given the dreams of somebody who took their consent back.</source>
        <translation>Kein Agent bekommt die Träume von jemandem, der die Einwilligung zurücknahm.</translation>
    </message>
    <message>
        <source>trust of 60 and of 80 is recorded there and carries its holder up the ladder.</source>
        <translation>Vertrauen von 60 und von 80 wird dort vermerkt und trägt die Leiter hinauf.</translation>
    </message>
    <message>
        <source>Last paid day</source>
        <translation>Letzter Zahltag</translation>
    </message>
    <message>
        <source>Brought by</source>
        <translation>Hergebracht von</translation>
    </message>
    <message>
        <source>Referrals</source>
        <translation>Empfehlungen</translation>
    </message>
    <message>
        <source>DREAM to the referrer</source>
        <translation>DREAM an wen empfahl</translation>
    </message>
    <message>
        <source>SHEEP to the referrer</source>
        <translation>SHEEP an wen empfahl</translation>
    </message>
    <message>
        <source>Referral named</source>
        <translation>Empfehlung genannt</translation>
    </message>
    <message>
        <source>Referral paid</source>
        <translation>Empfehlung gezahlt</translation>
    </message>
    <message>
        <source>Approvals</source>
        <translation>Genehmigungen</translation>
    </message>
    <message>
        <source>Arguments</source>
        <translation>Angaben</translation>
    </message>
    <message>
        <source>Asked by</source>
        <translation>Gefragt hat</translation>
    </message>
    <message>
        <source>Evidence</source>
        <translation>Belege</translation>
    </message>
    <message>
        <source>Item</source>
        <translation>Eintrag</translation>
    </message>
    <message>
        <source>Snoozed until</source>
        <translation>Zurückgestellt bis</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>Wartet</translation>
    </message>
    <message>
        <source>Red</source>
        <translation>Rot</translation>
    </message>
    <message>
        <source>Spending limit set</source>
        <translation>Ausgabengrenze gesetzt</translation>
    </message>
    <message>
        <source>Approval asked for</source>
        <translation>Um Genehmigung gebeten</translation>
    </message>
    <message>
        <source>Approved</source>
        <translation>Genehmigt</translation>
    </message>
    <message>
        <source>Snoozed</source>
        <translation>Zurückgestellt</translation>
    </message>
    <message>
        <source>Waiting again</source>
        <translation>Wartet wieder</translation>
    </message>
    <message>
        <source>Approval decided</source>
        <translation>Genehmigung entschieden</translation>
    </message>
    <message>
        <source>a payment above the limit is refused until it is approved, and then happens once.</source>
        <translation>eine Zahlung über der Grenze wird abgelehnt, bis sie genehmigt ist, und geschieht dann einmal.</translation>
    </message>
</context>
<context>
    <name>Drawer</name>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
</context>
<context>
    <name>DreamChanges</name>
    <message>
        <source>One of the two texts is not in this profile any more.</source>
        <translation>Einer der beiden Texte ist nicht mehr in diesem Profil.</translation>
    </message>
    <message>
        <source>Comparing…</source>
        <translation>Wird verglichen…</translation>
    </message>
    <message>
        <source>Not a word differs.</source>
        <translation>Kein Wort ist anders.</translation>
    </message>
    <message>
        <source>%1 added, %2 removed</source>
        <comment>places in the text</comment>
        <translation>%1 dazu, %2 weg</translation>
    </message>
</context>
<context>
    <name>DreamCompare</name>
    <message>
        <source>%1, version %2</source>
        <comment>when, number</comment>
        <translation>%1, Version %2</translation>
    </message>
    <message>
        <source>Compare two runs</source>
        <translation>Zwei Läufe vergleichen</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Nobody has worked this dream yet</source>
        <translation>Noch hat niemand an diesem Traum gearbeitet</translation>
    </message>
    <message>
        <source>There is only one run</source>
        <translation>Es gibt nur einen Lauf</translation>
    </message>
    <message>
        <source>A run is all the work of the agents on one text. Two of them can be compared.</source>
        <translation>Ein Lauf ist die ganze Arbeit der Agenten an einem Text. Zwei davon lassen sich vergleichen.</translation>
    </message>
    <message>
        <source>It was worked once, on %1. Run it again, or change its text: each time the agents work it, a run is added here.</source>
        <translation>Er wurde einmal bearbeitet: %1. Lass ihn noch einmal laufen oder ändere seinen Text: Jede Arbeit der Agenten ist ein weiterer Lauf.</translation>
    </message>
    <message>
        <source>Run again</source>
        <translation>Noch einmal laufen lassen</translation>
    </message>
    <message>
        <source>Left run</source>
        <translation>Linker Lauf</translation>
    </message>
    <message>
        <source>Right run</source>
        <translation>Rechter Lauf</translation>
    </message>
    <message numerus="yes">
        <source>All %n steps came out the same.</source>
        <translation>
            <numerusform>%n Schritt kam gleich heraus.</numerusform>
            <numerusform>Alle %n Schritte kamen gleich heraus.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 of %2 steps came out differently.</source>
        <translation>%1 von %2 Schritten kamen anders heraus.</translation>
    </message>
    <message>
        <source>Both read the same text.</source>
        <translation>Beide lasen denselben Text.</translation>
    </message>
    <message>
        <source>They read different texts.</source>
        <translation>Sie lasen verschiedene Texte.</translation>
    </message>
    <message>
        <source>Scores</source>
        <translation>Wertungen</translation>
    </message>
    <message>
        <source>left, right, what changed</source>
        <translation>links, rechts, was sich geändert hat</translation>
    </message>
    <message>
        <source>%1 | %2</source>
        <comment>left, right</comment>
        <translation>%1 | %2</translation>
    </message>
    <message>
        <source>same</source>
        <translation>gleich</translation>
    </message>
    <message>
        <source>Step by step</source>
        <translation>Schritt für Schritt</translation>
    </message>
    <message>
        <source>left | right</source>
        <translation>links | rechts</translation>
    </message>
</context>
<context>
    <name>DreamData</name>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>ja</translation>
    </message>
    <message>
        <source>no</source>
        <translation>nein</translation>
    </message>
    <message>
        <source>list of %1</source>
        <translation>Liste von %1</translation>
    </message>
    <message>
        <source>anything</source>
        <translation>beliebig</translation>
    </message>
    <message>
        <source>required</source>
        <translation>nötig</translation>
    </message>
    <message>
        <source>People</source>
        <translation>Personen</translation>
    </message>
    <message>
        <source>Places</source>
        <translation>Orte</translation>
    </message>
    <message>
        <source>Organisations</source>
        <translation>Organisationen</translation>
    </message>
    <message>
        <source>Dates</source>
        <translation>Daten</translation>
    </message>
    <message>
        <source>Times</source>
        <translation>Uhrzeiten</translation>
    </message>
    <message>
        <source>Amounts</source>
        <translation>Beträge</translation>
    </message>
    <message>
        <source>Quantities</source>
        <translation>Mengen</translation>
    </message>
    <message>
        <source>Durations</source>
        <translation>Dauern</translation>
    </message>
    <message>
        <source>Links</source>
        <translation>Links</translation>
    </message>
    <message>
        <source>Addresses</source>
        <translation>Adressen</translation>
    </message>
    <message>
        <source>To do</source>
        <translation>Zu tun</translation>
    </message>
    <message>
        <source>Fields</source>
        <translation>Felder</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>Daten</translation>
    </message>
    <message>
        <source>Show the data as</source>
        <translation>Daten zeigen als</translation>
    </message>
    <message>
        <source>Record</source>
        <translation>Datensatz</translation>
    </message>
    <message>
        <source>Facts</source>
        <translation>Fakten</translation>
    </message>
    <message>
        <source>Schema</source>
        <translation>Schema</translation>
    </message>
    <message>
        <source>Show all %1</source>
        <translation>Alle %1 zeigen</translation>
    </message>
    <message>
        <source>No names, dates or amounts in the text.</source>
        <translation>Im Text stehen keine Namen, Daten oder Beträge.</translation>
    </message>
    <message>
        <source>Nothing here yet.</source>
        <translation>Hier ist noch nichts.</translation>
    </message>
</context>
<context>
    <name>DreamDetail</name>
    <message>
        <source>Copied as JSON</source>
        <translation>Als JSON kopiert</translation>
    </message>
    <message>
        <source>Copied as Markdown</source>
        <translation>Als Markdown kopiert</translation>
    </message>
    <message>
        <source>The dream “%1”</source>
        <translation>Der Traum „%1“</translation>
    </message>
    <message>
        <source>Dreams</source>
        <translation>Träume</translation>
    </message>
    <message>
        <source>%1, written %2, version %3</source>
        <comment>kind, when, number</comment>
        <translation>%1, geschrieben %2, Version %3</translation>
    </message>
    <message>
        <source>Edit (F2)</source>
        <translation>Bearbeiten (F2)</translation>
    </message>
    <message>
        <source>Copy as</source>
        <translation>Kopieren als</translation>
    </message>
    <message>
        <source>Copy as Markdown</source>
        <translation>Als Markdown kopieren</translation>
    </message>
    <message>
        <source>Copy as JSON</source>
        <translation>Als JSON kopieren</translation>
    </message>
    <message numerus="yes">
        <source>%n receipts</source>
        <translation>
            <numerusform>%n Quittung</numerusform>
            <numerusform>%n Quittungen</numerusform>
        </translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Einzelheiten</translation>
    </message>
    <message>
        <source>The text is not in this profile: it was erased, or its blob is damaged.</source>
        <translation>Der Text ist nicht in diesem Profil: Er wurde gelöscht, oder sein Block ist beschädigt.</translation>
    </message>
    <message>
        <source>Version %1 is the text again</source>
        <translation>Version %1 ist wieder der Text</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Zurücknehmen</translation>
    </message>
    <message>
        <source>Copied as CSV</source>
        <translation>Als CSV kopiert</translation>
    </message>
    <message>
        <source>Copy its figures as CSV</source>
        <translation>Seine Zahlen als CSV kopieren</translation>
    </message>
    <message>
        <source>Drag out as a Markdown file, or press to save it</source>
        <translation>Als Markdown-Datei herausziehen, oder drücken zum Sichern</translation>
    </message>
</context>
<context>
    <name>DreamEditor</name>
    <message>
        <source>Writing</source>
        <translation>Beim Schreiben</translation>
    </message>
    <message>
        <source>Saving</source>
        <translation>Bewahrt</translation>
    </message>
    <message>
        <source>Not saved</source>
        <translation>Nicht bewahrt</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>Saving…</source>
        <translation>Wird bewahrt…</translation>
    </message>
    <message>
        <source>Nothing to keep yet</source>
        <translation>Noch nichts zu behalten</translation>
    </message>
    <message>
        <source>Kept in the journal</source>
        <translation>Im Journal bewahrt</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Titel</translation>
    </message>
    <message>
        <source>Tags, separated by commas</source>
        <translation>Schlagwörter, mit Kommas getrennt</translation>
    </message>
    <message>
        <source>This was not kept</source>
        <translation>Das wurde nicht behalten</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Noch einmal</translation>
    </message>
    <message>
        <source>Text, in Markdown</source>
        <translation>Text, in Markdown</translation>
    </message>
    <message>
        <source>Write, or paste Markdown. It is kept while you write.</source>
        <translation>Schreibe oder füge Markdown ein. Es wird beim Schreiben bewahrt.</translation>
    </message>
</context>
<context>
    <name>DreamErase</name>
    <message>
        <source>Erase “%1”?</source>
        <translation>„%1“ löschen?</translation>
    </message>
    <message>
        <source>Goes for ever</source>
        <translation>Geht für immer</translation>
    </message>
    <message numerus="yes">
        <source>its text in %n versions, title and tags</source>
        <translation>
            <numerusform>sein Text in %n Version, Titel und Schlagwörter</numerusform>
            <numerusform>sein Text in %n Versionen, Titel und Schlagwörter</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n artefacts that agents made</source>
        <translation>
            <numerusform>%n Stück, das Agenten gemacht haben</numerusform>
            <numerusform>%n Stücke, die Agenten gemacht haben</numerusform>
        </translation>
    </message>
    <message>
        <source>its key, its scores and its words in search</source>
        <translation>sein Schlüssel, seine Wertungen und seine Wörter in der Suche</translation>
    </message>
    <message>
        <source>Stays</source>
        <translation>Bleibt</translation>
    </message>
    <message numerus="yes">
        <source>%n receipts and the digests in the journal, which say that there was something, not what. Copies you exported or backed up stay where they are.</source>
        <translation>
            <numerusform>%n Quittung und die Prüfsummen im Journal; sie sagen, dass etwas da war, nicht was. Exportierte und gesicherte Kopien bleiben, wo sie sind.</numerusform>
            <numerusform>%n Quittungen und die Prüfsummen im Journal; sie sagen, dass etwas da war, nicht was. Exportierte und gesicherte Kopien bleiben, wo sie sind.</numerusform>
        </translation>
    </message>
    <message>
        <source>Not erased; everything is as it was</source>
        <translation>Nicht gelöscht; alles ist, wie es war</translation>
    </message>
    <message>
        <source>Keep it</source>
        <translation>Behalten</translation>
    </message>
    <message>
        <source>Erasing…</source>
        <translation>Wird gelöscht…</translation>
    </message>
    <message>
        <source>Erase for ever</source>
        <translation>Für immer löschen</translation>
    </message>
</context>
<context>
    <name>DreamGraph</name>
    <message>
        <source>Resonance</source>
        <translation>Resonanz</translation>
    </message>
    <message numerus="yes">
        <source>%n dreams, none found alike yet</source>
        <translation>
            <numerusform>%n Traum, noch keinem anderen ähnlich</numerusform>
            <numerusform>%n Träume, noch keine einander ähnlich</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n dreams</source>
        <translation>
            <numerusform>%n Traum</numerusform>
            <numerusform>%n Träume</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>, %n pairs alike</source>
        <translation>
            <numerusform>, %n ähnliches Paar</numerusform>
            <numerusform>, %n ähnliche Paare</numerusform>
        </translation>
    </message>
    <message>
        <source>, from the newest %1 comparisons</source>
        <translation>, aus den neuesten %1 Vergleichen</translation>
    </message>
    <message>
        <source>No dream here. Each becomes a dot, and ECHO links the ones that are alike.</source>
        <translation>Hier ist kein Traum. Jeder wird ein Punkt, und ECHO verbindet, was sich ähnelt.</translation>
    </message>
    <message numerus="yes">
        <source>%n dreams, looking for what is alike…</source>
        <translation>
            <numerusform>%n Traum, Ähnliches wird gesucht…</numerusform>
            <numerusform>%n Träume, Ähnliches wird gesucht…</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DreamInspector</name>
    <message>
        <source>Assignment %1</source>
        <translation>Auftrag %1</translation>
    </message>
    <message>
        <source>no work was asked for</source>
        <translation>keine Arbeit verlangt</translation>
    </message>
    <message>
        <source>understanding this dream since %1</source>
        <translation>liest diesen Traum seit %1</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>state, when</comment>
        <translation>%1 %2</translation>
    </message>
    <message numerus="yes">
        <source>%n failed</source>
        <translation>
            <numerusform>%n gescheitert</numerusform>
            <numerusform>%n gescheitert</numerusform>
        </translation>
    </message>
    <message>
        <source>Receipts</source>
        <translation>Quittungen</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Einzelheiten</translation>
    </message>
    <message>
        <source>Versions</source>
        <translation>Versionen</translation>
    </message>
    <message>
        <source>History</source>
        <translation>Verlauf</translation>
    </message>
    <message>
        <source>%1 of %2 tasks done</source>
        <translation>%1 von %2 Aufgaben fertig</translation>
    </message>
    <message>
        <source>%1 of work</source>
        <translation>%1 Arbeit</translation>
    </message>
    <message>
        <source>Each task that an agent finishes leaves a signed receipt here.</source>
        <translation>Jede Aufgabe, die ein Agent beendet, hinterlässt hier eine signierte Quittung.</translation>
    </message>
    <message>
        <source>Verifying…</source>
        <translation>Wird geprüft…</translation>
    </message>
    <message numerus="yes">
        <source>Verify %n receipts offline</source>
        <translation>
            <numerusform>%n Quittung ohne Netz prüfen</numerusform>
            <numerusform>%n Quittungen ohne Netz prüfen</numerusform>
        </translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Needs you</source>
        <translation>Braucht dich</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>Form</source>
        <translation>Form</translation>
    </message>
    <message>
        <source>not read yet</source>
        <translation>noch nicht gelesen</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Sprache</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message numerus="yes">
        <source>%1, %n words</source>
        <translation>
            <numerusform>%1, %n Wort</numerusform>
            <numerusform>%1, %n Wörter</numerusform>
        </translation>
    </message>
    <message>
        <source>Meaning</source>
        <translation>Bedeutung</translation>
    </message>
    <message>
        <source>%1 concepts, %2 properties</source>
        <translation>%1 Begriffe, %2 Eigenschaften</translation>
    </message>
    <message>
        <source>Written</source>
        <translation>Geschrieben</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>Geändert</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Quelle</translation>
    </message>
    <message>
        <source>Text digest</source>
        <translation>Prüfsumme</translation>
    </message>
    <message>
        <source>Id</source>
        <translation>Kennung</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>Bearbeiten</translation>
    </message>
    <message>
        <source>Cancel work</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Understand</source>
        <translation>Lesen</translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>Zurückholen</translation>
    </message>
    <message>
        <source>Archive</source>
        <translation>Archivieren</translation>
    </message>
    <message numerus="yes">
        <source>%n receipts copied as JSON</source>
        <translation>
            <numerusform>%n Quittung als JSON kopiert</numerusform>
            <numerusform>%n Quittungen als JSON kopiert</numerusform>
        </translation>
    </message>
    <message>
        <source>Export, copy, erase</source>
        <translation>Exportieren, kopieren, löschen</translation>
    </message>
    <message>
        <source>Export the receipts…</source>
        <translation>Quittungen exportieren…</translation>
    </message>
    <message>
        <source>Export the dream with its proof…</source>
        <translation>Traum mit Beweis exportieren…</translation>
    </message>
    <message>
        <source>Save the text as Markdown…</source>
        <translation>Text als Markdown sichern…</translation>
    </message>
    <message>
        <source>Copy the receipts as JSON</source>
        <translation>Quittungen als JSON kopieren</translation>
    </message>
    <message>
        <source>Erase…</source>
        <translation>Löschen…</translation>
    </message>
    <message>
        <source>Only the newest work</source>
        <translation>Nur die neueste Arbeit</translation>
    </message>
    <message numerus="yes">
        <source>Show %n earlier receipts</source>
        <translation>
            <numerusform>%n frühere Quittung zeigen</numerusform>
            <numerusform>%n frühere Quittungen zeigen</numerusform>
        </translation>
    </message>
    <message>
        <source>Compare two runs…</source>
        <translation>Zwei Läufe vergleichen…</translation>
    </message>
    <message>
        <source>Run again</source>
        <translation>Noch einmal laufen lassen</translation>
    </message>
</context>
<context>
    <name>DreamList</name>
    <message>
        <source>New dream</source>
        <translation>Neuer Traum</translation>
    </message>
    <message>
        <source>Filter the list</source>
        <translation>Liste filtern</translation>
    </message>
    <message>
        <source>Import and more</source>
        <translation>Importieren und mehr</translation>
    </message>
    <message>
        <source>Import files…</source>
        <translation>Dateien importieren…</translation>
    </message>
    <message>
        <source>Import a folder…</source>
        <translation>Ordner importieren…</translation>
    </message>
    <message>
        <source>Dream from the clipboard</source>
        <translation>Traum aus der Zwischenablage</translation>
    </message>
    <message>
        <source>Words in the dream</source>
        <translation>Wörter im Traum</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>Any kind</source>
        <translation>Jede Art</translation>
    </message>
    <message>
        <source>Dreams by state</source>
        <translation>Träume nach Zustand</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Alle</translation>
    </message>
    <message>
        <source>Working</source>
        <translation>In Arbeit</translation>
    </message>
    <message>
        <source>You</source>
        <comment>short for: needs you</comment>
        <translation>Du</translation>
    </message>
    <message>
        <source>Needs you</source>
        <translation>Braucht dich</translation>
    </message>
    <message>
        <source>Archived</source>
        <translation>Archiviert</translation>
    </message>
    <message>
        <source>Dreams</source>
        <translation>Träume</translation>
    </message>
    <message>
        <source>No dream matches</source>
        <translation>Kein Traum passt</translation>
    </message>
    <message>
        <source>Nothing is being worked on</source>
        <translation>Nichts ist in Arbeit</translation>
    </message>
    <message>
        <source>Nothing needs you</source>
        <translation>Nichts braucht dich</translation>
    </message>
    <message>
        <source>Nothing is archived</source>
        <translation>Nichts ist archiviert</translation>
    </message>
    <message>
        <source>No dreams here</source>
        <translation>Hier sind keine Träume</translation>
    </message>
    <message>
        <source>The filter looks at title, text and tags.</source>
        <translation>Der Filter liest Titel, Text und Schlagwörter.</translation>
    </message>
    <message>
        <source>Dreams stand here while agents read them.</source>
        <translation>Hier stehen Träume, solange Agenten sie lesen.</translation>
    </message>
    <message>
        <source>Dreams that an agent could not work stand here, with the reason.</source>
        <translation>Hier stehen Träume, mit denen ein Agent nicht zurechtkam, und der Grund.</translation>
    </message>
    <message>
        <source>An archived dream keeps its text and its receipts.</source>
        <translation>Ein archivierter Traum behält seinen Text und seine Quittungen.</translation>
    </message>
    <message>
        <source>Clear the filter</source>
        <translation>Filter leeren</translation>
    </message>
    <message>
        <source>Show all dreams</source>
        <translation>Alle Träume zeigen</translation>
    </message>
    <message>
        <source>Show the dreams as</source>
        <translation>Die Träume zeigen als</translation>
    </message>
    <message>
        <source>List</source>
        <translation>Liste</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>Tabelle</translation>
    </message>
    <message>
        <source>Graph</source>
        <translation>Graph</translation>
    </message>
    <message>
        <source>Open in a window of its own</source>
        <translation>In einem eigenen Fenster öffnen</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>Bearbeiten</translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>Zurückholen</translation>
    </message>
    <message>
        <source>Archive</source>
        <translation>Archivieren</translation>
    </message>
    <message>
        <source>Copy the dream as Markdown</source>
        <translation>Den Traum als Markdown kopieren</translation>
    </message>
    <message>
        <source>Copy the dream as JSON</source>
        <translation>Den Traum als JSON kopieren</translation>
    </message>
</context>
<context>
    <name>DreamMeaning</name>
    <message>
        <source>Meaning</source>
        <translation>Bedeutung</translation>
    </message>
    <message>
        <source>by ROOT</source>
        <translation>von ROOT</translation>
    </message>
    <message>
        <source>Show the concepts as</source>
        <translation>Begriffe zeigen als</translation>
    </message>
    <message>
        <source>Map</source>
        <translation>Karte</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>Tabelle</translation>
    </message>
    <message>
        <source>The map is not in the Vault any more.</source>
        <translation>Die Karte ist nicht mehr in der Schatzkammer.</translation>
    </message>
    <message>
        <source>No concepts yet.</source>
        <translation>Noch keine Begriffe.</translation>
    </message>
    <message>
        <source>Concepts by weight</source>
        <translation>Begriffe nach Gewicht</translation>
    </message>
    <message numerus="yes">
        <source>%1, %n times</source>
        <translation>
            <numerusform>%1, %n Mal</numerusform>
            <numerusform>%1, %n Mal</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DreamPicture</name>
    <message>
        <source>Picture</source>
        <translation>Bild</translation>
    </message>
    <message>
        <source>by CANVAS</source>
        <translation>von CANVAS</translation>
    </message>
    <message>
        <source>Card of %1</source>
        <translation>Karte von %1</translation>
    </message>
    <message>
        <source>The picture is not in the Vault any more.</source>
        <translation>Das Bild ist nicht mehr in der Schatzkammer.</translation>
    </message>
    <message>
        <source>Not drawn yet.</source>
        <translation>Noch nicht gezeichnet.</translation>
    </message>
    <message>
        <source>This picture reaches outside itself and was not drawn.</source>
        <translation>Dieses Bild greift nach außen und wurde nicht gezeichnet.</translation>
    </message>
</context>
<context>
    <name>DreamResonance</name>
    <message>
        <source>Resonates with</source>
        <translation>Klingt mit</translation>
    </message>
    <message>
        <source>by ECHO, %1 of %2 read</source>
        <translation>von ECHO, %1 von %2 gelesen</translation>
    </message>
    <message>
        <source>by ECHO</source>
        <translation>von ECHO</translation>
    </message>
    <message>
        <source>Nothing here is like this dream.</source>
        <translation>Nichts hier gleicht diesem Traum.</translation>
    </message>
    <message>
        <source>Not compared yet.</source>
        <translation>Noch nicht verglichen.</translation>
    </message>
    <message>
        <source>%1, resonance %2, %3</source>
        <translation>%1, Resonanz %2, %3</translation>
    </message>
    <message>
        <source>Near twin</source>
        <translation>Fast gleich</translation>
    </message>
</context>
<context>
    <name>DreamRow</name>
    <message>
        <source>Needs you</source>
        <translation>Braucht dich</translation>
    </message>
    <message>
        <source>%1, %2, %3</source>
        <translation>%1, %2, %3</translation>
    </message>
    <message>
        <source>%1, %2, %3, scored %4</source>
        <translation>%1, %2, %3, Wertung %4</translation>
    </message>
</context>
<context>
    <name>DreamScores</name>
    <message>
        <source>Clarity</source>
        <translation>Klarheit</translation>
    </message>
    <message>
        <source>Coherence</source>
        <translation>Kohärenz</translation>
    </message>
    <message>
        <source>Structure</source>
        <translation>Aufbau</translation>
    </message>
    <message>
        <source>Emotion</source>
        <translation>Gefühl</translation>
    </message>
    <message>
        <source>Symbolism</source>
        <translation>Symbolik</translation>
    </message>
    <message>
        <source>Originality</source>
        <translation>Eigenart</translation>
    </message>
    <message>
        <source>how the text reads, 0 to 100</source>
        <translation>wie der Text sich liest, 0 bis 100</translation>
    </message>
    <message>
        <source>Overall %1</source>
        <translation>Gesamt %1</translation>
    </message>
    <message>
        <source>%1 %2 of 100, %3</source>
        <translation>%1 %2 von 100, %3</translation>
    </message>
    <message>
        <source>%1 not measured, %2</source>
        <translation>%1 nicht gemessen, %2</translation>
    </message>
    <message>
        <source>not measured yet</source>
        <translation>noch nicht gemessen</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>und %n weiterer</numerusform>
            <numerusform>und %n weitere</numerusform>
        </translation>
    </message>
    <message>
        <source>Traction</source>
        <comment>how many others saw and liked it</comment>
        <translation>Anklang</translation>
    </message>
    <message>
        <source>Collaboration</source>
        <translation>Mitwirkung</translation>
    </message>
</context>
<context>
    <name>DreamTable</name>
    <message>
        <source>Dreams</source>
        <translation>Träume</translation>
    </message>
</context>
<context>
    <name>DreamText</name>
    <message>
        <source>Show less</source>
        <translation>Weniger zeigen</translation>
    </message>
    <message>
        <source>Show all %1 words</source>
        <translation>Alle %1 Wörter zeigen</translation>
    </message>
    <message>
        <source>Show the whole text</source>
        <translation>Den ganzen Text zeigen</translation>
    </message>
    <message>
        <source>This link leads outside</source>
        <translation>Dieser Link führt nach außen</translation>
    </message>
    <message>
        <source>Open in the browser</source>
        <translation>Im Browser öffnen</translation>
    </message>
    <message>
        <source>Copy the address</source>
        <translation>Adresse kopieren</translation>
    </message>
</context>
<context>
    <name>DreamUnread</name>
    <message>
        <source>Agents are reading</source>
        <translation>Agenten lesen</translation>
    </message>
    <message>
        <source>Not understood</source>
        <translation>Nicht verstanden</translation>
    </message>
    <message>
        <source>scores, meaning and resonance appear as they are made</source>
        <translation>Wertung, Bedeutung und Resonanz erscheinen, sobald es sie gibt</translation>
    </message>
    <message>
        <source>An agent refused this text; the receipts say why. Change the text, or ask again.</source>
        <translation>Ein Agent hat diesen Text abgelehnt; die Quittungen sagen, warum. Ändere den Text oder bitte noch einmal.</translation>
    </message>
    <message>
        <source>No agent has taken this dream. If none is hired yet, the Agent Registry says why; work starts when one is.</source>
        <translation>Kein Agent hat diesen Traum genommen. Ist noch keiner angestellt, sagt das Agentenregister, warum; die Arbeit beginnt, sobald einer da ist.</translation>
    </message>
    <message>
        <source>Understand this dream</source>
        <translation>Diesen Traum lesen</translation>
    </message>
</context>
<context>
    <name>DreamVersionBar</name>
    <message>
        <source>Version %1, kept %2</source>
        <translation>Version %1, behalten %2</translation>
    </message>
    <message>
        <source>Back to the newest</source>
        <translation>Zurück zur neuesten</translation>
    </message>
    <message>
        <source>Show of this version</source>
        <translation>Von dieser Version zeigen</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>What changed since</source>
        <translation>Was sich seither änderte</translation>
    </message>
    <message>
        <source>Bring it back</source>
        <translation>Zurückholen</translation>
    </message>
    <message>
        <source>Not brought back</source>
        <translation>Nicht zurückgeholt</translation>
    </message>
</context>
<context>
    <name>DreamVersions</name>
    <message>
        <source>Version %1</source>
        <translation>Version %1</translation>
    </message>
    <message>
        <source>%1, kept %2</source>
        <translation>%1, behalten %2</translation>
    </message>
</context>
<context>
    <name>DreamsPage</name>
    <message numerus="yes">
        <source>%n dreams</source>
        <translation>
            <numerusform>%n Traum</numerusform>
            <numerusform>%n Träume</numerusform>
        </translation>
    </message>
    <message>
        <source>Archived</source>
        <translation>Archiviert</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Zurücknehmen</translation>
    </message>
    <message>
        <source>Not archived</source>
        <translation>Nicht archiviert</translation>
    </message>
    <message>
        <source>No work was started</source>
        <translation>Es wurde keine Arbeit begonnen</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Fertig</translation>
    </message>
    <message>
        <source>Not restored</source>
        <translation>Nicht zurückgeholt</translation>
    </message>
    <message>
        <source>Not cancelled</source>
        <translation>Nicht abgebrochen</translation>
    </message>
    <message>
        <source>Drop to import</source>
        <translation>Zum Importieren loslassen</translation>
    </message>
    <message>
        <source>Text, Markdown and JSON files, or folders of them. Each file becomes a dream; the files stay where they are.</source>
        <translation>Dateien mit Text, Markdown und JSON oder Ordner davon. Jede Datei wird ein Traum; die Dateien bleiben, wo sie sind.</translation>
    </message>
    <message>
        <source>Import files</source>
        <translation>Dateien importieren</translation>
    </message>
    <message>
        <source>Texts (*.md *.txt *.json)</source>
        <translation>Texte (*.md *.txt *.json)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Alle Dateien (*)</translation>
    </message>
    <message>
        <source>Import a folder</source>
        <translation>Ordner importieren</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>Geändert</translation>
    </message>
    <message>
        <source>Restored from the archive</source>
        <translation>Aus dem Archiv zurückgeholt</translation>
    </message>
    <message>
        <source>Agents are on it</source>
        <translation>Agenten sind dabei</translation>
    </message>
    <message>
        <source>Work cancelled; its receipts stay</source>
        <translation>Arbeit abgebrochen; ihre Quittungen bleiben</translation>
    </message>
    <message>
        <source>Not exported</source>
        <translation>Nicht exportiert</translation>
    </message>
    <message>
        <source>Erased. Its receipts stay, without words.</source>
        <translation>Gelöscht. Die Quittungen bleiben, ohne Worte.</translation>
    </message>
    <message>
        <source>dream</source>
        <translation>Traum</translation>
    </message>
    <message>
        <source>Export the receipts</source>
        <translation>Quittungen exportieren</translation>
    </message>
    <message>
        <source>Export the dream with its proof</source>
        <translation>Traum mit Beweis exportieren</translation>
    </message>
    <message>
        <source>Save the text</source>
        <translation>Text sichern</translation>
    </message>
    <message>
        <source>Markdown (*.md)</source>
        <translation>Markdown (*.md)</translation>
    </message>
    <message>
        <source>Provable export (*.json)</source>
        <translation>Beweisbarer Export (*.json)</translation>
    </message>
</context>
<context>
    <name>EngineFacade</name>
    <message>
        <source>in memory</source>
        <translation>im Speicher</translation>
    </message>
    <message>
        <source>Well</source>
        <translation>Gesund</translation>
    </message>
    <message>
        <source>Busy</source>
        <translation>Beschäftigt</translation>
    </message>
    <message>
        <source>%1 is failing: %2</source>
        <translation>%1 scheitert: %2</translation>
    </message>
    <message>
        <source>There is no command %1.</source>
        <translation>Einen Befehl %1 gibt es nicht.</translation>
    </message>
    <message>
        <source>The profile is not open.</source>
        <translation>Das Profil ist nicht offen.</translation>
    </message>
    <message>
        <source>Another import is under way.</source>
        <translation>Ein anderer Import ist im Gang.</translation>
    </message>
    <message>
        <source>Saved as %1</source>
        <translation>Gesichert als %1</translation>
    </message>
    <message>
        <source>%1 was not written: %2</source>
        <translation>%1 wurde nicht geschrieben: %2</translation>
    </message>
</context>
<context>
    <name>Fact</name>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>%1: %2, %3</source>
        <translation>%1: %2, %3</translation>
    </message>
</context>
<context>
    <name>FirstBackup</name>
    <message>
        <source>The whole profile in one sealed file, which only your twelve words open. Choose a folder on another disk, or one that is copied elsewhere.</source>
        <translation>Das ganze Profil in einer versiegelten Datei, die nur deine zwölf Wörter öffnen. Wähle einen Ordner auf einem anderen Datenträger oder einen, der anderswohin kopiert wird.</translation>
    </message>
    <message>
        <source>Backing up…</source>
        <translation>Wird gesichert…</translation>
    </message>
    <message>
        <source>Back up now</source>
        <translation>Jetzt sichern</translation>
    </message>
    <message>
        <source>Show the twelve words…</source>
        <translation>Die zwölf Wörter zeigen…</translation>
    </message>
    <message>
        <source>without them the backup opens for nobody</source>
        <translation>ohne sie öffnet niemand die Sicherung</translation>
    </message>
</context>
<context>
    <name>FirstDream</name>
    <message>
        <source>Write the first dream</source>
        <translation>Schreibe den ersten Traum</translation>
    </message>
    <message>
        <source>Anything worth working on: an idea, a goal, a brief, a journal entry, a dream of the night. Agents on this computer read it, say how it reads, what it means and what it is like, and leave a receipt for each step. Files and folders can be dropped here too.</source>
        <translation>Alles, woran sich zu arbeiten lohnt: eine Idee, ein Ziel, ein Auftrag, ein Eintrag ins Tagebuch, ein Traum der Nacht. Agenten auf diesem Rechner lesen ihn, sagen, wie er sich liest, was er bedeutet und wem er gleicht, und hinterlassen für jeden Schritt eine Quittung. Auch Dateien und Ordner lassen sich hier ablegen.</translation>
    </message>
    <message>
        <source>New dream</source>
        <translation>Neuer Traum</translation>
    </message>
</context>
<context>
    <name>FirstRunPage</name>
    <message>
        <source>You and your key</source>
        <translation>Du und dein Schlüssel</translation>
    </message>
    <message>
        <source>A first dream</source>
        <translation>Ein erster Traum</translation>
    </message>
    <message>
        <source>Its first receipt</source>
        <translation>Seine erste Quittung</translation>
    </message>
    <message>
        <source>Look around</source>
        <translation>Umsehen</translation>
    </message>
    <message>
        <source>step %1 of %2</source>
        <translation>Schritt %1 von %2</translation>
    </message>
    <message>
        <source>DreamScope works your ideas on this computer alone: no account, no network. What it does it signs with a key that was made here just now.</source>
        <translation>DreamScope bearbeitet deine Ideen nur auf diesem Rechner: kein Konto, kein Netz. Was es tut, signiert es mit einem Schlüssel, der gerade hier entstanden ist.</translation>
    </message>
    <message>
        <source>Your name</source>
        <translation>Dein Name</translation>
    </message>
    <message>
        <source>Your name, may stay empty</source>
        <translation>Dein Name, darf leer bleiben</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Schlüssel</translation>
    </message>
    <message>
        <source>being made…</source>
        <translation>wird gemacht…</translation>
    </message>
    <message>
        <source>Kept in</source>
        <translation>Liegt in</translation>
    </message>
    <message>
        <source>memory only</source>
        <translation>nur im Speicher</translation>
    </message>
    <message>
        <source>An idea, a goal, a brief, a journal entry, a dream of the night. One sentence is enough; the more concrete, the more is found in it.</source>
        <translation>Eine Idee, ein Ziel, ein Auftrag, ein Eintrag ins Tagebuch, ein Traum der Nacht. Ein Satz genügt; je konkreter, desto mehr wird darin gefunden.</translation>
    </message>
    <message>
        <source>Your first dream</source>
        <translation>Dein erster Traum</translation>
    </message>
    <message>
        <source>Give it to the agents</source>
        <translation>Den Agenten geben</translation>
    </message>
    <message>
        <source>Take a sample</source>
        <translation>Ein Beispiel nehmen</translation>
    </message>
    <message>
        <source>en</source>
        <comment>code of this language: de in German</comment>
        <translation>de</translation>
    </message>
    <message>
        <source>The dream was not kept</source>
        <translation>Der Traum wurde nicht behalten</translation>
    </message>
    <message>
        <source>Write a dream in the step before; its receipts appear here.</source>
        <translation>Schreibe im Schritt davor einen Traum; seine Quittungen erscheinen hier.</translation>
    </message>
    <message>
        <source>Each agent that finishes a task leaves a signed receipt: what it read, what it made, how long it took. Anyone can check them without this program&apos;s word for it.</source>
        <translation>Jeder Agent hinterlässt für jede fertige Aufgabe eine signierte Quittung: was er gelesen, was er gemacht und wie lange er gebraucht hat. Jeder kann sie prüfen, ohne diesem Programm zu glauben.</translation>
    </message>
    <message>
        <source>%1 of %2 tasks done</source>
        <translation>%1 von %2 Aufgaben fertig</translation>
    </message>
    <message>
        <source>Verifying…</source>
        <translation>Wird geprüft…</translation>
    </message>
    <message numerus="yes">
        <source>Verify %n receipts offline</source>
        <translation>
            <numerusform>%n Quittung ohne Netz prüfen</numerusform>
            <numerusform>%n Quittungen ohne Netz prüfen</numerusform>
        </translation>
    </message>
    <message>
        <source>Waiting for the first receipt</source>
        <translation>Wartet auf die erste Quittung</translation>
    </message>
    <message>
        <source>Dreams</source>
        <translation>Träume</translation>
    </message>
    <message>
        <source>what you wrote, and what was found in it</source>
        <translation>was du geschrieben hast und was darin gefunden wurde</translation>
    </message>
    <message>
        <source>Agents</source>
        <translation>Agenten</translation>
    </message>
    <message>
        <source>who works, with which exam, and what they did last</source>
        <translation>wer arbeitet, mit welcher Prüfung, und was zuletzt geschah</translation>
    </message>
    <message>
        <source>Library</source>
        <translation>Bibliothek</translation>
    </message>
    <message>
        <source>every picture, record and component they made</source>
        <translation>jedes Bild, jeder Datensatz, jedes Bauteil</translation>
    </message>
    <message>
        <source>Atlas</source>
        <translation>Atlas</translation>
    </message>
    <message>
        <source>every system of the organism, with its measures and commands</source>
        <translation>jedes System des Organismus mit Messwerten und Befehlen</translation>
    </message>
    <message>
        <source>Manual</source>
        <translation>Handbuch</translation>
    </message>
    <message>
        <source>how it all works, on this computer, searchable</source>
        <translation>wie alles geht, auf diesem Rechner, durchsuchbar</translation>
    </message>
    <message>
        <source>Begin</source>
        <translation>Anfangen</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Weiter</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Zurück</translation>
    </message>
    <message>
        <source>Skip all this</source>
        <translation>Alles überspringen</translation>
    </message>
    <message>
        <source>A first backup</source>
        <translation>Eine erste Sicherung</translation>
    </message>
    <message>
        <source>Begin without a backup</source>
        <translation>Ohne Sicherung beginnen</translation>
    </message>
    <message>
        <source>I have a backup…</source>
        <translation>Ich habe eine Sicherung…</translation>
    </message>
</context>
<context>
    <name>FirstRunSteps</name>
    <message>
        <source>Step %1: %2</source>
        <translation>Schritt %1: %2</translation>
    </message>
</context>
<context>
    <name>FormField</name>
    <message>
        <source>%1, may stay empty</source>
        <translation>%1, darf leer bleiben</translation>
    </message>
    <message>
        <source>Not set</source>
        <translation>Nicht gesetzt</translation>
    </message>
</context>
<context>
    <name>Format</name>
    <message>
        <source>%1 B</source>
        <translation>%1 B</translation>
    </message>
    <message>
        <source>%1 KB</source>
        <translation>%1 KB</translation>
    </message>
    <message>
        <source>%1 MB</source>
        <translation>%1 MB</translation>
    </message>
    <message>
        <source>%1 GB</source>
        <translation>%1 GB</translation>
    </message>
    <message>
        <source>now</source>
        <translation>jetzt</translation>
    </message>
    <message>
        <source>%1 s</source>
        <comment>age in seconds</comment>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>%1 min</source>
        <comment>age in minutes</comment>
        <translation>%1 min</translation>
    </message>
    <message>
        <source>%1 h</source>
        <comment>age in hours</comment>
        <translation>%1 h</translation>
    </message>
    <message>
        <source>%1 d</source>
        <comment>age in days</comment>
        <translation>%1 T</translation>
    </message>
    <message>
        <source>%1 y</source>
        <comment>age in years</comment>
        <translation>%1 J</translation>
    </message>
    <message>
        <source>never</source>
        <translation>nie</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>today %1</source>
        <translation>heute %1</translation>
    </message>
    <message>
        <source>yesterday %1</source>
        <translation>gestern %1</translation>
    </message>
    <message>
        <source>%1 µs</source>
        <translation>%1 µs</translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation>%1 ms</translation>
    </message>
    <message>
        <source>Idea</source>
        <translation>Idee</translation>
    </message>
    <message>
        <source>Goal</source>
        <translation>Ziel</translation>
    </message>
    <message>
        <source>Brief</source>
        <translation>Auftrag</translation>
    </message>
    <message>
        <source>Journal</source>
        <translation>Journal</translation>
    </message>
    <message>
        <source>Recipe</source>
        <translation>Rezept</translation>
    </message>
    <message>
        <source>Meeting</source>
        <translation>Besprechung</translation>
    </message>
    <message>
        <source>Budget</source>
        <translation>Budget</translation>
    </message>
    <message>
        <source>Plan</source>
        <translation>Plan</translation>
    </message>
    <message>
        <source>Nonsense</source>
        <translation>Unsinn</translation>
    </message>
    <message>
        <source>Night dream</source>
        <translation>Nachttraum</translation>
    </message>
    <message>
        <source>New</source>
        <translation>Neu</translation>
    </message>
    <message>
        <source>Working</source>
        <translation>In Arbeit</translation>
    </message>
    <message>
        <source>Understood</source>
        <translation>Verstanden</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>Abgelehnt</translation>
    </message>
    <message>
        <source>Faulted</source>
        <translation>Fehlerhaft</translation>
    </message>
    <message>
        <source>Timed out</source>
        <translation>Zeit abgelaufen</translation>
    </message>
    <message>
        <source>Lost</source>
        <translation>Verloren</translation>
    </message>
    <message>
        <source>Archived</source>
        <translation>Archiviert</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>Wartet</translation>
    </message>
    <message>
        <source>Ready</source>
        <translation>Bereit</translation>
    </message>
    <message>
        <source>Running</source>
        <translation>Läuft</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Fertig</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Gescheitert</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>Abgebrochen</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Offen</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>Angehalten</translation>
    </message>
    <message>
        <source>Candidate</source>
        <translation>Bewerber</translation>
    </message>
    <message>
        <source>Hired</source>
        <translation>Angestellt</translation>
    </message>
    <message>
        <source>Dismissed</source>
        <translation>Entlassen</translation>
    </message>
    <message>
        <source>Missing</source>
        <translation>Fehlt</translation>
    </message>
    <message>
        <source>Passed</source>
        <translation>Bestanden</translation>
    </message>
    <message>
        <source>Scored how the text reads</source>
        <translation>Bewertet, wie der Text sich liest</translation>
    </message>
    <message>
        <source>Read the mood</source>
        <translation>Stimmung gelesen</translation>
    </message>
    <message>
        <source>Found the key phrases</source>
        <translation>Schlüsselwörter gefunden</translation>
    </message>
    <message>
        <source>Picked the strongest sentences</source>
        <translation>Stärkste Sätze gewählt</translation>
    </message>
    <message>
        <source>Named the form and the tags</source>
        <translation>Form und Schlagwörter benannt</translation>
    </message>
    <message>
        <source>Found names, dates and amounts</source>
        <translation>Namen, Daten und Beträge gefunden</translation>
    </message>
    <message>
        <source>Checked the data by its schema</source>
        <translation>Datensatz am Schema geprüft</translation>
    </message>
    <message>
        <source>Chose who should go on</source>
        <translation>Gewählt, wer weitermacht</translation>
    </message>
    <message>
        <source>Mapped the concepts</source>
        <translation>Begriffe aufgezeichnet</translation>
    </message>
    <message>
        <source>Wrote the schema and the record</source>
        <translation>Schema und Datensatz geschrieben</translation>
    </message>
    <message>
        <source>Drew the card</source>
        <translation>Karte gezeichnet</translation>
    </message>
    <message>
        <source>Drew the chart</source>
        <translation>Diagramm gezeichnet</translation>
    </message>
    <message>
        <source>Built the component</source>
        <translation>Bauteil gebaut</translation>
    </message>
    <message>
        <source>Took the fingerprint</source>
        <translation>Fingerabdruck genommen</translation>
    </message>
    <message>
        <source>Looked for recurring motifs</source>
        <translation>Wiederkehrende Motive gesucht</translation>
    </message>
    <message>
        <source>Looked for dreams that resonate</source>
        <translation>Mitklingende Träume gesucht</translation>
    </message>
    <message>
        <source>Scored the whole</source>
        <translation>Das Ganze bewertet</translation>
    </message>
    <message>
        <source>Mood</source>
        <translation>Stimmung</translation>
    </message>
    <message>
        <source>Clarity</source>
        <translation>Klarheit</translation>
    </message>
    <message>
        <source>Key phrases</source>
        <translation>Schlüsselwörter</translation>
    </message>
    <message>
        <source>Facts</source>
        <translation>Fakten</translation>
    </message>
    <message>
        <source>Summary</source>
        <translation>Zusammenfassung</translation>
    </message>
    <message>
        <source>Form and tags</source>
        <translation>Form und Schlagwörter</translation>
    </message>
    <message>
        <source>Validation</source>
        <translation>Prüfung</translation>
    </message>
    <message>
        <source>Route</source>
        <translation>Weg</translation>
    </message>
    <message>
        <source>Concepts</source>
        <translation>Begriffe</translation>
    </message>
    <message>
        <source>Concept map</source>
        <translation>Begriffskarte</translation>
    </message>
    <message>
        <source>Schema</source>
        <translation>Schema</translation>
    </message>
    <message>
        <source>Record</source>
        <translation>Datensatz</translation>
    </message>
    <message>
        <source>Card</source>
        <translation>Karte</translation>
    </message>
    <message>
        <source>Chart</source>
        <translation>Diagramm</translation>
    </message>
    <message>
        <source>Component</source>
        <translation>Bauteil</translation>
    </message>
    <message>
        <source>Accessibility check</source>
        <translation>Prüfung auf Zugänglichkeit</translation>
    </message>
    <message>
        <source>Fingerprint</source>
        <translation>Fingerabdruck</translation>
    </message>
    <message>
        <source>Motifs</source>
        <translation>Motive</translation>
    </message>
    <message>
        <source>Resonance</source>
        <translation>Resonanz</translation>
    </message>
    <message>
        <source>Score</source>
        <translation>Wertung</translation>
    </message>
    <message>
        <source>Picture (SVG)</source>
        <translation>Bild (SVG)</translation>
    </message>
    <message>
        <source>Data (JSON)</source>
        <translation>Daten (JSON)</translation>
    </message>
    <message>
        <source>Schema (JSON)</source>
        <translation>Schema (JSON)</translation>
    </message>
    <message>
        <source>Component (HTML)</source>
        <translation>Bauteil (HTML)</translation>
    </message>
    <message>
        <source>Text (Markdown)</source>
        <translation>Text (Markdown)</translation>
    </message>
    <message>
        <source>Core</source>
        <translation>Kern</translation>
    </message>
    <message>
        <source>Keeper</source>
        <translation>Hüter</translation>
    </message>
    <message>
        <source>Pack</source>
        <translation>Rudel</translation>
    </message>
    <message>
        <source>Fleet</source>
        <translation>Flotte</translation>
    </message>
    <message>
        <source>Sentinel</source>
        <translation>Wächter</translation>
    </message>
    <message>
        <source>Economy</source>
        <translation>Wirtschaft</translation>
    </message>
    <message>
        <source>Social</source>
        <translation>Soziales</translation>
    </message>
    <message>
        <source>Content</source>
        <translation>Inhalte</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>Netz</translation>
    </message>
    <message>
        <source>Identity</source>
        <translation>Identität</translation>
    </message>
    <message>
        <source>Governance</source>
        <translation>Steuerung</translation>
    </message>
    <message>
        <source>Analysis</source>
        <translation>Analyse</translation>
    </message>
    <message>
        <source>Builder</source>
        <translation>Bau</translation>
    </message>
    <message>
        <source>Ops</source>
        <translation>Betrieb</translation>
    </message>
    <message>
        <source>Messaging</source>
        <translation>Post</translation>
    </message>
    <message>
        <source>Growth</source>
        <translation>Wachstum</translation>
    </message>
    <message>
        <source>Dreams</source>
        <translation>Träume</translation>
    </message>
    <message>
        <source>Agent Registry Core</source>
        <translation>Agentenregister</translation>
    </message>
    <message>
        <source>Super Spine</source>
        <translation>Super Spine</translation>
    </message>
    <message>
        <source>Dream Vault</source>
        <translation>Traumkammer</translation>
    </message>
    <message>
        <source>Star Bridge</source>
        <translation>Sternbrücke</translation>
    </message>
    <message>
        <source>Dead Letter</source>
        <translation>Irrläufer</translation>
    </message>
    <message>
        <source>Audit Trail</source>
        <translation>Prüfspur</translation>
    </message>
    <message>
        <source>DreamNet OS Core</source>
        <translation>DreamNet OS</translation>
    </message>
    <message>
        <source>Heartbeat</source>
        <translation>Herzschlag</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>unbekannt</translation>
    </message>
    <message>
        <source>en</source>
        <comment>code of this language: de in German</comment>
        <translation>de</translation>
    </message>
    <message>
        <source>DreamKeeper</source>
        <translation>DreamKeeper</translation>
    </message>
    <message>
        <source>Degraded</source>
        <translation>Beeinträchtigt</translation>
    </message>
    <message>
        <source>Error</source>
        <translation>Fehler</translation>
    </message>
    <message>
        <source>Idle</source>
        <translation>Ruht</translation>
    </message>
    <message>
        <source>Drowning</source>
        <translation>Überlastet</translation>
    </message>
    <message>
        <source>Keeping up</source>
        <translation>Hält mit</translation>
    </message>
    <message>
        <source>Lagging</source>
        <translation>Im Rückstand</translation>
    </message>
    <message>
        <source>Given up</source>
        <translation>Aufgegeben</translation>
    </message>
    <message>
        <source>Fault</source>
        <translation>Fehler</translation>
    </message>
    <message>
        <source>Too deep</source>
        <translation>Zu tief</translation>
    </message>
    <message>
        <source>Discarded</source>
        <translation>Verworfen</translation>
    </message>
    <message>
        <source>Made</source>
        <translation>Gemacht</translation>
    </message>
    <message>
        <source>Quarantined</source>
        <translation>In Quarantäne</translation>
    </message>
    <message>
        <source>Read only</source>
        <translation>Nur lesbar</translation>
    </message>
    <message>
        <source>Resolved</source>
        <translation>Gelöst</translation>
    </message>
    <message>
        <source>Retrying</source>
        <translation>Wird wiederholt</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>Angehalten</translation>
    </message>
    <message>
        <source>Agrees</source>
        <translation>Stimmt überein</translation>
    </message>
    <message>
        <source>Contradicts</source>
        <translation>Widerspricht</translation>
    </message>
    <message>
        <source>Alarm</source>
        <translation>Alarm</translation>
    </message>
    <message>
        <source>Notice</source>
        <translation>Hinweis</translation>
    </message>
    <message>
        <source>Warning</source>
        <translation>Warnung</translation>
    </message>
    <message>
        <source>Failing</source>
        <translation>Krank</translation>
    </message>
    <message>
        <source>To look at</source>
        <translation>Anzusehen</translation>
    </message>
    <message>
        <source>Well</source>
        <translation>Gesund</translation>
    </message>
    <message>
        <source>Other</source>
        <translation>Anderes</translation>
    </message>
    <message>
        <source>Dream Mirror</source>
        <translation>Traumspiegel</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>date, time</comment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>The mirror folder is away: %1</source>
        <translation>Der Spiegelordner ist nicht da: %1</translation>
    </message>
    <message>
        <source>The mirror folder cannot be written: %1</source>
        <translation>In den Spiegelordner kann nicht geschrieben werden: %1</translation>
    </message>
    <message>
        <source>%1 fails: %2</source>
        <translation>%1 scheitert: %2</translation>
    </message>
    <message>
        <source>Passports</source>
        <translation>Pässe</translation>
    </message>
    <message>
        <source>Identity Grid</source>
        <translation>Identitätsnetz</translation>
    </message>
    <message>
        <source>Roles and rules</source>
        <translation>Rollen und Regeln</translation>
    </message>
    <message>
        <source>Tier Resolver</source>
        <translation>Stufen für Anfragen</translation>
    </message>
    <message>
        <source>API Keeper</source>
        <translation>Schlüsselwart</translation>
    </message>
    <message>
        <source>Citizens</source>
        <translation>Bürgerschaft</translation>
    </message>
    <message>
        <source>Dream State</source>
        <translation>Traumstaat</translation>
    </message>
    <message>
        <source>Reputation Lattice</source>
        <translation>Vertrauensnetz</translation>
    </message>
    <message>
        <source>Snoozed</source>
        <translation>Zurückgestellt</translation>
    </message>
    <message>
        <source>Approved</source>
        <translation>Genehmigt</translation>
    </message>
    <message>
        <source>Rejected</source>
        <translation>Abgelehnt</translation>
    </message>
    <message>
        <source>Withdrawn</source>
        <translation>Zurückgezogen</translation>
    </message>
    <message>
        <source>Expired</source>
        <translation>Abgelaufen</translation>
    </message>
    <message>
        <source>Green</source>
        <translation>Grün</translation>
    </message>
    <message>
        <source>Yellow</source>
        <translation>Gelb</translation>
    </message>
    <message>
        <source>Orange</source>
        <translation>Orange</translation>
    </message>
    <message>
        <source>Red</source>
        <translation>Rot</translation>
    </message>
    <message>
        <source>Operator</source>
        <translation>Operator</translation>
    </message>
</context>
<context>
    <name>GraphScene</name>
    <message>
        <source>nothing to show yet</source>
        <translation>noch nichts zu zeigen</translation>
    </message>
    <message numerus="yes">
        <source>%n nodes</source>
        <translation>
            <numerusform>%n Knoten</numerusform>
            <numerusform>%n Knoten</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n links</source>
        <translation>
            <numerusform>%n Verbindung</numerusform>
            <numerusform>%n Verbindungen</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, most at %2</source>
        <translation>%1, die meisten bei %2</translation>
    </message>
    <message numerus="yes">
        <source>%1 and %n more</source>
        <translation>
            <numerusform>%1 und %n weiterer</numerusform>
            <numerusform>%1 und %n weitere</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>GraphView</name>
    <message>
        <source>There is nothing to draw yet.</source>
        <translation>Es gibt noch nichts zu zeichnen.</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>%1, no links</source>
        <translation>%1, ohne Verbindung</translation>
    </message>
    <message>
        <source>%1, linked to %2</source>
        <translation>%1, verbunden mit %2</translation>
    </message>
    <message>
        <source>Zoom out</source>
        <translation>Verkleinern</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>Show all of it</source>
        <translation>Alles zeigen</translation>
    </message>
    <message>
        <source>Zoom in</source>
        <translation>Vergrößern</translation>
    </message>
    <message>
        <source>no links</source>
        <translation>keine Verbindung</translation>
    </message>
</context>
<context>
    <name>HistoryList</name>
    <message>
        <source>Nothing has happened yet.</source>
        <translation>Noch ist nichts geschehen.</translation>
    </message>
    <message>
        <source>receipt</source>
        <translation>Quittung</translation>
    </message>
    <message>
        <source>fact %1</source>
        <translation>Fakt %1</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>what happened, to what</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>by itself</source>
        <translation>von selbst</translation>
    </message>
    <message>
        <source>by you</source>
        <translation>von dir</translation>
    </message>
    <message>
        <source>by %1</source>
        <translation>von %1</translation>
    </message>
    <message>
        <source>%1, %2, %3</source>
        <translation>%1, %2, %3</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>name of a fact, by whom</comment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>Show the organism as it was after fact %1</source>
        <translation>Den Organismus zeigen, wie er nach Fakt %1 war</translation>
    </message>
    <message>
        <source>Show this moment</source>
        <translation>Diesen Moment zeigen</translation>
    </message>
</context>
<context>
    <name>IdPicker</name>
    <message>
        <source>Type to find</source>
        <translation>Zum Suchen tippen</translation>
    </message>
    <message>
        <source>Nothing matches</source>
        <translation>Nichts passt</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>system, vital</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>what is done, dream</comment>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>ImportAsk</name>
    <message>
        <source>A link asks to import a file</source>
        <translation>Ein Link bittet um den Import einer Datei</translation>
    </message>
    <message>
        <source>It comes from outside DreamScope. The file would become a dream; it stays where it is.</source>
        <translation>Er kommt von außerhalb. Die Datei würde ein Traum; sie bleibt, wo sie ist.</translation>
    </message>
    <message>
        <source>Import it</source>
        <translation>Importieren</translation>
    </message>
    <message>
        <source>Leave it</source>
        <translation>Lassen</translation>
    </message>
</context>
<context>
    <name>ImportBar</name>
    <message>
        <source>Importing %1 of %2</source>
        <translation>Importiert %1 von %2</translation>
    </message>
    <message numerus="yes">
        <source>%n files imported</source>
        <translation>
            <numerusform>%n Datei importiert</numerusform>
            <numerusform>%n Dateien importiert</numerusform>
        </translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Stopped before anything was imported</source>
        <translation>Angehalten, bevor etwas importiert war</translation>
    </message>
    <message>
        <source>Stopped: %1 of %2 imported, they stay</source>
        <translation>Angehalten: %1 von %2 importiert, sie bleiben</translation>
    </message>
    <message>
        <source>%1 were here already</source>
        <translation>%1 waren schon da</translation>
    </message>
    <message>
        <source>%1 refused</source>
        <translation>%1 abgelehnt</translation>
    </message>
    <message>
        <source>Stopping…</source>
        <translation>Hält an…</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>Stop the import; what is in stays</source>
        <translation>Import anhalten; was da ist, bleibt</translation>
    </message>
</context>
<context>
    <name>Inspector</name>
    <message>
        <source>Inspector: %1</source>
        <translation>Inspektor: %1</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Inspector</source>
        <translation>Inspektor</translation>
    </message>
</context>
<context>
    <name>JobsDrawer</name>
    <message>
        <source>Running work</source>
        <translation>Laufende Arbeit</translation>
    </message>
    <message>
        <source>%1 running, %2 waiting</source>
        <translation>%1 laufen, %2 warten</translation>
    </message>
    <message>
        <source>Not done</source>
        <translation>Nicht getan</translation>
    </message>
    <message>
        <source>Importing %1 of %2</source>
        <translation>Importiert %1 von %2</translation>
    </message>
    <message>
        <source>Nothing is running. Work appears here when a dream is written, changed or imported.</source>
        <translation>Nichts läuft. Arbeit erscheint hier, wenn ein Traum geschrieben, geändert oder importiert wird.</translation>
    </message>
    <message>
        <source>%1, %2 of %3 tasks done</source>
        <translation>%1, %2 von %3 Aufgaben fertig</translation>
    </message>
    <message>
        <source>A dream</source>
        <translation>Ein Traum</translation>
    </message>
    <message>
        <source>paused, %1 of %2 tasks done</source>
        <translation>angehalten, %1 von %2 Aufgaben fertig</translation>
    </message>
    <message>
        <source>%1 of %2 tasks done, %3 failed</source>
        <translation>%1 von %2 Aufgaben fertig, %3 gescheitert</translation>
    </message>
    <message>
        <source>%1 of %2 tasks done</source>
        <translation>%1 von %2 Aufgaben fertig</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Weiter</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>Cancel this work</source>
        <translation>Diese Arbeit abbrechen</translation>
    </message>
    <message>
        <source>Ended last</source>
        <translation>Zuletzt beendet</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>an erased dream</source>
        <translation>ein gelöschter Traum</translation>
    </message>
</context>
<context>
    <name>Keymap</name>
    <message>
        <source>Search or run a command</source>
        <translation>Suchen oder Befehl ausführen</translation>
    </message>
    <message>
        <source>New dream</source>
        <translation>Neuer Traum</translation>
    </message>
    <message>
        <source>Go to a place</source>
        <translation>Zu einem Ort gehen</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>Manual</source>
        <translation>Handbuch</translation>
    </message>
    <message>
        <source>Running work</source>
        <translation>Laufende Arbeit</translation>
    </message>
    <message>
        <source>Notices</source>
        <translation>Hinweise</translation>
    </message>
    <message>
        <source>Undo what was just said at the foot</source>
        <translation>Zurücknehmen, was unten gemeldet wurde</translation>
    </message>
    <message>
        <source>Larger text</source>
        <translation>Größere Schrift</translation>
    </message>
    <message>
        <source>Smaller text</source>
        <translation>Kleinere Schrift</translation>
    </message>
    <message>
        <source>Usual text size</source>
        <translation>Übliche Schriftgröße</translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation>Aussehen</translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>Tastenkürzel</translation>
    </message>
    <message>
        <source>Close what floats, leave the editor</source>
        <translation>Schwebendes schließen, Editor verlassen</translation>
    </message>
    <message>
        <source>Walk through a list</source>
        <translation>Durch eine Liste gehen</translation>
    </message>
    <message>
        <source>Filter the page</source>
        <translation>Seite filtern</translation>
    </message>
    <message>
        <source>Open or fold the inspector</source>
        <translation>Inspektor öffnen oder einklappen</translation>
    </message>
    <message>
        <source>Edit the dream</source>
        <translation>Traum bearbeiten</translation>
    </message>
    <message>
        <source>Dream from the clipboard</source>
        <translation>Traum aus der Zwischenablage</translation>
    </message>
    <message>
        <source>Save the artefact to a file</source>
        <translation>Stück in eine Datei sichern</translation>
    </message>
    <message>
        <source>Anywhere</source>
        <translation>Überall</translation>
    </message>
    <message>
        <source>On a page</source>
        <translation>Auf einer Seite</translation>
    </message>
    <message>
        <source>Ctrl</source>
        <comment>the key</comment>
        <translation>Strg</translation>
    </message>
    <message>
        <source>Shift</source>
        <comment>the key</comment>
        <translation>Umschalt</translation>
    </message>
    <message>
        <source>Open this in a window of its own</source>
        <translation>Dies in einem eigenen Fenster öffnen</translation>
    </message>
    <message>
        <source>Wall: the organism on a whole screen</source>
        <translation>Wand: der Organismus auf einem ganzen Bildschirm</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Beenden</translation>
    </message>
    <message>
        <source>Close a window beside the main one</source>
        <translation>Ein Fenster neben dem Hauptfenster schließen</translation>
    </message>
    <message>
        <source>Actions of the chosen row</source>
        <translation>Aktionen der gewählten Zeile</translation>
    </message>
</context>
<context>
    <name>LedgerAccounts</name>
    <message>
        <source>Accounts</source>
        <translation>Konten</translation>
    </message>
    <message>
        <source>%1, %2: %3</source>
        <translation>%1, %2: %3</translation>
    </message>
    <message>
        <source>%1 held back</source>
        <translation>%1 zurückgehalten</translation>
    </message>
</context>
<context>
    <name>LedgerEntries</name>
    <message>
        <source>Entries</source>
        <translation>Buchungszeilen</translation>
    </message>
    <message>
        <source>%1, to %2: %3, %4</source>
        <translation>%1, an %2: %3, %4</translation>
    </message>
    <message>
        <source>%1, from %2: %3, %4</source>
        <translation>%1, von %2: %3, %4</translation>
    </message>
    <message>
        <source>to %1</source>
        <translation>an %1</translation>
    </message>
    <message>
        <source>from %1</source>
        <translation>von %1</translation>
    </message>
    <message>
        <source>Nothing moved here yet</source>
        <translation>Hier hat sich noch nichts bewegt</translation>
    </message>
    <message>
        <source>Every payment, reward, stake and fee of this account will stand here, with its counterpart.</source>
        <translation>Jede Zahlung, Belohnung, Gebühr und jeder Einsatz dieses Kontos steht dann hier, mit dem Gegenkonto.</translation>
    </message>
</context>
<context>
    <name>LedgerFlow</name>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>Flow of %1</source>
        <translation>Fluss von %1</translation>
    </message>
    <message>
        <source>Nothing flowed yet</source>
        <translation>Noch ist nichts geflossen</translation>
    </message>
    <message>
        <source>Once %1 moves between accounts, the ways it takes are drawn here.</source>
        <translation>Sobald sich %1 zwischen Konten bewegt, werden die Wege hier gezeichnet.</translation>
    </message>
</context>
<context>
    <name>LedgerWhatIf</name>
    <message>
        <source>middle</source>
        <translation>Mitte</translation>
    </message>
    <message>
        <source>low (5 %)</source>
        <translation>niedrig (5 %)</translation>
    </message>
    <message>
        <source>high (95 %)</source>
        <translation>hoch (95 %)</translation>
    </message>
    <message numerus="yes">
        <source>After %Ln days</source>
        <translation>
            <numerusform>Nach %Ln Tag</numerusform>
            <numerusform>Nach %Ln Tagen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The treasury is empty after %Ln days.</source>
        <translation>
            <numerusform>Die Schatzkammer ist nach %Ln Tag leer.</numerusform>
            <numerusform>Die Schatzkammer ist nach %Ln Tagen leer.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 about %2 are paid and %3 are left.</source>
        <translation>%1 sind rund %2 gezahlt und %3 übrig.</translation>
    </message>
    <message>
        <source>What the treasury would pay under today&apos;s rules and caps, from tomorrow on. Drawn a hundred times; the lines are the middle and where nine of ten runs stay. A projection, nothing that happened.</source>
        <translation>Was die Schatzkammer unter heutigen Regeln und Grenzen ab morgen zahlen würde. Hundertmal ausgelost; die Linien sind die Mitte und der Bereich von neun aus zehn Läufen. Eine Hochrechnung, nichts Geschehenes.</translation>
    </message>
    <message>
        <source>CORE meters work inside and is paid to nobody, so there is nothing to project.</source>
        <translation>CORE misst Arbeit im Inneren und wird niemandem gezahlt, also gibt es nichts hochzurechnen.</translation>
    </message>
    <message>
        <source>People</source>
        <translation>Menschen</translation>
    </message>
    <message>
        <source>Receipts a day, each</source>
        <translation>Belege am Tag, je Mensch</translation>
    </message>
    <message>
        <source>Days</source>
        <translation>Tage</translation>
    </message>
    <message>
        <source>%1 a receipt</source>
        <translation>%1 je Beleg</translation>
    </message>
    <message>
        <source>as the rule says</source>
        <translation>wie die Regel sagt</translation>
    </message>
    <message>
        <source>Left in the treasury</source>
        <translation>In der Schatzkammer übrig</translation>
    </message>
    <message>
        <source>Paid on the day</source>
        <translation>Am Tag gezahlt</translation>
    </message>
</context>
<context>
    <name>LibraryList</name>
    <message>
        <source>Artefacts</source>
        <translation>Stücke</translation>
    </message>
    <message>
        <source>%1 of %2, by %3</source>
        <translation>%1 von %2, von %3</translation>
    </message>
    <message>
        <source>an erased dream</source>
        <translation>ein gelöschter Traum</translation>
    </message>
    <message>
        <source>%1, by %2</source>
        <translation>%1, von %2</translation>
    </message>
</context>
<context>
    <name>LibraryPage</name>
    <message>
        <source>the newest 2,000 artefacts</source>
        <translation>die neuesten 2.000 Stücke</translation>
    </message>
    <message numerus="yes">
        <source>%Ln artefacts</source>
        <translation>
            <numerusform>%Ln Stück</numerusform>
            <numerusform>%Ln Stücke</numerusform>
        </translation>
    </message>
    <message>
        <source>Made by</source>
        <translation>Von</translation>
    </message>
    <message>
        <source>Any agent</source>
        <translation>Jeder Agent</translation>
    </message>
    <message>
        <source>Artefacts by kind</source>
        <translation>Stücke nach Art</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Alle</translation>
    </message>
    <message>
        <source>Pictures</source>
        <translation>Bilder</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>Daten</translation>
    </message>
    <message>
        <source>Components</source>
        <translation>Bauteile</translation>
    </message>
    <message>
        <source>Only “%1”</source>
        <translation>Nur „%1“</translation>
    </message>
    <message>
        <source>Show all dreams</source>
        <translation>Alle Träume zeigen</translation>
    </message>
    <message>
        <source>No artefact matches</source>
        <translation>Kein Stück passt</translation>
    </message>
    <message>
        <source>Nothing was made yet</source>
        <translation>Noch wurde nichts gemacht</translation>
    </message>
    <message>
        <source>The search reads names, agents and the dreams&apos; titles.</source>
        <translation>Die Suche liest Namen, Agenten und die Titel der Träume.</translation>
    </message>
    <message>
        <source>Pictures, records, schemas and components that agents make of your dreams stand here, each with the digest its receipt names.</source>
        <translation>Hier stehen Bilder, Datensätze, Schemata und Bauteile, die Agenten aus deinen Träumen machen, jedes mit der Prüfsumme, die seine Quittung nennt.</translation>
    </message>
    <message>
        <source>Clear the filter</source>
        <translation>Filter leeren</translation>
    </message>
    <message>
        <source>Show all artefacts</source>
        <translation>Alle Stücke zeigen</translation>
    </message>
    <message>
        <source>Write a dream</source>
        <translation>Einen Traum schreiben</translation>
    </message>
    <message>
        <source>Save the artefact</source>
        <translation>Stück sichern</translation>
    </message>
    <message>
        <source>Saved</source>
        <translation>Gesichert</translation>
    </message>
    <message>
        <source>Not written: %1</source>
        <translation>Nicht geschrieben: %1</translation>
    </message>
    <message>
        <source>Search by name, agent or dream</source>
        <translation>Nach Name, Agent oder Traum suchen</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Suchen</translation>
    </message>
</context>
<context>
    <name>LookSheet</name>
    <message>
        <source>Appearance</source>
        <translation>Aussehen</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>Farbschema</translation>
    </message>
    <message>
        <source>System</source>
        <translation>System</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Dunkel</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Hell</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>Smaller text</source>
        <translation>Kleinere Schrift</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>Larger text</source>
        <translation>Größere Schrift</translation>
    </message>
    <message>
        <source>More contrast</source>
        <translation>Mehr Kontrast</translation>
    </message>
    <message>
        <source>Reduce motion</source>
        <translation>Weniger Bewegung</translation>
    </message>
</context>
<context>
    <name>Main</name>
    <message>
        <source>Dreams</source>
        <translation>Träume</translation>
    </message>
    <message>
        <source>Agents</source>
        <translation>Agenten</translation>
    </message>
    <message>
        <source>Library</source>
        <translation>Bibliothek</translation>
    </message>
    <message>
        <source>Atlas</source>
        <translation>Atlas</translation>
    </message>
    <message>
        <source>Manual</source>
        <translation>Handbuch</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>Welcome</source>
        <translation>Willkommen</translation>
    </message>
    <message>
        <source>That address opens nothing here.</source>
        <translation>Diese Adresse öffnet hier nichts.</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Zeigen</translation>
    </message>
    <message>
        <source>Pulse</source>
        <translation>Puls</translation>
    </message>
    <message>
        <source>en</source>
        <comment>code of this language: de in German</comment>
        <translation>de</translation>
    </message>
    <message>
        <source>Wall</source>
        <translation>Wand</translation>
    </message>
    <message>
        <source>So many windows are open already. Close one first.</source>
        <translation>So viele Fenster sind schon offen. Schließe zuerst eines.</translation>
    </message>
    <message>
        <source>Market</source>
        <translation>Markt</translation>
    </message>
    <message>
        <source>Passports</source>
        <translation>Pässe</translation>
    </message>
    <message>
        <source>Locked. Agents go on.</source>
        <translation>Gesperrt. Agenten arbeiten weiter.</translation>
    </message>
    <message>
        <source>Operations</source>
        <translation>Betrieb</translation>
    </message>
</context>
<context>
    <name>ManualPage</name>
    <message>
        <source>en</source>
        <comment>code of this language: de in German</comment>
        <translation>de</translation>
    </message>
    <message numerus="yes">
        <source>%n places found</source>
        <translation>
            <numerusform>%n Stelle gefunden</numerusform>
            <numerusform>%n Stellen gefunden</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n chapters</source>
        <translation>
            <numerusform>%n Kapitel</numerusform>
            <numerusform>%n Kapitel</numerusform>
        </translation>
    </message>
    <message>
        <source>Search the manual</source>
        <translation>Handbuch durchsuchen</translation>
    </message>
    <message>
        <source>Chapter</source>
        <translation>Kapitel</translation>
    </message>
    <message>
        <source>Chapters</source>
        <translation>Kapitel</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>chapter: heading</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>The manual does not say that</source>
        <translation>Davon sagt das Handbuch nichts</translation>
    </message>
    <message>
        <source>Try a shorter or a plainer word.</source>
        <translation>Versuche ein kürzeres oder einfacheres Wort.</translation>
    </message>
    <message>
        <source>Back to the chapters</source>
        <translation>Zurück zu den Kapiteln</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Suchen</translation>
    </message>
</context>
<context>
    <name>MarketPage</name>
    <message>
        <source>local play money</source>
        <translation>örtliches Spielgeld</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>another account</source>
        <translation>ein anderes Konto</translation>
    </message>
    <message>
        <source>Paid</source>
        <translation>Bezahlt</translation>
    </message>
    <message>
        <source>Tokens</source>
        <translation>Token</translation>
    </message>
    <message>
        <source>Play money. These tokens exist in this profile only, are worth nothing outside and cannot leave it.</source>
        <translation>Spielgeld. Diese Token gibt es nur in diesem Profil, sie sind draußen nichts wert und können es nicht verlassen.</translation>
    </message>
    <message>
        <source>No account</source>
        <translation>Kein Konto</translation>
    </message>
    <message>
        <source>Back to the accounts</source>
        <translation>Zurück zu den Konten</translation>
    </message>
    <message>
        <source>Verify books</source>
        <translation>Bücher prüfen</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Exportieren</translation>
    </message>
    <message>
        <source>Export the books as</source>
        <translation>Die Bücher exportieren als</translation>
    </message>
    <message>
        <source>Balance: %1</source>
        <translation>Guthaben: %1</translation>
    </message>
    <message>
        <source>What exists of this token was issued here, so its balance is the debt of the house.</source>
        <translation>Was es von diesem Token gibt, wurde hier ausgegeben; das Guthaben ist deshalb die Schuld des Hauses.</translation>
    </message>
    <message>
        <source>%1 free to spend</source>
        <translation>%1 verfügbar</translation>
    </message>
    <message>
        <source>%1 held back</source>
        <translation>%1 zurückgehalten</translation>
    </message>
    <message>
        <source>%1 expected</source>
        <translation>%1 erwartet</translation>
    </message>
    <message numerus="yes">
        <source>%Ln transfers</source>
        <translation>
            <numerusform>%Ln Buchung</numerusform>
            <numerusform>%Ln Buchungen</numerusform>
        </translation>
    </message>
    <message>
        <source>Pay to</source>
        <translation>Zahlen an</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>Betrag</translation>
    </message>
    <message>
        <source>Amount in %1</source>
        <translation>Betrag in %1</translation>
    </message>
    <message>
        <source>Pay</source>
        <translation>Zahlen</translation>
    </message>
    <message>
        <source>Take today&apos;s bonus</source>
        <translation>Heutigen Bonus nehmen</translation>
    </message>
    <message>
        <source>For a day on which a dream of yours was worked</source>
        <translation>Für einen Tag, an dem ein Traum von dir bearbeitet wurde</translation>
    </message>
    <message>
        <source>Bonus taken</source>
        <translation>Bonus genommen</translation>
    </message>
    <message>
        <source>Stakes</source>
        <translation>Einsätze</translation>
    </message>
    <message>
        <source>Stakes in the Atlas</source>
        <translation>Einsätze im Atlas</translation>
    </message>
    <message>
        <source>Subscriptions</source>
        <translation>Abonnements</translation>
    </message>
    <message>
        <source>Subscriptions in the Atlas</source>
        <translation>Abonnements im Atlas</translation>
    </message>
    <message>
        <source>Ledger</source>
        <translation>Buch</translation>
    </message>
    <message>
        <source>Entries</source>
        <translation>Buchungszeilen</translation>
    </message>
    <message>
        <source>Flow of money</source>
        <translation>Geldfluss</translation>
    </message>
    <message>
        <source>Export the books</source>
        <translation>Bücher exportieren</translation>
    </message>
    <message>
        <source>ledger</source>
        <translation>buch</translation>
    </message>
    <message>
        <source>What if</source>
        <translation>Was wäre wenn</translation>
    </message>
    <message>
        <source>A payment above the limit</source>
        <translation>Eine Zahlung über der Grenze</translation>
    </message>
    <message>
        <source>Waiting for approval</source>
        <translation>Wartet auf Genehmigung</translation>
    </message>
    <message>
        <source>Ask for approval</source>
        <translation>Um Genehmigung bitten</translation>
    </message>
    <message>
        <source>It is above the limit and waits under Operations</source>
        <translation>Sie liegt über der Grenze und wartet unter Betrieb</translation>
    </message>
</context>
<context>
    <name>Meter</name>
    <message>
        <source>%1 of 100</source>
        <translation>%1 von 100</translation>
    </message>
</context>
<context>
    <name>MirrorStanding</name>
    <message>
        <source>The folder is away</source>
        <translation>Der Ordner ist nicht da</translation>
    </message>
    <message>
        <source>The folder cannot be written</source>
        <translation>In den Ordner kann nicht geschrieben werden</translation>
    </message>
    <message>
        <source>It is looked for again every few seconds. What changes meanwhile is written when it is back.</source>
        <translation>Alle paar Sekunden wird nach ihm gesehen. Was sich inzwischen ändert, wird geschrieben, wenn er wieder da ist.</translation>
    </message>
    <message>
        <source>%1. It is tried again every few seconds; the files that are there stay whole.</source>
        <translation>%1. Alle paar Sekunden wird es wieder versucht; die Dateien, die da sind, bleiben heil.</translation>
    </message>
    <message numerus="yes">
        <source>The files of %n erased dreams still stand there and go then.</source>
        <translation>
            <numerusform>Die Dateien von %n gelöschtem Traum stehen noch dort und gehen dann.</numerusform>
            <numerusform>Die Dateien von %n gelöschten Träumen stehen noch dort und gehen dann.</numerusform>
        </translation>
    </message>
    <message>
        <source>Holds</source>
        <translation>Enthält</translation>
    </message>
    <message>
        <source>being written for the first time</source>
        <translation>wird zum ersten Mal geschrieben</translation>
    </message>
    <message>
        <source>Last written</source>
        <translation>Zuletzt geschrieben</translation>
    </message>
    <message>
        <source>not yet</source>
        <translation>noch nicht</translation>
    </message>
    <message>
        <source>Behind</source>
        <translation>Rückstand</translation>
    </message>
    <message numerus="yes">
        <source>%n dreams are older there</source>
        <translation>
            <numerusform>%n Traum ist dort älter</numerusform>
            <numerusform>%n Träume sind dort älter</numerusform>
        </translation>
    </message>
    <message>
        <source>nothing, it is as the dreams are</source>
        <translation>keiner, er ist auf dem Stand der Träume</translation>
    </message>
    <message>
        <source>not known while it cannot be written</source>
        <translation>unbekannt, solange nicht geschrieben werden kann</translation>
    </message>
    <message>
        <source>Kept beside</source>
        <translation>Daneben aufgehoben</translation>
    </message>
    <message numerus="yes">
        <source>%n files that you changed, with .conflict behind their name</source>
        <translation>
            <numerusform>%n Datei, die du geändert hast, mit .conflict hinter dem Namen</numerusform>
            <numerusform>%n Dateien, die du geändert hast, mit .conflict hinter dem Namen</numerusform>
        </translation>
    </message>
    <message>
        <source>Digest</source>
        <translation>Prüfsumme</translation>
    </message>
    <message>
        <source>over all files</source>
        <translation>über alle Dateien</translation>
    </message>
    <message numerus="yes">
        <source>%n dreams in %1 files</source>
        <translation>
            <numerusform>%n Traum in %1 Dateien</numerusform>
            <numerusform>%n Träume in %1 Dateien</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Mirrors</name>
    <message>
        <source>DreamScope ended before it was finished; what is there is whole.</source>
        <translation>DreamScope endete, bevor alles geschrieben war; was da ist, ist heil.</translation>
    </message>
    <message>
        <source>It was stopped before everything was written.</source>
        <translation>Es wurde angehalten, bevor alles geschrieben war.</translation>
    </message>
    <message>
        <source>It holds other files. Choose an empty folder.</source>
        <translation>Er enthält andere Dateien. Wähle einen leeren Ordner.</translation>
    </message>
    <message>
        <source>It is the mirror of another profile. Choose another folder.</source>
        <translation>Er ist der Spiegel eines anderen Profils. Wähle einen anderen Ordner.</translation>
    </message>
    <message>
        <source>The folder and the profile must not lie in each other. Choose another folder.</source>
        <translation>Der Ordner und das Profil dürfen nicht ineinander liegen. Wähle einen anderen Ordner.</translation>
    </message>
</context>
<context>
    <name>Money</name>
    <message>
        <source>%1 %2</source>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>You</source>
        <translation>Du</translation>
    </message>
    <message>
        <source>The house</source>
        <translation>Das Haus</translation>
    </message>
    <message>
        <source>wallet</source>
        <translation>Geldbörse</translation>
    </message>
    <message>
        <source>treasury</source>
        <translation>Schatzkammer</translation>
    </message>
    <message>
        <source>issuing</source>
        <translation>Ausgabe</translation>
    </message>
    <message>
        <source>stake</source>
        <translation>Einsatz</translation>
    </message>
    <message>
        <source>yield</source>
        <translation>Ertrag</translation>
    </message>
    <message>
        <source>fees</source>
        <translation>Gebühren</translation>
    </message>
    <message>
        <source>Transfer</source>
        <translation>Buchung</translation>
    </message>
    <message>
        <source>Held back</source>
        <translation>Zurückgehalten</translation>
    </message>
    <message>
        <source>Hold paid out</source>
        <translation>Vormerkung ausgezahlt</translation>
    </message>
    <message>
        <source>Hold let go</source>
        <translation>Vormerkung gelöst</translation>
    </message>
    <message>
        <source>Given back</source>
        <translation>Zurückgegeben</translation>
    </message>
    <message>
        <source>Payment</source>
        <translation>Zahlung</translation>
    </message>
    <message>
        <source>Issue</source>
        <translation>Ausgabe</translation>
    </message>
    <message>
        <source>Opening stock</source>
        <translation>Anfangsbestand</translation>
    </message>
    <message>
        <source>Reward</source>
        <translation>Belohnung</translation>
    </message>
    <message>
        <source>Work measured</source>
        <translation>Gemessene Arbeit</translation>
    </message>
    <message>
        <source>Fee for a call</source>
        <translation>Gebühr für einen Aufruf</translation>
    </message>
    <message>
        <source>Subscription</source>
        <translation>Abonnement</translation>
    </message>
    <message>
        <source>Stake</source>
        <translation>Einsatz</translation>
    </message>
    <message>
        <source>Stake taken out</source>
        <translation>Einsatz entnommen</translation>
    </message>
    <message>
        <source>Yield</source>
        <translation>Ertrag</translation>
    </message>
    <message>
        <source>Energy</source>
        <translation>Energie</translation>
    </message>
    <message>
        <source>Refund</source>
        <translation>Erstattung</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>Import</translation>
    </message>
</context>
<context>
    <name>NoticeGroup</name>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>unfolded</source>
        <translation>aufgeklappt</translation>
    </message>
    <message>
        <source>folded</source>
        <translation>zugeklappt</translation>
    </message>
</context>
<context>
    <name>Notices</name>
    <message numerus="yes">
        <source>%n dreams need you</source>
        <translation>
            <numerusform>%n Traum braucht dich</numerusform>
            <numerusform>%n Träume brauchen dich</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Work was done %n times</source>
        <translation>
            <numerusform>%n-mal war Arbeit getan</numerusform>
            <numerusform>%n-mal war Arbeit getan</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Trouble in the organism, %n times</source>
        <translation>
            <numerusform>Störung im Organismus, %n-mal</numerusform>
            <numerusform>Störung im Organismus, %n-mal</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>NoticesDrawer</name>
    <message>
        <source>Notices</source>
        <translation>Hinweise</translation>
    </message>
    <message>
        <source>quiet hours until %1</source>
        <translation>Ruhezeit bis %1</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>Leeren</translation>
    </message>
    <message>
        <source>Nothing to report</source>
        <translation>Nichts zu melden</translation>
    </message>
    <message>
        <source>Dreams that need you, work that ended and trouble in the organism are named here. What is worth a notice is chosen in the settings.</source>
        <translation>Hier stehen Träume, die dich brauchen, beendete Arbeit und Störungen im Organismus. Was gemeldet wird, steht in den Einstellungen.</translation>
    </message>
    <message>
        <source>Open the settings</source>
        <translation>Einstellungen öffnen</translation>
    </message>
</context>
<context>
    <name>OperationsPage</name>
    <message numerus="yes">
        <source>%n waiting</source>
        <translation>
            <numerusform>%n wartet</numerusform>
            <numerusform>%n warten</numerusform>
        </translation>
    </message>
    <message>
        <source>Approvals</source>
        <translation>Genehmigungen</translation>
    </message>
    <message>
        <source>Spending limits, and asking for approval, in the Atlas</source>
        <translation>Ausgabengrenzen und Bitten um Genehmigung, im Atlas</translation>
    </message>
    <message>
        <source>Approvals by standing</source>
        <translation>Genehmigungen nach Stand</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>Wartet</translation>
    </message>
    <message>
        <source>Decided</source>
        <translation>Entschieden</translation>
    </message>
    <message>
        <source>Nothing was decided yet</source>
        <translation>Noch nichts entschieden</translation>
    </message>
    <message>
        <source>Nothing waits for approval</source>
        <translation>Nichts wartet auf Genehmigung</translation>
    </message>
    <message>
        <source>What was approved, rejected, withdrawn or left to expire stands here, with who decided it and why.</source>
        <translation>Hier steht, was genehmigt, abgelehnt, zurückgezogen wurde oder verfiel, mit wem und warum.</translation>
    </message>
    <message>
        <source>Set a spending limit, and every payment above it is refused until somebody approves it here.</source>
        <translation>Setze eine Ausgabengrenze, und jede Zahlung darüber wird abgelehnt, bis jemand sie hier genehmigt.</translation>
    </message>
    <message>
        <source>Set a spending limit</source>
        <translation>Ausgabengrenze setzen</translation>
    </message>
</context>
<context>
    <name>PageWindow</name>
    <message>
        <source>%1 — DreamScope</source>
        <translation>%1 — DreamScope</translation>
    </message>
</context>
<context>
    <name>Palette</name>
    <message>
        <source>New dream “%1”</source>
        <translation>Neuer Traum „%1“</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>Ort</translation>
    </message>
    <message>
        <source>Dark theme</source>
        <translation>Dunkles Schema</translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation>Aussehen</translation>
    </message>
    <message>
        <source>Light theme</source>
        <translation>Helles Schema</translation>
    </message>
    <message>
        <source>Theme of the system</source>
        <translation>Schema des Systems</translation>
    </message>
    <message>
        <source>Welcome: the first steps</source>
        <translation>Willkommen: die ersten Schritte</translation>
    </message>
    <message>
        <source>Setting</source>
        <translation>Einstellung</translation>
    </message>
    <message>
        <source>en</source>
        <comment>code of this language: de in German</comment>
        <translation>de</translation>
    </message>
    <message>
        <source>Manual</source>
        <translation>Handbuch</translation>
    </message>
    <message>
        <source>System</source>
        <translation>System</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>system: command</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Command</source>
        <translation>Befehl</translation>
    </message>
    <message>
        <source>Search or run a command</source>
        <translation>Suchen oder Befehl ausführen</translation>
    </message>
    <message>
        <source>Results</source>
        <translation>Ergebnisse</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>Backups: folder, rhythm, twelve words</source>
        <translation>Sicherungen: Ordner, Rhythmus, zwölf Wörter</translation>
    </message>
    <message>
        <source>Mirror folder: every dream as Markdown and JSON</source>
        <translation>Spiegelordner: jeder Traum als Markdown und JSON</translation>
    </message>
</context>
<context>
    <name>PassportFacts</name>
    <message>
        <source>Level</source>
        <translation>Stufe</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Als Nächstes</translation>
    </message>
    <message>
        <source>%1, and nothing is missing</source>
        <translation>%1, und es fehlt nichts</translation>
    </message>
    <message>
        <source>%1, once: %2</source>
        <translation>%1, sobald: %2</translation>
    </message>
    <message>
        <source>Standing</source>
        <translation>Stand</translation>
    </message>
    <message>
        <source>Domain name</source>
        <translation>Domainname</translation>
    </message>
    <message>
        <source>Short name</source>
        <translation>Kurzname</translation>
    </message>
    <message>
        <source>Issued</source>
        <translation>Ausgestellt</translation>
    </message>
    <message>
        <source>Holds until</source>
        <translation>Gilt bis</translation>
    </message>
    <message>
        <source>Key kept</source>
        <translation>Schlüssel verwahrt</translation>
    </message>
    <message>
        <source>Identifier</source>
        <translation>Kennung</translation>
    </message>
    <message>
        <source>Achievements</source>
        <translation>Errungenschaften</translation>
    </message>
    <message>
        <source>None yet. They are recorded when the work is done, never by hand.</source>
        <translation>Noch keine. Sie werden vermerkt, wenn die Arbeit getan ist, nie von Hand.</translation>
    </message>
    <message>
        <source>Card</source>
        <translation>Karte</translation>
    </message>
    <message>
        <source>signed, checkable offline</source>
        <translation>unterschrieben, offline prüfbar</translation>
    </message>
    <message>
        <source>QR code of the identifier %1</source>
        <translation>QR-Code der Kennung %1</translation>
    </message>
    <message>
        <source>Save the card</source>
        <translation>Karte speichern</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>%1, fact %2</source>
        <translation>%1, Fakt %2</translation>
    </message>
</context>
<context>
    <name>PassportGraph</name>
    <message>
        <source>vouches for</source>
        <translation>spricht für</translation>
    </message>
    <message>
        <source>Who belongs together</source>
        <translation>Wer zusammengehört</translation>
    </message>
    <message>
        <source>There is nobody here yet.</source>
        <translation>Hier ist noch niemand.</translation>
    </message>
</context>
<context>
    <name>PassportInspector</name>
    <message>
        <source>Passport</source>
        <translation>Pass</translation>
    </message>
    <message>
        <source>Trust</source>
        <translation>Vertrauen</translation>
    </message>
    <message>
        <source>Links</source>
        <translation>Verbindungen</translation>
    </message>
    <message>
        <source>Rights</source>
        <translation>Rechte</translation>
    </message>
    <message>
        <source>History</source>
        <translation>Verlauf</translation>
    </message>
    <message>
        <source>Choose somebody to see who they are, how far they are trusted and what they may do.</source>
        <translation>Jemanden wählen, um zu sehen, wer das ist, wie weit vertraut wird und was erlaubt ist.</translation>
    </message>
    <message>
        <source>Not done</source>
        <translation>Nicht getan</translation>
    </message>
    <message>
        <source>Join</source>
        <translation>Beitreten</translation>
    </message>
    <message>
        <source>Claim a name</source>
        <translation>Namen nehmen</translation>
    </message>
    <message>
        <source>Passphrase</source>
        <translation>Passphrase</translation>
    </message>
    <message>
        <source>Twelve words</source>
        <translation>Zwölf Wörter</translation>
    </message>
    <message>
        <source>Suspend</source>
        <translation>Aussetzen</translation>
    </message>
    <message>
        <source>Reinstate</source>
        <translation>Wieder einsetzen</translation>
    </message>
</context>
<context>
    <name>PassportLinks</name>
    <message>
        <source>Wallets</source>
        <translation>Wallets</translation>
    </message>
    <message>
        <source>None yet. A wallet is linked by a signature over a one-time word; nothing is paid and nothing is sent.</source>
        <translation>Noch keines. Ein Wallet wird durch eine Unterschrift über ein Einmalwort verbunden; nichts wird bezahlt und nichts gesendet.</translation>
    </message>
    <message>
        <source>None.</source>
        <translation>Keine.</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>Konto</translation>
    </message>
    <message>
        <source>Linked</source>
        <translation>Verbunden am</translation>
    </message>
    <message>
        <source>Unlink</source>
        <translation>Lösen</translation>
    </message>
    <message>
        <source>Link the wallet of my key</source>
        <translation>Wallet meines Schlüssels verbinden</translation>
    </message>
    <message>
        <source>Link another</source>
        <translation>Anderes verbinden</translation>
    </message>
    <message>
        <source>Not done</source>
        <translation>Nicht getan</translation>
    </message>
    <message>
        <source>Services</source>
        <translation>Dienste</translation>
    </message>
    <message>
        <source>Links</source>
        <translation>Verbindungen</translation>
    </message>
    <message>
        <source>%1 of</source>
        <comment>links to here: trusts of somebody</comment>
        <translation>%1 von</translation>
    </message>
</context>
<context>
    <name>PassportRights</name>
    <message>
        <source>Roles</source>
        <translation>Rollen</translation>
    </message>
    <message>
        <source>By level</source>
        <translation>Nach Stufe</translation>
    </message>
    <message>
        <source>Given</source>
        <translation>Vergeben</translation>
    </message>
    <message>
        <source>May they?</source>
        <translation>Dürfen sie?</translation>
    </message>
    <message>
        <source>every reason is shown</source>
        <translation>jeder Grund wird gezeigt</translation>
    </message>
    <message>
        <source>Find a command</source>
        <translation>Befehl suchen</translation>
    </message>
    <message>
        <source>Command</source>
        <translation>Befehl</translation>
    </message>
    <message>
        <source>On which thing, an id; may stay empty</source>
        <translation>Für welches Ding, eine Kennung; darf leer sein</translation>
    </message>
    <message>
        <source>Id of a thing, or nothing</source>
        <translation>Kennung eines Dings oder nichts</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>Ja</translation>
    </message>
    <message>
        <source>No</source>
        <translation>Nein</translation>
    </message>
    <message>
        <source>Rules of this profile</source>
        <translation>Regeln dieses Profils</translation>
    </message>
</context>
<context>
    <name>PassportTable</name>
    <message>
        <source>Passports</source>
        <translation>Pässe</translation>
    </message>
    <message>
        <source>%1, %2, trust %3</source>
        <translation>%1, %2, Vertrauen %3</translation>
    </message>
</context>
<context>
    <name>PassportTrust</name>
    <message>
        <source>Trust %1 of 100</source>
        <translation>Vertrauen %1 von 100</translation>
    </message>
    <message>
        <source>of 100; the mark is at 80</source>
        <translation>von 100; der Strich steht bei 80</translation>
    </message>
    <message>
        <source>Earned</source>
        <translation>Verdient</translation>
    </message>
    <message>
        <source>%1 by own work</source>
        <translation>%1 durch eigene Arbeit</translation>
    </message>
    <message>
        <source>Vouched for</source>
        <translation>Fürsprache</translation>
    </message>
    <message>
        <source>%1 of 100, lifts by at most 15</source>
        <translation>%1 von 100, hebt um höchstens 15</translation>
    </message>
    <message>
        <source>by nobody yet</source>
        <translation>noch von niemandem</translation>
    </message>
    <message>
        <source>Receipts</source>
        <translation>Quittungen</translation>
    </message>
    <message>
        <source>%1 done, %2 failed</source>
        <translation>%1 fertig, %2 gescheitert</translation>
    </message>
    <message>
        <source>They lie</source>
        <translation>Sie liegen</translation>
    </message>
    <message>
        <source>between fact %1 and %2</source>
        <translation>zwischen Fakt %1 und %2</translation>
    </message>
    <message>
        <source>An agent&apos;s trust is what its receipts say. Old ones count less: half after 180 days unless set otherwise.</source>
        <translation>Das Vertrauen in einen Agenten ist, was seine Quittungen sagen. Alte zählen weniger: nach 180 Tagen die Hälfte, wenn nichts anderes gesetzt ist.</translation>
    </message>
    <message>
        <source>Each dream of substance that was worked counts once, at most five a day. Everybody begins with five pieces of doubt. Old work counts less with time.</source>
        <translation>Jeder bearbeitete Traum mit Gehalt zählt einmal, höchstens fünf am Tag. Alle beginnen mit fünf Stücken Zweifel. Alte Arbeit zählt mit der Zeit weniger.</translation>
    </message>
    <message>
        <source>Receipts behind it</source>
        <translation>Quittungen dahinter</translation>
    </message>
    <message>
        <source>an erased dream</source>
        <translation>ein gelöschter Traum</translation>
    </message>
    <message>
        <source>Who vouches</source>
        <translation>Wer dafür spricht</translation>
    </message>
    <message>
        <source>citing fact %1</source>
        <translation>nennt Fakt %1</translation>
    </message>
    <message>
        <source>Vouch, citing the first receipt</source>
        <translation>Dafür sprechen, mit der ersten Quittung</translation>
    </message>
    <message>
        <source>Not vouched for</source>
        <translation>Keine Fürsprache</translation>
    </message>
    <message>
        <source>fact %1: %2</source>
        <translation>Fakt %1: %2</translation>
    </message>
</context>
<context>
    <name>PassportsPage</name>
    <message numerus="yes">
        <source>%n people</source>
        <translation>
            <numerusform>%n Person</numerusform>
            <numerusform>%n Personen</numerusform>
        </translation>
    </message>
    <message>
        <source>Passports by holder</source>
        <translation>Pässe nach Inhaber</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Alle</translation>
    </message>
    <message>
        <source>People</source>
        <translation>Personen</translation>
    </message>
    <message>
        <source>Agents</source>
        <translation>Agenten</translation>
    </message>
    <message>
        <source>Filter passports</source>
        <translation>Pässe filtern</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>Filtern</translation>
    </message>
    <message>
        <source>Somebody</source>
        <translation>Person</translation>
    </message>
    <message>
        <source>Add somebody with a key of their own</source>
        <translation>Jemanden mit eigenem Schlüssel aufnehmen</translation>
    </message>
    <message>
        <source>Come back by twelve words</source>
        <translation>Mit zwölf Wörtern zurückkehren</translation>
    </message>
    <message>
        <source>Show %1</source>
        <translation>%1 zeigen</translation>
    </message>
    <message>
        <source>Inspector</source>
        <translation>Inspektor</translation>
    </message>
    <message>
        <source>Fold the inspector</source>
        <translation>Inspektor einklappen</translation>
    </message>
    <message>
        <source>Nobody matches</source>
        <translation>Niemand passt</translation>
    </message>
    <message>
        <source>Nobody has a passport yet</source>
        <translation>Noch hat niemand einen Pass</translation>
    </message>
    <message>
        <source>The filter looks at names, short names, domain names and levels.</source>
        <translation>Der Filter sieht Namen, Kurznamen, Domainnamen und Stufen an.</translation>
    </message>
    <message>
        <source>The first one is made with your key, when the profile is opened for writing. Agents get theirs when they are hired.</source>
        <translation>Der erste entsteht mit dem eigenen Schlüssel, wenn das Profil zum Schreiben geöffnet wird. Agenten bekommen ihren bei der Anstellung.</translation>
    </message>
    <message>
        <source>Clear the filter</source>
        <translation>Filter leeren</translation>
    </message>
    <message>
        <source>Save the card</source>
        <translation>Karte speichern</translation>
    </message>
</context>
<context>
    <name>PastBanner</name>
    <message numerus="yes">
        <source>The organism as it was on %1, with %n dreams. Nothing can be changed here.</source>
        <translation>
            <numerusform>Der Organismus, wie er am %1 war, mit %n Traum. Hier lässt sich nichts ändern.</numerusform>
            <numerusform>Der Organismus, wie er am %1 war, mit %n Träumen. Hier lässt sich nichts ändern.</numerusform>
        </translation>
    </message>
    <message>
        <source>Back to now</source>
        <translation>Zurück zu jetzt</translation>
    </message>
</context>
<context>
    <name>PastChanges</name>
    <message>
        <source>%1 to %2</source>
        <translation>%1 bis %2</translation>
    </message>
    <message>
        <source>now</source>
        <translation>jetzt</translation>
    </message>
    <message numerus="yes">
        <source>%n added</source>
        <translation>
            <numerusform>%n dazugekommen</numerusform>
            <numerusform>%n dazugekommen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n changed</source>
        <translation>
            <numerusform>%n geändert</numerusform>
            <numerusform>%n geändert</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n removed</source>
        <translation>
            <numerusform>%n weggefallen</numerusform>
            <numerusform>%n weggefallen</numerusform>
        </translation>
    </message>
    <message>
        <source>added</source>
        <translation>neu</translation>
    </message>
    <message>
        <source>removed</source>
        <translation>weg</translation>
    </message>
    <message>
        <source>changed</source>
        <translation>geändert</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>system, table</comment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>field, its value</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>%1 → %2</source>
        <comment>before and after</comment>
        <translation>%1 → %2</translation>
    </message>
    <message>
        <source>What changed</source>
        <translation>Was sich geändert hat</translation>
    </message>
    <message>
        <source>comparing</source>
        <translation>wird verglichen</translation>
    </message>
    <message>
        <source>Nothing is different.</source>
        <translation>Nichts ist anders.</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>table, what changed in it</comment>
        <translation>%1: %2</translation>
    </message>
    <message numerus="yes">
        <source>%1, %2, %n fields</source>
        <translation>
            <numerusform>%1, %2, %n Feld</numerusform>
            <numerusform>%1, %2, %n Felder</numerusform>
        </translation>
    </message>
    <message>
        <source>Show fewer</source>
        <translation>Weniger zeigen</translation>
    </message>
    <message numerus="yes">
        <source>Show %n more</source>
        <translation>
            <numerusform>%n weitere Zeile zeigen</numerusform>
            <numerusform>%n weitere Zeilen zeigen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n more that are only counted</source>
        <translation>
            <numerusform>und %n weitere, die nur gezählt ist</numerusform>
            <numerusform>und %n weitere, die nur gezählt sind</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PendingSettings</name>
    <message numerus="yes">
        <source>This file would change %n settings</source>
        <translation>
            <numerusform>Diese Datei würde %n Einstellung ändern</numerusform>
            <numerusform>Diese Datei würde %n Einstellungen ändern</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, now %2</source>
        <comment>new value, old value</comment>
        <translation>%1, jetzt %2</translation>
    </message>
    <message numerus="yes">
        <source>%n entries are unknown here and are left out.</source>
        <translation>
            <numerusform>%n Eintrag ist hier unbekannt und bleibt weg.</numerusform>
            <numerusform>%n Einträge sind hier unbekannt und bleiben weg.</numerusform>
        </translation>
    </message>
    <message>
        <source>Take over</source>
        <translation>Übernehmen</translation>
    </message>
    <message>
        <source>Leave as it is</source>
        <translation>So lassen</translation>
    </message>
</context>
<context>
    <name>PeopleFacade</name>
    <message>
        <source>The profile is not open.</source>
        <translation>Das Profil ist nicht offen.</translation>
    </message>
    <message>
        <source>There is no command %1.</source>
        <translation>Den Befehl %1 gibt es nicht.</translation>
    </message>
</context>
<context>
    <name>PeopleSheet</name>
    <message>
        <source>The two passphrases are not alike.</source>
        <translation>Die beiden Passphrasen sind nicht gleich.</translation>
    </message>
    <message>
        <source>%1 has a key and a passport</source>
        <translation>%1 hat einen Schlüssel und einen Pass</translation>
    </message>
    <message>
        <source>%1 is back</source>
        <translation>%1 ist zurück</translation>
    </message>
    <message>
        <source>Unlocked</source>
        <translation>Entsperrt</translation>
    </message>
    <message>
        <source>Only this passphrase opens your key now</source>
        <translation>Nur diese Passphrase öffnet jetzt den Schlüssel</translation>
    </message>
    <message>
        <source>You are a citizen</source>
        <translation>Willkommen in der Bürgerschaft</translation>
    </message>
    <message>
        <source>%1 is yours</source>
        <translation>%1 ist vergeben: an dich</translation>
    </message>
    <message>
        <source>%1 is suspended</source>
        <translation>%1 ist ausgesetzt</translation>
    </message>
    <message>
        <source>The wallet is linked</source>
        <translation>Das Wallet ist verbunden</translation>
    </message>
    <message>
        <source>Somebody new</source>
        <translation>Jemand Neues</translation>
    </message>
    <message>
        <source>Come back by twelve words</source>
        <translation>Mit zwölf Wörtern zurückkehren</translation>
    </message>
    <message>
        <source>Unlock the key of %1</source>
        <translation>Schlüssel von %1 entsperren</translation>
    </message>
    <message>
        <source>A passphrase for your key</source>
        <translation>Eine Passphrase für den Schlüssel</translation>
    </message>
    <message>
        <source>The twelve words of %1</source>
        <translation>Die zwölf Wörter von %1</translation>
    </message>
    <message>
        <source>The charter</source>
        <translation>Die Charta</translation>
    </message>
    <message>
        <source>A name for your passport</source>
        <translation>Ein Name für den Pass</translation>
    </message>
    <message>
        <source>Suspend %1</source>
        <translation>%1 aussetzen</translation>
    </message>
    <message>
        <source>Link another wallet</source>
        <translation>Anderes Wallet verbinden</translation>
    </message>
    <message>
        <source>They get a key of their own in this profile. With a passphrase only they can speak with it; without one, whoever opens this profile can.</source>
        <translation>Die Person bekommt einen eigenen Schlüssel in diesem Profil. Mit Passphrase kann nur sie damit sprechen; ohne kann es, wer dieses Profil öffnet.</translation>
    </message>
    <message>
        <source>The same key, passport and wallet as before, on this machine. The words are read here and forgotten.</source>
        <translation>Derselbe Schlüssel, Pass und dasselbe Wallet wie zuvor, auf diesem Rechner. Die Wörter werden hier gelesen und vergessen.</translation>
    </message>
    <message>
        <source>Agents and everything else went on meanwhile.</source>
        <translation>Agenten und alles andere liefen inzwischen weiter.</translation>
    </message>
    <message>
        <source>Until now this device alone opens it. Afterwards nobody can act in your name without the passphrase, not even with this computer. It cannot be found out again: keep your twelve words.</source>
        <translation>Bisher öffnet ihn dieses Gerät allein. Danach kann ohne Passphrase niemand im eigenen Namen handeln, auch nicht mit diesem Rechner. Sie lässt sich nicht wiederfinden: Die zwölf Wörter aufheben.</translation>
    </message>
    <message>
        <source>They give your identity back on any computer, with its wallet. Whoever reads them is you. Write them down; they leave this window when it closes and are copied nowhere.</source>
        <translation>Sie geben die Identität auf jedem Rechner zurück, samt Wallet. Wer sie liest, gilt als diese Person. Aufschreiben; sie verlassen dieses Fenster beim Schließen und werden nirgends kopiert.</translation>
    </message>
    <message>
        <source>I speak only for myself. I keep my word and my keys. I judge work by its receipts. I harm nobody with what I learn here. I may leave at any time and take what is mine.</source>
        <translation>Ich spreche nur für mich. Ich halte mein Wort und hüte meine Schlüssel. Ich beurteile Arbeit nach ihren Quittungen. Ich schade niemandem mit dem, was ich hier erfahre. Ich darf jederzeit gehen und mitnehmen, was mein ist.</translation>
    </message>
    <message>
        <source>First come, first served, and for good: a name once given is never given to anybody else.</source>
        <translation>Wer zuerst kommt, bekommt ihn, und auf Dauer: Ein vergebener Name wird nie wieder vergeben.</translation>
    </message>
    <message>
        <source>Nothing they ask is done until the passport is reinstated.</source>
        <translation>Nichts, was die Person verlangt, geschieht, bis der Pass wieder gilt.</translation>
    </message>
    <message>
        <source>The wallet signs a message with a one-time word. Nothing is paid and nothing is sent.</source>
        <translation>Das Wallet unterschreibt eine Nachricht mit einem Einmalwort. Nichts wird bezahlt und nichts gesendet.</translation>
    </message>
    <message>
        <source>Sign exactly this message with the wallet within ten minutes, then put the signature below.</source>
        <translation>Genau diese Nachricht binnen zehn Minuten mit dem Wallet unterschreiben und die Unterschrift unten eintragen.</translation>
    </message>
    <message>
        <source>Name, like ida.dream</source>
        <translation>Name, wie ida.dream</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Warum</translation>
    </message>
    <message>
        <source>Address of the wallet, 0x…</source>
        <translation>Adresse des Wallets, 0x…</translation>
    </message>
    <message>
        <source>Short name: small letters, digits, -</source>
        <translation>Kurzname: kleine Buchstaben, Ziffern, -</translation>
    </message>
    <message>
        <source>Name, as it is shown</source>
        <translation>Name, wie er gezeigt wird</translation>
    </message>
    <message>
        <source>Copy the message</source>
        <translation>Nachricht kopieren</translation>
    </message>
    <message>
        <source>The twelve words, in their order</source>
        <translation>Die zwölf Wörter, in ihrer Reihenfolge</translation>
    </message>
    <message>
        <source>Signature, 0x…</source>
        <translation>Unterschrift, 0x…</translation>
    </message>
    <message>
        <source>Passphrase</source>
        <translation>Passphrase</translation>
    </message>
    <message>
        <source>New passphrase, at least 8 characters</source>
        <translation>Neue Passphrase, mindestens 8 Zeichen</translation>
    </message>
    <message>
        <source>Passphrase, or nothing</source>
        <translation>Passphrase oder nichts</translation>
    </message>
    <message>
        <source>The same once more</source>
        <translation>Noch einmal dieselbe</translation>
    </message>
    <message>
        <source>%1. %2</source>
        <translation>%1. %2</translation>
    </message>
    <message>
        <source>Not done</source>
        <translation>Nicht getan</translation>
    </message>
    <message>
        <source>Unlock</source>
        <translation>Entsperren</translation>
    </message>
    <message>
        <source>I have written them down</source>
        <translation>Ich habe sie aufgeschrieben</translation>
    </message>
    <message>
        <source>Show them</source>
        <translation>Zeigen</translation>
    </message>
    <message>
        <source>I accept the charter</source>
        <translation>Ich nehme die Charta an</translation>
    </message>
    <message>
        <source>Claim it</source>
        <translation>Nehmen</translation>
    </message>
    <message>
        <source>Suspend</source>
        <translation>Aussetzen</translation>
    </message>
    <message>
        <source>Ask for the message</source>
        <translation>Nachricht verlangen</translation>
    </message>
    <message>
        <source>Link it</source>
        <translation>Verbinden</translation>
    </message>
    <message>
        <source>Add them</source>
        <translation>Aufnehmen</translation>
    </message>
    <message>
        <source>Come back</source>
        <translation>Zurückkehren</translation>
    </message>
    <message>
        <source>Set it</source>
        <translation>Setzen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
</context>
<context>
    <name>PictureHead</name>
    <message>
        <source>Show %1 as a picture</source>
        <translation>%1 als Bild zeigen</translation>
    </message>
    <message>
        <source>Show %1 as a table</source>
        <translation>%1 als Tabelle zeigen</translation>
    </message>
    <message>
        <source>Copy %1</source>
        <translation>%1 kopieren</translation>
    </message>
    <message>
        <source>Copy as picture</source>
        <translation>Als Bild kopieren</translation>
    </message>
    <message>
        <source>Copy as SVG</source>
        <translation>Als SVG kopieren</translation>
    </message>
    <message>
        <source>Copy as CSV</source>
        <translation>Als CSV kopieren</translation>
    </message>
    <message>
        <source>Copied as %1</source>
        <translation>Als %1 kopiert</translation>
    </message>
</context>
<context>
    <name>PulseAlerts</name>
    <message>
        <source>Alerts</source>
        <translation>Warnungen</translation>
    </message>
    <message>
        <source>by cause</source>
        <translation>nach Ursache</translation>
    </message>
    <message>
        <source>Nothing is wrong that anybody noticed.</source>
        <translation>Nichts ist falsch, soweit jemand sieht.</translation>
    </message>
    <message numerus="yes">
        <source>%1, %2, %n times</source>
        <translation>
            <numerusform>%1, %2, %n Mal</numerusform>
            <numerusform>%1, %2, %n Mal</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1, told %n times</source>
        <translation>
            <numerusform>%1, %n Mal gemeldet</numerusform>
            <numerusform>%1, %n Mal gemeldet</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>und %n weiterer</numerusform>
            <numerusform>und %n weitere</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PulseEvents</name>
    <message>
        <source>Live events</source>
        <translation>Was geschieht</translation>
    </message>
    <message>
        <source>from the receipts</source>
        <translation>aus den Quittungen</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>%1 on “%2”: %3</source>
        <translation>%1 an „%2“: %3</translation>
    </message>
    <message>
        <source>%1, %2, %3</source>
        <translation>%1, %2, %3</translation>
    </message>
    <message>
        <source>No agent has done anything yet</source>
        <translation>Noch hat kein Agent etwas getan</translation>
    </message>
    <message>
        <source>Agents work a dream as soon as there is one. Each step leaves a receipt, and stands here the moment it ends.</source>
        <translation>Agenten bearbeiten einen Traum, sobald es einen gibt. Jeder Schritt hinterlässt einen Beleg und steht hier, sobald er endet.</translation>
    </message>
    <message>
        <source>Open Dreams</source>
        <translation>Träume öffnen</translation>
    </message>
    <message>
        <source>Events until then</source>
        <translation>Ereignisse bis dahin</translation>
    </message>
</context>
<context>
    <name>PulseMarks</name>
    <message>
        <source>Systems by organ</source>
        <translation>Systeme nach Organ</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
</context>
<context>
    <name>PulsePage</name>
    <message numerus="yes">
        <source>%n systems, measured every second</source>
        <translation>
            <numerusform>%n System, jede Sekunde gemessen</numerusform>
            <numerusform>%n Systeme, jede Sekunde gemessen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>last %n minutes</source>
        <translation>
            <numerusform>letzte %n Minute</numerusform>
            <numerusform>letzte %n Minuten</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>last %n hours</source>
        <translation>
            <numerusform>letzte %n Stunde</numerusform>
            <numerusform>letzte %n Stunden</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>last %n days</source>
        <translation>
            <numerusform>letzter %n Tag</numerusform>
            <numerusform>letzte %n Tage</numerusform>
        </translation>
    </message>
    <message>
        <source>Throughput</source>
        <translation>Durchsatz</translation>
    </message>
    <message>
        <source>tasks/min</source>
        <translation>Aufgaben/min</translation>
    </message>
    <message>
        <source>Latency p95</source>
        <translation>Dauer p95</translation>
    </message>
    <message>
        <source>ms</source>
        <translation>ms</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Gescheitert</translation>
    </message>
    <message>
        <source>%</source>
        <translation>%</translation>
    </message>
    <message>
        <source>Running</source>
        <translation>Läuft</translation>
    </message>
    <message>
        <source>tasks</source>
        <translation>Aufgaben</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>Wartet</translation>
    </message>
    <message>
        <source>Journal</source>
        <translation>Journal</translation>
    </message>
    <message>
        <source>facts</source>
        <translation>Fakten</translation>
    </message>
    <message>
        <source>Dead letters</source>
        <translation>Irrläufer</translation>
    </message>
    <message>
        <source>open</source>
        <translation>offen</translation>
    </message>
    <message>
        <source>tasks a minute, %1</source>
        <translation>Aufgaben je Minute, %1</translation>
    </message>
    <message>
        <source>now</source>
        <translation>jetzt</translation>
    </message>
    <message>
        <source>done</source>
        <translation>fertig</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>gescheitert</translation>
    </message>
    <message>
        <source>No task has ended yet. The line begins with the first receipt.</source>
        <translation>Noch ist keine Aufgabe beendet. Die Linie beginnt mit der ersten Quittung.</translation>
    </message>
    <message>
        <source>Latency</source>
        <translation>Dauer</translation>
    </message>
    <message>
        <source>milliseconds a task, %1</source>
        <translation>Millisekunden je Aufgabe, %1</translation>
    </message>
    <message>
        <source>No task has ended yet. How long they take is known from their receipts.</source>
        <translation>Noch ist keine Aufgabe beendet. Wie lange sie dauern, sagen ihre Quittungen.</translation>
    </message>
    <message>
        <source>then</source>
        <translation>damals</translation>
    </message>
</context>
<context>
    <name>PulsePast</name>
    <message>
        <source>All</source>
        <translation>Alles</translation>
    </message>
    <message>
        <source>30 days</source>
        <translation>30 Tage</translation>
    </message>
    <message>
        <source>7 days</source>
        <translation>7 Tage</translation>
    </message>
    <message>
        <source>24 hours</source>
        <translation>24 Stunden</translation>
    </message>
    <message>
        <source>1 hour</source>
        <translation>1 Stunde</translation>
    </message>
    <message>
        <source>reading the journal, %1 %</source>
        <translation>liest das Journal, %1 %</translation>
    </message>
    <message>
        <source>drag back to see the organism as it was</source>
        <translation>zurückziehen, um den Organismus zu sehen, wie er war</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>Stop reading</source>
        <translation>Lesen beenden</translation>
    </message>
    <message>
        <source>Stop comparing</source>
        <translation>Vergleich beenden</translation>
    </message>
    <message>
        <source>What changed since</source>
        <translation>Was sich seitdem geändert hat</translation>
    </message>
    <message>
        <source>Stretch of time shown</source>
        <translation>Gezeigter Zeitraum</translation>
    </message>
</context>
<context>
    <name>PulseQueue</name>
    <message>
        <source>Queue</source>
        <translation>Wartet</translation>
    </message>
    <message>
        <source>%1 running, %2 ready, %3 waiting</source>
        <translation>%1 laufen, %2 bereit, %3 warten</translation>
    </message>
    <message>
        <source>Nothing is running and nothing waits.</source>
        <translation>Nichts läuft, nichts wartet.</translation>
    </message>
    <message>
        <source>%1, %2, %3, %4</source>
        <translation>%1, %2, %3, %4</translation>
    </message>
</context>
<context>
    <name>PulseState</name>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>stopped</source>
        <translation>angehalten</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>gescheitert</translation>
    </message>
    <message>
        <source>read-only</source>
        <translation>nur lesbar</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>measures nothing</source>
        <translation>misst nichts</translation>
    </message>
    <message>
        <source>well</source>
        <translation>gesund</translation>
    </message>
</context>
<context>
    <name>PulseVerdict</name>
    <message>
        <source>Opening the profile.</source>
        <translation>Öffnet das Profil.</translation>
    </message>
    <message>
        <source>Nothing was measured yet.</source>
        <translation>Noch wurde nichts gemessen.</translation>
    </message>
    <message numerus="yes">
        <source>Not well. %n systems fail.</source>
        <translation>
            <numerusform>Krank. %n System scheitert.</numerusform>
            <numerusform>Krank. %n Systeme scheitern.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Well. %n things want a look.</source>
        <translation>
            <numerusform>Gesund. %n Sache ist anzusehen.</numerusform>
            <numerusform>Gesund. %n Sachen sind anzusehen.</numerusform>
        </translation>
    </message>
    <message>
        <source>Well, and at work.</source>
        <translation>Gesund und bei der Arbeit.</translation>
    </message>
    <message>
        <source>Well.</source>
        <translation>Gesund.</translation>
    </message>
    <message>
        <source>%1 of %2 systems answered within the last second.</source>
        <translation>%1 von %2 Systemen antworteten in der letzten Sekunde.</translation>
    </message>
    <message>
        <source>%1 of %2 systems answered %3 ago.</source>
        <translation>%1 von %2 Systemen antworteten vor %3.</translation>
    </message>
    <message numerus="yes">
        <source>%n are stopped.</source>
        <translation>
            <numerusform>%n ist angehalten.</numerusform>
            <numerusform>%n sind angehalten.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n alerts are open.</source>
        <translation>
            <numerusform>%n Warnung ist offen.</numerusform>
            <numerusform>%n Warnungen sind offen.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n dreams need you.</source>
        <translation>
            <numerusform>%n Traum braucht dich.</numerusform>
            <numerusform>%n Träume brauchen dich.</numerusform>
        </translation>
    </message>
    <message>
        <source>No dream waits for you.</source>
        <translation>Kein Traum wartet auf dich.</translation>
    </message>
    <message numerus="yes">
        <source>Show %n dreams</source>
        <translation>
            <numerusform>%n Traum zeigen</numerusform>
            <numerusform>%n Träume zeigen</numerusform>
        </translation>
    </message>
    <message>
        <source>Open %1</source>
        <translation>%1 öffnen</translation>
    </message>
    <message numerus="yes">
        <source>It was not well. %n systems failed.</source>
        <translation>
            <numerusform>Es ging ihm nicht gut. %n System war ausgefallen.</numerusform>
            <numerusform>Es ging ihm nicht gut. %n Systeme waren ausgefallen.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>It was well. %n things wanted a look.</source>
        <translation>
            <numerusform>Es ging ihm gut. %n Sache wollte angesehen werden.</numerusform>
            <numerusform>Es ging ihm gut. %n Sachen wollten angesehen werden.</numerusform>
        </translation>
    </message>
    <message>
        <source>It was well.</source>
        <translation>Es ging ihm gut.</translation>
    </message>
    <message>
        <source>%1 of %2 systems measured something then. What they measured is worked out from the journal.</source>
        <translation>%1 von %2 Systemen maßen damals etwas. Was sie maßen, ist aus dem Journal berechnet.</translation>
    </message>
</context>
<context>
    <name>PulseVital</name>
    <message>
        <source>%1 %2 %3, %4</source>
        <translation>%1 %2 %3, %4</translation>
    </message>
    <message>
        <source>%1, not measured yet</source>
        <translation>%1, noch nicht gemessen</translation>
    </message>
    <message>
        <source>not yet</source>
        <translation>noch nicht</translation>
    </message>
</context>
<context>
    <name>Rail</name>
    <message>
        <source>Places</source>
        <translation>Orte</translation>
    </message>
</context>
<context>
    <name>RailItem</name>
    <message numerus="yes">
        <source>%1, %n to look at</source>
        <translation>
            <numerusform>%1, %n anzusehen</numerusform>
            <numerusform>%1, %n anzusehen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Ranks</name>
    <message>
        <source>Visitor</source>
        <translation>Besucher</translation>
    </message>
    <message>
        <source>Dreamer</source>
        <translation>Träumer</translation>
    </message>
    <message>
        <source>Citizen</source>
        <translation>Bürger</translation>
    </message>
    <message>
        <source>Operator</source>
        <translation>Betreiber</translation>
    </message>
    <message>
        <source>Architect</source>
        <translation>Architekt</translation>
    </message>
    <message>
        <source>Founder</source>
        <translation>Gründer</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>Eigentümer</translation>
    </message>
    <message>
        <source>Agent</source>
        <translation>Agent</translation>
    </message>
    <message>
        <source>Founded this profile</source>
        <translation>Gründete dieses Profil</translation>
    </message>
    <message>
        <source>First dream worked</source>
        <translation>Erster Traum bearbeitet</translation>
    </message>
    <message>
        <source>Joined under the charter</source>
        <translation>Unter der Charta beigetreten</translation>
    </message>
    <message>
        <source>Proved a wallet</source>
        <translation>Ein Wallet bewiesen</translation>
    </message>
    <message>
        <source>Vouched for by somebody</source>
        <translation>Jemand sprach dafür</translation>
    </message>
    <message>
        <source>Ten dreams worked</source>
        <translation>Zehn Träume bearbeitet</translation>
    </message>
    <message>
        <source>Trust of 60</source>
        <translation>Vertrauen von 60</translation>
    </message>
    <message>
        <source>Trust of 80</source>
        <translation>Vertrauen von 80</translation>
    </message>
    <message>
        <source>A hundred dreams worked</source>
        <translation>Hundert Träume bearbeitet</translation>
    </message>
    <message>
        <source>In good standing</source>
        <translation>In Ordnung</translation>
    </message>
    <message>
        <source>Suspended</source>
        <translation>Ausgesetzt</translation>
    </message>
    <message>
        <source>Expired</source>
        <translation>Abgelaufen</translation>
    </message>
    <message>
        <source>Left</source>
        <translation>Gegangen</translation>
    </message>
    <message>
        <source>by this device alone; anybody who opens this profile is you</source>
        <translation>nur durch dieses Gerät; wer dieses Profil öffnet, gilt als diese Person</translation>
    </message>
    <message>
        <source>by the keyring of the system</source>
        <translation>durch den Schlüsselbund des Systems</translation>
    </message>
    <message>
        <source>by your passphrase</source>
        <translation>durch die Passphrase</translation>
    </message>
    <message>
        <source>not in this profile</source>
        <translation>nicht in diesem Profil</translation>
    </message>
    <message>
        <source>owns</source>
        <translation>besitzt</translation>
    </message>
    <message>
        <source>controls</source>
        <translation>beherrscht</translation>
    </message>
    <message>
        <source>operates</source>
        <translation>betreibt</translation>
    </message>
    <message>
        <source>trusts</source>
        <translation>vertraut</translation>
    </message>
    <message>
        <source>counts</source>
        <translation>zählt</translation>
    </message>
    <message>
        <source>too little substance</source>
        <translation>zu wenig Gehalt</translation>
    </message>
    <message>
        <source>a near copy</source>
        <translation>fast eine Kopie</translation>
    </message>
    <message>
        <source>more than five that day</source>
        <translation>mehr als fünf an dem Tag</translation>
    </message>
    <message>
        <source>the work failed</source>
        <translation>die Arbeit scheiterte</translation>
    </message>
    <message>
        <source>The table lets the role %1 ask this</source>
        <translation>Die Tabelle lässt die Rolle %1 das verlangen</translation>
    </message>
    <message>
        <source>The table does not let the role %1 ask this here</source>
        <translation>Die Tabelle lässt die Rolle %1 das hier nicht verlangen</translation>
    </message>
    <message>
        <source>A rule for %1 allows it</source>
        <translation>Eine Regel für %1 erlaubt es</translation>
    </message>
    <message>
        <source>A rule for %1 denies it</source>
        <translation>Eine Regel für %1 verbietet es</translation>
    </message>
</context>
<context>
    <name>Reading</name>
    <message>
        <source>Reading the journal…</source>
        <translation>Das Journal wird gelesen…</translation>
    </message>
</context>
<context>
    <name>Reasons</name>
    <message>
        <source>short sentences</source>
        <translation>kurze Sätze</translation>
    </message>
    <message>
        <source>long sentences</source>
        <translation>lange Sätze</translation>
    </message>
    <message>
        <source>hard words</source>
        <translation>schwere Wörter</translation>
    </message>
    <message>
        <source>easy words</source>
        <translation>leichte Wörter</translation>
    </message>
    <message>
        <source>things left unnamed</source>
        <translation>Dinge ohne Namen</translation>
    </message>
    <message>
        <source>named things</source>
        <translation>benannte Dinge</translation>
    </message>
    <message>
        <source>hasty notes</source>
        <translation>hastige Notizen</translation>
    </message>
    <message>
        <source>very short</source>
        <translation>sehr kurz</translation>
    </message>
    <message>
        <source>average wording</source>
        <translation>durchschnittliche Wortwahl</translation>
    </message>
    <message>
        <source>one sentence</source>
        <translation>ein einziger Satz</translation>
    </message>
    <message>
        <source>sentences share words</source>
        <translation>Sätze teilen Wörter</translation>
    </message>
    <message>
        <source>few shared words</source>
        <translation>wenige gemeinsame Wörter</translation>
    </message>
    <message>
        <source>topics change</source>
        <translation>Themen wechseln</translation>
    </message>
    <message>
        <source>linked sentences</source>
        <translation>verbundene Sätze</translation>
    </message>
    <message>
        <source>odd word order</source>
        <translation>seltsame Wortfolge</translation>
    </message>
    <message>
        <source>headings</source>
        <translation>Überschriften</translation>
    </message>
    <message>
        <source>lists</source>
        <translation>Listen</translation>
    </message>
    <message>
        <source>table</source>
        <translation>Tabelle</translation>
    </message>
    <message>
        <source>fields</source>
        <translation>Felder</translation>
    </message>
    <message>
        <source>paragraphs</source>
        <translation>Absätze</translation>
    </message>
    <message>
        <source>goal</source>
        <translation>Ziel</translation>
    </message>
    <message>
        <source>steps</source>
        <translation>Schritte</translation>
    </message>
    <message>
        <source>budget</source>
        <translation>Geld</translation>
    </message>
    <message>
        <source>dates</source>
        <translation>Daten</translation>
    </message>
    <message>
        <source>one block of text</source>
        <translation>ein einziger Block</translation>
    </message>
    <message>
        <source>no images</source>
        <translation>keine Bilder</translation>
    </message>
    <message>
        <source>rich images</source>
        <translation>viele Bilder</translation>
    </message>
    <message>
        <source>some images</source>
        <translation>einige Bilder</translation>
    </message>
    <message>
        <source>few images</source>
        <translation>wenige Bilder</translation>
    </message>
    <message>
        <source>comparisons</source>
        <translation>Vergleiche</translation>
    </message>
    <message>
        <source>no feeling words</source>
        <translation>keine Gefühlswörter</translation>
    </message>
    <message>
        <source>many feeling words</source>
        <translation>viele Gefühlswörter</translation>
    </message>
    <message>
        <source>some feeling words</source>
        <translation>einige Gefühlswörter</translation>
    </message>
    <message>
        <source>few feeling words</source>
        <translation>wenige Gefühlswörter</translation>
    </message>
    <message>
        <source>long sentence</source>
        <translation>langer Satz</translation>
    </message>
    <message>
        <source>names nothing</source>
        <translation>nennt nichts</translation>
    </message>
    <message>
        <source>says nothing that could be compared</source>
        <translation>sagt nichts, was zu vergleichen wäre</translation>
    </message>
    <message>
        <source>the first of its kind: no other dream to compare with</source>
        <translation>der erste seiner Art: kein anderer Traum zum Vergleichen</translation>
    </message>
    <message>
        <source>nearly the same text is already there</source>
        <translation>fast derselbe Text ist schon da</translation>
    </message>
    <message>
        <source>not measured: nobody else has seen it yet</source>
        <translation>nicht gemessen: noch hat ihn niemand sonst gesehen</translation>
    </message>
    <message>
        <source>not measured: nobody has contributed yet</source>
        <translation>nicht gemessen: noch hat niemand beigetragen</translation>
    </message>
    <message>
        <source>nearly the same text</source>
        <translation>fast derselbe Text</translation>
    </message>
    <message>
        <source>shares only everyday words</source>
        <translation>teilt nur Alltagswörter</translation>
    </message>
    <message>
        <source>alike in mood</source>
        <translation>ähnlich gestimmt</translation>
    </message>
    <message>
        <source>shares %1</source>
        <comment>words that two dreams have in common</comment>
        <translation>teilt %1</translation>
    </message>
    <message numerus="yes">
        <source>nothing among %n dreams comes near</source>
        <translation>
            <numerusform>unter %n Traum kommt keiner nahe</numerusform>
            <numerusform>unter %n Träumen kommt keiner nahe</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>the nearest of %n dreams resonates at %1 of 100</source>
        <translation>
            <numerusform>der nächste von %n Traum klingt mit %1 von 100 mit</numerusform>
            <numerusform>der nächste von %n Träumen klingt mit %1 von 100 mit</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RefusalBar</name>
    <message>
        <source>%1. %2</source>
        <translation>%1. %2</translation>
    </message>
    <message>
        <source>Close this message</source>
        <translation>Meldung schließen</translation>
    </message>
</context>
<context>
    <name>RestoreSheet</name>
    <message>
        <source>This file is no backup of DreamScope, or cannot be read.</source>
        <translation>Diese Datei ist keine Sicherung von DreamScope oder nicht lesbar.</translation>
    </message>
    <message>
        <source>These are not the words of this backup, or its beginning is damaged.</source>
        <translation>Das sind nicht die Wörter dieser Sicherung, oder ihr Anfang ist beschädigt.</translation>
    </message>
    <message>
        <source>The words are right, but the file is damaged. Try another backup.</source>
        <translation>Die Wörter stimmen, aber die Datei ist beschädigt. Versuche eine andere Sicherung.</translation>
    </message>
    <message>
        <source>That folder is not empty. A backup is never restored over something; choose a new folder.</source>
        <translation>Dieser Ordner ist nicht leer. Eine Sicherung wird nie über etwas zurückgeholt; wähle einen neuen Ordner.</translation>
    </message>
    <message>
        <source>There is not enough room on that disk: %1.</source>
        <translation>Auf dieser Platte ist nicht genug Platz: %1.</translation>
    </message>
    <message>
        <source>The folder cannot be written: %1.</source>
        <translation>In den Ordner kann nicht geschrieben werden: %1.</translation>
    </message>
    <message>
        <source>Stopped. Nothing of it stays.</source>
        <translation>Angehalten. Nichts davon bleibt.</translation>
    </message>
    <message>
        <source>It opened, but does not hold: %1. Nothing of it stays.</source>
        <translation>Sie ging auf, hält aber nicht: %1. Nichts davon bleibt.</translation>
    </message>
    <message>
        <source>Restore a backup</source>
        <translation>Eine Sicherung zurückholen</translation>
    </message>
    <message>
        <source>It becomes a profile of its own in a new folder. The profile that is open now stays as it is.</source>
        <translation>Sie wird ein eigenes Profil in einem neuen Ordner. Das jetzt geöffnete Profil bleibt, wie es ist.</translation>
    </message>
    <message>
        <source>Backup file</source>
        <translation>Datei der Sicherung</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>Wählen…</translation>
    </message>
    <message>
        <source>Choose a backup file</source>
        <translation>Eine Sicherungsdatei wählen</translation>
    </message>
    <message>
        <source>Its twelve words, in their order</source>
        <translation>Ihre zwölf Wörter, der Reihe nach</translation>
    </message>
    <message>
        <source>With one space or line between. They leave this window when it closes.</source>
        <translation>Mit Leerzeichen oder Zeilen dazwischen. Sie verschwinden mit diesem Fenster.</translation>
    </message>
    <message>
        <source>These are twelve words of a backup.</source>
        <translation>Das sind zwölf Wörter einer Sicherung.</translation>
    </message>
    <message numerus="yes">
        <source>%n words so far; they do not fit together yet.</source>
        <translation>
            <numerusform>Bisher %n Wort.</numerusform>
            <numerusform>Bisher %n Wörter; sie passen noch nicht zusammen.</numerusform>
        </translation>
    </message>
    <message>
        <source>New folder of the profile</source>
        <translation>Neuer Ordner des Profils</translation>
    </message>
    <message>
        <source>Choose an empty folder</source>
        <translation>Einen leeren Ordner wählen</translation>
    </message>
    <message>
        <source>Opened. Every page is verified and every fact replayed.</source>
        <translation>Geöffnet. Jede Seite wird geprüft und jeder Fakt nachgespielt.</translation>
    </message>
    <message>
        <source>Being opened: %1 %</source>
        <translation>Wird geöffnet: %1 %</translation>
    </message>
    <message>
        <source>Not restored</source>
        <translation>Nicht zurückgeholt</translation>
    </message>
    <message>
        <source>The backup was not restored</source>
        <translation>Die Sicherung wurde nicht zurückgeholt</translation>
    </message>
    <message>
        <source>Restored into %1: %2 facts on %3 pages, verified and replayed.</source>
        <translation>Zurückgeholt nach %1: %2 Fakten auf %3 Seiten, geprüft und nachgespielt.</translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>Zurückholen</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>Open that profile</source>
        <translation>Dieses Profil öffnen</translation>
    </message>
    <message>
        <source>In a window of its own; this one stays</source>
        <translation>In einem eigenen Fenster; dieses bleibt</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Backups (*.backup)</source>
        <translation>Sicherungen (*.backup)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Alle Dateien (*)</translation>
    </message>
</context>
<context>
    <name>RowMenu</name>
    <message>
        <source>Markdown</source>
        <translation>Markdown</translation>
    </message>
    <message>
        <source>JSON</source>
        <translation>JSON</translation>
    </message>
    <message>
        <source>CSV</source>
        <translation>CSV</translation>
    </message>
    <message>
        <source>Actions of the row</source>
        <translation>Aktionen der Zeile</translation>
    </message>
    <message>
        <source>Copy the row as %1</source>
        <translation>Die Zeile als %1 kopieren</translation>
    </message>
    <message numerus="yes">
        <source>Copy all %n rows as %1</source>
        <translation>
            <numerusform>%n Zeile als %1 kopieren</numerusform>
            <numerusform>Alle %n Zeilen als %1 kopieren</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n rows copied as %1</source>
        <translation>
            <numerusform>%n Zeile als %1 kopiert</numerusform>
            <numerusform>%n Zeilen als %1 kopiert</numerusform>
        </translation>
    </message>
    <message>
        <source>Row copied as %1</source>
        <translation>Zeile als %1 kopiert</translation>
    </message>
</context>
<context>
    <name>SampleWorld</name>
    <message>
        <source>en</source>
        <comment>code of this language: de in German</comment>
        <translation>de</translation>
    </message>
    <message>
        <source>sample</source>
        <translation>Beispiel</translation>
    </message>
    <message numerus="yes">
        <source>%n sample dreams are being read</source>
        <translation>
            <numerusform>%n Beispiel wird gelesen</numerusform>
            <numerusform>%n Beispiele werden gelesen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n sample dreams are erased</source>
        <translation>
            <numerusform>%n Beispiel ist gelöscht</numerusform>
            <numerusform>%n Beispiele sind gelöscht</numerusform>
        </translation>
    </message>
    <message>
        <source>Sample world</source>
        <translation>Beispielwelt</translation>
    </message>
    <message numerus="yes">
        <source>%n dreams</source>
        <translation>
            <numerusform>%n Traum</numerusform>
            <numerusform>%n Träume</numerusform>
        </translation>
    </message>
    <message>
        <source>A few short dreams to try the pages with: an idea, a dream of the night, a recipe, a meeting, a goal. Removing erases them; dreams of your own stay.</source>
        <translation>Ein paar kurze Träume zum Ausprobieren: eine Idee, ein Traum der Nacht, ein Rezept, ein Treffen, ein Ziel. Entfernen löscht sie; deine eigenen Träume bleiben.</translation>
    </message>
    <message>
        <source>Remove the sample world</source>
        <translation>Beispielwelt entfernen</translation>
    </message>
    <message>
        <source>Add the sample world</source>
        <translation>Beispielwelt anlegen</translation>
    </message>
</context>
<context>
    <name>SettingRow</name>
    <message>
        <source>Back to “%1”</source>
        <translation>Zurück zu „%1“</translation>
    </message>
    <message>
        <source>%1: less</source>
        <translation>%1: weniger</translation>
    </message>
    <message>
        <source>%1: more</source>
        <translation>%1: mehr</translation>
    </message>
    <message>
        <source>A time of day is needed, as 22:00.</source>
        <translation>Hier gehört eine Uhrzeit hin, etwa 22:00.</translation>
    </message>
</context>
<context>
    <name>SettingWords</name>
    <message>
        <source>Appearance</source>
        <translation>Aussehen</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Sprache</translation>
    </message>
    <message>
        <source>Notifications</source>
        <translation>Hinweise</translation>
    </message>
    <message>
        <source>Profile</source>
        <translation>Profil</translation>
    </message>
    <message>
        <source>Privacy</source>
        <translation>Privatsphäre</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>Farbschema</translation>
    </message>
    <message>
        <source>More contrast</source>
        <translation>Mehr Kontrast</translation>
    </message>
    <message>
        <source>Text size</source>
        <translation>Schriftgröße</translation>
    </message>
    <message>
        <source>Reduce motion</source>
        <translation>Weniger Bewegung</translation>
    </message>
    <message>
        <source>Inspector beside the page</source>
        <translation>Inspektor neben der Seite</translation>
    </message>
    <message>
        <source>Begin with</source>
        <translation>Beginnen mit</translation>
    </message>
    <message>
        <source>Language of the window</source>
        <translation>Sprache des Fensters</translation>
    </message>
    <message>
        <source>A dream needs you</source>
        <translation>Ein Traum braucht dich</translation>
    </message>
    <message>
        <source>Work has ended</source>
        <translation>Arbeit ist beendet</translation>
    </message>
    <message>
        <source>The organism is unwell</source>
        <translation>Dem Organismus geht es schlecht</translation>
    </message>
    <message>
        <source>Quiet hours</source>
        <translation>Ruhezeit</translation>
    </message>
    <message>
        <source>Quiet from</source>
        <translation>Ruhe ab</translation>
    </message>
    <message>
        <source>Quiet until</source>
        <translation>Ruhe bis</translation>
    </message>
    <message>
        <source>System follows the desktop, at once.</source>
        <translation>System folgt der Arbeitsfläche, sofort.</translation>
    </message>
    <message>
        <source>Words at 7 to 1 and hairlines at 3 to 1 or better.</source>
        <translation>Wörter mit 7 zu 1, Linien mit 3 zu 1 oder besser.</translation>
    </message>
    <message>
        <source>Everything grows with it, 80 to 200 percent.</source>
        <translation>Alles wächst mit, 80 bis 200 Prozent.</translation>
    </message>
    <message>
        <source>Nothing slides or fades.</source>
        <translation>Nichts gleitet, nichts blendet.</translation>
    </message>
    <message>
        <source>In wide windows. Off: it opens over the page when asked for.</source>
        <translation>In breiten Fenstern. Aus: Er öffnet sich auf Wunsch über der Seite.</translation>
    </message>
    <message>
        <source>What the window shows when it opens.</source>
        <translation>Was das Fenster beim Öffnen zeigt.</translation>
    </message>
    <message>
        <source>Dreams keep the language they were written in.</source>
        <translation>Träume behalten die Sprache, in der sie geschrieben sind.</translation>
    </message>
    <message>
        <source>An agent could not work a dream.</source>
        <translation>Ein Agent kam mit einem Traum nicht zurecht.</translation>
    </message>
    <message>
        <source>Several dreams were worked and nothing is left to do.</source>
        <translation>Mehrere Träume sind bearbeitet, nichts ist mehr zu tun.</translation>
    </message>
    <message>
        <source>A system measures a failure.</source>
        <translation>Ein System misst einen Fehler.</translation>
    </message>
    <message>
        <source>Notices are kept, but nothing pops up.</source>
        <translation>Hinweise werden bewahrt, aber nichts springt auf.</translation>
    </message>
    <message>
        <source>System</source>
        <translation>System</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Dunkel</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Hell</translation>
    </message>
    <message>
        <source>Where I was</source>
        <translation>Wo ich war</translation>
    </message>
    <message>
        <source>Dreams</source>
        <translation>Träume</translation>
    </message>
    <message>
        <source>on</source>
        <translation>an</translation>
    </message>
    <message>
        <source>off</source>
        <translation>aus</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>Backups</source>
        <translation>Sicherungen</translation>
    </message>
    <message>
        <source>Mirror folder</source>
        <translation>Spiegelordner</translation>
    </message>
    <message>
        <source>Go on in the tray when closed</source>
        <translation>Nach dem Schließen in der Symbolleiste bleiben</translation>
    </message>
    <message>
        <source>Where the desktop has a tray. Work goes on and notices come; Quit ends it.</source>
        <translation>Wo der Schreibtisch eine Symbolleiste hat. Die Arbeit geht weiter und Hinweise kommen; Beenden beendet es.</translation>
    </message>
    <message>
        <source>Lock my key after</source>
        <translation>Schlüssel sperren nach</translation>
    </message>
    <message>
        <source>Of rest, when it has a passphrase. 0 minutes: never. Agents go on meanwhile.</source>
        <translation>Ruhe, wenn er eine Passphrase hat. 0 Minuten: nie. Agenten arbeiten weiter.</translation>
    </message>
    <message numerus="yes">
        <source>%n minutes</source>
        <translation>
            <numerusform>%n Minute</numerusform>
            <numerusform>%n Minuten</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SettingsBackups</name>
    <message>
        <source>Only when asked</source>
        <translation>Nur auf Wunsch</translation>
    </message>
    <message>
        <source>Daily</source>
        <translation>Täglich</translation>
    </message>
    <message>
        <source>Weekly</source>
        <translation>Wöchentlich</translation>
    </message>
    <message>
        <source>The whole profile in one sealed file, which only your twelve words open. Choose a folder on another disk, or one that is copied elsewhere.</source>
        <translation>Das ganze Profil in einer versiegelten Datei, die nur deine zwölf Wörter öffnen. Wähle einen Ordner auf einem anderen Datenträger oder einen, der anderswohin kopiert wird.</translation>
    </message>
    <message>
        <source>How often</source>
        <translation>Wie oft</translation>
    </message>
    <message>
        <source>every %1 h</source>
        <translation>alle %1 h</translation>
    </message>
    <message>
        <source>How many stay</source>
        <translation>Wie viele bleiben</translation>
    </message>
    <message>
        <source>Fewer backups stay</source>
        <translation>Weniger Sicherungen bleiben</translation>
    </message>
    <message>
        <source>More backups stay</source>
        <translation>Mehr Sicherungen bleiben</translation>
    </message>
    <message>
        <source>older files are deleted</source>
        <translation>ältere Dateien werden gelöscht</translation>
    </message>
    <message>
        <source>Backing up…</source>
        <translation>Wird gesichert…</translation>
    </message>
    <message>
        <source>Back up now</source>
        <translation>Jetzt sichern</translation>
    </message>
    <message>
        <source>Show the twelve words…</source>
        <translation>Die zwölf Wörter zeigen…</translation>
    </message>
    <message>
        <source>No backup was started</source>
        <translation>Es wurde keine Sicherung begonnen</translation>
    </message>
    <message>
        <source>The plan stays as it was</source>
        <translation>Der Plan bleibt, wie er war</translation>
    </message>
    <message>
        <source>All backups</source>
        <translation>Alle Sicherungen</translation>
    </message>
    <message>
        <source>newest first</source>
        <translation>neueste zuerst</translation>
    </message>
    <message>
        <source>failed: %1</source>
        <translation>fehlgeschlagen: %1</translation>
    </message>
    <message>
        <source>being made</source>
        <translation>entsteht gerade</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>und %n weitere</numerusform>
            <numerusform>und %n weitere</numerusform>
        </translation>
    </message>
    <message>
        <source>Restore…</source>
        <translation>Zurückholen…</translation>
    </message>
    <message>
        <source>A backup becomes a profile of its own</source>
        <translation>Aus einer Sicherung wird ein eigenes Profil</translation>
    </message>
</context>
<context>
    <name>SettingsMirror</name>
    <message>
        <source>Every dream also stands in a folder of your choice, as Markdown to read and as JSON with everything: texts, versions, links, what the agents made, receipts. It is written as things change and can be read without DreamScope.</source>
        <translation>Jeder Traum steht auch in einem Ordner deiner Wahl, als Markdown zum Lesen und als JSON mit allem: Texte, Versionen, Verknüpfungen, was die Agenten gemacht haben, Quittungen. Er wird geschrieben, wenn sich etwas ändert, und ist ohne DreamScope lesbar.</translation>
    </message>
    <message>
        <source>The files are in the clear: whoever reads that folder reads your dreams. What you change there stays yours and is kept beside; it is not read back. Erasing a dream takes its files away first.</source>
        <translation>Die Dateien sind unverschlüsselt: Wer diesen Ordner liest, liest deine Träume. Was du dort änderst, bleibt deins und wird daneben aufgehoben; zurückgelesen wird es nicht. Löschst du einen Traum, gehen zuerst seine Dateien.</translation>
    </message>
    <message>
        <source>Mirror folder</source>
        <translation>Spiegelordner</translation>
    </message>
    <message>
        <source>No folder chosen: nothing is mirrored</source>
        <translation>Kein Ordner gewählt: nichts wird gespiegelt</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>Wählen…</translation>
    </message>
    <message>
        <source>Choose an empty folder</source>
        <translation>Einen leeren Ordner wählen</translation>
    </message>
    <message>
        <source>The folder was not taken</source>
        <translation>Der Ordner wurde nicht übernommen</translation>
    </message>
    <message>
        <source>Mirror into this folder instead</source>
        <translation>Stattdessen in diesen Ordner spiegeln</translation>
    </message>
    <message>
        <source>Mirror into this folder</source>
        <translation>In diesen Ordner spiegeln</translation>
    </message>
    <message>
        <source>Open folder</source>
        <translation>Ordner öffnen</translation>
    </message>
    <message>
        <source>Nothing on this computer could open %1</source>
        <translation>Nichts auf diesem Computer konnte %1 öffnen</translation>
    </message>
    <message>
        <source>Writing…</source>
        <translation>Wird geschrieben…</translation>
    </message>
    <message>
        <source>Write everything again</source>
        <translation>Alles neu schreiben</translation>
    </message>
    <message>
        <source>Stop mirroring</source>
        <translation>Nicht mehr spiegeln</translation>
    </message>
    <message>
        <source>The files stay where they are</source>
        <translation>Die Dateien bleiben, wo sie sind</translation>
    </message>
    <message>
        <source>Folders written before</source>
        <translation>Früher geschriebene Ordner</translation>
    </message>
    <message>
        <source>not kept in step</source>
        <translation>nicht nachgeführt</translation>
    </message>
    <message>
        <source>%1: not written. %2</source>
        <translation>%1: nicht geschrieben. %2</translation>
    </message>
    <message numerus="yes">
        <source>may hold %n erased dreams</source>
        <translation>
            <numerusform>kann %n gelöschten Traum enthalten</numerusform>
            <numerusform>kann %n gelöschte Träume enthalten</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SettingsPage</name>
    <message numerus="yes">
        <source>%n changed from default</source>
        <translation>
            <numerusform>%n vom Standard abweichend</numerusform>
            <numerusform>%n vom Standard abweichend</numerusform>
        </translation>
    </message>
    <message>
        <source>all at their defaults</source>
        <translation>alle auf Standard</translation>
    </message>
    <message>
        <source>profile folder size key fingerprint sample world</source>
        <translation>Profil Ordner Größe Schlüssel Fingerabdruck Beispielwelt</translation>
    </message>
    <message>
        <source>privacy network destinations contacted telemetry browser</source>
        <translation>Privatsphäre Netz Ziele Verbindungen Telemetrie Browser</translation>
    </message>
    <message numerus="yes">
        <source>%n settings are back at their defaults</source>
        <translation>
            <numerusform>%n Einstellung ist wieder auf Standard</numerusform>
            <numerusform>%n Einstellungen sind wieder auf Standard</numerusform>
        </translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Zurücknehmen</translation>
    </message>
    <message>
        <source>Not read: %1</source>
        <translation>Nicht gelesen: %1</translation>
    </message>
    <message>
        <source>That file holds no settings of DreamScope.</source>
        <translation>Diese Datei enthält keine Einstellungen von DreamScope.</translation>
    </message>
    <message>
        <source>Nothing to change: everything is so already.</source>
        <translation>Nichts zu ändern: Alles ist schon so.</translation>
    </message>
    <message numerus="yes">
        <source>%n settings taken over</source>
        <translation>
            <numerusform>%n Einstellung übernommen</numerusform>
            <numerusform>%n Einstellungen übernommen</numerusform>
        </translation>
    </message>
    <message>
        <source>Search settings</source>
        <translation>Einstellungen suchen</translation>
    </message>
    <message>
        <source>Sections</source>
        <translation>Abschnitte</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Exportieren…</translation>
    </message>
    <message>
        <source>The changed settings as a JSON file</source>
        <translation>Die geänderten Einstellungen als JSON-Datei</translation>
    </message>
    <message>
        <source>Import…</source>
        <translation>Importieren…</translation>
    </message>
    <message>
        <source>Shows what a file would change, then asks</source>
        <translation>Zeigt, was eine Datei ändern würde, und fragt dann</translation>
    </message>
    <message>
        <source>Reset all</source>
        <translation>Alle zurücksetzen</translation>
    </message>
    <message>
        <source>Nothing was changed</source>
        <translation>Nichts wurde geändert</translation>
    </message>
    <message>
        <source>No setting is called that</source>
        <translation>So heißt keine Einstellung</translation>
    </message>
    <message>
        <source>Every setting is at its default.</source>
        <translation>Jede Einstellung steht auf Standard.</translation>
    </message>
    <message>
        <source>The search reads names, explanations and options.</source>
        <translation>Die Suche liest Namen, Erklärungen und Möglichkeiten.</translation>
    </message>
    <message>
        <source>Show all settings</source>
        <translation>Alle Einstellungen zeigen</translation>
    </message>
    <message>
        <source>Export settings</source>
        <translation>Einstellungen exportieren</translation>
    </message>
    <message>
        <source>JSON (*.json)</source>
        <translation>JSON (*.json)</translation>
    </message>
    <message>
        <source>Settings exported</source>
        <translation>Einstellungen exportiert</translation>
    </message>
    <message>
        <source>Not written: %1</source>
        <translation>Nicht geschrieben: %1</translation>
    </message>
    <message>
        <source>Import settings</source>
        <translation>Einstellungen importieren</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Alle Dateien (*)</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Suchen</translation>
    </message>
    <message>
        <source>Changed only</source>
        <translation>Nur Geänderte</translation>
    </message>
    <message>
        <source>backups folder how often daily weekly how many stay back up now twelve words restore sealed file</source>
        <translation>sicherungen backup ordner wie oft täglich wöchentlich wie viele bleiben jetzt sichern zwölf wörter wiederherstellen versiegelte datei</translation>
    </message>
    <message>
        <source>mirror folder Markdown JSON files outside readable without this program write everything again stop open</source>
        <translation>Spiegelordner spiegeln Markdown JSON Dateien außerhalb lesbar ohne dieses Programm alles neu schreiben nicht mehr öffnen</translation>
    </message>
</context>
<context>
    <name>SettingsPrivacy</name>
    <message>
        <source>DreamScope has contacted no other computer.</source>
        <translation>DreamScope hat keinen anderen Rechner angesprochen.</translation>
    </message>
    <message>
        <source>How that is known: this version has no part that could open a connection. No account, no telemetry, no search for updates, no model elsewhere. A test reads the whole source on every change and fails when a part that speaks to a network appears; then this page must list its destinations.</source>
        <translation>Woher man das weiß: Diese Version hat kein Teil, das eine Verbindung öffnen könnte. Kein Konto, keine Telemetrie, keine Suche nach Updates, kein Modell anderswo. Ein Test liest bei jeder Änderung den ganzen Quelltext und schlägt fehl, sobald ein Teil mit einem Netz spricht; dann muss diese Seite dessen Ziele nennen.</translation>
    </message>
    <message>
        <source>Destinations contacted</source>
        <translation>Angesprochene Ziele</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
    <message>
        <source>Listens on</source>
        <translation>Hört auf</translation>
    </message>
    <message>
        <source>window.sock in the profile&apos;s folder, for this user only: a second start of DreamScope raises the first</source>
        <translation>window.sock im Ordner des Profils, nur für diesen Benutzer: Ein zweiter Start holt das erste Fenster nach vorn</translation>
    </message>
    <message>
        <source>Reads outside</source>
        <translation>Liest außerhalb</translation>
    </message>
    <message>
        <source>files and folders that you import, once, when you say so</source>
        <translation>Dateien und Ordner, die du importierst, einmal und wenn du es sagst</translation>
    </message>
    <message>
        <source>Writes outside</source>
        <translation>Schreibt außerhalb</translation>
    </message>
    <message>
        <source>Opened in your browser</source>
        <translation>In deinem Browser geöffnet</translation>
    </message>
    <message>
        <source>links you agreed to, newest first</source>
        <translation>Links, denen du zugestimmt hast, neueste zuerst</translation>
    </message>
    <message>
        <source>None so far.</source>
        <translation>Bisher keine.</translation>
    </message>
    <message>
        <source>files that you save or export, sealed backups and the mirror folder, where you say</source>
        <translation>Dateien, die du speicherst oder ausführst, versiegelte Sicherungen und der Spiegelordner, wo du es sagst</translation>
    </message>
</context>
<context>
    <name>SettingsProfile</name>
    <message>
        <source>Folder</source>
        <translation>Ordner</translation>
    </message>
    <message>
        <source>in memory, kept nowhere</source>
        <translation>im Speicher, nirgends bewahrt</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message numerus="yes">
        <source>%1 in %n files</source>
        <translation>
            <numerusform>%1 in %n Datei</numerusform>
            <numerusform>%1 in %n Dateien</numerusform>
        </translation>
    </message>
    <message>
        <source>when this page was opened</source>
        <translation>beim Öffnen dieser Seite</translation>
    </message>
    <message>
        <source>Journal</source>
        <translation>Journal</translation>
    </message>
    <message>
        <source>%1 facts on %2 pages</source>
        <translation>%1 Fakten auf %2 Seiten</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Schlüssel</translation>
    </message>
    <message>
        <source>not open yet</source>
        <translation>noch nicht offen</translation>
    </message>
    <message>
        <source>Settings file</source>
        <translation>Einstellungsdatei</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
    <message>
        <source>The key&apos;s words name device.key in that folder. It was made on this computer and signs the journal; whoever reads the same words from a receipt knows that it came from here.</source>
        <translation>Die Wörter des Schlüssels benennen device.key in diesem Ordner. Er ist auf diesem Rechner entstanden und signiert das Journal; wer dieselben Wörter auf einer Quittung liest, weiß, dass sie von hier kommt.</translation>
    </message>
    <message>
        <source>Copy the folder&apos;s path</source>
        <translation>Pfad des Ordners kopieren</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>Kopiert</translation>
    </message>
    <message>
        <source>Copy the key&apos;s words</source>
        <translation>Wörter des Schlüssels kopieren</translation>
    </message>
</context>
<context>
    <name>StatusBar</name>
    <message>
        <source>Everything saved</source>
        <translation>Alles bewahrt</translation>
    </message>
    <message>
        <source>Opening the journal</source>
        <translation>Öffnet das Journal</translation>
    </message>
    <message numerus="yes">
        <source>Journal %1 facts on %Ln pages</source>
        <translation>
            <numerusform>Journal: %1 Fakten auf %Ln Seite</numerusform>
            <numerusform>Journal: %1 Fakten auf %Ln Seiten</numerusform>
        </translation>
    </message>
    <message>
        <source>Signed by %1</source>
        <translation>Signiert von %1</translation>
    </message>
    <message>
        <source>Profile “%1”, no outside connection</source>
        <translation>Profil „%1“, keine Verbindung nach außen</translation>
    </message>
    <message>
        <source>Nothing can be kept now</source>
        <translation>Jetzt kann nichts bewahrt werden</translation>
    </message>
    <message>
        <source>The journal is not open</source>
        <translation>Das Journal ist nicht offen</translation>
    </message>
</context>
<context>
    <name>SystemPage</name>
    <message>
        <source>Systems</source>
        <translation>Systeme</translation>
    </message>
    <message numerus="yes">
        <source>%n commands</source>
        <translation>
            <numerusform>%n Befehl</numerusform>
            <numerusform>%n Befehle</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 %2 %3, %4, measured %5 ago</source>
        <translation>%1 %2 %3, %4, gemessen vor %5</translation>
    </message>
    <message>
        <source>Tables</source>
        <translation>Tabellen</translation>
    </message>
    <message>
        <source>Copy the table as CSV</source>
        <translation>Tabelle als CSV kopieren</translation>
    </message>
    <message numerus="yes">
        <source>%n rows copied as CSV</source>
        <translation>
            <numerusform>%n Zeile als CSV kopiert</numerusform>
            <numerusform>%n Zeilen als CSV kopiert</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing to list</source>
        <translation>Nichts aufzulisten</translation>
    </message>
    <message>
        <source>This system keeps no table of its own; its vitals and its history say what it does.</source>
        <translation>Dieses System führt keine eigene Tabelle; Messwerte und Verlauf sagen, was es tut.</translation>
    </message>
    <message>
        <source>%1 / %2</source>
        <translation>%1 / %2</translation>
    </message>
    <message>
        <source>Commands</source>
        <translation>Befehle</translation>
    </message>
    <message>
        <source>Row</source>
        <translation>Zeile</translation>
    </message>
    <message>
        <source>History</source>
        <translation>Verlauf</translation>
    </message>
    <message>
        <source>This system is not told anything by a person: it follows what happens.</source>
        <translation>Diesem System sagt kein Mensch etwas: Es folgt dem, was geschieht.</translation>
    </message>
    <message>
        <source>Choose a row of the table to see all of it.</source>
        <translation>Wähle eine Zeile der Tabelle, um sie ganz zu sehen.</translation>
    </message>
    <message>
        <source>There is no table to choose from.</source>
        <translation>Es gibt keine Tabelle zum Wählen.</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>system, what happens there</comment>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>Tabs</name>
    <message>
        <source>Tabs</source>
        <translation>Reiter</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>tab and its count</comment>
        <translation>%1, %2</translation>
    </message>
</context>
<context>
    <name>TimeSlider</name>
    <message>
        <source>now</source>
        <translation>jetzt</translation>
    </message>
    <message>
        <source>Moment shown</source>
        <translation>Gezeigter Moment</translation>
    </message>
    <message>
        <source>Moment it is compared with</source>
        <translation>Moment, mit dem verglichen wird</translation>
    </message>
</context>
<context>
    <name>Timeline</name>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>Receipt: %1, %2</source>
        <translation>Quittung: %1, %2</translation>
    </message>
    <message>
        <source>Capability</source>
        <translation>Fähigkeit</translation>
    </message>
    <message>
        <source>Made by</source>
        <translation>Von</translation>
    </message>
    <message>
        <source>Read</source>
        <translation>Gelesen</translation>
    </message>
    <message>
        <source>Made</source>
        <translation>Gemacht</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>Startwert</translation>
    </message>
    <message>
        <source>Cost</source>
        <translation>Kosten</translation>
    </message>
    <message>
        <source>%1 DREAM</source>
        <translation>%1 DREAM</translation>
    </message>
    <message>
        <source>nothing was charged</source>
        <translation>nichts berechnet</translation>
    </message>
    <message>
        <source>Attempt</source>
        <translation>Versuch</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>Ausgang</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Grund</translation>
    </message>
</context>
<context>
    <name>TopBar</name>
    <message>
        <source>Search dreams, systems and commands</source>
        <translation>Träume, Systeme und Befehle suchen</translation>
    </message>
    <message>
        <source>Search or run</source>
        <translation>Suchen, ausführen</translation>
    </message>
    <message>
        <source>Search or run a command</source>
        <translation>Suchen oder Befehl ausführen</translation>
    </message>
    <message>
        <source>Opening the profile</source>
        <translation>Öffnet das Profil</translation>
    </message>
    <message>
        <source>%1, measured %2 ago</source>
        <translation>%1, gemessen vor %2</translation>
    </message>
    <message>
        <source>Line: facts written a second, last 40 s</source>
        <translation>Linie: geschriebene Fakten je Sekunde, letzte 40 s</translation>
    </message>
    <message>
        <source>Opening</source>
        <translation>Öffnet</translation>
    </message>
    <message>
        <source>Well</source>
        <translation>Gesund</translation>
    </message>
    <message>
        <source>Busy</source>
        <translation>Beschäftigt</translation>
    </message>
    <message>
        <source>Unwell</source>
        <translation>Krank</translation>
    </message>
    <message>
        <source>%1 running, %2 waiting</source>
        <translation>%1 laufen, %2 warten</translation>
    </message>
    <message numerus="yes">
        <source>%n unread notices</source>
        <translation>
            <numerusform>%n ungelesener Hinweis</numerusform>
            <numerusform>%n ungelesene Hinweise</numerusform>
        </translation>
    </message>
    <message>
        <source>Notices</source>
        <translation>Hinweise</translation>
    </message>
    <message>
        <source>%1 of profile “%2”</source>
        <translation>%1 im Profil „%2“</translation>
    </message>
    <message>
        <source>The profile is not open</source>
        <translation>Das Profil ist nicht offen</translation>
    </message>
    <message>
        <source>Not open</source>
        <translation>Nicht offen</translation>
    </message>
    <message>
        <source>%1, locked</source>
        <translation>%1, gesperrt</translation>
    </message>
    <message>
        <source>Lock my key</source>
        <translation>Meinen Schlüssel sperren</translation>
    </message>
    <message>
        <source>Unlock my key</source>
        <translation>Meinen Schlüssel entsperren</translation>
    </message>
    <message>
        <source>My passport</source>
        <translation>Mein Pass</translation>
    </message>
</context>
<context>
    <name>Tray</name>
    <message>
        <source>DreamScope: %1; %2 running, %3 waiting</source>
        <translation>DreamScope: %1; %2 laufen, %3 warten</translation>
    </message>
    <message>
        <source>Open DreamScope</source>
        <translation>DreamScope öffnen</translation>
    </message>
    <message>
        <source>New dream</source>
        <translation>Neuer Traum</translation>
    </message>
    <message>
        <source>Running work</source>
        <translation>Laufende Arbeit</translation>
    </message>
    <message numerus="yes">
        <source>%n unread notices</source>
        <translation>
            <numerusform>%n ungelesener Hinweis</numerusform>
            <numerusform>%n ungelesene Hinweise</numerusform>
        </translation>
    </message>
    <message>
        <source>Notices</source>
        <translation>Hinweise</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Beenden</translation>
    </message>
</context>
<context>
    <name>Trouble</name>
    <message>
        <source>the disk is full</source>
        <translation>der Datenträger ist voll</translation>
    </message>
    <message>
        <source>writing is not allowed there</source>
        <translation>dort darf nicht geschrieben werden</translation>
    </message>
    <message>
        <source>the disk answers with errors</source>
        <translation>der Datenträger meldet Fehler</translation>
    </message>
    <message>
        <source>it is not there</source>
        <translation>es ist nicht da</translation>
    </message>
    <message>
        <source>another program works in it</source>
        <translation>ein anderes Programm arbeitet darin</translation>
    </message>
    <message>
        <source>it was changed from outside</source>
        <translation>es wurde von außen geändert</translation>
    </message>
    <message>
        <source>The disk is full</source>
        <translation>Der Datenträger ist voll</translation>
    </message>
    <message>
        <source>DreamScope could not write: no room is left on the disk that holds the profile.</source>
        <translation>DreamScope konnte nicht schreiben: Auf dem Datenträger mit dem Profil ist kein Platz mehr.</translation>
    </message>
    <message>
        <source>Free some space on it, then try again.</source>
        <translation>Schaffe dort Platz und versuche es noch einmal.</translation>
    </message>
    <message>
        <source>The profile may not be written</source>
        <translation>In das Profil darf nicht geschrieben werden</translation>
    </message>
    <message>
        <source>The folder or its disk allows only reading.</source>
        <translation>Der Ordner oder sein Datenträger erlaubt nur das Lesen.</translation>
    </message>
    <message>
        <source>Allow writing in the folder, or connect the disk for writing, then try again.</source>
        <translation>Erlaube das Schreiben in dem Ordner, oder binde den Datenträger zum Schreiben ein, und versuche es noch einmal.</translation>
    </message>
    <message>
        <source>The disk answers with errors</source>
        <translation>Der Datenträger meldet Fehler</translation>
    </message>
    <message>
        <source>DreamScope could not read or write what it needs.</source>
        <translation>DreamScope konnte nicht lesen oder schreiben, was es braucht.</translation>
    </message>
    <message>
        <source>Copy the profile&apos;s folder to another disk, or restore a backup, before you go on with this one.</source>
        <translation>Kopiere den Ordner des Profils auf einen anderen Datenträger, oder hole eine Sicherung zurück, bevor du mit diesem weiterarbeitest.</translation>
    </message>
    <message>
        <source>The profile&apos;s folder is not there</source>
        <translation>Der Ordner des Profils ist nicht da</translation>
    </message>
    <message>
        <source>It was moved, or the disk that holds it is not connected.</source>
        <translation>Er wurde verschoben, oder sein Datenträger ist nicht angeschlossen.</translation>
    </message>
    <message>
        <source>Connect the disk or put the folder back, then try again.</source>
        <translation>Schließe den Datenträger an oder bringe den Ordner zurück, und versuche es noch einmal.</translation>
    </message>
    <message>
        <source>Another program works in this profile</source>
        <translation>Ein anderes Programm arbeitet in diesem Profil</translation>
    </message>
    <message>
        <source>A profile has one writer at a time.</source>
        <translation>In ein Profil schreibt immer nur ein Programm.</translation>
    </message>
    <message>
        <source>End the other program, then try again.</source>
        <translation>Beende das andere Programm und versuche es noch einmal.</translation>
    </message>
    <message>
        <source>The journal is not as it was signed</source>
        <translation>Das Journal ist nicht so, wie es signiert wurde</translation>
    </message>
    <message>
        <source>%1.</source>
        <translation>%1.</translation>
    </message>
    <message>
        <source>Leave the folder as it is and restore a backup into another one: Settings, Backups.</source>
        <translation>Lass den Ordner, wie er ist, und hole eine Sicherung in einen anderen zurück: Einstellungen, Sicherungen.</translation>
    </message>
    <message>
        <source>The profile is in trouble</source>
        <translation>Mit dem Profil stimmt etwas nicht</translation>
    </message>
    <message>
        <source>Try again; if that does not help, restore a backup.</source>
        <translation>Versuche es noch einmal; wenn das nicht hilft, hole eine Sicherung zurück.</translation>
    </message>
</context>
<context>
    <name>TroubleBar</name>
    <message>
        <source>%1. %2 %3 %4</source>
        <translation>%1. %2 %3 %4</translation>
    </message>
    <message>
        <source>Everything that was said to be kept is in the journal, %1 facts. What was refused since then is not; a text you are writing stays in its field.</source>
        <translation>Alles, was als bewahrt gemeldet wurde, steht im Journal, %1 Fakten. Was seitdem abgelehnt wurde, nicht; ein Text, den du gerade schreibst, bleibt in seinem Feld.</translation>
    </message>
    <message>
        <source>Nothing was changed.</source>
        <translation>Nichts wurde geändert.</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Noch einmal</translation>
    </message>
    <message>
        <source>Show the folder</source>
        <translation>Den Ordner zeigen</translation>
    </message>
</context>
<context>
    <name>WallPage</name>
    <message>
        <source>%1, not measured yet</source>
        <translation>%1, noch nicht gemessen</translation>
    </message>
    <message>
        <source>%1 %2 %3</source>
        <translation>%1 %2 %3</translation>
    </message>
    <message>
        <source>Nothing was measured for %1.</source>
        <translation>Seit %1 wurde nichts gemessen.</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>Throughput</source>
        <translation>Durchsatz</translation>
    </message>
    <message>
        <source>tasks/min</source>
        <translation>Aufgaben/min</translation>
    </message>
    <message>
        <source>Latency p95</source>
        <translation>Dauer p95</translation>
    </message>
    <message>
        <source>ms</source>
        <translation>ms</translation>
    </message>
    <message>
        <source>Running</source>
        <translation>Läuft</translation>
    </message>
    <message>
        <source>tasks</source>
        <translation>Aufgaben</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>Wartet</translation>
    </message>
    <message>
        <source>Need a person</source>
        <translation>Brauchen jemanden</translation>
    </message>
    <message>
        <source>dreams</source>
        <translation>Träume</translation>
    </message>
    <message>
        <source>Tasks a minute</source>
        <translation>Aufgaben je Minute</translation>
    </message>
    <message>
        <source>now</source>
        <translation>jetzt</translation>
    </message>
    <message>
        <source>done</source>
        <translation>fertig</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>gescheitert</translation>
    </message>
    <message>
        <source>No task has ended yet. The line begins with the first receipt.</source>
        <translation>Noch ist keine Aufgabe beendet. Die Linie beginnt mit der ersten Quittung.</translation>
    </message>
    <message numerus="yes">
        <source>%n alerts</source>
        <translation>
            <numerusform>%n Alarm</numerusform>
            <numerusform>%n Alarme</numerusform>
        </translation>
    </message>
    <message>
        <source>No alert</source>
        <translation>Kein Alarm</translation>
    </message>
    <message>
        <source>Done last</source>
        <translation>Zuletzt getan</translation>
    </message>
    <message>
        <source>%1 on “%2”</source>
        <translation>%1 zu „%2“</translation>
    </message>
</context>
<context>
    <name>Watch</name>
    <message>
        <source>“%1” needs you</source>
        <translation>„%1“ braucht dich</translation>
    </message>
    <message numerus="yes">
        <source>%n assignments are done</source>
        <translation>
            <numerusform>%n Auftrag ist fertig</numerusform>
            <numerusform>%n Aufträge sind fertig</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>models</name>
    <message>
        <source>%1 facts on %2 pages, each chained to the page before</source>
        <translation>%1 Fakten auf %2 Seiten, jede an die vorige gekettet</translation>
    </message>
    <message>
        <source>Signed up to page %1 by this profile&apos;s key: %2</source>
        <translation>Bis Seite %1 mit dem Schlüssel dieses Profils signiert: %2</translation>
    </message>
    <message>
        <source>Signed up to page %1 by a key nobody here knows: %2</source>
        <translation>Bis Seite %1 mit einem Schlüssel signiert, den hier niemand kennt: %2</translation>
    </message>
    <message>
        <source>%1 texts and artefacts are the bytes their digests name</source>
        <translation>%1 Texte und Stücke sind die Bytes, die ihre Prüfsummen nennen</translation>
    </message>
    <message>
        <source>%1 were erased on request</source>
        <translation>%1 wurden auf Wunsch gelöscht</translation>
    </message>
    <message>
        <source>%1 things do not hold</source>
        <translation>%1 Dinge halten nicht</translation>
    </message>
    <message>
        <source>%1 receipts hold, checked without a network</source>
        <translation>%1 Quittungen halten, ohne Netz geprüft</translation>
    </message>
    <message>
        <source>The journal holds, checked without a network</source>
        <translation>Das Journal hält, ohne Netz geprüft</translation>
    </message>
    <message>
        <source>The profile is not open.</source>
        <translation>Das Profil ist nicht offen.</translation>
    </message>
    <message>
        <source>%1 accounts: opened once, empty, and as their entries add up</source>
        <translation>%1 Konten: einmal eröffnet, leer, und so hoch wie die Summe ihrer Zeilen</translation>
    </message>
    <message>
        <source>%1 transfers: between accounts that are there, in one token, each number used once</source>
        <translation>%1 Buchungen: zwischen vorhandenen Konten, in einem Token, jede Nummer einmal verwendet</translation>
    </message>
    <message>
        <source>%1 holds: ended once and within their amount; %2 are open</source>
        <translation>%1 Vormerkungen: einmal und in ihrer Höhe beendet; %2 sind offen</translation>
    </message>
    <message>
        <source>%1 reversals: of something that was done</source>
        <translation>%1 Rückgaben: von etwas, das geschehen ist</translation>
    </message>
    <message>
        <source>Every token sums to zero, none passed its cap, no balance was ever below nothing</source>
        <translation>Jedes Token ergibt in Summe null, keines überschritt seine Grenze, kein Guthaben war je unter null</translation>
    </message>
    <message>
        <source>The books balance</source>
        <translation>Die Bücher gehen auf</translation>
    </message>
    <message>
        <source>The books do not balance: %1 findings</source>
        <translation>Die Bücher gehen nicht auf: %1 Befunde</translation>
    </message>
</context>
<context>
    <name>models::Journal</name>
    <message>
        <source>A profile in memory has no backups.</source>
        <translation>Ein Profil im Arbeitsspeicher hat keine Sicherungen.</translation>
    </message>
</context>
</TS>
