package org.bellbuoy.server.config;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads whether requests are scanned for malware from what administrators export: {@code
 * AMSIBodyScanMode} of SharePoint's web applications and Exchange's setting override of {@code
 * HttpRequestFiltering}, as list, CSV or JSON. Other lines say nothing.
 */
public final class AmsiExport {
  private static final Pattern BODY_SCAN =
      Pattern.compile("(?i)AMSIBodyScanMode[\"'\\s]*[:=,]?[\"'\\s]*(Off|Balanced|Full)\\b");
  private static final Pattern OVERRIDE =
      Pattern.compile("(?i)HttpRequestFiltering|Enabled\\s*=\\s*(False|True)");

  /** An override's parameters stand so near behind its section's name. */
  private static final int NEAR_CHARACTERS = 600;

  private AmsiExport() {}

  /** Facts in order of the file; its offsets are of UTF-8. */
  public static List<ConfigFact> read(byte[] file) {
    String text = new String(file, StandardCharsets.UTF_8);
    List<ConfigFact> facts = new ArrayList<>();
    Matcher scan = BODY_SCAN.matcher(text);
    while (scan.find()) {
      boolean off = scan.group(1).equalsIgnoreCase("Off");
      facts.add(
          new ConfigFact(
              ConfigTopic.AMSI,
              place(text, scan),
              "AMSIBodyScanMode",
              scan.group(1),
              off,
              off
                  ? "SharePoint does not have bodies of requests scanned for malware."
                  : "SharePoint has bodies of requests scanned for malware: '%s'."
                      .formatted(scan.group(1))));
    }
    Matcher override = OVERRIDE.matcher(text);
    int named = -NEAR_CHARACTERS - 1;
    while (override.find()) {
      if (override.group(1) == null) {
        named = override.start();
        continue;
      }
      if (named < 0 || override.start() - named > NEAR_CHARACTERS) {
        continue;
      }
      named = -NEAR_CHARACTERS - 1;
      boolean off = override.group(1).equalsIgnoreCase("False");
      facts.add(
          new ConfigFact(
              ConfigTopic.AMSI,
              place(text, override),
              "HttpRequestFiltering",
              override.group(1),
              off,
              off
                  ? "A setting override of Exchange switches the scanning of requests off."
                  : "A setting override of Exchange has requests scanned."));
    }
    return facts;
  }

  private static ConfigPlace place(String text, Matcher found) {
    String before = text.substring(0, found.start());
    return new ConfigPlace(
        "",
        "",
        before.getBytes(StandardCharsets.UTF_8).length,
        found.group().getBytes(StandardCharsets.UTF_8).length,
        1 + before.chars().filter(c -> c == '\n').count());
  }
}
