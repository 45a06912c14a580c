package org.bellbuoy.report;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.bellbuoy.core.finding.AssetRef;
import org.bellbuoy.core.finding.Finding;
import org.bellbuoy.core.finding.Level;
import org.bellbuoy.core.finding.Severity;
import org.bellbuoy.core.finding.State;
import org.jspecify.annotations.Nullable;

/** How the report puts numbers, times and levels into words. */
final class Words {
  private static final DateTimeFormatter MINUTE = format("d MMM uuuu, HH:mm");
  private static final DateTimeFormatter SECOND = format("d MMM uuuu, HH:mm:ss");
  private static final DateTimeFormatter DAY = format("d MMM uuuu");
  private static final DateTimeFormatter CLOCK = format("HH:mm");

  private Words() {}

  static DateTimeFormatter format(String pattern) {
    return DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH).withZone(ZoneOffset.UTC);
  }

  static String count(long number) {
    return String.format(Locale.ENGLISH, "%,d", number);
  }

  /** A number with its noun, in the plural unless it is one. */
  static String count(long number, String one, String many) {
    return count(number) + ' ' + (number == 1 ? one : many);
  }

  /** A measured number with as many digits as can matter. */
  static String number(double value) {
    if (!Double.isFinite(value)) {
      return "not a number";
    }
    double size = Math.abs(value);
    if (size >= 1e15 || (size > 0 && size < 1e-4)) {
      return String.format(Locale.ENGLISH, "%.3g", value);
    }
    int digits = size >= 1000 ? 0 : size >= 100 ? 1 : size >= 1 ? 2 : 4;
    String text = String.format(Locale.ENGLISH, "%,." + digits + "f", value);
    if (text.indexOf('.') >= 0) {
      text = text.replaceAll("\\.?0+$", "");
    }
    return text.equals("-0") ? "0" : text;
  }

  /** A share in percent that never rounds doubt away. */
  static String percent(double share) {
    if (!Double.isFinite(share)) {
      return "not known";
    }
    if (share > 0.99 && share < 1) {
      return "> 99 %";
    }
    if (share > 0 && share < 0.01) {
      return "< 1 %";
    }
    return Math.round(share * 100) + " %";
  }

  static String bytes(long bytes) {
    String[] units = {"kB", "MB", "GB", "TB"};
    if (bytes < 1000) {
      return count(bytes, "byte", "bytes");
    }
    double value = bytes;
    int unit = -1;
    while (value >= 1000 && unit < units.length - 1) {
      value /= 1000;
      unit++;
    }
    return String.format(Locale.ENGLISH, value < 10 ? "%.1f %s" : "%.0f %s", value, units[unit]);
  }

  static String time(Instant time) {
    return (time.getEpochSecond() % 60 == 0 ? MINUTE : SECOND).format(time) + " UTC";
  }

  static String day(Instant time) {
    return DAY.format(time);
  }

  /** From and to, the date said once when it is the same. */
  static String span(Instant from, @Nullable Instant to) {
    if (to == null) {
      return "since " + time(from) + ", not over";
    }
    boolean minutes = from.getEpochSecond() % 60 == 0 && to.getEpochSecond() % 60 == 0;
    DateTimeFormatter date = minutes ? MINUTE : SECOND;
    DateTimeFormatter clock = minutes ? CLOCK : format("HH:mm:ss");
    boolean sameDay = DAY.format(from).equals(DAY.format(to));
    return date.format(from) + " – " + (sameDay ? clock : date).format(to) + " UTC";
  }

  static String duration(Instant from, @Nullable Instant to) {
    return to == null ? "open" : duration(Duration.between(from, to));
  }

  /** The two largest units that count. */
  static String duration(Duration duration) {
    long seconds = duration.toSeconds();
    if (seconds < 0) {
      return "−" + duration(duration.negated());
    }
    if (seconds < 60) {
      return seconds + " s";
    }
    if (seconds < 3600) {
      return two(seconds / 60, "min", seconds % 60, "s");
    }
    if (seconds < 2 * 86_400) {
      return two(seconds / 3600, "h", seconds % 3600 / 60, "min");
    }
    return two(seconds / 86_400, "d", seconds % 86_400 / 3600, "h");
  }

  private static String two(long large, String largeUnit, long small, String smallUnit) {
    String text = count(large) + ' ' + largeUnit;
    return small == 0 ? text : text + ' ' + small + ' ' + smallUnit;
  }

  static String level(Level level) {
    return switch (level) {
      case LIKELY -> "Likely";
      case POSSIBLE -> "Possible";
      case UNLIKELY -> "Unlikely";
      case CANNOT_TELL -> "Cannot tell";
    };
  }

  /** A sign for the level, so that colour is never needed. */
  static String sign(Level level) {
    return switch (level) {
      case LIKELY -> "▲";
      case POSSIBLE -> "◆";
      case UNLIKELY -> "○";
      case CANNOT_TELL -> "?";
    };
  }

  static String levelMeaning(Level level) {
    return switch (level) {
      case LIKELY -> "The claim of the rule is well supported.";
      case POSSIBLE -> "The claim is one good explanation among others.";
      case UNLIKELY ->
          "Too little speaks for the claim, or another explanation is better. This is not an all-clear.";
      case CANNOT_TELL ->
          "It was not possible to see well enough to say. This is not an all-clear.";
    };
  }

  static String severity(Severity severity) {
    return severity.name().toLowerCase(Locale.ROOT) + " severity";
  }

  static String state(State state) {
    return switch (state) {
      case OPEN -> "open: still going on when the data ended";
      case FINAL -> "final";
      case WITHDRAWN -> "withdrawn: later records showed that it did not happen";
    };
  }

  /** Codes such as {@code sea.silence} or {@code switched-off} as words. */
  static String plain(String code) {
    String last = code.substring(code.lastIndexOf('.') + 1);
    String words = last.replace('-', ' ').replace('_', ' ').strip();
    return words.isEmpty() ? code : words;
  }

  static String capital(String words) {
    if (words.isEmpty()) {
      return words;
    }
    int end = words.offsetByCodePoints(0, 1);
    return words.substring(0, end).toUpperCase(Locale.ROOT) + words.substring(end);
  }

  /**
   * The part the subject plays. One that could have acted is a suspect only where its act is likely
   * or possible; a receiver never acts.
   */
  static String role(Finding finding) {
    if (finding.subject().type().equals("receiver")) {
      return "affected";
    }
    Level level = finding.assessment().level();
    return level == Level.LIKELY || level == Level.POSSIBLE ? "suspect" : "related";
  }

  static String subjectName(Finding finding) {
    String name = finding.subject().name();
    if (name != null && !name.isBlank()) {
      return name;
    }
    var first = finding.subject().ids().entrySet().iterator().next();
    return finding.subject().type()
        + ' '
        + first.getKey().toUpperCase(Locale.ROOT)
        + ' '
        + first.getValue();
  }

  static String assetName(AssetRef asset) {
    String name = asset.name();
    return name == null || name.isBlank() ? asset.id() : name;
  }
}
