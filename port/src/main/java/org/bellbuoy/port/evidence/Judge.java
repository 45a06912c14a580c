package org.bellbuoy.port.evidence;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Answers a checklist from what was gathered. Pure; each kind is answered once. */
final class Judge {
  private final Grounds grounds;
  private final Map<EvidenceKind, Answer> answers = new EnumMap<>(EvidenceKind.class);

  Judge(Grounds grounds) {
    this.grounds = grounds;
  }

  List<ParagraphEvidence> judge(Checklist checklist) {
    List<ParagraphEvidence> all = new ArrayList<>();
    for (Checklist.Paragraph paragraph : checklist.paragraphs()) {
      all.add(
          ParagraphEvidence.of(
              paragraph,
              paragraph.evidence().stream().map(this::answer).toList(),
              paragraph.beside().stream().map(this::answer).toList()));
    }
    return all;
  }

  private Answer answer(EvidenceKind kind) {
    Answer known = answers.get(kind);
    if (known == null) {
      known = judge(kind);
      answers.put(kind, known);
    }
    return known;
  }

  private Answer judge(EvidenceKind kind) {
    return switch (kind) {
      case REMOTE_SESSIONS_DOCUMENTED -> SessionAnswers.documented(grounds);
      case OT_PUBLIC_FLOWS -> BorderAnswers.publicFlows(grounds);
      case INBOUND_FROM_PUBLIC -> BorderAnswers.inbound(grounds);
      case CLEARTEXT_LOGINS -> LoginAnswers.cleartext(grounds);
      case WELL_KNOWN_SECRETS -> LoginAnswers.wellKnown(grounds);
      case REPEATED_LOGIN_FAILURES -> LoginAnswers.failures(grounds);
      case UNLISTED_DEVICES -> DeviceAnswers.unlisted(grounds);
      case INVENTORY -> DeviceAnswers.inventory(grounds);
      case NETWORK_MAP -> TrafficAnswers.map(grounds);
      case ZONE_CROSSINGS -> BorderAnswers.zoneCrossings(grounds);
      case EXECUTABLES_MOVED_IN -> TrafficAnswers.executables(grounds);
      case ENCRYPTION_SHARE -> TrafficAnswers.encryption(grounds);
      case TLS_VERSIONS -> TrafficAnswers.tls(grounds);
      case SYSLOG_AND_TIME_SOURCES -> DeviceAnswers.logsAndTime(grounds);
      case NEW_HARDWARE -> DeviceAnswers.newHardware(grounds);
      case SECOND_GATEWAY -> BorderAnswers.secondGateway(grounds);
      case ENGINEERING_SESSIONS_UNAUTHENTICATED -> LoginAnswers.unauthenticated(grounds);
      case LONG_SESSIONS -> SessionAnswers.longSessions(grounds);
      case FLOODS -> TrafficAnswers.floods(grounds);
      case PERSON_TO_PERSON -> TrafficAnswers.mail(grounds);
      case WHO_COMMANDS -> LoginAnswers.whoCommands(grounds);
      case SERVICES_OFFERED -> DeviceAnswers.services(grounds);
      case MONITORING_GAPS -> TrafficAnswers.gaps(grounds);
      case NONE_PASSIVE ->
          new Answer.Draft(kind).cannotTell("A capture of a network cannot show this.");
    };
  }
}
