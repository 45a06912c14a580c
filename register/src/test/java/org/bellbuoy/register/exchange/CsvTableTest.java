package org.bellbuoy.register.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.bellbuoy.core.reject.Reject;
import org.junit.jupiter.api.Test;

class CsvTableTest {
  private final List<Reject> rejects = new ArrayList<>();
  private final List<CsvTable.Row> rows = new ArrayList<>();

  private void read(String csv) throws IOException {
    CsvTable.read(
        new ByteArrayInputStream(csv.getBytes(StandardCharsets.UTF_8)),
        "list.csv",
        0,
        rejects::add,
        List.of("name"),
        rows::add);
  }

  @Test
  void aQuotedValueMayHoldCommasQuotesAndLineEnds() throws IOException {
    read("name,note\r\n\"A, \"\"B\"\"\",\"one\ntwo\"\r\nC,\n");
    assertThat(rows).extracting(row -> row.get("name")).containsExactly("A, \"B\"", "C");
    assertThat(rows.getFirst().get("note")).isEqualTo("one\ntwo");
    assertThat(rows).extracting(row -> row.entry().line()).containsExactly(2L, 4L);
    assertThat(rejects).isEmpty();
  }

  @Test
  void aForgottenQuoteSpoilsItsOwnLineOnly() throws IOException {
    read("name,note\nA,\"open\n" + "B,fine\n".repeat(500));
    assertThat(rejects).extracting(Reject::reason).containsExactly("open-quote");
    assertThat(rejects.getFirst().line()).isEqualTo(2);
    assertThat(rows).hasSize(500);
  }

  @Test
  void aMissingColumnIsTold() throws IOException {
    read("title\nA\n");
    assertThat(rejects).extracting(Reject::detail).first().asString().contains("columns name");
    assertThat(rows).isEmpty();
  }

  @Test
  void twoGigabytesWithoutALineEndAreOneRejectInLittleMemory() throws IOException {
    JsonLines.read(new Endless(2L << 30), "big", 0, rejects::add, (object, entry) -> {});
    assertThat(rejects).extracting(Reject::reason).containsExactly("line-too-long");
  }

  private static final class Endless extends InputStream {
    private long left;

    Endless(long left) {
      this.left = left;
    }

    @Override
    public int read() {
      return left-- > 0 ? 'x' : -1;
    }

    @Override
    public int read(byte[] into, int from, int length) {
      if (left <= 0) {
        return -1;
      }
      int n = (int) Math.min(left, length);
      java.util.Arrays.fill(into, from, from + n, (byte) 'x');
      left -= n;
      return n;
    }
  }
}
