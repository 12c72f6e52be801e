// Names of the fields and sections of meeting notes in four languages. Owns the lists alone; the
// parser is recordmeeting.cpp. Thread contract: constants.
#pragma once

#include <string_view>

namespace capabilities::record {

inline constexpr std::string_view dateNames =
    "date|datum|fecha|when|wann|cuándo|quand|tag|day|día|jour";
inline constexpr std::string_view timeNames =
    "time|uhrzeit|zeit|beginn|hora|heure|start|starts|horario|horaire";
inline constexpr std::string_view placeNames =
    "place|location|where|venue|room|ort|raum|wo|lugar|sala|sitio|lieu|salle|où";
inline constexpr std::string_view attendeeNames =
    "attendees|attending|present|participants|here|in the room|who|anwesend|anwesende|teilnehmer|"
    "teilnehmende|dabei|asistentes|presentes|participantes|asisten|présents|présentes|"
    "participants|étaient là|there";
inline constexpr std::string_view absentNames =
    "absent|apologies|excused|missing|out|away|regrets|entschuldigt|abwesend|fehlt|fehlen|ausentes|"
    "excusados|disculpan|faltan|absents|absentes|excusés|excusées|excusé";
inline constexpr std::string_view agendaNames =
    "agenda|topics|points|tagesordnung|themen|top|orden del día|temas|puntos|ordre du jour|"
    "sujets|points à";
inline constexpr std::string_view decisionNames =
    "decision|decisions|decided|agreed|resolved|outcome|beschluss|beschlüsse|beschlossen|"
    "entscheidung|"
    "entscheidungen|ergebnis|ergebnisse|acuerdo|acuerdos|decisión|decisiones|se acuerda|décision|"
    "décisions|décidé|résolutions|relevé de décisions";
inline constexpr std::string_view actionNames =
    "action|actions|action items|to do|to-do|to-dos|todo|todos|tasks|next steps|who does what|"
    "aufgaben|aufgabe|"
    "nächste schritte|wer macht was|offen|tareas|pendientes|próximos pasos|quién hace qué|tâches|"
    "à faire|"
    "qui fait quoi|prochaines étapes|suites";
inline constexpr std::string_view nextNames =
    "next meeting|next one|next time|next session|nächstes treffen|nächste sitzung|"
    "nächster termin|nächstes mal|"
    "próxima reunión|próxima junta|siguiente reunión|la próxima|prochaine réunion|"
    "prochaine séance|prochain conseil|prochaine fois|prochain rendez-vous";

}  // namespace capabilities::record
