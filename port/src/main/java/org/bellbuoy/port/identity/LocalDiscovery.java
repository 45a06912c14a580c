package org.bellbuoy.port.identity;

import java.nio.charset.StandardCharsets;
import org.bellbuoy.port.conversation.Endpoint;
import org.bellbuoy.port.conversation.FrameMark;
import org.bellbuoy.port.conversation.Protocol;
import org.bellbuoy.port.operation.AttributeName;
import org.jspecify.annotations.Nullable;

/**
 * SSDP (UPnP device architecture, 1.2 and 1.3) and WS-Discovery as network cameras use it (ONVIF
 * core specification, 7.3).
 */
final class LocalDiscovery {
  private static final int MOST_BYTES = 4096;
  private static final String ONVIF_SCOPE = "onvif://www.onvif.org/";

  private LocalDiscovery() {}

  /** Which of the two a datagram is; null for none. */
  static @Nullable Protocol which(byte[] b, int at, int length) {
    if (length < 32) {
      return null;
    }
    if (Lines.begins(b, at, length, "NOTIFY * HTTP/1")
        || Lines.begins(b, at, length, "HTTP/1.1 200 OK")) {
      return Protocol.SSDP;
    }
    return b[at] == '<' && Lines.find(b, at, Math.min(length, MOST_BYTES), "/discovery\"") >= 0
        ? Protocol.WS_DISCOVERY
        : null;
  }

  static void read(
      Protocol protocol,
      Endpoint sender,
      byte[] b,
      int at,
      int length,
      FrameMark mark,
      Teller teller) {
    if (protocol == Protocol.SSDP) {
      String server = Lines.header(b, at, length, "server");
      if (server != null) {
        teller.tell(mark, sender, AttributeName.SOFTWARE, server, protocol);
      }
      return;
    }
    String text = new String(b, at, Math.min(length, MOST_BYTES), StandardCharsets.UTF_8);
    // Whoever looks for cameras names the type too, but as a Probe.
    if (!text.contains("ProbeMatch") && !text.contains(":Hello")) {
      return;
    }
    if (text.contains("NetworkVideoTransmitter")) {
      teller.tell(mark, sender, AttributeName.ROLE, "camera", protocol);
    }
    scope(text, "hardware/", AttributeName.MODEL, sender, mark, teller);
    scope(text, "name/", AttributeName.NAME, sender, mark, teller);
    scope(text, "location/", AttributeName.LOCATION, sender, mark, teller);
  }

  private static void scope(
      String text,
      String kind,
      AttributeName attribute,
      Endpoint sender,
      FrameMark mark,
      Teller teller) {
    int from = text.indexOf(ONVIF_SCOPE + kind);
    if (from < 0) {
      return;
    }
    from += ONVIF_SCOPE.length() + kind.length();
    int to = from;
    while (to < text.length() && text.charAt(to) > ' ' && text.charAt(to) != '<') {
      to++;
    }
    String value = text.substring(from, to).replace("%20", " ");
    teller.tell(mark, sender, attribute, value, Protocol.WS_DISCOVERY);
  }
}
