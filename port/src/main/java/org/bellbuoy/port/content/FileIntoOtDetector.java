package org.bellbuoy.port.content;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.bellbuoy.core.finding.Level;
import org.bellbuoy.core.finding.Reason;
import org.bellbuoy.core.finding.Severity;
import org.bellbuoy.port.conversation.Conversation;
import org.bellbuoy.port.conversation.Direction;
import org.bellbuoy.port.conversation.Endpoint;
import org.bellbuoy.port.conversation.FrameMark;
import org.bellbuoy.port.conversation.IpAddress;
import org.bellbuoy.port.conversation.Networks;
import org.bellbuoy.port.conversation.Protocol;
import org.bellbuoy.port.decode.ConversationListener;
import org.bellbuoy.port.detect.PortDetector;
import org.bellbuoy.port.detect.PortFact;
import org.jspecify.annotations.Nullable;

/**
 * Rule {@code port.file-into-ot}: programs and firmware that move to an inside host over HTTP, FTP,
 * TFTP or SMB, told by how the file begins. One fact for each sender, kind and receiver. Files that
 * begin in the middle of a segment of another protocol, are packed in another, or are encrypted are
 * not seen. Keeps a few bytes for each conversation that is looked at, and the first 4,096 such
 * pairs, under 16 MB.
 */
public final class FileIntoOtDetector implements PortDetector {
  private static final String RULE = "port.file-into-ot";
  private static final int MOST = 4096;
  private static final int MOST_LOOKED_AT = 64;

  private record Key(IpAddress sender, FileKind kind, IpAddress receiver) {}

  private static final class Talk {
    final boolean[] begun = new boolean[2];
    int looked;
    boolean goesOn;
    String name = "";
  }

  private record Tftp(IpAddress client, int port) {}

  private final Networks networks;
  private final IdentityHashMap<Conversation, Talk> talks = new IdentityHashMap<>();
  private final Payloads payloads = new Payloads(this::datagram, this::segment, talks::remove);
  private final Map<Tftp, String> requests =
      new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Tftp, String> eldest) {
          return size() > 256;
        }
      };
  private final Map<Key, Seen> files = new LinkedHashMap<>();

  /** A detector for those networks. */
  public FileIntoOtDetector(Networks networks) {
    this.networks = networks;
  }

  @Override
  public ConversationListener conversations() {
    return payloads;
  }

  /** A request of TFTP goes to its port; the data come from another port to the same client. */
  private boolean datagram(
      Conversation conversation, Direction direction, byte[] b, int o, int n, FrameMark mark) {
    Endpoint from = conversation.source(direction);
    Endpoint to = conversation.destination(direction);
    if (to.port() == 69) {
      String name = FileSigns.requested(b, o, n);
      if (!name.isEmpty()) {
        requests.put(new Tftp(from.address(), from.port()), name);
      }
      return true;
    }
    int at = FileSigns.tftp(b, o, n);
    String reading = requests.get(new Tftp(to.address(), to.port()));
    String writing = requests.get(new Tftp(from.address(), from.port()));
    String name = reading == null ? writing : reading;
    if (at != FileSigns.NONE && name != null) {
      found(from, to, FileKind.of(b, at, o + n - at), name, mark);
    }
    return name != null && at == FileSigns.NONE;
  }

  private boolean segment(
      Conversation conversation, Direction direction, byte[] b, int o, int n, FrameMark mark) {
    Talk talk = talks.get(conversation);
    if (talk == null) {
      if (!worthLooking(conversation)) {
        return false;
      }
      talk = new Talk();
      talks.put(conversation, talk);
    }
    int side = direction == Direction.TO_SERVER ? 0 : 1;
    String name = FileSigns.requested(b, o, n);
    talk.name = name.isEmpty() ? talk.name : name;
    int at = FileSigns.http(b, o, n);
    if (at == FileSigns.NONE) {
      at = FileSigns.smb(b, o, n);
    }
    // Of streams that are one file, as FTP's data connections.
    boolean whole = !talk.begun[side] && at == FileSigns.NONE;
    talk.begun[side] = true;
    talk.goesOn |= at != FileSigns.NONE || !name.isEmpty() || isSmb(b, o, n);
    if (whole) {
      at = o;
    }
    if (at != FileSigns.NONE) {
      FileKind kind = FileKind.of(b, at, o + n - at);
      found(
          conversation.source(direction),
          conversation.destination(direction),
          kind,
          talk.name,
          mark);
    }
    talk.looked++;
    // HTTP and SMB carry many files over one connection.
    return talk.goesOn || talk.looked < MOST_LOOKED_AT;
  }

  private static boolean isSmb(byte[] b, int o, int n) {
    return n > 8 && b[o] == 0 && b[o + 5] == 'S' && b[o + 6] == 'M' && b[o + 7] == 'B';
  }

  private boolean worthLooking(Conversation conversation) {
    Protocol protocol = conversation.protocol();
    boolean carries =
        protocol == Protocol.UNKNOWN
            || protocol == Protocol.HTTP
            || protocol == Protocol.FTP
            || protocol == Protocol.SMB;
    return carries
        && (networks.isInside(conversation.client().address())
            || networks.isInside(conversation.server().address()));
  }

  private void found(
      Endpoint from, Endpoint to, @Nullable FileKind kind, String name, FrameMark mark) {
    if (kind == null || !networks.isInside(to.address())) {
      return;
    }
    Key key = new Key(from.address(), kind, to.address());
    Seen seen = files.get(key);
    if (seen == null) {
      if (files.size() == MOST) {
        return;
      }
      seen = new Seen(mark.epochNanos());
      files.put(key, seen);
    }
    seen.add(mark, name);
  }

  @Override
  public List<PortFact> facts(long lastNanos) {
    List<PortFact> facts = new ArrayList<>();
    files.forEach((key, seen) -> facts.add(fact(key, seen)));
    return facts;
  }

  private PortFact fact(Key key, Seen seen) {
    boolean outside = !networks.isInside(key.sender());
    List<Reason> reasons = new ArrayList<>();
    reasons.add(
        Reason.of(
            "files",
            "Files that begin as %s do.".formatted(key.kind().word().replace('-', ' ')),
            (double) seen.count,
            "files"));
    if (!seen.names().isEmpty()) {
      reasons.add(Reason.of("names", "Asked for as " + String.join(", ", seen.names()) + "."));
    }
    if (outside) {
      reasons.add(Reason.of("from-outside", "The sender is not in the watched networks."));
    }
    if (!key.kind().runs()) {
      reasons.add(Reason.of("against-data", "Such files also hold documents and other data only."));
    }
    reasons.add(Reason.of("against-cut", "Whether the file arrived whole was not looked at."));
    Severity severity =
        !key.kind().runs() ? Severity.LOW : outside ? Severity.HIGH : Severity.MEDIUM;
    return new PortFact(
        RULE,
        key.kind().runs() ? Level.LIKELY : Level.POSSIBLE,
        severity,
        Map.of("ip", key.sender().toString()),
        key.kind().word(),
        List.of(seen.target(key.receiver().toString(), "received")),
        seen.firstNanos,
        seen.lastNanos,
        seen.count,
        reasons,
        seen.traces);
  }
}
