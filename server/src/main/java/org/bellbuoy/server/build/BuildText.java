package org.bellbuoy.server.build;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.bellbuoy.server.build.BuildSighting.Kind;
import org.jspecify.annotations.Nullable;

/**
 * Finds builds in exported text: PowerShell lists, tables, CSV and JSON, headers. Linear in the
 * text; UTF-8, ANSI, and UTF-16 with a byte order mark, as PowerShell writes it.
 */
final class BuildText {
  /** Most places that are kept of one text. */
  static final int SIGHTINGS_MOST = 100;

  /** Bytes at most between a name and its number: table columns and quotes stand between. */
  private static final String NEAR = "[^\\n\\d]{0,80}?[^\\n\\d.]";

  private static final String NUMBER = "(\\d{1,5})\\.(\\d{1,5})\\.(\\d{1,6})(?:\\.(\\d{1,6}))?";

  private static final String DISPLAY =
      "Version\\s+(\\d{1,5})\\.(\\d{1,5})\\s*\\(Build\\s+(\\d{1,6})(?:\\.(\\d{1,6}))?\\)";

  private record Rule(Pattern pattern, Kind kind, boolean sharePoint, boolean full) {}

  private static final List<Rule> RULES =
      List.of(
          rule("MicrosoftSharePointTeamServices" + NEAR + NUMBER, Kind.HEADER, true, false),
          rule("Language-(?:in)?dependent package" + NEAR + NUMBER, Kind.PACKAGE, true, true),
          rule("BuildVersion" + NEAR + NUMBER, Kind.FARM_BUILD, true, false),
          rule("Microsoft\\.SharePoint\\.dll" + NEAR + NUMBER, Kind.FILE_VERSION_TEXT, true, true),
          rule(DISPLAY, Kind.ADMIN_DISPLAY_VERSION, false, false),
          rule("ExSetup(?:\\.exe)?" + NEAR + NUMBER, Kind.FILE_VERSION_TEXT, false, true),
          // Get-Command ExSetup | select FileVersionInfo and tables put the number first.
          rule(NUMBER + "[^\\n]{0,200}?ExSetup\\.exe", Kind.FILE_VERSION_TEXT, false, true),
          rule(
              NUMBER + "[^\\n]{0,200}?Microsoft\\.SharePoint\\.dll",
              Kind.FILE_VERSION_TEXT,
              true,
              true));

  /** NeedsUpgrade as Get-SPServer and Get-SPFarm tell it, or the wizard's state in words. */
  private static final Pattern CONFIGURED =
      Pattern.compile(
          "(?i)NeedsUpgrade[\"']?\\s*[:=]\\s*[\"']?(true|false)"
              + "|Configuration wizard[\"']?\\s*[:=]\\s*[\"']?(required|complete)");

  private static final Pattern KB = Pattern.compile("(?i)\\bKB(\\d{6,7})\\b");

  /** Words of lists of updates that are wanted or were tried in vain. */
  private static final Pattern NOT_THERE =
      Pattern.compile(
          "(?i)missing|not installed|required|needed|available|pending|failed|removed|superseded|uninstall");

  /** Most packages that are kept of one text. */
  private static final int KBS_MOST = 10_000;

  private BuildText() {}

  /**
   * Whether the configuration wizard ran after the update, as a text tells it; null where it does
   * not. Where it is told twice, one that did not run counts.
   */
  static @Nullable Boolean configured(byte[] bytes) {
    Charset charset = charset(bytes);
    int mark = charset.equals(StandardCharsets.ISO_8859_1) ? 0 : 2;
    Matcher m = CONFIGURED.matcher(new String(bytes, mark, bytes.length - mark, charset));
    Boolean told = null;
    while (m.find()) {
      String upgrade = m.group(1);
      boolean ran =
          upgrade == null
              ? "complete".equalsIgnoreCase(m.group(2))
              : upgrade.equalsIgnoreCase("false");
      told = told == null ? ran : told && ran;
    }
    return told;
  }

  /**
   * Numbers of the packages that a text names as installed, as systeminfo, Get-HotFix and lists of
   * installed programs do. A line that says that one is not there names none.
   */
  static Set<String> installed(byte[] bytes) {
    Charset charset = charset(bytes);
    int mark = charset.equals(StandardCharsets.ISO_8859_1) ? 0 : 2;
    Set<String> kbs = new TreeSet<>();
    new String(bytes, mark, bytes.length - mark, charset)
        .lines()
        .filter(line -> !NOT_THERE.matcher(line).find())
        .forEach(
            line -> {
              Matcher m = KB.matcher(line);
              while (m.find() && kbs.size() < KBS_MOST) {
                kbs.add(m.group(1));
              }
            });
    return kbs;
  }

  private static Rule rule(String pattern, Kind kind, boolean sharePoint, boolean full) {
    return new Rule(Pattern.compile("(?i)" + pattern), kind, sharePoint, full);
  }

  /** All places in the bytes of one file. */
  static List<BuildSighting> find(String path, byte[] bytes) {
    Charset charset = charset(bytes);
    boolean wide = !charset.equals(StandardCharsets.ISO_8859_1);
    int mark = wide ? 2 : 0;
    // ISO 8859-1 keeps one character a byte, so that offsets are those of the bytes.
    String text = new String(bytes, mark, bytes.length - mark, charset);
    int width = wide ? 2 : 1;
    List<BuildSighting> found = new ArrayList<>();
    for (Rule rule : RULES) {
      Matcher m = rule.pattern().matcher(text);
      while (m.find() && found.size() < SIGHTINGS_MOST) {
        boolean lacksRevision = m.group(4) == null && rule.full();
        BuildNumber number = BuildNumber.of(m);
        if (lacksRevision || Products.of(rule.sharePoint(), number) == null) {
          continue;
        }
        int start = m.start(1);
        int end = m.group(4) == null ? m.end(3) : m.end(4);
        found.add(
            new BuildSighting(
                number,
                rule.kind(),
                rule.sharePoint(),
                path,
                mark + (long) start * width,
                (end - start) * width,
                text.substring(start, end)));
      }
    }
    return found;
  }

  private static Charset charset(byte[] bytes) {
    if (bytes.length >= 2 && (bytes[0] & 0xff) == 0xff && (bytes[1] & 0xff) == 0xfe) {
      return StandardCharsets.UTF_16LE;
    }
    if (bytes.length >= 2 && (bytes[0] & 0xff) == 0xfe && (bytes[1] & 0xff) == 0xff) {
      return StandardCharsets.UTF_16BE;
    }
    return StandardCharsets.ISO_8859_1;
  }
}
