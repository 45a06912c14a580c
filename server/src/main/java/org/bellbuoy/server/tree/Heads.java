package org.bellbuoy.server.tree;

import com.google.re2j.Pattern;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** Tells what a file is for by its first bytes. */
final class Heads {
  /** Bytes that are looked at. */
  static final int BYTES = 4096;

  private static final Pattern ACCESS =
      Pattern.compile(
          "(?m)^\"?\\S+ \\S+ \\S+ \\[\\d{1,2}/[A-Z][a-z]{2}/\\d{4}:[^\\]\\n]{8,20}\\] \"");
  private static final Pattern EVENT_JSON =
      Pattern.compile("\"(?:EventID|EventId|event_id|winlog)\"\\s*:");
  private static final Pattern AMSI =
      Pattern.compile("(?i)\\bAMSIBodyScanMode\\b|\\bHttpRequestFiltering\\b");
  private static final Pattern BUILD =
      Pattern.compile(
          "(?i)AdminDisplayVersion|MicrosoftSharePointTeamServices\\s*:|ExSetup\\.exe|"
              + "BuildVersion\\s*:\\s*16\\.");

  private Heads() {}

  static FileRole of(byte[] head) {
    String text = text(head);
    if (text.startsWith("ElfFile\0")) {
      return FileRole.EVTX;
    }
    FileRole log = exchange(text.toLowerCase(Locale.ROOT));
    if (log != FileRole.OTHER) {
      return log;
    }
    if (text.contains("#Software: Microsoft HTTP API")) {
      return FileRole.HTTPERR_LOG;
    }
    if (text.contains("#Software: Microsoft Internet Information Services")
        || text.startsWith("#Fields:")
        || text.contains("\n#Fields:")) {
      return FileRole.IIS_LOG;
    }
    if (ACCESS.matcher(text).find()) {
      return FileRole.ACCESS_LOG;
    }
    boolean json = text.stripLeading().startsWith("{") || text.stripLeading().startsWith("[");
    if ((json && EVENT_JSON.matcher(text).find())
        || text.contains("schemas.microsoft.com/win/2004/08/events")
        || text.contains("<Events>")) {
      return FileRole.EVENT_EXPORT;
    }
    if (AMSI.matcher(text).find()) {
      return FileRole.AMSI_EXPORT;
    }
    return BUILD.matcher(text).find() ? FileRole.BUILD_INFO : FileRole.OTHER;
  }

  private static FileRole exchange(String lower) {
    int at = lower.indexOf("#log-type:");
    if (at < 0) {
      return lower.startsWith("datetime,requestid,majorversion")
          ? FileRole.HTTP_PROXY_LOG
          : FileRole.OTHER;
    }
    int end = lower.indexOf('\n', at);
    String type = end < 0 ? lower.substring(at) : lower.substring(at, end);
    if (type.contains("httpproxy")) {
      return FileRole.HTTP_PROXY_LOG;
    }
    if (type.contains("oab")) {
      return FileRole.OAB_LOG;
    }
    return type.contains("ecp") ? FileRole.ECP_LOG : FileRole.OTHER;
  }

  static String text(byte[] head) {
    if (head.length >= 2 && (head[0] & 0xff) == 0xff && (head[1] & 0xff) == 0xfe) {
      return new String(head, 2, head.length - 2, StandardCharsets.UTF_16LE);
    }
    int mark = head.length >= 3 && (head[0] & 0xff) == 0xef && (head[1] & 0xff) == 0xbb ? 3 : 0;
    return new String(head, mark, head.length - mark, StandardCharsets.ISO_8859_1);
  }
}
