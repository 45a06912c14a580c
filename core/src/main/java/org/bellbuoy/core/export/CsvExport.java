package org.bellbuoy.core.export;

import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
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
          + "from,to,assets,reasons,coverage,observable,controllers,run,origin";

  private static final String LINE_END = "\r\n";

  /** Excel also takes the full-width forms of the Far East. */
  private static final String STARTS_A_FORMULA = "=+-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20";

  private static final int SHARE_PLACES = 4;

  private CsvExport() {}

  /**
   * Writes all findings; the writer is flushed and left open.
   *
   * @param origin whether a finding's data are simulated
   */
  public static void write(List<Finding> findings, Function<Finding, Origin> origin, Writer writer)
      throws IOException {
    writer.write(HEADER + LINE_END);
    for (Finding finding : findings) {
      char separator = 0;
      for (Map.Entry<String, @Nullable Object> column :
          Columns.of(finding, origin.apply(finding)).entrySet()) {
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
    return !text.isEmpty() && STARTS_A_FORMULA.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
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
