package org.bellbuoy.core.export;

import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.Map;
import org.bellbuoy.core.finding.Finding;
import org.bellbuoy.core.json.Decimals;
import org.bellbuoy.core.json.SafeText;
import org.jspecify.annotations.Nullable;

/**
 * Findings as CSV after RFC 4180, with a header line. Text that a spreadsheet would run as a
 * formula is defused by a leading apostrophe, for names come from outside.
 */
public final class CsvExport {
  private static final String HEADER =
      "id,rule,ruleVersion,state,severity,level,probability,subjectType,subject,subjectName,"
          + "from,to,assets,reasons,coverage,observable,controllers,run";

  private static final String LINE_END = "\r\n";
  private static final int SHARE_PLACES = 4;

  private CsvExport() {}

  /** Writes all findings; the writer is flushed and left open. */
  public static void write(List<Finding> findings, Writer writer) throws IOException {
    writer.write(HEADER + LINE_END);
    for (Finding finding : findings) {
      char separator = 0;
      for (Map.Entry<String, @Nullable Object> column : Columns.of(finding).entrySet()) {
        if (separator != 0) {
          writer.write(separator);
        }
        writer.write(cell(column.getValue()));
        separator = ',';
      }
      writer.write(LINE_END);
    }
    writer.flush();
  }

  private static String cell(@Nullable Object value) {
    return switch (value) {
      case null -> "";
      case Long whole -> Long.toString(whole);
      case Double number -> Decimals.places(number, SHARE_PLACES);
      case Object text -> quoted(defused(SafeText.visible(text.toString())));
    };
  }

  private static String defused(String text) {
    return !text.isEmpty() && "=+-@\t\r\n".indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
  }

  private static String quoted(String text) {
    boolean plain =
        text.indexOf(',') < 0
            && text.indexOf('"') < 0
            && text.indexOf('\r') < 0
            && text.indexOf('\n') < 0;
    return plain ? text : '"' + text.replace("\"", "\"\"") + '"';
  }
}
