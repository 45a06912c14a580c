package org.bellbuoy.port.session;

import org.bellbuoy.core.finding.Level;

/**
 * What tells a tool.
 *
 * @param level how sure the tool is: {@link Level#LIKELY} or {@link Level#POSSIBLE}
 * @param text a sentence on what was seen
 * @param version version or banner as sent, empty where none is told. Untrusted
 * @param account account, target or network named in clear, empty where there is none. Untrusted
 * @param controller side that controls: 0 or 1, {@link #EITHER}, {@link #UNKNOWN}
 */
record Sign(
    RemoteTool tool,
    Level level,
    String text,
    String version,
    String account,
    int controller,
    Control.Basis basis) {
  static final int UNKNOWN = -1;
  static final int EITHER = -2;

  static Sign of(RemoteTool tool, String text, int controller) {
    return of(tool, Level.LIKELY, text, controller);
  }

  static Sign of(RemoteTool tool, Level level, String text, int controller) {
    Control.Basis basis = controller == UNKNOWN ? Control.Basis.NONE : Control.Basis.PROTOCOL;
    return new Sign(tool, level, text, "", "", controller, basis);
  }

  Sign version(String version) {
    return new Sign(tool, level, text, version, account, controller, basis);
  }

  Sign account(String account) {
    return new Sign(tool, level, text, version, account, controller, basis);
  }

  Sign controlled(int controller, Control.Basis basis) {
    return new Sign(tool, level, text, version, account, controller, basis);
  }
}
