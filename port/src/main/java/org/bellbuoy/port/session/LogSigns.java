package org.bellbuoy.port.session;

import org.bellbuoy.port.conversation.Conversation;
import org.jspecify.annotations.Nullable;

/** Tools by what a log's line says: the service a sensor told it for, or the name asked for. */
final class LogSigns {
  private static final String TEXT = "the sensor's word for the service, in its log";

  private LogSigns() {}

  /**
   * What a line tells; null where it is of no tool. Of who works whom only the opening is known.
   *
   * @param serverName the name asked for in TLS, empty where there is none
   */
  static @Nullable Sign of(Conversation conversation, String serverName) {
    return switch (conversation.protocol()) {
      case RDP -> opened(RemoteTool.RDP);
      case VNC -> opened(RemoteTool.VNC);
      case SSH -> opened(RemoteTool.SSH);
      case TELNET -> opened(RemoteTool.TELNET);
      case RADMIN -> opened(RemoteTool.RADMIN);
      case SOCKS -> opened(RemoteTool.SOCKS);
      case TEAMVIEWER -> Sign.of(RemoteTool.TEAMVIEWER, TEXT, Sign.UNKNOWN);
      case ANYDESK -> Sign.of(RemoteTool.ANYDESK, TEXT, Sign.UNKNOWN);
      case WIREGUARD -> Sign.of(RemoteTool.WIREGUARD, TEXT, Sign.EITHER);
      case OPENVPN -> Sign.of(RemoteTool.OPENVPN, TEXT, Sign.EITHER);
      case IKE, ESP -> Sign.of(RemoteTool.IPSEC, TEXT, Sign.EITHER);
      case SOFTETHER -> Sign.of(RemoteTool.SOFTETHER, TEXT, Sign.EITHER);
      default -> serverName.isEmpty() ? null : TlsSigns.named(serverName);
    };
  }

  private static Sign opened(RemoteTool tool) {
    return Sign.of(tool, TEXT, 0).controlled(0, Control.Basis.OPENING);
  }
}
