package org.bellbuoy.report.export;

import java.io.IOException;
import java.io.Writer;
import java.util.List;
import org.bellbuoy.core.export.CsvExport;
import org.bellbuoy.core.export.GeoJsonExport;
import org.bellbuoy.core.finding.Finding;
import org.bellbuoy.core.json.FindingJson;

/** The forms in which findings leave the program as a file. All are UTF-8. */
public enum ExportFormat {
  /** The findings themselves, one a line. */
  NDJSON("ndjson", "the findings themselves, one a line", ".jsonl .ndjson", "Nothing."),
  /** A table. */
  CSV(
      "csv",
      "a table (RFC 4180)",
      ".csv",
      "Place, evidence, hypotheses, numbers behind reasons, detail of assets and coverage, kilometres"
          + " along lines, roles and basis of parties."),
  /** A map. */
  GEOJSON(
      "geojson",
      "a map (RFC 7946)",
      ".geojson",
      "Evidence, hypotheses, numbers behind reasons, detail of assets and coverage, kilometres along"
          + " lines, roles and basis of parties."),
  /** Events for security information systems. */
  OCSF(
      "ocsf",
      "OCSF 1.9 Detection Findings, one a line",
      ".ocsf.jsonl .ocsf.json .ocsf",
      "Detail of assets and coverage."),
  /** One bundle for intelligence platforms. */
  STIX(
      "stix",
      "one STIX 2.1 bundle",
      ".stix.json .stix",
      "The shape of the place (a point and a circle around it are left), quotes of evidence and where"
          + " they stand, numbers behind reasons, detail of assets and coverage, kilometres along"
          + " lines."),
  /** Lines for log collectors. */
  CEF(
      "cef",
      "ArcSight CEF 0 lines",
      ".cef",
      "The shape of the place (its middle is left), evidence, hypotheses, numbers behind reasons,"
          + " detail of assets and coverage, kilometres along lines, and what is longer than CEF's"
          + " fields."),
  /** A map for Google Earth and the like. */
  KML(
      "kml",
      "KML 2.2 with time spans",
      ".kml",
      "Evidence, numbers behind reasons, detail of assets and coverage, kilometres along lines."),
  /** Events for TAK. */
  COT(
      "cot",
      "Cursor on Target 2.0 events, one a line",
      ".cot .cot.xml",
      "Findings without a place, the shape of the place (a point and a circle around it are left),"
          + " evidence, numbers behind reasons, detail of assets and coverage, kilometres along"
          + " lines.");

  private final String word;
  private final String title;
  private final String suffixes;
  private final String drops;

  ExportFormat(String word, String title, String suffixes, String drops) {
    this.word = word;
    this.title = title;
    this.suffixes = suffixes;
    this.drops = drops;
  }

  /** The word on the command line. */
  public String word() {
    return word;
  }

  /** What it is, in a few words. */
  public String title() {
    return title;
  }

  /** Endings of file names that tell it; where several formats fit, the longest ending counts. */
  public List<String> suffixes() {
    return List.of(suffixes.split(" "));
  }

  /** What of a finding it leaves out. */
  public String drops() {
    return drops;
  }

  /**
   * Writes all findings in this form; the writer is flushed and left open. Time and bytes are
   * proportional to the findings; a STIX bundle also keeps one small entry for each distinct
   * subject, asset, party and source.
   */
  public void write(ExportInput input, Writer writer) throws IOException {
    switch (this) {
      case NDJSON -> lines(input, writer);
      case CSV -> CsvExport.write(input.findings(), input.origins(), writer);
      case GEOJSON -> GeoJsonExport.write(input.findings(), input.origins(), writer);
      case OCSF -> OcsfExport.write(input, writer);
      case STIX -> StixExport.write(input, writer);
      case CEF -> CefExport.write(input, writer);
      case KML -> KmlExport.write(input, writer);
      case COT -> CotExport.write(input, writer);
    }
    writer.flush();
  }

  private static void lines(ExportInput input, Writer writer) throws IOException {
    for (Finding finding : input.findings()) {
      writer.write(FindingJson.write(finding));
      writer.write('\n');
    }
  }
}
