package org.bellbuoy.port.session;

import java.util.List;
import org.bellbuoy.core.finding.Level;
import org.bellbuoy.port.conversation.Endpoint;
import org.bellbuoy.port.conversation.IpAddress;
import org.bellbuoy.port.conversation.Transport;
import org.bellbuoy.port.detect.PortTrace;
import org.jspecify.annotations.Nullable;

/**
 * One session of remote access: connections of one tool between two hosts with short pauses only.
 *
 * @param tool with what
 * @param level how sure the tool is
 * @param sign what told it, a phrase
 * @param transport what carries it
 * @param opener who opened the first connection
 * @param acceptor who was called
 * @param control who works whom
 * @param basis what {@code control} rests on
 * @param version banner or version as sent; untrusted, may be empty
 * @param account account, target or name in clear; untrusted, may be empty
 * @param firstNanos begin, nanoseconds since 1970; where the capture begins in the middle, that
 * @param lastNanos last packet
 * @param ended whether its end was seen
 * @param connections how many connections, or conversations of datagrams
 * @param packets both ways
 * @param bytesFromOpener payload bytes from opener to acceptor
 * @param bytesToOpener payload bytes the other way
 * @param trace the packet that told the tool
 * @param work what either end asked of others meanwhile; of who is reached where that is known
 * @param workNotKept operations beyond those kept in {@code work}
 */
public record RemoteSession(
    RemoteTool tool,
    Level level,
    String sign,
    Transport transport,
    Endpoint opener,
    Endpoint acceptor,
    Control control,
    Control.Basis basis,
    String version,
    String account,
    long firstNanos,
    long lastNanos,
    boolean ended,
    int connections,
    long packets,
    long bytesFromOpener,
    long bytesToOpener,
    PortTrace trace,
    List<SessionWork> work,
    long workNotKept) {
  public RemoteSession {
    work = List.copyOf(work);
  }

  /** Who controls; null where that is not one of the two. */
  public @Nullable IpAddress controller() {
    return switch (control) {
      case BY_OPENER -> opener.address();
      case BY_ACCEPTOR -> acceptor.address();
      case EITHER, UNKNOWN -> null;
    };
  }

  /** Who is controlled; null where that is not one of the two. */
  public @Nullable IpAddress controlled() {
    return switch (control) {
      case BY_OPENER -> acceptor.address();
      case BY_ACCEPTOR -> opener.address();
      case EITHER, UNKNOWN -> null;
    };
  }
}
