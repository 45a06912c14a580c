package org.bellbuoy.port.zeek;

import java.util.List;
import org.bellbuoy.port.conversation.ConnectionState;
import org.bellbuoy.port.conversation.IpAddress;
import org.bellbuoy.port.detect.PortTrace;

/** What a line of a log tells, the same for all sensors. All text is untrusted. */
public sealed interface LogRecord {
  /** Time and place of the line; the frame is its line number. */
  PortTrace trace();

  /** The sensor's name of the connection, empty where it has none. */
  String uid();

  /** Between whom. */
  Ends ends();

  /**
   * The ends of a connection.
   *
   * @param client who opened it
   * @param server who was called
   */
  record Ends(IpAddress client, int clientPort, IpAddress server, int serverPort) {}

  /**
   * A connection, or a conversation of datagrams.
   *
   * @param transport {@code tcp}, {@code udp}, {@code icmp} or another word
   * @param service what was spoken as the sensor told it, empty where it could not
   * @param durationNanos −1 where it is not told
   * @param clientBytes payload from the client, −1 where it is not told
   * @param serverBytes payload from the server, −1 where it is not told
   * @param clientIpBytes bytes of IP packets from the client, −1 where it is not told
   * @param serverIpBytes bytes of IP packets from the server
   * @param state how far it came
   * @param answered whether both sides spoke
   * @param open whether it still went on when the line was written
   */
  record Connection(
      PortTrace trace,
      String uid,
      Ends ends,
      String transport,
      String service,
      long durationNanos,
      long clientBytes,
      long serverBytes,
      long clientIpBytes,
      long serverIpBytes,
      ConnectionState state,
      boolean answered,
      boolean open)
      implements LogRecord {}

  /**
   * A name that was asked for.
   *
   * @param query the name
   * @param type of what was asked, for example {@code A}
   * @param answers addresses and names given
   */
  record Dns(
      PortTrace trace, String uid, Ends ends, String query, String type, List<String> answers)
      implements LogRecord {
    public Dns {
      answers = List.copyOf(answers);
    }
  }

  /**
   * A request over HTTP.
   *
   * @param host as the client named it, empty where it named none
   * @param userAgent as the client named itself
   */
  record Http(
      PortTrace trace,
      String uid,
      Ends ends,
      String method,
      String host,
      String uri,
      String userAgent)
      implements LogRecord {}

  /**
   * A TLS handshake.
   *
   * @param serverName the name asked for, empty where there is none
   * @param version of TLS, as the sensor writes it
   */
  record Tls(PortTrace trace, String uid, Ends ends, String serverName, String version)
      implements LogRecord {}
}
