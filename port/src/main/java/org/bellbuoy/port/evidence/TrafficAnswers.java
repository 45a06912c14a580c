package org.bellbuoy.port.evidence;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.bellbuoy.core.finding.Level;
import org.bellbuoy.port.conversation.IpAddress;
import org.bellbuoy.port.conversation.Networks;
import org.bellbuoy.port.detect.PortFact;
import org.bellbuoy.port.detect.PortWords;
import org.bellbuoy.port.evidence.StreamSigns.Cipher;
import org.bellbuoy.port.operation.OperationClass;

/** What passes: files, encryption, mail, floods, gaps, and the map of it all. */
final class TrafficAnswers {
  private static final int TLS_1_2 = 0x0303;

  private TrafficAnswers() {}

  static Answer map(Grounds grounds) {
    Answer.Draft draft = new Answer.Draft(EvidenceKind.NETWORK_MAP);
    Set<IpAddress> hosts = new HashSet<>();
    List<Map.Entry<FlowBook.Key, FlowBook.Line>> lines = new ArrayList<>();
    long conversations = 0;
    for (Map.Entry<FlowBook.Key, FlowBook.Line> one : grounds.flows().lines().entrySet()) {
      if (one.getValue().answered > 0) {
        lines.add(one);
        hosts.add(one.getKey().client());
        hosts.add(one.getKey().server());
        conversations += one.getValue().conversations;
      }
    }
    lines.sort(Comparator.comparingLong(one -> -one.getValue().bytes));
    for (Map.Entry<FlowBook.Key, FlowBook.Line> one : lines) {
      draft.item(BorderAnswers.line(one.getKey(), one.getValue()));
      draft.frames(one.getValue().traces.subList(0, 1));
    }
    draft
        .count("hosts", hosts.size())
        .count("connections", lines.size())
        .count("conversations", conversations)
        .count("left-out", grounds.flows().leftOut());
    if (lines.isEmpty()) {
      return draft.cannotTell("No conversation over IP was answered.");
    }
    String what =
        "%s speak over %s; those with most traffic are listed."
            .formatted(
                PortWords.count(hosts.size(), "address", "addresses"),
                PortWords.count(lines.size(), "connection", "connections"));
    return grounds.sight().enough() && grounds.flows().leftOut() == 0
        ? draft.supports(what)
        : draft.cannotTell("In what was captured, " + what + grounds.sight().why());
  }

  static Answer executables(Grounds grounds) {
    Answer.Draft draft = new Answer.Draft(EvidenceKind.EXECUTABLES_MOVED_IN);
    long certain = 0;
    long doubtful = 0;
    for (PortFact fact : grounds.facts("port.file-into-ot")) {
      boolean runs = fact.level() == Level.LIKELY;
      certain += runs ? fact.count() : 0;
      doubtful += runs ? 0 : fact.count();
      if (runs) {
        draft.frames(fact.traces());
      }
      draft.item((runs ? "" : "possible: ") + Grounds.line(fact));
    }
    long firmware = 0;
    long programs = 0;
    for (Map.Entry<CommandBook.Key, CommandBook.Line> one : grounds.commands().lines().entrySet()) {
      CommandBook.Line line = one.getValue();
      OperationClass kind = one.getKey().operationClass();
      if (kind == OperationClass.FIRMWARE || kind == OperationClass.PROGRAM) {
        firmware += kind == OperationClass.FIRMWARE ? line.acceptedCount : 0;
        programs += kind == OperationClass.PROGRAM ? line.acceptedCount : 0;
        draft
            .item(
                "%s to %s: %s %s, accepted %,d of %,d"
                    .formatted(
                        one.getKey().actor(),
                        one.getKey().target(),
                        one.getKey().protocol().word(),
                        kind.word(),
                        line.acceptedCount,
                        line.asked))
            .frames(line.accepted);
      }
    }
    draft
        .count("files-that-run", certain)
        .count("files-that-may", doubtful)
        .count("firmware-operations-accepted", firmware)
        .count("program-operations-accepted", programs);
    if (certain > 0 || firmware > 0) {
      return draft.contradicts(
          "%s as programs or firmware do moved to watched hosts, and %s accepted."
              .formatted(
                  PortWords.count(certain, "file that begins", "files that begin"),
                  PortWords.count(firmware, "firmware operation was", "firmware operations were")));
    }
    if (doubtful > 0 || programs > 0) {
      return draft.cannotTell(
          "%s, and %s accepted, to or from a controller."
              .formatted(
                  PortWords.count(
                      doubtful, "archive or installer moved in", "archives or installers moved in"),
                  PortWords.count(programs, "program operation was", "program operations were")));
    }
    Sight sight = grounds.sight();
    String none = "no program or firmware moved to a watched host in clear.";
    return sight.enough(Place.DEVICES) && grounds.unwatched().isEmpty()
        ? draft.supports(none + sight.stated(Place.DEVICES))
        : draft.cannotTell(
            "In what was captured, " + none + sight.why(Place.DEVICES) + grounds.unwatched());
  }

  static Answer encryption(Grounds grounds) {
    Answer.Draft draft = new Answer.Draft(EvidenceKind.ENCRYPTION_SHARE);
    long[] sessions = new long[Cipher.values().length];
    long[] bytes = new long[Cipher.values().length];
    List<Map.Entry<FlowBook.Key, FlowBook.Line>> clear = new ArrayList<>();
    for (Map.Entry<FlowBook.Key, FlowBook.Line> one : grounds.flows().lines().entrySet()) {
      FlowBook.Line line = one.getValue();
      if (one.getKey().service().startsWith("tcp/")
          && line.bytes > 0
          && crosses(grounds, one.getKey())) {
        int cipher = one.getKey().cipher().ordinal();
        sessions[cipher] += line.conversations;
        bytes[cipher] += line.bytes;
        if (one.getKey().cipher() == Cipher.CLEAR) {
          clear.add(one);
        }
      }
    }
    clear.sort(Comparator.comparingLong(one -> -one.getValue().bytes));
    for (Map.Entry<FlowBook.Key, FlowBook.Line> one : clear) {
      draft.item(BorderAnswers.line(one.getKey(), one.getValue())).frames(one.getValue().traces);
    }
    long all = 0;
    for (Cipher cipher : Cipher.values()) {
      String word = cipher.name().toLowerCase(Locale.ROOT);
      draft.count(word + "-sessions", sessions[cipher.ordinal()]);
      draft.count(word + "-bytes", bytes[cipher.ordinal()]);
      all += sessions[cipher.ordinal()];
    }
    long encrypted = sessions[Cipher.ENCRYPTED.ordinal()];
    if (all == 0) {
      return draft.cannotTell("No TCP session with payload left a zone or the network.");
    }
    String what =
        "of %2$s that left a zone or the network %1$d began as encrypted ones do, %3$d in clear."
            .formatted(
                encrypted,
                PortWords.count(all, "TCP session", "TCP sessions"),
                sessions[Cipher.CLEAR.ordinal()]);
    return encrypted == all && grounds.sight().enough()
        ? draft.supports(what)
        : draft.cannotTell(
            "In what was captured, "
                + what
                + (encrypted == all
                    ? grounds.sight().why()
                    : " Whether what they carry must be encrypted does not show."));
  }

  private static boolean crosses(Grounds grounds, FlowBook.Key key) {
    Networks networks = grounds.declared().networks();
    return !key.fromZone().equals(key.toZone())
        || networks.isInside(key.client()) != networks.isInside(key.server());
  }

  static Answer tls(Grounds grounds) {
    Answer.Draft draft = new Answer.Draft(EvidenceKind.TLS_VERSIONS);
    long old = 0;
    long good = 0;
    List<Map.Entry<FlowBook.TlsKey, FlowBook.Tls>> all =
        new ArrayList<>(grounds.flows().tls().entrySet());
    all.sort(Comparator.comparingInt(one -> one.getKey().version()));
    for (Map.Entry<FlowBook.TlsKey, FlowBook.Tls> one : all) {
      boolean isOld = one.getKey().version() < TLS_1_2;
      old += isOld ? 1 : 0;
      good += isOld ? 0 : 1;
      draft
          .item(
              "%s chose %s, %s"
                  .formatted(
                      one.getKey().server(),
                      tlsName(one.getKey().version()),
                      PortWords.times(one.getValue().hellos)))
          .frames(one.getValue().traces);
    }
    draft.count("servers-with-old-versions", old).count("servers-with-1.2-or-later", good);
    if (old > 0) {
      return draft.contradicts(
          "%s a version before TLS 1.2."
              .formatted(PortWords.count(old, "server chose", "servers chose")));
    }
    if (good == 0) {
      return draft.cannotTell("No server's TLS hello was seen.");
    }
    String what =
        "each of %s chose TLS 1.2 or later.".formatted(PortWords.count(good, "server", "servers"));
    return grounds.sight().enough()
        ? draft.supports(what)
        : draft.cannotTell("In what was captured, " + what + grounds.sight().why());
  }

  private static String tlsName(int version) {
    return switch (version) {
      case 0x0300 -> "SSL 3.0";
      case 0x0301 -> "TLS 1.0";
      case 0x0302 -> "TLS 1.1";
      case 0x0303 -> "TLS 1.2";
      case 0x0304 -> "TLS 1.3";
      default -> "version 0x%04x".formatted(version);
    };
  }

  static Answer mail(Grounds grounds) {
    Answer.Draft draft = new Answer.Draft(EvidenceKind.PERSON_TO_PERSON);
    long seen = 0;
    for (Map.Entry<FlowBook.Key, FlowBook.Line> one : grounds.flows().lines().entrySet()) {
      FlowBook.Key key = one.getKey();
      if (key.mail() && (grounds.isOt(key.client()) || grounds.isOt(key.server()))) {
        seen += one.getValue().conversations;
        draft.item(BorderAnswers.line(key, one.getValue())).frames(one.getValue().traces);
      }
    }
    draft.count("conversations", seen);
    if (seen > 0) {
      return draft.contradicts(
          "%s to or from OT hosts."
                  .formatted(
                      PortWords.count(
                          seen, "conversation of mail was", "conversations of mail were"))
              + grounds.whatOtIs());
    }
    Sight sight = grounds.sight();
    return sight.enough(Place.BORDER) && grounds.unwatched().isEmpty()
        ? draft.supports(
            "no mail in clear passed to or from OT hosts." + sight.stated(Place.BORDER))
        : draft.cannotTell(
            "No mail in clear to or from OT hosts was seen."
                + sight.why(Place.BORDER)
                + grounds.unwatched());
  }

  static Answer floods(Grounds grounds) {
    Answer.Draft draft = new Answer.Draft(EvidenceKind.FLOODS);
    int limit = grounds.options().floodPackets();
    grounds
        .rates()
        .floods()
        .forEach(
            (address, flood) ->
                draft
                    .item(
                        "%s: %,d packets in one second, over %,d in %s"
                            .formatted(
                                address,
                                flood.most,
                                limit,
                                PortWords.count(flood.seconds, "second", "seconds")))
                    .frames(flood.traces));
    long floods = grounds.rates().floods().size();
    draft.count("addresses", floods).count("most-packets-a-second", grounds.rates().most());
    if (floods > 0) {
      return draft.contradicts(
          "%s at least %,d packets in one second."
              .formatted(
                  PortWords.count(floods, "address was sent", "addresses were sent"), limit));
    }
    Sight sight = grounds.sight();
    String none =
        "no address was sent more than %,d packets in one second."
            .formatted(grounds.rates().most());
    return sight.enough(Place.DEVICES)
        ? draft.supports(none + sight.stated(Place.DEVICES))
        : draft.cannotTell("In what was captured, " + none + sight.why(Place.DEVICES));
  }

  static Answer gaps(Grounds grounds) {
    Answer.Draft draft = new Answer.Draft(EvidenceKind.MONITORING_GAPS);
    Sight sight = grounds.sight();
    for (RateBook.Gap gap : grounds.rates().gaps()) {
      draft
          .item(
              "no packet for %s from %s on"
                  .formatted(
                      PortWords.span(gap.nanos()), PortWords.time(gap.before().epochNanos())))
          .frame(gap.before())
          .frame(gap.after());
    }
    draft
        .count("gaps", grounds.rates().gapCount())
        .count("longest-seconds", grounds.rates().longestNanos() / 1_000_000_000L)
        .count("missing-bytes", grounds.health().missingBytes());
    String what =
        "the longest time without a packet is %s."
            .formatted(PortWords.span(grounds.rates().longestNanos()));
    return sight.enough(Place.ZONES)
        ? draft.supports(what + sight.stated(Place.ZONES))
        : draft.cannotTell("In what was captured, " + what + sight.why(Place.ZONES));
  }
}
