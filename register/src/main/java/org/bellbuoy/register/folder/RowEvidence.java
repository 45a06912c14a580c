package org.bellbuoy.register.folder;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.bellbuoy.core.finding.Evidence;
import org.bellbuoy.core.source.Content;
import org.bellbuoy.core.source.Input;
import org.bellbuoy.core.source.SourceException;
import org.bellbuoy.core.source.SourceInfo;
import org.bellbuoy.register.model.Statement;
import org.jspecify.annotations.Nullable;

/**
 * Finds the bytes of rows again, by file and line, for findings that rest on them. A row of CSV is
 * its line; one of YAML ends where the next item of its list begins. Costs one pass through each
 * file in which a row is wanted, and memory for these rows.
 */
public final class RowEvidence {
  private static final int LONGEST_QUOTE = 512;
  private static final int LONGEST_ROW = 1 << 16;

  private final String source;
  private final String name;
  private final boolean yaml;
  private final Set<Long> wanted;
  private final Map<Statement.Place, Evidence> found;
  private final ByteArrayOutputStream row = new ByteArrayOutputStream();
  private long rowOffset;
  private long rowLine;
  private int rowIndent;

  private RowEvidence(SourceInfo file, Set<Long> wanted, Map<Statement.Place, Evidence> found) {
    this.source = "sha256:" + file.contentSha256();
    this.name = file.name();
    this.yaml = Table.yaml(file.name());
    this.wanted = wanted;
    this.found = found;
  }

  /**
   * Reads rows.
   *
   * @param inputs files of a register, with the bytes that were read
   * @param files what was read of each, in the same order
   * @param places rows that are wanted; those of a name that two files have are left out, for
   *     nobody can tell which is meant
   */
  public static Map<Statement.Place, Evidence> read(
      List<Input> inputs, List<SourceInfo> files, Set<Statement.Place> places)
      throws SourceException {
    Map<String, Set<Long>> lines = new HashMap<>();
    for (Statement.Place place : places) {
      lines.computeIfAbsent(place.file(), f -> new HashSet<>()).add(place.line());
    }
    Set<String> names = new HashSet<>();
    for (SourceInfo file : files) {
      if (!names.add(file.name())) {
        lines.remove(file.name());
      }
    }
    Map<Statement.Place, Evidence> found = new HashMap<>();
    for (int i = 0; i < files.size(); i++) {
      Set<Long> wanted = lines.get(files.get(i).name());
      if (wanted != null) {
        try (Content content = Content.open(inputs.get(i))) {
          new RowEvidence(files.get(i), wanted, found).run(content);
        }
      }
    }
    return found;
  }

  private void run(Content content) {
    byte[] buffer = new byte[1 << 16];
    byte[] line = new byte[LONGEST_ROW];
    int length = 0;
    long number = 1;
    long start = 0;
    long before = 0;
    for (int n = content.read(buffer); n > 0; n = content.read(buffer)) {
      for (int i = 0; i < n; i++) {
        if (length < LONGEST_ROW) {
          line[length++] = buffer[i];
        }
        if (buffer[i] == '\n') {
          line(line, length, number++, start);
          start = before + i + 1;
          length = 0;
        }
      }
      before += n;
    }
    line(line, length, number, start);
    end();
  }

  private void line(byte[] bytes, int length, long number, long offset) {
    int indent = indent(bytes, length);
    boolean item = indent < length && bytes[indent] == '-' && indent <= rowIndent;
    if (rowLine > 0 && (!yaml || item)) {
      end();
    }
    if (wanted.contains(number)) {
      end();
      rowLine = number;
      rowOffset = offset;
      rowIndent = indent;
    }
    if (rowLine > 0 && row.size() + length <= LONGEST_ROW) {
      row.write(bytes, 0, length);
    }
  }

  private static int indent(byte[] bytes, int length) {
    int indent = 0;
    while (indent < length && bytes[indent] == ' ') {
      indent++;
    }
    return indent;
  }

  private void end() {
    if (rowLine > 0) {
      found.put(
          new Statement.Place(name, rowLine),
          new Evidence(source, name, rowOffset, row.size(), rowLine, 0, quote()));
    }
    rowLine = 0;
    row.reset();
  }

  private @Nullable String quote() {
    String text = row.toString(StandardCharsets.UTF_8);
    if (text.length() > LONGEST_QUOTE) {
      if (Character.isHighSurrogate(text.charAt(LONGEST_QUOTE - 1))) {
        return null;
      }
      text = text.substring(0, LONGEST_QUOTE);
    }
    return text.stripTrailing();
  }
}
