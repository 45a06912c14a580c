package org.bellbuoy.core.csv;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Rows after RFC 4180, section 2. */
class CsvCellsTest {
  @Test
  void commasPartCellsAndQuotesHoldThemTogether() {
    assertThat(CsvCells.of("aaa,bbb,ccc").cells()).containsExactly("aaa", "bbb", "ccc");
    assertThat(CsvCells.of("\"aaa\",\"b\r\nbb\",ccc").cells())
        .containsExactly("aaa", "b\r\nbb", "ccc");
    assertThat(CsvCells.of("\"aaa\",\"b\"\"bb\",\"c,c\"").cells())
        .containsExactly("aaa", "b\"bb", "c,c");
  }

  @Test
  void anEmptyRowIsOneEmptyCellAndACommaAtTheEndMakesAnother() {
    assertThat(CsvCells.of("").cells()).containsExactly("");
    assertThat(CsvCells.of("a,").cells()).containsExactly("a", "");
  }

  @Test
  void aQuoteThatIsNotClosedIsToldAndHoldsTheRest() {
    CsvCells open = CsvCells.of("a,\"b,c");
    assertThat(open.open()).isTrue();
    assertThat(open.cells()).containsExactly("a", "b,c");
    assertThat(CsvCells.of("a,\"b\"").open()).isFalse();
  }

  @Test
  void whiteSpaceStaysUnlessItIsStripped() {
    assertThat(CsvCells.of(" a , \" b \"").cells()).containsExactly(" a ", "  b ");
    assertThat(CsvCells.of(" a , \" b \"").stripped()).containsExactly("a", "b");
  }
}
