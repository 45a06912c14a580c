package org.bellbuoy.server.log;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Recognises which log a file is, by its first bytes, then by its name. */
public final class LogFormat {
  /** Bytes of the head that are looked at. */
  public static final int HEAD_BYTES = 1 << 14;

  private static final Pattern IIS_NAME =
      Pattern.compile("(u_)?(ex|in|nc|extend)\\d{0,8}(_x\\d*)?\\.log");

  private LogFormat() {}

  /**
   * Which log it is; empty for none that is read here.
   *
   * @param head first bytes of the content, decompressed
   * @param length how many of them
   * @param path where it was found, with its name, of either slash; decides only where the content
   *     does not
   */
  public static Optional<LogKind> recognise(byte[] head, int length, String path) {
    byte[] bytes = TextEncoding.of(head, length).sample(head, length);
    boolean comment = false;
    String type = "";
    for (int from = 0; from < bytes.length; ) {
      int to = from;
      while (to < bytes.length && bytes[to] != '\n') {
        to++;
      }
      int start = LogHead.behindZeros(bytes, from, to);
      String line =
          new String(bytes, start, Math.min(to - start, 2000), StandardCharsets.ISO_8859_1)
              .strip()
              .toLowerCase(Locale.ROOT);
      if (line.startsWith("#")) {
        comment = true;
        if (line.startsWith("#log-type:")) {
          type = line;
        } else if (line.startsWith("#fields:")) {
          return fields(line, type, path);
        }
      } else if (!line.isEmpty()) {
        Optional<LogKind> kind = row(bytes, start, to, line, type, path);
        if (kind.isPresent()) {
          return kind;
        }
        if (!comment) {
          break;
        }
      }
      from = to + 1;
    }
    return byName(path);
  }

  private static Optional<LogKind> fields(String line, String type, String path) {
    String names = line.substring("#fields:".length()).strip();
    if (names.indexOf(',') < 0) {
      return names.contains("-") || names.contains("time")
          ? Optional.of(LogKind.W3C)
          : byName(path);
    }
    return exchange(names, type, path);
  }

  /** Exchange writes many logs of the same form; only those are taken whose rows matter here. */
  private static Optional<LogKind> exchange(String names, String type, String path) {
    if (type.contains("httpproxy") || names.contains("anchormailbox")) {
      return Optional.of(LogKind.HTTP_PROXY);
    }
    if (type.contains("ecp ")) {
      return Optional.of(LogKind.ECP_SERVER);
    }
    return type.contains("oab") ? Optional.of(LogKind.OAB_GENERATOR) : byName(path);
  }

  private static Optional<LogKind> row(
      byte[] bytes, int from, int to, String line, String type, String path) {
    if (line.indexOf(',') >= 0 && LogHead.NONE.isNames(bytes, from, to)) {
      return exchange(line, type, path);
    }
    byte[] padded = java.util.Arrays.copyOfRange(bytes, from, to + Words.SLACK);
    int length = to - from;
    while (length > 0 && padded[length - 1] == '\r') {
      length--;
    }
    boolean access =
        length > 0
            && new AccessParser().parse(LogHead.NONE, padded, 0, length, new WebRow()) == null;
    return access ? Optional.of(LogKind.ACCESS) : Optional.empty();
  }

  private static Optional<LogKind> byName(String path) {
    String lower = path.toLowerCase(Locale.ROOT).replace('\\', '/');
    String name = lower.substring(lower.lastIndexOf('/') + 1).replaceAll("\\.(gz|zst)$", "");
    if (IIS_NAME.matcher(name).matches()) {
      return Optional.of(LogKind.W3C);
    }
    if (!name.endsWith(".log")) {
      return Optional.empty();
    }
    if (lower.contains("/logging/httpproxy/")) {
      return Optional.of(LogKind.HTTP_PROXY);
    }
    if (lower.contains("/logging/ecp/")) {
      return Optional.of(LogKind.ECP_SERVER);
    }
    return lower.contains("/oabgeneratorlog/")
        ? Optional.of(LogKind.OAB_GENERATOR)
        : Optional.empty();
  }
}
