package org.bellbuoy.port.session;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import org.bellbuoy.core.finding.Level;
import org.bellbuoy.port.packet.Bytes;
import org.bellbuoy.port.packet.TlsHello;
import org.jspecify.annotations.Nullable;

/**
 * Tools within TLS, by what stands there in clear: the name asked for (RFC 6066, 3) and the names
 * in certificates up to TLS 1.2. A name alone says that a service was called, not that anybody
 * reached in.
 */
final class TlsSigns {
  /** Endings of names that makers of remote access use for their own services. */
  private static final Map<String, RemoteTool> NAMES =
      Map.ofEntries(
          Map.entry("anydesk.com", RemoteTool.ANYDESK),
          Map.entry("teamviewer.com", RemoteTool.TEAMVIEWER),
          Map.entry("tailscale.com", RemoteTool.TAILSCALE),
          Map.entry("zerotier.com", RemoteTool.SERVICE),
          Map.entry("ngrok.io", RemoteTool.SERVICE),
          Map.entry("ngrok.com", RemoteTool.SERVICE),
          Map.entry("ngrok-agent.com", RemoteTool.SERVICE),
          Map.entry("rustdesk.com", RemoteTool.SERVICE),
          Map.entry("logmein.com", RemoteTool.SERVICE),
          Map.entry("splashtop.com", RemoteTool.SERVICE),
          Map.entry("screenconnect.com", RemoteTool.SERVICE),
          Map.entry("talk2m.com", RemoteTool.SERVICE),
          Map.entry("secomea.com", RemoteTool.SERVICE),
          Map.entry("tosibox.com", RemoteTool.SERVICE),
          Map.entry("mbconnect24.net", RemoteTool.SERVICE),
          Map.entry("ixon.cloud", RemoteTool.SERVICE),
          Map.entry("ixon.net", RemoteTool.SERVICE));

  private TlsSigns() {}

  static @Nullable Sign look(Talk talk, int side, byte[] b, int o, int n) {
    if (!talk.tls) {
      talk.tls = n > 5 && b[o] == 22 && b[o + 1] == 3 && Bytes.u8(b, o + 2) <= 4;
      if (!talk.tls) {
        return null;
      }
    }
    String name = TlsHello.serverName(b, o, n);
    if (!name.isEmpty()) {
      talk.tlsName = name;
      Sign sign = named(name);
      if (sign != null) {
        return sign;
      }
    }
    return certificate(talk, b, o, n);
  }

  /** What the name asked for tells; null where it is of no tool. */
  static @Nullable Sign named(String name) {
    RemoteTool tool = tool(name);
    if (tool == null) {
      return null;
    }
    String text = "the name asked for in TLS; a name alone may be an update or a licence check";
    int controller = tool.kind() == RemoteTool.Kind.TUNNEL ? Sign.EITHER : Sign.UNKNOWN;
    return Sign.of(tool, Level.POSSIBLE, text, controller).account(name);
  }

  private static @Nullable RemoteTool tool(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    int dot = lower.lastIndexOf('.', Math.max(0, lower.lastIndexOf('.') - 1));
    return NAMES.get(lower.substring(dot + 1));
  }

  /** Common names of issuer and subject: object identifier 2.5.4.3, a string type, a length. */
  private static @Nullable Sign certificate(Talk talk, byte[] b, int o, int n) {
    String issuer = "";
    for (int i = o; i + 6 < o + n; i++) {
      if (b[i] != 0x55 || b[i + 1] != 4 || b[i + 2] != 3) {
        continue;
      }
      int length = Bytes.u8(b, i + 4);
      if (length > 64 || i + 5 + length > o + n) {
        continue;
      }
      String name = new String(b, i + 5, length, StandardCharsets.ISO_8859_1);
      if (name.equals("AnyDesk Client") || name.startsWith("AnyNet ")) {
        return Sign.of(RemoteTool.ANYDESK, "a certificate of AnyDesk", Sign.UNKNOWN)
            .account(talk.tlsName);
      }
      if (issuer.isEmpty()) {
        issuer = name;
      } else if (random(issuer, ".com") && random(name, ".net") && random(talk.tlsName, ".com")) {
        return Sign.of(
            RemoteTool.TOR,
            Level.POSSIBLE,
            "names at random in TLS as Tor makes them",
            Sign.EITHER);
      }
    }
    return null;
  }

  private static boolean random(String name, String ending) {
    int length = name.length() - 4 - ending.length();
    if (!name.startsWith("www.") || !name.endsWith(ending) || length < 8 || length > 20) {
      return false;
    }
    for (int i = 4; i < 4 + length; i++) {
      char c = name.charAt(i);
      if ((c < 'a' || c > 'z') && (c < '2' || c > '7')) {
        return false;
      }
    }
    return true;
  }
}
